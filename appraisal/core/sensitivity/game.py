"""Whether some weights put one option ahead of every rival: a small linear programme, decided exactly.

``rows`` has, for each rival, how far the option is ahead of it on each line, in whole numbers. By the
theorem of the alternative either some weights make every row's weighted sum positive, or some mix of the
rows is at most 0 on every line; both can be checked exactly. scipy's programme proposes the one or the other.
Where it is too close for its floats, so that neither proposal stands the check, the same programme is solved
over again in fractions.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import lcm
from operator import mul

Rows = Sequence[Sequence[int]]
Parts = Sequence[Fraction | int]
FINE, COARSE = 2**40, 10**4
"""Proposals are tried as multiples of ``1 / FINE``, then as fractions with denominators up to ``COARSE``."""
TRIED = 20_000
"""Multiplications worth spending on tries before the programme is asked."""


def found_ahead(rows: Rows) -> bool:
    """Whether a few tries find weights under which the option is ahead of every rival; False: not known.

    Each try gives more weight to the lines that speak for the option against the rival that is nearest (the
    perceptron's step, cut off at 0), in whole numbers. Most options need no programme then, and a worker
    serves its first page without scipy, which takes over a second to import.
    """
    weights = [1] * len(rows[0])
    for _ in range(TRIED // (len(rows) * len(weights)) + 1):
        leads = [sum(map(mul, weights, row)) for row in rows]
        least = min(leads)
        if least > 0:
            return True
        nearest = rows[leads.index(least)]
        weights = [max(0, weight + ahead) for weight, ahead in zip(weights, nearest, strict=True)]
    return False


def ahead_somewhere(rows: Rows) -> tuple[bool, Parts]:
    """True and weights that put the option ahead of every rival, or False and the mix of rows that proves
    that there are none: either in proportion.
    """
    proposed, mix = _proposals(rows)
    for tried in _exactly(proposed):
        if all(sum(map(mul, tried, row)) > 0 for row in rows):
            return True, tried
    for tried in _exactly(mix):
        if any(tried) and all(at <= 0 for at in mixed(rows, tried)):
            return False, tried
    value, weights, mix_of_rows = _in_fractions(rows)
    return (True, weights) if value > 0 else (False, mix_of_rows)


def nowhere_behind(rows: Rows) -> bool:
    """Whether some weights leave the option behind no rival: level with first place, or ahead."""
    return _in_fractions(rows)[0] >= 0


def mixed(rows: Rows, mix: Parts) -> tuple[Fraction | int, ...]:
    """The rows added up in these parts, line by line."""
    return tuple(sum(map(mul, mix, line)) for line in zip(*rows, strict=True))


def _proposals(rows: Rows) -> tuple[list[float], list[float]]:
    """The programme's weights and the mix that belongs to them: maximise t, every row's sum at least t."""
    from scipy.optimize import linprog

    lines, top = len(rows[0]), max(abs(at) for row in rows for at in row) or 1
    found = linprog(
        c=[0.0] * lines + [-1.0],
        A_ub=[[*(-at / top for at in row), 1.0] for row in rows],
        b_ub=[0.0] * len(rows),
        A_eq=[[1.0] * lines + [0.0]],
        b_eq=[1.0],
        bounds=[(0, None)] * lines + [(None, None)],
        method="highs",
    )
    if found.status != 0:
        return [], []
    return [float(at) for at in found.x[:lines]], [-float(at) for at in found.ineqlin.marginals]


def _exactly(proposal: Sequence[float]) -> Iterator[tuple[int, ...]]:
    """The proposal in whole numbers, none below 0: once in fine parts, once in simple proportions."""
    if proposal:
        yield tuple(max(0, round(at * FINE)) for at in proposal)
        simple = [max(Fraction(0), Fraction(at).limit_denominator(COARSE)) for at in proposal]
        unit = lcm(*(at.denominator for at in simple))
        yield tuple(int(at * unit) for at in simple)


def _in_fractions(rows: Rows) -> tuple[Fraction, tuple[Fraction, ...], tuple[Fraction, ...]]:
    """By the simplex method: the largest t, the weights that reach it and the mix that bounds it.

    Raised by a constant so that every entry is above 0, the rows are a matrix game: with ``y`` the mix of
    the largest sum under which every line is at most 1, and ``x`` its dual, the game's value is
    ``1 / sum(y)``. Bland's rule keeps it from going round in circles.
    """
    raised = 1 - min(at for row in rows for at in row)
    rivals, lines = len(rows), len(rows[0])
    table = [
        [Fraction(rows[k][j] + raised) for k in range(rivals)]
        + [Fraction(j == slack) for slack in range(lines)]
        + [Fraction(1)]
        for j in range(lines)
    ]
    goal = [Fraction(-1)] * rivals + [Fraction(0)] * (lines + 1)
    basis = list(range(rivals, rivals + lines))
    while (enter := next((at for at, cost in enumerate(goal[:-1]) if cost < 0), None)) is not None:
        leave = min(
            (j for j in range(lines) if table[j][enter] > 0),
            key=lambda j: (table[j][-1] / table[j][enter], basis[j]),
        )
        _pivot(table, goal, leave, enter)
        basis[leave] = enter
    size = goal[-1]
    mix = [Fraction(0)] * rivals
    for j, held in enumerate(basis):
        if held < rivals:
            mix[held] = table[j][-1] / size
    return 1 / size - raised, tuple(at / size for at in goal[rivals:-1]), tuple(mix)


def _pivot(table: list[list[Fraction]], goal: list[Fraction], leave: int, enter: int) -> None:
    """Brings column ``enter`` into the basis in the place of row ``leave``."""
    by = table[leave][enter]
    pivot = table[leave] = [at / by for at in table[leave]]
    for row in (*(row for j, row in enumerate(table) if j != leave), goal):
        times = row[enter]
        if times:
            row[:] = [at - times * up for at, up in zip(row, pivot, strict=True)]
