"""The Set-up page: what is done, what is missing, what blocks scoring, and the start of it."""

import html

import pytest
from django.urls import reverse

from appraisal.selectors import snapshots
from appraisal.selectors.appraisals import visible_to
from tests import factories
from tests.appraisal.pages.asking import address, client_of, words
from tests.appraisal.pages.setup.filling import buttons_of, follow, form_of, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(db):
    return factories.lead_officer()


@pytest.fixture
def client(person):
    return client_of(person)


@pytest.fixture
def blank(person, client):
    """An appraisal that was started just now, without any criteria."""
    where = reverse("appraisal:start_new")
    client.post(where, form_of(client.get(where)) | {"title": "From nothing"})
    return visible_to(person)[0].id


def said(client, appraisal_id):
    return html.unescape(words(client.get(address("setup", appraisal_id))))


def test_a_new_appraisal_says_what_is_missing_and_what_blocks_scoring(client, blank):
    page = said(client, blank)
    assert "2 of 7 tasks completed." in page
    for task in (
        "Title, question and summary The question is not written yet To do",
        "Bodies that take part One body takes part, one decides Completed",
        "People One person may score Completed",
        "Scale No scale is set: say what the lowest and the highest score is. Blocks scoring",
        (
            "Criteria groups and lines There is no criteria group yet. No line is scored: add at least one "
            "sub-criterion that is scored. Blocks scoring"
        ),
        (
            "Options, long list and short list No option is on the short list: at least 2 are needed to "
            "compare. Blocks scoring"
        ),
        "Weights A plain total, without weights, unless you choose otherwise To do",
        "Timeline The way to a decision, step by step. Optional",
    ):
        assert task in page
    assert "This blocks it: No scale is set" in page
    assert buttons_of(client.get(address("setup", blank))) == []


def test_every_task_leads_to_its_page(client, blank):
    page = client.get(address("setup", blank)).content.decode()
    for name in (
        "setup_about",
        "setup_bodies",
        "setup_people",
        "setup_scale",
        "criteria",
        "options",
        "weights",
    ):
        where = address(name, blank)
        assert f'href="{where}"' in page
        assert client.get(where).status_code == 200
    for part in ("timeline", "responsibilities", "sections", "notes"):
        assert f'href="{address("setup_part", blank, part=part)}"' in page


def test_an_appraisal_that_is_ready_can_be_started_here(client, db):
    ready = factories.appraisal(stage="set-up")
    page = client.get(address("setup", ready))
    assert "Nothing blocks scoring." in words(page)
    ((_, _, _),) = buttons_of(page)
    answer = client.post(address("move", ready), form_of(page))
    assert "The appraisal is now in the stage “Scoring”." in words(follow(client, answer))
    after = said(client, ready)
    assert "Scoring has started." in after
    assert "This cannot be changed while the appraisal is scored" in after
    assert buttons_of(client.get(address("setup", ready))) == []


def test_what_blocks_goes_as_it_is_mended(client, db):
    appraisal_id = factories.appraisal(stage="set-up", scale=None)
    assert "No scale is set: say what the lowest and the highest score is." in said(client, appraisal_id)
    send(client, "setup_scale", appraisal_id, {"lo": "1", "hi": "5"})
    page = said(client, appraisal_id)
    assert "Nothing blocks scoring." in page
    assert "Scale 1 to 5 Completed" in page


def test_a_reader_sees_how_far_it_is_and_cannot_start(db):
    ready = factories.appraisal(stage="set-up")
    reader = client_of(factories.person(role="panel_member"))
    page = reader.get(address("setup", ready))
    assert "You cannot change the set-up: only a commissioning officer of a lead body does that." in words(
        page
    )
    assert "You cannot move the appraisal to another stage" in words(page)
    assert [name for name, *_ in buttons_of(page)] in ([], [None])
    assert "Keep these criteria" not in words(page)


def test_the_overview_leads_to_the_set_up(client, db):
    ready = factories.appraisal(stage="set-up")
    page = client.get(address("overview", ready)).content.decode()
    assert f'govuk-task-list__link" href="{address("setup", ready)}"' in page


def test_a_stage_is_never_moved_by_looking(client, db):
    ready = factories.appraisal(stage="set-up")
    client.get(address("setup", ready))
    assert snapshots.snapshot(ready).stage == "set-up"
