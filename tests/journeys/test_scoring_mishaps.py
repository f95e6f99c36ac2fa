"""What happens while somebody types: two people at once, a session that ends, a server that is silent."""

import pytest
from playwright.sync_api import expect

from organisations.roles import Role
from tests import factories
from tests.appraisal.pages.asking import address
from tests.journeys.cells import STAY, cell, choose, line, point, rationale, settled, status, stored

pytestmark = pytest.mark.journey


@pytest.fixture
def appraisal_id(transactional_db):
    return factories.appraisal()


@pytest.fixture
def officer(appraisal_id):
    return factories.lead_officer()


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


def test_leaving_with_something_that_cannot_be_saved_is_asked_about(open_page, appraisal_id, officer):
    page = open_page(line(appraisal_id), user=officer)
    page.route("**/scoring/cells/**", lambda route: route.abort())
    rationale(page).click()
    rationale(page).press_sequentially("Not to be lost.")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.get_by_role("link", name="Next line").click()
    page.wait_for_url("**/scoring/lines/staff/")
    assert asked == ["beforeunload"]


def test_a_recommendation_half_written_is_asked_about_before_it_is_left(open_page, appraisal_id, officer):
    page = open_page(address("edit_recommendation", appraisal_id), user=officer)
    page.get_by_label("Statement").click()
    page.get_by_label("Statement").press_sequentially("Half a sentence")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.get_by_role("link", name="Leave it as it is").click()
    page.wait_for_url("**/recommendation/")
    assert asked == ["beforeunload"]
    page.get_by_role("link", name="Write the recommendation").click()
    page.get_by_label("Statement").fill("A whole one.")
    page.get_by_role("button", name="Save the recommendation").click()
    expect(page.get_by_text("The recommendation is saved.")).to_be_visible()
    assert asked == ["beforeunload"]


def two_at_once(open_page, appraisal_id, officer):
    """Two people have one cell open and the second saves first: the page of the first, told of it."""
    colleague = factories.person("Ben Yu", role=Role.ASSESSOR)
    mine, theirs = (open_page(line(appraisal_id), user=user) for user in (officer, colleague))
    choose(theirs, 2)
    rationale(theirs).fill("Theirs.")
    rationale(theirs).blur()
    settled(theirs)
    rationale(mine).fill("Mine, and long in the making.")
    rationale(mine).blur()
    expect(mine.locator("#problem-stay-reach")).to_contain_text("Ben Yu saved this cell at")
    return mine


@pytest.mark.both_databases
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
    page.get_by_role("button", name=f"Keep mine for {STAY}").press("Enter")
    settled(page)
    expect(page.locator("[data-wb-conflict]")).to_have_count(0)
    expect(rationale(page)).to_be_focused()
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
