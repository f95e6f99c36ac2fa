"""Joint switching (method.md): all lines on which a rival is ahead, multiplied by one factor."""

from collections.abc import Sequence
from fractions import Fraction

from appraisal.core.sensitivity.field import Table, tops
from appraisal.core.sensitivity.results import Joint

NOWHERE_AHEAD = "It is ahead of the leader on no line."
NO_WEIGHT = "The lines on which it is ahead of the leader weigh nothing."


def joint_switching(table: Table) -> tuple[Joint, ...]:
    """Every rival against the leader, the first of those who share first place."""
    leader = table.leaders[0]
    return tuple(_joint(table, leader, rival) for rival in range(len(table.options)) if rival != leader)


def _joint(table: Table, leader: int, rival: int) -> Joint:
    mine, theirs = table.values[rival], table.values[leader]
    ahead = [k for k in range(len(table.ids)) if mine[k] > theirs[k]]
    ids = table.options[leader], table.options[rival]
    names = tuple(table.ids[k] for k in ahead)
    moved = [sum(table.weights[k] * row[k] for k in ahead) for row in table.values]
    gain = moved[rival] - moved[leader]
    if not gain:
        return Joint(*ids, names, reason=NO_WEIGHT if ahead else NOWHERE_AHEAD)
    rest = [total - part for total, part in zip(table.totals, moved, strict=True)]
    factor = Fraction(rest[leader] - rest[rival], gain)
    changes = _first_change(table, rest, moved)
    return Joint(
        *ids,
        names,
        factor=factor,
        first=table.names(_just_past(rest, moved, factor)),
        changes_at=changes,
        changes_to=table.names(_just_past(rest, moved, changes)),
    )


def _first_change(table: Table, rest: Sequence[int], moved: Sequence[int]) -> Fraction:
    """The factor past which one of those who are first now, or all of them, are first no more.

    There is one: past the rival's own factor the leader is not first.
    """
    steepest = max(moved[one] for one in table.leaders)
    if any(moved[one] < steepest for one in table.leaders):
        return Fraction(1)
    leader = table.leaders[0]
    return min(
        Fraction(rest[leader] - rest[one], moved[one] - steepest)
        for one in range(len(moved))
        if moved[one] > steepest
    )


def _just_past(rest: Sequence[int], moved: Sequence[int], factor: Fraction) -> tuple[int, ...]:
    """Who is first just past a factor: of those who are first at it, those that grow fastest."""
    top, bottom = factor.numerator, factor.denominator
    at = tops([bottom * still + top * part for still, part in zip(rest, moved, strict=True)])
    return tuple(at[place] for place in tops([moved[one] for one in at]))
