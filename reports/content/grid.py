"""The matrix with everything a spreadsheet needs to work the totals out again by formula."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from appraisal.core.evaluation import Evaluation
from appraisal.core.scoring import Yardstick, compared, is_scored, relative_lines, weigh, yardstick
from appraisal.core.sentences import option_heading
from appraisal.core.sentences.marks import PASSED, mark_in
from appraisal.core.sentences.totals import place_words, second_name
from appraisal.core.snapshot import COUNTED, Combine, Kind, Line, Option, Rule, Snapshot, marks_in_order
from reports.content.parts import Grid, GridCell, GridLine, GridOption
from reports.content.summary import in_order, method_words, why_not_ranked


@dataclass(frozen=True)
class Held:
    """What relative measures are held against: the options compared, and the yardstick of each line."""

    ids: frozenset[str]
    sticks: Mapping[str, Yardstick]

    def open(self, sub: str, option: str) -> tuple[Fraction, Fraction] | None:
        """Lowest and highest value where it waits for a gate, not for a figure."""
        stick = self.sticks.get(sub)
        if stick is None or stick.low is not None or stick.missing:
            return None
        return stick.values.get(option)


def grid(snapshot: Snapshot, evaluation: Evaluation) -> Grid:
    """Options in rank order, then the unranked; lines in order."""
    factors = weigh(snapshot, evaluation.weight_set).factors or {}
    held = _held(snapshot)
    return Grid(
        groups=tuple(
            (group.id, f"{place} {group.short_name or group.name}")
            for place, group in enumerate(snapshot.groups, start=1)
        ),
        lines=tuple(_line(line, factors.get(line.sub_criterion.id)) for line in snapshot.lines),
        options=tuple(
            _option(snapshot, evaluation, option, held) for option, _ in in_order(snapshot, evaluation)
        ),
        values=evaluation.combine is Combine.WEIGHTED_VALUE,
        weighted=evaluation.combine is not Combine.SUM,
        method=method_words(snapshot, evaluation),
    )


def _line(line: Line, factor: Fraction | None) -> GridLine:
    rule, scored = line.sub_criterion.value, line.sub_criterion.kind in COUNTED
    ends = ((rule.worst, rule.best) if rule.rule == Rule.RANGE else line.ends) if scored else None
    lo, hi = ends or (None, None)
    return GridLine(
        id=line.sub_criterion.id,
        number=line.number,
        label=line.label,
        name=line.sub_criterion.name,
        group=line.group.id,
        factor=factor if scored else None,
        lo=None if lo is None else Fraction(lo),
        hi=None if hi is None else Fraction(hi),
        rule=rule.rule,
        unit=line.sub_criterion.unit,
        better=rule.better,
        marks=tuple((name, Fraction(rule.points[name])) for name in marks_in_order(rule)),
        passed=PASSED.words if line.sub_criterion.kind is Kind.GATE else "",
    )


def _option(snapshot: Snapshot, evaluation: Evaluation, option: Option, held: Held) -> GridOption:
    result = evaluation.by_id[option.id]
    return GridOption(
        id=option.id,
        heading=option_heading(option),
        name=second_name(option),
        counts=result.ranked and result.floor is not None,
        why_not=why_not_ranked(snapshot, option, result),
        cells={
            line.sub_criterion.id: _cell(snapshot, evaluation, line, option, held) for line in snapshot.lines
        },
        group_totals=result.group_totals,
        aggregate=result.aggregate,
        floor=result.floor,
        ceiling=result.ceiling,
        place=place_words(evaluation, result),
        rank=result.rank,
        compared=option.id in held.ids,
    )


def _cell(snapshot: Snapshot, evaluation: Evaluation, line: Line, option: Option, held: Held) -> GridCell:
    sub = line.sub_criterion.id
    cell, mark = snapshot.cell_at.get((option.id, sub)), mark_in(snapshot, evaluation, option.id, sub)
    scored = cell is not None and is_scored(cell)
    return GridCell(
        score=Fraction(cell.score) if scored and cell and cell.score is not None else None,
        state="" if scored else mark.words,
        rationale=cell.rationale if cell else "",
        note=" ".join(snapshot.notes_about.get(f"cells/{option.id}/{sub}", ())),
        worked_out=cell is not None and cell.basis == "worked-out",
        tone=mark.tone,
        mark=cell.mark if scored and cell else "",
        value=mark.value,
        open=held.open(sub, option.id),
    )


def _held(snapshot: Snapshot) -> Held:
    among = compared(snapshot)
    sticks = {line.sub_criterion.id: yardstick(snapshot, line, among) for line in relative_lines(snapshot)}
    return Held(frozenset(among.ids), sticks)
