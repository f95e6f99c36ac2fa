"""How the tests of the scoring and recommendation pages ask, and what they read in an answer."""

import re

from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

HTMX = {"HX-Request": "true"}


def client_of(user, **options):
    """A browser without scripts, in which `user` has signed in."""
    client = Client(**options)
    client.force_login(user)
    return client


def address(name, appraisal_id, **names):
    """The address of a page of an appraisal."""
    return reverse(f"appraisal:{name}", kwargs={"appraisal_id": appraisal_id, **names})


def words(answer):
    """All that an answer says, on one line."""
    text = answer if isinstance(answer, str) else answer.content.decode()
    return " ".join(
        strip_tags(
            re.sub(r"<(script|head)\b.*?</\1>", "", text, flags=re.DOTALL).replace("</", " </")
        ).split()
    )


def cell(answer, key):
    """The part of a page that is one cell."""
    page = answer.content.decode()
    return re.search(rf'id="cell-{key}".*?(?=id="cell-|wb-scoring__side|$)', page, re.DOTALL)[0]


def version(answer, key):
    """The version that a cell's form would send."""
    return int(re.search(rf'id="version-{key}" value="(\d+)"', answer.content.decode())[1])


def sent(mark="4", rationale="Because.", version=0, **more):
    """A cell as its form sends it."""
    return {"mark": mark, "rationale": rationale, "version": version, "by": "line", **more}
