"""Finding the table of options by criteria on a sheet that somebody made for people to read.

``framing`` tells its body from the rest. Around the body stand headings (one, two or three rows, often
merged) and labels (one or more columns, often merged); between its rows there may be headings of groups,
totals, and rows in words only. Which of the two edges holds the options is not decided here (``theirs``).
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace

from appraisal.core.snapshot.heads import is_like_a_score
from appraisal.workbook.book import Book, Found, Holds, Range, Sheet
from appraisal.workbook.framing import Frame, framed
from appraisal.workbook.legend import Point, legend_of
from appraisal.workbook.roles import heads_option, option_number

_NUMBER_OF_ROW = re.compile(r"#|\d+([.\-]\d+)*[a-z]?[.)]?|[a-z][.)]|[ivx]+[.)]")


@dataclass(frozen=True)
class Entry:
    """One row or column of a table: its labels from the outside in, and where the last of them stands."""

    index: int
    labels: tuple[str, ...]
    row: int
    column: int
    bare: bool = False
    """Whether nothing of its own stands in the body: a heading of a group."""

    scored: bool = False
    """Whether figures alone stand in its body: then it is no words of another."""

    also: tuple[str, ...] = ()
    """What a column is called where the headings are said again, if that is something else."""


@dataclass(frozen=True)
class Table:
    """A table as it lies there. ``across`` are its columns and ``down`` its rows, in order."""

    sheet: str
    title: str
    across: tuple[Entry, ...]
    down: tuple[Entry, ...]
    body: tuple[Found, ...]
    corner: tuple[str, ...] = ()
    """What stands where headings and labels meet."""

    merged: tuple[Range, ...] = ()
    legend: tuple[Point, ...] = ()
    """What the points of the scale mean, where the sheet lists them."""


def find_tables(book: Book) -> tuple[Table, ...]:
    """The table of each sheet that has one."""
    return tuple(table for table in map(_find, book.sheets) if table)


def _find(sheet: Sheet) -> Table | None:
    frame = framed(sheet)
    if frame is None:
        return None
    filled = _filled(sheet)
    rows, columns = frozenset(frame.rows), frozenset(frame.columns)
    body = tuple(cell for cell in sheet.found if cell.row in rows and cell.column in columns)
    across = tuple(_across(filled, frame))
    again = _headings_again(across, body)
    across = tuple(_with_other_names(across, again))
    down = tuple(_down(sheet, filled, frame, body, again))
    by_column = _of_figures((cell.column, cell) for cell in body)
    by_row = _of_figures((cell.row, cell) for cell in body)
    legend = legend_of(sheet, frame)
    return Table(
        sheet=sheet.name,
        title=_title(sheet, frame, {point.row for point in legend}),
        across=tuple(replace(each, scored=each.index in by_column) for each in across),
        down=tuple(replace(each, scored=each.index in by_row) for each in down),
        body=body,
        corner=tuple(_corner(sheet, frame)),
        merged=tuple(each for each in sheet.merged if _inside(each, frame)),
        legend=legend,
    )


def _of_figures(cells: Iterable[tuple[int, Found]]) -> frozenset[int]:
    """The rows or columns in which most of what stands are figures alone."""
    surplus: Counter[int] = Counter()
    for index, cell in cells:
        surplus[index] += 1 if cell.holds is Holds.NUMBER else -1
    return frozenset(index for index, count in surplus.items() if count > 0)


def _filled(sheet: Sheet) -> Mapping[tuple[int, int], Found]:
    """Cells by place, a merged range filled with what its first cell holds."""
    filled = dict(sheet.at)
    for each in sheet.merged:
        first = sheet.at.get((each.top, each.left))
        if first is not None:
            for row in range(each.top, each.bottom + 1):
                for column in range(each.left, each.right + 1):
                    filled.setdefault((row, column), first)
    return filled


def _across(filled: Mapping[tuple[int, int], Found], frame: Frame) -> Iterator[Entry]:
    """The columns with their headings; an upper heading holds until the next one."""
    above: dict[int, str] = {}
    for column in frame.columns:
        labels = []
        for row in frame.heads:
            cell = filled.get((row, column))
            text = _one_line(cell)
            if row != frame.heads[-1]:
                text = text or above.get(row, "")
                above[row] = text
            labels.append(text)
        yield Entry(column, _named(labels), frame.heads[-1], column)


def _headings_again(across: Iterable[Entry], body: Iterable[Found]) -> Mapping[int, list[Found]]:
    """The rows of the body that say the headings again, as over each group of lines.

    A name may differ there, so that half of them are enough, where no score stands among them.
    """
    heads = {entry.column: entry.labels[-1] for entry in across if entry.labels}
    held: dict[int, list[Found]] = {}
    for cell in body:
        held.setdefault(cell.row, []).append(cell)
    found = {}
    for row, cells in held.items():
        same = sum(_same_name(cell.text, heads.get(cell.column, "")) for cell in cells)
        mostly = (
            same >= 2 and same * 2 >= len(cells) and not any(is_like_a_score(cell.text) for cell in cells)
        )
        if mostly or 2 <= same == len(cells):
            found[row] = cells
    return found


def _with_other_names(across: Iterable[Entry], again: Mapping[int, list[Found]]) -> Iterator[Entry]:
    """The columns, each with what else it is called."""
    for entry in across:
        names = [_one_line(cell) for cells in again.values() for cell in cells if cell.column == entry.column]
        own = entry.labels[-1] if entry.labels else ""
        other = [name for name in names if name and _plain(name) != _plain(own)]
        yield replace(entry, also=tuple({_plain(name): name for name in other}.values()))


def _same_name(one: str, other: str) -> bool:
    """Whether two headings are alike, or number the same option."""
    number = heads_option(one)
    return _plain(one) == _plain(other) or (number is not None and number == option_number(other))


def _plain(name: str) -> str:
    return "".join(each for each in name.casefold() if each.isalnum())


def _down(
    sheet: Sheet,
    filled: Mapping[tuple[int, int], Found],
    frame: Frame,
    body: Iterable[Found],
    again: Container[int],
) -> Iterator[Entry]:
    """The rows with their labels; with several columns of labels, an outer one holds until the next."""
    held = {cell.row for cell in body}
    rows = set(frame.rows)
    places = sorted(
        {
            cell.column
            for cell in sheet.found
            if cell.column < frame.columns[0] and cell.row in rows and cell.text.strip()
        }
    )
    outer: dict[int, str] = {}
    for row in frame.rows:
        texts = {column: _one_line(filled.get((row, column))) for column in places}
        bare = row not in held or row in again
        for column in places[:-1]:
            if texts[column]:
                outer = {place: text for place, text in outer.items() if place < column}
                outer[column] = texts[column]
            elif texts[places[-1]] and not bare:
                texts[column] = outer.get(column, "")
        last = max((column for column in places if texts[column]), default=frame.columns[0])
        yield Entry(row, _named(texts.values()), row, last, bare=bare)


def _named(labels: Iterable[str]) -> tuple[str, ...]:
    """The labels without empty ones, without repetition, and without the number of a row beside its name."""
    found = list(dict.fromkeys(label for label in labels if label))
    named = [label for label in found if _NUMBER_OF_ROW.fullmatch(label) is None]
    return tuple(named or found)


def _one_line(cell: Found | None) -> str:
    return " ".join(cell.text.split()) if cell else ""


def _title(sheet: Sheet, frame: Frame, listed: Set[int]) -> str:
    """The first text above the table, but for the rows in which points of the scale are listed."""
    above = [
        cell
        for cell in sheet.found
        if cell.row < frame.heads[0] and cell.row not in listed and cell.holds is Holds.TEXT
    ]
    return _one_line(above[0]) if above else ""


def _corner(sheet: Sheet, frame: Frame) -> Iterator[str]:
    for cell in sheet.found:
        if cell.row in frame.heads and cell.column < frame.columns[0]:
            yield _one_line(cell)


def _inside(merged: Range, frame: Frame) -> bool:
    """Whether a merged range covers more than one cell of the body's own."""
    rows = [row for row in frame.rows if merged.top <= row <= merged.bottom]
    columns = [column for column in frame.columns if merged.left <= column <= merged.right]
    return bool(rows and columns) and len(rows) * len(columns) > 1 and merged.left >= frame.columns[0]
