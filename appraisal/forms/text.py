"""Text fields that clean once, at the boundary."""

from typing import Any

from django import forms

from appraisal.core.text import clean_text


class PlainText(forms.CharField):
    """Text as ``clean_text`` leaves it, or an error in its words."""

    widget = forms.Textarea

    def __init__(self, *, limit: int = 10_000, required: bool = False, **kwargs: Any) -> None:
        self.limit = limit
        super().__init__(required=required, **kwargs)

    def to_python(self, value: object) -> str:
        """The cleaned text; raises ValidationError where the cleaner refuses it."""
        try:
            return clean_text(super().to_python(value), limit=self.limit)
        except ValueError as refused:
            raise forms.ValidationError(str(refused)) from refused


def shortened(text: str, *, most: int = 40) -> str:
    """The text on one line, with an ellipsis where it is longer than ``most`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "\u2026"
