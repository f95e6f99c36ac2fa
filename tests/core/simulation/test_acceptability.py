"""Shares of places over drawn weights: known answers, ties, exactness, chunks, threads, memory."""

import os
import subprocess
import sys
import tracemalloc
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest

from appraisal.core import simulation
from appraisal.core.simulation import acceptability, bounded_weightings, even_weightings
from appraisal.core.snapshot import load_json
from tests.core.simulation import slow

ROOT = Path(__file__).resolve().parents[3]
POINTS = Fraction(6, 1000)


def equal(lines):
    return [Fraction(1, lines)] * lines


def somerset():
    """(option numbers, scores as whole numbers) of the short list, from the fixture."""
    snapshot = load_json((ROOT / "fixtures/appraisals/somerset-2017.json").read_bytes())
    options = [option for option in snapshot.options if option.stage == "short-list"]
    lines = [line for line in snapshot.lines if line.sub_criterion.kind == "score"]
    rows = [
        [int(snapshot.cell_at[option.id, line.sub_criterion.id].score) for line in lines]
        for option in options
    ]
    return [option.number for option in options], rows


def drawn(weightings):
    """Every weighting as a list of its own: the chunks share one buffer."""
    return [weighting for chunk in weightings for weighting in chunk.tolist()]


def test_somerset_has_the_known_shares_of_first_place():
    numbers, rows = somerset()
    found = acceptability(rows, equal(13), draws=100_000, seed=1)
    first = dict(zip(numbers, (row[0] for row in found.share), strict=True))
    assert abs(first.pop(6) - Fraction(57, 64)) < POINTS
    assert abs(first.pop(4) - Fraction(7, 64)) < POINTS
    assert set(first.values()) == {0}
    bounded = dict(zip(numbers, (row[0] for row in found.bounded_share), strict=True))
    assert round(float(100 * bounded[6]), 1) == 99.9
    assert bounded[4] == 1 - bounded[6]
    assert [numbers[at] for at, mean in enumerate(found.central_weights) if mean] == [4, 6]


def test_somersets_option_1_is_last_and_option_5_last_but_one_under_almost_any_weights():
    numbers, rows = somerset()
    found = acceptability(rows, equal(13), draws=20_000, seed=3)
    assert found.share[numbers.index(1)][5] > Fraction(999, 1000)
    assert found.bounded_share[numbers.index(5)] == (0, 0, 0, 0, 1, 0)


def test_the_same_seed_gives_the_same_figures_and_another_seed_others():
    _, rows = somerset()
    once = acceptability(rows, equal(13), draws=5_000, seed=7)
    assert repr(once) == repr(acceptability(rows, equal(13), draws=5_000, seed=7))
    other = acceptability(rows, equal(13), draws=5_000, seed=8)
    assert once.share != other.share
    assert once.bounded_share != other.bounded_share
    assert (once.draws, once.seed, other.seed) == (5_000, 7, 8)


def test_two_options_on_two_lines_win_as_often_as_geometry_says():
    """(1, 0) beats (0, 2) where w > 2/3: a third of the even weightings."""
    found = acceptability([[1, 0], [0, 2]], equal(2), draws=100_000, seed=2)
    assert abs(found.share[0][0] - Fraction(1, 3)) < POINTS
    assert found.central_weights[0][0] > Fraction(2, 3) > found.central_weights[1][0]
    assert abs(found.central_weights[0][0] - Fraction(5, 6)) < POINTS


def test_options_with_the_same_values_share_the_better_place_and_the_next_is_skipped():
    found = acceptability([[3, 3], [2, 2], [2, 2], [1, 1]], equal(2), draws=100, seed=1)
    assert found.share == ((1, 0, 0, 0), (0, 1, 0, 0), (0, 1, 0, 0), (0, 0, 0, 1))
    assert found.bounded_share == found.share
    assert found.central_weights[1:] == (None, None, None)


def test_two_alike_take_turns_with_a_third_and_their_rows_add_to_one():
    found = acceptability([[1, 0], [0, 1], [1, 0]], equal(2), draws=1_001, seed=1)
    assert found.share[0] == found.share[2] == (found.share[0][0], 1 - found.share[0][0], 0)
    assert found.share[1] == (found.share[0][1], 0, found.share[0][0])
    assert found.central_weights[0] == found.central_weights[2]


def test_weightings_under_which_two_come_level_count_as_ties(monkeypatch):
    """Half of these weightings are exactly level for options whose scores differ."""

    def some(lines, draws, seed, longest):
        import numpy as np

        yield np.array([[0.5, 0.25, 0.25], [0.25, 0.5, 0.25]] * (draws // 2)) * simulation.WHOLE

    monkeypatch.setattr(simulation, "even_weightings", some)
    found = acceptability([[4, 0, 3], [1, 5, 4], [0, 0, 0]], equal(3), draws=10, seed=1)
    assert found.share == ((Fraction(1, 2), Fraction(1, 2), 0), (1, 0, 0), (0, 0, 1))
    assert found.central_weights[0] == (Fraction(1, 2), Fraction(1, 4), Fraction(1, 4))
    assert found.central_weights[1] == (Fraction(3, 8), Fraction(3, 8), Fraction(1, 4))


@pytest.mark.parametrize("seed", range(30))
def test_every_count_agrees_with_the_slow_implementation_fed_with_the_same_weights(seed):
    random = Random(seed)
    options, lines, draws = random.randint(1, 6), random.randint(1, 6), random.randint(1, 150)
    top = random.choice((2, 5, 100, 10**9, 10**40))
    values = [[random.randint(-top, top) for _ in range(lines)] for _ in range(options)]
    values += random.sample(values, random.randint(0, min(2, options)))
    weights = [Fraction(random.choice((0, 1, 2, 5)), 7) for _ in range(lines - 1)] + [Fraction(1, 7)]
    found = acceptability(values, weights, draws=draws, seed=seed)
    even = drawn(even_weightings(lines, draws, seed, 64))
    assert found.share == slow.shares(values, even)
    assert found.central_weights == slow.central(values, even)
    carrying = [at for at, weight in enumerate(weights) if weight]
    bounded = drawn(bounded_weightings([float(weights[at]) for at in carrying], draws, seed, 64))
    kept = [[row[at] for at in carrying] for row in values]
    assert found.bounded_share == slow.shares(kept, bounded)


@pytest.mark.parametrize(
    "values",
    [
        [[10**30, 1, 0], [10**30, 0, 0], [0, 0, 10**30]],
        [[10**30, 1, 0], [10**30, 0, 1], [10**30, 0, 0]],
        [[2**60 + 1, 2**60 - 1], [2**60 - 1, 2**60 + 1], [2**60, 2**60]],
        [[3**400, 1], [3**400 - 1, 2], [0, 3**200]],
    ],
)
def test_differences_that_floats_cannot_hold_are_counted_in_whole_numbers(values):
    found = acceptability(values, equal(len(values[0])), draws=200, seed=5)
    even = drawn(even_weightings(len(values[0]), 200, 5, 64))
    assert found.share == slow.shares(values, even)
    assert found.central_weights == slow.central(values, even)


@pytest.mark.parametrize("longest", [1, 7, 64, 1_000, 4_096])
def test_the_length_of_a_chunk_changes_no_figure(monkeypatch, longest):
    _, rows = somerset()
    whole = acceptability(rows, equal(13), draws=5_003, seed=4)
    monkeypatch.setattr(simulation, "LONGEST", longest)
    monkeypatch.setattr(simulation, "SHORTEST", 1)
    assert acceptability(rows, equal(13), draws=5_003, seed=4) == whole


def test_the_number_of_threads_changes_no_byte():
    """Also: the module itself brings no numpy, so a worker serves its first page without."""
    code = (
        "import sys, random, hashlib; from appraisal.core.simulation import acceptability;"
        "assert 'numpy' not in sys.modules; r = random.Random(1);"
        "v = [[r.randint(1, 5) for _ in range(90)] for _ in range(90)];"
        "found = repr(acceptability(v, [1 / 90] * 90, draws=2_000, seed=1));"
        "print(hashlib.sha256(found.encode()).hexdigest())"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "OPENBLAS_NUM_THREADS": threads, "OMP_NUM_THREADS": threads},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for threads in ("1", "2")
    }
    assert len(said) == 1


def test_memory_does_not_grow_with_the_draws():
    _, rows = somerset()

    def peak(draws):
        tracemalloc.start()
        acceptability(rows, equal(13), draws=draws, seed=1)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(10_000)
    few, many = peak(20_000), peak(200_000)
    assert many < 1.02 * few
    assert 100_000 < few < 10_000_000
