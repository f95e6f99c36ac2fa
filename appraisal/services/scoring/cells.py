"""What a cell is to hold: read and checked against its own line, before anything is written."""

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from appraisal.core.snapshot import Cell, CellState, Kind, Line, state_problem
from appraisal.core.snapshot.valuing import entry_from, entry_problem, has_marks
from appraisal.core.text import clean_text
from appraisal.models import Cell as CellRow
from appraisal.selectors.snapshots import Setup, plain
from organisations.errors import Invalid, Problem

NO_SCALE = "No scale is set, so nothing can be scored. A commissioning officer of a lead body sets it."


@dataclass(frozen=True)
class CellNow:
    """What stands in a cell, by whom and since when; version 0 and no time for a cell that nobody has saved.

    ``changed_by`` None, with a time, is the command line.
    """

    cell: Cell
    version: int
    changed_at: datetime | None
    changed_by: str | None


@dataclass(frozen=True)
class Place:
    """Where a cell stands and what it holds: the rows of its option, of its line and, if any, of itself."""

    option: int
    sub_criterion: int
    row: int | None
    now: CellNow


def line_of(setup: Setup, slug: str) -> Line:
    """The line of this slug; Invalid where the appraisal has none."""
    if slug not in setup.lines:
        raise Invalid(
            [Problem("sub_criterion", "There is no such line any more. Open the scoring page again.")]
        )
    return setup.lines[slug]


def place_of(setup: Setup, line: Line, option: str) -> Place:
    """What stands on the line for the option; Invalid where the appraisal has no such option."""
    slug = line.sub_criterion.id
    [sub_row] = [row for row, sub in setup.subs.items() if sub == slug]
    option_row = next((row for row, known in setup.options.items() if known == option), None)
    if option_row is None:
        found = "There is no such option any more. Open the scoring page again."
        raise Invalid([Problem("option", found)])
    rows = CellRow.objects.filter(sub_criterion=sub_row, option=option_row)
    fields = ("pk", "state", "score", "mark", "basis", "rationale", "version", "changed_at")
    held = rows.values_list(*fields, "changed_by__name").first() or ()
    return Place(option_row, sub_row, *_held(Cell(option, slug), *held))


def _held(empty: Cell, row: int | None = None, *held: Any) -> tuple[int | None, CellNow]:
    """A cell's row and what it holds; a cell without a row is ``empty``, at version 0."""
    if row is None:
        return None, CellNow(empty, 0, None, None)
    state, score, mark, basis, rationale, version, changed_at, changed_by = held
    score = None if score is None else plain(score)
    cell = replace(empty, state=CellState(state), score=score, mark=mark, basis=basis, rationale=rationale)
    return row, CellNow(cell, version, changed_at, changed_by)


def checked(now: Cell, line: Line, *, state: str, score: Decimal | str | None, rationale: str | None) -> Cell:
    """What the cell that holds ``now`` is to hold; Invalid with what is wrong with it by field."""
    wrong: dict[str, str] = {}
    words = now.rationale
    if rationale is not None:
        try:
            words = clean_text(rationale)
        except ValueError as refusal:
            wrong["rationale"] = str(refusal)
    wanted, problem = _state(state, line, words)
    if problem:
        wrong["state"] = problem
    points, mark, problem = _entry(score, wanted, line)
    if problem and "state" not in wrong:
        wrong["score"] = problem
    if wrong:
        raise Invalid([Problem(field, message) for field, message in wrong.items()])
    # A worked-out score stays worked out while it stands; another one is somebody's own.
    basis = now.basis if (wanted, points, mark) == (now.state, now.score, now.mark) else "given"
    return replace(now, state=wanted, score=points, mark=mark, basis=basis, rationale=words)


def _state(wanted: str, line: Line, rationale: str) -> tuple[CellState, str]:
    """The state, and what is wrong with it.

    On a line in words the words themselves say whether there are any.
    """
    if wanted not in list(CellState):
        return CellState.UNSCORED, "There is no such state. Choose one of those on the page."
    state = CellState(wanted)
    if line.sub_criterion.kind is Kind.WORDS and state in (CellState.WORDS, CellState.UNSCORED):
        state = CellState.WORDS if rationale else CellState.UNSCORED
    return state, state_problem(state, line.sub_criterion.kind, line.sub_criterion.not_applicable_rule)


def _entry(wanted: Decimal | str | None, state: CellState, line: Line) -> tuple[Decimal | None, str, str]:
    """The score or the mark, and what is wrong with it. There is one exactly where the state is scored."""
    given = format(wanted, "f") if isinstance(wanted, Decimal) else (wanted or "").strip()
    if state is not CellState.SCORED:
        return None, "", "Choose either a score or another state, not both." if given else ""
    if not given:
        return None, "", "Give a score, or choose that there is none yet."
    sub = line.sub_criterion
    if line.scale is None and sub.kind is Kind.SCORE and not has_marks(sub):
        return None, "", NO_SCALE
    try:
        score, mark = entry_from(given, sub)
    except ValueError as refusal:
        return None, "", str(refusal)
    return score, mark, entry_problem(score, mark, sub, line.scale)
