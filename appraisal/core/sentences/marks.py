"""How one cell stands on a page or in a report: its figure or word, its tone, what is said of its signs.

A score is coloured by what its scale means: from a neutral point it diverges, without one it runs in one hue.
Raw figures and marks are coloured by what they count. The figure always stands in the cell, so nothing rests
on colour. Missing, to be confirmed, not applicable, words only and nought are five things, and look like five
things.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from appraisal.core.evaluation import Evaluation
from appraisal.core.figures import measured, number_text, written
from appraisal.core.scoring import is_scored
from appraisal.core.snapshot import Cell, CellState, Combine, Kind, Line, OptionStage, Rule, Scale, Snapshot

BELOW = "▼"
WORKED_OUT = "*"
NO_RATIONALE = "†"
SIGNS = (
    (BELOW, "below neutral, with a darker lower edge"),
    (WORKED_OUT, "worked out from other figures; the note says how"),
    (NO_RATIONALE, "no rationale is written"),
)
"""What each sign means, for the key of a matrix."""

SEQUENTIAL = ("seq1", "seq2", "seq3", "seq4", "seq5")


@dataclass(frozen=True)
class Mark:
    """How a cell stands.

    ``text`` is what the cell prints ("4", "£420k", "words", "not yet"); ``signs`` follow it (▼ below
    neutral, * worked out, † no rationale) and ``said`` says them aloud. ``tone`` names a colour of the
    stylesheet, or is empty where there is no score. ``words`` is the state in full, for a page with room:
    "4", "Not scored yet". ``value`` is what a raw figure or a mark counts as, where that is known: "value
    68.57", "counts as 3".
    """

    text: str
    words: str
    tone: str = ""
    signs: str = ""
    said: str = ""
    below: bool = False
    value: str = ""


def mark_of(cell: Cell | None, line: Line) -> Mark:
    """How the cell stands on its line by itself; None is a cell that nobody has touched."""
    if cell is not None and is_scored(cell):
        return _score(cell, line, _share(cell, line), "")
    return _without_score(cell, line)


def mark_in(snapshot: Snapshot, evaluation: Evaluation, option: str, sub_criterion: str) -> Mark:
    """How a cell stands in an evaluation: as ``mark_of``, with the value of a raw figure or of a mark."""
    cell, line = snapshot.cell_at.get((option, sub_criterion)), snapshot.line[sub_criterion]
    if cell is None or not is_scored(cell):
        return _without_score(cell, line)
    if line.sub_criterion.value.rule == Rule.SCALE:
        return _score(cell, line, None, "")
    result = evaluation.by_id[option]
    value = result.values[sub_criterion]
    if evaluation.combine is not Combine.WEIGHTED_VALUE:
        counts = "" if value is None else f"counts as {written(value)}"
        return _score(cell, line, _share(cell, line), counts)
    compared = result.gate_failed is None and snapshot.option[option].stage is OptionStage.SHORT_LIST
    words = "value still open" if compared else ""
    if value is not None:
        words = f"value {written(value)}"
    return _score(cell, line, None if value is None else value / 100, words)


def entry_text(cell: Cell, line: Line) -> str:
    """What stands in a scored cell, as people read it: ``4``, ``£420k``, ``high``."""
    if cell.score is None:
        return cell.mark
    unit = line.sub_criterion.unit
    return measured(cell.score, unit) if line.sub_criterion.kind is Kind.MEASURE else number_text(cell.score)


def tone(score: Decimal, scale: Scale | None) -> str:
    """The colour of a score on its scale: neg2 to pos2, or seq1 to seq5 where there is no neutral point."""
    if scale is None or scale.hi == scale.lo:
        return "neutral"
    if scale.neutral is None:
        return _hue(Fraction(score - scale.lo) / Fraction(scale.hi - scale.lo))
    if score == scale.neutral:
        return "neutral"
    end, side = (scale.hi, "pos") if score > scale.neutral else (scale.lo, "neg")
    far = 2 * abs(score - scale.neutral) > abs(end - scale.neutral)
    return f"{side}{2 if far else 1}"


def descriptor(score: Decimal, scale: Scale | None) -> str:
    """What the scale says of this point, or nothing."""
    points = scale.points if scale else ()
    return next((point.label for point in points if point.value == score), "")


def _hue(part: Fraction) -> str:
    """The colour of a part of the way from the worst to the best."""
    return SEQUENTIAL[max(0, min(int(part * len(SEQUENTIAL)), len(SEQUENTIAL) - 1))]


def _share(cell: Cell, line: Line) -> Fraction | None:
    """How far from the worst to the best a mark or a raw figure is; None where that rests on the others."""
    rule = line.sub_criterion.value
    if rule.rule == Rule.POINTS and line.ends and cell.mark in rule.points:
        number, (worst, best) = rule.points[cell.mark], line.ends
    elif rule.rule == Rule.RANGE and None not in (cell.score, rule.worst, rule.best):
        number, worst, best = cell.score, rule.worst, rule.best  # type: ignore[assignment]
    else:
        return None
    return Fraction(number - worst) / Fraction(best - worst) if best != worst else None


NOT_YET = Mark("not yet", "Not scored yet", said="not scored yet")
NO_VERDICT = Mark("not yet", "Neither passed nor failed yet", said="neither passed nor failed yet")
IN_WORDS = Mark("words", "In words only", said="not scored by design: read the words")
NO_WORDS = Mark("no words", "In words only, none written yet", said="in words only, none written yet")
PASSED = Mark("pass", "Passed")
_VERDICTS = {
    CellState.TO_BE_CONFIRMED: Mark("tbc", "To be confirmed", said="to be confirmed"),
    CellState.NOT_APPLICABLE: Mark("n/a", "Not applicable", said="not applicable"),
    CellState.PASS: PASSED,
    CellState.FAIL: Mark("fail", "Failed", said="the gate is failed"),
}


def _without_score(cell: Cell | None, line: Line) -> Mark:
    state = cell.state if cell else CellState.UNSCORED
    if state in _VERDICTS:
        return _VERDICTS[state]
    if line.sub_criterion.kind is Kind.WORDS:
        return IN_WORDS if cell and cell.rationale else NO_WORDS
    return NO_VERDICT if line.sub_criterion.kind is Kind.GATE else NOT_YET


def _score(cell: Cell, line: Line, share: Fraction | None, value: str) -> Mark:
    """The mark of a scored cell; ``share`` colours a raw figure or a mark."""
    scale = line.scale
    below = bool(
        scale and scale.neutral is not None and cell.score is not None and cell.score < scale.neutral
    )
    signs = {
        BELOW: ("below neutral", below),
        WORKED_OUT: ("worked out", cell.basis == "worked-out"),
        NO_RATIONALE: ("no rationale", not cell.rationale),
    }
    text = entry_text(cell, line)
    plain = scale is not None and cell.score is not None
    return Mark(
        text=text,
        words=text,
        tone=tone(cell.score, scale) if plain else "neutral" if share is None else _hue(share),  # type: ignore[arg-type]
        signs="".join(sign for sign, (_, holds) in signs.items() if holds),
        said=", ".join(said for said, holds in signs.values() if holds),
        below=below,
        value=value,
    )
