"""The sheet "Matrix": scores as entered; group totals, totals and places as formulas that anybody can follow.

Rows above the options say what each column is multiplied by. In every form of combining,
``total = sum of multiplier x (score - counted from)``; ``counted from`` is 0 unless scores become values
0 to 100. A missing score is text, so it counts in no formula: the total then says so, and the range beside
it takes every missing score at its lowest and at its highest. Raw figures and verbal marks stand in a column
of their own, and what they count as in the next (``converted``).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from reports.content.parts import Grid, GridLine, GridOption
from reports.render_excel.cells import BODY, FIGURE, HEAD, ONE_LINE, SIDE, TITLE, TOTAL, Sheet
from reports.render_excel.converted import (
    Rows,
    counted_ends,
    counted_heading,
    entry_heading,
    is_converted,
    is_valued,
    mark_ranges,
    open_parts,
    write_counted,
    write_ends,
    write_entry,
)

MATRIX = "Matrix"
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
    """Where a group's lines stand, and its total (None where nothing in it is scored).

    ``lines`` are the group's lines each with the column that counts; of a line that is converted the entry
    stands in the column before.
    """

    group: str
    first: int
    last: int
    lines: tuple[tuple[int, GridLine], ...]
    total: int | None

    @property
    def converted(self) -> bool:
        """Whether any line of the group has two columns."""
        return any(is_converted(line) for _, line in self.lines)


@dataclass(frozen=True)
class Plan:
    """How the sheet is laid out: the grid, its columns, the rows of interest and the marks' places."""

    grid: Grid
    columns: tuple[GroupColumns, ...]
    rows: Rows
    last_ranked: int
    marks: Mapping[str, str]


def in_sheet_order(options: Iterable[GridOption]) -> list[GridOption]:
    """Options with a total first, then those that are compared without one, so that each is one range."""
    return sorted(options, key=lambda option: (not option.counts, not option.compared))


def write_matrix(sheet: Sheet, grid: Grid, standing: str) -> None:
    """Fills the sheet. Options with a total stand first, so that one range holds them all."""
    options = in_sheet_order(grid.options)
    compared = sum(option.counts or option.compared for option in options)
    plan = Plan(
        grid,
        tuple(_columns(grid)),
        Rows(LOWEST, HIGHEST, FIRST_OPTION, FIRST_OPTION + compared - 1),
        FIRST_OPTION + sum(option.counts for option in options) - 1,
        mark_ranges(grid),
    )
    sheet.text(1, 1, "Decision matrix", TITLE)
    sheet.text(2, 1, f"{standing}. {grid.method}.", ONE_LINE)
    _headings(sheet, plan)
    for place, option in enumerate(options):
        _option(sheet, plan, option, FIRST_OPTION + place)
    last = plan.columns[-1] if plan.columns else None
    width = (last.total or last.last) if last else FIRST_LINE
    sheet.sheet.row_dimensions[HEAD_ROW].height = 62
    sheet.widths(12, 26, 12, 13, 10, 10, 8, 8, *[10] * (width - FIRST_LINE + 1))
    sheet.sheet.freeze_panes = sheet.sheet.cell(FIRST_OPTION, 3)
    sheet.on_paper(f"{GROUP_ROW}:{HEAD_ROW}")


def _columns(grid: Grid) -> Iterator[GroupColumns]:
    at = FIRST_LINE
    for group, _ in grid.groups:
        first, lines = at, []
        for line in grid.lines:
            if line.group == group:
                at += is_converted(line)
                lines.append((at, line))
                at += 1
        if lines:
            scored = any(line.factor is not None for _, line in lines)
            yield GroupColumns(group, first, at - 1, tuple(lines), at if scored else None)
            at += scored


def counting_columns(grid: Grid) -> tuple[dict[str, int], int]:
    """The column that counts of each line, by line id, and the last column of the sheet."""
    groups = tuple(_columns(grid))
    found = {line.id: at for group in groups for at, line in group.lines if line.factor is not None}
    return found, max((group.total or group.last for group in groups), default=FIRST_LINE)


def _headings(sheet: Sheet, plan: Plan) -> None:
    for at, heading in enumerate(HEADINGS, start=1):
        sheet.text(GROUP_ROW, at, "", HEAD)
        sheet.text(HEAD_ROW, at, heading, HEAD)
    names, labels = dict(plan.grid.groups), _row_labels(plan.grid)
    for row, label in labels.items():
        for at in range(1, FIRST_LINE):
            sheet.text(row, at, label if at == 1 else "", SIDE)
    for group in plan.columns:
        sheet.text(GROUP_ROW, group.first, names[group.group], HEAD)
        for at in range(group.first + 1, (group.total or group.last) + 1):
            sheet.text(GROUP_ROW, at, "", HEAD)
        for at, line in group.lines:
            _line_head(sheet, plan, at, line)
        if group.total:
            _total_head(sheet, group.total, labels)


def _row_labels(grid: Grid) -> dict[int, str]:
    """What the rows above the options hold."""
    converted = any(is_converted(line) for line in grid.lines)
    ends = ("Lowest score, worst figure", "Highest score, best figure")
    lowest, highest = ends if converted else ("Lowest score", "Highest score")
    return {
        WEIGHT: "Weight",
        LOWEST: lowest,
        HIGHEST: highest,
        FROM: "Counted from",
        TIMES: "Multiplied by",
    }


def _total_head(sheet: Sheet, at: int, rows: Iterable[int]) -> None:
    sheet.text(HEAD_ROW, at, "Total", HEAD)
    for row in rows:
        sheet.text(row, at, "", SIDE)


def _line_head(sheet: Sheet, plan: Plan, at: int, line: GridLine) -> None:
    heading, values = f"{line.number} {line.label}", plan.grid.values
    if is_converted(line):
        heading = counted_heading(line)
        sheet.text(HEAD_ROW, at - 1, entry_heading(line), HEAD)
        sheet.text(WEIGHT, at - 1, "as entered", SIDE)
        for row in (FROM, TIMES):
            sheet.text(row, at - 1, "", SIDE)
        write_ends(sheet, at - 1, line, plan.rows)
    sheet.text(HEAD_ROW, at, heading, HEAD)
    ends = counted_ends(line, values=values)
    if line.factor is None or ends is None:
        sheet.text(WEIGHT, at, "not counted", SIDE)
        for row in (LOWEST, HIGHEST, FROM, TIMES):
            sheet.text(row, at, "", SIDE)
        return
    sheet.number(WEIGHT, at, line.factor)
    sheet.number(LOWEST, at, ends[0])
    sheet.number(HIGHEST, at, ends[1])
    weight, low, high = (f"{get_column_letter(at)}${row}" for row in (WEIGHT, LOWEST, HIGHEST))
    scaled = values and not is_valued(line)
    sheet.formula(FROM, at, low if scaled else "0")
    sheet.formula(TIMES, at, f"100*{weight}/({high}-{low})" if scaled else weight)


def _option(sheet: Sheet, plan: Plan, option: GridOption, row: int) -> None:
    sheet.text(row, 1, option.heading, SIDE)
    sheet.text(row, 2, option.name, BODY)
    for group in plan.columns:
        for at, line in group.lines:
            cell = option.cells[line.id]
            if is_converted(line):
                write_entry(sheet, row, at - 1, cell)
                write_counted(sheet, row, at, line, cell, plan.rows, plan.marks)
            else:
                write_entry(sheet, row, at, cell)
        if group.total:
            sheet.formula(row, group.total, _group_total(plan.grid, group, row), TOTAL)
    if not option.counts:
        sheet.text(row, PLACE, "not ranked", FIGURE)
        sheet.text(row, TOTAL_AT, option.why_not or "no total", BODY)
        for at in (LOW, HIGH, BEST, WORST):
            sheet.text(row, at, "–", FIGURE)
        return
    _totals(sheet, plan, option, row)
    _places(sheet, row, plan)


def _span(group: GroupColumns, row: int, *, fixed: bool = False) -> str:
    mark = "$" if fixed else ""
    first, last = get_column_letter(group.first), get_column_letter(group.last)
    return f"{first}{mark}{row}:{last}{mark}{row}"


def _group_total(grid: Grid, group: GroupColumns, row: int) -> str:
    scores, times = _span(group, row), _span(group, TIMES, fixed=True)
    worked = f"SUMPRODUCT({times},{scores})"
    if not grid.weighted and not group.converted:
        worked = f"SUM({scores})"
    elif grid.values:
        worked += f"-SUMPRODUCT({times},{_span(group, FROM, fixed=True)})"
    given = f"COUNT({scores})"
    if group.converted:  # the figures as entered stand between, and are none of those that count
        given = f"SUMPRODUCT(--ISNUMBER({scores}),--ISNUMBER({times}))"
    return f"IF({given}=COUNT({times}),{worked},{NOT_COMPLETE})"


def _totals(sheet: Sheet, plan: Plan, option: GridOption, row: int) -> None:
    totals = [f"{get_column_letter(group.total)}{row}" for group in plan.columns if group.total]
    added = ",".join(totals)
    sheet.formula(row, TOTAL_AT, f"IF(COUNT({added})={len(totals)},SUM({added}),{NOT_COMPLETE})", TOTAL)
    waiting = [
        open_parts(option.cells[line.id], at, TIMES) for group in plan.columns for at, line in group.lines
    ]
    for end, (at, bound) in enumerate(((LOW, LOWEST), (HIGH, HIGHEST))):
        known = "+".join(_bound(group, row, bound) for group in plan.columns if group.total)
        sheet.formula(row, at, known + "".join(parts[end] for parts in waiting))


def _bound(group: GroupColumns, row: int, bound: int) -> str:
    """A group's part with every missing score at ``bound``; SUMPRODUCT takes text as nought."""
    times, scores = _span(group, TIMES, fixed=True), _span(group, row)
    missing = f"SUMPRODUCT(--NOT(ISNUMBER({scores})),{times},{_span(group, bound, fixed=True)})"
    return f"SUMPRODUCT({times},{scores})+{missing}-SUMPRODUCT({times},{_span(group, FROM, fixed=True)})"


def _places(sheet: Sheet, row: int, plan: Plan) -> None:
    """Best place: 1 + totals certainly above mine; worst: 1 + others that may be above mine.

    An option with a gate that is not passed yet may still leave, so it is above nobody for certain.
    """
    low, high = (f"{get_column_letter(at)}{row}" for at in (LOW, HIGH))
    lows, highs = (_ranked_column(plan, get_column_letter(at)) for at in (LOW, HIGH))
    gates = [
        (get_column_letter(at), f'"{line.passed}"')
        for group in plan.columns
        for at, line in group.lines
        if line.passed
    ]
    sure = "".join(f",--({_ranked_column(plan, gate)}={passed})" for gate, passed in gates)
    sheet.formula(row, BEST, f"1+SUMPRODUCT(--(ROUND({lows},{DIGITS})>ROUND({high},{DIGITS})){sure})")
    above = f"SUMPRODUCT(--(ROUND({highs},{DIGITS})>ROUND({low},{DIGITS})))"
    sheet.formula(row, WORST, f"1+{above}-IF(ROUND({high},{DIGITS})>ROUND({low},{DIGITS}),1,0)")
    best, worst = (f"{get_column_letter(at)}{row}" for at in (BEST, WORST))
    decided = best
    if gates:
        mine = ",".join(f"{gate}{row}={passed}" for gate, passed in gates)
        decided = f'IF(AND({mine}),{best},{best}&" if it passes")'
    sheet.formula(row, PLACE, f'IF({best}={worst},{decided},{best}&" to "&{worst})', TOTAL)


def _ranked_column(plan: Plan, letter: str) -> str:
    """The column's cells of the options with a total."""
    return f"${letter}${FIRST_OPTION}:${letter}${plan.last_ranked}"
