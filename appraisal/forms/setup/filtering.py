"""What the long list is held against, and how one option does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.html import format_html

from appraisal.core.snapshot import FactorKind, SuccessFactor, Verdict
from appraisal.forms.choices import hinted
from appraisal.forms.setup.base import SetupForm, text_field

VERDICTS = (
    ("", "Not looked at"),
    (Verdict.MEETS.value, "Meets"),
    (Verdict.PART.value, "Meets in part"),
    (Verdict.FAILS.value, "Fails"),
    (Verdict.WORDS.value, "In words only"),
)
KINDS = (
    (
        FactorKind.CRITICAL_SUCCESS_FACTOR.value,
        "A critical success factor",
        "What an option must have to be considered successful.",
    ),
    (FactorKind.OBJECTIVE.value, "An objective", "What the programme wants to bring about."),
)


@dataclass(frozen=True)
class FactorRow:
    """The two fields of one success factor under its name."""

    title: str
    kind: str
    verdict: BoundField
    words: BoundField


class FilterForm(SetupForm):
    """One option against each success factor: a verdict, and the words that say why."""

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        factors: Sequence[SuccessFactor],
        content: Mapping[str, Any] | None = None,
        version: int | None = None,
    ) -> None:
        self.factors = factors
        super().__init__(data, content=content, version=version)
        for factor in factors:
            self._add(factor)

    def _add(self, factor: SuccessFactor) -> None:
        heard = format_html('<span class="govuk-visually-hidden"> on {}</span>', factor.name)
        self.fields[f"filter-{factor.id}-verdict"] = forms.ChoiceField(
            required=False,
            label=format_html("How it does{}", heard),
            choices=VERDICTS,
            widget=forms.RadioSelect,
        )
        self.fields[f"filter-{factor.id}-words"] = text_field(format_html("Why{}", heard), rows=2)

    def held(self, content: Mapping[str, Any]) -> dict[str, Any]:
        """Verdicts and words by success factor; one that nobody looked at has none."""
        found = {}
        for factor, given in content.items():
            found[f"filter-{factor}-verdict"] = str(given.verdict)
            found[f"filter-{factor}-words"] = given.words
        return found

    @property
    def rows(self) -> list[FactorRow]:
        """The fields by success factor."""
        kinds = {kind: label.partition(" ")[2].capitalize() for kind, label, _ in KINDS}
        return [
            FactorRow(
                factor.name,
                kinds[str(factor.kind)],
                self[f"filter-{factor.id}-verdict"],
                self[f"filter-{factor.id}-words"],
            )
            for factor in self.factors
        ]

    @property
    def values(self) -> dict[str, tuple[str, str]]:
        """(verdict, words) by the id of the success factor; the verdict may be empty."""
        sent = self.cleaned_data
        return {
            factor.id: (sent[f"filter-{factor.id}-verdict"], sent[f"filter-{factor.id}-words"])
            for factor in self.factors
        }


class FactorForm(SetupForm):
    """What the long list is held against."""

    name = text_field("Name", rows=2, help_text="Such as “Affordability”, or an objective in a sentence.")
    kind = hinted(
        KINDS,
        label="What it is",
        error_messages={"required": "Say whether it is a critical success factor or an objective."},
    )
