"""Saving cells: one at a time, or a whole column that was pasted.

A cell is saved against the version it was read at. Somebody else's save in between makes it stale, and it is
refused with what stands now; the same content sent twice counts as saved.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.db.models import FilteredRelation, Q

from appraisal import policies
from appraisal.core.figures import number_text
from appraisal.core.snapshot import Cell, CellState, Kind, Scale
from appraisal.core.snapshot.rules import number_from, score_problem, state_problem
from appraisal.core.text import clean_text
from appraisal.models import Appraisal, Option, SubCriterion
from appraisal.models import Cell as CellRow
from appraisal.selectors.snapshots import plain
from appraisal.services.changing import locked, next_revision
from organisations import audit
from organisations.errors import Invalid, Problem, Stale

if TYPE_CHECKING:
    from organisations.models import User


@dataclass(frozen=True)
class CellInput:
    """What somebody wants a cell to hold, and the version they saw. ``rationale`` None keeps the words that stand."""

    option: str
    state: str
    score: Decimal | str | None
    rationale: str | None
    version: int


@dataclass(frozen=True)
class SavedCell:
    """A cell that is saved: its version, the revision of the appraisal, and when it was saved."""

    version: int
    revision: int
    at: datetime


@dataclass(frozen=True)
class CellNow:
    """What stands in a cell, by whom and since when; version 0 and no time for a cell that nobody has saved.

    ``changed_by`` None, with a time, is the command line.
    """

    cell: Cell
    version: int
    changed_at: datetime | None
    changed_by: str | None


def save_cell(
    *,
    actor: "User | None",
    at: datetime,
    appraisal_id: UUID,
    option: str,
    sub_criterion: str,
    state: str,
    score: Decimal | str | None,
    rationale: str | None,
    version: int,
) -> SavedCell:
    """Saves one cell and gives its new version.

    ``version`` is the one that was read, 0 for a cell that nobody has saved. Raises Stale with a CellNow, Refused,
    Missing, or Invalid with the paths ``option``, ``sub_criterion``, ``state``, ``score`` and ``rationale``.
    """
    wanted = CellInput(option, state, score, rationale, version)
    try:
        return _save(actor, at, appraisal_id, sub_criterion, [wanted], lambda _, field: field)[0]
    except Stale as stale:
        raise Stale(stale.current[0]) from None


def save_column(
    *,
    actor: "User | None",
    at: datetime,
    appraisal_id: UUID,
    sub_criterion: str,
    cells: Sequence[CellInput],
) -> tuple[SavedCell, ...]:
    """Saves several options' cells on one line, all or none, each with its own audit event.

    Raises as ``save_cell``: Stale with a tuple of every CellNow that moved on, Invalid with every problem, its path
    led by the option (``option-3.score``).
    """
    return _save(
        actor, at, appraisal_id, sub_criterion, cells, lambda wanted, field: f"{wanted.option}.{field}"
    )


def _save(
    actor: "User | None",
    at: datetime,
    appraisal_id: UUID,
    sub_criterion: str,
    inputs: Sequence[CellInput],
    path: Callable[[CellInput, str], str],
) -> tuple[SavedCell, ...]:
    """The whole of it: lock, policy, check, write, audit. ``path`` says where a problem with a field is."""
    with transaction.atomic():
        appraisal = locked(appraisal_id)
        policies.may_score(policies.standing(actor, appraisal_id), appraisal.stage)
        line = _line(appraisal_id, sub_criterion)
        places = _places(appraisal_id, line, [wanted.option for wanted in inputs])
        wanted_cells = _checked(inputs, line, places, path)
        changed = [
            wanted for wanted in inputs if wanted_cells[wanted.option] != places[wanted.option].now.cell
        ]
        _refuse_stale(changed, places)
        if changed:
            next_revision(appraisal, actor=actor, at=at)
        for wanted in changed:
            _write(actor, at, appraisal, line, places[wanted.option], wanted_cells[wanted.option])
        return tuple(
            _saved(wanted in changed, places[wanted.option].now, appraisal.revision, at) for wanted in inputs
        )


@dataclass(frozen=True)
class _Line:
    """The line that the cells stand on, with the scale that holds for it."""

    pk: int
    slug: str
    kind: Kind
    not_applicable_rule: str
    scale: Scale | None


@dataclass(frozen=True)
class _Place:
    """Where a cell stands: the rows of its option and of itself (None where there is none yet), and what it holds."""

    option: int
    row: int | None
    now: CellNow


def _line(appraisal_id: UUID, slug: str) -> _Line:
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
    return _Line(pk, slug, Kind(kind), rule, Scale(*bounds) if bounds[0] is not None else None)


def _places(appraisal_id: UUID, line: _Line, options: Sequence[str]) -> dict[str, _Place]:
    """What stands on the line for each of these options that there is, by option."""
    fields = ("pk", "state", "score", "basis", "rationale", "version", "changed_at", "changed_by__name")
    rows = (
        Option.objects.filter(appraisal=appraisal_id, slug__in=options)
        .annotate(here=FilteredRelation("cells", condition=Q(cells__sub_criterion=line.pk)))
        .values_list("pk", "slug", *(f"here__{field}" for field in fields))
    )
    return {slug: _place(option, slug, line.slug, *cell) for option, slug, *cell in rows}


def _place(option: int, slug: str, sub_criterion: str, row: int | None, *held: Any) -> _Place:
    """One option's place on the line; a cell without a row is unscored, at version 0."""
    if row is None:
        return _Place(option, None, CellNow(Cell(slug, sub_criterion), 0, None, None))
    state, score, basis, rationale, version, changed_at, changed_by = held
    score = None if score is None else plain(score)
    cell = Cell(slug, sub_criterion, CellState(state), score, basis, rationale)
    return _Place(option, row, CellNow(cell, version, changed_at, changed_by))


def _checked(
    inputs: Sequence[CellInput],
    line: _Line,
    places: Mapping[str, _Place],
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


def _cell(wanted: CellInput, line: _Line, now: Cell) -> tuple[Cell, dict[str, str]]:
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


def _state(wanted: str, line: _Line, rationale: str) -> tuple[CellState, str]:
    """The state, and what is wrong with it. On a line in words the words themselves say whether there are any."""
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


def _refuse_stale(changed: Sequence[CellInput], places: Mapping[str, _Place]) -> None:
    """Stale with every cell that would be overwritten unseen. What already stands as wanted is not among them."""
    stale = tuple(
        places[wanted.option].now for wanted in changed if wanted.version != places[wanted.option].now.version
    )
    if stale:
        raise Stale(stale)


def _write(
    actor: "User | None", at: datetime, appraisal: Appraisal, line: _Line, place: _Place, cell: Cell
) -> None:
    """One cell with its audit event, at the appraisal's new revision."""
    held = {
        "state": cell.state,
        "score": cell.score,
        "basis": cell.basis,
        "rationale": cell.rationale,
        "version": appraisal.revision,
        "changed_at": at,
        "changed_by": actor,
    }
    if place.row is None:
        CellRow.objects.create(appraisal=appraisal, option_id=place.option, sub_criterion_id=line.pk, **held)
    else:
        CellRow.objects.filter(pk=place.row).update(**held)
    audit.record(
        actor=actor,
        at=at,
        action="cell saved",
        scope=appraisal.pk,
        subject=f"cells/{cell.option}/{cell.sub_criterion}",
        before=_said(place.now.cell),
        after=_said(cell),
    )


def _said(cell: Cell) -> dict[str, str | None]:
    """A cell as its audit event keeps it."""
    score = None if cell.score is None else number_text(cell.score)
    return {"state": str(cell.state), "score": score, "basis": cell.basis, "rationale": cell.rationale}


def _saved(changed: bool, now: CellNow, revision: int, at: datetime) -> SavedCell:
    """The answer for one cell: as just saved, or as it already stood."""
    return (
        SavedCell(revision, revision, at)
        if changed
        else SavedCell(now.version, revision, now.changed_at or at)
    )
