"""Switching weights (method.md): one weight goes from 0 to all, all the others keep their proportions.

An option's total then runs straight from ``R``, its total without the line, to its value on it. Two cross at
``(R_a - R_b) / ((R_a - R_b) + (v_bk - v_ak))``. Scaled by all other weight, both ends are whole numbers.
"""

from collections.abc import Sequence
from fractions import Fraction

from appraisal.core.sensitivity.field import Field, Table, tops
from appraisal.core.sensitivity.results import Direction, Level, Turn, WeightSwitch

ALL_WEIGHT = "It carries all the weight now, so the rest has no proportions to keep."
NO_LOCAL_WEIGHTS = "No line in this group has a weight, so the group has no proportions within it."


def switching_weights(field: Field) -> tuple[WeightSwitch, ...]:
    """Every sub-criterion, then every group."""
    found = [_switch(field.lines, place) for place in range(len(field.lines.ids))]
    groups = {one: _switch(field.groups, place) for place, one in enumerate(field.groups.ids)}
    for group in dict.fromkeys(field.group_of):
        empty = WeightSwitch(Level.GROUPS, group, Fraction(0), reason=NO_LOCAL_WEIGHTS)
        found.append(groups.get(group, empty))
    return tuple(found)


def _switch(table: Table, k: int) -> WeightSwitch:
    now, others = Fraction(table.weights[k], table.whole), table.whole - table.weights[k]
    if not others:
        return WeightSwitch(table.level, table.ids[k], now, reason=ALL_WEIGHT)
    without = [
        total - table.weights[k] * row[k] for total, row in zip(table.totals, table.values, strict=True)
    ]
    alone = [others * row[k] for row in table.values]
    unit = others * table.unit
    return WeightSwitch(
        level=table.level,
        id=table.ids[k],
        weight_now=now,
        up=_turn(table, without, alone, now, Direction.UP),
        down=_turn(table, alone, without, 1 - now, Direction.DOWN),
        ends={
            option: (Fraction(nought, unit), Fraction(full, unit))
            for option, nought, full in zip(table.options, without, alone, strict=True)
        },
    )


def _turn(
    table: Table, start: Sequence[int], end: Sequence[int], now: Fraction, direction: Direction
) -> Turn:
    """What happens on the way from ``now`` (0 is ``start``) to ``end``, which is at 1."""
    if now == 1:
        return Turn(direction, reason="The weight is 0 already, so it cannot fall.")
    slopes = [last - first for first, last in zip(start, end, strict=True)]
    steepest = max(slopes[one] for one in table.leaders)
    favoured = [one for one in table.leaders if slopes[one] == steepest]
    if len(favoured) < len(table.leaders):
        return Turn(direction, _share(now, direction), table.names(favoured))
    leader = favoured[0]
    crossings = {
        one: Fraction(start[leader] - start[one], slopes[one] - steepest)
        for one in range(len(slopes))
        if slopes[one] > steepest
    }
    at = min(crossings.values(), default=None)
    if at is None or at > 1:
        return Turn(direction)
    there = [one for one in crossings if crossings[one] == at]
    if at == 1:
        return Turn(direction, level_at_end=table.names(there))
    ahead = tops([slopes[one] for one in there])
    return Turn(direction, _share(at, direction), table.names([there[place] for place in ahead]))


def _share(way: Fraction, direction: Direction) -> Fraction:
    """The weight after so much of the way: downwards it is counted from the other end."""
    return way if direction is Direction.UP else 1 - way
