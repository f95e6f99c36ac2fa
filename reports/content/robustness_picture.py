"""The weights that change first place as bars for print, like those of the page; the table stands below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
GAP, MOST = 12, 10
CAPTION = "Weights that change first place: the weight now and where another option leads"


@dataclass(frozen=True)
class Row:
    """One bar with the lines of text before and behind it."""

    switch: WeightSwitch
    label: list[str]
    said: list[str]

    @property
    def height(self) -> float:
        """As tall as its text, so that no word of it is cut."""
        return max(ROW, LINE * max(len(self.label), len(self.said)) + 4)


def switching_bars(names: Names, found: Sequence[WeightSwitch]) -> Iterator[Picture]:
    """One bar for each line or group of ``found`` with a point of change; no picture without any."""
    changing = [one for one in found if any(turn.weight is not None for turn in one.turns)][:MOST]
    if not changing:
        return
    rows = [_row(names, one) for one in changing]
    below = sum(row.height for row in rows)
    drawn = [titled(f"{CAPTION}. {_told(names, changing)}", CAPTION)]
    top = 0.0
    for row in rows:
        drawn += _drawn(row, top + row.height / 2)
        top += row.height
    for share, anchor in ((Fraction(0), "start"), (Fraction(1, 2), "middle"), (Fraction(1), "end")):
        drawn.append(words(percent(share), _at(share), below + 16, SMALL, fill=QUIET, anchor=anchor))
    height = round(below + 22)
    size = {"viewBox": f"0 0 {WIDTH} {height}", "width": WIDTH, "height": height}
    look = {"role": "img", "font-family": FAMILY, "fill": INK}
    svg = element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size, **look}, "".join(drawn))
    yield Picture(svg, CAPTION)


def _row(names: Names, one: WeightSwitch) -> Row:
    said = [_where(names, turn, weight) for turn, weight in _turns(one)]
    return Row(
        switch=one,
        label=wrapped(carrier(names, one.level, one.id), LEFT - GAP, SIZE),
        said=[line for text in said for line in wrapped(text, WIDTH - RIGHT - GAP, SIZE)],
    )


def _drawn(row: Row, middle: float) -> Iterator[str]:
    one = row.switch
    yield from _lines(row.label, 0, middle)
    yield box(LEFT, middle - THICK / 2, RIGHT - LEFT, THICK, TRACK)
    for turn, weight in _turns(one):
        start, end = (weight, Fraction(1)) if turn.direction is Direction.UP else (Fraction(0), weight)
        yield box(_at(start), middle - THICK / 2, _at(end) - _at(start), THICK, DARK)
        # Upright stripes need neither a pattern nor an id, and print without colour.
        yield rule((_at(start), _at(end)), (middle, middle), PALE, THICK, "3 5")
    now, ends = _at(one.weight_now), (middle - THICK / 2 - 4, middle + THICK / 2 + 4)
    yield rule((now, now), ends, WHITE, 6)
    yield rule((now, now), ends, INK, 3)
    yield from _lines(row.said, RIGHT + GAP, middle)


def _turns(one: WeightSwitch) -> list[tuple[Turn, Fraction]]:
    return [(turn, turn.weight) for turn in one.turns if turn.weight is not None]


def _where(names: Names, turn: Turn, weight: Fraction) -> str:
    way = "above" if turn.direction is Direction.UP else "below"
    return f"{way} {percent(weight, 1)}: {listed(names, turn.overtaken_by)}"


def _lines(lines: Sequence[str], x: float, middle: float) -> Iterator[str]:
    """Lines of text about the middle of a row."""
    for place, line in enumerate(lines):
        yield words(line, x, middle + 5 + LINE * (place - (len(lines) - 1) / 2), SIZE)


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
