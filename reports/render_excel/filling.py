"""The workbook for scoring: open cells with lists and limits, everything else locked, nothing hidden.

The locks have no password: they keep hands off by mistake, and what comes back is checked cell by cell.
"""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from reports.content.filling.parts import FIRST_FACT, Choices, FillBook, FillCell, FillSheet
from reports.render_excel.cells import BODY, FIGURE, HEAD, ONE_LINE, SIDE, TITLE, Look, Sheet

LONGEST_WORDS = 10_000
LIST_WIDTH = 18.0
_OPEN = Protection(locked=False)
_WHITE = PatternFill("solid", fgColor="FFFFFF")
_LOCKED: Look = {**BODY, "fill": SIDE["fill"]}
_LOCKED_FIGURE: Look = {**FIGURE, "fill": SIDE["fill"]}
_OPEN_FIGURE: Look = {**FIGURE, "protection": _OPEN, "fill": _WHITE}
_OPEN_WORDS: Look = {**BODY, "protection": _OPEN, "fill": _WHITE}


def render_filling(book: FillBook) -> bytes:
    """The workbook's bytes, made from an empty one."""
    made = Workbook()
    made.properties.title, made.properties.creator = book.title, "Weighbridge"
    made.properties.description = book.description
    made.security = WorkbookProtection(lockStructure=True)
    lists = {choices: where for sheet in book.sheets for choices, where in _places(sheet)}
    for place, content in enumerate(book.sheets):
        sheet: Worksheet = made.active if place == 0 and made.active else made.create_sheet()
        sheet.title = content.name
        _write(Sheet(sheet), content)
        _guard(sheet, content, lists)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def _places(sheet: FillSheet) -> list[tuple[Choices, str]]:
    """Each list of the sheet with the range in which it stands."""
    found = []
    for column, choices in enumerate(sheet.lists, start=sheet.first_list):
        letter, first = get_column_letter(column), sheet.head + 1
        found.append((choices, f"{sheet.name}!${letter}${first}:${letter}${first + len(choices.items) - 1}"))
    return found


def _write(sheet: Sheet, content: FillSheet) -> None:
    sheet.text(1, 1, content.title, TITLE)
    sheet.text(2, 1, content.intro, ONE_LINE)
    for row, (label, text) in enumerate(content.facts, start=FIRST_FACT):
        sheet.text(row, 1, label, SIDE)
        sheet.text(row, 2, text, _LOCKED)
    for at, heading in enumerate(content.headings, start=1):
        sheet.text(content.head, at, heading, HEAD)
    for row, cells in enumerate(content.rows, start=content.head + 1):
        for column, cell in enumerate(cells, start=1):
            _cell(sheet, row, column, cell)
    for column, choices in enumerate(content.lists, start=content.first_list):
        sheet.text(content.head, column, f"List {column - content.first_list + 1}", HEAD)
        for row, item in enumerate(choices.items, start=content.head + 1):
            _cell(sheet, row, column, FillCell(item) if isinstance(item, str) else FillCell(figure=item))
    sheet.widths(*content.widths, *([9.0, *[LIST_WIDTH] * len(content.lists)] if content.lists else ()))
    sheet.sheet.freeze_panes = sheet.sheet.cell(content.head + 1, content.frozen + 1)
    sheet.on_paper(f"{content.head}:{content.head}")


def _cell(sheet: Sheet, row: int, column: int, cell: FillCell) -> None:
    if cell.figure is not None:
        sheet.number(row, column, cell.figure, _OPEN_FIGURE if cell.is_open else _LOCKED_FIGURE)
    elif cell.is_open:
        # An empty text would count as something typed; an open cell without text is left without a value.
        look = _OPEN_FIGURE if cell.choices else _OPEN_WORDS
        sheet.text(row, column, cell.text, look)
        if not cell.text:
            sheet.sheet.cell(row, column).value = None
    else:
        sheet.text(row, column, cell.text, SIDE if column == 1 else _LOCKED)


def _guard(sheet: Worksheet, content: FillSheet, lists: dict[Choices, str]) -> None:
    """Locks what is not open, and limits what is."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    validations: dict[Choices | None, DataValidation] = {}
    for row, cells in enumerate(content.rows, start=content.head + 1):
        for column, cell in enumerate(cells, start=1):
            if not cell.is_open:
                continue
            if cell.choices not in validations:
                validations[cell.choices] = _validation(
                    cell.choices, lists, f"{get_column_letter(column)}{row}"
                )
            validations[cell.choices].add(f"{get_column_letter(column)}{row}")
    for validation in validations.values():
        sheet.add_data_validation(validation)


def _validation(choices: Choices | None, lists: dict[Choices, str], first: str) -> DataValidation:
    """A list to choose from, a number within its ends, or text of a length that can be kept."""
    if choices is None:
        made = DataValidation("textLength", operator="lessThanOrEqual", formula1=str(LONGEST_WORDS))
        made.error = f"A rationale has at most {LONGEST_WORDS:,} characters."
    elif choices.any_number:
        made = DataValidation("custom", formula1=_any_number(choices, first))
        made.error = choices.says
    else:
        made = DataValidation("list", formula1=f"={lists[choices]}")
        made.error = choices.says
    made.allow_blank, made.showErrorMessage = True, True
    made.errorTitle = "Not brought in like this"
    return made


def _any_number(choices: Choices, first: str) -> str:
    """The condition, said of the first cell; a spreadsheet program moves it along with the others."""
    ends = [
        f"{first}{sign}{float(end)}"
        for sign, end in ((">=", choices.lo), ("<=", choices.hi))
        if end is not None
    ]
    number = f"AND({','.join([f'ISNUMBER({first})', *ends])})"
    states = [f'{first}="{item}"' for item in choices.items]
    return f"OR({','.join([number, *states])})"
