"""Swing weights: how much better the best is than the worst, line against line (method.md, "Weights as people
have them"): the most wanted swing is 100, the others are held against it.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from math import lcm

from appraisal.core.scoring.lines import scored_lines
from appraisal.core.snapshot import Combine, Line, Snapshot
from appraisal.core.snapshot.rules import DIGITS
from organisations.errors import Invalid, Problem

MOST_WANTED = Decimal(100)


def swing_weights(snapshot: Snapshot, points: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Weights of the scored lines from the points of their swings, by sub-criterion id.

    Where values are combined the points are the weights. Where scores are, a point of score on a wide scale
    is a smaller part of the swing than on a narrow one, so each weight is the points over the width of the
    scale, all brought to whole numbers. Raises Invalid where points are missing, off 0 to 100 or of no scored
    line, where none is 100, and where a width is not known.
    """
    lines = scored_lines(snapshot)
    problems = _problems(lines, points)
    if problems:
        raise Invalid(problems)
    ids = [line.sub_criterion.id for line in lines]
    widths = [line.ends[1] - line.ends[0] if line.ends else None for line in lines]
    if snapshot.method.combine == Combine.WEIGHTED_VALUE or len(set(widths)) < 2:
        return {sub: points[sub] for sub in ids}
    without = [line for line, width in zip(lines, widths, strict=True) if width is None]
    if without:
        text = "This line has no scale yet, so its swing cannot be held against the others."
        raise Invalid([Problem(line.sub_criterion.id, text) for line in without])
    rates = [Fraction(points[sub]) / Fraction(width) for sub, width in zip(ids, widths, strict=True) if width]
    return dict(zip(ids, _in_decimals(rates), strict=True))


def _problems(lines: tuple[Line, ...], points: Mapping[str, Decimal]) -> list[Problem]:
    ids = [line.sub_criterion.id for line in lines]
    found = [Problem(sub, "This is no scored line, so it has no swing.") for sub in points if sub not in ids]
    for sub in ids:
        if sub not in points:
            found.append(Problem(sub, "Say how much this swing is wanted, from 0 to 100."))
        elif not 0 <= points[sub] <= MOST_WANTED:
            found.append(Problem(sub, "Give 0 to 100 points: the most wanted swing has 100."))
    if not found and MOST_WANTED not in points.values():
        found.append(Problem("", "No swing has 100 points. Give 100 to the one that is most wanted."))
    return found


def _in_decimals(rates: list[Fraction]) -> list[Decimal]:
    """Proportions as the smallest whole numbers that have them."""
    whole = lcm(1, *(rate.denominator for rate in rates))
    found = [int(rate * whole) for rate in rates]
    if max(found) >= 10**DIGITS:
        text = "These scales and points make weights of more than 12 digits. Give rounder points."
        raise Invalid([Problem("", text)])
    return [Decimal(number) for number in found]
