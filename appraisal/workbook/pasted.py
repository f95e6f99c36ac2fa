"""A matrix pasted from a workbook, as the one sheet of a Book: rows by lines, columns by tabs."""

import csv
import io

from appraisal.workbook.book import Book, Found, Holds, Sheet
from appraisal.workbook.limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS
from appraisal.workbook.refusing import Unreadable

PASTED = "Pasted"


def pasted_book(text: str) -> Book:
    """The cells of the text; Unreadable where there are more than a workbook may have."""
    table = _table(text)
    if len(table) > MOST_ROWS or max(map(len, table), default=0) > MOST_COLUMNS:
        raise Unreadable(f"At most {MOST_ROWS:,} rows and {MOST_COLUMNS:,} columns are read. Paste less.")
    found = tuple(
        Found(row, column, Holds.TEXT, part.strip())
        for row, parts in enumerate(table, start=1)
        for column, part in enumerate(parts, start=1)
        if part.strip()
    )
    if len(found) > MOST_CELLS:
        raise Unreadable(f"At most {MOST_CELLS:,} cells are read. Paste less.")
    return Book((Sheet(PASTED, found),))


def _table(text: str) -> list[list[str]]:
    # A workbook puts a cell with a line break between quotation marks and doubles those inside it. Anything
    # else that begins with one is a quotation, and the reader for workbooks would eat its marks.
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter="\t", strict=True))
    except csv.Error:
        return [line.split("\t") for line in text.splitlines()]
