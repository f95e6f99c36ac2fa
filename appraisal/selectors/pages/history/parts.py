"""What an entry of the history is made of."""

from collections.abc import Iterator
from dataclasses import dataclass

NOTHING = "nothing"


@dataclass(frozen=True)
class Changed:
    """One thing that an event changed, before and after in words; NOTHING where there was or is none.

    ``before`` None: ``after`` says something of the event that has no before.
    """

    label: str
    before: str | None
    after: str


def if_changed(label: str, before: str, after: str) -> Iterator[Changed]:
    """The change, where there is any."""
    if before != after:
        yield Changed(label, before or NOTHING, after or NOTHING)
