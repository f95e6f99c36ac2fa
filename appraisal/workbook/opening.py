"""From bytes to a Book by openpyxl: types, formulas, merged ranges. It only ever sees cells (``package``)."""

import os
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

from appraisal.core.figures import number_text
from appraisal.workbook.book import Book, Found, Holds, Range, Sheet
from appraisal.workbook.package import Plain, plain_workbook
from appraisal.workbook.refusing import Unreadable

Say = Callable[[str], None]
Formulas = Mapping[tuple[str, int, int], str]

_EACH = 5_000
"""So many cells are read between two words on how far it is."""


def read_book(content: bytes, say: Say = lambda words: None) -> Book:
    """The visible sheets of a workbook; Unreadable, in words, for what is not safe or not possible to read.

    ``say`` is told how far it is.
    """
    plain = plain_workbook(content, say)
    try:
        return _read(plain, say)
    except MemoryError:
        raise
    # openpyxl raises whatever comes to hand (KeyError, ValueError, TypeError, ...) for XML that is not to its
    # mind; whichever it is, this workbook cannot be read.
    except Exception as error:
        raise Unreadable(
            "The workbook is damaged: its cells cannot be read. Open it in Excel, let it mend the file, save "
            "it anew and bring it in."
        ) from error


def _read(plain: Plain, say: Say) -> Book:
    formulas = _formulas(plain) if plain.has_formulas else {}
    book = _loaded(plain.content, values=True)
    sheets = []
    for sheet in book.worksheets:
        found = tuple(_cells(sheet, formulas, say))
        merged = [Range(r.min_row, r.min_col, r.max_row, r.max_col) for r in sheet.merged_cells.ranges]
        merged.sort(key=lambda each: (each.top, each.left))
        sheets.append(Sheet(sheet.title, found, tuple(merged)))
    return Book(tuple(sheets), plain.hidden)


def _loaded(content: bytes, *, values: bool) -> Any:
    """openpyxl's workbook: with the last result of each formula (``values``), or with the formulas."""
    # defusedxml instead of lxml: it was tried with what people send.
    os.environ["OPENPYXL_LXML"] = "False"
    import openpyxl

    if not openpyxl.DEFUSEDXML:
        raise RuntimeError("defusedxml is not installed, and without it no workbook is read.")
    return openpyxl.load_workbook(BytesIO(content), data_only=values, keep_links=False)


def _formulas(plain: Plain) -> Formulas:
    """The formula of each cell that has one, by sheet, row and column."""
    book = _loaded(plain.content, values=False)
    return {
        (sheet.title, cell.row, cell.column): str(cell.value)
        for sheet in book.worksheets
        for cell in _held(sheet)
        if cell.data_type == "f"
    }


def _cells(sheet: Any, formulas: Formulas, say: Say) -> Iterator[Found]:
    for count, cell in enumerate(_held(sheet), start=1):
        if count % _EACH == 0:
            say(f"Reading “{sheet.title}”: {count:,} cells")
        formula = formulas.get((sheet.title, cell.row, cell.column), "")
        holds, text = _value(cell)
        if text or formula:
            yield Found(cell.row, cell.column, holds, text, formula)


def _held(sheet: Any) -> list[Any]:
    """The cells that the file has, by row and column.

    ``iter_rows`` would make every cell of the rectangle that holds them: fifty million for two far apart.
    """
    return [sheet._cells[place] for place in sorted(sheet._cells)]


def _value(cell: Any) -> tuple[Holds, str]:
    value = cell.value
    if value is None:
        return Holds.NOTHING, ""
    if cell.data_type == "e":
        return Holds.ERROR, str(value)
    if isinstance(value, bool):
        return Holds.TRUTH, "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return Holds.NUMBER, _number(value, percent=str(cell.number_format).endswith("%"))
    if isinstance(value, datetime | date | time | timedelta):
        return Holds.DATE, _date(value)
    return Holds.TEXT, str(value)


def _number(value: float, *, percent: bool) -> str:
    """The number as the cell shows it where its format is general: 4, 4.5; 40 for a cell that shows 40%."""
    exact = Decimal(repr(value))
    if not exact.is_finite():
        return str(value)
    return number_text(exact * 100 if percent else exact)


def _date(value: datetime | date | time | timedelta) -> str:
    if isinstance(value, datetime) and (value.hour, value.minute, value.second) == (0, 0, 0):
        value = value.date()
    return f"{value.day} {value:%B %Y}" if type(value) is date else str(value)
