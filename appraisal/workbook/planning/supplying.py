"""A score that lost its figure, where the printed total and the other scores of its sum imply it."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from appraisal.core.figures import exact, written
from appraisal.core.snapshot import CellState, Combine, Kind, Line, Snapshot, number_from, score_problem
from appraisal.workbook.plan import Supplied
from appraisal.workbook.planning.printed import figure_of
from appraisal.workbook.theirs import Theirs


def supplied_by(
    theirs: Theirs, snapshot: Snapshot, options: Mapping[int, str], groups: Mapping[int, str]
) -> tuple[Supplied, ...]:
    """The missing scores of a plain sum that a printed total implies: one missing in it, and on the scale."""
    if snapshot.method.combine is not Combine.SUM:
        return ()
    where = {
        (options[o], snapshot.lines[at].sub_criterion.id): cell.where
        for (o, at), cell in theirs.cells.items()
    }
    found: dict[tuple[str, str], Supplied] = {}
    for total in sorted(theirs.totals, key=lambda each: each.group is None):
        printed = figure_of(total.found)
        group = None if total.group is None else groups[total.group]
        if printed is None:
            continue
        for each in _implied(snapshot, options[total.option], group, printed, where):
            found.setdefault((each.option, each.line), each)
    return tuple(found.values())


def _implied(
    snapshot: Snapshot,
    option: str,
    group: str | None,
    printed: Fraction,
    where: Mapping[tuple[str, str], str],
) -> Iterator[Supplied]:
    lines = [
        line
        for line in snapshot.lines
        if line.sub_criterion.kind is Kind.SCORE and group in (None, line.group.id)
    ]
    scores = {line.sub_criterion.id: _score(snapshot, option, line) for line in lines}
    missing = [line for line in lines if scores[line.sub_criterion.id] is None]
    if len(missing) != 1:
        return
    line, known = missing[0], sum((score for score in scores.values() if score is not None), Fraction(0))
    try:
        score = number_from(exact(printed - known))
    except ValueError:
        return
    place = (option, line.sub_criterion.id)
    if place in where and line.scale is not None and not score_problem(score, line.scale):
        how = (
            f"The printed total {written(printed)} less {written(known)} for the other lines implies {score}."
        )
        yield Supplied(*place, where[place], str(score), how)


def _score(snapshot: Snapshot, option: str, line: Line) -> Fraction | None:
    cell = snapshot.cell_at.get((option, line.sub_criterion.id))
    if cell is None or cell.state is not CellState.SCORED or cell.score is None:
        return None
    return Fraction(cell.score)
