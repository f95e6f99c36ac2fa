"""Switching scores and single steps (method.md): one cell moves along its scale, everything else stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from appraisal.core.sensitivity.field import Field, Table
from appraisal.core.sensitivity.ladders import Ladder, point_now
from appraisal.core.sensitivity.results import Direction, OneStep, Point, ScoreSwitch


@dataclass(frozen=True, slots=True)
class Facing:
    """What one option is up against: the best total of the others, and whose it is."""

    place: int
    best: int
    others: tuple[int, ...]


def switching_scores(field: Field) -> tuple[ScoreSwitch, ...]:
    """Every cell on a line with steps: options in rank order, then lines."""
    return tuple(
        _switch(field.lines, facing, k, ladder)
        for facing in _facing(field.lines)
        for k, ladder in enumerate(field.ladders)
        if ladder is not None
    )


def one_step(field: Field) -> tuple[OneStep, ...]:
    """Every such cell one point up and one point down, as far as its scale has them."""
    return tuple(
        step
        for facing in _facing(field.lines)
        for k, ladder in enumerate(field.ladders)
        if ladder is not None
        for step in _steps(field.lines, facing, k, ladder)
    )


def _facing(table: Table) -> Iterator[Facing]:
    totals = table.totals
    for place in range(len(totals)):
        best = max(total for other, total in enumerate(totals) if other != place)
        whose = (other for other, total in enumerate(totals) if other != place and total == best)
        yield Facing(place, best, tuple(whose))


def _switch(table: Table, facing: Facing, k: int, ladder: Ladder) -> ScoreSwitch:
    """``aim / weight`` is what the cell must be worth for its option to be level with the best of the
    others.
    """
    i, weight = facing.place, table.weights[k]
    value = table.values[i][k]
    leads = i in table.leaders
    shared = facing.best == table.totals[i]
    now = _now(table, value, ladder)
    at_foot = weight and shared and leads and not ladder.has(ladder.next(value, Direction.DOWN))
    direction = Direction.DOWN if leads and not at_foot else Direction.UP
    ids = table.options[i], table.ids[k], direction, now
    if not weight:
        return ScoreSwitch(*ids, ties_at=now if leads and shared else None)
    if at_foot:
        above = _point(ladder, ladder.next(value, Direction.UP))
        return ScoreSwitch(*ids, now, above, (table.options[i],) if above else ())
    aim = weight * value + facing.best - table.totals[i]
    if leads:
        tie, past = ladder.at_most(aim // weight), ladder.at_most(-(-aim // weight) - 1)
    else:
        tie, past = ladder.at_least(-(-aim // weight)), ladder.at_least(aim // weight + 1)
    ties = _point(ladder, tie) if ladder.has(tie) and ladder.worth(tie) * weight == aim else None
    if aim == weight * value:
        ties = now
    overtakes = _point(ladder, past)
    first = table.names(facing.others if leads else (i,)) if overtakes else ()
    return ScoreSwitch(*ids, ties, overtakes, first)


def _steps(table: Table, facing: Facing, k: int, ladder: Ladder) -> Iterator[OneStep]:
    i, weight = facing.place, table.weights[k]
    value = table.values[i][k]
    for direction in Direction:
        place = ladder.next(value, direction)
        to = _point(ladder, place)
        if to is None:
            continue
        total = table.totals[i] + weight * (ladder.worth(place) - value)
        first = _first(facing, total)
        kept = set(table.leaders) <= set(first)
        yield OneStep(
            table.options[i],
            table.ids[k],
            direction,
            to,
            table.names(first),
            changes=not kept,
            ties=kept and len(first) > len(table.leaders),
        )


def _first(facing: Facing, total: int) -> tuple[int, ...]:
    """Who is first where the option has this total."""
    if total > facing.best:
        return (facing.place,)
    if total < facing.best:
        return facing.others
    return tuple(sorted((facing.place, *facing.others)))


def _now(table: Table, value: int, ladder: Ladder) -> Point:
    """The score that is worth so much."""
    steps = ladder.steps
    return point_now(steps, Fraction(value, table.unit) / steps.rate + steps.origin)


def _point(ladder: Ladder, place: int) -> Point | None:
    return ladder.steps.point(place) if ladder.has(place) else None
