"""Starting an appraisal: from a template, from nothing, or as a copy of another."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction

from appraisal import policies
from appraisal.core.lifecycle import Stage
from appraisal.core.snapshot import Body, Combine, Kind, Method, Snapshot, WeightSet
from appraisal.core.snapshot.rules import COUNTED, id_problem
from appraisal.core.text import clean_name
from appraisal.models import Appraisal, Participation, Weight
from appraisal.selectors.snapshots import snapshot
from appraisal.services import rows
from appraisal.services.setup.ids import free_id, slug_of
from appraisal.services.setup.templates import Template, template_for
from organisations import audit
from organisations.audit import Actor
from organisations.errors import Invalid, Missing, Problem
from organisations.selectors import body_of, roles_in

ONE = Decimal(1)
TRIES = 5
"""How often another slug is tried, where others take the same one at the same moment."""


@dataclass(frozen=True)
class Created:
    """An appraisal that was started."""

    appraisal_id: UUID
    slug: str


@transaction.atomic
def create_appraisal(
    *,
    actor: Actor,
    at: datetime,
    organisation_id: UUID,
    title: str,
    template: str | None = None,
    slug: str = "",
) -> Created:
    """Starts an appraisal that the body leads, with the criteria of a template or without any.

    ``template`` is the id of a built-in one, or the UUID of one that a body of the actor's saved. ``slug``
    names the appraisal on the command line; left empty it is made from the title. Raises Refused unless the
    actor is a commissioning officer of the body, Missing where there is no such body, or Invalid with the
    paths ``title``, ``slug`` and ``template``.
    """
    body = _leading(actor, organisation_id)
    title = _named(title, slug)
    chosen = template_for(actor, template) if template else None
    wanted = Snapshot(slug="", title=title, organisations=(body,), **_criteria(chosen))
    row = _store(actor, at, wanted, {body.name: organisation_id}, slug)
    # Nobody has given these weights, nor chosen how to combine.
    Weight.objects.filter(weight_set__appraisal=row).update(given=False)
    versions = {part: version for part, version in row.versions.items() if part != "method"}
    Appraisal.objects.filter(pk=row.pk).update(versions=versions)
    after = {"title": title, "template": chosen.name if chosen else ""}
    _record(actor, at, row, "appraisal started", after)
    return Created(row.pk, row.slug)


@transaction.atomic
def copy_appraisal(
    *,
    actor: Actor,
    at: datetime,
    organisation_id: UUID,
    source: UUID,
    title: str,
    with_scores: bool,
    slug: str = "",
) -> Created:
    """Starts an appraisal from what another one holds, in set-up; the body leads it beside those that did.

    The bodies come along, and so do options, criteria, weights and texts; with the scores also the cells,
    the recommendation and the printed figures. Raises Refused unless the actor is a commissioning officer of
    the body and of one that takes part in the source, Missing where they do not see it, or Invalid with the
    paths ``title`` and ``slug``.
    """
    standing = policies.standing(actor, source)
    if not standing.sees:
        raise Missing("There is no such appraisal, or none of your bodies takes part in it.")
    policies.may_copy(standing)
    body = _leading(actor, organisation_id)
    title = _named(title, slug)
    found = snapshot(source)
    if not with_scores:
        found = _without_scores(found)
    wanted = replace(
        found, title=title, stage=Stage.SET_UP.value, organisations=_bodies(found.organisations, body)
    )
    known = Participation.objects.filter(appraisal=source).values_list("organisation__name", "organisation")
    row = _store(actor, at, wanted, {**dict(known), body.name: organisation_id}, slug)
    _copy_marks(source, row)
    after = {"title": title, "copied_from": found.slug, "with_scores": with_scores}
    _record(actor, at, row, "appraisal copied", after)
    return Created(row.pk, row.slug)


def _leading(actor: Actor, organisation_id: UUID) -> Body:
    """The body as it leads the new appraisal, for an actor who may start one there."""
    organisation = body_of(organisation_id)
    if actor is not None:
        policies.may_start([held.role for held in roles_in(actor, [organisation_id])])
    return Body(
        id=slug_of(organisation.called) or "body",
        name=organisation.name,
        short_name=organisation.short_name,
        kind=str(organisation.kind),
        lead=True,
        role="decides",
    )


def _named(title: str, slug: str) -> str:
    """The title, cleaned; Invalid where it or the slug that was typed cannot be."""
    problems = []
    try:
        cleaned = clean_name(title)
    except ValueError as refusal:
        cleaned = ""
        problems.append(Problem("title", str(refusal)))
    if not cleaned and not problems:
        problems.append(Problem("title", "Enter the title of the appraisal."))
    wrong = id_problem(slug) if slug else ""
    if wrong:
        problems.append(Problem("slug", wrong))
    if problems:
        raise Invalid(problems)
    return cleaned


def _store(actor: Actor, at: datetime, wanted: Snapshot, bodies: Mapping[str, UUID], slug: str) -> Appraisal:
    """A new appraisal under the slug that was typed (Invalid where it is taken) or a free one."""
    if slug:
        row = rows.create(actor, at, replace(wanted, slug=slug), bodies)
        if row is None:
            text = f"There is an appraisal “{slug}” already. Choose another short name."
            raise Invalid([Problem("slug", text)])
        return row
    for _ in range(TRIES):
        taken = set(Appraisal.objects.values_list("slug", flat=True))
        free = free_id(slug_of(wanted.title), taken, "appraisal")
        row = rows.create(actor, at, replace(wanted, slug=free), bodies)
        if row is not None:
            return row
    raise Invalid([Problem("title", "Others started appraisals of this title at this moment. Try again.")])


def _criteria(template: Template | None) -> dict[str, Any]:
    """What a new appraisal takes from its template.

    Raw measures count only as values with weights, so that a template with any brings a first weight set.
    """
    if template is None:
        return {}
    found: dict[str, Any] = {
        "scale": template.scale,
        "groups": template.groups,
        "success_factors": template.success_factors,
    }
    lines = [sub for group in template.groups for sub in group.sub_criteria if sub.kind in COUNTED]
    if any(sub.kind is Kind.MEASURE for sub in lines):
        weights = WeightSet("weights", "Weights", {sub.id: ONE for sub in lines})
        found |= {"method": Method(Combine.WEIGHTED_VALUE, weights.id), "weight_sets": (weights,)}
    return found


def _without_scores(found: Snapshot) -> Snapshot:
    """The appraisal as it stood before anybody scored."""
    notes = tuple(note for note in found.notes if not note.about.startswith("cells/"))
    return replace(found, cells=(), recommendation=None, printed=None, notes=notes)


def _bodies(found: tuple[Body, ...], leading: Body) -> tuple[Body, ...]:
    """The bodies of the source, with the one that leads the copy."""
    if any(body.name == leading.name for body in found):
        return tuple(replace(body, lead=body.lead or body.name == leading.name) for body in found)
    return (*found, replace(leading, id=free_id(leading.id, {body.id for body in found}, "body")))


def _copy_marks(source: UUID, row: Appraisal) -> None:
    """Weights that nobody gave in the source are not given in the copy either."""
    fields = ("weight_set__slug", "group__slug", "sub_criterion__slug")
    for weight_set, group, sub in Weight.objects.filter(
        weight_set__appraisal=source, given=False
    ).values_list(*fields):
        copied = Weight.objects.filter(weight_set__appraisal=row, weight_set__slug=weight_set)
        copied.filter(group__slug=group, sub_criterion__slug=sub).update(given=False)


def _record(actor: Actor, at: datetime, row: Appraisal, action: str, after: Mapping[str, Any]) -> None:
    audit.record(actor=actor, at=at, action=action, scope=row.pk, subject="appraisal", after=after)
