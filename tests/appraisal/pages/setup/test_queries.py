"""Set-up pages ask the database at most fifteen times, whatever the size and just after a change."""

import pytest
from django.urls import reverse

from appraisal.selectors.snapshots import setup as kept
from tests import factories
from tests.appraisal.pages.asking import address, client_of

pytestmark = pytest.mark.django_db

MOST = 15
PAGES = [
    ("setup", {}),
    ("setup_about", {}),
    ("setup_people", {}),
    ("setup_scale", {}),
    ("save_template", {}),
    ("setup_bodies", {}),
    ("add_body", {}),
    ("edit_body", {"body": "council"}),
    ("remove_body", {"body": "trust"}),
    ("criteria", {}),
    ("add_group", {}),
    ("edit_group", {"group": "g0"}),
    ("remove_group", {"group": "g0"}),
    ("add_line", {"group": "g0"}),
    ("edit_line", {"line": "l0-0"}),
    ("remove_line", {"line": "l0-0"}),
    *(("setup_part", {"part": part}) for part in ("timeline", "responsibilities", "sections", "notes")),
    ("add_entry", {"part": "notes"}),
    ("edit_entry", {"part": "notes", "place": 0}),
    ("remove_entry", {"part": "notes", "place": 0}),
    ("add_section", {"kind": "table"}),
]


def large(groups, lines, options):
    """An appraisal in set-up of this size, with weights, a removed line and people."""
    ids = [[f"l{group}-{line}" for line in range(lines)] for group in range(groups)]
    criteria = [
        {
            "id": f"g{group}",
            "name": f"Group {group}",
            "sub_criteria": [{"id": line, "name": f"Line {line}"} for line in ids[group]],
        }
        for group in range(groups)
    ]
    weights = {line: "1" for group in ids for line in group}
    return factories.appraisal(
        slug=f"large-{groups}-{lines}",
        stage="set-up",
        groups=criteria,
        method={"combine": "weighted-mean", "weight_set": "agreed"},
        weight_sets=[{"id": "agreed", "name": "As agreed", "sub_criteria": weights}],
        options=[
            {"id": f"o{option}", "number": option + 1, "name": f"Option {option}", "stage": "short-list"}
            for option in range(options)
        ],
        notes=[{"about": f"options/o{option}", "text": "A note."} for option in range(options)],
    )


def test_pages_ask_fifteen_times_at_most_whatever_the_size(django_assert_max_num_queries):
    client = client_of(factories.lead_officer())
    for name in ("Bo", "Cy", "Di"):
        factories.person(name, role="assessor", body="Northshire Health Trust")
    small, big = large(1, 2, 2), large(10, 20, 40)
    for found in (small, big):
        removed = address("remove_line", found, line="l0-1")
        version = client.get(removed).context["form"].initial["version"]
        assert client.post(removed, {"version": version}).status_code == 302
    for name, names in PAGES:
        for found in (small, big):
            kept.setup_of.cache_clear()  # as just after a change
            with django_assert_max_num_queries(MOST):
                assert client.get(address(name, found, **names)).status_code == 200, name


@pytest.mark.parametrize("name", ["start", "start_new", "start_copy"])
def test_starting_asks_a_few_times_however_many_appraisals_there_are(name, django_assert_max_num_queries):
    client = client_of(factories.lead_officer())
    for number in range(8):
        factories.appraisal(slug=f"number-{number}")
    with django_assert_max_num_queries(MOST):
        assert client.get(reverse(f"appraisal:{name}")).status_code == 200
