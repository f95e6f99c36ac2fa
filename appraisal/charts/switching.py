"""A weight from 0% to 100%: where it stands now, and where another option leads."""

from collections.abc import Sequence
from fractions import Fraction

from appraisal.charts.svg import INK, WHITE, box, element, number, rule

HEIGHT, THICK, OVERHANG = 26, 16, 5
TRACK, DARK, PALE = "#dee0e2", "#0b2e4f", "#7f98ad"

Span = tuple[Fraction, Fraction]


def switch_bar(now: Fraction, elsewhere: Sequence[Span]) -> str:
    """The bar of one weight, as wide as its room: ``elsewhere`` are the spans where first place is another's.

    Weights are shares from 0 to 1. Hidden from screen readers: the row must say the same in words.
    """
    top = (HEIGHT - THICK) / 2
    middle = HEIGHT / 2
    drawn = [box("0%", top, "100%", THICK, TRACK)]
    for start, end in elsewhere:
        drawn.append(box(_at(start), top, _at(end - start), THICK, DARK))
        # Upright stripes need neither a pattern nor an id, and print without colour.
        drawn.append(rule((_at(start), _at(end)), (middle, middle), PALE, THICK, "3 5"))
    ends = (top - OVERHANG, top + THICK + OVERHANG)
    drawn += [rule((_at(now), _at(now)), ends, WHITE, 6), rule((_at(now), _at(now)), ends, INK, 3)]
    frame = {"xmlns": "http://www.w3.org/2000/svg", "width": "100%", "height": HEIGHT, "overflow": "visible"}
    return element("svg", {**frame, "aria-hidden": "true", "focusable": "false"}, "".join(drawn))


def _at(share: Fraction) -> str:
    return f"{number(float(100 * share))}%"
