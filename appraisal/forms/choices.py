"""Choices that say what each of them means."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django import forms


class HintedRadios(forms.RadioSelect):
    """Radio buttons, some of them with a sentence beneath; ``hints`` is by value."""

    def __init__(self, hints: Mapping[str, str] | None = None, **options: Any) -> None:
        self.hints = hints or {}
        super().__init__(**options)

    def create_option(self, name: str, value: Any, *args: Any, **options: Any) -> dict[str, Any]:
        """Django's choice, with its hint and an input that names it."""
        option = super().create_option(name, value, *args, **options)
        hint = self.hints.get(str(value), "")
        if hint and "id" in option["attrs"]:
            option["hint"], option["hint_id"] = hint, f"{option['attrs']['id']}_hint"
            option["attrs"]["aria-describedby"] = option["hint_id"]
        return option


def hinted(choices: Iterable[tuple[str, str, str]], **options: Any) -> forms.ChoiceField:
    """A field of radio buttons from (value, label, hint) each."""
    choices = tuple(choices)
    return forms.ChoiceField(
        choices=[(value, label) for value, label, _ in choices],
        widget=HintedRadios({value: hint for value, _, hint in choices}),
        **options,
    )


def offer(form: forms.Form, name: str, choices: Iterable[tuple[str, str]]) -> forms.ChoiceField:
    """Gives a field of a form the choices that this page has, (value, label) each; gives that field."""
    field = cast(forms.ChoiceField, form.fields[name])
    field.choices = list(choices)
    return field
