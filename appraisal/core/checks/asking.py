"""What a question is, and what things are called in one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from appraisal.core.snapshot import Line, Option, Snapshot

QUOTED = 120
"""Characters of a text that a question repeats."""

MOST_NAMED = 4
"""Cells that a question names one by one; of more it says how many there are."""


class About(StrEnum):
    """What a question is about."""

    PRINTED = "printed"
    WORDS = "words-against-score"
    NUMBER = "number-in-words"
    RATIONALE = "same-rationale"
    NAMES = "names-differ"
    SAME_NAME = "same-name"


@dataclass(frozen=True, slots=True)
class Question:
    """One question: ``kind`` says what about, ``text`` asks it, ``about`` names every place it is about.

    Places are written as notes write them: ``cells/OPTION/SUB``, ``options/ID``, ``sub-criteria/ID``,
    ``groups/ID``, ``appraisal``.
    """

    kind: About
    text: str
    about: tuple[str, ...]


def place_of(cell: tuple[str, str]) -> str:
    """Where a cell is, as a note writes it."""
    return f"cells/{cell[0]}/{cell[1]}"


def option_name(option: Option) -> str:
    """``Option 6``, or its name in quotes where it has no number."""
    if option.number is not None:
        return f"Option {option.number}"
    return quoted(option.short_name or option.name)


def line_name(line: Line) -> str:
    """``3a Collaboration``."""
    return f"{line.number} {line.label}"


def cell_name(snapshot: Snapshot, cell: tuple[str, str]) -> str:
    """``Option 2 on 3a Collaboration``."""
    return f"{option_name(snapshot.option[cell[0]])} on {line_name(snapshot.line[cell[1]])}"


def quoted(text: str) -> str:
    """The text in quotes on one line, cut where it is long."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= QUOTED else line[: QUOTED - 1].rstrip() + '…'}”"


def listed(names: Iterable[str]) -> str:
    """``a, b and c``; with semicolons where a name holds a comma."""
    found = list(names)
    if len(found) < 2:
        return "".join(found)
    comma = "; " if any("," in name for name in found) else ", "
    last = "; and " if comma == "; " else " and "
    return f"{comma.join(found[:-1])}{last}{found[-1]}"


def cells_named(snapshot: Snapshot, cells: Sequence[tuple[str, str]]) -> str:
    """The cells by name; of many the first few, and how many more there are."""
    names = [cell_name(snapshot, cell) for cell in cells[:MOST_NAMED]]
    if len(cells) > MOST_NAMED:
        names.append(f"{len(cells) - MOST_NAMED} more")
    return listed(names)
