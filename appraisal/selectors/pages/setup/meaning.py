"""What a line asks for and what its value rule means, in words."""

from appraisal.core.figures import number_text
from appraisal.core.sentences.values import rule_means
from appraisal.core.snapshot import Kind, Rule, Scale, SubCriterion

__all__ = ["judged", "meaning", "rule_means", "span"]


def judged(sub: SubCriterion) -> str:
    """How a line is judged, in a few words: ``Scored``, ``Measured in minutes``."""
    match sub.kind:
        case Kind.MEASURE:
            return f"Measured in {sub.unit}" if sub.unit else "Measured"
        case Kind.WORDS:
            return "In words only"
        case Kind.GATE:
            return "Pass or fail"
    return "Scored by marks" if sub.value.rule == Rule.POINTS else "Scored"


def meaning(sub: SubCriterion) -> str:
    """What stands behind that, in a sentence or two; empty for a line scored on the appraisal's scale."""
    if sub.kind is Kind.WORDS:
        return "Not scored, by design: the words stand in the matrix."
    if sub.kind is Kind.GATE:
        return "An option that fails has no total and no rank."
    if sub.kind is Kind.SCORE and sub.value.rule == Rule.SCALE:
        return f"On a scale of its own, {span(sub.scale)}." if sub.scale else ""
    return rule_means(sub.value, sub.unit)


def span(scale: Scale) -> str:
    """``1 to 5``, ``0 to 10 in steps of 0.5, neutral at 5``."""
    step = "" if scale.step == 1 else f" in steps of {number_text(scale.step)}"
    neutral = "" if scale.neutral is None else f", neutral at {number_text(scale.neutral)}"
    return f"{number_text(scale.lo)} to {number_text(scale.hi)}{step}{neutral}"
