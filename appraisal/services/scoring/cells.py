"""What a cell is to hold: read and checked against its own line, before anything is written."""

from collections.abc import Callable, Mapping, Sequence
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
class CellInput:
    """What somebody wants a cell to hold, and the version they saw.

    ``score`` is the score, the raw figure of a measure, or the name of a mark. ``rationale`` None keeps the
    words that stand.
    """

    option: str
    state: str
    score: Decimal | str | None
    rationale: str | None
    version: int


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


def places_of(setup: Setup, line: Line, options: Sequence[str]) -> dict[str, Place]:
    """What stands on the line for each of these options that there is, by option."""
    slug = line.sub_criterion.id
    [sub_row] = [row for row, sub in setup.subs.items() if sub == slug]
    option_rows = {row: option for row, option in setup.options.items() if option in options}
    fields = ("option_id", "pk", "state", "score", "mark", "basis", "rationale", "version", "changed_at")
    rows = CellRow.objects.filter(sub_criterion=sub_row, option__in=option_rows)
    found = {option: held for option, *held in rows.values_list(*fields, "changed_by__name")}
    return {
        option: Place(row, sub_row, *_held(Cell(option, slug), *found.get(row, ())))
        for row, option in option_rows.items()
    }


def _held(empty: Cell, row: int | None = None, *held: Any) -> tuple[int | None, CellNow]:
    """A cell's row and what it holds; a cell without a row is ``empty``, at version 0."""
    if row is None:
        return None, CellNow(empty, 0, None, None)
    state, score, mark, basis, rationale, version, changed_at, changed_by = held
    score = None if score is None else plain(score)
    cell = replace(empty, state=CellState(state), score=score, mark=mark, basis=basis, rationale=rationale)
    return row, CellNow(cell, version, changed_at, changed_by)


def checked(
    inputs: Sequence[CellInput],
    line: Line,
    places: Mapping[str, Place],
    path: Callable[[CellInput, str], str],
) -> dict[str, Cell]:
    """What each cell is to hold, by option; Invalid with every problem."""
    cells: dict[str, Cell] = {}
    problems: list[Problem] = []
    for wanted in inputs:
        if wanted.option not in places:
            found = "There is no such option any more. Open the scoring page again."
            problems.append(Problem(path(wanted, "option"), found))
        elif wanted.option in cells:
            problems.append(
                Problem(path(wanted, "option"), "This option comes twice. Give each option once.")
            )
        else:
            cell, wrong = _cell(wanted, line, places[wanted.option].now.cell)
            cells[wanted.option] = cell
            problems += [Problem(path(wanted, field), message) for field, message in wrong.items()]
    if problems:
        raise Invalid(problems)
    return cells


def _cell(wanted: CellInput, line: Line, now: Cell) -> tuple[Cell, dict[str, str]]:
    """What the cell is to hold, and what is wrong with it by field."""
    wrong: dict[str, str] = {}
    rationale = now.rationale
    if wanted.rationale is not None:
        try:
            rationale = clean_text(wanted.rationale)
        except ValueError as refusal:
            wrong["rationale"] = str(refusal)
    state, problem = _state(wanted.state, line, rationale)
    if problem:
        wrong["state"] = problem
    score, mark, problem = _entry(wanted.score, state, line)
    if problem and "state" not in wrong:
        wrong["score"] = problem
    # A worked-out score stays worked out while it stands; another one is somebody's own.
    basis = now.basis if (state, score, mark) == (now.state, now.score, now.mark) else "given"
    return replace(now, state=state, score=score, mark=mark, basis=basis, rationale=rationale), wrong


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
