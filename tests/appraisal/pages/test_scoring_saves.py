"""Saving a cell: one address for pages with and without scripts, and nothing that was typed is ever lost."""

import pytest

from appraisal.selectors import appraisals, snapshots
from organisations.models import AuditEvent
from organisations.roles import Role
from tests import factories
from tests.appraisal.pages.asking import HTMX, address, cell, client_of, sent, version, words

pytestmark = pytest.mark.django_db

TEXT = "What I typed, with <b>signs</b> & an ampersand."


@pytest.fixture
def appraisal_id():
    return factories.appraisal()


@pytest.fixture
def officer(appraisal_id):
    return client_of(factories.lead_officer())


def save(client, appraisal_id, data, option="stay", line="reach", **options):
    return client.post(address("save_cell", appraisal_id, option=option, line=line), data, **options)


def stored(appraisal_id, option="stay", line="reach"):
    return snapshots.snapshot(appraisal_id).cell_at.get((option, line))


def versions(appraisal_id, option="stay", line="reach"):
    return appraisals.cell_versions(appraisal_id)[option, line].version


def test_a_save_without_scripts_goes_back_to_the_cell_and_says_so(appraisal_id, officer):
    answer = save(officer, appraisal_id, sent())
    assert (
        answer.url == address("score_line", appraisal_id, line="reach") + "?saved=stay-reach#cell-stay-reach"
    )
    assert stored(appraisal_id).rationale == "Because."
    page = officer.get(answer.url)
    assert "<title>Saved Option 1: 1a Reach more readers - Scoring" in page.content.decode()
    assert "Saved " in words(cell(page, "stay-reach"))


def test_a_save_from_the_page_of_an_option_goes_back_there(appraisal_id, officer):
    answer = save(officer, appraisal_id, sent(by="option"))
    assert (
        answer.url
        == address("score_option", appraisal_id, option="stay") + "?saved=stay-reach#cell-stay-reach"
    )
    assert officer.get(answer.url).status_code == 200


def test_a_save_with_scripts_answers_with_status_version_and_progress_but_never_the_box(
    appraisal_id, officer
):
    answer = save(officer, appraisal_id, sent(), headers=HTMX)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert words(answer).startswith("Saved ")
    assert version(answer, "stay-reach") == versions(appraisal_id)
    said = words(answer)
    assert "Done: 1 of 12 cells" in said
    assert "<textarea" not in page
    assert "<html" not in page
    # The progress that is swapped in is the one that the page itself shows.
    whole = words(officer.get(address("score_line", appraisal_id, line="reach")))
    assert said[said.index("Done:") : said.index(" 0 1 of 3")] in whole
    assert "1a Reach more readers 1 of 3" in whole


def test_a_score_saves_without_a_rationale_and_says_that_it_lacks_one(appraisal_id, officer):
    answer = save(officer, appraisal_id, sent(rationale=""), headers=HTMX)
    assert answer.status_code == 200
    assert "No rationale yet" in words(answer)
    assert stored(appraisal_id).score == 4


@pytest.mark.parametrize(
    ("line", "mark", "state"),
    [
        ("reach", "unscored", "unscored"),
        ("reach", "to-be-confirmed", "to-be-confirmed"),
        ("staff", "not-applicable", "not-applicable"),
        ("law", "words", "words"),
    ],
)
def test_every_state_can_be_chosen(appraisal_id, officer, line, mark, state):
    assert save(officer, appraisal_id, sent(mark), line=line).status_code == 302
    assert stored(appraisal_id, line=line).state == state


def test_the_same_form_sent_twice_is_one_save(appraisal_id, officer):
    before = AuditEvent.objects.count()
    first = save(officer, appraisal_id, sent(), headers=HTMX)
    second = save(officer, appraisal_id, sent(), headers=HTMX)
    assert [first.status_code, second.status_code] == [200, 200]
    assert version(first, "stay-reach") == version(second, "stay-reach")
    assert AuditEvent.objects.count() == before + 1


def stale(client, appraisal_id, **options):
    """A save that comes after Ben Yu's, from a page opened before it."""
    colleague = factories.person("Ben Yu", role=Role.ASSESSOR)
    factories.score(appraisal_id, "stay", "reach", 2, rationale="Theirs.", actor=colleague)
    return save(client, appraisal_id, sent("5", TEXT), **options)


def test_a_stale_save_shows_both_values_and_keeps_what_was_typed(appraisal_id, officer):
    answer = stale(officer, appraisal_id)
    assert answer.status_code == 409
    page = cell(answer, "stay-reach")
    assert "Not saved" in words(page)
    assert "Ben Yu saved this cell at 10:01 on 2 November 2026, after you opened it." in words(page)
    assert "Point 2 Theirs." in words(page)
    assert "What I typed, with &lt;b&gt;signs&lt;/b&gt; &amp; an ampersand.</textarea>" in page
    assert 'value="5" checked' in page
    assert version(answer, "stay-reach") == 0
    assert "There is a problem Option 1, Stay, on 1a Reach more readers: not saved" in words(answer)
    assert stored(appraisal_id).rationale == "Theirs."


def test_a_stale_save_with_scripts_brings_the_choice_and_leaves_the_box_alone(appraisal_id, officer):
    answer = stale(officer, appraisal_id, headers=HTMX)
    assert answer.status_code == 409
    assert words(answer).startswith("Not saved Ben Yu saved this cell")
    assert "Keep mine" in words(answer)
    assert "Take theirs" in words(answer)
    assert "<textarea" not in answer.content.decode()
    assert 'name="version"' not in answer.content.decode()


def test_keep_mine_writes_over_what_was_shown(appraisal_id, officer):
    stale(officer, appraisal_id)
    answer = save(officer, appraisal_id, sent("5", TEXT, keep=versions(appraisal_id)))
    assert answer.status_code == 302
    assert (stored(appraisal_id).score, stored(appraisal_id).rationale) == (5, TEXT)


def test_keep_mine_does_not_write_over_what_was_not_shown(appraisal_id, officer):
    stale(officer, appraisal_id)
    shown = versions(appraisal_id)
    factories.score(appraisal_id, "stay", "reach", 1, rationale="Newer still.", version=shown)
    answer = save(officer, appraisal_id, sent("5", TEXT, keep=shown))
    assert answer.status_code == 409
    assert "Newer still." in words(answer)
    assert stored(appraisal_id).rationale == "Newer still."


def test_take_theirs_shows_the_cell_as_it_stands(appraisal_id, officer):
    stale(officer, appraisal_id)
    where = address("save_cell", appraisal_id, option="stay", line="reach")
    fresh = officer.get(where, headers=HTMX)
    assert "Theirs.</textarea>" in fresh.content.decode()
    assert version(fresh, "stay-reach") == versions(appraisal_id)
    assert officer.get(where).url == address("score_line", appraisal_id, line="reach") + "#cell-stay-reach"


def test_a_change_by_the_command_line_is_said_to_be_one(appraisal_id, officer):
    factories.score(appraisal_id, "stay", "reach", 2)
    answer = save(officer, appraisal_id, sent("5"), headers=HTMX)
    assert "The command line saved this cell" in words(answer)


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize(
    ("data", "said"),
    [
        (sent("7", TEXT), "7 is off the scale, which runs from 1 to 5. Give a score on the scale."),
        (sent("2.5", TEXT), "2.5 is between two steps of the scale"),
        (sent("nine", TEXT), "“nine”: This is not a number in plain figures"),
        (sent("not-applicable", TEXT), "not applicable only where its line says when that is so"),
        (sent("4", "x" * 10_001), "This has 10,001 characters; the most is 10,000. Shorten it by 1."),
        (sent("", TEXT), "Choose a score, or say that there is none yet."),
        (sent("4", TEXT, version=""), "This form came in incomplete."),
    ],
)
def test_a_mistake_is_said_at_the_cell_and_the_text_is_kept(appraisal_id, officer, data, said, headers):
    answer = save(officer, appraisal_id, data, headers=headers)
    assert answer.status_code == 422
    assert said in words(answer)
    assert "Not saved" in words(answer)
    assert stored(appraisal_id) is None
    if not headers:
        page = cell(answer, "stay-reach")
        assert said in words(page)
        assert "with &lt;b&gt;signs&lt;/b&gt;" in page or "x" * 10_001 in page
        assert "<title>Error: " in answer.content.decode()


def test_a_mistake_in_the_rationale_marks_the_box(appraisal_id, officer):
    page = cell(save(officer, appraisal_id, sent(rationale="x" * 10_001)), "stay-reach")
    assert 'aria-describedby="words-stay-reach problem-stay-reach" aria-invalid="true"' in page


def test_control_characters_are_taken_out_and_a_nul_is_refused(appraisal_id, officer):
    save(officer, appraisal_id, sent(rationale="A\x07B\x1bC"))
    assert stored(appraisal_id).rationale == "ABC"
    assert save(officer, appraisal_id, sent(rationale="A\x00B", version=2)).status_code == 400
    assert stored(appraisal_id).rationale == "ABC"


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.FINANCE_LEAD, Role.ADMINISTRATOR])
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_role_without_the_right_is_refused_with_the_reason(appraisal_id, role, headers):
    answer = save(client_of(factories.person(role=role)), appraisal_id, sent("4", TEXT), headers=headers)
    assert answer.status_code == 403
    assert "You cannot change scores: your role here is" in words(answer)
    assert stored(appraisal_id) is None


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_stage_that_moved_on_while_somebody_typed_keeps_the_text(headers):
    found = factories.complete_appraisal(stage="agreeing")
    client = client_of(factories.lead_officer())
    page = client.get(address("score_line", found, line="reach"))
    factories.move(found, "agreed")
    data = sent("1", TEXT, version=version(page, "stay-reach"))
    answer = save(client, found, data, headers=headers)
    assert answer.status_code == 403
    assert "Scores cannot be changed any more: they are agreed." in words(answer)
    assert "copy it before you leave" in words(answer)
    if not headers:
        assert "What I typed, with &lt;b&gt;" in cell(answer, "stay-reach")
    assert stored(found).score == 3


def test_a_cell_of_another_body_or_of_no_line_does_not_exist(appraisal_id, officer):
    stranger = client_of(factories.person(role=Role.LEAD_OFFICER, body="Far Away Council"))
    assert save(stranger, appraisal_id, sent()).status_code == 404
    assert save(officer, appraisal_id, sent(), line="nothing").status_code == 404
    assert save(officer, appraisal_id, sent(), option="nobody").status_code == 404


def test_a_session_that_ended_keeps_the_text_beside_a_sign_in(appraisal_id, officer):
    officer.logout()
    answer = save(officer, appraisal_id, sent("4", TEXT))
    assert answer.status_code == 401
    assert "What I typed, with &lt;b&gt;" in answer.content.decode()
    part = save(officer, appraisal_id, sent("4", TEXT), headers=HTMX)
    assert part.status_code == 401
    assert "What you typed is still on this page." in words(part)


def test_a_stale_token_keeps_the_text(appraisal_id):
    strict = client_of(factories.lead_officer(), enforce_csrf_checks=True)
    answer = save(strict, appraisal_id, sent("4", TEXT))
    assert answer.status_code == 403
    assert "What I typed, with &lt;b&gt;" in answer.content.decode()
    part = save(strict, appraisal_id, sent("4", TEXT), headers=HTMX)
    assert part.status_code == 403
    assert "wb:token" in part.headers["HX-Trigger"]


def test_a_save_asks_the_database_little_and_the_same_for_any_size(django_assert_max_num_queries):
    counts = []
    for options in (2, 20):
        names = [f"o{number}" for number in range(options)]
        found = factories.appraisal(
            slug=f"of-{options}",
            options=[
                {"id": name, "number": place, "name": name, "stage": "short-list"}
                for place, name in enumerate(names)
            ],
        )
        client = client_of(factories.lead_officer())
        with django_assert_max_num_queries(17) as asked:
            save(client, found, sent(), option="o0", headers=HTMX)
        counts.append(len(asked))
    assert counts[0] == counts[1]
