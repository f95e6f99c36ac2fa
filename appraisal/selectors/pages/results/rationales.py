"""All rationales in full: by line with the options under it, or by option down the lines."""

from dataclasses import dataclass
from uuid import UUID

from appraisal.core.sentences import option_heading, option_label
from appraisal.core.sentences.marks import Mark, mark_of
from appraisal.core.sentences.totals import second_name
from appraisal.core.snapshot import CellState, CriteriaGroup, Line, Option, OptionStage, Snapshot
from appraisal.selectors import snapshots
from appraisal.selectors.pages.colours import colour


@dataclass(frozen=True)
class Reason:
    """One cell: ``heading`` and ``name`` say the option or line, under the heading of the other."""

    option: str
    line: str
    heading: str
    name: str
    mark: Mark
    rationale: str


@dataclass(frozen=True)
class Block:
    """The cells under one heading."""

    title: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Part:
    """A criteria group, or an option, with its blocks. ``colour`` is 0 where it is not a group."""

    anchor: str
    title: str
    lead: str
    colour: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class RationalesPage:
    """Every rationale, ``by`` group or option; no parts where there is nothing to read."""

    parts: tuple[Part, ...]
    by: str


def rationales_page(appraisal_id: UUID, *, by: str) -> RationalesPage:
    """All rationales by criteria group, or by option where ``by`` says so."""
    snapshot = snapshots.snapshot(appraisal_id)
    if not told(snapshot):
        return RationalesPage((), by)
    return RationalesPage(by_option(snapshot) if by == "option" else by_group(snapshot), by)


def by_group(snapshot: Snapshot) -> tuple[Part, ...]:
    """Each group, its lines, and under each line every option with its rationale."""
    return tuple(
        Part(
            anchor=f"group-{group.id}",
            title=f"{number} {group.name}",
            lead=group.stem,
            colour=colour(number),
            blocks=tuple(_line_block(snapshot, line) for line in _lines_of(snapshot, group)),
        )
        for number, group in enumerate(snapshot.groups, start=1)
    )


def by_option(snapshot: Snapshot) -> tuple[Part, ...]:
    """Each option, the groups, and under each group every line with its rationale."""
    return tuple(
        Part(
            anchor=f"option-{option.id}",
            title=option_label(option),
            lead=option.name if option.short_name else "",
            colour=0,
            blocks=tuple(
                Block(f"{number} {group.name}", _under_option(snapshot, option, group))
                for number, group in enumerate(snapshot.groups, start=1)
            ),
        )
        for option in told(snapshot)
    )


def told(snapshot: Snapshot) -> tuple[Option, ...]:
    """The options on the short list, and any other of which something was scored or written."""
    touched = {
        cell.option for cell in snapshot.cells if cell.rationale or cell.state is not CellState.UNSCORED
    }
    return tuple(
        option
        for option in snapshot.options
        if option.stage is OptionStage.SHORT_LIST or option.id in touched
    )


def _line_block(snapshot: Snapshot, line: Line) -> Block:
    return Block(
        f"{line.number} {line.sub_criterion.name}",
        tuple(
            _reason(snapshot, option, line, option_heading(option), second_name(option))
            for option in told(snapshot)
        ),
    )


def _under_option(snapshot: Snapshot, option: Option, group: CriteriaGroup) -> tuple[Reason, ...]:
    return tuple(
        _reason(snapshot, option, line, line.number, line.sub_criterion.name)
        for line in _lines_of(snapshot, group)
    )


def _reason(snapshot: Snapshot, option: Option, line: Line, heading: str, name: str) -> Reason:
    cell = snapshot.cell_at.get((option.id, line.sub_criterion.id))
    return Reason(
        option=option.id,
        line=line.sub_criterion.id,
        heading=heading,
        name=name,
        mark=mark_of(cell, line),
        rationale=cell.rationale if cell else "",
    )


def _lines_of(snapshot: Snapshot, group: CriteriaGroup) -> tuple[Line, ...]:
    return tuple(line for line in snapshot.lines if line.group.id == group.id)
