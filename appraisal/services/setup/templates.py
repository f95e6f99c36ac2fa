"""Criteria templates: the built-in ones of fixtures/criteria_templates, and those that bodies save."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction

from appraisal import models, policies
from appraisal.core.snapshot import CriteriaGroup, Scale, Snapshot, SuccessFactor
from appraisal.core.snapshot.writing.parts import of_group, of_scale, of_success_factor
from appraisal.selectors.snapshots import snapshot
from appraisal.services.changing import locked
from appraisal.services.setup.reading import Reading
from appraisal.services.setup.reading_templates import FORMAT, SCHEMA, read
from organisations import audit
from organisations.audit import Actor
from organisations.errors import Invalid, Missing, Problem
from organisations.selectors import names_of, roles_in

ORDER = ("somerset-four-aims", "cornwall-five", "green-book-csf", "blank")
"""The built-in templates in the order in which they are offered; any other comes after them."""


@dataclass(frozen=True)
class Template:
    """Criteria to begin an appraisal from. ``id`` is the name of its file, or the UUID of a body's own."""

    id: str
    name: str
    description: str = ""
    scale: Scale | None = None
    groups: tuple[CriteriaGroup, ...] = ()
    success_factors: tuple[SuccessFactor, ...] = ()

    @property
    def lines(self) -> int:
        """How many sub-criteria it has."""
        return sum(len(group.sub_criteria) for group in self.groups)


@lru_cache(maxsize=1)
def built_in_templates() -> tuple[Template, ...]:
    """The templates that come with the product, read once a process; Invalid where one is broken."""
    files = sorted((settings.BASE_DIR / "fixtures" / "criteria_templates").glob("*.json"))
    found = [read_template(file.stem, file.read_bytes()) for file in files]
    place = {each: index for index, each in enumerate(ORDER)}
    return tuple(sorted(found, key=lambda each: place.get(each.id, len(place))))


def read_template(template_id: str, content: bytes | str | Mapping[str, Any]) -> Template:
    """A criteria template from its file, or from what stands in it.

    Invalid with every problem and its path.
    """
    data: object = content
    if isinstance(content, bytes | str):
        try:
            data = json.loads(content)
        except ValueError as error:  # not JSON, or not UTF-8
            raise Invalid([Problem("", f"This is no JSON file: {error}.")]) from None
    name, description, found = read(data)
    return Template(template_id, name, description, found.scale, found.groups, found.success_factors)


def template_for(actor: Actor, template: str) -> Template:
    """The built-in template of this id, or the own one of a body of the actor's; Invalid where neither is."""
    for each in built_in_templates():
        if each.id == template:
            return each
    row = _own(template)
    if row is not None and (actor is None or roles_in(actor, [row.organisation_id])):
        return read_template(str(row.pk), row.content)
    raise Invalid([Problem("template", "There is no such template. Choose one of those on the page.")])


def save_own_template(
    *,
    actor: Actor,
    at: datetime,
    appraisal_id: UUID,
    organisation_id: UUID,
    name: str,
    description: str = "",
) -> UUID:
    """Keeps the criteria, scale and success factors of an appraisal as a template of a body; gives its id.

    Raises Refused unless the actor is a commissioning officer of that body and sees the appraisal, Missing,
    or Invalid with the paths ``name`` and ``description``.
    """
    with transaction.atomic():
        locked(appraisal_id)
        policies.may_see(policies.standing(actor, appraisal_id))
        _may_keep(actor, organisation_id)
        content = _content(snapshot(appraisal_id), name, description)
        rows = models.CriteriaTemplate.objects.filter(organisation=organisation_id)
        if rows.filter(name=content["name"]).exists():
            text = "This body has a template of this name already. Give it another, or remove that one."
            raise Invalid([Problem("name", text)])
        row = rows.create(
            organisation_id=organisation_id,
            name=content["name"],
            content=content,
            saved_at=at,
            saved_by=actor,
        )
        audit.record(
            actor=actor,
            at=at,
            action="template saved",
            scope=organisation_id,
            subject=row.name,
            after={"appraisal": str(appraisal_id), "template": str(row.pk)},
        )
        return row.pk


def remove_own_template(*, actor: Actor, at: datetime, template_id: UUID) -> None:
    """Takes a body's own template away; the history keeps what it held. Appraisals made from it stay.

    Raises Refused unless the actor is a commissioning officer of that body, or Missing.
    """
    with transaction.atomic():
        row = models.CriteriaTemplate.objects.select_for_update().filter(pk=template_id).first()
        if row is None:
            raise Missing("There is no such template any more.")
        _may_keep(actor, row.organisation_id)
        audit.record(
            actor=actor,
            at=at,
            action="template removed",
            scope=row.organisation_id,
            subject=row.name,
            before=row.content,
        )
        row.delete()


def _may_keep(actor: Actor, organisation_id: UUID) -> None:
    """Missing for a body that the actor has no part in, Refused without the role."""
    if organisation_id not in names_of([organisation_id]):
        raise Missing("There is no such body.")
    if actor is not None:
        held = [each.role for each in roles_in(actor, [organisation_id])]
        policies.may_keep_templates(held)


def _own(template: str) -> models.CriteriaTemplate | None:
    try:
        key = UUID(template)
    except ValueError:
        return None
    return models.CriteriaTemplate.objects.filter(pk=key).first()


def _content(now: Snapshot, name: str, description: str) -> dict[str, Any]:
    """A template file of what the appraisal is judged by."""
    reading = Reading()
    named = reading.filled("name", name, "Enter a name for the template.")
    content = {
        "format": FORMAT,
        "schema": SCHEMA,
        "name": named,
        "description": description,
        "scale": of_scale(now.scale),
        "groups": [of_group(group) for group in now.groups],
        "success_factors": [of_success_factor(factor) for factor in now.success_factors],
    }
    try:
        content["name"], content["description"], _ = read(content)
    except Invalid as refusal:
        for problem in refusal.problems:
            reading.wrong(problem.path, problem.message)
    return reading.finish(content)
