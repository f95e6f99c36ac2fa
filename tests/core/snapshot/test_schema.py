"""docs/appraisal.schema.json: every file written is valid by it, and it covers the whole format."""

import json

import jsonschema
import pytest
from hypothesis import given, settings

from appraisal.core.snapshot import CellState, Combine, Kind, OptionStage, from_dict, to_dict
from appraisal.core.snapshot.rules import DECIMALS, DIGITS, ID_LIMIT, OPTION_LIMIT, SUB_CRITERION_LIMIT
from appraisal.core.snapshot.writing import FIELDS
from appraisal.core.text import NAME_LIMIT, TEXT_LIMIT
from organisations.errors import Invalid
from organisations.roles import BodyKind
from tests.core.bad_files import BAD_FILES, small
from tests.core.snapshot.files import ROOT, STORED, good, stored

SCHEMA = json.loads((ROOT / "docs" / "appraisal.schema.json").read_text(encoding="utf-8"))
PARTS = SCHEMA["$defs"]
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def errors(data):
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(data)]


def part(name):
    """A validator of one part of the format."""
    return jsonschema.Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": PARTS})


def test_the_schema_is_a_schema_of_draft_2020_12():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"].endswith("/draft/2020-12/schema")


@pytest.mark.parametrize("path", STORED, ids=lambda path: path.stem)
def test_a_stored_file_is_valid(path):
    assert errors(stored(path)) == []


@given(good())
@settings(max_examples=100)
def test_every_file_that_is_written_is_valid(data):
    assert errors(to_dict(from_dict(data))) == []


def test_the_small_file_is_valid():
    assert errors(small()) == []
    assert errors(to_dict(from_dict(small()))) == []


def test_the_schema_has_the_fields_words_and_limits_of_the_program():
    assert tuple(SCHEMA["properties"]) == FIELDS
    assert PARTS["cell"]["properties"]["state"]["enum"] == [str(state) for state in CellState]
    assert PARTS["sub_criterion"]["properties"]["kind"]["enum"] == [str(kind) for kind in Kind]
    assert PARTS["method"]["properties"]["combine"]["enum"] == [str(form) for form in Combine]
    assert PARTS["option"]["properties"]["stage"]["enum"] == [str(stage) for stage in OptionStage]
    assert PARTS["organisation"]["properties"]["kind"]["enum"] == [str(kind) for kind in BodyKind]
    assert PARTS["name"]["maxLength"] == NAME_LIMIT
    assert PARTS["text"]["maxLength"] == TEXT_LIMIT
    assert PARTS["id"]["maxLength"] == ID_LIMIT
    assert SCHEMA["properties"]["options"]["maxItems"] == OPTION_LIMIT
    assert SCHEMA["properties"]["cells"]["maxItems"] == OPTION_LIMIT * SUB_CRITERION_LIMIT


@pytest.mark.parametrize("name", sorted(PARTS))
def test_no_part_takes_a_field_that_the_format_does_not_have(name):
    shapes = PARTS[name].get("oneOf", [PARTS[name]])
    for shape in shapes:
        if shape.get("type") == "object":
            assert shape["additionalProperties"] is False


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        *((text, True) for text in ("0", "3", "-3", "2.5", "-0.5", "0.000001", "9" * DIGITS)),
        *((text, True) for text in ("123456.123456", f"0.{'1' * DECIMALS}")),
        *(
            (text, False)
            for text in ("", "01", "+1", "1.", ".5", "1e3", " 1", "1 ", "NaN", "Infinity", "٣", "1,5")
        ),
        *((text, False) for text in ("9" * (DIGITS + 1), "1234567.123456", f"0.{'1' * (DECIMALS + 1)}")),
    ],
)
def test_a_number_is_valid_exactly_where_the_program_reads_it(text, valid):
    assert part("number").is_valid(text) is valid
    data = small() | {"printed": {"aggregates": {"stay": text}}}
    if valid:
        assert from_dict(data).printed.aggregates
    else:
        with pytest.raises(Invalid, match=r"^printed\.aggregates\.stay: "):
            from_dict(data)


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("value", {"rule": "range", "worst": "9", "best": "1"}),
        ("value", {"rule": "options-range", "better": "higher"}),
        ("value", {"rule": "ratio", "better": "lower"}),
        ("value", {"rule": "points", "points": {"low": "1", "high": "3"}, "lo": "1", "hi": "3"}),
        ("assessor", {"id": "a", "label": "Assessor A", "organisation": "ccg", "panel": None}),
        (
            "assessment",
            {"assessor": "a", "option": "option-1", "sub_criterion": "o1", "score": "2", "rationale": "..."},
        ),
        ("method", {"combine": "sum", "weight_set": None, "result": "median"}),
        (
            "sub_criterion",
            {
                "id": "cost",
                "name": "Cost",
                "kind": "measure",
                "unit": "£k",
                "value": {"rule": "ratio", "better": "lower"},
            },
        ),
        ("success_factor", {"id": "fit", "name": "Strategic fit", "kind": "objective"}),
        (
            "option",
            {"id": "a", "name": "A", "decided_on": "May", "swot": {"threats": ["Cost"]}, "filter": []},
        ),
        ("cell", {"option": "a", "sub_criterion": "b", "state": "scored", "score": "low"}),
    ],
)
def test_the_schema_covers_the_whole_format(name, whole):
    assert part(name).is_valid(whole)
    assert not part(name).is_valid(whole | {"unknown": 1})
    for field in ("rule", "id", "assessor", "option"):
        if field in whole:
            assert not part(name).is_valid({key: value for key, value in whole.items() if key != field})


@pytest.mark.parametrize("broken", BAD_FILES, ids=lambda broken: broken.name)
def test_a_broken_file_is_not_valid_where_a_schema_can_say_so(broken):
    assert bool(errors(broken.data())) is broken.schema_sees
