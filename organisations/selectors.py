"""Who people are, what they are for which body, and what was changed: values for pages, never rows."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.hashers import is_password_usable
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from organisations.audit import EXPORT
from organisations.errors import Missing, Refused
from organisations.models import AuditEvent, Membership, Organisation, User
from organisations.roles import BodyKind, Role, in_order, may_manage_people, must_keep_an_administrator

COMMAND_LINE = "command line"

# Whoever sent a request, signed in or not.
Somebody = AbstractBaseUser | AnonymousUser


class Held(NamedTuple):
    """One role held for one body."""

    organisation_id: UUID
    role: Role


@dataclass(frozen=True)
class Body:
    """An organisation, with the roles that the person asked about holds in it, in the order of ``Role``."""

    id: UUID
    name: str
    short_name: str
    kind: BodyKind
    roles: tuple[Role, ...] = ()

    @property
    def called(self) -> str:
        """The short name where there is one."""
        return self.short_name or self.name


@dataclass(frozen=True)
class Person:
    """Somebody of a body: roles held in it, whether their sign-in is open and a password was ever set."""

    id: UUID
    name: str
    email: str
    roles: tuple[Role, ...]
    is_open: bool
    can_sign_in: bool
    last_sign_in: datetime | None


@dataclass(frozen=True)
class Change:
    """One line of a history. ``actor`` is the name of the person, or "command line"."""

    id: int
    at: datetime
    actor: str
    actor_id: UUID | None
    action: str
    subject: str
    before: Any
    after: Any
    reason: str


def signed_in(user: Somebody) -> User:
    """The person who sent a request, as services take them; raises Refused where nobody is signed in."""
    if isinstance(user, User):
        return user
    raise Refused("Sign in first.")


def roles_in(user: Somebody, organisation_ids: Iterable[UUID]) -> tuple[Held, ...]:
    """Every role that the person holds in these bodies. One query."""
    rows = Membership.objects.filter(user=user.pk, organisation__in=list(organisation_ids))
    return tuple(
        Held(body, Role(role)) for body, role in rows.values_list("organisation_id", "role").order_by("pk")
    )


def organisation_ids_of(user: Somebody) -> frozenset[UUID]:
    """The bodies in which the person holds any role; none for somebody who is not signed in. One query."""
    if not user.is_authenticated:
        return frozenset()
    return frozenset(Membership.objects.filter(user=user.pk).values_list("organisation_id", flat=True))


def bodies_of(user: Somebody) -> tuple[Body, ...]:
    """The person's bodies by name, with the roles held in each. One query."""
    rows = Membership.objects.filter(user=user.pk).order_by("organisation__name", "organisation_id")
    fields = (
        "organisation_id",
        "organisation__name",
        "organisation__short_name",
        "organisation__kind",
        "role",
    )
    held: dict[UUID, tuple[str, str, str, list[str]]] = {}
    for key, name, short_name, kind, role in rows.values_list(*fields):
        held.setdefault(key, (name, short_name, kind, []))[3].append(role)
    return tuple(
        Body(key, name, short_name, BodyKind(kind), in_order(roles))
        for key, (name, short_name, kind, roles) in held.items()
    )


def names_of(organisation_ids: Iterable[UUID]) -> Mapping[UUID, str]:
    """The full names of these bodies, by id; an id of no body is left out. One query."""
    return dict(Organisation.objects.filter(pk__in=list(organisation_ids)).values_list("pk", "name"))


def body_of(organisation_id: UUID) -> Body:
    """The body of this id, without anybody's roles; raises Missing where there is none. One query."""
    fields = ("id", "name", "short_name", "kind")
    found = Organisation.objects.filter(pk=organisation_id).values_list(*fields).first()
    if found is None:
        raise Missing("There is no such body.")
    key, name, short_name, kind = found
    return Body(key, name, short_name, BodyKind(kind))


def organisation_id_named(name: str) -> UUID:
    """The body of exactly this name; raises Missing with a sentence where there is none."""
    found = Organisation.objects.filter(name=name).values_list("pk", flat=True).first()
    if found is None:
        known = ", ".join(Organisation.objects.order_by("name").values_list("name", flat=True)[:20])
        raise Missing(
            f'There is no organisation named "{name}". {f"There are: {known}." if known else "None exist."}'
        )
    return found


def person_with(email: str) -> User | None:
    """The person who signs in with this address, or None."""
    return User.objects.filter(email=email.lower()).first()


def anybody_outside(ending: str) -> bool:
    """Whether anybody signs in with an address that does not end so, such as ``.example``. One query."""
    return User.objects.exclude(email__endswith=ending).exists()


def managed_body(user: Somebody, organisation_id: UUID) -> Body:
    """The body, for somebody who may change its people. Raises Missing outside their bodies, else Refused."""
    body = next((body for body in bodies_of(user) if body.id == organisation_id), None)
    if body is None:
        raise Missing("There is no such body, or you do not belong to it.")
    may_manage_people(body.roles, body.name)
    return body


def people_of(organisation_id: UUID) -> tuple[Person, ...]:
    """Everybody who holds a role in the body, by name. One query."""
    rows = Membership.objects.filter(organisation=organisation_id).order_by("user__name", "user__email")
    held: dict[UUID, tuple[tuple[str, str, bool, str, datetime | None], list[str]]] = {}
    fields = ("user__name", "user__email", "user__is_active", "user__password", "user__last_login")
    for key, role, *rest in rows.values_list("user_id", "role", *fields):
        held.setdefault(key, (tuple(rest), []))[1].append(role)
    return tuple(
        Person(key, name, email, in_order(roles), is_open, is_password_usable(password), last_login)
        for key, ((name, email, is_open, password, last_login), roles) in held.items()
    )


def person_of(organisation_id: UUID, user_id: UUID) -> Person:
    """One of the people of the body; raises Missing for anybody else."""
    found = next((person for person in people_of(organisation_id) if person.id == user_id), None)
    if found is None:
        raise Missing("There is no such person in this body. Perhaps somebody removed them already.")
    return found


def reason_to_stay(body: Body, person: Person) -> str | None:
    """Why the person cannot leave the body or its administrators, in the words of the refusal; else None."""
    others = [other.roles for other in people_of(body.id) if other.id != person.id]
    try:
        must_keep_an_administrator(person.roles, others, person.name, body.name)
    except Refused as refused:
        return refused.reason
    return None


def history(
    scope: UUID,
    *,
    limit: int = 50,
    offset: int = 0,
    actions: Collection[str] = (),
    subjects: Collection[str] = (),
) -> tuple[Change, ...]:
    """What was changed in an appraisal, a body or a person, the newest first. One query.

    ``actions`` and ``subjects``, where given, keep only the changes of these kinds, or of these things.
    """
    rows = _changes(scope, actions, subjects).order_by("-id")
    fields = ("id", "at", "actor__name", "actor_id", "action", "subject", "before", "after", "reason")
    return tuple(
        Change(key, at, actor or COMMAND_LINE, actor_id, *rest)
        for key, at, actor, actor_id, *rest in rows.values_list(*fields)[offset : offset + limit]
    )


def history_length(scope: UUID, *, actions: Collection[str] = (), subjects: Collection[str] = ()) -> int:
    """How many changes ``history`` would give if there were no limit. One query."""
    return _changes(scope, actions, subjects).count()


def changes_by_others(scope: UUID, user: Somebody, since: datetime) -> int:
    """How many changes others made since then. Taking a report away changes nothing. One query."""
    rows = AuditEvent.objects.filter(scope=scope, at__gt=since)
    return rows.exclude(actor=user.pk).exclude(action=EXPORT).count()


def _changes(scope: UUID, actions: Collection[str], subjects: Collection[str]) -> QuerySet[AuditEvent]:
    """The events of one scope, narrowed where something to narrow by is given."""
    rows = AuditEvent.objects.filter(scope=scope)
    if actions:
        rows = rows.filter(action__in=actions)
    return rows.filter(subject__in=subjects) if subjects else rows
