"""Several tables of one file as one: those whose options are the same, one after the other."""

from collections.abc import Iterable
from dataclasses import replace

from appraisal.workbook.plan import Said
from appraisal.workbook.planning.asked import Choices
from appraisal.workbook.reading import Reading
from appraisal.workbook.theirs import (
    Item,
    Side,
    Theirs,
    TheirTotal,
    plain_name,
    understood,
)


def together(
    reading: Reading, choices: Choices, known: Iterable[str] = ()
) -> tuple[Theirs, tuple[Said, ...]]:
    """The table of the file, and what is said of what is not in it.

    A sheet that was chosen stands alone; else every sheet whose options are those of the largest table.
    """
    side = Side(choices.side) if choices.side in tuple(Side) else None
    tables = [table for table in reading.tables if not choices.sheet or table.sheet == choices.sheet]
    tables = tables or list(reading.tables)
    all_understood = [(table.sheet, understood(table, side=side, known=known)) for table in tables]
    _, main = max(all_understood, key=lambda each: len(each[1].cells))
    same = [(sheet, each) for sheet, each in all_understood if _labels(each) == _labels(main)]
    if len(same) > 1:
        same = [(sheet, _one_of_several(each)) for sheet, each in same]
    whole = _named(same[0][1], same[0][0]) if len(same) > 1 else same[0][1]
    for sheet, each in same[1:]:
        whole = _joined(whole, _named(each, sheet))
    read = {sheet for sheet, _ in same}
    left = [
        Said(sheet, f"The sheet “{sheet}” was not read: it has no table with the same options.")
        for sheet in reading.sheets
        if sheet not in read and not choices.sheet
    ]
    left += [Said(sheet, f"The sheet “{sheet}” is hidden and was not read.") for sheet in reading.hidden]
    return whole, (*(said for _, each in same for said in each.left_out), *left)


def _labels(theirs: Theirs) -> list[str]:
    return [plain_name(option.label) for option in theirs.options]


def _named(theirs: Theirs, sheet: str) -> Theirs:
    """A table without a name for its group has the sheet's."""
    groups = tuple(group if group.label else Item(sheet, group.where) for group in theirs.groups)
    return replace(theirs, groups=groups)


def _joined(first: Theirs, other: Theirs) -> Theirs:
    """``other`` after ``first``."""
    past, lines = len(first.groups), len(first.lines)
    return Theirs(
        title=first.title,
        side=first.side,
        options=first.options,
        groups=first.groups + other.groups,
        lines=first.lines + tuple(replace(line, group=line.group + past) for line in other.lines),
        cells={**first.cells, **{(o, at + lines): cell for (o, at), cell in other.cells.items()}},
        totals=first.totals + tuple(_moved(total, past) for total in other.totals),
        merged=first.merged + other.merged,
        left_out=first.left_out + other.left_out,
        doubt=first.doubt or other.doubt,
        legend=first.legend or other.legend,
    )


def _moved(total: TheirTotal, past: int) -> TheirTotal:
    return total if total.group is None else replace(total, group=total.group + past)


def _one_of_several(theirs: Theirs) -> Theirs:
    """A table of one group among others: what is its whole is a group's sum among them."""
    if len(theirs.groups) != 1:
        return theirs
    return replace(theirs, totals=tuple(replace(total, group=0) for total in theirs.totals))
