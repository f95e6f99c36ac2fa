"""A body that takes part, and how."""

from collections.abc import Mapping
from typing import Any

from django import forms

from appraisal.forms.choices import hinted
from appraisal.forms.setup.base import SetupForm, line_field, text_field
from organisations.roles import BodyKind

PARTS = (
    ("decides", "Decides", "It decides on the recommendation for itself."),
    ("recommends", "Recommends", "It recommends to those who decide."),
    ("consulted", "Is consulted", "It is asked before anybody decides."),
    ("receives", "Receives the report", "It is told."),
)


class BodyForm(SetupForm):
    """The name only of a body that comes in; after that the body itself keeps it."""

    name = line_field(
        "Name of the body",
        help_text="Its whole name. A body of exactly this name that is on this site already is taken; "
        "else it is started.",
    )
    short_name = line_field("Short name", help_text="As this paper calls it, for tables and narrow screens.")
    kind = forms.ChoiceField(
        label="Kind of body", required=False, choices=[(kind.value, kind.label) for kind in BodyKind]
    )
    role = hinted(PARTS, label="What it does with the result", required=False)
    lead = forms.BooleanField(
        label="It leads the appraisal",
        required=False,
        help_text="Its commissioning officers set up, agree the scores, write the recommendation and move "
        "the appraisal on.",
    )
    body = line_field("Board or committee", help_text="Which part of it decides: Cabinet, Governing Body.")
    asked_to = text_field(
        "What it is asked to do", help_text="Finishes the sentence “The body is asked to …”."
    )
    when = line_field("When it is asked", help_text="In words, for example 28 March 2018.")

    def __init__(self, data: Mapping[str, Any] | None = None, **options: Any) -> None:
        super().__init__(data, **options)
        if self.is_new:
            self.initial = {"kind": BodyKind.OTHER.value, "role": "receives", **self.initial}
        else:
            del self.fields["name"]

    @property
    def values(self) -> dict[str, Any]:
        """The fields of BodyInput; a choice that was not made is the plainest one."""
        sent = {name: self.cleaned_data[name] for name in self.fields_of_service if name in self.fields}
        return {**sent, "kind": sent["kind"] or BodyKind.OTHER.value, "role": sent["role"] or "receives"}
