"""The sheets on what would change the ranking: each answer as a table, with its figures as numbers.

They are worked out by Weighbridge, and each sheet says so; "Weight sets" works by formula (``weight_sets``).
"""

from collections.abc import Sequence
from fractions import Fraction
from functools import cache

from openpyxl.styles import Alignment, Font, PatternFill

from reports.content.parts import Block, Facts, Heading, Table, TableCell, Words
from reports.render_excel.cells import BODY, FIGURE, HEAD, PLAIN, SIDE, TITLE, Look, Sheet

WIDTHS = (42, 22, 22, 34, 16, 16)
OTHER_WIDTH = 12
"""Of the columns after those."""
LETTERS_A_LINE, LINE_HEIGHT = 140, 15
_HEADING: Look = {"font": Font(name="Calibri", bold=True, size=13)}


def _toned(paper: str, ink: str) -> Look:
    return {**FIGURE, "font": Font(name="Calibri", color=ink), "fill": PatternFill("solid", fgColor=paper)}


SHARES = {
    "share1": _toned("E6EAEE", "0B0C0C"),
    "share2": _toned("C3CED9", "0B0C0C"),
    "share3": _toned("4B6885", "FFFFFF"),
    "share4": _toned("0B2E4F", "FFFFFF"),
}
_CAPTION: Look = {"font": Font(name="Calibri", bold=True)}
_TEXT: Look = {"font": PLAIN["font"], "alignment": Alignment(vertical="top", wrap_text=True)}
SHARE, WEIGHT, TWO = "0%", "0.0%", "0.00"
"""Shares show no more digits than their draws bear; the cell holds the share itself."""


def write_answers(sheet: Sheet, blocks: Sequence[Block], facts: Facts) -> None:
    """Blocks one under another: headings, words across the sheet, tables with their figures as numbers."""
    row = 1
    for block in blocks:
        if isinstance(block, Heading):
            row += row > 1
            sheet.text(row, 1, block.text, TITLE if block.level == 1 else _HEADING)
            if block.level == 1:
                row += 1
                _across(sheet, row, _origin(facts))
            row += 1
        elif isinstance(block, Words):
            _across(sheet, row, "".join(run.text for run in block.runs))
            row += 1
        elif isinstance(block, Table):
            row = _table(sheet, block, row) + 1
    sheet.widths(*WIDTHS, *[OTHER_WIDTH] * 20)
    sheet.on_paper()


def _origin(facts: Facts) -> str:
    return (
        f"{facts.standing} · check code {facts.check_code}. Worked out by Weighbridge, {facts.made}: "
        "these figures do not change when a score in this workbook does."
    )


def _across(sheet: Sheet, row: int, text: str) -> None:
    sheet.text(row, 1, text, _TEXT)
    sheet.sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=6)
    sheet.sheet.row_dimensions[row].height = LINE_HEIGHT * (1 + len(text) // LETTERS_A_LINE)


def _table(sheet: Sheet, table: Table, row: int) -> int:
    """Writes a table under its caption; the row after it."""
    if not table.hide_caption:
        sheet.text(row, 1, table.caption, _CAPTION)
        row += 1
    heads = tuple(TableCell(column.heading) for column in table.columns)
    for at, head in enumerate(heads, start=1):
        sheet.text(row, at, head.text, HEAD)
    _height(sheet, row, heads)
    for cells in table.rows:
        row += 1
        for at, (cell, column) in enumerate(zip(cells, table.columns, strict=True), start=1):
            _cell(sheet, row, at, cell, FIGURE if column.number else SIDE if cell.header else BODY)
        _height(sheet, row, cells)
    return row + 1


def _height(sheet: Sheet, row: int, cells: Sequence[TableCell]) -> None:
    """As tall as its longest text, since not every program fits a row to what is in it."""
    lines = [-(-len(_words(cell)) // _width(at)) for at, cell in enumerate(cells)]
    if max(lines) > 1:
        sheet.sheet.row_dimensions[row].height = LINE_HEIGHT * max(lines)


def _width(at: int) -> int:
    return WIDTHS[at] if at < len(WIDTHS) else OTHER_WIDTH


def _words(cell: TableCell) -> str:
    return " · ".join(part for part in (cell.text, cell.sub) if part)


def _cell(sheet: Sheet, row: int, at: int, cell: TableCell, look: Look) -> None:
    if cell.figure is None:
        sheet.text(row, at, _words(cell), look)
        return
    sheet.number(row, at, cell.figure, _figure_look(cell.tone, _format(cell, cell.figure)))


@cache
def _figure_look(tone: str, number_format: str) -> Look:
    return {**SHARES.get(tone, FIGURE), "number_format": number_format}


def _format(cell: TableCell, figure: Fraction) -> str:
    """How a figure shows: a share of weightings never as all or none of them when it is not."""
    if not cell.text:
        return '""'
    if not cell.tone:
        return WEIGHT if cell.text.endswith("%") else "0" if figure.denominator == 1 else TWO
    return f'"{cell.text}"' if cell.text[0] in "<>" else SHARE
