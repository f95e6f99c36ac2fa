"""axe finds nothing on the reading pages, and each fits, wide and narrow, in each of their states."""

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.appraisal.pages.asking import address
from tests.conftest import NARROW, WIDE

pytestmark = pytest.mark.journey

PARTLY = {"stay": {"reach": 3, "staff": None, "cost": 1}, "move": {"reach": 5, "staff": "not-applicable"}}
TIED = {
    "stay": {"reach": 2, "staff": 2, "cost": 2},
    "move": {"reach": 5, "staff": 2, "cost": 3},
    "share": {"reach": 4, "staff": 4, "cost": 2},
}
GATE = {"id": "legal", "name": "Is allowed", "kind": "gate"}


def gated():
    groups = factories.file()["groups"]
    groups[0]["sub_criteria"].insert(0, GATE)
    given = {"stay": {"legal": "fail"}, "move": {"legal": "pass", "reach": 4, "staff": 4, "cost": 1}}
    options = [
        *factories.file()["options"],
        {"id": "shut", "name": "Shut", "stage": "dropped", "reason": "Nobody wants it."},
    ]
    notes = [{"about": "cells/move/cost", "text": "Read from a chart."}]
    return factories.appraisal(groups=groups, options=options, cells=factories.cells(given), notes=notes)


def weighted():
    weights = {
        "sub_criteria": {"reach": "5", "staff": "3", "cost": "2"},
        "groups": {"people": "70", "place": "20"},
    }
    return factories.complete_appraisal(
        scale={"lo": "0", "hi": "10", "step": "1", "points": [{"value": "0", "label": "None"}]},
        method={"combine": "weighted-value", "weight_set": "agreed"},
        weight_sets=[{"id": "agreed", "name": "As agreed", **weights}],
        printed={"aggregates": {"stay": "31"}},
    )


STATES = {
    "empty": factories.appraisal,
    "partly": lambda: factories.appraisal(cells=factories.cells(PARTLY, rationale="")),
    "tied": lambda: factories.appraisal(cells=factories.cells(TIED)),
    "gated": gated,
    "weighted": weighted,
}


def everything(page, assert_accessible):
    """Checks the page with all that can be opened on it open."""
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })")
    assert_accessible(page)


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("case", ["somerset", "cornwall"])
def test_every_reading_page_of_the_real_cases(case, viewport, open_page, assert_accessible, transactional_db):
    appraisal_id = getattr(factories, case)()
    body, line = ("Somerset County Council", "f3") if case == "somerset" else ("Cornwall Council", "c1a")
    page = open_page("/appraisals/", user=factories.person(role="lead_officer", body=body), viewport=viewport)
    everything(page, assert_accessible)
    for name, names in (
        ("overview", {}),
        ("results", {}),
        ("rationales", {}),
        ("compare", {}),
        ("cell", {"option": "option-3", "line": line}),
        ("history", {}),
    ):
        page.goto(address(name, appraisal_id, **names))
        everything(page, assert_accessible)


@pytest.mark.parametrize("state", STATES)
def test_results_and_overview_in_every_state(state, open_page, assert_accessible, transactional_db):
    appraisal_id = STATES[state]()  # test_every_page.py opens most of them at 1300 px
    page = open_page(address("results", appraisal_id), user=factories.lead_officer(), viewport=NARROW)
    everything(page, assert_accessible)
    page.goto(address("overview", appraisal_id))
    everything(page, assert_accessible)


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_rationale_under_the_matrix_a_refused_move_and_a_long_history(
    viewport, open_page, assert_accessible, transactional_db
):
    appraisal_id = factories.complete_appraisal()
    for number in range(30):
        factories.score(
            appraisal_id, "stay", "reach", 1 + (number + 3) % 5, version=number + 1, minutes=number
        )
    page = open_page(address("results", appraisal_id), user=factories.lead_officer(), viewport=viewport)
    page.locator(".wb-matrix a").first.click()
    expect(page.locator("#beneath")).to_contain_text("on 1a Reach more readers")
    assert_accessible(page)
    page.goto(address("overview", appraisal_id))
    page.get_by_text("Go back to set-up").first.click()
    page.get_by_role("button", name="Go back to set-up").click()
    expect(page.get_by_role("link", name="Write why")).to_be_visible()
    everything(page, assert_accessible)
    page.goto(address("history", appraisal_id))
    everything(page, assert_accessible)
    page.get_by_role("link", name="Next").click()
    everything(page, assert_accessible)
