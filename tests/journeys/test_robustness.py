"""The Robustness page in a browser: the slider, no scripts, the keyboard, a large appraisal, and axe."""

from random import Random

import pytest
from playwright.sync_api import expect

from appraisal.core.snapshot import from_dict
from tests import factories
from tests.appraisal.pages.asking import address
from tests.benchmarks.sizes import appraisal_data
from tests.conftest import NARROW, WIDE
from tests.journeys.test_reading_accessible import STATES, everything

pytestmark = pytest.mark.journey

SOMERSET = "Somerset County Council"
FIRST_AT = "With 2a Clear leadership at {} of all weight, {}."


@pytest.fixture
def somerset(transactional_db):
    return factories.somerset()


@pytest.fixture
def member(somerset):
    return factories.person(role="panel_member", body=SOMERSET)


def sized(options, lines):
    data = appraisal_data(options, lines, Random(1))
    return factories.stored(from_dict({**data, "organisations": factories.file()["organisations"]}))


def slider(page):
    return page.get_by_role("slider", name="Its share of all weight")


def test_the_slider_moves_the_picture_and_keeps_the_focus(open_page, somerset, member):
    page = open_page(address("robustness", somerset), user=member)
    expect(page.get_by_text(FIRST_AT.format("7.7%", "Option 6 is first"))).to_be_visible()
    at = page.url
    slider(page).focus()
    for _ in range(18):
        page.keyboard.press("ArrowRight")
    expect(page.locator("#one-line")).to_contain_text(FIRST_AT.format("26%", "Option 4 is first"))
    expect(slider(page)).to_be_focused()
    expect(page.locator("#wb-announce")).to_have_text(FIRST_AT.format("26%", "Option 4 is first"))
    expect(page.locator("#one-line").get_by_role("columnheader", name="26% Weight chosen")).to_be_visible()
    assert page.url == at


def test_another_line_or_group_is_chosen_by_keyboard(open_page, somerset, member):
    page = open_page(address("robustness", somerset), user=member)
    page.get_by_label("Line or criteria group").focus()
    page.keyboard.type("3 Off")
    expect(page.locator("#one-line")).to_contain_text("With 3 Officers at 8% of all weight")
    expect(page.get_by_label("Line or criteria group")).to_be_focused()


def test_without_scripts_line_and_weight_are_sent_by_the_button(open_page, somerset, member):
    page = open_page(address("robustness", somerset), user=member, javascript=False)
    page.get_by_label("Line or criteria group").select_option(label="3a One strong function")
    slider(page).fill("40")
    page.get_by_role("button", name="Show").click()
    expect(
        page.get_by_text("With 3a One strong function at 40% of all weight, Option 4 is first.")
    ).to_be_visible()
    expect(slider(page)).to_have_value("40")


def test_without_scripts_draws_and_seed_are_chosen_and_a_mistake_is_said(open_page, somerset, member):
    page = open_page(address("robustness", somerset), user=member, javascript=False)
    page.get_by_role("link", name="Criteria groups", exact=True).click()
    expect(page.get_by_text("100,000 weightings of the four criteria groups")).to_be_visible()
    page.get_by_text("Draw again, with another seed").click()
    page.get_by_label("Number of draws").fill("0")
    page.get_by_role("button", name="Draw").click()
    page.get_by_role("link", name="The number of draws must be a whole number").click()
    page.get_by_label("Number of draws").fill("20 000")
    page.get_by_label("Seed").fill("7")
    page.get_by_role("button", name="Draw").click()
    expect(page.get_by_text("20,000 weightings of the four criteria groups")).to_be_visible()


def test_what_is_drawn_is_switched_in_place_and_the_focus_stays(open_page, somerset, member):
    page = open_page(address("robustness", somerset), user=member)
    link = page.get_by_role("link", name="Between half and double of now")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("with each weight drawn between half and double")).to_be_visible()
    expect(link).to_be_focused()
    expect(link).to_have_attribute("aria-current", "true")
    assert "spread=bounded" in page.url
    page.go_back()
    expect(page.get_by_text("drawn evenly from all that add up to 100%")).to_be_visible()


def test_a_large_appraisal_is_readable_at_once_and_its_shares_follow(open_page, transactional_db):
    appraisal_id = sized(40, 40)
    page = open_page(address("robustness", appraisal_id), user=factories.lead_officer())
    expect(page.get_by_role("table", name="Share of the weightings drawn")).to_be_visible(timeout=30_000)
    expect(page.locator("#in-words")).to_contain_text("it is not the chance that the ranking is right")


def test_without_scripts_a_large_appraisal_is_drawn_by_a_link(open_page, transactional_db):
    appraisal_id = sized(40, 40)
    page = open_page(address("robustness", appraisal_id), user=factories.lead_officer(), javascript=False)
    expect(page.get_by_text("These figures are being worked out")).to_be_visible()
    page.get_by_role("link", name="Work it out now").click()
    expect(page.get_by_text("100,000 weightings of the 40 lines")).to_be_visible()


@pytest.mark.parametrize("state", [*STATES, "many"])
def test_axe_finds_nothing_in_any_state(state, open_page, assert_accessible, transactional_db):
    appraisal_id = sized(20, 40) if state == "many" else STATES[state]()
    page = open_page(address("robustness", appraisal_id), user=factories.lead_officer(), viewport=NARROW)
    everything(page, assert_accessible)


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("query", ["", "?weight=40&line=group:officers&spread=bounded", "?draws=0&weight=x"])
def test_axe_finds_nothing_in_somerset(query, viewport, open_page, assert_accessible, somerset, member):
    page = open_page(address("robustness", somerset) + query, user=member, viewport=viewport)
    everything(page, assert_accessible)
