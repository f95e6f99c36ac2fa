"""What was changed, by whom, when and why.

An event is written inside the change itself, never altered, and never read to decide.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from organisations.models import AuditEvent, User

Actor = User | None
"""Who does something: a person, or None for the command line."""

EXPORT = "report taken"


def record(
    *,
    actor: Actor,
    at: datetime,
    action: str,
    scope: UUID,
    subject: str = "",
    before: Any = None,
    after: Any = None,
    reason: str = "",
) -> None:
    """Writes one event inside the caller's transaction, so that no change stands without its event.

    ``scope`` is the id of the appraisal, body or person whose history this belongs to; ``before`` and
    ``after`` are plain values that JSON can hold (a Decimal, UUID or datetime becomes a string). ``actor``
    None is "command line". Raises TransactionManagementError outside a transaction.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError(
            "An audit event is written inside the transaction of its change."
        )
    AuditEvent.objects.create(
        at=at,
        actor=actor,
        action=action,
        scope=scope,
        subject=subject,
        before=before,
        after=after,
        reason=reason,
    )


def record_all(
    *,
    actor: Actor,
    at: datetime,
    action: str,
    scope: UUID,
    changes: Iterable[tuple[str, Any, Any]],
    reason: str = "",
) -> None:
    """Writes an event for each of many changes of one kind (subject, before, after), as ``record`` does."""
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError(
            "An audit event is written inside the transaction of its change."
        )
    shared = {"at": at, "actor": actor, "action": action, "scope": scope, "reason": reason}
    AuditEvent.objects.bulk_create(
        (
            AuditEvent(subject=subject, before=before, after=after, **shared)
            for subject, before, after in changes
        ),
        batch_size=500,
    )


def record_export(*, actor: Actor, at: datetime, scope: UUID, what: str, check_code: str) -> None:
    """Writes that a file left the site: ``what`` says which (``pdf``), with its check code.

    Reports call it before they hand the file over; it brings its own transaction.
    """
    with transaction.atomic():
        record(
            actor=actor,
            at=at,
            action=EXPORT,
            scope=scope,
            subject=what,
            after={"check_code": check_code},
        )
