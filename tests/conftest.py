"""What every test may use: a clean cache, and a browser that reports whatever goes wrong in it."""

import os

import hypothesis
import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.core.cache import caches
from django.db import connection, connections
from django.test import Client
from playwright.sync_api import Error as BrowserError

# Playwright keeps an event loop in the test's own thread, where Django would refuse to touch the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

hypothesis.settings.register_profile("weighbridge", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("weighbridge")

# Debian's Chromium without the windows that a whole browser draws for nobody: a third of the work.
CHROMIUM = "/usr/bin/chromium-headless-shell"
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE, NARROW = {"width": 1300, "height": 900}, {"width": 320, "height": 640}

# A test that writes in earnest is cleared away by emptying every table, which a site's audit events refuse.
CLEARABLE = {
    "sqlite": ("DROP TRIGGER IF EXISTS audit_event_no_delete",),
    "postgresql": (
        "ALTER TABLE organisations_auditevent DISABLE TRIGGER audit_event_no_delete",
        "ALTER TABLE organisations_auditevent DISABLE TRIGGER audit_event_no_truncate",
    ),
}


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The test database, where audit events can be cleared; tests/organisations/test_audit.py undoes it."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        for statement in CLEARABLE[connection.vendor]:
            cursor.execute(statement)


@pytest.fixture(scope="session")
def playwright(playwright):
    """Playwright, whose event loop gives the tests after it connections of their own, closed before it ends.

    Django looks for its connections elsewhere while a loop runs, so that it would not close these, and
    PostgreSQL takes no database away from under one.
    """
    yield playwright
    connections.close_all()


@pytest.fixture(autouse=True)
def _forget_caches(request):
    """Fragments are kept by revision, and two tests may reach the same revision with other content."""
    caches["template_fragments"].clear()
    if "transactional_db" in request.fixturenames or "live_server" in request.fixturenames:
        # The table of the shared cache is no model's, so that the flush after such a test leaves it as it is.
        request.getfixturevalue("transactional_db")
        caches["default"].clear()


@pytest.fixture(scope="session")
def browser_type_launch_args():
    return {"executable_path": CHROMIUM, "args": CHROMIUM_FLAGS}


@pytest.fixture(scope="session")
def browser_context_args():
    return {"viewport": WIDE, "locale": "en-GB", "timezone_id": "Europe/London"}


def _watch(page, problems, home):
    """Notes what a person would not see: script errors, refusals by the CSP, requests to anybody else."""

    def console(message):
        # The page deals with a save that is refused or does not arrive; browser and htmx note it as well.
        noted = (
            "Failed to load resource",
            "Response Status Error Code",
            "htmx:sendError",
            "htmx:afterRequest",
        )
        if message.type == "error" and not message.text.startswith(noted):
            problems.append(message.text)

    def request(sent):
        if not sent.url.startswith((home, "data:", "blob:", "about:")):
            problems.append(f"request to {sent.url}")

    page.on("console", console)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("request", request)


@pytest.fixture
def open_page(browser, browser_context_args, live_server):
    """A function that opens a page of its own browser window at the live server.

    `user` is signed in where given; `viewport` takes WIDE or NARROW; `javascript=False` switches scripts off.
    The test fails at its end where a page had a script error, broke the content security policy or asked
    another host.
    """
    contexts, problems = [], []

    def open_at(path="/", *, user=None, viewport=WIDE, javascript=True, **options):
        arguments = {
            **browser_context_args,
            "viewport": viewport,
            "java_script_enabled": javascript,
            **options,
        }
        context = browser.new_context(base_url=live_server.url, **arguments)
        contexts.append(context)
        context.set_default_timeout(10_000)
        context.on("page", lambda page: _watch(page, problems, live_server.url))
        if user is not None:
            context.add_cookies([session_cookie(user, live_server.url)])
        page = context.new_page()
        page.goto(path)
        return page

    yield open_at
    for context in contexts:
        context.close()
    assert problems == []


def session_cookie(user, url):
    """The cookie of a session in which `user` has signed in, for a browser or another client."""
    client = Client()
    client.force_login(user)
    return {
        "name": settings.SESSION_COOKIE_NAME,
        "value": client.cookies[settings.SESSION_COOKIE_NAME].value,
        "url": url,
    }


@pytest.fixture(scope="session")
def assert_accessible():
    """A function that fails, in axe's words, where it finds anything or a page is wider than the screen."""
    axe = Axe()

    def look_at(page):
        page.wait_for_load_state()
        return axe.run(page).response["violations"]

    def check(page):
        try:
            found = look_at(page)
        except BrowserError:
            # The page before may give way to the one that a click asked for while axe still reads it.
            page.wait_for_timeout(500)
            found = look_at(page)
        said = [
            f"{rule['id']}: {node['html']} {node['failureSummary']}"
            for rule in found
            for node in rule["nodes"]
        ]
        assert said == []
        width, room = page.evaluate(
            "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
        )
        assert width <= room, f"the page is {width} wide in a window of {room}"

    return check
