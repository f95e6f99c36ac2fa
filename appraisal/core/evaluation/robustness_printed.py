"""Robustness as the ``robustness`` command prints it (interchange.md, "Commands")."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from appraisal.core.evaluation.robustness import RankShares, Robustness
from appraisal.core.figures import exact
from appraisal.core.sensitivity import Level, Point, Sensitivity, UnderWeights, WeightSwitch

PARTS = (
    "can_be_first",
    "switching_weights",
    "joint_switching",
    "switching_scores",
    "fewest_steps",
    "one_step",
    "leave_one_out",
    "dominance",
    "weight_sets",
)


def robustness_json(found: Robustness) -> dict[str, object]:
    """Plain JSON values; figures are exact decimal strings (``figures.exact``).

    Every part is null where nothing can be reported, and ``reason`` says why. Switching weights that are not
    there are left out; a factor, a score or a count of steps that is not there is null.
    """
    known, drawn = found.sensitivity, found.acceptability
    parts = _parts(known) if known.known else dict.fromkeys(PARTS)
    return {
        "slug": found.slug,
        "reason": known.reason or None,
        **parts,
        "acceptability": None if drawn is None else _acceptability(drawn),
    }


def _parts(known: Sensitivity) -> dict[str, object]:
    return {
        "can_be_first": list(known.can_be_first),
        "switching_weights": [row for one in known.switching_weights for row in _switches(one)],
        "joint_switching": [
            {
                "rival": one.rival,
                "lines": list(one.lines),
                "factor": None if one.factor is None else exact(one.factor),
            }
            for one in known.joint_switching
        ],
        "switching_scores": [
            {
                "option": one.option,
                "sub_criterion": one.sub_criterion,
                "score_now": _point(one.score_now),
                "ties_at": _point(one.ties_at),
                "overtakes_at": _point(one.overtakes_at),
                "first": list(one.first),
            }
            for one in known.switching_scores
        ],
        "fewest_steps": [
            {"rival": one.rival, "to_tie": one.to_tie, "to_overtake": one.to_overtake}
            for one in known.fewest_steps
        ],
        "one_step": [
            {
                "option": one.option,
                "sub_criterion": one.sub_criterion,
                "step": one.direction.value,
                "first": list(one.first),
            }
            for one in known.one_step
        ],
        "leave_one_out": [
            {"left_out": one.left_out, "of": one.level.value, "ranks": dict(one.ranks) or None}
            for one in known.leave_one_out
        ],
        "dominance": [
            {"option": one.option, "dominates": one.dominates, "by": one.by.value} for one in known.dominance
        ],
        "weight_sets": [_weight_set(one) for one in known.weight_sets],
    }


def _switches(one: WeightSwitch) -> Iterable[dict[str, object]]:
    name = "group" if one.level is Level.GROUPS else "sub_criterion"
    for turn in one.turns:
        if turn.weight is not None:
            yield {
                name: one.id,
                "direction": turn.direction.value,
                "weight_now": exact(one.weight_now),
                "weight": exact(turn.weight),
                "overtaken_by": list(turn.overtaken_by),
            }


def _weight_set(one: UnderWeights) -> dict[str, object]:
    if one.problem:
        return {"id": one.id, "ranks": None, "aggregates": None, "problem": one.problem}
    return {"id": one.id, "ranks": dict(one.ranks), "aggregates": _exact(one.aggregates)}


def _acceptability(drawn: RankShares) -> dict[str, object]:
    return {
        "draws": drawn.draws,
        "seed": drawn.seed,
        "on": drawn.on.value,
        "share": {option: [exact(share) for share in row] for option, row in drawn.share.items()},
        "bounded_share": {
            option: [exact(share) for share in row] for option, row in drawn.bounded_share.items()
        },
        "central_weights": {
            option: None if row is None else _exact(row) for option, row in drawn.central_weights.items()
        },
    }


def _exact(figures: Mapping[str, Fraction]) -> dict[str, str]:
    return {name: exact(figure) for name, figure in figures.items()}


def _point(point: Point | None) -> str | None:
    """A score as a decimal string; a mark by its name, as it stands in the file."""
    return None if point is None else point.mark or exact(point.score)
