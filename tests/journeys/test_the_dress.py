"""What every page brings along, on the one page that asks nobody to sign in and on one that is not there."""

import pytest
from playwright.sync_api import expect

from tests.conftest import NARROW, WIDE

pytestmark = pytest.mark.journey


def test_the_scripts_and_the_font_are_really_there(open_page):
    page = open_page("/sign-in/")
    assert page.evaluate("htmx.version").startswith("2.0.")
    assert page.evaluate("htmx.config.allowEval") is False
    assert page.evaluate("htmx.config.includeIndicatorStyles") is False
    # What has come can be used as soon as it is seen: by the keyboard, and by a test.
    assert page.evaluate("htmx.config.defaultSettleDelay") == 0
    assert page.evaluate("typeof GOVUKFrontend.initAll") == "function"
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px \"Source Sans 3\"'))")
    expect(page.locator("body")).to_have_class("govuk-template__body js-enabled govuk-frontend-supported")


@pytest.mark.parametrize("viewport", [WIDE, NARROW])
@pytest.mark.parametrize("path", ["/sign-in/", "/nothing-is-here/"])
@pytest.mark.parametrize("javascript", [True, False])
def test_axe_finds_nothing(open_page, assert_accessible, path, viewport, javascript):
    page = open_page(path, viewport=viewport)
    assert_accessible(page)
    if not javascript:
        plain = open_page(path, viewport=viewport, javascript=False)
        expect(plain.get_by_role("heading", level=1)).to_have_text(page.locator("h1").inner_text())


def test_the_first_key_leads_past_the_header(open_page):
    page = open_page("/sign-in/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main-content"


def test_an_inline_script_is_refused_by_the_browser(open_page):
    page = open_page("/sign-in/")
    page.evaluate("() => { window.ran = false }")
    answer = page.context.request.get("/sign-in/")
    policy = answer.headers["content-security-policy"]
    assert "unsafe-inline" not in policy
    assert "unsafe-eval" not in policy
    for part in ("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"):
        assert part in policy
