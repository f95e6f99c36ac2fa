"""Two things timed by turns in one run, so that what else the machine does falls on both alike."""

import json
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Figure:
    """One line of docs/figures.md; ``measured`` is the ratio.

    ``goal`` is "at most 5", "at least 0.25", "exactly 0", or "none" where a figure is told beside the one with the goal.
    """

    what: str
    measured: float
    goal: str
    method: str

    @property
    def reached(self) -> bool:
        """Whether the goal is met; always where there is none."""
        if self.goal == "none":
            return True
        side, limit = self.goal.rsplit(" ", 1)
        return self.measured >= float(limit) if side == "at least" else self.measured <= float(limit)


def say(figure: Figure) -> None:
    """Hands the figure to the run that collects them: one line of JSON."""
    print(json.dumps(asdict(figure)), flush=True)


def seconds(work: Callable[[], object], times: int) -> float:
    """Seconds of processor time that one call takes, over ``times`` calls in a row, whatever else is running."""
    start = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - start) / times


def ratio(
    ours: Callable[[], object], theirs: Callable[[], object], *, rounds: int, times: int
) -> tuple[float, float]:
    """(median of ours / theirs, seconds of one of ours): ``rounds`` rounds by turns, a first one thrown away."""
    pairs = [(seconds(ours, times), seconds(theirs, times)) for _ in range(rounds + 1)][1:]
    return statistics.median(mine / other for mine, other in pairs), statistics.median(
        mine for mine, _ in pairs
    )
