"""The figures that a source printed against those that its scores make."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from appraisal.core.evaluation.results import Evaluation
from appraisal.core.figures import written
from appraisal.core.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Differing:
    """One printed figure that the scores do not make: a total, or a group total where ``group`` is an id.

    ``low`` and ``high`` are what the scores make, the same unless scores are missing.
    """

    option: str
    group: str | None
    printed: Decimal
    low: Fraction
    high: Fraction


def differing(snapshot: Snapshot, evaluation: Evaluation) -> tuple[Differing, ...]:
    """Totals in rank order, then group totals in the same order.

    A figure differs where none that the scores can make is written as it is, to as many decimals.
    """
    found = (*_totals(snapshot, evaluation), *_group_totals(snapshot, evaluation))
    return tuple(one for one in found if not agrees(one.printed, one.low, one.high))


def _totals(snapshot: Snapshot, evaluation: Evaluation) -> Iterator[Differing]:
    figures = snapshot.printed.aggregates if snapshot.printed else {}
    for one in evaluation.ranked:
        if one.id in figures and one.floor is not None and one.ceiling is not None:
            yield Differing(one.id, None, figures[one.id], one.floor, one.ceiling)


def _group_totals(snapshot: Snapshot, evaluation: Evaluation) -> Iterator[Differing]:
    figures = snapshot.printed.group_totals if snapshot.printed else {}
    for result in evaluation.options:
        for group, figure in figures.get(result.id, {}).items():
            if group in result.group_ranges:
                yield Differing(result.id, group, figure, *result.group_ranges[group])


def agrees(printed: Decimal, low: Fraction, high: Fraction) -> bool:
    """Whether the scores can make what was printed, at least as it would be written to as many decimals."""
    figure = Fraction(printed)
    if low <= figure <= high:
        return True
    places = max(0, -int(printed.as_tuple().exponent))
    return Fraction(written(low, places)) <= figure <= Fraction(written(high, places))
