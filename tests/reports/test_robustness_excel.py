"""What would change the ranking, in the workbook: the doors' numbers, and formulas that LibreOffice works."""

import json
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.core.management import call_command

from appraisal.core.evaluation import rank_shares, sensitivity
from appraisal.core.sensitivity import Level
from appraisal.core.snapshot import WeightSet, from_dict
from reports.content import report
from reports.render_excel import render_excel
from tests import factories
from tests.factories import cells, file, fixture
from tests.reports.books import COMBINED, WEIGHTS
from tests.reports.conftest import SOURCE
from tests.reports.reading import recalculated
from tests.reports.test_excel_values import MARKS, RANGE, relative, valued

SOMERSET = fixture("somerset-2017")
KNOWN = sensitivity(SOMERSET)
EVEN = "All weightings of the lines, drawn evenly"
BOUNDED = "As many, same seed: each weight of the lines between half and double of what it is now"
WEIGHT = "One weight at a time: where first place changes"
SCORE = "One score at a time: where first place changes"
SCORES = {
    "stay": {"reach": 3, "staff": 3, "cost": 1, "law": "words"},
    "move": {"reach": 5, "staff": 2, "cost": 4, "law": "words"},
    "share": {"reach": 1, "staff": 5, "cost": 4, "law": "words"},
}
RAW = {
    "stay": {"reach": "250", "staff": "***", "cost": "3"},
    "move": {"reach": "640", "staff": "*", "cost": "5"},
    "share": {"reach": "700", "staff": "**", "cost": "4"},
}
HELD = {
    "stay": {"reach": "250", "staff": "3", "cost": "3"},
    "move": {"reach": "640", "staff": "1", "cost": "5"},
    "share": {"reach": "700", "staff": "2", "cost": "4"},
}
SCALE = {"rule": "scale"}


def weighed(combine):
    """Every score given; of the two weight sets one misses lines, as one that was stored long ago can."""
    method = {"combine": combine, "weight_set": None if combine == "sum" else "own", "result": "agreed"}
    snapshot = from_dict(file(method=method, weight_sets=WEIGHTS, cells=cells(SCORES)))
    bad = WeightSet("bad", "Bad", {"reach": Decimal(1)})
    return replace(snapshot, weight_sets=(*snapshot.weight_sets, bad))


def some_not_ranked():
    """The option that leads is dropped and another still on the long list: neither takes part."""
    data = factories.fixture_data("somerset-2017")
    stages = {"option-6": "dropped", "option-2": "long-list"}
    for option in data["options"]:
        option["stage"] = stages.get(option["id"], option["stage"])
        option["reason"] = "No site." if option["stage"] == "dropped" else ""
    data["recommendation"] = None
    return from_dict(data)


CASES = {
    "somerset": SOMERSET,
    "some not ranked": some_not_ranked(),
    **{combine: weighed(combine) for combine in COMBINED},
    "raw figures and marks": valued((RANGE, MARKS, SCALE), RAW),
    "held against each other": valued((relative("options-range", "lower"), SCALE, SCALE), HELD),
}


@pytest.fixture(scope="module")
def written():
    return {name: render_excel(report(case, SOURCE)) for name, case in CASES.items()}


@pytest.fixture(scope="module")
def worked(written, tmp_path_factory):
    return recalculated(written, tmp_path_factory.mktemp("robustness"))


def sheet_of(made, name):
    return openpyxl.load_workbook(BytesIO(made))[name]


def table(sheet, above):
    """The rows below the table's head: of the caption or heading ``above``, down to the next empty row."""
    rows = list(sheet.iter_rows(values_only=True))
    at = next(place for place, row in enumerate(rows) if row[0] == above) + 1
    while rows[at][1] is None:
        at += 1
    below = rows[at + 1 :]
    end = next((place for place, row in enumerate(below) if row[0] is None), len(below))
    return below[:end]


def test_shares_are_real_numbers_and_those_of_the_door(written):
    sheet = sheet_of(written["somerset"], "Robustness")
    drawn = rank_shares(SOMERSET)
    for caption, shares in ((EVEN, drawn.share), (BOUNDED, drawn.bounded_share)):
        rows = table(sheet, caption)
        assert [row[1:7] for row in rows] == [tuple(map(float, row)) for row in shares.values()]
    groups = rank_shares(SOMERSET, on=Level.GROUPS)
    rows = table(sheet, EVEN.replace("lines", "criteria groups"))
    assert [row[1:7] for row in rows] == [tuple(map(float, row)) for row in groups.share.values()]


def test_draws_and_seed_stand_in_cells(written):
    rows = sheet_of(written["somerset"], "Robustness").iter_rows(values_only=True, max_col=2)
    found = [row for row in rows if row[0] in ("Weightings drawn for each table", "Seed")]
    assert found == [("Weightings drawn for each table", 100_000), ("Seed", 1)] * 2


def test_no_share_is_shown_as_all_or_none_that_is_neither(written):
    sheet = sheet_of(written["somerset"], "Robustness")
    shown = {
        (cell.value, cell.number_format)
        for row in sheet.iter_rows()
        for cell in row
        if cell.number_format in ('""', '">99%"', '"<1%"', "0%")
    }
    for value, how in shown:
        if value == 0:
            assert how == '""'
        elif value < 0.005:
            assert how == '"<1%"'
        elif value < 0.995:
            assert how == "0%"
        elif value < 1:
            assert how == '">99%"'
    assert (1, '">99%"') in shown
    assert any(0 < value < 0.005 for value, _ in shown)


def test_the_workbook_has_what_the_command_prints(db, written):
    factories.somerset()
    said = StringIO()
    call_command("robustness", "somerset-2017", stdout=said)
    told = json.loads(said.getvalue())
    sheet = sheet_of(written["somerset"], "Robustness")
    shares = [tuple(map(float, row)) for row in told["acceptability"]["share"].values()]
    assert [row[1:7] for row in table(sheet, EVEN)] == shares
    switches = [
        row for row in table(sheet, "One weight at a time: where first place changes") if row[2] != "–"
    ]
    weights = [float(one["weight"]) for one in told["switching_weights"]]
    assert [row[2] for row in switches] == weights == [0.25, 0.25]
    rivals = table(sheet, "Each rival against Option 6")
    steps = [(one["to_tie"], one["to_overtake"]) for one in told["fewest_steps"]]
    assert [(row[4], row[5]) for row in rivals] == steps
    factors = [one["factor"] and float(one["factor"]) for one in told["joint_switching"]]
    assert [None if row[2] == "–" else row[2] for row in rivals] == factors
    left = table(sheet_of(written["somerset"], "One at a time"), "Places if one line or group is left out")
    assert [row[2:8] for row in left] == [tuple(one["ranks"].values()) for one in told["leave_one_out"]]


def test_single_scores_are_those_of_the_door(written):
    rows = table(
        sheet_of(written["somerset"], "One at a time"), "One score at a time: where first place changes"
    )
    found = [one for one in KNOWN.switching_scores if one.ties_at or one.overtakes_at]
    assert [row[2:5] for row in rows] == [
        tuple(
            "none" if point is None else point.score
            for point in (one.score_now, one.ties_at, one.overtakes_at)
        )
        for one in found
    ]


@pytest.mark.parametrize("case", CASES)
def test_every_weight_set_works_out_as_the_door_does(case, written, worked):
    known = sensitivity(CASES[case])
    sheet, count = worked[case]["Weight sets"], len(known.options)
    formulas = sheet_of(written[case], "Weight sets")
    assert known.weight_sets
    for row, one in enumerate(known.weight_sets, start=5):
        assert sheet.cell(row, 1).value == one.name
        if one.problem:
            assert sheet.cell(row, 2).value == one.problem
            continue
        for place, option in enumerate(known.options):
            assert formulas.cell(row, 2 + place).value.startswith("=")
            assert sheet.cell(row, 2 + place).value == near(one.aggregates[option])
            assert sheet.cell(row, 3 + count + place).value == one.ranks[option]


def near(figure):
    return pytest.approx(float(Fraction(figure)), rel=1e-12)


def test_a_weight_set_that_cannot_be_used_says_why(worked):
    rows = {
        row[0].value: row[1].value for row in worked["weighted-mean"]["Weight sets"].iter_rows(max_row=20)
    }
    assert rows["Bad"] == sensitivity(CASES["weighted-mean"]).weight_sets[-1].problem


@pytest.mark.parametrize("case", CASES)
def test_nothing_on_the_three_sheets_is_an_error(case, worked):
    for name in ("Robustness", "Weight sets", "One at a time"):
        for row in worked[case][name].iter_rows(values_only=True):
            assert not any(isinstance(value, str) and value.startswith(("Err:", "#")) for value in row)


def test_each_sheet_says_which_state_it_is_of_and_that_scores_do_not_change_it(written):
    for name in ("Robustness", "One at a time"):
        said = sheet_of(written["somerset"], name)["A2"].value
        assert "check code" in said
        assert "22 November 2026 at 11:05" in said
        assert "do not change when a score in this workbook does" in said


@pytest.mark.parametrize("case", ["cornwall", "weighted-mean"])
def test_where_nothing_can_be_said_one_sheet_gives_the_reason(case, workbooks):
    book = openpyxl.load_workbook(BytesIO(workbooks[case]))
    assert "Robustness" in book.sheetnames
    assert not {"Weight sets", "One at a time"} & set(book.sheetnames)
    said = [row[0] for row in book["Robustness"].iter_rows(values_only=True)]
    assert any(
        (text and "what would change the ranking" in text) or "no ranking" in (text or "") for text in said
    )
