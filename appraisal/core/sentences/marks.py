"""How one cell stands on a page or in a report: its figure or word, its tone, and what its signs say.

A score is coloured by what its scale means: from a neutral point it diverges, without one it runs in one
hue. The figure always stands in the cell, so nothing rests on colour. Missing, to be confirmed, not
applicable, words only and nought are five things, and look like five things.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from appraisal.core.figures import number_text
from appraisal.core.snapshot import Cell, CellState, Kind, Line, Scale

BELOW = "▼"
WORKED_OUT = "*"
NO_RATIONALE = "†"

SEQUENTIAL = ("seq1", "seq2", "seq3", "seq4", "seq5")


@dataclass(frozen=True)
class Mark:
    """How a cell stands.

    ``text`` is what the cell prints ("4", "words", "not yet"); ``signs`` follow it (▼ below neutral,
    * worked out, † no rationale) and ``said`` says them aloud. ``tone`` is a colour of the stylesheet, or
    empty where there is no score. ``words`` is the state in full, where there is room: "4", "Not scored yet".
    """

    text: str
    words: str
    tone: str = ""
    signs: str = ""
    said: str = ""
    below: bool = False


def mark_of(cell: Cell | None, line: Line) -> Mark:
    """How the cell stands on its line; None is a cell that nobody has touched."""
    state = cell.state if cell else CellState.UNSCORED
    if cell and state is CellState.SCORED and cell.score is not None:
        return _score(cell, cell.score, line.scale)
    if state in _VERDICTS:
        return _VERDICTS[state]
    if line.sub_criterion.kind is Kind.WORDS:
        return IN_WORDS if cell and cell.rationale else NO_WORDS
    return NO_VERDICT if line.sub_criterion.kind is Kind.GATE else NOT_YET


def tone(score: Decimal, scale: Scale | None) -> str:
    """The colour of a score on its scale: neg2 to pos2, or seq1 to seq5 where there is no neutral point."""
    if scale is None or scale.hi == scale.lo:
        return "neutral"
    if scale.neutral is None:
        part = Fraction(score - scale.lo) / Fraction(scale.hi - scale.lo)
        return SEQUENTIAL[min(int(part * len(SEQUENTIAL)), len(SEQUENTIAL) - 1)]
    if score == scale.neutral:
        return "neutral"
    end, side = (scale.hi, "pos") if score > scale.neutral else (scale.lo, "neg")
    far = 2 * abs(score - scale.neutral) > abs(end - scale.neutral)
    return f"{side}{2 if far else 1}"


def descriptor(score: Decimal, scale: Scale | None) -> str:
    """What the scale says of this point, or nothing."""
    points = scale.points if scale else ()
    return next((point.label for point in points if point.value == score), "")


NOT_YET = Mark("not yet", "Not scored yet", said="not scored yet")
NO_VERDICT = Mark("not yet", "Neither passed nor failed yet", said="neither passed nor failed yet")
IN_WORDS = Mark("words", "In words only", said="not scored by design: read the words")
NO_WORDS = Mark("no words", "In words only, none written yet", said="in words only, none written yet")
_VERDICTS = {
    CellState.TO_BE_CONFIRMED: Mark("tbc", "To be confirmed", said="to be confirmed"),
    CellState.NOT_APPLICABLE: Mark("n/a", "Not applicable", said="not applicable"),
    CellState.PASS: Mark("pass", "Passed"),
    CellState.FAIL: Mark("fail", "Failed", said="the gate is failed"),
}


def _score(cell: Cell, score: Decimal, scale: Scale | None) -> Mark:
    below = scale is not None and scale.neutral is not None and score < scale.neutral
    signs = {
        BELOW: ("below neutral", below),
        WORKED_OUT: ("worked out", cell.basis == "worked-out"),
        NO_RATIONALE: ("no rationale", not cell.rationale),
    }
    text = number_text(score)
    return Mark(
        text=text,
        words=text,
        tone=tone(score, scale),
        signs="".join(sign for sign, (_, holds) in signs.items() if holds),
        said=", ".join(said for said, holds in signs.values() if holds),
        below=below,
    )
