"""The evaluation as the ``evaluate`` command prints it (interchange.md, "Commands")."""

from fractions import Fraction

from appraisal.core.evaluation.results import Evaluation, OptionResult
from appraisal.core.figures import exact


def to_json(evaluation: Evaluation) -> dict[str, object]:
    """The results as plain JSON values; figures are exact decimal strings (``figures.exact``)."""
    return {
        "slug": evaluation.slug,
        "combine": evaluation.combine.value,
        "weight_set": evaluation.weight_set,
        "complete": evaluation.complete,
        "lowest_possible": _text(evaluation.lowest_possible),
        "highest_possible": _text(evaluation.highest_possible),
        "neutral_total": _text(evaluation.neutral_total),
        "margin": _text(evaluation.margin),
        "options": [_option(result) for result in evaluation.options],
    }


def _option(result: OptionResult) -> dict[str, object]:
    return {
        "id": result.id,
        "rank": result.rank,
        "rank_from": result.rank_from,
        "rank_to": result.rank_to,
        "aggregate": _text(result.aggregate),
        "floor": _text(result.floor),
        "ceiling": _text(result.ceiling),
        "complete": result.complete,
        "comparable": result.comparable,
        "gate_failed": result.gate_failed,
        "group_totals": {group: _text(total) for group, total in result.group_totals.items()},
        "values": {sub: _text(value) for sub, value in result.values.items()},
    }


def _text(figure: Fraction | None) -> str | None:
    return None if figure is None else exact(figure)
