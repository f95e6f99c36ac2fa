"""The order of a list: where a new thing goes, and one place up or down by a button."""

from collections.abc import Sequence
from typing import Any, TypeVar

from django.db.models import Max, QuerySet

from appraisal.services.setup.frame import Now
from organisations.errors import Invalid, Problem, Stale

Key = TypeVar("Key")
STEPS = {"up": -1, "down": 1}


def next_place(rows: QuerySet[Any]) -> int:
    """The place after all of these rows, the removed ones included: theirs stay free for their return."""
    last = rows.aggregate(last=Max("place"))["last"]
    return 0 if last is None else last + 1


def target(order: Sequence[Key], thing: Key, direction: str, place: int) -> int | None:
    """The index that ``thing`` goes to, or None where it stands there already or can go no further.

    ``place`` is the index at which the person saw it. Where it stands neither there nor where they want it,
    somebody changed the order since: raises Stale with the order that stands.
    """
    if direction not in STEPS:
        raise Invalid([Problem("direction", "Move it up or down.")])
    wanted = min(max(place + STEPS[direction], 0), len(order) - 1)
    stands = order.index(thing)
    if stands == wanted:
        return None
    if stands != place:
        raise Stale(Now(tuple(order), 0))
    return wanted


def swap(rows: QuerySet[Any], first: int, other: int) -> None:
    """Exchanges the places of two rows; for a moment one of them stands after all the rest."""
    places = dict(rows.filter(pk__in=[first, other]).values_list("pk", "place"))
    rows.filter(pk=first).update(place=next_place(rows))
    rows.filter(pk=other).update(place=places[first])
    rows.filter(pk=first).update(place=places[other])
