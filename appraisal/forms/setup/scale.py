"""A scale: its ends and steps, the neutral point, and what its points mean in words."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from appraisal.core.figures import number_text
from appraisal.core.snapshot import number_from
from appraisal.forms.setup.base import INDEX, SetupForm, figure_field, line_field

MOST_POINTS = 21
"""A scale of more points has no box for each of them: only those with words, and a few for further ones."""

SPARE = 3
ROW = re.compile(r"(?:point|words)-\d+")


class ScaleForm(SetupForm):
    """Lowest, highest, step and neutral point; and a box of words for each point, once they are known.

    The words of row N are ``words-N``, its point is ``point-N``: hidden where it follows from the scale, so
    that words stay with their point when the ends are changed. With ``fixed`` only words can be changed.
    """

    lo = figure_field("Lowest score", help_text="For example 1.")
    hi = figure_field("Highest score", help_text="For example 5.")
    step = figure_field("Step", help_text="1, or 0.5 for halves.")
    neutral = figure_field("Neutral point", help_text="“No impact”. May be empty.")

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        content: Any = None,
        version: int | None = None,
        fixed: bool = False,
    ) -> None:
        self.listed: list[tuple[str, str]] = []
        if data is None:
            scale = None if content is None else points_between(content.lo, content.hi, content.step)
            listed = _rows(scale, () if content is None else content.points)
        else:
            scale = points_between(*(data.get(name, "").strip() for name in ("lo", "hi", "step")))
            listed = _rows(scale, _sent(data))
            others = {name: data.get(name) for name in data if not ROW.fullmatch(name)}
            data = {**others, **_numbered(listed)}
        super().__init__(data, content=content, version=version)
        if content is None:
            self.initial["step"] = "1"
        if fixed:
            for name in ("lo", "hi", "step", "neutral"):
                self.fields[name].widget = forms.HiddenInput()
        self.listed = listed
        for number, (value, words) in enumerate(listed):
            self._add_row(number, value, words, fixed=value in (scale or ()))

    def _add_row(self, number: int, value: str, words: str, *, fixed: bool) -> None:
        self.fields[f"point-{number}"] = figure_field(f"Point in row {number + 1}", initial=value)
        if fixed:
            self.fields[f"point-{number}"].widget = forms.HiddenInput()
        label = f"What {value} means" if value else f"What the point in row {number + 1} means"
        self.fields[f"words-{number}"] = line_field(label, initial=words)

    def held(self, content: Any) -> dict[str, Any]:
        """The ends, and the words that stand at the points of this form; nothing where there is no scale."""
        if content is None:
            return {}
        held, words = super().held(content), dict(content.points)
        return held | {f"words-{row}": words.get(value, "") for row, (value, _) in enumerate(self.listed)}

    @property
    def rows(self) -> list[tuple[BoundField, BoundField]]:
        """Point and words of each row."""
        return [(self[f"point-{row}"], self[f"words-{row}"]) for row in range(len(self.listed))]

    @property
    def values(self) -> dict[str, Any]:
        """The fields of ScaleInput; a row without words says nothing."""
        sent = self.cleaned_data
        points = tuple((sent[f"point-{row}"], sent[f"words-{row}"]) for row in self._filled)
        return {**super().values, "points": points}

    @property
    def span(self) -> str:
        """``1 to 5``, after ``is_valid``."""
        return "{lo} to {hi}".format(**self.cleaned_data)

    @property
    def _filled(self) -> list[int]:
        """The rows that have words."""
        return [row for row in range(len(self.listed)) if self.cleaned_data.get(f"words-{row}")]

    def field_at(self, path: str) -> str | None:
        """The field of a path: ``scale.points[2].value`` is the row of the third point that was sent."""
        index = INDEX.search(path)
        if index and "points" in path and int(index[1]) < len(self._filled):
            row = self._filled[int(index[1])]
            hidden = self.fields[f"point-{row}"].widget.is_hidden
            return f"point-{row}" if path.endswith("value") and not hidden else f"words-{row}"
        return super().field_at(path.removeprefix("scale."))


def points_between(lo: str, hi: str, step: str) -> list[str] | None:
    """The points of a scale as numbers are written: none where they are too many for a box each.

    None where this is no scale.
    """
    try:
        lowest, highest, width = number_from(lo), number_from(hi), number_from(step or "1")
    except ValueError:
        return None
    if lowest >= highest or width <= 0:
        return None
    if (highest - lowest) / width > MOST_POINTS - 1:
        return []
    count = int((highest - lowest) / width) + 1
    return [number_text(lowest + place * width) for place in range(count)]


def _rows(scale: list[str] | None, points: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """A row for each point of the scale, and for words at any other point: the point and its words."""
    listed = [(_plain(value), words) for value, words in points if value.strip() or words.strip()]
    if not scale:
        return listed if scale is None else [*listed, *[("", "")] * SPARE]
    placed: dict[str, str] = dict.fromkeys(scale, "")
    strays = []
    for value, words in listed:
        if placed.get(value) == "":
            placed[value] = words
        elif words:
            strays.append((value, words))
    return [*placed.items(), *strays]


def _plain(value: str) -> str:
    """A number as it is always written, or the text as it was typed."""
    try:
        return number_text(number_from(value.strip()))
    except ValueError:
        return value.strip()


def _sent(data: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The rows of a form that was sent, in their order."""
    numbers = sorted(
        int(name.removeprefix("words-")) for name in data if re.fullmatch(r"words-\d{1,4}", name)
    )
    return [(data.get(f"point-{number}", ""), data.get(f"words-{number}", "")) for number in numbers]


def _numbered(rows: list[tuple[str, str]]) -> dict[str, str]:
    return {
        name: text
        for number, (value, words) in enumerate(rows)
        for name, text in ((f"point-{number}", value), (f"words-{number}", words))
    }
