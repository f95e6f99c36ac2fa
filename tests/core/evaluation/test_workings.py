"""The workings as people read them, and the way from a figure to its cells."""

from fractions import Fraction

import pytest

from appraisal.core.evaluation import Step, Term, evaluate
from appraisal.core.snapshot import Combine, Method, OptionStage
from tests.core.builders import snapshot, weight_set

PLAIN = {"g": "a b", "h": "c"}
ENDS = "at worst in the lowest total, at best in the highest"
WEIGHTED_MEAN = "Weighted mean: each score times its line's share of all weight, added up"
WHATEVER = "whatever the missing scores turn out to be"


def texts(found, *steps):
    return [working.text for working in evaluate(found).workings if working.step in steps]


def weighted(combine, chosen, rows):
    return snapshot(PLAIN, rows, method=Method(combine, chosen.id), weight_sets=(chosen,))


def test_the_workings_stand_in_the_order_of_the_method():
    steps = [working.step for working in evaluate(snapshot(PLAIN, {"one": "5 4 3", "two": "1 1 1"})).workings]
    per_option = [Step.GROUP, Step.GROUP, Step.TOTAL, Step.RANK]
    assert steps == [
        Step.METHOD,
        *[Step.WEIGHT] * 3,
        *[Step.BOUND] * 3,
        *per_option,
        *per_option,
        Step.MARGIN,
    ]


def test_a_plain_total_is_worked_out_line_by_line():
    found = snapshot(PLAIN, {"one": "5 4 3", "two": "1 1 1"})
    assert texts(found, Step.METHOD) == [
        "Plain total: every score on a scored line is added once. No weights are used"
    ]
    assert texts(found, Step.GROUP, Step.TOTAL, Step.MARGIN) == [
        "Option 1, Group g: 5 + 4 = 9",
        "Option 1, Group h: 3",
        "Option 1, total: 9 + 3 = 12",
        "Option 2, Group g: 1 + 1 = 2",
        "Option 2, Group h: 1",
        "Option 2, total: 2 + 1 = 3",
        "Margin, first place less second: 12 − 3 = 9 (Option 1 less Option 2)",
    ]


def test_a_figure_can_be_followed_to_its_cells():
    workings = evaluate(snapshot(PLAIN, {"one": "5 ? 3"})).workings
    found = {(working.step, working.about): working for working in workings}
    assert [term.of for term in found[Step.TOTAL, ("one",)].terms] == [("one", "g"), ("one", "h")]
    assert found[Step.GROUP, ("one", "g")].terms == (
        Term(("one", "a"), Fraction(5)),
        Term(("one", "b"), Fraction(1), Fraction(5)),
    )


def test_a_formula_whose_figures_had_to_be_rounded_says_so():
    found = weighted(Combine.WEIGHTED_MEAN, weight_set({"a": 1, "b": 1, "c": 1}), {"one": "5 4 3"})
    assert texts(found, Step.GROUP, Step.TOTAL) == [
        "Option 1, Group g: 0.333333 × 5 + 0.333333 × 4 ≈ 3",
        "Option 1, Group h: 0.333333 × 3 ≈ 1",
        "Option 1, total: 3 + 1 = 4",
    ]


def test_weights_say_where_they_come_from():
    found = weighted(Combine.WEIGHTED_SUM, weight_set({"a": 3, "b": "1.5", "c": 6}), {"one": "5 4 3"})
    assert texts(found, Step.WEIGHT)[1] == "1b Line b: share of all weight: 14.29% (1.5 of 10.5)"
    tree = weighted(
        Combine.WEIGHTED_SUM, weight_set({"a": 3, "b": 1, "c": 6}, {"g": 8, "h": 2}), {"one": "5 4 3"}
    )
    assert (
        texts(tree, Step.WEIGHT)[0]
        == "1a Line a: share of all weight: 60% (group weight 8 × 3 of 4, so 6 of 10)"
    )


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            "n/a 4 3",
            [
                "Option 1, Group g (no total: a line in it does not apply to this option)",
                "Option 1, Group h: 3",
            ],
        ),
        ("- 4 3", ["Option 1, Group g: (1 to 5) + 4 = 5 to 9", "Option 1, Group h: 3"]),
    ],
)
def test_a_group_without_a_settled_total_says_why(row, expected):
    assert texts(snapshot(PLAIN, {"one": row}), Step.GROUP) == expected


def test_a_total_that_is_not_given_says_why():
    rows = {"one": "n/a 4 3", "two": "5 5 5", "three": "- - 1"}
    assert texts(snapshot(PLAIN, rows, stages={"two": OptionStage.DROPPED}), Step.TOTAL) == [
        "Option 1, total (none: a line does not apply to this option, so its total cannot be compared)",
        "Option 2, total (none: it is dropped, and only short-listed options are ranked)",
        f"Option 3, total: (2 to 10) + 1 = 3 to 11 (2 scores are missing: {ENDS})",
    ]


def test_gates_come_first_and_the_first_failure_ends_the_workings_of_an_option():
    rows = {"one": "pass fail 5", "two": "fail fail 5", "three": "- pass 4"}
    found = snapshot({"g": "gate:p gate:q a"}, rows)
    assert texts(found, Step.GATE, Step.TOTAL, Step.RANK) == [
        "Option 1, gate 1a Line p (passed)",
        "Option 1, gate 1b Line q (failed: no total and no place)",
        "Option 2, gate 1a Line p (failed: no total and no place)",
        "Option 3, gate 1a Line p (not decided yet)",
        "Option 3, gate 1b Line q (passed)",
        "Option 3, total: 4 (a gate is not decided yet: the total stands if it is passed)",
        "Option 3, place 1st (no options above it, if it passes its gate)",
    ]


def test_a_place_that_no_missing_score_can_change_says_so():
    assert texts(snapshot(PLAIN, {"one": "5 5 5", "two": "1 1 -"}), Step.RANK) == [
        "Option 1, place 1st (no options above it)",
        f"Option 2, place 2nd (1 option above it, {WHATEVER})",
    ]


def test_places_say_who_is_above_surely_and_who_may_be():
    rows = {"one": "5 5 5", "two": "4 4 -", "three": "4 4 -", "four": "1 1 1", "five": "1 1 1"}
    assert texts(snapshot(PLAIN, rows), Step.RANK) == [
        "Option 1, place 1st (no options above it)",
        "Option 2, place 2nd to 3rd (1 option surely above it, 1 more may be)",
        "Option 3, place 2nd to 3rd (1 option surely above it, 1 more may be)",
        "Option 4, place 4th (3 options above it, 1 option level with it)",
        "Option 5, place 4th (3 options above it, 1 option level with it)",
    ]


def test_without_scale_or_weights_the_workings_say_that_a_figure_is_not_known():
    bare = snapshot(PLAIN, {"one": "- - -"}, scale=None)
    assert texts(bare, Step.TOTAL) == [
        f"Option 1, total: not known + not known = not known (3 scores are missing: {ENDS})",
    ]
    waiting = snapshot(PLAIN, {"one": "5 4 3"}, method=Method(Combine.WEIGHTED_MEAN))
    assert texts(waiting, Step.METHOD, Step.TOTAL) == [
        f"{WEIGHTED_MEAN} (no weights are chosen yet)",
        "Option 1, total: not known + not known = not known",
    ]
