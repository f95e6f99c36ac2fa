"""Our own workbook for scoring, spoilt by whoever filled it in."""

from datetime import date
from io import BytesIO
from uuid import UUID

import openpyxl

from appraisal.core.snapshot import from_dict
from appraisal.workbook.planning import Now, Saved
from reports.content.filling import Versions, filling_book
from reports.render_excel.filling import render_filling
from tests.appraisal.workbook.corpus.case import FILLED, Case, whole
from tests.appraisal.workbook.packing import saved
from tests.factories import at, cells, file

ID = UUID("6f1c0f3e-5a55-4c43-9d2a-0c7b2e3f4a51")
OTHER = UUID("11111111-2222-4333-8444-555555555555")
SCORES = {
    "stay": {"reach": 3, "staff": 3, "cost": 3, "law": "words"},
    "move": {"reach": 5, "staff": 2, "cost": 4, "law": "words"},
    "share": {"reach": 4},
}
FIRST = 5
"""The row of the first cell: Reach more readers, for Stay. Rows go line by line, three options each."""


def snapshot():
    """The appraisal that the workbooks are made for: three lines are scored from 1 to 5, one is in words."""
    return from_dict(file(cells=cells(SCORES)))


def now():
    """How it stands when they come back: somebody changed Move on Cost less (row 12) since."""
    appraisal = snapshot()
    saved_at = {(cell.option, cell.sub_criterion): Saved(2, "Ada Reed", at(1)) for cell in appraisal.cells}
    saved_at["move", "cost"] = Saved(3, "Ben Hale", at(2))
    return Now(str(ID), appraisal, 3, saved_at)


def workbook(appraisal_id=ID):
    """The workbook as it was made, at revision 2."""
    versions = {(cell.option, cell.sub_criterion): 2 for cell in snapshot().cells}
    return render_filling(
        filling_book(snapshot(), Versions(appraisal_id, 2, versions), "2 November 2026 by Ada Reed")
    )


def filled(change, sheet="Scores"):
    """The workbook after `change(sheet)`."""
    made = openpyxl.load_workbook(BytesIO(workbook()))
    change(made[sheet])
    return saved(made)


def typed(**values):
    """The workbook with these cells of Scores typed over: `D5=9`."""

    def change(sheet):
        for address, value in values.items():
            sheet[address] = value

    return filled(change)


def without(sheet):
    made = openpyxl.load_workbook(BytesIO(workbook()))
    del made[sheet]
    return saved(made)


def about(label, text):
    """The workbook whose sheet about the file says something else beside a label."""

    def change(sheet):
        [cell] = [cell for cell in sheet["A"] if cell.value == label]
        sheet.cell(cell.row, 2).value = text

    return filled(change, "About this file")


def with_another_version(sheet):
    [head] = [cell.row for cell in sheet["A"] if cell.value == "Option id"]
    sheet.cell(head + 1, 3).value = "two"


def with_the_list_gone(sheet):
    [head] = [cell.row for cell in sheet["A"] if cell.value == "Option id"]
    sheet.cell(head, 1).value = "Options"


def twice(sheet):
    sheet["F6"], sheet["G6"] = sheet["F5"].value, sheet["G5"].value


def case(name, make, *refused):
    return Case(name, make, refused, FILLED)


NOT_LOGICAL = "This holds a logical value (TRUE)."
CASES = (
    whole("ours-of-another-appraisal", lambda: saved(openpyxl.load_workbook(BytesIO(workbook(OTHER)))),
          "This workbook was made for another appraisal, “Where the library goes”.", FILLED),
    whole("ours-as-a-new-appraisal", lambda: typed(D5=4), "This is a workbook for scoring that was"),
    case("ours-formula", lambda: typed(D5="=2+2", E6="=A1"),
         ("Scores!D5", "This holds a formula (=2+2)."), ("Scores!E6", "This holds a formula (=A1).")),
    case("ours-date", lambda: typed(D5=date(2026, 4, 3)),
         ("Scores!D5", "This holds a date (3 April 2026).")),
    case("ours-logical", lambda: typed(D5=True, E6=True),
         ("Scores!D5", NOT_LOGICAL), ("Scores!E6", NOT_LOGICAL)),
    case("ours-error", lambda: typed(D5="#REF!"), ("Scores!D5", "This holds an error (#REF!).")),
    case("ours-off-the-scale", lambda: typed(D5=9, D6=-1, D7=0),
         ("Scores!D5", "9 is off the scale"), ("Scores!D6", "-1 is off"), ("Scores!D7", "0 is off")),
    case("ours-between-steps", lambda: typed(D5=2.5),
         ("Scores!D5", "2.5 is between two steps of the scale")),
    case("ours-comma", lambda: typed(D5="4,5"), ("Scores!D5", "“4,5” has a comma.")),
    case("ours-words-beside-the-score", lambda: typed(D5="4. The lead commissioner"),
         ("Scores!D5", "Write 4 alone here, and the words under Rationale.")),
    case("ours-no-score", lambda: typed(D5="quite good"), ("Scores!D5", "“quite good” is no score.")),
    case("ours-too-many-digits", lambda: typed(D5=1 / 3),
         ("Scores!D5", "has 16 decimals; the most is 6")),
    case("ours-endless", lambda: typed(D5="1e400"), ("Scores!D5", "“1e400” is no score.")),
    case("ours-merged", lambda: filled(lambda sheet: sheet.merge_cells("D5:D7")),
         ("Scores!D5:D7", "These cells are merged")),
    case("ours-option-that-there-is-not", lambda: typed(F5="build"),
         ("Scores!D5", "There is no option “build” in this appraisal")),
    case("ours-line-that-there-is-not", lambda: typed(G5="speed"),
         ("Scores!D5", "There is no line “speed” in this appraisal")),
    case("ours-cell-twice", lambda: filled(twice), ("Scores!D6", "This cell stands already in row 5.")),
    case("ours-score-on-a-line-in-words", lambda: typed(D14=4),
         ("Scores!D14", "This line is in words only.")),
    case("ours-not-applicable-without-a-rule", lambda: typed(D5="Not applicable"),
         ("Scores!D5", "only once this line says when a cell is not applicable")),
    case("ours-pass-on-a-scored-line", lambda: typed(D5="Pass"),
         ("Scores!D5", "“Pass” does not fit this line. Type a figure, or choose “To be confirmed”.")),
    case("ours-long-rationale", lambda: typed(E5="a" * 10_001),
         ("Scores!E5", "10,001 characters; the most is")),
    case("ours-changed-here-since", lambda: typed(D12=2),
         ("Scores!D12", "Option 2, Move on 2a was changed here by Ben Hale on 2 November at 10:02")),
    case("ours-many-bad-cells", lambda: typed(D5=9, D6="x", D8=date(2026, 1, 1), E9=True),
         ("Scores!D5", "off the scale"), ("Scores!D6", "no score"), ("Scores!D8", "a date"),
         ("Scores!E9", "logical")),
    whole("ours-without-the-sheet-about-it", lambda: without("About this file"),
          "The sheet “About this file” of this workbook is gone or hidden.", FILLED),
    whole("ours-without-its-scores", lambda: without("Scores"),
          "The sheet “Scores” of this workbook is gone", FILLED),
    whole("ours-of-another-form", lambda: about("File", "Something else"),
          "does not say that this is a", FILLED),
    whole("ours-id-changed", lambda: about("Appraisal id", "library"),
          "does not say for which appraisal", FILLED),
    whole("ours-revision-changed", lambda: about("Revision", "last"),
          "the revision was changed: “last”", FILLED),
    whole("ours-version-changed", lambda: filled(with_another_version, "About this file"),
          "was changed: “two”", FILLED),
    whole("ours-list-of-cells-gone", lambda: filled(with_the_list_gone, "About this file"),
          "The list of cells on the sheet “About this file” is gone.", FILLED),
    whole("ours-headings-changed", lambda: typed(D4="Points"), "has no row with the headings", FILLED),
)  # fmt: skip
