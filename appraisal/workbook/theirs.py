"""A table that people have, understood: which edge holds the options, which labels are groups or totals.

Nothing is taken for granted that the table does not say; what was not read is said in ``left_out``.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from appraisal.workbook import roles
from appraisal.workbook.book import Found
from appraisal.workbook.legend import Point
from appraisal.workbook.places import address, on_sheet
from appraisal.workbook.plan import Said
from appraisal.workbook.sides import Member, members
from appraisal.workbook.tables import Entry, Table


class Side(StrEnum):
    """Where the options stand."""

    ACROSS = "across"
    DOWN = "down"


@dataclass(frozen=True)
class Item:
    """An option, a group or a line as it is called, and where; and what else an option is called."""

    label: str
    where: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class TheirLine:
    """A line: the place of its group in ``Theirs.groups``, and its weight where one stands beside it."""

    label: str
    where: str
    group: int
    weight: Found | None = None
    not_scored: bool = False


@dataclass(frozen=True)
class TheirCell:
    """What stands for one option on one line: ``found``, and ``words`` in a cell of their own, if any."""

    where: str
    found: Found | None
    words: Found | None = None


@dataclass(frozen=True)
class TheirTotal:
    """A printed sum of one option: of a group (its place), or of all where ``group`` is None."""

    option: int
    group: int | None
    where: str
    found: Found


@dataclass(frozen=True)
class Theirs:
    """The table as options by lines; cells by (option, line), both counted from 0.

    ``doubt`` is said where the table itself does not show which edge holds the options.
    """

    title: str
    side: Side
    options: tuple[Item, ...]
    groups: tuple[Item, ...]
    lines: tuple[TheirLine, ...]
    cells: Mapping[tuple[int, int], TheirCell]
    totals: tuple[TheirTotal, ...] = ()
    merged: tuple[Said, ...] = ()
    left_out: tuple[Said, ...] = ()
    doubt: str = ""
    legend: tuple[Point, ...] = ()


def understood(table: Table, *, side: Side | None = None, known: Iterable[str] = ()) -> Theirs:
    """The table with its options on ``side``, or else on the edge that shows them.

    ``known`` are names of options, plain as ``plain_name`` makes them, that an appraisal already has.
    """
    found, doubt = (side, "") if side else _side(table, frozenset(known))
    across = found is Side.ACROSS
    options_edge, lines_edge = (table.across, table.down) if across else (table.down, table.across)
    options = [each for each in members(options_edge) if each.is_item]
    weights = next((each for each in members(options_edge) if roles.is_weight(each.label)), None)
    grid = _Grid(table, across=across)
    groups, lines, sums = _lines(table, members(lines_edge), grid, weights, across=across)
    cells = {
        (o, at): cell
        for at, (_, line) in enumerate(lines)
        for o, option in enumerate(options)
        if (cell := grid.cell(option, line)) is not None
    }
    return Theirs(
        title=table.title,
        side=found,
        options=tuple(
            Item(_called(each), grid.where_labelled(each.entry), each.entry.also) for each in options
        ),
        groups=tuple(groups),
        lines=tuple(line for line, _ in lines),
        cells=cells,
        totals=tuple(_totals(sums, options, grid, len(groups))),
        merged=tuple(_merged(table)),
        left_out=tuple(_left_out(members(options_edge), members(lines_edge), grid)),
        doubt=doubt,
        legend=table.legend,
    )


def _called(option: Member) -> str:
    """``Option 1: Stay``, where the number stands in a row of its own over the name."""
    numbered = roles.is_option(option.outer) and not roles.is_option(option.label)
    return f"{option.outer}: {option.label}" if numbered else option.label


def plain_name(label: str) -> str:
    """The letters and figures of a name, small: names are the same where these are."""
    return "".join(each for each in label.casefold() if each.isalnum())


class _Grid:
    """The body by option and line, whichever way the table lies."""

    def __init__(self, table: Table, *, across: bool) -> None:
        self._sheet, self._across = table.sheet, across
        self._at = {(cell.row, cell.column): cell for cell in table.body}

    def at(self, option: Entry, line: Entry) -> Found | None:
        return self._at.get(self._place(option, line))

    def where(self, option: Entry, line: Entry) -> str:
        return on_sheet(self._sheet, address(*self._place(option, line)))

    def where_labelled(self, entry: Entry) -> str:
        return on_sheet(self._sheet, address(entry.row, entry.column))

    def cell(self, option: Member, line: Member) -> TheirCell | None:
        """The cell of two members, its words from whichever of them has a part for words."""
        found = self.at(option.entry, line.entry)
        beside = [(option.words, line.entry), (option.entry, line.words)]
        words = next((self.at(o, at) for o, at in beside if o and at), None)
        if found is None and words is None:
            return None
        return TheirCell(self.where(option.entry, line.entry), found, words)

    def _place(self, option: Entry, line: Entry) -> tuple[int, int]:
        return (line.index, option.index) if self._across else (option.index, line.index)


def _side(table: Table, known: frozenset[str]) -> tuple[Side, str]:
    """Where the options stand, and what to ask where the table does not show it."""
    across, down = ([each for each in members(edge) if each.is_item] for edge in (table.across, table.down))
    for weigh in (
        lambda edge: sum(bool(each.names & known) for each in edge),
        lambda edge: sum(roles.is_option(each.label) for each in edge),
    ):
        if weigh(across) != weigh(down):
            return (Side.ACROSS if weigh(across) > weigh(down) else Side.DOWN), ""
    sums = [
        any(roles.is_total(each.labels[-1]) for each in edge if each.labels)
        for edge in (table.across, table.down)
    ]
    if sums[0] != sums[1]:
        return (Side.DOWN if sums[0] else Side.ACROSS), ""
    corner = " ".join(table.corner).casefold()
    if ("option" in corner) != ("criteri" in corner):
        return (Side.DOWN if "option" in corner else Side.ACROSS), ""
    return Side.ACROSS, "The table does not say which names are options. Its columns were taken for them."


Lined = tuple[TheirLine, Member]
Sum = tuple[Member, int]


def _lines(
    table: Table, found: Sequence[Member], grid: _Grid, weights: Member | None, *, across: bool
) -> tuple[list[Item], list[Lined], list[Sum]]:
    """The groups, the lines each with its member, and the sums each with the place of the group before it."""
    groups: list[Item] = []
    lines: list[Lined] = []
    sums: list[Sum] = []
    first = _first_group(table) if across else ""
    for each in found:
        heading = each.label if each.entry.bare else each.outer
        if heading and (not groups or plain_name(groups[-1].label) != plain_name(heading)):
            groups.append(Item(heading, grid.where_labelled(each.entry)))
        aside = each.aside or roles.is_ignored(each.label) or roles.is_weight(each.label)
        if each.entry.bare or aside:
            continue
        if roles.is_total(each.label):
            sums.append((each, len(groups) - 1))
            continue
        if not groups:
            groups.append(Item(first, "" if not first else grid.where_labelled(each.entry)))
        label, not_scored = roles.without_not_scored(each.label)
        weight = grid.at(weights.entry, each.entry) if weights else None
        where = grid.where_labelled(each.entry)
        lines.append((TheirLine(label, where, len(groups) - 1, weight, not_scored), each))
    return groups, lines, sums


def _first_group(table: Table) -> str:
    """The name in the corner, where it names a group rather than what the labels are."""
    names = [text for text in table.corner if not roles.is_generic(text)]
    headed = any(entry.bare for entry in table.down)
    return names[0] if names and headed else ""


def _totals(sums: Sequence[Sum], options: Sequence[Member], grid: _Grid, groups: int) -> Iterator[TheirTotal]:
    """The sums of every option, each told apart into a group's and the whole."""
    whole = _wholes(sums, groups)
    for place, (member, group) in enumerate(sums):
        for at, option in enumerate(options):
            # Where scores stand weighted as well, their sum is the total that counts.
            for entry in (option.weighted, option.entry):
                found = grid.at(entry, member.entry) if entry else None
                if entry and found is not None:
                    of = None if place in whole else group
                    yield TheirTotal(at, of, grid.where(entry, member.entry), found)
                    break


def _wholes(sums: Sequence[Sum], groups: int) -> set[int]:
    """Which of the sums are over all groups.

    Those that say so; else any after a group's own, and a single one at the end of several groups.
    """
    whole = {at for at, (member, _) in enumerate(sums) if roles.is_whole(member.label)}
    seen: set[int] = set()
    for at, (_, group) in enumerate(sums):
        if at not in whole and group in seen:
            whole.add(at)
        seen.add(group)
    rest = [at for at in range(len(sums)) if at not in whole]
    if not whole and len(rest) == 1 and (groups < 2 or sums[rest[0]][1] == groups - 1):
        whole.add(rest[0])
    return whole


def _merged(table: Table) -> Iterator[Said]:
    for each in table.merged:
        yield Said(
            on_sheet(table.sheet, each.address),
            "These cells of the table are merged, so one entry stands for several options or lines. Unmerge "
            "them and fill each cell.",
        )


def _left_out(options: Sequence[Member], lines: Sequence[Member], grid: _Grid) -> Iterator[Said]:
    for each in options:
        if roles.is_words_part(each.label):
            said = f"“{each.label}” was not read: it stands once for several options or lines."
            yield Said(grid.where_labelled(each.entry), said)
        elif not each.is_item and not roles.is_weight(each.label) and not each.entry.bare:
            yield Said(
                grid.where_labelled(each.entry), f"“{each.label}” is worked out here, and was not read."
            )
    for each in lines:
        if each.aside or roles.is_ignored(each.label) or roles.is_weight(each.label):
            yield Said(grid.where_labelled(each.entry), f"“{each.label}” was not read.")
