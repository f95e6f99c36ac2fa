"""Every way an unfinished appraisal can end, as far as places are concerned, and how each ending comes out.

Totals come from the oracle, which shares no code with what is tested.
"""

from appraisal.core.snapshot import Cell, CellState
from tests.core.oracle import Paper
from tests.core.small import with_cells

OPEN = (CellState.UNSCORED, CellState.TO_BE_CONFIRMED)


def endings(snapshot):
    """The appraisal finished in the ways that matter: one option, or all but one, at its best or its worst.

    Open gates are passed by all, by one alone, or by all but one. Any other ending lies between these.
    """
    ids = {option.id for option in snapshot.options}
    some = [ids, *({one} for one in ids), *(ids - {one} for one in ids)]
    for passing in some if Paper(snapshot, None).gates else [ids]:
        for best in [set(), *some]:
            yield _finished(snapshot, best, passing)


def totals(snapshot):
    """The totals of the ranked options of a finished appraisal."""
    paper = Paper(snapshot, None)
    ranked = [option for option in snapshot.options if paper.is_ranked(option)]
    return {option.id: paper.span(option, paper.scored)[0] for option in ranked}


def firsts(snapshot):
    """Who is first in a finished appraisal; nobody where none is ranked."""
    found = totals(snapshot)
    return {one for one, total in found.items() if total == max(found.values())}


def place(figures, option):
    """The place of one option among these totals."""
    return 1 + sum(other > figures[option] for other in figures.values())


def has_totals(snapshot):
    """Whether there is a ranked option and every ranked option has a total once it is finished."""
    paper = Paper(snapshot, None)
    ranked = [option for option in snapshot.options if paper.is_ranked(option)]
    return bool(ranked) and all(paper.span(option, paper.scored) is not None for option in ranked)


def _finished(snapshot, best, passing):
    cells = []
    for option in snapshot.options:
        for line in snapshot.lines:
            cell = snapshot.cell_at.get((option.id, line.sub_criterion.id))
            if cell is None or cell.state in OPEN:
                cells.append(_settled(option.id, line, option.id in best, option.id in passing))
    return with_cells(snapshot, *(cell for cell in cells if cell is not None))


def _settled(option, line, best, passing):
    kind, sub = line.sub_criterion.kind.value, line.sub_criterion.id
    if kind == "gate":
        return Cell(option, sub, CellState.PASS if passing else CellState.FAIL)
    if kind == "measure":
        rule = line.sub_criterion.value
        return Cell(option, sub, CellState.SCORED, rule.best if best else rule.worst)
    if kind == "score" and line.scale:
        return Cell(option, sub, CellState.SCORED, line.scale.hi if best else line.scale.lo)
    return None
