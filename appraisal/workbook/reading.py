"""What one file says, before anybody asks what it would change: all that the limited process does."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from appraisal.workbook.book import Book
from appraisal.workbook.opening import read_book
from appraisal.workbook.ours import Ours, is_ours, read_ours
from appraisal.workbook.pasted import pasted_book
from appraisal.workbook.refusing import Unreadable
from appraisal.workbook.tables import Table, find_tables

Say = Callable[[str], None]


class Sort(StrEnum):
    """What was brought in."""

    WORKBOOK = "workbook"
    PASTED = "pasted"


@dataclass(frozen=True)
class Reading:
    """Our own workbook for scoring (``ours``), or the tables of somebody else's.

    ``sheets`` are all visible sheets, ``hidden`` the names of those that were not read.
    """

    ours: Ours | None = None
    tables: tuple[Table, ...] = ()
    sheets: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


def read(content: bytes, sort: Sort, say: Say = lambda words: None) -> Reading:
    """Reads a workbook, or a pasted matrix in UTF-8. Unreadable, in words, where nothing can be read."""
    book = pasted_book(content.decode()) if sort is Sort.PASTED else read_book(content, say)
    names = tuple(sheet.name for sheet in book.sheets)
    if {"Matrix", "Where it came from"} <= set(names):
        raise Unreadable(
            "This is the Excel report of an appraisal, which is only for reading. Download the workbook for "
            "scoring instead, fill that in and bring it in."
        )
    if sort is Sort.WORKBOOK and is_ours(book):
        return Reading(ours=read_ours(book), sheets=names, hidden=book.hidden)
    say("Looking for the table")
    tables = find_tables(book)
    if not tables:
        raise Unreadable(_no_table(book))
    return Reading(tables=tables, sheets=names, hidden=book.hidden)


def _no_table(book: Book) -> str:
    if not any(sheet.found for sheet in book.sheets):
        hidden = " (hidden sheets are not read)" if book.hidden else ""
        return f"There is nothing in it{hidden}. Choose the file with the table, or paste the table."
    return (
        "No table of options by criteria was found. It needs the names of the options along one edge and of "
        "the criteria along the other, at least two of each, with scores between them, such as 4 or “4. The "
        "lead commissioner ...”."
    )
