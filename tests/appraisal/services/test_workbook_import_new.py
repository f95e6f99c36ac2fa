"""A new appraisal out of a table that people have, or out of an appraisal file."""

from dataclasses import replace
from uuid import UUID

import pytest

from appraisal.core.evaluation import evaluate
from appraisal.core.snapshot import canonical_json, check_code
from appraisal.models import Appraisal, ImportPlan
from appraisal.selectors import snapshots
from appraisal.services import workbook_import as service
from appraisal.workbook.planning import Choices
from organisations import selectors as people
from organisations.errors import Invalid, Refused
from organisations.models import Organisation
from organisations.roles import Role
from tests import factories
from tests.appraisal.workbook import somerset
from tests.appraisal.workbook.bringing import apply, begun, body, everything
from tests.appraisal.workbook.corpus.tables import table
from tests.factories import at

COUNTY = "Somerset County Council"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.IMPORT_DIR = tmp_path / "imports"


def test_somerset_as_people_have_it_becomes_an_appraisal_with_its_totals():
    officer = factories.lead_officer(body=COUNTY)
    plan_id = begun(officer, somerset.as_printed(), body=body(COUNTY))
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
    applied = apply(officer, begun(officer, somerset.as_printed(), body=body(COUNTY)))
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
