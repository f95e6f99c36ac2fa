"""The second door: what would change the ranking, exactly, and how it fares under weights drawn at random.

Over the ranked options only: the long-listed, the dropped, those that failed a gate and those that cannot be
compared take no part.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from appraisal.core.evaluation.build import evaluate
from appraisal.core.evaluation.results import Evaluation
from appraisal.core.sensitivity import Field, Level, Sensitivity, Table, exact_parts, field_of
from appraisal.core.simulation import acceptability
from appraisal.core.snapshot import Snapshot
from organisations.errors import Invalid, Problem

DRAWS, SEED = 100_000, 1

NO_LINE = "No line is scored, so there is no ranking to change."
NO_OPTION = "No option is ranked, so there is no ranking to change."
ONE_OPTION = "Only one option is ranked, so there is no ranking to change."
NO_WEIGHTS = "There are no weights yet, so there is no ranking to change."
NO_SCALE = "A line has no scale yet, so nothing can be said of what it counts for."
OPEN = "A total is not known yet, so there is no ranking to change."


@dataclass(frozen=True)
class RankShares:
    """Rank acceptability (SMAA): shares of weightings drawn at random. They count weightings, no more.

    ``share`` and ``bounded_share`` have each option's share of first places, second places and so on, by
    option id: of weightings drawn evenly from all there are, and of weights between half and double of what
    they are now. ``central_weights`` has the mean of the even weightings under which the option is first, by
    the ids of what carries the weight; None where it never is.
    """

    on: Level
    draws: int
    seed: int
    share: Mapping[str, tuple[Fraction, ...]]
    bounded_share: Mapping[str, tuple[Fraction, ...]]
    central_weights: Mapping[str, Mapping[str, Fraction] | None]


@dataclass(frozen=True)
class Robustness:
    """The exact parts and the simulated; ``acceptability`` is None where the exact ones have a reason."""

    slug: str
    sensitivity: Sensitivity
    acceptability: RankShares | None


def sensitivity(snapshot: Snapshot, *, evaluation: Evaluation | None = None) -> Sensitivity:
    """Everything exact that would change the ranking, under the appraisal's own weights.

    ``evaluation`` is what ``evaluate(snapshot)`` gave, where it is at hand. Where nothing can be reported the
    parts are empty and ``reason`` says why. Raises Invalid where the weights cannot be used.
    """
    found = evaluation or evaluate(snapshot)
    reason = _reason(found)
    if reason:
        return Sensitivity(reason=reason)
    values = _values(found)
    return exact_parts(snapshot, field_of(snapshot, found.weights, values), values)


def rank_shares(
    snapshot: Snapshot,
    draws: int = DRAWS,
    seed: int = SEED,
    on: str = Level.SUB_CRITERIA,
    *,
    evaluation: Evaluation | None = None,
) -> RankShares | None:
    """Rank acceptability alone, for a cache to keep; None where ``sensitivity`` has a reason.

    Raises Invalid for draws that are not 1 to 10,000,000, a seed that is no whole number from 0 and a level
    that is neither sub-criteria nor groups.
    """
    level = _level(draws, seed, on)
    found = evaluation or evaluate(snapshot)
    if _reason(found):
        return None
    table = _table(field_of(snapshot, found.weights, _values(found)), level)
    weights = [Fraction(weight, table.whole) for weight in table.weights]
    drawn = acceptability(table.values, weights, draws=draws, seed=seed)
    central = (
        None if one is None else dict(zip(table.ids, one, strict=True)) for one in drawn.central_weights
    )
    return RankShares(
        on=level,
        draws=drawn.draws,
        seed=drawn.seed,
        share=dict(zip(table.options, drawn.share, strict=True)),
        bounded_share=dict(zip(table.options, drawn.bounded_share, strict=True)),
        central_weights=dict(zip(table.options, central, strict=True)),
    )


def robustness(
    snapshot: Snapshot, draws: int = DRAWS, seed: int = SEED, on: str = Level.SUB_CRITERIA
) -> Robustness:
    """All of it: the exact parts, and rank acceptability on sub-criteria or on groups.

    Raises Invalid as ``sensitivity`` and ``rank_shares`` do.
    """
    _level(draws, seed, on)
    found = evaluate(snapshot)
    return Robustness(
        slug=snapshot.slug,
        sensitivity=sensitivity(snapshot, evaluation=found),
        acceptability=rank_shares(snapshot, draws, seed, on, evaluation=found),
    )


def _level(draws: int, seed: int, on: str) -> Level:
    """The level by its name. Raises Invalid with everything that is wrong at once."""
    problems: list[Problem] = []
    try:
        acceptability((), (), draws=draws, seed=seed)  # draws nothing, and refuses what it cannot draw with
    except Invalid as refusal:
        problems += refusal.problems
    if on not in tuple(Level):
        known = " or ".join(Level)
        problems.append(Problem("on", f"Weights are drawn on {known}, not on {on!r}."))
    if problems:
        raise Invalid(problems)
    return Level(on)


def _reason(found: Evaluation) -> str:
    """Why nothing can be reported; empty where all of it can."""
    ranked, missing = found.ranked, _missing(found)
    reasons = (
        (not found.scored_lines, NO_LINE),
        (not ranked, NO_OPTION),
        (len(ranked) == 1, ONE_OPTION),
        (bool(missing), missing),
        (not found.weights and found.combine.value != "sum", NO_WEIGHTS),
        (not found.weights, NO_SCALE),
        (any(one.aggregate is None for one in ranked), OPEN),
    )
    return next((words for holds, words in reasons if holds), "")


def _missing(found: Evaluation) -> str:
    """What is still open among the ranked, in a sentence; empty where nothing is."""
    lines = [sub for one in found.ranked for sub in one.missing]
    scores = sum(sub in found.scored_lines for sub in lines)
    gates = len(lines) - scores
    parts = []
    if scores:
        parts.append("1 score is missing" if scores == 1 else f"{scores} scores are missing")
    if gates:
        parts.append("1 gate is not decided" if gates == 1 else f"{gates} gates are not decided")
    what = " and ".join(parts)
    return f"{what}, so it cannot be said yet what would change the ranking." if what else ""


def _values(found: Evaluation) -> dict[str, dict[str, Fraction]]:
    """What each ranked option has on each scored line; all are known where there is no reason."""
    return {
        one.id: {sub: value for sub in found.scored_lines if (value := one.values[sub]) is not None}
        for one in found.ranked
    }


def _table(field: Field, level: Level) -> Table:
    return field.groups if level is Level.GROUPS else field.lines
