"""The workings: how each printed figure came about, step by step, as small values a report can print."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from appraisal.core.figures import fits, percent, written

SHARE_PLACES = 2
"""Decimals of a share of all weight, as a percentage."""

PLACES = 6
"""Decimals of a figure inside a formula; where one is rounded to them, the formula says ``≈``."""


class Step(StrEnum):
    """What a working step works out, in the order in which the steps stand."""

    METHOD = "method"
    WEIGHT = "weight"
    VALUE = "value"
    BOUND = "bound"
    GATE = "gate"
    GROUP = "group"
    TOTAL = "total"
    RANK = "rank"
    MARGIN = "margin"


class Term(NamedTuple):
    """One figure that goes into another.

    ``of`` names what it is the figure of, so that any figure can be followed to its cells: (option,
    sub-criterion) in a group step, (option, group) in a total step, (option,) in a margin step,
    (sub-criterion,) in a bound step. ``figure`` is its amount, or the lowest with ``to`` the highest where it
    is still a range; both are None where nothing is known of it. ``times`` is the weight it is multiplied by,
    None where there is none.
    """

    of: tuple[str, ...]
    figure: Fraction | None
    to: Fraction | None = None
    times: Fraction | None = None

    @property
    def text(self) -> str:
        """The term as it stands in a formula: ``4``, ``0.25 × 4``, ``0.25 × (1 to 5)``."""
        amount = span(self.figure, self.to)
        if self.to is not None:
            amount = f"({amount})"
        return amount if self.times is None else f"{written(self.times, PLACES)} × {amount}"


@dataclass(frozen=True, slots=True)
class Working:
    """One step: ``words`` say what is worked out, ``terms`` add up to ``figure`` (or to ``figure`` to
    ``to``).

    ``about`` names what the step is about: () for the whole appraisal, (sub-criterion,) for a weight or a
    value, (option,) or (option, group). ``note`` holds what the formula alone does not say.
    """

    step: Step
    about: tuple[str, ...]
    words: str
    terms: tuple[Term, ...] = ()
    figure: Fraction | None = None
    to: Fraction | None = None
    note: str = ""

    @property
    def formula(self) -> str:
        """``4 + 5 + 4 = 13``, or ``≈`` where a figure in it is rounded; empty where there is none."""
        if self.step is Step.WEIGHT:
            return "" if self.figure is None else percent(self.figure, SHARE_PLACES)
        result = "" if self.figure is None else span(self.figure, self.to)
        if not self.terms or (len(self.terms) == 1 and self.terms[0].times is None):
            return result
        sign = " − " if self.step is Step.MARGIN else " + "
        equals = "=" if all(fits(figure, PLACES) for figure in self._figures()) else "≈"
        return f"{sign.join(term.text for term in self.terms)} {equals} {result or span(None)}"

    def _figures(self) -> tuple[Fraction, ...]:
        """Every figure that the formula writes."""
        inside = (figure for term in self.terms for figure in (term.figure, term.to, term.times))
        return tuple(figure for figure in (*inside, self.figure, self.to) if figure is not None)

    @property
    def text(self) -> str:
        """The whole step in one line: words, formula and note."""
        line = ": ".join(part for part in (self.words, self.formula) if part)
        return f"{line} ({self.note})" if self.note else line


def span(figure: Fraction | None, to: Fraction | None = None) -> str:
    """``13``, ``9 to 13``, or ``not known``."""
    if figure is None:
        return "not known"
    text = written(figure, PLACES)
    return text if to is None else f"{text} to {written(to, PLACES)}"
