"""Saving cells: one at a time, or many that were pasted or that a workbook brings in.

A cell is saved against the version it was read at. Somebody else's save in between makes it stale, and it is
refused with what stands now; the same content sent twice counts as saved.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from appraisal import policies
from appraisal.core.snapshot import Cell
from appraisal.models import Appraisal
from appraisal.models import Cell as CellRow
from appraisal.selectors.snapshots import setup_of
from appraisal.services.changing import locked, next_revision
from appraisal.services.scoring.cells import CellNow, Place, checked, line_of, place_of
from appraisal.services.scoring.many import CellWanted, SavedCells, said, save_cells
from organisations import audit
from organisations.audit import Actor
from organisations.errors import Stale

__all__ = [
    "CellNow",
    "CellWanted",
    "SavedCell",
    "SavedCells",
    "save_cell",
    "save_cells",
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

    ``score`` is the score, the raw figure of a measure, or the name of a mark; ``rationale`` None keeps the
    words that stand. ``version`` is the one that was read, 0 for a cell that nobody has saved. Raises Stale
    with a CellNow, Refused, Missing, or Invalid with the paths ``option``, ``sub_criterion``, ``state``,
    ``score`` and ``rationale``.
    """
    with transaction.atomic():
        appraisal = locked(appraisal_id)
        policies.may_score(policies.standing(actor, appraisal_id), appraisal.stage)
        setup = setup_of(appraisal_id, appraisal.setup_stamp)
        line = line_of(setup, sub_criterion)
        place = place_of(setup, line, option)
        cell = checked(place.now.cell, line, state=state, score=score, rationale=rationale)
        if cell == place.now.cell:
            return SavedCell(place.now.version, appraisal.revision, place.now.changed_at or at)
        if version != place.now.version:
            raise Stale(place.now)
        next_revision(appraisal, actor=actor, at=at)
        _write(actor, at, appraisal, place, cell)
        return SavedCell(appraisal.revision, appraisal.revision, at)


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
