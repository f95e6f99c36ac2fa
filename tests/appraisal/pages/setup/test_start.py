"""Starting an appraisal: by whom, from what, and what stands afterwards."""

import pytest
from django.urls import reverse

from appraisal.selectors import snapshots
from appraisal.selectors.appraisals import visible_to
from organisations.roles import Role
from tests import factories
from tests.appraisal.pages.asking import address, client_of, words
from tests.appraisal.pages.setup.filling import buttons_of, follow, form_of, send

pytestmark = pytest.mark.django_db

START, NEW, COPY = (reverse(f"appraisal:{name}") for name in ("start", "start_new", "start_copy"))
TEMPLATES = {
    "somerset-four-aims": (4, 15),
    "cornwall-five": (5, 16),
    "green-book-csf": (1, 5),
    "blank": (0, 0),
}


@pytest.fixture
def person():
    return factories.lead_officer()


@pytest.fixture
def client(person):
    return client_of(person)


def started(client, where=NEW, **changes):
    return client.post(where, form_of(client.get(where)) | {"title": "A new one"} | changes)


def only(user):
    (found,) = visible_to(user)
    return found


def test_the_list_leads_on_for_who_may_start(client):
    page = client.get(reverse("appraisal:list"))
    assert f'href="{START}"' in page.content.decode()
    said = words(client.get(START))
    for name in ("Four aims, as in Somerset 2017", "Critical success factors of the Green Book", "Blank"):
        assert name in said


def test_who_may_not_start_is_told_why():
    assessor = client_of(factories.person(role=Role.ASSESSOR))
    assert START not in assessor.get(reverse("appraisal:list")).content.decode()
    assert "You cannot start an appraisal" in words(assessor.get(START))
    for where in (NEW, COPY):
        assert assessor.get(where).status_code == 403
        assert assessor.post(where, {"title": "Mine"}).status_code == 403


def test_somebody_of_no_body_is_told_so(db):
    nobody = client_of(factories.person())
    assert "you belong to no body yet" in words(nobody.get(START))


@pytest.mark.parametrize(("template", "size"), TEMPLATES.items())
def test_every_template_begins_an_appraisal_with_its_criteria(client, person, template, size):
    answer = started(client, template=template)
    page = follow(client, answer)
    assert "The appraisal was started. Set it up step by step below." in words(page)
    snapshot = snapshots.snapshot(only(person).id)
    assert (len(snapshot.groups), len(snapshot.lines)) == size
    assert (snapshot.title, snapshot.stage, snapshot.cells) == ("A new one", "set-up", ())
    (body,) = snapshot.organisations
    assert (body.name, body.lead, body.role) == ("Northshire Council", True, "decides")


def test_the_template_that_was_chosen_on_the_page_before_is_chosen(client):
    assert form_of(client.get(f"{NEW}?template=green-book-csf"))["template"] == "green-book-csf"
    assert form_of(client.get(NEW))["template"] == "blank"


def test_what_is_lacking_is_said_and_nothing_is_started(client, person):
    answer = started(client, title="", slug="Not a slug!", template="cornwall-five")
    assert answer.status_code == 422
    assert form_of(answer)["template"] == "cornwall-five"
    assert form_of(answer)["slug"] == "Not a slug!"
    said = words(answer)
    assert "Enter the title" in said
    assert "There is a problem" in said
    assert visible_to(person) == ()


def test_a_name_in_files_that_is_taken_is_refused(client, person):
    started(client, slug="library")
    answer = started(client, slug="library")
    assert answer.status_code == 422
    assert 'href="#id_slug"' in answer.content.decode()
    assert len(visible_to(person)) == 1


def test_a_body_of_others_cannot_be_chosen(client, person):
    other = factories.organisation("Elsewhere Council")
    answer = started(client, organisation=str(other))
    assert answer.status_code == 422
    assert "This cannot be chosen any more." in words(answer)
    assert visible_to(person) == ()


@pytest.mark.parametrize(("scores", "cells"), [("no", 0), ("yes", 12)])
def test_a_copy_comes_with_or_without_its_scores(client, person, scores, cells):
    source = factories.complete_appraisal()
    answer = started(client, f"{COPY}?source={source}", title="A copy", scores=scores)
    assert answer.status_code == 302
    copy = next(row for row in visible_to(person) if row.id != source)
    found, old = snapshots.snapshot(copy.id), snapshots.snapshot(source)
    assert (found.title, found.stage, len(found.cells)) == ("A copy", "set-up", cells)
    assert (found.groups, found.options, found.scale) == (old.groups, old.options, old.scale)


def test_only_what_the_person_sees_can_be_copied(client):
    theirs = factories.stored(factories.fixture("somerset-2017"))
    mine = factories.appraisal()
    page = client.get(COPY)
    assert str(mine) in page.content.decode()
    assert str(theirs) not in page.content.decode()
    answer = started(client, COPY, source=str(theirs))
    assert answer.status_code == 422
    assert "This cannot be chosen any more." in words(answer)


def test_criteria_are_kept_offered_and_taken_away(client, person):
    source = factories.appraisal()
    answer = send(client, "save_template", source, {"name": "Libraries", "description": "For buildings"})
    assert "“Libraries” is kept." in words(follow(client, answer))
    page = words(client.get(START))
    assert "Libraries For buildings Kept by Northshire Council: 2 groups, 4 lines" in page
    kept = next(value for value in form_values(client.get(NEW), "template") if len(value) == 36)
    assert started(client, template=kept).status_code == 302
    begun = next(row for row in visible_to(person) if row.id != source)
    assert len(snapshots.snapshot(begun.id).lines) == 4
    where = reverse("appraisal:remove_template", kwargs={"template_id": kept})
    asked = client.get(where)
    assert "Nobody of Northshire Council could begin with it any more." in words(asked)
    assert "Remove the template" in words(asked)
    assert buttons_of(asked)
    assert "“Libraries” is offered no more." in words(follow(client, client.post(where)))
    assert "Libraries" not in words(client.get(START))
    assert client.get(where).status_code == 404
    assert len(snapshots.snapshot(begun.id).lines) == 4


def test_a_template_needs_a_name_of_its_own(client):
    source = factories.appraisal()
    send(client, "save_template", source, {"name": "Libraries"})
    for name in ("", "Libraries"):
        answer = send(client, "save_template", source, {"name": name, "description": "Kept"})
        assert answer.status_code == 422
        assert 'href="#id_name"' in answer.content.decode()
        assert form_of(answer)["description"] == "Kept"


def test_who_leads_no_body_keeps_no_template():
    source = factories.appraisal()
    assessor = client_of(factories.person(role=Role.ASSESSOR))
    assert assessor.get(address("save_template", source)).status_code == 403


def form_values(answer, name):
    """The values of the choices of a field."""
    return [
        part.partition('value="')[2].partition('"')[0]
        for part in answer.content.decode().split(f'name="{name}"')[1:]
    ]
