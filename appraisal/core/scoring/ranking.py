"""Places among totals that may still be ranges, and the margin between first and second."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from appraisal.core.scoring.marks import Units


@dataclass(frozen=True, slots=True)
class Standing:
    """What a place rests on: the lowest and highest total (in units), None where no bound is known.

    ``complete``: no score is missing and no gate is open. ``sure`` is False while a gate of the option is
    open: it may yet leave the ranking.
    """

    floor: Units | None
    ceiling: Units | None
    complete: bool = True
    sure: bool = True


def places(standings: Sequence[Standing]) -> tuple[tuple[int, int], ...]:
    """Best and worst place of each, in the order given (method.md, "Missing").

    Best is 1 + those whose floor is above my ceiling; worst is 1 + the others whose ceiling is above my
    floor. One that may yet leave the ranking pushes nobody down for certain, so it counts for the worst place
    only. Equal totals share the best place and the next is skipped: 1, 2, 2, 4.
    """
    floors = sorted(_low(one) for one in standings if one.sure)
    ceilings = sorted(_high(one) for one in standings)
    found = []
    for one in standings:
        low, high = _low(one), _high(one)
        surely_above = len(floors) - bisect_right(floors, high)
        perhaps_above = len(ceilings) - bisect_right(ceilings, low) - (high > low)
        found.append((1 + surely_above, 1 + perhaps_above))
    return tuple(found)


def margin(standings: Sequence[Standing], found: Sequence[tuple[int, int]]) -> Units | None:
    """First less second in units, 0 for a shared first; None unless both places are decided and both totals
    complete.

    ``found`` is what ``places`` gives for the same standings.
    """
    at = {
        place: [one for one, where in zip(standings, found, strict=True) if where == (place, place)]
        for place in (1, 2)
    }
    firsts = at[1]
    if not firsts or not all(one.complete for one in firsts):
        return None
    if len(firsts) > 1:
        return 0
    totals = [one.floor for one in (*firsts, *at[2]) if one.complete and one.floor is not None]
    return totals[0] - totals[1] if len(totals) > 1 else None


def _low(one: Standing) -> Units | float:
    return -inf if one.floor is None else one.floor


def _high(one: Standing) -> Units | float:
    return inf if one.ceiling is None else one.ceiling
