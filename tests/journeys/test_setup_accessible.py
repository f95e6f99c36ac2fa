"""axe finds nothing on the set-up pages, wide and narrow, in each of their states; nothing needs a script."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from organisations.roles import Role
from tests import factories
from tests.appraisal.pages.asking import address, client_of
from tests.appraisal.pages.setup.filling import send
from tests.conftest import NARROW, WIDE

pytestmark = pytest.mark.journey

LINES = ("reach", "staff", "cost")
WEIGHED = {
    "stage": "set-up",
    "method": {"combine": "weighted-value", "weight_set": "agreed"},
    "weight_sets": [{"id": "agreed", "name": "As agreed", "sub_criteria": dict.fromkeys(LINES, "1")}],
    "timeline": [{"what": "Cabinet decides", "when": "May 2027", "who": "Cabinet"}],
    "responsibilities": [{"who": "provider", "items": ["Do this", "Do that"]}],
    "notes": [{"about": "options/move", "text": "As printed."}],
    "sections": [
        {
            "id": "who",
            "title": "Who",
            "kind": "table",
            "columns": ["Body", "Role"],
            "rows": [["We", "decide"]],
        },
        {"id": "do", "title": "To do", "kind": "checklist", "items": [{"text": "This", "done": True}]},
    ],
}
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
    ("edit_group", {"group": "people"}),
    ("remove_group", {"group": "people"}),
    ("add_line", {"group": "people"}),
    ("edit_line", {"line": "reach"}),
    ("remove_line", {"line": "reach"}),
    *(("setup_part", {"part": part}) for part in ("timeline", "responsibilities", "sections", "notes")),
    ("add_entry", {"part": "notes"}),
    ("edit_entry", {"part": "sections", "place": 0}),
    ("edit_entry", {"part": "sections", "place": 1}),
    ("remove_entry", {"part": "notes", "place": 0}),
    ("add_section", {"kind": "paragraphs"}),
]


@pytest.fixture(params=[WIDE, NARROW], ids=["wide", "narrow"])
def viewport(request):
    return request.param


@pytest.fixture
def appraisal_id(transactional_db):
    """An appraisal in set-up with something of everything, and with something removed."""
    found = factories.appraisal(**WEIGHED)
    send(client_of(factories.lead_officer()), "remove_line", found, names={"line": "staff"})
    return found


@pytest.fixture
def officer(appraisal_id):
    return factories.lead_officer()


def unfold(page):
    """Opens whatever can be opened, so that it is looked at too."""
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")


def test_every_page_as_it_opens(open_page, assert_accessible, appraisal_id, officer, viewport):
    page = open_page("/appraisals/", user=officer, viewport=viewport)
    for name in ("list", "start", "start_new", "start_copy"):
        page.goto(reverse(f"appraisal:{name}"))
        assert_accessible(page)
    for name, names in PAGES:
        page.goto(address(name, appraisal_id, **names))
        unfold(page)
        assert_accessible(page)


def test_pages_that_only_read(open_page, assert_accessible, appraisal_id, viewport):
    reader = factories.person("Cy Poe", role=Role.PANEL_MEMBER)
    page = open_page("/appraisals/start/", user=reader, viewport=viewport)
    assert_accessible(page)
    for name, names in (
        ("setup", {}),
        ("setup_bodies", {}),
        ("criteria", {}),
        ("setup_part", {"part": "notes"}),
    ):
        page.goto(address(name, appraisal_id, **names))
        assert_accessible(page)


def test_every_way_to_judge_a_line(open_page, assert_accessible, appraisal_id, officer, viewport):
    page = open_page(address("edit_line", appraisal_id, line="reach"), user=officer, viewport=viewport)
    unit, worst = page.get_by_label("Unit"), page.get_by_label("Worst figure")
    expect(unit).to_be_hidden()
    page.get_by_label("Measured", exact=True).check()
    expect(unit).to_be_visible()
    expect(worst).to_be_hidden()
    for rule, shown in (
        ("A fixed range", worst),
        ("The range of the options", page.get_by_label("Lower is better")),
        ("In proportion to the best", page.get_by_label("Higher is better")),
    ):
        page.get_by_label(rule, exact=True).check()
        expect(shown).to_be_visible()
        assert_accessible(page)
    page.get_by_role("group", name="How a figure becomes a value").get_by_label(
        "Marks that stand for numbers"
    ).check()
    expect(page.get_by_label("Marks and their numbers")).to_be_visible()
    page.get_by_label("Scored", exact=True).check()
    expect(unit).to_be_hidden()
    page.get_by_label("A scale of its own").check()
    expect(page.get_by_label("Highest score on this line")).to_be_visible()
    assert_accessible(page)
    page.get_by_label("In words only").check()
    expect(page.get_by_label("When it does not apply")).to_be_hidden()


def test_a_form_refused_and_in_conflict(open_page, assert_accessible, appraisal_id, officer, viewport):
    page = open_page(address("edit_line", appraisal_id, line="reach"), user=officer, viewport=viewport)
    page.get_by_label("Measured", exact=True).check()
    page.get_by_role("button", name="Save the line").click()
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    assert_accessible(page)
    page.goto(address("edit_group", appraisal_id, group="people"))
    other = client_of(factories.person("Ben Yu", role=Role.LEAD_OFFICER))
    send(other, "edit_group", appraisal_id, {"name": "Theirs"}, names={"group": "people"})
    page.get_by_label("Guidance").fill("Mine")
    page.get_by_role("button", name="Save the group").click()
    expect(page.get_by_role("heading", name="Not saved: Ben Yu changed the criteria group")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Keep mine").click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("is saved.")


def test_scores_that_do_not_fit_when_they_come_back(open_page, assert_accessible, transactional_db, viewport):
    scored = factories.complete_appraisal(stage="set-up")
    client = client_of(factories.lead_officer())
    send(client, "remove_line", scored, names={"line": "reach"})
    send(client, "setup_scale", scored, {"hi": "4", "words-4": ""})
    page = open_page(address("criteria", scored), user=factories.lead_officer(), viewport=viewport)
    page.get_by_role("button", name="Bring back Reach more readers").click()
    expect(page.get_by_role("heading", name="Some of its scores no longer fit")).to_be_visible()
    assert_accessible(page)


def test_without_scripts_every_box_is_there_and_what_is_sent_counts(open_page, appraisal_id, officer):
    page = open_page(address("add_line", appraisal_id, group="people"), user=officer, javascript=False)
    page.get_by_label("Name", exact=True).fill("Travel time")
    page.get_by_label("Measured", exact=True).check()
    page.get_by_label("Unit").fill("minutes")
    page.get_by_label("A fixed range").check()
    page.get_by_label("Worst figure").fill("90")
    page.get_by_label("Best figure").fill("20")
    page.get_by_role("button", name="Add the line").click()
    expect(page.locator("main")).to_contain_text(
        "Lower is better: 90 minutes counts 0 and 20 minutes counts 100"
    )


def test_criteria_are_put_in_order_by_keyboard_alone(open_page, appraisal_id, officer):
    page = open_page(address("criteria", appraisal_id), user=officer)
    expect(page.locator("h2").first).to_contain_text("1 People")
    page.get_by_role("button", name="Move down group 1").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#group-people h2")).to_contain_text("2 People")
    # The page opens at what was moved, so that the next key goes on from there.
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#group-people') !== null")
