"""The Appraisals page: only those of the person's bodies, each with its stage, what waits, and who leads."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.auth.base_user import AbstractBaseUser

from appraisal.core.evaluation import evaluate
from appraisal.core.lifecycle import Stage
from appraisal.core.sentences import one_line
from appraisal.selectors import appraisals, snapshots
from appraisal.selectors.pages.waiting import waits_for


@dataclass(frozen=True)
class ListRow:
    """One appraisal. ``waits`` is what waits for the person, empty where nothing does."""

    id: UUID
    revision: int
    title: str
    bodies: str
    stage: Stage
    waits: str
    changed_at: datetime
    changed_by: str | None

    @property
    def place(self) -> int:
        """The position of the stage, to sort by."""
        return self.stage.position


@dataclass(frozen=True)
class ListPage:
    """The rows that were asked for. ``of`` counts all appraisals of the person's bodies."""

    rows: tuple[ListRow, ...]
    of: int


def list_page(user: AbstractBaseUser, *, search: str = "", stage: str = "") -> ListPage:
    """The person's appraisals with ``search`` in the title and in this stage, last changed first.

    Large and small letters count the same. In three queries, however many there are.
    """
    visible = appraisals.visible_to(user)
    wanted = search.casefold()
    rows = (row for row in visible if wanted in row.title.casefold() and (not stage or row.stage == stage))
    return ListPage(tuple(_row(row) for row in rows), len(visible))


def who_leads(appraisal_id: UUID) -> str:
    """Who leads, by how much, or why nobody does, in one line."""
    snapshot = snapshots.snapshot(appraisal_id)
    return one_line(snapshot, evaluate(snapshot))


def _row(row: appraisals.AppraisalRow) -> ListRow:
    return ListRow(
        id=row.id,
        revision=row.revision,
        title=row.title,
        bodies=", ".join(row.bodies),
        stage=row.stage,
        waits=waits_for(
            row.standing,
            row.stage,
            missing=row.to_score - row.scored,
            without_rationale=row.without_rationale,
        ),
        changed_at=row.changed_at,
        changed_by=row.changed_by,
    )
