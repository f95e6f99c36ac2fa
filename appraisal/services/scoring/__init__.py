"""Saving cells: one at a time, a whole column that was pasted, or many that a workbook brings in.

A cell is saved against the version it was read at. Somebody else's save in between makes it stale, and it is
refused with what stands now; the same content sent twice counts as saved.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import cast
from uuid import UUID

from django.db import transaction

from appraisal import policies
from appraisal.core.snapshot import Cell
from appraisal.models import Appraisal
from appraisal.models import Cell as CellRow
from appraisal.selectors.snapshots import setup_of
from appraisal.services.changing import locked, next_revision
from appraisal.services.scoring.cells import CellInput, CellNow, Place, checked, line_of, places_of
from appraisal.services.scoring.many import CellWanted, SavedCells, said, save_cells
from organisations import audit
from organisations.audit import Actor
from organisations.errors import Stale

__all__ = [
    "CellInput",
    "CellNow",
    "CellWanted",
    "SavedCell",
    "SavedCells",
    "save_cell",
    "save_cells",
    "save_column",
]


@dataclass(frozen=True)
class SavedCell:
    """A cell that is saved: its version, the revision of the appraisal, and when it was saved."""

    version: int
    revision: int
    at: datetime


def save_cell(
    *,
    actor: Actor,
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

    ``version`` is the one that was read, 0 for a cell that nobody has saved. Raises Stale with a CellNow,
    Refused, Missing, or Invalid with the paths ``option``, ``sub_criterion``, ``state``, ``score`` and
    ``rationale``.
    """
    wanted = CellInput(option, state, score, rationale, version)
    try:
        return _save(actor, at, appraisal_id, sub_criterion, [wanted], lambda _, field: field)[0]
    except Stale as stale:
        raise Stale(cast(tuple[CellNow, ...], stale.current)[0]) from None


def save_column(
    *,
    actor: Actor,
    at: datetime,
    appraisal_id: UUID,
    sub_criterion: str,
    cells: Sequence[CellInput],
) -> tuple[SavedCell, ...]:
    """Saves several options' cells on one line, all or none, each with its own audit event.

    Raises as ``save_cell``: Stale with a tuple of every CellNow that moved on, Invalid with every problem,
    its path led by the option (``option-3.score``).
    """
    return _save(
        actor, at, appraisal_id, sub_criterion, cells, lambda wanted, field: f"{wanted.option}.{field}"
    )


def _save(
    actor: Actor,
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
        setup = setup_of(appraisal_id, appraisal.setup_stamp)
        line = line_of(setup, sub_criterion)
        places = places_of(setup, line, [wanted.option for wanted in inputs])
        wanted_cells = checked(inputs, line, places, path)
        changed = [
            wanted for wanted in inputs if wanted_cells[wanted.option] != places[wanted.option].now.cell
        ]
        _refuse_stale(changed, places)
        if changed:
            next_revision(appraisal, actor=actor, at=at)
        for wanted in changed:
            _write(actor, at, appraisal, places[wanted.option], wanted_cells[wanted.option])
        return tuple(
            _saved(wanted in changed, places[wanted.option].now, appraisal.revision, at) for wanted in inputs
        )


def _refuse_stale(changed: Sequence[CellInput], places: Mapping[str, Place]) -> None:
    """Stale with every cell that would be overwritten unseen.

    What already stands as wanted is not among them.
    """
    stale = tuple(
        places[wanted.option].now for wanted in changed if wanted.version != places[wanted.option].now.version
    )
    if stale:
        raise Stale(stale)


def _write(actor: Actor, at: datetime, appraisal: Appraisal, place: Place, cell: Cell) -> None:
    """One cell with its audit event, at the appraisal's new revision."""
    held = {
        "state": cell.state,
        "score": cell.score,
        "mark": cell.mark,
        "basis": cell.basis,
        "rationale": cell.rationale,
        "version": appraisal.revision,
        "changed_at": at,
        "changed_by": actor,
    }
    if place.row is None:
        CellRow.objects.create(
            appraisal=appraisal, option_id=place.option, sub_criterion_id=place.sub_criterion, **held
        )
    else:
        CellRow.objects.filter(pk=place.row).update(**held)
    audit.record(
        actor=actor,
        at=at,
        action="cell saved",
        scope=appraisal.pk,
        subject=f"cells/{cell.option}/{cell.sub_criterion}",
        before=said(place.now.cell),
        after=said(cell),
    )


def _saved(changed: bool, now: CellNow, revision: int, at: datetime) -> SavedCell:
    """The answer for one cell: as just saved, or as it already stood."""
    if changed:
        return SavedCell(revision, revision, at)
    return SavedCell(now.version, revision, now.changed_at or at)
