"""Options: added, mended, ordered, moved from long list to short list, taken out and brought back."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from appraisal import models, policies
from appraisal.core.snapshot import Option, OptionStage, Snapshot
from appraisal.core.snapshot.rules import OPTION_LIMIT
from appraisal.core.snapshot.writing.parts import of_option
from appraisal.selectors.setup import why_option_stays
from appraisal.services.rows import option_columns
from appraisal.services.setup.frame import Change, Saved, begin, differing, gone
from appraisal.services.setup.ids import free_id
from appraisal.services.setup.inputs import OptionInput, StageInput, option_input, stage_input
from appraisal.services.setup.order import next_place, swap, target
from appraisal.services.setup.reading_options import listed_as, read_option
from appraisal.services.setup.returning import bring_back
from organisations.audit import Actor
from organisations.errors import Invalid, Problem, Refused

TEXTS = ("name", "short_name", "other_names", "proposal", "summary")
"""What of an option only says what it is; its number and the baseline tell options apart in every table."""


def add_option(
    *,
    actor: Actor,
    at: datetime,
    appraisal_id: UUID,
    option: OptionInput,
    stage: str = OptionStage.LONG_LIST,
    reason: str = "",
    decided_on: str = "",
) -> Saved:
    """Adds an option after the others, on the long list unless told. Set-up alone.

    Raises Refused, Missing, or Invalid with the paths of OptionInput, ``stage``, ``reason``, ``decided_on``.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_edit_setup)
        _refuse_too_many(change.now, "name")
        found = read_option(option, StageInput(stage, reason, decided_on), change.now.options)
        rows = models.Option.objects.filter(appraisal=change.id)
        taken = set(rows.values_list("slug", flat=True))
        numbered = "" if found.number is None else f"option-{found.number}"
        wanted = numbered if numbered not in taken else ""
        found = replace(found, id=free_id(wanted or found.short_name or found.name, taken, "option"))
        rows.create(
            appraisal=change.appraisal,
            place=next_place(rows),
            slug=found.id,
            version=change.version,
            swot_version=change.version,
            filter_version=change.version,
            **option_columns(found),
        )
        return change.done(found.id, "option added", f"options/{found.id}", None, of_option(found))


def save_option(
    *, actor: Actor, at: datetime, appraisal_id: UUID, option_id: str, option: OptionInput, version: int
) -> Saved:
    """Saves what an option is. Set-up alone, but for its names and texts, which may be mended until agreed.

    Raises Refused, Missing, Stale with an OptionInput, or Invalid with the paths of OptionInput.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id)
        row, stands = row_of(change, option_id)
        others = [each for each in change.now.options if each.id != option_id]
        wanted = read_option(option, stage_input(stands), others, stands.name)
        wanted = replace(wanted, id=option_id, swot=stands.swot, filter=stands.filter)
        texts = {field: getattr(wanted, field) for field in TEXTS}
        only_texts = replace(stands, **texts) == wanted
        change.may(policies.may_mend_texts if only_texts else policies.may_edit_setup)
        return _save(change, row, stands, wanted, version, "option changed", option_input(stands))


def set_option_stage(
    *,
    actor: Actor,
    at: datetime,
    appraisal_id: UUID,
    option_id: str,
    stage: str,
    reason: str = "",
    decided_on: str = "",
    version: int,
) -> Saved:
    """Puts an option on the long list or the short list, or drops it, which needs a reason. Set-up alone.

    ``decided_on`` says when, in words. What is dropped stays in the appraisal, is printed with its reason,
    and returns by the same way. Raises Refused, Missing, Stale with a StageInput, or Invalid with the paths
    ``stage``, ``reason``, ``decided_on`` and ``number``.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_edit_setup)
        row, stands = row_of(change, option_id)
        others = [each for each in change.now.options if each.id != option_id]
        where = StageInput(stage, reason, decided_on)
        wanted = read_option(option_input(stands), where, others, stands.name)
        wanted = replace(wanted, id=option_id, swot=stands.swot, filter=stands.filter)
        return _save(change, row, stands, wanted, version, "option listed", stage_input(stands))


def move_option(
    *, actor: Actor, at: datetime, appraisal_id: UUID, option_id: str, direction: str, place: int
) -> Saved:
    """Moves an option one place ``up`` or ``down``; ``place`` is where the person saw it. Set-up alone.

    Raises Refused, Missing, or Stale with the ids in the order that stands.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_edit_setup)
        row, _ = row_of(change, option_id)
        order = [option.id for option in change.now.options]
        index = target(order, option_id, direction, place)
        if index is None:
            return change.saved(option_id, row.version)
        swap(rows_in(change), row.pk, rows_in(change).get(slug=order[index]).pk)
        before, after = {"place": order.index(option_id) + 1}, {"place": index + 1}
        saved = change.done(option_id, "option moved", f"options/{option_id}", before, after)
        return replace(saved, version=row.version)


def remove_option(*, actor: Actor, at: datetime, appraisal_id: UUID, option_id: str, version: int) -> Saved:
    """Takes an option out. It is kept with its cells, scored or not, and may come back. Set-up alone.

    An option that was considered and not taken forward is rather dropped, which keeps it in print. Raises
    Refused (also for the last option, and for the recommended one), Missing, or Stale with an OptionInput.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_edit_setup)
        removed = _removed(change, option_id)
        if removed is not None:
            return change.saved(option_id, removed.version)
        row, stands = row_of(change, option_id)
        change.refuse_stale(version, row.version, f"options/{option_id}", option_input(stands))
        refuse_to_remove(change.now, stands)
        rows_in(change).filter(pk=row.pk).update(removed_at=at, version=change.version)
        return change.done(option_id, "option removed", f"options/{option_id}", of_option(stands), None)


def restore_option(
    *, actor: Actor, at: datetime, appraisal_id: UUID, option_id: str, unscore: bool = False
) -> Saved:
    """Brings an option back to its place with its cells. Set-up alone.

    Where another option is the baseline by now, it comes back as none. Raises Refused, Missing, or Invalid:
    with the path ``option_id`` where it cannot come back as it was, and with ``cells/OPTION/LINE`` for each
    cell that does not fit any more. With ``unscore`` those come back unscored, their words kept.
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_edit_setup)
        row = _removed(change, option_id)
        if row is None:
            here, _ = row_of(change, option_id)
            return change.saved(option_id, here.version)
        _refuse_too_many(change.now, "option_id")
        _refuse_same_number(change.now, row)
        baseline = row.baseline and not any(option.baseline for option in change.now.options)
        models.Option.objects.filter(pk=row.pk).update(
            removed_at=None, baseline=baseline, version=change.version
        )
        cells = models.Cell.objects.filter(
            option=row, sub_criterion__removed_at=None, sub_criterion__group__removed_at=None
        )
        lost = bring_back(change, cells, unscore)
        after = {"name": row.name, **lost}
        return change.done(option_id, "option restored", f"options/{option_id}", None, after)


def rows_in(change: Change) -> QuerySet[models.Option]:
    """The options that are in."""
    return models.Option.objects.filter(appraisal=change.id, removed_at=None)


def row_of(change: Change, option_id: str) -> tuple[models.Option, Option]:
    """The row of an option that is in, and what stands in it; Missing where there is none."""
    option = change.now.option.get(option_id)
    if option is None:
        raise gone("option")
    return rows_in(change).get(slug=option_id), option


def refuse_to_remove(now: Snapshot, option: Option) -> None:
    """Refused where the appraisal cannot do without the option."""
    if reason := why_option_stays(now, option.id):
        raise Refused(reason)


def _save(
    change: Change,
    row: models.Option,
    stands: Option,
    wanted: Option,
    version: int,
    action: str,
    content: OptionInput | StageInput,
) -> Saved:
    """What an option is or where it stands, into its row."""
    before, after = differing(of_option(stands), of_option(wanted))
    if wanted == stands:
        return change.saved(stands.id, row.version)
    subject = f"options/{stands.id}"
    change.refuse_stale(version, row.version, subject, content)
    rows_in(change).filter(pk=row.pk).update(version=change.version, **option_columns(wanted))
    return change.done(stands.id, action, subject, before, after)


def _refuse_too_many(now: Snapshot, path: str) -> None:
    if len(now.options) >= OPTION_LIMIT:
        text = f"There are {OPTION_LIMIT} options already, which is the most. Take others out first."
        raise Invalid([Problem(path, text)])


def _refuse_same_number(now: Snapshot, row: models.Option) -> None:
    """Invalid where the removed option would share its number with another on the short list."""
    if row.stage != OptionStage.SHORT_LIST or row.number is None:
        return
    if any(listed_as(other, row.number) for other in now.options):
        text = f"Another option on the short list has the number {row.number} by now. Give that one another."
        raise Invalid([Problem("option_id", text)])


def _removed(change: Change, option_id: str) -> models.Option | None:
    rows = models.Option.objects.filter(appraisal=change.id, slug=option_id)
    return rows.exclude(removed_at=None).first()
