"""How the workbook for scoring is laid out: known to what writes it (reports) and to what reads it back."""

import hashlib
from collections.abc import Iterable

from appraisal.core.figures import number_text
from appraisal.core.snapshot import Cell, CellState

FORM = "Weighbridge workbook for scoring, form 1"
"""What ``About this file`` says the file is; another form is refused."""

SCORES, OPTIONS, CRITERIA, SCALE, WEIGHTS, ABOUT = (
    "Scores",
    "Options",
    "Criteria",
    "Scale",
    "Weights",
    "About this file",
)
READ_ONLY = (OPTIONS, CRITERIA, SCALE, WEIGHTS)
"""Sheets that tell and take nothing."""

LINE, SUB_CRITERION, OPTION, SCORE, RATIONALE, OPTION_ID, LINE_ID = (
    "Line",
    "Sub-criterion",
    "Option",
    "Score",
    "Rationale",
    "Option id",
    "Line id",
)
HEADINGS = (LINE, SUB_CRITERION, OPTION, SCORE, RATIONALE, OPTION_ID, LINE_ID)
"""Of the sheet of scores, in order."""

FILE, APPRAISAL, APPRAISAL_ID, REVISION, MADE = "File", "Appraisal", "Appraisal id", "Revision", "Made"
AS_MADE = "Sheet {} as made"
VERSION, CONTENT = "Version", "Content"
CELL_HEADINGS = (OPTION_ID, LINE_ID, VERSION, CONTENT)
"""Of the list of cells on ``About this file``."""

STATE_WORDS = {
    CellState.TO_BE_CONFIRMED: "To be confirmed",
    CellState.NOT_APPLICABLE: "Not applicable",
    CellState.PASS: "Pass",
    CellState.FAIL: "Fail",
}
"""What stands under Score where there is no figure; a cell without a score yet is empty."""

IN_WORDS = "in words only"
"""What stands under Score on a line that is not scored."""


def content_code(cell: Cell) -> str:
    """Twelve letters that change with anything in the cell: whether a file's cell is still as it was made."""
    score = "" if cell.score is None else number_text(cell.score)
    return _code("\n".join((cell.state.value, score, cell.mark, cell.rationale)))


def sheet_code(cells: Iterable[tuple[int, int, str]]) -> str:
    """The same for a whole sheet, from the row, column and text of each cell that is not empty."""
    held = sorted((row, column, " ".join(text.split())) for row, column, text in cells)
    return _code("\n".join(f"{row} {column} {text}" for row, column, text in held if text))


def _code(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
