"""From a snapshot to its evaluation: whole-number tallies become exact figures, and gaps are named."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from appraisal.core.evaluation.material import Material
from appraisal.core.evaluation.results import Evaluation, OptionResult, Pair, Range
from appraisal.core.evaluation.steps import workings
from appraisal.core.scoring import (
    Mark,
    Matrix,
    Tally,
    add,
    margin,
    matrix,
    placed,
    tally,
    weigh,
)
from appraisal.core.snapshot import CellState, OptionStage, Snapshot


def evaluate(snapshot: Snapshot, *, weight_set: str | None = None) -> Evaluation:
    """Every figure of the appraisal, under its own weight set or under ``weight_set``, another of its own.

    Answers for any snapshot: without options, scale, weights or scores the figures are None. Raises Invalid
    where ``weight_set`` is given with a plain total or is unknown, and where weights cannot be used.
    """
    weighing = weigh(snapshot, weight_set)
    table = matrix(snapshot, weighing)
    tallies = tuple(tally(snapshot, table, option) for option in snapshot.options)
    at = placed(tallies)
    lowest, highest = _bounds(table)
    lead = _margin(table, tallies, at)
    material = Material(snapshot, weighing, table, tallies, at, lowest, highest, _neutral_total(table), lead)
    return Evaluation(
        slug=snapshot.slug,
        combine=weighing.combine,
        weight_set=weighing.weight_set.id if weighing.weight_set else None,
        complete=_complete(tallies),
        lowest_possible=lowest,
        highest_possible=highest,
        neutral_total=material.neutral_total,
        margin=lead,
        margin_share=_share(lead, lowest, highest),
        options=_in_rank_order(snapshot, table, tallies, at),
        weights=weighing.shares,
        group_shares=weighing.group_shares,
        group_ranges_possible=_group_bounds(table),
        scored_lines=tuple(column.id for column in table.columns),
        **_lists(snapshot, table, tallies),
        workings=workings(material),
    )


def _in_rank_order(
    snapshot: Snapshot, table: Matrix, tallies: Sequence[Tally], at: Mapping[str, tuple[int, int]]
) -> tuple[OptionResult, ...]:
    """Ranked options by best place, then worst, then file order; the unranked after them in file order."""
    results = [_result(snapshot, table, one, at.get(one.option.id)) for one in tallies]
    ranked = sorted((one for one in results if one.ranked), key=lambda one: (one.rank_from, one.rank_to))
    return (*ranked, *(one for one in results if not one.ranked))


def _result(snapshot: Snapshot, table: Matrix, one: Tally, place: tuple[int, int] | None) -> OptionResult:
    floor, ceiling = _ends(table, one.total) if one.ranked else (None, None)
    best, worst = place or (None, None)
    ranges = {} if one.gate_failed else _group_ranges(table, one)
    settled = {group for group, mark in one.groups.items() if mark.settled}
    return OptionResult(
        id=one.option.id,
        rank=best if best == worst and not one.open_gate else None,
        rank_from=best,
        rank_to=worst,
        aggregate=floor if one.complete else None,
        floor=floor,
        ceiling=ceiling,
        complete=one.complete,
        comparable=not one.total.not_applicable,
        gate_failed=one.gate_failed,
        ranked=one.ranked,
        group_totals={
            group.id: ranges[group.id][0] if group.id in ranges and group.id in settled else None
            for group in snapshot.groups
        },
        group_ranges=ranges,
        values=_values(snapshot, table, one),
        missing=one.missing,
    )


def _group_ranges(table: Matrix, one: Tally) -> dict[str, Range]:
    """The groups whose part of the total has known ends; a group with a line that does not apply has none."""
    found = {}
    for group, mark in one.groups.items():
        if mark.low is not None and mark.high is not None and not mark.not_applicable:
            found[group] = (table.figure(mark.low), table.figure(mark.high))
    return found


def _values(snapshot: Snapshot, table: Matrix, one: Tally) -> dict[str, Fraction | None]:
    """What each line shows for the option: the score or the value from 0 to 100, None where there is none."""
    values: dict[str, Fraction | None] = {line.sub_criterion.id: None for line in snapshot.lines}
    for column, mark in zip(table.columns, one.marks, strict=True):
        values[column.id] = mark.value if mark.value_to is None else None
    return values


def _bounds(table: Matrix) -> tuple[Fraction | None, Fraction | None]:
    """The totals of the lowest and of the highest score throughout; None without scales or without lines."""
    return _ends(table, _whole(table)) if table.columns else (None, None)


def _whole(table: Matrix, group: str | None = None) -> Mark:
    """All columns (of one group) at their lowest and their highest."""
    columns = (column for column in table.columns if group in (None, column.group))
    return add(Mark(column.lowest.low, column.highest.high) for column in columns)


def _group_bounds(table: Matrix) -> dict[str, Range]:
    found = {}
    for group in dict.fromkeys(column.group for column in table.columns):
        low, high = _ends(table, _whole(table, group))
        if low is not None and high is not None:
            found[group] = (low, high)
    return found


def _neutral_total(table: Matrix) -> Fraction | None:
    """The total of "no impact" throughout; None unless every scored line's scale has a neutral point."""
    points = [column.neutral for column in table.columns if column.neutral is not None]
    if not points or len(points) < len(table.columns):
        return None
    return _ends(table, add(points))[0]


def _ends(table: Matrix, mark: Mark) -> tuple[Fraction | None, Fraction | None]:
    if mark.low is None or mark.high is None:
        return None, None
    return table.figure(mark.low), table.figure(mark.high)


def _margin(table: Matrix, tallies: Sequence[Tally], at: Mapping[str, tuple[int, int]]) -> Fraction | None:
    ranked = [one for one in tallies if one.ranked]
    units = margin([one.standing for one in ranked], [at[one.option.id] for one in ranked])
    return None if units is None else table.figure(units)


def _share(lead: Fraction | None, lowest: Fraction | None, highest: Fraction | None) -> Fraction | None:
    """The margin as a share of highest less lowest possible."""
    if lead is None or lowest is None or highest is None or highest == lowest:
        return None
    return lead / (highest - lowest)


def _complete(tallies: Iterable[Tally]) -> bool:
    """Something to compare, and no total of it still open. An option that failed a gate waits for nothing."""
    compared = [one for one in tallies if one.option.stage == OptionStage.SHORT_LIST]
    return bool(compared) and all(one.complete or one.gate_failed is not None for one in compared)


def _lists(snapshot: Snapshot, table: Matrix, tallies: Iterable[Tally]) -> dict[str, tuple[Pair, ...]]:
    """The lists of (option, sub-criterion) that results and reports must own up to."""
    short = [one for one in tallies if one.option.stage == OptionStage.SHORT_LIST]
    found = [
        ((one.option.id, column.id), mark)
        for one in short
        for column, mark in zip(table.columns, one.marks, strict=True)
    ]
    scored = [(pair, snapshot.cell_at[pair]) for pair, mark in found if mark.scored]
    missing = tuple((one.option.id, sub) for one in short if one.gate_failed is None for sub in one.missing)
    return {
        "missing": missing,
        "to_be_confirmed": tuple(pair for pair in missing if _is_promised(snapshot, pair)),
        "worked_out": tuple(pair for pair, cell in scored if cell.basis == "worked-out"),
        "without_rationale": tuple(pair for pair, cell in scored if not cell.rationale.strip()),
        "not_applicable": tuple(pair for pair, mark in found if mark.not_applicable),
    }


def _is_promised(snapshot: Snapshot, pair: Pair) -> bool:
    cell = snapshot.cell_at.get(pair)
    return cell is not None and cell.state == CellState.TO_BE_CONFIRMED
