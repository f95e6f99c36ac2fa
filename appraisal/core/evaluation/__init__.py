"""The door to every figure: ``evaluate(snapshot)`` gives totals, ranges, places and their workings."""

from appraisal.core.evaluation.build import evaluate
from appraisal.core.evaluation.compare import Difference, LineDifference, difference
from appraisal.core.evaluation.printed import to_json
from appraisal.core.evaluation.results import Evaluation, OptionResult, Pair, Range
from appraisal.core.evaluation.rounding import Hidden, RoundingNote, rounding_hides
from appraisal.core.evaluation.workings import Step, Term, Working

__all__ = [
    "Difference",
    "Evaluation",
    "Hidden",
    "LineDifference",
    "OptionResult",
    "Pair",
    "Range",
    "RoundingNote",
    "Step",
    "Term",
    "Working",
    "difference",
    "evaluate",
    "rounding_hides",
    "to_json",
]
