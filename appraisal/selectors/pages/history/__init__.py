"""The History page: what was changed in one appraisal, by whom, when and why, the newest first."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from appraisal.core.snapshot import Snapshot
from appraisal.selectors import snapshots
from appraisal.selectors.pages.history.parts import Changed
from appraisal.selectors.pages.history.setup import ACTIONS
from appraisal.selectors.pages.history.words import Teller
from organisations import selectors as organisations

PER_PAGE = 25


@dataclass(frozen=True)
class Kind:
    """A kind of change that the page can be narrowed to."""

    id: str
    label: str
    actions: tuple[str, ...]


KINDS = (
    Kind("scores", "Scores and rationales", ("cell saved",)),
    Kind("recommendation", "Recommendation", ("recommendation saved",)),
    Kind("stage", "Stage", ("stage moved",)),
    Kind("setup", "Set-up", ACTIONS),
    Kind("files", "Files brought in", ("appraisal imported", "appraisal replaced", "file brought in")),
    Kind("reports", "Reports taken", ("report taken",)),
)
CHANGES = tuple(action for kind in KINDS if kind.id != "reports" for action in kind.actions)
"""Whatever changes something: a report that is taken changes nothing."""


@dataclass(frozen=True)
class Entry:
    """One change in words. ``cell`` is (option id, sub-criterion id) where it is about a cell there is."""

    at: datetime
    who: str
    what: str
    changed: tuple[Changed, ...]
    reason: str
    cell: tuple[str, str] | None


@dataclass(frozen=True)
class HistoryPage:
    """One page of the history: ``length`` counts all changes of the kind that was asked for."""

    entries: tuple[Entry, ...]
    length: int
    kind: Kind | None


def kind_of(asked: str) -> Kind | None:
    """The kind of this id; None, which is every kind, for anything else."""
    return next((kind for kind in KINDS if kind.id == asked), None)


def history_page(appraisal_id: UUID, *, kind: Kind | None, number: int) -> HistoryPage:
    """The page of this number (from 1; a page past the end is the last)."""
    snapshot = snapshots.snapshot(appraisal_id)
    actions = kind.actions if kind else ()
    length = organisations.history_length(appraisal_id, actions=actions)
    last = max(1, -(-length // PER_PAGE))
    offset = (min(max(number, 1), last) - 1) * PER_PAGE
    return HistoryPage(entries(appraisal_id, snapshot, actions=actions, offset=offset), length, kind)


def entries(
    appraisal_id: UUID,
    snapshot: Snapshot,
    *,
    actions: Collection[str] = (),
    subjects: Collection[str] = (),
    limit: int = PER_PAGE,
    offset: int = 0,
) -> tuple[Entry, ...]:
    """Changes of this appraisal alone, the newest first, in words. One query."""
    teller = Teller(snapshot)
    rows = organisations.history(appraisal_id, limit=limit, offset=offset, actions=actions, subjects=subjects)
    return tuple(
        Entry(
            at=row.at,
            who=row.actor,
            what=teller.what(row),
            changed=teller.changed(row),
            reason=row.reason,
            cell=teller.cell(row),
        )
        for row in rows
    )
