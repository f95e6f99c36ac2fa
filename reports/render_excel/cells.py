"""Writing cells: text stays text, figures are numbers, and looks come from a few shared styles."""

import re
from fractions import Fraction
from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

LONGEST = 32_767
"""Letters a cell of a workbook can hold; openpyxl would cut longer text without a word."""

SHORT = 7
"""Text of so many letters stands in one line in the narrowest column."""

LINE_HEIGHT, TALLEST = 15.5, 409.0
"""Points of one line of text, and of the tallest row that a spreadsheet program shows."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_RISKY = ("=", "+", "-", "@", "\t", "\r", "#")  # "#N/A" would become an error
_FONT = "Calibri"
_EDGE = Border(*[Side(style="thin", color="B1B4B6")] * 4)
_TOP = Alignment(vertical="top", wrap_text=True)
_MIDDLE = Alignment(horizontal="center", vertical="top", wrap_text=True)

TITLE = {"font": Font(name=_FONT, bold=True, size=16)}
ONE_LINE = {"font": Font(name=_FONT)}
STRONG = {"font": Font(name=_FONT, bold=True), "alignment": _TOP}
PLAIN = {"font": Font(name=_FONT), "alignment": _TOP}
HEAD = {
    "font": Font(name=_FONT, bold=True, color="FFFFFF"),
    "fill": PatternFill("solid", fgColor="0B2E4F"),
    "alignment": _TOP,
    "border": _EDGE,
}
SIDE = {
    "font": Font(name=_FONT, bold=True),
    "fill": PatternFill("solid", fgColor="F3F2F1"),
    "alignment": _TOP,
    "border": _EDGE,
}
BODY = {"font": Font(name=_FONT), "alignment": _TOP, "border": _EDGE}
FIGURE = {"font": Font(name=_FONT), "alignment": _MIDDLE, "border": _EDGE}
TOTAL = {"font": Font(name=_FONT, bold=True), "alignment": _MIDDLE, "border": _EDGE}

_TONES = {
    "neg2": ("B35806", "FFFFFF"),
    "neg1": ("FDD0A2", "0B0C0C"),
    "neutral": ("F3F2F1", "0B0C0C"),
    "pos1": ("B2D8D8", "0B0C0C"),
    "pos2": ("01665E", "FFFFFF"),
    "seq1": ("EEF5F4", "0B0C0C"),
    "seq2": ("CDE4E1", "0B0C0C"),
    "seq3": ("9DCBC5", "0B0C0C"),
    "seq4": ("5FA8A0", "0B0C0C"),
    "seq5": ("01665E", "FFFFFF"),
}
TONED = {
    tone: {
        "font": Font(name=_FONT, bold=True, color=ink),
        "fill": PatternFill("solid", fgColor=paper),
        "alignment": _MIDDLE,
        "border": _EDGE,
    }
    for tone, (paper, ink) in _TONES.items()
}

Look = dict[str, Any]


class _Grows(RowDimension):
    """A row that begins at a height and still grows with what is typed into it."""

    customHeight = False  # noqa: N815 -- openpyxl's name; there it is true of every row with a height


class Sheet:
    """A worksheet to which texts, numbers and formulas are put, each as what it is."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self._styles: dict[int, Any] = {}
        self._wrapped: list[tuple[int, int, str]] = []

    def text(self, row: int, column: int, text: str, look: Look = PLAIN) -> None:
        """Text that stays text, whatever it begins with. ValueError where a cell cannot hold it."""
        if not text.isprintable():  # a quick look that most texts pass
            text = _CONTROL.sub("", text)
        if len(text) > LONGEST:
            raise ValueError(f"A text of {len(text)} letters does not fit a cell, which holds {LONGEST}.")
        cell = self.sheet.cell(row, column)
        cell.value = text
        self._dress(cell, look)
        if len(text) > SHORT and "alignment" in look:
            self._wrapped.append((row, column, text))
        if text.startswith(_RISKY):
            cell.data_type = "s"
            cell._style = cell._style.__copy__()
            cell.quotePrefix = True

    def number(self, row: int, column: int, figure: Fraction, look: Look = FIGURE) -> None:
        """A figure as a number: whole where it is whole, else the nearest double."""
        cell = self.sheet.cell(row, column)
        cell.value = int(figure) if figure.denominator == 1 else float(figure)
        self._dress(cell, look)

    def formula(self, row: int, column: int, formula: str, look: Look = FIGURE) -> None:
        """A formula of our own making."""
        cell = self.sheet.cell(row, column)
        cell.value = f"={formula}"
        self._dress(cell, look)

    def _dress(self, cell: Any, look: Look) -> None:
        """Looks are shared: the first cell of a look is dressed, the others take its style."""
        known = self._styles.get(id(look))
        if known is None:
            for name, value in look.items():
                setattr(cell, name, value)
            self._styles[id(look)] = cell._style
        else:
            cell._style = known

    def widths(self, *widths: float) -> None:
        """Column widths from the left, in letters, and with them the heights that the texts need.

        A row that has a height already keeps it. LibreOffice draws the others one line high, and what does
        not fit over the row below.
        """
        for place, width in enumerate(widths, start=1):
            self.sheet.column_dimensions[get_column_letter(place)].width = width
        lines: dict[int, int] = {}
        for row, column, text in self._wrapped:
            if row not in self.sheet.row_dimensions and column <= len(widths):
                lines[row] = max(lines.get(row, 1), _lines(text, widths[column - 1]))
        for row, count in lines.items():
            if count > 1:
                height = min(TALLEST, LINE_HEIGHT * count)
                self.sheet.row_dimensions[row] = _Grows(self.sheet, index=row, ht=height)

    def on_paper(self, heads: str = "") -> None:
        """Across an A4 page, as wide as the sheet is, with the rows ``heads`` (``1:1``) on each page."""
        self.sheet.page_setup.orientation = "landscape"
        self.sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
        self.sheet.page_setup.fitToHeight = 0
        self.sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        if heads:
            self.sheet.print_title_rows = heads


def _lines(text: str, width: float) -> int:
    """How many lines the text takes in a column of that many letters."""
    return sum(1 + int(len(part) // width) for part in text.split("\n"))
