"""The decision matrix as rows of ready words and links: options by lines, with group totals and the total."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from appraisal.core.evaluation import Evaluation
from appraisal.core.figures import written
from appraisal.core.sentences import option_heading
from appraisal.core.sentences.marks import Mark, mark_in
from appraisal.core.sentences.totals import group_total_words, second_name, total_words
from appraisal.core.snapshot import COUNTED, CriteriaGroup, Option, Snapshot
from appraisal.selectors.pages.colours import colour

Link = Callable[[str, str], str]
"""(option id, sub-criterion id) -> address of the cell's own page."""


@dataclass(frozen=True)
class LineHead:
    """A column: ``number`` is what people call it, ``label`` stands upright, ``name`` is the line in full."""

    id: str
    number: str
    label: str
    name: str
    guidance: str
    kind: str


@dataclass(frozen=True)
class GroupHead:
    """Columns under one heading; ``of`` is the highest possible group total, empty where nothing says so."""

    id: str
    number: int
    colour: int
    label: str
    name: str
    stem: str
    lines: tuple[LineHead, ...]
    totalled: bool
    of: str

    @property
    def span(self) -> int:
        """How many columns stand under the heading."""
        return len(self.lines) + self.totalled


@dataclass(frozen=True)
class MatrixCell:
    """One cell, where its rationale stands, and the classes of the stylesheet that it carries."""

    mark: Mark
    url: str
    css: str


@dataclass(frozen=True)
class GroupCells:
    """One option's cells under one heading; ``total`` is None where the group has no total column."""

    cells: tuple[MatrixCell, ...]
    total: str | None


@dataclass(frozen=True)
class MatrixRow:
    """One option. ``total`` is a figure, a range ("48 to 52") or a dash; ``settled`` where it is a figure."""

    id: str
    heading: str
    name: str
    baseline: bool
    total: str
    settled: bool
    groups: tuple[GroupCells, ...]


@dataclass(frozen=True)
class Matrix:
    """The whole table: headings, then the short-listed options in the order asked for."""

    groups: tuple[GroupHead, ...]
    rows: tuple[MatrixRow, ...]


def matrix(snapshot: Snapshot, evaluation: Evaluation, *, options: Sequence[Option], link: Link) -> Matrix:
    """The matrix of these options, in this order. Every figure is the evaluation's, written once."""
    heads = group_heads(snapshot, evaluation)
    return Matrix(heads, tuple(_row(snapshot, evaluation, heads, option, link) for option in options))


def group_heads(snapshot: Snapshot, evaluation: Evaluation) -> tuple[GroupHead, ...]:
    """The headings in order, each with its lines."""
    return tuple(
        _head(snapshot, evaluation, number, group) for number, group in enumerate(snapshot.groups, start=1)
    )


def _head(snapshot: Snapshot, evaluation: Evaluation, number: int, group: CriteriaGroup) -> GroupHead:
    possible = evaluation.group_ranges_possible.get(group.id)
    return GroupHead(
        id=group.id,
        number=number,
        colour=colour(number),
        label=group.short_name or group.name,
        name=group.name,
        stem=group.stem,
        lines=tuple(
            LineHead(
                line.sub_criterion.id,
                line.number,
                line.label,
                line.sub_criterion.name,
                line.sub_criterion.guidance,
                line.sub_criterion.kind,
            )
            for line in snapshot.lines
            if line.group.id == group.id
        ),
        totalled=any(sub.kind in COUNTED for sub in group.sub_criteria),
        of=written(possible[1]) if possible else "",
    )


def _row(
    snapshot: Snapshot, evaluation: Evaluation, heads: tuple[GroupHead, ...], option: Option, link: Link
) -> MatrixRow:
    result = evaluation.by_id[option.id]
    return MatrixRow(
        id=option.id,
        heading=option_heading(option),
        name=second_name(option),
        baseline=option.baseline,
        total=total_words(result),
        settled=result.aggregate is not None,
        groups=tuple(
            GroupCells(
                tuple(_cell(snapshot, evaluation, option.id, line.id, link) for line in head.lines),
                group_total_words(result, head.id) if head.totalled else None,
            )
            for head in heads
        ),
    )


def _cell(snapshot: Snapshot, evaluation: Evaluation, option_id: str, line_id: str, link: Link) -> MatrixCell:
    mark = mark_in(snapshot, evaluation, option_id, line_id)
    css = f"wb-tone-{mark.tone}" if mark.tone else "wb-matrix__word"
    return MatrixCell(mark, link(option_id, line_id), f"{css} wb-matrix__below" if mark.below else css)
