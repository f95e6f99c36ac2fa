"""An audit event that was written stands: the database refuses to change or delete it.

Whoever alters the table on SQLite later must know that Django builds a new table then and leaves the triggers
behind: such a migration ends by making them again. tests/organisations/test_audit.py notices.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = (
    """CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON organisations_auditevent
       BEGIN SELECT RAISE(ABORT, 'audit events are only ever added'); END""",
    """CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON organisations_auditevent
       BEGIN SELECT RAISE(ABORT, 'audit events are only ever added'); END""",
)
POSTGRESQL = (
    """CREATE FUNCTION audit_event_stands() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'audit events are only ever added' USING ERRCODE = 'restrict_violation'; END $$""",
    """CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON organisations_auditevent
       FOR EACH ROW EXECUTE FUNCTION audit_event_stands()""",
    """CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON organisations_auditevent
       FOR EACH ROW EXECUTE FUNCTION audit_event_stands()""",
    """CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON organisations_auditevent
       FOR EACH STATEMENT EXECUTE FUNCTION audit_event_stands()""",
)
UNDO = {
    "sqlite": ("DROP TRIGGER audit_event_no_update", "DROP TRIGGER audit_event_no_delete"),
    "postgresql": (
        "DROP TRIGGER audit_event_no_update ON organisations_auditevent",
        "DROP TRIGGER audit_event_no_delete ON organisations_auditevent",
        "DROP TRIGGER audit_event_no_truncate ON organisations_auditevent",
        "DROP FUNCTION audit_event_stands()",
    ),
}


def guard(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Makes the triggers of the engine in use."""
    statements = {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]
    for statement in statements:
        # No parameters: a percent sign or quote in the statement is the database's own.
        schema_editor.execute(statement, params=None)


def unguard(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Takes the triggers away again."""
    for statement in UNDO[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    """Triggers on the audit events, on both engines."""

    dependencies = [("organisations", "0001_people")]
    operations = [migrations.RunPython(guard, unguard)]
