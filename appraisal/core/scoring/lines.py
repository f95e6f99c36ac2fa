"""Which lines count, and how a cell stands: scored, missing, not applicable; a gate passed or failed."""

from enum import Enum

from appraisal.core.snapshot import COUNTED, Cell, CellState, Combine, Kind, Line, Snapshot, is_relative


class Gate(Enum):
    """How a gate stands for one option."""

    PASSED = "passed"
    FAILED = "failed"
    OPEN = "open"


def scored_lines(snapshot: Snapshot) -> tuple[Line, ...]:
    """The lines that go into a total, in order. Lines in words only and gates do not."""
    return tuple(line for line in snapshot.lines if line.sub_criterion.kind in COUNTED)


def without_scale(snapshot: Snapshot) -> tuple[Line, ...]:
    """The scored lines that need a scale and have none; a measure and a line of marks need none."""
    return tuple(
        line for line in scored_lines(snapshot) if line.sub_criterion.kind is Kind.SCORE and line.ends is None
    )


def relative_lines(snapshot: Snapshot) -> tuple[Line, ...]:
    """The scored lines on which a value depends on the other options; none unless values are combined."""
    if snapshot.method.combine is not Combine.WEIGHTED_VALUE:
        return ()
    return tuple(line for line in scored_lines(snapshot) if is_relative(line.sub_criterion))


def gate_lines(snapshot: Snapshot) -> tuple[Line, ...]:
    """The lines that are passed or failed before any score counts, in order."""
    return tuple(line for line in snapshot.lines if line.sub_criterion.kind == Kind.GATE)


def is_scored(cell: Cell | None) -> bool:
    """True where the cell holds a score, a raw figure (nought included) or a mark."""
    return cell is not None and cell.state == CellState.SCORED and (cell.score is not None or cell.mark != "")


def is_not_applicable(cell: Cell | None) -> bool:
    """True where a stated rule says that the line does not apply to the option."""
    return cell is not None and cell.state == CellState.NOT_APPLICABLE


def gate_of(cell: Cell | None) -> Gate:
    """How a gate stands: a gate that does not apply cannot be failed; one without a verdict is open."""
    if cell is None:
        return Gate.OPEN
    if cell.state == CellState.FAIL:
        return Gate.FAILED
    return Gate.PASSED if cell.state in (CellState.PASS, CellState.NOT_APPLICABLE) else Gate.OPEN


def first_failed_gate(snapshot: Snapshot, option: str) -> str | None:
    """Sub-criterion id of the first gate that the option failed, or None."""
    for line in gate_lines(snapshot):
        if gate_of(snapshot.cell_at.get((option, line.sub_criterion.id))) is Gate.FAILED:
            return line.sub_criterion.id
    return None


def open_gates(snapshot: Snapshot, option: str) -> tuple[str, ...]:
    """Ids of the gates without a verdict, in order."""
    return tuple(
        line.sub_criterion.id
        for line in gate_lines(snapshot)
        if gate_of(snapshot.cell_at.get((option, line.sub_criterion.id))) is Gate.OPEN
    )
