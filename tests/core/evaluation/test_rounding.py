"""Where rounded figures would mislead, a note says so."""

from itertools import pairwise

from hypothesis import given, settings

from appraisal.core.evaluation import Hidden, RoundingNote, evaluate, rounding_hides
from appraisal.core.figures import written
from appraisal.core.snapshot import Combine, Method
from tests.core.builders import snapshot, weight_set
from tests.core.strategies import snapshots
from tests.core.worked import case_named


def test_whole_totals_hide_nothing():
    assert rounding_hides(case_named("appraisals/somerset-2017").evaluation) == ()


def test_two_totals_that_print_alike_are_named_with_the_higher_first():
    evaluation = case_named("worked_examples/rounding").evaluation
    assert RoundingNote(Hidden.EQUAL, "option-2", "option-1") in rounding_hides(evaluation)
    assert RoundingNote(Hidden.EQUAL, "option-2", "option-1") not in rounding_hides(evaluation, places=3)


def test_printed_parts_that_add_up_to_another_total_or_another_order_are_named():
    evaluation = case_named("worked_examples/rounding").evaluation
    assert RoundingNote(Hidden.PARTS, "option-1") in rounding_hides(evaluation)
    assert RoundingNote(Hidden.REVERSED, "option-2", "option-1") in rounding_hides(evaluation)
    assert rounding_hides(evaluation, places=3) == ()


def test_a_true_tie_is_not_a_matter_of_rounding():
    assert rounding_hides(case_named("worked_examples/tie").evaluation) == ()


def test_options_without_a_settled_total_are_left_out():
    thirds = weight_set({"a": 1, "b": 1, "c": 1})
    found = snapshot(
        {"g": "a b", "h": "c"},
        {"one": "5 5 -", "two": "5 4 -"},
        method=Method(Combine.WEIGHTED_MEAN, "w"),
        weight_sets=(thirds,),
    )
    assert rounding_hides(evaluate(found)) == ()


@given(snapshots(complete=True, options=(2, 5)))
@settings(max_examples=60)
def test_every_two_different_totals_that_print_alike_stand_between_options_that_are_named(snapshot):
    evaluation = evaluate(snapshot)
    named = {(note.first, note.other) for note in rounding_hides(evaluation, 0) if note.kind is Hidden.EQUAL}
    ranked = evaluation.ranked
    for above, below in pairwise(ranked):
        alike = written(above.aggregate, 0) == written(below.aggregate, 0)
        assert ((above.id, below.id) in named) == (alike and above.aggregate != below.aggregate)
