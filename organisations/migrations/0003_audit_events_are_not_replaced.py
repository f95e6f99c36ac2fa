"""On SQLite `REPLACE INTO` takes the old row away without asking the trigger that guards against deleting."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

GUARD = """CREATE TRIGGER audit_event_no_replace BEFORE INSERT ON organisations_auditevent
       WHEN EXISTS (SELECT 1 FROM organisations_auditevent WHERE id = NEW.id)
       BEGIN SELECT RAISE(ABORT, 'audit events are only ever added'); END"""


def guard(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Makes the trigger on SQLite; on PostgreSQL there is no such statement."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(GUARD, params=None)


def unguard(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Takes the trigger away again."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER audit_event_no_replace", params=None)


class Migration(migrations.Migration):
    """One more trigger on the audit events."""

    dependencies = [("organisations", "0002_audit_events_stand")]
    operations = [migrations.RunPython(guard, unguard)]
