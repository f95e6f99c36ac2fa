"""What may stand in an appraisal: ids, numbers, scores on their scale, states by kind.

Reading a file uses these, and so may everything else that takes an id, a score or a state from a person, so
that the same thing is refused in the same words wherever it comes in.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from appraisal.core.figures import number_text
from appraisal.core.snapshot.parts import Cell, Scale
from appraisal.core.snapshot.words import CellState, Kind

ID_LIMIT = 50
OPTION_LIMIT = 200
SUB_CRITERION_LIMIT = 200
DIGITS = 12
DECIMALS = 6

COUNTED = frozenset({Kind.SCORE, Kind.MEASURE})
"""The kinds of line that go into a total."""

STATES_OF: Mapping[Kind, frozenset[CellState]] = {
    Kind.SCORE: frozenset(
        {CellState.SCORED, CellState.UNSCORED, CellState.TO_BE_CONFIRMED, CellState.NOT_APPLICABLE}
    ),
    Kind.MEASURE: frozenset(
        {CellState.SCORED, CellState.UNSCORED, CellState.TO_BE_CONFIRMED, CellState.NOT_APPLICABLE}
    ),
    Kind.WORDS: frozenset({CellState.WORDS, CellState.UNSCORED, CellState.TO_BE_CONFIRMED}),
    Kind.GATE: frozenset({CellState.PASS, CellState.FAIL, CellState.UNSCORED, CellState.TO_BE_CONFIRMED}),
}
"""The states a cell may have, by the kind of its line. Not applicable needs a stated rule as well."""

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*", re.ASCII)
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?", re.ASCII)


def id_problem(text: str) -> str:
    """Why this cannot be an id, in a sentence; empty when it can."""
    if _ID.fullmatch(text) is None:
        return "An id is letters without accents, figures, hyphens and underscores, such as option-1."
    if len(text) > ID_LIMIT:
        return f"This id has {len(text)} characters; the most is {ID_LIMIT}."
    return ""


def number_from(text: str) -> Decimal:
    """The number that the text writes, exactly; ValueError with a sentence for anything else.

    At most 12 digits, 6 of them decimals: a longer number is refused, never rounded.
    """
    if _NUMBER.fullmatch(text) is None:
        raise ValueError("This is not a number in plain figures, such as 3 or 2.5.")
    whole, _, decimals = text.lstrip("-").partition(".")
    if len(decimals) > DECIMALS:
        raise ValueError(
            f"This number has {len(decimals)} decimals; the most is {DECIMALS}. It is not rounded for you."
        )
    if len(whole) + len(decimals) > DIGITS:
        digits = len(whole) + len(decimals)
        raise ValueError(f"This number has {digits} digits; the most is {DIGITS}. It is not rounded for you.")
    return Decimal(number_text(Decimal(text)))


def score_problem(score: Decimal, scale: Scale) -> str:
    """Why this score cannot stand on the scale, in a sentence; empty when it can."""
    span = f"which runs from {number_text(scale.lo)} to {number_text(scale.hi)}"
    if not scale.lo <= score <= scale.hi:
        return f"{number_text(score)} is off the scale, {span}. Give a score on the scale."
    if (Fraction(score) - Fraction(scale.lo)) % Fraction(scale.step):
        steps = f"{span} in steps of {number_text(scale.step)}"
        return f"{number_text(score)} is between two steps of the scale, {steps}. Give a score on a step."
    return ""


def state_problem(state: CellState, kind: Kind, not_applicable_rule: str) -> str:
    """Why a cell of this kind cannot be in this state, in a sentence; empty when it can."""
    allowed = STATES_OF[kind]
    if state not in allowed:
        names = ", ".join(each for each in CellState if each in allowed)
        return f"A cell of a sub-criterion of kind {kind} cannot be {state}. It may be: {names}."
    if state is CellState.NOT_APPLICABLE and not not_applicable_rule:
        return (
            "This may be not applicable only where its line says when that is so. "
            "Write the rule with the line (in a file, its not_applicable_rule), or choose another state."
        )
    return ""


def says_nothing(cell: Cell) -> bool:
    """Whether the cell is what an absent one is: unscored, without a word. Such a cell is never written."""
    return cell.state is CellState.UNSCORED and not (cell.rationale or cell.mark or cell.score is not None)
