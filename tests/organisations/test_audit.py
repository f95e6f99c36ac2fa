"""Audit events: written inside the change, and never altered."""

from decimal import Decimal
from importlib import import_module
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import ProtectedError

from organisations import audit, selectors
from tests import factories

GUARDS = import_module("organisations.migrations.0002_audit_events_stand")
# The test database lets events be cleared between tests (tests/conftest.py); this puts the guard back.
AS_ON_A_SITE = {
    "sqlite": [GUARDS.SQLITE[1]],
    "postgresql": [
        "ALTER TABLE organisations_auditevent ENABLE TRIGGER audit_event_no_delete",
        "ALTER TABLE organisations_auditevent ENABLE TRIGGER audit_event_no_truncate",
    ],
}
# What each engine calls otherwise.
OWN = {
    "truncate": {
        "sqlite": "DELETE FROM organisations_auditevent",
        "postgresql": "TRUNCATE organisations_auditevent",
    },
    "replace": {
        "sqlite": "REPLACE INTO organisations_auditevent SELECT * FROM organisations_auditevent",
        "postgresql": "INSERT INTO organisations_auditevent SELECT * FROM organisations_auditevent "
        "ON CONFLICT (id) DO UPDATE SET action = 'nothing happened'",
    },
}


@pytest.fixture
def event(db):
    """One event in a database guarded like a site's."""
    scope = uuid4()
    with connection.cursor() as cursor:
        for statement in AS_ON_A_SITE[connection.vendor]:
            cursor.execute(statement)
    audit.record(actor=None, at=factories.at(), action="score saved", scope=scope, after={"score": "4"})
    connection.check_constraints()  # as at the end of a transaction
    return scope


def run(statement):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE organisations_auditevent SET action = 'nothing happened'",
        "UPDATE organisations_auditevent SET at = at",
        "DELETE FROM organisations_auditevent",
        "truncate",
        "replace",
    ],
)
def test_the_database_refuses_to_alter_an_event(event, statement):
    with pytest.raises(DatabaseError, match="audit events are only ever added"):
        run(OWN[statement][connection.vendor] if statement in OWN else statement)
    assert [change.action for change in selectors.history(event)] == ["score saved"]


def test_an_event_is_read_back_as_it_was_written(db):
    scope, officer = uuid4(), factories.person("Ada Reed")
    audit.record(
        actor=officer,
        at=factories.at(5),
        action="score saved",
        scope=scope,
        subject="cells/option-3/f3",
        before={"score": None},
        after={"score": Decimal("2.50"), "organisation": scope},
        reason="Worked out from the printed total",
    )
    (change,) = selectors.history(scope)
    assert (change.actor, change.actor_id, change.at) == ("Ada Reed", officer.pk, factories.at(5))
    assert (change.action, change.subject) == ("score saved", "cells/option-3/f3")
    assert change.before == {"score": None}
    assert change.after == {"score": "2.50", "organisation": str(scope)}
    assert change.reason == "Worked out from the printed total"


def test_nobody_is_the_command_line(db):
    scope = uuid4()
    audit.record(actor=None, at=factories.at(), action="appraisal imported", scope=scope)
    (change,) = selectors.history(scope)
    assert (change.actor, change.actor_id) == ("command line", None)


def test_a_history_is_of_one_scope_the_newest_first_and_in_pages(db):
    scope = uuid4()
    for minute in range(5):
        audit.record(actor=None, at=factories.at(minute), action=f"change {minute}", scope=scope)
    audit.record(actor=None, at=factories.at(9), action="elsewhere", scope=uuid4())
    assert [change.action for change in selectors.history(scope, limit=2, offset=1)] == [
        "change 3",
        "change 2",
    ]
    assert selectors.history_length(scope) == 5


def test_an_export_is_written_with_its_check_code(db):
    scope = uuid4()
    audit.record_export(actor=None, at=factories.at(), scope=scope, what="pdf", check_code="7F3A-91C2-0BD4")
    (change,) = selectors.history(scope)
    assert (change.action, change.subject) == ("report taken", "pdf")
    assert change.after == {"check_code": "7F3A-91C2-0BD4"}


def test_an_event_is_refused_outside_the_transaction_of_its_change(transactional_db):
    scope = uuid4()
    with pytest.raises(transaction.TransactionManagementError, match="inside the transaction"):
        audit.record(actor=None, at=factories.at(), action="score saved", scope=scope)
    assert selectors.history(scope) == ()


def test_a_change_that_fails_leaves_no_event(transactional_db):
    scope = uuid4()

    @transaction.atomic
    def change():
        audit.record(actor=None, at=factories.at(), action="score saved", scope=scope)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change()
    assert selectors.history(scope) == ()


def test_a_person_in_a_history_cannot_be_deleted(db):
    officer = factories.person("Ada Reed")
    audit.record(actor=officer, at=factories.at(), action="score saved", scope=uuid4())
    with pytest.raises(ProtectedError):
        officer.delete()
