"""The first raw measure brings what it counts by: values with weights, where nobody chose otherwise."""

from dataclasses import replace
from typing import Any

from appraisal.core.snapshot import Combine, Kind, Method, Snapshot
from appraisal.models import WeightSet
from appraisal.services.setup.frame import Change

FIRST, NAME = "weights", "Weights"


def may_add_up_values(change: Change) -> bool:
    """Whether nobody chose yet how scores become a total, nor sealed it, so that a measure may settle it."""
    chosen = "method" in change.appraisal.versions or change.appraisal.weights_sealed_at is not None
    return change.now.method.combine is Combine.SUM and not chosen


def with_values(change: Change) -> Snapshot:
    """What stands, read as if values were added up wherever a measure may settle it."""
    if not may_add_up_values(change):
        return change.now
    return replace(change.now, method=Method(Combine.WEIGHTED_VALUE, FIRST))


def add_up_values(change: Change, kind: Kind) -> dict[str, Any]:
    """Columns of the appraisal by which a first line of this kind counts; none where nothing changes.

    There is a weight set then, whose weights are still to be given. That stays a choice to make.
    """
    if kind is not Kind.MEASURE or not may_add_up_values(change):
        return {}
    own = next((weights.id for weights in change.now.weight_sets), None)
    if own is None:
        own = FIRST
        WeightSet.objects.create(
            appraisal=change.appraisal,
            place=0,
            slug=own,
            name=NAME,
            has_group_weights=False,
            version=change.version,
        )
    return {"combine": Combine.WEIGHTED_VALUE.value, "weight_set": own}
