"""Raw figures and marks in the workbook: LibreOffice works out the same values, totals and places."""

from fractions import Fraction

import openpyxl
import pytest

from appraisal.core.evaluation import evaluate
from appraisal.core.snapshot import from_dict
from reports.content import report
from reports.render_excel import render_excel
from tests.factories import cells
from tests.factories import file as small_file
from tests.reports.conftest import SOURCE
from tests.reports.reading import matrix_rows, recalculated

RANGE = {"rule": "range", "worst": "900", "best": "200"}
MARKS = {
    "rule": "points",
    "points": {"**": "2.5", "*": "1", "***": "3", "+1": "0.5", 'say "no"': "0"},
    "lo": "0",
    "hi": "3",
}


STATES = (None, "not-applicable", "pass", "fail")


def relative(rule, better):
    return {"rule": rule, "better": better}


def valued(rules, scores, *, combine="weighted-value", gate=False):
    """The small file in which the first lines have these rules, weighted 3, 1 and 5 in groups of 40 and 7."""
    data = small_file()
    lines = [sub for group in data["groups"] for sub in group["sub_criteria"]][:3]
    for sub, rule in zip(lines, rules, strict=True):
        sub["value"] = rule
        if rule["rule"] not in ("scale", "points"):
            sub.update(kind="measure", unit="£k", scale=None)
    if gate:
        data["groups"][1]["sub_criteria"].append({"id": "must", "name": "Must", "kind": "gate"})
    weights = {
        "id": "own",
        "name": "Own",
        "groups": {"people": "40", "place": "7"},
        "sub_criteria": {sub["id"]: weight for sub, weight in zip(lines, ("3", "1", "5"), strict=True)},
    }
    data["method"] = {"combine": combine, "weight_set": None if combine == "sum" else "own"}
    data["weight_sets"] = [weights]
    data["cells"] = cells({option: dict.fromkeys(row, "unscored") for option, row in scores.items()})
    for cell in data["cells"]:
        entry = scores[cell["option"]][cell["sub_criterion"]]
        cell |= (
            {"state": entry or "to-be-confirmed"} if entry in STATES else {"state": "scored", "score": entry}
        )
    return from_dict(data)


def rows_of(snapshot, folder):
    return matrix_rows(recalculated({"one": render_excel(report(snapshot, SOURCE))}, folder)["one"])


def check(snapshot, rows):
    """Every figure of the sheet is what the service gives."""
    evaluation = evaluate(snapshot)
    for option in snapshot.options:
        result, row = evaluation.by_id[option.id], rows[f"Option {option.number}"]
        for place, group in enumerate(("people", "place"), start=1):
            total = result.group_totals[group]
            assert row[f"Total {place}"] == ("not complete" if total is None else near(total))
        if not result.ranked:
            assert row["Place"] == "not ranked"
            continue
        assert row["Lowest total"] == near(result.floor)
        assert row["Highest total"] == near(result.ceiling)
        known = result.floor == result.ceiling and set(result.missing) <= {"must"}
        assert row["Total"] == (near(result.floor) if known else "not complete")
        best, worst = result.rank_from, result.rank_to
        decided = best if result.rank is not None else f"{best} if it passes"
        assert row["Place"] == (decided if best == worst else f"{best} to {worst}")
        for line in snapshot.lines:
            value, head = result.values[line.sub_criterion.id], f"{line.number} value"
            if head in row and value is not None:
                assert row[head] == near(value)


def near(figure):
    return pytest.approx(float(Fraction(figure)), rel=1e-12)


SCALE = {"rule": "scale"}
CASES = {
    "a stated range, lower is better": (
        (RANGE, SCALE, {"rule": "range", "worst": "-2.5", "best": "7"}),
        {
            "stay": {"reach": "900", "staff": "2", "cost": "0"},
            "move": {"reach": "412.5", "staff": "5", "cost": "7"},
            "share": {"reach": "200", "staff": "1", "cost": "-2.5"},
        },
    ),
    "a stated range with figures missing": (
        (RANGE, SCALE, RANGE),
        {
            "stay": {"reach": "900", "staff": "2"},
            "move": {"reach": "412.5", "staff": "5", "cost": "300"},
            "share": {"staff": None, "cost": "250"},
        },
    ),
    "the range of the options, both ways": (
        (relative("options-range", "higher"), SCALE, relative("options-range", "lower")),
        {
            "stay": {"reach": "10", "staff": "3", "cost": "10"},
            "move": {"reach": "25", "staff": "3", "cost": "25"},
            "share": {"reach": "70", "staff": "3", "cost": "70"},
        },
    ),
    "all figures the same, and in proportion": (
        (relative("options-range", "lower"), relative("ratio", "higher"), relative("ratio", "lower")),
        {
            "stay": {"reach": "10", "staff": "3", "cost": "7"},
            "move": {"reach": "10", "staff": "40", "cost": "3"},
            "share": {"reach": "10", "staff": "39.5", "cost": "9"},
        },
    ),
    "a relative figure missing": (
        (relative("options-range", "lower"), relative("ratio", "lower"), SCALE),
        {
            "stay": {"reach": "10", "staff": "3", "cost": "4"},
            "move": {"staff": "40", "cost": "3"},
            "share": {"reach": "30", "staff": "39.5", "cost": "5"},
        },
    ),
    "an option that cannot be compared holds the others up all the same": (
        (relative("options-range", "higher"), SCALE, relative("ratio", "lower")),
        {
            "stay": {"reach": "10", "staff": "not-applicable", "cost": "1"},
            "move": {"reach": "25", "staff": "3", "cost": "25"},
            "share": {"reach": "70", "staff": "4", "cost": "70"},
        },
    ),
    "marks": (
        (MARKS, SCALE, MARKS),
        {
            "stay": {"reach": "**", "staff": "2", "cost": "+1"},
            "move": {"reach": "*", "staff": "3", "cost": 'say "no"'},
            "share": {"reach": "***", "staff": "5"},
        },
    ),
}


FORMS = ("sum", "weighted-sum", "weighted-mean")
GATED = {
    "stay": {"reach": "5", "staff": "5", "cost": "5", "must": None},
    "move": {"reach": "4", "staff": "4", "cost": "4", "must": "pass"},
    "share": {"reach": "3", "staff": "3", "cost": "3", "must": "pass"},
}


@pytest.fixture(scope="module")
def worked(tmp_path_factory):
    """{name: (snapshot, rows)} of every case, and of the marks in every form: LibreOffice is started once."""
    snapshots = {name: valued(*case) for name, case in CASES.items()}
    snapshots |= {combine: valued(*CASES["marks"], combine=combine) for combine in FORMS}
    snapshots["gated"] = valued((SCALE, SCALE, SCALE), GATED, combine="sum", gate=True)
    made = {name: render_excel(report(snapshot, SOURCE)) for name, snapshot in snapshots.items()}
    books = recalculated(made, tmp_path_factory.mktemp("values"))
    return {name: (snapshot, matrix_rows(books[name])) for name, snapshot in snapshots.items()}


@pytest.mark.parametrize("name", CASES)
def test_the_workbook_works_out_every_rule_as_the_service_does(name, worked):
    check(*worked[name])


@pytest.mark.parametrize("combine", FORMS)
def test_marks_count_as_their_numbers_in_every_other_form(combine, worked):
    snapshot, rows = worked[combine]
    check(snapshot, rows)
    assert [rows[f"Option {n}"]["1a counts as"] for n in (1, 2, 3)] == [2.5, 1, 3]
    assert [rows[f"Option {n}"]["1a Reach more readers"] for n in (1, 2, 3)] == ["**", "*", "***"]


def test_an_option_whose_gate_is_open_takes_no_place_from_another_for_certain(worked):
    snapshot, rows = worked["gated"]
    check(snapshot, rows)
    assert [rows[f"Option {n}"]["Place"] for n in (1, 2, 3)] == ["1 if it passes", "1 to 2", "2 to 3"]


def test_relative_measures_leave_out_options_that_are_dropped_or_failed_their_gate(tmp_path):
    rules = (relative("options-range", "higher"), SCALE, relative("ratio", "higher"))
    scores = {
        "stay": {"reach": "10", "staff": "3", "cost": "10", "must": "pass"},
        "move": {"reach": "25", "staff": "3", "cost": "25", "must": "pass"},
        "share": {"reach": "70", "staff": "3", "cost": "70", "must": "fail"},
    }
    snapshot = valued(rules, scores, gate=True)
    rows = rows_of(snapshot, tmp_path)
    check(snapshot, rows)
    assert (rows["Option 1"]["1a value"], rows["Option 2"]["1a value"]) == (0, 100)
    assert (rows["Option 1"]["2a value"], rows["Option 2"]["2a value"]) == (40, 100)
    assert rows["Option 3"]["1a value"] == "not compared"


def test_a_value_that_waits_for_a_gate_is_a_range_in_the_totals_as_well(tmp_path):
    rules = (relative("options-range", "higher"), SCALE, relative("ratio", "higher"))
    scores = {
        "stay": {"reach": "10", "staff": "3", "cost": "10", "must": "pass"},
        "move": {"reach": "25", "staff": "3", "cost": "25", "must": "pass"},
        "share": {"reach": "70", "staff": "3", "cost": "70"},
    }
    snapshot = valued(rules, scores, gate=True)
    result = evaluate(snapshot).by_id["move"]
    assert 0 < result.floor < result.ceiling < 100
    rows = rows_of(snapshot, tmp_path)
    check(snapshot, rows)
    assert rows["Option 2"]["Total"] == "not complete"


def test_a_figure_changed_in_the_workbook_changes_the_values_of_all(tmp_path):
    rules, scores = CASES["the range of the options, both ways"]
    book = openpyxl.load_workbook(_as_file(render_excel(report(valued(rules, scores), SOURCE)), tmp_path))
    sheet = book["Matrix"]
    heads = {cell.value: cell.column for cell in sheet[5]}
    at = heads["1a Reach more readers (£k)"]
    changed = {sheet.cell(row, 1).value: sheet.cell(row, at) for row in range(11, 14)}
    changed["Option 3"].value = 130
    book.save(tmp_path / "changed.xlsx")
    rows = matrix_rows(recalculated({"one": (tmp_path / "changed.xlsx").read_bytes()}, tmp_path)["one"])
    assert [rows[f"Option {n}"]["1a value"] for n in (1, 2, 3)] == [0, 12.5, 100]


def test_the_list_of_rationales_says_figure_unit_and_value(tmp_path):
    rules, scores = CASES["a stated range, lower is better"]
    book = openpyxl.load_workbook(_as_file(render_excel(report(valued(rules, scores), SOURCE)), tmp_path))
    rows = list(book["Rationales"].iter_rows(min_row=1, values_only=True))
    assert rows[0][9] == "Unit and value"
    assert [(row[5], row[9]) for row in rows if row[3] == "1a" and row[0] == "Option 2"] == [
        (412.5, "£k value 69.64")
    ]


def _as_file(content, folder):
    path = folder / "read.xlsx"
    path.write_bytes(content)
    return path
