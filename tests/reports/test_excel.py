"""The workbook, read back: as it is written, and as LibreOffice works it out."""

from fractions import Fraction
from io import BytesIO

import openpyxl
import pytest

from appraisal.core.evaluation import evaluate
from appraisal.core.snapshot import check_code
from tests.factories import fixture, fixture_data
from tests.reports.books import COMBINED, LOOKS_LIKE_A_FORMULA, combined
from tests.reports.reading import matrix_rows

TOTALS = {
    "Option 6": (57, 17, 13, 13, 14),
    "Option 4": (54, 16, 13, 13, 12),
    "Option 3": (50, 16, 13, 11, 10),
    "Option 2": (48, 14, 11, 11, 12),
    "Option 5": (37, 10, 9, 9, 9),
    "Option 1": (31, 9, 7, 7, 8),
}


def test_libreoffice_works_out_the_printed_totals_group_totals_and_places(somerset_recalculated):
    rows = matrix_rows(somerset_recalculated)
    assert list(rows) == list(TOTALS)
    for place, (option, figures) in enumerate(TOTALS.items(), start=1):
        row = rows[option]
        assert (row["Total"], *(row[f"Total {group}"] for group in range(1, 5))) == figures
        assert (row["Place"], row["Lowest total"], row["Highest total"]) == (place, figures[0], figures[0])


def test_the_summary_reads_the_matrix(somerset_recalculated):
    rows = list(somerset_recalculated["Summary"].iter_rows(max_col=4, values_only=True))
    ranked = [row for row in rows if row[0] in TOTALS]
    assert [(row[0], row[2], row[3]) for row in ranked] == [
        (option, place, figures[0]) for place, (option, figures) in enumerate(TOTALS.items(), start=1)
    ]


def test_every_total_and_place_is_a_formula_and_every_score_a_number(somerset_workbook):
    sheet = openpyxl.load_workbook(BytesIO(somerset_workbook))["Matrix"]
    for row in range(11, 17):
        assert all(str(sheet.cell(row, column).value).startswith("=") for column in (3, 4, 5, 6))
        assert isinstance(sheet.cell(row, 9).value, int)


def test_every_rationale_stands_in_its_row(somerset_workbook):
    sheet = openpyxl.load_workbook(BytesIO(somerset_workbook))["Rationales"]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert len(rows) == 90
    wanted = sorted(cell["rationale"] for cell in fixture_data("somerset-2017")["cells"])
    assert sorted(row[7] for row in rows) == wanted
    worked_out = [row for row in rows if row[6] == "Worked out"]
    assert [(row[0], row[3], row[5]) for row in worked_out] == [("Option 3", "4c", 2)]
    assert "implies 2" in worked_out[0][8]


def test_it_says_where_it_came_from_with_the_same_check_code_as_the_pdf(somerset_workbook, somerset_pdf):
    sheet = openpyxl.load_workbook(BytesIO(somerset_workbook))["Where it came from"]
    said = {row[0]: row[1] for row in sheet.iter_rows(values_only=True) if row[0]}
    code = check_code(fixture("somerset-2017"))
    assert said["Check code"] == code
    assert code in somerset_pdf.text
    assert said["Made"] == "22 November 2026 at 11:05 by Ada Reed"
    assert said["Standing"].startswith("DRAFT, changed 22 November 2026 at 10:40, revision 12")
    assert f"The check code of this file is {code}" in said["To follow a figure back"]
    assert said["To follow a figure back"] in somerset_pdf.words


def test_words_have_room_on_the_screen_and_every_sheet_fits_the_width_of_a_page(somerset_workbook):
    book = openpyxl.load_workbook(BytesIO(somerset_workbook))
    for sheet in book:
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    for name, column, letters in (
        ("Summary", "E", 80),
        ("Rationales", "H", 80),
        ("Where it came from", "B", 110),
    ):
        for cell in book[name][column]:
            lines = -(-len(cell.value or "") // letters)
            assert (book[name].row_dimensions[cell.row].height or 15) >= 15 * lines
    assert book["Summary"]["A2"].alignment.wrap_text is None


def test_text_that_looks_like_a_formula_stays_text(workbooks, worked_out):
    written = openpyxl.load_workbook(BytesIO(workbooks["formulas"]))
    found = {cell.value: cell for cell in written["Rationales"]["H"]}
    for text in LOOKS_LIKE_A_FORMULA:
        assert (found[text].data_type, found[text].quotePrefix) == ("s", True)
    assert (written["Summary"]["A1"].value, written["Summary"]["A1"].data_type) == ("=1+1", "s")
    again = [cell.value for cell in worked_out["formulas"]["Rationales"]["H"]]
    assert set(LOOKS_LIKE_A_FORMULA) <= set(again)


@pytest.mark.parametrize("combine", COMBINED)
def test_in_every_form_the_workbook_works_out_what_the_service_does(combine, worked_out):
    evaluation = evaluate(combined(combine))
    rows = matrix_rows(worked_out[combine])
    for number, option in ((1, "stay"), (2, "move"), (3, "share")):
        result, row = evaluation.by_id[option], rows[f"Option {number}"]
        assert row["Lowest total"] == near(result.floor)
        assert row["Highest total"] == near(result.ceiling)
        for place, group in enumerate(("people", "place"), start=1):
            total = result.group_totals[group]
            assert row[f"Total {place}"] == ("not complete" if total is None else near(total))
        assert row["Total"] == ("not complete" if result.aggregate is None else near(result.aggregate))
        between = f"{result.rank_from} to {result.rank_to}"
        assert row["Place"] == (result.rank if result.rank is not None else between)


def near(figure):
    return pytest.approx(float(Fraction(figure)), rel=1e-12)


def test_options_without_a_total_are_told_apart_and_ranked_ones_are_not_moved_by_them(worked_out):
    rows = matrix_rows(worked_out["without a total"])
    assert (rows["Option 2"]["Total"], rows["Option 2"]["Place"]) == (11, 1)
    assert rows["Option 1"]["Total"].startswith("Not comparable")
    assert rows["Option 1"]["Total 2"] == 5
    assert rows["Option 3"]["Total"] == "Dropped: No site."


def test_nothing_scored_and_no_scale_still_makes_a_workbook(worked_out):
    rows = matrix_rows(worked_out["cornwall"])
    assert len(rows) == 7
    assert {row["Place"] for row in rows.values()} == {"not ranked"}
    assert not any(
        "Err:" in str(value) or "#" in str(value) for row in rows.values() for value in row.values()
    )
