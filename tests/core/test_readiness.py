"""The numbered rules before a move."""

from dataclasses import replace
from decimal import Decimal

import pytest

from appraisal.core.readiness import RULES, blockers
from appraisal.core.snapshot import Combine, Kind, Method, OptionStage, Rule, SubCriterion, ValueRule
from tests.core.builders import ONE_TO_FIVE, snapshot, weight_set

GROUPS = {"g": "a b", "h": "c"}
READY = snapshot(GROUPS, {"one": "5 4 3", "two": "2 2 2"}, stage="set-up")


def numbers(snap, move_to):
    return [blocker.number for blocker in blockers(snap, move_to)]


def texts(snap, move_to):
    return [blocker.text for blocker in blockers(snap, move_to)]


def test_nothing_stands_in_the_way_of_a_full_appraisal():
    for stage in ("scoring", "agreeing", "agreed"):
        assert blockers(READY, stage) == ()


def test_the_rules_are_numbered_from_one_in_order():
    assert [rule.number for rule in RULES] == list(range(1, len(RULES) + 1))


def test_an_empty_appraisal_is_told_everything_that_scoring_needs_at_once():
    empty = snapshot({}, {}, scale=None, stage="set-up")
    assert [(one.number, one.where) for one in blockers(empty, "scoring")] == [
        (1, "scale"),
        (2, "criteria"),
        (3, "options"),
    ]
    assert texts(empty, "scoring") == [
        "No scale is set: say what the lowest and the highest score is.",
        "No line is scored: add at least one sub-criterion that is scored.",
        "No option is on the short list: at least 2 are needed to compare.",
    ]


def test_a_line_may_have_its_own_scale_but_every_scored_line_needs_one():
    own = SubCriterion("a", "A", scale=ONE_TO_FIVE)
    group = replace(READY.groups[0], sub_criteria=(own, SubCriterion("b", "B")))
    mixed = replace(READY, scale=None, groups=(group,), cells=())
    assert texts(mixed, "scoring") == ["No scale is set for line 1b."]
    whole = replace(mixed, groups=(replace(group, sub_criteria=(own,)),))
    assert blockers(whole, "scoring") == ()


def test_only_short_listed_options_are_counted():
    dropped = snapshot(
        GROUPS, {"one": "- - -", "two": "- - -"}, stages={"two": OptionStage.DROPPED}, stage="set-up"
    )
    assert texts(dropped, "scoring") == [
        "Only 1 option is on the short list: at least 2 are needed to compare."
    ]


@pytest.mark.parametrize(
    ("sets", "chosen", "text"),
    [
        ((), None, "Scores are combined with weights, but no weight set is chosen."),
        (
            (weight_set({"a": 0, "b": 0, "c": 0}),),
            "w",
            "The weights cannot be used: Every weight is 0, so nothing would count.",
        ),
        ((weight_set({"a": 1, "b": 2}),), "w", "The weights cannot be used: This weight is missing."),
    ],
)
def test_weights_are_asked_for_where_scores_are_combined_with_them(sets, chosen, text):
    weighted = replace(READY, method=Method(Combine.WEIGHTED_MEAN, chosen), weight_sets=sets)
    assert [(one.number, one.text, one.where) for one in blockers(weighted, "scoring")] == [
        (4, text, "weights")
    ]


def test_usable_weights_stand_in_nobodys_way():
    chosen = weight_set({"a": 1, "b": 2, "c": 0})
    weighted = replace(READY, method=Method(Combine.WEIGHTED_MEAN, "w"), weight_sets=(chosen,))
    assert blockers(weighted, "scoring") == ()


def test_missing_and_to_be_confirmed_scores_are_named_before_agreeing_but_not_applicable_ones_are_not():
    partly = snapshot(GROUPS, {"one": "5 ? 3", "two": "- n/a -"}, stage="scoring")
    assert [(one.number, one.where) for one in blockers(partly, "agreeing")] == [(6, "cells")]
    assert texts(partly, "agreeing") == [
        "3 scores are missing: Option 1 on 1b, Option 2 on 1a and Option 2 on 2a."
    ]


def test_a_long_list_of_missing_scores_is_counted_and_cut_short():
    empty = snapshot(GROUPS, {"one": "- - -", "two": "- - -"}, stage="scoring")
    assert texts(empty, "agreeing") == [
        "6 scores are missing: Option 1 on 1a, Option 1 on 1b, Option 1 on 2a and 3 more."
    ]


def test_a_gate_must_be_decided_and_an_option_that_failed_one_owes_nothing_more():
    gated = snapshot(
        {"g": "gate:p gate:q a"},
        {"one": "- pass 5", "two": "fail - -", "three": "pass pass 2"},
        stage="scoring",
    )
    assert texts(gated, "agreeing") == ["1 gate is not decided: Option 1 on 1a."]
    assert numbers(gated, "agreeing") == [5]


def test_options_off_the_short_list_owe_nothing():
    rows = {"one": "5 4 3", "two": "2 2 2", "three": "- - -"}
    assert (
        blockers(snapshot(GROUPS, rows, stages={"three": OptionStage.LONG_LIST}, stage="scoring"), "agreeing")
        == ()
    )


def test_every_score_and_every_failed_gate_needs_words_before_it_is_agreed():
    bare = snapshot(
        {"g": "gate:p a words:t"},
        {"one": "pass 5 words", "two": "fail - words", "three": "pass 2 words"},
        rationale="  ",
        stage="agreeing",
    )
    assert [(one.number, one.text) for one in blockers(bare, "agreed")] == [
        (7, "2 scores have no rationale: Option 1 on 1b and Option 3 on 1b."),
        (8, "1 failed gate has no words of reason: Option 2 on 1a."),
    ]


def test_rules_of_the_stages_before_are_asked_again():
    bare = snapshot(GROUPS, {"one": "5 4 -"}, stage="agreeing", rationale="")
    assert numbers(bare, "agreed") == [3, 6, 7]
    assert numbers(replace(bare, stage="set-up"), "scoring") == [3]


@pytest.mark.parametrize("move_to", ["set-up", "scoring"])
def test_a_move_back_and_no_move_at_all_ask_nothing(move_to):
    assert blockers(snapshot({}, {}, scale=None, stage="scoring"), move_to) == ()


def test_an_option_without_a_number_goes_by_its_name():
    options = tuple(replace(option, number=None, short_name="") for option in READY.options)
    cells = tuple(replace(cell, score=Decimal(1)) for cell in READY.cells[1:])
    unnamed = replace(READY, options=options, cells=cells, stage="scoring")
    assert texts(unnamed, "agreeing") == ["1 score is missing: The one on 1a."]


def test_a_stage_that_is_none_is_an_error_of_the_caller():
    with pytest.raises(ValueError, match="finished"):
        blockers(READY, "finished")


MARKED = ValueRule(Rule.POINTS, points={"low": Decimal(1)}, lo=Decimal(0), hi=Decimal(3))
RANGED = ValueRule(Rule.RANGE, worst=Decimal(9), best=Decimal(2))


def with_first_line(snap, **changes):
    """The appraisal with its first line changed."""
    [group, *others] = snap.groups
    first, *lines = group.sub_criteria
    return replace(snap, groups=(replace(group, sub_criteria=(replace(first, **changes), *lines)), *others))


def test_a_measure_needs_values_to_be_combined_and_no_scale():
    measured = with_first_line(READY, kind=Kind.MEASURE, value=RANGED)
    [text] = texts(measured, "scoring")
    assert text == (
        "Line 1a is a measure, and raw figures cannot be added up as scores: choose weights and combine by "
        "values, or score instead."
    )
    valued = replace(
        measured,
        scale=None,
        method=Method(Combine.WEIGHTED_VALUE, "w"),
        weight_sets=(weight_set({"a": 1, "b": 1, "c": 1}),),
    )
    assert texts(valued, "scoring") == ["No scale is set for line 1b and line 2a."]
    assert blockers(replace(valued, scale=ONE_TO_FIVE), "scoring") == ()


def test_a_line_of_marks_needs_no_scale():
    marked = with_first_line(READY, value=MARKED)
    assert texts(replace(marked, scale=None), "scoring") == ["No scale is set for line 1b and line 2a."]
    assert blockers(marked, "scoring") == ()


def test_a_raw_figure_and_a_mark_are_scores_as_much_as_any_and_so_is_their_lack():
    marked = with_first_line(READY, value=MARKED)
    assert texts(marked, "agreeing") == []
    cells = [replace(cell, score=None, mark="low") for cell in marked.cells if cell.sub_criterion == "a"]
    others = [cell for cell in marked.cells if cell.sub_criterion != "a"]
    assert texts(replace(marked, cells=(*cells, *others)), "agreed") == []
    assert texts(replace(marked, cells=(cells[0], *others)), "agreeing") == [
        "1 score is missing: Option 2 on 1a."
    ]
