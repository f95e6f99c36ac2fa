"""Figures -> SVG, the same bytes for the same figures; a table with the same figures stands beside each.

Presentation attributes only, so that a strict Content-Security-Policy and WeasyPrint both draw it; the title
is what a screen reader and the PDF's tags say of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from xml.sax.saxutils import escape, quoteattr

from appraisal.core.evaluation import Evaluation, OptionResult
from appraisal.core.figures import written
from appraisal.core.sentences import option_heading
from appraisal.core.sentences.totals import place_words, second_name, total_words
from appraisal.core.snapshot import Snapshot

FAMILY = "Source Sans 3, Arial, sans-serif"
INK, QUIET, RULE = "#0b0c0c", "#505a5f", "#0b0c0c"
GROUPS = (
    ("#206095", "#ffffff"),
    ("#118c7b", "#0b0c0c"),
    ("#871a5b", "#ffffff"),
    ("#a8bd3a", "#0b0c0c"),
    ("#27a0cc", "#0b0c0c"),
    ("#f66068", "#0b0c0c"),
    ("#746cb1", "#ffffff"),
    ("#003c57", "#ffffff"),
)
"""Ground and ink of each criteria group, in order; a ninth group begins again."""

ROW, BAR, GAP = 46, 28, 2
NARROW = 520
"""Below this width the names stand above the bars, where they can be read."""

LETTER = Fraction(56, 100)
"""Width of a letter in parts of its size, on the wide side."""


@dataclass(frozen=True)
class Frame:
    """Where things stand in the picture: the bars from ``left`` to ``right``, rows of ``row`` each.

    The axis runs from ``zero`` (0, or the lowest possible total where that is below 0) to ``top``.
    """

    left: int
    right: int
    row: int
    drop: int
    zero: Fraction
    top: Fraction

    def x(self, figure: Fraction) -> float:
        """The place of a total on the axis."""
        share = (figure - self.zero) / (self.top - self.zero)
        return round(float(self.left + share * (self.right - self.left)), 2)


def stacked_bars(
    snapshot: Snapshot, evaluation: Evaluation, *, width: int = 1000, order: Sequence[str] | None = None
) -> str:
    """The ranked options as bars of group totals, or "" where there is no scale to draw on.

    ``order`` is option ids; left out, rank order. A missing score is drawn as what it is: the bar is full to
    the lowest total, and open from there to the highest.
    """
    if evaluation.lowest_possible is None or evaluation.highest_possible is None or not evaluation.ranked:
        return ""
    results = [evaluation.by_id[option] for option in order or [] if evaluation.by_id[option].ranked]
    results = results or list(evaluation.ranked)
    frame = _frame(evaluation, width)
    height = frame.row * len(results) + 8
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {width} {height}" '
            f'width="{width}" height="{height}" font-family={quoteattr(FAMILY)} font-size="15">'
        ),
        f"<title>{escape(_title(snapshot, evaluation, results))}</title>",
        f"<desc>{escape(_description(evaluation, frame))}</desc>",
    ]
    for place, result in enumerate(results):
        parts += _row(snapshot, evaluation, frame, result, place * frame.row + 4, width)
    parts += _neutral(evaluation, frame, height)
    return "".join((*parts, "</svg>"))


def _frame(evaluation: Evaluation, width: int) -> Frame:
    lowest, highest = evaluation.lowest_possible or Fraction(0), evaluation.highest_possible or Fraction(0)
    zero = min(Fraction(0), lowest)
    top = highest if highest > zero else zero + 1
    if width < NARROW:
        return Frame(0, width - 64, ROW + 22, 22, zero, top)
    return Frame(width * 23 // 100, width - 110, ROW, 8, zero, top)


def _title(snapshot: Snapshot, evaluation: Evaluation, results: Sequence[OptionResult]) -> str:
    """What the picture says, for those who cannot see it."""
    headings = {result.id: option_heading(snapshot.option[result.id]) for result in results}
    totals = [
        f"{headings[result.id]} {total_words(result)} ({place_words(evaluation, result)})"
        for result in results
    ]
    return f"Total score of each option by criteria group: {', '.join(totals)}."


def _description(evaluation: Evaluation, frame: Frame) -> str:
    words = f"Bars run from {written(frame.zero)} to {written(frame.top)}, the highest possible total."
    if evaluation.neutral_total is not None:
        words += f" The dashed line is {written(evaluation.neutral_total)}, the neutral point on every line."
    return f"{words} The table beside the picture has the same figures."


def _row(
    snapshot: Snapshot, evaluation: Evaluation, frame: Frame, result: OptionResult, top: int, width: int
) -> Iterator[str]:
    option = snapshot.option[result.id]
    bar = top + frame.drop
    narrow = frame.left == 0
    place, heading, name = place_words(evaluation, result), option_heading(option), second_name(option)
    if narrow:
        yield _text(0, top + 15, _fit(f"{place} · {heading} · {name}".rstrip(" ·"), width - 8, 14), size=14)
    else:
        yield _text(0, bar + 19, place, bold=True)
        yield _text(
            frame.left * 30 // 100, bar + (11 if name else 19), _fit(heading, frame.left * 66 // 100, 15)
        )
        yield _text(
            frame.left * 30 // 100, bar + 27, _fit(name, frame.left * 66 // 100, 13), size=13, fill=QUIET
        )
    yield from _segments(snapshot, evaluation, frame, result, bar)
    yield _text(width - 4, bar + 20, total_words(result), size=18, bold=True, anchor="end")


def _segments(
    snapshot: Snapshot, evaluation: Evaluation, frame: Frame, result: OptionResult, y: int
) -> Iterator[str]:
    """A box a group, each from where the last one ended; then what is still open."""
    at = frame.zero
    prefixes = _prefixes(snapshot)
    for place, group in enumerate(snapshot.groups):
        if group.id not in result.group_ranges:
            continue
        total = result.group_totals.get(group.id)
        figure = total if total is not None else result.group_ranges[group.id][0]
        if frame.zero < 0:  # a part counts from its own lowest, so that no bar runs backwards
            figure -= evaluation.group_ranges_possible[group.id][0]
        left, right = frame.x(at), frame.x(at + figure)
        ground, ink = GROUPS[place % len(GROUPS)]
        wide = max(0.0, round(right - left - GAP, 2))
        yield f'<rect x="{left}" y="{y}" width="{wide}" height="{BAR}" fill="{ground}"/>'
        words = written(total) if total is not None else ""
        for label in (f"{prefixes[place]} {words}", words):
            if words and len(label) * 14 * LETTER < wide:
                yield _text(left + wide / 2, y + 19, label, size=14, bold=True, fill=ink, anchor="middle")
                break
        at += figure
    if result.floor is not None and result.ceiling is not None and result.ceiling > result.floor:
        left, right = frame.x(result.floor), frame.x(result.ceiling)
        yield (
            f'<rect x="{left}" y="{y + 1}" width="{round(right - left, 2)}" height="{BAR - 2}" fill="none" '
            f'stroke="{INK}" stroke-width="1.5" stroke-dasharray="2 3"/>'
        )


def _prefixes(snapshot: Snapshot) -> list[str]:
    """The first letters of each group's name, or its number where two groups begin alike."""
    heads = [(group.short_name or group.name)[:3].rstrip() for group in snapshot.groups]
    return heads if len(set(heads)) == len(heads) else [str(place) for place in range(1, len(heads) + 1)]


def _neutral(evaluation: Evaluation, frame: Frame, height: int) -> Iterator[str]:
    if evaluation.neutral_total is not None:
        x = frame.x(evaluation.neutral_total)
        yield (
            f'<line x1="{x}" y1="0" x2="{x}" y2="{height}" stroke="{RULE}" stroke-width="1.5" '
            'stroke-dasharray="5 4"/>'
        )


def _text(
    x: float,
    y: float,
    text: str,
    *,
    size: int = 15,
    bold: bool = False,
    fill: str = INK,
    anchor: str = "start",
) -> str:
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text x="{round(x, 2)}" y="{y}" font-size="{size}"{weight} fill="{fill}" '
        f'text-anchor="{anchor}">{escape(text)}</text>'
    )


def _fit(text: str, width: float, size: int) -> str:
    """The text, shortened with an ellipsis where it would run into the bars; the table has it whole."""
    room = int(width / float(size * LETTER))
    return text if len(text) <= room else f"{text[: max(1, room - 1)].rstrip()}…"
