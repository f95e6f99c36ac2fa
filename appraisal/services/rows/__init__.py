"""From the parts of a snapshot to rows, one by one or a whole appraisal at once.

Services that bring in much at once call this inside their transaction.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from appraisal import models
from appraisal.core.snapshot import Recommendation, Scale, Snapshot, WeightSet, to_dict
from appraisal.core.snapshot.writing import in_order
from appraisal.core.snapshot.writing.parts import of_swot, of_verdict
from appraisal.models import Appraisal, Participation
from appraisal.services.rows.columns import (
    body_columns,
    factor_stored,
    group_columns,
    ids_like,
    option_columns,
    sub_criterion_columns,
)
from appraisal.services.rows.removed import removed_content
from organisations.audit import Actor

__all__ = [
    "body_columns",
    "clear",
    "create",
    "factor_stored",
    "group_columns",
    "ids_like",
    "keep",
    "option_columns",
    "own_columns",
    "removed_content",
    "sub_criterion_columns",
    "write",
    "write_scale",
]

PARTS = ("about", "scale", "method", "timeline", "responsibilities", "sections", "notes")
"""What is saved by itself and has no row of its own; its version stands in ``Appraisal.versions``."""


def create(actor: Actor, at: datetime, snapshot: Snapshot, bodies: Mapping[str, UUID]) -> Appraisal | None:
    """A new appraisal with all that the snapshot holds; None, and nothing stored, where its slug is taken.

    ``bodies`` has the organisation of each body by its name.
    """
    row = Appraisal(slug=snapshot.slug, changed_at=at, changed_by=actor, **own_columns(snapshot, 1))
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:  # it was taken, perhaps by somebody at the same moment
        return None
    models.Recommendation.objects.create(appraisal=row, version=row.revision, changed_at=at, changed_by=actor)
    write(actor, at, row, snapshot, bodies)
    return row


def own_columns(snapshot: Snapshot, revision: int) -> dict[str, Any]:
    """The columns of the appraisal's own row, but its slug, as saved at this revision."""
    written = to_dict(replace(snapshot, cells=()))
    fields = ("title", "question", "summary", "stage", "document", "timeline", "responsibilities")
    return {
        **{field: written[field] for field in (*fields, "printed", "references", "sections", "notes")},
        "combine": snapshot.method.combine.value,
        "weight_set": snapshot.method.weight_set or "",
        "result": snapshot.method.result,
        "success_factors": [factor_stored(factor, revision) for factor in snapshot.success_factors],
        "versions": dict.fromkeys(PARTS, revision),
    }


def clear(row: Appraisal) -> None:
    """Takes away all that a file writes anew, removed rows included."""
    models.Recommendation.objects.filter(appraisal=row).update(
        given=False, option=None, statement="", reasons=[]
    )
    for rows in (row.participations, row.cells, row.weight_sets, row.scales, row.options, row.groups):
        rows.all().delete()


def write(
    actor: Actor,
    at: datetime,
    row: Appraisal,
    snapshot: Snapshot,
    bodies: Mapping[str, UUID],
) -> None:
    """Every row of the file's content, at the appraisal's revision."""
    _write_bodies(row, snapshot, bodies)
    groups, subs = _write_criteria(row, snapshot)
    write_scale(row, None, snapshot.scale)
    for sub in (line.sub_criterion for line in snapshot.lines):
        write_scale(row, subs[sub.id], sub.scale)
    for place, weights in enumerate(snapshot.weight_sets):
        _write_weights(row, place, weights, groups, subs)
    options = _write_options(row, snapshot)
    saved = {"version": row.revision, "changed_at": at, "changed_by": actor}
    _write_recommendation(row, snapshot.recommendation, options, saved)
    _write_cells(row, snapshot, options, subs, saved)


def _write_bodies(row: Appraisal, snapshot: Snapshot, bodies: Mapping[str, UUID]) -> None:
    Participation.objects.bulk_create(
        Participation(
            appraisal=row,
            organisation_id=bodies[body.name],
            place=place,
            slug=body.id,
            version=row.revision,
            **body_columns(body),
        )
        for place, body in enumerate(snapshot.organisations)
    )


def keep(staying: Iterable[Participation], snapshot: Snapshot) -> None:
    """Puts the bodies that the file does not name after those it names.

    One whose id is taken gets another.
    """
    taken = {body.id for body in snapshot.organisations}
    for place, body in enumerate(staying, start=len(snapshot.organisations)):
        body.pk, body.place = None, place
        body.slug = next(slug for slug in ids_like(body.slug) if slug not in taken)
        taken.add(body.slug)
        body.save(force_insert=True)


def _write_criteria(row: Appraisal, snapshot: Snapshot) -> tuple[dict[str, int], dict[str, int]]:
    """The groups and their lines; gives their rows by id."""
    groups = models.CriteriaGroup.objects.bulk_create(
        models.CriteriaGroup(
            appraisal=row, place=place, slug=group.id, version=row.revision, **group_columns(group)
        )
        for place, group in enumerate(snapshot.groups)
    )
    subs = models.SubCriterion.objects.bulk_create(
        models.SubCriterion(
            appraisal=row,
            group=group_row,
            place=place,
            slug=sub.id,
            version=row.revision,
            **sub_criterion_columns(sub),
        )
        for group_row, group in zip(groups, snapshot.groups, strict=True)
        for place, sub in enumerate(group.sub_criteria)
    )
    return {group.slug: group.pk for group in groups}, {sub.slug: sub.pk for sub in subs}


def write_scale(row: Appraisal, sub_criterion: int | None, scale: Scale | None) -> None:
    """A scale with its points, the appraisal's own where ``sub_criterion`` is None."""
    if scale is None:
        return
    stored = models.Scale.objects.create(
        appraisal=row,
        sub_criterion_id=sub_criterion,
        lo=scale.lo,
        hi=scale.hi,
        step=scale.step,
        neutral=scale.neutral,
    )
    models.ScalePoint.objects.bulk_create(
        models.ScalePoint(scale=stored, place=place, value=point.value, label=point.label)
        for place, point in enumerate(scale.points)
    )


def _write_weights(
    row: Appraisal, place: int, weights: WeightSet, groups: Mapping[str, int], subs: Mapping[str, int]
) -> None:
    stored = models.WeightSet.objects.create(
        appraisal=row,
        place=place,
        slug=weights.id,
        name=weights.name,
        has_group_weights=weights.groups is not None,
        version=row.revision,
    )
    by_group = [
        models.Weight(weight_set=stored, group_id=groups[group], value=value)
        for group, value in (weights.groups or {}).items()
    ]
    by_sub = [
        models.Weight(weight_set=stored, sub_criterion_id=subs[sub], value=value)
        for sub, value in weights.sub_criteria.items()
    ]
    models.Weight.objects.bulk_create(by_group + by_sub)


def _write_options(row: Appraisal, snapshot: Snapshot) -> dict[str, int]:
    """The options; gives their rows by id."""
    options = models.Option.objects.bulk_create(
        models.Option(
            appraisal=row,
            place=place,
            slug=option.id,
            version=row.revision,
            swot_version=row.revision,
            filter_version=row.revision,
            swot=of_swot(option.swot),
            filter=[of_verdict(verdict) for verdict in option.filter],
            **option_columns(option),
        )
        for place, option in enumerate(snapshot.options)
    )
    return {option.slug: option.pk for option in options}


def _write_recommendation(
    row: Appraisal,
    recommendation: Recommendation | None,
    options: Mapping[str, int],
    saved: Mapping[str, Any],
) -> None:
    found = recommendation or Recommendation()
    models.Recommendation.objects.filter(appraisal=row).update(
        given=recommendation is not None,
        option=options[found.option] if found.option else None,
        statement=found.statement,
        reasons=[
            {"group": each.group, "heading": each.heading, "paragraphs": list(each.paragraphs)}
            for each in found.reasons
        ],
        **saved,
    )


def _write_cells(
    row: Appraisal,
    snapshot: Snapshot,
    options: Mapping[str, int],
    subs: Mapping[str, int],
    saved: Mapping[str, Any],
) -> None:
    models.Cell.objects.bulk_create(
        models.Cell(
            appraisal=row,
            option_id=options[cell.option],
            sub_criterion_id=subs[cell.sub_criterion],
            state=cell.state.value,
            score=cell.score,
            basis=cell.basis,
            rationale=cell.rationale,
            mark=cell.mark,
            **saved,
        )
        for cell in in_order(snapshot.cells, list(options), list(subs))
    )
