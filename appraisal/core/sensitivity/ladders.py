"""The points of a scale, or the marks of a line, as what each is worth: where a score can move to."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from fractions import Fraction

from appraisal.core.sensitivity.results import Direction, Point
from appraisal.core.snapshot import Kind, Line, Scale, ValueRule, has_marks, is_relative, marks_in_order


@dataclass(frozen=True, slots=True)
class Steps:
    """The points of a line by place, from 0 to ``last``, before anything is scaled.

    A score ``s`` is worth ``rate * (s - origin)``. ``marks`` holds the points of a line of marks, which need
    not stand evenly; else point ``n`` is ``lo + n * step``.
    """

    lo: Fraction
    step: Fraction
    last: int
    rate: Fraction
    origin: Fraction
    marks: tuple[Point, ...] = ()

    def point(self, place: int) -> Point:
        """The point at a place."""
        return self.marks[place] if self.marks else Point(self.lo + place * self.step)

    def worth(self, score: Fraction) -> Fraction:
        """What a score is worth."""
        return self.rate * (score - self.origin)

    @property
    def figures(self) -> tuple[Fraction, ...]:
        """The figures that must become whole for every point to be worth a whole number."""
        if self.marks:
            return tuple(self.worth(mark.score) for mark in self.marks)
        return (self.worth(self.lo), self.rate * self.step)


@dataclass(frozen=True, slots=True)
class Ladder:
    """The same points, worth whole numbers of units: ``base + place * gain``, or ``held`` for marks."""

    steps: Steps
    base: int
    gain: int
    held: tuple[int, ...] = ()

    @property
    def last(self) -> int:
        """The place of the highest point."""
        return self.steps.last

    def worth(self, place: int) -> int:
        """What the point at a place is worth."""
        return self.held[place] if self.held else self.base + place * self.gain

    def at_least(self, worth: int) -> int:
        """The lowest place worth at least so much; above ``last`` where there is none."""
        if self.held:
            return bisect_left(self.held, worth)
        return -((self.base - worth) // self.gain)

    def at_most(self, worth: int) -> int:
        """The highest place worth at most so much; below 0 where there is none."""
        if self.held:
            return bisect_right(self.held, worth) - 1
        return (worth - self.base) // self.gain

    def has(self, place: int) -> bool:
        """Whether there is such a place."""
        return 0 <= place <= self.last

    def next(self, worth: int, direction: Direction) -> int:
        """The place of the next point above or below what is worth so much; it may not be there."""
        return self.at_least(worth + 1) if direction is Direction.UP else self.at_most(worth - 1)

    def climbs(self, worth: int, direction: Direction) -> tuple[int, int]:
        """The next place and how many steps there are from here to the end."""
        place = self.next(worth, direction)
        left = self.last - place + 1 if direction is Direction.UP else place + 1
        return place, max(left, 0)


def steps_of(line: Line, rate: Fraction, origin: Fraction) -> Steps | str:
    """The points of a line, or why it has none."""
    sub = line.sub_criterion
    if is_relative(sub):
        return "A figure here changes the values of the other options too, so it is not moved alone."
    if has_marks(sub):
        marks = _marks(sub.value)
        return Steps(Fraction(0), Fraction(1), len(marks) - 1, rate, origin, marks)
    if sub.kind is Kind.MEASURE:
        return "A raw figure has no steps to move by."
    if line.scale is None:
        return "This line has no scale."
    lo, step = Fraction(line.scale.lo), Fraction(line.scale.step)
    return Steps(lo, step, _last(line.scale), rate, origin)


def ladder(steps: Steps, unit: int) -> Ladder:
    """The points in whole numbers of ``1 / unit``."""
    if steps.marks:
        return Ladder(steps, 0, 0, tuple(int(figure * unit) for figure in steps.figures))
    base, gain = steps.figures
    return Ladder(steps, int(base * unit), int(gain * unit))


def point_now(steps: Steps, score: Fraction) -> Point:
    """The score of a cell as a point: with its name where it is a mark."""
    return next((mark for mark in steps.marks if mark.score == score), Point(score))


def _last(scale: Scale) -> int:
    return int((Fraction(scale.hi) - Fraction(scale.lo)) // Fraction(scale.step))


def _marks(rule: ValueRule) -> tuple[Point, ...]:
    """One point for each number, lowest first; marks of one number are one point, named by the first."""
    by_number: dict[Fraction, str] = {}
    for name in marks_in_order(rule):
        by_number.setdefault(Fraction(rule.points[name]), name)
    return tuple(Point(number, by_number[number]) for number in sorted(by_number))
