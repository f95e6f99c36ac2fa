"""The History page: every change in words, and nothing of any other appraisal."""

from dataclasses import replace

import pytest

from appraisal.core.snapshot import from_dict
from appraisal.selectors import snapshots
from appraisal.services import recommendation, scoring
from organisations import audit
from tests import factories
from tests.appraisal.pages.asking import address, client_of, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def appraisal_id():
    return factories.appraisal()


@pytest.fixture
def officer():
    return factories.lead_officer()


def history(appraisal_id, user, **query):
    return words(client_of(user).get(address("history", appraisal_id), query))


def test_a_score_is_told_with_before_after_who_and_when(appraisal_id, officer):
    factories.score(appraisal_id, "stay", "reach", 4, rationale="More readers.", actor=officer)
    assert (
        "Option 1 on 1a Reach more readers 2 November 2026 10:01 , Ada Reed "
        "Score Before: not scored yet After: 4 Rationale Before: nothing After: More readers."
    ) in history(appraisal_id, officer)


def test_only_what_changed_is_told(appraisal_id, officer):
    factories.score(appraisal_id, "stay", "reach", 4, rationale="More readers.")
    factories.score(appraisal_id, "stay", "reach", 5, rationale="More readers.", version=2, minutes=2)
    text = history(appraisal_id, officer)
    assert "10:02 , command line Score Before: 4 After: 5 Option 1 on 1a" in text


def test_states_are_told_in_words(appraisal_id, officer):
    scoring.save_cell(
        actor=None,
        at=factories.at(),
        appraisal_id=appraisal_id,
        option="stay",
        sub_criterion="staff",
        state="not-applicable",
        score=None,
        rationale="",
        version=0,
    )
    assert "Score Before: not scored yet After: not applicable" in history(appraisal_id, officer)


def test_a_worked_out_score_says_so_when_it_is_replaced(officer):
    somerset = factories.somerset()
    factories.score(somerset, "option-3", "f3", 3, version=1)
    reader = factories.person(role="panel_member", body="Somerset County Council")
    assert "Score Before: 2 (worked out) After: 3" in history(somerset, reader)


def test_a_move_is_told_with_its_reason(officer):
    appraisal_id = factories.complete_appraisal()
    factories.move(appraisal_id, "set-up", reason="Read again.", actor=officer)
    assert (
        "Stage moved to Set-up 2 November 2026 10:01 , Ada Reed "
        "Stage Before: Scoring After: Set-up Reason: Read again."
    ) in history(appraisal_id, officer)


def test_a_recommendation_is_told_part_by_part(officer):
    appraisal_id = factories.complete_appraisal()
    snapshot = snapshots.snapshot(appraisal_id)
    asks = {"council": recommendation.Ask("approve it", "May 2027")}
    reasons = (recommendation.Reasons("people", "Why", ("It reaches more.",)),)
    content = replace(
        recommendation.content_of(snapshot),
        option="move",
        statement="Move it.",
        reasons=reasons,
        asks=asks,
        method_followed="The usual one",
        references=("A paper",),
    )
    recommendation.save(
        actor=officer, at=factories.at(3), appraisal_id=appraisal_id, content=content, version=1
    )
    text = history(appraisal_id, officer, kind="recommendation")
    for told in (
        "Preferred option Before: nothing After: Option 2, Move",
        "Statement Before: nothing After: Move it.",
        "Reasons, 1 People Before: nothing After: WhyIt reaches more.",
        "What Northshire Council is asked Before: nothing After: approve it",
        "When Northshire Council is asked Before: nothing After: May 2027",
        "Method followed Before: nothing After: The usual one",
        "References Before: nothing After: A paper",
    ):
        assert told in text


def test_a_replaced_file_is_told_with_every_cell_that_changed(officer):
    appraisal_id = factories.complete_appraisal()
    data = factories.file(
        title="Where the library goes next",
        cells=factories.cells({"stay": {"reach": 1, "staff": 3}}),
        options=factories.file()["options"][:1],
    )
    factories.stored(from_dict(data), replace=True)
    text = history(appraisal_id, officer, kind="files")
    assert "Appraisal replaced by a file" in text
    assert "Title Before: Where the library goes After: Where the library goes next" in text
    assert "Options Before: 3 After: 1" in text
    assert "Option 1 on 1a Reach more readers Before: 3 After: 1" in text
    assert "move on 1a Reach more readers Before: 5 After: not scored yet" in text
    assert "Appraisal stored from a file" in text


def test_history_of_what_a_file_took_away_can_still_be_read(officer):
    appraisal_id = factories.appraisal()
    factories.score(appraisal_id, "share", "cost", 5)
    data = factories.file(options=factories.file()["options"][:2])
    factories.stored(from_dict(data), replace=True)
    page = client_of(officer).get(address("history", appraisal_id))
    assert "share on 2a Cost less" in words(page)
    assert "/cells/share/cost/" not in page.content.decode()


def test_a_report_taken_is_told_and_is_no_change_on_the_overview(appraisal_id, officer):
    audit.record_export(
        actor=officer, at=factories.at(4), scope=appraisal_id, what="xlsx", check_code="AAAA-BBBB-CCCC"
    )
    text = history(appraisal_id, officer, kind="reports")
    assert "Report taken: Excel workbook 2 November 2026 10:04 , Ada Reed" in text
    assert "Check code of the content AAAA-BBBB-CCCC" in text
    overview = words(client_of(officer).get(address("overview", appraisal_id)))
    assert "Appraisal stored from a file" in overview
    assert "Report taken" not in overview


def test_the_newest_comes_first(appraisal_id, officer):
    factories.score(appraisal_id, "stay", "reach", 4, minutes=1)
    factories.score(appraisal_id, "stay", "staff", 4, minutes=2)
    text = history(appraisal_id, officer)
    assert (
        text.index("1b Keep the staff")
        < text.index("1a Reach more readers")
        < text.index("stored from a file")
    )


def test_the_history_is_narrowed_to_one_kind(appraisal_id, officer):
    factories.score(appraisal_id, "stay", "reach", 4)
    assert "stored from a file" not in history(appraisal_id, officer, kind="scores")
    assert "1 entry of this kind, the newest first." in history(appraisal_id, officer, kind="files")
    assert "2 entries, the newest first." in history(appraisal_id, officer, kind="no such kind")
    assert "There is no change of this kind yet." in history(appraisal_id, officer, kind="stage")


def test_twenty_five_changes_stand_on_a_page(appraisal_id, officer):
    for number in range(30):
        factories.score(
            appraisal_id, "stay", "reach", 1 + number % 5, version=number + bool(number), minutes=number
        )
    first, second = history(appraisal_id, officer), history(appraisal_id, officer, page="2")
    assert first.count("command line") - 1 == second.count("command line") - 1 + 19
    assert "Page 1 of 2" in first
    assert "stored from a file" in second
    assert history(appraisal_id, officer, page="99") == second
    assert history(appraisal_id, officer, page="minus one") == first


def test_nothing_of_another_appraisal_is_ever_told(appraisal_id, officer):
    other = factories.appraisal(slug="other", title="Another question")
    factories.score(other, "stay", "reach", 4, rationale="Not to be seen here.")
    assert "Not to be seen here." not in history(appraisal_id, officer)
    assert "Not to be seen here." in history(other, officer)


def test_texts_in_the_history_stay_text(appraisal_id, officer):
    factories.score(appraisal_id, "stay", "reach", 4, rationale="<script>alert(1)</script>")
    html = client_of(officer).get(address("history", appraisal_id)).content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html
