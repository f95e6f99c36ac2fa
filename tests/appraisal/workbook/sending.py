"""Bringing in over the pages, as a browser without scripts does it."""

import html
import time

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests import factories
from tests.appraisal.pages.asking import words as escaped

PATIENCE = 90


def words(answer):
    """All that an answer says, as it is read."""
    return html.unescape(escaped(answer))


def send(browser, where, content=None, name="scores.xlsx", **fields):
    """What was sent, followed to its preview, looking again for as long as a page says to."""
    if content is not None:
        fields["file"] = SimpleUploadedFile(name, content)
    answer = browser.post(where, fields, follow=True)
    until = time.monotonic() + PATIENCE
    while "Refresh" in answer:
        assert time.monotonic() < until
        time.sleep(0.2)
        answer = browser.get(answer.request["PATH_INFO"])
    return answer


def of_plan(name, answer):
    """The address of what can be done with a preview."""
    return reverse(f"appraisal:{name}", kwargs={"plan_id": answer.context["page"].id})


def council():
    """The id of the council that leads, as its form names it."""
    return str(factories.organisation())
