"""Where the body of a table lies on its sheet: its rows, its columns, and the rows of its headings.

What tells a body from the rest is that scores stand in several columns of a row and in several rows of a
column.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from appraisal.core.snapshot.heads import is_like_a_score, read_head
from appraisal.workbook.book import Found, Holds, Sheet
from appraisal.workbook.roles import (
    is_generic,
    is_number_alone,
    is_numbering,
    is_over_names,
    is_part,
    is_total,
    is_weight,
)

if TYPE_CHECKING:
    from pandas import DataFrame

ENOUGH = 0.3
"""A column belongs to the body where it has this share of the scores of the fullest one."""

MOST_HEADINGS = 3

FEWEST_LISTED = 3
"""Rows that list what scores mean, rather than happen to begin with a figure."""


@dataclass(frozen=True)
class Frame:
    """Where the body lies: its first and last row, its columns, and the rows of its headings."""

    heads: tuple[int, ...]
    rows: tuple[int, ...]
    columns: tuple[int, ...]


def framed(sheet: Sheet) -> Frame | None:
    """The frame of the sheet's table; None where it has none."""
    columns, likely = _core(_cells(sheet))
    return _frame(sheet, columns, likely) if columns else None


def _cells(sheet: Sheet) -> "DataFrame":
    """One row a cell: where it is, and whether a score stands in it. Long: far-off cells cost little."""
    import pandas

    rows = [(cell.row, cell.column, _is_like_a_score(cell)) for cell in sheet.found]
    return pandas.DataFrame(rows, columns=["row", "column", "like"], dtype=object)


def _is_like_a_score(cell: Found) -> bool:
    if cell.holds is Holds.TEXT:
        return is_like_a_score(cell.text)
    # What Excel made a date of, or a formula without a result, was meant as a figure in a table of figures.
    return True


def _core(cells: "DataFrame") -> tuple[list[int], list[int]]:
    """Columns of the body and rows with scores in it; empty where there is no table.

    A row counts with two scores or more, so that a legend above the table ("1", "significant ...") does not.
    """
    likely = cells[cells["like"].astype(bool)] if len(cells) else cells
    if len(likely) < 4:
        return [], []
    in_row = likely.groupby("row").size()
    likely = likely[likely["row"].isin(in_row[in_row >= 2].index)]
    in_column = likely.groupby("column").size()
    if in_column.empty:
        return [], []
    columns = in_column[in_column >= max(2, ENOUGH * in_column.max())].index
    if len(columns) < 2:
        return [], []
    in_row = likely[likely["column"].isin(columns)].groupby("row").size()
    return sorted(map(int, columns)), sorted(map(int, in_row[in_row >= 2].index))


def _frame(sheet: Sheet, columns: list[int], likely: list[int]) -> Frame | None:
    """The whole of the body, with columns and rows that hold only words, and the rows of its headings."""
    columns = _without_numbering(sheet, columns, likely)
    if len(columns) < 2:
        return None
    heads = _heads(sheet, columns, likely[0])
    if not heads and _numbers_options(sheet, columns, likely):
        heads, likely = (likely[0],), likely[1:]
    if not heads or not likely:
        return None
    whole = _all_columns(sheet, columns, heads[-1])
    first, last = heads[-1] + 1, _last_row(sheet, whole, likely[-1])
    held = {cell.row for cell in sheet.found if first <= cell.row <= last}
    return Frame(heads, tuple(sorted(held)), tuple(whole))


def _without_numbering(sheet: Sheet, columns: list[int], likely: list[int]) -> list[int]:
    """The columns but a first one that only numbers the rows, beside or in which their names stand.

    Where names stand to the left of it already, it numbers nothing unless its heading says so.
    """
    first, rows = columns[0], frozenset(likely)
    left = any(cell.column < first and cell.row in rows and cell.holds is Holds.TEXT for cell in sheet.found)
    headings = [cell.text for cell in sheet.found if cell.column == first and cell.row < likely[0]]
    if left and not any(map(is_generic, headings)):
        return columns
    cells = [sheet.at[row, first] for row in likely if (row, first) in sheet.at]
    texts = [cell.text for cell in cells if _is_like_a_score(cell)]
    counted = [read_head(text) for text in texts]
    if not left and all(head.words for head in counted) and is_numbering([head.score for head in counted]):
        return columns[1:]
    named = any(
        cell.holds is Holds.TEXT and not _is_like_a_score(cell)
        for cell in sheet.found
        if first < cell.column < columns[1] and cell.row in rows
    )
    return columns[1:] if named and is_numbering(texts) else columns


def _heads(sheet: Sheet, columns: list[int], first: int) -> tuple[int, ...]:
    """The rows of the headings: the topmost that is filled over half of the columns, and those beside it."""
    listed = _listed(sheet, columns[0], first)
    words = {
        row: [column for column in columns if (row, column) in sheet.at]
        for row in range(1, first)
        if not any(_is_like_a_score(sheet.at[row, column]) for column in columns if (row, column) in sheet.at)
    }
    full = [row for row, held in words.items() if len(held) * 2 >= len(columns)]
    full = [row for row in full if row > max(listed, default=0)] or full
    if not full:
        return ()
    top = bottom = full[0]
    while bottom + 1 in words and _is_still_heading(sheet, words, columns, bottom):
        bottom += 1
    while top - 1 in words and words[top - 1] and bottom - top + 2 <= MOST_HEADINGS:
        if _reaches_out(sheet, top - 1, columns[0]):
            break
        top -= 1
    return tuple(range(top, bottom + 1))


def _listed(sheet: Sheet, left: int, first: int) -> list[int]:
    """Rows above the scores that list what each score means, in two cells or three: they are no headings."""
    held: dict[int, list[Found]] = {}
    for cell in sheet.found:
        if cell.row < first:
            held.setdefault(cell.row, []).append(cell)
    rows = [
        row
        for row, cells in held.items()
        if 2 <= len(cells) <= 3 and cells[0].column < left and _is_like_a_score(cells[0])
    ]
    return rows if len(rows) >= FEWEST_LISTED else []


def _numbers_options(sheet: Sheet, columns: list[int], likely: list[int]) -> bool:
    """Whether the first row says “1. Stay”, “2. Move” and so on, which only look like scores.

    So does a first line with its scores, whose name stands before it, and a key of the scale with the real
    headings below it.
    """
    row, after = likely[0], likely[1] if len(likely) > 1 else likely[0]
    names = [cell.text for cell in sheet.found if cell.row == row and cell.column < columns[0]]
    below = [sum((each, column) in sheet.at for column in columns) for each in range(row + 1, after)]
    if not all(map(is_generic, names)) or any(count * 2 >= len(columns) for count in below):
        return False
    texts = [sheet.at[row, column].text for column in columns if (row, column) in sheet.at]
    heads = [read_head(text) for text in texts if not (is_weight(text) or is_total(text))]
    numbered = [head.score for head in heads if head.words]
    return len(heads) > 1 and numbered == [str(place) for place in range(1, len(heads) + 1)]


def _is_still_heading(sheet: Sheet, words: Mapping[int, list[int]], columns: list[int], row: int) -> bool:
    """Whether the row below is a heading too: one of parts (Score, Rationale), or a fuller one."""
    below = words[row + 1]
    parts = [cell.text for cell in sheet.found if cell.row == row + 1 and cell.column >= columns[0]]
    labels = [cell.text for cell in sheet.found if cell.row == row + 1 and cell.column < columns[0]]
    above = [cell for cell in sheet.found if cell.row == row]
    if any(map(is_over_names, labels)) and all(
        cell.column >= columns[0] and is_number_alone(cell.text) for cell in above
    ):
        return True
    return len(below) > len(words[row]) or (bool(parts) and all(map(is_part, parts)))


def _reaches_out(sheet: Sheet, row: int, first: int) -> bool:
    """Whether a title lies over the row: a merged range that begins left of the body."""
    return any(each.top <= row <= each.bottom and each.left < first <= each.right for each in sheet.merged)


def _all_columns(sheet: Sheet, columns: list[int], head: int) -> list[int]:
    """The body's columns with those between and right of them that have a heading."""
    right = columns[-1]
    while (head, right + 1) in sheet.at:
        right += 1
    return [
        column
        for column in range(columns[0], right + 1)
        if column in columns or (head, column) in sheet.at or _covered(sheet, head, column)
    ]


def _covered(sheet: Sheet, row: int, column: int) -> bool:
    return any(each.top <= row <= each.bottom and each.left <= column <= each.right for each in sheet.merged)


def _last_row(sheet: Sheet, columns: list[int], last: int) -> int:
    """The body's last row: rows in words only that follow at once are part of it, footnotes are not."""
    held: dict[int, int] = {}
    for cell in sheet.found:
        if cell.row > last and cell.column in columns:
            held[cell.row] = held.get(cell.row, 0) + 1
    while held.get(last + 1, 0) * 2 >= len(columns):
        last += 1
    return last
