"""The bodies that take part: added by name, changed, put in order, taken out; and their people."""

import pytest

from appraisal.selectors import snapshots
from organisations.roles import Role
from tests import factories
from tests.appraisal.pages.asking import address, client_of, words
from tests.appraisal.pages.setup.filling import buttons_of, follow, form_of, send

pytestmark = pytest.mark.django_db

POLICE = {
    "name": "Northshire Police",
    "short_name": "Police",
    "kind": "police",
    "role": "recommends",
    "lead": "on",
    "body": "The board",
    "asked_to": "look at it",
    "when": "May 2027",
}


def bodies(appraisal_id):
    return snapshots.snapshot(appraisal_id).organisations


def test_a_new_body_comes_in_with_its_part(appraisal_id, officer):
    said = words(follow(officer, send(officer, "add_body", appraisal_id, POLICE)))
    assert "Northshire Police takes part now. It is new to this site and nobody belongs to it yet" in said
    assert "Northshire Police Recommends Leads The board Is asked to look at it" in said
    found = bodies(appraisal_id)[-1]
    assert (found.name, found.short_name, found.kind, found.lead) == (
        "Northshire Police",
        "Police",
        "police",
        True,
    )
    assert (found.role, found.body, found.asked_to, found.when) == (
        "recommends",
        "The board",
        "look at it",
        "May 2027",
    )


def test_a_body_that_is_on_the_site_is_taken_and_its_people_are_spoken_of(appraisal_id, officer):
    colleague = factories.person("Di Fox", role=Role.ASSESSOR, body="Southshire Council")
    assert client_of(colleague).get(address("overview", appraisal_id)).status_code == 404
    answer = send(officer, "add_body", appraisal_id, {"name": "Southshire Council"})
    assert "It is on this site already: its people see this appraisal now." in words(follow(officer, answer))
    assert client_of(colleague).get(address("overview", appraisal_id)).status_code == 200


def test_adding_another_opens_an_empty_form(appraisal_id, officer):
    answer = send(officer, "add_body", appraisal_id, POLICE, press="another")
    assert answer.url == address("add_body", appraisal_id)
    assert form_of(officer.get(answer.url))["name"] == ""


@pytest.mark.parametrize("name", ["", "Northshire Council"])
def test_a_body_without_a_name_or_twice_is_refused_at_its_field(appraisal_id, officer, name):
    answer = send(officer, "add_body", appraisal_id, {**POLICE, "name": name})
    assert answer.status_code == 422
    assert 'href="#id_name"' in answer.content.decode()
    assert form_of(answer) == {**POLICE, "name": name}
    assert len(bodies(appraisal_id)) == 2


def test_a_part_is_changed_and_the_name_stays(appraisal_id, officer):
    names = {"body": "trust"}
    form = form_of(officer.get(address("edit_body", appraisal_id, **names)))
    assert "name" not in form
    answer = send(officer, "edit_body", appraisal_id, {"role": "decides", "when": "June"}, names=names)
    assert "The part of Northshire Health Trust is saved." in words(follow(officer, answer))
    found = bodies(appraisal_id)[1]
    assert (found.name, found.role, found.when) == ("Northshire Health Trust", "decides", "June")


def test_the_last_body_that_leads_keeps_leading(appraisal_id, officer):
    names = {"body": "council"}
    form = form_of(officer.get(address("edit_body", appraisal_id, **names)))
    del form["lead"]
    answer = officer.post(address("edit_body", appraisal_id, **names), form)
    assert answer.status_code == 403
    assert "Not saved." in words(answer)
    assert "lead" not in form_of(answer)
    assert bodies(appraisal_id)[0].lead
    refused = send(officer, "remove_body", appraisal_id, names=names)
    assert refused.status_code == 403
    assert "Not removed." in words(refused)


def test_a_conflict_shows_both(appraisal_id, officer, other_officer):
    where = address("edit_body", appraisal_id, body="trust")
    mine = form_of(officer.get(where)) | {"when": "Mine"}
    send(
        other_officer,
        "edit_body",
        appraisal_id,
        {"when": "Theirs", "role": "decides"},
        names={"body": "trust"},
    )
    answer = officer.post(where, mine)
    assert answer.status_code == 409
    said = words(answer)
    assert "Ben Yu changed the part of this body after you opened it" in said
    assert "What it does with the result Decides When it is asked Theirs" in said
    assert form_of(answer)["when"] == "Mine"


def test_bodies_are_put_in_order_by_buttons(appraisal_id, officer):
    page = officer.get(address("setup_bodies", appraisal_id))
    (name, place, where), *_ = [button for button in buttons_of(page) if button[0] == "down"]
    answer = officer.post(where, {name: place})
    assert answer.url == f"{address('setup_bodies', appraisal_id)}#body-council"
    assert "The body moved down one place." in words(follow(officer, answer))
    assert [body.id for body in bodies(appraisal_id)] == ["trust", "council"]
    # The same button once more, as a second click would send it.
    officer.post(where, {name: place})
    assert [body.id for body in bodies(appraisal_id)] == ["trust", "council"]


def test_what_a_removal_means_is_said_before_it_is_made(appraisal_id, officer):
    factories.person("Di Fox", role=Role.ASSESSOR, body="Northshire Health Trust")
    page = officer.get(address("remove_body", appraisal_id, body="trust"))
    assert "1 person of Northshire Health Trust would no longer see this appraisal" in words(page)
    assert len(bodies(appraisal_id)) == 2
    answer = send(officer, "remove_body", appraisal_id, names={"body": "trust"})
    assert "Northshire Health Trust takes part no more." in words(follow(officer, answer))
    assert [body.id for body in bodies(appraisal_id)] == ["council"]
    assert officer.get(address("edit_body", appraisal_id, body="trust")).status_code == 404


def test_text_for_a_body_that_was_removed_meanwhile_is_not_lost(appraisal_id, officer, other_officer):
    where = address("edit_body", appraisal_id, body="trust")
    mine = form_of(officer.get(where)) | {"asked_to": "think of it"}
    send(other_officer, "remove_body", appraisal_id, names={"body": "trust"})
    answer = officer.post(where, mine)
    assert answer.status_code == 409
    assert "There is no such body in this appraisal any more." in words(answer)
    assert form_of(answer)["asked_to"] == "think of it"


def test_who_takes_their_own_body_out_is_led_to_the_list(appraisal_id, officer):
    send(officer, "edit_body", appraisal_id, {"lead": "on"}, names={"body": "trust"})
    answer = send(officer, "remove_body", appraisal_id, names={"body": "council"})
    assert answer.url == "/appraisals/"


def test_a_reader_sees_the_bodies_and_no_way_to_change_them(appraisal_id, reader):
    page = reader.get(address("setup_bodies", appraisal_id))
    assert "only a commissioning officer of a lead body" in words(page)
    assert buttons_of(page) == []
    assert "/edit/" not in page.content.decode()


def test_people_are_shown_with_what_they_may_do_here(appraisal_id, officer):
    factories.person("Di Fox", role=(Role.ASSESSOR, Role.PANEL_MEMBER), body="Northshire Health Trust")
    factories.person("Ed Lee", role=Role.LEAD_OFFICER, body="Northshire Health Trust")
    factories.person("Flo Gee", role=Role.ADMINISTRATOR)
    said = words(officer.get(address("setup_people", appraisal_id)))
    assert "Ada Reed Sets up, scores, agrees and recommends Commissioning officer" in said
    assert "Di Fox Scores Assessor, Panel member" in said
    assert "Ed Lee Scores Commissioning officer" in said
    assert "Flo Gee Reads Administrator" in said
    assert "It has no administrator: whoever runs this site adds the first one." in said
    assert "@" not in said


def test_an_administrator_is_led_to_the_people_page_of_their_own_body(appraisal_id):
    both = client_of(factories.person("Flo Gee", role=(Role.ADMINISTRATOR, Role.ASSESSOR)))
    page = both.get(address("setup_people", appraisal_id)).content.decode()
    council = factories.organisation()
    assert f"/organisations/{council}/people/" in page
    assert page.count("/people/") - page.count("/setup/people/") == 1
