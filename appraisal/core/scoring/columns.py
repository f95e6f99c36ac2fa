"""The scored lines as columns: the mark of every score, raw figure or verbal mark that may stand on them.

A score ``s`` on a line with weight ``w`` adds ``w s`` to the total (``100 w (s - worst) / (best - worst)``
where values are combined). With every number a whole count of ``1 / grain`` and every weight brought to one
denominator, that is ``factor * (grain s - origin)`` units, all of them whole.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from appraisal.core.scoring.lines import is_not_applicable
from appraisal.core.scoring.marks import NOT_APPLICABLE, UNKNOWN, UNKNOWN_GAP, Mark
from appraisal.core.snapshot import Cell, CellState


@dataclass(frozen=True, slots=True)
class Grains:
    """The finest step that makes every number of the snapshot whole: ``1 / size``."""

    size: int
    ratios: Mapping[Decimal, tuple[int, int]] = field(repr=False)

    def of(self, number: Decimal) -> int:
        """A score, or an end of a scale, as a whole number of grains."""
        top, bottom = self.ratios[number]
        return top * (self.size // bottom)


@dataclass(frozen=True, slots=True)
class Ruler:
    """Numbers to marks where they rise or fall evenly.

    ``factor`` is None while the line's weight or, where values are combined, its ends are not known;
    ``value_top / value_bottom`` turns grains above the origin into what is shown: the score itself, or a
    value from 0 to 100.
    """

    grains: Grains
    factor: int | None
    origin: int
    value_top: int
    value_bottom: int

    def mark(self, number: Decimal | None) -> Mark:
        """The mark of a number, None for one not known. What weighs nothing adds 0 whatever it is."""
        if number is None:
            return Mark(0, 0) if self.factor == 0 else UNKNOWN
        above = self.grains.of(number) - self.origin
        units = None if self.factor is None else self.factor * above
        value = Fraction(self.value_top * above, self.value_bottom) if self.value_bottom else None
        return Mark(units, units, value=value)


@dataclass(frozen=True, slots=True)
class Column:
    """A scored line as it enters the totals.

    ``lowest`` and ``highest`` are the marks of the worst and the best there can be, ``gap`` is from one to
    the other; ``neutral`` is the scale's neutral point. ``numbers`` has the numbers of verbal marks.
    ``by_option`` has every option's mark where its value depends on the other options.
    """

    id: str
    group: str
    lowest: Mark
    highest: Mark
    neutral: Mark | None
    gap: Mark
    ruler: Ruler
    numbers: Mapping[str, Decimal] | None = None
    by_option: Mapping[str, Mark] | None = None
    seen: dict[Decimal | str | None, Mark] = field(default_factory=dict, repr=False, compare=False)

    def mark(self, option: str, cell: Cell | None) -> Mark:
        """How the option's cell enters its total."""
        if self.by_option is not None:
            return self.by_option[option]
        if cell is None:
            return self.gap
        if cell.state == CellState.SCORED:
            held = cell.score if self.numbers is None else cell.mark
            return self.seen.get(held) or self._scored(held)
        return NOT_APPLICABLE if is_not_applicable(cell) else self.gap

    def _scored(self, held: Decimal | str | None) -> Mark:
        """The mark of a score that has not been seen in the column before, kept for the next."""
        mark = self.gap
        if held and isinstance(held, str):
            mark = self.ruler.mark(self.numbers.get(held) if self.numbers else None)
        elif isinstance(held, Decimal):
            mark = self.ruler.mark(held)
        self.seen[held] = mark
        return mark


def between(lowest: Mark, highest: Mark) -> Mark:
    """The mark of a missing score: from the worst to the best."""
    known = lowest.low is not None and highest.high is not None
    return Mark(lowest.low, highest.high, missing=True) if known else UNKNOWN_GAP
