"""The sheet "Matrix": scores as entered; group totals, totals and places as formulas that anybody can follow.

Rows above the options say what each column is multiplied by. In every form of combining,
``total = sum of multiplier x (score - counted from)``; ``counted from`` is 0 unless scores become values
0 to 100. A missing score is text, so it counts in no formula: the total then says so, and the range beside
it takes every missing score at its lowest and at its highest.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from reports.content.parts import Grid, GridCell, GridLine, GridOption
from reports.render_excel.cells import BODY, FIGURE, HEAD, SIDE, TITLE, TONED, TOTAL, Sheet

HEADINGS = ("Option", "Name", "Place", "Total", "Lowest total", "Highest total", "Best place", "Worst place")
PLACE, TOTAL_AT, LOW, HIGH, BEST, WORST = range(3, 9)
FIRST_LINE = len(HEADINGS) + 1
GROUP_ROW, HEAD_ROW, WEIGHT, LOWEST, HIGHEST, FROM, TIMES = range(4, 11)
FIRST_OPTION = 11
NOT_COMPLETE = '"not complete"'
DIGITS = 9
"""Totals are compared to so many decimals, so that a sum of doubles cannot break a tie."""


@dataclass(frozen=True)
class GroupColumns:
    """Where a group's lines stand, and its total (None where nothing in it is scored)."""

    first: int
    lines: tuple[GridLine, ...]
    total: int | None

    @property
    def last(self) -> int:
        """The last line's column."""
        return self.first + len(self.lines) - 1


def write_matrix(sheet: Sheet, grid: Grid, standing: str) -> None:
    """Fills the sheet. Options with a total stand first, so that one range holds them all."""
    columns = _columns(grid)
    options = sorted(grid.options, key=lambda option: not option.counts)
    ranked = sum(option.counts for option in options)
    sheet.text(1, 1, "Decision matrix", TITLE)
    sheet.text(2, 1, f"{standing}. {grid.method}.")
    _headings(sheet, grid, columns)
    for place, option in enumerate(options):
        _option(sheet, grid, columns, option, FIRST_OPTION + place, FIRST_OPTION + ranked - 1)
    width = (columns[-1].total or columns[-1].last) if columns else FIRST_LINE
    sheet.widths(12, 26, 12, 10, 10, 10, 8, 8, *[13] * (width - FIRST_LINE + 1))
    sheet.sheet.row_dimensions[HEAD_ROW].height = 62
    sheet.sheet.freeze_panes = sheet.sheet.cell(FIRST_OPTION, 3)
    sheet.sheet.page_setup.orientation = "landscape"
    sheet.sheet.page_setup.fitToHeight = 0
    sheet.sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.sheet.print_title_rows = f"{GROUP_ROW}:{HEAD_ROW}"


def _columns(grid: Grid) -> list[GroupColumns]:
    at, found = FIRST_LINE, []
    for group, _ in grid.groups:
        lines = tuple(line for line in grid.lines if line.group == group)
        scored = any(line.factor is not None for line in lines)
        end = at + len(lines)
        if lines:
            found.append(GroupColumns(at, lines, end if scored else None))
            at = end + scored
    return found


def _headings(sheet: Sheet, grid: Grid, columns: Sequence[GroupColumns]) -> None:
    for at, heading in enumerate(HEADINGS, start=1):
        sheet.text(GROUP_ROW, at, "", HEAD)
        sheet.text(HEAD_ROW, at, heading, HEAD)
    names = dict(grid.groups)
    labels = {
        WEIGHT: "Weight",
        LOWEST: "Lowest score",
        HIGHEST: "Highest score",
        FROM: "Counted from",
        TIMES: "Multiplied by",
    }
    for row, label in labels.items():
        for at in range(1, FIRST_LINE):
            sheet.text(row, at, label if at == 1 else "", SIDE)
    for group in columns:
        sheet.text(GROUP_ROW, group.first, names[group.lines[0].group], HEAD)
        for at in range(group.first + 1, (group.total or group.last) + 1):
            sheet.text(GROUP_ROW, at, "", HEAD)
        for at, line in enumerate(group.lines, start=group.first):
            _line_head(sheet, grid, at, line)
        if group.total:
            _total_head(sheet, group.total, labels)


def _total_head(sheet: Sheet, at: int, rows: Iterable[int]) -> None:
    sheet.text(HEAD_ROW, at, "Total", HEAD)
    for row in rows:
        sheet.text(row, at, "", SIDE)


def _line_head(sheet: Sheet, grid: Grid, at: int, line: GridLine) -> None:
    sheet.text(HEAD_ROW, at, f"{line.number} {line.label}", HEAD)
    if line.factor is None or line.lo is None or line.hi is None:
        sheet.text(WEIGHT, at, "not counted", SIDE)
        for row in (LOWEST, HIGHEST, FROM, TIMES):
            sheet.text(row, at, "", SIDE)
        return
    sheet.number(WEIGHT, at, line.factor)
    sheet.number(LOWEST, at, line.lo)
    sheet.number(HIGHEST, at, line.hi)
    weight, low, high = (f"{get_column_letter(at)}${row}" for row in (WEIGHT, LOWEST, HIGHEST))
    sheet.formula(FROM, at, low if grid.values else "0")
    sheet.formula(TIMES, at, f"100*{weight}/({high}-{low})" if grid.values else weight)


def _option(
    sheet: Sheet, grid: Grid, columns: Sequence[GroupColumns], option: GridOption, row: int, last_ranked: int
) -> None:
    sheet.text(row, 1, option.heading, SIDE)
    sheet.text(row, 2, option.name, BODY)
    for group in columns:
        for at, line in enumerate(group.lines, start=group.first):
            _cell(sheet, row, at, option.cells[line.id])
        if group.total:
            sheet.formula(row, group.total, _group_total(grid, group, row), TOTAL)
    if not option.counts:
        sheet.text(row, PLACE, "not ranked", FIGURE)
        sheet.text(row, TOTAL_AT, option.why_not or "no total", BODY)
        for at in (LOW, HIGH, BEST, WORST):
            sheet.text(row, at, "–", FIGURE)
        return
    _totals(sheet, columns, row)
    _places(sheet, row, last_ranked)


def _cell(sheet: Sheet, row: int, at: int, cell: GridCell) -> None:
    if cell.score is None:
        sheet.text(row, at, cell.state, FIGURE)
    else:
        sheet.number(row, at, cell.score, TONED.get(cell.tone, FIGURE))


def _span(group: GroupColumns, row: int, *, fixed: bool = False) -> str:
    mark = "$" if fixed else ""
    first, last = get_column_letter(group.first), get_column_letter(group.last)
    return f"{first}{mark}{row}:{last}{mark}{row}"


def _group_total(grid: Grid, group: GroupColumns, row: int) -> str:
    scores, times = _span(group, row), _span(group, TIMES, fixed=True)
    worked = f"SUMPRODUCT({times},{scores})"
    if not grid.weighted:
        worked = f"SUM({scores})"
    elif grid.values:
        worked += f"-SUMPRODUCT({times},{_span(group, FROM, fixed=True)})"
    return f"IF(COUNT({scores})=COUNT({times}),{worked},{NOT_COMPLETE})"


def _totals(sheet: Sheet, columns: Sequence[GroupColumns], row: int) -> None:
    totals = [f"{get_column_letter(group.total)}{row}" for group in columns if group.total]
    added = ",".join(totals)
    sheet.formula(row, TOTAL_AT, f"IF(COUNT({added})={len(totals)},SUM({added}),{NOT_COMPLETE})", TOTAL)
    for at, bound in ((LOW, LOWEST), (HIGH, HIGHEST)):
        sheet.formula(row, at, "+".join(_bound(group, row, bound) for group in columns if group.total))


def _bound(group: GroupColumns, row: int, bound: int) -> str:
    """A group's part with every missing score at ``bound``; SUMPRODUCT takes text as nought."""
    times, scores = _span(group, TIMES, fixed=True), _span(group, row)
    missing = f"SUMPRODUCT(--NOT(ISNUMBER({scores})),{times},{_span(group, bound, fixed=True)})"
    return f"SUMPRODUCT({times},{scores})+{missing}-SUMPRODUCT({times},{_span(group, FROM, fixed=True)})"


def _places(sheet: Sheet, row: int, last: int) -> None:
    """Best place: 1 + totals certainly above mine; worst: 1 + others that may be above mine."""
    low, high = (f"{get_column_letter(at)}{row}" for at in (LOW, HIGH))
    lows, highs = (
        f"${get_column_letter(at)}${FIRST_OPTION}:${get_column_letter(at)}${last}" for at in (LOW, HIGH)
    )
    sheet.formula(row, BEST, f"1+SUMPRODUCT(--(ROUND({lows},{DIGITS})>ROUND({high},{DIGITS})))")
    above = f"SUMPRODUCT(--(ROUND({highs},{DIGITS})>ROUND({low},{DIGITS})))"
    sheet.formula(row, WORST, f"1+{above}-IF(ROUND({high},{DIGITS})>ROUND({low},{DIGITS}),1,0)")
    best, worst = (f"{get_column_letter(at)}{row}" for at in (BEST, WORST))
    sheet.formula(row, PLACE, f'IF({best}={worst},{best},{best}&" to "&{worst})', TOTAL)
