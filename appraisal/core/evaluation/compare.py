"""Two options, line by line: where one is better, worse or level, and where it cannot be said."""

from dataclasses import dataclass
from fractions import Fraction

from appraisal.core.evaluation.results import Evaluation
from appraisal.core.scoring import weigh
from appraisal.core.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class LineDifference:
    """How far apart two options are on one line, always above 0.

    ``id`` is the sub-criterion's; ``by`` is in scores (in values where values are combined); ``effect`` is
    what that makes in the total, None while there are no weights to say so.
    """

    id: str
    by: Fraction
    effect: Fraction | None


@dataclass(frozen=True, slots=True)
class Difference:
    """The first option against the other, scored lines only, each list in the order of the lines.

    ``unknown`` names the lines where either has no score (missing or not applicable).
    """

    better: tuple[LineDifference, ...]
    worse: tuple[LineDifference, ...]
    level: tuple[str, ...]
    unknown: tuple[str, ...]


def difference(snapshot: Snapshot, evaluation: Evaluation, first: str, other: str) -> Difference:
    """Where ``first`` is better and worse than ``other``. Raises KeyError for an id that is no option."""
    mine, theirs = evaluation.by_id[first].values, evaluation.by_id[other].values
    factors = weigh(snapshot, evaluation.weight_set).factors
    better: list[LineDifference] = []
    worse: list[LineDifference] = []
    level, unknown = [], []
    for sub in evaluation.scored_lines:
        own, facing = mine[sub], theirs[sub]
        if own is None or facing is None:
            unknown.append(sub)
        elif own == facing:
            level.append(sub)
        else:
            by = abs(own - facing)
            effect = None if factors is None else by * factors[sub]
            (better if own > facing else worse).append(LineDifference(sub, by, effect))
    return Difference(tuple(better), tuple(worse), tuple(level), tuple(unknown))
