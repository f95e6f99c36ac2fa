"""Scoring stays comfortable to about 800 cells: one line or option a page, no more queries than for few."""

import pytest
from django.utils import timezone

from tests import factories
from tests.appraisal.pages.asking import address, client_of

pytestmark = pytest.mark.django_db


def line(client, appraisal_id, name):
    return client.get(address("score_line", appraisal_id, line=name))


def option(client, appraisal_id, name):
    return client.get(address("score_option", appraisal_id, option=name))


def large(options, lines):
    """A file with so many options and lines, every cell scored."""
    groups = [
        {
            "id": f"g{place}",
            "name": f"Group {place}",
            "sub_criteria": [
                {"id": f"l{place}-{number}", "name": f"Line {number}"} for number in range(lines // 4)
            ],
        }
        for place in range(4)
    ]
    names = [f"o{number}" for number in range(options)]
    scores = {name: {sub["id"]: 3 for group in groups for sub in group["sub_criteria"]} for name in names}
    return {
        "slug": f"large-{options}-{lines}",
        "groups": groups,
        "options": [
            {"id": name, "number": number, "name": name, "stage": "short-list"}
            for number, name in enumerate(names, start=1)
        ],
        "cells": factories.cells(scores),
    }


def test_queries_do_not_grow_with_options_or_lines(django_assert_max_num_queries):
    small, big = (factories.appraisal(**large(*size)) for size in ((2, 4), (20, 40)))
    client = client_of(factories.lead_officer())
    for ask in (
        lambda found: line(client, found, "l0-0"),
        lambda found: option(client, found, "o0"),
        lambda found: client.get(address("scoring", found)),
        lambda found: client.get(address("paste_column", found, line="l0-0")),
    ):
        counts = []
        for found in (small, big):
            ask(found)  # the set-up of an appraisal is kept once it was read
            with django_assert_max_num_queries(14) as asked:
                ask(found)
            counts.append(len(asked))
        assert counts[0] == counts[1]


def test_eight_hundred_cells_are_shown_one_line_at_a_time():
    big = factories.appraisal(**large(20, 40))
    client = client_of(factories.lead_officer())
    began = timezone.now()
    page = line(client, big, "l1-3").content.decode()
    assert page.count("data-wb-cell") == 20
    assert len(page) < 250_000
    assert (timezone.now() - began).total_seconds() < 5
