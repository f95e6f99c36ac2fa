"""How scores, marks and raw figures become values 0 to 100: each rule, then each converted value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from appraisal.core.evaluation.material import Material, line_name, option_name
from appraisal.core.evaluation.workings import PLACES, Step, Working
from appraisal.core.figures import Number, measured, written
from appraisal.core.scoring import Tally, Yardstick
from appraisal.core.snapshot import (
    Better,
    Cell,
    Combine,
    Kind,
    Line,
    Rule,
    ValueRule,
    has_marks,
    marks_in_order,
)

RELATIVE_TO = "relative to the options compared, so places may change when options change"


@dataclass(frozen=True, slots=True)
class Conversion:
    """How the entries of one line become values: ``halves`` of the formula stand round the figure.

    One half alone is what there is to say where no formula can be. ``numbers`` are those of the marks.
    """

    name: str
    unit: str
    halves: tuple[str, ...]
    numbers: Mapping[str, Decimal] = field(default_factory=dict)

    def note(self, cell: Cell) -> str:
        """The formula with the figure of the cell in it."""
        if len(self.halves) == 1:
            return self.halves[0]
        figure = self.numbers[cell.mark] if cell.score is None else cell.score
        return f"{self.halves[0]}{_text(figure)}{self.halves[1]}"


def value_rules(material: Material) -> Iterator[Working]:
    """One step for each scored line whose rule can be told: what turns a score or a figure into a value."""
    for line in material.scored():
        sub = line.sub_criterion
        what = "a mark" if has_marks(sub) else "a score"
        if sub.kind is Kind.MEASURE and not has_marks(sub):
            what = f"a figure in {sub.unit}" if sub.unit else "a figure"
        note = rule_words(line, material.table.yardsticks.get(sub.id))
        if note:
            yield Working(Step.VALUE, (sub.id,), f"{line_name(line)}: value of {what}", note=note)


def converted_values(material: Material, ways: Mapping[str, Conversion], one: Tally) -> Iterator[Working]:
    """The value of each raw figure and of each mark of an option; scores speak for themselves."""
    if not ways:
        return
    option = option_name(one.option)
    for column, mark in zip(material.table.columns, one.marks, strict=True):
        way = ways.get(column.id)
        if way is None or mark.missing or mark.value is None:
            continue
        cell = material.snapshot.cell_at[one.option.id, column.id]
        entered = cell.mark if cell.score is None else measured(cell.score, way.unit)
        yield Working(
            Step.VALUE,
            (one.option.id, column.id),
            f"{option}, {way.name}: value of {entered}",
            figure=mark.value,
            to=mark.value_to,
            note=way.note(cell),
        )


def rule_words(line: Line, stick: Yardstick | None) -> str:
    """The rule of a line as a formula with its own figures; empty where they are not known."""
    rule = line.sub_criterion.value
    if rule.rule in (Rule.OPTIONS_RANGE, Rule.RATIO):
        return "" if stick is None else _relative_words(rule, stick)
    if rule.rule == Rule.RANGE:
        if rule.worst is None or rule.best is None:
            return ""
        worst, best = _text(rule.worst), _text(rule.best)
        return f"100 × (figure − {worst}) ÷ ({best} − {worst}): {worst} is worst, {best} best"
    if line.ends is None:
        return ""
    lo, hi = (_text(end) for end in line.ends)
    if rule.rule == Rule.POINTS:
        marks = ", ".join(f"{name} {_text(rule.points[name])}" for name in marks_in_order(rule))
        return f"100 × (number − {lo}) ÷ ({hi} − {lo}); {marks}"
    return f"100 × (score − {lo}) ÷ ({hi} − {lo})"


def _relative_words(rule: ValueRule, stick: Yardstick) -> str:
    if stick.low is None or stick.high is None:
        waits = "every figure is given" if stick.missing else "every gate is decided"
        return f"{_formula(rule, 'worst', 'best', 'figure')}, open until {waits}; {RELATIVE_TO}"
    worst, best = (_text(end) for end in _worst_and_best(rule, stick.low, stick.high))
    if rule.rule == Rule.RATIO:
        return f"{_formula(rule, worst, best, 'figure')}: {best} is best; {RELATIVE_TO}"
    if stick.low == stick.high:
        return f"every figure is {best}, so every value is 100; {RELATIVE_TO}"
    return f"{_formula(rule, worst, best, 'figure')}: {worst} is worst, {best} best; {RELATIVE_TO}"


def conversions(material: Material) -> Mapping[str, Conversion]:
    """The lines on which raw figures or marks become values, by sub-criterion id."""
    if material.weighing.combine != Combine.WEIGHTED_VALUE:
        return {}
    lines = [line for line in material.scored() if line.sub_criterion.value.rule != Rule.SCALE]
    sticks = material.table.yardsticks
    return {line.sub_criterion.id: _conversion(line, sticks.get(line.sub_criterion.id)) for line in lines}


def _conversion(line: Line, stick: Yardstick | None) -> Conversion:
    """The formula of a line in two halves, round the figure of a cell."""
    rule, sub = line.sub_criterion.value, line.sub_criterion
    name = line_name(line)
    if stick is not None and (stick.low is None or stick.high is None):
        return Conversion(name, sub.unit, ("open as long as the figures that it is held against are",))
    if stick is not None and stick.low == stick.high and rule.rule == Rule.OPTIONS_RANGE:
        return Conversion(name, sub.unit, ("every figure is the same",))
    ends = _ends(line, stick)
    if ends is None:
        return Conversion(name, sub.unit, ("",))
    worst, best = (_text(end) for end in ends)
    before, after = _formula(rule, worst, best, "\n").split("\n")
    return Conversion(name, sub.unit, (before, after), rule.points)


def _ends(line: Line, stick: Yardstick | None) -> tuple[Number, Number] | None:
    """What counts 0 and what counts 100, where that is known."""
    rule = line.sub_criterion.value
    if stick is not None and stick.low is not None and stick.high is not None:
        return _worst_and_best(rule, stick.low, stick.high)
    if rule.rule == Rule.RANGE:
        return None if rule.worst is None or rule.best is None else (rule.worst, rule.best)
    return line.ends


def _formula(rule: ValueRule, worst: str, best: str, figure: str) -> str:
    if rule.rule != Rule.RATIO:
        return f"100 × ({figure} − {worst}) ÷ ({best} − {worst})"
    if rule.better == Better.HIGHER:
        return f"100 × {figure} ÷ {best}"
    return f"100 × {best} ÷ {figure}"


def _worst_and_best(rule: ValueRule, low: Fraction, high: Fraction) -> tuple[Fraction, Fraction]:
    return (low, high) if rule.better == Better.HIGHER else (high, low)


def _text(number: Number) -> str:
    return written(number, PLACES)
