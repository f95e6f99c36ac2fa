"""The scores in whole numbers: every figure is scaled once by one common unit, and from there on added as
ints.

``Matrix.figure`` turns units back into an exact Fraction. Only ratios (best over a figure) can need so fine a
unit that whole numbers would not pay any more; their units are then Fractions, which add up just as exactly.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from math import lcm

from appraisal.core.scoring.columns import Column, Grains, Ruler, between
from appraisal.core.scoring.lines import is_not_applicable, is_scored, relative_lines, scored_lines
from appraisal.core.scoring.marks import NOT_APPLICABLE, UNKNOWN, UNKNOWN_GAP, Mark, Units
from appraisal.core.scoring.relative import Yardstick, compared, yardstick
from appraisal.core.scoring.weighing import Weighing
from appraisal.core.snapshot import Combine, Kind, Line, Rule, Snapshot, has_marks, is_relative

HUNDRED = 100
NOUGHT, FULL = Fraction(0), Fraction(HUNDRED)
NO_RULER = Ruler(Grains(1, {}), None, 0, HUNDRED, 0)
FINEST = 512
"""Bits of the common unit up to which the figures of ratios are made whole."""


@dataclass(frozen=True)
class Matrix:
    """The scored lines as columns, and one unit for all: a total of ``unit`` units is a total of 1.

    ``yardsticks`` has what each relative line is held against, by sub-criterion id.
    """

    unit: int
    columns: tuple[Column, ...]
    yardsticks: Mapping[str, Yardstick] = field(default_factory=dict)
    _figures: dict[Units, Fraction] = field(default_factory=dict, repr=False, compare=False)

    def figure(self, units: Units) -> Fraction:
        """Units as an exact figure."""
        found = self._figures.get(units)
        if found is None:
            found = self._figures[units] = Fraction(units, self.unit)
        return found

    def marks(self, snapshot: Snapshot, option: str) -> tuple[Mark, ...]:
        """One mark for each column: the score, or both ends of the scale where it is missing."""
        cell_at = snapshot.cell_at
        return tuple(column.mark(option, cell_at.get((option, column.id))) for column in self.columns)


def matrix(snapshot: Snapshot, weighing: Weighing) -> Matrix:
    """The snapshot's scored lines in whole numbers under these weights."""
    lines = scored_lines(snapshot)
    grains = _grains(snapshot, lines)
    yardsticks = _yardsticks(snapshot)
    factors = {line.sub_criterion.id: _factor(line, weighing, grains) for line in lines}
    amounts = {sub: _amounts(stick, factors[sub]) for sub, stick in yardsticks.items()}
    unit = _unit(factors.values(), amounts.values())
    columns = []
    for line in lines:
        sub, factor = line.sub_criterion.id, factors[line.sub_criterion.id]
        if sub in yardsticks:
            columns.append(_relative(snapshot, line, yardsticks[sub], factor, Scaled(unit, amounts[sub])))
        else:
            columns.append(_column(line, None if factor is None else int(factor * unit), weighing, grains))
    return Matrix(unit, tuple(columns), yardsticks)


Amounts = Mapping[str, tuple[Fraction, Fraction]]
"""What each option's value adds to its total, lowest and highest, by option id."""


@dataclass(frozen=True, slots=True)
class Scaled:
    """The amounts of one relative line, and the unit in which they are counted."""

    unit: int
    amounts: Amounts

    def units(self, amount: Fraction) -> Units:
        """An amount in units: a whole number where the unit is fine enough."""
        times, rest = divmod(self.unit, amount.denominator)
        return amount * self.unit if rest else amount.numerator * times


def _yardsticks(snapshot: Snapshot) -> dict[str, Yardstick]:
    """What relative lines are held against."""
    relative = relative_lines(snapshot)
    if not relative:
        return {}
    among = compared(snapshot)
    return {line.sub_criterion.id: yardstick(snapshot, line, among) for line in relative}


def _amounts(stick: Yardstick, factor: Fraction | None) -> Amounts:
    """What the values of a relative line add; nothing while its weight is not known."""
    if factor is None:
        return {}
    found = {}
    for option, (low, high) in stick.values.items():
        least = factor * low
        found[option] = (least, least if low is high else factor * high)
    return found


def _unit(factors: Iterable[Fraction | None], amounts: Iterable[Amounts]) -> int:
    """The denominator common to all amounts, as far as it stays small enough to be of use."""
    unit = lcm(1, *(factor.denominator for factor in factors if factor is not None))
    denominators = {end.denominator for found in amounts for ends in found.values() for end in ends}
    for denominator in sorted(denominators):
        finer = lcm(unit, denominator)
        if finer.bit_length() > FINEST:
            break
        unit = finer
    return unit


def _grains(snapshot: Snapshot, lines: Sequence[Line]) -> Grains:
    """The grain of every number that must be whole: scores, ends of scales, neutral points, marks."""
    numbers = {cell.score for cell in snapshot.cells if cell.score is not None}
    for scale in {id(line.scale): line.scale for line in lines if line.scale}.values():
        numbers |= {scale.lo, scale.hi}
        if scale.neutral is not None:
            numbers.add(scale.neutral)
    for line in lines:
        if line.sub_criterion.value.rule != Rule.SCALE:
            rule = line.sub_criterion.value
            own = (rule.worst, rule.best, rule.lo, rule.hi, *rule.points.values())
            numbers.update(number for number in own if number is not None)
    ratios = {number: number.as_integer_ratio() for number in numbers}
    return Grains(lcm(1, *(bottom for _, bottom in ratios.values())), ratios)


def _ends(line: Line) -> tuple[Decimal, Decimal] | None:
    """The numbers that count as the worst and the best on a line: of its range, its marks or its scale."""
    rule = line.sub_criterion.value
    if rule.rule == Rule.RANGE:
        return None if rule.worst is None or rule.best is None else (rule.worst, rule.best)
    return line.ends


def _factor(line: Line, weighing: Weighing, grains: Grains) -> Fraction | None:
    """What one grain of score (of a relative measure: one point of value) adds to the total.

    None while it cannot be said.
    """
    if weighing.factors is None:
        return None
    weight = weighing.factors[line.sub_criterion.id]
    as_value = weighing.combine == Combine.WEIGHTED_VALUE
    if not weight or (as_value and is_relative(line.sub_criterion)):
        return weight
    if not as_value:
        return None if line.sub_criterion.kind is Kind.MEASURE else weight / grains.size
    width = _width(line, grains)
    return HUNDRED * weight / width if width else None


def _column(line: Line, factor: int | None, weighing: Weighing, grains: Grains) -> Column:
    """A column on which numbers count evenly: scores, verbal marks, figures within a stated range."""
    as_value = weighing.combine == Combine.WEIGHTED_VALUE
    worst, best = _ends(line) or (None, None)
    raw = line.sub_criterion.kind is Kind.MEASURE and not as_value
    ruler = Ruler(
        grains=grains,
        factor=factor,
        origin=grains.of(worst) if as_value and worst is not None else 0,
        value_top=HUNDRED if as_value else 1,
        value_bottom=0 if raw else _width(line, grains) if as_value else grains.size,
    )
    neutral = line.scale.neutral if line.scale else None
    lowest, highest = ruler.mark(worst), ruler.mark(best)
    return Column(
        id=line.sub_criterion.id,
        group=line.group.id,
        lowest=lowest,
        highest=highest,
        neutral=None if neutral is None else ruler.mark(neutral),
        gap=between(lowest, highest),
        ruler=ruler,
        numbers=line.sub_criterion.value.points if has_marks(line.sub_criterion) else None,
    )


def _width(line: Line, grains: Grains) -> int:
    """From the worst to the best number in grains, below 0 where lower is better; 0 where not known."""
    ends = _ends(line)
    return grains.of(ends[1]) - grains.of(ends[0]) if ends else 0


def _relative(
    snapshot: Snapshot, line: Line, stick: Yardstick, factor: Fraction | None, scaled: Scaled
) -> Column:
    """A column on which an option's value depends on the figures of the others."""
    lowest, highest = UNKNOWN._replace(value=NOUGHT), UNKNOWN._replace(value=FULL)
    if factor is not None:
        lowest, highest = Mark(0, 0, value=NOUGHT), _mark(scaled, (factor * FULL,) * 2, (FULL, FULL))
    gap = between(lowest, highest)
    outside, outside_gap = (Mark(0, 0), Mark(0, 0, missing=True)) if factor == 0 else (UNKNOWN, UNKNOWN_GAP)
    marks = {}
    for option in snapshot.options:
        cell = snapshot.cell_at.get((option.id, line.sub_criterion.id))
        if is_not_applicable(cell):
            marks[option.id] = NOT_APPLICABLE
        elif option.id in stick.values:
            marks[option.id] = _mark(scaled, scaled.amounts.get(option.id), stick.values[option.id])
        elif option.id in stick.missing:
            marks[option.id] = gap
        else:
            marks[option.id] = outside if is_scored(cell) else outside_gap
    ids = line.sub_criterion.id, line.group.id
    return Column(*ids, lowest, highest, None, gap, NO_RULER, by_option=marks)


def _mark(
    scaled: Scaled, amounts: tuple[Fraction, Fraction] | None, values: tuple[Fraction, Fraction]
) -> Mark:
    """The mark of a value, or of a value that is still open from the first to the second."""
    low, high = values
    if amounts is None:
        return UNKNOWN._replace(value=low, value_to=None if low == high else high)
    units = scaled.units(amounts[0])
    if low is high or low == high:
        return Mark(units, units, value=low)
    return Mark(units, scaled.units(amounts[1]), value=low, value_to=high)
