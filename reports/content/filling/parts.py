"""The workbook for scoring as a value: what its renderer writes, cell by cell, and nothing more."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from appraisal.core.figures import exact

FIRST_FACT = 4
"""The row in which the facts of a sheet begin, or its headings where there are none."""


@dataclass(frozen=True)
class Choices:
    """What an open cell may hold: one of ``items``, and with ``any_number`` a number from ``lo`` to ``hi``.

    ``says`` is what to do, for somebody who typed something else.
    """

    items: tuple[str | Fraction, ...]
    any_number: bool = False
    lo: Fraction | None = None
    hi: Fraction | None = None
    says: str = ""


@dataclass(frozen=True)
class FillCell:
    """One cell: a ``figure`` where there is one, else ``text``. An open one can be changed."""

    text: str = ""
    figure: Fraction | None = None
    is_open: bool = False
    choices: Choices | None = None


@dataclass(frozen=True)
class FillSheet:
    """One sheet: title, intro, facts, headings and rows from the top, and lists to choose from at the right.

    ``frozen`` columns at the left stay in view.
    """

    name: str
    title: str
    intro: str
    headings: tuple[str, ...]
    rows: tuple[tuple[FillCell, ...], ...]
    widths: tuple[float, ...]
    frozen: int = 0
    lists: tuple[Choices, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def head(self) -> int:
        """The row of the headings."""
        return FIRST_FACT + (len(self.facts) + 1 if self.facts else 0)

    @property
    def first_list(self) -> int:
        """The column in which the lists begin: one column is left empty before them."""
        return len(self.headings) + 2

    def texts(self) -> Iterator[tuple[int, int, str]]:
        """The row, column and text of every cell as a reader finds it."""
        yield 1, 1, self.title
        yield 2, 1, self.intro
        for at, heading in enumerate(self.headings, start=1):
            yield self.head, at, heading
        for row, cells in enumerate(self.rows, start=self.head + 1):
            for column, cell in enumerate(cells, start=1):
                yield row, column, cell.text if cell.figure is None else exact(cell.figure)
        for column, choices in enumerate(self.lists, start=self.first_list):
            yield self.head, column, f"List {column - self.first_list + 1}"
            for row, item in enumerate(choices.items, start=self.head + 1):
                yield row, column, item if isinstance(item, str) else exact(item)


@dataclass(frozen=True)
class FillBook:
    """The whole workbook."""

    title: str
    description: str
    sheets: tuple[FillSheet, ...]


def in_cells(*texts: str) -> tuple[FillCell, ...]:
    """Locked cells with these texts."""
    return tuple(FillCell(text) for text in texts)
