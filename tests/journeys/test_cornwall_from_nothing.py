"""Cornwall 2018 from an empty database: somebody with the paper beside them and nothing but a browser.

What they typed goes out as an appraisal file that equals fixtures/appraisals/cornwall-2018.json, but for how
ids are called. Then, as an exercise, a scale is set, four options go on the short list, and scoring starts.
"""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from organisations.roles import Role
from tests import factories
from tests.equal_by_position import by_position

pytestmark = pytest.mark.journey

EMAIL = "commissioning@cornwall.example"
SHORT_LIST = ("option-1", "option-3", "option-4", "option-6")
ROLES = {"decides": "Decides", "recommends": "Recommends"}
KINDS = {"council": "Council", "nhs": "NHS body"}


@pytest.fixture
def paper():
    """The paper, as the fixture holds it."""
    return factories.fixture_data("cornwall-2018")


@pytest.fixture
def officer(transactional_db, open_page):
    """The only person on the site, at the page that follows the sign-in."""
    factories.person(
        "Jo Tregear",
        role=Role.LEAD_OFFICER,
        body="Cornwall Council",
        email=EMAIL,
        password=factories.PASSWORD,
    )
    page = open_page("/")
    page.get_by_label("E-mail address").fill(EMAIL)
    page.get_by_label("Password").fill(factories.PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    return Officer(page)


class Officer:
    """What somebody does at the browser, in the words of the pages."""

    def __init__(self, page):
        self.page = page

    def go(self, *links):
        """Follows one link after the other, whether it looks like a link or like a button."""
        for name in links:
            link = self.page.get_by_role("link", name=name, exact=True)
            link.or_(self.page.get_by_role("button", name=name, exact=True)).first.click()
        return self

    def tab(self, name):
        self.page.get_by_role("navigation", name="Appraisal").get_by_role("link", name=name).click()
        return self

    def task(self, name):
        """A task of the Set-up page."""
        return self.tab("Set up").go(name)

    def write(self, texts):
        """Writes into boxes, by their labels; what is to stay empty is left alone."""
        for label, text in texts.items():
            if text:
                self.page.get_by_label(label, exact=True).fill(text)
        return self

    def choose(self, *names):
        """Takes radio buttons and boxes to tick."""
        for name in names:
            self.page.get_by_label(name, exact=True).check()
        return self

    def press(self, name):
        self.page.get_by_role("button", name=name, exact=True).click()
        return self

    def add_all(self, entries, fill, add):
        """Adds one thing after the other from the page for a new one."""
        for place, entry in enumerate(entries):
            fill(entry)
            self.press(add if place == len(entries) - 1 else "Add it, and then another")
            self.told("was added." if "takes part" not in add else "takes part now.")
        return self

    def told(self, text):
        """A notice on the page says so."""
        expect(self.page.locator(".govuk-notification-banner")).to_contain_text(text)
        return self

    def taken(self):
        """The appraisal file, from the Reports page."""
        self.tab("Reports")
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name=re.compile("Download appraisal file", re.IGNORECASE)).click()
        return json.loads(Path(download.value.path()).read_text(encoding="utf-8"))


def test_cornwall_is_rebuilt_from_the_browser_alone_and_is_ready_to_score(officer, paper):
    expect(officer.page.locator("main")).to_contain_text(
        "None of your bodies takes part in an appraisal yet."
    )
    officer.go("Start an appraisal", "Blank")
    officer.write({"Title": paper["title"], "Name in files": paper["slug"]}).press("Start the appraisal")
    officer.told("The appraisal was started.")
    write_about(officer, paper)
    bring_bodies_in(officer, paper["organisations"])
    set_criteria(officer, paper["groups"])
    list_options(officer, paper["options"])
    write_around(officer, paper)
    officer.tab("Recommendation").go("Write the recommendation")
    officer.write({"References": "\n".join(paper["references"])}).press("Save the recommendation")

    rebuilt = officer.taken()
    assert by_position(rebuilt) == by_position(factories.canonical("cornwall-2018"))

    make_ready(officer, paper)
    ready = officer.taken()
    assert by_position(ready) == by_position(as_made_ready(factories.canonical("cornwall-2018")))


def write_about(officer, paper):
    document = paper["document"]
    officer.task("Title, question and summary")
    officer.write(
        {
            "Question": paper["question"],
            "Summary": paper["summary"],
            "Programme": document["programme"],
            "Report of": document["report_of"],
            "Version of the paper": document["version"],
            "Date of the paper": document["date"],
            "Status of the paper": document["status"],
            "Abbreviations": "\n".join(
                f"{short} = {long}" for short, long in document["abbreviations"].items()
            ),
        }
    )
    officer.press("Save").told("What the appraisal is about is saved.")


def bring_bodies_in(officer, bodies):
    own, *others = bodies
    officer.task("Bodies that take part").go(f"Change {own['name']}")
    fill_body(officer, {**own, "name": ""})
    officer.press("Save").go("Add a body")
    for body in others:
        fill_body(officer, body)
        officer.press("Add the body" if body is others[-1] else "Add it, and then another")
        officer.told(f"{body['name']} takes part now. It is new to this site")


def fill_body(officer, body):
    officer.write(
        {
            "Name of the body": body["name"],
            "Short name": body["short_name"],
            "Board or committee": body["body"],
            "What it is asked to do": body["asked_to"],
            "When it is asked": body["when"],
        }
    )
    officer.page.get_by_label("Kind of body").select_option(label=KINDS[body["kind"]])
    officer.choose(ROLES[body["role"]])


def set_criteria(officer, groups):
    officer.tab("Criteria")
    for group in groups:
        officer.go("Add a criteria group")
        officer.write(
            {"Name": group["name"], "Short name": group["short_name"], "Guidance": group["guidance"]}
        )
        officer.press("Add the group, then its lines").told("Now add its lines.")
        officer.add_all(group["sub_criteria"], lambda line: fill_line(officer, line), "Add the line")


def fill_line(officer, line):
    officer.write({"Name": line["name"], "Short label": line["short_name"], "Guidance": line["guidance"]})


def list_options(officer, options):
    officer.tab("Options").go("Add an option")
    officer.add_all(options, lambda option: fill_option(officer, option), "Add the option")


def fill_option(officer, option):
    number = "" if option["number"] is None else str(option["number"])
    officer.page.get_by_label("Number", exact=True).fill(number)
    officer.write(
        {
            "Name in full": option["name"],
            "Short name": option["short_name"],
            "What it proposes": "\n".join(option["proposal"]),
            "Appraisal summary": option["summary"],
            "Other names": "\n".join(option["other_names"]),
        }
    )
    if option["baseline"]:
        officer.choose("This is the baseline")
    if option["stage"] == "dropped":
        officer.choose("Dropped").write({"Why": option["reason"]})


def write_around(officer, paper):
    officer.task("Timeline").go("Add a step")
    officer.add_all(paper["timeline"], lambda step: fill_step(officer, step), "Add it")
    officer.task("Responsibilities").go("Add a responsibility")
    officer.add_all(paper["responsibilities"], lambda entry: fill_responsibility(officer, entry), "Add it")
    for section in paper["sections"]:
        officer.task("Further material").go({"table": "a table"}.get(section["kind"], "paragraphs"))
        fill_section(officer, section)
        officer.press("Add it").told("The section was added.")
    officer.task("Notes on the data").go("Add a note")
    names = {
        **{
            f"options/{each['id']}": f"Option {each['number']}, {each['short_name']}"
            for each in paper["options"]
        },
        "sub-criteria/c1d": "1d Own health",
        "appraisal": "The appraisal",
    }
    officer.add_all(paper["notes"], lambda note: fill_note(officer, note, names), "Add it")


def fill_step(officer, step):
    officer.write({"What happens": step["what"], "When": step["when"], "Who does it": step["who"]})


def fill_responsibility(officer, entry):
    officer.write({"Who": entry["who"], "What they would do": "\n".join(entry["items"])})


def fill_section(officer, section):
    officer.write({"Title": section["title"]})
    officer.choose("Before the matrix" if section["place"] == "before" else "After the matrix")
    if section["kind"] == "paragraphs":
        officer.write({"Paragraphs": "\n\n".join(section["items"])})
        return
    for _ in range(len(section["rows"]) - 3):
        officer.press("One more row")
    officer.write({f"Heading of column {at}": name for at, name in enumerate(section["columns"], start=1)})
    for row, texts in enumerate(section["rows"], start=1):
        officer.write({f"Row {row}, column {at}": text for at, text in enumerate(texts, start=1)})


def fill_note(officer, note, names):
    officer.page.get_by_label("What it is about").select_option(label=names[note["about"]])
    officer.write({"Note": note["text"]})


def make_ready(officer, paper):
    """A scale, plain totals by choice, and four options on the short list."""
    officer.tab("Set up")
    expect(officer.page.locator("main")).to_contain_text("No scale is set")
    expect(officer.page.get_by_role("button", name="Start scoring")).to_have_count(0)
    officer.go("Scale").write({"Lowest score": "1", "Highest score": "5", "Neutral point": "3"})
    officer.press("Show a box for each point")
    officer.write({"What 1 means": "Much worse", "What 3 means": "No impact", "What 5 means": "Much better"})
    officer.press("Save the scale").told("The scale is 1 to 5.")
    officer.tab("Weights").go("Say whether weights count")
    officer.choose("No weights").press("Save the choice")
    for option in (each for each in paper["options"] if each["id"] in SHORT_LIST):
        officer.tab("Options").go(f"Short-list or drop Option {option['number']}, {option['short_name']}")
        officer.choose("On the short list").write({"When that was decided": "22 November 2026"})
        officer.press("Save where it stands").told("is on the short list.")
    officer.tab("Set up")
    expect(officer.page.locator("main")).to_contain_text("Nothing blocks scoring.")
    officer.press("Start scoring").told("The appraisal is now in the stage “Scoring”.")
    officer.tab("Scoring")
    expect(officer.page.get_by_role("heading", level=1)).to_contain_text("1a")


def as_made_ready(file):
    """The file as it should be after the exercise."""
    for option in file["options"]:
        if option["id"] in SHORT_LIST:
            option |= {"stage": "short-list", "decided_on": "22 November 2026"}
    points = [("1", "Much worse"), ("3", "No impact"), ("5", "Much better")]
    scale = {
        "lo": "1",
        "hi": "5",
        "step": "1",
        "neutral": "3",
        "points": [{"value": value, "label": label} for value, label in points],
    }
    return {**file, "stage": "scoring", "scale": scale}
