"""Totals and ranks of 1,000 random matrices beside pymcdm's and scikit-criteria's weighted sums.

Half have weights that floats hold exactly (64ths): there all three agree to the last bit. Half have whole
percents: there floats may tell apart what is exactly level, and nothing else may differ. The
libraries say ties otherwise (pymcdm the mean place, scikit-criteria no gap after them); their ranks are read
as 1, 2, 2, 4 before they are compared.
"""

from decimal import Decimal
from random import Random

import numpy as np
import pytest
from pymcdm.helpers import rankdata
from pymcdm.methods import WSM
from skcriteria.agg.simple import wsm

from appraisal.core.evaluation import evaluate
from appraisal.core.snapshot import Combine
from tests.core.builders import weight_set, weighted

MATRICES = 500
IDENTITY = WSM(normalization_function=lambda column, cost=False: column)


def parts(random, lines, whole):
    """Weights above 0 that add up to ``whole``."""
    cuts = sorted(random.sample(range(1, whole), lines - 1))
    return [high - low for low, high in zip([0, *cuts], [*cuts, whole], strict=True)]


def matrix(seed, whole):
    """(scores, weights) of a random small appraisal."""
    random = Random(seed)
    options, lines = random.randint(2, 7), random.randint(2, 9)
    scores = [[random.randint(1, 5) for _ in range(lines)] for _ in range(options)]
    return scores, parts(random, lines, whole)


def ours(scores, weights):
    """(totals as Fractions, ranks) in the order of the options."""
    names = [f"l{at}" for at in range(len(weights))]
    made = weighted(
        {"g": " ".join(names)},
        {f"o{at}": " ".join(map(str, row)) for at, row in enumerate(scores)},
        Combine.WEIGHTED_MEAN,
        weight_set({name: Decimal(weight) for name, weight in zip(names, weights, strict=True)}),
    )
    by_id = evaluate(made).by_id
    found = [by_id[f"o{at}"] for at in range(len(scores))]
    return [one.aggregate for one in found], [one.rank for one in found]


def theirs(scores, weights):
    """{library: (totals, ranks as 1, 2, 2, 4)}."""
    table = np.array(scores, float)
    shares = np.array(weights, float) / sum(weights)
    preferences = IDENTITY(table, shares, np.ones(len(weights), int), validation=False)
    places, totals = wsm(table, shares)
    return {
        "pymcdm": (preferences, skipping(rankdata(preferences, reverse=True))),
        "scikit-criteria": (totals, skipping(places)),
    }


def skipping(places):
    """Mean or dense ranks as 1 + those ahead."""
    return [1 + int(sum(other < mine for other in places)) for mine in places]


def differences(whole):
    """One sentence for each matrix and library whose ranks are not ours; checks the totals on the way."""
    found = []
    for seed in range(MATRICES):
        scores, weights = matrix(seed, whole)
        totals, ranks = ours(scores, weights)
        for library, (preferences, places) in theirs(scores, weights).items():
            assert [float(total) for total in totals] == pytest.approx(list(preferences), rel=1e-14, abs=0)
            if whole == 64:
                assert [float(total) for total in totals] == list(preferences)
            if places != ranks:
                found.append((library, seed, totals, ranks, places))
    return found


def test_where_floats_are_exact_all_three_give_the_same_totals_and_ranks():
    assert differences(64) == []


def test_ranks_differ_only_where_floats_tell_apart_what_is_exactly_level():
    found = differences(100)
    assert found, "whole percents gave no difference, so this test saw nothing"
    for library, seed, totals, ranks, places in found:
        for mine, my_rank, my_place in zip(totals, ranks, places, strict=True):
            level = sum(other == mine for other in totals)
            assert my_rank <= my_place < my_rank + level, (library, seed, ranks, places)
    listed = [f"{library}, matrix {seed}: {ranks} not {places}" for library, seed, _, ranks, places in found]
    print("\n".join(listed))  # noqa: T201
