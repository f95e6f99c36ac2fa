"""Two options, line by line."""

from fractions import Fraction

import pytest

from appraisal.core.evaluation import LineDifference, difference, evaluate
from appraisal.core.snapshot import Combine, Method
from tests.core.builders import snapshot, weight_set
from tests.core.worked import case_named

LINES = {"g": "a b words:t", "h": "c d gate:p"}
ROWS = {"one": "5 2 words 3 4 pass", "two": "3 3 words 3 - pass", "three": "1 1 words 1 n/a pass"}


def compared(found, first, other):
    return difference(found, evaluate(found), first, other)


def test_somersets_option_6_is_better_than_option_4_on_five_lines_and_worse_on_two_each_by_one_point():
    case = case_named("appraisals/somerset-2017")
    found = difference(case.snapshot, case.evaluation, "option-6", "option-4")
    assert [(line.id, line.by, line.effect) for line in found.better] == [
        (sub, 1, 1) for sub in ("o3", "g2", "w3", "f1", "f2")
    ]
    assert [(line.id, line.by) for line in found.worse] == [("g1", 1), ("w1", 1)]
    assert found.level == ("o1", "o2", "o4", "g3", "w2", "f3")
    assert found.unknown == ()


def test_lines_without_a_score_on_either_side_are_unknown_and_lines_in_words_are_left_out():
    found = compared(snapshot(LINES, ROWS), "one", "two")
    assert found.better == (LineDifference("a", Fraction(2), Fraction(2)),)
    assert found.worse == (LineDifference("b", Fraction(1), Fraction(1)),)
    assert (found.level, found.unknown) == (("c",), ("d",))
    assert compared(snapshot(LINES, ROWS), "one", "three").unknown == ("d",)


def test_the_other_way_round_better_and_worse_change_places():
    one, other = (compared(snapshot(LINES, ROWS), *pair) for pair in (("one", "two"), ("two", "one")))
    assert (one.better, one.worse, one.level, one.unknown) == (
        other.worse,
        other.better,
        other.level,
        other.unknown,
    )


@pytest.mark.parametrize(
    ("combine", "by", "effect"),
    [
        (Combine.WEIGHTED_SUM, 2, 6),
        (Combine.WEIGHTED_MEAN, 2, Fraction(6, 10)),
        (Combine.WEIGHTED_VALUE, 50, 15),
    ],
)
def test_the_effect_on_the_total_follows_the_way_of_combining(combine, by, effect):
    weights = weight_set({"a": 3, "b": 2, "c": 5, "d": 0})
    found = compared(snapshot(LINES, ROWS, method=Method(combine, "w"), weight_sets=(weights,)), "one", "two")
    assert found.better == (LineDifference("a", Fraction(by), Fraction(effect)),)


def test_the_effects_add_up_to_the_difference_of_the_totals():
    case = case_named("worked_examples/weighted-value")
    found = difference(case.snapshot, case.evaluation, "option-2", "option-1")
    gained = sum(line.effect for line in found.better) - sum(line.effect for line in found.worse)
    totals = case.evaluation.by_id
    assert gained == totals["option-2"].aggregate - totals["option-1"].aggregate == case.evaluation.margin


def test_while_weights_are_not_chosen_lines_are_compared_without_an_effect():
    found = compared(snapshot(LINES, ROWS, method=Method(Combine.WEIGHTED_SUM)), "one", "two")
    assert found.better == (LineDifference("a", Fraction(2), None),)


def test_an_option_that_is_not_there_is_an_error_of_the_caller():
    with pytest.raises(KeyError):
        compared(snapshot(LINES, ROWS), "one", "nine")
