"""What the points of a scale mean, where a sheet lists them beside its table: a figure and its words each."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from appraisal.core.snapshot import number_from
from appraisal.core.snapshot.heads import read_head
from appraisal.workbook.book import Found, Holds, Sheet
from appraisal.workbook.framing import Frame
from appraisal.workbook.places import on_sheet
from appraisal.workbook.roles import option_name

FEWEST, MOST = 3, 50
"""Points of a list that is taken for a scale."""

_EQUALS = re.compile(r"^\s*([-+−]?\d{1,6}(?:\.\d{1,6})?)\s*=\s*")
_HEADING = re.compile(r"\b(scor(e|es|ing)|scales?|ratings?|marks?|legend)\b|^\W*key\W*$", re.I)
_COUNTED = re.compile(r"\s*\d+[.)]\s+\S")
_NOTES = re.compile(r"\bnotes?\b", re.I)


@dataclass(frozen=True)
class Point:
    """One point: its figure, what it means, and where that stands."""

    value: str
    words: str
    where: str
    row: int
    counted: bool = False
    """Whether it reads “1. Poor”, as anything may that is numbered."""


def legend_of(sheet: Sheet, frame: Frame) -> tuple[Point, ...]:
    """The points in the order of the sheet, one row after the other; empty where it lists none.

    A list below the table, or of “1. this, 2. that”, is one only under a heading that says so: numbered notes
    look the same. So may a list of the options, whose names stand over the table as well.
    """
    rows: dict[int, list[Found]] = {}
    for cell in sheet.found:
        if not frame.heads[0] <= cell.row <= frame.rows[-1]:
            rows.setdefault(cell.row, []).append(cell)
    points = {row: point for row, cells in rows.items() if (point := _point(sheet, cells)) is not None}
    named = {option_name(cell.text).casefold() for cell in sheet.found if cell.row in frame.heads}
    for first, run in _runs(points):
        above = first < frame.heads[0] and not all(point.counted for point in run)
        headed = any(
            _HEADING.search(cell.text) and not _NOTES.search(cell.text) for cell in rows.get(first - 1, ())
        )
        names = any(point.words.casefold() in named for point in run)
        if (above or headed) and not names and FEWEST <= len(run) <= MOST:
            return run
    return ()


def _point(sheet: Sheet, cells: list[Found]) -> Point | None:
    """The point that a row says: a figure with words beside it, or both in one cell."""
    if any(cell.holds not in (Holds.NUMBER, Holds.TEXT) for cell in cells):
        return None
    first, *others = cells
    head = read_head(_EQUALS.sub(r"\1: ", first.text))
    words = head.words or (others[0].text.strip() if len(others) == 1 else "")
    if head.problem or not words or (head.words and others):
        return None
    try:
        number_from(head.score)
    except ValueError:
        return None
    counted = _COUNTED.match(first.text) is not None
    return Point(head.score, words, on_sheet(sheet.name, first.address), first.row, counted)


def _runs(points: Mapping[int, Point]) -> Iterator[tuple[int, tuple[Point, ...]]]:
    """Rows that follow each other, their figures only rising or falling: the first row, and the points."""
    run: list[Point] = []
    first = last = 0
    for row in sorted(points):
        if run and (row != last + 1 or not _goes_on(run, points[row])):
            yield first, tuple(run)
            run = []
        first = first if run else row
        run.append(points[row])
        last = row
    if run:
        yield first, tuple(run)


def _goes_on(run: list[Point], point: Point) -> bool:
    values = [number_from(each.value) for each in (*run[-2:], point)]
    steps = [later - earlier for earlier, later in pairwise(values)]
    return all(step > 0 for step in steps) or all(step < 0 for step in steps)
