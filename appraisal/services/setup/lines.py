"""Sub-criteria: added, mended, ordered, taken out and brought back."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from appraisal import models, policies
from appraisal.core.snapshot import CriteriaGroup, SubCriterion
from appraisal.core.snapshot.writing.parts import of_sub_criterion
from appraisal.services.rows import sub_criterion_columns, write_scale
from appraisal.services.setup.fits import unfit
from appraisal.services.setup.frame import Change, Saved, begin, differing, gone
from appraisal.services.setup.ids import free_id
from appraisal.services.setup.inputs import SubCriterionInput, sub_criterion_input
from appraisal.services.setup.order import next_place, swap, target
from appraisal.services.setup.reading_lines import read_sub_criterion
from appraisal.services.setup.returning import bring_back, refuse_too_many_lines
from appraisal.services.setup.scale import bounds
from appraisal.services.setup.values import add_up_values, with_values
from appraisal.services.setup.weighing import mend_weights
from organisations.audit import Actor
from organisations.errors import Invalid, Problem

TEXTS = ("name", "short_name", "guidance")
"""What of a line no figure rests on."""


def add_sub_criterion(
    *, actor: Actor, at: datetime, appraisal_id: UUID, group_id: str, sub_criterion: SubCriterionInput
) -> Saved:
    """Adds a line at the end of a group. Set-up alone.

    A line that counts has no share in the weight sets until somebody gives it a weight. A first measure makes
    the appraisal add up values, where nobody chose how (``values``). Raises Refused, Missing, or Invalid with
    the paths of SubCriterionInput.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_edit_setup)
        group = _group(change, group_id)
        refuse_too_many_lines(change.now, 1, "name")
        found = read_sub_criterion(sub_criterion, with_values(change), group.sub_criteria)
        rows = models.SubCriterion.objects.filter(appraisal=change.id)
        taken = set(rows.values_list("slug", flat=True))
        found = replace(found, id=free_id(found.short_name or found.name, taken, "line"))
        group_row = models.CriteriaGroup.objects.get(appraisal=change.id, slug=group_id)
        row = rows.create(
            appraisal=change.appraisal,
            group=group_row,
            place=next_place(rows.filter(group=group_row)),
            slug=found.id,
            version=change.version,
            **sub_criterion_columns(found),
        )
        write_scale(change.appraisal, row.pk, found.scale)
        columns = add_up_values(change, found.kind)
        mend_weights(change.appraisal)
        subject, after = f"sub-criteria/{found.id}", {"group": group_id, **of_sub_criterion(found), **columns}
        return change.done(found.id, "sub-criterion added", subject, None, after, **columns)


def save_sub_criterion(
    *,
    actor: Actor,
    at: datetime,
    appraisal_id: UUID,
    sub_criterion_id: str,
    sub_criterion: SubCriterionInput,
    version: int,
    group_id: str | None = None,
) -> Saved:
    """Saves a line; with another ``group_id`` it also goes to the end of that group.

    Set-up alone, but for name, short name, guidance and the descriptors of its own scale, which may be mended
    until agreed. Raises Refused, Missing, Stale with a SubCriterionInput, or Invalid with the paths of
    SubCriterionInput, or with ``cells/OPTION/LINE`` for each cell that would not fit the line any more.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id)
        row, group, stands = _row(change, sub_criterion_id)
        goes_to = _group(change, group_id or group.id)
        others = [sub for sub in goes_to.sub_criteria if sub.id != stands.id]
        wanted = read_sub_criterion(sub_criterion, with_values(change), others, stands.name)
        wanted = replace(wanted, id=stands.id)
        moved = goes_to.id != group.id
        change.may(policies.may_mend_texts if _only_texts(stands, wanted, moved) else policies.may_edit_setup)
        before, after = differing(
            {"group": group.id, **of_sub_criterion(stands)}, {"group": goes_to.id, **of_sub_criterion(wanted)}
        )
        if not after:
            return change.saved(stands.id, row.version)
        subject = f"sub-criteria/{stands.id}"
        change.refuse_stale(version, row.version, subject, sub_criterion_input(stands))
        _refuse_unfit(change, wanted)
        columns = add_up_values(change, wanted.kind)
        _write(change, row, stands, wanted, goes_to.id if moved else None)
        return change.done(
            stands.id, "sub-criterion changed", subject, before, {**after, **columns}, **columns
        )


def move_sub_criterion(
    *, actor: Actor, at: datetime, appraisal_id: UUID, sub_criterion_id: str, direction: str, place: int
) -> Saved:
    """Moves a line one place ``up`` or ``down`` in its group; ``place`` is where the person saw it there.

    Set-up alone. Raises Refused, Missing, or Stale with the ids of the group's lines in the order that
    stands.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_edit_setup)
        row, group, _ = _row(change, sub_criterion_id)
        order = [sub.id for sub in group.sub_criteria]
        index = target(order, sub_criterion_id, direction, place)
        if index is None:
            return change.saved(sub_criterion_id, row.version)
        rows = _rows(change).filter(group=row.group_id)
        swap(rows, row.pk, rows.get(slug=order[index]).pk)
        before, after = {"place": order.index(sub_criterion_id) + 1}, {"place": index + 1}
        subject = f"sub-criteria/{sub_criterion_id}"
        saved = change.done(sub_criterion_id, "sub-criterion moved", subject, before, after)
        return replace(saved, version=row.version)


def remove_sub_criterion(
    *, actor: Actor, at: datetime, appraisal_id: UUID, sub_criterion_id: str, version: int
) -> Saved:
    """Takes a line out. It is kept with its cells and weights, and may come back. Set-up alone.

    Raises Refused, Missing, or Stale with a SubCriterionInput.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_edit_setup)
        removed = _removed(change, sub_criterion_id)
        if removed is not None:
            return change.saved(sub_criterion_id, removed.version)
        row, group, stands = _row(change, sub_criterion_id)
        subject = f"sub-criteria/{sub_criterion_id}"
        change.refuse_stale(version, row.version, subject, sub_criterion_input(stands))
        _rows(change).filter(pk=row.pk).update(removed_at=at, version=change.version)
        mend_weights(change.appraisal)
        before = {"group": group.id, **of_sub_criterion(stands)}
        return change.done(sub_criterion_id, "sub-criterion removed", subject, before, None)


def restore_sub_criterion(
    *, actor: Actor, at: datetime, appraisal_id: UUID, sub_criterion_id: str, unscore: bool = False
) -> Saved:
    """Brings a line back to its place in its group, with its cells and weights. Set-up alone.

    Raises Refused, Missing, or Invalid: with the path ``sub_criterion_id`` where its group is removed or
    there would be too many lines, and with ``cells/OPTION/LINE`` for each cell that does not fit any more.
    With ``unscore`` those come back unscored, their words kept.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_edit_setup)
        row = _removed(change, sub_criterion_id)
        if row is None:
            here, *_ = _row(change, sub_criterion_id)
            return change.saved(sub_criterion_id, here.version)
        if row.group.removed_at is not None:
            text = f"Its criteria group, {row.group.name}, is removed. Bring the group back first."
            raise Invalid([Problem("sub_criterion_id", text)])
        refuse_too_many_lines(change.now, 1, "sub_criterion_id")
        models.SubCriterion.objects.filter(pk=row.pk).update(removed_at=None, version=change.version)
        mend_weights(change.appraisal)
        cells = models.Cell.objects.filter(sub_criterion=row, option__removed_at=None)
        lost = bring_back(change, cells, unscore)
        after = {"name": row.name, **lost}
        subject = f"sub-criteria/{sub_criterion_id}"
        return change.done(sub_criterion_id, "sub-criterion restored", subject, None, after)


def _only_texts(stands: SubCriterion, wanted: SubCriterion, moved: bool) -> bool:
    """Whether nothing differs that a figure rests on."""
    texts = {field: getattr(wanted, field) for field in TEXTS}
    same = replace(stands, **texts, scale=None) == replace(wanted, scale=None)
    return same and not moved and bounds(stands.scale) == bounds(wanted.scale)


def _write(
    change: Change,
    row: models.SubCriterion,
    stands: SubCriterion,
    wanted: SubCriterion,
    group_id: str | None,
) -> None:
    """The line's columns and scale, and its new place where it goes to another group."""
    columns = sub_criterion_columns(wanted)
    if group_id is not None:
        goes_to = models.CriteriaGroup.objects.get(appraisal=change.id, slug=group_id)
        rows = models.SubCriterion.objects.filter(group=goes_to)
        columns |= {"group": goes_to, "place": next_place(rows)}
    _rows(change).filter(pk=row.pk).update(version=change.version, **columns)
    if stands.scale != wanted.scale:
        models.Scale.objects.filter(sub_criterion=row).delete()
        write_scale(change.appraisal, row.pk, wanted.scale)
    mend_weights(change.appraisal)


def _refuse_unfit(change: Change, wanted: SubCriterion) -> None:
    """Invalid with every cell that could not stand on the line as wanted."""
    groups = tuple(
        replace(
            group, sub_criteria=tuple(wanted if sub.id == wanted.id else sub for sub in group.sub_criteria)
        )
        for group in change.now.groups
    )
    cells = change.cells(sub_criterion__slug=wanted.id)
    off = unfit(replace(change.now, groups=groups), cells)
    if off:
        many = "1 cell does" if len(off) == 1 else f"{len(off)} cells do"
        text = f"{many} not fit this line so changed. Change them first, or leave the line as it is."
        raise Invalid([Problem("sub_criterion", text), *off])


def _rows(change: Change) -> QuerySet[models.SubCriterion]:
    """The lines that are in; of those of a removed group the snapshot knows none."""
    return models.SubCriterion.objects.filter(appraisal=change.id, removed_at=None)


def _group(change: Change, group_id: str) -> CriteriaGroup:
    """The group of this id; Missing where there is none."""
    group = next((group for group in change.now.groups if group.id == group_id), None)
    if group is None:
        raise gone("criteria group")
    return group


def _row(change: Change, sub_id: str) -> tuple[models.SubCriterion, CriteriaGroup, SubCriterion]:
    """The row of a line that is in, its group and what stands in it; Missing where there is none."""
    line = change.now.line.get(sub_id)
    if line is None:
        raise gone("sub-criterion")
    return _rows(change).get(slug=sub_id), line.group, line.sub_criterion


def _removed(change: Change, sub_id: str) -> models.SubCriterion | None:
    """The row of a line that was removed by itself, with its group."""
    rows = models.SubCriterion.objects.filter(appraisal=change.id, slug=sub_id).select_related("group")
    return rows.exclude(removed_at=None).first()
