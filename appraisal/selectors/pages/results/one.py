"""One cell: its score and what that means, the rationale, who gave it and when, notes, and its history."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from appraisal.core.evaluation import evaluate
from appraisal.core.sentences import Names, option_heading, option_label
from appraisal.core.sentences.marks import Mark, descriptor, mark_in, mark_of
from appraisal.core.sentences.values import rule_means
from appraisal.core.snapshot import Cell, Kind, OptionStage, Rule, Snapshot
from appraisal.models import Cell as CellRow
from appraisal.selectors import snapshots
from appraisal.selectors.appraisals import CellMeta
from appraisal.selectors.pages.history import Entry, entries
from organisations.errors import Missing


@dataclass(frozen=True)
class Beside:
    """A cell next to this one: the same line for another option, or the same option on another line."""

    option: str
    line: str
    label: str


@dataclass(frozen=True)
class CellPage:
    """All that is known of one cell. ``saved`` is None for a cell that nobody has touched."""

    option: str
    line: str
    heading: str
    option_label: str
    option_name: str
    line_label: str
    line_name: str
    group: str
    stem: str
    kind: Kind
    mark: Mark
    rule: str
    descriptor: str
    rationale: str
    notes: tuple[str, ...]
    saved: CellMeta | None
    before: Beside | None
    after: Beside | None
    others: tuple[Beside, ...]
    history: tuple[Entry, ...]


def cell_page(appraisal_id: UUID, option_id: str, line_id: str) -> CellPage:
    """The cell of this option on this line; raises Missing where the appraisal has no such option or line."""
    snapshot = snapshots.snapshot(appraisal_id)
    if option_id not in snapshot.option or line_id not in snapshot.line:
        raise Missing("There is no such option or line in this appraisal.")
    option, line, names = snapshot.option[option_id], snapshot.line[line_id], Names(snapshot)
    cell = snapshot.cell_at.get((option_id, line_id), Cell(option_id, line_id))
    lines = [one.sub_criterion.id for one in snapshot.lines]
    plain = line.sub_criterion.value.rule == Rule.SCALE
    return CellPage(
        option=option_id,
        line=line_id,
        heading=option_heading(option),
        option_label=option_label(option),
        option_name=option.name,
        line_label=names.line(line_id),
        line_name=f"{line.number} {line.sub_criterion.name}",
        group=names.group(line.group.id),
        stem=line.group.stem,
        kind=line.sub_criterion.kind,
        mark=mark_of(cell, line) if plain else mark_in(snapshot, evaluate(snapshot), option_id, line_id),
        rule=rule_means(line.sub_criterion.value, line.sub_criterion.unit),
        descriptor=descriptor(cell.score, line.scale) if cell.score is not None else "",
        rationale=cell.rationale,
        notes=snapshot.notes_about.get(f"cells/{option_id}/{line_id}", ()),
        saved=_saved(appraisal_id, option_id, line_id),
        before=_neighbour(names, option_id, lines, lines.index(line_id) - 1),
        after=_neighbour(names, option_id, lines, lines.index(line_id) + 1),
        others=_others(snapshot, option_id, line_id),
        history=entries(appraisal_id, snapshot, subjects=[f"cells/{option_id}/{line_id}"]),
    )


def _saved(appraisal_id: UUID, option_id: str, line_id: str) -> CellMeta | None:
    row = (
        CellRow.objects.filter(appraisal=appraisal_id, option__slug=option_id, sub_criterion__slug=line_id)
        .values_list("version", "changed_at", "changed_by__name")
        .first()
    )
    return CellMeta(*row) if row else None


def _neighbour(names: Names, option_id: str, lines: Sequence[str], place: int) -> Beside | None:
    if not 0 <= place < len(lines):
        return None
    return Beside(option_id, lines[place], names.line(lines[place]))


def _others(snapshot: Snapshot, option_id: str, line_id: str) -> tuple[Beside, ...]:
    """The same line for every other option on the short list."""
    return tuple(
        Beside(option.id, line_id, option_label(option))
        for option in snapshot.options
        if option.id != option_id and option.stage is OptionStage.SHORT_LIST
    )
