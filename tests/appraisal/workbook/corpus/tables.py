"""A small table as people have it, to be spoilt."""

import openpyxl

from tests.appraisal.workbook.packing import saved

OPTIONS = ("Option 1: Stay", "Option 2: Move", "Option 3: Share")
LINES = {"Reach more readers": (4, 5, 3), "Keep the staff": (3, 2, 4), "Cost less": (2, 4, 5)}


def book():
    """Options across, criteria down, a total, and nothing wrong with it."""
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "Matrix"
    sheet.append(["Criteria", *OPTIONS])
    for name, scores in LINES.items():
        sheet.append([name, *(f"{score}. Because of the {name.lower()}." for score in scores)])
    sheet.append(["Total", 9, 11, 12])
    return made


def table(**cells):
    """The table as bytes, with these cells changed: `B2="4,5"`."""
    made = book()
    for address, value in cells.items():
        made.active[address] = value
    return saved(made)


def weighted(*weights):
    """The table with a column of weights."""
    made = book()
    made.active.insert_cols(2)
    for row, weight in enumerate(("Weight", *weights), start=1):
        made.active.cell(row, 2, weight)
    return saved(made)
