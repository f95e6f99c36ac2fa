"""The sheets on what would change the ranking: each answer as a table, with its figures as numbers.

They are worked out by Weighbridge, and each sheet says so; "Weight sets" works by formula (``weight_sets``).
"""

from collections.abc import Sequence

from openpyxl.styles import Alignment, Font, PatternFill

from reports.content.parts import Block, Facts, Heading, Table, TableCell, Words
from reports.render_excel.cells import BODY, FIGURE, HEAD, PLAIN, SIDE, TITLE, Look, Sheet

WIDTHS = (34, 24, 24, 24, 16, 16, *[12] * 20)
LETTERS_A_LINE = 130
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
PERCENT, SHARE, TWO = "0.00%", "0.0%", "0.00"


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
    sheet.widths(*WIDTHS)
    sheet.sheet.page_setup.orientation = "landscape"
    sheet.sheet.page_setup.fitToHeight = 0
    sheet.sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _origin(facts: Facts) -> str:
    return (
        f"{facts.standing} · check code {facts.check_code}. Worked out by Weighbridge, {facts.made}: "
        "these figures do not change when a score in this workbook does."
    )


def _across(sheet: Sheet, row: int, text: str) -> None:
    sheet.text(row, 1, text, _TEXT)
    sheet.sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=6)
    sheet.sheet.row_dimensions[row].height = 16 * (1 + len(text) // LETTERS_A_LINE)


def _table(sheet: Sheet, table: Table, row: int) -> int:
    """Writes a table under its caption; the row after it."""
    if not table.hide_caption:
        sheet.text(row, 1, table.caption, _CAPTION)
        row += 1
    for at, column in enumerate(table.columns, start=1):
        sheet.text(row, at, column.heading, HEAD)
    for cells in table.rows:
        row += 1
        for at, cell in enumerate(cells, start=1):
            _cell(sheet, row, at, cell)
    return row + 1


def _cell(sheet: Sheet, row: int, at: int, cell: TableCell) -> None:
    if cell.figure is None:
        look = SIDE if cell.header else BODY
        sheet.text(row, at, " · ".join(part for part in (cell.text, cell.sub) if part), look)
        return
    sheet.number(row, at, cell.figure, SHARES.get(cell.tone, FIGURE))
    if cell.text.endswith("%"):
        sheet.sheet.cell(row, at).number_format = PERCENT if cell.tone else SHARE
    elif cell.figure.denominator != 1:
        sheet.sheet.cell(row, at).number_format = TWO
