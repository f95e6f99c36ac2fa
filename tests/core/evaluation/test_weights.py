"""Weights in every form, and that every figure is exact: worked out by hand."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from appraisal.core.evaluation import evaluate, to_json
from appraisal.core.snapshot import Combine, Method, Scale, SubCriterion
from organisations.errors import Invalid
from tests.core.builders import PLAIN, places, snapshot, spans, totals, weight_set, weighted


def test_weights_as_entered_give_the_sum_of_products_and_its_own_lowest_and_highest():
    found = weighted(
        PLAIN,
        {"one": "4 3 5", "two": "1 1 -"},
        Combine.WEIGHTED_SUM,
        weight_set({"a": 5, "b": "0.5", "c": 3}),
    )
    evaluation = evaluate(found)
    assert totals(evaluation)["one"] == Fraction(73, 2)
    assert (evaluation.lowest_possible, evaluation.highest_possible) == (Fraction(17, 2), Fraction(85, 2))
    assert evaluation.neutral_total == Fraction(51, 2)
    assert spans(evaluation)["two"] == (Fraction(17, 2), Fraction(41, 2))
    assert evaluation.weights == {"a": Fraction(10, 17), "b": Fraction(1, 17), "c": Fraction(6, 17)}
    assert evaluation.weight_set == "w"


def test_normalised_weights_keep_the_total_on_the_scale_of_the_scores():
    found = weighted(
        PLAIN, {"one": "5 5 5", "two": "4 1 2"}, Combine.WEIGHTED_MEAN, weight_set({"a": 1, "b": 1, "c": 1})
    )
    evaluation = evaluate(found)
    assert totals(evaluation) == {"one": 5, "two": Fraction(7, 3)}
    assert (evaluation.lowest_possible, evaluation.neutral_total, evaluation.highest_possible) == (1, 3, 5)
    assert to_json(evaluation)["options"][1]["aggregate"] == "2.33333333333"


def test_values_run_from_0_to_100_on_each_lines_own_scale():
    found = weighted(
        PLAIN, {"one": "5 3 0", "two": "1 - 10"}, Combine.WEIGHTED_VALUE, weight_set({"a": 2, "b": 1, "c": 1})
    )
    own = replace(
        found.groups[1], sub_criteria=(SubCriterion("c", "C", scale=Scale(Decimal(0), Decimal(10))),)
    )
    evaluation = evaluate(replace(found, groups=(found.groups[0], own)))
    assert evaluation.by_id["one"].values == {"a": 100, "b": 50, "c": 0}
    assert evaluation.by_id["one"].group_totals == {"g": Fraction(125, 2), "h": 0}
    assert spans(evaluation) == {"one": (Fraction(125, 2),) * 2, "two": (25, 50)}
    assert (evaluation.lowest_possible, evaluation.highest_possible) == (0, 100)
    assert evaluation.neutral_total is None, "line c's scale has no neutral point"


def test_in_a_tree_local_weights_are_normalised_within_their_group():
    tree = weight_set({"a": 3, "b": 1, "c": 7}, {"g": 60, "h": 20})
    evaluation = evaluate(weighted(PLAIN, {"one": "5 1 2"}, Combine.WEIGHTED_MEAN, tree))
    assert evaluation.weights == {"a": Fraction(9, 16), "b": Fraction(3, 16), "c": Fraction(1, 4)}
    assert evaluation.group_shares == {"g": Fraction(3, 4), "h": Fraction(1, 4)}
    assert evaluation.by_id["one"].group_totals == {"g": 3, "h": Fraction(1, 2)}
    assert totals(evaluation) == {"one": Fraction(7, 2)}


def test_in_a_tree_with_weights_as_entered_the_groups_weight_stands_as_entered():
    tree = weight_set({"a": 3, "b": 1, "c": 7}, {"g": 60, "h": 20})
    evaluation = evaluate(weighted(PLAIN, {"one": "5 1 2"}, Combine.WEIGHTED_SUM, tree))
    assert evaluation.by_id["one"].group_totals == {"g": 240, "h": 40}
    assert totals(evaluation) == {"one": 280}
    assert evaluation.highest_possible == 400


def test_a_group_of_words_takes_no_part_of_the_weight():
    groups = {"g": "a b", "h": "words:t"}
    tree = weight_set({"a": 1, "b": 1}, {"g": 50, "h": 50})
    evaluation = evaluate(weighted(groups, {"one": "5 1 words"}, Combine.WEIGHTED_MEAN, tree))
    assert evaluation.group_shares == {"g": 1}
    assert totals(evaluation) == {"one": 3}


@pytest.mark.parametrize(
    "chosen",
    [
        weight_set({"a": 1, "b": 1, "c": 0}),
        weight_set({"a": 1, "b": 1, "c": 5}, {"g": 1, "h": 0}),
        weight_set({"a": 1, "b": 1, "c": 0}, {"g": 1, "h": 0}),
    ],
    ids=["line", "group", "both"],
)
def test_a_line_that_weighs_nothing_moves_no_total_but_its_missing_score_is_still_missing(chosen):
    evaluation = evaluate(weighted(PLAIN, {"one": "4 4 -", "two": "4 2 5"}, Combine.WEIGHTED_MEAN, chosen))
    assert spans(evaluation) == {"one": (4, 4), "two": (3, 3)}
    assert totals(evaluation) == {"one": None, "two": 3}
    assert places(evaluation) == {"one": (1, 1, 1), "two": (2, 2, 2)}
    assert not evaluation.by_id["one"].complete
    assert evaluation.margin is None
    assert evaluation.weights["c"] == 0


def test_implied_shares_follow_the_width_of_each_scale():
    wide = SubCriterion("c", "C", scale=Scale(Decimal(0), Decimal(12)))
    found = snapshot(PLAIN, {"one": "1 1 12"})
    evaluation = evaluate(
        replace(found, groups=(found.groups[0], replace(found.groups[1], sub_criteria=(wide,))))
    )
    assert evaluation.weights == {"a": Fraction(1, 5), "b": Fraction(1, 5), "c": Fraction(3, 5)}
    assert (evaluation.lowest_possible, evaluation.highest_possible, evaluation.neutral_total) == (
        2,
        22,
        None,
    )


def test_another_weight_set_may_be_asked_for_by_its_id():
    sets = (weight_set({"a": 1, "b": 0, "c": 0}), weight_set({"a": 0, "b": 0, "c": 1}, name="v"))
    found = weighted(PLAIN, {"one": "5 1 1", "two": "1 1 5"}, Combine.WEIGHTED_MEAN, *sets)
    assert evaluate(found).options[0].id == "one"
    assert evaluate(found, weight_set="v").options[0].id == "two"
    assert evaluate(found, weight_set="v").weight_set == "v"


@pytest.mark.parametrize(
    ("combine", "asked", "message"),
    [
        (
            Combine.SUM,
            "w",
            "This appraisal adds plain scores: it has no weights, so no weight set can be chosen.",
        ),
        (Combine.WEIGHTED_SUM, "x", "There is no weight set 'x'. The weight sets here: w."),
    ],
)
def test_a_weight_set_that_cannot_be_used_is_refused_in_words(combine, asked, message):
    found = replace(
        snapshot(PLAIN, {"one": "1 1 1"}),
        method=Method(combine, None if combine == Combine.SUM else "w"),
        weight_sets=(weight_set({"a": 1, "b": 1, "c": 1}),),
    )
    with pytest.raises(Invalid) as refusal:
        evaluate(found, weight_set=asked)
    assert [(problem.path, problem.message) for problem in refusal.value.problems] == [
        ("weight_set", message)
    ]


@pytest.mark.parametrize(
    ("chosen", "paths"),
    [
        (weight_set({"a": -1, "b": 1}), ["weight_sets[w].sub_criteria.a", "weight_sets[w].sub_criteria.c"]),
        (weight_set({"a": 0, "b": 0, "c": 0}), ["weight_sets[w]"]),
        (weight_set({"a": 0, "b": 0, "c": 1}, {"g": 1, "h": 1}), ["weight_sets[w].groups.g"]),
        (weight_set({"a": 1, "b": 1, "c": 1}, {"g": 0, "h": 0}), ["weight_sets[w]"]),
        (weight_set({"a": 1, "b": 1, "c": 1}, {"g": 1}), ["weight_sets[w].groups.h"]),
    ],
    ids=[
        "negative and missing",
        "all nought",
        "nought in a group that counts",
        "no group counts",
        "group missing",
    ],
)
def test_weights_without_meaning_are_refused_with_every_reason(chosen, paths):
    with pytest.raises(Invalid) as refusal:
        evaluate(weighted(PLAIN, {"one": "1 1 1"}, Combine.WEIGHTED_MEAN, chosen))
    assert [problem.path for problem in refusal.value.problems] == paths


def test_totals_that_binary_fractions_would_tie_or_part_are_exact():
    tenths = Scale(Decimal(0), Decimal(1), Decimal("0.1"))
    rows = {"one": "0.1 0.2 0", "two": "0.3 0 0", "three": "0.1 0.1 0.1"}
    evaluation = evaluate(snapshot(PLAIN, rows, scale=tenths))
    assert set(totals(evaluation).values()) == {Fraction(3, 10)}
    assert {one.rank for one in evaluation.options} == {1}


def test_scores_of_twelve_digits_are_added_without_losing_one():
    scale = Scale(Decimal(0), Decimal("999999.999999"), Decimal("0.000001"))
    evaluation = evaluate(
        snapshot(PLAIN, {"one": "999999.999999 0.000001 1", "two": "999999.999999 0 1"}, scale=scale)
    )
    assert to_json(evaluation)["options"][0]["aggregate"] == "1000001"
    assert to_json(evaluation)["margin"] == "0.000001"


def test_the_command_prints_its_fields_in_their_order():
    printed = to_json(evaluate(snapshot(PLAIN, {"one": "5 4 -"})))
    assert list(printed) == [
        "slug", "combine", "weight_set", "complete", "lowest_possible", "highest_possible", "neutral_total",
        "margin", "options",
    ]  # fmt: skip
    assert printed["options"] == [
        {
            "id": "one",
            "rank": 1,
            "rank_from": 1,
            "rank_to": 1,
            "aggregate": None,
            "floor": "10",
            "ceiling": "14",
            "complete": False,
            "comparable": True,
            "gate_failed": None,
            "group_totals": {"g": "9", "h": None},
            "values": {"a": "5", "b": "4", "c": None},
        }
    ]
