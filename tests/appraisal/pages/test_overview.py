"""The overview: where an appraisal stands, the moves, and everything that is known of it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localtime

from appraisal.selectors import appraisals, snapshots
from appraisal.services.scoring import save_cell
from organisations.audit import record_export
from tests import factories
from tests.appraisal.pages.asking import address, client_of, words

pytestmark = pytest.mark.django_db

WHY = "The scale was read in two ways."


@pytest.fixture
def officer():
    return factories.lead_officer()


def overview(appraisal_id, user):
    return client_of(user).get(address("overview", appraisal_id))


def move(appraisal_id, user, to, reason="", **options):
    data = {"move_to": to, "reason": reason}
    return client_of(user).post(address("move", appraisal_id), data, **options)


def stage(appraisal_id):
    return snapshots.snapshot(appraisal_id).stage


def test_the_tasks_say_what_is_done_and_what_is_next(officer):
    text = words(overview(factories.complete_appraisal(), officer))
    assert "Where it stands Scoring" in text
    assert "Waiting for you: Start agreeing the scores" in text
    assert (
        "Set up options, criteria and scale 3 options, 3 of them short-listed; 4 lines; a scale Completed"
        in text
    )
    assert "Score the options 9 of 9 scores given In progress" in text
    assert "Agree the scores Cannot start yet" in text
    assert "Write the recommendation Nothing is written yet Not started" in text
    assert "Close as agreed Cannot start yet" in text


def test_the_counts_tell_the_states_apart(officer):
    given = {"stay": {"reach": 3, "staff": None, "law": "words"}, "move": {"staff": "not-applicable"}}
    cells = factories.cells(given)
    cells.append({"option": "move", "sub_criterion": "reach", "state": "scored", "score": "4"})
    text = words(overview(factories.appraisal(cells=cells), officer))
    assert "Scores given 2 of 9 Not scored yet 5 To be confirmed 1 Not applicable 1" in text
    assert "Scores without a rationale 1 Scores worked out from other figures 0" in text
    assert "Lines in words only, written 1 of 3" in text


def test_somerset_shows_who_is_involved_and_what_each_is_asked():
    member = factories.person(role="panel_member", body="Somerset County Council")
    text = words(overview(factories.somerset(), member))
    assert (
        "Somerset County Council Cabinet Decides; leads the appraisal approve the recommended option" in text
    )
    assert "NHS England Is consulted" in text
    assert "Option 6, New joint vehicle Short list" in text
    assert "4c Make best use of VAT regulations (scored)" in text
    assert "2d Be feasible under current legislation (in words only)" in text
    assert "3 The model will not impact on this objective positively or negatively (neutral)" in text


def test_sections_and_responsibilities_of_cornwall_are_shown():
    member = factories.person(role="panel_member", body="Cornwall Council")
    text = words(overview(factories.cornwall(), member))
    assert "No scale is set, so nothing can be scored yet." in text
    assert "With Devon Dropped" in text
    assert "Who would do what Commissioner" in text
    assert "Nothing can be scored yet" in text


def test_every_kind_of_section_is_printed(officer):
    sections = [
        {"id": "a", "title": "Aims", "place": "before", "kind": "paragraphs", "items": ["One <b>aim</b>."]},
        {"id": "b", "title": "Parts", "kind": "table", "columns": ["Who", "What"], "rows": [["Us", "All"]]},
        {"id": "c", "title": "Checks", "kind": "checklist", "items": [{"text": "Equality", "done": True}]},
    ]
    text = words(overview(factories.appraisal(sections=sections), officer))
    assert "Background Aims One &lt;b&gt;aim&lt;/b&gt;." in text
    assert "Further material Parts Who What Us All Checks Done Equality" in text


def test_a_move_that_is_ready_is_made(officer):
    appraisal_id = factories.complete_appraisal()
    answer = move(appraisal_id, officer, "agreeing", follow=True)
    assert stage(appraisal_id) == "agreeing"
    assert "The appraisal is now in the stage “Agreeing the scores”." in words(answer)


def test_a_button_that_cannot_be_used_says_why_in_the_words_of_the_refusal(officer):
    appraisal_id = factories.appraisal()
    reason = "9 scores are missing: Option 1 on 1a, Option 1 on 1b, Option 1 on 2a and 6 more."
    page = overview(appraisal_id, officer)
    assert reason in words(page)
    assert 'aria-disabled="true" aria-describedby="move-agreeing-reasons"' in page.content.decode()
    refused = move(appraisal_id, officer, "agreeing")
    assert refused.status_code == 422
    assert f"There is a problem {reason}" in words(refused)
    assert stage(appraisal_id) == "scoring"


def test_a_move_back_needs_a_reason_and_says_so_at_its_field(officer):
    appraisal_id = factories.complete_appraisal()
    answer = move(appraisal_id, officer, "set-up", "  \n ")
    assert answer.status_code == 422
    assert 'id="move-set-up-reason_error"' in answer.content.decode()
    assert "Write why: everybody who takes part reads it in the history." in words(answer)
    assert stage(appraisal_id) == "scoring"
    assert move(appraisal_id, officer, "set-up", WHY).status_code == 302
    assert stage(appraisal_id) == "set-up"
    assert WHY in words(client_of(officer).get(address("history", appraisal_id)))


def test_a_reason_that_is_too_long_is_refused_and_kept(officer):
    appraisal_id = factories.complete_appraisal()
    answer = move(appraisal_id, officer, "set-up", "x" * 10_001)
    assert answer.status_code == 422
    assert "This has 10,001 characters; the most is 10,000." in words(answer)
    assert "x" * 10_001 in answer.content.decode()


def test_a_move_that_somebody_else_made_meanwhile_keeps_the_reason(officer):
    appraisal_id = factories.complete_appraisal()
    factories.move(appraisal_id, "agreeing")
    answer = move(appraisal_id, officer, "set-up", WHY)
    assert answer.status_code == 409
    assert "The appraisal cannot be moved there" in words(answer)
    assert stage(appraisal_id) == "agreeing"


def test_the_same_move_sent_twice_is_made_once(officer):
    appraisal_id = factories.complete_appraisal()
    move(appraisal_id, officer, "agreeing")
    revision = appraisals.get(officer, appraisal_id).revision
    assert move(appraisal_id, officer, "agreeing").status_code == 302
    assert appraisals.get(officer, appraisal_id).revision == revision


@pytest.mark.parametrize("to", ["", "somewhere", "agreed\u202e"])
def test_a_stage_that_there_is_not_is_refused(to, officer):
    appraisal_id = factories.complete_appraisal()
    assert move(appraisal_id, officer, to).status_code in (409, 422)
    assert stage(appraisal_id) == "scoring"


@pytest.mark.parametrize(
    ("role", "body"),
    [
        ("assessor", "Northshire Council"),
        ("panel_member", "Northshire Council"),
        ("finance_lead", "Northshire Council"),
        ("administrator", "Northshire Council"),
        ("lead_officer", "Northshire Health Trust"),
    ],
)
def test_only_a_commissioning_officer_of_a_lead_body_moves_it(role, body):
    appraisal_id = factories.complete_appraisal()
    somebody = factories.person(role=role, body=body)
    words_of_refusal = "You cannot move the appraisal to another stage"
    assert words_of_refusal in words(overview(appraisal_id, somebody))
    answer = move(appraisal_id, somebody, "agreeing")
    assert answer.status_code == 403
    assert words_of_refusal in words(answer)
    assert stage(appraisal_id) == "scoring"


def test_a_stranger_cannot_tell_whether_there_is_something_to_move():
    appraisal_id = factories.complete_appraisal()
    stranger = factories.person(role="lead_officer", body="Southshire Council")
    assert move(appraisal_id, stranger, "agreeing").status_code == 404


def test_a_move_is_not_made_by_reading(officer):
    answer = client_of(officer).get(address("move", factories.complete_appraisal()))
    assert answer.status_code == 405
    assert "Nothing to read here This is the address to which a form is sent" in words(answer)


def test_what_changed_lately_stands_on_the_page(officer):
    appraisal_id = factories.appraisal()
    factories.score(appraisal_id, "stay", "reach", 4, actor=officer)
    text = words(overview(appraisal_id, officer))
    assert (
        "2 November 2026 10:01 , Ada Reed Option 1 on 1a Reach more readers: now 4, before not scored yet"
        in text
    )


def test_what_others_changed_since_the_sign_in_before_is_counted():
    officer = factories.lead_officer(email="ada@northshire.example", password=factories.PASSWORD)
    appraisal_id = factories.appraisal()
    client = Client()
    signed_in = {"login": "ada@northshire.example", "password": factories.PASSWORD}
    client.post(reverse("account_login"), signed_in)
    assert "Since your previous sign-in" not in words(client.get(address("overview", appraisal_id)))
    client.post(reverse("account_logout"))
    officer.refresh_from_db()
    own, later = officer.last_login + timedelta(minutes=1), officer.last_login + timedelta(minutes=2)
    save = {"appraisal_id": appraisal_id, "option": "stay", "sub_criterion": "reach", "rationale": ""}
    first = save_cell(actor=officer, at=own, state="scored", score="4", version=0, **save)
    save_cell(actor=None, at=later, state="scored", score="5", version=first.version, **save)
    record_export(actor=None, at=later, scope=appraisal_id, what="pdf", check_code="7F3A")
    client.post(reverse("account_login"), signed_in)
    when = localtime(officer.last_login)
    said = f"previous sign-in, on {when.day} {when:%B %Y} at {when:%H:%M} , others made one change ."
    assert said in words(client.get(address("overview", appraisal_id)))


def test_an_agreed_appraisal_can_only_be_reopened(officer):
    appraisal_id = factories.complete_appraisal()
    factories.move(appraisal_id, "agreeing")
    factories.move(appraisal_id, "agreed")
    text = words(overview(appraisal_id, officer))
    assert "Close as agreed Scores and recommendation can no longer change Completed" in text
    assert "Nothing waits for you." in text
    assert "Reopen" in text
    assert "Agreed, last changed" in text
    assert "Draft" not in text
