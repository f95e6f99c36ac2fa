"""The two doors to every figure.

``evaluate(snapshot)`` gives totals, ranges, places and their workings; ``robustness(snapshot)`` what would
change the ranking, of which ``sensitivity`` is the exact part and ``rank_shares`` the simulated one.
"""

from appraisal.core.evaluation.build import evaluate
from appraisal.core.evaluation.compare import Difference, LineDifference, difference
from appraisal.core.evaluation.printed import to_json
from appraisal.core.evaluation.results import Evaluation, OptionResult, Pair, Range
from appraisal.core.evaluation.robustness import (
    DRAWS,
    SEED,
    RankShares,
    Robustness,
    rank_shares,
    robustness,
    sensitivity,
)
from appraisal.core.evaluation.robustness_printed import robustness_json
from appraisal.core.evaluation.rounding import Hidden, RoundingNote, rounding_hides
from appraisal.core.evaluation.side_by_side import AS_AGREED, Beside, beside, under, under_plain_total
from appraisal.core.evaluation.source import Differing, agrees, differing
from appraisal.core.evaluation.workings import Step, Term, Working

__all__ = [
    "AS_AGREED",
    "DRAWS",
    "SEED",
    "Beside",
    "Difference",
    "Differing",
    "Evaluation",
    "Hidden",
    "LineDifference",
    "OptionResult",
    "Pair",
    "Range",
    "RankShares",
    "Robustness",
    "RoundingNote",
    "Step",
    "Term",
    "Working",
    "agrees",
    "beside",
    "difference",
    "differing",
    "evaluate",
    "rank_shares",
    "robustness",
    "robustness_json",
    "rounding_hides",
    "sensitivity",
    "to_json",
    "under",
    "under_plain_total",
]
