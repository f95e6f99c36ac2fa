"""A column pasted from a workbook: looked at first, every bad row named, then all of it or nothing."""

import re

import pytest

from appraisal.selectors import snapshots
from organisations.models import AuditEvent
from organisations.roles import Role
from tests import factories
from tests.appraisal.pages.asking import address, client_of, words

pytestmark = pytest.mark.django_db

COLUMN = "4\tWords for staying\n\n2. Sharing takes time."


@pytest.fixture
def appraisal_id():
    return factories.appraisal()


@pytest.fixture
def officer(appraisal_id):
    return client_of(factories.lead_officer())


def paste(client, appraisal_id, column, line="reach", **more):
    return client.post(address("paste_column", appraisal_id, line=line), {"column": column, **more})


def seen(answer):
    """What the form that applies a preview says it has shown."""
    found = re.search(r'name="seen" value="([^"]*)"', answer.content.decode())
    return found[1] if found else None


def paste_down(client, appraisal_id, column, option="stay", **more):
    return client.post(address("paste_down", appraisal_id, option=option), {"column": column, **more})


def stored(appraisal_id, line="reach"):
    """(state, score, rationale) of each option's cell on the line."""
    snapshot = snapshots.snapshot(appraisal_id)
    cells = [snapshot.cell_at.get((option.id, line)) for option in snapshot.options]
    return [cell and (str(cell.state), cell.score, cell.rationale) for cell in cells]


def test_the_line_offers_a_box_and_names_the_options_in_order(appraisal_id, officer):
    said = words(officer.get(address("score_line", appraisal_id, line="reach")))
    assert "Paste a column from Excel" in said
    assert "in this order: Option 1, Option 2, Option 3." in said


def test_the_preview_shows_now_and_then_and_changes_nothing(appraisal_id, officer):
    factories.score(appraisal_id, "move", "reach", 5)
    answer = paste(officer, appraisal_id, COLUMN)
    assert answer.status_code == 200
    said = words(answer)
    assert "1 Option 1, Stay Not scored yet No rationale 4 Point 4 Words for staying" in said
    assert "2 Option 2, Move 5 Point 5 Because. Stays as it is" in said
    assert (
        "3 Option 3, Share Not scored yet No rationale 2▼ (below neutral) Point 2 Sharing takes time." in said
    )
    assert "Change 2 cells" in said
    assert stored(appraisal_id)[0] is None


def test_applied_it_changes_all_of_the_cells_and_leaves_the_empty_row(appraisal_id, officer):
    factories.score(appraisal_id, "move", "reach", 5)
    events = AuditEvent.objects.count()
    preview = paste(officer, appraisal_id, COLUMN)
    answer = paste(officer, appraisal_id, COLUMN, seen=seen(preview), apply="yes")
    assert answer.url == address("score_line", appraisal_id, line="reach")
    assert "Changed two cells on 1a Reach more readers." in words(officer.get(answer.url))
    assert stored(appraisal_id) == [
        ("scored", 4, "Words for staying"),
        ("scored", 5, "Because."),
        ("scored", 2, "Sharing takes time."),
    ]
    assert AuditEvent.objects.count() == events + 2


def test_scores_alone_keep_the_words_that_stand(appraisal_id, officer):
    factories.score(appraisal_id, "stay", "reach", 5, rationale="These words stay.")
    preview = paste(officer, appraisal_id, "1\n2\n3")
    assert "1 Point 1 The rationale stays as it is" in words(preview).replace("▼ (below neutral)", "")
    paste(officer, appraisal_id, "1\n2\n3", seen=seen(preview), apply="yes")
    assert stored(appraisal_id)[0] == ("scored", 1, "These words stay.")


def test_every_bad_row_is_named_and_nothing_is_offered(appraisal_id, officer):
    answer = paste(officer, appraisal_id, "7\nfour\nn/a")
    assert answer.status_code == 422
    said = words(answer)
    assert "Row 1, Option 1, Stay: 7 is off the scale, which runs from 1 to 5." in said
    assert "Row 2, Option 2, Move: “four”: This is not a number in plain figures" in said
    assert "Row 3, Option 3, Share: This may be not applicable only where" in said
    assert (
        "7&#10;four&#10;n/a" in answer.content.decode()
        or "7\nfour\nn/a</textarea>" in answer.content.decode()
    )
    assert seen(answer) is None


def test_a_bad_row_stops_even_a_form_that_says_apply(appraisal_id, officer):
    answer = paste(officer, appraisal_id, "1\n7\n3", seen="stay:0 move:0 share:0", apply="yes")
    assert answer.status_code == 422
    assert stored(appraisal_id) == [None, None, None]


def test_too_many_rows_are_refused_with_the_text_kept(appraisal_id, officer):
    answer = paste(officer, appraisal_id, "Score\n1\n2\n3")
    assert answer.status_code == 422
    assert "You pasted 4 rows for 3 options." in words(answer)
    assert "Score\n1\n2\n3</textarea>" in answer.content.decode()


def test_an_empty_box_is_refused(appraisal_id, officer):
    answer = paste(officer, appraisal_id, "")
    assert answer.status_code == 422
    assert "Paste a column: one row for each option." in words(answer)


def test_a_column_that_changes_nothing_says_so(appraisal_id, officer):
    factories.score(appraisal_id, "stay", "reach", 4, rationale="")
    answer = paste(officer, appraisal_id, "4\n\n")
    assert "Nothing in the column differs from what stands." in words(answer)
    assert seen(answer) is None


def test_a_cell_saved_since_the_preview_stops_all_of_it_and_is_shown_anew(appraisal_id, officer):
    preview = paste(officer, appraisal_id, "1\n2\n3")
    factories.score(appraisal_id, "share", "reach", 5)
    answer = paste(officer, appraisal_id, "1\n2\n3", seen=seen(preview), apply="yes")
    assert answer.status_code == 409
    assert "Somebody saved one of these cells after the preview was made." in words(answer)
    assert "3 Option 3, Share 5 Point 5 Because." in words(answer)
    assert stored(appraisal_id)[:2] == [None, None]
    again = paste(officer, appraisal_id, "1\n2\n3", seen=seen(answer), apply="yes")
    assert again.status_code == 302
    assert [cell[1] for cell in stored(appraisal_id)] == [1, 2, 3]


def test_what_no_preview_has_shown_is_not_applied(appraisal_id, officer):
    answer = paste(officer, appraisal_id, "1\n2\n3", apply="yes")
    assert answer.status_code == 409
    assert stored(appraisal_id) == [None, None, None]


def test_a_line_in_words_takes_texts(appraisal_id, officer):
    preview = paste(officer, appraisal_id, "Lawful.\n\n4 lawyers agree", line="law")
    paste(officer, appraisal_id, "Lawful.\n\n4 lawyers agree", line="law", seen=seen(preview), apply="yes")
    assert stored(appraisal_id, "law") == [
        ("words", None, "Lawful."),
        None,
        ("words", None, "4 lawyers agree"),
    ]


def test_who_may_not_score_may_not_paste_and_keeps_the_column(appraisal_id):
    reader = client_of(factories.person(role=Role.PANEL_MEMBER))
    where = address("paste_column", appraisal_id, line="reach")
    assert reader.get(where).status_code == 403
    preview = paste(reader, appraisal_id, "1\n2\n3")
    assert "You cannot change scores" in words(preview)
    assert seen(preview) is None
    answer = paste(reader, appraisal_id, "1\n2\n3", seen="stay:0 move:0 share:0", apply="yes")
    assert answer.status_code == 403
    assert "1\n2\n3</textarea>" in answer.content.decode()
    assert stored(appraisal_id) == [None, None, None]


DOWN = "4\tReaches more\n5\n\n\tLawful."


def test_an_option_takes_a_column_down_all_lines(appraisal_id, officer):
    page = words(officer.get(address("score_option", appraisal_id, option="stay")))
    assert "One row for each line, without a heading, in this order: 1a Reach more readers, 1b" in page
    version = factories.score(appraisal_id, "stay", "cost", 2).version
    preview = paste_down(officer, appraisal_id, DOWN)
    assert "1 1a Reach more readers Not scored yet No rationale 4 Point 4 Reaches more" in words(preview)
    assert "Change 3 cells" in words(preview)
    assert seen(preview) == f"reach:0 staff:0 cost:{version} law:0"
    answer = paste_down(officer, appraisal_id, DOWN, seen=seen(preview), apply="yes")
    assert answer.url == address("score_option", appraisal_id, option="stay")
    assert "Changed three cells on Option 1, Stay." in words(officer.get(answer.url))
    assert stored(appraisal_id)[0] == ("scored", 4, "Reaches more")
    assert stored(appraisal_id, "staff")[0] == ("scored", 5, "")
    assert stored(appraisal_id, "cost")[0] == ("scored", 2, "Because.")
    assert stored(appraisal_id, "law")[0] == ("words", None, "Lawful.")


def test_bad_rows_of_an_option_are_named_by_their_lines(appraisal_id, officer):
    answer = paste_down(officer, appraisal_id, "7\n1\nx\n4\tLawful.")
    assert answer.status_code == 422
    said = words(answer)
    assert "Row 1, 1a Reach more readers: 7 is off the scale" in said
    assert "Row 4, 2b Be lawful: has 2 columns; at most 1 can be read" in said
    assert "You pasted 1 row for 4 lines." in words(paste_down(officer, appraisal_id, "1"))
    assert "Paste a column: one row for each line." in words(paste_down(officer, appraisal_id, ""))


def test_a_score_that_was_worked_out_is_given_once_another_is_pasted(officer):
    appraisal_id = factories.somerset()
    client = client_of(factories.lead_officer(body="Somerset County Council"))
    line = address("paste_column", appraisal_id, line="f3")
    column = {"column": "\n\n4\n\n\n"}
    client.post(line, {**column, "seen": seen(client.post(line, column)), "apply": "yes"})
    [cell] = [cell for cell in snapshots.snapshot(appraisal_id).cells if cell.sub_criterion == "f3"][2:3]
    assert (cell.option, cell.score, cell.basis) == ("option-3", 4, "given")


def test_an_option_that_is_not_short_listed_takes_no_column(appraisal_id, officer):
    assert paste_down(officer, appraisal_id, DOWN, option="nowhere").status_code == 404
