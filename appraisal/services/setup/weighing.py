"""Keeping every weight set whole while lines come and go.

A set has a weight for each line that counts. One that nobody has given holds a place until somebody does: 0
beside weights that were given, so that it changes no share; 1 where nothing else stands above 0.
"""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from appraisal.core.snapshot.rules import COUNTED
from appraisal.models import Appraisal, SubCriterion, Weight, WeightSet

Named = tuple[int | None, int | None]
"""What a weight is of: the row of a criteria group or of a line."""


def mend_weights(appraisal: Appraisal) -> None:
    """Gives every set a weight for each line and group that counts now; writes only what differs."""
    counted = dict(
        SubCriterion.objects.filter(
            appraisal=appraisal, kind__in=COUNTED, removed_at=None, group__removed_at=None
        ).values_list("pk", "group_id")
    )
    sets = WeightSet.objects.filter(appraisal=appraisal).prefetch_related("weights")
    new: list[Weight] = []
    changed: list[Weight] = []
    for weight_set in sets:
        found = {(weight.group_id, weight.sub_criterion_id): weight for weight in weight_set.weights.all()}
        for level in _levels(weight_set, counted):
            weights = [found.get(each) or _place(weight_set, each) for each in level]
            for weight in _mended(weights):
                (new if weight.pk is None else changed).append(weight)
    Weight.objects.bulk_create(new)
    Weight.objects.bulk_update(changed, ["value", "given"])


def _levels(weight_set: WeightSet, counted: dict[int, int]) -> list[list[Named]]:
    """What must have weights, in the lists within which not all may be 0."""
    if not weight_set.has_group_weights:
        return [[(None, line) for line in counted]]
    by_group: dict[int, list[Named]] = defaultdict(list)
    for line, group in counted.items():
        by_group[group].append((None, line))
    return [*by_group.values(), [(group, None) for group in by_group]]


def _place(weight_set: WeightSet, named: Named) -> Weight:
    """A weight that nobody has given, not stored yet."""
    group, line = named
    return Weight(
        weight_set=weight_set, group_id=group, sub_criterion_id=line, value=Decimal(-1), given=False
    )


def _mended(weights: Iterable[Weight]) -> list[Weight]:
    """The weights of one level that must be written: those not given follow from those that are."""
    weights = list(weights)
    given = [weight for weight in weights if weight.given]
    if given and not any(weight.value for weight in given) and len(given) == len(weights):
        # What stood above 0 was removed: what is left counts alike until somebody says otherwise.
        for weight in given:
            weight.given, weight.value = False, Decimal(1)
        return given
    place = Decimal(0) if any(weight.value for weight in given) else Decimal(1)
    moved = [weight for weight in weights if not weight.given and weight.value != place]
    for weight in moved:
        weight.value = place
    return moved
