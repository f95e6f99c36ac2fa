"""The ranked options as one picture with its own text: for print, and wherever a picture stands alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from appraisal.charts.segments import ZERO, Axis, Group, Segment, axis, clear_spans, groups, segments
from appraisal.charts.svg import (
    FAMILY,
    INK,
    QUIET,
    WHITE,
    box,
    element,
    rule,
    titled,
    width_of,
    words,
    wrapped,
)
from appraisal.core.evaluation import Evaluation, OptionResult
from appraisal.core.sentences import chart_caption, option_heading
from appraisal.core.sentences.totals import group_total_words, place_words, second_name, total_words
from appraisal.core.snapshot import Snapshot

BAR, GAP, PAD, OVERHANG = 26, 2, 6, 5
PLACE, NAME, SMALL, TOTAL, LETTERS = 15, 15, 13, 18, 14
LEAD = 17
"""From one line of small text to the next."""

NARROW = 560
"""Below this width names stand above their bars."""

MOST_TOLD = 12
"""So many options are read out in the title; the table beside the picture has them all."""


@dataclass(frozen=True)
class Frame:
    """Where things stand: names from ``name``, bars from ``left`` to ``right``, totals end at ``width``."""

    width: int
    name: float
    left: float
    right: float
    line: Axis

    @property
    def stacked(self) -> bool:
        """Whether names stand above their bars."""
        return self.left == 0

    def at(self, figure: Fraction) -> float:
        """Where a figure lies, in the units of the picture."""
        return self.left + self.line.share(figure) * (self.right - self.left)


@dataclass(frozen=True)
class Row:
    """One option's row: the lines of its name and how tall that makes it."""

    result: OptionResult
    place: str
    heading: list[str]
    name: list[str]
    total: str
    height: float


def stacked_bars(
    snapshot: Snapshot, evaluation: Evaluation, *, width: int = 1000, order: Sequence[str] | None = None
) -> str:
    """The ranked options as bars of group totals in a picture ``width`` wide; "" where there is none to draw.

    ``order`` names the options by id; left out, all the ranked in rank order. Unranked ones are never drawn.
    """
    return "".join(_parts(snapshot, evaluation, width, order, None))


def stacked_bars_in_parts(
    snapshot: Snapshot,
    evaluation: Evaluation,
    *,
    width: int = 1000,
    tallest: int,
    order: Sequence[str] | None = None,
) -> tuple[str, ...]:
    """The same as pictures no taller than ``tallest``, since a picture cannot break across pages.

    Each has the legend, the caption and the axis of all. A row that is taller alone has a picture to itself.
    """
    return tuple(_parts(snapshot, evaluation, width, order, tallest))


def _parts(
    snapshot: Snapshot, evaluation: Evaluation, width: int, order: Sequence[str] | None, tallest: int | None
) -> Iterator[str]:
    results = [result for result in _ordered(evaluation, order) if result.floor is not None]
    shown = groups(snapshot, evaluation)
    if not results or not shown:
        return
    frame = _frame(evaluation, results, width)
    rows = [_row(snapshot, evaluation, frame, result) for result in results]
    legend, used = _legend(shown, width)
    caption = wrapped(chart_caption(snapshot, evaluation), width - frame.left, SMALL)
    beside = used + PAD + LEAD * len(caption) + PAD
    for part in _split(rows, None if tallest is None else tallest - beside):
        height = beside + sum(row.height for row in part)
        drawn = [*legend, *_drawn_rows(evaluation, frame, shown, part, used + PAD)]
        below = height - LEAD * len(caption)
        drawn += _lines(caption, frame.left, below + SMALL - 3, SMALL, QUIET)
        told = titled(_title(snapshot, evaluation, part), _description(snapshot, evaluation, shown, part))
        yield _svg(width, height, told + "".join(drawn))


def _ordered(evaluation: Evaluation, order: Sequence[str] | None) -> Sequence[OptionResult]:
    if order is None:
        return evaluation.ranked
    return [evaluation.by_id[option] for option in order if evaluation.by_id[option].ranked]


def _svg(width: int, height: float, content: str) -> str:
    size = {"viewBox": f"0 0 {width} {round(height)}", "width": width, "height": round(height)}
    look = {"role": "img", "font-family": FAMILY, "fill": INK}
    return element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size, **look}, content)


def _frame(evaluation: Evaluation, results: Sequence[OptionResult], width: int) -> Frame:
    """Columns as wide as what they hold; the bars have the rest, or the whole width where that is little."""
    places = max(width_of(place_words(evaluation, result), PLACE) for result in results)
    totals = max(width_of(total_words(result), TOTAL) for result in results)
    line = axis(evaluation)
    if width < NARROW:
        return Frame(width, min(places + 12, width / 3), 0, width, line)
    left = places + 12 + 0.2 * width
    return Frame(width, places + 12, left, width - totals - 14, line)


def _row(snapshot: Snapshot, evaluation: Evaluation, frame: Frame, result: OptionResult) -> Row:
    option = snapshot.option[result.id]
    total = total_words(result)
    room = (frame.width - width_of(total, TOTAL) if frame.stacked else frame.left) - frame.name - 12
    heading = wrapped(option_heading(option), room, NAME)
    name = wrapped(second_name(option), room, SMALL)
    text = LEAD * (len(heading) + len(name))
    height = text + BAR + 2 * PAD + 8 if frame.stacked else max(text, BAR) + 2 * PAD
    return Row(result, place_words(evaluation, result), heading, name, total, height)


def _split(rows: Sequence[Row], room: float | None) -> Iterator[list[Row]]:
    part: list[Row] = []
    for row in rows:
        if part and room is not None and sum(one.height for one in part) + row.height > room:
            yield part
            part = []
        part.append(row)
    yield part


def _drawn_rows(
    evaluation: Evaluation, frame: Frame, shown: Sequence[Group], rows: Sequence[Row], top: float
) -> Iterator[str]:
    for row in rows:
        text = LEAD * (len(row.heading) + len(row.name))
        bar = top + row.height - PAD - BAR if frame.stacked else top + (row.height - BAR) / 2
        start = top + PAD if frame.stacked else top + (row.height - text) / 2
        middle = start + 14 if frame.stacked else bar + 18
        yield words(row.place, 0, middle, PLACE, bold=True)
        yield from _lines(row.heading, frame.name, start + 13, NAME)
        yield from _lines(row.name, frame.name, start + 12 + LEAD * len(row.heading), SMALL, QUIET)
        yield words(row.total, frame.width, middle + 1, TOTAL, bold=True, anchor="end")
        yield from _bar(evaluation, frame, shown, row.result, bar)
        top += row.height


def _bar(
    evaluation: Evaluation, frame: Frame, shown: Sequence[Group], result: OptionResult, y: float
) -> Iterator[str]:
    """The parts, what is still open, the lines across, and last the letters, so that no line crosses them."""
    parts = list(segments(shown, result))
    neutral = None if evaluation.neutral_total is None else frame.at(evaluation.neutral_total)
    for segment in parts:
        yield from _part(frame, segment, y)
    yield from _still_open(frame, result, y)
    yield from _uprights(frame, result, neutral, y)
    for segment in parts:
        yield from _letters(frame, segment, neutral, y)


def _lines(lines: Sequence[str], x: float, y: float, size: int, fill: str | None = None) -> Iterator[str]:
    for place, line in enumerate(lines):
        yield words(line, x, y + LEAD * place, size, fill=fill)


def _ends(frame: Frame, segment: Segment) -> tuple[float, float]:
    """Left and right of a part, less the white gap behind it."""
    left, right = sorted((frame.at(segment.start), frame.at(segment.end)))
    return left, right - GAP


def _part(frame: Frame, segment: Segment, y: float) -> Iterator[str]:
    left, right = _ends(frame, segment)
    if right <= left:
        return
    if segment.edge is None:
        yield box(left, y, right - left, BAR, segment.ground)
    else:
        yield box(left + 1, y + 1, max(right - left - 2, 0.5), BAR - 2, segment.ground, segment.edge)


def _letters(frame: Frame, segment: Segment, neutral: float | None, y: float) -> Iterator[str]:
    """The group's letters and figure, or the figure alone, where there is room clear of the dashed line."""
    left, right = _ends(frame, segment)
    for text in (f"{segment.prefix} {segment.text}", segment.text):
        for start, end in clear_spans(left, right, neutral, 4):
            if width_of(text, LETTERS) + 6 <= end - start:
                middle = (start + end) / 2
                yield words(text, middle, y + 18, LETTERS, bold=True, fill=segment.ink, anchor="middle")
                return


def _still_open(frame: Frame, result: OptionResult, y: float) -> Iterator[str]:
    """Stripes from the lowest to the highest total still possible; a thin band where parts are below 0."""
    if result.floor is None or result.ceiling is None or result.floor == result.ceiling:
        return
    tall, middle = (8, y + BAR + 1) if frame.line.low < 0 else (BAR, y + BAR / 2)
    ends, heights = (frame.at(result.floor), frame.at(result.ceiling)), (middle, middle)
    yield rule(ends, heights, WHITE, tall)
    yield rule(ends, heights, QUIET, tall - 2, "2 4")


def _uprights(frame: Frame, result: OptionResult, neutral: float | None, y: float) -> Iterator[str]:
    """The line at 0 and the total's own mark where totals can be below 0, and the dashed neutral line."""

    def upright(x: float, colour: str, width: float, dashes: str | None = None) -> str:
        return rule((x, x), (y - OVERHANG, y + BAR + OVERHANG), colour, width, dashes)

    if frame.line.low < 0:
        yield upright(frame.at(ZERO), INK, 1)
    if frame.line.low < 0 and result.floor is not None and result.floor == result.ceiling:
        yield upright(frame.at(result.floor), WHITE, 6)
        yield upright(frame.at(result.floor), INK, 3)
    if neutral is not None:
        yield upright(neutral, WHITE, 1.5)
        yield upright(neutral, INK, 1.5, "5 4")


def _legend(shown: Sequence[Group], width: int) -> tuple[list[str], float]:
    """The groups with their letters, colours and highest totals, in lines as wide as the picture."""
    drawn: list[str] = []
    x, y = 0.0, 0.0
    for group in shown:
        text = f"{group.prefix} – {group.name} ({group.possible})"
        lines = wrapped(text, width - 22, NAME)
        long = 22 + max(width_of(line, NAME, bold=False) for line in lines)
        if x and x + long > width:
            x, y = 0.0, y + 22
        drawn.append(box(x, y + 2, 14, 14, group.colours[0]))
        drawn += _lines(lines, x + 22, y + 14, NAME)
        x, y = x + long + 18, y + LEAD * (len(lines) - 1)
    return drawn, y + 22


def _title(snapshot: Snapshot, evaluation: Evaluation, rows: Sequence[Row]) -> str:
    """What the picture says in a sentence, for those who cannot see it."""
    told = [f"{option_heading(snapshot.option[row.result.id])} {row.total} ({row.place})" for row in rows]
    more = f" and {len(told) - MOST_TOLD} more" if len(told) > MOST_TOLD else ""
    return f"Total of each ranked option by criteria group: {', '.join(told[:MOST_TOLD])}{more}."


def _description(
    snapshot: Snapshot, evaluation: Evaluation, shown: Sequence[Group], rows: Sequence[Row]
) -> str:
    """The parts of each bar, and what the lines and stripes mean."""
    told = []
    for row in rows[:MOST_TOLD]:
        parts = [f"{group.name} {group_total_words(row.result, group.id)}" for group in shown]
        told.append(f"{option_heading(snapshot.option[row.result.id])}: {', '.join(parts)}.")
    return f"{' '.join(told)} {chart_caption(snapshot, evaluation)}"
