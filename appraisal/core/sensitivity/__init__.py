"""What would change the ranking, exactly: weights, scores, lines left out, who can come first at all."""

from appraisal.core.sensitivity.build import exact_parts
from appraisal.core.sensitivity.field import Field, Table, Values, field_of
from appraisal.core.sensitivity.results import (
    Direction,
    Dominance,
    FewestSteps,
    Joint,
    LeftOut,
    Level,
    OneStep,
    Point,
    Prospect,
    ScoreSwitch,
    Sensitivity,
    Turn,
    UnderWeights,
    WeightSwitch,
)

__all__ = [
    "Direction",
    "Dominance",
    "FewestSteps",
    "Field",
    "Joint",
    "LeftOut",
    "Level",
    "OneStep",
    "Point",
    "Prospect",
    "ScoreSwitch",
    "Sensitivity",
    "Table",
    "Turn",
    "UnderWeights",
    "Values",
    "WeightSwitch",
    "exact_parts",
    "field_of",
]
