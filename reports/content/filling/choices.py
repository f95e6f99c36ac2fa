"""What a cell of a line may hold, as a list to choose from or a number to type."""

from fractions import Fraction

from appraisal.core.figures import number_text
from appraisal.core.snapshot import Kind, Line, Scale, state_problem
from appraisal.core.snapshot.valuing import has_marks, marks_in_order
from appraisal.workbook import layout
from reports.content.filling.parts import Choices

MOST_LISTED = 101
"""A scale with more points than this takes any number between its ends."""


def choices_of(line: Line) -> Choices | None:
    """What a cell of the line may hold; None on a line that is not scored."""
    sub = line.sub_criterion
    if sub.kind is Kind.WORDS:
        return None
    states = tuple(
        words
        for state, words in layout.STATE_WORDS.items()
        if not state_problem(state, sub.kind, sub.not_applicable_rule)
    )
    if sub.kind is Kind.GATE:
        return Choices(states, says="Choose Pass or Fail, or To be confirmed.")
    if has_marks(sub):
        marks = marks_in_order(sub.value)
        return Choices((*marks, *states), says="Choose one of the marks in the list.")
    if sub.kind is Kind.MEASURE:
        unit = f" in {sub.unit}" if sub.unit else ""
        return Choices(states, any_number=True, says=f"Type the figure{unit} as a number.")
    return _on_scale(line.scale, states)


def _on_scale(scale: Scale | None, states: tuple[str, ...]) -> Choices:
    if scale is None:
        return Choices(states, says="No scale is set yet, so nothing can be scored here.")
    lo, hi, step = (Fraction(each) for each in (scale.lo, scale.hi, scale.step))
    span = f"{number_text(scale.lo)} to {number_text(scale.hi)} in steps of {number_text(scale.step)}"
    count = (hi - lo) // step + 1
    if count > MOST_LISTED:
        return Choices(states, any_number=True, lo=lo, hi=hi, says=f"Type a score from {span}.")
    points = tuple(lo + step * at for at in range(count))
    return Choices((*points, *states), says=f"Give a score from {span}.")
