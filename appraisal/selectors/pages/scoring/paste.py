"""What a pasted column would change, row by row, before anything is changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
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
    """The cells that a pasted column falls on, in order, with what stands there now.

    One line across the options (``by`` "line"), or one option down all lines; ``id`` is what it is a column
    of, ``name`` what people call that.
    """

    by: str
    id: str
    title: str
    name: str
    snapshot: Snapshot
    places: tuple[tuple[Option, Line], ...]
    saved: Mapping[tuple[str, str], CellMeta]

    @property
    def each(self) -> str:
        """What each row is of."""
        return "option" if self.by == "line" else "line"

    @property
    def asked(self) -> tuple[tuple[Kind, bool], ...]:
        """What each cell takes, for the form."""
        return tuple((line.sub_criterion.kind, has_marks(line.sub_criterion)) for _, line in self.places)

    @property
    def headings(self) -> tuple[str, ...]:
        """What the rows are called, in order."""
        return tuple(
            option_heading(option) if self.by == "line" else f"{line.number} {line.label}"
            for option, line in self.places
        )

    @property
    def in_words(self) -> bool:
        """Whether every row is in words only."""
        return all(kind is Kind.WORDS for kind, _ in self.asked)

    def key(self, cell: Cell) -> str:
        """What tells a cell from the others of the column."""
        return cell.option if self.by == "line" else cell.sub_criterion

    @property
    def seen(self) -> str:
        """The versions that a preview shows, for the form that applies it: ``option-1:3 option-2:0``."""
        cells = [Cell(option.id, line.sub_criterion.id) for option, line in self.places]
        saved = [self.saved.get((cell.option, cell.sub_criterion)) for cell in cells]
        return " ".join(
            f"{self.key(cell)}:{meta.version if meta else 0}" for cell, meta in zip(cells, saved, strict=True)
        )


@dataclass(frozen=True)
class PreviewRow:
    """What a row would change in the cell of ``label``: ``now``, ``then`` (``cell``), or the ``problem``."""

    number: int
    label: str
    now: Shown
    then: Shown
    cell: Cell
    same: bool
    words_stay: bool
    problem: str


def line_column(appraisal_id: UUID, line_id: str) -> Column | None:
    """The line across the short-listed options; None where the appraisal has no such line."""
    snapshot = snapshots.snapshot(appraisal_id)
    line = snapshot.line.get(line_id)
    if line is None:
        return None
    return Column(
        by="line",
        id=line_id,
        title=f"{line.number} {line.sub_criterion.name}",
        name=f"{line.number} {line.label}",
        snapshot=snapshot,
        places=tuple((option, line) for option in short_listed(snapshot)),
        saved=cell_versions(appraisal_id),
    )


def option_column(appraisal_id: UUID, option_id: str) -> Column | None:
    """The option down all lines; None where the appraisal has no such option on its short list."""
    snapshot = snapshots.snapshot(appraisal_id)
    option = next((option for option in short_listed(snapshot) if option.id == option_id), None)
    if option is None:
        return None
    return Column(
        by="option",
        id=option_id,
        title=option_label(option),
        name=option_label(option),
        snapshot=snapshot,
        places=tuple((option, line) for line in snapshot.lines),
        saved=cell_versions(appraisal_id),
    )


def preview(target: Column, rows: Sequence[PastedRow]) -> tuple[PreviewRow, ...]:
    """What each row would do to its cell; as many rows as cells."""
    return tuple(_row(target, *place, row) for place, row in zip(target.places, rows, strict=True))


def _row(target: Column, option: Option, line: Line, row: PastedRow) -> PreviewRow:
    snapshot = target.snapshot
    place = (option.id, line.sub_criterion.id)
    now = snapshot.cell_at.get(place) or Cell(*place)
    cell = now if row.state is None else _judged(now, row)
    if row.rationale is not None:
        cell = replace(cell, rationale=row.rationale)
    problem = row.problem or _problem(cell, line)
    then = now if problem else cell
    return PreviewRow(
        number=row.number,
        label=option_label(option) if target.by == "line" else f"{line.number} {line.label}",
        now=shown_cell(snapshot, now),
        then=shown_cell(snapshot, then),
        cell=cell,
        same=then == now,
        words_stay=bool(now.rationale) and then.rationale == now.rationale,
        problem=problem,
    )


def _judged(now: Cell, row: PastedRow) -> Cell:
    """The cell with the judgement of the row. A worked-out score stays worked out only while it stands."""
    score, mark = (None, row.score) if isinstance(row.score, str) else (row.score, "")
    cell = replace(now, state=row.state or now.state, score=score, mark=mark)
    return cell if cell == now else replace(cell, basis="given")


def _problem(cell: Cell, line: Line) -> str:
    sub = line.sub_criterion
    if problem := state_problem(cell.state, sub.kind, sub.not_applicable_rule):
        return problem
    if cell.score is None and not cell.mark:
        return ""
    if line.scale is None and sub.kind is Kind.SCORE and not has_marks(sub):
        return "No scale is set, so nothing can be scored."
    return entry_problem(cell.score, cell.mark, sub, line.scale)
