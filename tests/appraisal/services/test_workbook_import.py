"""Scores brought in: planned without touching anything, and applied whole or not at all."""

import pytest

from appraisal.core.snapshot import from_dict
from appraisal.models import ImportPlan
from appraisal.selectors import snapshots
from appraisal.services import workbook_import as service
from appraisal.workbook.planning import Choices
from organisations import selectors as people
from organisations.errors import Invalid, Refused, Stale
from organisations.models import AuditEvent
from organisations.roles import Role
from tests import factories
from tests.appraisal.workbook.bringing import apply, begun, everything, workbook
from tests.appraisal.workbook.corpus.ours import SCORES
from tests.appraisal.workbook.corpus.tables import table
from tests.factories import at

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.IMPORT_DIR = tmp_path / "imports"


@pytest.fixture
def appraisal_id():
    return factories.appraisal(cells=factories.cells(SCORES))


@pytest.fixture
def officer(appraisal_id):
    return factories.lead_officer()


def test_planning_changes_nothing_and_leaves_no_event(officer, appraisal_id):
    before = everything()
    plan_id = begun(officer, workbook(appraisal_id, D5=4), appraisal_id)
    assert everything() == before
    row = ImportPlan.objects.get(pk=plan_id)
    assert (row.owner_id, row.appraisal_id, row.revision) == (officer.pk, appraisal_id, 1)


def test_applying_changes_the_cells_in_one_revision_with_an_event_each(officer, appraisal_id):
    events = AuditEvent.objects.count()
    plan_id = begun(
        officer, workbook(appraisal_id, D5=4, E6="New words", D10="To be confirmed"), appraisal_id
    )
    applied = apply(officer, plan_id)
    assert (applied.appraisal_id, applied.created, applied.cells) == (appraisal_id, False, 3)
    live = snapshots.live(appraisal_id)
    assert live.revision == 2
    assert live.snapshot.cell_at["stay", "reach"].score == 4
    assert live.snapshot.cell_at["move", "reach"].rationale == "New words"
    assert str(live.snapshot.cell_at["share", "staff"].state) == "to-be-confirmed"
    new = people.history(appraisal_id, limit=AuditEvent.objects.count() - events)
    assert [(event.action, event.actor) for event in new] == [
        ("file brought in", "Ada Reed"),
        *[("cell saved", "Ada Reed")] * 3,
    ]
    assert {event.reason for event in new[1:]} == {"Brought in from scores.xlsx"}
    assert new[0].after == {"source": "scores.xlsx", "cells": 3}


def test_applying_twice_changes_nothing_the_second_time(officer, appraisal_id):
    plan_id = begun(officer, workbook(appraisal_id, D5=4), appraisal_id)
    first = apply(officer, plan_id)
    before = everything()
    assert apply(officer, plan_id, minutes=2) == first
    assert everything() == before
    row = ImportPlan.objects.get(pk=plan_id)
    assert (row.plan, row.reading) == (None, None)


def test_a_cell_that_somebody_changed_meanwhile_is_named_and_nothing_is_stored(officer, appraisal_id):
    plan_id = begun(officer, workbook(appraisal_id, D5=4, D6=1), appraisal_id)
    other = factories.person("Ben Hale", role=Role.ASSESSOR)
    factories.score(appraisal_id, "move", "reach", 2, version=1, actor=other, minutes=5)
    before = everything()
    with pytest.raises(Stale) as stale:
        apply(officer, plan_id, minutes=6)
    [now] = stale.value.current
    assert (now.cell.option, now.cell.sub_criterion, now.cell.score, now.changed_by) == (
        "move",
        "reach",
        2,
        "Ben Hale",
    )
    assert everything() == before


def test_another_cell_that_somebody_changed_meanwhile_is_no_matter(officer, appraisal_id):
    plan_id = begun(officer, workbook(appraisal_id, D5=4), appraisal_id)
    factories.score(appraisal_id, "move", "reach", 2, version=1)
    apply(officer, plan_id)
    snapshot = snapshots.snapshot(appraisal_id)
    assert (snapshot.cell_at["stay", "reach"].score, snapshot.cell_at["move", "reach"].score) == (4, 2)


def test_looking_again_plans_against_what_stands_now(officer, appraisal_id):
    content = table(B2="1. Far fewer.", C2="2. Some.")
    plan_id = begun(officer, content, appraisal_id)
    factories.score(appraisal_id, "move", "reach", 3, version=1)
    with pytest.raises(Stale):
        apply(officer, plan_id)
    service.choose(actor=officer, at=at(2), plan_id=plan_id, choices=Choices())
    apply(officer, plan_id, minutes=3)
    assert snapshots.snapshot(appraisal_id).cell_at["move", "reach"].score == 2


def test_a_plan_with_a_problem_is_refused_whole(officer, appraisal_id):
    plan_id = begun(officer, workbook(appraisal_id, D5=4, D6=9), appraisal_id)
    before = everything()
    with pytest.raises(Invalid) as invalid:
        apply(officer, plan_id)
    assert [problem.path for problem in invalid.value.problems] == ["Scores!D6"]
    assert everything() == before


def test_a_plan_that_changes_nothing_is_refused(officer, appraisal_id):
    plan_id = begun(officer, workbook(appraisal_id), appraisal_id)
    with pytest.raises(Refused, match="Nothing in this file differs"):
        apply(officer, plan_id)


def test_an_option_that_was_removed_meanwhile_stops_it_whole(officer, appraisal_id):
    plan_id = begun(officer, workbook(appraisal_id, D5=4, D7=1), appraisal_id)
    data = factories.file(cells=factories.cells({"stay": {"reach": 3}}))
    data["options"] = data["options"][:2]
    factories.stored(from_dict(data), replace=True)
    before = everything()
    with pytest.raises((Invalid, Stale)):
        apply(officer, plan_id)
    assert everything() == before
