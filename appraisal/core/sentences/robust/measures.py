"""Weights, factors and shares of weightings as people say them. A rounded figure says that it is about so
much, and none is rounded into what it is not: the weight now, none or all.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from appraisal.core.figures import fits, percent, places_that_tell_apart, written
from appraisal.core.sentences.words import number_word

HUNDRED = 100
MOST_PLACES = 4
"""Decimals beyond which two figures are too near to each other for anybody to care how near."""


def weights_told(now: Fraction, at: Fraction, until: Fraction | None) -> tuple[str, str, str]:
    """The weight now, the one at which first place changes and the next: ``8%``, ``25%``, ``about 59%``.

    Each of the last two is empty where it would be written like the one before it, or is not there.
    """
    figures = [HUNDRED * each for each in (now, at, until) if each is not None]
    places = places_that_tell_apart((*figures, 0, HUNDRED), least=0, most=MOST_PLACES)
    if fits(figures[1], places + 1):
        places += not fits(figures[1], places)
    told = [(percent(each / HUNDRED, places), fits(each, places)) for each in figures]
    return told[0][0], *_apart(told)


def factors_told(at: Fraction, until: Fraction | None) -> tuple[str, str]:
    """A factor above 1 and the next: ``2½ times``, ``about 3.67 times``; empty as in ``weights_told``."""
    figures = [each for each in (Fraction(1), at, until) if each is not None]
    places = places_that_tell_apart(figures, most=MOST_PLACES)
    return _apart([(_times(each, places), fits(each, places)) for each in figures])


def _apart(told: Sequence[tuple[str, bool]]) -> tuple[str, str]:
    """The second and the third of these texts, with ``about`` where a text is not exact."""
    found = [
        "" if text == before else text if exact else f"about {text}"
        for (before, _), (text, exact) in pairwise(told)
    ]
    return found[0], "".join(found[1:])


def _times(factor: Fraction, places: int) -> str:
    if factor == 2:
        return "twice"
    if factor.denominator == 2:
        return f"{factor.numerator // 2}½ times"
    return f"{number_word(int(factor)) if factor.denominator == 1 else written(factor, places)} times"


def share_of_weightings(share: Fraction, *, proven: bool) -> str:
    """``89%``, ``more than 99%``, ``less than 1%``.

    ``proven``: what is so in every weighting drawn is so in every weighting there is; only then is it 100%.
    """
    if share == 1 and not proven:
        return "more than 99%"
    return percent(share).replace(">", "more than ").replace("<", "less than ")
