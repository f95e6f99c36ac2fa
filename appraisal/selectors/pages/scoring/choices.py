"""What may be chosen in a cell: the points of a scale, the marks of a line, or a box to type in."""

from dataclasses import dataclass
from decimal import Decimal

from appraisal.core.figures import number_text
from appraisal.core.sentences.values import rule_means
from appraisal.core.snapshot import (
    COUNTED,
    Kind,
    Line,
    Scale,
    SubCriterion,
    has_marks,
    marks_in_order,
)
from appraisal.forms import NAMED

MOST_BOXES = 11
"""A scale with more points than this (0 to 100, say) is typed into a box instead."""


@dataclass(frozen=True)
class Choice:
    """One mark to choose: the form sends ``value``, ``text`` stands on it, ``words`` say what it means.

    ``name`` stands for a value that could not stand in an id of the page.
    """

    value: str
    text: str
    words: str = ""
    name: str = ""

    @property
    def key(self) -> str:
        """A value that can stand in an id, or what stands for it."""
        return self.name or self.value


def means_of(sub: SubCriterion) -> str:
    """What a raw figure or a mark counts as; empty for a score on a scale."""
    return rule_means(sub.value, sub.unit) if sub.kind in COUNTED else ""


def points_of(line: Line) -> tuple[Choice, ...]:
    """The boxes of a line: the points of its scale, or its marks where they are few."""
    sub = line.sub_criterion
    if sub.kind not in COUNTED:
        return ()
    if not has_marks(sub):
        return point_choices(line.scale)
    names = marks_in_order(sub.value)
    if len(names) > MOST_BOXES:
        return ()
    return tuple(
        Choice(f"{NAMED}{name}", name, f"counts as {number_text(sub.value.points[name])}", f"m{place}")
        for place, name in enumerate(names)
    )


def asks(line: Line) -> str:
    """What the box for a typed entry takes: ``Score, 0 to 100``, ``Figure in £k``."""
    sub = line.sub_criterion
    if has_marks(sub):
        return f"Mark: {', '.join(marks_in_order(sub.value))}"
    if sub.kind is Kind.MEASURE:
        return f"Figure in {sub.unit}" if sub.unit else "Figure"
    return f"Score, {scale_span(line.scale)}"


def point_choices(scale: Scale | None) -> tuple[Choice, ...]:
    """The points of a scale from lowest to highest; none without a scale, or with too many for boxes."""
    if scale is None or (scale.hi - scale.lo) / scale.step >= MOST_BOXES:
        return ()
    words = {point.value: point.label for point in scale.points}
    values = [scale.lo + step * scale.step for step in range(MOST_BOXES)]
    return tuple(_point(value, words.get(value, "")) for value in values if value <= scale.hi)


def scale_points(scale: Scale | None) -> tuple[Choice, ...]:
    """The points to explain: all of them where they are few, else those that have a descriptor."""
    if scale is None:
        return ()
    return point_choices(scale) or tuple(_point(point.value, point.label) for point in scale.points)


def scale_span(scale: Scale | None) -> str:
    """``1 to 5``, or ``0 to 100 in steps of 5``; empty without a scale."""
    if scale is None:
        return ""
    ends = f"{number_text(scale.lo)} to {number_text(scale.hi)}"
    return ends if scale.step == 1 else f"{ends} in steps of {number_text(scale.step)}"


def _point(value: Decimal, words: str) -> Choice:
    return Choice(number_text(value), number_text(value), words)
