"""Criteria groups: added, mended, ordered, taken out and brought back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from appraisal import models, policies
from appraisal.core.snapshot import CriteriaGroup
from appraisal.core.snapshot.writing.parts import of_group
from appraisal.services.rows import group_columns
from appraisal.services.setup.frame import Change, Saved, begin, differing, gone
from appraisal.services.setup.ids import free_id
from appraisal.services.setup.inputs import GroupInput, group_input
from appraisal.services.setup.order import next_place, swap, target
from appraisal.services.setup.reading import Reading
from appraisal.services.setup.returning import bring_back, refuse_too_many_lines
from appraisal.services.setup.weighing import mend_weights
from organisations.audit import Actor

GROUP_LIMIT = 100
"""Criteria groups in an appraisal."""


def add_group(*, actor: Actor, at: datetime, appraisal_id: UUID, group: GroupInput) -> Saved:
    """Adds a criteria group after the others. Set-up alone.

    Raises Refused, Missing, or Invalid with the paths of GroupInput.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_edit_setup)
        found = read_group(group, change.now.groups)
        rows = models.CriteriaGroup.objects.filter(appraisal=change.id)
        taken = set(rows.values_list("slug", flat=True))
        found = replace(found, id=free_id(found.short_name or found.name, taken, "group"))
        rows.create(
            appraisal=change.appraisal,
            place=next_place(rows),
            slug=found.id,
            version=change.version,
            **group_columns(found),
        )
        return change.done(found.id, "group added", f"groups/{found.id}", None, of_group(found))


def save_group(
    *, actor: Actor, at: datetime, appraisal_id: UUID, group_id: str, group: GroupInput, version: int
) -> Saved:
    """Saves a group's name, short name, stem and guidance. May be done until agreed.

    Raises Refused, Missing, Stale with a GroupInput, or Invalid with the paths of GroupInput.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_mend_texts)
        row, stands = _row(change, group_id)
        others = [each for each in change.now.groups if each.id != group_id]
        wanted = replace(
            read_group(group, others, stands.name), id=group_id, sub_criteria=stands.sub_criteria
        )
        before, after = differing(of_group(stands), of_group(wanted))
        if not after:
            return change.saved(group_id, row.version)
        change.refuse_stale(version, row.version, f"groups/{group_id}", group_input(stands))
        _rows(change).filter(pk=row.pk).update(version=change.version, **group_columns(wanted))
        return change.done(group_id, "group changed", f"groups/{group_id}", before, after)


def move_group(
    *, actor: Actor, at: datetime, appraisal_id: UUID, group_id: str, direction: str, place: int
) -> Saved:
    """Moves a group one place ``up`` or ``down``; ``place`` is where the person saw it. Set-up alone.

    Raises Refused, Missing, or Stale with the ids in the order that stands.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_edit_setup)
        row, _ = _row(change, group_id)
        order = [group.id for group in change.now.groups]
        index = target(order, group_id, direction, place)
        if index is None:
            return change.saved(group_id, row.version)
        swap(_rows(change), row.pk, _rows(change).get(slug=order[index]).pk)
        before, after = {"place": order.index(group_id) + 1}, {"place": index + 1}
        saved = change.done(group_id, "group moved", f"groups/{group_id}", before, after)
        return replace(saved, version=row.version)


def remove_group(*, actor: Actor, at: datetime, appraisal_id: UUID, group_id: str, version: int) -> Saved:
    """Takes a group out with its lines. All of it is kept, scored cells too, and may come back. Set-up alone.

    Raises Refused, Missing, or Stale with a GroupInput.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_edit_setup)
        row = models.CriteriaGroup.objects.filter(appraisal=change.id, slug=group_id).first()
        if row is not None and row.removed_at is not None:
            return change.saved(group_id, row.version)
        row, stands = _row(change, group_id)
        change.refuse_stale(version, row.version, f"groups/{group_id}", group_input(stands))
        _rows(change).filter(pk=row.pk).update(removed_at=at, version=change.version)
        mend_weights(change.appraisal)
        return change.done(group_id, "group removed", f"groups/{group_id}", of_group(stands), None)


def restore_group(
    *, actor: Actor, at: datetime, appraisal_id: UUID, group_id: str, unscore: bool = False
) -> Saved:
    """Brings a group back to its place, with the lines that went with it and their cells. Set-up alone.

    Raises Refused, Missing, or Invalid: with the path ``group_id`` where there would be too many lines, and
    with ``cells/OPTION/LINE`` for each cell that does not fit any more. With ``unscore`` those come back
    unscored, their words kept.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_edit_setup)
        row = models.CriteriaGroup.objects.filter(appraisal=change.id, slug=group_id).first()
        if row is None:
            raise gone("criteria group")
        if row.removed_at is None:
            return change.saved(group_id, row.version)
        lines = models.SubCriterion.objects.filter(group=row, removed_at=None)
        refuse_too_many_lines(change.now, lines.count(), "group_id")
        models.CriteriaGroup.objects.filter(pk=row.pk).update(removed_at=None, version=change.version)
        mend_weights(change.appraisal)
        cells = models.Cell.objects.filter(sub_criterion__in=lines, option__removed_at=None)
        lost = bring_back(change, cells, unscore)
        after = {"name": row.name, **lost}
        return change.done(group_id, "group restored", f"groups/{group_id}", None, after)


def read_group(group: GroupInput, others: Sequence[CriteriaGroup], own_name: str = "") -> CriteriaGroup:
    """The group that was typed, without an id of its own; Invalid with the paths of GroupInput.

    No two groups have one name, but ``own_name`` may stay as it is.
    """
    reading = Reading()
    found = reading.part(
        {
            "groups": [
                {
                    "id": "group",
                    "name": reading.filled("name", group.name, "Enter the name of the criteria group."),
                    "short_name": group.short_name,
                    "stem": group.stem,
                    "guidance": group.guidance,
                }
            ]
        },
        [("groups[0].", "")],
    )
    if found:
        reading.refuse_name(found.groups[0].name, own_name, [each.name for each in others], "criteria group")
    if not own_name and len(others) >= GROUP_LIMIT:
        reading.wrong("name", f"There are {GROUP_LIMIT} criteria groups already, which is the most.")
    return reading.finish(found).groups[0]


def _rows(change: Change) -> QuerySet[models.CriteriaGroup]:
    """The groups that are in."""
    return models.CriteriaGroup.objects.filter(appraisal=change.id, removed_at=None)


def _row(change: Change, group_id: str) -> tuple[models.CriteriaGroup, CriteriaGroup]:
    """The row of a group that is in, and what stands in it; Missing where there is none."""
    group = next((group for group in change.now.groups if group.id == group_id), None)
    if group is None:
        raise gone("criteria group")
    return _rows(change).get(slug=group_id), group
