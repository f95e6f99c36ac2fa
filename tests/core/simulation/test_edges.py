"""Bad input, and fields that hardly are any."""

from fractions import Fraction

import pytest

from appraisal.core.simulation import MOST_DRAWS, acceptability
from organisations.errors import Invalid

ONE = (Fraction(1),)
DRAWS_SENTENCE = "The number of draws must be a whole number from 1 to 10,000,000."
SEED_SENTENCE = "The seed must be a whole number, 0 or above."


@pytest.mark.parametrize("draws", [0, -1, MOST_DRAWS + 1, 1.5, "100", None, True, 10**30, float("nan")])
def test_draws_that_cannot_be_are_refused_in_words(draws):
    with pytest.raises(Invalid) as refused:
        acceptability([[1], [2]], ONE, draws=draws, seed=1)
    assert [(one.path, one.message) for one in refused.value.problems] == [("draws", DRAWS_SENTENCE)]


@pytest.mark.parametrize("seed", [-1, 0.5, "seed", None, False, float("inf")])
def test_a_seed_that_is_no_number_is_refused_in_words(seed):
    with pytest.raises(Invalid) as refused:
        acceptability([[1], [2]], ONE, draws=10, seed=seed)
    assert [(one.path, one.message) for one in refused.value.problems] == [("seed", SEED_SENTENCE)]


def test_both_are_named_at_once():
    with pytest.raises(Invalid) as refused:
        acceptability([[1], [2]], ONE, draws=0, seed=-3)
    assert [one.path for one in refused.value.problems] == ["draws", "seed"]


@pytest.mark.parametrize("seed", [0, 1, 2**64, 10**40])
def test_any_whole_seed_from_nought_will_do(seed):
    assert acceptability([[1], [2]], ONE, draws=1, seed=seed).share == ((0, 1), (1, 0))


def test_one_option_is_first_under_every_weighting():
    found = acceptability([[3, 1]], [Fraction(1, 2)] * 2, draws=10_000, seed=1)
    assert found.share == found.bounded_share == ((1,),)
    assert abs(found.central_weights[0][0] - Fraction(1, 2)) < Fraction(2, 100)


def test_options_that_all_tie_are_all_first_and_share_their_central_weights():
    found = acceptability([[2, 2]] * 3, [Fraction(1, 2)] * 2, draws=100, seed=1)
    assert found.share == found.bounded_share == ((1, 0, 0),) * 3
    assert len(set(found.central_weights)) == 1
    assert found.central_weights[0] is not None


def test_a_single_line_ranks_by_itself():
    found = acceptability([[1], [4], [4]], ONE, draws=50, seed=1)
    assert found.share == found.bounded_share == ((0, 0, 1), (1, 0, 0), (1, 0, 0))
    assert found.central_weights == (None, (1,), (1,))


def test_all_weight_on_one_line_leaves_the_bounded_shares_to_that_line():
    found = acceptability([[1, 9], [2, 1], [2, 5]], [1, 0], draws=500, seed=1)
    assert found.bounded_share == ((0, 0, 1), (1, 0, 0), (1, 0, 0))
    assert 0 < found.share[0][0] < 1


def test_no_options_and_no_lines_are_no_error():
    empty = acceptability([], [], draws=10, seed=1)
    assert (empty.share, empty.bounded_share, empty.central_weights) == ((), (), ())
    bare = acceptability([[], []], [], draws=10, seed=1)
    assert bare.share == bare.bounded_share == ((1, 0), (1, 0))
    assert bare.central_weights == (None, None)
    assert acceptability([], ONE, draws=10, seed=1).share == ()


def test_no_weight_at_all_leaves_every_option_level_in_the_bounded_shares():
    assert acceptability([[1], [2]], [0], draws=10, seed=1).bounded_share == ((1, 0), (1, 0))
