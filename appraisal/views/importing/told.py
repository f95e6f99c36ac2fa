"""What stands now in cells that moved on between a preview and its applying, in words."""

import uuid

from django.utils import timezone

from appraisal.core.sentences import option_label
from appraisal.core.sentences.marks import mark_of
from appraisal.selectors import snapshots
from appraisal.services.scoring import CellNow
from organisations.errors import Stale
from organisations.selectors import COMMAND_LINE


def moved_on(appraisal_id: uuid.UUID | None, stale: Stale) -> tuple[str, ...]:
    """Each cell of the refusal: where it is, who saved it when, and what it says now."""
    if appraisal_id is None or not isinstance(stale.current, tuple):
        return ()
    snapshot = snapshots.snapshot(appraisal_id)
    told = []
    for now in stale.current:
        line = snapshot.line[now.cell.sub_criterion]
        option = option_label(snapshot.option[now.cell.option])
        told.append(
            f"{option}, on {line.number} {line.label}: {_saved(now)}, now {mark_of(now.cell, line).text}"
        )
    return tuple(told)


def _saved(now: CellNow) -> str:
    if now.changed_at is None:
        return "emptied"
    at = timezone.localtime(now.changed_at)
    return f"saved by {now.changed_by or COMMAND_LINE} on {at.day} {at:%B at %H:%M}"
