"""What lines and groups count for: under the plain total, under any weight set, and with equals beside."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from appraisal.core.scoring.lines import scored_lines
from appraisal.core.scoring.weighing import by_group, entered_weights, implied_shares, normalised
from appraisal.core.snapshot import Snapshot, WeightSet
from organisations.errors import Invalid, Problem

IMPLIED = "implied"
EQUAL_SUB_CRITERIA = "equal-sub-criteria"
EQUAL_GROUPS = "equal-groups"
ONE = Decimal(1)


@dataclass(frozen=True)
class Shares:
    """What counts for how much under one set of weights.

    ``lines`` and ``groups`` are shares of all weight by sub-criterion and by criteria group, each adding to
    1; both are empty where nothing can be said, and ``problems`` then says why. ``sum`` is what the weights
    of the sub-criteria add up to as entered, ``group_sum`` those of the groups (None without them).
    """

    id: str
    name: str
    lines: Mapping[str, Fraction]
    groups: Mapping[str, Fraction]
    sum: Fraction | None = None
    group_sum: Fraction | None = None
    problems: tuple[Problem, ...] = ()


def shares_of(snapshot: Snapshot, weights: WeightSet | None) -> Shares:
    """The shares under a weight set, the appraisal's or any other; None for what the plain total implies.

    Weights that cannot be used give no shares and say why (method.md, "Weights as people have them").
    """
    lines = scored_lines(snapshot)
    if weights is None:
        shares = implied_shares(lines)
        return Shares(IMPLIED, "As the plain total implies", shares, by_group(lines, shares))
    ids = [line.sub_criterion.id for line in lines]
    own = [Fraction(weights.sub_criteria[sub]) for sub in ids if sub in weights.sub_criteria]
    groups = None if weights.groups is None else sum(map(Fraction, weights.groups.values()), Fraction(0))
    sums = sum(own, Fraction(0)), groups
    try:
        shares = normalised(entered_weights(weights, lines)) if lines else {}
    except Invalid as refusal:
        return Shares(weights.id, weights.name, {}, {}, *sums, tuple(refusal.problems))
    return Shares(weights.id, weights.name, shares, by_group(lines, shares), *sums)


def shares_beside(snapshot: Snapshot) -> tuple[Shares, ...]:
    """What the plain total implies, equal sub-criteria, equal groups, then every stored set."""
    others = (equal_sub_criteria(snapshot), equal_groups(snapshot), *snapshot.weight_sets)
    return (shares_of(snapshot, None), *(shares_of(snapshot, weights) for weights in others))


def equal_sub_criteria(snapshot: Snapshot) -> WeightSet:
    """A weight set under which every scored line counts the same."""
    ids = [line.sub_criterion.id for line in scored_lines(snapshot)]
    return WeightSet(EQUAL_SUB_CRITERIA, "Equal sub-criteria", dict.fromkeys(ids, ONE))


def equal_groups(snapshot: Snapshot) -> WeightSet:
    """A weight set under which every criteria group counts the same.

    Lines keep their proportions within their group: those of the appraisal's own weight set, or equal parts
    where it has none or gives a group nothing.
    """
    lines = scored_lines(snapshot)
    own = next((one for one in snapshot.weight_sets if one.id == snapshot.method.weight_set), None)
    local = {line.sub_criterion.id: ONE for line in lines}
    for group in dict.fromkeys(line.group.id for line in lines):
        ids = [line.sub_criterion.id for line in lines if line.group.id == group]
        weights = {sub: own.sub_criteria.get(sub, Decimal(0)) for sub in ids} if own else {}
        if any(weights.values()):
            local.update(weights)
    groups = dict.fromkeys((line.group.id for line in lines), ONE)
    return WeightSet(EQUAL_GROUPS, "Equal groups", local, groups)
