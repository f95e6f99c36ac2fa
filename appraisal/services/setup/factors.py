"""What a long list is held against: success factors and objectives, added, mended, ordered, taken out."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from appraisal import policies
from appraisal.core.snapshot import Snapshot, SuccessFactor
from appraisal.core.snapshot.writing.parts import of_success_factor
from appraisal.services.rows import factor_stored
from appraisal.services.setup.frame import Change, Saved, begin, differing, gone
from appraisal.services.setup.ids import free_id
from appraisal.services.setup.inputs import FactorInput, factor_input
from appraisal.services.setup.order import target
from appraisal.services.setup.reading import Reading
from organisations.audit import Actor
from organisations.errors import Invalid, Problem

FACTOR_LIMIT = 100
"""Success factors in an appraisal."""


def add_success_factor(
    *, actor: Actor, at: datetime, appraisal_id: UUID, name: str, kind: str = "critical-success-factor"
) -> Saved:
    """Adds a success factor or an objective after the others. Set-up alone.

    Raises Refused, Missing, or Invalid with the paths ``name`` and ``kind``.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_edit_setup)
        found = _read(FactorInput(name, kind), change.now.success_factors, "")
        stored = change.appraisal.success_factors
        found = replace(found, id=free_id(found.name, {each["id"] for each in stored}, "factor"))
        factors = [*stored, factor_stored(found, change.version)]
        subject, after = f"success-factors/{found.id}", of_success_factor(found)
        return change.done(found.id, "success factor added", subject, None, after, success_factors=factors)


def save_success_factor(
    *,
    actor: Actor,
    at: datetime,
    appraisal_id: UUID,
    factor_id: str,
    name: str,
    kind: str,
    version: int,
) -> Saved:
    """Saves a factor's name and kind. May be done until agreed.

    Raises Refused, Missing, Stale with a FactorInput, or Invalid with the paths ``name`` and ``kind``.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_mend_texts)
        stored, stands = _factor(change, factor_id)
        others = tuple(each for each in change.now.success_factors if each.id != factor_id)
        wanted = replace(_read(FactorInput(name, kind), others, stands.name), id=factor_id)
        before, after = differing(of_success_factor(stands), of_success_factor(wanted))
        if not after:
            return change.saved(factor_id, stored["version"])
        subject = f"success-factors/{factor_id}"
        change.refuse_stale(version, stored["version"], subject, factor_input(stands))
        columns = _with(change, factor_stored(wanted, change.version))
        return change.done(factor_id, "success factor changed", subject, before, after, **columns)


def move_success_factor(
    *, actor: Actor, at: datetime, appraisal_id: UUID, factor_id: str, direction: str, place: int
) -> Saved:
    """Moves a factor one place ``up`` or ``down``; ``place`` is where the person saw it. Set-up alone.

    Raises Refused, Missing, or Stale with the ids in the order that stands.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_edit_setup)
        stored, _ = _factor(change, factor_id)
        order = [factor.id for factor in change.now.success_factors]
        index = target(order, factor_id, direction, place)
        if index is None:
            return change.saved(factor_id, stored["version"])
        factors = list(change.appraisal.success_factors)
        here, there = (_position(factors, each) for each in (factor_id, order[index]))
        factors[here], factors[there] = factors[there], factors[here]
        before, after = {"place": order.index(factor_id) + 1}, {"place": index + 1}
        subject = f"success-factors/{factor_id}"
        saved = change.done(
            factor_id, "success factor moved", subject, before, after, success_factors=factors
        )
        return replace(saved, version=stored["version"])


def remove_success_factor(
    *, actor: Actor, at: datetime, appraisal_id: UUID, factor_id: str, version: int
) -> Saved:
    """Takes a factor out. It is kept with every verdict on it, and may come back. Set-up alone.

    Raises Refused, Missing, or Stale with a FactorInput.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_edit_setup)
        removed = _removed(change, factor_id)
        if removed is not None:
            return change.saved(factor_id, removed["version"])
        stored, stands = _factor(change, factor_id)
        subject = f"success-factors/{factor_id}"
        change.refuse_stale(version, stored["version"], subject, factor_input(stands))
        gone_now = {**stored, "version": change.version, "removed_at": at.isoformat()}
        before = of_success_factor(stands)
        return change.done(
            factor_id, "success factor removed", subject, before, None, **_with(change, gone_now)
        )


def restore_success_factor(*, actor: Actor, at: datetime, appraisal_id: UUID, factor_id: str) -> Saved:
    """Brings a factor back to its place, with every verdict on it. Set-up alone.

    Raises Refused, Missing, or Invalid with the path ``factor_id`` where there are too many.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_edit_setup)
        removed = _removed(change, factor_id)
        if removed is None:
            stored, _ = _factor(change, factor_id)
            return change.saved(factor_id, stored["version"])
        _refuse_too_many(change.now, "factor_id")
        back = {**removed, "version": change.version, "removed_at": None}
        subject, after = f"success-factors/{factor_id}", {"name": back["name"]}
        return change.done(factor_id, "success factor restored", subject, None, after, **_with(change, back))


def _read(typed: FactorInput, others: tuple[SuccessFactor, ...], own_name: str) -> SuccessFactor:
    """The factor that was typed, without an id of its own."""
    reading = Reading()
    name = reading.filled("name", typed.name, "Enter the success factor or objective.")
    found = reading.part(
        {"success_factors": [{"id": "factor", "name": name, "kind": typed.kind}]},
        [("success_factors[0].", "")],
    )
    if found:
        names = [other.name for other in others]
        reading.refuse_name(found.success_factors[0].name, own_name, names, "success factor")
    if not own_name and len(others) >= FACTOR_LIMIT:
        reading.wrong("name", f"There are {FACTOR_LIMIT} success factors already, which is the most.")
    return reading.finish(found).success_factors[0]


def _refuse_too_many(now: Snapshot, path: str) -> None:
    if len(now.success_factors) >= FACTOR_LIMIT:
        text = f"There are {FACTOR_LIMIT} success factors already, which is the most."
        raise Invalid([Problem(path, text)])


def _factor(change: Change, factor_id: str) -> tuple[dict[str, Any], SuccessFactor]:
    """A factor that is in, as stored and as the snapshot has it; Missing where there is none."""
    factor = next((each for each in change.now.success_factors if each.id == factor_id), None)
    if factor is None:
        raise gone("success factor")
    stored = change.appraisal.success_factors
    return stored[_position(stored, factor_id)], factor


def _removed(change: Change, factor_id: str) -> dict[str, Any] | None:
    stored: list[dict[str, Any]] = change.appraisal.success_factors
    found = [each for each in stored if each["id"] == factor_id and each["removed_at"] is not None]
    return found[0] if found else None


def _position(stored: list[dict[str, Any]], factor_id: str) -> int:
    return [each["id"] for each in stored].index(factor_id)


def _with(change: Change, factor: dict[str, Any]) -> dict[str, Any]:
    """The column of success factors with this one as it is to be."""
    stored = list(change.appraisal.success_factors)
    stored[_position(stored, factor["id"])] = factor
    return {"success_factors": stored}
