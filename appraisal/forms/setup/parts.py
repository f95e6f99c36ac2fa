"""What stands round the figures: one step of the way, one responsibility, one note."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from appraisal.core.snapshot import Note, Responsibility, TimelineStep
from appraisal.forms.choices import offer
from appraisal.forms.editing import points_from, points_text
from appraisal.forms.setup.base import SetupForm, line_field, text_field
from appraisal.forms.text import PlainText


class TimelineForm(SetupForm):
    """One step of the way to a decision."""

    what = text_field("What happens", rows=2)
    when = line_field("When", help_text="In words, for example 5 February 2018 or September 2018.")
    who = text_field("Who does it", rows=1)

    @property
    def part(self) -> TimelineStep:
        """The step, after ``is_valid``."""
        return TimelineStep(**self.values)


class ResponsibilityForm(SetupForm):
    """What one of those involved would do under the proposal."""

    who = line_field("Who", help_text="For example: commissioner, provider, shared.")
    items = PlainText(label="What they would do", limit=100_000, help_text="One on each line.")

    def held(self, content: Any) -> dict[str, Any]:
        """Who, and the points in one box."""
        return {"who": content.who, "items": points_text(content.items)}

    @property
    def part(self) -> Responsibility:
        """Who does what, after ``is_valid``."""
        return Responsibility(self.cleaned_data["who"], points_from(self.cleaned_data["items"]))

    def entry(self, name: str, index: int) -> str:
        """One of the points."""
        listed = points_from(self.data.get("items", "")) if name == "items" else ()
        return listed[index] if index < len(listed) else ""


class NoteForm(SetupForm):
    """A note on the data: what it is about, from (value, label) pairs, and its words."""

    about = forms.ChoiceField(label="What it is about", required=False)
    text = text_field("Note", help_text="Printed with what it is about.")

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, subjects: Iterable[tuple[str, str]], **options: Any
    ) -> None:
        super().__init__(data, **options)
        offer(self, "about", subjects)

    @property
    def part(self) -> Note:
        """The note, after ``is_valid``."""
        return Note(**self.values)
