"""What would change the ranking, exactly: weights, scores, lines left out, who can come first at all."""

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
    "Joint",
    "LeftOut",
    "Level",
    "OneStep",
    "Point",
    "Prospect",
    "ScoreSwitch",
    "Sensitivity",
    "Turn",
    "UnderWeights",
    "WeightSwitch",
]
