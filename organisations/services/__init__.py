"""Changes to people and bodies: each locks, checks, writes and leaves an audit event, in one transaction.

``actor`` is who does it (None: the command line, which may do everything here) and ``at`` when, an aware
datetime. Refused says why the actor may not, Invalid names what is wrong with what came in, Missing what does
not exist.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from organisations import audit
from organisations.errors import Invalid, Missing, Problem, Refused
from organisations.models import Membership, Organisation, User
from organisations.names import LONGEST
from organisations.roles import BodyKind, Role, in_order, may_manage_people, must_keep_an_administrator


@dataclass(frozen=True)
class AddedPerson:
    """Who was added to a body. ``created`` says whether they are new here and have yet to set a password."""

    user: User
    created: bool


@transaction.atomic
def create_organisation(
    *, actor: User | None, at: datetime, name: str, kind: str, short_name: str = ""
) -> UUID:
    """Starts a body and gives its id. Only from the command line. Invalid where the name is taken already."""
    _may_start(actor, "A body is started with the command create_organisation, by whoever runs this site.")
    body, created = _organisation(actor, at, name, short_name, kind)
    if not created:
        raise Invalid([Problem("name", f'There is an organisation named "{name}" already.')])
    return body.pk


@transaction.atomic
def find_or_create_organisation(
    *, actor: User | None, at: datetime, name: str, kind: str, short_name: str = ""
) -> UUID:
    """The id of the body of exactly this name, which is started where there is none.

    An existing one stays as it is. Whether the actor may bring a body in is for the caller to decide: it
    knows the appraisal that names it.
    """
    return _organisation(actor, at, name, short_name, kind)[0].pk


@transaction.atomic
def create_person(
    *, actor: User | None, at: datetime, email: str, name: str, password: str | None = None
) -> User:
    """Somebody who can sign in, as yet of no body. Only from the command line.

    Without ``password`` they set one by a link first. Invalid for an address that is none or is taken, an
    empty name, or a password that is too weak.
    """
    _may_start(actor, "A person is added on the People page of a body, by an administrator of that body.")
    return _new_person(actor, at, email, name, password)


@transaction.atomic
def add_person(
    *,
    actor: User | None,
    at: datetime,
    organisation_id: UUID,
    email: str,
    name: str,
    roles: Iterable[str],
    password: str | None = None,
) -> AddedPerson:
    """Brings a person into the body: whoever signs in with this address, else somebody new of this name.

    Somebody known keeps their own name and password. Only the command line gives somebody new a
    ``password``; else they set one by a link. Invalid where they hold other roles in the body already.
    """
    body = _body_to_change(actor, organisation_id)
    wanted = _some_roles(roles)
    if password is not None:
        _may_start(actor, "People set their passwords themselves, by the link that they are sent.")
    user = User.objects.filter(email=email.lower()).first()
    created = user is None
    if user is None:
        user = _new_person(actor, at, email, name, password)
    held = _roles(user.pk, body)
    if held and held != wanted:
        raise Invalid(
            [Problem("email", f"{user.name} belongs to {body.name} already. Change their roles instead.")]
        )
    if not held:  # a form sent twice changes nothing and says the same
        _write_roles(actor, at, body, user, held, wanted, "person added")
    return AddedPerson(user, created)


@transaction.atomic
def add_membership(
    *, actor: User | None, at: datetime, organisation_id: UUID, user_id: UUID, role: str
) -> None:
    """Gives a person one more role in the body. One that they hold already changes nothing."""
    body = _body_to_change(actor, organisation_id)
    user = _person(user_id)
    held = _roles(user.pk, body)
    wanted = in_order({*held, *_some_roles([role])})
    if wanted != held:
        _write_roles(actor, at, body, user, held, wanted, "roles changed" if held else "person added")


@transaction.atomic
def change_roles(
    *, actor: User | None, at: datetime, organisation_id: UUID, user_id: UUID, roles: Iterable[str]
) -> None:
    """Makes these, and no others, the roles that the person holds in the body.

    Missing for somebody who belongs to it no more; Refused where the body would lose its only administrator.
    """
    body = _body_to_change(actor, organisation_id)
    user, held = _member(user_id, body)
    wanted = _some_roles(roles)
    if wanted == held:
        return
    if Role.ADMINISTRATOR not in wanted:
        _keep_an_administrator(body, user, held)
    _write_roles(actor, at, body, user, held, wanted, "roles changed")


@transaction.atomic
def remove_membership(*, actor: User | None, at: datetime, organisation_id: UUID, user_id: UUID) -> None:
    """Takes the person out of the body, with every role; what they wrote stays under their name.

    Missing for somebody who belongs to it no more; Refused where the body would lose its only administrator.
    """
    body = _body_to_change(actor, organisation_id)
    user, held = _member(user_id, body)
    _keep_an_administrator(body, user, held)
    _write_roles(actor, at, body, user, held, (), "person removed")


# --- The parts of these changes ----------------------------------------------------------------------------


def _may_start(actor: User | None, reason: str) -> None:
    if actor is not None:
        raise Refused(reason)


def _organisation(
    actor: User | None, at: datetime, name: str, short_name: str, kind: str
) -> tuple[Organisation, bool]:
    """The body of this name, and whether it was made just now; two at once make one (get_or_create)."""
    problems = [
        Problem(field, f"Enter at most {LONGEST} characters.")
        for field, value in (("name", name), ("short_name", short_name))
        if len(value) > LONGEST
    ]
    if not name:
        problems.append(Problem("name", "Enter a name."))
    if kind not in list(BodyKind):
        problems.append(Problem("kind", f'"{kind}" is no kind of body. There are: {", ".join(BodyKind)}.'))
    if problems:
        raise Invalid(problems)
    known = {"short_name": short_name, "kind": str(kind)}
    body, created = Organisation.objects.get_or_create(name=name, defaults=known)
    if created:
        after = {"name": name, **known}
        audit.record(
            actor=actor, at=at, action="organisation created", scope=body.pk, subject=name, after=after
        )
    return body, created


def _new_person(actor: User | None, at: datetime, email: str, name: str, password: str | None) -> User:
    email = email.lower()
    user = User(email=email, name=name)
    problems = _problems_of(user, password)
    if problems:
        raise Invalid(problems)
    user.set_password(password)  # None: a password that nothing matches, until they set one
    try:
        with transaction.atomic():
            user.save(force_insert=True)
    except IntegrityError as error:  # another body added the same person at the same moment
        raise Invalid([_taken(email)]) from error
    after = {"email": email, "name": name}
    audit.record(actor=actor, at=at, action="person created", scope=user.pk, subject=name, after=after)
    return user


def _problems_of(user: User, password: str | None) -> list[Problem]:
    problems = []
    try:
        User._meta.get_field("email").clean(user.email, user)  # neither empty nor too long, and an address
    except ValidationError:
        problems.append(Problem("email", "Enter an e-mail address, like name@example.gov.uk."))
    if User.objects.filter(email=user.email).exists():
        problems.append(_taken(user.email))
    if not 0 < len(user.name) <= LONGEST:
        problems.append(Problem("name", f"Enter the person's name, of at most {LONGEST} characters."))
    if password is not None:
        try:
            validate_password(password, user)
        except ValidationError as error:
            problems += [Problem("password", message) for message in error.messages]
    return problems


def _taken(email: str) -> Problem:
    return Problem("email", f"Somebody signs in with {email} already.")


def _body_to_change(actor: User | None, organisation_id: UUID) -> Organisation:
    """The body, locked until the change is written, for an actor who may change its people."""
    try:
        body = Organisation.objects.select_for_update().get(pk=organisation_id)
    except Organisation.DoesNotExist as error:
        raise Missing("There is no such body.") from error
    if actor is not None:
        may_manage_people(_roles(actor.pk, body), body.name)
    return body


def _person(user_id: UUID) -> User:
    try:
        return User.objects.get(pk=user_id)
    except User.DoesNotExist as error:
        raise Missing("There is no such person.") from error


def _member(user_id: UUID, body: Organisation) -> tuple[User, tuple[Role, ...]]:
    held = _roles(user_id, body)
    if not held:
        raise Missing(f"This person does not belong to {body.name}. Perhaps somebody removed them already.")
    return _person(user_id), held


def _roles(user_id: UUID, body: Organisation) -> tuple[Role, ...]:
    return in_order(Membership.objects.filter(user=user_id, organisation=body).values_list("role", flat=True))


def _some_roles(roles: Iterable[str]) -> tuple[Role, ...]:
    try:
        wanted = in_order(roles)
    except ValueError as error:
        raise Invalid([Problem("roles", f"{error}. There are: {', '.join(Role)}.")]) from error
    if not wanted:
        raise Invalid([Problem("roles", "Choose at least one role, or remove the person from the body.")])
    return wanted


def _keep_an_administrator(body: Organisation, user: User, held: tuple[Role, ...]) -> None:
    others = Membership.objects.filter(organisation=body).exclude(user=user).values_list("role", flat=True)
    must_keep_an_administrator(held, [others], user.name, body.name)


def _write_roles(
    actor: User | None,
    at: datetime,
    body: Organisation,
    user: User,
    held: tuple[Role, ...],
    wanted: tuple[Role, ...],
    action: str,
) -> None:
    Membership.objects.filter(user=user, organisation=body, role__in=set(held) - set(wanted)).delete()
    new = [Membership(user=user, organisation=body, role=role) for role in wanted if role not in held]
    Membership.objects.bulk_create(new)
    audit.record(
        actor=actor,
        at=at,
        action=action,
        scope=body.pk,
        subject=user.name,
        before=_as_written(user, held),
        after=_as_written(user, wanted),
    )


def _as_written(user: User, roles: tuple[Role, ...]) -> dict[str, Any] | None:
    return {"person": str(user.pk), "roles": [role.value for role in roles]} if roles else None
