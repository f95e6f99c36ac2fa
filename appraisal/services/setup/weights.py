"""Weight sets in any form that people have, the way scores are combined, and the seal on both."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from appraisal import models, policies
from appraisal.core.snapshot import Combine, Method, Snapshot, WeightSet
from appraisal.core.snapshot.rules import COUNTED
from appraisal.core.snapshot.valuing import combine_problem
from appraisal.core.snapshot.writing.parts import of_method, of_weight_set
from appraisal.core.text import clean_text
from appraisal.services.setup.frame import Change, Saved, begin, differing, gone
from appraisal.services.setup.ids import free_id
from appraisal.services.setup.inputs import MethodInput, WeightsInput, method_input, weights_input
from appraisal.services.setup.order import next_place, swap, target
from appraisal.services.setup.reading_weights import read_weights
from organisations.audit import Actor
from organisations.errors import Invalid, Problem, Refused

SET_LIMIT = 50
"""Weight sets in an appraisal."""

NO_VALUES = (
    "Line {} is measured, and raw figures such as pounds or minutes cannot be added up as scores. Choose "
    "weights as shares, times values from 0 to 100, or make the line scored first."
)


def add_weight_set(
    *, actor: Actor, at: datetime, appraisal_id: UUID, weights: WeightsInput, swing: bool = False
) -> Saved:
    """Adds a weight set after the others; it counts for nothing until it is chosen. Set-up and scoring.

    With ``swing`` one line must be at 100 and none above. Raises Refused, Missing, or Invalid with the paths
    of WeightsInput.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_edit_weights)
        found = read_weights(weights, change.now, change.now.weight_sets, swing=swing)
        if len(change.now.weight_sets) >= SET_LIMIT:
            text = f"There are {SET_LIMIT} weight sets already, which is the most. Remove one first."
            raise Invalid([Problem("name", text)])
        rows = models.WeightSet.objects.filter(appraisal=change.id)
        found = replace(found, id=free_id(found.name, set(rows.values_list("slug", flat=True)), "weights"))
        row = rows.create(
            appraisal=change.appraisal,
            place=next_place(rows),
            slug=found.id,
            name=found.name,
            has_group_weights=found.groups is not None,
            version=change.version,
        )
        _write(change, row, found)
        return change.done(
            found.id, "weight set added", f"weight-sets/{found.id}", None, _said(change.now, found)
        )


def save_weight_set(
    *,
    actor: Actor,
    at: datetime,
    appraisal_id: UUID,
    weight_set_id: str,
    weights: WeightsInput,
    version: int,
    reason: str = "",
    swing: bool = False,
) -> Saved:
    """Saves a set as a whole; every weight in it is then given. Set-up and scoring.

    Once the weights are sealed a reason is needed. Raises Refused, Missing, Stale with a WeightsInput, or
    Invalid with the paths of WeightsInput and ``reason``.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_edit_weights)
        row, stands = _row(change, weight_set_id)
        others = [each for each in change.now.weight_sets if each.id != weight_set_id]
        wanted = read_weights(weights, change.now, others, stands.name, swing=swing)
        wanted = replace(wanted, id=weight_set_id)
        before, after = differing(_said(change.now, stands), _said(change.now, wanted))
        given = not row.weights.filter(given=False).exists()
        if not after and given:
            return change.saved(weight_set_id, row.version)
        subject = f"weight-sets/{weight_set_id}"
        change.refuse_stale(version, row.version, subject, weights_input(stands))
        why = _reason(change, reason)
        if not after:  # weights that only held a place are now meant
            before, after = {"given": False}, {"given": True}
        models.WeightSet.objects.filter(pk=row.pk).update(
            name=wanted.name, has_group_weights=wanted.groups is not None, version=change.version
        )
        _write(change, row, wanted)
        return change.done(weight_set_id, "weight set changed", subject, before, after, reason=why)


def move_weight_set(
    *, actor: Actor, at: datetime, appraisal_id: UUID, weight_set_id: str, direction: str, place: int
) -> Saved:
    """Moves a set one place ``up`` or ``down``; ``place`` is where the person saw it. Set-up and scoring.

    Raises Refused, Missing, or Stale with the ids in the order that stands.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_edit_weights)
        row, _ = _row(change, weight_set_id)
        order = [each.id for each in change.now.weight_sets]
        index = target(order, weight_set_id, direction, place)
        if index is None:
            return change.saved(weight_set_id, row.version)
        rows = models.WeightSet.objects.filter(appraisal=change.id)
        swap(rows, row.pk, rows.get(slug=order[index]).pk)
        before, after = {"place": order.index(weight_set_id) + 1}, {"place": index + 1}
        subject = f"weight-sets/{weight_set_id}"
        saved = change.done(weight_set_id, "weight set moved", subject, before, after)
        return replace(saved, version=row.version)


def remove_weight_set(
    *,
    actor: Actor,
    at: datetime,
    appraisal_id: UUID,
    weight_set_id: str,
    version: int,
    reason: str = "",
) -> Saved:
    """Takes a set away; the history keeps its weights. Set-up and scoring.

    Once the weights are sealed a reason is needed. Raises Refused (also for the set that is chosen), Missing,
    Stale with a WeightsInput, or Invalid with the path ``reason``.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_edit_weights)
        row, stands = _row(change, weight_set_id)
        subject = f"weight-sets/{weight_set_id}"
        change.refuse_stale(version, row.version, subject, weights_input(stands))
        if change.now.method.weight_set == weight_set_id:
            raise Refused(
                f"“{stands.name}” is the weight set that this appraisal uses. Choose another one first, or "
                "a total without weights."
            )
        why = _reason(change, reason)
        row.delete()
        before = _said(change.now, stands)
        return change.done(weight_set_id, "weight set removed", subject, before, None, reason=why)


def choose_method(
    *,
    actor: Actor,
    at: datetime,
    appraisal_id: UUID,
    combine: str,
    weight_set: str | None,
    version: int,
    reason: str = "",
) -> Saved:
    """Chooses how scores become a total, and the weight set that counts. Set-up and scoring.

    ``sum`` takes no weight set: that there are no weights is then stated as a choice. Choosing what stands,
    where nobody chose before, is such a statement too and is saved. Once the weights are sealed a change
    needs a reason. Raises Refused, Missing, Stale with a MethodInput, or Invalid with the paths ``combine``,
    ``weight_set`` and ``reason``.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_edit_weights)
        wanted = _method(change.now, MethodInput(combine, weight_set))
        stands = change.part_version("method")
        before, after = of_method(change.now.method), of_method(wanted)
        if before == after and "method" in change.appraisal.versions:
            return change.saved("method", stands)
        change.refuse_stale(version, stands, "method", method_input(change.now))
        why = _reason(change, reason) if before != after else ""
        columns = {"combine": wanted.combine.value, "weight_set": wanted.weight_set or ""}
        return change.done(
            "method", "method chosen", "method", before, after, reason=why, parts=("method",), **columns
        )


def seal_weights(*, actor: Actor, at: datetime, appraisal_id: UUID) -> Saved:
    """Seals the weights before the first score: from now on a change of them needs a reason.

    Set-up and scoring. Raises Refused or Missing.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_edit_weights)
        if change.appraisal.weights_sealed_at is not None:
            return change.saved("weights", change.appraisal.revision)
        after = {"sealed": True, "weight_sets": [_said(change.now, each) for each in change.now.weight_sets]}
        return change.done(
            "weights", "weights sealed", "weights", {"sealed": False}, after, weights_sealed_at=at
        )


def equal_weights(snapshot: Snapshot, by: str) -> WeightsInput:
    """A suggestion: every line counts alike (``sub-criteria``), or every group does (``groups``).

    ValueError for anything else.
    """
    groups = {
        group.id: [sub.id for sub in group.sub_criteria if sub.kind in COUNTED] for group in snapshot.groups
    }
    lines = {line: "1" for group in groups.values() for line in group}
    if by == "sub-criteria":
        return WeightsInput("Equal sub-criteria", lines)
    if by == "groups":
        return WeightsInput("Equal groups", lines, {group: "1" for group, subs in groups.items() if subs})
    raise ValueError(f"Weights can be equal by sub-criteria or by groups, not by {by}.")


def _row(change: Change, weight_set_id: str) -> tuple[models.WeightSet, WeightSet]:
    """The row of a set and what stands in it; Missing where there is none."""
    found = next((each for each in change.now.weight_sets if each.id == weight_set_id), None)
    if found is None:
        raise gone("weight set")
    return models.WeightSet.objects.get(appraisal=change.id, slug=weight_set_id), found


def _write(change: Change, row: models.WeightSet, weights: WeightSet) -> None:
    """Every weight of the set as given; those of lines that were removed stay as they are."""
    lines = _pks(models.SubCriterion, change, weights.sub_criteria)
    groups = _pks(models.CriteriaGroup, change, {change.now.line[line].group.id for line in lines})
    row.weights.filter(sub_criterion__in=lines.values()).delete()
    row.weights.filter(group__in=groups.values()).delete()
    by_group = weights.groups or {}
    models.Weight.objects.bulk_create(
        [
            *(_weight(row, weights.sub_criteria[slug], sub_criterion_id=pk) for slug, pk in lines.items()),
            *(_weight(row, by_group[slug], group_id=pk) for slug, pk in groups.items() if slug in by_group),
        ]
    )


def _weight(row: models.WeightSet, value: Decimal, **what: int) -> models.Weight:
    return models.Weight(weight_set=row, value=value, given=True, **what)


def _pks(
    model: type[models.SubCriterion] | type[models.CriteriaGroup], change: Change, slugs: Iterable[str]
) -> dict[str, int]:
    """The rows of these lines or groups by their ids."""
    rows = model.objects.filter(appraisal=change.id, slug__in=list(slugs))
    return dict(rows.values_list("slug", "pk"))


def _said(now: Snapshot, weights: WeightSet) -> Mapping[str, object]:
    """A set as its audit event keeps it."""
    groups = [group.id for group in now.groups]
    return of_weight_set(weights, groups, [line.sub_criterion.id for line in now.lines])


def _reason(change: Change, reason: str) -> str:
    """The reason, cleaned; Invalid where the weights are sealed and there is none."""
    try:
        cleaned = clean_text(reason)
    except ValueError as refusal:
        raise Invalid([Problem("reason", str(refusal))]) from None
    if not cleaned and _sealed(change):
        text = "The weights are sealed. Write why they are changed: everybody who takes part can read it."
        raise Invalid([Problem("reason", text)])
    return cleaned


def _sealed(change: Change) -> bool:
    """Whether somebody sealed the weights, or any score stands."""
    scored = models.Cell.objects.filter(appraisal=change.id, state="scored")
    return change.appraisal.weights_sealed_at is not None or scored.exists()


def _method(now: Snapshot, typed: MethodInput) -> Method:
    """The method that was chosen; Invalid with the paths of MethodInput."""
    if typed.combine not in list(Combine):
        raise Invalid([Problem("combine", "Choose how scores become a total.")])
    combine = Combine(typed.combine)
    measured = [line for line in now.lines if combine_problem(line.sub_criterion.kind, combine)]
    problems = [Problem("combine", NO_VALUES.format(line.number)) for line in measured[:1]]
    chosen = None if combine is Combine.SUM else typed.weight_set or None
    if combine is not Combine.SUM and chosen not in {weights.id for weights in now.weight_sets}:
        problems.append(Problem("weight_set", "Choose the weight set that counts, or make one first."))
    if problems:
        raise Invalid(problems)
    return replace(now.method, combine=combine, weight_set=chosen)
