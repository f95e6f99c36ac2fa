"""The few kinds of column that all the rows share."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from django.db import models

from appraisal.core.snapshot.rules import ID_LIMIT


def slug() -> models.CharField:
    """A local id as the appraisal file has it."""
    return models.CharField(max_length=ID_LIMIT)


def words(values: type[StrEnum] | Iterable[str], **options: Any) -> models.CharField:
    """One of a few known words. Pair it with ``known``, which makes the database hold it."""
    return models.CharField(max_length=30, choices=[(str(value), str(value)) for value in values], **options)


def known(field: str, values: type[StrEnum] | Iterable[str], name: str) -> models.CheckConstraint:
    """The constraint that ``field`` is one of ``values``."""
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__in": [str(value) for value in values]}), name=name
    )


def text() -> models.TextField:
    """Plain text with LF, cleaned before it came here; empty rather than null."""
    return models.TextField(blank=True, default="")


def number(**options: Any) -> models.DecimalField:
    """A number as entered: the file allows 12 digits, up to 6 of them decimals, wherever its point stands."""
    return models.DecimalField(max_digits=18, decimal_places=6, **options)


def saved_version() -> models.PositiveBigIntegerField:
    """The appraisal's revision when this was last saved: an edit names the one that it was made from."""
    return models.PositiveBigIntegerField(default=1)


def removed_at() -> models.DateTimeField:
    """When it was taken out of the appraisal; None while it is in.

    A removed row keeps its id and all that belongs to it, and may come back.
    """
    return models.DateTimeField(null=True)


def kept_once(fields: list[str], name: str) -> models.UniqueConstraint:
    """The constraint that ``fields`` stand once among the rows that are not removed."""
    return models.UniqueConstraint(fields=fields, condition=models.Q(removed_at=None), name=name)


def place() -> models.PositiveIntegerField:
    """The position within its list, counted from 0: the order of the file, of the screen and of print."""
    return models.PositiveIntegerField()
