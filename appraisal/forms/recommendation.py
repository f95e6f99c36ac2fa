"""The recommendation as its page sends it: one form for everything that is edited together.

Groups and bodies differ by appraisal, so the fields are made for each. Reasons keep the order
they have, which need not be that of the criteria groups; the form carries that order with it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.html import format_html

from appraisal.core.sentences import option_label
from appraisal.core.snapshot import Body, CriteriaGroup, Option, Reasons
from appraisal.forms.cell import TORN, version_field
from appraisal.forms.text import PlainText, paragraphs

LONG = 100_000
"""Characters of several texts in one box: each of them is held to the limit of a text when it is stored."""


@dataclass(frozen=True)
class Row:
    """Fields that belong together under one heading."""

    title: str
    fields: tuple[BoundField, ...]


@dataclass(frozen=True)
class Filled:
    """One field with the ``value`` it holds, and how that is ``shown`` to people."""

    name: str
    label: str
    value: str
    shown: str


class RecommendationForm(forms.Form):
    """Option, statement, reasons by group, what each body is asked and when, method followed, references."""

    statement = PlainText(label="Statement", help_text="What is recommended, in the words of the paper.")
    method_followed = PlainText(
        label="Method followed", help_text="How the options were appraised, and by whom."
    )
    references = PlainText(limit=LONG, label="References", help_text="One on each line.")
    order = forms.CharField(required=False, widget=forms.HiddenInput)
    version = version_field()
    keep = version_field(required=False)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        options: Iterable[Option],
        groups: Sequence[CriteriaGroup],
        bodies: Sequence[Body],
        reasons: Sequence[Reasons] = (),
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        self.groups = {group.id: f"{place} {group.name}" for place, group in enumerate(groups, start=1)}
        self.bodies = {body.id: ", ".join(filter(None, (body.name, body.body))) for body in bodies}
        keys = _keys(reasons, self.groups) if data is None else data.get("order", "").split()
        self.keys = [key for key in dict.fromkeys(keys) if _group(key) in self.groups]
        super().__init__(
            data, initial={**(initial or {}), **_initial(reasons, bodies), "order": " ".join(self.keys)}
        )
        self.named = {"": "None named yet"} | {one.id: option_label(one) for one in options}
        self.fields["option"] = forms.ChoiceField(
            required=False, label="Preferred option", choices=list(self.named.items())
        )
        self.fields["version"].widget = forms.HiddenInput()
        self.called: dict[str, str] = {name: str(field.label) for name, field in self.fields.items()}
        for key in self.keys:
            self._add_reasons(key)
        for body_id, name in self.bodies.items():
            self._add_ask(body_id, name)
        asked = [name for name in self.called if "-" in name]
        self.order_fields(["option", "statement", *asked, "method_followed", "references"])

    def _add_reasons(self, key: str) -> None:
        group = self.groups[_group(key)]
        self._add(
            f"heading-{key}", "Heading", f"of the reasons on {group}", limit=300, widget=forms.TextInput
        )
        self._add(
            f"reasons-{key}",
            "Reasons",
            f"on {group}",
            limit=LONG,
            help_text="Leave an empty line between paragraphs.",
        )

    def _add_ask(self, body_id: str, name: str) -> None:
        few_rows = forms.Textarea(attrs={"rows": 3})
        self._add(f"asked-{body_id}", "Asked to", f"({name})", widget=few_rows)
        self._add(f"when-{body_id}", "When", f"({name})", limit=300, widget=forms.TextInput)

    def _add(self, name: str, seen: str, heard: str, **options: Any) -> None:
        """A field whose legend says what it is about: in its own label that is only heard."""
        label = format_html('{}<span class="govuk-visually-hidden"> {}</span>', seen, heard)
        self.fields[name] = PlainText(label=label, **options)
        self.called[name] = f"{seen} {heard}"

    def clean(self) -> None:
        """Refuses a form that lost the list of its reasons on the way: they would be taken for deleted."""
        if self.groups and "order" not in self.data:
            self.add_error(None, TORN)

    @property
    def reason_rows(self) -> list[Row]:
        """Heading and reasons for each group, in the order of the recommendation."""
        return [
            Row(self.groups[_group(key)], (self[f"heading-{key}"], self[f"reasons-{key}"]))
            for key in self.keys
        ]

    @property
    def ask_rows(self) -> list[Row]:
        """What each body is asked, and when."""
        return [Row(name, (self[f"asked-{one}"], self[f"when-{one}"])) for one, name in self.bodies.items()]

    @property
    def fields_shown(self) -> list["Filled"]:
        """Each field that people see with what it holds before anything is sent."""
        return [
            Filled(name, self.called[name], held, self.named[held] if name == "option" else held)
            for name, field in self.fields.items()
            if not field.widget.is_hidden and name != "keep"
            for held in [str(self.initial.get(name, ""))]
        ]

    @property
    def reasons(self) -> tuple[Reasons, ...]:
        """The reasons as sent, after ``is_valid``."""
        sent = self.cleaned_data
        return tuple(
            Reasons(_group(key), sent[f"heading-{key}"], paragraphs(sent[f"reasons-{key}"]))
            for key in self.keys
        )

    @property
    def asks(self) -> dict[str, tuple[str, str]]:
        """What each body that was on the form is asked and when, by its id, after ``is_valid``."""
        return {
            one: (self.cleaned_data[f"asked-{one}"], self.cleaned_data[f"when-{one}"])
            for one in self.bodies
            if f"asked-{one}" in self.data
        }

    @property
    def seen(self) -> int:
        """The version that this save is made from."""
        kept = self.cleaned_data.get("keep")
        return self.cleaned_data["version"] if kept is None else kept

    def refuse(self, path: str, message: str) -> None:
        """Puts a problem, whose ``path`` is one of the appraisal file, at the field that it is about."""
        self.add_error(self._field_at(path), message)

    def _field_at(self, path: str) -> str | None:
        numbers = [int(number) for number in re.findall(r"\[(\d+)\]", path)]
        if path.startswith("recommendation.reasons") and numbers:
            given = [key for key, reasons in zip(self.keys, self.reasons, strict=True) if _says(reasons)]
            part = "heading" if path.endswith("heading") else "reasons"
            return f"{part}-{given[numbers[0]]}" if numbers[0] < len(given) else None
        if path.startswith("organisations") and numbers and numbers[0] < len(self.bodies):
            part = "when" if path.endswith("when") else "asked"
            return f"{part}-{list(self.bodies)[numbers[0]]}"
        name = re.sub(r"\[.*", "", path).rpartition(".")[2]
        return name if name in self.fields else None


def _keys(reasons: Sequence[Reasons], groups: Mapping[str, str]) -> list[str]:
    """A key for each of the reasons in their order (``outcomes.0``), and for each group that has none yet."""
    seen: dict[str, int] = {}
    keys = []
    for each in reasons:
        keys.append(f"{each.group}.{seen.get(each.group, 0)}")
        seen[each.group] = seen.get(each.group, 0) + 1
    return keys + [f"{group}.0" for group in groups if group not in seen]


def _group(key: str) -> str:
    return key.rpartition(".")[0]


def _says(reasons: Reasons) -> bool:
    return bool(reasons.heading or reasons.paragraphs)


def _initial(reasons: Sequence[Reasons], bodies: Sequence[Body]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, each in zip(_keys(reasons, {}), reasons, strict=True):
        found[f"heading-{key}"] = each.heading
        found[f"reasons-{key}"] = "\n\n".join(each.paragraphs)
    for body in bodies:
        found[f"asked-{body.id}"] = body.asked_to
        found[f"when-{body.id}"] = body.when
    return found
