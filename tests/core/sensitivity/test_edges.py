"""What would change the ranking where there is little to rank, or little to weigh."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from appraisal.core.evaluation import rank_shares, robustness, robustness_json, sensitivity
from appraisal.core.sensitivity import Direction, Level, Sensitivity
from appraisal.core.snapshot import Combine, Kind, Method, Rule, Scale, ValueRule
from organisations.errors import Invalid
from tests.core.builders import PLAIN, snapshot, weight_set, weighted

ROWS = {"one": "5 2 3", "two": "4 4 2"}


def switch(found, name, level=Level.SUB_CRITERIA):
    return next(one for one in found.switching_weights if (one.level, one.id) == (level, name))


def fewest(found):
    return [(one.rival, one.to_tie, one.to_overtake) for one in found.fewest_steps]


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (snapshot({}, {"one": "", "two": ""}), "No line is scored"),
        (snapshot({"g": "words:a"}, {"one": "words", "two": "words"}), "No line is scored"),
        (snapshot(PLAIN, {}), "No option is ranked"),
        (snapshot(PLAIN, {"one": "5 2 3"}), "Only one option is ranked"),
        (snapshot({"g": "a gate:b"}, {"one": "5 pass", "two": "4 fail"}), "Only one option is ranked"),
        (snapshot(PLAIN, {"one": "5 2 3", "two": "4 n/a 2"}), "Only one option is ranked"),
        (snapshot(PLAIN, {"one": "- - -", "two": "- - -"}), "6 scores are missing, so it cannot be said yet"),
        (snapshot(PLAIN, {"one": "5 2 3", "two": "4 ? 2"}), "1 score is missing, so it cannot be said yet"),
        (snapshot({"g": "a gate:b"}, {"one": "5 pass", "two": "4 -"}), "1 gate is not decided, so"),
        (snapshot({"g": "a gate:b"}, {"one": "- -", "two": "4 -"}), "1 score is missing and 2 gates are not"),
        (replace(snapshot(PLAIN, ROWS), method=Method(Combine.WEIGHTED_MEAN)), "There are no weights yet"),
    ],
)
def test_where_there_is_nothing_to_say_every_part_is_empty_and_a_reason_says_why(made, words):
    found = sensitivity(made)
    assert found.reason.startswith(words)
    assert found == Sensitivity(reason=found.reason)
    assert rank_shares(made) is None
    printed = robustness_json(robustness(made))
    assert printed.pop("slug") == "test"
    assert printed.pop("reason") == found.reason
    assert set(printed.values()) == {None}


def test_options_that_are_all_tied_share_first_place_and_each_weight_now_parts_them_or_does_not():
    """Line a favours one, line b two, and on line c they are level."""
    found = sensitivity(snapshot(PLAIN, {"one": "5 3 3", "two": "3 5 3"}))
    assert found.first == ("one", "two")
    a, c = switch(found, "a"), switch(found, "c")
    assert (a.up.weight, a.up.overtaken_by) == (Fraction(1, 3), ("one",))
    assert (a.down.weight, a.down.overtaken_by) == (Fraction(1, 3), ("two",))
    assert [(turn.weight, turn.level_at_end) for turn in c.turns] == [(None, ()), (None, ())]
    assert fewest(found) == [("two", 0, 1)]
    assert all(one.changes for one in found.one_step)
    assert found.joint_switching[0].factor == 1


def test_options_with_the_same_scores_never_part_and_none_can_come_first_outright():
    found = sensitivity(snapshot(PLAIN, {"one": "4 4 4", "two": "4 4 4"}))
    assert found.can_be_first == ()
    assert {one.level_on for one in found.prospects} == {("a", "b", "c")}
    assert [one.matched_by for one in found.prospects] == [("two",), ("one",)]
    assert {one.dominated_by for one in found.prospects} == {()}
    assert not any(turn.weight for one in found.switching_weights for turn in one.turns)
    assert found.joint_switching[0].reason
    assert found.dominance == ()


def test_an_option_that_a_mix_of_others_is_never_behind_cannot_come_first_though_none_dominates_it():
    """Halfway between two others on each line: level where both lines weigh the same, never ahead."""
    found = sensitivity(snapshot({"g": "a b"}, {"left": "5 1", "right": "1 5", "middle": "3 3"}))
    middle = next(one for one in found.prospects if one.option == "middle")
    assert (middle.can_be_first, middle.matched_by, middle.level_on) == (False, (), ("a", "b"))
    below = sensitivity(snapshot({"g": "a b"}, {"left": "5 1", "right": "1 5", "middle": "3 2"}))
    middle = next(one for one in below.prospects if one.option == "middle")
    assert (middle.can_be_first, middle.level_on) == (False, ())


def test_a_line_that_carries_all_the_weight_leaves_the_rest_without_proportions():
    own = weight_set({"a": 0, "b": 7, "c": 0})
    found = sensitivity(weighted(PLAIN, ROWS, Combine.WEIGHTED_MEAN, own))
    assert found.first == ("two",)
    assert (switch(found, "b").up, switch(found, "b").down) == (None, None)
    assert "no proportions" in switch(found, "b").reason
    assert "no proportions" in switch(found, "g", Level.GROUPS).reason
    assert "no proportions" in switch(found, "h", Level.GROUPS).reason
    assert found.no_proportions == ("h",)
    assert switch(found, "a").up.weight == Fraction(2, 3)
    assert switch(found, "a").down.reason
    left_out = {one.left_out: one for one in found.leave_one_out}
    assert (left_out["b"].ranks, left_out["b"].reason) == ({}, "Nothing with a weight is left.")
    assert left_out["a"].ranks == {"two": 1, "one": 2}


def test_one_line_alone_has_no_switching_weight_but_switching_scores():
    found = sensitivity(snapshot({"g": "a"}, {"one": "4", "two": "3"}))
    assert {one.reason != "" for one in found.switching_weights} == {True}
    one, two = found.switching_scores
    assert (one.ties_at.score, one.overtakes_at.score, one.first) == (3, 2, ("two",))
    assert (two.ties_at.score, two.overtakes_at.score, two.first) == (4, 5, ("two",))
    assert fewest(found) == [("two", 1, 2)]


def test_a_group_of_weight_0_in_a_tree_keeps_the_proportions_of_its_lines():
    own = weight_set({"a": 1, "b": 3, "c": 1}, {"g": 0, "h": 5})
    found = sensitivity(weighted(PLAIN, ROWS, Combine.WEIGHTED_SUM, own))
    assert found.first == ("one",)
    group = switch(found, "g", Level.GROUPS)
    assert group.reason == ""
    assert group.ends["two"] == (2, 4)
    assert group.ends["one"] == (3, Fraction(11, 4))
    assert (group.up.weight, group.up.overtaken_by) == (Fraction(4, 9), ("two",))
    assert found.no_proportions == ()


def test_a_score_on_a_line_that_weighs_nothing_changes_nothing():
    own = weight_set({"a": 0, "b": 1, "c": 1})
    found = sensitivity(weighted(PLAIN, ROWS, Combine.WEIGHTED_MEAN, own))
    on_a = [one for one in found.switching_scores if one.sub_criterion == "a"]
    assert {(one.ties_at, one.overtakes_at, one.first) for one in on_a} == {(None, None, ())}
    assert not any(one.changes or one.ties for one in found.one_step if one.sub_criterion == "a")


def test_plain_scores_on_scales_of_different_widths_are_weighed_as_their_widths_imply():
    """a runs from 0 to 10 and counts 10/14 of all weight; 8 + 3 is more than 6 + 4."""
    made = snapshot({"g": "a b"}, {"one": "8 3", "two": "6 4"})
    [group] = made.groups
    a, b = group.sub_criteria
    wide = replace(a, scale=Scale(Decimal(0), Decimal(10)))
    found = sensitivity(replace(made, groups=(replace(group, sub_criteria=(wide, b)),)))
    line = switch(found, "a")
    assert line.weight_now == Fraction(10, 14)
    assert line.ends["one"] == (Fraction(2, 4), Fraction(8, 10))
    assert (line.down.weight, line.down.overtaken_by) == (Fraction(5, 9), ("two",))
    assert found.weight_sets[0].aggregates == {"one": Fraction(11, 2), "two": 5}


def test_measures_have_no_steps_and_marks_step_by_their_numbers():
    made = weighted(
        {"g": "a b"}, {"one": "8 3", "two": "6 3"}, Combine.WEIGHTED_VALUE, weight_set({"a": 1, "b": 1})
    )
    [group] = made.groups
    a, b = group.sub_criteria
    raw = replace(a, kind=Kind.MEASURE, value=ValueRule(Rule.RANGE, worst=Decimal(0), best=Decimal(10)))
    points = {"low": Decimal(0), "mid": Decimal(1), "high": Decimal(4)}
    marks = replace(b, value=ValueRule(Rule.POINTS, points=points, lo=Decimal(0), hi=Decimal(4)))
    cells = tuple(
        replace(cell, score=None, mark="mid") if cell.sub_criterion == "b" else cell for cell in made.cells
    )
    found = sensitivity(replace(made, groups=(replace(group, sub_criteria=(raw, marks)),), cells=cells))
    assert found.without_steps == {"a": "A raw figure has no steps to move by."}
    one, two = found.switching_scores
    assert (one.direction, one.overtakes_at.mark, one.ties_at) == (Direction.DOWN, "low", None)
    assert (two.score_now.mark, two.overtakes_at.mark) == ("mid", "high")
    assert fewest(found) == [("two", 1, 1)]


def test_a_far_mark_is_reached_only_by_way_of_those_between():
    """From 0 the marks go to 1, then to 5: four more points on marks take two steps, on scores four."""
    made = snapshot({"g": "a b"}, {"one": "3 5", "two": "3 1"})
    [group] = made.groups
    points = {"low": Decimal(0), "mid": Decimal(1), "high": Decimal(5)}
    marks = replace(
        group.sub_criteria[0], value=ValueRule(Rule.POINTS, points=points, lo=Decimal(0), hi=Decimal(5))
    )
    cells = tuple(
        replace(cell, score=None, mark="low") if cell.sub_criterion == "a" else cell for cell in made.cells
    )
    groups = (replace(group, sub_criteria=(marks, group.sub_criteria[1])),)
    assert fewest(sensitivity(replace(made, groups=groups, cells=cells))) == [("two", 2, 2)]


def test_steps_that_all_together_are_not_enough_are_none():
    own = weight_set({"a": 100, "b": 1, "c": 1})
    made = weighted(PLAIN, {"one": "4 3 3", "two": "5 1 1"}, Combine.WEIGHTED_MEAN, own)
    [group, other] = made.groups
    raw = replace(
        group.sub_criteria[0], kind=Kind.MEASURE, value=ValueRule(Rule.RANGE, Decimal(0), Decimal(5))
    )
    groups = (replace(group, sub_criteria=(raw, group.sub_criteria[1])), other)
    values = replace(made, groups=groups, method=Method(Combine.WEIGHTED_VALUE, "w"))
    assert fewest(sensitivity(values)) == [("one", None, None)]


def test_a_stored_weight_set_that_cannot_be_used_says_so_beside_the_others():
    own, broken = weight_set({"a": 1, "b": 1, "c": 1}), weight_set({"a": 1}, name="broken")
    found = sensitivity(weighted(PLAIN, ROWS, Combine.WEIGHTED_MEAN, own, broken))
    last = found.weight_sets[-1]
    assert (last.id, last.ranks, last.first) == ("broken", {}, ())
    assert "missing" in last.problem


def test_an_own_weight_set_that_misses_a_line_is_refused_with_the_line():
    made = weighted(PLAIN, ROWS, Combine.WEIGHTED_MEAN, weight_set({"a": 1}))
    with pytest.raises(Invalid) as refused:
        sensitivity(made)
    assert "weight_sets[w].sub_criteria.b" in str(refused.value)


@pytest.mark.parametrize(
    ("asked", "path"),
    [
        ({"draws": 0}, "draws"),
        ({"draws": -5}, "draws"),
        ({"draws": 10_000_001}, "draws"),
        ({"seed": -1}, "seed"),
        ({"seed": 1.5}, "seed"),
        ({"on": "lines"}, "on"),
    ],
)
def test_what_cannot_be_drawn_with_is_refused_even_where_there_is_nothing_to_draw_for(asked, path):
    for made in (snapshot(PLAIN, ROWS), snapshot(PLAIN, {})):
        with pytest.raises(Invalid) as refused:
            robustness(made, **asked)
        assert [problem.path for problem in refused.value.problems] == [path]


def test_everything_that_is_wrong_is_said_at_once():
    with pytest.raises(Invalid) as refused:
        robustness(snapshot(PLAIN, ROWS), draws=0, seed=-1, on="")
    assert [problem.path for problem in refused.value.problems] == ["draws", "seed", "on"]
