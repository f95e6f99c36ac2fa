"""Somerset's decision matrix as people have it: in one sheet, turned round, in pairs of columns."""

import openpyxl

from tests.appraisal.workbook.packing import saved
from tests.factories import fixture

TITLE = "Decision Matrix Tool"
TOTALS = {1: 31, 2: 48, 3: 50, 4: 54, 5: 37, 6: 57}
LOST = ("option-3", "f3")
"""The cell that lost its figure in print."""


def heading(option):
    return f"Option {option.number}: {option.short_name}"


def label(sub):
    return sub.name if sub.kind == "score" else f"{sub.name} (Not scored)"


def written(snapshot, option, sub):
    """The cell as the paper prints it: the score at the head of its words, but where it was lost."""
    cell = snapshot.cell_at[option.id, sub.id]
    if cell.score is None or (option.id, sub.id) == LOST:
        return cell.rationale
    return f"{cell.score}. {cell.rationale}"


def group_total(snapshot, option, group):
    return int(snapshot.printed.group_totals[option.id][group.id])


def aggregate(snapshot, option):
    return int(snapshot.printed.aggregates[option.id])


def as_printed():
    """Options across, a table a group below each other, totals below each, as in the paper's appendix."""
    snapshot, book = fixture("somerset-2017"), openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Appendix 2"
    sheet.append([TITLE])
    sheet.merge_cells("A1:G1")
    sheet.append(["Scoring: 1 is a significant negative impact, 5 a significant benefit"])
    for group in snapshot.groups:
        sheet.append([])
        sheet.append([group.name, *map(heading, snapshot.options)])
        for sub in group.sub_criteria:
            sheet.append([label(sub), *(written(snapshot, option, sub) for option in snapshot.options)])
        sheet.append(["Total", *(group_total(snapshot, option, group) for option in snapshot.options)])
    sheet.append([])
    sheet.append(["Aggregate score", *(aggregate(snapshot, option) for option in snapshot.options)])
    sheet.append([])
    sheet.append(["Note: scores were agreed in July"])
    return saved(book)


def turned_round():
    """Options down with a number before each, groups merged over their lines, sums at the right, a rank."""
    snapshot, book = fixture("somerset-2017"), openpyxl.Workbook()
    sheet = book.active
    columns = []
    for group in snapshot.groups:
        scored = [sub for sub in group.sub_criteria if sub.kind == "score"]
        first = 3 + len(columns)
        sheet.cell(1, first, group.name)
        sheet.merge_cells(start_row=1, start_column=first, end_row=1, end_column=first + len(scored))
        columns += [(group, sub) for sub in (*scored, None)]
    heads = [sub.name if sub else "Sub-total" for _, sub in columns]
    for at, text in enumerate(["No", "Option", *heads, "Total", "Rank"], start=1):
        sheet.cell(2, at, text)
    for row, option in enumerate(snapshot.options, start=3):
        cells = [
            int(snapshot.cell_at[option.id, sub.id].score) if sub else group_total(snapshot, option, group)
            for group, sub in columns
        ]
        values = [row - 2, option.short_name, *cells, aggregate(snapshot, option), "first"]
        for at, value in enumerate(values, start=1):
            sheet.cell(row, at, value)
    return saved(book)


def in_pairs(weights=()):
    """Two columns an option, Score and Rationale; groups merged at the left; weights beside, if any."""
    snapshot, book = fixture("somerset-2017"), openpyxl.Workbook()
    sheet = book.active
    lines = [(group, sub) for group in snapshot.groups for sub in group.sub_criteria if sub.kind == "score"]
    left = ["Group", "Criterion", *(["Weight"] if weights else [])]
    heads = [text for option in snapshot.options for text in (f"Option {option.number}", None)]
    sheet.append([*left, *heads])
    sheet.append([*([None] * len(left)), *(["Score", "Rationale"] * len(snapshot.options))])
    for at, option in enumerate(snapshot.options):
        first = len(left) + 1 + 2 * at
        sheet.merge_cells(start_row=1, start_column=first, end_row=1, end_column=first + 1)
        assert option.number == at + 1
    for at, (group, sub) in enumerate(lines):
        cells = [snapshot.cell_at[option.id, sub.id] for option in snapshot.options]
        pairs = [value for cell in cells for value in (int(cell.score), cell.rationale)]
        sheet.append([group.name, sub.name, *(weights[at : at + 1] if weights else ()), *pairs])
    for group in snapshot.groups:
        rows = [at for at, (other, _) in enumerate(lines, start=3) if other.id == group.id]
        for row in rows[1:]:
            sheet.cell(row, 1).value = None
        sheet.merge_cells(start_row=rows[0], start_column=1, end_row=rows[-1], end_column=1)
    return saved(book)


def in_sheets():
    """A sheet a group, each with its total, and one that is something else."""
    snapshot, book = fixture("somerset-2017"), openpyxl.Workbook()
    book.active.title = "Read me"
    book.active.append(["Scored in July 2017 by 3 officers."])
    for group in snapshot.groups:
        sheet = book.create_sheet(group.short_name or group.name)
        sheet.append(["Criterion", *map(heading, snapshot.options)])
        for sub in group.sub_criteria:
            sheet.append([label(sub), *(written(snapshot, option, sub) for option in snapshot.options)])
        sheet.append(["Total", *(group_total(snapshot, option, group) for option in snapshot.options)])
    hidden = book.create_sheet("Old scores")
    hidden.sheet_state = "hidden"
    return saved(book)


def pasted():
    """One table as it is copied from a workbook: tabs between cells, quotation marks round line breaks."""
    snapshot = fixture("somerset-2017")
    rows = [["", *map(heading, snapshot.options)]]
    for group in snapshot.groups:
        for sub in group.sub_criteria:
            texts = [written(snapshot, option, sub).replace(". ", ".\n", 1) for option in snapshot.options]
            rows.append([label(sub), *('"{}"'.format(text.replace('"', '""')) for text in texts)])
    rows.append(["Total", *(str(aggregate(snapshot, option)) for option in snapshot.options)])
    return "\r\n".join("\t".join(row) for row in rows).encode()
