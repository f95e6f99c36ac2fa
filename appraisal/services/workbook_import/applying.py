"""Applying a plan: what was previewed, all of it or nothing."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from appraisal.core.snapshot import from_dict
from appraisal.models import Appraisal, ImportPlan
from appraisal.services import appraisal_file, scoring
from appraisal.services.rows import ids_like
from appraisal.services.workbook_import.planning import GONE, own_plan
from appraisal.workbook.codec import from_plain
from appraisal.workbook.plan import Change, Held
from appraisal.workbook.plan import ImportPlan as Plan
from appraisal.workbook.planning.cells import as_cell
from appraisal.workbook.planning.fresh import whole_file
from organisations import audit
from organisations.audit import Actor
from organisations.errors import Invalid, Missing, Problem, Refused


@dataclass(frozen=True)
class Applied:
    """What came of a plan: the appraisal, whether it is new, and how many cells were changed or stored."""

    appraisal_id: UUID
    created: bool
    cells: int


@transaction.atomic
def apply_plan(
    *,
    actor: Actor,
    at: datetime,
    plan_id: UUID,
    bodies: Collection[str] = (),
    supplied: Collection[str] = (),
) -> Applied:
    """Does what the plan says, all or nothing; a plan that is applied already is not applied twice.

    ``bodies`` are the ids of bodies of a new appraisal that the actor confirmed by name: of those they do not
    belong to, no other is added. ``supplied`` names cells (``option/line``) whose score is taken from what
    the printed totals imply. Raises Missing; Invalid with the plan's problems; Refused; or Stale with a tuple
    of CellNow for every cell that somebody changed since.
    """
    row = own_plan(actor, at, plan_id, lock=True)
    if row.applied_at is not None:
        return _already(row)
    if row.plan is None:
        raise Missing(GONE)
    plan = from_plain(Plan, row.plan)
    if plan.problems:
        raise Invalid([Problem(each.where, each.text) for each in plan.problems])
    if not plan.ready:
        raise Refused("Nothing in this file differs from what stands, so there is nothing to do.")
    if row.appraisal_id is not None:
        applied = _change_cells(actor, at, row, plan)
    else:
        applied = _store(actor, at, plan, frozenset(bodies), frozenset(supplied))
    row.plan, row.reading, row.choices = None, None, {"cells": applied.cells}
    row.applied_at, row.result_id = at, applied.appraisal_id
    row.save(update_fields=["plan", "reading", "choices", "applied_at", "result"])
    return applied


def _already(row: ImportPlan) -> Applied:
    if row.result_id is None:
        raise Missing(GONE)
    return Applied(row.result_id, row.appraisal_id is None, row.choices.get("cells", 0))


def _change_cells(actor: Actor, at: datetime, row: ImportPlan, plan: Plan) -> Applied:
    """The cells of the appraisal that the plan was made for, each against the version it was made on."""
    appraisal_id: Any = row.appraisal_id
    wanted = [
        scoring.CellWanted(as_cell(change.option, change.line, change.after), change.version)
        for change in plan.changes
    ]
    reason = f"Brought in from {plan.source}"
    saved = scoring.save_cells(actor=actor, at=at, appraisal_id=appraisal_id, cells=wanted, reason=reason)
    _record(actor, at, appraisal_id, plan, saved.changed)
    return Applied(appraisal_id, created=False, cells=saved.changed)


def _store(
    actor: Actor, at: datetime, plan: Plan, confirmed: frozenset[str], supplied: frozenset[str]
) -> Applied:
    """The new appraisal, with the bodies that are the actor's own or confirmed."""
    adding = {body.id for body in plan.bodies if body.own or body.id in confirmed}
    file = whole_file(_with_supplied(plan, supplied))
    file["organisations"] = [body for body in file["organisations"] if body["id"] in adding]
    file["notes"] = [*file.get("notes", ()), *_notes(plan, supplied)]
    taken = set(Appraisal.objects.values_list("slug", flat=True))
    file["slug"] = next(slug for slug in ids_like(file["slug"]) if slug not in taken)
    stored = appraisal_file.store(actor=actor, at=at, snapshot=from_dict(file))
    _record(actor, at, stored.appraisal_id, plan, len(plan.changes))
    return Applied(stored.appraisal_id, created=True, cells=len(plan.changes))


def _with_supplied(plan: Plan, supplied: frozenset[str]) -> Plan:
    """The plan with the scores that are implied and were said to be taken."""
    scores = {(each.option, each.line): each.score for each in plan.supplied if each.key in supplied}
    if not scores:
        return plan
    changes = tuple(
        Change(
            change.option,
            change.line,
            change.where,
            change.before,
            Held.worked_out(scores[change.option, change.line], change.after.rationale),
            change.version,
        )
        if (change.option, change.line) in scores
        else change
        for change in plan.changes
    )
    return Plan(plan.aim, plan.source, changes=changes, file=plan.file)


def _notes(plan: Plan, supplied: frozenset[str]) -> list[dict[str, str]]:
    return [
        {"about": f"cells/{each.key}", "text": f"No score is printed. {each.how}"}
        for each in plan.supplied
        if each.key in supplied
    ]


def _record(actor: Actor, at: datetime, appraisal_id: UUID, plan: Plan, cells: int) -> None:
    audit.record(
        actor=actor,
        at=at,
        action="file brought in",
        scope=appraisal_id,
        subject=plan.source,
        after={"source": plan.source, "cells": cells},
    )
