"""The matrix with everything a spreadsheet needs to work the totals out again by formula."""

from fractions import Fraction

from appraisal.core.evaluation import Evaluation
from appraisal.core.scoring import weigh
from appraisal.core.sentences import option_heading
from appraisal.core.sentences.marks import mark_of
from appraisal.core.sentences.totals import place_words, second_name
from appraisal.core.snapshot import Cell, CellState, Combine, Kind, Line, Option, Snapshot
from reports.content.parts import Grid, GridCell, GridLine, GridOption
from reports.content.summary import in_order, method_words, why_not_ranked


def grid(snapshot: Snapshot, evaluation: Evaluation) -> Grid:
    """Options in rank order, then the unranked; lines in order."""
    factors = weigh(snapshot, evaluation.weight_set).factors or {}
    return Grid(
        groups=tuple(
            (group.id, f"{place} {group.short_name or group.name}")
            for place, group in enumerate(snapshot.groups, start=1)
        ),
        lines=tuple(_line(line, factors.get(line.sub_criterion.id)) for line in snapshot.lines),
        options=tuple(_option(snapshot, evaluation, option) for option, _ in in_order(snapshot, evaluation)),
        values=evaluation.combine is Combine.WEIGHTED_VALUE,
        weighted=evaluation.combine is not Combine.SUM,
        method=method_words(snapshot, evaluation),
    )


def _line(line: Line, factor: Fraction | None) -> GridLine:
    scored = line.sub_criterion.kind is Kind.SCORE
    scale = line.scale if scored else None
    return GridLine(
        id=line.sub_criterion.id,
        number=line.number,
        label=line.label,
        name=line.sub_criterion.name,
        group=line.group.id,
        factor=factor if scored else None,
        lo=Fraction(scale.lo) if scale else None,
        hi=Fraction(scale.hi) if scale else None,
    )


def _option(snapshot: Snapshot, evaluation: Evaluation, option: Option) -> GridOption:
    result = evaluation.by_id[option.id]
    return GridOption(
        id=option.id,
        heading=option_heading(option),
        name=second_name(option),
        counts=result.ranked and result.floor is not None,
        why_not=why_not_ranked(snapshot, option, result),
        cells={
            line.sub_criterion.id: _cell(
                snapshot, line, option, snapshot.cell_at.get((option.id, line.sub_criterion.id))
            )
            for line in snapshot.lines
        },
        group_totals=result.group_totals,
        aggregate=result.aggregate,
        floor=result.floor,
        ceiling=result.ceiling,
        place=place_words(evaluation, result),
        rank=result.rank,
    )


def _cell(snapshot: Snapshot, line: Line, option: Option, cell: Cell | None) -> GridCell:
    mark = mark_of(cell, line)
    scored = cell is not None and cell.state is CellState.SCORED and cell.score is not None
    return GridCell(
        score=Fraction(cell.score) if scored and cell and cell.score is not None else None,
        state="" if scored else mark.words,
        rationale=cell.rationale if cell else "",
        note=" ".join(snapshot.notes_about.get(f"cells/{option.id}/{line.sub_criterion.id}", ())),
        worked_out=cell is not None and cell.basis == "worked-out",
        tone=mark.tone,
    )
