"""A section of further material: paragraphs, a table, or a checklist."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from appraisal.core.snapshot import CheckItem, Section
from appraisal.forms.choices import hinted
from appraisal.forms.setup.base import SetupForm, line_field, text_field
from appraisal.forms.text import PlainText, paragraphs

PLACES = (
    ("before", "Before the matrix", "Background that a reader needs first."),
    ("after", "After the matrix", "Further material."),
)
MOST_COLUMNS, MOST_ROWS = 8, 60
"""So large may a table or checklist grow here; one that a file brought larger keeps its size."""

INDEXES = re.compile(r"\[(\d+)\]")


class SectionForm(SetupForm):
    """Title and place of a section; what it holds differs by its ``kind``."""

    kind = ""
    title = line_field("Title")
    place = hinted(PLACES, label="Where it stands", required=False)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        content: Section | None = None,
        version: int | None = None,
    ) -> None:
        self.id = content.id if content else ""
        self.size(data, content)
        if data is not None:
            data = {name: data.get(name) for name in data} | self.counts
        super().__init__(data, content=content, version=version)
        self.initial = {"place": "after", **self.initial}
        self.fields.update(self.boxes())

    def size(self, data: Mapping[str, Any] | None, content: Section | None) -> None:
        """Finds out how many boxes there are, from what was sent or from what stands."""

    @property
    def counts(self) -> dict[str, str]:
        """What the form says of its own size, in hidden fields."""
        return {}

    def boxes(self) -> dict[str, forms.Field]:
        """The fields of what this kind of section holds."""
        return {}

    @property
    def part(self) -> Section:
        """The section, after ``is_valid``. A new one has no id yet."""
        sent = self.cleaned_data
        return Section(self.id, sent["title"], sent["place"] or "after", self.kind, **self.material)

    @property
    def material(self) -> dict[str, Any]:
        """The fields of Section that this kind has, after ``is_valid``."""
        return {}


class ParagraphsForm(SectionForm):
    """A section of running text."""

    kind = "paragraphs"

    def boxes(self) -> dict[str, forms.Field]:
        """One box for all paragraphs."""
        return {
            "items": PlainText(
                label="Paragraphs",
                limit=100_000,
                help_text="Leave an empty line between paragraphs.",
                widget=forms.Textarea(attrs={"rows": 8}),
            )
        }

    def held(self, content: Section) -> dict[str, Any]:
        """Title, place and paragraphs."""
        return {**super().held(content), "items": "\n\n".join(str(item) for item in content.items)}

    @property
    def material(self) -> dict[str, Any]:
        """The paragraphs."""
        return {"items": paragraphs(self.cleaned_data["items"])}

    def entry(self, name: str, index: int) -> str:
        """One of the paragraphs."""
        listed = paragraphs(self.data.get("items", "")) if name == "items" else ()
        return listed[index] if index < len(listed) else ""


class ChecklistForm(SectionForm):
    """A section of things to do, each done or not."""

    kind = "checklist"
    ROWS = 4

    def size(self, data: Mapping[str, Any] | None, content: Section | None) -> None:
        """As many rows as stand or were sent, and further ones where they were asked for."""
        stand = len(content.items) if content else self.ROWS
        self.row_count = _sent_count(data, "rows", stand, MOST_ROWS)

    @property
    def counts(self) -> dict[str, str]:
        """How many rows there are."""
        return {"rows": str(self.row_count)}

    def boxes(self) -> dict[str, forms.Field]:
        """For each row its words, and whether it is done."""
        found = _hidden(self.counts)
        for row in range(self.row_count):
            found[f"text-{row}"] = text_field(f"Line {row + 1}", rows=1)
            found[f"done-{row}"] = forms.BooleanField(label=f"Line {row + 1} is done", required=False)
        return found

    def held(self, content: Section) -> dict[str, Any]:
        """Title, place, and each line."""
        held = super().held(content)
        for row, item in enumerate(content.items):
            held |= {f"text-{row}": getattr(item, "text", ""), f"done-{row}": getattr(item, "done", False)}
        return held

    @property
    def grid(self) -> list[tuple[BoundField, BoundField]]:
        """The fields of each line."""
        return [(self[f"text-{row}"], self[f"done-{row}"]) for row in range(self.row_count)]

    @property
    def material(self) -> dict[str, Any]:
        """The lines that have words."""
        sent = self.cleaned_data
        return {"items": tuple(CheckItem(sent[f"text-{row}"], sent[f"done-{row}"]) for row in self._filled)}

    @property
    def _filled(self) -> list[int]:
        return [row for row in range(self.row_count) if self.cleaned_data.get(f"text-{row}")]

    def field_at(self, path: str) -> str | None:
        """``items[2].text`` is the third line that has words."""
        found = [int(number) for number in INDEXES.findall(path)]
        if path.startswith("items") and found and found[0] < len(self._filled):
            return f"text-{self._filled[found[0]]}"
        return super().field_at(path)


class TableForm(SectionForm):
    """A section that is a table: ``head-C`` names a column, ``cell-R-C`` is the text in a row of it."""

    kind = "table"
    COLUMNS, ROWS = 2, 3

    def size(self, data: Mapping[str, Any] | None, content: Section | None) -> None:
        """As many columns and rows as stand or were sent, and further ones where they were asked for."""
        columns, rows = (len(content.columns), len(content.rows)) if content else (self.COLUMNS, self.ROWS)
        self.column_count = _sent_count(data, "columns", columns, MOST_COLUMNS)
        self.row_count = _sent_count(data, "rows", rows, MOST_ROWS)

    @property
    def counts(self) -> dict[str, str]:
        """How many columns and rows there are."""
        return {"columns": str(self.column_count), "rows": str(self.row_count)}

    def boxes(self) -> dict[str, forms.Field]:
        """A box for each heading and each cell."""
        columns, rows = range(self.column_count), range(self.row_count)
        found = _hidden(self.counts)
        found |= {f"head-{column}": line_field(f"Heading of column {column + 1}") for column in columns}
        for row in rows:
            for column in columns:
                found[f"cell-{row}-{column}"] = text_field(f"Row {row + 1}, column {column + 1}", rows=2)
        return found

    def held(self, content: Section) -> dict[str, Any]:
        """Title, place, headings and cells."""
        held = super().held(content)
        held |= {f"head-{column}": name for column, name in enumerate(content.columns)}
        for row, texts in enumerate(content.rows):
            held |= {f"cell-{row}-{column}": text for column, text in enumerate(texts)}
        return held

    @property
    def heads(self) -> list[BoundField]:
        """The fields of the headings."""
        return [self[f"head-{column}"] for column in range(self.column_count)]

    @property
    def grid(self) -> list[list[BoundField]]:
        """The fields of the cells, row by row."""
        return [
            [self[f"cell-{row}-{column}"] for column in range(self.column_count)]
            for row in range(self.row_count)
        ]

    @property
    def material(self) -> dict[str, Any]:
        """The columns and rows that hold anything."""
        sent, columns = self.cleaned_data, self._columns
        return {
            "columns": tuple(sent[f"head-{column}"] for column in columns),
            "rows": tuple(tuple(sent[f"cell-{row}-{column}"] for column in columns) for row in self._rows),
        }

    @property
    def _columns(self) -> list[int]:
        """The columns with a heading or with any text under it."""
        return [
            column
            for column in range(self.column_count)
            if self._says(f"head-{column}")
            or any(self._says(f"cell-{row}-{column}") for row in range(self.row_count))
        ]

    @property
    def _rows(self) -> list[int]:
        """The rows with any text."""
        return [
            row
            for row in range(self.row_count)
            if any(self._says(f"cell-{row}-{column}") for column in range(self.column_count))
        ]

    def _says(self, name: str) -> bool:
        return bool(self.cleaned_data.get(name))

    def field_at(self, path: str) -> str | None:
        """``columns[1]`` is a heading, ``rows[0][1]`` a cell: counted without what is empty."""
        found = [int(number) for number in INDEXES.findall(path)]
        if path.startswith("columns"):
            columns = self._columns or [0]
            return f"head-{columns[min(found[0], len(columns) - 1)] if found else 0}"
        if path.startswith("rows[") and len(found) > 1:
            return f"cell-{self._rows[found[0]]}-{self._columns[found[1]]}"
        return super().field_at(path)


SECTION_FORMS: Mapping[str, type[SectionForm]] = {
    form.kind: form for form in (ParagraphsForm, TableForm, ChecklistForm)
}


def _sent_count(data: Mapping[str, Any] | None, name: str, stand: int, most: int) -> int:
    """How many rows or columns there are to fill in; one more where the button ``more`` asks for it."""
    if data is None:
        return stand
    sent = data.get(name, "")
    count = int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 6 else stand
    return min(count + (data.get("more") == name), max(most, stand))


def _hidden(counts: Mapping[str, str]) -> dict[str, forms.Field]:
    return {
        name: forms.CharField(required=False, widget=forms.HiddenInput, initial=count)
        for name, count in counts.items()
    }
