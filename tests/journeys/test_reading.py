"""The reading pages in a browser: one step to a rationale, the copied table, and nothing but HTML."""

import pytest
from playwright.sync_api import expect

from appraisal.selectors import snapshots
from tests import factories
from tests.appraisal.pages.asking import address
from tests.conftest import NARROW, WIDE

pytestmark = pytest.mark.journey

CLIPBOARD = ["clipboard-read", "clipboard-write"]
AS_HTML = "navigator.clipboard.read().then(all => all[0].getType('text/html')).then(blob => blob.text())"


@pytest.fixture
def somerset(transactional_db):
    return factories.somerset()


@pytest.fixture
def member(somerset):
    return factories.person(role="panel_member", body="Somerset County Council")


def score(page, option="Option 3", name="2"):
    """The link of a score in an option's row of the matrix."""
    row = page.get_by_role("region", name="Decision matrix").get_by_role("row", name=option)
    return row.get_by_role("link", name=name).first


def test_a_score_opens_its_rationale_under_the_matrix_and_keeps_the_focus(open_page, somerset, member):
    page = open_page(address("results", somerset), user=member)
    at = page.url
    score(page).focus()
    page.keyboard.press("Enter")
    beneath = page.locator("#beneath")
    expect(beneath).to_contain_text("Option 3, CCG leads, on 4c VAT")
    expect(beneath).to_contain_text("likely to be disadvantageous due to the different VAT treatment")
    expect(beneath.get_by_role("heading")).to_be_in_viewport()
    expect(score(page)).to_be_focused()
    assert page.url == at
    beneath.get_by_role("link", name="This cell and its history").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("4c Make best use of VAT regulations")


def test_without_scripts_a_score_leads_to_its_page_and_back(open_page, somerset, member):
    page = open_page(address("results", somerset), user=member, javascript=False)
    score(page).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("4c Make best use of VAT regulations")
    page.get_by_role("link", name="Results").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Results")


def test_the_ranked_table_is_copied_as_a_table_that_word_takes(open_page, somerset, member):
    page = open_page(address("results", somerset), user=member, permissions=CLIPBOARD)
    page.get_by_text("The same figures as a table").click()
    page.get_by_role("button", name="Copy table for Word").click()
    expect(page.get_by_text("Copied. Paste it into Word.")).to_be_visible()
    copied = page.evaluate(AS_HTML)
    assert "Option 6, New joint vehicle" in copied
    assert "class=" not in copied
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.splitlines()[1] == "1st\tOption 6, New joint vehicle\t57\t17\t13\t13\t14"


def test_without_scripts_the_ranked_table_can_still_be_opened_and_there_is_no_dead_button(
    open_page, somerset, member
):
    page = open_page(address("results", somerset), user=member, javascript=False)
    page.get_by_text("The same figures as a table").click()
    expect(page.get_by_role("table", name="Ranked options")).to_be_visible()
    expect(page.get_by_role("button", name="Copy table for Word")).to_be_hidden()


@pytest.mark.parametrize("viewport", [WIDE, NARROW])
def test_options_and_their_scores_stay_in_view_while_the_matrix_scrolls(
    viewport, open_page, somerset, member
):
    page = open_page(address("results", somerset), user=member, viewport=viewport)
    region = page.get_by_role("region", name="Decision matrix")
    region.evaluate("region => { region.scrollLeft = 10_000; }")
    row = region.get_by_role("row", name="Option 6")
    for part in (row.get_by_role("rowheader"), row.get_by_role("cell").first):
        box, frame = part.bounding_box(), region.bounding_box()
        assert frame["x"] <= box["x"]
        assert box["x"] + box["width"] <= frame["x"] + frame["width"]
    expect(row.get_by_role("cell").first).to_have_text("57")


def test_no_word_of_the_matrix_heads_is_broken_or_cut(open_page, somerset, member):
    page = open_page(address("results", somerset), user=member, viewport=NARROW)
    cut = page.locator(".wb-matrix__label").evaluate_all(
        "labels => labels.filter(label => label.scrollHeight > label.clientHeight + 1"
        " || label.scrollWidth > label.clientWidth + 1).map(label => label.textContent)"
    )
    assert cut == []


def test_two_options_are_compared_by_keyboard_alone(open_page, somerset, member):
    page = open_page(address("compare", somerset), user=member)
    page.get_by_label("Option", exact=True).focus()
    page.keyboard.type("Option 3")
    page.keyboard.press("Tab")
    page.keyboard.type("Option 1")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Option 3 is 19 ahead.")).to_be_visible()


def test_a_stage_is_moved_back_and_forth_without_scripts(open_page, transactional_db):
    appraisal_id = factories.complete_appraisal()
    page = open_page(address("overview", appraisal_id), user=factories.lead_officer(), javascript=False)
    page.get_by_text("Go back to set-up").first.click()
    page.get_by_role("button", name="Go back to set-up").click()
    expect(page.get_by_role("link", name="Write why")).to_be_visible()
    page.get_by_role("link", name="Write why").click()
    page.get_by_label("Why").fill("The scale was read in two ways.")
    page.get_by_role("button", name="Go back to set-up").click()
    expect(page.get_by_text("The appraisal is now in the stage “Set-up”.")).to_be_visible()
    page.get_by_role("button", name="Start scoring").click()
    expect(page.get_by_text("The appraisal is now in the stage “Scoring”.")).to_be_visible()
    assert snapshots.snapshot(appraisal_id).stage == "scoring"


def test_the_list_is_searched_and_sorted_without_scripts(open_page, transactional_db):
    for title in ("Beta", "Alpha", "Gamma"):
        factories.appraisal(slug=title.lower(), title=title)
    page = open_page("/", user=factories.lead_officer(), javascript=False)
    page.get_by_role("link", name="Appraisal", exact=True).click()
    rows = page.get_by_role("rowheader")
    expect(rows).to_contain_text(["Alpha", "Beta", "Gamma"])
    page.get_by_label("Words in the title").fill("gam")
    page.get_by_role("button", name="Show").click()
    expect(rows).to_contain_text(["Gamma"])
    expect(rows).to_have_count(1)
