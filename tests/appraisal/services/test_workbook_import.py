"""Bringing in: planned without touching anything, applied whole or not at all, and gone after a day."""

import time
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from appraisal.core.evaluation import evaluate
from appraisal.core.snapshot import canonical_json, check_code
from appraisal.models import Appraisal, ImportPlan
from appraisal.selectors import snapshots
from appraisal.selectors.appraisals import cell_versions
from appraisal.services import workbook_import as service
from appraisal.workbook.planning import Choices
from organisations import selectors as people
from organisations.errors import Invalid, Missing, Refused, Stale
from organisations.models import AuditEvent, Organisation
from organisations.roles import Role
from reports.content.filling import Versions, filling_book
from reports.render_excel.filling import render_filling
from tests import factories
from tests.appraisal.workbook import somerset
from tests.appraisal.workbook.corpus.ours import SCORES
from tests.appraisal.workbook.corpus.tables import table
from tests.factories import at

pytestmark = pytest.mark.django_db
COUNTY = "Somerset County Council"


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.IMPORT_DIR = tmp_path / "imports"


@pytest.fixture
def appraisal_id():
    return factories.appraisal(cells=factories.cells(SCORES))


@pytest.fixture
def officer(appraisal_id):
    return factories.lead_officer()


def begun(actor, content, appraisal_id=None, *, sort="workbook", source="scores.xlsx", minutes=0, **choices):
    """The id of a plan that stands: sent at that minute, and read."""
    plan_id = service.begin(
        actor=actor,
        at=at(minutes),
        appraisal_id=appraisal_id,
        sort=sort,
        source=source,
        content=content,
        choices=Choices(**choices),
    )
    until = time.monotonic() + 60
    while service.store_plan(actor=actor, at=at(minutes), plan_id=plan_id):
        assert time.monotonic() < until
        time.sleep(0.05)
    return plan_id


def apply(actor, plan_id, *, minutes=1, **more):
    return service.apply_plan(actor=actor, at=at(minutes), plan_id=plan_id, **more)


def workbook(appraisal_id, **values):
    """The workbook for scoring as it would be downloaded now, with cells of Scores typed over."""
    from io import BytesIO

    import openpyxl

    from tests.appraisal.workbook.packing import saved

    versions = {place: meta.version for place, meta in cell_versions(appraisal_id).items()}
    live = snapshots.live(appraisal_id)
    content = render_filling(
        filling_book(live.snapshot, Versions(appraisal_id, live.revision, versions), "now")
    )
    made = openpyxl.load_workbook(BytesIO(content))
    for address, value in values.items():
        made["Scores"][address] = value
    return saved(made)


def body(name=COUNTY):
    return str(factories.organisation(name))


def everything():
    """All that stands, but the plans themselves: what a refusal must leave as it is."""
    stored = {row.slug: canonical_json(snapshots.snapshot(row.pk)) for row in Appraisal.objects.all()}
    return stored, AuditEvent.objects.count(), sorted(Organisation.objects.values_list("name", flat=True))


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
    from appraisal.core.snapshot import from_dict

    factories.stored(from_dict(data), replace=True)
    before = everything()
    with pytest.raises((Invalid, Stale)):
        apply(officer, plan_id)
    assert everything() == before


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.FINANCE_LEAD, Role.ADMINISTRATOR])
def test_only_who_may_score_brings_scores_in(appraisal_id, role):
    with pytest.raises(Refused, match="You cannot change scores"):
        begun(factories.person(role=role), table(), appraisal_id)
    assert not ImportPlan.objects.exists()


def test_outside_the_bodies_the_appraisal_does_not_exist(appraisal_id):
    with pytest.raises(Missing):
        begun(factories.lead_officer(body="Southshire Council"), table(), appraisal_id)


def test_a_stage_that_moved_on_meanwhile_stops_it(officer):
    appraisal_id = factories.at_stage("scoring")
    plan_id = begun(officer, workbook(appraisal_id, D5=4), appraisal_id)
    factories.move(appraisal_id, "agreeing")
    factories.move(appraisal_id, "agreed")
    before = everything()
    with pytest.raises(Refused, match="they are agreed"):
        apply(officer, plan_id)
    assert everything() == before


def test_a_plan_is_its_owners_alone(officer, appraisal_id):
    plan_id = begun(officer, workbook(appraisal_id, D5=4), appraisal_id)
    other = factories.lead_officer()
    calls = (
        lambda: apply(other, plan_id),
        lambda: service.store_plan(actor=other, at=at(1), plan_id=plan_id),
        lambda: service.choose(actor=other, at=at(1), plan_id=plan_id, choices=Choices()),
        lambda: service.discard(actor=other, at=at(1), plan_id=plan_id),
        lambda: service.store_plan(actor=officer, at=at(1), plan_id=uuid4()),
    )
    for call in calls:
        with pytest.raises(Missing):
            call()


def test_a_plan_is_kept_for_a_day_and_taken_away_by_the_next(officer, appraisal_id):
    plan_id = begun(officer, workbook(appraisal_id, D5=4), appraisal_id)
    day = timedelta(days=1)
    assert service.store_plan(actor=officer, at=at() + day - timedelta(seconds=1), plan_id=plan_id) == ""
    with pytest.raises(Missing, match="older than a day"):
        service.apply_plan(actor=officer, at=at() + day, plan_id=plan_id)
    begun(officer, table(), appraisal_id, minutes=24 * 60)
    assert not ImportPlan.objects.filter(pk=plan_id).exists()
    assert ImportPlan.objects.count() == 1


def test_what_was_sent_is_gone_once_it_is_read_and_what_is_left_goes_with_the_plan(
    officer, appraisal_id, settings
):
    begun(officer, table(), appraisal_id)
    assert list(settings.IMPORT_DIR.iterdir()) == []
    plan_id = service.begin(
        actor=officer,
        at=at(),
        appraisal_id=appraisal_id,
        sort="workbook",
        source="a.xlsx",
        content=table(),
        choices=Choices(),
    )
    assert [path.name for path in settings.IMPORT_DIR.iterdir()] == [str(plan_id)]
    assert service.discard(actor=officer, at=at(1), plan_id=plan_id) == appraisal_id
    assert list(settings.IMPORT_DIR.iterdir()) == []


def test_a_person_has_at_most_three_files_read_at_once(officer, appraisal_id):
    ImportPlan.objects.bulk_create(
        ImportPlan(owner=officer, sort="workbook", source="a", made_at=at()) for _ in range(3)
    )
    with pytest.raises(Refused, match="You have 3 files that are being read"):
        begun(officer, table(), appraisal_id)


def test_the_command_line_has_no_previews(appraisal_id):
    with pytest.raises(Refused, match="On the command line use import_appraisal"):
        begun(None, table(), appraisal_id)


# --- A new appraisal ---------------------------------------------------------------------------------------


def test_somerset_as_people_have_it_becomes_an_appraisal_with_its_totals():
    officer = factories.lead_officer(body=COUNTY)
    plan_id = begun(officer, somerset.as_printed(), body=body())
    assert not Appraisal.objects.exists()
    [key] = [f"{each['option']}/{each['line']}" for each in ImportPlan.objects.get().plan["supplied"]]
    applied = apply(officer, plan_id, supplied=[key])
    assert applied.created
    snapshot = snapshots.snapshot(applied.appraisal_id)
    results = evaluate(snapshot).by_id
    assert {option.number: results[option.id].aggregate for option in snapshot.options} == somerset.TOTALS
    cell = snapshot.cell_at[tuple(key.split("/"))]
    assert (cell.score, cell.basis) == (2, "worked-out")
    assert "No score is printed. The printed total 10 less 8" in snapshot.notes_about[f"cells/{key}"][0]
    assert [(each.name, each.lead) for each in snapshot.organisations] == [(COUNTY, True)]
    assert [event.action for event in people.history(applied.appraisal_id)] == [
        "file brought in",
        "appraisal imported",
    ]


def test_an_implied_score_that_nobody_took_stays_missing():
    officer = factories.lead_officer(body=COUNTY)
    applied = apply(officer, begun(officer, somerset.as_printed(), body=body()))
    assert not evaluate(snapshots.snapshot(applied.appraisal_id)).complete


def test_two_of_one_title_are_two_appraisals():
    officer = factories.lead_officer()
    slugs = []
    for _ in range(2):
        applied = apply(officer, begun(officer, table(), body=body("Northshire Council"), title="Library"))
        slugs.append(Appraisal.objects.get(pk=applied.appraisal_id).slug)
    assert slugs == ["library", "library-2"]


def test_only_a_commissioning_officer_of_the_body_starts_one_for_it():
    officer = factories.lead_officer()
    with pytest.raises(Refused, match="only its commissioning officers do"):
        begun(officer, table(), body=body("Southshire Council"))
    with pytest.raises(Refused, match="only its commissioning officers do"):
        begun(factories.person(role=Role.ASSESSOR), table(), body=body("Northshire Council"))


def test_reading_it_another_way_keeps_the_file():
    officer = factories.lead_officer()
    plan_id = begun(officer, table(), body=body("Northshire Council"))
    choices = Choices(title="Turned", body=body("Northshire Council"), side="down")
    service.choose(actor=officer, at=at(1), plan_id=plan_id, choices=choices)
    snapshot = snapshots.snapshot(apply(officer, plan_id).appraisal_id)
    assert snapshot.title == "Turned"
    assert [option.name for option in snapshot.options] == [
        "Reach more readers",
        "Keep the staff",
        "Cost less",
    ]


def test_reading_it_for_a_body_that_is_not_ones_own_is_refused():
    officer = factories.lead_officer()
    plan_id = begun(officer, table(), body=body("Northshire Council"))
    with pytest.raises(Refused):
        service.choose(
            actor=officer, at=at(1), plan_id=plan_id, choices=Choices(body=body("Southshire Council"))
        )


# --- An appraisal file -------------------------------------------------------------------------------------


def file_of(name="somerset-2017"):
    return canonical_json(factories.fixture(name)).encode()


def test_an_appraisal_file_is_stored_with_the_bodies_that_were_confirmed_and_no_other():
    officer = factories.lead_officer(body=COUNTY)
    plan_id = begun(officer, file_of(), sort="appraisal-file")
    applied = apply(officer, plan_id, bodies=["ccg"])
    snapshot = snapshots.snapshot(applied.appraisal_id)
    source = factories.fixture("somerset-2017")
    assert [each.id for each in snapshot.organisations] == [
        each.id for each in source.organisations if each.id == "ccg" or each.name == COUNTY
    ]
    left_out = next(each for each in source.organisations if each not in snapshot.organisations)
    assert not Organisation.objects.filter(name=left_out.name).exists()
    assert replace(snapshot, organisations=()) == replace(source, organisations=())


def test_with_every_body_confirmed_the_file_comes_out_as_it_came_in():
    officer = factories.lead_officer(body=COUNTY)
    source = factories.fixture("somerset-2017")
    plan_id = begun(officer, file_of(), sort="appraisal-file")
    applied = apply(officer, plan_id, bodies=[each.id for each in source.organisations])
    assert check_code(snapshots.snapshot(applied.appraisal_id)) == check_code(source)


def test_a_file_that_none_of_ones_bodies_leads_is_refused_in_the_preview():
    officer = factories.lead_officer(body="Southshire Council")
    plan_id = begun(officer, file_of(), sort="appraisal-file")
    with pytest.raises(Invalid, match="only a commissioning officer of a body that leads"):
        apply(officer, plan_id)
    assert not Appraisal.objects.exists()


def test_a_file_under_a_slug_that_is_taken_is_stored_beside_it():
    first = factories.somerset()
    officer = factories.lead_officer(body=COUNTY)
    applied = apply(officer, begun(officer, file_of(), sort="appraisal-file"))
    assert Appraisal.objects.get(pk=applied.appraisal_id).slug == "somerset-2017-2"
    assert snapshots.snapshot(first) == factories.fixture("somerset-2017")


BAD_FILES = {
    b"": "The file is empty.",
    b"PK\x03\x04": "This is a workbook, not an appraisal file.",
    b"[1, 2": "JSON",
    b'{"format": "weighbridge/appraisal", "schema": 1, "wrong": 1}': "wrong",
    b"\xd0\xcf\x11\xe0": "an old or an encrypted workbook",
    b"[" * 200_000: "",
}


@pytest.mark.parametrize("content", BAD_FILES, ids=lambda content: content[:12].hex())
def test_a_bad_file_is_refused_with_its_problems(content):
    officer = factories.lead_officer()
    plan_id = begun(officer, content, sort="appraisal-file")
    before = everything()
    with pytest.raises(Invalid) as invalid:
        apply(officer, plan_id)
    assert BAD_FILES[content] in str(invalid.value)
    assert everything() == before


def test_a_body_is_asked_for_by_its_id_and_nothing_else_gets_in():
    officer = factories.lead_officer(body=COUNTY)
    plan_id = begun(officer, file_of(), sort="appraisal-file")
    applied = apply(officer, plan_id, bodies=["nobody", str(UUID(int=7))])
    assert [each.name for each in snapshots.snapshot(applied.appraisal_id).organisations] == [COUNTY]
