"""axe finds nothing and nothing is too wide: the pages and states that no other journey looks at.

The reading pages of the real cases, scoring, recommendation, sign-in and people have tests of their own; here
each page of an appraisal is seen in the states in which it says something else.
"""

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.appraisal.pages.asking import address
from tests.conftest import NARROW, WIDE
from tests.journeys.test_reading_accessible import PARTLY, TIED, everything

pytestmark = pytest.mark.journey

COUNTY, CORNWALL, NORTHSHIRE = "Somerset County Council", "Cornwall Council", "Northshire Council"
REPORTS, RECOMMENDATION = ("reports:index", {}), ("recommendation", {})
ROBUSTNESS = ("robustness", {})
SCORING = [("recommendation", {}), ("edit_recommendation", {}), REPORTS]
SMALL_CELL = ("cell", {"option": "stay", "line": "staff"})

# State: how it is reached, the body that leads it, and the pages that say something else in it.
STATES = {
    "long list, nothing scored": (
        factories.cornwall,
        CORNWALL,
        [("score_line", {"line": "c1a"}), ROBUSTNESS, *SCORING],
    ),
    "nothing scored": (
        factories.appraisal,
        NORTHSHIRE,
        [("rationales", {}), ("compare", {}), SMALL_CELL, ROBUSTNESS, REPORTS],
    ),
    "partly scored": (
        lambda: factories.appraisal(cells=factories.cells(PARTLY, rationale="")),
        NORTHSHIRE,
        [("rationales", {}), ("compare", {}), SMALL_CELL, ROBUSTNESS, REPORTS],
    ),
    "tied": (
        lambda: factories.appraisal(cells=factories.cells(TIED)),
        NORTHSHIRE,
        [("compare", {}), ("results", {}), ROBUSTNESS, REPORTS],
    ),
    "complete": (
        factories.somerset,
        COUNTY,
        [("score_line", {"line": "f3"}), ("score_option", {"option": "option-3"}), ROBUSTNESS, *SCORING],
    ),
    "being agreed": (
        lambda: factories.at_stage("agreeing"),
        NORTHSHIRE,
        [("overview", {}), ("results", {}), REPORTS],
    ),
    "agreed": (
        lambda: factories.at_stage("agreed"),
        NORTHSHIRE,
        [("overview", {}), ("results", {}), ("history", {}), RECOMMENDATION, REPORTS],
    ),
}


def path(name, appraisal_id, names):
    if name == "reports:index":
        return f"{address('overview', appraisal_id)}reports/"
    return address(name, appraisal_id, **names)


@pytest.fixture(params=[WIDE, NARROW], ids=["wide", "narrow"])
def viewport(request):
    return request.param


@pytest.mark.parametrize(
    ("state", "viewport"),
    [*((state, WIDE) for state in STATES), ("nothing scored", NARROW), ("complete", NARROW)],
)
def test_the_pages_of_an_appraisal(state, viewport, open_page, assert_accessible, transactional_db):
    make, body, pages = STATES[state]
    appraisal_id = make()
    officer = factories.person("Ada Reed", role="lead_officer", body=body)
    page = open_page("/account/", user=officer, viewport=viewport)
    for name, names in pages:
        answer = page.goto(path(name, appraisal_id, names))
        assert answer.status == 200
        everything(page, assert_accessible)


def test_what_a_panel_member_is_refused(
    viewport, open_page, assert_accessible, monkeypatch, transactional_db
):
    appraisal_id = factories.complete_appraisal()
    member = factories.person("Bo Lind", role="panel_member")
    page = open_page("/account/", user=member, viewport=viewport)
    for name in ("reports:index", "recommendation", "overview"):
        assert page.goto(path(name, appraisal_id, {})).status == 200
        everything(page, assert_accessible)
    assert page.goto(path("edit_recommendation", appraisal_id, {})).status == 403
    expect(page.get_by_text("You cannot change the recommendation")).to_be_visible()
    assert_accessible(page)
    monkeypatch.setattr("reports.views.CELLS_ON_REQUEST", 1)
    page.goto(path("reports:index", appraisal_id, {}))
    expect(page.get_by_text("manage.py export")).to_be_visible()
    everything(page, assert_accessible)


def test_what_somebody_of_no_body_sees(viewport, open_page, assert_accessible, transactional_db):
    page = open_page("/account/", user=factories.person("Cy Dale"), viewport=viewport)
    assert_accessible(page)
    for where, status, said in (
        ("/appraisals/?q=%00", 400, "This request cannot be read"),
        ("/nothing-is-here/", 404, "Page not found"),
        ("/appraisals/", 200, "Appraisals"),
    ):
        assert page.goto(where).status == status
        expect(page.get_by_role("heading", level=1)).to_contain_text(said)
        assert_accessible(page)
