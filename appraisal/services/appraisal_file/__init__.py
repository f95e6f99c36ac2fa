"""Storing an appraisal file: a new appraisal, or new content for one that is there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from appraisal import policies
from appraisal.core.snapshot import Snapshot, check_code, to_dict
from appraisal.models import Appraisal
from appraisal.policies import COMMAND_LINE, Standing, standing_of
from appraisal.selectors.snapshots import snapshot as stored_snapshot
from appraisal.services import rows
from appraisal.services.changing import next_revision
from organisations import audit
from organisations.audit import Actor
from organisations.errors import Refused
from organisations.selectors import roles_in
from organisations.services import find_or_create_organisation


@dataclass(frozen=True)
class Stored:
    """An appraisal that is stored. ``replaced`` says whether it was there before."""

    appraisal_id: UUID
    slug: str
    replaced: bool


@transaction.atomic
def store(*, actor: Actor, at: datetime, snapshot: Snapshot, replace: bool = False) -> Stored:
    """Stores a snapshot that ``from_dict`` or ``load_json`` has read, whole or not at all.

    A body is matched by its exact name, else created. Refused where the slug is taken already and ``replace``
    is not given; with it, the content is replaced and the appraisal keeps its id, its history, and every body
    that takes part: those that the file names as the file has them, the others after them as they were.
    """
    row = Appraisal.objects.locked().filter(slug=snapshot.slug).first()
    if row is None:
        row = _create(actor, at, snapshot)
        return Stored(row.pk, row.slug, replaced=False)
    if not replace:
        raise _taken(snapshot.slug)
    _replace(actor, at, row, snapshot)
    return Stored(row.pk, row.slug, replaced=True)


def _create(actor: Actor, at: datetime, snapshot: Snapshot) -> Appraisal:
    """A new appraisal with all that the file holds."""
    bodies = _organisations(actor, at, snapshot)
    policies.may_import(_standing_by_file(actor, snapshot, bodies))
    row = rows.create(actor, at, snapshot, bodies)
    if row is None:
        raise _taken(snapshot.slug)
    after = {"title": snapshot.title, "check_code": check_code(snapshot)}
    audit.record(
        actor=actor, at=at, action="appraisal imported", scope=row.pk, subject="appraisal", after=after
    )
    return row


def _replace(actor: Actor, at: datetime, row: Appraisal, snapshot: Snapshot) -> None:
    """New content in the row.

    The audit event holds each part of the file that differs, as it was and as it is, and all that had been
    removed from the set-up before, which no file holds.
    """
    policies.may_import(policies.standing(actor, row.pk))
    before = {**to_dict(stored_snapshot(row.pk)), **rows.removed_content(row)}
    bodies = _organisations(actor, at, snapshot)
    columns = rows.own_columns(snapshot, row.revision + 1)
    next_revision(row, actor=actor, at=at, setup_stamp=uuid4(), **columns)
    staying = list(row.participations.exclude(organisation__in=bodies.values()).order_by("place"))
    rows.clear(row)
    rows.write(actor, at, row, snapshot, bodies)
    rows.keep(staying, snapshot)
    after = to_dict(stored_snapshot(row.pk))
    parts = [part for part in {**before, **after} if before.get(part) != after.get(part)]
    audit.record(
        actor=actor,
        at=at,
        action="appraisal replaced",
        scope=row.pk,
        subject="appraisal",
        before={part: before.get(part) for part in parts},
        after={part: after.get(part) for part in parts},
    )


def _taken(slug: str) -> Refused:
    return Refused(
        f"There is already an appraisal “{slug}”, so nothing was stored. Give the file another slug, or "
        "replace what is there by this file (import_appraisal FILE --replace)."
    )


def _organisations(actor: Actor, at: datetime, snapshot: Snapshot) -> dict[str, UUID]:
    """The organisation of each body that the file names, by its exact name."""
    return {
        body.name: find_or_create_organisation(
            actor=actor, at=at, name=body.name, short_name=body.short_name, kind=body.kind
        )
        for body in snapshot.organisations
    }


def _standing_by_file(actor: Actor, snapshot: Snapshot, bodies: Mapping[str, UUID]) -> Standing:
    """What the actor would be in the appraisal that the file describes."""
    if actor is None:
        return COMMAND_LINE
    leading = {bodies[body.name] for body in snapshot.organisations if body.lead}
    held = roles_in(actor, bodies.values())
    return standing_of((role, organisation in leading) for organisation, role in held)
