"""The weightings themselves: evenly spread over the simplex, and within half and double of what they are."""

import numpy as np
import pytest

from appraisal.core.simulation import WHOLE, bounded_weightings, even_weightings

DRAWS = 60_000


def table(weightings):
    return np.concatenate([chunk.copy() for chunk in weightings]) / WHOLE


@pytest.mark.parametrize("lines", [2, 3, 13])
def test_even_weightings_have_the_moments_of_the_even_simplex(lines):
    found = table(even_weightings(lines, DRAWS, 11, 4096))
    assert found.shape == (DRAWS, lines)
    assert np.abs(found.sum(axis=1) - 1).max() < 1e-10
    error = 5 / DRAWS**0.5 / lines
    assert np.abs(found.mean(axis=0) - 1 / lines).max() < error
    products = found.T @ found / DRAWS
    expected = (1 + np.eye(lines)) / (lines * (lines + 1))
    assert np.abs(products - expected).max() < error


@pytest.mark.parametrize("lines", [2, 5, 13])
def test_each_weight_alone_follows_its_known_distribution(lines):
    """P(w <= x) = 1 - (1 - x)^(n - 1): normalised uniforms bunch in the middle and miss this by far."""
    found = np.sort(table(even_weightings(lines, DRAWS, 12, 4096)), axis=0)
    expected = 1 - (1 - found) ** (lines - 1)
    seen = np.arange(1, DRAWS + 1)[:, None] / DRAWS
    assert np.abs(expected - seen).max() < 2 / DRAWS**0.5
    uniform = np.random.default_rng(1).random((DRAWS, lines))
    bunched = np.sort(uniform / uniform.sum(axis=1, keepdims=True), axis=0)
    assert np.abs(1 - (1 - bunched) ** (lines - 1) - seen).max() > 10 / DRAWS**0.5


def test_even_weightings_are_whole_numbers_so_that_their_sums_are_exact():
    found = np.concatenate([chunk.copy() for chunk in even_weightings(6, 5_000, 1, 4096)])
    assert (found == np.rint(found)).all()
    assert found.min() >= 0


def test_bounded_weights_lie_between_half_and_double_of_what_they_are_before_they_are_normalised():
    now = np.array([0.5, 0.3, 0.15, 0.05])
    found = table(bounded_weightings(now.tolist(), DRAWS, 13, 4096))
    assert np.abs(found.sum(axis=1) - 1).max() < 1e-12
    factors = np.log2(found / now)
    spread = factors.max(axis=1) - factors.min(axis=1)
    assert 1.9 < spread.max() <= 2
    between = factors[:, 0] - factors[:, 1]
    assert abs(between.mean()) < 0.01
    assert abs(between.var() - 2 * 2**2 / 12) < 0.02


def test_bounded_weightings_do_not_repeat_the_even_ones():
    even, bounded = (
        table(made)[:, 0]
        for made in (even_weightings(4, DRAWS, 1, 4096), bounded_weightings([0.25] * 4, DRAWS, 1, 4096))
    )
    assert abs(np.corrcoef(even, bounded)[0, 1]) < 0.02
