"""The Start page: for which bodies the person may start an appraisal, and from what."""

from dataclasses import dataclass

from django.contrib.auth.base_user import AbstractBaseUser

from appraisal import policies
from appraisal.selectors import appraisals, setup
from organisations import selectors as people


@dataclass(frozen=True)
class TemplateRow:
    """A template that a body keeps; ``reason`` says why the person cannot take it away, if so."""

    template: setup.OwnTemplate
    reason: str


@dataclass(frozen=True)
class StartPage:
    """``bodies`` and ``sources`` are (id, name) each.

    ``reason`` says why the person cannot start one, where no body lets them.
    """

    bodies: tuple[tuple[str, str], ...]
    sources: tuple[tuple[str, str], ...]
    templates: tuple[TemplateRow, ...]
    reason: str


def start_page(user: AbstractBaseUser) -> StartPage:
    """What the person may begin with. A few queries, however many appraisals there are."""
    bodies, reason = may_start_for(user)
    sources = tuple(
        (str(row.id), row.title)
        for row in appraisals.visible_to(user)
        if policies.reason_against(policies.may_copy, row.standing) is None
    )
    return StartPage(bodies, sources, template_rows(user), reason)


def template_rows(user: AbstractBaseUser) -> tuple[TemplateRow, ...]:
    """What the person's bodies keep."""
    roles = {body.id: body.roles for body in people.bodies_of(user)}
    return tuple(
        TemplateRow(
            each, policies.reason_against(policies.may_keep_templates, roles[each.organisation_id]) or ""
        )
        for each in setup.own_templates(user)
        if each.organisation_id in roles
    )


def may_start_for(user: AbstractBaseUser) -> tuple[tuple[tuple[str, str], ...], str]:
    """(id, name) of each body for which the person may start one, and why not where there is none."""
    reasons, bodies = [], []
    for body in people.bodies_of(user):
        reason = policies.reason_against(policies.may_start, body.roles)
        if reason is None:
            bodies.append((str(body.id), body.name))
        else:
            reasons.append(reason)
    none = (
        "You cannot start an appraisal: you belong to no body yet. Ask an administrator of yours to add you."
    )
    return tuple(bodies), "" if bodies else (reasons[0] if reasons else none)
