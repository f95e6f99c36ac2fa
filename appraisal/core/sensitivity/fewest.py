"""Fewest one-step changes (method.md): how many single steps of score put a rival level, and ahead.

Steps on an even scale all have one effect, weight x step, so the largest are taken first. The numbers of
marks need not be even, and a far mark is reached only by way of those between: of such cells every count of
steps is tried, with the most that it can bring.
"""

from collections.abc import Sequence

from appraisal.core.sensitivity.field import Field
from appraisal.core.sensitivity.ladders import Ladder
from appraisal.core.sensitivity.results import Direction, FewestSteps

Even = tuple[int, int]
"""The effect of a step, and how many such steps there are."""


def fewest_steps(field: Field) -> tuple[FewestSteps, ...]:
    """Every rival against the leader, the first of those who share first place."""
    table = field.lines
    leader = table.leaders[0]
    return tuple(_fewest(field, leader, rival) for rival in range(len(table.options)) if rival != leader)


def _fewest(field: Field, leader: int, rival: int) -> FewestSteps:
    table = field.lines
    even: list[Even] = []
    uneven: list[list[int]] = []
    for k, ladder in enumerate(field.ladders):
        weight = table.weights[k]
        if ladder is None or not weight:
            continue
        for option, direction in ((rival, Direction.UP), (leader, Direction.DOWN)):
            value = table.values[option][k]
            if ladder.held:
                uneven.append([weight * gain for gain in _climb(ladder, value, direction)])
            else:
                even.append((weight * ladder.gain, ladder.climbs(value, direction)[1]))
    even.sort(reverse=True)
    lead, most = table.totals[leader] - table.totals[rival], _most(uneven)
    return FewestSteps(
        table.options[leader],
        table.options[rival],
        to_tie=_count(even, most, lead),
        to_overtake=_count(even, most, lead + 1),
    )


def _climb(ladder: Ladder, value: int, direction: Direction) -> list[int]:
    """What 0, 1, 2 ... steps from a mark bring, up to the last."""
    place, times = ladder.climbs(value, direction)
    sign = 1 if direction is Direction.UP else -1
    return [0, *(sign * (ladder.worth(place + sign * n) - value) for n in range(times))]


def _most(climbs: Sequence[Sequence[int]]) -> list[int]:
    """The most that 0, 1, 2 ... steps over all these cells bring."""
    most = [0]
    for climb in climbs:
        longer = [0] * (len(most) + len(climb) - 1)
        for before, so_far in enumerate(most):
            for steps, gain in enumerate(climb):
                longer[before + steps] = max(longer[before + steps], so_far + gain)
        most = longer
    return most


def _count(even: Sequence[Even], most: Sequence[int], lead: int) -> int | None:
    """The fewest steps that bring at least so much."""
    counts = []
    for steps, gain in enumerate(most):
        further = _largest_first(even, lead - gain)
        if further is not None:
            counts.append(steps + further)
        if gain >= lead:
            break
    return min(counts, default=None)


def _largest_first(even: Sequence[Even], lead: int) -> int | None:
    """How many even steps bring at least so much."""
    count = 0
    for effect, times in even:
        if lead <= 0:
            break
        taken = min(times, -(-lead // effect))
        count, lead = count + taken, lead - taken * effect
    return count if lead <= 0 else None
