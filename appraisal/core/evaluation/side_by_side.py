"""The same scores under other weights: plain, equal sub-criteria, equal groups, or any set beside them.

All but the plain total are in weighted-mean units, or in values from 0 to 100 where the appraisal combines
values (method.md, "Weight sets side by side").
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from appraisal.core.evaluation.build import evaluate
from appraisal.core.evaluation.results import Evaluation
from appraisal.core.scoring import (
    EQUAL_GROUPS,
    EQUAL_SUB_CRITERIA,
    equal_groups,
    equal_sub_criteria,
    scored_lines,
)
from appraisal.core.snapshot import Combine, Kind, Method, Snapshot, WeightSet

__all__ = [
    "AS_AGREED",
    "EQUAL_GROUPS",
    "EQUAL_SUB_CRITERIA",
    "Beside",
    "beside",
    "equal_groups",
    "equal_sub_criteria",
    "under",
    "under_plain_total",
]

AS_AGREED = "as-agreed"


@dataclass(frozen=True)
class Beside:
    """One set of weights and what comes of it."""

    id: str
    name: str
    evaluation: Evaluation

    @property
    def ranks(self) -> Mapping[str, int | None]:
        """The decided place of each ranked option."""
        return {result.id: result.rank for result in self.evaluation.ranked}


def under_plain_total(snapshot: Snapshot) -> Evaluation | None:
    """Under no weights at all; None without a scored line, or where a raw figure would be added up."""
    lines = scored_lines(snapshot)
    if not lines or any(line.sub_criterion.kind is Kind.MEASURE for line in lines):
        return None
    return evaluate(replace(snapshot, method=Method(Combine.SUM)))


def under(snapshot: Snapshot, weight_set: WeightSet) -> Evaluation:
    """Under these weights, which need not be stored. Raises Invalid where they cannot be used."""
    values = snapshot.method.combine is Combine.WEIGHTED_VALUE
    combine = Combine.WEIGHTED_VALUE if values else Combine.WEIGHTED_MEAN
    method = Method(combine, weight_set.id)
    return evaluate(replace(snapshot, method=method, weight_sets=(weight_set,)))


def beside(snapshot: Snapshot) -> tuple[Beside, ...]:
    """As agreed, equal sub-criteria and equal groups; nothing while no line is scored.

    A plain total as agreed is the mean of the scores: every line weighs 1. An appraisal that has no weights
    yet, though it combines with some, has no result as agreed.
    """
    equals = (equal_sub_criteria(snapshot), equal_groups(snapshot))
    if not equals[0].sub_criteria:
        return ()
    agreed = next((one for one in snapshot.weight_sets if one.id == snapshot.method.weight_set), None)
    if snapshot.method.combine is Combine.SUM:
        agreed = equals[0]
    sets = [(AS_AGREED, "As agreed", agreed)] if agreed else []
    sets += [(weights.id, weights.name, weights) for weights in equals]
    return tuple(Beside(ident, name, under(snapshot, weights)) for ident, name, weights in sets)
