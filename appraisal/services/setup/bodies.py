"""The bodies that take part: who decides, who leads, what each is asked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from appraisal import policies
from appraisal.core.snapshot import Body, Snapshot
from appraisal.core.snapshot.writing.parts import of_body
from appraisal.models import Participation, Recommendation
from appraisal.services.rows import body_columns
from appraisal.services.setup.frame import Change, Saved, begin, differing, gone
from appraisal.services.setup.ids import free_id
from appraisal.services.setup.inputs import BodyInput, body_input
from appraisal.services.setup.order import next_place, swap, target
from appraisal.services.setup.reading import Reading
from organisations.audit import Actor
from organisations.errors import Missing, Refused
from organisations.selectors import organisation_id_named, organisation_ids_of
from organisations.services import find_or_create_organisation


@dataclass(frozen=True)
class SavedBody(Saved):
    """A body that was added. ``known``: it was there already; ``own``: the person belongs to it.

    Its people see the appraisal from now on, so a page says the name of one that is not the person's own.
    """

    name: str
    known: bool
    own: bool


def add_body(*, actor: Actor, at: datetime, appraisal_id: UUID, body: BodyInput) -> SavedBody:
    """Brings a body in, by its exact name, or starts one of that name. May be done until agreed.

    Raises Refused, Missing, or Invalid with the paths of BodyInput.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_mend_texts)
        found = _read(change.now, body, None)
        known = _known(found.name)
        organisation = find_or_create_organisation(
            actor=actor, at=at, name=found.name, short_name=found.short_name, kind=found.kind
        )
        rows = Participation.objects.filter(appraisal=change.id)
        taken = set(rows.values_list("slug", flat=True))
        found = replace(found, id=free_id(found.short_name or found.name, taken, "body"))
        rows.create(
            appraisal=change.appraisal,
            organisation_id=organisation,
            place=next_place(rows),
            slug=found.id,
            version=change.version,
            **body_columns(found),
        )
        saved = change.done(found.id, "body added", f"bodies/{found.id}", None, of_body(found))
        own = actor is None or organisation in organisation_ids_of(actor)
        return SavedBody(saved.id, saved.version, saved.revision, saved.at, found.name, known, own)


def save_body(
    *, actor: Actor, at: datetime, appraisal_id: UUID, body_id: str, body: BodyInput, version: int
) -> Saved:
    """Saves a body's part; its name stays. May be done until agreed.

    Raises Refused (also where no body would lead any more), Missing, Stale with a BodyInput, or Invalid with
    the paths of BodyInput.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_mend_texts)
        row, stands = _row(change, body_id)
        wanted = replace(_read(change.now, replace(body, name=stands.name), stands), id=body_id)
        before, after = differing(of_body(stands), of_body(wanted))
        if not after:
            return change.saved(body_id, row.version)
        change.refuse_stale(version, row.version, f"bodies/{body_id}", body_input(stands))
        if stands.lead and not wanted.lead:
            _keep_a_lead(change.now.organisations, stands)
        Participation.objects.filter(pk=row.pk).update(version=change.version, **body_columns(wanted))
        if {"asked_to", "when"} & set(after):
            _renew_asks(change)
        return change.done(body_id, "body changed", f"bodies/{body_id}", before, after)


def move_body(
    *, actor: Actor, at: datetime, appraisal_id: UUID, body_id: str, direction: str, place: int
) -> Saved:
    """Moves a body one place up or down; ``place`` is where the person saw it. May be done until agreed."""
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_mend_texts)
        row, _ = _row(change, body_id)
        order = [body.id for body in change.now.organisations]
        index = target(order, body_id, direction, place)
        if index is None:
            return change.saved(body_id, row.version)
        rows = Participation.objects.filter(appraisal=change.id)
        swap(rows, row.pk, rows.get(slug=order[index]).pk)
        before, after = {"place": order.index(body_id) + 1}, {"place": index + 1}
        saved = change.done(body_id, "body moved", f"bodies/{body_id}", before, after)
        return replace(saved, version=row.version)


def remove_body(*, actor: Actor, at: datetime, appraisal_id: UUID, body_id: str, version: int) -> Saved:
    """Takes a body out: its people do not see the appraisal any more. May be done until agreed.

    What they wrote stays under their names, and the history keeps the body's part. Raises Refused for the
    last body that leads, Missing, or Stale with a BodyInput.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_mend_texts)
        row, stands = _row(change, body_id)
        change.refuse_stale(version, row.version, f"bodies/{body_id}", body_input(stands))
        if stands.lead:
            _keep_a_lead(change.now.organisations, stands)
        row.delete()
        return change.done(body_id, "body removed", f"bodies/{body_id}", of_body(stands), None)


def _row(change: Change, body_id: str) -> tuple[Participation, Body]:
    body = next((body for body in change.now.organisations if body.id == body_id), None)
    if body is None:
        raise gone("body")
    return Participation.objects.get(appraisal=change.id, slug=body_id), body


def _known(name: str) -> bool:
    try:
        organisation_id_named(name)
    except Missing:
        return False
    return True


def _read(now: Snapshot, body: BodyInput, stands: Body | None) -> Body:
    """The body that was typed; ``stands`` is the one that is edited, None for a new one."""
    reading = Reading()
    found = reading.part(
        {
            "organisations": [
                {
                    "id": "body",
                    "name": reading.filled("name", body.name, "Enter the full name of the body."),
                    "short_name": body.short_name,
                    "kind": body.kind,
                    "lead": body.lead,
                    "role": body.role,
                    "body": body.body,
                    "asked_to": body.asked_to,
                    "when": body.when,
                }
            ]
        },
        [("organisations[0].", "")],
    )
    names = [each.name for each in now.organisations]
    if found and stands is None and found.organisations[0].name in names:
        reading.wrong("name", "This body takes part already. Change its part instead.")
    return reading.finish(found).organisations[0]


def _keep_a_lead(bodies: Sequence[Body], leaving: Body) -> None:
    if not any(body.lead for body in bodies if body.id != leaving.id):
        raise Refused(
            f"{leaving.name} is the only body that leads this appraisal. Without one, nobody could set it up "
            "or move it on. Let another body lead first."
        )


def _renew_asks(change: Change) -> None:
    """What bodies are asked stands on the Recommendation page too: an older page of it is now stale."""
    Recommendation.objects.filter(appraisal=change.id).update(version=change.version)
