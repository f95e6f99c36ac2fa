"""Relative measures: raw figures held against those of the other options (method.md, "Relative measures").

They take the short-listed options that pass their gates. With any of their figures missing every option's
value is 0 to 100. An option with a gate still open may yet leave, so a value that rests on it is a range:
from the lowest to the highest over every set of such options that may be left.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction

from appraisal.core.scoring.lines import first_failed_gate, is_not_applicable, is_scored, open_gates
from appraisal.core.snapshot import Better, Line, OptionStage, Rule, Snapshot, ValueRule

HUNDRED = Fraction(100)
NOUGHT = Fraction(0)
EXACT = Context(prec=100)
"""Subtracts figures of any length that can be entered without rounding."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The options that are compared: short-listed, no gate failed. ``unsure``: a gate of theirs is open."""

    ids: tuple[str, ...]
    unsure: frozenset[str]


@dataclass(frozen=True, slots=True)
class Yardstick:
    """One relative line: the lowest and highest figure of the options compared, and everybody's value.

    ``values`` has lowest and highest possible value of each option compared that has a figure, ``missing``
    those that have none yet. ``low`` and ``high`` are None while a figure is missing or a gate open.
    """

    low: Fraction | None
    high: Fraction | None
    values: Mapping[str, tuple[Fraction, Fraction]]
    missing: frozenset[str] = frozenset()


def compared(snapshot: Snapshot) -> Compared:
    """Who is compared in this appraisal, in file order."""
    ids = tuple(
        option.id
        for option in snapshot.options
        if option.stage == OptionStage.SHORT_LIST and first_failed_gate(snapshot, option.id) is None
    )
    return Compared(ids, frozenset(option for option in ids if open_gates(snapshot, option)))


def yardstick(snapshot: Snapshot, line: Line, among: Compared) -> Yardstick:
    """The values of a line under options-range or ratio."""
    figures, missing = _figures(snapshot, line, among)
    rule = line.sub_criterion.value
    unusable = rule.rule == Rule.RATIO and any(figure <= 0 for figure in figures.values())
    if missing or unusable or not figures:
        return Yardstick(None, None, dict.fromkeys(figures, (NOUGHT, HUNDRED)), missing)
    sure = [figure for option, figure in figures.items() if option not in among.unsure]
    low, high = min(figures.values()), max(figures.values())
    if len(sure) == len(figures):
        found = {option: converted(figure, rule, low, high) for option, figure in figures.items()}
        ends = Fraction(low), Fraction(high)
        return Yardstick(*ends, {option: (value, value) for option, value in found.items()})
    values = {option: _open_range(figure, rule, sure, (low, high)) for option, figure in figures.items()}
    return Yardstick(None, None, values)


def converted(figure: Decimal, rule: ValueRule, low: Decimal, high: Decimal) -> Fraction:
    """The value 0 to 100 of a figure among figures from ``low`` to ``high``; all equal gives 100.

    Ratio needs figures above 0: 100 x/best where higher is better, 100 best/x where lower is.
    """
    higher = rule.better == Better.HIGHER
    if rule.rule == Rule.RATIO:
        return _percent(figure, high) if higher else _percent(low, figure)
    if low == high:
        return HUNDRED
    above = EXACT.subtract(figure, low) if higher else EXACT.subtract(high, figure)
    return _percent(above, EXACT.subtract(high, low))


def _percent(part: Decimal, whole: Decimal) -> Fraction:
    """100 part/whole, by whole numbers: much faster than by two Fractions."""
    (top, under), (bottom, over) = part.as_integer_ratio(), whole.as_integer_ratio()
    return Fraction(100 * top * over, under * bottom)


def _open_range(
    figure: Decimal, rule: ValueRule, sure: Iterable[Decimal], all_in: tuple[Decimal, Decimal]
) -> tuple[Fraction, Fraction]:
    """Lowest and highest value over every set of unsure options that may stay beside this one.

    Lowest and highest figure of such a set move apart from one another, each between what it is without any
    unsure option and what it is with all, and the value moves one way with each: its ends lie at the corners.
    """
    without = [figure, *sure]
    corners = [
        converted(figure, rule, low, high)
        for low in {min(without), all_in[0]}
        for high in {max(without), all_in[1]}
    ]
    return min(corners), max(corners)


def _figures(snapshot: Snapshot, line: Line, among: Compared) -> tuple[dict[str, Decimal], frozenset[str]]:
    """The figures of the options compared, and the options whose figure is missing."""
    figures, missing = {}, set()
    for option in among.ids:
        cell = snapshot.cell_at.get((option, line.sub_criterion.id))
        if cell is not None and cell.score is not None and is_scored(cell):
            figures[option] = cell.score
        elif not is_not_applicable(cell):
            missing.add(option)
    return figures, frozenset(missing)
