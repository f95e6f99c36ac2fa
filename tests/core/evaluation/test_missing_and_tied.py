"""Missing scores, ties and what is decided all the same: one situation a test, worked out by hand."""

from decimal import Decimal

from appraisal.core.evaluation import evaluate
from appraisal.core.snapshot import Scale
from tests.core.builders import PLAIN, places, snapshot, spans, totals


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


def test_equal_totals_share_the_better_place_and_the_next_is_skipped():
    rows = {"one": "3 3 3", "two": "4 4 4", "three": "5 5 5", "four": "4 3 5"}
    evaluation = evaluate(snapshot(PLAIN, rows))
    assert places(evaluation) == {"three": (1,) * 3, "two": (2,) * 3, "four": (2,) * 3, "one": (4,) * 3}
    assert [one.id for one in evaluation.options] == ["three", "two", "four", "one"]


def test_a_shared_first_place_has_margin_nought_even_with_somebody_incomplete_below():
    evaluation = evaluate(snapshot(PLAIN, {"one": "5 4 5", "two": "5 5 4", "three": "1 1 -"}))
    assert (evaluation.margin, evaluation.margin_share) == (0, 0)
