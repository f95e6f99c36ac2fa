"""Weights in a browser: shares beside every box while somebody types, swing weighting, the seal, checks."""

from decimal import Decimal

import pytest
from playwright.sync_api import expect

from appraisal.core.snapshot import Combine
from appraisal.selectors import snapshots
from tests import factories
from tests.appraisal.pages.asking import address
from tests.conftest import NARROW, WIDE

pytestmark = pytest.mark.journey


@pytest.fixture(params=[WIDE, NARROW], ids=["wide", "narrow"])
def viewport(request):
    return request.param


@pytest.fixture
def appraisal_id(transactional_db):
    return factories.appraisal(stage="set-up")


@pytest.fixture
def officer(appraisal_id):
    return factories.lead_officer()


@pytest.mark.both_databases
def test_from_no_weights_to_swing_weights_that_are_sealed(
    open_page, assert_accessible, appraisal_id, officer, viewport
):
    page = open_page(address("weights", appraisal_id), user=officer, viewport=viewport)
    assert_accessible(page)

    page.get_by_role("link", name="Begin with equal groups").click()
    assert_accessible(page)
    expect(page.locator("#share-line-cost")).to_have_text("50%")
    page.get_by_label("Weight of the group People").fill("3")
    page.get_by_label("Weight of the group People").blur()
    expect(page.locator("#share-line-cost")).to_have_text("25%")
    expect(page.locator("#weights-sum")).to_have_text("The groups' weights add up to 4.")
    page.get_by_label("Weight of the group People").fill("0,5")
    page.get_by_role("button", name="Save the weights").click()
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    assert_accessible(page)
    page.get_by_label("Weight of the group People").fill("60%")
    page.get_by_label("Weight of the group Place").fill("40%")
    page.get_by_label("Name of the set").fill("As agreed")
    page.get_by_role("button", name="Save the weights").click()
    expect(page.get_by_text("The weights “As agreed” were added.")).to_be_visible()

    page.get_by_role("link", name="Swing weighting, one step at a time").click()
    assert_accessible(page)
    page.get_by_role("radio", name="1b Keep the staff").check()
    page.get_by_role("button", name="Go on").click()
    assert_accessible(page)
    page.get_by_label("1a Reach more readers").fill("50")
    page.get_by_label("2a Cost less").fill("25")
    page.get_by_role("button", name="Look at what that says").click()
    expect(page.get_by_text("is worth half of the whole way on 1b Keep the staff.")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="No: change the figures").click()
    page.get_by_label("2a Cost less").fill("50")
    page.get_by_role("button", name="Look at what that says").click()
    page.get_by_label("Name of the set").fill("By swings")
    page.get_by_role("button", name="Yes: save the weights").click()
    expect(page.get_by_text("The swing weights “By swings” are saved.")).to_be_visible()

    page.get_by_role("link", name="Make it the appraisal's own set: By swings").click()
    assert_accessible(page)
    page.get_by_role("radio", name="Weights as shares, times scores").check()
    page.get_by_role("button", name="Save the choice").click()
    expect(page.get_by_text("The weights “By swings” are the appraisal's own")).to_be_visible()
    page.get_by_role("button", name="Seal the weights now").click()
    expect(page.get_by_text("The weights are sealed since")).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    assert_accessible(page)

    page.get_by_role("link", name="Change By swings", exact=True).click()
    page.get_by_label("2a Cost less").fill("40")
    page.get_by_role("button", name="Save the weights").click()
    expect(page.get_by_role("link", name="The weights are sealed. Write why")).to_be_visible()
    assert_accessible(page)
    page.get_by_label("Why the weights change").fill("Finance asked.")
    page.get_by_role("button", name="Save the weights").click()
    expect(page.get_by_text("The weights “By swings” are saved.")).to_be_visible()
    found = snapshots.snapshot(appraisal_id)
    assert found.method.combine is Combine.WEIGHTED_MEAN
    assert dict(found.weight_sets[1].sub_criteria) == {
        "reach": Decimal(50),
        "staff": Decimal(100),
        "cost": Decimal(40),
    }


def test_without_scripts_a_button_shows_the_shares(open_page, appraisal_id, officer):
    page = open_page(address("add_weight_set", appraisal_id), user=officer, viewport=NARROW, javascript=False)
    for label, weight in (
        ("1a Reach more readers", "1/4"),
        ("1b Keep the staff", "0.25"),
        ("2a Cost less", "50%"),
    ):
        page.get_by_label(label).fill(weight)
    page.get_by_role("button", name="Show the shares, without saving").click()
    expect(page.locator("#share-line-cost")).to_have_text("99%")
    page.get_by_label("2a Cost less").fill("0.5")
    page.get_by_role("button", name="Give the groups weights too: two levels").click()
    expect(page.get_by_label("2a Cost less")).to_have_value("0.5")


def test_who_wins_by_the_size_of_a_group_and_the_checks(
    open_page, assert_accessible, transactional_db, viewport
):
    strong, weak = ("s1", "s2"), ("w1", "w2", "w3", "w4", "w5")
    groups = [
        {"id": group, "name": name, "sub_criteria": [{"id": one, "name": f"Line {one}"} for one in lines]}
        for group, name, lines in (("strong", "Strong", strong), ("weak", "Weak", weak))
    ]
    scores = {
        "stay": dict.fromkeys(strong + weak, 3),
        "move": dict.fromkeys(strong, 5) | dict.fromkeys(weak, 3),
        "share": dict.fromkeys(strong, 3) | dict.fromkeys(weak, 4),
    }
    found = factories.appraisal(groups=groups, cells=factories.cells(scores))
    page = open_page(address("weights", found), user=factories.lead_officer(), viewport=viewport)
    expect(
        page.get_by_text("Option 3 by the plain total, Option 2 if the groups count equally")
    ).to_be_visible()
    assert_accessible(page)
    page.get_by_role("link", name="Results").click()
    expect(page.get_by_role("heading", name="What the size of a group does")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("link", name="Checks").click()
    expect(page.get_by_role("heading", name="The same words in more than one cell")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("link", name="Option 1 on 1a Line s1").first.click()
    expect(page.get_by_role("heading", name="1a Line s1")).to_be_visible()
