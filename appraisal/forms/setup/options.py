"""Options as their pages send them: what they are, where they stand, and their SWOT."""

from collections.abc import Mapping
from typing import Any

from django import forms

from appraisal.core.snapshot import OptionStage, Swot
from appraisal.forms.choices import hinted
from appraisal.forms.editing import points_from, points_text
from appraisal.forms.setup.base import SetupForm, line_field, text_field
from appraisal.forms.text import PlainText

LONG = 100_000
"""Characters of several points in one box: each of them is held to the limit of a text when it is stored."""

STAGES = (
    (OptionStage.LONG_LIST.value, "On the long list", "Looked at, and not decided on."),
    (OptionStage.SHORT_LIST.value, "On the short list", "Scored, and ranked where it passes every gate."),
    (OptionStage.DROPPED.value, "Dropped", "Stays here and in print, with the reason. It can come back."),
)
SWOT = ("strengths", "weaknesses", "opportunities", "threats")


def listed_field(label: str, rows: int, **options: Any) -> PlainText:
    """A box of one point on each line."""
    return PlainText(label=label, limit=LONG, widget=forms.Textarea(attrs={"rows": rows}), **options)


class OptionForm(SetupForm):
    """What an option is. Lists come one on each line.

    With ``texts_only`` number and baseline are carried along unseen: they hold still while it is scored.
    """

    number = PlainText(
        label="Number",
        limit=300,
        help_text="As the paper counts it, such as 3. Leave it empty where the option has none.",
        widget=forms.TextInput(attrs={"class": "govuk-input--width-3", "inputmode": "numeric"}),
    )
    name = text_field("Name in full", rows=2)
    short_name = line_field(
        "Short name", help_text="A few words for tables and sentences, such as “New joint vehicle”."
    )
    proposal = listed_field("What it proposes", 6, help_text="One point on each line.")
    summary = text_field(
        "Appraisal summary",
        rows=4,
        help_text="A paragraph for members, printed beside the score. It can wait until the scores are in.",
    )
    other_names = listed_field(
        "Other names", 2, help_text="What else the papers call it, one name on each line."
    )
    baseline = forms.BooleanField(
        required=False,
        label="This is the baseline",
        help_text="What happens with no new decision. The others are compared with it; there is at most one.",
    )

    LISTS = ("proposal", "other_names")
    TELL_APART = ("number", "baseline")

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, texts_only: bool = False, **options: Any
    ) -> None:
        super().__init__(data, **options)
        self.texts_only = texts_only
        for name in self.TELL_APART if texts_only else ():
            self.fields[name].widget = forms.HiddenInput()

    def held(self, content: Any) -> dict[str, Any]:
        """The fields of an OptionInput, its lists one on each line."""
        return super().held(content) | {name: points_text(getattr(content, name)) for name in self.LISTS}

    @property
    def values(self) -> dict[str, Any]:
        """The fields of OptionInput."""
        return super().values | {name: points_from(self.cleaned_data[name]) for name in self.LISTS}

    def entry(self, name: str, index: int) -> str:
        """One point of a list as it was sent."""
        points = points_from(self.data.get(name, "")) if name in self.LISTS else ()
        return points[index] if index < len(points) else ""


class StageForm(SetupForm):
    """Where an option stands, why, and since when."""

    stage = hinted(
        STAGES, label="Where it stands", error_messages={"required": "Say where the option stands."}
    )
    reason = text_field(
        "Why",
        rows=3,
        help_text="A dropped option needs it. It is printed, so that anybody can ask whether it still holds.",
    )
    decided_on = line_field("When that was decided", help_text="In words, for example 10 January 2018.")


class AddOptionForm(OptionForm):
    """A new option, with where it stands."""

    stage = StageForm.base_fields["stage"]
    reason = StageForm.base_fields["reason"]
    decided_on = StageForm.base_fields["decided_on"]

    STANDING = ("stage", "reason", "decided_on")

    def __init__(self, data: Mapping[str, Any] | None = None, *, number: str = "") -> None:
        super().__init__(data)
        self.initial.update(number=number, stage=OptionStage.LONG_LIST.value)

    @property
    def values(self) -> dict[str, Any]:
        """The fields of OptionInput."""
        return {name: value for name, value in super().values.items() if name not in self.STANDING}

    @property
    def standing(self) -> dict[str, str]:
        """Where it stands, why, and since when."""
        return {name: self.cleaned_data[name] for name in self.STANDING}


class SwotForm(SetupForm):
    """Four lists of points, one on each line."""

    strengths = listed_field("Strengths", 4)
    weaknesses = listed_field("Weaknesses", 4)
    opportunities = listed_field("Opportunities", 4)
    threats = listed_field("Threats", 4)

    def held(self, content: Swot) -> dict[str, Any]:
        """The four lists, one point on each line."""
        return {name: points_text(getattr(content, name)) for name in SWOT}

    @property
    def values(self) -> dict[str, Any]:
        """The fields of a Swot."""
        return {name: points_from(self.cleaned_data[name]) for name in SWOT}

    def entry(self, name: str, index: int) -> str:
        """One point as it was sent."""
        points = points_from(self.data.get(name, ""))
        return points[index] if index < len(points) else ""
