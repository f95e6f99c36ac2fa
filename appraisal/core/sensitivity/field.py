"""The ranked options and the weights in whole numbers, scaled once; from here on everything is added as ints.

A total is ``sum of weight x value``, with weights that are shares of all weight. In every form of combining
this ranks as the appraisal itself does:

- weights as entered or normalised times scores: the shares times the scores as they are, whatever their
  width;
- values: the shares times the values from 0 to 100;
- plain scores on scales of one width: equal shares times the scores;
- plain scores on scales of different widths: the implied shares (in proportion to the width) times
  ``(score - lowest) / width``, from 0 to 1, which is the plain total but for a constant and a factor.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm

from appraisal.core.scoring import scored_lines
from appraisal.core.sensitivity.ladders import Ladder, Steps, ladder, steps_of
from appraisal.core.sensitivity.results import Level
from appraisal.core.snapshot import Combine, Line, Snapshot

HUNDRED = Fraction(100)
Values = Mapping[str, Mapping[str, Fraction]]
"""What each ranked option has on each scored line, by option id (in rank order) and sub-criterion id."""


@dataclass(frozen=True)
class Table:
    """The options against everything that carries weight at one level: sub-criteria, or groups.

    ``weights`` add to ``whole``; ``values[i][k]`` is in units of ``1 / unit``; a total is in units of
    ``1 / (whole * unit)``.
    """

    level: Level
    options: tuple[str, ...]
    ids: tuple[str, ...]
    weights: tuple[int, ...]
    values: tuple[tuple[int, ...], ...]
    unit: int

    @cached_property
    def whole(self) -> int:
        """All weight."""
        return sum(self.weights)

    @cached_property
    def totals(self) -> tuple[int, ...]:
        """The total of each option now."""
        return tuple(
            sum(weight * value for weight, value in zip(self.weights, row, strict=True))
            for row in self.values
        )

    @cached_property
    def leaders(self) -> tuple[int, ...]:
        """The places in ``options`` of those that are first now."""
        return tops(self.totals)

    def names(self, places: Sequence[int]) -> tuple[str, ...]:
        """The ids of options by their places."""
        return tuple(self.options[place] for place in places)


@dataclass(frozen=True)
class Field:
    """Everything the questions are asked of.

    ``lines`` and ``groups`` are the two levels; ``ladders`` has the points of each line, None where
    ``without_steps`` says why there are none. ``scores`` and ``scored`` are the figures as the evaluation
    shows them. ``no_proportions`` names groups in which nothing has a weight: they are not in ``groups``.
    """

    lines: Table
    groups: Table
    ladders: tuple[Ladder | None, ...]
    without_steps: Mapping[str, str]
    no_proportions: tuple[str, ...]
    group_of: tuple[str, ...]


def tops(totals: Sequence[int]) -> tuple[int, ...]:
    """The places of the highest."""
    best = max(totals)
    return tuple(place for place, total in enumerate(totals) if total == best)


def ranks(options: Sequence[str], totals: Sequence[int]) -> dict[str, int]:
    """Places by option id, best first; equal totals share the best place and the next is skipped."""
    in_order = sorted(range(len(totals)), key=lambda place: -totals[place])
    found: dict[str, int] = {}
    rank = 0
    for count, place in enumerate(in_order, 1):
        if count == 1 or totals[place] != totals[in_order[count - 2]]:
            rank = count
        found[options[place]] = rank
    return found


def field_of(snapshot: Snapshot, shares: Mapping[str, Fraction], values: Values) -> Field:
    """The field under these shares of all weight; every value is known."""
    lines = scored_lines(snapshot)
    rulers = [_ruler(snapshot, line, lines) for line in lines]
    found = [steps_of(line, *ruler) for line, ruler in zip(lines, rulers, strict=True)]
    table = _lines(snapshot, lines, shares, values, found)
    groups, without = _groups(snapshot, lines, table)
    return Field(
        lines=table,
        groups=groups,
        ladders=tuple(ladder(steps, table.unit) if isinstance(steps, Steps) else None for steps in found),
        without_steps={
            line.sub_criterion.id: steps
            for line, steps in zip(lines, found, strict=True)
            if isinstance(steps, str)
        },
        no_proportions=without,
        group_of=tuple(line.group.id for line in lines),
    )


def _ruler(snapshot: Snapshot, line: Line, lines: Sequence[Line]) -> tuple[Fraction, Fraction]:
    """What a point of score is worth on a line, and the score that is worth nothing."""
    combine, ends = snapshot.method.combine, line.ends
    if ends is None or ends[0] == ends[1]:
        return Fraction(1), Fraction(0)
    lo, width = Fraction(ends[0]), Fraction(ends[1]) - Fraction(ends[0])
    if combine is Combine.WEIGHTED_VALUE:
        return HUNDRED / width, lo
    if combine is Combine.SUM and own_widths(lines):
        return 1 / width, lo
    return Fraction(1), Fraction(0)


def own_widths(lines: Sequence[Line]) -> bool:
    """Whether the scales of the lines are not all of one width."""
    return len({line.ends[1] - line.ends[0] for line in lines if line.ends}) > 1


def _lines(
    snapshot: Snapshot,
    lines: Sequence[Line],
    shares: Mapping[str, Fraction],
    values: Values,
    found: Sequence[Steps | str],
) -> Table:
    ids = tuple(line.sub_criterion.id for line in lines)
    rescaled = snapshot.method.combine is Combine.SUM and own_widths(lines)
    figures = [
        [
            steps.worth(row[sub]) if rescaled and isinstance(steps, Steps) else row[sub]
            for sub, steps in zip(ids, found, strict=True)
        ]
        for row in values.values()
    ]
    also = [figure for steps in found if isinstance(steps, Steps) for figure in steps.figures]
    unit = lcm(1, *{figure.denominator for row in (*figures, also) for figure in row})
    rows = tuple(tuple(whole(figure, unit) for figure in row) for row in figures)
    weights = in_whole_numbers([shares[sub] for sub in ids])
    return Table(Level.SUB_CRITERIA, tuple(values), ids, weights, rows, unit)


def _groups(snapshot: Snapshot, lines: Sequence[Line], table: Table) -> tuple[Table, tuple[str, ...]]:
    """The level of groups: each group's value under its local weights. And the groups without any."""
    own = next((one for one in snapshot.weight_sets if one.id == snapshot.method.weight_set), None)
    members: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        members.setdefault(line.group.id, []).append(place)
    local: dict[str, tuple[int, ...]] = {}
    for group, places in members.items():
        weights = tuple(table.weights[place] for place in places)
        if own and not any(weights):
            weights = in_whole_numbers([Fraction(own.sub_criteria[table.ids[place]]) for place in places])
        if any(weights):
            local[group] = weights
    finer = lcm(1, *(sum(weights) for weights in local.values()))
    rows = tuple(
        tuple(
            finer // sum(local[group]) * sum(w * row[k] for w, k in zip(local[group], places, strict=True))
            for group, places in members.items()
            if group in local
        )
        for row in table.values
    )
    weights = tuple(sum(table.weights[place] for place in members[group]) for group in local)
    whole = Table(Level.GROUPS, table.options, tuple(local), weights, rows, table.unit * finer)
    return whole, tuple(group for group in members if group not in local)


def in_whole_numbers(shares: Sequence[Fraction]) -> tuple[int, ...]:
    """The smallest whole numbers in these proportions that one denominator gives."""
    bottom = lcm(1, *(share.denominator for share in shares))
    return tuple(whole(share, bottom) for share in shares)


def whole(figure: Fraction, unit: int) -> int:
    """A figure in units that divide it."""
    return figure.numerator * (unit // figure.denominator)
