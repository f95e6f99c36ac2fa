"""axe finds nothing on the scoring and recommendation pages, wide and narrow, in each of their states."""

import pytest
from playwright.sync_api import expect

from organisations.roles import Role
from tests import factories
from tests.appraisal.pages.asking import address
from tests.conftest import NARROW, WIDE

pytestmark = pytest.mark.journey

STAY = "Option 1, Stay, on 1a Reach more readers"


@pytest.fixture(params=[WIDE, NARROW], ids=["wide", "narrow"])
def viewport(request):
    return request.param


@pytest.fixture
def appraisal_id(transactional_db):
    found = factories.appraisal()
    factories.score(found, "stay", "reach", 2)
    factories.score(found, "move", "reach", 4, rationale="")
    return found


@pytest.fixture
def officer(appraisal_id):
    return factories.lead_officer()


def unfold(page):
    """Opens whatever can be opened, so that it is looked at too."""
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")


def test_a_line_partly_scored(open_page, assert_accessible, appraisal_id, officer, viewport):
    page = open_page(address("score_line", appraisal_id, line="reach"), user=officer, viewport=viewport)
    assert_accessible(page)
    unfold(page)
    assert_accessible(page)
    page.goto(address("score_line", appraisal_id, line="staff"))
    assert_accessible(page)
    page.goto(address("score_line", appraisal_id, line="law"))
    assert_accessible(page)


def test_an_option(open_page, assert_accessible, appraisal_id, officer, viewport):
    page = open_page(address("score_option", appraisal_id, option="stay"), user=officer, viewport=viewport)
    unfold(page)
    assert_accessible(page)


def test_a_cell_just_saved_refused_and_in_conflict(
    open_page, assert_accessible, appraisal_id, officer, viewport
):
    page = open_page(address("score_line", appraisal_id, line="reach"), user=officer, viewport=viewport)
    box = page.get_by_role("textbox", name=f"Rationale for {STAY}")
    box.fill("Saved.")
    box.blur()
    expect(page.locator("#status-stay-reach")).to_contain_text("Saved ")
    assert_accessible(page)
    box.fill("x" * 10_001)
    box.blur()
    expect(page.locator("#problem-stay-reach")).to_contain_text("10,001")
    assert_accessible(page)
    colleague = factories.person("Ben Yu", role=Role.ASSESSOR)
    version = int(page.locator("#version-stay-reach").input_value())
    factories.score(appraisal_id, "stay", "reach", 1, version=version, actor=colleague)
    box.fill("Mine.")
    box.blur()
    expect(page.locator("#problem-stay-reach")).to_contain_text("Ben Yu saved this cell")
    assert_accessible(page)


def test_the_same_refusals_without_scripts(open_page, assert_accessible, appraisal_id, officer, viewport):
    page = open_page(address("score_line", appraisal_id, line="reach"), user=officer, viewport=viewport)
    where = address("save_cell", appraisal_id, option="stay", line="reach")
    for data in ({"mark": "9", "version": "0"}, {"mark": "5", "version": "0"}):
        page.goto(address("score_line", appraisal_id, line="reach"))
        page.evaluate(
            """([where, data]) => {
                const form = document.querySelector("#cell-stay-reach").cloneNode(true);
                form.removeAttribute("hx-post");
                form.action = where;
                form.querySelectorAll("[name=mark]").forEach(mark => mark.remove());
                for (const [name, value] of Object.entries(data)) {
                    form.querySelectorAll(`[name=${name}]`).forEach(field => field.remove());
                    const field = document.createElement("input");
                    Object.assign(field, { type: "hidden", name, value });
                    form.append(field);
                }
                form.removeAttribute("data-wb-cell");
                document.body.append(form);
                form.submit();
            }""",
            [where, data],
        )
        expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
        assert_accessible(page)


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.ASSESSOR])
def test_a_page_that_cannot_be_changed(open_page, assert_accessible, transactional_db, role, viewport):
    found = factories.complete_appraisal(stage="agreed")
    page = open_page(
        address("score_line", found, line="reach"), user=factories.person(role=role), viewport=viewport
    )
    unfold(page)
    assert_accessible(page)
    page.goto(address("score_option", found, option="stay"))
    assert_accessible(page)


def test_a_long_list_a_typed_scale_and_a_gate(open_page, assert_accessible, transactional_db, viewport):
    gate = {"id": "legal", "name": "Be legal", "kind": "gate"}
    ruled = {"id": "reach", "name": "Reach", "not_applicable_rule": "Nobody reads."}
    found = factories.appraisal(
        scale={"lo": "0", "hi": "100", "step": "1"},
        groups=[{"id": "all", "name": "All", "guidance": "Think.", "sub_criteria": [ruled, gate]}],
    )
    user = factories.lead_officer()
    page = open_page(address("score_line", found, line="reach"), user=user, viewport=viewport)
    assert_accessible(page)
    page.get_by_role("textbox", name="Score of Option 1, Stay, on 1a Reach").fill("55")
    page.get_by_role("textbox", name="Score of Option 1, Stay, on 1a Reach").blur()
    expect(page.locator("#status-stay-reach")).to_contain_text("Saved ")
    page.goto(address("score_line", found, line="legal"))
    assert_accessible(page)
    long_list = [{"id": "far", "number": 1, "name": "Far", "stage": "long-list"}]
    empty = factories.appraisal(slug="empty", options=long_list, stage="set-up")
    page.goto(address("score_line", empty, line="reach"))
    assert_accessible(page)


def test_a_column_before_with_bad_rows_and_ready(
    open_page, assert_accessible, appraisal_id, officer, viewport
):
    page = open_page(address("paste_column", appraisal_id, line="reach"), user=officer, viewport=viewport)
    assert_accessible(page)
    for column in ("1\n2", "9\nx\n3", "1\tWords\n\ntbc"):
        page.get_by_role("textbox", name="The column").fill(column)
        page.get_by_role("button", name="Look at what would change").click()
        assert_accessible(page)


def test_the_recommendation_empty_written_and_in_conflict(
    open_page, assert_accessible, appraisal_id, officer, viewport
):
    page = open_page(address("recommendation", appraisal_id), user=officer, viewport=viewport)
    assert_accessible(page)
    page.get_by_role("link", name="Write the recommendation").click()
    assert_accessible(page)
    page.get_by_label("Preferred option").select_option("move")
    page.get_by_label("Statement").fill("Move.")
    page.locator("[name='reasons-people.0']").fill("One.\n\nTwo.")
    page.get_by_role("button", name="Save the recommendation").click()
    expect(page.get_by_text("The recommendation is saved.")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Change the recommendation").click()
    other = open_page(address("edit_recommendation", appraisal_id), user=officer, viewport=viewport)
    other.get_by_label("Statement").fill("Theirs.")
    other.get_by_role("button", name="Save the recommendation").click()
    expect(other.get_by_text("The recommendation is saved.")).to_be_visible()
    page.get_by_label("Statement").fill("Mine.")
    page.get_by_role("button", name="Save the recommendation").click()
    expect(page.get_by_text("changed the recommendation after you opened it")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Keep mine").click()
    expect(page.get_by_text("Mine.", exact=True)).to_be_visible()
