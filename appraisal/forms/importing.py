"""Bringing in a spreadsheet, a pasted table or an appraisal file."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from appraisal.core.text import clean_name
from appraisal.forms.text import shortened

TOO_LARGE = "This file is larger than 10 MB. Copy the table alone into a new workbook."
PASTED = "what was pasted"


class _FileForm(forms.Form):
    """A file, at most as large as is ever read."""

    file = forms.FileField(required=False, allow_empty_file=True)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        files: Any = None,
        *,
        too_large: bool = False,
        **options: Any,
    ) -> None:
        self.too_large = too_large
        super().__init__(data, files, **options)

    def clean_file(self) -> UploadedFile | None:
        """The file; ValidationError where it was too large to be taken in."""
        if self.too_large:
            raise forms.ValidationError(TOO_LARGE)
        return self.cleaned_data["file"]

    @property
    def source(self) -> str:
        """What people call the file."""
        return named(self.cleaned_data.get("file"))


class SpreadsheetForm(_FileForm):
    """A workbook, or in its place a table that is pasted."""

    file = forms.FileField(
        required=False,
        allow_empty_file=True,
        label="The workbook",
        help_text="An Excel Workbook (.xlsx) of at most 10 MB.",
    )
    pasted = forms.CharField(
        required=False,
        strip=False,  # an empty first cell is a cell
        label="Or paste the table",
        help_text="With its headings, as it is copied from Excel or Word.",
        widget=forms.Textarea(attrs={"rows": 6, "class": "wb-column"}),
    )

    def clean(self) -> dict[str, Any]:
        """Exactly one of the two."""
        found = super().clean() or {}
        file, pasted = found.get("file"), (found.get("pasted") or "").strip()
        if "file" not in self.errors and bool(file is not None) == bool(pasted):
            both = "Choose a file or paste a table, not both."
            self.add_error("file", both if pasted else "Choose a workbook, or paste the table below.")
        return found

    @property
    def content(self) -> bytes:
        """What was sent, as bytes."""
        file = self.cleaned_data.get("file")
        return file.read() if file is not None else self.cleaned_data["pasted"].encode()

    @property
    def sort(self) -> str:
        """``workbook`` or ``pasted``."""
        return "workbook" if self.cleaned_data.get("file") is not None else "pasted"

    @property
    def source(self) -> str:
        """What people call it."""
        file = self.cleaned_data.get("file")
        return named(file) if file is not None else PASTED


class NewFromSpreadsheetForm(SpreadsheetForm):
    """A spreadsheet that becomes an appraisal: which body leads it, and what it is called."""

    organisation = forms.ChoiceField(
        label="Which body leads it",
        error_messages={
            "required": "Choose the body that leads it.",
            "invalid_choice": "This cannot be chosen any more. Choose again.",
        },
    )
    title = forms.CharField(
        required=False, label="Title", help_text="Left empty, it is taken from the head of the sheet."
    )

    def __init__(self, *args: Any, bodies: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["organisation"].choices = list(bodies)  # type: ignore[attr-defined]
        self.order_fields(["file", "pasted", "organisation", "title"])

    def clean_title(self) -> str:
        """The title on one line; ValidationError where it cannot be kept."""
        return _one_line(self.cleaned_data["title"])


class AppraisalFileForm(_FileForm):
    """An appraisal file."""

    file = forms.FileField(
        required=False,
        allow_empty_file=True,
        label="The appraisal file",
        help_text="A file that ends in .json, as “Appraisal file” on a Reports page gives it. At most 10 MB.",
    )

    def clean_file(self) -> UploadedFile:
        """The file, which must be there."""
        file = super().clean_file()
        if file is None:
            raise forms.ValidationError("Choose an appraisal file.")
        return file

    @property
    def content(self) -> bytes:
        """What was sent, as bytes."""
        return self.cleaned_data["file"].read()


class ReadingForm(forms.Form):
    """How a table is to be read where it does not say it itself. Empty is as it was read."""

    sheet = forms.ChoiceField(required=False, label="Sheet")
    side = forms.ChoiceField(
        required=False,
        label="The options stand",
        choices=[("", "as the table shows"), ("across", "in columns, side by side"), ("down", "in rows")],
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, sheets: Iterable[str], **options: Any
    ) -> None:
        super().__init__(data, **options)
        names = [(name, name) for name in sheets]
        self.fields["sheet"].choices = [("", "every sheet with the same options"), *names]  # type: ignore[attr-defined]

    def choices(self) -> Mapping[str, Any]:
        """What was chosen, by the names of ``Choices``."""
        return {"sheet": self.cleaned_data["sheet"], "side": self.cleaned_data["side"]}


class NewReadingForm(ReadingForm):
    """The same for a new appraisal, with its title, its body and its scale."""

    title = forms.CharField(label="Title", error_messages={"required": "Enter the title of the appraisal."})
    organisation = forms.ChoiceField(label="Which body leads it")
    lo = forms.CharField(required=False, label="Lowest score")
    hi = forms.CharField(required=False, label="Highest score")
    step = forms.CharField(required=False, label="Step")
    neutral = forms.CharField(
        required=False, label="Neutral point", help_text="The score that means no impact, if there is one."
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        sheets: Iterable[str],
        bodies: Iterable[tuple[str, str]],
        **options: Any,
    ) -> None:
        super().__init__(data, sheets=sheets, **options)
        self.fields["organisation"].choices = list(bodies)  # type: ignore[attr-defined]
        self.order_fields(["title", "organisation", "lo", "hi", "step", "neutral", "side", "sheet"])

    def clean_title(self) -> str:
        """The title on one line; ValidationError where it cannot be kept."""
        return _one_line(self.cleaned_data["title"])

    def choices(self) -> Mapping[str, Any]:
        """What was chosen, by the names of ``Choices``."""
        found = self.cleaned_data
        scale = {field: found[field].strip() for field in ("lo", "hi", "step", "neutral")}
        return {**super().choices(), "title": found["title"], "body": found["organisation"], "scale": scale}


def named(file: UploadedFile | None) -> str:
    """The file's name as pages show it: one line, without what cannot be seen."""
    try:
        return shortened(clean_name((file.name if file else "") or "", limit=1000), most=100) or "the file"
    except ValueError:
        return "the file"


def _one_line(text: str) -> str:
    try:
        return clean_name(text)
    except ValueError as refused:
        raise forms.ValidationError(str(refused)) from refused
