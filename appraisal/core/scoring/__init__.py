"""Weights, totals, ranges where scores are missing, places and margins: exact, in whole numbers."""

from appraisal.core.scoring.lines import (
    Gate,
    first_failed_gate,
    gate_lines,
    gate_of,
    is_not_applicable,
    is_scored,
    open_gates,
    scored_lines,
)
from appraisal.core.scoring.matrix import Column, Mark, Matrix, add, matrix
from appraisal.core.scoring.ranking import Standing, margin, places
from appraisal.core.scoring.tally import Tally, placed, tally
from appraisal.core.scoring.weighing import Weighing, weigh

__all__ = [
    "Column",
    "Gate",
    "Mark",
    "Matrix",
    "Standing",
    "Tally",
    "Weighing",
    "add",
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
    "scored_lines",
    "tally",
    "weigh",
]
