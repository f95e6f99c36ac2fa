"""The rows: fields, constraints and named filters; no arithmetic.

Figures come from a Snapshot and the core alone.
"""

from appraisal.models.appraisal import Appraisal, Participation, Recommendation
from appraisal.models.imports import ImportPlan
from appraisal.models.scoring import Cell
from appraisal.models.setup import CriteriaGroup, Option, Scale, ScalePoint, SubCriterion
from appraisal.models.templates import CriteriaTemplate
from appraisal.models.weights import Weight, WeightSet

__all__ = [
    "Appraisal",
    "Cell",
    "CriteriaGroup",
    "CriteriaTemplate",
    "ImportPlan",
    "Option",
    "Participation",
    "Recommendation",
    "Scale",
    "ScalePoint",
    "SubCriterion",
    "Weight",
    "WeightSet",
]
