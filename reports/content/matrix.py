"""The decision matrix for print: one table per criteria group, every score with its full rationale."""

from collections.abc import Iterator

from appraisal.core.evaluation import Evaluation
from appraisal.core.figures import number_text, written
from appraisal.core.sentences import option_heading
from appraisal.core.sentences.marks import SIGNS, mark_in
from appraisal.core.sentences.totals import group_total_words, second_name
from appraisal.core.sentences.values import rule_means
from appraisal.core.snapshot import CriteriaGroup, Kind, Line, Option, OptionStage, Scale, Snapshot, has_marks
from reports.content.parts import Block, Column, Heading, Run, Score, Table, TableCell, Words

NOT_COUNTED = {Kind.WORDS: " (in words, not scored)", Kind.GATE: " (gate: pass or fail)"}

LINES_A_TABLE = 6
"""More columns of rationale than this cannot be read on an A4 page; the group goes on below."""


def matrix(snapshot: Snapshot, evaluation: Evaluation) -> Iterator[Block]:
    """A heading, the scale and a table for each group; lines in words stand in their place."""
    options = [option for option in snapshot.options if option.stage is not OptionStage.DROPPED]
    if not options:
        return
    for place, group in enumerate(snapshot.groups, start=1):
        lines = [line for line in snapshot.lines if line.group.id == group.id]
        chunks = [lines[at : at + LINES_A_TABLE] for at in range(0, len(lines), LINES_A_TABLE)]
        for number, chunk in enumerate(chunks):
            more = f" (lines {chunk[0].number} to {chunk[-1].number})" if len(chunks) > 1 else ""
            yield Heading(f"{place} {group.name}{more}", 2, over="Decision matrix", new_page=True)
            told = _lead(snapshot, group, chunk), _key(snapshot, evaluation, chunk, options)
            if any(told):
                yield Words((Run(" · ".join(filter(None, told))),), small=True)
            yield _table(snapshot, evaluation, group, chunk, options, totalled=number == len(chunks) - 1)


def _lead(snapshot: Snapshot, group: CriteriaGroup, lines: list[Line]) -> str:
    own = [line for line in lines if line.sub_criterion.scale is not None]
    shared = any(line.sub_criterion.scale is None and _on_a_scale(line) for line in lines)
    parts = [group.stem, group.guidance, scale_words(snapshot.scale) if shared else ""]
    parts += [f"{line.number}: {scale_words(line.scale)}" for line in own]
    rules = ((line, rule_means(line.sub_criterion.value, line.sub_criterion.unit)) for line in lines)
    parts += [f"{line.number}: {means}" for line, means in rules if means]
    return " · ".join(part for part in parts if part)


def _key(snapshot: Snapshot, evaluation: Evaluation, lines: list[Line], options: list[Option]) -> str:
    """What the signs beside the scores of this table mean; empty where there are none."""
    pairs = [(option.id, line.sub_criterion.id) for option in options for line in lines]
    signs = {sign for pair in pairs for sign in mark_in(snapshot, evaluation, *pair).signs}
    return " · ".join(f"{sign} {meaning}" for sign, meaning in SIGNS if sign in signs)


def _on_a_scale(line: Line) -> bool:
    return line.sub_criterion.kind is Kind.SCORE and not has_marks(line.sub_criterion)


def scale_words(scale: Scale | None) -> str:
    """Every point of a scale with its descriptor in one line."""
    if scale is None:
        return "No scale has been set yet"
    points = [f"{number_text(point.value)} {point.label}".strip() for point in scale.points]
    return " · ".join(points) or f"scale from {number_text(scale.lo)} to {number_text(scale.hi)}"


def _table(
    snapshot: Snapshot,
    evaluation: Evaluation,
    group: CriteriaGroup,
    lines: list[Line],
    options: list[Option],
    *,
    totalled: bool,
) -> Table:
    possible = evaluation.group_ranges_possible.get(group.id)
    totalled = totalled and possible is not None
    total = (Column(f"Total of {written(possible[1])}", 0.55, number=True),) if totalled and possible else ()
    return Table(
        f"{group.name}: scores and rationales",
        (Column("Option", 1.25), *(_column(snapshot, options, line) for line in lines), *total),
        tuple(_row(snapshot, evaluation, group, lines, option, totalled=totalled) for option in options),
        kind="matrix",
        hide_caption=True,
    )


def _column(snapshot: Snapshot, options: list[Option], line: Line) -> Column:
    """Wider where there is more to read, so that the table stays short."""
    cells = (snapshot.cell_at.get((option.id, line.sub_criterion.id)) for option in options)
    letters = sum(len(cell.rationale) for cell in cells if cell)
    width = min(2.6, max(1.1, 0.8 + letters / max(1, len(options)) / 110))
    heading = f"{line.number} {line.sub_criterion.name}{NOT_COUNTED.get(line.sub_criterion.kind, '')}"
    return Column(heading, width, wordy=True)


def _row(
    snapshot: Snapshot,
    evaluation: Evaluation,
    group: CriteriaGroup,
    lines: list[Line],
    option: Option,
    *,
    totalled: bool,
) -> tuple[TableCell, ...]:
    result = evaluation.by_id[option.id]
    total = TableCell(
        group_total_words(result, group.id), figure=result.group_totals.get(group.id), strong=True
    )
    return (
        TableCell(option_heading(option), sub=second_name(option), header=True),
        *(cell_of(snapshot, evaluation, line, option.id) for line in lines),
        *((total,) if totalled else ()),
    )


def cell_of(snapshot: Snapshot, evaluation: Evaluation, line: Line, option: str) -> TableCell:
    """A score with its signs and the whole rationale; a line in words is its words alone.

    Under a raw figure or a mark stands what it counts as.
    """
    cell = snapshot.cell_at.get((option, line.sub_criterion.id))
    mark = mark_in(snapshot, evaluation, option, line.sub_criterion.id)
    words = (cell.rationale,) if cell and cell.rationale else ()
    if line.sub_criterion.kind is Kind.WORDS and words:
        return TableCell(paragraphs=words)
    text = mark.text if mark.tone else mark.words
    score = Score(f"{text}{mark.signs}", mark.tone, mark.said, mark.below)
    return TableCell(score=score, sub=mark.value, paragraphs=words)
