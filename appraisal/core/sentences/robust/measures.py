"""Weights, factors and shares of weightings as people say them. A rounded figure says that it is about so
much, and none is rounded into what it is not: the weight now, none or all.
"""

from fractions import Fraction

from appraisal.core.figures import fits, percent, places_that_tell_apart, written
from appraisal.core.sentences.words import number_word

HUNDRED = 100
MOST_PLACES = 4
"""Decimals beyond which two figures are too near to each other for anybody to care how near."""


def threshold(at: Fraction, now: Fraction) -> tuple[str, str]:
    """A weight at which first place changes and the weight now: ``25%`` and ``8%``.

    ``about 29%`` where it is rounded. Where both would be written alike the first is empty.
    """
    figures = (HUNDRED * at, HUNDRED * now)
    places = places_that_tell_apart((*figures, 0, HUNDRED), least=0, most=MOST_PLACES)
    if fits(figures[0], places + 1):
        places += not fits(figures[0], places)
    told, before = percent(at, places), percent(now, places)
    if told == before:
        return "", before
    return (told if fits(figures[0], places) else f"about {told}"), before


def times(factor: Fraction) -> str:
    """``2½ times as much``, ``twice as much``, ``about 1.83 times as much``; empty where it is nearly 1."""
    if factor == 2:
        return "twice as much"
    if factor.denominator == 1 and factor > 2:
        return f"{number_word(int(factor))} times as much"
    if factor.denominator == 2:
        return f"{factor.numerator // 2}½ times as much"
    places = places_that_tell_apart((factor, 1), most=MOST_PLACES)
    text = written(factor, places)
    if text == "1":
        return ""
    return f"{'' if fits(factor, places) else 'about '}{text} times as much"


def share_of_weightings(share: Fraction, *, proven: bool) -> str:
    """``89%``, ``more than 99%``, ``less than 1%``.

    ``proven``: what is so in every weighting drawn is so in every weighting there is; only then is it 100%.
    """
    if share == 1 and not proven:
        return "more than 99%"
    return percent(share).replace(">", "more than ").replace("<", "less than ")
