"""Where rounding would mislead: totals that differ but print alike, and printed parts that do not add up.

Ranks come from unrounded figures, so a table may show 3.85 above 3.85. Rounding once and the same way never
turns two totals round by itself; adding up the printed parts can. A report says where either happens.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from appraisal.core.evaluation.results import Evaluation, OptionResult
from appraisal.core.figures import PLACES, written


class Hidden(StrEnum):
    """What rounding hides."""

    EQUAL = "equal"
    REVERSED = "reversed"
    PARTS = "parts"


@dataclass(frozen=True, slots=True)
class RoundingNote:
    """One thing a report must say about its rounded figures.

    ``equal``: ``first`` is above ``other`` though both totals print alike. ``reversed``: ``first`` is above
    ``other``, but their printed group totals, added up, say the opposite. ``parts``: the printed group totals
    of ``first`` do not add up to its printed total (``other`` is None).
    """

    kind: Hidden
    first: str
    other: str | None = None


def rounding_hides(evaluation: Evaluation, places: int = PLACES) -> tuple[RoundingNote, ...]:
    """What totals and group totals hide when written to ``places`` decimals; empty where they hide nothing.

    Only complete ranked options are looked at. Neighbours in rank order stand for all pairs: where a first
    and a third print alike, so does the second.
    """
    complete = [result for result in evaluation.ranked if result.aggregate is not None]
    complete.sort(key=lambda result: -(result.aggregate or 0))
    return tuple(_notes(complete, places))


def _notes(complete: Sequence[OptionResult], places: int) -> Iterator[RoundingNote]:
    added = {result.id: _added(result.group_totals, places) for result in complete}
    for first, other in pairwise(complete):
        if first.aggregate != other.aggregate and _printed(first, places) == _printed(other, places):
            yield RoundingNote(Hidden.EQUAL, first.id, other.id)
    for above, first in enumerate(complete):
        for other in complete[above + 1 :]:
            if first.aggregate != other.aggregate and added[first.id] < added[other.id]:
                yield RoundingNote(Hidden.REVERSED, first.id, other.id)
    for result in complete:
        if added[result.id] != Decimal(_printed(result, places)):
            yield RoundingNote(Hidden.PARTS, result.id)


def _printed(result: OptionResult, places: int) -> str:
    return written(result.aggregate or 0, places)


def _added(totals: Mapping[str, Fraction | None], places: int) -> Decimal:
    """What a reader gets who adds up the printed group totals."""
    parts = (Decimal(written(total, places)) for total in totals.values() if total is not None)
    return sum(parts, Decimal(0))
