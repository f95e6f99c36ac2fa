"""Somerset in every form that people have it in becomes the same appraisal, printed totals beside it."""

from io import BytesIO

import openpyxl
import pytest

from appraisal.core.evaluation import evaluate
from appraisal.core.snapshot import CellState, from_dict
from appraisal.workbook.planning import Choices, Lead, plan_new
from appraisal.workbook.planning.fresh import whole_file
from appraisal.workbook.reading import Sort, read
from tests.appraisal.workbook import somerset
from tests.appraisal.workbook.corpus.tables import LINES, OPTIONS, book, table, weighted
from tests.appraisal.workbook.packing import changed, saved
from tests.factories import fixture

LEAD = Lead("Somerset County Council", "SCC", "council")


def planned(content, sort=Sort.WORKBOOK, **choices):
    plan = plan_new(read(content, sort), "matrix.xlsx", LEAD, Choices(**choices))
    assert plan.problems == ()
    return plan


def made(plan):
    return from_dict(whole_file(plan))


def totals(plan):
    """Aggregate by the number of the option."""
    snapshot = made(plan)
    results = evaluate(snapshot).by_id
    return {at: results[option.id].aggregate for at, option in enumerate(snapshot.options, start=1)}


def said(plan):
    return " ".join(question.text for question in plan.questions)


def test_as_printed_it_is_read_whole_but_for_the_figure_that_was_lost():
    plan = planned(somerset.as_printed())
    snapshot, source = made(plan), fixture("somerset-2017")
    assert snapshot.title == somerset.TITLE
    assert [group.name for group in snapshot.groups] == [group.name for group in source.groups]
    assert [line.sub_criterion.name for line in snapshot.lines] == [
        line.sub_criterion.name for line in source.lines
    ]
    assert [line.sub_criterion.kind for line in snapshot.lines] == [
        line.sub_criterion.kind for line in source.lines
    ]
    assert [option.number for option in snapshot.options] == [1, 2, 3, 4, 5, 6]
    assert [option.name for option in snapshot.options] == [option.short_name for option in source.options]
    for option, other in zip(snapshot.options, source.options, strict=True):
        for line, of in zip(snapshot.lines, source.lines, strict=True):
            cell = snapshot.cell_at[option.id, line.sub_criterion.id]
            was = source.cell_at[other.id, of.sub_criterion.id]
            lost = (other.id, of.sub_criterion.id) == somerset.LOST
            assert cell.rationale == was.rationale
            assert cell.score == (None if lost else was.score)
            assert cell.state == (CellState.UNSCORED if lost else was.state)


def test_the_lost_figure_is_asked_for_and_the_printed_total_says_what_it_was():
    plan = planned(somerset.as_printed())
    [lost] = [each for each in plan.questions if "No figure stands at the head" in each.text]
    [supplied] = plan.supplied
    assert supplied.score == "2"
    assert supplied.where == lost.where
    assert "The printed total 10 less 8 for the other lines implies 2." in supplied.how
    waiting = [(each.printed, each.computed) for each in plan.compared if each.open]
    assert waiting == [("10", "9 to 13"), ("50", "49 to 53")]
    assert not any(each.differs for each in plan.compared)
    assert len(plan.compared) == 30


def test_a_printed_total_that_is_wrong_is_a_question_with_both_figures():
    content = openpyxl.load_workbook(BytesIO(somerset.as_printed()))
    sheet = content.active
    [row] = [cell.row for cell in sheet["A"] if cell.value == "Aggregate score"]
    sheet.cell(row, 7).value = 58
    plan = planned(saved(content))
    assert "the file prints 58, and the scores add up to 57. Which is right?" in said(plan)
    assert made(plan).printed.aggregates["option-6"] == 58


def test_a_printed_total_that_missing_scores_cannot_make_up_differs():
    content = openpyxl.load_workbook(BytesIO(somerset.as_printed()))
    sheet = content.active
    [row] = [cell.row for cell in sheet["A"] if cell.value == "Aggregate score"]
    sheet.cell(row, 4).value = 58
    plan = planned(saved(content))
    [differing] = [each for each in plan.compared if each.differs]
    assert (differing.option, differing.printed, differing.computed) == ("option-3", "58", "49 to 53")
    assert "the file prints 58; scores are missing, so the sum is 49 to 53." in said(plan)


def test_options_down_the_side_are_found_by_the_totals_beside_them():
    plan = planned(somerset.turned_round())
    assert totals(plan) == somerset.TOTALS
    assert all(each.same for each in plan.compared)
    assert len(plan.compared) == 30
    assert [group.name for group in made(plan).groups] == [g.name for g in fixture("somerset-2017").groups]
    assert "“Rank” was not read." in said(plan)


def test_scores_and_rationales_in_columns_of_their_own_belong_together():
    plan = planned(somerset.in_pairs())
    assert totals(plan) == somerset.TOTALS
    source = fixture("somerset-2017")
    words = {cell.rationale for cell in source.cells if cell.score is not None}
    assert {cell.rationale for cell in made(plan).cells} == words


def test_weights_beside_the_lines_are_read_and_no_totals_leave_the_form_open():
    weights = [3, 3, 3, 3, 1, 1, 1, 2, 2, 2, 4, 4, 4]
    plan = planned(somerset.in_pairs(weights))
    snapshot = made(plan)
    assert list(snapshot.weight_sets[0].sub_criteria.values()) == weights
    assert snapshot.method.combine == "weighted-sum"
    assert "The file prints no totals. Is that how it was meant?" in said(plan)


@pytest.mark.parametrize(
    ("printed", "combine"),
    [((19, 25, 23), "weighted-sum"), ((3.17, 4.17, 3.83), "weighted-mean"), ((9, 11, 12), "sum")],
)
def test_the_form_of_combining_is_the_one_that_printed_totals_agree_with(printed, combine):
    content = openpyxl.load_workbook(BytesIO(weighted(3, 1, 2)))
    for column, total in enumerate(printed, start=3):
        content.active.cell(5, column).value = total
    plan = planned(saved(content))
    assert "3 of 3 printed totals agree with it." in said(plan)
    assert made(plan).method.combine == combine


def test_sheets_with_the_same_options_are_one_table_and_other_sheets_are_named():
    plan = planned(somerset.in_sheets())
    snapshot = made(plan)
    assert [group.name for group in snapshot.groups] == [
        group.short_name or group.name for group in fixture("somerset-2017").groups
    ]
    assert len(snapshot.cells) == 90
    assert sum(bool(each.group) for each in plan.compared) == 24
    assert "The sheet “Read me” was not read: it has no table with the same options." in said(plan)
    assert "The sheet “Old scores” is hidden and was not read." in said(plan)


def test_one_sheet_can_be_chosen():
    name = fixture("somerset-2017").groups[1].short_name or fixture("somerset-2017").groups[1].name
    snapshot = made(planned(somerset.in_sheets(), sheet=name))
    assert [line.sub_criterion.name for line in snapshot.lines] == [
        sub.name for sub in fixture("somerset-2017").groups[1].sub_criteria
    ]


def test_a_pasted_matrix_is_read_with_its_line_breaks():
    plan = planned(somerset.pasted(), Sort.PASTED)
    untitled = plan_new(read(somerset.pasted(), Sort.PASTED), "what was pasted", LEAD, Choices())
    assert made(untitled).title == "Untitled appraisal"
    assert len(plan.changes) == 90
    assert {at: figure for at, figure in totals(plan).items() if at != 3} == {
        at: figure for at, figure in somerset.TOTALS.items() if at != 3
    }
    assert any("\n" in change.after.rationale for change in plan.changes)


def test_the_side_of_the_options_can_be_chosen():
    plan = planned(table(), side="down")
    assert [option.name for option in made(plan).options] == list(LINES)
    assert [line.sub_criterion.name for line in made(plan).lines] == list(OPTIONS)


def test_where_nothing_shows_the_side_it_is_asked():
    content = openpyxl.Workbook()
    for row in (["", "North", "South"], ["Reach", 4, 5], ["Cost", 2, 3]):
        content.active.append(row)
    plan = planned(saved(content))
    assert [option.name for option in made(plan).options] == ["North", "South"]
    assert "The table does not say which names are options." in said(plan)


def test_headings_said_again_in_other_words_are_the_same_options_and_the_names_are_asked():
    content = openpyxl.load_workbook(BytesIO(somerset.as_printed()))
    sheet = content.active
    governance = next(row for row in sheet.iter_rows() if row[0].value == "Governance Considerations")
    governance[1].value, governance[2].value, governance[6].value = (
        "Option 1",
        "Pooled budgets",
        "Option 6: A vehicle",
    )
    plan, printed = planned(saved(content)), planned(somerset.as_printed())
    assert [(each.option, each.group, each.printed, each.same) for each in plan.compared] == [
        (each.option, each.group, each.printed, each.same) for each in printed.compared
    ]
    assert [line.sub_criterion.name for line in made(plan).lines] == [
        line.sub_criterion.name for line in made(printed).lines
    ]
    names = [option.other_names for option in made(plan).options]
    assert names == [(), ("Pooled budgets",), (), (), (), ("A vehicle",)]
    assert "is elsewhere called “Pooled budgets”. Which name should stand throughout?" in said(plan)


@pytest.mark.parametrize(
    ("scores", "scale"),
    [
        ((1, 5, 3), ("1", "5", "1")),
        ((0, 3, 2), ("0", "5", "1")),
        ((2, 9, 7), ("1", "10", "1")),
        ((-2, 1, 0), ("-2", "2", "1")),
        ((40, 95, 7), ("0", "100", "1")),
        ((1.5, 3, 4), ("1", "5", "0.5")),
        ((2, 3.75, 4), ("1", "5", "0.25")),
        ((250, 3, 1), ("0", "250", "1")),
    ],
)
def test_the_scale_is_the_first_usual_one_that_holds_the_scores_and_is_asked(scores, scale):
    content = book()
    for row in (2, 3, 4):
        for column, score in enumerate(scores, start=2):
            content.active.cell(row, column).value = score
    plan = planned(saved(content))
    found = made(plan).scale
    assert (str(found.lo), str(found.hi), str(found.step)) == scale
    assert "No scale was read from the file." in said(plan)


def test_a_chosen_scale_holds_and_is_not_asked():
    plan = planned(table(), scale={"lo": "0", "hi": "10", "step": "1", "neutral": "5"})
    found = made(plan).scale
    assert (found.lo, found.hi, found.neutral) == (0, 10, 5)
    assert "No scale was read from the file." not in said(plan)


def test_a_chosen_scale_that_is_none_is_refused():
    plan = plan_new(read(table(), Sort.WORKBOOK), "a.xlsx", LEAD, Choices(scale={"lo": "one", "hi": "5"}))
    assert "The lowest score, “one”: This is not a number" in plan.problems[0].text


def test_a_gate_and_a_line_in_words_are_what_their_cells_are():
    content = book()
    content.active.insert_rows(2)
    for column, text in enumerate(["Lawful", "Pass", "Fail. No power.", "Pass"], start=1):
        content.active.cell(2, column).value = text
    content.active.append([])
    sheet = content.active
    sheet.insert_rows(6)
    for column, text in enumerate(["Fits the plan", "It does", "It does not", "In part"], start=1):
        sheet.cell(6, column).value = text
    plan = planned(saved(content))
    kinds = {line.sub_criterion.name: str(line.sub_criterion.kind) for line in made(plan).lines}
    assert kinds["Lawful"] == "gate"
    assert kinds["Fits the plan"] == "words"
    assert "No figure stands on this line" in said(plan)


def test_a_formula_with_a_result_is_taken_and_said():
    content = with_a_result()
    plan = planned(content)
    assert made(plan).cell_at["option-1", "line-1"].score == 4
    assert "A formula stands here; its last result was taken." in said(plan)


def with_a_result():
    """The table whose first score is a formula, with the result that Excel last stored."""
    content = table(B2="=2+2")
    return changed(content, "xl/worksheets/sheet1.xml", ("<f>2+2</f><v></v>", "<f>2+2</f><v>4</v>"))


def test_the_questions_of_the_checks_page_are_asked_beside_their_place():
    words = "This would be detrimental and poor, and makes it worse."
    plan = planned(table(C2=f"5. {words}", C3=f"2. {words}"))
    assert any(each.where == "Matrix!C2" and "Do the words fit" in each.text for each in plan.questions)
    assert "the same" in said(plan).casefold()
