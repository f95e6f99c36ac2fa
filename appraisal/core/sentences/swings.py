"""Swing weighting in words: what each swing is, and what the weights given to them say of one another.

A swing weight answers how much it is worth to go from the worst to the best on a line; it means nothing
without the two ends (method.md, "Weights as people have them").
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from appraisal.core.figures import fits, measured, number_text, percent, written
from appraisal.core.scoring import compared, scored_lines, yardstick
from appraisal.core.sentences.words import Names, capital
from appraisal.core.snapshot import Better, Line, Rule, Scale, Snapshot, marks_in_order

TOP = Decimal(100)
HALF = Fraction(1, 2)
LONGEST = 40
"""Characters of a point with its descriptor that a question still takes whole."""


@dataclass(frozen=True)
class Swing:
    """One scored line with its two ends in words: ``1 Far worse`` to ``5 Far better``."""

    line: Line
    name: str
    worst: str
    best: str


@dataclass(frozen=True)
class TradeOff:
    """What one weight says, as a question to whoever gave it; ``line`` is the id of the line."""

    line: str
    says: str
    question: str


def swings(snapshot: Snapshot) -> tuple[Swing, ...]:
    """The swing of each scored line, in order."""
    names = Names(snapshot)
    return tuple(
        Swing(line, names.line(line.sub_criterion.id), *_ends(snapshot, line))
        for line in scored_lines(snapshot)
    )


def trade_offs(snapshot: Snapshot, weights: Mapping[str, Decimal]) -> tuple[TradeOff, ...]:
    """What swing weights (100 for the most wanted) say: one for each other line, the heaviest first."""
    known = {swing.line.sub_criterion.id: swing for swing in swings(snapshot)}
    top = next((known[line] for line, weight in weights.items() if weight == TOP and line in known), None)
    if top is None:
        return ()
    others = [line for line in weights if line in known and known[line] is not top]
    others.sort(key=lambda line: -weights[line])
    return tuple(_trade_off(top, known[line], Fraction(weights[line]) / Fraction(TOP)) for line in others)


def _trade_off(top: Swing, other: Swing, part: Fraction) -> TradeOff:
    line = other.line.sub_criterion.id
    way = f"{other.name}, from {_short(other.worst)} to {_short(other.best)},"
    if part == 0:
        return TradeOff(
            line,
            f"The whole way on {way} counts nothing at all.",
            "Does it make no difference to you whether an option is at the worst or at the best there?",
        )
    if part == 1:
        return TradeOff(
            line,
            f"The whole way on {way} is worth as much as the whole way on {top.name}.",
            "Is it the same to you which of the two an option brings?",
        )
    share = "half" if part == HALF else percent(part)
    says = f"The whole way on {way} is worth {share} of the whole way on {top.name}."
    reached = _reached(top.line, part)
    if not reached:
        return TradeOff(line, says, "Is that what you mean?")
    return TradeOff(
        line,
        says,
        f"Is it the same to you as going from {_short(top.worst)} only to {_short(reached)} on {top.name}?",
    )


def _reached(line: Line, part: Fraction) -> str:
    """How far a part of the whole way leads on a line: ``3 Point 3``; empty where it cannot be said."""
    rule = line.sub_criterion.value
    if rule.rule == Rule.RANGE and rule.worst is not None and rule.best is not None:
        figure = Fraction(rule.worst) + part * Fraction(rule.best - rule.worst)
        return _about(figure, line.sub_criterion.unit)
    if rule.rule == Rule.SCALE and line.scale:
        figure = Fraction(line.scale.lo) + part * Fraction(line.scale.hi - line.scale.lo)
        words = _descriptor(figure, line.scale)
        return f"{_about(figure)} {words}".strip()
    return ""


def _about(figure: Fraction, unit: str = "") -> str:
    text = _figure(figure, unit)
    return text if fits(figure) else f"about {text}"


def _figure(figure: Fraction, unit: str) -> str:
    """A figure that was worked out, rounded for people, with its unit."""
    return measured(Decimal(written(figure)), unit)


def _short(point: str) -> str:
    """A point of a scale without its descriptor, where that would bury the question."""
    return point if len(point) <= LONGEST else point.partition(" (“")[0]


def _ends(snapshot: Snapshot, line: Line) -> tuple[str, str]:
    """The worst and the best there can be on a line, in words."""
    rule, unit = line.sub_criterion.value, line.sub_criterion.unit
    if rule.rule == Rule.RANGE and rule.worst is not None and rule.best is not None:
        return measured(rule.worst, unit), measured(rule.best, unit)
    if rule.rule in (Rule.OPTIONS_RANGE, Rule.RATIO):
        return _relative_ends(snapshot, line)
    if rule.rule == Rule.POINTS:
        marks = marks_in_order(rule)
        return (capital(marks[0]), capital(marks[-1])) if marks else ("the lowest mark", "the highest mark")
    if line.scale is None:
        return "the lowest score", "the highest score"
    return _point(line.scale.lo, line.scale), _point(line.scale.hi, line.scale)


def _relative_ends(snapshot: Snapshot, line: Line) -> tuple[str, str]:
    """Of the options compared; in general words while a figure is missing."""
    rule, unit = line.sub_criterion.value, line.sub_criterion.unit
    stick = yardstick(snapshot, line, compared(snapshot))
    higher = rule.better == Better.HIGHER
    if stick.low is None or stick.high is None:
        low, high = "the lowest figure on the short list", "the highest figure on the short list"
    else:
        low, high = _figure(stick.low, unit), _figure(stick.high, unit)
    if rule.rule == Rule.RATIO:
        return ("nothing at all", high) if higher else ("a figure without end", low)
    return (low, high) if higher else (high, low)


def _point(value: Decimal, scale: Scale) -> str:
    return f"{number_text(value)} {_descriptor(Fraction(value), scale)}".strip()


def _descriptor(figure: Fraction, scale: Scale) -> str:
    """The words of a point in quotes, where it has any."""
    label = next((point.label for point in scale.points if Fraction(point.value) == figure), "")
    return f"(“{label}”)" if label else ""
