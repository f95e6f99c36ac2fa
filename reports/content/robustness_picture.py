"""The weights that change first place as bars for print, like those of the page; the table stands below."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from appraisal.charts.svg import FAMILY, INK, QUIET, WHITE, box, element, rule, titled, words, wrapped
from appraisal.charts.switching import DARK, PALE, TRACK
from appraisal.core.figures import percent
from appraisal.core.sensitivity import Direction, Turn, WeightSwitch
from appraisal.core.sentences import Names
from reports.content.parts import Picture
from reports.content.robustness_words import carrier, listed

WIDTH, LEFT, RIGHT = 688, 200, 470
"""The portrait page's column in pixels; bars run from LEFT to RIGHT."""

ROW, THICK, LINE, SIZE, SMALL = 30, 14, 14, 13, 12
MOST = 10
CAPTION = "Weights that change first place: the weight now and where another option leads"


def switching_bars(names: Names, found: Sequence[WeightSwitch]) -> Iterator[Picture]:
    """One bar for each line or group of ``found`` with a point of change; no picture without any."""
    changing = [one for one in found if any(turn.weight is not None for turn in one.turns)][:MOST]
    if not changing:
        return
    height = ROW * len(changing) + 22
    drawn = [titled(f"{CAPTION}. {_told(names, changing)}", CAPTION)]
    for place, one in enumerate(changing):
        drawn += _row(names, one, ROW * place + ROW / 2)
    for share, anchor in ((Fraction(0), "start"), (Fraction(1, 2), "middle"), (Fraction(1), "end")):
        drawn.append(words(percent(share), _at(share), height - 6, SMALL, fill=QUIET, anchor=anchor))
    size = {"viewBox": f"0 0 {WIDTH} {height}", "width": WIDTH, "height": height}
    look = {"role": "img", "font-family": FAMILY, "fill": INK}
    yield Picture(
        element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size, **look}, "".join(drawn)), CAPTION
    )


def _row(names: Names, one: WeightSwitch, middle: float) -> Iterator[str]:
    yield from _lines(wrapped(carrier(names, one.level, one.id), LEFT - 12, SIZE), 0, middle)
    yield box(LEFT, middle - THICK / 2, RIGHT - LEFT, THICK, TRACK)
    turns = _turns(one)
    for turn, weight in turns:
        start, end = (weight, Fraction(1)) if turn.direction is Direction.UP else (Fraction(0), weight)
        yield box(_at(start), middle - THICK / 2, _at(end) - _at(start), THICK, DARK)
        # Upright stripes need neither a pattern nor an id, and print without colour.
        yield rule((_at(start), _at(end)), (middle, middle), PALE, THICK, "3 5")
    now, ends = _at(one.weight_now), (middle - THICK / 2 - 4, middle + THICK / 2 + 4)
    yield rule((now, now), ends, WHITE, 6)
    yield rule((now, now), ends, INK, 3)
    said = [
        line
        for turn, weight in turns
        for line in wrapped(_where(names, turn, weight), WIDTH - RIGHT - 12, SIZE)
    ]
    yield from _lines(said, RIGHT + 12, middle)


def _turns(one: WeightSwitch) -> list[tuple[Turn, Fraction]]:
    return [(turn, turn.weight) for turn in one.turns if turn.weight is not None]


def _where(names: Names, turn: Turn, weight: Fraction) -> str:
    way = "above" if turn.direction is Direction.UP else "below"
    return f"{way} {percent(weight, 1)}: {listed(names, turn.overtaken_by)}"


def _lines(lines: Sequence[str], x: float, middle: float) -> Iterator[str]:
    """At most two lines of text about the middle of a row."""
    kept = lines[:2]
    for place, line in enumerate(kept):
        yield words(line, x, middle + 5 + LINE * (place - (len(kept) - 1) / 2), SIZE)


def _told(names: Names, changing: Sequence[WeightSwitch]) -> str:
    """What the picture says in words, for those who cannot see it."""
    return " ".join(
        f"{carrier(names, one.level, one.id)}, now {percent(one.weight_now, 1)}: "
        + ", ".join(_where(names, turn, weight) for turn, weight in _turns(one))
        + "."
        for one in changing
    )


def _at(share: Fraction) -> float:
    return LEFT + float(share) * (RIGHT - LEFT)
