"""Writing a file: one canonical form, stable to the last byte, and a code that changes with the content."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings

from appraisal.core.snapshot import (
    Cell,
    CellState,
    canonical_json,
    check_code,
    from_dict,
    load_json,
    to_dict,
)
from appraisal.core.snapshot.writing import FIELDS
from tests.core.bad_files import small
from tests.core.snapshot.files import STORED, good

# A code stands on paper for years: it may change only with the content, or with a recorded decision.
CODES = {"every-field": "7D31-E138-6BC6"}


@pytest.mark.parametrize("path", STORED, ids=lambda path: path.stem)
def test_a_stored_file_is_in_canonical_form(path):
    text = path.read_text(encoding="utf-8")
    assert canonical_json(load_json(text)) == text


@pytest.mark.parametrize("path", [path for path in STORED if path.stem in CODES], ids=lambda path: path.stem)
def test_a_stored_file_keeps_its_check_code(path):
    assert check_code(load_json(path.read_bytes())) == CODES[path.stem]


@given(good())
@settings(max_examples=100)
def test_what_is_written_reads_back_equal_and_writes_the_same_again(data):
    snapshot = from_dict(data)
    text = canonical_json(snapshot)
    assert load_json(text) == snapshot
    assert load_json(text.encode()) == snapshot
    assert canonical_json(load_json(text)) == text


def test_the_canonical_form_has_two_spaces_every_default_and_one_line_end():
    text = canonical_json(from_dict(small() | {"title": "Half – “whole” £"}))
    assert text.startswith('{\n  "format": "weighbridge/appraisal",\n  "schema": 1,\n  "slug": "small",\n')
    assert text.endswith("\n}\n")
    assert "Half – “whole” £" in text
    assert "\r" not in text
    data = json.loads(text)
    assert tuple(data) == tuple(name for name in FIELDS if name != "success_factors")
    assert data["document"] is None
    assert data["stage"] == "scoring"
    assert data["options"][1]["other_names"] == []
    assert data["groups"][0]["sub_criteria"][0]["value"] == {"rule": "scale"}
    assert data["weight_sets"][0]["groups"] is None
    assert data["assessors"] == data["assessments"] == []


def test_a_section_has_the_lists_of_its_kind_only():
    sections = [{"id": kind, "title": kind, "kind": kind} for kind in ("paragraphs", "checklist")]
    sections.append({"id": "table", "title": "table", "kind": "table", "columns": ["A"]})
    written = to_dict(from_dict(small() | {"sections": sections}))["sections"]
    assert [list(section)[4:] for section in written] == [["items"], ["items"], ["columns", "rows"]]


def test_numbers_are_written_in_one_way():
    data = small()
    data["scale"] = {"lo": "-0", "hi": "10.50", "step": "0.500000"}
    data["cells"][0]["score"] = "10.0"
    written = to_dict(from_dict(data))
    assert written["scale"] | {"points": None} == {
        "lo": "0", "hi": "10.5", "step": "0.5", "neutral": None, "points": None
    }  # fmt: skip
    assert written["cells"][0]["score"] == "10"
    assert to_dict(replace(from_dict(small()), cells=()))["cells"] == []


def test_a_cell_that_says_nothing_is_not_written():
    snapshot = from_dict(small())
    silent = Cell("move", "read")
    assert to_dict(replace(snapshot, cells=(silent, *snapshot.cells))) == to_dict(snapshot)
    said = Cell("move", "read", rationale="To be visited.")
    assert (
        to_dict(replace(snapshot, cells=(said, *snapshot.cells)))["cells"][-1]["rationale"] == said.rationale
    )


def test_weights_and_printed_figures_go_in_the_order_of_what_they_are_about():
    data = small()
    data["weight_sets"][0]["sub_criteria"] = {"reach": "1", "read": "3"}
    data["printed"] = {
        "aggregates": {"move": "1", "stay": "2"},
        "group_totals": {"stay": {"must": "1", "use": "2"}},
    }
    data["document"] = {"abbreviations": {"VAT": "Value added tax", "CCG": "Clinical commissioning group"}}
    written = to_dict(from_dict(data))
    assert list(written["weight_sets"][0]["sub_criteria"]) == ["read", "reach"]
    assert list(written["printed"]["aggregates"]) == ["stay", "move"]
    assert list(written["printed"]["group_totals"]["stay"]) == ["use", "must"]
    assert list(written["document"]["abbreviations"]) == ["CCG", "VAT"]


def test_the_check_code_changes_with_a_score_a_word_and_the_order_and_with_nothing_else():
    snapshot = from_dict(small())
    first, *rest = snapshot.cells
    others = (
        replace(snapshot, cells=(replace(first, score=Decimal(3)), *rest)),
        replace(snapshot, cells=(replace(first, rationale="Why."), *rest)),
        replace(snapshot, cells=(replace(first, state=CellState.TO_BE_CONFIRMED, score=None), *rest)),
        replace(snapshot, options=snapshot.options[::-1]),
        replace(snapshot, title="Other"),
    )
    assert len({check_code(snapshot), *map(check_code, others)}) == 6
    assert check_code(replace(snapshot, cells=(*rest, first))) == check_code(snapshot)
    assert check_code(replace(snapshot, cells=(replace(first, score=Decimal("2.0")), *rest))) == check_code(
        snapshot
    )


def test_the_check_code_is_twelve_hexadecimal_digits_in_three_groups():
    code = check_code(from_dict(small()))
    assert [len(group) for group in code.split("-")] == [4, 4, 4]
    assert set(code) <= set("0123456789ABCDEF-")


def valued():
    """The small file with a line of marks and a measure, held against success factors."""
    data = small()
    data["method"] = {"combine": "weighted-value", "weight_set": "flat"}
    read, reach, *_ = data["groups"][0]["sub_criteria"]
    marks = {"good": "3", "b": "1.50", "poor": "0", "a": "1.5"}
    read["value"] = {"rule": "points", "points": marks, "lo": "0", "hi": "3"}
    reach.update(
        kind="measure", unit="£k", scale=None, value={"best": "200", "worst": "900.0", "rule": "range"}
    )
    data["cells"][0]["score"], data["cells"][1]["score"] = "good", "412.50"
    data["success_factors"] = [
        {"id": "fit", "name": "Fit"},
        {"id": "aim", "name": "Aim", "kind": "objective"},
    ]
    data["options"][1] |= {
        "decided_on": "14 July 2017",
        "swot": {"threats": ["Cost"]},
        "filter": [
            {"factor": "aim", "verdict": "part"},
            {"factor": "fit", "verdict": "words", "words": "Yes."},
        ],
    }
    return data


def test_a_value_rule_has_its_own_fields_and_marks_go_from_the_lowest_up():
    written = to_dict(from_dict(valued()))
    read, reach, *_ = written["groups"][0]["sub_criteria"]
    assert json.dumps(read["value"]) == json.dumps(
        {"rule": "points", "points": {"poor": "0", "a": "1.5", "b": "1.5", "good": "3"}, "lo": "0", "hi": "3"}
    )
    assert json.dumps(reach["value"]) == json.dumps({"rule": "range", "worst": "900", "best": "200"})
    assert (reach["kind"], reach["unit"], reach["scale"]) == ("measure", "£k", None)
    assert [cell["score"] for cell in written["cells"][:2]] == ["good", "412.5"]


def test_what_came_to_the_format_later_is_written_only_where_it_says_something():
    written = to_dict(from_dict(valued()))
    assert written["success_factors"][1] == {"id": "aim", "name": "Aim", "kind": "objective"}
    stay, move = written["options"]
    assert not {"decided_on", "swot", "filter"} & set(stay)
    assert move["decided_on"] == "14 July 2017"
    assert move["swot"] == {"strengths": [], "weaknesses": [], "opportunities": [], "threats": ["Cost"]}
    assert move["filter"] == [
        {"factor": "fit", "verdict": "words", "words": "Yes."},
        {"factor": "aim", "verdict": "part", "words": ""},
    ]
    empty = small() | {"success_factors": []}
    empty["options"][0] |= {"decided_on": "", "swot": {"threats": []}, "filter": []}
    empty["groups"][0]["sub_criteria"][0] |= {"unit": "", "value": {}}
    assert canonical_json(from_dict(empty)) == canonical_json(from_dict(small()))


def test_a_file_with_every_new_part_reads_back_equal():
    snapshot = from_dict(valued())
    assert load_json(canonical_json(snapshot)) == snapshot
    assert (snapshot.cells[0].mark, snapshot.cells[0].score) == ("good", None)
    assert (snapshot.cells[1].mark, snapshot.cells[1].score) == ("", Decimal("412.5"))
    assert [line.scale for line in snapshot.lines[:2]] == [None, None]
    assert [line.ends for line in snapshot.lines[:2]] == [(Decimal(0), Decimal(3)), None]
