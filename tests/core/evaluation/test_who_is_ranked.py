"""Gates, lines that do not apply, stages of options, and appraisals with next to nothing in them."""

from appraisal.core.evaluation import evaluate
from appraisal.core.snapshot import Combine, Method, OptionStage
from tests.core.builders import PLAIN, places, snapshot, spans, totals

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
