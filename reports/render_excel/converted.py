"""Columns that turn raw figures and verbal marks into what counts, by formulas that anybody can follow.

Such a line has two columns: what was entered, and beside it the value (or the number of the mark), which
alone enters the totals. Relative measures take the lowest and highest figure of the options compared, whose
rows stand together; while a figure is missing there, no value is known.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from openpyxl.utils import get_column_letter

from reports.content.parts import Grid, GridCell, GridLine
from reports.render_excel.cells import BODY, FIGURE, HEAD, SIDE, TONED, Sheet

MARKS = "Marks"
NOT_APPLICABLE = '"Not applicable"'
UNKNOWN = '"0 to 100"'
TWO_PLACES = "0.00"
NOUGHT, HUNDRED = Fraction(0), Fraction(100)


@dataclass(frozen=True)
class Rows:
    """The rows that conversions speak of: a line's worst and best, and the options compared."""

    worst: int
    best: int
    first: int
    last: int


def is_converted(line: GridLine) -> bool:
    """Whether a line has a column of its own for what counts."""
    return line.rule != "scale" and line.factor is not None


def is_relative(line: GridLine) -> bool:
    """Whether its values rest on the figures of the other options."""
    return line.rule in ("options-range", "ratio")


def counted_ends(line: GridLine, *, values: bool) -> tuple[Fraction, Fraction] | None:
    """The worst and the best that the column which counts can hold; None where that is not known."""
    if is_relative(line) or (line.rule == "range" and values):
        return NOUGHT, HUNDRED
    return None if line.lo is None or line.hi is None else (line.lo, line.hi)


def is_valued(line: GridLine) -> bool:
    """Whether the column that counts holds values 0 to 100 already, not scores or numbers of marks."""
    return line.rule == "range" or is_relative(line)


def entry_heading(line: GridLine) -> str:
    """``2a Cost (£k)``."""
    unit = f" ({line.unit})" if line.unit else ""
    return f"{line.number} {line.label}{unit}"


def counted_heading(line: GridLine) -> str:
    """What stands above the column that counts."""
    return f"{line.number} counts as" if line.marks else f"{line.number} value"


def write_ends(sheet: Sheet, at: int, line: GridLine, rows: Rows) -> None:
    """The worst and the best figure: stated ones as numbers, those of the options compared by formula."""
    for row in (rows.worst, rows.best):
        sheet.text(row, at, "", SIDE)
    if is_relative(line):
        span = _compared(at, rows)
        best, worst = ("MAX", "MIN") if line.better == "higher" else ("MIN", "MAX")
        if rows.last >= rows.first:
            sheet.formula(rows.worst, at, f"{worst}({span})")
            sheet.formula(rows.best, at, f"{best}({span})")
    elif line.rule == "range" and line.lo is not None and line.hi is not None:
        sheet.number(rows.worst, at, line.lo)
        sheet.number(rows.best, at, line.hi)


def write_entry(sheet: Sheet, row: int, at: int, cell: GridCell) -> None:
    """What was entered: the raw figure as a number, the mark as text, a state in words."""
    look = TONED.get(cell.tone, FIGURE)
    if cell.score is not None:
        sheet.number(row, at, cell.score, look)
    else:
        sheet.text(row, at, cell.mark or cell.state, look if cell.mark else FIGURE)


def write_counted(
    sheet: Sheet, row: int, at: int, line: GridLine, cell: GridCell, rows: Rows, marks: Mapping[str, str]
) -> None:
    """What counts, by formula from the entry in the column before; a text where nothing does."""
    entry = f"{get_column_letter(at - 1)}{row}"
    if is_relative(line) and not rows.first <= row <= rows.last:
        sheet.text(row, at, "not compared", FIGURE)
    elif cell.open is not None and cell.open[0] != cell.open[1]:
        sheet.text(row, at, "open: a gate is", FIGURE)
    elif cell.open is not None:
        sheet.number(row, at, cell.open[0])
    elif line.marks:
        known = f"SUMPRODUCT(--EXACT({marks[line.id]},{entry}))"
        number = f"SUMPRODUCT(--EXACT({marks[line.id]},{entry}),{_numbers(marks[line.id])})"
        sheet.formula(row, at, f"IF({known}=1,{number},{entry})")
    else:
        value = _value(line, entry, at - 1, rows)
        sheet.formula(row, at, f"IF(ISNUMBER({entry}),{value},{entry})")
        sheet.sheet.cell(row, at).number_format = TWO_PLACES


def open_parts(cell: GridCell, at: int, times: int) -> tuple[str, str]:
    """What a value that waits for a gate adds to the formulas of the lowest and of the highest total.

    Those take it for a missing one, from 0 to 100.
    """
    if cell.open is None or cell.open[0] == cell.open[1]:
        return "", ""
    factor = f"{get_column_letter(at)}${times}"
    low, high = float(cell.open[0]), float(HUNDRED - cell.open[1])
    return f"+{factor}*{low!r}", f"-{factor}*{high!r}"


def write_marks(sheet: Sheet, grid: Grid) -> None:
    """The sheet of the marks and the numbers they stand for."""
    for at, heading in enumerate(("Line", "Mark", "Counts as"), start=1):
        sheet.text(1, at, heading, HEAD)
    row = 1
    for line in marked_lines(grid):
        for name, number in line.marks:
            row += 1
            sheet.text(row, 1, f"{line.number} {line.label}", SIDE)
            sheet.text(row, 2, name, BODY)
            sheet.number(row, 3, number)
    sheet.widths(34, 34, 12)
    sheet.sheet.freeze_panes = "A2"


def marked_lines(grid: Grid) -> tuple[GridLine, ...]:
    """The lines of the grid that have marks and count."""
    return tuple(line for line in grid.lines if line.marks and is_converted(line))


def mark_ranges(grid: Grid) -> dict[str, str]:
    """Where the names of each line's marks stand on the sheet of marks, by line id."""
    found, row = {}, 2
    for line in marked_lines(grid):
        found[line.id] = f"{MARKS}!$B${row}:$B${row + len(line.marks) - 1}"
        row += len(line.marks)
    return found


def _numbers(names: str) -> str:
    """The numbers beside a range of names."""
    return names.replace("$B$", "$C$")


def _compared(at: int, rows: Rows) -> str:
    letter = get_column_letter(at)
    return f"{letter}${rows.first}:{letter}${rows.last}"


def _value(line: GridLine, entry: str, at: int, rows: Rows) -> str:
    """The value of an entry by the rule of the line; unknown while a figure it is held against is."""
    letter = get_column_letter(at)
    worst, best = f"{letter}${rows.worst}", f"{letter}${rows.best}"
    between = f"100*({entry}-{worst})/({best}-{worst})"
    if not is_relative(line):
        return between
    if line.rule == "ratio":
        value = f"100*{entry}/{best}" if line.better == "higher" else f"100*{best}/{entry}"
    else:
        value = f"IF({best}={worst},100,{between})"
    span = _compared(at, rows)
    return f"IF(COUNT({span})+COUNTIF({span},{NOT_APPLICABLE})=ROWS({span}),{value},{UNKNOWN})"
