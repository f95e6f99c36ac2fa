"""The pages of this app in a browser: accessible at both widths, by keyboard, and without JavaScript."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from organisations import selectors
from organisations.roles import Role
from tests import factories
from tests.conftest import NARROW, WIDE

pytestmark = pytest.mark.journey
EMAIL, PASSWORD = "una@northshire.example", factories.PASSWORD
LONG = "Gwasanaeth Cymdeithasol a Chomisiynu Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"


@pytest.fixture
def body(transactional_db):
    return factories.organisation("Northshire Council")


@pytest.fixture
def administrator(body):
    return factories.person("Una Ward", role=Role.ADMINISTRATOR, email=EMAIL, password=PASSWORD)


@pytest.fixture
def member(body):
    return factories.person(LONG, role=list(Role)[:4], email=f"{'long' * 15}@northshire.example")


def url(name, *args):
    return reverse(name, args=args)


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_pages_for_everybody_are_accessible(open_page, assert_accessible, administrator, viewport):
    page = open_page(url("account_login"), viewport=viewport)
    assert_accessible(page)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("link", name="Enter your password.")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("link", name="Forgotten your password?").click()
    assert_accessible(page)
    page.get_by_label("E-mail address").fill(EMAIL)
    page.get_by_role("button", name="Send the link").click()
    expect(page.get_by_role("heading", name="Look in your mail")).to_be_visible()
    assert_accessible(page)
    page.goto("/password/abc-nonsense/")
    assert_accessible(page)
    page.goto(url("account_reset_password_from_key_done"))
    assert_accessible(page)


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_pages_for_administrators_are_accessible(
    open_page, assert_accessible, administrator, member, body, viewport
):
    page = open_page(url("organisations:account"), user=administrator, viewport=viewport)
    assert_accessible(page)
    for name in ("account_change_password", "account_logout"):
        page.goto(url(name))
        assert_accessible(page)
    for name, *args in (
        ("people", body),
        ("add_person", body),
        ("change_roles", body, member.pk),
        ("change_roles", body, administrator.pk),
        ("remove_person", body, member.pk),
        ("remove_person", body, administrator.pk),
    ):
        page.goto(url(f"organisations:{name}", *args))
        assert_accessible(page)


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_refusals_are_accessible(open_page, assert_accessible, body, viewport):
    assessor = factories.person("Ben Hale", role=Role.ASSESSOR)
    page = open_page(url("organisations:people", body), user=assessor, viewport=viewport)
    expect(page.get_by_text("Only an administrator of Northshire Council")).to_be_visible()
    assert_accessible(page)


def test_a_person_is_added_by_keyboard_alone_without_javascript(open_page, administrator, body):
    page = open_page(url("account_login"), javascript=False)
    page.get_by_label("E-mail address").focus()
    page.keyboard.type(EMAIL)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Sign out")).to_be_attached()
    page.goto(url("organisations:people", body))
    page.get_by_role("button", name="Add a person").focus()
    page.keyboard.press("Enter")
    page.get_by_label("E-mail address").focus()
    page.keyboard.type("nia@northshire.example")
    page.keyboard.press("Tab")
    page.keyboard.type("Nia Lowe")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nia Lowe now belongs to Northshire Council.")).to_be_visible()
    (added,) = [person for person in selectors.people_of(body) if person.name == "Nia Lowe"]
    assert added.roles == (Role.ASSESSOR,)


def test_the_page_with_the_only_administrator_offers_a_button_that_says_why_not(
    open_page, administrator, body
):
    page = open_page(url("organisations:remove_person", body, administrator.pk), user=administrator)
    button = page.get_by_role("button", name="Remove")
    expect(button).to_have_attribute("aria-disabled", "true")
    expect(button).to_have_accessible_description(re.compile("is the only administrator"))


@pytest.mark.both_databases
@pytest.mark.parametrize(
    ("viewport", "javascript"), [(WIDE, True), (NARROW, False)], ids=["wide", "narrow without JavaScript"]
)
def test_a_form_outlives_its_session(open_page, assert_accessible, administrator, body, viewport, javascript):
    page = open_page(
        url("organisations:add_person", body), user=administrator, viewport=viewport, javascript=javascript
    )
    page.get_by_label("E-mail address").fill("nia@northshire.example")
    page.get_by_label("Name", exact=True).fill("Nia of Lowe")
    page.get_by_label("Assessor").check()
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Add this person").click()

    expect(page.get_by_role("heading", name="Sign in to send this")).to_be_visible()
    expect(page.get_by_label("Name", exact=True)).to_have_value("Nia of Lowe")
    if javascript:
        assert_accessible(page)
    page.get_by_label("E-mail address").fill(EMAIL)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in and go on").click()

    expect(page.get_by_role("heading", name="You are signed in again")).to_be_visible()
    if javascript:
        assert_accessible(page)
    page.get_by_role("button", name="Send it now").click()
    expect(page.get_by_text("Nia of Lowe now belongs to Northshire Council.")).to_be_visible()


def test_a_form_outlives_a_sign_in_in_another_tab(open_page, assert_accessible, administrator, body):
    page = open_page(url("organisations:add_person", body), user=administrator)
    page.get_by_label("E-mail address").fill("nia@northshire.example")
    page.get_by_label("Name", exact=True).fill("Nia of Lowe")
    page.get_by_label("Assessor").check()
    page.context.clear_cookies()
    other = page.context.new_page()
    other.goto(url("account_login"))
    other.get_by_label("E-mail address").fill(EMAIL)
    other.get_by_label("Password").fill(PASSWORD)
    other.get_by_role("button", name="Sign in").click()
    expect(other.get_by_role("button", name="Sign out")).to_be_attached()

    page.get_by_role("button", name="Add this person").click()
    expect(page.get_by_role("heading", name="Send this once more")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Send it now").click()
    expect(page.get_by_text("Nia of Lowe now belongs to Northshire Council.")).to_be_visible()
