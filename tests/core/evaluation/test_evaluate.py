"""Known answers of the method: one situation a test, its figures worked out by hand."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from appraisal.core.evaluation import evaluate, to_json
from appraisal.core.snapshot import Combine, Method, OptionStage, Scale, SubCriterion
from organisations.errors import Invalid
from tests.core.builders import snapshot, weight_set
from tests.core.worked import case_named

PLAIN = {"g": "a b", "h": "c"}


def weighted(groups, rows, combine, *sets, **parts):
    """A snapshot that combines scores with the first of the weight sets."""
    return snapshot(groups, rows, method=Method(combine, sets[0].id), weight_sets=sets, **parts)


def places(evaluation):
    return {one.id: (one.rank, one.rank_from, one.rank_to) for one in evaluation.options}


def totals(evaluation):
    return {one.id: one.aggregate for one in evaluation.options}


def spans(evaluation):
    return {one.id: (one.floor, one.ceiling) for one in evaluation.options}


# --- Somerset, as published --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def somerset():
    return case_named("appraisals/somerset-2017").evaluation


def test_somerset_has_its_six_printed_aggregates_and_ranks(somerset):
    assert [(one.id, one.rank, one.aggregate) for one in somerset.options] == [
        ("option-6", 1, 57),
        ("option-4", 2, 54),
        ("option-3", 3, 50),
        ("option-2", 4, 48),
        ("option-5", 5, 37),
        ("option-1", 6, 31),
    ]
    assert somerset.complete
    assert (somerset.margin, somerset.margin_share) == (3, Fraction(3, 52))


def test_somerset_has_its_24_printed_group_totals(somerset):
    printed = {
        "option-1": [9, 7, 7, 8],
        "option-2": [14, 11, 11, 12],
        "option-3": [16, 13, 11, 10],
        "option-4": [16, 13, 13, 12],
        "option-5": [10, 9, 9, 9],
        "option-6": [17, 13, 13, 14],
    }
    assert {one.id: list(one.group_totals.values()) for one in somerset.options} == printed


def test_somerset_runs_from_13_by_39_to_65_and_each_line_carries_one_thirteenth(somerset):
    assert (somerset.lowest_possible, somerset.neutral_total, somerset.highest_possible) == (13, 39, 65)
    assert set(somerset.weights.values()) == {Fraction(1, 13)}
    assert list(somerset.group_shares.values()) == [Fraction(n, 13) for n in (4, 3, 3, 3)]
    assert list(somerset.group_ranges_possible.values()) == [(4, 20), (3, 15), (3, 15), (3, 15)]


def test_somersets_two_lines_in_words_have_no_value_and_its_worked_out_cell_is_named(somerset):
    assert len(somerset.scored_lines) == 13
    assert list(somerset.by_id["option-6"].values.values()).count(None) == 2
    assert somerset.worked_out == (("option-3", "f3"),)
    assert somerset.missing == somerset.without_rationale == somerset.not_applicable == ()


def test_cornwalls_unscored_long_list_has_no_figures_and_no_places():
    evaluation = case_named("appraisals/cornwall-2018").evaluation
    assert set(places(evaluation).values()) == {(None, None, None)}
    assert not evaluation.complete
    assert (evaluation.lowest_possible, evaluation.highest_possible, evaluation.neutral_total) == (None,) * 3
    assert set(evaluation.weights.values()) == {Fraction(1, 16)}


# --- Missing -----------------------------------------------------------------------------------------------


def test_a_missing_score_is_never_nought_and_never_left_out_of_the_average():
    evaluation = evaluate(snapshot(PLAIN, {"one": "5 5 -", "two": "4 4 4"}))
    assert spans(evaluation) == {"one": (11, 15), "two": (12, 12)}
    assert totals(evaluation) == {"one": None, "two": 12}
    assert evaluation.by_id["one"].group_totals == {"g": 10, "h": None}
    assert evaluation.by_id["one"].group_ranges == {"g": (10, 10), "h": (1, 5)}
    assert places(evaluation) == {"one": (None, 1, 2), "two": (None, 1, 2)}
    assert evaluation.margin is None


def test_a_place_may_be_decided_though_totals_are_not_and_ranges_overlap():
    rows = {"one": "5 5 5", "two": "4 4 -", "three": "3 - 4", "four": "1 1 -"}
    evaluation = evaluate(snapshot(PLAIN, rows))
    assert spans(evaluation) == {"one": (15, 15), "two": (9, 13), "three": (8, 12), "four": (3, 7)}
    assert places(evaluation) == {
        "one": (1, 1, 1),
        "two": (None, 2, 3),
        "three": (None, 2, 3),
        "four": (4, 4, 4),
    }
    assert not evaluation.complete
    assert evaluation.margin is None


def test_touching_ranges_are_not_passed_so_a_shared_place_may_be_decided_for_one_of_them():
    evaluation = evaluate(snapshot(PLAIN, {"one": "5 5 5", "two": "5 5 -"}))
    assert places(evaluation) == {"one": (1, 1, 1), "two": (None, 1, 2)}
    assert evaluation.margin is None


def test_the_margin_is_given_while_only_a_third_option_is_incomplete_and_cannot_pass_the_second():
    evaluation = evaluate(snapshot(PLAIN, {"one": "5 5 5", "two": "4 4 4", "three": "3 4 -"}))
    assert places(evaluation)["three"] == (None, 2, 3)
    assert evaluation.margin == 3
    passing = evaluate(snapshot(PLAIN, {"one": "5 5 5", "two": "4 4 4", "three": "4 4 -"}))
    assert passing.margin is None


def test_an_incomplete_option_that_is_surely_first_leaves_no_margin():
    evaluation = evaluate(snapshot(PLAIN, {"one": "5 5 -", "two": "1 1 1"}))
    assert places(evaluation)["one"] == (1, 1, 1)
    assert evaluation.margin is None


def test_to_be_confirmed_is_missing_too_and_named_apart():
    evaluation = evaluate(snapshot(PLAIN, {"one": "5 ? -", "two": "4 4 4"}))
    assert evaluation.missing == (("one", "b"), ("one", "c"))
    assert evaluation.to_be_confirmed == (("one", "b"),)
    assert evaluation.by_id["one"].missing == ("b", "c")


def test_nought_is_a_score():
    scale = Scale(Decimal(0), Decimal(3))
    evaluation = evaluate(snapshot(PLAIN, {"one": "0 0 0", "two": "1 0 0"}, scale=scale))
    assert evaluation.complete
    assert totals(evaluation) == {"two": 1, "one": 0}
    assert evaluation.by_id["one"].group_totals == {"g": 0, "h": 0}


def test_every_score_missing_gives_the_whole_range_to_everybody():
    evaluation = evaluate(snapshot(PLAIN, {"one": "- - -", "two": "- - -", "three": "- - -"}))
    assert set(spans(evaluation).values()) == {(3, 15)}
    assert set(places(evaluation).values()) == {(None, 1, 3)}
    assert [one.id for one in evaluation.options] == ["one", "two", "three"]


# --- Ties --------------------------------------------------------------------------------------------------


def test_equal_totals_share_the_better_place_and_the_next_is_skipped():
    rows = {"one": "3 3 3", "two": "4 4 4", "three": "5 5 5", "four": "4 3 5"}
    evaluation = evaluate(snapshot(PLAIN, rows))
    assert places(evaluation) == {"three": (1,) * 3, "two": (2,) * 3, "four": (2,) * 3, "one": (4,) * 3}
    assert [one.id for one in evaluation.options] == ["three", "two", "four", "one"]


def test_a_shared_first_place_has_margin_nought_even_with_somebody_incomplete_below():
    evaluation = evaluate(snapshot(PLAIN, {"one": "5 4 5", "two": "5 5 4", "three": "1 1 -"}))
    assert (evaluation.margin, evaluation.margin_share) == (0, 0)


# --- Gates, not applicable, stages -------------------------------------------------------------------------

GATED = {"legal": "gate:p", "g": "a b"}


def test_a_failed_gate_leaves_no_total_no_group_total_and_no_place_but_the_scores_stay():
    evaluation = evaluate(snapshot(GATED, {"one": "fail 5 5", "two": "pass 2 2", "three": "pass 3 3"}))
    failed = evaluation.by_id["one"]
    assert (failed.gate_failed, failed.ranked, failed.rank_from, failed.aggregate, failed.floor) == (
        "p",
        False,
        None,
        None,
        None,
    )
    assert failed.group_totals == {"legal": None, "g": None}
    assert failed.group_ranges == {}
    assert failed.values == {"p": None, "a": 5, "b": 5}
    assert places(evaluation) == {"three": (1,) * 3, "two": (2,) * 3, "one": (None,) * 3}
    assert evaluation.complete
    assert evaluation.margin == 2


def test_the_first_failed_gate_is_named_and_nothing_more_is_waited_for():
    rows = {"one": "pass fail fail -", "two": "pass pass pass 3"}
    evaluation = evaluate(snapshot({"legal": "gate:p gate:q gate:r", "g": "a"}, rows))
    assert evaluation.by_id["one"].gate_failed == "q"
    assert evaluation.by_id["one"].missing == ("a",)
    assert evaluation.missing == ()
    assert evaluation.complete


def test_an_open_gate_keeps_its_own_rank_and_those_below_it_undecided():
    rows = {"one": "pass 5 5", "two": "- 4 4", "three": "pass 3 3", "four": "pass 1 1"}
    evaluation = evaluate(snapshot(GATED, rows))
    two = evaluation.by_id["two"]
    assert (two.floor, two.ceiling, two.aggregate, two.complete) == (8, 8, None, False)
    assert places(evaluation) == {
        "one": (1, 1, 1),
        "two": (None, 2, 2),
        "three": (None, 2, 3),
        "four": (None, 3, 4),
    }
    assert evaluation.missing == (("two", "p"),)
    assert evaluation.margin is None


def test_all_options_failing_their_gates_leaves_nobody_ranked_and_nothing_to_wait_for():
    evaluation = evaluate(snapshot(GATED, {"one": "fail - -", "two": "fail 1 1"}))
    assert evaluation.ranked == ()
    assert evaluation.complete
    assert evaluation.margin is None


def test_not_applicable_takes_the_aggregate_and_the_place_and_leaves_the_other_group_totals():
    evaluation = evaluate(snapshot(PLAIN, {"one": "5 5 n/a", "two": "2 2 2", "three": "3 3 3"}))
    out = evaluation.by_id["one"]
    assert (out.comparable, out.ranked, out.complete) == (False, False, True)
    assert (out.aggregate, out.floor, out.ceiling, out.rank) == (None,) * 4
    assert out.group_totals == {"g": 10, "h": None}
    assert out.group_ranges == {"g": (10, 10)}
    assert evaluation.not_applicable == (("one", "c"),)
    assert [one.id for one in evaluation.options] == ["three", "two", "one"]
    assert evaluation.margin == 3


def test_only_the_short_list_is_ranked_and_the_rest_follow_in_file_order():
    rows = {"long": "5 5 5", "best": "5 5 4", "failed": "5 5 5", "gone": "5 5 5", "other": "1 1 1"}
    stages = {"long": OptionStage.LONG_LIST, "gone": OptionStage.DROPPED}
    evaluation = evaluate(snapshot(PLAIN, rows, stages=stages))
    assert [(one.id, one.rank) for one in evaluation.options] == [
        ("failed", 1),
        ("best", 2),
        ("other", 3),
        ("long", None),
        ("gone", None),
    ]
    assert evaluation.by_id["long"].group_totals == {"g": 10, "h": 5}
    assert evaluation.by_id["long"].aggregate is None


def test_the_lists_name_only_short_listed_options():
    rows = {"long": "? n/a 5", "short": "1 2 3"}
    found = snapshot(PLAIN, rows, stages={"long": OptionStage.LONG_LIST}, rationale="")
    evaluation = evaluate(found)
    assert evaluation.missing == evaluation.to_be_confirmed == evaluation.not_applicable == ()
    assert evaluation.without_rationale == (("short", "a"), ("short", "b"), ("short", "c"))


# --- Nothing there -----------------------------------------------------------------------------------------


def test_no_options_and_no_lines_are_answered_with_nothing():
    evaluation = evaluate(snapshot({}, {}))
    assert evaluation.options == evaluation.scored_lines == evaluation.ranked == ()
    assert not evaluation.complete
    assert (evaluation.lowest_possible, evaluation.neutral_total, evaluation.margin) == (None,) * 3
    assert evaluation.weights == {}


def test_one_option_alone_is_first_without_a_margin():
    evaluation = evaluate(snapshot(PLAIN, {"one": "1 1 1"}))
    assert places(evaluation) == {"one": (1, 1, 1)}
    assert evaluation.margin is None
    assert evaluation.complete


def test_words_alone_give_no_total_and_no_nought():
    evaluation = evaluate(snapshot({"g": "words:a"}, {"one": "words", "two": "words"}))
    assert spans(evaluation) == {"one": (None, None), "two": (None, None)}
    assert evaluation.by_id["one"].group_totals == {"g": None}
    assert places(evaluation) == {"one": (None, 1, 2), "two": (None, 1, 2)}
    assert not evaluation.complete


def test_without_a_scale_nothing_is_known_of_the_totals_and_no_place_is_decided():
    evaluation = evaluate(snapshot(PLAIN, {"one": "- - -", "two": "- - -"}, scale=None))
    assert spans(evaluation) == {"one": (None, None), "two": (None, None)}
    assert places(evaluation) == {"one": (None, 1, 2), "two": (None, 1, 2)}
    assert evaluation.group_ranges_possible == {}
    assert sum(evaluation.weights.values()) == 1


def test_weights_that_are_not_chosen_yet_leave_the_values_and_no_total():
    waiting = snapshot(PLAIN, {"one": "5 5 5", "two": "1 1 1"}, method=Method(Combine.WEIGHTED_MEAN))
    evaluation = evaluate(waiting)
    assert totals(evaluation) == {"one": None, "two": None}
    assert evaluation.by_id["one"].values == {"a": 5, "b": 5, "c": 5}
    assert evaluation.weights == {}
    assert not evaluation.complete


# --- Weights -----------------------------------------------------------------------------------------------


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


# --- Exactness ---------------------------------------------------------------------------------------------


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
