"""How far the scoring is: what is done, what is not, what lacks its reason, and where to go on."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from appraisal.core.sentences import option_heading, option_label
from appraisal.core.snapshot import Cell, CellState, Kind, Line, Option, OptionStage, Snapshot
from appraisal.selectors.pages.scoring.cells import lacks_rationale

FINISHED = (CellState.SCORED, CellState.NOT_APPLICABLE, CellState.PASS, CellState.FAIL)


@dataclass(frozen=True)
class Place:
    """A cell to go to: its option, its line, and what it is called."""

    option: str
    line: str
    text: str


@dataclass(frozen=True)
class Tally:
    """A line or option in the list: ``done`` of ``total`` cells, ``lacking`` of them without a rationale."""

    id: str
    text: str
    done: int
    total: int
    lacking: int
    in_words: bool = False
    current: bool = False

    @property
    def state(self) -> str:
        """``done``, ``started`` or ``waiting``."""
        if self.done == self.total:
            return "done"
        return "started" if self.done else "waiting"


@dataclass(frozen=True)
class Progress:
    """Cells of the short-listed options: ``done`` of ``total``; ``groups`` are (heading, tallies) in order.

    ``next`` is the first cell that is not finished, after the current line or option and round to the start.
    """

    by: str
    done: int
    total: int
    to_score: int
    in_words: int
    groups: tuple[tuple[str, tuple[Tally, ...]], ...]
    next: Place | None
    lacking: tuple[Place, ...]
    first_line: str
    first_option: str

    @property
    def current(self) -> Tally | None:
        """The line or option that the page shows."""
        return next((tally for _, tallies in self.groups for tally in tallies if tally.current), None)

    @property
    def left(self) -> int:
        """How many cells are not finished."""
        return self.total - self.done


def short_listed(snapshot: Snapshot) -> tuple[Option, ...]:
    """The options that are scored."""
    return tuple(option for option in snapshot.options if option.stage is OptionStage.SHORT_LIST)


def finished(cell: Cell | None, line: Line) -> bool:
    """Whether nothing more has to be decided here. To be confirmed is not finished; in words, words are."""
    if cell is None:
        return False
    if line.sub_criterion.kind is Kind.WORDS:
        return bool(cell.rationale)
    return cell.state in FINISHED


def progress(snapshot: Snapshot, *, by: str, current: str = "") -> Progress:
    """The progress, listed ``by`` "line" or by "option"; ``current`` is the one that the page shows."""
    options, lines = short_listed(snapshot), snapshot.lines
    in_words = sum(line.sub_criterion.kind is Kind.WORDS for line in lines) * len(options)
    groups = _by_line(snapshot, current) if by == "line" else _by_option(snapshot, current)
    tallies = [tally for _, group in groups for tally in group]
    return Progress(
        by=by,
        done=sum(tally.done for tally in tallies),
        total=len(options) * len(lines),
        to_score=len(options) * len(lines) - in_words,
        in_words=in_words,
        groups=groups,
        next=_next(snapshot, by, current),
        lacking=_lacking(snapshot),
        first_line=lines[0].sub_criterion.id if lines else "",
        first_option=options[0].id if options else "",
    )


def _by_line(snapshot: Snapshot, current: str) -> tuple[tuple[str, tuple[Tally, ...]], ...]:
    options = short_listed(snapshot)
    tallies: dict[str, list[Tally]] = {group.id: [] for group in snapshot.groups}
    for line in snapshot.lines:
        tally = _tally(snapshot, [(option, line) for option in options], _line_name(line), current)
        tallies[line.group.id].append(replace(tally, in_words=line.sub_criterion.kind is Kind.WORDS))
    return tuple(
        (f"{place} {group.short_name or group.name}", tuple(tallies[group.id]))
        for place, group in enumerate(snapshot.groups, start=1)
    )


def _by_option(snapshot: Snapshot, current: str) -> tuple[tuple[str, tuple[Tally, ...]], ...]:
    return (
        (
            "",
            tuple(
                _tally(
                    snapshot,
                    [(option, line) for line in snapshot.lines],
                    (option.id, option_label(option)),
                    current,
                )
                for option in short_listed(snapshot)
            ),
        ),
    )


def _tally(
    snapshot: Snapshot, pairs: Iterable[tuple[Option, Line]], name: tuple[str, str], current: str
) -> Tally:
    cells = [(snapshot.cell_at.get((option.id, line.sub_criterion.id)), line) for option, line in pairs]
    return Tally(
        id=name[0],
        text=name[1],
        done=sum(finished(cell, line) for cell, line in cells),
        total=len(cells),
        lacking=sum(cell is not None and lacks_rationale(cell) for cell, _ in cells),
        current=name[0] == current,
    )


def _line_name(line: Line) -> tuple[str, str]:
    return line.sub_criterion.id, f"{line.number} {line.label}"


def _pairs(snapshot: Snapshot, by: str) -> list[tuple[Option, Line]]:
    options = short_listed(snapshot)
    if by == "line":
        return [(option, line) for line in snapshot.lines for option in options]
    return [(option, line) for option in options for line in snapshot.lines]


def _next(snapshot: Snapshot, by: str, current: str) -> Place | None:
    pairs = _pairs(snapshot, by)
    here = [(line.sub_criterion.id if by == "line" else option.id) == current for option, line in pairs]
    start = here.index(True) if True in here else 0
    for option, line in pairs[start:] + pairs[:start]:
        if not finished(snapshot.cell_at.get((option.id, line.sub_criterion.id)), line):
            return _place(option, line)
    return None


def _lacking(snapshot: Snapshot) -> tuple[Place, ...]:
    found = []
    for option, line in _pairs(snapshot, "line"):
        cell = snapshot.cell_at.get((option.id, line.sub_criterion.id))
        if cell is not None and lacks_rationale(cell):
            found.append(_place(option, line))
    return tuple(found)


def _place(option: Option, line: Line) -> Place:
    return Place(option.id, line.sub_criterion.id, f"{option_heading(option)} on {line.number} {line.label}")
