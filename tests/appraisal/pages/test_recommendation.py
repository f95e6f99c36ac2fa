"""The recommendation: read by all, written by few, and never over somebody else's words."""

import html
import re

import pytest

from appraisal.core.snapshot import to_dict
from appraisal.selectors import snapshots
from appraisal.services import recommendation as service
from organisations.roles import Role
from tests import factories
from tests.appraisal.pages.asking import address, client_of, words

pytestmark = pytest.mark.django_db

RECOMMENDED = {
    "option": "share",
    "statement": "Share the building.",
    "reasons": [
        {"group": "place", "heading": "It costs less", "paragraphs": ["One.", "Two."]},
        {"group": "people", "heading": "", "paragraphs": ["Readers stay."]},
    ],
}


@pytest.fixture
def appraisal_id():
    return factories.complete_appraisal(recommendation=RECOMMENDED, references=["A book", "A paper"])


@pytest.fixture
def officer(appraisal_id):
    return client_of(factories.lead_officer())


def read(client, appraisal_id):
    return client.get(address("recommendation", appraisal_id))


def edit(client, appraisal_id, data=None):
    where = address("edit_recommendation", appraisal_id)
    return client.get(where) if data is None else client.post(where, data)


def filled(answer):
    """The form of a page as it would be sent."""
    page = answer.content.decode().partition("data-wb-keep")[2]
    found = dict(re.findall(r'<input type="(?:hidden|text)" name="([^"]+)"(?: value="([^"]*)")?', page))
    found |= dict(re.findall(r'<textarea name="([^"]+)"[^>]*>\s?(.*?)</textarea>', page, re.DOTALL))
    chosen = re.search(r'<option value="([^"]*)" selected', page)
    found["option"] = chosen[1] if chosen else ""
    return {name: html.unescape(value).removeprefix("\n") for name, value in found.items()}


def test_the_page_shows_all_of_it(appraisal_id, officer):
    said = words(read(officer, appraisal_id))
    for part in (
        "Preferred option Option 3, Share",
        "The statement Share the building.",
        "It costs less 2 Place One. Two.",
        "1 People Readers stay.",
        "Northshire Council Decides, and leads the appraisal",
        "Northshire Health Trust Is consulted What it is asked is not written yet. When: not set yet",
        "References A book A paper",
        "Method followed Not written yet.",
        "Last changed 2 November 2026 at 10:00 by the command line.",
    ):
        assert part in said


def test_reasons_keep_the_order_of_the_paper(appraisal_id, officer):
    said = words(read(officer, appraisal_id))
    assert said.index("It costs less") < said.index("Readers stay.")


def test_a_preferred_option_that_is_not_first_is_said_plainly(appraisal_id, officer):
    said = words(read(officer, appraisal_id))
    assert "The recommendation names Option 3, which is not first: it is 1 behind Option 2" in said
    assert "By the scores: Option 2, Move, comes first with 11 points" in said


def test_a_preferred_option_that_is_first_needs_no_such_words():
    found = factories.complete_appraisal(recommendation={**RECOMMENDED, "option": "move"})
    assert "The recommendation names" not in words(read(client_of(factories.lead_officer()), found))


def test_nothing_recommended_yet_leads_on_for_who_may_write_it():
    bare = factories.appraisal()
    assert "Nothing is recommended yet. Write the recommendation" in words(
        read(client_of(factories.lead_officer()), bare)
    )
    reader = words(read(client_of(factories.person(role=Role.PANEL_MEMBER)), bare))
    assert "A commissioning officer of a lead body writes the recommendation here." in reader
    assert "You cannot change the recommendation: only a commissioning officer of a lead body" in reader


def test_statement_without_an_option_says_that_none_is_named():
    found = factories.complete_appraisal(recommendation={**RECOMMENDED, "option": None})
    assert "No preferred option is named yet" in words(read(client_of(factories.lead_officer()), found))


def test_the_form_sent_back_unchanged_changes_nothing(appraisal_id, officer):
    before = snapshots.live(appraisal_id)
    answer = edit(officer, appraisal_id, filled(edit(officer, appraisal_id)))
    assert answer.url == address("recommendation", appraisal_id)
    after = snapshots.live(appraisal_id)
    assert after.revision == before.revision
    assert to_dict(after.snapshot) == to_dict(before.snapshot)


def test_somersets_form_sent_back_unchanged_changes_nothing():
    somerset = factories.somerset()
    client = client_of(factories.person(role=Role.LEAD_OFFICER, body="Somerset County Council"))
    before = snapshots.live(somerset)
    assert edit(client, somerset, filled(edit(client, somerset))).status_code == 302
    assert snapshots.live(somerset) == before


def test_every_part_can_be_written(officer):
    bare = factories.appraisal(slug="bare")
    form = filled(edit(officer, bare))
    form |= {
        "option": "move",
        "statement": "Move.\r\n\r\nSoon.",
        "heading-place.0": "Cheaper",
        "reasons-place.0": "One.\r\n\r\nTwo\r\nlines.",
        "asked-trust": "support it",
        "when-trust": "May 2027",
        "method_followed": "The book's.",
        "references": "First\r\n\r\nSecond",
    }
    assert edit(officer, bare, form).status_code == 302
    stands = snapshots.snapshot(bare)
    assert stands.recommendation.option == "move"
    assert stands.recommendation.statement == "Move.\n\nSoon."
    [reasons] = stands.recommendation.reasons
    assert (reasons.group, reasons.heading, reasons.paragraphs) == (
        "place",
        "Cheaper",
        ("One.", "Two\nlines."),
    )
    assert (stands.organisations[1].asked_to, stands.organisations[1].when) == ("support it", "May 2027")
    assert stands.document.method_followed == "The book's."
    assert stands.references == ("First", "Second")
    assert "The recommendation is saved." in words(read(officer, bare))


def late(client, appraisal_id):
    """A save of the statement after Ben Yu's, from a form opened before it."""
    form = filled(edit(client, appraisal_id))
    colleague = factories.person("Ben Yu", role=Role.LEAD_OFFICER)
    theirs = service.content_of(snapshots.snapshot(appraisal_id))
    service.save(
        actor=colleague,
        at=factories.at(5),
        appraisal_id=appraisal_id,
        content=service.RecommendationContent(**{**vars(theirs), "statement": "Theirs.", "option": "move"}),
        version=int(form["version"]),
    )
    form["statement"] = "Mine, not yet saved."
    return form, edit(client, appraisal_id, form)


def test_a_late_save_shows_what_differs_and_keeps_mine(appraisal_id, officer):
    _, answer = late(officer, appraisal_id)
    assert answer.status_code == 409
    said = words(answer)
    assert "Not saved: Ben Yu changed the recommendation after you opened it" in said
    assert "Preferred option Option 2, Move Statement Theirs. Keep mine" in said
    assert "Mine, not yet saved.</textarea>" in answer.content.decode()
    assert snapshots.snapshot(appraisal_id).recommendation.statement == "Theirs."


def test_keep_mine_writes_over_what_was_shown(appraisal_id, officer):
    form, answer = late(officer, appraisal_id)
    keep = re.search(r'name="keep" value="(\d+)"', answer.content.decode())[1]
    assert edit(officer, appraisal_id, {**form, "keep": keep}).status_code == 302
    assert snapshots.snapshot(appraisal_id).recommendation.statement == "Mine, not yet saved."


def test_a_mistake_is_said_at_its_field_and_the_text_is_kept(appraisal_id, officer):
    form = filled(edit(officer, appraisal_id))
    long = "x" * 10_001
    answer = edit(
        officer, appraisal_id, {**form, "statement": "Kept.", "reasons-people.0": f"Fine.\n\n{long}"}
    )
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "<title>Error: " in page
    assert 'href="#id_reasons-people.0"' in page
    assert "This has 10,001 characters; the most is 10,000." in words(answer)
    assert "Kept.</textarea>" in page


def test_an_unknown_option_is_refused(appraisal_id, officer):
    form = filled(edit(officer, appraisal_id))
    assert edit(officer, appraisal_id, {**form, "option": "nobody"}).status_code == 422


def test_a_form_that_lost_its_reasons_on_the_way_deletes_none(appraisal_id, officer):
    form = filled(edit(officer, appraisal_id))
    torn = {name: value for name, value in form.items() if name in ("option", "statement", "version")}
    assert edit(officer, appraisal_id, torn).status_code == 422
    assert len(snapshots.snapshot(appraisal_id).recommendation.reasons) == 2


@pytest.mark.parametrize("role", [Role.ASSESSOR, Role.PANEL_MEMBER, Role.FINANCE_LEAD, Role.ADMINISTRATOR])
def test_only_a_commissioning_officer_of_a_lead_body_writes(appraisal_id, role):
    client = client_of(factories.person(role=role))
    assert read(client, appraisal_id).status_code == 200
    assert edit(client, appraisal_id).status_code == 403


def test_a_commissioning_officer_of_a_body_that_does_not_lead_is_refused(appraisal_id):
    other = client_of(factories.person(role=Role.LEAD_OFFICER, body="Northshire Health Trust"))
    assert edit(other, appraisal_id).status_code == 403


def test_a_stage_that_moved_on_while_somebody_wrote_keeps_the_text():
    found = factories.complete_appraisal(stage="agreeing")
    client = client_of(factories.lead_officer())
    form = filled(edit(client, found))
    factories.move(found, "agreed")
    answer = edit(client, found, {**form, "statement": "Written too late."})
    assert answer.status_code == 403
    assert "The recommendation cannot be changed any more" in words(answer)
    assert "Written too late.</textarea>" in answer.content.decode()


def test_another_bodys_appraisal_does_not_exist(appraisal_id):
    stranger = client_of(factories.person(role=Role.LEAD_OFFICER, body="Far Away Council"))
    assert read(stranger, appraisal_id).status_code == 404
    assert edit(stranger, appraisal_id).status_code == 404


def test_queries_do_not_grow(django_assert_max_num_queries, officer):
    counts = []
    for bodies in (1, 8):
        organisations = [
            {
                "id": f"b{n}",
                "name": "Northshire Council" if n == 0 else f"Body {n}",
                "kind": "council",
                "lead": n == 0,
                "role": "decides",
            }
            for n in range(bodies)
        ]
        found = factories.appraisal(slug=f"of-{bodies}", organisations=organisations)
        read(officer, found)
        with django_assert_max_num_queries(13) as asked:
            read(officer, found)
        counts.append(len(asked))
    assert counts[0] == counts[1]
