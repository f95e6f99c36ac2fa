"""Tables that people have, with entries that nobody can take as they are."""

from datetime import date

import openpyxl

from tests.appraisal.workbook.corpus.case import FILLED, Case
from tests.appraisal.workbook.corpus.tables import book, table, weighted
from tests.appraisal.workbook.packing import saved


def merged():
    made = book()
    made.active.merge_cells("B2:C2")
    return saved(made)


def wide(options):
    made = openpyxl.Workbook()
    made.active.append(["Criteria", *(f"Option {at}" for at in range(1, options + 1))])
    for line in ("Reach", "Cost"):
        made.active.append([line, *([4] * options)])
    return saved(made)


def case(name, make, *refused, into=Case.into):
    return Case(name, make, refused, into)


CASES = (
    case("theirs-comma", lambda: table(B2="4,5", C3="1,000"),
         ("Matrix!B2", "“4,5” has a comma."), ("Matrix!C3", "“1,000” has a comma.")),
    case("theirs-date", lambda: table(B2=date(2026, 5, 4)), ("Matrix!B2", "This holds a date (4 May 2026).")),
    case("theirs-error", lambda: table(C3="#N/A"), ("Matrix!C3", "This holds an error (#N/A).")),
    case("theirs-logical", lambda: table(C3=True), ("Matrix!C3", "This holds a logical value (TRUE).")),
    case("theirs-formula-without-a-result", lambda: table(B2="=2+2"),
         ("Matrix!B2", "This holds a formula without a stored result.")),
    case("theirs-merged", merged, ("Matrix!B2:C2", "one entry stands for several options or lines")),
    case("theirs-long-text", lambda: table(B2="4. " + "a" * 10_001),
         ("Matrix!B2", "characters; the most is 10,000")),
    case("theirs-too-many-digits", lambda: table(B2="1.23456789"),
         ("Matrix!B2", "has 8 decimals; the most is 6")),
    case("theirs-option-twice", lambda: table(C1="Option 1: Stay"),
         ("Matrix!C1", "“Option 1: Stay” stands in Matrix!B1 too.")),
    case("theirs-line-without-a-name", lambda: table(A3=None), ("Matrix!B3", "no name beside them")),
    case("theirs-long-name", lambda: table(B1="Option 1: " + "x" * 301),
         ("Matrix!B1", "characters; the most is 300")),
    case("theirs-negative-weight", lambda: weighted(3, -1, 2), ("Matrix!B3", "A weight cannot be below 0.")),
    case("theirs-weights-all-nought", lambda: weighted(0, 0, 0), ("Matrix!B2", "All weights are 0")),
    case("theirs-weight-in-words", lambda: weighted(3, "high", 2), ("Matrix!B3", "“high” is no weight")),
    case("theirs-weight-with-a-comma", lambda: weighted(3, "2,5", 2), ("Matrix!B3", "“2,5” has a comma.")),
    case("theirs-weight-missing", lambda: weighted(3, None, 2),
         ("Matrix!A3", "This scored line has no weight")),
    case("theirs-too-many-options", lambda: wide(201), ("options", "There are 201 here; the most is 200.")),
    case("theirs-other-options", lambda: table(B1="Option 7: Build"),
         ("Matrix!B1", "No option of this appraisal is called “Option 7: Build”."), into=FILLED),
    case("theirs-other-lines", lambda: table(A3="Be quick"),
         ("Matrix!A3", "No line of this appraisal is called “Be quick”."), into=FILLED),
    case("theirs-off-the-scale", lambda: table(B2="7. Far better"),
         ("Matrix!B2", "7 is off the scale"), into=FILLED),
)  # fmt: skip
