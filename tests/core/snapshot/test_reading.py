"""Reading a file: it becomes a snapshot or a list of problems; what is left out has its default."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings

from appraisal.core.snapshot import (
    CellState,
    Combine,
    Document,
    Kind,
    Method,
    OptionStage,
    Printed,
    Scale,
    Snapshot,
    canonical_json,
    from_dict,
    load_json,
    to_dict,
)
from organisations.errors import Invalid
from tests.core.bad_files import small
from tests.core.snapshot.files import ANY_JSON, STORED, good, spoilt, stored

LEAST = {"format": "weighbridge/appraisal", "schema": 1, "slug": "least", "title": "Least"}


def check_printable(problems):
    assert problems
    for problem in problems:
        assert problem.message.isprintable()
        assert problem.path.isprintable()
        str(problem).encode("utf-8")


def read_or_refused(data):
    """A snapshot that can be written and read again, or problems that can be printed."""
    try:
        snapshot = from_dict(data)
    except Invalid as refused:
        check_printable(refused.problems)
        return None
    assert isinstance(snapshot, Snapshot)
    assert from_dict(to_dict(snapshot)) == snapshot
    canonical_json(snapshot).encode("utf-8")
    return snapshot


@given(ANY_JSON)
@settings(max_examples=200)
def test_any_json_is_read_or_refused_in_words(data):
    read_or_refused(data)


@given(spoilt())
@settings(max_examples=200)
def test_a_real_file_with_anything_in_it_is_read_or_refused_in_words(data):
    read_or_refused(data)


@given(good())
@settings(max_examples=100)
def test_a_file_that_breaks_no_rule_is_read(data):
    assert read_or_refused(data) is not None


@pytest.mark.parametrize("data", [None, [], "text", 3, True, float("nan")], ids=str)
def test_what_is_no_object_is_refused_in_one_sentence(data):
    with pytest.raises(Invalid, match=r"^This must be an object, .* braces, not ") as refused:
        from_dict(data)
    assert [problem.path for problem in refused.value.problems] == [""]


def test_the_smallest_file_has_every_default():
    assert from_dict(LEAST) == Snapshot(slug="least", title="Least")


def test_a_list_that_is_left_out_is_empty_and_a_part_that_is_left_out_is_none():
    snapshot = from_dict(LEAST)
    lists = ("organisations", "timeline", "responsibilities", "groups", "weight_sets", "options")
    for name in (*lists, "references", "sections", "cells", "notes"):
        assert getattr(snapshot, name) == ()
    for name in ("document", "scale", "recommendation", "printed"):
        assert getattr(snapshot, name) is None
    assert snapshot.method == Method(Combine.SUM, None, "agreed")


def test_parts_have_their_defaults():
    data = LEAST | {
        "document": {},
        "organisations": [{"id": "a", "name": "A"}],
        "scale": {"lo": "0", "hi": "3"},
        "groups": [{"id": "g", "name": "G", "sub_criteria": [{"id": "s", "name": "S"}]}],
        "options": [{"id": "o", "name": "O"}],
        "recommendation": {},
        "printed": {},
        "sections": [{"id": "t", "title": "T"}],
    }
    snapshot = from_dict(data)
    assert snapshot.document == Document()
    assert snapshot.scale == Scale(Decimal(0), Decimal(3), Decimal(1), None, ())
    body, sub, option = snapshot.organisations[0], snapshot.lines[0].sub_criterion, snapshot.options[0]
    assert (body.kind, body.lead, body.role) == ("other", False, "receives")
    assert (sub.kind, sub.scale, sub.value.rule, sub.not_applicable_rule) == (Kind.SCORE, None, "scale", "")
    assert (option.number, option.baseline, option.stage) == (None, False, OptionStage.SHORT_LIST)
    assert snapshot.recommendation.option is None
    assert snapshot.printed == Printed({}, {})
    assert (snapshot.sections[0].place, snapshot.sections[0].kind) == ("after", "paragraphs")


def test_a_stage_that_is_left_out_follows_from_the_cells():
    assert from_dict(small()).stage == "scoring"
    assert from_dict(LEAST).stage == "set-up"
    unscored = small() | {"cells": [{"option": "stay", "sub_criterion": "story", "state": "words"}]}
    assert from_dict(unscored).stage == "set-up"
    assert from_dict(small() | {"stage": "set-up"}).stage == "set-up"


def test_texts_are_cleaned_and_names_stand_on_one_line():
    snapshot = from_dict(LEAST | {"title": " A\u200b  title\n", "summary": "one\r\ntwo\x07 \n"})
    assert snapshot.title == "A title"
    assert snapshot.summary == "one\ntwo"


def test_numbers_are_exact_and_equal_however_they_are_written():
    data = small()
    data["cells"][0]["score"] = "2.000"
    data["weight_sets"][0]["sub_criteria"]["read"] = "0.10"
    snapshot = from_dict(data)
    assert snapshot.cells[0].score == Decimal(2)
    assert snapshot.weight_sets[0].sub_criteria["read"] == Decimal("0.1")
    assert from_dict(small() | {"cells": data["cells"]}) == from_dict(small())


@pytest.mark.parametrize("text", ["123456789012", "123456.789012", "-99999999999", "0.000001", "-0"])
def test_the_longest_numbers_are_kept_to_the_last_digit(text):
    data = LEAST | {"scale": {"lo": "-999999999999", "hi": text if text != "-99999999999" else "0"}}
    data["scale"]["step"] = "0.000001" if "." in text else "1"
    if "." in text:
        data["scale"]["lo"] = "-1"
    assert from_dict(data).scale.hi == Decimal(data["scale"]["hi"])


@pytest.mark.parametrize("neutral", ["1", "2.5", "5", None])
def test_the_neutral_point_may_be_anywhere_on_the_scale_or_nowhere(neutral):
    scale = from_dict(LEAST | {"scale": {"lo": "1", "hi": "5", "neutral": neutral}}).scale
    assert scale.neutral == (None if neutral is None else Decimal(neutral))


@pytest.mark.parametrize("number", [0, 1, 9_999, None])
def test_an_option_may_have_any_number_to_9999_or_none(number):
    data = LEAST | {"options": [{"id": "o", "name": "O", "number": number}]}
    assert from_dict(data).options[0].number == number


def test_an_id_may_have_fifty_characters():
    assert from_dict(LEAST | {"slug": "a" * 50}).slug == "a" * 50


@pytest.mark.parametrize(
    ("key", "path"), [("k" * 60, "k" * 60), ("k" * 61, "k" * 59 + "…"), (3, "the number 3"), (None, "null")]
)
def test_a_field_with_a_strange_name_is_named_so_that_it_can_be_found(key, path):
    with pytest.raises(Invalid) as refused:
        from_dict({**LEAST, key: 1})
    assert [str(problem) for problem in refused.value.problems] == [
        f"{path}: There is no field of this name. Take it out."
    ]


def test_a_list_may_have_a_thousand_things_and_no_more():
    assert len(from_dict(LEAST | {"references": ["R"] * 1_000}).references) == 1_000
    with pytest.raises(
        Invalid, match=r"^references: There are 1,001 here; the most is 1,000\. Take some out\.$"
    ):
        from_dict(LEAST | {"references": ["R"] * 1_001})


def test_a_score_on_a_step_that_floats_would_miss_is_taken():
    data = small()
    data["groups"][0]["sub_criteria"][1]["scale"] = {"lo": "0.1", "hi": "0.7", "step": "0.2"}
    for score in ("0.1", "0.3", "0.5", "0.7"):
        data["cells"][1]["score"] = score
        assert from_dict(data).cells[1].score == Decimal(score)


@pytest.mark.parametrize("combine", ["weighted-sum", "weighted-mean", "weighted-value"])
@pytest.mark.parametrize("weight_set", ["flat", "tree"])
def test_every_weighted_form_is_read_with_either_kind_of_weight_set(combine, weight_set):
    snapshot = from_dict(small() | {"method": {"combine": combine, "weight_set": weight_set}})
    assert snapshot.method == Method(Combine(combine), weight_set)


def test_not_applicable_is_taken_where_the_line_states_the_rule():
    data = small()
    data["groups"][0]["sub_criteria"][0]["not_applicable_rule"] = "No reading room."
    data["cells"][0] = {"option": "stay", "sub_criterion": "read", "state": "not-applicable"}
    assert from_dict(data).cell_at["stay", "read"].state is CellState.NOT_APPLICABLE


def test_two_hundred_options_and_sub_criteria_are_read_in_a_few_seconds():
    subs = [{"id": f"s{n}", "name": f"S{n}"} for n in range(200)]
    options = [{"id": f"o{n}", "name": f"O{n}", "number": n + 1} for n in range(200)]
    cells = [
        {
            "option": option["id"],
            "sub_criterion": sub["id"],
            "state": "scored",
            "score": "3",
            "rationale": "R",
        }
        for option in options
        for sub in subs
    ]
    data = LEAST | {"scale": {"lo": "1", "hi": "5"}, "options": options, "cells": cells}
    snapshot = from_dict(data | {"groups": [{"id": "g", "name": "G", "sub_criteria": subs}]})
    assert len(snapshot.cells) == 40_000


@pytest.mark.parametrize("path", STORED, ids=lambda path: path.stem)
def test_reading_changes_nothing_in_what_it_is_given(path):
    data = stored(path)
    from_dict(data)
    assert data == stored(path)


def test_cells_come_in_the_order_of_options_and_lines_and_empty_ones_are_dropped():
    data = small()
    data["cells"].reverse()
    data["cells"].append({"option": "move", "sub_criterion": "read", "state": "unscored"})
    assert from_dict(data) == from_dict(small())
    data["cells"][-1]["rationale"] = "To be visited."
    assert [cell.option for cell in from_dict(data).cells] == ["stay"] * 4 + ["move"]


def test_equal_snapshots_come_from_files_with_their_fields_in_any_order():
    def turned(value):
        if isinstance(value, dict):
            return {key: turned(inner) for key, inner in reversed(value.items())}
        return [turned(inner) for inner in value] if isinstance(value, list) else value

    for path in STORED:
        snapshot = from_dict(turned(stored(path)))
        assert snapshot == load_json(path.read_bytes())
        assert canonical_json(snapshot) == path.read_text(encoding="utf-8")


def test_another_order_of_options_is_another_appraisal():
    data = small()
    data["options"].reverse()
    assert from_dict(data) != from_dict(small())
    assert replace(from_dict(data), options=from_dict(small()).options) != from_dict(data)
