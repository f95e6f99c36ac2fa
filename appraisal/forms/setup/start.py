"""Starting an appraisal, and keeping its criteria for the next ones."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from appraisal.forms.choices import HintedRadios, hinted, offer
from appraisal.forms.setup.base import SetupForm, line_field, name_field, text_field

Choices = Iterable[tuple[str, str]]

SLUG_HELP = (
    "Names the appraisal in files and commands, for example library-2026: letters without accents, figures "
    "and hyphens. Left empty, it is made from the title."
)
WITH_SCORES = (
    (
        "no",
        "Without its scores",
        "Options, criteria, scale and weights come over; every cell is empty, and the set-up is open.",
    ),
    ("yes", "With its scores", "Scores and rationales come over as well."),
)


def _choice(label: str, missing: str, **options: Any) -> forms.ChoiceField:
    """A choice that must be made, from what is given to the form."""
    gone = "This cannot be chosen any more. Choose again."
    return forms.ChoiceField(
        label=label, error_messages={"required": missing, "invalid_choice": gone}, **options
    )


class _StartForm(SetupForm):
    """The body that leads, the title, and the name in files."""

    organisation = _choice("Which body leads it", "Choose the body that leads it.")
    title = name_field("Title", help_text="As it will stand at the head of the paper.")
    slug = line_field("Name in files", help_text=SLUG_HELP)

    PATHS = {"organisation_id": "organisation"}

    def __init__(self, data: Mapping[str, Any] | None = None, *, bodies: Choices, **options: Any) -> None:
        super().__init__(data, **options)
        offer(self, "organisation", bodies)


class StartForm(_StartForm):
    """From a criteria template: (id, name, description) each, the blank one among them."""

    template = _choice("Criteria to begin with", "Choose the criteria to begin with.", widget=HintedRadios())

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        templates: Iterable[tuple[str, str, str]],
        chosen: str = "",
        **options: Any,
    ) -> None:
        super().__init__(data, **options)
        templates = list(templates)
        field = offer(self, "template", [(key, name) for key, name, _ in templates])
        field.widget.hints = {key: description for key, _, description in templates}
        self.initial["template"] = chosen
        self.order_fields(["template", "organisation", "title", "slug"])


class CopyForm(_StartForm):
    """As a copy of an appraisal that the person sees."""

    source = _choice("The appraisal to copy", "Choose the appraisal to copy.")
    scores = hinted(WITH_SCORES, label="What comes over", required=False)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        sources: Choices,
        chosen: str = "",
        **options: Any,
    ) -> None:
        super().__init__(data, **options)
        offer(self, "source", sources)
        self.initial.update(source=chosen, scores="no")
        self.order_fields(["source", "scores", "organisation", "title", "slug"])


class TemplateForm(SetupForm):
    """The criteria of an appraisal, kept by a body for its next ones."""

    organisation = _choice("Which body keeps it", "Choose the body that keeps it.")
    name = line_field("Name of the template", help_text="Under this name it is offered when one starts.")
    description = text_field("What it is for", rows=2)

    PATHS = {"organisation_id": "organisation"}

    def __init__(self, data: Mapping[str, Any] | None = None, *, bodies: Choices, **options: Any) -> None:
        super().__init__(data, **options)
        offer(self, "organisation", bodies)
