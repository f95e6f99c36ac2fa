"""What every form of the set-up has: fields that stay as typed, and what stands as their first values."""

import re
from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms

from appraisal.forms.editing import EditForm
from appraisal.forms.text import PlainText, shortened

INDEX = re.compile(r"\[(\d+)\]")


def line_field(label: str, **options: Any) -> PlainText:
    """A field of one line: a name, a date in words."""
    return PlainText(label=label, limit=300, widget=forms.TextInput(), **options)


def name_field(label: str, **options: Any) -> PlainText:
    """A field for a name that may run over two lines on the screen; it is one line when it is stored."""
    return PlainText(label=label, limit=300, widget=forms.Textarea(attrs={"rows": 2}), **options)


def text_field(label: str, *, rows: int = 3, **options: Any) -> PlainText:
    """A field of running text."""
    return PlainText(label=label, widget=forms.Textarea(attrs={"rows": rows}), **options)


def figure_field(label: str, **options: Any) -> PlainText:
    """A field for a number as it is typed: whether it is one a service says."""
    attrs = {"class": "govuk-input--width-5", "inputmode": "decimal", "autocomplete": "off"}
    return PlainText(label=label, limit=300, widget=forms.TextInput(attrs=attrs), **options)


class SetupForm(EditForm):
    """A form of one thing of the set-up; without a ``version`` it is of a new one.

    What is wrong with a name or a figure a service says, so that every field may be empty.
    """

    PATHS: ClassVar[Mapping[str, str]] = {}
    """Names of fields by the path that the service gives, where the two differ."""

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, content: Any = None, version: int | None = None
    ) -> None:
        held = {} if content is None else self.held(content)
        super().__init__(data, initial={**held, "version": version})
        self.is_new = version is None
        if self.is_new:
            del self.fields["version"], self.fields["keep"]

    def held(self, content: Any) -> dict[str, Any]:
        """What each field holds where ``content`` stands: by default what carries its name."""
        return {name: getattr(content, name) for name in self.fields_of_service if hasattr(content, name)}

    @property
    def fields_of_service(self) -> list[str]:
        """The names of the fields that people fill in."""
        return [name for name in self.base_fields if name not in ("version", "keep")]

    @property
    def values(self) -> dict[str, Any]:
        """What was sent, by the names that the service gives it, after ``is_valid``."""
        return {name: self.cleaned_data[name] for name in self.fields_of_service}

    def field_at(self, path: str) -> str | None:
        """The name of the field that a path of the service is about, None where it is about none."""
        for part in (path, INDEX.sub("", path), INDEX.split(path)[0].rstrip(".")):
            if part in self.PATHS:
                return self.PATHS[part]
        return super().field_at(path)

    def refuse(self, path: str, message: str) -> None:
        """Puts a problem at its field, quoting which of several things in one box it is about."""
        name, index = self.field_at(path), INDEX.search(path)
        quoted = self.entry(name, int(index[1])) if name and index else ""
        self.add_error(name, f"“{shortened(quoted)}”: {message}" if quoted else message)

    def entry(self, name: str, index: int) -> str:
        """One of several things in one box; empty where the field holds no list."""
        return ""
