"""A workbook as read: the cells that hold anything, as what they are, and the ranges that are merged."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from appraisal.workbook.places import address


class Holds(StrEnum):
    """What a cell holds. A formula is whatever its last result was; without one it is ``nothing``."""

    NUMBER = "number"
    TEXT = "text"
    DATE = "date"
    TRUTH = "truth"
    ERROR = "error"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Found:
    """One cell: rows and columns count from 1; ``text`` is its value as a person would type it."""

    row: int
    column: int
    holds: Holds
    text: str
    formula: str = ""

    @property
    def address(self) -> str:
        """Where it stands on its sheet: ``D7``."""
        return address(self.row, self.column)

    @property
    def mistake(self) -> str:
        """Why this cannot be taken as somebody typed it, and what to do; empty where it can."""
        if self.formula:
            return f"This holds a formula ({_short(self.formula)}). Type what it should say itself."
        return _MISTAKES.get(self.holds, "").format(_short(self.text))


_MISTAKES = {
    Holds.DATE: "This holds a date ({}). Excel makes dates of entries such as 3-4 or 4/5. Format the cell as "
    "text and type it again.",
    Holds.TRUTH: "This holds a logical value ({}). Type a figure or words.",
    Holds.ERROR: "This holds an error ({}). Type what it should say.",
}


@dataclass(frozen=True)
class Range:
    """A merged range, all its corners within the sheet."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def address(self) -> str:
        """Where it stands: ``D7:E9``."""
        return f"{address(self.top, self.left)}:{address(self.bottom, self.right)}"


@dataclass(frozen=True)
class Sheet:
    """One sheet; cells in order of rows, then columns."""

    name: str
    found: tuple[Found, ...]
    merged: tuple[Range, ...] = ()

    @cached_property
    def at(self) -> Mapping[tuple[int, int], Found]:
        """Cells by (row, column)."""
        return {(cell.row, cell.column): cell for cell in self.found}


@dataclass(frozen=True)
class Book:
    """The visible sheets, and the names of those that are hidden and were not read."""

    sheets: tuple[Sheet, ...]
    hidden: tuple[str, ...] = ()

    @cached_property
    def sheet(self) -> Mapping[str, Sheet]:
        """Sheets by name."""
        return {sheet.name: sheet for sheet in self.sheets}


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:39] + "…"
