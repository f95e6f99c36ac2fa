"""The scores in whole numbers: every figure is scaled once by one common unit, and from there on added as
ints.

A score ``s`` on a line with weight ``w`` adds ``w s`` to the total (``100 w (s - lo) / (hi - lo)`` where
values are combined). With every score a whole number of ``1 / grain`` and every weight brought to one
denominator, that is ``factor * (grain s - origin)`` units, all of them whole; ``Matrix.figure`` turns units
back into an exact Fraction.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from appraisal.core.scoring.lines import is_not_applicable, is_scored, scored_lines
from appraisal.core.scoring.weighing import Weighing
from appraisal.core.snapshot import Cell, Combine, Line, Snapshot

HUNDRED = 100


class Mark(NamedTuple):
    """One cell, one group or one whole option as it enters a total: lowest and highest amount in units.

    Both are the same where nothing is missing; both are None where no bound is known. Of a single cell also
    the cell, and where it is scored the score (or its value from 0 to 100).
    """

    low: int | None
    high: int | None
    missing: bool = False
    not_applicable: bool = False
    value: Fraction | None = None

    @property
    def scored(self) -> bool:
        """True where nothing is missing and nothing inapplicable."""
        return not self.missing and not self.not_applicable


NOT_APPLICABLE = Mark(0, 0, not_applicable=True)
UNKNOWN = Mark(None, None, missing=True)


@dataclass(frozen=True, slots=True)
class Column:
    """A scored line in whole numbers.

    ``factor`` is None while its weight or, where values are combined, its scale is not known. ``origin``,
    ``lo``, ``hi`` and ``neutral`` are in grains. ``value_top / value_bottom`` turns grains above the origin
    into what is shown: the score itself, or a value from 0 to 100.
    """

    id: str
    group: str
    factor: int | None
    origin: int
    value_top: int
    value_bottom: int
    lo: int | None
    hi: int | None
    neutral: int | None
    gap: Mark = UNKNOWN
    seen: dict[Decimal, Mark] = field(default_factory=dict, repr=False, compare=False)

    def units(self, grains: int | None) -> int | None:
        """What a score adds to the total, in units. A line that weighs nothing adds 0 whatever its score."""
        if self.factor == 0:
            return 0
        return None if self.factor is None or grains is None else self.factor * (grains - self.origin)

    def value(self, grains: int | None) -> Fraction | None:
        """The score as a Fraction, or its value from 0 to 100; None without the scale that says which."""
        if grains is None or not self.value_bottom:
            return None
        return Fraction(self.value_top * (grains - self.origin), self.value_bottom)


@dataclass(frozen=True, slots=True)
class Grains:
    """The finest step that makes every number of the snapshot whole: ``1 / size``."""

    size: int
    ratios: Mapping[Decimal, tuple[int, int]] = field(repr=False)

    def of(self, number: Decimal) -> int:
        """A score, or an end of a scale, as a whole number of grains."""
        top, bottom = self.ratios[number]
        return top * (self.size // bottom)


@dataclass(frozen=True)
class Matrix:
    """The scored lines as columns, and one unit for all: a total of ``unit`` units is a total of 1."""

    unit: int
    grains: Grains
    columns: tuple[Column, ...]
    _figures: dict[int, Fraction] = field(default_factory=dict, repr=False, compare=False)

    def figure(self, units: int) -> Fraction:
        """Units as an exact figure."""
        found = self._figures.get(units)
        if found is None:
            found = self._figures[units] = Fraction(units, self.unit)
        return found

    def marks(self, snapshot: Snapshot, option: str) -> tuple[Mark, ...]:
        """One mark for each column: the score, or both ends of the scale where it is missing."""
        cell_at = snapshot.cell_at
        return tuple(self._mark(column, cell_at.get((option, column.id))) for column in self.columns)

    def _mark(self, column: Column, cell: Cell | None) -> Mark:
        if cell is None:
            return column.gap
        if cell.score is not None and is_scored(cell):
            return column.seen.get(cell.score) or self._scored(column, cell.score)
        return NOT_APPLICABLE if is_not_applicable(cell) else column.gap

    def _scored(self, column: Column, score: Decimal) -> Mark:
        """The mark of a score that has not been seen in the column before, kept for the next."""
        grains = self.grains.of(score)
        units = column.units(grains)
        mark = column.seen[score] = Mark(units, units, value=column.value(grains))
        return mark


def add(marks: Iterable[Mark]) -> Mark:
    """The sum of marks: its ends are the sums of theirs, not known as soon as one is not."""
    low = high = 0
    known, missing, not_applicable = True, False, False
    for mark in marks:
        if mark.low is None or mark.high is None:
            known = False
        else:
            low += mark.low
            high += mark.high
        missing |= mark.missing
        not_applicable |= mark.not_applicable
    return Mark(low if known else None, high if known else None, missing, not_applicable)


def matrix(snapshot: Snapshot, weighing: Weighing) -> Matrix:
    """The snapshot's scored lines in whole numbers under these weights."""
    lines = scored_lines(snapshot)
    grains = _grains(snapshot, lines)
    factors = [_factor(line, weighing, grains) for line in lines]
    unit = lcm(1, *(factor.denominator for factor in factors if factor is not None))
    columns = tuple(
        _column(line, None if factor is None else int(factor * unit), weighing, grains)
        for line, factor in zip(lines, factors, strict=True)
    )
    return Matrix(unit, grains, columns)


def _grains(snapshot: Snapshot, lines: Sequence[Line]) -> Grains:
    """The grain of every number that must be whole: scores, ends of scales, neutral points."""
    numbers = {cell.score for cell in snapshot.cells if cell.score is not None}
    for scale in {id(line.scale): line.scale for line in lines if line.scale}.values():
        numbers |= {scale.lo, scale.hi}
        if scale.neutral is not None:
            numbers.add(scale.neutral)
    ratios = {number: number.as_integer_ratio() for number in numbers}
    return Grains(lcm(1, *(bottom for _, bottom in ratios.values())), ratios)


def _factor(line: Line, weighing: Weighing, grains: Grains) -> Fraction | None:
    """What one grain of score adds to the total; None while it cannot be said."""
    if weighing.factors is None:
        return None
    weight = weighing.factors[line.sub_criterion.id]
    if weighing.combine != Combine.WEIGHTED_VALUE or not weight:
        return weight / grains.size
    width = _width(line, grains)
    return HUNDRED * weight / width if width else None


def _column(line: Line, factor: int | None, weighing: Weighing, grains: Grains) -> Column:
    scale = line.scale
    as_value = weighing.combine == Combine.WEIGHTED_VALUE
    column = Column(
        id=line.sub_criterion.id,
        group=line.group.id,
        factor=factor,
        origin=grains.of(scale.lo) if as_value and scale else 0,
        value_top=HUNDRED if as_value else 1,
        value_bottom=_width(line, grains) if as_value else grains.size,
        lo=grains.of(scale.lo) if scale else None,
        hi=grains.of(scale.hi) if scale else None,
        neutral=grains.of(scale.neutral) if scale and scale.neutral is not None else None,
    )
    return replace(column, gap=Mark(column.units(column.lo), column.units(column.hi), missing=True))


def _width(line: Line, grains: Grains) -> int:
    """From the scale's lowest to its highest score in grains; 0 without a scale."""
    return grains.of(line.scale.hi) - grains.of(line.scale.lo) if line.scale else 0
