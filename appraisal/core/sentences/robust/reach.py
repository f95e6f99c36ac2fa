"""How far somebody who has come to lead stays first when a weight goes on moving the same way."""

from collections.abc import Mapping
from fractions import Fraction

from appraisal.core.sensitivity import Direction, Joint, Turn, WeightSwitch

Figures = Mapping[str, Fraction]


def first_until(one: WeightSwitch, turn: Turn) -> Fraction | None:
    """The weight at which another option passes those to whom this turn gives first place.

    None where they keep it as far as the weight can go, though it may be shared at the very end.
    """
    if turn.weight is None:
        return None
    up = turn.direction is Direction.UP
    totals = {option: one.total_at(option, turn.weight) for option in one.ends}
    slopes = {option: (whole - nought) * (1 if up else -1) for option, (nought, whole) in one.ends.items()}
    further = _passed_after(totals, slopes, turn.overtaken_by[0])
    if further is None or further >= (1 - turn.weight if up else turn.weight):
        return None
    return turn.weight + further if up else turn.weight - further


def jointly_first_until(joint: Joint, lines: tuple[WeightSwitch, ...], factor: Fraction) -> Fraction | None:
    """The same of a factor on several lines: the one at which another option passes those it puts first."""
    rows = [(one.id in joint.lines, one.weight_now, one.ends) for one in lines if one.weight_now]
    moved = {
        option: sum((weight * ends[option][1] for moves, weight, ends in rows if moves), Fraction(0))
        for option in lines[0].ends
    }
    totals = {
        option: sum((weight * ends[option][1] for _, weight, ends in rows), Fraction(0))
        + (factor - 1) * moved[option]
        for option in moved
    }
    further = _passed_after(totals, moved, joint.changes_to[0])
    return None if further is None else factor + further


def _passed_after(totals: Figures, slopes: Figures, who: str) -> Fraction | None:
    """How much further on the way the first who gains faster draws level; None where nobody does."""
    faster = [option for option in slopes if slopes[option] > slopes[who]]
    ways = ((totals[who] - totals[option]) / (slopes[option] - slopes[who]) for option in faster)
    return min(ways, default=None)
