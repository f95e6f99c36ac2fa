"""The door to every figure: ``evaluate(snapshot)`` gives totals, ranges, ranks and how each was worked out."""

from appraisal.core.evaluation.results import Evaluation, OptionResult, Pair, Range
from appraisal.core.evaluation.workings import Step, Term, Working

__all__ = ["Evaluation", "OptionResult", "Pair", "Range", "Step", "Term", "Working"]
