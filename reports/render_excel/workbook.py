"""The workbook whole: its sheets in the order in which a finance lead opens them."""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from reports.content.parts import GridOption, Report, Table
from reports.render_excel.cells import BODY, FIGURE, HEAD, ONE_LINE, SIDE, STRONG, TITLE, TONED, TOTAL, Sheet
from reports.render_excel.converted import MARKS, is_converted, marked_lines, write_marks
from reports.render_excel.matrix import FIRST_OPTION, MATRIX, PLACE, TOTAL_AT, in_sheet_order, write_matrix
from reports.render_excel.robustness import write_answers
from reports.render_excel.weight_sets import WEIGHT_SETS, write_weight_sets

SUMMARY, RATIONALES, ORIGIN = "Summary", "Rationales", "Where it came from"


def render_excel(report: Report) -> bytes:
    """The report as a workbook made from an empty one: no macro, no hidden sheet, nothing from elsewhere.

    Formulas have no stored results: a spreadsheet program works them out when the file is opened.
    """
    book = Workbook()
    book.properties.title = f"{report.facts.title}: options appraisal"
    book.properties.creator = "Weighbridge"
    book.properties.description = f"{report.facts.standing}. Check code {report.facts.check_code}."
    book.calculation.fullCalcOnLoad = True
    _summary(Sheet(_named(book, SUMMARY)), report)
    write_matrix(Sheet(_named(book, MATRIX)), report.grid, report.facts.standing)
    if marked_lines(report.grid):
        write_marks(Sheet(_named(book, MARKS)), report.grid)
    for name, blocks in report.robustness():
        write_answers(Sheet(_named(book, name)), blocks, report.facts)
    weightings = report.weightings()
    if weightings:
        write_weight_sets(Sheet(_named(book, WEIGHT_SETS)), report.grid, weightings)
    _rationales(Sheet(_named(book, RATIONALES)), report)
    for name, table in report.lists:
        _list(Sheet(_named(book, name)), table)
    _origin(Sheet(_named(book, ORIGIN)), report)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _named(book: Workbook, name: str) -> Worksheet:
    sheet = book.active if book.active and book.active.title == "Sheet" else book.create_sheet()
    sheet.title = name
    return sheet


def _summary(sheet: Sheet, report: Report) -> None:
    facts = report.facts
    sheet.text(1, 1, facts.title, TITLE)
    sheet.text(2, 1, f"{facts.standing} · {facts.publicity} · check code {facts.check_code}", ONE_LINE)
    row = 4
    for paragraph in report.sentences:
        sheet.text(row, 1, "".join(run.text for run in paragraph), STRONG if row == 4 else BODY)
        sheet.sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=5)
        sheet.sheet.row_dimensions[row].height = 16 * (1 + sum(len(run.text) for run in paragraph) // 120)
        row += 1
    _ranking(sheet, report.grid.options, report.ranking, row + 1)
    sheet.widths(14, 30, 14, 14, 80)
    sheet.on_paper()


def _ranking(sheet: Sheet, options: tuple[GridOption, ...], ranking: Table, row: int) -> None:
    """Place and total are read from the matrix by formula, so that a changed score changes both sheets."""
    for at, heading in enumerate(("Option", "Name", "Place", "Total", "Appraisal summary"), start=1):
        sheet.text(row, at, heading, HEAD)
    rows = {option.id: place for place, option in enumerate(in_sheet_order(options))}
    for option, printed in zip(options, ranking.rows, strict=True):
        row += 1
        sheet.text(row, 1, option.heading, SIDE)
        sheet.text(row, 2, option.name, BODY)
        there = FIRST_OPTION + rows[option.id]
        if option.counts:
            sheet.formula(row, 3, f"{MATRIX}!{_letter(PLACE)}{there}", TOTAL)
            sheet.formula(row, 4, f"{MATRIX}!{_letter(TOTAL_AT)}{there}", TOTAL)
        else:
            sheet.text(row, 3, option.place, FIGURE)
            sheet.text(row, 4, "–", FIGURE)
        sheet.text(row, 5, "\n\n".join(printed[-1].paragraphs), BODY)


def _letter(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(column)


RATIONALE_HEADS = ("Option", "Name", "Group", "Line", "Sub-criterion", "Score", "State", "Rationale", "Note")


def _rationales(sheet: Sheet, report: Report) -> None:
    """One row for each option on each line, as people read and challenge them."""
    for at, heading in enumerate(RATIONALE_HEADS, start=1):
        sheet.text(1, at, heading, HEAD)
    converted = any(is_converted(line) for line in report.grid.lines)
    if converted:
        sheet.text(1, 10, "Unit and value", HEAD)
    groups = dict(report.grid.groups)
    row = 1
    for option in report.grid.options:
        for line in report.grid.lines:
            row += 1
            cell = option.cells[line.id]
            sheet.text(row, 1, option.heading, SIDE)
            sheet.text(row, 2, option.name, BODY)
            sheet.text(row, 3, groups[line.group], BODY)
            sheet.text(row, 4, line.number, BODY)
            sheet.text(row, 5, line.name, BODY)
            look = TONED.get(cell.tone, FIGURE)
            if cell.score is None:
                sheet.text(row, 6, cell.mark, look)
            else:
                sheet.number(row, 6, cell.score, look)
            sheet.text(row, 7, cell.state or ("Worked out" if cell.worked_out else "Scored"), BODY)
            sheet.text(row, 8, cell.rationale, BODY)
            sheet.text(row, 9, cell.note, BODY)
            if converted:
                sheet.text(row, 10, " ".join(part for part in (line.unit, cell.value) if part), BODY)
    sheet.widths(12, 26, 18, 7, 34, 8, 18, 80, 50)
    sheet.sheet.freeze_panes = "A2"
    sheet.sheet.auto_filter.ref = f"A1:{'J' if converted else 'I'}{row}"
    sheet.on_paper("1:1")


def _list(sheet: Sheet, table: Table) -> None:
    """A flat table as it stands: one thing a row."""
    for at, column in enumerate(table.columns, start=1):
        sheet.text(1, at, column.heading, HEAD)
    for row, cells in enumerate(table.rows, start=2):
        for at, cell in enumerate(cells, start=1):
            if cell.figure is None:
                sheet.text(row, at, cell.text, SIDE if cell.header else BODY)
            else:
                sheet.number(row, at, cell.figure)
    longest = [max(len(row[at].text) for row in table.rows) for at in range(len(table.columns))]
    heads = [len(column.heading) for column in table.columns]
    sheet.widths(*(min(80, max(12, *pair) + 2) for pair in zip(longest, heads, strict=True)))
    sheet.sheet.freeze_panes = "A2"
    sheet.on_paper("1:1")


def _origin(sheet: Sheet, report: Report) -> None:
    sheet.text(1, 1, "Where these figures came from", TITLE)
    row = 3
    for name, text in report.provenance:
        if text:
            sheet.text(row, 1, name, SIDE)
            sheet.text(row, 2, text, BODY)
            row += 1
    row += 1
    if report.notes:
        sheet.text(row, 1, "About", HEAD)
        sheet.text(row, 2, "Note", HEAD)
    for about, text in report.notes:
        row += 1
        sheet.text(row, 1, about, SIDE)
        sheet.text(row, 2, text, BODY)
    sheet.widths(34, 110)
    sheet.on_paper()
