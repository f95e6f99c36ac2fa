"""What a value rule means: how a score, a raw figure or a mark becomes a value from 0 to 100."""

from decimal import Decimal

from appraisal.core.figures import measured, number_text
from appraisal.core.sentences.words import join, plural
from appraisal.core.snapshot import Rule, ValueRule, marks_in_order

MOST_MARKS = 8


def rule_means(value: ValueRule, unit: str = "") -> str:
    """How a figure or a mark becomes a value; empty for a score on a scale, and while it is not known."""
    match value.rule:
        case Rule.RANGE if value.worst is not None and value.best is not None:
            return _range(value.worst, value.best, unit)
        case Rule.OPTIONS_RANGE:
            best, worst = ("highest", "lowest") if value.better == "higher" else ("lowest", "highest")
            return (
                f"The {best} figure on the short list counts 100 and the {worst} 0, those between evenly. "
                "Ranks may change when an option comes or goes."
            )
        case Rule.RATIO:
            if value.better == "higher":
                return "The highest figure counts 100, and one half as high 50. Figures must be above 0."
            return "The lowest figure counts 100, and one twice as high 50. Figures must be above 0."
        case Rule.POINTS:
            return _marks(value)
    return ""


def _range(worst: Decimal, best: Decimal, unit: str) -> str:
    better = "Lower is better" if worst > best else "Higher is better"
    ends = f"{measured(worst, unit)} counts 0 and {measured(best, unit)} counts 100"
    return f"{better}: {ends}, figures between them evenly."


def _marks(value: ValueRule) -> str:
    names = marks_in_order(value)
    told = [f"{name} is {number_text(value.points[name])}" for name in names[:MOST_MARKS]]
    if len(names) > MOST_MARKS:
        told.append(f"{plural(len(names) - MOST_MARKS, 'mark')} more")
    if value.lo is None or value.hi is None:
        return ""
    ends = f"{number_text(value.lo)} counts 0 and {number_text(value.hi)} counts 100"
    return f"Marks stand for numbers: {join(told)}; {ends}."
