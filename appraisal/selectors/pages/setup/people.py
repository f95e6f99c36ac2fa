"""The bodies that take part, and their people: who may do what in this appraisal."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.base_user import AbstractBaseUser

from appraisal import policies
from appraisal.core.lifecycle import Stage
from appraisal.models import Participation
from organisations.roles import Role, in_order


@dataclass(frozen=True)
class PersonRow:
    """Somebody of a body. ``does`` says what they may do in this appraisal; ``scores`` whether they score."""

    id: UUID
    name: str
    roles: str
    does: str
    scores: bool


@dataclass(frozen=True)
class BodyPeople:
    """One body with its people by name. ``looked_after`` tells whether somebody could add to them.

    ``own`` is whether the person who asks is an administrator there.
    """

    id: str
    organisation_id: UUID
    name: str
    leads: bool
    people: tuple[PersonRow, ...]
    looked_after: bool
    own: bool


def people_of_appraisal(appraisal_id: UUID, user: AbstractBaseUser) -> tuple[BodyPeople, ...]:
    """Every body in its order, with everybody who belongs to it. One query."""
    held = "organisation__memberships"
    rows = (
        Participation.objects.filter(appraisal=appraisal_id)
        .order_by("place", f"{held}__user__name", f"{held}__user_id")
        .values_list(
            "slug", "organisation_id", "organisation__name", "lead",
            f"{held}__user_id", f"{held}__user__name", f"{held}__role",
        )
    )  # fmt: skip
    bodies: dict[str, tuple[UUID, str, bool]] = {}
    people: dict[str, dict[UUID, tuple[str, list[str]]]] = {}
    for slug, organisation, name, lead, person, called, role in rows:
        bodies[slug] = (organisation, name, lead)
        of_body = people.setdefault(slug, {})
        if person is not None:
            of_body.setdefault(person, (called, []))[1].append(role)
    return tuple(_body(slug, *bodies[slug], people[slug], user.pk) for slug in bodies)


def _body(
    slug: str,
    organisation: UUID,
    name: str,
    lead: bool,
    people: dict[UUID, tuple[str, list[str]]],
    asking: UUID,
) -> BodyPeople:
    return BodyPeople(
        id=slug,
        organisation_id=organisation,
        name=name,
        leads=lead,
        people=tuple(_person(key, called, roles, lead) for key, (called, roles) in people.items()),
        looked_after=any(Role.ADMINISTRATOR in roles for _, roles in people.values()),
        own=Role.ADMINISTRATOR in people.get(asking, ("", []))[1],
    )


def _person(key: UUID, called: str, roles: list[str], lead: bool) -> PersonRow:
    standing = policies.standing_of((role, lead) for role in roles)
    scores = policies.reason_against(policies.may_score, standing, Stage.SCORING) is None
    sets_up = policies.reason_against(policies.may_move_stage, standing) is None
    does = "Sets up, scores, agrees and recommends" if sets_up else "Scores" if scores else "Reads"
    return PersonRow(key, called, ", ".join(role.label for role in in_order(roles)), does, scores)
