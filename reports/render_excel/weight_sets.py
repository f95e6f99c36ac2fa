"""The sheet "Weight sets": the same scores under other weights, by formulas over the sheet "Matrix".

The shares of each set stand in columns laid out as the Matrix lays out its lines, so that a total is one
SUMPRODUCT of a row here and a row there. Totals are means by weight, of values where values are combined, so
that sets can be compared; shares that somebody changes need not add to 100%.
"""

from collections.abc import Sequence

from openpyxl.utils import get_column_letter

from reports.content.parts import Grid, GridLine, GridOption, Weighting
from reports.render_excel.cells import BODY, FIGURE, HEAD, ONE_LINE, SIDE, TITLE, TOTAL, Look, Sheet
from reports.render_excel.converted import is_valued
from reports.render_excel.matrix import (
    DIGITS,
    FIRST_LINE,
    FIRST_OPTION,
    FROM,
    HIGHEST,
    LOWEST,
    MATRIX,
    counting_columns,
    in_sheet_order,
)

WEIGHT_SETS = "Weight sets"
ABOUT = (
    "The scores of the sheet Matrix under other weights. Totals are means by weight, so that the sets can be "
    "compared; totals and places are formulas and follow what is changed there, or in the shares below."
)
HEAD_ROW, FIRST_SET = 4, 5
HEAD_HEIGHT = 46
_SHARE: Look = {**FIGURE, "number_format": "0.0%"}
_MEAN: Look = {**TOTAL, "number_format": "0.00"}


def write_weight_sets(sheet: Sheet, grid: Grid, sets: Sequence[Weighting]) -> None:
    """Totals and places above, the shares that they rest on below; unranked options take no part."""
    options = [option for option in in_sheet_order(grid.options) if option.counts]
    sheet.text(1, 1, "The same scores under other weights", TITLE)
    sheet.text(2, 1, ABOUT, ONE_LINE)
    units = FIRST_SET + len(sets) + 2
    first, last = _shares(sheet, grid, sets, units)
    for row, one in enumerate(sets, start=FIRST_SET):
        sheet.text(row, 1, one.name, SIDE)
        if one.problem:
            sheet.text(row, 2, one.problem, BODY)
            continue
        own = units + 1 + row - FIRST_SET
        for place in range(len(options)):
            sheet.formula(row, 2 + place, _total(place, (first, last), own, units), _MEAN)
            sheet.formula(row, 3 + len(options) + place, _place(row, place, len(options)))
    _heads(sheet, options)
    sheet.widths(28, *[12] * (last - 1))
    sheet.sheet.freeze_panes = sheet.sheet.cell(FIRST_SET, 2)
    sheet.on_paper()


def _heads(sheet: Sheet, options: Sequence[GridOption]) -> None:
    sheet.text(HEAD_ROW, 1, "Weights", HEAD)
    sheet.sheet.row_dimensions[HEAD_ROW].height = HEAD_HEIGHT
    for place, option in enumerate(options):
        sheet.text(HEAD_ROW, 2 + place, f"{option.heading}: total", HEAD)
        sheet.text(HEAD_ROW, 3 + len(options) + place, f"{option.heading}: place", HEAD)


def _shares(sheet: Sheet, grid: Grid, sets: Sequence[Weighting], units: int) -> tuple[int, int]:
    """The shares, a set a row below the row of units; the first and the last of their columns."""
    columns, end = counting_columns(grid)
    shift = FIRST_LINE - 2
    sheet.text(units - 1, 1, "Share of all weight", HEAD)
    sheet.text(units, 1, "Multiplied by", SIDE)
    for row, one in enumerate(sets, start=units + 1):
        sheet.text(row, 1, one.name, SIDE)
    lines = {columns[line.id] - shift: line for line in grid.lines if line.id in columns}
    for at in range(2, end - shift + 1):
        line = lines.get(at)
        sheet.text(units - 1, at, f"{line.number} {line.label}" if line else "", HEAD)
        if line:
            sheet.formula(units, at, _unit(grid, line, at + shift))
        for row, one in enumerate(sets, start=units + 1):
            if line and line.id in one.shares:
                sheet.number(row, at, one.shares[line.id], _SHARE)
        _blank(sheet, at, range(units, units + 1 + len(sets)))
    sheet.sheet.row_dimensions[units - 1].height = HEAD_HEIGHT
    return 2, end - shift


def _blank(sheet: Sheet, at: int, rows: range) -> None:
    """Greys what holds no share: above group totals and figures as entered. Text counts as nought."""
    for row in rows:
        if sheet.sheet.cell(row, at).value is None:
            sheet.text(row, at, "", SIDE)


def _unit(grid: Grid, line: GridLine, at: int) -> str:
    """What one point of a score is in the mean: itself, or its part of the scale where values count."""
    if not grid.values or is_valued(line):
        return "1"
    low, high = (f"{MATRIX}!{get_column_letter(at)}${row}" for row in (LOWEST, HIGHEST))
    return f"100/({high}-{low})"


def _total(place: int, ends: tuple[int, int], own: int, units: int) -> str:
    """The mean of an option under a set: text beside scores counts as nought, as on the Matrix."""
    shares, times = (_span(ends, row) for row in (own, units))
    shift = FIRST_LINE - 2
    there = (ends[0] + shift, ends[1] + shift)
    scores = f"{MATRIX}!{_span(there, FIRST_OPTION + place)}"
    start = f"{MATRIX}!{_span(there, FROM)}"
    summed = f"SUMPRODUCT({shares},{times},{scores})-SUMPRODUCT({shares},{times},{start})"
    return f"({summed})/SUM({shares})"


def _place(row: int, place: int, count: int) -> str:
    all_of = f"${get_column_letter(2)}{row}:${get_column_letter(1 + count)}{row}"
    own = f"{get_column_letter(2 + place)}{row}"
    return f"1+SUMPRODUCT(--(ROUND({all_of},{DIGITS})>ROUND({own},{DIGITS})))"


def _span(ends: tuple[int, int], row: int) -> str:
    return f"${get_column_letter(ends[0])}${row}:${get_column_letter(ends[1])}${row}"
