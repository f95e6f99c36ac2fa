"""What every change of an appraisal begins and ends with: the lock, and the revision."""

from datetime import datetime
from typing import Any
from uuid import UUID

from appraisal.models import Appraisal
from organisations.audit import Actor
from organisations.errors import Missing


def locked(appraisal_id: UUID, *also: str) -> Appraisal:
    """The appraisal's row, locked until the transaction ends, so that its changes go one after the other.

    Only the columns that every change needs are read, and those in ``also``. Missing where there is none.
    """
    rows = Appraisal.objects.locked().only("id", "slug", "stage", "revision", "setup_stamp", *also)
    found = rows.filter(pk=appraisal_id).first()
    if found is None:
        raise Missing("There is no such appraisal.")
    return found


def next_revision(appraisal: Appraisal, *, actor: Actor, at: datetime, **fields: Any) -> int:
    """Writes ``fields`` with a revision one higher; gives that revision, the version of all that is saved."""
    changes = {**fields, "revision": appraisal.revision + 1, "changed_at": at, "changed_by": actor}
    for field, value in changes.items():
        setattr(appraisal, field, value)
    appraisal.save(update_fields=list(changes))
    return appraisal.revision
