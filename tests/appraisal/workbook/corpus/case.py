"""One workbook that is refused."""

from collections.abc import Callable
from dataclasses import dataclass

NEW, FILLED = "a new appraisal", "the appraisal it was made for"


@dataclass(frozen=True)
class Case:
    """A workbook, what it is brought in as, and (where, part of the sentence) of everything refused in it."""

    name: str
    make: Callable[[], bytes]
    refused: tuple[tuple[str, str], ...]
    into: str = NEW


def whole(name, make, says, into=NEW):
    """A file that is refused whole, in one sentence."""
    return Case(name, make, (("", says),), into)
