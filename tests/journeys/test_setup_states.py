"""The set-up in awkward states: refused forms, names too long, what went meanwhile, no scripts, keys."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from organisations.roles import Role
from tests import factories
from tests.appraisal.pages.asking import address, client_of
from tests.appraisal.pages.setup.filling import send
from tests.conftest import NARROW

pytestmark = pytest.mark.journey

LONG = "A heading that goes on, with Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch in the middle"
REFUSED = [
    ("setup_about", {}, "Save", "Enter the title of the appraisal."),
    ("setup_scale", {}, "Save the scale", "Enter the highest score."),
    ("add_body", {}, "Add the body", "There is a problem"),
    ("add_group", {}, "Add the group", "There is a problem"),
    ("add_option", {}, "Add the option", "Enter the name of the option."),
    ("add_factor", {}, "Add it", "There is a problem"),
    ("add_weight_set", {}, "Save the weights", "Enter a weight. 0 counts for nothing."),
    ("option_stage", {"option": "move"}, "Save where it stands", "Write why the option is not taken forward"),
    ("add_entry", {"part": "notes"}, "Add", "There is a problem"),
    ("swing_weights", {}, "Go on", "There is a problem"),
]
SCROLLED = [
    *("setup", "criteria", "options", "filter_options", "weights", "add_weight_set", "swing_weights"),
    *("checks", "setup_bodies", "setup_people", "overview"),
]


@pytest.fixture
def appraisal_id(transactional_db):
    return factories.appraisal(stage="set-up")


@pytest.fixture
def officer(appraisal_id):
    return factories.lead_officer()


def test_every_form_that_is_refused(open_page, assert_accessible, appraisal_id, officer):
    page = open_page("/appraisals/start/new/", user=officer, viewport=NARROW)
    page.get_by_role("button", name="Start the appraisal").click()
    expect(page.locator("main")).to_contain_text("Enter the title of the appraisal.")
    assert_accessible(page)
    for name, names, button, said in REFUSED:
        page.goto(address(name, appraisal_id, **names))
        for label in ("Title", "Highest score"):
            if page.get_by_label(label, exact=True).count():
                page.get_by_label(label, exact=True).fill("")
        if name == "option_stage":
            page.get_by_role("radio", name="Dropped").check()
        page.get_by_role("button", name=button).first.click()
        expect(page.locator("main")).to_contain_text(said)
        assert_accessible(page)


def test_names_that_are_too_long_make_no_page_too_wide(open_page, assert_accessible, transactional_db):
    data = factories.file(stage="set-up", title=LONG)
    lines = [sub for group in data["groups"] for sub in group["sub_criteria"]]
    for thing in (*data["groups"], *data["options"], *lines):
        thing["name"] = f"{thing['name']} {LONG}"
    data["organisations"][1]["name"] = LONG
    found = factories.appraisal(**data)
    page = open_page("/appraisals/", user=factories.lead_officer(), viewport=NARROW)
    for name in SCROLLED:
        page.goto(address(name, found))
        assert_accessible(page)


def test_what_went_meanwhile_loses_nothing_typed(open_page, assert_accessible, appraisal_id, officer):
    page = open_page(address("edit_line", appraisal_id, line="reach"), user=officer)
    other = client_of(factories.person("Ben Yu", role=Role.LEAD_OFFICER))
    send(other, "remove_line", appraisal_id, names={"line": "reach"})
    page.get_by_label("Guidance").fill("Count the cards.")
    page.get_by_role("button", name="Save the line").click()
    expect(page.locator("main")).to_contain_text("Somebody may have removed it. What you wrote is still")
    expect(page.get_by_label("Guidance")).to_have_value("Count the cards.")
    assert_accessible(page)


def test_a_line_is_renamed_while_another_scores_and_both_are_kept(open_page, transactional_db):
    found = factories.appraisal()
    scorer = factories.person("Ben Yu", role=Role.ASSESSOR)
    scoring = open_page(address("score_line", found, line="reach"), user=scorer)
    page = open_page(address("edit_line", found, line="reach"), user=factories.lead_officer())
    page.get_by_label("Name", exact=True).fill("Reach all readers")
    page.get_by_role("button", name="Save the line").click()
    expect(page.get_by_text("is saved.")).to_be_visible()
    scoring.locator("#cell-stay-reach textarea").fill("Few come.")
    scoring.locator("#cell-stay-reach textarea").blur()
    expect(scoring.locator("#cell-stay-reach")).to_contain_text("Saved")
    scoring.reload()
    expect(scoring.get_by_role("heading", level=1)).to_contain_text("Reach all readers")
    expect(scoring.locator("#cell-stay-reach textarea")).to_have_value("Few come.")


def test_the_only_option_says_that_it_cannot_be_removed(open_page, assert_accessible, transactional_db):
    options = [{"id": "a", "name": "Stay", "stage": "long-list"}]
    found = factories.appraisal(stage="set-up", options=options)
    page = open_page(address("remove_option", found, option="a"), user=factories.lead_officer())
    expect(page.get_by_text("an appraisal without one compares nothing")).to_be_visible()
    assert page.locator("main button").count() == 0
    assert_accessible(page)


def test_from_blank_to_scoring_without_scripts(open_page, appraisal_id, officer):
    page = open_page(reverse("appraisal:start"), user=officer, javascript=False)

    def press(name):
        page.get_by_role("button", name=name, exact=True).click()

    page.get_by_role("link", name="Blank").click()
    page.get_by_label("Title").fill("Where the depot goes")
    press("Start the appraisal")
    expect(page.get_by_role("link", name="What blocks scoring")).to_be_visible()
    home = page.url

    page.get_by_role("link", name="Scale", exact=True).click()
    page.get_by_label("Lowest score").fill("1")
    page.get_by_label("Highest score").fill("5")
    press("Save the scale")
    page.get_by_role("link", name="Criteria groups and lines", exact=True).click()
    page.get_by_role("button", name="Add a criteria group").click()
    page.get_by_label("Name", exact=True).fill("Staff")
    press("Add the group, then its lines")
    page.get_by_label("Name", exact=True).fill("Keep them")
    press("Add the line")
    for number, name in enumerate(("Stay", "Move"), 1):
        page.goto(f"{home.replace('setup/', 'options/add/')}")
        page.get_by_label("Number").fill(str(number))
        page.get_by_label("Name in full").fill(name)
        page.get_by_role("radio", name="On the short list").check()
        press("Add the option")
    page.get_by_role("button", name="Move down Option 1, Stay").click()
    page.goto(home)
    expect(page.get_by_text("Nothing blocks scoring.")).to_be_visible()
    press("Start scoring")
    page.goto(home)
    expect(page.get_by_text("Scoring has started.")).to_be_visible()


def test_every_stop_of_the_tab_key_can_be_seen(open_page, appraisal_id, officer):
    page = open_page("/appraisals/", user=officer)
    for name in ("setup", "criteria", "options", "weights", "setup_scale"):
        page.goto(address(name, appraisal_id))
        stops = page.locator("main a, main button, main input:not([type=hidden]), main summary").count()
        for _ in range(stops + 40):
            page.keyboard.press("Tab")
            shown = page.evaluate(
                """() => {
                    const at = document.activeElement, look = getComputedStyle(at);
                    if (at === document.body) return null;
                    return look.outlineStyle !== 'none' && look.outlineWidth !== '0px'
                        || look.boxShadow !== 'none' || at.outerHTML;
                }"""
            )
            if shown is None:
                break
            assert shown is True
