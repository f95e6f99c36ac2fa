"""The 500 random appraisals, each with the slow way and what was found, made once."""

from functools import cache

from appraisal.core.evaluation import sensitivity
from tests.core.sensitivity.appraisals import random_appraisal
from tests.core.sensitivity.oracle import Bench

COUNT = 500


@cache
def every():
    """(bench, what was found) of every appraisal."""
    snapshots = [random_appraisal(seed) for seed in range(COUNT)]
    return [(Bench(snapshot), sensitivity(snapshot)) for snapshot in snapshots]


@cache
def cases():
    """Those in which there is a ranking to change."""
    return [(bench.start(), found) for bench, found in every() if bench.complete()]
