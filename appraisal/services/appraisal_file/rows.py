"""Every row of an appraisal file's content. ``store`` calls it inside its transaction."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import count
from typing import Any
from uuid import UUID

from appraisal import models
from appraisal.core.snapshot import Recommendation, Scale, Snapshot, SubCriterion, WeightSet
from appraisal.core.snapshot.rules import ID_LIMIT
from appraisal.core.snapshot.writing import in_order
from appraisal.models import Appraisal, Participation
from organisations.audit import Actor


def clear(row: Appraisal) -> None:
    """Takes away all that a file writes anew."""
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
    _write_scale(row, None, snapshot.scale)
    for sub in (line.sub_criterion for line in snapshot.lines):
        _write_scale(row, subs[sub.id], sub.scale)
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
            short_name=body.short_name,
            kind=body.kind,
            lead=body.lead,
            role=body.role,
            body=body.body,
            asked_to=body.asked_to,
            when=body.when,
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
        body.slug = next(slug for slug in _slugs(body.slug) if slug not in taken)
        taken.add(body.slug)
        body.save(force_insert=True)


def _slugs(slug: str) -> Iterable[str]:
    """The id itself, then ones like it."""
    yield slug
    for number in count(2):
        tail = f"-{number}"
        yield slug[: ID_LIMIT - len(tail)] + tail


def _write_criteria(row: Appraisal, snapshot: Snapshot) -> tuple[dict[str, int], dict[str, int]]:
    """The groups and their lines; gives their rows by id."""
    groups = models.CriteriaGroup.objects.bulk_create(
        models.CriteriaGroup(
            appraisal=row,
            place=place,
            slug=group.id,
            name=group.name,
            short_name=group.short_name,
            stem=group.stem,
            guidance=group.guidance,
        )
        for place, group in enumerate(snapshot.groups)
    )
    subs = models.SubCriterion.objects.bulk_create(
        _sub_criterion(row, group_row, place, sub)
        for group_row, group in zip(groups, snapshot.groups, strict=True)
        for place, sub in enumerate(group.sub_criteria)
    )
    return {group.slug: group.pk for group in groups}, {sub.slug: sub.pk for sub in subs}


def _sub_criterion(
    row: Appraisal, group: models.CriteriaGroup, place: int, sub: SubCriterion
) -> models.SubCriterion:
    return models.SubCriterion(
        appraisal=row,
        group=group,
        place=place,
        slug=sub.id,
        name=sub.name,
        short_name=sub.short_name,
        guidance=sub.guidance,
        kind=sub.kind.value,
        value_rule=sub.value.rule,
        not_applicable_rule=sub.not_applicable_rule,
    )


def _write_scale(row: Appraisal, sub_criterion: int | None, scale: Scale | None) -> None:
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
            number=option.number,
            name=option.name,
            short_name=option.short_name,
            other_names=list(option.other_names),
            proposal=list(option.proposal),
            summary=option.summary,
            baseline=option.baseline,
            stage=option.stage.value,
            reason=option.reason,
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
            **saved,
        )
        for cell in in_order(snapshot.cells, list(options), list(subs))
    )
