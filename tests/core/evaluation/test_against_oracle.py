"""The two implementations give the same answers on random appraisals."""

from fractions import Fraction

from hypothesis import given, settings

from appraisal.core.evaluation import evaluate, to_json
from appraisal.core.figures import exact
from tests.core import oracle
from tests.core.strategies import snapshots

FIELDS = (
    "id",
    "rank",
    "rank_from",
    "rank_to",
    "aggregate",
    "floor",
    "ceiling",
    "complete",
    "comparable",
    "gate_failed",
    "group_totals",
    "values",
)


def as_found(evaluation):
    """The evaluation in the oracle's shape, its figures still Fractions."""
    whole = (
        "slug",
        "combine",
        "weight_set",
        "complete",
        "lowest_possible",
        "highest_possible",
        "neutral_total",
    )
    return {
        **{name: getattr(evaluation, name) for name in (*whole, "margin")},
        "options": [{name: getattr(one, name) for name in FIELDS} for one in evaluation.options],
        "weights": dict(evaluation.weights),
        "group_bounds": dict(evaluation.group_ranges_possible),
    }


def as_printed(found):
    """The oracle's answer as the ``evaluate`` command would print it."""
    if isinstance(found, dict):
        return {key: as_printed(value) for key, value in found.items()}
    if isinstance(found, list):
        return [as_printed(value) for value in found]
    return exact(found) if isinstance(found, Fraction) else found


@given(snapshots())
@settings(max_examples=250)
def test_evaluate_agrees_with_the_slow_implementation_on_every_figure(snapshot):
    assert as_found(evaluate(snapshot)) == oracle.results(snapshot)


@given(snapshots(complete=True, options=(1, 5)))
@settings(max_examples=120)
def test_evaluate_agrees_with_the_slow_implementation_where_nothing_is_missing(snapshot):
    evaluation = evaluate(snapshot)
    assert evaluation.complete
    assert as_found(evaluation) == oracle.results(snapshot)


@given(snapshots())
@settings(max_examples=60)
def test_what_the_command_prints_is_the_slow_implementations_answer_in_exact_decimals(snapshot):
    expected = oracle.results(snapshot)
    del expected["weights"], expected["group_bounds"]
    assert to_json(evaluate(snapshot)) == as_printed(expected)
