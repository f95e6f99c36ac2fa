"""Scoring in a browser: with a mouse, by keyboard alone, without scripts, and a column pasted."""

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.conftest import NARROW, WIDE
from tests.journeys.cells import MOVE, STAY, cell, choose, line, point, rationale, settled, status, stored

pytestmark = pytest.mark.journey


@pytest.fixture
def appraisal_id(transactional_db):
    return factories.appraisal()


@pytest.fixture
def officer(appraisal_id):
    return factories.lead_officer()


def test_a_score_and_its_words_save_by_themselves_and_say_so(open_page, appraisal_id, officer):
    page = open_page(line(appraisal_id), user=officer)
    expect(page.locator("body")).to_contain_class("wb-live")
    choose(page, 4)
    expect(status(page)).to_contain_text("Saved ")
    expect(status(page)).to_contain_text("No rationale yet")
    expect(page.locator("#scoring-done h2")).to_have_text("Done: 1 of 12 cells")
    expect(page.locator("#tally-reach")).to_contain_text("1 without rationale 1 of 3")
    assert stored(appraisal_id) == (4, "")
    rationale(page).fill("More people live there.")
    expect(cell(page)).to_contain_text("4 words · about 60 is plenty")
    expect(cell(page)).to_contain_text("Not saved yet")
    rationale(page).blur()
    expect(status(page)).not_to_contain_text("No rationale yet")
    expect(page.locator("#tally-reach")).to_have_text("1 of 3")
    assert stored(appraisal_id) == (4, "More people live there.")


def test_words_save_when_typing_rests_and_the_box_stays_as_it_is(open_page, appraisal_id, officer):
    page = open_page(line(appraisal_id), user=officer)
    rationale(page).press_sequentially("So far")
    expect(status(page)).to_contain_text("Saved ")
    expect(rationale(page)).to_be_focused()
    rationale(page).press_sequentially(" and further")
    expect(rationale(page)).to_have_value("So far and further")
    rationale(page).blur()
    expect(status(page)).to_contain_text("Saved ")
    settled(page)
    assert stored(appraisal_id) == (None, "So far and further")


def test_scoring_by_keyboard_alone(open_page, appraisal_id, officer):
    page = open_page(line(appraisal_id), user=officer)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "mark":
            break
    page.keyboard.press("4")
    expect(point(page, 4)).to_be_focused()
    expect(status(page)).to_contain_text("Saved ")
    expect(point(page, 4)).to_be_focused()
    page.keyboard.press("Tab")
    expect(rationale(page)).to_be_focused()
    page.keyboard.type("There are 2 reasons.")
    page.keyboard.press("Tab")
    expect(status(page)).not_to_contain_text("No rationale yet")
    assert stored(appraisal_id) == (4, "There are 2 reasons.")
    page.keyboard.press("2")
    expect(point(page, 2, MOVE)).to_be_checked()
    page.keyboard.press("ArrowRight")
    expect(point(page, 3, MOVE)).to_be_checked()
    expect(status(page, "move")).to_contain_text("Saved ")
    settled(page, "move")
    assert stored(appraisal_id, "move") == (3, "")


def test_a_key_that_is_no_point_of_the_scale_does_nothing(open_page, appraisal_id, officer):
    page = open_page(line(appraisal_id), user=officer)
    page.get_by_role("radio", name=f"No score yet for {STAY}").focus()
    page.keyboard.press("7")
    page.keyboard.press("Control+4")
    expect(page.get_by_role("radio", name=f"No score yet for {STAY}")).to_be_checked()


def test_a_mistake_is_said_in_the_cell_and_mended_there(open_page, appraisal_id, officer):
    page = open_page(line(appraisal_id), user=officer)
    rationale(page).fill("x" * 10_001)
    rationale(page).blur()
    expect(page.locator("#problem-stay-reach")).to_contain_text("This has 10,001 characters")
    expect(rationale(page)).to_have_attribute("aria-invalid", "true")
    expect(rationale(page)).to_have_value("x" * 10_001)
    rationale(page).fill("Short.")
    rationale(page).blur()
    expect(status(page)).to_contain_text("Saved ")
    expect(page.locator("#problem-stay-reach")).to_be_empty()
    expect(rationale(page)).not_to_have_attribute("aria-invalid", "true")


@pytest.mark.parametrize("viewport", [WIDE, NARROW])
def test_without_scripts_each_cell_has_its_save(
    open_page, assert_accessible, appraisal_id, officer, viewport
):
    page = open_page(line(appraisal_id), user=officer, viewport=viewport, javascript=False)
    choose(page, 4)
    rationale(page).fill("Without a script.")
    page.get_by_role("button", name=f"Save {STAY}").click()
    assert page.url.endswith("?saved=stay-reach#cell-stay-reach")
    expect(status(page)).to_contain_text("Saved ")
    expect(rationale(page)).to_have_value("Without a script.")
    assert stored(appraisal_id) == (4, "Without a script.")
    factories.score(appraisal_id, "stay", "reach", 1, rationale="Theirs.", version=2, minutes=9)
    rationale(page).fill("Mine.")
    page.get_by_role("button", name=f"Save {STAY}").click()
    expect(cell(page)).to_contain_text("The command line saved this cell")
    expect(rationale(page)).to_have_value("Mine.")
    page.get_by_role("button", name=f"Keep mine for {STAY}").click()
    expect(status(page)).to_contain_text("Saved ")
    assert stored(appraisal_id) == (4, "Mine.")


@pytest.mark.parametrize("javascript", [True, False])
def test_a_column_is_pasted_looked_at_and_applied(open_page, appraisal_id, officer, javascript):
    page = open_page(line(appraisal_id), user=officer, javascript=javascript)
    page.get_by_text("Paste a column from Excel").click()
    page.get_by_role("textbox", name="The column").fill("4\tWords for staying\n9\n2. Sharing takes time.")
    page.get_by_role("button", name="Look at what would change").click()
    expect(page.get_by_role("link", name="Row 2, Option 2, Move: 9 is off the scale")).to_be_visible()
    page.get_by_role("textbox", name="The column").fill("4\tWords for staying\n\n2. Sharing takes time.")
    page.get_by_role("button", name="Look at what would change").click()
    page.get_by_role("button", name="Change 2 cells").click()
    expect(page.get_by_text("Changed two cells on 1a Reach more readers.")).to_be_visible()
    assert stored(appraisal_id) == (4, "Words for staying")
    assert stored(appraisal_id, "move") is None
    assert stored(appraisal_id, "share") == (2, "Sharing takes time.")
