"""What may stand under a value rule: its own figures, and the raw figures and marks of its cells.

As in ``rules``, whatever takes a rule, a figure or a mark from a person asks here, so that the same thing is
refused in the same words wherever it comes in.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from appraisal.core.figures import number_text
from appraisal.core.snapshot.parts import Scale, SubCriterion, ValueRule
from appraisal.core.snapshot.rules import number_from, score_problem
from appraisal.core.snapshot.showing import plain, shown
from appraisal.core.snapshot.words import Better, Combine, Kind, Rule
from appraisal.core.text import clean_name

RELATIVE = frozenset({Rule.OPTIONS_RANGE, Rule.RATIO})
"""The rules under which a value depends on the figures of the other options."""

RULES_OF: Mapping[Kind, tuple[Rule, ...]] = {
    Kind.SCORE: (Rule.SCALE, Rule.POINTS),
    Kind.MEASURE: (Rule.RANGE, Rule.OPTIONS_RANGE, Rule.RATIO, Rule.POINTS),
    Kind.WORDS: (Rule.SCALE,),
    Kind.GATE: (Rule.SCALE,),
}
"""The rules that a line may have, by its kind; scale says nothing where nothing is scored."""

FIELDS_OF: Mapping[str, tuple[str, ...]] = {
    Rule.SCALE: (),
    Rule.RANGE: ("worst", "best"),
    Rule.OPTIONS_RANGE: ("better",),
    Rule.RATIO: ("better",),
    Rule.POINTS: ("points", "lo", "hi"),
}
"""The fields that each rule has, all of which it needs."""

MARK_LIMIT = 100
MOST_NAMED = 12
NO_FIGURE = "Give this figure."
NO_WAY = "Say which is better, higher or lower."


def has_marks(sub: SubCriterion) -> bool:
    """Whether a cell of this line holds the name of a mark in place of a number."""
    return sub.value.rule == Rule.POINTS


def is_relative(sub: SubCriterion) -> bool:
    """Whether a value on this line depends on the figures of the other options."""
    return sub.value.rule in RELATIVE


def rule_problem(kind: Kind, rule: str) -> str:
    """Why a line of this kind cannot have this rule, in a sentence; empty when it can."""
    if rule in RULES_OF[kind]:
        return ""
    if kind is Kind.MEASURE:
        return "A measure needs a rule for its raw figures. Give one of: range, options-range, ratio, points."
    if kind is Kind.SCORE:
        return f"The rule {rule} is for raw figures. Make the kind measure, or the rule scale or points."
    return f"A line of kind {kind} has no value, so it takes no rule. Take it out."


def combine_problem(kind: Kind, combine: Combine) -> str:
    """Why a line of this kind cannot stand where scores are so combined; empty when it can."""
    if kind is not Kind.MEASURE or combine is Combine.WEIGHTED_VALUE:
        return ""
    return (
        f"A measure is a raw figure, which only values can be added up from, and scores are combined by "
        f"{combine} here. Combine by weighted-value, or choose another kind."
    )


def value_problems(rule: ValueRule) -> tuple[tuple[str, str], ...]:
    """What is wrong with the figures of a rule: (field, sentence) for each fault, in the order of the fields.

    The field of a mark is ``points.NAME``.
    """
    match rule.rule:
        case Rule.RANGE:
            return tuple(_range_problems(rule))
        case Rule.OPTIONS_RANGE | Rule.RATIO:
            return () if rule.better in tuple(Better) else (("better", NO_WAY),)
        case Rule.POINTS:
            return tuple(_points_problems(rule))
    return ()


def figure_problem(figure: Decimal, rule: ValueRule) -> str:
    """Why a measure cannot have this raw figure, in a sentence; empty when it can."""
    if rule.rule == Rule.RATIO and figure <= 0:
        return f"{number_text(figure)} is not above 0, and a ratio needs figures above 0. Correct it."
    if rule.rule == Rule.RANGE and rule.worst is not None and rule.best is not None:
        low, high = sorted((rule.worst, rule.best))
        if not low <= figure <= high:
            span = f"{number_text(rule.worst)} (worst) to {number_text(rule.best)} (best)"
            return (
                f"{number_text(figure)} is beyond the range of this line, {span}. "
                "Correct the figure, or widen the range."
            )
    return ""


def mark_problem(mark: str, rule: ValueRule) -> str:
    """Why this cannot be the mark of a cell, in a sentence; empty when it can."""
    if mark in rule.points:
        return ""
    names = [plain(name) for name in marks_in_order(rule)]
    told = ", ".join(names[:MOST_NAMED]) + (", and more" if len(names) > MOST_NAMED else "")
    return f"{shown(mark)} is not one of the marks here. Give one of: {told}."


def entry_problem(score: Decimal | None, mark: str, sub: SubCriterion, scale: Scale | None) -> str:
    """Why a cell of this line cannot hold this score, raw figure or mark, in a sentence; empty when it can.

    ``scale`` is the one that holds for the line (its own or the appraisal's); a measure or a line of marks
    has none.
    """
    if has_marks(sub):
        return mark_problem(mark, sub.value)
    if score is None:
        return "Give a figure."
    if sub.kind is Kind.MEASURE:
        return figure_problem(score, sub.value)
    if scale is None:
        return "There is no scale for this score. Give the appraisal a scale, or make the cell unscored."
    return score_problem(score, scale)


def entry_from(text: str, sub: SubCriterion) -> tuple[Decimal | None, str]:
    """What a person typed for a cell of this line, as (score, mark); ValueError with a sentence.

    It may still be off the scale, beyond the range or no mark of the line: ``entry_problem`` says.
    """
    return (None, clean_name(text)) if has_marks(sub) else (number_from(text), "")


def marks_in_order(rule: ValueRule) -> tuple[str, ...]:
    """The names of the marks, from the lowest number to the highest, equal ones by name."""
    return tuple(sorted(rule.points, key=lambda name: (rule.points[name], name)))


def _range_problems(rule: ValueRule) -> Iterator[tuple[str, str]]:
    if rule.worst is None or rule.best is None:
        missing = [name for name in ("worst", "best") if getattr(rule, name) is None]
        yield from ((name, NO_FIGURE) for name in missing)
    elif rule.worst == rule.best:
        same = f"The worst and the best figure are both {number_text(rule.best)}."
        yield "best", f"{same} Give two different figures: worst above best where lower is better."


def _points_problems(rule: ValueRule) -> Iterator[tuple[str, str]]:
    if not rule.points:
        yield "points", "There are no marks. Give at least one, with its number."
    if len(rule.points) > MARK_LIMIT:
        yield "points", f"There are {len(rule.points):,} marks; the most is {MARK_LIMIT}. Take some out."
    if rule.lo is None or rule.hi is None:
        yield from ((name, NO_FIGURE) for name in ("lo", "hi") if getattr(rule, name) is None)
        return
    lo, hi = number_text(rule.lo), number_text(rule.hi)
    if rule.lo >= rule.hi:
        yield "lo", f"The lowest number, {lo}, must be below the highest, {hi}."
        return
    for name in marks_in_order(rule):
        number = rule.points[name]
        if not rule.lo <= number <= rule.hi:
            off = f"{number_text(number)} is off the numbers that marks may have, {lo} to {hi}."
            yield f"points.{name}", f"{off} Correct it, or the ends."
