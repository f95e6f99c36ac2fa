"""Saving many cells of any lines at once, all or none: of a workbook, or a column that is pasted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from appraisal import policies
from appraisal.core.figures import number_text
from appraisal.core.snapshot import Cell, CellState, Line, state_problem
from appraisal.core.snapshot.valuing import entry_problem
from appraisal.core.text import clean_text
from appraisal.models import Appraisal
from appraisal.models import Cell as CellRow
from appraisal.selectors.snapshots import Setup, plain, setup_of
from appraisal.services.changing import locked, next_revision
from appraisal.services.scoring.cells import CellNow
from organisations import audit
from organisations.audit import Actor
from organisations.errors import Invalid, Problem, Stale

BATCH = 500
Pair = tuple[str, str]


@dataclass(frozen=True)
class CellWanted:
    """What a cell is to hold, whole, and the version that it was made from (0 where nobody has saved it)."""

    cell: Cell
    version: int

    @property
    def pair(self) -> Pair:
        """Its option and its line."""
        return self.cell.option, self.cell.sub_criterion


@dataclass(frozen=True)
class SavedCells:
    """How many cells were changed, and the revision of the appraisal after it."""

    changed: int
    revision: int


def save_cells(
    *, actor: Actor, at: datetime, appraisal_id: UUID, cells: Sequence[CellWanted], reason: str = ""
) -> SavedCells:
    """Saves the cells, all or none, each with its own audit event that carries ``reason``.

    Raises Refused, Missing, Stale with a tuple of every CellNow that moved on, or Invalid with every problem,
    its path the cell's (``option-3/f1``). A cell that stands as wanted is not written.
    """
    with transaction.atomic():
        appraisal = locked(appraisal_id)
        policies.may_score(policies.standing(actor, appraisal_id), appraisal.stage)
        setup = setup_of(appraisal_id, appraisal.setup_stamp)
        wanted = _checked(setup, cells)
        now = _standing(appraisal_id, setup, {each.pair for each in wanted})
        changed = [each for each in wanted if each.cell != now[each.pair].cell]
        stale = tuple(now[each.pair] for each in changed if each.version != now[each.pair].version)
        if stale:
            raise Stale(stale)
        if changed:
            next_revision(appraisal, actor=actor, at=at)
            _write(actor, at, appraisal, setup, changed)
            _record(actor, at, appraisal, changed, now, reason)
        return SavedCells(len(changed), appraisal.revision)


def _checked(setup: Setup, cells: Sequence[CellWanted]) -> list[CellWanted]:
    """The cells with their words cleaned; Invalid with every problem."""
    options, problems, wanted = set(setup.options.values()), [], {}
    for each in cells:
        path = "/".join(each.pair)
        if each.cell.option not in options or each.cell.sub_criterion not in setup.lines:
            problems.append(Problem(path, "There is no such option or line any more. Look again."))
            continue
        if each.pair in wanted:
            problems.append(Problem(path, "This cell comes twice. Give each cell once."))
            continue
        try:
            cell = replace(each.cell, rationale=clean_text(each.cell.rationale))
            wrong = _problem(cell, setup.lines[each.cell.sub_criterion])
        except ValueError as refused:
            cell, wrong = each.cell, str(refused)
        if wrong:
            problems.append(Problem(path, wrong))
        wanted[each.pair] = replace(each, cell=cell)
    if problems:
        raise Invalid(problems)
    return list(wanted.values())


def _problem(cell: Cell, line: Line) -> str:
    """Why the cell cannot hold this on its line; empty where it can."""
    sub = line.sub_criterion
    if problem := state_problem(cell.state, sub.kind, sub.not_applicable_rule):
        return problem
    if cell.state is CellState.SCORED:
        return entry_problem(cell.score, cell.mark, sub, line.scale)
    return "Give either a score or another state." if cell.score is not None or cell.mark else ""


def _standing(appraisal_id: UUID, setup: Setup, pairs: Iterable[Pair]) -> dict[Pair, CellNow]:
    """What stands in each of these cells, in one query."""
    wanted = set(pairs)
    now = {pair: CellNow(Cell(*pair), 0, None, None) for pair in wanted}
    fields = ("option_id", "sub_criterion_id", "state", "score", "basis", "rationale", "mark")
    rows = CellRow.objects.filter(appraisal=appraisal_id)
    for option, sub, state, score, basis, rationale, mark, *saved in rows.values_list(
        *fields, "version", "changed_at", "changed_by__name"
    ):
        pair = (setup.options.get(option, ""), setup.subs.get(sub, ""))
        if pair in wanted:
            figure = None if score is None else plain(score)
            now[pair] = CellNow(Cell(*pair, CellState(state), figure, basis, rationale, mark), *saved)
    return now


def _write(
    actor: Actor, at: datetime, appraisal: Appraisal, setup: Setup, changed: Sequence[CellWanted]
) -> None:
    """The cells at the appraisal's new revision, new ones and old ones alike."""
    options = {slug: row for row, slug in setup.options.items()}
    subs = {slug: row for row, slug in setup.subs.items()}
    saved = {"version": appraisal.revision, "changed_at": at, "changed_by": actor}
    CellRow.objects.bulk_create(
        (
            CellRow(
                appraisal=appraisal,
                option_id=options[each.cell.option],
                sub_criterion_id=subs[each.cell.sub_criterion],
                state=each.cell.state,
                score=each.cell.score,
                mark=each.cell.mark,
                basis=each.cell.basis,
                rationale=each.cell.rationale,
                **saved,
            )
            for each in changed
        ),
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["option", "sub_criterion"],
        update_fields=["state", "score", "mark", "basis", "rationale", *saved],
    )


def _record(
    actor: Actor,
    at: datetime,
    appraisal: Appraisal,
    changed: Sequence[CellWanted],
    now: Mapping[Pair, CellNow],
    reason: str,
) -> None:
    audit.record_all(
        actor=actor,
        at=at,
        action="cell saved",
        scope=appraisal.pk,
        changes=(
            (f"cells/{'/'.join(each.pair)}", said(now[each.pair].cell), said(each.cell)) for each in changed
        ),
        reason=reason,
    )


def said(cell: Cell) -> dict[str, str | None]:
    """A cell as its audit event keeps it."""
    score = cell.mark or (None if cell.score is None else number_text(cell.score))
    return {"state": str(cell.state), "score": score, "basis": cell.basis, "rationale": cell.rationale}
