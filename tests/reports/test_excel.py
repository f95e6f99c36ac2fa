"""The workbook, read back: as it is written, and as LibreOffice works it out."""

from fractions import Fraction
from io import BytesIO

import openpyxl
import pytest

from appraisal.core.evaluation import evaluate
from appraisal.core.snapshot import check_code, from_dict
from reports.content import report
from reports.render_excel import render_excel
from tests.factories import cells, fixture, fixture_data
from tests.factories import file as small_file
from tests.reports.conftest import SOURCE
from tests.reports.reading import matrix_rows, recalculated

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


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x","y")'])
def test_text_that_looks_like_a_formula_stays_text(text, tmp_path):
    data = small_file(cells=cells({"stay": {"reach": 3}}, rationale=text), title=text)
    workbook = render_excel(report(from_dict(data), SOURCE))
    written = openpyxl.load_workbook(BytesIO(workbook))
    found = [cell for cell in written["Rationales"]["H"] if cell.value == text]
    assert [(cell.data_type, cell.quotePrefix) for cell in found] == [("s", True)]
    assert written["Summary"]["A1"].data_type == "s"
    again = recalculated(workbook, tmp_path)
    assert text in [cell.value for cell in again["Rationales"]["H"]]


WEIGHTS = [
    {
        "id": "own",
        "name": "Own",
        "groups": {"people": "40", "place": "7"},
        "sub_criteria": {"reach": "3", "staff": "1", "cost": "5"},
    }
]
SCORES = {
    "stay": {"reach": 3, "staff": 3, "cost": None, "law": "words"},
    "move": {"reach": 5, "staff": 2, "cost": 4, "law": "words"},
    "share": {"reach": 5, "staff": 2, "cost": 4, "law": "words"},
}


@pytest.mark.parametrize("combine", ["sum", "weighted-sum", "weighted-mean", "weighted-value"])
def test_in_every_form_the_workbook_works_out_what_the_service_does(combine, tmp_path):
    method = {"combine": combine, "weight_set": None if combine == "sum" else "own", "result": "agreed"}
    data = small_file(method=method, weight_sets=WEIGHTS, cells=cells(SCORES))
    snapshot = from_dict(data)
    evaluation = evaluate(snapshot)
    rows = matrix_rows(recalculated(render_excel(report(snapshot, SOURCE)), tmp_path))
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


def test_options_without_a_total_are_told_apart_and_ranked_ones_are_not_moved_by_them(tmp_path):
    data = small_file(cells=cells({**SCORES, "stay": {"reach": 5, "staff": "not-applicable", "cost": 5}}))
    data["options"][2]["stage"] = "dropped"
    data["options"][2]["reason"] = "No site."
    rows = matrix_rows(recalculated(render_excel(report(from_dict(data), SOURCE)), tmp_path))
    assert (rows["Option 2"]["Total"], rows["Option 2"]["Place"]) == (11, 1)
    assert rows["Option 1"]["Total"].startswith("Not comparable")
    assert rows["Option 1"]["Total 2"] == 5
    assert rows["Option 3"]["Total"] == "Dropped: No site."


def test_nothing_scored_and_no_scale_still_makes_a_workbook(tmp_path):
    book = recalculated(render_excel(report(fixture("cornwall-2018"), SOURCE)), tmp_path)
    rows = matrix_rows(book)
    assert len(rows) == 7
    assert {row["Place"] for row in rows.values()} == {"not ranked"}
    assert not any(
        "Err:" in str(value) or "#" in str(value) for row in rows.values() for value in row.values()
    )
