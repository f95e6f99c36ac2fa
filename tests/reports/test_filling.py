"""The workbook for scoring as it is written: what is open, what is locked, and what can be read."""

from io import BytesIO

import openpyxl
import pytest

from appraisal.core.snapshot import from_dict
from reports.content.filling import Versions, filling_book
from reports.render_excel.filling import render_filling
from tests.appraisal.workbook.corpus.ours import ID
from tests.factories import cells, file, fixture
from tests.reports.books import LOOKS_LIKE_A_FORMULA, looking_like_formulas


def book_of(snapshot):
    made = render_filling(filling_book(snapshot, Versions(ID, 1, {}), "2 November 2026 by Ada Reed"))
    return openpyxl.load_workbook(BytesIO(made))


@pytest.fixture(scope="module")
def somerset():
    return book_of(fixture("somerset-2017"))


def test_only_scores_and_rationales_can_be_changed_and_they_alone_are_white(somerset):
    for sheet in somerset:
        assert sheet.protection.sheet
        assert sheet.sheet_state == "visible"
        for row in sheet.iter_rows(min_row=5):
            for cell in row:
                is_open = not cell.protection.locked
                in_words = sheet.cell(cell.row, 4).value == "in words only"
                assert is_open == (
                    sheet.title == "Scores" and cell.column in (4, 5) and not (in_words and cell.column == 4)
                )
                if cell.fill.fill_type == "solid" and cell.row > 5:
                    assert (cell.fill.fgColor.rgb == "00FFFFFF") == is_open


def test_a_score_is_chosen_from_the_scale_and_a_rationale_has_a_limit(somerset):
    lists = {each.type: each for each in somerset["Scores"].data_validations.dataValidation}
    assert lists["list"].error == "Give a score from 1 to 5 in steps of 1."
    place = lists["list"].formula1.removeprefix("=Scale!").replace("$", "")
    assert [cell.value for [cell] in somerset["Scale"][place]] == [1, 2, 3, 4, 5, "To be confirmed"]
    assert lists["textLength"].formula1 == "10000"


def test_every_row_has_room_for_its_words_and_grows_with_them(somerset):
    sheet = somerset["Scores"]
    for row in range(5, sheet.max_row + 1):
        words = sheet.cell(row, 5).value or ""
        lines = -(-len(words) // 90)
        assert (sheet.row_dimensions[row].height or 15) >= 15 * lines
    part = render_filling(filling_book(fixture("somerset-2017"), Versions(ID, 1, {}), "now"))
    from tests.appraisal.workbook.packing import unpacked

    assert b'customHeight="1"' not in unpacked(part)["xl/worksheets/sheet1.xml"]


def test_text_beginning_like_a_formula_is_text():
    sheet = book_of(looking_like_formulas())["Scores"]
    written = [cell for cell in sheet["E"] if cell.value in LOOKS_LIKE_A_FORMULA]
    assert len(written) == len(LOOKS_LIKE_A_FORMULA)
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in written)


def test_the_dropped_are_left_out_and_the_long_list_is_scored_where_there_is_no_short_one():
    data = file(cells=cells({}))
    for option, stage in zip(data["options"], ("long-list", "long-list", "dropped"), strict=True):
        option["stage"] = stage
    data["options"][2]["reason"] = "No site."
    sheet = book_of(from_dict(data))["Scores"]
    assert {row[5] for row in sheet.iter_rows(min_row=5, values_only=True)} == {"stay", "move"}
