"""Value rules: known answers by hand.

The formulas are those of method.md, "Value functions" and "Relative measures"; the figures of the tables are
worked out by hand in the comments beside them.
"""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from appraisal.core.evaluation import evaluate
from appraisal.core.snapshot import (
    CellState,
    Combine,
    Kind,
    Method,
    OptionStage,
    Rule,
    SubCriterion,
    ValueRule,
    WeightSet,
)
from tests.core.evaluation.one_line import HIGHER, LETTERS, LOWER, cell, one_line, spans, values

RANGE = ValueRule(Rule.RANGE, worst=Decimal(0), best=Decimal(80))
DOWN = ValueRule(Rule.RANGE, worst=Decimal(900), best=Decimal(200))
ACROSS = ValueRule(Rule.RANGE, worst=Decimal("-2.5"), best=Decimal("7.5"))
MARKS = ValueRule(
    Rule.POINTS,
    points={"red": Decimal(0), "amber": Decimal(2), "green": Decimal(5)},
    lo=Decimal(0),
    hi=Decimal(5),
)

TABLE = [
    # 100 (x - 0)/(80 - 0)
    (RANGE, ["0", "20", "50", "80"], [0, 25, "62.5", 100]),
    # 100 (x - 900)/(200 - 900): 550 is half way down
    (DOWN, ["900", "550", "200", "340"], [0, 50, 100, 80]),
    (ACROSS, ["-2.5", "0", "7.5"], [0, 25, 100]),
    # highest 70, lowest 10: 25 is 15/60 of the way up, 45/60 of the way down
    (HIGHER[Rule.OPTIONS_RANGE], ["10", "25", "70"], [0, 25, 100]),
    (LOWER[Rule.OPTIONS_RANGE], ["10", "25", "70"], [100, 75, 0]),
    (LOWER[Rule.OPTIONS_RANGE], ["-10", "0", "30"], [100, 75, 0]),
    # all equal: 100 each
    (HIGHER[Rule.OPTIONS_RANGE], ["7", "7", "7"], [100, 100, 100]),
    (LOWER[Rule.OPTIONS_RANGE], ["7"], [100]),
    (HIGHER[Rule.RATIO], ["7", "7.0"], [100, 100]),
    # 100 x/best and 100 best/x
    (HIGHER[Rule.RATIO], ["20", "50", "80"], [25, "62.5", 100]),
    (LOWER[Rule.RATIO], ["20", "50", "80"], [100, 40, 25]),
    (LOWER[Rule.RATIO], ["3", "7"], [100, Fraction(300, 7)]),
    # red 0, amber 2, green 5 of 0 to 5
    (MARKS, ["amber", "green", "red"], [40, 100, 0]),
    (replace(MARKS, lo=Decimal(-5), hi=Decimal(5)), ["amber", "green", "red"], [70, 100, 50]),
]


@pytest.mark.parametrize(("rule", "entries", "expected"), TABLE)
def test_a_rule_turns_figures_and_marks_into_these_values(rule, entries, expected):
    snapshot = one_line(rule, entries)
    assert values(snapshot) == [Fraction(value) for value in expected]
    evaluation = evaluate(snapshot)
    assert evaluation.complete
    assert {one.id: one.aggregate for one in evaluation.options} == dict(
        zip(LETTERS, map(Fraction, expected), strict=False)
    )
    assert (evaluation.lowest_possible, evaluation.highest_possible, evaluation.neutral_total) == (
        0,
        100,
        None,
    )


@pytest.mark.parametrize("rule", [*HIGHER.values(), *LOWER.values()])
def test_with_one_figure_missing_every_value_of_a_relative_measure_is_0_to_100(rule):
    snapshot = one_line(rule, ["10", CellState.TO_BE_CONFIRMED, "70"])
    assert values(snapshot) == [None, None, None]
    assert spans(snapshot) == [(0, 100)] * 3
    for result in evaluate(snapshot).options:
        assert (result.aggregate, result.complete, result.rank_from, result.rank_to) == (None, False, 1, 3)
        assert result.group_totals == {"g": None}
    assert evaluate(snapshot).missing == (("b", "m"),)


def test_a_missing_figure_of_a_stated_range_opens_no_value_but_its_own():
    snapshot = one_line(DOWN, ["900", CellState.UNSCORED, "200"])
    assert spans(snapshot) == [(0, 0), (0, 100), (100, 100)]


@pytest.mark.parametrize("stage", [OptionStage.LONG_LIST, OptionStage.DROPPED])
@pytest.mark.parametrize("entry", ["1000", CellState.UNSCORED])
def test_options_that_are_not_short_listed_are_not_compared(stage, entry):
    snapshot = one_line(HIGHER[Rule.OPTIONS_RANGE], ["10", "25", "70", entry], stages={"d": stage})
    assert values(snapshot) == [0, 25, 100, None]
    assert evaluate(snapshot).by_id["d"].group_totals == {"g": None}


def test_an_option_that_failed_its_gate_is_not_compared():
    snapshot = one_line(HIGHER[Rule.RATIO], ["10", "25", "70"], gates={"c": CellState.FAIL})
    assert values(snapshot) == [40, 100, None]


def test_an_option_on_which_the_line_does_not_apply_has_no_figure_and_misses_none():
    snapshot = one_line(HIGHER[Rule.RATIO], ["10", "25", CellState.NOT_APPLICABLE])
    assert values(snapshot) == [40, 100, None]
    assert not evaluate(snapshot).by_id["c"].comparable


def test_a_value_that_rests_on_an_option_whose_gate_is_open_runs_over_both_ways_it_can_go():
    """Without c the figures run from 10 to 25, with it from 10 to 70: b is worth 100, or 25."""
    snapshot = one_line(HIGHER[Rule.OPTIONS_RANGE], ["10", "25", "70"], gates={"c": CellState.UNSCORED})
    assert spans(snapshot) == [(0, 0), (25, 100), (100, 100)]
    assert values(snapshot) == [0, None, 100]
    b = evaluate(snapshot).by_id["b"]
    assert (b.complete, b.aggregate, b.rank_from, b.rank_to) == (False, None, 1, 2)


def test_adding_an_option_may_turn_the_order_of_two_others_on_a_relative_measure():
    """method.md asks to flag it: with c the range grows from 2 to 20 and the figures move together."""
    rule, score = LOWER[Rule.OPTIONS_RANGE], ValueRule(Rule.RANGE, worst=Decimal(0), best=Decimal(10))

    def both(entries, others):
        snapshot = one_line(rule, entries)
        [group] = snapshot.groups
        other = SubCriterion("n", "Other", kind=Kind.MEASURE, value=score)
        cells = [cell(letter, entry, "n") for letter, entry in zip(LETTERS, others, strict=False)]
        weights = WeightSet("w", "W", {"m": Decimal(1), "n": Decimal(1)})
        return replace(
            snapshot,
            groups=(replace(group, sub_criteria=(*group.sub_criteria, other)),),
            weight_sets=(weights,),
            cells=(*snapshot.cells, *cells),
        )

    before = evaluate(both(["8", "10"], ["2", "8"])).by_id
    after = evaluate(both(["8", "10", "28"], ["2", "8", "0"])).by_id
    assert (before["a"].aggregate, before["b"].aggregate) == (60, 40)
    assert (after["a"].aggregate, after["b"].aggregate) == (60, 85)


@pytest.mark.parametrize("combine", [Combine.SUM, Combine.WEIGHTED_SUM, Combine.WEIGHTED_MEAN])
def test_a_raw_figure_counts_in_no_other_form(combine):
    snapshot = replace(one_line(RANGE, ["20", "80"]), method=Method(combine, "w"))
    for result in evaluate(snapshot).options:
        assert (result.aggregate, result.floor, result.values["m"]) == (None, None, None)


@pytest.mark.parametrize(
    ("combine", "expected"),
    [(Combine.SUM, 2), (Combine.WEIGHTED_SUM, 6), (Combine.WEIGHTED_MEAN, 2), (Combine.WEIGHTED_VALUE, 40)],
)
def test_marks_count_as_their_numbers_in_every_form(combine, expected):
    snapshot = one_line(MARKS, ["amber", "red"])
    weights = WeightSet("w", "W", {"m": Decimal(3)})
    snapshot = replace(snapshot, method=Method(combine, "w"), weight_sets=(weights,))
    assert evaluate(snapshot).by_id["a"].aggregate == expected
