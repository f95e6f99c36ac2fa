"""Scoring in a browser: by keyboard, by two people at once, and whatever happens while somebody types."""

import pytest
from playwright.sync_api import expect

from appraisal.selectors import snapshots
from organisations.roles import Role
from tests import factories
from tests.appraisal.pages.asking import address
from tests.conftest import NARROW, WIDE

pytestmark = pytest.mark.journey

STAY = "Option 1, Stay, on 1a Reach more readers"
MOVE = "Option 2, Move, on 1a Reach more readers"


@pytest.fixture
def appraisal_id(transactional_db):
    return factories.appraisal()


@pytest.fixture
def officer(appraisal_id):
    return factories.lead_officer()


def stored(appraisal_id, option="stay", line="reach"):
    """(score, rationale) of a cell as it stands."""
    cell = snapshots.snapshot(appraisal_id).cell_at.get((option, line))
    return cell and (cell.score, cell.rationale)


def line(appraisal_id, name="reach"):
    return address("score_line", appraisal_id, line=name)


def cell(page, option="stay", name="reach"):
    return page.locator(f"#cell-{option}-{name}")


def status(page, option="stay", name="reach"):
    return page.locator(f"#status-{option}-{name}")


def point(page, value, called=STAY):
    return page.get_by_role("radio", name=f"{value} Point {value}, for {called}")


def rationale(page, called=STAY):
    return page.get_by_role("textbox", name=f"Rationale for {called}")


def settled(page, option="stay"):
    """Waits until nothing of the cell is under way or unsaved."""
    expect(cell(page, option)).to_have_class("wb-cell")
    expect(status(page, option)).to_contain_text("Saved ")


def choose(page, value, called=STAY):
    """The box of a point, taken as with a mouse."""
    point(page, value, called).check()


def test_a_score_and_its_words_save_by_themselves_and_say_so(open_page, appraisal_id, officer):
    page = open_page(line(appraisal_id), user=officer)
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


def in_flight(page, pattern="**/scoring/cells/**"):
    """Holds the first save until told; gives the function that lets it go."""
    held = []

    def hold(route):
        if held:
            route.continue_()
        else:
            held.append(route)

    page.route(pattern, hold)
    return lambda: held[0].continue_()


def test_typing_while_a_score_is_being_saved_never_conflicts_with_oneself(open_page, appraisal_id, officer):
    page = open_page(line(appraisal_id), user=officer)
    let_go = in_flight(page)
    choose(page, 4)
    rationale(page).fill("Typed while the score was under way.")
    choose(page, 5)
    rationale(page).press("End")
    rationale(page).press_sequentially(" And more.")
    rationale(page).blur()
    expect(cell(page)).to_contain_text("Saving")
    let_go()
    settled(page)
    expect(status(page)).to_contain_text("Saved ")
    assert stored(appraisal_id) == (5, "Typed while the score was under way. And more.")
    expect(page.locator("[data-wb-conflict]")).to_have_count(0)


def test_a_link_waits_until_what_was_typed_is_saved(open_page, appraisal_id, officer):
    page = open_page(line(appraisal_id), user=officer)
    let_go = in_flight(page)
    rationale(page).fill("On my way out.")
    page.get_by_role("link", name="Next line").click()
    page.wait_for_timeout(300)
    assert page.url.endswith("/reach/")
    let_go()
    page.wait_for_url("**/scoring/lines/staff/")
    assert stored(appraisal_id) == (None, "On my way out.")


def two_at_once(open_page, appraisal_id, officer):
    """Two people have one cell open and the second saves first: the page of the first, told of it."""
    colleague = factories.person("Ben Yu", role=Role.ASSESSOR)
    mine, theirs = (open_page(line(appraisal_id), user=user) for user in (officer, colleague))
    choose(theirs, 2)
    rationale(theirs).fill("Theirs.")
    rationale(theirs).blur()
    expect(status(theirs)).not_to_contain_text("No rationale yet")
    rationale(mine).fill("Mine, and long in the making.")
    rationale(mine).blur()
    expect(mine.locator("#problem-stay-reach")).to_contain_text("Ben Yu saved this cell at")
    return mine


def test_two_people_at_one_cell_one_saves_and_the_other_is_told(open_page, appraisal_id, officer):
    page = two_at_once(open_page, appraisal_id, officer)
    expect(status(page)).to_have_text("Not saved")
    expect(page.locator("#problem-stay-reach")).to_contain_text("Theirs.")
    expect(rationale(page)).to_have_value("Mine, and long in the making.")
    assert stored(appraisal_id) == (2, "Theirs.")
    # Nothing goes out by itself while the choice is open, and what is typed meanwhile counts as mine.
    choose(page, 5)
    page.wait_for_timeout(300)
    assert stored(appraisal_id) == (2, "Theirs.")
    page.get_by_role("button", name=f"Keep mine for {STAY}").click()
    expect(status(page)).to_contain_text("Saved ")
    expect(page.locator("[data-wb-conflict]")).to_have_count(0)
    assert stored(appraisal_id) == (5, "Mine, and long in the making.")
    # The cell goes on saving by itself afterwards.
    rationale(page).fill("Mine, in the end.")
    rationale(page).blur()
    settled(page)
    assert stored(appraisal_id) == (5, "Mine, in the end.")


def test_taking_theirs_fills_the_cell_and_leads_into_it(open_page, appraisal_id, officer):
    page = two_at_once(open_page, appraisal_id, officer)
    page.get_by_role("button", name=f"Take theirs for {STAY}").press("Enter")
    expect(rationale(page)).to_have_value("Theirs.")
    expect(point(page, 2)).to_be_checked()
    expect(point(page, 2)).to_be_focused()
    page.keyboard.press("3")
    settled(page)
    expect(status(page)).to_contain_text("Saved ")
    assert stored(appraisal_id) == (3, "Theirs.")


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


def test_a_session_that_ended_while_typing_loses_nothing(open_page, appraisal_id, officer):
    page = open_page(line(appraisal_id), user=officer)
    cookies = page.context.cookies()
    page.context.clear_cookies(name="sessionid")
    rationale(page).fill("Typed after the session ended.")
    rationale(page).blur()
    expect(page.locator("#problem-stay-reach")).to_contain_text("What you typed is still on this page.")
    expect(page.get_by_role("link", name="Sign in (opens in a new tab)")).to_be_visible()
    expect(status(page)).to_have_text("Not saved")
    expect(rationale(page)).to_have_value("Typed after the session ended.")
    page.context.add_cookies([cookie for cookie in cookies if cookie["name"] == "sessionid"])
    page.get_by_role("button", name=f"Save {STAY}").click()
    expect(status(page)).to_contain_text("Saved ")
    assert stored(appraisal_id) == (None, "Typed after the session ended.")


def test_a_token_that_went_stale_while_typing_loses_nothing(open_page, appraisal_id, officer):
    page = open_page(line(appraisal_id), user=officer)
    page.context.clear_cookies(name="csrftoken")
    rationale(page).fill("Typed with an old token.")
    rationale(page).blur()
    expect(page.locator("#problem-stay-reach")).to_contain_text("Not saved yet")
    expect(rationale(page)).to_have_value("Typed with an old token.")
    page.get_by_role("button", name=f"Save {STAY}").click()
    expect(status(page)).to_contain_text("Saved ")
    assert stored(appraisal_id) == (None, "Typed with an old token.")


def test_a_server_that_does_not_answer_is_never_taken_for_a_save(open_page, appraisal_id, officer):
    page = open_page(line(appraisal_id), user=officer)
    page.route("**/scoring/cells/**", lambda route: route.abort())
    choose(page, 4)
    expect(status(page)).to_contain_text("Not saved. Your text is still here")
    page.unroute("**/scoring/cells/**")
    page.get_by_role("button", name=f"Save {STAY}").click()
    expect(status(page)).to_contain_text("Saved ")
    assert stored(appraisal_id)[0] == 4


def test_a_right_that_was_taken_away_while_typing_keeps_the_text(open_page, appraisal_id, officer):
    page = open_page(line(appraisal_id), user=officer)
    factories.move(appraisal_id, "set-up", reason="A line was forgotten.")
    rationale(page).fill("Written a little late.")
    rationale(page).blur()
    expect(page.locator("#problem-stay-reach")).to_contain_text("Scores cannot be changed yet")
    expect(rationale(page)).to_have_value("Written a little late.")
    assert stored(appraisal_id) is None


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
