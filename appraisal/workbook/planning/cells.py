"""What one cell of a file means for one cell of an appraisal: a state, a score or mark, and its words."""

from dataclasses import dataclass, replace

from appraisal.core.figures import number_text
from appraisal.core.snapshot import Cell, CellState, Kind, Line, Scale, SubCriterion, state_problem
from appraisal.core.snapshot.heads import STATES_IN_WORDS, Head, read_head
from appraisal.core.snapshot.showing import shown
from appraisal.core.snapshot.valuing import entry_from, entry_problem, has_marks
from appraisal.core.text import clean_text
from appraisal.workbook.book import Found, Holds
from appraisal.workbook.layout import IN_WORDS, STATE_WORDS
from appraisal.workbook.plan import Held

NO_FIGURE = "No figure stands at the head of this text, so it was taken as words alone."
_BULLETS = {0xF0A7: "▪", 0xF0B7: "•", 0xF0D8: "➢", 0xF0FC: "✓"}
"""Signs of a symbol font, which Word and Excel put before points; elsewhere they show as empty boxes."""

_STATES = {words.casefold(): state for state, words in STATE_WORDS.items()} | STATES_IN_WORDS


@dataclass(frozen=True)
class Meant:
    """What a cell of a file would make of the appraisal's; with a ``problem`` it makes nothing of it."""

    held: Held
    problem: str = ""
    doubt: str = ""
    in_words: bool = False
    """Whether the problem is with the words rather than with the score."""


def held_by(cell: Cell) -> Held:
    """A cell of a snapshot as a plan says it."""
    score = "" if cell.score is None else number_text(cell.score)
    return Held(cell.state, score, cell.mark, cell.basis, cell.rationale)


def as_cell(option: str, line: str, held: Held) -> Cell:
    """What a plan says of a cell as a snapshot has it."""
    from decimal import Decimal

    score = Decimal(held.score) if held.score else None
    return Cell(option, line, held.state, score, held.basis, held.rationale, held.mark)


def meant_by_ours(score: Found | None, rationale: Found | None, line: Line, before: Held) -> Meant:
    """What the two cells of a row of our own workbook mean; an empty one empties."""
    if rationale and rationale.mistake:
        return Meant(before, rationale.mistake, in_words=True)
    try:
        words = clean_text(rationale.text) if rationale else ""
    except ValueError as refused:
        return Meant(before, str(refused), in_words=True)
    if score and score.mistake:
        return Meant(before, score.mistake)
    text = score.text.strip() if score else ""
    if line.sub_criterion.kind is Kind.WORDS:
        return _in_words(text, words, before)
    return _judged(_alone(text, line.sub_criterion), words, line, before)


def meant_by_theirs(found: Found | None, words: Found | None, line: Line, before: Held) -> Meant:
    """What a cell of a table that people have means; where it says no words, those that stand stay."""
    found, words = (each and replace(each, text=each.text.translate(_BULLETS)) for each in (found, words))
    for each in (found, words):
        if each and each.holds not in (Holds.TEXT, Holds.NUMBER):
            return Meant(before, _mistake(each))
    try:
        beside = clean_text(words.text) if words else ""
    except ValueError as refused:
        return Meant(before, str(refused), in_words=True)
    formula = "A formula stands here; its last result was taken." if found and found.formula else ""
    if line.sub_criterion.kind is Kind.WORDS:
        return _their_words(found, beside, before)
    head = _their_head(found, line.sub_criterion)
    text = "\n".join(part for part in (head.words, beside) if part) or before.rationale
    if head == Head(words=head.words, doubt=head.doubt):
        # Words alone take nothing away that stands.
        return Meant(replace(before, rationale=text), doubt=head.doubt or (NO_FIGURE if found else ""))
    return replace(_judged(head, text, line, before), doubt=head.doubt or formula)


def _mistake(found: Found) -> str:
    """As ``Found.mistake``, but a formula is a mistake only without a result that can be taken."""
    if found.holds is Holds.NOTHING:
        return "This holds a formula without a stored result. Open the file in Excel, save it, and try again."
    return replace(found, formula="").mistake


def _in_words(text: str, words: str, before: Held) -> Meant:
    """A row of our own workbook on a line that is not scored."""
    if text and text.casefold() != IN_WORDS:
        return Meant(before, "This line is in words only. Empty this cell, and write under Rationale.")
    state = CellState.WORDS if words else CellState.UNSCORED
    if not words and before.state is CellState.TO_BE_CONFIRMED:
        state = before.state
    return Meant(Held(state, rationale=words))


def _their_words(found: Found | None, beside: str, before: Held) -> Meant:
    try:
        text = "\n".join(part for part in (clean_text(found.text) if found else "", beside) if part)
    except ValueError as refused:
        return Meant(before, str(refused), in_words=True)
    if text.casefold() in ("tbc", "to be confirmed"):
        return Meant(Held(CellState.TO_BE_CONFIRMED, rationale=before.rationale))
    return Meant(Held(CellState.WORDS, rationale=text) if text else before)


def _their_head(found: Found | None, sub: SubCriterion) -> Head:
    """What stands at the head: a mark of the line by its name, else a score or a state."""
    if found is None:
        return Head()
    head = read_head(found.text)
    if not has_marks(sub) or head.problem:
        return head
    text = found.text.strip()
    for mark in sorted(sub.value.points, key=len, reverse=True):
        rest = text[len(mark) :]
        if text.casefold().startswith(mark.casefold()) and not rest[:1].isalnum():
            return Head(score=mark, words=rest.lstrip(" .:;,)–—-\n"))
    return head


def _alone(text: str, sub: SubCriterion) -> Head:
    """What stands under Score in our own workbook: nothing but a figure, a mark or a state."""
    if not text:
        return Head(state=CellState.UNSCORED)
    if text.casefold() in _STATES:
        return Head(state=_STATES[text.casefold()])
    if has_marks(sub):
        by_name = {mark.casefold(): mark for mark in sub.value.points}
        return Head(score=by_name.get(text.casefold(), text))
    head = read_head(text)
    if head.problem:
        return head
    if head.words and head.score:
        return Head(problem=f"Write {head.score} alone here, and the words under Rationale.")
    if not head.score:
        states = ", ".join(f"“{words}”" for words in _states_of(sub))
        return Head(
            problem=f"{shown(text)} is no score. Type a figure, or choose {states}, or empty the cell."
        )
    return head


def _states_of(sub: SubCriterion) -> list[str]:
    return [
        words
        for state, words in STATE_WORDS.items()
        if not state_problem(state, sub.kind, sub.not_applicable_rule)
    ]


def _not_here(state: CellState, sub: SubCriterion) -> str:
    """Why a state cannot stand on a line, and what can, as people say it."""
    if state is CellState.NOT_APPLICABLE and sub.kind is not Kind.GATE:
        return (
            "“Not applicable” may stand here only once this line says when a cell is not applicable. Write "
            "that on its Criteria page first, or choose something else."
        )
    wanted = "Type a figure" if sub.kind in (Kind.SCORE, Kind.MEASURE) else "Leave it empty"
    states = " or ".join(f"“{words}”" for words in _states_of(sub))
    said = STATE_WORDS.get(state, "A figure")
    return f"{shown(said)} does not fit this line. {wanted}, or choose {states}."


def _judged(head: Head, words: str, line: Line, before: Held) -> Meant:
    """The head held against its line."""
    sub = line.sub_criterion
    if head.problem:
        return Meant(before, head.problem)
    state = head.state or (CellState.SCORED if head.score else CellState.UNSCORED)
    if state_problem(state, sub.kind, sub.not_applicable_rule):
        return Meant(before, _not_here(state, sub))
    if state is not CellState.SCORED:
        return Meant(Held(state, rationale=words))
    return _scored(head.score, words, sub, line.scale, before)


def _scored(text: str, words: str, sub: SubCriterion, scale: Scale | None, before: Held) -> Meant:
    try:
        score, mark = entry_from(text, sub)
    except ValueError as refused:
        return Meant(before, f"{shown(text)}: {refused}")
    if problem := entry_problem(score, mark, sub, scale):
        return Meant(before, problem)
    written = "" if score is None else number_text(score)
    same = (written, mark) == (before.score, before.mark)
    # A score that was worked out stays so while it stands.
    basis = before.basis if same and before.state is CellState.SCORED else "given"
    return Meant(Held(CellState.SCORED, written, mark, basis, words))
