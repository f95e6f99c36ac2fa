"""The lists of the site that can be sorted and paged."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import django_tables2 as tables
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime

STAGE_COLOURS = {"set-up": "grey", "scoring": "blue", "agreeing": "yellow", "agreed": "green"}


def stage_tag(stage: Any) -> SafeString:
    """A stage as a tag: its name, and a colour that says no more than the name does."""
    return format_html(
        '<strong class="govuk-tag govuk-tag--{}">{}</strong>', STAGE_COLOURS[stage.value], stage.label
    )


class AppraisalTable(tables.Table):
    """The Appraisals page. Set ``leading`` (appraisal id -> words) for the rows shown before rendering."""

    title = tables.Column("Appraisal")
    stage = tables.Column("Stage", order_by=("place", "title"))
    waits = tables.Column("Waits for you", orderable=False, empty_values=())
    leads = tables.Column("Who leads", accessor="id", orderable=False)
    changed_at = tables.Column("Last change", order_by="changed_at")

    caption = "Appraisals"
    caption_hidden = True
    row_header = "title"
    leading: Mapping[UUID, str] = {}

    class Meta:
        attrs = {"class": "govuk-table wb-list"}
        order_by = "-changed_at"

    def render_title(self, value: str, record: Any) -> SafeString:
        """The title as a link, with the bodies that take part under it."""
        return format_html(
            '<a class="govuk-link" href="{}">{}</a> <span class="wb-list__bodies">{}</span>',
            reverse("appraisal:overview", kwargs={"appraisal_id": record.id}),
            value,
            record.bodies,
        )

    def render_stage(self, value: Any) -> SafeString:
        """The stage as a tag."""
        return stage_tag(value)

    def render_waits(self, value: str) -> str:
        """What waits, or that nothing does."""
        return value or "Nothing"

    def render_leads(self, value: UUID) -> str:
        """Who leads."""
        return self.leading.get(value, "")

    def render_changed_at(self, value: Any, record: Any) -> SafeString:
        """When, and by whom."""
        when = localtime(value)
        return format_html(
            '<time datetime="{}">{}</time> <span class="wb-list__bodies">{}</span>',
            when.isoformat(timespec="minutes"),
            when.strftime(f"{when.day} %B %Y, %H:%M"),
            record.changed_by or "command line",
        )
