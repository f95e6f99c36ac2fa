"""Our own workbook for scoring, brought back: what it would change, and what it leaves as it is."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from appraisal.core.snapshot import Cell, CellState, load_json
from appraisal.workbook.plan import Aim
from appraisal.workbook.planning import Choices, Now, Saved, plan_for
from appraisal.workbook.reading import Sort, read
from reports.content.filling import Versions, filling_book
from reports.render_excel.filling import render_filling
from tests.appraisal.workbook.corpus.ours import ID, filled, now, snapshot, typed, workbook
from tests.appraisal.workbook.corpus.tables import table
from tests.appraisal.workbook.packing import saved
from tests.factories import at, fixture

FIXTURES = Path(__file__).resolve().parents[3] / "fixtures"
KINDS = ("appraisals", "worked_examples", "snapshots")
APPRAISALS = sorted(path for kind in KINDS for path in (FIXTURES / kind).glob("*.json"))
STANDS = "Because."


def planned(content, standing=None):
    return plan_for(read(content, Sort.WORKBOOK), "scores.xlsx", standing or now(), Choices())


def changes(plan):
    assert plan.problems == ()
    return {
        (change.option, change.line): (str(change.after.state), change.after.score, change.after.rationale)
        for change in plan.changes
    }


def said(plan):
    return " ".join(question.text for question in plan.questions)


def test_as_it_was_made_it_changes_nothing():
    plan = planned(workbook())
    assert (plan.aim, plan.problems, plan.changes, plan.unchanged) == (Aim.CELLS, (), (), 12)
    assert not plan.ready


def test_each_cell_that_was_filled_in_changes_and_no_other():
    plan = planned(
        typed(D5=4, D7=1, E7="New words", D10="To be confirmed", D8="Not applicable", E14="Lawful, yes.")
    )
    assert changes(plan) == {
        ("stay", "reach"): ("scored", "4", STANDS),
        ("share", "reach"): ("scored", "1", "New words"),
        ("stay", "staff"): ("not-applicable", "", STANDS),
        ("share", "staff"): ("to-be-confirmed", "", ""),
        ("stay", "law"): ("words", "", "Lawful, yes."),
    }
    assert plan.unchanged == 7
    where = {(change.option, change.line): change.where for change in plan.changes}
    assert where["stay", "reach"] == "Scores!D5"
    assert where["stay", "law"] == "Scores!D14"


def test_an_emptied_cell_is_emptied():
    assert changes(planned(typed(D5=None, E6=None))) == {
        ("stay", "reach"): ("unscored", "", STANDS),
        ("move", "reach"): ("scored", "5", ""),
    }


def test_each_change_carries_the_version_that_stands_now():
    plan = planned(typed(D5=4, D10=3))
    assert {(change.option, change.line): change.version for change in plan.changes} == {
        ("stay", "reach"): 2,
        ("share", "staff"): 0,
    }
    assert plan.revision == 3


def test_what_others_changed_meanwhile_stays_where_the_file_left_it_alone():
    appraisal = snapshot()
    cells = tuple(
        replace(cell, score=cell.score - 1) if (cell.option, cell.sub_criterion) == ("move", "cost") else cell
        for cell in appraisal.cells
    )
    standing = replace(now(), snapshot=replace(appraisal, cells=cells))
    plan = planned(typed(D5=4), standing)
    assert set(changes(plan)) == {("stay", "reach")}
    assert "The file was made at revision 2, and the appraisal is at 3." in said(plan)


def test_a_cell_that_both_changed_to_the_same_is_no_conflict():
    appraisal = snapshot()
    cells = tuple(
        replace(cell, score=cell.score - 1) if (cell.option, cell.sub_criterion) == ("move", "cost") else cell
        for cell in appraisal.cells
    )
    standing = replace(now(), snapshot=replace(appraisal, cells=cells))
    assert changes(planned(typed(D12=3), standing)) == {}


def test_rows_in_another_order_are_the_same_cells():
    def turned(sheet):
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
        for at_row, row in enumerate(reversed(rows), start=5):
            for column, value in enumerate(row, start=1):
                sheet.cell(at_row, column).value = value

    assert changes(planned(filled(turned))) == {}


def test_rows_taken_out_leave_their_cells_as_they_are():
    plan = planned(filled(lambda sheet: sheet.delete_rows(5, 3)))
    assert changes(plan) == {}
    assert "Rows taken out of the file: 3. Their cells stay as they are." in said(plan)


@pytest.mark.parametrize("sheet", ["Options", "Criteria", "Scale", "Weights"])
def test_a_change_on_a_sheet_that_only_tells_is_said_and_changes_nothing(sheet):
    plan = planned(filled(lambda found: found.cell(5, 2, "Something else"), sheet))
    assert changes(plan) == {}
    [said_of] = [question for question in plan.questions if question.where == sheet]
    assert "This sheet was changed in the file." in said_of.text


def test_another_sheet_beside_them_is_nobodys_business():
    made = openpyxl.load_workbook(BytesIO(typed(D5=4)))
    made.create_sheet("My notes").append(["=1/0", "anything"])
    assert set(changes(planned(saved(made)))) == {("stay", "reach")}


def test_text_beginning_like_a_formula_comes_back_as_text():
    appraisal = snapshot()
    cells = (*appraisal.cells[:-1], replace(appraisal.cells[-1], rationale='=HYPERLINK("x")'))
    appraisal = replace(appraisal, cells=cells)
    content = render_filling(filling_book(appraisal, Versions(ID, 2, {}), "now"))
    assert changes(planned(content, Now(str(ID), appraisal, 2, {}))) == {}


@pytest.mark.parametrize("path", APPRAISALS, ids=lambda path: path.stem)
def test_every_appraisal_of_the_fixtures_goes_out_and_comes_back_unchanged(path):
    appraisal = load_json(path.read_bytes())
    content = render_filling(filling_book(appraisal, Versions(ID, 1, {}), "now"))
    assert changes(planned(content, Now(str(ID), appraisal, 1, {}))) == {}


def test_somerset_goes_out_and_comes_back_unchanged():
    appraisal = fixture("somerset-2017")
    content = render_filling(filling_book(appraisal, Versions(ID, 1, {}), "now"))
    plan = planned(content, Now(str(ID), appraisal, 1, {}))
    assert (plan.problems, plan.changes, plan.questions, plan.unchanged) == ((), (), (), 90)


def test_a_worked_out_score_stays_so_until_it_is_another():
    appraisal = fixture("somerset-2017")
    made = openpyxl.load_workbook(
        BytesIO(render_filling(filling_book(appraisal, Versions(ID, 1, {}), "now")))
    )
    sheet = made["Scores"]
    [row] = [
        row[0].row for row in sheet.iter_rows(min_row=5) if [c.value for c in row[5:7]] == ["option-3", "f3"]
    ]
    sheet.cell(row, 5).value = "Other words"
    [change] = planned(saved(made), Now(str(ID), appraisal, 1, {})).changes
    assert (change.after.score, change.after.basis) == ("2", "worked-out")
    sheet.cell(row, 4).value = 3
    [change] = planned(saved(made), Now(str(ID), appraisal, 1, {})).changes
    assert (change.after.score, change.after.basis) == ("3", "given")


def test_a_table_that_people_have_changes_the_cells_it_names_by_their_options_and_lines():
    plan = planned(table(B2="1. Far fewer.", C2="Only words here"))
    found = changes(plan)
    assert found["stay", "reach"] == ("scored", "1", "Far fewer.")
    # Words without a figure take no score away.
    assert found["move", "reach"] == ("scored", "5", "Only words here")
    assert "No figure stands at the head of this text" in said(plan)
    assert {change.version for change in plan.changes if change.option == "move"} == {2, 3}


def test_scores_alone_leave_the_words_that_stand():
    plan = planned(table(B2=1))
    assert changes(plan)["stay", "reach"] == ("scored", "1", STANDS)


def test_a_plan_says_what_stood_before():
    appraisal = snapshot()
    standing = Now(str(ID), appraisal, 2, {("stay", "reach"): Saved(2, "Ada Reed", at(1))})
    [change] = planned(typed(D5=4), standing).changes
    assert (change.before.score, change.before.state) == ("3", CellState.SCORED)
    assert appraisal.cell_at["stay", "reach"] == Cell(
        "stay", "reach", CellState.SCORED, appraisal.cell_at["stay", "reach"].score, rationale=STANDS
    )
