"""One option's bar for a page whose row already says the option, its place and its total in words.

Everything lies in percentages, so that the bar fills whatever room its row has while its letters keep their
size.
"""

from collections.abc import Iterator
from fractions import Fraction

from appraisal.charts.segments import ZERO, Axis, Segment, axis, clear_spans, groups, segments
from appraisal.charts.svg import FAMILY, INK, QUIET, WHITE, box, element, number, rule, width_of, words
from appraisal.core.evaluation import Evaluation
from appraisal.core.snapshot import Snapshot

HEIGHT, SIZE, OVERHANG = 30, 15, 3
WIDE, NARROW = 480, 250
"""The least room for a bar on a wide and on a narrow screen, in pixels: letters are shown where they fit."""


def fluid_bar(snapshot: Snapshot, evaluation: Evaluation, option: str) -> str:
    """The bar of one ranked option, by id, or "" where it has no total. Hidden from screen readers.

    The row must say in text what the bar shows. Where both do not fit everywhere, the texts carry the classes
    ``wb-bar__long`` (letters and figure, for wide screens) and ``wb-bar__short`` (the figure alone).
    """
    result = evaluation.by_id[option]
    if not result.ranked or result.floor is None or result.ceiling is None:
        return ""
    line = axis(evaluation)
    shown = list(segments(groups(snapshot, evaluation), result))
    neutral = None if evaluation.neutral_total is None else line.share(evaluation.neutral_total)
    drawn = [part for one in shown for part in _box(line, one)]
    if result.floor != result.ceiling:
        drawn += _stripes((_at(line, result.floor), _at(line, result.ceiling)), line.low < 0)
    if line.low < 0:
        drawn.append(_upright(_at(line, ZERO), INK, 1))
    if line.low < 0 and result.floor == result.ceiling:
        drawn += [_upright(_at(line, result.floor), WHITE, 6), _upright(_at(line, result.floor), INK, 3)]
    if neutral is not None:
        drawn += [_upright(_percent(neutral), WHITE, 1.5), _upright(_percent(neutral), INK, 1.5, "5 4")]
    drawn += [part for one in shown for part in _letters(line, one, neutral)]
    frame = {"width": "100%", "height": HEIGHT, "font-family": FAMILY, "overflow": "visible"}
    hidden = {"aria-hidden": "true", "focusable": "false"}
    return element("svg", {"xmlns": "http://www.w3.org/2000/svg", **frame, **hidden}, "".join(drawn))


def _at(line: Axis, figure: Fraction) -> str:
    return _percent(line.share(figure))


def _percent(share: float) -> str:
    return f"{number(100 * share)}%"


def _ends(line: Axis, segment: Segment) -> tuple[float, float]:
    left, right = sorted((line.share(segment.start), line.share(segment.end)))
    return left, right


def _box(line: Axis, segment: Segment) -> Iterator[str]:
    """The part's box with its white gap."""
    start, end = _ends(line, segment)
    if end <= start:
        return
    yield box(_percent(start), 0, _percent(end - start), HEIGHT, segment.ground, WHITE)
    if segment.edge:
        for y in (2, HEIGHT - 2):
            yield rule((_percent(start), _percent(end)), (y, y), segment.edge, 2)


def _letters(line: Axis, segment: Segment, neutral: float | None) -> Iterator[str]:
    """Letters and figure on wide screens, the figure alone on narrow ones, each only where it fits."""
    wide = _fitting(line, segment, neutral, WIDE, (f"{segment.prefix} {segment.text}", segment.text))
    narrow = _fitting(line, segment, neutral, NARROW, (segment.text,))
    for found, name in ((wide, "wb-bar__long"), (narrow, "wb-bar__short")):
        if found is not None and (wide != narrow or name == "wb-bar__long"):
            text, middle = found
            look = None if wide == narrow else name
            yield words(
                text, _percent(middle), 20, SIZE, bold=True, fill=segment.ink, anchor="middle", name=look
            )


def _fitting(
    line: Axis, segment: Segment, neutral: float | None, room: int, texts: tuple[str, ...]
) -> tuple[str, float] | None:
    """The first of the texts that fits into the part, clear of the dashed line, and where its middle lies."""
    start, end = _ends(line, segment)
    for text in texts:
        for left, right in clear_spans(start, end, neutral, 4 / room):
            if width_of(text, SIZE) + 6 <= (right - left) * room:
                return text, (left + right) / 2
    return None


def _stripes(ends: tuple[str, str], thin: bool) -> list[str]:
    """What missing scores can still add: upright stripes, which need neither a pattern nor an id."""
    middle, tall = (HEIGHT + 3, 8) if thin else (HEIGHT / 2, HEIGHT)
    heights = (middle, middle)
    return [rule(ends, heights, WHITE, tall), rule(ends, heights, QUIET, tall - 2, "2 4")]


def _upright(place: str, colour: str, width: float, dashes: str | None = None) -> str:
    return rule((place, place), (-OVERHANG, HEIGHT + OVERHANG), colour, width, dashes)
