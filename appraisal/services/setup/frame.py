"""What every change of the set-up begins and ends with: lock, policy, what stands; revision and audit."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from appraisal import policies
from appraisal.core.lifecycle import Stage
from appraisal.core.snapshot import Cell, Snapshot
from appraisal.core.snapshot.writing import in_order
from appraisal.models import Appraisal
from appraisal.models import Cell as CellRow
from appraisal.policies import Standing
from appraisal.selectors.snapshots import cells_of, setup_of, without_cells
from appraisal.services.changing import locked, next_revision
from organisations import audit
from organisations.audit import Actor
from organisations.errors import Missing, Stale
from organisations.selectors import COMMAND_LINE, history

Check = Callable[[Standing, Stage | str], None]


@dataclass(frozen=True)
class Saved:
    """A thing of the set-up that is saved: its id, its version, the appraisal's revision, and when."""

    id: str
    version: int
    revision: int
    at: datetime


@dataclass(frozen=True)
class Now:
    """What stands, by whom and since when; ``content`` is of the kind that was sent, to fill a form again.

    ``changed_at`` is None where it was never saved by itself. ``changed_by`` None, with a time, is the
    command line.
    """

    content: Any
    version: int
    changed_at: datetime | None = None
    changed_by: str | None = None


@dataclass
class Change:
    """One change in the making, inside its transaction, on the appraisal's locked row.

    ``now`` is the appraisal as it stood before, without its cells, which may be many, and ``standing`` what
    the actor is in it.
    """

    actor: Actor
    at: datetime
    appraisal: Appraisal
    standing: Standing
    now: Snapshot

    @property
    def id(self) -> UUID:
        """The appraisal's."""
        return self.appraisal.pk

    @property
    def version(self) -> int:
        """The version of all that this change saves: the revision that it makes."""
        return self.appraisal.revision + 1

    def part_version(self, part: str) -> int:
        """Which save of a part without a row of its own stands."""
        return int(self.appraisal.versions.get(part, 1))

    def cells(self, **of: Any) -> tuple[Cell, ...]:
        """The cells as they stand; ``of`` narrows them by columns, such as the slug of their line."""
        rows = CellRow.objects.filter(appraisal=self.id, **of)
        found = cells_of(rows, setup_of(self.id, self.appraisal.setup_stamp))
        return tuple(in_order(found, list(self.now.option), list(self.now.line)))

    def may(self, check: Check) -> None:
        """Raises Refused where the actor may not do this, at this stage."""
        check(self.standing, self.appraisal.stage)

    def refuse_stale(self, sent: int, stands: int, subject: str, content: Any) -> None:
        """Stale with what stands, where somebody saved it since the version that was sent."""
        if sent == stands:
            return
        last = next(iter(history(self.id, limit=1, subjects=[subject])), None)
        if last is None:
            raise Stale(Now(content, stands))
        by = None if last.actor == COMMAND_LINE else last.actor
        raise Stale(Now(content, stands, last.at, by))

    def saved(self, thing: str, version: int) -> Saved:
        """The answer where the thing stands as wanted already, so that nothing is written."""
        return Saved(thing, version, self.appraisal.revision, self.at)

    def done(
        self,
        thing: str,
        action: str,
        subject: str,
        before: Mapping[str, Any] | None,
        after: Mapping[str, Any] | None,
        *,
        reason: str = "",
        parts: tuple[str, ...] = (),
        **columns: Any,
    ) -> Saved:
        """Ends the change: ``columns`` of the appraisal's row, its revision and stamp, and the audit event.

        ``parts`` are those without a row of their own that this change saves.
        """
        version = self.version
        if parts:
            columns["versions"] = {**self.appraisal.versions, **dict.fromkeys(parts, version)}
        next_revision(self.appraisal, actor=self.actor, at=self.at, setup_stamp=uuid4(), **columns)
        audit.record(
            actor=self.actor,
            at=self.at,
            action=action,
            scope=self.id,
            subject=subject,
            before=before,
            after=after,
            reason=reason,
        )
        return Saved(thing, version, version, self.at)


def begin(actor: Actor, at: datetime, appraisal_id: UUID, check: Check | None = None) -> Change:
    """Locks the appraisal and reads what stands, for an actor whom ``check`` lets; inside a transaction.

    Without ``check`` the caller asks ``Change.may`` itself, before it writes; but whoever does not see the
    appraisal is refused here.
    """
    appraisal = locked(appraisal_id, "versions", "success_factors", "weights_sealed_at")
    standing = policies.standing(actor, appraisal_id)
    policies.may_see(standing)
    change = Change(actor, at, appraisal, standing, without_cells(appraisal_id))
    if check is not None:
        change.may(check)
    return change


def gone(what: str) -> Missing:
    """What is raised for a thing that is not in the appraisal."""
    return Missing(f"There is no such {what} in this appraisal any more. Somebody may have removed it.")


def differing(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The fields that differ, as they were and as they are."""
    fields = [field for field in after if before.get(field) != after[field]]
    return {field: before.get(field) for field in fields}, {field: after[field] for field in fields}
