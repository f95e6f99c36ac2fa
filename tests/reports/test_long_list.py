"""What stands round the matrix: stages with dates, the filter, SWOT, and weights with their shares."""

from io import BytesIO

import openpyxl
import pytest

from appraisal.core.snapshot import from_dict
from reports.content import report
from reports.render_excel import render_excel
from reports.render_pdf import render_pdf
from tests.factories import cells, file
from tests.reports.conftest import SOURCE
from tests.reports.reading import Pdf

FACTORS = [
    {"id": "fit", "name": "Strategic fit", "kind": "critical-success-factor"},
    {"id": "near", "name": "A mile from nine in ten readers", "kind": "objective"},
]
AGREED = {
    "id": "agreed",
    "name": "As agreed",
    "groups": {"people": "60", "place": "30"},
    "sub_criteria": {"reach": "2", "staff": "1", "cost": "1"},
}
OTHER = {
    "id": "other",
    "name": "The Trust's",
    "groups": None,
    "sub_criteria": {"reach": "1", "staff": "1", "cost": "8"},
}
SCORES = {
    "stay": {"reach": 3, "staff": 3, "cost": 3},
    "move": {"reach": 5, "staff": 4, "cost": 1},
    "share": {"reach": 3, "staff": 3, "cost": 4},
}


def snapshot(**changes):
    options = file()["options"]
    options[1] |= {
        "decided_on": "3 May 2026",
        "filter": [{"factor": "fit", "verdict": "part", "words": "Half of it."}],
        "swot": {"strengths": ["Near the station"], "threats": ["=The lease", "The roof"]},
    }
    options.append(
        {
            "id": "out",
            "name": "Outsource it",
            "stage": "dropped",
            "reason": "Nobody wanted it.",
            "decided_on": "10 January 2018",
        }
    )
    return from_dict(file(options=options, success_factors=FACTORS, cells=cells(SCORES), **changes))


@pytest.fixture(scope="module")
def plain():
    return report(snapshot(), SOURCE)


@pytest.fixture(scope="module")
def weighted():
    method = {"combine": "weighted-mean", "weight_set": "agreed"}
    return report(snapshot(method=method, weight_sets=[AGREED, OTHER]), SOURCE)


@pytest.fixture(scope="module")
def words(plain):
    return Pdf(render_pdf(plain)).words


@pytest.fixture(scope="module")
def sheets(weighted):
    book = openpyxl.load_workbook(BytesIO(render_excel(weighted)))
    return {sheet.title: list(sheet.iter_rows(min_row=2, values_only=True)) for sheet in book}


def test_a_dropped_option_prints_with_its_date_and_reason(words):
    assert words.count("Dropped, 10 January 2018: Nobody wanted it.") == 3  # summary, options, filter
    assert "Short list, 3 May 2026" in words


def test_the_filter_prints_every_verdict_with_its_words(words):
    assert "Strategic fit: meets in part. Half of it." in words
    assert "A mile from nine in ten readers: not looked at" in words


def test_swot_prints_its_points(words):
    assert "Strengths Weaknesses Opportunities Threats" in words
    assert "Near the station None written. None written. =The lease" in words


def test_no_weights_print_as_a_choice_with_what_the_plain_total_implies(words):
    assert "No weights were chosen: every score is added once." in words
    assert "1 People counts for 67% (two scored lines)" in words
    assert "Added up plainly With equal groups" in words
    assert "1st equal (10)" in words


def test_a_weight_set_prints_with_its_shares(weighted):
    words = Pdf(render_pdf(weighted)).words
    assert "Weights: “As agreed”." in words
    assert "1 People 60 66.7% 1a Reach more readers 2 44.4% 1b Keep the staff 1 22.2%" in words


def test_a_workbook_has_each_list_as_a_sheet_of_one_thing_a_row(sheets):
    assert [name for name in sheets if name in ("Options", "Filter", "SWOT", "Weights")] == [
        "Options",
        "Filter",
        "SWOT",
        "Weights",
    ]
    dropped = ("Outsource it", "Outsource it", "Dropped", "10 January 2018", "Nobody wanted it.", None, None)
    assert sheets["Options"][-1] == dropped
    half = ("Option 2", "Strategic fit", "critical success factor", "meets in part", "Half of it.")
    assert half in sheets["Filter"]
    assert sheets["SWOT"] == [
        ("Option 2", "Strengths", "Near the station"),
        ("Option 2", "Threats", "=The lease"),
        ("Option 2", "Threats", "The roof"),
    ]
    assert sheets["Weights"][0] == ("As agreed", "People", "60", "1a Reach more readers", 2, "44.4%")
    assert sheets["Weights"][-1] == ("The Trust's", "Place", None, "2a Cost less", 8, "80%")


def test_what_begins_like_a_formula_stays_text(weighted):
    sheet = openpyxl.load_workbook(BytesIO(render_excel(weighted)))["SWOT"]
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "=The lease")
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_what_does_not_exist_is_not_printed():
    bare = report(from_dict(file()), SOURCE)
    names = [name for name, _ in bare.lists]
    assert names == ["Options"]
    words = Pdf(render_pdf(bare)).words
    assert "critical success factors" not in words
    assert "Strengths" not in words
