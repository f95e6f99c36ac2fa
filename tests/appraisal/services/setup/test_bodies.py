"""The bodies that take part: brought in by name, changed, ordered, taken out; one always leads."""

import pytest

from appraisal.selectors import appraisals
from appraisal.services import recommendation, setup
from organisations.errors import Missing, Stale
from organisations.roles import Role
from organisations.selectors import organisation_id_named
from tests import factories
from tests.appraisal.services.setup.doing import do, last, now, problems, refusal, stale, state

pytestmark = pytest.mark.django_db

FIRE = setup.BodyInput(
    name="Northshire Fire",
    short_name="Fire",
    kind="fire",
    role="consulted",
    body="Authority",
    asked_to="comment",
    when="May 2026",
)


def names(appraisal_id):
    return [body.name for body in now(appraisal_id).organisations]


def test_a_new_body_is_started_by_its_name_and_comes_last(appraisal_id, officer):
    saved = do(setup.add_body, appraisal_id, officer, body=FIRE)
    assert (saved.id, saved.name, saved.known, saved.own) == ("fire", "Northshire Fire", False, False)
    body = now(appraisal_id).organisations[-1]
    assert setup.body_input(body) == FIRE
    assert organisation_id_named("Northshire Fire")
    assert (last(appraisal_id).action, last(appraisal_id).after["name"]) == ("body added", "Northshire Fire")


def test_an_existing_body_is_found_by_its_exact_name_and_its_people_see_the_appraisal(appraisal_id, officer):
    officer_there = factories.person(role=Role.LEAD_OFFICER, body="Southshire")
    assert appraisals.visible_to(officer_there) == ()
    saved = do(setup.add_body, appraisal_id, officer, body=setup.BodyInput("Southshire"))
    assert (saved.known, saved.own) == (True, False)
    assert [row.id for row in appraisals.visible_to(officer_there)] == [appraisal_id]
    factories.give_role(officer, Role.ASSESSOR, "Westshire")
    assert do(setup.add_body, appraisal_id, officer, body=setup.BodyInput("Westshire")).own


def test_a_body_takes_part_once(appraisal_id):
    assert problems(setup.add_body, appraisal_id, body=setup.BodyInput(" Northshire  Council ")) == [
        ("name", "This body takes part already. Change its part instead.")
    ]


@pytest.mark.parametrize(
    ("body", "path"),
    [
        (setup.BodyInput(""), "name"),
        (setup.BodyInput("x" * 301), "name"),
        (setup.BodyInput("A", kind="club"), "kind"),
        (setup.BodyInput("A", role="watches"), "role"),
        (setup.BodyInput("A", when="x" * 301), "when"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(appraisal_id, body, path):
    assert [each for each, _ in problems(setup.add_body, appraisal_id, body=body)] == [path]


def test_a_body_s_part_is_changed_and_its_name_stays(appraisal_id):
    wanted = setup.BodyInput(
        "Another name", "NHT", "nhs", role="decides", body="Board", asked_to="agree", lead=True
    )
    do(setup.save_body, appraisal_id, body_id="trust", body=wanted, version=1)
    body = now(appraisal_id).organisations[1]
    assert (body.name, body.short_name, body.lead, body.role, body.asked_to) == (
        "Northshire Health Trust",
        "NHT",
        True,
        "decides",
        "agree",
    )
    assert state(appraisal_id).bodies == {"council": 1, "trust": 2}
    other = setup.BodyInput(short_name="Trust")
    assert stale(setup.save_body, appraisal_id, body_id="trust", body=other, version=1).content == (
        setup.body_input(body)
    )


def test_the_last_body_that_leads_can_neither_go_nor_stop_leading(appraisal_id):
    words = (
        "Northshire Council is the only body that leads this appraisal. Without one, nobody could set it up "
        "or move it on. Let another body lead first."
    )
    assert refusal(setup.remove_body, appraisal_id, body_id="council", version=1) == words
    body = setup.BodyInput(kind="council", role="decides")
    assert refusal(setup.save_body, appraisal_id, body_id="council", body=body, version=1) == words
    trust = setup.BodyInput(kind="nhs", role="decides", lead=True)
    do(setup.save_body, appraisal_id, body_id="trust", body=trust, version=1)
    do(setup.remove_body, appraisal_id, body_id="council", version=1)
    assert names(appraisal_id) == ["Northshire Health Trust"]


def test_a_body_that_goes_takes_the_sight_of_its_people_and_can_come_again(appraisal_id):
    person = factories.person(role=Role.ASSESSOR, body="Northshire Health Trust")
    do(setup.remove_body, appraisal_id, body_id="trust", version=1)
    assert appraisals.visible_to(person) == ()
    assert last(appraisal_id).before["name"] == "Northshire Health Trust"
    with pytest.raises(Missing):
        do(setup.remove_body, appraisal_id, body_id="trust", version=1)
    do(setup.add_body, appraisal_id, body=setup.BodyInput("Northshire Health Trust"))
    assert len(appraisals.visible_to(person)) == 1


def test_bodies_change_places(appraisal_id):
    do(setup.add_body, appraisal_id, body=FIRE)
    do(setup.move_body, appraisal_id, body_id="fire", direction="up", place=2)
    assert names(appraisal_id) == ["Northshire Council", "Northshire Fire", "Northshire Health Trust"]
    assert (last(appraisal_id).before, last(appraisal_id).after) == ({"place": 3}, {"place": 2})


def test_what_a_body_is_asked_is_written_on_two_pages_and_neither_overwrites_the_other(appraisal_id):
    page = recommendation.content_of(now(appraisal_id))
    asked = setup.BodyInput(kind="nhs", role="consulted", asked_to="comment")
    do(setup.save_body, appraisal_id, body_id="trust", body=asked, version=1)
    with pytest.raises(Stale):
        do(recommendation.save, appraisal_id, content=page, version=1)
    here = state(appraisal_id).bodies["trust"]
    asks = {"trust": recommendation.Ask("agree", "June")}
    content = recommendation.RecommendationContent(asks=asks)
    do(recommendation.save, appraisal_id, content=content, version=here)
    conflict = stale(setup.save_body, appraisal_id, body_id="trust", body=asked, version=here)
    assert conflict.content.asked_to == "agree"


def test_a_body_whose_ask_stays_keeps_its_version_when_the_recommendation_is_saved(appraisal_id):
    content = recommendation.RecommendationContent(
        statement="Move.", asks={"trust": recommendation.Ask("agree")}
    )
    do(recommendation.save, appraisal_id, content=content, version=1)
    assert state(appraisal_id).bodies == {"council": 1, "trust": 2}
