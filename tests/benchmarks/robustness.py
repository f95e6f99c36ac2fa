"""Drawn weights against the best plain numpy and against two libraries, and the exact parts against evaluate().

Run it with OPENBLAS_NUM_THREADS=1, as ``make bench`` does: the plain numpy is faster so, and processor time is fair.
"""

import random
import time
import tracemalloc
import warnings

import numpy as np
import skcriteria
from pymcdm.methods import WSM
from skcriteria.agg.simple import WeightedSumModel

from appraisal.core.evaluation import evaluate, sensitivity
from appraisal.core.simulation import SHORTEST, acceptability, counted, even_weightings
from appraisal.core.snapshot import Snapshot, from_dict
from tests.benchmarks.measuring import Figure, ratio, say, seconds
from tests.benchmarks.sizes import SIZES, appraisal_data
from tests.core.evaluation.test_beside_other_libraries import MATRICES, differences

DRAWS = 100_000
LIBRARIES = {"S": (15, 90), "L": (100, 3000)}


def main() -> None:
    """Somerset's size, 20 x 40 and 100 x 100."""
    warnings.simplefilter("ignore")
    for size, (options, lines) in SIZES.items():
        values = np.random.default_rng(1).integers(1, 6, (options, lines))
        draw = _against_numpy(f"{options} x {lines}", values)
        if size in LIBRARIES:
            _against_libraries(f"{options} x {lines}", values, draw, *LIBRARIES[size])
    _beside_libraries()
    _memory()
    _exact_parts(from_dict(appraisal_data(*SIZES["M"], random.Random(1))))


def _against_numpy(size: str, values: np.ndarray) -> float:
    """Says both comparisons; seconds of one even draw of ours."""
    rows, lines, floats = values.tolist(), values.shape[1], values.astype(float)
    now, chunk = [1 / lines] * lines, max(SHORTEST, min(4096, 2**16 // max(values.shape)))
    plain = min(
        (pairwise, sorting, packing), key=lambda places: seconds(lambda: even(floats, chunk, places), 1)
    )
    how = (
        f"processor time, one BLAS thread; median of 7 by turns; the best plain way here is {plain.__name__}"
    )
    measured, one = ratio(
        lambda: counted(rows, lines, even_weightings(lines, DRAWS, 1, chunk), DRAWS, central=False),
        lambda: even(floats, chunk, plain),
        rounds=7,
        times=1,
    )
    name = f"{DRAWS:,} draws on {size} against the best plain numpy"
    say(
        Figure(
            f"{name}, even shares alone",
            measured,
            "at most 1.5",
            f"{1000 * one:.0f} ms; {how}, blind to ties",
        )
    )
    whole, both = ratio(
        lambda: acceptability(rows, now, draws=DRAWS, seed=1),
        lambda: (even(floats, chunk, plain, central=True), bounded(floats, np.array(now), chunk, plain)),
        rounds=7,
        times=1,
    )
    said = f"{1000 * both:.0f} ms; plain numpy does the same three; {how}"
    say(Figure(f"{name}, even and bounded shares and central weights", whole, "at most 1.5", said))
    return one / DRAWS


def even(values: np.ndarray, chunk: int, places, *, central: bool = False) -> tuple[np.ndarray, np.ndarray]:
    """Shares of places, and sums of the weights where first, over even weightings: the shortest fast way."""
    draw = np.random.Generator(np.random.SFC64(1)).standard_exponential
    counts, sums = np.zeros((len(values),) * 2, np.int64), np.zeros(values.shape)
    for start in range(0, DRAWS, chunk):
        weights = draw((min(chunk, DRAWS - start), values.shape[1]))
        some, first = places(weights, values)
        counts += some
        if central:
            weights /= np.einsum("ij->i", weights)[:, None]
            sums += np.equal(first, np.arange(len(values))[:, None]).astype(float) @ weights
    return counts / DRAWS, sums


def bounded(values: np.ndarray, now: np.ndarray, chunk: int, places) -> np.ndarray:
    """Shares of places over weights between half and double; not normalised, as places do not need it."""
    draw = np.random.Generator(np.random.SFC64(2)).random
    counts = np.zeros((len(values),) * 2, np.int64)
    for start in range(0, DRAWS, chunk):
        weights = draw((min(chunk, DRAWS - start), values.shape[1]))
        weights *= np.log(4)
        np.exp(weights, out=weights)
        weights *= now
        counts += places(weights, values)[0]
    return counts / DRAWS


def pairwise(weights: np.ndarray, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Counts by option and place, and who is first, from one comparison a pair."""
    totals, options = values @ weights.T, len(values)
    above = np.zeros(totals.shape, np.uint8)
    for one in range(options):
        for other in range(one):
            ahead = totals[other] > totals[one]
            above[one] += ahead
            above[other] += ~ahead
    return np.array([np.bincount(row, minlength=options) for row in above]), above.argmin(axis=0)


def sorting(weights: np.ndarray, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The same from one sort a draw."""
    options = len(values)
    order = np.argsort(weights @ values.T, axis=1)
    first = order[:, -1].copy()
    order *= options
    order += np.arange(options)[::-1]
    return np.bincount(order.ravel(), minlength=options**2).reshape(options, options), first


def packing(weights: np.ndarray, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The same from one sort of whole numbers that carry the option in their last bits, as the product does it."""
    options = len(values)
    bits = (options**2).bit_length()
    keys = (weights @ (values.T * 2.0**36)).astype(np.int64)
    keys <<= bits
    keys |= np.tile(np.arange(options) * options, len(keys)).reshape(keys.shape)
    keys.sort(axis=1)
    keys &= (1 << bits) - 1
    first = keys[:, -1] // options
    keys += np.tile(np.arange(options)[::-1], len(keys)).reshape(keys.shape)
    return np.bincount(keys.ravel(), minlength=options**2).reshape(options, options), first


def _against_libraries(size: str, values: np.ndarray, draw: float, pymcdm: int, scikit: int) -> None:
    """How many of our even draws one evaluation with one weight vector, ranks included, takes of theirs."""
    floats, types = values.astype(float), np.ones(values.shape[1], int)
    weights = np.full(values.shape[1], 1 / values.shape[1])
    method = WSM(normalization_function=lambda column, cost=False: column)
    matrix, model = skcriteria.mkdm(floats, [max] * len(types)), WeightedSumModel()
    for name, least, work in (
        ("pymcdm", pymcdm, lambda: method.rank(method(floats, weights, types))),
        ("scikit-criteria", scikit, lambda: model.evaluate(matrix.copy(weights=weights)).rank_),
    ):
        theirs = sorted(seconds(work, 30) for _ in range(7))[3]
        said = f"totals and ranks of one weight vector {1e6 * theirs:.0f} us, an even draw of ours {1e6 * draw:.2f} us"
        say(
            Figure(f"A draw on {size}, times cheaper than {name}'s", theirs / draw, f"at least {least}", said)
        )


def _beside_libraries() -> None:
    """The differences themselves are printed by ``pytest -s`` of the test that explains each of them."""
    exact, level = differences(64), differences(100)
    said = {name: sum(library == name for library, *_ in level) for name in ("pymcdm", "scikit-criteria")}
    how = ", ".join(f"{name} {count}" for name, count in said.items())
    say(
        Figure(
            f"Matrices of {MATRICES} that pymcdm or scikit-criteria ranks otherwise where floats are exact",
            len(exact),
            "exactly 0",
            f"of {MATRICES} more, weights in whole percents, floats break exact ties in: {how}; nothing else differs",
        )
    )


def _memory() -> None:
    values = np.random.default_rng(1).integers(1, 6, SIZES["S"]).tolist()
    peaks = []
    for draws in (10_000, 50_000, 500_000):
        tracemalloc.start()
        acceptability(values, [1 / 13] * 13, draws=draws, seed=1)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    said = f"peak {peaks[2] / 1e6:.1f} MB of what Python and numpy allocate"
    say(
        Figure(
            "Memory of 500,000 draws against that of 50,000, 6 x 13",
            peaks[2] / peaks[1],
            "at most 1.05",
            said,
        )
    )


def _exact_parts(snapshot: Snapshot) -> None:
    start = time.process_time()
    sensitivity(_fresh(snapshot))
    once = time.process_time() - start
    measured, one = ratio(
        lambda: sensitivity(_fresh(snapshot)),
        lambda: evaluate(_fresh(snapshot)),
        rounds=5 if once < 5 else 1,
        times=1,
    )
    said = f"{1000 * one:.0f} ms; median by turns, processor time"
    say(Figure("All exact parts of 20 x 40 against one evaluate() of it", measured, "at most 50", said))


def _fresh(snapshot: Snapshot) -> Snapshot:
    """The same appraisal without anything kept from the last call."""
    return Snapshot(**{name: getattr(snapshot, name) for name in Snapshot.__dataclass_fields__})


if __name__ == "__main__":
    main()
