"""The workbook for scoring whole: its cells to fill in, what it tells, and what it was made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from appraisal.core.sentences import option_label
from appraisal.core.snapshot import Cell, Kind, Line, Option, OptionStage, Snapshot, check_code
from appraisal.workbook import layout
from reports.content.filling import told
from reports.content.filling.choices import choices_of
from reports.content.filling.parts import Choices, FillBook, FillCell, FillSheet, in_cells

HOW = (
    "Fill in the white cells under Score and Rationale, and nothing else; an empty score means that there is "
    "none yet. Save the file as an Excel Workbook (.xlsx) and bring it in on the Scoring page. You see what "
    "would change before anything does."
)


@dataclass(frozen=True)
class Versions:
    """Which state of which appraisal the file is made of: versions by (option, line), absent ones are 0."""

    appraisal_id: UUID
    revision: int
    cells: Mapping[tuple[str, str], int]


def filling_book(snapshot: Snapshot, versions: Versions, made: str) -> FillBook:
    """The workbook for the short-listed options (every option while there is no short list).

    ``made`` says when and by whom, as it stands on the sheet about the file.
    """
    options = scored_options(snapshot)
    choices = {line.sub_criterion.id: choices_of(line) for line in snapshot.lines}
    reading = (
        told.options(snapshot),
        told.criteria(snapshot),
        told.scale(snapshot, tuple(dict.fromkeys(filter(None, choices.values())))),
        told.weights(snapshot),
    )
    scores = _scores(snapshot, options, choices)
    return FillBook(
        title=f"{snapshot.title}: workbook for scoring",
        description=f"Revision {versions.revision}. Check code {check_code(snapshot)}.",
        sheets=(scores, *reading, _about(snapshot, options, versions, made, reading)),
    )


def scored_options(snapshot: Snapshot) -> tuple[Option, ...]:
    """The options that are scored: the short-listed ones, or all but the dropped while there are none."""
    short = tuple(each for each in snapshot.options if each.stage is OptionStage.SHORT_LIST)
    return short or tuple(each for each in snapshot.options if each.stage is not OptionStage.DROPPED)


def _scores(
    snapshot: Snapshot, options: Sequence[Option], choices: Mapping[str, Choices | None]
) -> FillSheet:
    rows = [
        _row(snapshot, line, option, choices[line.sub_criterion.id])
        for line in snapshot.lines
        for option in options
    ]
    return FillSheet(
        name=layout.SCORES,
        title=snapshot.title,
        intro=HOW,
        headings=layout.HEADINGS,
        rows=tuple(rows),
        widths=(7, 34, 34, 16, 90, 16, 16),
        frozen=3,
    )


def _row(snapshot: Snapshot, line: Line, option: Option, choices: Choices | None) -> tuple[FillCell, ...]:
    sub = line.sub_criterion
    cell = snapshot.cell_at.get((option.id, sub.id)) or Cell(option.id, sub.id)
    return (
        FillCell(line.number),
        FillCell(sub.name),
        FillCell(option_label(option)),
        _score(cell, sub.kind, choices),
        FillCell(cell.rationale, is_open=True),
        FillCell(option.id),
        FillCell(sub.id),
    )


def _score(cell: Cell, kind: Kind, choices: Choices | None) -> FillCell:
    if kind is Kind.WORDS:
        return FillCell(layout.IN_WORDS)
    figure = Fraction(cell.score) if cell.score is not None else None
    text = "" if figure is not None else cell.mark or layout.STATE_WORDS.get(cell.state, "")
    return FillCell(text, figure=figure, is_open=True, choices=choices)


def _about(
    snapshot: Snapshot,
    options: Sequence[Option],
    versions: Versions,
    made: str,
    reading: Sequence[FillSheet],
) -> FillSheet:
    """What the file was made of, and each cell's version: it is how a change by somebody else is noticed."""
    facts = [
        (layout.FILE, layout.FORM),
        (layout.APPRAISAL, snapshot.title),
        (layout.APPRAISAL_ID, str(versions.appraisal_id)),
        (layout.REVISION, str(versions.revision)),
        (layout.MADE, made),
        *((layout.AS_MADE.format(sheet.name), layout.sheet_code(sheet.texts())) for sheet in reading),
    ]
    cells = [
        snapshot.cell_at.get((option.id, line.sub_criterion.id)) or Cell(option.id, line.sub_criterion.id)
        for line in snapshot.lines
        for option in options
    ]
    rows = [
        in_cells(
            cell.option,
            cell.sub_criterion,
            str(versions.cells.get((cell.option, cell.sub_criterion), 0)),
            layout.content_code(cell),
        )
        for cell in cells
    ]
    intro = "This sheet tells Weighbridge which cells the file was made of. Leave it as it is."
    return FillSheet(
        layout.ABOUT,
        layout.ABOUT,
        intro,
        layout.CELL_HEADINGS,
        tuple(rows),
        (26, 60, 12, 18),
        0,
        facts=tuple(facts),
    )
