"""What a pasted column would change, row by row, before anything is changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any
from uuid import UUID

from appraisal.core.sentences import option_heading, option_label
from appraisal.core.snapshot import Cell, Kind, Line, Option, Snapshot, entry_problem, has_marks
from appraisal.core.snapshot.rules import state_problem
from appraisal.forms import PastedRow
from appraisal.selectors import snapshots
from appraisal.selectors.appraisals import CellMeta, cell_versions
from appraisal.selectors.pages.scoring.cells import Shown, shown_cell
from appraisal.selectors.pages.scoring.progress import short_listed


@dataclass(frozen=True)
class Column:
    """A line and the options that a pasted column falls on, in order, with what stands there now."""

    snapshot: Snapshot
    line: Line
    options: tuple[Option, ...]
    saved: Mapping[tuple[str, str], CellMeta]

    @property
    def title(self) -> str:
        """The line as people call it."""
        return f"{self.line.number} {self.line.sub_criterion.name}"

    @property
    def kind(self) -> Kind:
        """What the line asks for."""
        return self.line.sub_criterion.kind

    @property
    def marked(self) -> bool:
        """Whether the line asks for verbal marks."""
        return has_marks(self.line.sub_criterion)

    @property
    def headings(self) -> tuple[str, ...]:
        """What the options are called, in order."""
        return tuple(option_heading(option) for option in self.options)

    @property
    def in_words(self) -> bool:
        """Whether this is a line in words only."""
        return self.kind is Kind.WORDS

    def version(self, option: Option) -> int:
        """The version of the option's cell; 0 where nobody has saved it."""
        saved = self.saved.get((option.id, self.line.sub_criterion.id))
        return saved.version if saved else 0

    @property
    def seen(self) -> str:
        """The versions that a preview shows, for the form that applies it: ``option-1:3 option-2:0``."""
        return " ".join(f"{option.id}:{self.version(option)}" for option in self.options)


@dataclass(frozen=True)
class PreviewRow:
    """One row: what stands ``now``, what would stand ``then`` (``cell``), or what is wrong with it."""

    number: int
    option: str
    now: Shown
    then: Shown
    cell: Cell
    same: bool
    words_stay: bool
    problem: str


def column(appraisal_id: UUID, line_id: str) -> Column | None:
    """What a pasted column falls on; None where the appraisal has no such line."""
    snapshot = snapshots.snapshot(appraisal_id)
    line = snapshot.line.get(line_id)
    if line is None:
        return None
    return Column(snapshot, line, short_listed(snapshot), cell_versions(appraisal_id))


def preview(target: Column, rows: Sequence[PastedRow]) -> tuple[PreviewRow, ...]:
    """What each row would do to its option's cell; as many rows as options."""
    return tuple(_row(target, option, row) for option, row in zip(target.options, rows, strict=True))


def _row(target: Column, option: Option, row: PastedRow) -> PreviewRow:
    snapshot, line = target.snapshot, target.line
    place = (option.id, line.sub_criterion.id)
    now = snapshot.cell_at.get(place) or Cell(*place)
    cell = now if row.state is None else replace(now, state=row.state, **_entry(row.score))
    if row.rationale is not None:
        cell = replace(cell, rationale=row.rationale)
    problem = row.problem or _problem(cell, line)
    then = now if problem else cell
    return PreviewRow(
        number=row.number,
        option=option_label(option),
        now=shown_cell(snapshot, now),
        then=shown_cell(snapshot, then),
        cell=cell,
        same=then == now,
        words_stay=bool(now.rationale) and then.rationale == now.rationale,
        problem=problem,
    )


def _problem(cell: Cell, line: Line) -> str:
    sub = line.sub_criterion
    if problem := state_problem(cell.state, sub.kind, sub.not_applicable_rule):
        return problem
    if cell.score is None and not cell.mark:
        return ""
    if line.scale is None and sub.kind is Kind.SCORE and not has_marks(sub):
        return "No scale is set, so nothing can be scored."
    return entry_problem(cell.score, cell.mark, sub, line.scale)


def _entry(given: Decimal | str | None) -> dict[str, Any]:
    """The score and the mark of a cell that was pasted."""
    return {"score": None, "mark": given} if isinstance(given, str) else {"score": given, "mark": ""}
