"""Weights as people have them, swing weights asked one step at a time, and how scores become a total."""

import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.html import format_html

from appraisal.core.snapshot import Combine, CriteriaGroup, Line, WeightSet
from appraisal.forms.choices import hinted
from appraisal.forms.setup.base import SetupForm, figure_field, line_field, text_field

COMBINE = (
    (
        Combine.SUM.value,
        "No weights",
        (
            "A choice like any other, and printed as one: every score is added once, so a criteria group "
            "counts for more the more scored lines it has."
        ),
    ),
    (
        Combine.WEIGHTED_SUM.value,
        "Weights as entered, times scores",
        "Totals such as 96 where the weights add up to 27.",
    ),
    (
        Combine.WEIGHTED_MEAN.value,
        "Weights as shares, times scores",
        "The shares add up to 100%, so a total stands on the scale: 3.8 on a scale to 5.",
    ),
    (
        Combine.WEIGHTED_VALUE.value,
        "Weights as shares, times values from 0 to 100",
        "Needed where lines have different scales, or raw figures such as pounds or minutes.",
    ),
)
REASON = "The weights are sealed, so the history keeps why they were changed."
SWING_TOP = "100"
LETTERS = string.ascii_lowercase


@dataclass(frozen=True)
class LineRow:
    """A scored line, the box of its weight, and the share that the weight comes to."""

    line: Line
    weight: BoundField
    share: str = ""


@dataclass(frozen=True)
class GroupRows:
    """A criteria group with its scored lines; ``weight`` is None where weights stand on the lines alone."""

    number: int
    group: CriteriaGroup
    weight: BoundField | None
    rows: tuple[LineRow, ...]
    share: str = ""


class WeightsForm(SetupForm):
    """A weight set: a box for each scored line, and with ``two_levels`` one for each group that has any.

    ``levels`` says which, so that a form that is sent is read as it was shown. ``reason`` is asked for once
    the weights are sealed.
    """

    name = line_field("Name of the set", help_text="Such as “As agreed”, or whose preferences these are.")
    reason = text_field("Why the weights change", rows=2, help_text=REASON)
    levels = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        lines: Sequence[Line],
        content: Any = None,
        version: int | None = None,
        two_levels: bool = False,
        sealed: bool = False,
    ) -> None:
        self.lines = lines
        self.groups = list({line.group.id: line.group for line in lines}.values())
        super().__init__(data, content=content, version=version)
        self.two_levels = two_levels if data is None else data.get("levels") == "two"
        self.initial["levels"] = "two" if self.two_levels else "one"
        if not sealed:
            del self.fields["reason"]
        for line in lines:
            self.fields[f"sub_criteria-{line.sub_criterion.id}"] = weight_field(_called(line))
        for group in self.groups if self.two_levels else ():
            self.fields[f"groups-{group.id}"] = weight_field(
                format_html("Weight of the group {}", group.short_name or group.name)
            )

    def held(self, content: Any) -> dict[str, Any]:
        """The texts of a WeightsInput by their boxes."""
        return {
            "name": content.name,
            **{f"sub_criteria-{line}": text for line, text in content.sub_criteria.items()},
            **{f"groups-{group}": text for group, text in (content.groups or {}).items()},
        }

    @property
    def values(self) -> dict[str, Any]:
        """The fields of WeightsInput."""
        groups = {group.id: self.typed(f"groups-{group.id}") for group in self.groups}
        lines = [line.sub_criterion.id for line in self.lines]
        return {
            "name": self.typed("name"),
            "sub_criteria": {line: self.typed(f"sub_criteria-{line}") for line in lines},
            "groups": groups if self.two_levels else None,
        }

    def refuse(self, path: str, message: str) -> None:
        """Puts a problem at its box, with the line or group that it is about: many may be alike."""
        name = self.field_at(path)
        of_a_box = name is not None and name.startswith(("sub_criteria-", "groups-"))
        self.add_error(name, f"{self.fields[name].label}: {message}" if name and of_a_box else message)

    def typed(self, name: str) -> str:
        """What stands in a box, whether or not the form is in order."""
        return str(self.data.get(name, "")) if self.is_bound else str(self.initial.get(name) or "")

    @property
    def reason_given(self) -> str:
        """Why the weights change; empty where nobody was asked."""
        return self.cleaned_data.get("reason", "")

    def rows_with(self, lines: Mapping[str, str], groups: Mapping[str, str]) -> list[GroupRows]:
        """The boxes by criteria group, with the shares of lines and of groups by their ids."""
        return [
            GroupRows(
                number=int(own[0].number.rstrip(LETTERS)),
                group=group,
                weight=self[f"groups-{group.id}"] if self.two_levels else None,
                rows=tuple(
                    LineRow(line, self[f"sub_criteria-{line.sub_criterion.id}"], lines.get(name, ""))
                    for line in own
                    for name in [line.sub_criterion.id]
                ),
                share=groups.get(group.id, ""),
            )
            for group in self.groups
            for own in [[line for line in self.lines if line.group.id == group.id]]
        ]


class SwingForm(WeightsForm):
    """Swing weights: ``first`` is the line whose swing is wanted most, and counts 100."""

    first = forms.CharField(
        required=False, error_messages={"required": "Choose the swing that is wanted most."}
    )

    def __init__(self, data: Mapping[str, Any] | None = None, **options: Any) -> None:
        super().__init__(data, **options)
        weights = {name: text for name, text in self.initial.items() if name.startswith("sub_criteria-")}
        top = (name.partition("-")[2] for name, text in weights.items() if text == SWING_TOP)
        self.initial["first"] = next(top, "")
        choices = [(line.sub_criterion.id, _called(line)) for line in self.lines]
        self.fields["first"] = forms.ChoiceField(
            label="The swing that is wanted most",
            choices=choices,
            widget=forms.RadioSelect,
            error_messages={
                "required": "Choose the swing that is wanted most.",
                "invalid_choice": "This line is not scored any more. Choose another.",
            },
        )

    @property
    def values(self) -> dict[str, Any]:
        """The fields of WeightsInput: the most wanted swing counts 100."""
        values = super().values
        return values | {"sub_criteria": values["sub_criteria"] | {self.typed("first"): SWING_TOP}}


class MethodForm(SetupForm):
    """How scores become a total, and with which weight set."""

    combine = hinted(
        COMBINE, label="How scores become a total", error_messages={"required": "Choose one of these."}
    )
    weight_set = forms.ChoiceField(required=False, label="The appraisal's own weight set")
    reason = text_field("Why this changes", rows=2, help_text=REASON)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        weight_sets: Sequence[WeightSet],
        content: Any = None,
        version: int | None = None,
        sealed: bool = False,
        wanted: str = "",
    ) -> None:
        super().__init__(data, content=content, version=version)
        if wanted:
            self.initial["weight_set"] = wanted
            if self.initial.get("combine") == Combine.SUM:
                del self.initial["combine"]  # whoever wants the set to count says how it counts
        choice = self.fields["weight_set"]
        choice.choices = [("", "None"), *((one.id, one.name) for one in weight_sets)]  # type: ignore[attr-defined]
        choice.help_text = "Counts wherever weights count. The other sets stand beside it."
        if not sealed:
            del self.fields["reason"]

    @property
    def values(self) -> dict[str, Any]:
        """What ``choose_method`` takes. With no weights there is no set."""
        sent = self.cleaned_data
        none = sent["combine"] == Combine.SUM
        return {"combine": sent["combine"], "weight_set": None if none else sent["weight_set"] or None}

    @property
    def reason_given(self) -> str:
        """Why it changes; empty where nobody was asked."""
        return self.cleaned_data.get("reason", "")


class RemoveSetForm(SetupForm):
    """Taking a weight set away, with the reason where the weights are sealed."""

    reason = text_field("Why it is removed", rows=2, help_text=REASON)

    def __init__(self, data: Mapping[str, Any] | None = None, *, version: int, sealed: bool = False) -> None:
        super().__init__(data, version=version)
        if not sealed:
            del self.fields["reason"]


def weight_field(label: Any) -> forms.Field:
    """A box for a weight in any form."""
    return figure_field(label)


def _called(line: Line) -> str:
    return f"{line.number} {line.label}"
