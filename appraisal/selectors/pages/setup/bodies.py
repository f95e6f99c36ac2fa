"""The bodies that take part, in order, each with its part."""

from dataclasses import dataclass
from uuid import UUID

from appraisal.core.snapshot import Body
from appraisal.models import Participation
from appraisal.selectors import snapshots
from appraisal.selectors.pages.recommendation import ROLES
from organisations.roles import BodyKind


@dataclass(frozen=True)
class BodyRow:
    """One body as the page shows it. ``place`` counts from 0."""

    id: str
    place: int
    name: str
    short_name: str
    kind: str
    leads: bool
    does: str
    board: str
    asked_to: str
    when: str
    first: bool
    last: bool


@dataclass(frozen=True)
class BodyToEdit:
    """What the form of a body begins with; ``body`` is None where it takes part no more."""

    body: Body | None
    label: str
    version: int


def bodies_page(appraisal_id: UUID) -> tuple[BodyRow, ...]:
    """Every body that takes part."""
    bodies = snapshots.snapshot(appraisal_id).organisations
    return tuple(
        BodyRow(
            id=body.id,
            place=place,
            name=body.name,
            short_name=body.short_name,
            kind=BodyKind(body.kind).label,
            leads=body.lead,
            does=ROLES[body.role],
            board=body.body,
            asked_to=body.asked_to,
            when=body.when,
            first=place == 0,
            last=place == len(bodies) - 1,
        )
        for place, body in enumerate(bodies)
    )


def body_to_edit(appraisal_id: UUID, body_id: str) -> BodyToEdit:
    """A body's part as it stands. The version is read first, so that a save in between is found out."""
    rows = Participation.objects.filter(appraisal=appraisal_id, slug=body_id)
    version = rows.values_list("version", flat=True).first()
    bodies = snapshots.snapshot(appraisal_id).organisations
    body = next((each for each in bodies if each.id == body_id), None)
    return BodyToEdit(body, body.name if body else "A body that was removed", version or 0)
