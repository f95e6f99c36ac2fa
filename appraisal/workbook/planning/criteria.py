"""Which lines of a table are scored, which are gates, and which are in words only."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from appraisal.core.snapshot import CellState, Kind, number_from
from appraisal.core.snapshot.heads import Head, read_head
from appraisal.workbook.book import Holds
from appraisal.workbook.plan import Said
from appraisal.workbook.theirs import Theirs


@dataclass(frozen=True)
class Kinds:
    """The kind of each line by its place, and every score of the table."""

    of: Mapping[int, Kind]
    scores: tuple[Decimal, ...]
    questions: tuple[Said, ...]


def kinds_of(theirs: Theirs) -> Kinds:
    """What each line asks for, as its cells and its own name show."""
    of: dict[int, Kind] = {}
    scores: list[Decimal] = []
    questions = []
    by_line: dict[int, list[Head]] = {}
    for (_, at), cell in theirs.cells.items():
        if cell.found is not None:
            by_line.setdefault(at, []).append(_head(cell.found.holds, cell.found.text))
    for at, line in enumerate(theirs.lines):
        heads = by_line.get(at, [])
        of[at] = Kind.WORDS if line.not_scored else _kind(heads)
        if of[at] is Kind.WORDS and not line.not_scored:
            said = "No figure stands on this line, so it was taken as one that is in words only."
            questions.append(Said(line.where, said))
        if of[at] is Kind.SCORE:
            scores += _scores(heads)
    return Kinds(of, tuple(scores), tuple(questions))


def _head(holds: Holds, text: str) -> Head:
    # What is neither text nor a number was meant as a figure; its own mistake is told with its cell.
    return read_head(text) if holds in (Holds.TEXT, Holds.NUMBER) else Head(problem=holds)


def _kind(heads: list[Head]) -> Kind:
    said = [head for head in heads if head != Head()]
    if any(head.score or head.problem for head in said):
        return Kind.SCORE
    judged = [head for head in said if head.state in (CellState.PASS, CellState.FAIL)]
    if judged and all(head.state is not None for head in said):
        return Kind.GATE
    open_ones = [head for head in said if head.state is CellState.TO_BE_CONFIRMED]
    return Kind.SCORE if not said or len(open_ones) == len(said) else Kind.WORDS


def _scores(heads: list[Head]) -> list[Decimal]:
    found = []
    for head in heads:
        try:
            found.append(number_from(head.score))
        except ValueError:
            continue
    return found
