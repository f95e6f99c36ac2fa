"""Totals against one weight as it goes from 0% to 100%: a straight line for each option.

The plot fills whatever room it has and letters keep their size: everything across lies in percentages,
everything down in pixels. Names stand outside the plot, so its room needs a margin on either side.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal
from xml.sax.saxutils import escape

from appraisal.charts.svg import FAMILY, INK, QUIET, WHITE, element, number, rule, titled, words

HEAD, FOOT, LEAST, APART, SIZE = 66, 26, 230, 17, 14
"""Room above for the marks and below for the axis, least height of the plot, from name to name, letters."""

NAVY, RUST, TEAL, GRID = "#0b2e4f", "#b35806", "#0e7569", "#dee0e2"
MOST_NAMED = 24
"""Of more options only those that are first somewhere are named."""

LETTERS = {"end": 15, "start": 22}
"""Letters there is room for beside the plot: at its left, where a name ends, and at its right."""

Look = Literal["first", "leads", "other"]
LOOKS: dict[Look, tuple[str, float, str | None]] = {
    "first": (NAVY, 4, None),
    "leads": (NAVY, 3, "10 5"),
    "other": (QUIET, 1.5, "2 4"),
}


@dataclass(frozen=True)
class Straight:
    """One option: its total with the weight at 0 and at 1, its name, and whether it is first anywhere."""

    name: str
    nought: Fraction
    whole: Fraction
    look: Look


@dataclass(frozen=True)
class Upright:
    """A weight to mark, from 0 to 1: what it is on a wide screen and on a narrow one."""

    at: Fraction
    text: str
    short: str
    kind: Literal["now", "switch", "shown"]


KINDS: dict[str, tuple[str, float, str | None, int]] = {
    "now": (INK, 2, None, 15),
    "switch": (RUST, 3, None, 35),
    "shown": (TEAL, 3, "6 3", 55),
}
"""Colour, width, dashes, and the row in which the text stands."""


def totals_picture(lines: Sequence[Straight], marks: Sequence[Upright], *, title: str, told: str) -> str:
    """The picture, best option first; ``title`` and ``told`` are what screen readers say of it."""
    named = [line for line in lines if len(lines) <= MOST_NAMED or line.look != "other"]
    tall = max(LEAST, APART * len(named))
    figures = [figure for line in lines for figure in (line.nought, line.whole)]
    low, span = min(figures), (max(figures) - min(figures)) or Fraction(1)

    def down(figure: Fraction) -> float:
        return HEAD + float(tall * (1 - (figure - low) / span))

    drawn = [titled(title, told), *_axis(tall)]
    for line in sorted(lines, key=lambda line: list(LOOKS).index(line.look), reverse=True):
        colour, width, dashes = LOOKS[line.look]
        drawn.append(rule(("0%", "100%"), (down(line.nought), down(line.whole)), colour, width, dashes))
    for mark in marks:
        drawn += _upright(mark, tall)
    for mark in marks:  # after all uprights, so that none crosses out the words of another
        drawn += _told(mark)
    drawn += _names([(line.name, down(line.nought), line.look) for line in named], "end", tall)
    drawn += _names([(line.name, down(line.whole), line.look) for line in named], "start", tall)
    frame = {"width": "100%", "height": HEAD + tall + FOOT, "font-family": FAMILY, "overflow": "visible"}
    return element("svg", {"xmlns": "http://www.w3.org/2000/svg", **frame, "role": "img"}, "".join(drawn))


def _axis(tall: float) -> list[str]:
    drawn = []
    for percent in (0, 25, 50, 75, 100):
        place = f"{percent}%"
        drawn.append(rule((place, place), (HEAD, HEAD + tall), GRID, 1))
        anchor = {0: "start", 100: "end"}.get(percent, "middle")
        quarter = "wb-totals__long" if percent % 50 else None
        drawn.append(words(place, place, HEAD + tall + 20, SIZE, fill=QUIET, anchor=anchor, name=quarter))
    drawn.append(rule(("0%", "100%"), (HEAD + tall, HEAD + tall), QUIET, 1))
    return drawn


def _upright(mark: Upright, tall: float) -> list[str]:
    colour, width, dashes, row = KINDS[mark.kind]
    place = f"{number(float(100 * mark.at))}%"
    return [
        rule((place, place), (row - 12, HEAD + tall), WHITE, width + 2),
        rule((place, place), (row - 12, HEAD + tall), colour, width, dashes),
    ]


def _told(mark: Upright) -> list[str]:
    colour, _, _, row = KINDS[mark.kind]
    left = mark.at <= Fraction(1, 2)
    drawn = []
    for text, name in ((mark.text, "wb-totals__long"), (mark.short, "wb-totals__short")):
        attributes = {
            "x": f"{number(float(100 * mark.at))}%",
            "dx": 7 if left else -7,
            "y": row,
            "font-size": SIZE,
            "font-weight": "700",
            "fill": colour,
            "stroke": WHITE,
            "stroke-width": 5,
            "paint-order": "stroke",
            "text-anchor": "start" if left else "end",
            "class": name,
        }
        drawn.append(element("text", attributes, escape(text)))
    return drawn


def _names(ends: Sequence[tuple[str, float, Look]], anchor: str, tall: float) -> list[str]:
    """The names at one side, moved apart where lines end close together, each with a hair to its line."""
    together: dict[float, list[tuple[str, Look]]] = {}
    for name, height, look in sorted(ends, key=lambda end: end[1]):
        together.setdefault(height, []).append((name, look))
    heights = _apart(list(together), HEAD + tall)
    left = anchor == "end"
    drawn = []
    for (height, names), y in zip(together.items(), heights, strict=True):
        bold = any(look == "first" for _, look in names)
        ends_at = ("-14", "-2") if left else ("100%", "100%")
        if left:
            drawn.append(rule(ends_at, (y, height), GRID, 1))
        attributes = {
            "x": "0%" if left else "100%",
            "dx": -16 if left else 8,
            "y": y + 5,
            "font-size": SIZE,
            "font-weight": "700" if bold else None,
            "fill": INK,
            "text-anchor": anchor,
            "class": None if left else "wb-totals__right",
        }
        drawn.append(
            element("text", attributes, escape(_joined([name for name, _ in names], LETTERS[anchor])))
        )
    return drawn


def _joined(names: Sequence[str], letters: int) -> str:
    """``Option 6``, ``Options 3, 4, 5``; how many they are where that is too long."""
    if len(names) == 1:
        return names[0]
    together = "Options " + ", ".join(name.removeprefix("Option ") for name in names)
    fits = len(together) <= letters and all(name.startswith("Option ") for name in names)
    return together if fits else f"{len(names)} options"


def _apart(heights: Sequence[float], bottom: float) -> list[float]:
    """The heights, none closer to the next than letters need, none below the bottom where all have room."""
    placed: list[float] = []
    for height in heights:
        placed.append(max(height, placed[-1] + APART) if placed else height)
    limit = bottom
    for at in range(len(placed) - 1, -1, -1):
        placed[at] = min(placed[at], limit)
        limit = placed[at] - APART
    return placed
