"""From what was sent to a stored plan: the limited process reads, and then it is held against what stands."""

import subprocess
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction

from appraisal import policies
from appraisal.core.snapshot import from_dict
from appraisal.models import ImportPlan
from appraisal.policies import standing_of
from appraisal.selectors import appraisals, snapshots
from appraisal.workbook import running
from appraisal.workbook.codec import from_plain, to_plain
from appraisal.workbook.plan import Aim, Said
from appraisal.workbook.plan import ImportPlan as Plan
from appraisal.workbook.planning import Choices, Lead, Now, Saved, plan_for, plan_new, plan_of_file
from appraisal.workbook.reading import Sort
from organisations import selectors as people
from organisations.audit import Actor
from organisations.errors import Missing, Refused

KEPT = timedelta(days=1)
"""How long what was brought in waits to be applied."""

FILE = "appraisal-file"
MOST_AT_ONCE = 3
"""So many files of one person may be read at the same time."""

GONE = "There is no such preview, or it is older than a day. Bring the file in again."


def begin(
    *,
    actor: Actor,
    at: datetime,
    appraisal_id: UUID | None,
    sort: str,
    source: str,
    content: bytes,
    choices: Choices,
) -> UUID:
    """Takes in what was sent and begins to read it; gives the id under which its plan will stand.

    ``sort`` is workbook, pasted or appraisal-file; ``source`` what people call it; ``appraisal_id`` the
    appraisal whose cells it would change, None for a new one, led by the body of ``choices``. Raises Refused
    or Missing. Plans older than a day are taken away first.
    """
    _may_bring_in(actor, appraisal_id, sort, choices)
    owner: Any = actor
    with transaction.atomic():
        _forget(at)
        _refuse_many(owner, at)
        row = ImportPlan.objects.create(
            owner=owner,
            appraisal_id=appraisal_id,
            sort=sort,
            source=source,
            made_at=at,
            choices=to_plain(choices),
        )
    if sort == FILE:
        _keep(row, _plan_of_file(actor, row, content), None)
        return row.pk
    try:
        running.start(running.folder_in(settings.IMPORT_DIR, row.pk), content, Sort(sort))
    except (OSError, subprocess.SubprocessError):
        row.delete()
        raise Refused("The file could not be read just now. Try again in a minute.") from None
    return row.pk


def store_plan(*, actor: Actor, at: datetime, plan_id: UUID) -> str:
    """Stores the plan once the file is read; until then, gives how far the reading is, in words.

    Empty once the plan stands. Raises Missing where there is no such plan of the actor's.
    """
    row = own_plan(actor, at, plan_id)
    if row.plan is not None or row.applied_at is not None:
        return ""
    folder = running.folder_in(settings.IMPORT_DIR, row.pk)
    found = running.outcome(folder, (at - row.made_at).total_seconds())
    if not found.ended:
        return found.progress
    if found.refused:
        aim = Aim.CELLS if row.appraisal_id else Aim.APPRAISAL
        _keep(row, Plan(aim, row.source, problems=(Said("", found.refused),)), None)
    else:
        _keep(row, _plan(row, found.reading, from_plain(Choices, row.choices)), found.reading)
    running.clear(folder)
    return ""


def choose(*, actor: Actor, at: datetime, plan_id: UUID, choices: Choices) -> None:
    """Makes the plan anew, on what stands now, with what the person chose where the file does not say it.

    Raises Missing, or Refused where the body of the choices is none that the actor may start one for.
    """
    row = own_plan(actor, at, plan_id)
    if row.reading is None:
        raise Missing(GONE)
    _may_bring_in(actor, row.appraisal_id, row.sort, choices)
    row.choices = to_plain(choices)
    _keep(row, _plan(row, row.reading, choices), row.reading)


def discard(*, actor: Actor, at: datetime, plan_id: UUID) -> UUID | None:
    """Takes the plan away; gives the appraisal that it was for, if any. Raises Missing."""
    row = own_plan(actor, at, plan_id)
    running.clear(running.folder_in(settings.IMPORT_DIR, row.pk))
    with transaction.atomic():
        ImportPlan.objects.filter(pk=row.pk).delete()
    return row.appraisal_id


def own_plan(actor: Actor, at: datetime, plan_id: UUID, *, lock: bool = False) -> ImportPlan:
    """The plan of the actor's; Missing where there is none, or it is older than a day."""
    rows = ImportPlan.objects.select_for_update() if lock else ImportPlan.objects.all()
    owner = None if actor is None else actor.pk
    row = rows.filter(pk=plan_id, owner=owner, made_at__gt=at - KEPT).first()
    if row is None:
        raise Missing(GONE)
    return row


def _may_bring_in(actor: Actor, appraisal_id: UUID | None, sort: str, choices: Choices) -> None:
    """Into an appraisal: who may score it now. As a new one: who may start one for the body that leads."""
    if actor is None:
        raise Refused("A preview belongs to a person. On the command line use import_appraisal.")
    if appraisal_id is not None:
        found = appraisals.get(actor, appraisal_id)
        policies.may_score(found.standing, found.stage)
        return
    held = people.roles_in(actor, people.organisation_ids_of(actor))
    body = choices.body if sort != FILE else ""
    policies.may_start([each.role for each in held if body in ("", str(each.organisation_id))])


def _forget(at: datetime) -> None:
    """Takes away plans that nobody applied within a day, and whatever is left of what was sent."""
    old = ImportPlan.objects.filter(made_at__lte=at - KEPT)
    for key in old.values_list("pk", flat=True):
        running.clear(running.folder_in(settings.IMPORT_DIR, key))
    old.delete()


def _refuse_many(actor: Any, at: datetime) -> None:
    since = at - timedelta(seconds=running.LONGEST)
    reading = ImportPlan.objects.filter(
        owner=actor.pk, plan__isnull=True, applied_at=None, made_at__gt=since
    ).exclude(sort=FILE)
    if reading.count() >= MOST_AT_ONCE:
        raise Refused(
            f"You have {MOST_AT_ONCE} files that are being read. Wait until one of them is done, then bring "
            "this one in again."
        )


def _keep(row: ImportPlan, plan: Plan, reading: Any) -> None:
    row.plan, row.reading, row.revision = to_plain(plan), reading, plan.revision
    with transaction.atomic():
        row.save(update_fields=["plan", "reading", "revision", "choices"])


def _plan(row: ImportPlan, reading: Any, choices: Choices) -> Plan:
    """What the reading would change, held against what stands now."""
    found = running.reading_from(reading)
    if row.appraisal_id is None:
        return plan_new(found, row.source, _lead(choices), choices)
    return plan_for(found, row.source, _now(row.appraisal_id), choices)


def _lead(choices: Choices) -> Lead:
    body = people.body_of(UUID(choices.body))
    return Lead(body.name, body.short_name, str(body.kind))


def _now(appraisal_id: UUID) -> Now:
    """The appraisal as it stands. The versions are read first: the cells are at least as new."""
    saved = {
        place: Saved(meta.version, meta.changed_by_name or people.COMMAND_LINE, meta.changed_at)
        for place, meta in appraisals.cell_versions(appraisal_id).items()
    }
    live = snapshots.live(appraisal_id)
    return Now(str(appraisal_id), live.snapshot, live.revision, saved)


def _plan_of_file(actor: Any, row: ImportPlan, content: bytes) -> Plan:
    """The plan of an appraisal file, which says beforehand where the actor may not store it."""
    bodies = people.bodies_of(actor)
    plan = plan_of_file(content, row.source, [body.name for body in bodies])
    if plan.file is None:
        return plan
    roles: Mapping[str, Any] = {body.name: body.roles for body in bodies}
    held = [
        (role, body.lead)
        for body in from_dict(dict(plan.file)).organisations
        for role in roles.get(body.name, ())
    ]
    reason = policies.reason_against(policies.may_import, standing_of(held))
    if reason is None:
        return plan
    return Plan(plan.aim, plan.source, problems=(Said("organisations", reason),))
