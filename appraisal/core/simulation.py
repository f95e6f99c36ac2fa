"""How often each option takes each place when the weights are drawn at random (rank acceptability, SMAA).

A share counts weightings; it is not the chance that the ranking is right. numpy is imported inside the
functions: a worker serves its first page without it.

The weights are drawn as floats, the places are exact. Totals are first added up in floats; where two of one
draw are too close for those to tell apart, its places are counted again in whole numbers. So the counts
depend on the weights drawn and on nothing else: not on the order of adding, the chunks or the threads.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import log
from operator import mul
from typing import Any

from organisations.errors import Invalid, Problem

MOST_DRAWS = 10_000_000
WHOLE = 2.0**39
"""All weight of one draw. An even draw's shares are whole numbers of it, so that their sums are exact."""

LONGEST, SHORTEST, NUMBERS = 4096, 64, 2**16
"""Most and fewest draws of one chunk, and how many numbers it should hold: it stays in the cache."""

ONE_THREAD = 2**18
"""Multiplications up to which a matrix product stays on one thread: OpenBLAS starts no others for so few."""

Shares = tuple[tuple[Fraction, ...], ...]
Array = Any
"""A numpy array; numpy's own name for it would have to be imported."""


@dataclass(frozen=True)
class Acceptability:
    """Shares of the weightings drawn, all exact, in the order of the options and lines given.

    ``share[option][place - 1]``: of even weightings. Equal totals share the best place and the next is
    skipped (1, 2, 2, 4), so an option's row adds to exactly 1 and a place's column may not.
    ``bounded_share``: the same of weightings between half and double of what the weights are now.
    ``central_weights[option]``: the mean of the even weightings under which it is first, alone or shared;
    adds to exactly 1, None where it never is.
    """

    share: Shares
    bounded_share: Shares
    central_weights: tuple[tuple[Fraction, ...] | None, ...]
    draws: int
    seed: int


def acceptability(
    values: Sequence[Sequence[int]], weights: Sequence[Fraction | float], *, draws: int, seed: int
) -> Acceptability:
    """Draws ``draws`` weightings evenly from all there are, and as many around the weights as they are now.

    ``values``: options by lines, whole numbers of any size in a unit common to all, so that a total is the
    sum of share x value. ``weights``: the lines' shares now, none below 0. Even: Dirichlet of ones, which is
    exponentials, normalised. Bounded: each weight times a log-uniform factor from 1/2 to 2, then normalised,
    so a weight of 0 stays 0. Raises Invalid for draws that are not a whole number from 1 to 10,000,000 and a
    seed that is none from 0.
    """
    _refuse(draws, seed)
    longest = max(SHORTEST, min(LONGEST, NUMBERS // max(1, len(weights), len(values))))
    counts, sums = counted(values, len(weights), even_weightings(len(weights), draws, seed, longest), draws)
    carrying = [at for at, weight in enumerate(weights) if weight]
    drawn = bounded_weightings([float(weights[at]) for at in carrying], draws, seed, longest)
    kept = [[row[at] for at in carrying] for row in values]
    bounded, _ = counted(kept, len(carrying), drawn, draws, central=False)
    return Acceptability(
        share=_shares(counts, draws),
        bounded_share=_shares(bounded, draws),
        central_weights=tuple(_mean(total) for total in sums),
        draws=draws,
        seed=seed,
    )


def even_weightings(lines: int, draws: int, seed: int, longest: int) -> Iterator[Array]:
    """Chunks of draws x lines, evenly from the simplex, in whole numbers of 1 / WHOLE; one buffer for all."""
    import numpy as np

    random = np.random.Generator(np.random.SFC64(seed))
    for chunk in _normalised(lines, draws, longest, lambda part: random.standard_exponential(out=part)):
        yield np.rint(chunk, out=chunk)


def bounded_weightings(weights: Sequence[float], draws: int, seed: int, longest: int) -> Iterator[Array]:
    """Chunks of draws x lines, each weight between half and double of what it is, adding to WHOLE.

    Normalised, a factor from 1 to 4 is as good as one from 1/2 to 2.
    """
    import numpy as np

    random = np.random.Generator(np.random.SFC64(np.random.SeedSequence(seed).spawn(1)[0]))
    now = np.array(weights)

    def fill(part: Array) -> None:
        random.random(out=part)
        np.multiply(part, log(4), out=part)
        np.multiply(np.exp(part, out=part), now, out=part)

    return _normalised(len(weights), draws, longest, fill)


def _normalised(lines: int, draws: int, longest: int, fill: Callable[[Array], object]) -> Iterator[Array]:
    import numpy as np

    buffer = np.empty((longest, lines))
    for start in range(0, draws, longest):
        part = buffer[: min(longest, draws - start)]
        fill(part)
        part *= (WHOLE / np.einsum("ij->i", part))[:, None]
        yield part


def _refuse(draws: object, seed: object) -> None:
    problems = []
    if not _whole(draws) or not 1 <= draws <= MOST_DRAWS:  # type: ignore[operator]
        text = f"The number of draws must be a whole number from 1 to {MOST_DRAWS:,}."
        problems.append(Problem("draws", text))
    if not _whole(seed) or seed < 0:  # type: ignore[operator]
        problems.append(Problem("seed", "The seed must be a whole number, 0 or above."))
    if problems:
        raise Invalid(problems)


def _whole(number: object) -> bool:
    return isinstance(number, int) and not isinstance(number, bool)


class _Under:
    """A row under itself, kept for the next chunk: added in one go, which a single short row is not."""

    def __init__(self, row: Array) -> None:
        self._row, self._found = row, row[None]

    def rows(self, count: int) -> Array:
        """So many of it."""
        import numpy as np

        if len(self._found) < count:
            self._found = np.tile(self._row, (count, 1))
        return self._found[:count]


class _Field:
    """The options as distinct rows of whole numbers: those with the same values on every line tie always.

    ``floats`` (lines by rows) scales them by a power of 2, so that the greatest total there can be stays
    within 62 bits less ``bits``: an integer then holds a total and, behind it, which row's it is.
    """

    def __init__(self, values: Sequence[Sequence[int]]) -> None:
        import numpy as np

        least = [min(column) for column in zip(*values, strict=True)]
        above = [tuple(one - low for one, low in zip(row, least, strict=True)) for row in values]
        self.options = len(values)
        self.rows = list(dict.fromkeys(above))
        index = {row: at for at, row in enumerate(self.rows)}
        self.row_of = [index[row] for row in above]
        self.sizes = np.bincount(self.row_of)
        self.bits = (len(self.rows) * self.options).bit_length()
        most = max(max(row) for row in self.rows)
        unit = Fraction(2) ** (min(52, 62 - self.bits) - 40 - most.bit_length())
        self.floats = np.array(
            [[float(one * unit) for one in column] for column in zip(*self.rows, strict=True)]
        )
        self.names = np.arange(len(self.rows)) * self.options
        self.under = _Under(self.names)
        self.places_under = _Under(np.arange(self.options)[::-1])

    def ordered(self, drawn: Array) -> tuple[Array, Array | None]:
        """(names of the rows from the worst to the best, draws with totals too close to tell or None).

        A total of n products of floats is off by less than (n + 2) / 2 units here, and cut to whole units.
        """
        import numpy as np

        keys = _product(drawn, self.floats).astype(np.int64)
        keys <<= self.bits
        keys |= self.under.rows(len(keys))
        keys.sort(axis=1)
        limit = (len(self.floats) + 4) << self.bits
        flat = keys.ravel()
        # From one draw to the next the difference may be below 0, which is beyond every limit without a sign.
        close = None
        if ((flat[1:] - flat[:-1]).view(np.uint64) < limit).any():
            close = (np.diff(keys, axis=1) < limit).any(axis=1)
        keys &= (1 << self.bits) - 1
        return keys, close

    def places(self, shares: Sequence[float]) -> list[int]:
        """Options above each row under one weighting, counted exactly."""
        ratios = [share.as_integer_ratio() for share in shares]
        unit = max(bottom for _, bottom in ratios)  # powers of 2, so all divide the greatest
        whole = [top * (unit // bottom) for top, bottom in ratios]
        totals = [sum(map(mul, whole, row)) for row in self.rows]
        sized = list(zip(totals, self.sizes.tolist(), strict=True))
        return [sum(size for other, size in sized if other > mine) for mine in totals]


def counted(
    values: Sequence[Sequence[int]], lines: int, chunks: Iterator[Array], draws: int, *, central: bool = True
) -> tuple[list[list[int]], list[list[int]]]:
    """(draws by option and place, sum of the weights by option and line where it is first)."""
    import numpy as np

    options = len(values)
    if not options or not lines:
        return [[draws] + [0] * (options - 1) for _ in values], [[] for _ in values]
    field = _Field(values)
    counts = np.zeros((len(field.rows), options), np.int64)
    sums = np.zeros((len(field.rows), lines), np.int64)
    for chunk in chunks:
        drawn, (order, close) = chunk, field.ordered(chunk)
        if close is not None:
            _count_exactly(field, drawn[close], counts, sums)
            order, drawn = order[~close], drawn[~close]
        counts += _count(field, order)
        if central:
            first = np.equal(order[:, -1], field.names[:, None]).astype(float)
            sums += _product(first, drawn).astype(np.int64)
    return counts[field.row_of].tolist(), sums[field.row_of].tolist()


def _count(field: _Field, order: Array) -> Array:
    """Draws by row and place where every total is distinct."""
    import numpy as np

    rows, options = len(field.rows), field.options
    if rows == options:
        place = field.places_under.rows(len(order))
    else:
        place = options - np.cumsum(field.sizes[order // options], axis=1)
    return np.bincount((order + place).ravel(), minlength=rows * options).reshape(rows, options)


def _product(left: Array, right: Array) -> Array:
    """The matrix product, some rows at a time."""
    import numpy as np

    found = np.empty((len(left), right.shape[1]))
    some = max(1, ONE_THREAD // max(1, right.size))
    for at in range(0, len(left), some):
        np.matmul(left[at : at + some], right, out=found[at : at + some])
    return found


def _count_exactly(field: _Field, drawn: Array, counts: Array, sums: Array) -> None:
    import numpy as np

    for shares in drawn:
        for row, place in enumerate(field.places(shares.tolist())):
            counts[row, place] += 1
            if place == 0:
                sums[row] += shares.astype(np.int64)


def _shares(counts: list[list[int]], draws: int) -> Shares:
    return tuple(tuple(Fraction(count, draws) for count in row) for row in counts)


def _mean(total: Sequence[int]) -> tuple[Fraction, ...] | None:
    whole = sum(total)
    return tuple(Fraction(one, whole) for one in total) if whole else None
