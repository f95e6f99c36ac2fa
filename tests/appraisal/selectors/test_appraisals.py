"""Appraisals as somebody may see them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from appraisal.selectors import appraisals
from appraisal.selectors.appraisals import CellMeta
from organisations.errors import Missing
from organisations.roles import Role
from tests import factories

pytestmark = pytest.mark.django_db


def queries(call, *args):
    with CaptureQueriesContext(connection) as captured:
        call(*args)
    return len(captured)


def test_somebody_sees_the_appraisals_of_their_bodies_and_no_other():
    theirs = factories.appraisal(slug="theirs")
    factories.appraisal(
        slug="other", organisations=[{"id": "o", "name": "Other", "kind": "council", "lead": True}]
    )
    person = factories.person(role=Role.PANEL_MEMBER, body="Northshire Health Trust")
    assert [row.id for row in appraisals.visible_to(person)] == [theirs]


def test_somebody_without_a_role_sees_nothing():
    appraisal_id = factories.appraisal()
    person = factories.person()
    assert appraisals.visible_to(person) == ()
    with pytest.raises(Missing):
        appraisals.get(person, appraisal_id)


def test_somebody_of_two_bodies_sees_the_appraisal_once_with_all_their_rights():
    appraisal_id = factories.appraisal()
    person = factories.person(role=[Role.PANEL_MEMBER, Role.ASSESSOR], body="Northshire Health Trust")
    factories.give_role(person, Role.LEAD_OFFICER)
    held = {(Role.PANEL_MEMBER, False), (Role.ASSESSOR, False), (Role.LEAD_OFFICER, True)}
    [row] = appraisals.visible_to(person)
    assert row.standing.roles == held
    assert appraisals.get(person, appraisal_id).standing.roles == held


def test_a_row_says_what_stands_and_who_leads():
    appraisal_id = factories.appraisal()
    officer = factories.lead_officer()
    factories.score(appraisal_id, "stay", "reach", 3, actor=officer, minutes=7)
    factories.score(appraisal_id, "move", "reach", 4, rationale="", actor=officer, minutes=8)
    [row] = appraisals.visible_to(officer)
    assert (row.id, row.slug, row.title, row.stage) == (
        appraisal_id,
        "small",
        "Where the library goes",
        "scoring",
    )
    assert (row.revision, row.changed_at, row.changed_by) == (3, factories.at(8), "Ada Reed")
    assert row.leads == ("Northshire Council",)
    assert row.bodies == ("Northshire Council", "Northshire Health Trust")
    assert (row.to_score, row.scored, row.without_rationale) == (9, 2, 1)


def test_a_row_counts_scored_lines_of_short_listed_options_alone():
    file = factories.file()
    options = [*file["options"], {"id": "wait", "name": "Wait", "stage": "long-list"}]
    options[2] = {**options[2], "stage": "dropped", "reason": "Too dear."}
    scored = {
        "stay": {"reach": 3, "staff": "not-applicable", "law": "words"},
        "move": {"reach": None},
        "share": {"reach": 3},
        "wait": {"reach": 3},
    }
    factories.appraisal(options=options, cells=factories.cells(scored))
    [row] = appraisals.visible_to(factories.lead_officer())
    assert (row.to_score, row.scored, row.without_rationale) == (6, 2, 0)


def test_an_appraisal_without_options_has_nothing_to_score():
    factories.appraisal(options=[], stage="set-up")
    [row] = appraisals.visible_to(factories.lead_officer())
    assert (row.to_score, row.scored, row.without_rationale) == (0, 0, 0)


def test_somerset_has_78_cells_to_score_and_cornwall_none_scored():
    factories.somerset()
    factories.cornwall()
    officer = factories.person(role=Role.LEAD_OFFICER, body="Somerset County Council")
    factories.give_role(officer, Role.LEAD_OFFICER, "Cornwall Council")
    rows = {row.slug: row for row in appraisals.visible_to(officer)}
    somerset, cornwall = rows["somerset-2017"], rows["cornwall-2018"]
    assert (somerset.to_score, somerset.scored, somerset.without_rationale) == (78, 78, 0)
    assert somerset.leads == ("Somerset Clinical Commissioning Group", "Somerset County Council")
    assert cornwall.scored == 0


def test_the_last_changed_comes_first():
    for slug in ("one", "two", "three"):
        factories.appraisal(slug=slug)
    factories.score(appraisals.by_slug("two").id, "stay", "reach", 3, minutes=5)
    rows = appraisals.visible_to(factories.lead_officer())
    assert [row.slug for row in rows] == ["two", "one", "three"]


def test_the_list_takes_three_queries_however_many_there_are():
    officer = factories.lead_officer()
    factories.appraisal(slug="first")
    few = queries(appraisals.visible_to, officer)
    for number in range(5):
        factories.appraisal(slug=f"more-{number}")
    assert queries(appraisals.visible_to, officer) == few == 3


def test_an_appraisal_is_found_in_one_query():
    appraisal_id = factories.appraisal()
    officer = factories.lead_officer()
    found = appraisals.get(officer, appraisal_id)
    assert (found.id, found.slug, found.stage, found.revision) == (appraisal_id, "small", "scoring", 1)
    assert (found.changed_at, found.changed_by) == (factories.at(), None)
    assert queries(appraisals.get, officer, appraisal_id) == 1


def test_an_appraisal_that_does_not_exist_is_missing():
    with pytest.raises(Missing):
        appraisals.get(factories.lead_officer(), factories.organisation())


def test_the_command_line_finds_every_appraisal_by_its_slug():
    appraisal_id = factories.appraisal()
    found = appraisals.by_slug("small")
    assert (found.id, found.standing.command_line) == (appraisal_id, True)
    with pytest.raises(Missing) as refusal:
        appraisals.by_slug("nothing")
    assert str(refusal.value) == "There is no appraisal “nothing”. Give the slug of one that was imported."


def test_cells_say_when_and_by_whom_they_were_saved_in_one_query():
    appraisal_id = factories.appraisal(cells=factories.cells({"stay": {"reach": 3}}))
    factories.score(appraisal_id, "move", "reach", 4, actor=factories.lead_officer(), minutes=4)
    assert appraisals.cell_versions(appraisal_id) == {
        ("stay", "reach"): CellMeta(1, factories.at(), None),
        ("move", "reach"): CellMeta(2, factories.at(4), "Ada Reed"),
    }
    assert queries(appraisals.cell_versions, appraisal_id) == 1
