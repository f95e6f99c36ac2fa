"""Weights, totals, ranges where scores are missing, places and margins: exact, in whole numbers."""

from appraisal.core.scoring.columns import Column
from appraisal.core.scoring.lines import (
    Gate,
    first_failed_gate,
    gate_lines,
    gate_of,
    is_not_applicable,
    is_scored,
    open_gates,
    relative_lines,
    scored_lines,
    without_scale,
)
from appraisal.core.scoring.marks import Mark, Units, add
from appraisal.core.scoring.matrix import Matrix, matrix
from appraisal.core.scoring.ranking import Standing, margin, places
from appraisal.core.scoring.relative import Compared, Yardstick, compared, converted, yardstick
from appraisal.core.scoring.shares import (
    EQUAL_GROUPS,
    EQUAL_SUB_CRITERIA,
    IMPLIED,
    Shares,
    equal_groups,
    equal_sub_criteria,
    shares_beside,
    shares_of,
)
from appraisal.core.scoring.swing import MOST_WANTED, swing_weights
from appraisal.core.scoring.tally import Tally, placed, tally
from appraisal.core.scoring.weighing import Weighing, weigh

__all__ = [
    "EQUAL_GROUPS",
    "EQUAL_SUB_CRITERIA",
    "IMPLIED",
    "MOST_WANTED",
    "Column",
    "Compared",
    "Gate",
    "Mark",
    "Matrix",
    "Shares",
    "Standing",
    "Tally",
    "Units",
    "Weighing",
    "Yardstick",
    "add",
    "compared",
    "converted",
    "equal_groups",
    "equal_sub_criteria",
    "first_failed_gate",
    "gate_lines",
    "gate_of",
    "is_not_applicable",
    "is_scored",
    "margin",
    "matrix",
    "open_gates",
    "placed",
    "places",
    "relative_lines",
    "scored_lines",
    "shares_beside",
    "shares_of",
    "swing_weights",
    "tally",
    "weigh",
    "without_scale",
    "yardstick",
]
