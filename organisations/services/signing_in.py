"""Changes to a sign-in: its password, and whether it is open. Each leaves an event of the person."""

from datetime import datetime

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction

from organisations import audit
from organisations.errors import Missing, Refused
from organisations.models import User


@transaction.atomic
def set_password(
    *, actor: User | None, at: datetime, user: User, password: str, by_link: bool = False
) -> None:
    """Makes this the password of ``user``, whose other sessions end with the old one.

    That it will do was checked by the form. ``by_link`` says that they came by a link, and not signed in.
    Refused for anybody but the person and the command line.
    """
    if actor is not None and actor.pk != user.pk:
        raise Refused("People set their passwords themselves. Ask them to, by the link on the sign-in page.")
    user.set_password(password)
    user.save(update_fields=["password"])
    action = "password set by a link" if by_link else "password changed"
    audit.record(actor=actor, at=at, action=action, scope=user.pk, subject=user.name)


@transaction.atomic
def set_sign_in(*, actor: User | None, at: datetime, email: str, is_open: bool) -> User:
    """Closes the sign-in of this address and ends every session of it, or opens it again.

    Only from the command line: a person may belong to several bodies, and no body decides for another. Roles
    stay as they are. Missing where nobody signs in with the address.
    """
    if actor is not None:
        raise Refused("A sign-in is closed with the command close_sign_in, by whoever runs this site.")
    user = User.objects.select_for_update().filter(email=email).first()
    if user is None:
        raise Missing(f"Nobody signs in with {email}.")
    if not is_open:
        _end_sessions(user)
    if user.is_active != is_open:
        user.is_active = is_open
        user.save(update_fields=["is_active"])
        action = "sign-in opened again" if is_open else "sign-in closed"
        audit.record(actor=actor, at=at, action=action, scope=user.pk, subject=user.name)
    return user


def _end_sessions(user: User) -> None:
    """Takes the sessions of ``user`` away: one that is only refused would go on once the sign-in is open."""
    for session in Session.objects.iterator():
        if session.get_decoded().get(SESSION_KEY) == str(user.pk):
            session.delete()
