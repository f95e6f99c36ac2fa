"""From a long list to a short list in a browser: by keyboard, narrow and wide, with and without scripts."""

import pytest
from playwright.sync_api import expect

from appraisal.core.snapshot import OptionStage, Verdict
from appraisal.selectors import snapshots
from tests import factories
from tests.appraisal.pages.asking import address
from tests.conftest import NARROW, WIDE

pytestmark = pytest.mark.journey


@pytest.fixture
def appraisal_id(transactional_db):
    gate = {
        "id": "legal",
        "name": "Be within the powers of the council",
        "short_name": "Legal",
        "kind": "gate",
    }
    groups = factories.file()["groups"]
    groups[0]["sub_criteria"].insert(0, gate)
    failed = factories.cells({"share": {"legal": "fail"}}, rationale="Counsel says so.")
    return factories.appraisal(stage="set-up", groups=groups, cells=failed)


@pytest.fixture
def officer(appraisal_id):
    return factories.lead_officer()


def add_option(page, number, name, proposal):
    page.get_by_label("Number").fill(number)
    page.get_by_label("Name in full").fill(name)
    page.get_by_label("What it proposes").fill(proposal)


def thing(page, option):
    return page.locator(f"#option-{option}")


@pytest.mark.both_databases
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_from_a_long_list_to_a_short_list(open_page, assert_accessible, appraisal_id, officer, viewport):
    page = open_page(address("options", appraisal_id), user=officer, viewport=viewport)
    assert_accessible(page)
    expect(thing(page, "share")).to_contain_text("Failed the gate 1a Legal.")

    page.get_by_role("button", name="Add an option").click()
    assert_accessible(page)
    page.get_by_role("button", name="Add the option").click()
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    assert_accessible(page)
    add_option(page, "4", "Share with the school", "Open at night\nTwo doors")
    page.get_by_role("button", name="Add it, and then another").click()
    expect(page.get_by_text("“Share with the school” was added.")).to_be_visible()
    add_option(page, "5", "Close it", "")
    page.get_by_role("radio", name="Dropped").check()
    page.get_by_label("Why").fill("Nobody wants that.")
    page.get_by_label("When that was decided").fill("3 May 2026")
    page.get_by_role("button", name="Add the option").click()
    expect(thing(page, "option-5")).to_contain_text("3 May 2026: Nobody wants that.")
    assert_accessible(page)

    # By keyboard: the button that moves it, then the page opens at the option.
    page.get_by_role("button", name="Move up Option 5, Close it").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("The option moved up one place.")).to_be_visible()
    assert [option.id for option in snapshots.snapshot(appraisal_id).options][-2:] == ["option-5", "option-4"]

    thing(page, "option-4").get_by_role("link", name="Short-list or drop Option 4").click()
    assert_accessible(page)
    page.get_by_role("radio", name="On the short list").check()
    page.get_by_label("When that was decided").fill("10 May 2026")
    page.get_by_role("button", name="Save where it stands").click()
    expect(page.get_by_text("Option 4, Share with the school is on the short list.")).to_be_visible()
    expect(thing(page, "option-4")).to_contain_text("Since 10 May 2026.")

    thing(page, "stay").get_by_role("link", name="Remove Option 1, Stay").click()
    assert_accessible(page)
    page.get_by_role("button", name="Remove Option 1, Stay").click()
    expect(page.get_by_text("Option 1, Stay was removed.")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Bring back Stay").click()
    expect(page.get_by_text("The option is back.")).to_be_visible()
    found = snapshots.snapshot(appraisal_id).option
    assert found["option-4"].stage is OptionStage.SHORT_LIST
    assert found["option-5"].stage is OptionStage.DROPPED
    assert found["stay"].baseline


@pytest.mark.parametrize("viewport", [NARROW], ids=["narrow"])
def test_the_filter_and_swot(open_page, assert_accessible, appraisal_id, officer, viewport):
    page = open_page(address("filter_options", appraisal_id), user=officer, viewport=viewport)
    assert_accessible(page)
    for name, kind in (("Affordability", "A critical success factor"), ("Nearer to readers", "An objective")):
        page.get_by_role("button", name="Add a success factor or objective").click()
        assert_accessible(page)
        page.get_by_label("Name").fill(name)
        page.get_by_role("radio", name=kind).check()
        page.get_by_role("button", name="Add it", exact=True).click()
        expect(page.get_by_text(f"“{name}” was added.")).to_be_visible()
    page.get_by_role("link", name="Change how Option 2, Move does").click()
    assert_accessible(page)
    page.get_by_role("group", name="How it does on Affordability").get_by_label("Fails").check()
    page.get_by_label("Why on Affordability").fill("Twice what there is.")
    page.get_by_role("group", name="How it does on Nearer to readers").get_by_label(
        "Meets", exact=True
    ).check()
    page.get_by_role("button", name="Save how it does").click()
    expect(page.get_by_role("row", name="Option 2")).to_contain_text("Meets 1 of 2, fails 1 (Affordability)")
    assert_accessible(page)
    page.get_by_role("link", name="Option 2").first.click()
    expect(page.get_by_role("heading", name="Option 2, Move", level=1)).to_be_visible()
    page.get_by_role("link", name="Write the SWOT").click()
    assert_accessible(page)
    page.get_by_label("Strengths").fill("Near the station\nWarm")
    page.get_by_role("button", name="Save the SWOT").click()
    expect(page.get_by_text("The SWOT is saved.")).to_be_visible()
    assert_accessible(page)
    move = snapshots.snapshot(appraisal_id).option["move"]
    assert [verdict.verdict for verdict in move.filter] == [Verdict.FAILS, Verdict.MEETS]
    assert move.swot.strengths == ("Near the station", "Warm")


def test_without_scripts_and_with_a_conflict(open_page, assert_accessible, appraisal_id, officer):
    page = open_page(
        address("edit_option", appraisal_id, option="move"), user=officer, viewport=NARROW, javascript=False
    )
    other = open_page(
        address("edit_option", appraisal_id, option="move"), user=officer, viewport=NARROW, javascript=False
    )
    other.get_by_label("Name in full").fill("Theirs")
    other.get_by_role("button", name="Save the option").click()
    expect(other.get_by_text("The option is saved.")).to_be_visible()
    page.get_by_label("Name in full").fill("Mine")
    page.get_by_role("button", name="Save the option").click()
    expect(page.get_by_role("heading", name="Not saved")).to_be_visible()
    expect(page.get_by_text("Theirs", exact=True)).to_be_visible()
    page.get_by_role("button", name="Keep mine").click()
    expect(page.get_by_role("heading", name="Option 2, Mine")).to_be_visible()
    assert snapshots.snapshot(appraisal_id).option["move"].name == "Mine"


def test_a_conflict_is_accessible(open_page, assert_accessible, appraisal_id, officer):
    where = address("edit_option", appraisal_id, option="move")
    page = open_page(where, user=officer)
    other = open_page(where, user=officer)
    other.get_by_label("Name in full").fill("Theirs")
    other.get_by_role("button", name="Save the option").click()
    expect(other.get_by_text("The option is saved.")).to_be_visible()
    page.get_by_label("Name in full").fill("Mine")
    page.get_by_role("button", name="Save the option").click()
    expect(page.get_by_role("heading", name="Not saved")).to_be_visible()
    assert_accessible(page)
