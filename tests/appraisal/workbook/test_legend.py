"""What each score means, listed beside a table that people have, becomes the scale of the appraisal."""

import pytest

from tests.appraisal.workbook.corpus.tables import book
from tests.appraisal.workbook.packing import saved
from tests.appraisal.workbook.test_tables import made, planned, said


@pytest.mark.parametrize(
    ("rows", "points"),
    [
        ([(1, "Far worse"), (2, "Worse"), (3, "Better")], None),
        (
            [(1, "Worse"), (3, "No impact"), (5, "Better")],
            [("1", "Worse"), ("3", "No impact"), ("5", "Better")],
        ),
        (
            [("5 = Better",), ("3: No  impact",), ("1. Worse",)],
            [("1", "Worse"), ("3", "No impact"), ("5", "Better")],
        ),
        ([(0, "Nothing"), (5, "Half"), (10, "All")], [("0", "Nothing"), ("5", "Half"), ("10", "All")]),
        ([(1, "Worse"), (5, "Better")], None),
        ([(1, "Worse"), (3, "No impact"), (2, "x"), (5, "Better")], None),
        ([("9" * 15, "x"), ("9" * 16, "y"), ("9" * 17, "z")], None),
        ([(1, "a" * 400), (3, "No impact"), (5, "Better")], [("3", "No impact"), ("5", "Better")]),
    ],
)
def test_a_list_of_points_above_the_table_is_the_scale_where_it_holds_the_scores(rows, points):
    content = book()
    content.active.insert_rows(1, len(rows) + 1)
    for row, cells in enumerate(rows, start=1):
        for column, value in enumerate(cells, start=1):
            content.active.cell(row, column).value = value
    plan = planned(saved(content))
    found = made(plan).scale
    assert [(str(each.value), each.label) for each in found.points] == (points or [])
    assert ("No scale was read from the file." in said(plan)) is (points is None)
    asked = [each.where for each in plan.questions if "taken from the list here" in each.text]
    assert asked == (["Matrix!A1"] if points else [])
    if points:
        assert found.hi == int(points[-1][0])
        assert made(plan).title == "matrix"


def test_numbered_notes_below_the_table_are_no_scale_and_a_list_under_its_heading_is():
    notes = [("1. Scored in July.",), ("2. By three officers.",), ("3. Agreed.",), ("4. See",), ("5. Annex",)]
    for heading, count in (("Notes", 0), ("Scoring", 5)):
        content = book()
        last = content.active.max_row
        for row, cells in enumerate([(heading,), *notes], start=last + 2):
            content.active.cell(row, 1).value = cells[0]
        assert len(made(planned(saved(content))).scale.points) == count


def test_points_that_are_not_on_a_chosen_scale_fall_away():
    content = book()
    content.active.insert_rows(1, 4)
    for row, words in enumerate(("None", "Some", "All"), start=1):
        content.active.cell(row, 1).value, content.active.cell(row, 2).value = row * 2 - 1, words
    found = made(planned(saved(content), scale={"lo": "2", "hi": "5", "step": "1", "neutral": ""})).scale
    assert [str(each.value) for each in found.points] == ["3", "5"]
