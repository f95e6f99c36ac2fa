"""From an option's figures to the parts of its bar, on the axis that all bars share."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from appraisal.core.evaluation import Evaluation, OptionResult
from appraisal.core.figures import written
from appraisal.core.snapshot import CriteriaGroup, Snapshot

ZERO = Fraction(0)

COLOURS = (
    ("#206095", "#ffffff", "#c7d7e5"),
    ("#118C7B", "#0b0c0c", "#c3e2de"),
    ("#871A5B", "#ffffff", "#e1c6d6"),
    ("#A8BD3A", "#0b0c0c", "#e9efce"),
    ("#27A0CC", "#0b0c0c", "#c9e7f2"),
    ("#F66068", "#0b0c0c", "#fdd7d9"),
    ("#746CB1", "#ffffff", "#dcdaec"),
    ("#003C57", "#ffffff", "#bfced5"),
)
"""Ground, text on it, and pale ground of each criteria group, in order; a ninth group begins again."""


@dataclass(frozen=True)
class Axis:
    """The scale of totals, from ``low`` (0, or below it where totals can be) to ``high``."""

    low: float
    high: float

    def share(self, figure: Fraction) -> float:
        """Where a figure lies on the axis, from 0 to 1: a place on a picture, so a float will do."""
        return (float(figure) - self.low) / (self.high - self.low)


@dataclass(frozen=True)
class Segment:
    """One criteria group's part of a bar, from ``start`` to ``end`` on the axis.

    ``text`` is its figure, a range where a score is missing, and then the part is pale with an ``edge``;
    ``prefix`` holds the group's letters.
    """

    start: Fraction
    end: Fraction
    prefix: str
    text: str
    ground: str
    ink: str
    edge: str | None = None


@dataclass(frozen=True)
class Group:
    """A criteria group that adds to totals: its letters, name, colours and highest possible total."""

    id: str
    prefix: str
    name: str
    colours: tuple[str, str, str]
    possible: str


def axis(evaluation: Evaluation) -> Axis:
    """One axis for all bars: from 0, or from all that can lie below 0, to all that can lie above it."""
    possible = evaluation.group_ranges_possible.values()
    low = sum((min(least, ZERO) for least, _ in possible), ZERO)
    high = sum((max(most, ZERO) for _, most in possible), ZERO)
    return Axis(float(low), float(high if high > low else low + 1))


def groups(snapshot: Snapshot, evaluation: Evaluation) -> tuple[Group, ...]:
    """The groups that have a scored line, in order, each with the colour of its place among all groups."""
    known = evaluation.group_ranges_possible
    counted = [(place, group) for place, group in enumerate(snapshot.groups) if group.id in known]
    prefixes = _prefixes([group for _, group in counted])
    return tuple(
        Group(group.id, prefix, group.name, COLOURS[place % len(COLOURS)], _possible(*known[group.id]))
        for (place, group), prefix in zip(counted, prefixes, strict=True)
    )


def segments(shown: Sequence[Group], result: OptionResult) -> Iterator[Segment]:
    """The parts of one bar: those above 0 from 0 to the right, those below 0 from 0 to the left."""
    right = left = ZERO
    for group in shown:
        if group.id not in result.group_ranges:
            continue
        floor, ceiling = result.group_ranges[group.id]
        start = left if floor < 0 else right
        ground, ink, pale = group.colours
        open_ = result.group_totals.get(group.id) is None
        text = _range(floor, ceiling)
        if open_:
            yield Segment(start, start + floor, group.prefix, text, pale, "#0b0c0c", ground)
        else:
            yield Segment(start, start + floor, group.prefix, text, ground, ink)
        if floor < 0:
            left += floor
        else:
            right += floor


def clear_spans(start: float, end: float, line: float | None, gap: float) -> list[tuple[float, float]]:
    """Where letters may stand from ``start`` to ``end``, ``gap`` away from a line across; widest first."""
    if line is None or not start - gap < line < end + gap:
        return [(start, end)]
    return sorted([(start, line - gap), (line + gap, end)], key=lambda span: span[0] - span[1])


def _range(low: Fraction, high: Fraction) -> str:
    ends = written(low), written(high)
    return ends[0] if ends[0] == ends[1] else (" to " if low < 0 else "–").join(ends)


def _possible(low: Fraction, high: Fraction) -> str:
    """``of 20``, or ``-8 to 8`` where a group's total can be below 0."""
    return f"{written(low)} to {written(high)}" if low < 0 else f"of {written(high)}"


def _prefixes(shown: Sequence[CriteriaGroup]) -> list[str]:
    """The first letters of each group's short name, as few as tell the groups apart; else its place."""
    names = [group.short_name or group.name for group in shown]
    for letters in (3, 4, 5, 6):
        heads = [name[:letters].strip() for name in names]
        if len({head.casefold() for head in heads}) == len(heads):
            return heads
    return [f"{place}:" for place in range(1, len(names) + 1)]
