"""Text fields that clean once, at the boundary, and lists that are written in one box."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms

from appraisal.core.text import clean_text

BLANK_LINE = re.compile(r"\n\s*\n")


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


class PairedText(PlainText):
    """``short = long`` on each line, for ``pairs``. Two columns copied from a workbook are taken as well."""

    def to_python(self, value: object) -> str:
        """The cleaned text; raises ValidationError that quotes each line without its sign."""
        text = str(value or "").replace("\r\n", "\n")
        lines = (line.replace("\t", " = ", 1) if "=" not in line else line for line in text.split("\n"))
        cleaned = super().to_python("\n".join(lines))
        without = [line for line in cleaned.split("\n") if line.strip() and "=" not in line]
        if without:
            raise forms.ValidationError(
                [
                    f"“{shortened(line)}” has no equals sign. Write one between its two sides."
                    for line in without
                ]
            )
        return cleaned


def shortened(text: str, *, most: int = 40) -> str:
    """The text on one line, with an ellipsis where it is longer than ``most`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "\u2026"


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text, which an empty line parts."""
    return tuple(part.strip() for part in BLANK_LINE.split(text) if part.strip())


def pairs(text: str, *, last: bool = False) -> tuple[tuple[str, str], ...]:
    """``short = long`` on each line: the two sides of the first sign (of the last one, with ``last``).

    A line without a sign is (line, ""). Empty lines fall away.
    """
    return tuple(_sides(line, last=last) for line in text.split("\n") if line.strip())


def _sides(line: str, *, last: bool) -> tuple[str, str]:
    first, sign, second = line.rpartition("=") if last else line.partition("=")
    return (first.strip(), second.strip()) if sign else (line.strip(), "")


def paired(listed: Iterable[tuple[str, str]]) -> str:
    """The box that ``pairs`` reads."""
    return "\n".join(f"{first} = {second}" for first, second in listed)
