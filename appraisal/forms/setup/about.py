"""What an appraisal is about, and the paper that it goes into."""

from typing import Any

from appraisal.forms.setup.base import SetupForm, line_field, name_field, text_field
from appraisal.forms.text import PairedText, paired, pairs


class AboutForm(SetupForm):
    """Title, question and summary; the paper's programme, edition, date, status and abbreviations."""

    title = name_field("Title", help_text="As it stands at the head of the paper.")
    question = text_field("Question", rows=2, help_text="The one question that the options answer.")
    summary = text_field("Summary", rows=5, help_text="What a reader must know before the options.")
    programme = text_field("Programme", rows=2, help_text="What the appraisal is part of.")
    report_of = text_field("Report of", rows=2, help_text="Whose report it is, as the paper says it.")
    edition = line_field("Version of the paper", help_text="For example: Version 2.")
    date = line_field("Date of the paper", help_text="In words, for example 14 July 2017.")
    status = line_field("Status of the paper", help_text="For example: draft, final, evidence to a panel.")
    abbreviations = PairedText(
        label="Abbreviations",
        limit=100_000,
        help_text="One on each line, with an equals sign: CCG = Clinical Commissioning Group.",
    )

    PATHS = {"version": "edition"}

    def held(self, content: Any) -> dict[str, Any]:
        """The content of the page, the abbreviations in one box."""
        return {
            **super().held(content),
            "edition": content.version,
            "abbreviations": paired(content.abbreviations),
        }

    @property
    def values(self) -> dict[str, Any]:
        """The fields of AboutInput."""
        sent = super().values
        edition = sent.pop("edition")
        return {**sent, "version": edition, "abbreviations": pairs(sent["abbreviations"])}

    def entry(self, name: str, index: int) -> str:
        """The short form of one abbreviation."""
        listed = pairs(self.data.get("abbreviations", "")) if name == "abbreviations" else ()
        return listed[index][0] if index < len(listed) else ""
