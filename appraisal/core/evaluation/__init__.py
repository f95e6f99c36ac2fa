"""The door to every figure: ``evaluate(snapshot)`` gives totals, ranges, places and their workings."""

from appraisal.core.evaluation.build import evaluate
from appraisal.core.evaluation.compare import Difference, LineDifference, difference
from appraisal.core.evaluation.printed import to_json
from appraisal.core.evaluation.results import Evaluation, OptionResult, Pair, Range
from appraisal.core.evaluation.rounding import Hidden, RoundingNote, rounding_hides
from appraisal.core.evaluation.side_by_side import AS_AGREED, Beside, beside, under, under_plain_total
from appraisal.core.evaluation.source import Differing, differing
from appraisal.core.evaluation.workings import Step, Term, Working

__all__ = [
    "AS_AGREED",
    "Beside",
    "Difference",
    "Differing",
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
    "beside",
    "difference",
    "differing",
    "evaluate",
    "rounding_hides",
    "to_json",
    "under",
    "under_plain_total",
]
