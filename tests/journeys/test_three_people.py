"""The three people whom all of this is for, from the sign-in to what they came for, on what `make run` loads.

Each journey is gone with a mouse, with a mouse where no script runs, and by keyboard alone; a score is given
by keyboard in each of them, and the finance lead has neither mouse nor scripts.
"""

import re
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from appraisal.management.commands.load_demo import PASSWORD
from appraisal.selectors import appraisals, snapshots
from tests.journeys.hands import Keyboard, Mouse
from tests.reports.reading import Pdf

pytestmark = pytest.mark.journey

SOMERSET = "Proposal for the development of a joint commissioning function"
NEW_VEHICLE = "Option 6, New joint vehicle, on 1a"
BY_RANK = ["Option 6", "Option 4", "Option 3", "Option 2", "Option 5", "Option 1"]


@pytest.fixture
def demo(transactional_db, capsys):
    """The id of Somerset's appraisal, on a database that holds what `make run` loads and nothing else."""
    call_command("load_demo")
    assert "panel@somerset.example" in capsys.readouterr().out
    return appraisals.by_slug("somerset-2017").id


WAYS = {"mouse": (Mouse, True), "without scripts": (Mouse, False), "keyboard": (Keyboard, True)}


@pytest.fixture(params=WAYS.values(), ids=WAYS)
def way(request):
    """(hands, whether scripts run)."""
    hands, javascript = request.param
    return hands(), javascript


@pytest.fixture
def sign_in(demo, open_page, way):
    """A function that signs somebody of the county council in and opens Somerset's appraisal."""
    hands, javascript = way

    def signed_in(name):
        page = open_page("/", javascript=javascript)
        hands.write(page.get_by_label("E-mail address"), f"{name}@somerset.example")
        hands.write(page.get_by_label("Password"), PASSWORD)
        hands.press(page.get_by_role("button", name="Sign in"))
        expect(page.get_by_role("heading", level=1)).to_have_text("Appraisals")
        hands.press(page.get_by_role("link", name=SOMERSET))
        expect(page.get_by_role("heading", level=1)).to_contain_text("Overview")
        return page

    return signed_in


def tab(page, name):
    return page.get_by_role("navigation", name="Appraisal").get_by_role("link", name=name)


def matrix_row(page, option):
    return page.get_by_role("region", name="Decision matrix").get_by_role("row", name=option)


def point(page, value):
    return page.get_by_role("radio", name=re.compile(f"^{value} .*, for {NEW_VEHICLE} "))


def taken(page, hands, label):
    """(name, bytes) of the file that a button of the Reports page gives."""
    page.set_default_timeout(60_000)  # a PDF is drawn before it comes
    with page.expect_download(timeout=60_000) as download:
        hands.press(page.get_by_role("button", name=f"Download {label}"))
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_a_commissioning_officer_changes_a_score_and_sees_the_total_change(demo, sign_in, way):
    hands, javascript = way
    page = sign_in("lead.officer")
    hands.press(tab(page, "Scoring"))
    expect(point(page, 4)).to_be_checked()
    Keyboard().mark(point(page, 5))
    if not javascript:
        hands.press(page.get_by_role("button", name=f"Save {NEW_VEHICLE} "))
    expect(page.locator("#version-option-6-o1")).to_have_value("2")
    expect(point(page, 5)).to_be_checked()
    hands.press(tab(page, "Results"))
    expect(page.get_by_text("comes first with 58 points, 4 ahead of Option 4")).to_be_visible()
    expect(matrix_row(page, "Option 6").get_by_role("cell").first).to_have_text("58")
    assert snapshots.snapshot(demo).cell_at["option-6", "o1"].score == 5
    hands.press(page.get_by_role("button", name="Sign out"))
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()


def test_a_panel_member_reads_what_came_first_and_why_and_takes_the_pdf_alone(sign_in, way):
    hands, javascript = way
    page = sign_in("panel")
    hands.press(tab(page, "Results"))
    expect(page.get_by_text("comes first with 57 points, 3 ahead of Option 4")).to_be_visible()
    expect(page.locator(".wb-bars__option")).to_contain_text(BY_RANK)

    hands.press(matrix_row(page, "Option 3").get_by_role("link", name="worked out"))
    rationale = page.get_by_text("likely to be disadvantageous due to the different VAT treatment")
    expect(rationale).to_be_visible()
    if not javascript:
        hands.press(tab(page, "Results"))

    hands.press(page.get_by_role("link", name="Compare two options"))
    hands.choose(page.get_by_label("Option", exact=True), "Option 3, CCG leads")
    hands.choose(page.get_by_label("Against", exact=True), "Option 1, Do nothing")
    hands.press(page.get_by_role("button", name="Compare"))
    expect(page.get_by_text("Option 3 is 19 ahead.")).to_be_visible()

    hands.press(tab(page, "Reports"))
    refused = page.get_by_role("button", name="Download Excel workbook")
    expect(refused).to_have_attribute("aria-disabled", "true")
    expect(refused).to_have_accessible_description(
        re.compile("You cannot take the Excel workbook: .*Panel member")
    )
    here = page.url
    refused.press("Enter")
    assert page.url == here
    name, content = taken(page, hands, "PDF appendix")
    assert name.endswith(".pdf")
    assert "comes first with 57 points, 3 ahead of Option 4" in Pdf(content).words


@pytest.mark.parametrize("way", [(Keyboard, False)], indirect=True, ids=["keyboard without scripts"])
def test_a_finance_lead_takes_the_pdf_and_the_workbook_of_one_appraisal(sign_in, way):
    hands, _ = way
    page = sign_in("finance")
    hands.press(tab(page, "Reports"))
    code = re.search(r"[0-9A-F]{4}(-[0-9A-F]{4}){2}", page.get_by_role("main").inner_text())[0]
    name, content = taken(page, hands, "Excel workbook")
    assert name.endswith(".xlsx")
    sheet = openpyxl.load_workbook(BytesIO(content))["Where it came from"]
    assert ("Check code", code) in [row[:2] for row in sheet.iter_rows(values_only=True)]
    name, content = taken(page, hands, "PDF appendix")
    assert name.endswith(".pdf")
    assert code in Pdf(content).text
