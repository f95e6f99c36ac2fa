"""What a cell is to hold: read and checked against its own line, before anything is written."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import FilteredRelation, Q

from appraisal.core.snapshot import Cell, CellState, Kind, Scale, number_from, score_problem, state_problem
from appraisal.core.text import clean_text
from appraisal.models import Option, SubCriterion
from appraisal.selectors.snapshots import plain
from organisations.errors import Invalid, Problem


@dataclass(frozen=True)
class CellInput:
    """What somebody wants a cell to hold, and the version they saw.

    ``rationale`` None keeps the words that stand.
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
class Line:
    """The line that the cells stand on, with the scale that holds for it."""

    pk: int
    slug: str
    kind: Kind
    not_applicable_rule: str
    scale: Scale | None


@dataclass(frozen=True)
class Place:
    """Where a cell stands.

    The rows of its option and of itself (None where there is none yet), and what it holds.
    """

    option: int
    row: int | None
    now: CellNow


def line_of(appraisal_id: UUID, slug: str) -> Line:
    """The line of this slug; Invalid where the appraisal has none."""
    scales = [f"{own}{field}" for own in ("scale__", "common__") for field in ("lo", "hi", "step")]
    found = (
        SubCriterion.objects.filter(appraisal=appraisal_id, slug=slug)
        .annotate(
            common=FilteredRelation("appraisal__scales", condition=Q(appraisal__scales__sub_criterion=None))
        )
        .values_list("pk", "slug", "kind", "not_applicable_rule", *scales)
        .first()
    )
    if found is None:
        raise Invalid(
            [Problem("sub_criterion", "There is no such line any more. Open the scoring page again.")]
        )
    pk, slug, kind, rule, *numbers = found
    own, common = numbers[:3], numbers[3:]
    bounds = own if own[0] is not None else common
    return Line(pk, slug, Kind(kind), rule, Scale(*bounds) if bounds[0] is not None else None)


def places_of(appraisal_id: UUID, line: Line, options: Sequence[str]) -> dict[str, Place]:
    """What stands on the line for each of these options that there is, by option."""
    fields = ("pk", "state", "score", "basis", "rationale", "version", "changed_at", "changed_by__name")
    rows = (
        Option.objects.filter(appraisal=appraisal_id, slug__in=options)
        .annotate(here=FilteredRelation("cells", condition=Q(cells__sub_criterion=line.pk)))
        .values_list("pk", "slug", *(f"here__{field}" for field in fields))
    )
    return {slug: _place(option, slug, line.slug, *cell) for option, slug, *cell in rows}


def _place(option: int, slug: str, sub_criterion: str, row: int | None, *held: Any) -> Place:
    """One option's place on the line; a cell without a row is unscored, at version 0."""
    if row is None:
        return Place(option, None, CellNow(Cell(slug, sub_criterion), 0, None, None))
    state, score, basis, rationale, version, changed_at, changed_by = held
    score = None if score is None else plain(score)
    cell = Cell(slug, sub_criterion, CellState(state), score, basis, rationale)
    return Place(option, row, CellNow(cell, version, changed_at, changed_by))


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
    score, problem = _score(wanted.score, state, line.scale)
    if problem and "state" not in wrong:
        wrong["score"] = problem
    # A worked-out score stays worked out while it stands; another one is somebody's own.
    basis = now.basis if (state, score) == (now.state, now.score) else "given"
    return replace(now, state=state, score=score, basis=basis, rationale=rationale), wrong


def _state(wanted: str, line: Line, rationale: str) -> tuple[CellState, str]:
    """The state, and what is wrong with it.

    On a line in words the words themselves say whether there are any.
    """
    if wanted not in list(CellState):
        return CellState.UNSCORED, "There is no such state. Choose one of those on the page."
    state = CellState(wanted)
    if line.kind is Kind.WORDS and state in (CellState.WORDS, CellState.UNSCORED):
        state = CellState.WORDS if rationale else CellState.UNSCORED
    return state, state_problem(state, line.kind, line.not_applicable_rule)


def _score(wanted: Decimal | str | None, state: CellState, scale: Scale | None) -> tuple[Decimal | None, str]:
    """The score, and what is wrong with it. There is one exactly where the state is scored."""
    given = format(wanted, "f") if isinstance(wanted, Decimal) else (wanted or "").strip()
    if state is not CellState.SCORED:
        return None, "Choose either a score or another state, not both." if given else ""
    if not given:
        return None, "Give a score, or choose that there is none yet."
    if scale is None:
        return (
            None,
            "No scale is set, so nothing can be scored. A commissioning officer of a lead body sets it.",
        )
    try:
        score = number_from(given)
    except ValueError as refusal:
        return None, str(refusal)
    return score, score_problem(score, scale)
