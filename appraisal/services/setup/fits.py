"""Which cells could no longer stand if the set-up were so: off the scale, in a state their line has not."""

from collections.abc import Iterable

from appraisal.core.sentences import option_heading
from appraisal.core.snapshot import Cell, CellState, Line, Snapshot, state_problem
from appraisal.core.snapshot.valuing import entry_problem
from organisations.errors import Problem


def unfit(wanted: Snapshot, cells: Iterable[Cell]) -> list[Problem]:
    """One problem for each of the cells that does not fit ``wanted``, with the path ``cells/OPTION/LINE``."""
    problems = []
    for cell in cells:
        line = wanted.line.get(cell.sub_criterion)
        option = wanted.option.get(cell.option)
        wrong = cell_problem(cell, line) if line else ""
        if line and option and wrong:
            name = f"{option_heading(option)}, line {line.number}"
            problems.append(Problem(f"cells/{cell.option}/{cell.sub_criterion}", f"{name}: {wrong}"))
    return problems


def cell_problem(cell: Cell, line: Line) -> str:
    """Why the cell cannot stand on the line, in a sentence; empty when it can."""
    sub = line.sub_criterion
    wrong = state_problem(cell.state, sub.kind, sub.not_applicable_rule)
    if wrong or cell.state is not CellState.SCORED:
        return wrong
    return entry_problem(cell.score, cell.mark, sub, line.scale)
