"""A column pasted from a workbook: one row for each cell, a score and beside it, if any, its rationale."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain, repeat
from typing import Any

from django import forms

from appraisal.core.snapshot import CellState, Kind
from appraisal.core.text import clean_text
from appraisal.forms.cell import read_mark
from appraisal.forms.text import shortened

# "4. The lead ...": a score at the head of the cell, as documents print it.
SCORE_AND_WORDS = re.compile(r"(\d{1,12}(?:\.\d{1,6})?)(?:\s*[.:)]|\s+[-\u2013])\s+(\S.*)", re.DOTALL)
WORDS_FOR_STATES = {
    "tbc": CellState.TO_BE_CONFIRMED,
    "to be confirmed": CellState.TO_BE_CONFIRMED,
    "n/a": CellState.NOT_APPLICABLE,
    "not applicable": CellState.NOT_APPLICABLE,
    "no score yet": CellState.UNSCORED,
    "pass": CellState.PASS,
    "fail": CellState.FAIL,
}


Asked = tuple[Kind, bool]
"""What a cell takes: the kind of its line, and whether that asks for verbal marks, so that a text is one."""


@dataclass(frozen=True)
class PastedRow:
    """One row as read: a ``state`` or ``rationale`` of None leaves the one that stands."""

    number: int
    written: str = ""
    state: CellState | None = None
    score: Decimal | str | None = None
    rationale: str | None = None
    problem: str = ""


class ColumnForm(forms.Form):
    """The pasted text, and once a preview was shown the versions of the cells that it showed."""

    column = forms.CharField(
        strip=False,  # an empty first row is a row
        label="The column",
        help_text="You see what would change, row by row, before anything is changed.",
        widget=forms.Textarea(attrs={"rows": 8, "class": "wb-column"}),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, asked: Sequence[Asked] = (), each: str = "option"
    ) -> None:
        self.asked = asked
        self.each = each
        self.rows: tuple[PastedRow, ...] = ()
        super().__init__(data)
        self.fields["column"].error_messages["required"] = f"Paste a column: one row for each {each}."

    def clean_column(self) -> str:
        """The text as pasted; sets ``rows``. ValidationError where rows and cells differ in number."""
        text = self.cleaned_data["column"]
        rows = read_column(text, self.asked)
        if len(rows) != len(self.asked):
            raise forms.ValidationError(
                f"You pasted {_count(len(rows), 'row')} for {_count(len(self.asked), self.each)}. "
                f"Paste one row for each {self.each}, in the order shown and without a heading. "
                "An empty row leaves its cell as it is."
            )
        self.rows = rows
        return text

    def clean_seen(self) -> dict[str, int]:
        """Version by the id of each option or line, as shown; a part that cannot be read is left out."""
        pairs = (part.rpartition(":") for part in self.cleaned_data["seen"].split())
        return {each: int(version) for each, _, version in pairs if re.fullmatch(r"[0-9]{1,9}", version)}


def read_column(text: str, asked: Sequence[Asked]) -> tuple[PastedRow, ...]:
    """The rows of a pasted column, without empty ones after the last that is asked for. A bad row says so."""
    table = _table(text)
    if len(table) < len(asked) and text.endswith(("\n", "\r")):
        table.append([])  # the last line that is seen in the box is an empty row
    while len(table) > len(asked) and not any(part.strip() for part in table[-1]):
        table.pop()
    kinds = chain(asked, repeat((Kind.SCORE, False)))  # rows beyond those asked for are only counted
    return tuple(_row(number, *row) for number, row in enumerate(zip(table, kinds, strict=False), start=1))


def _table(text: str) -> list[list[str]]:
    # A workbook puts a cell with a line break between quotation marks and doubles those inside it. Anything
    # else that begins with one is a quotation, and the reader for workbooks would eat its marks.
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter="\t", strict=True))
    except csv.Error:
        return [line.split("\t") for line in text.splitlines()]


def _row(number: int, parts: list[str], asked: Asked) -> PastedRow:
    kind, marked = asked
    parts = [part.strip() for part in parts]
    while parts and not parts[-1]:
        parts.pop()
    if kind is Kind.WORDS and len(parts) == 2 and not parts[0]:
        del parts[0]  # words beside a column of scores, which has none here
    row = PastedRow(number, written=shortened(parts[0]) if parts else "")
    most = 1 if kind is Kind.WORDS else 2
    if len(parts) > most:
        return replace(row, problem=f"has {len(parts)} columns; at most {most} can be read")
    mark, words = _mark_and_words(parts, kind, marked=marked)
    try:
        state, score = read_mark(mark, kind, marked=marked) if mark else (None, None)
        return replace(row, state=state, score=score, rationale=clean_text(words) or None)
    except ValueError as refused:
        return replace(row, problem=str(refused))
    except forms.ValidationError as refused:
        return replace(row, problem=refused.messages[0])


def _mark_and_words(parts: list[str], kind: Kind, *, marked: bool) -> tuple[str, str]:
    """What stands for the score, empty for nothing, and the words beside it."""
    first, words = (*parts, "", "")[:2]
    if kind is Kind.WORDS:
        return CellState.WORDS if first else "", first
    if not words and not marked and (found := SCORE_AND_WORDS.fullmatch(first)):
        return found[1], found[2]
    return WORDS_FOR_STATES.get(first.casefold(), first), words


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
