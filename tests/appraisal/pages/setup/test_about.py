"""What an appraisal is about: written by a commissioning officer, never over somebody else's words."""

import pytest

from appraisal.core.snapshot import to_dict
from appraisal.selectors import snapshots
from tests import factories
from tests.appraisal.pages.asking import address, client_of, words
from tests.appraisal.pages.setup.filling import follow, form_of, send

pytestmark = pytest.mark.django_db

WRITTEN = {
    "title": "Where the library goes now",
    "question": "Which building?",
    "summary": "Three of them.\n\nAll are old.",
    "programme": "Buildings",
    "report_of": "The board",
    "edition": "Version 2",
    "date": "14 July 2017",
    "status": "draft",
    "abbreviations": "CCG = Clinical Commissioning Group\nVAT\tValue = Added Tax",
}


def test_every_field_is_stored(appraisal_id, officer):
    answer = send(officer, "setup_about", appraisal_id, WRITTEN)
    assert "What the appraisal is about is saved." in words(follow(officer, answer))
    found = snapshots.snapshot(appraisal_id)
    assert (found.title, found.question, found.summary) == tuple(
        WRITTEN[name] for name in ("title", "question", "summary")
    )
    document = found.document
    assert (document.programme, document.report_of, document.version) == (
        "Buildings",
        "The board",
        "Version 2",
    )
    assert (document.date, document.status) == ("14 July 2017", "draft")
    assert dict(document.abbreviations) == {"CCG": "Clinical Commissioning Group", "VAT Value": "Added Tax"}


@pytest.mark.parametrize("name", ["somerset-2017", "cornwall-2018"])
def test_the_form_sent_back_unchanged_changes_nothing(name):
    found = factories.stored(factories.fixture(name))
    body = snapshots.snapshot(found).organisations[0].name
    client = client_of(factories.person(role="lead_officer", body=body))
    before = snapshots.live(found)
    assert send(client, "setup_about", found).status_code == 302
    assert snapshots.live(found) == before


def test_what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost(appraisal_id, officer):
    before = snapshots.live(appraisal_id)
    typed = {**WRITTEN, "title": "", "abbreviations": "CCG = \nSeveral words without a sign"}
    answer = send(officer, "setup_about", appraisal_id, typed)
    assert answer.status_code == 422
    assert "“Several words without a sign” has no equals sign." in words(answer)
    assert form_of(answer) == form_of(officer.get(address("setup_about", appraisal_id))) | typed
    answer = send(officer, "setup_about", appraisal_id, {**typed, "abbreviations": "CCG ="})
    assert answer.status_code == 422
    said = words(answer)
    assert "Enter the title of the appraisal." in said
    assert "“CCG”: Enter what it stands for." in said
    assert 'href="#id_abbreviations"' in answer.content.decode()
    assert snapshots.live(appraisal_id) == before


def test_a_save_that_comes_too_late_shows_both_and_lets_the_person_choose(
    appraisal_id, officer, other_officer
):
    mine = form_of(officer.get(address("setup_about", appraisal_id))) | {"question": "Mine?"}
    send(other_officer, "setup_about", appraisal_id, {"question": "Theirs?"})
    answer = officer.post(address("setup_about", appraisal_id), mine)
    assert answer.status_code == 409
    said = words(answer)
    assert "Not saved: Ben Yu changed what the appraisal is about after you opened it" in said
    assert "Question Theirs?" in said
    assert form_of(answer)["question"] == "Mine?"
    assert snapshots.snapshot(appraisal_id).question == "Theirs?"
    again = {**form_of(answer), "keep": _kept(answer)}
    assert officer.post(address("setup_about", appraisal_id), again).status_code == 302
    assert snapshots.snapshot(appraisal_id).question == "Mine?"


def test_the_same_form_sent_twice_is_saved_once(appraisal_id, officer):
    form = form_of(officer.get(address("setup_about", appraisal_id))) | WRITTEN
    for _ in range(2):
        assert officer.post(address("setup_about", appraisal_id), form).status_code == 302
    history = words(officer.get(address("history", appraisal_id)))
    assert history.count("Which building?") == 1


def test_who_may_not_is_told_why_and_keeps_what_was_typed(appraisal_id, reader, officer):
    where = address("setup_about", appraisal_id)
    refused = reader.get(where)
    assert refused.status_code == 403
    assert "only a commissioning officer of a lead body" in words(refused)
    form = form_of(officer.get(where)) | {"question": "Which one?"}
    answer = reader.post(where, form)
    assert answer.status_code == 403
    assert "Not saved. You cannot change the texts of the appraisal" in words(answer)
    assert form_of(answer)["question"] == "Which one?"


def test_texts_may_be_mended_while_scoring_and_not_once_agreed():
    scoring = factories.appraisal()
    client = client_of(factories.lead_officer())
    assert send(client, "setup_about", scoring, {"question": "Which?"}).status_code == 302
    assert snapshots.snapshot(scoring).question == "Which?"
    agreed = factories.at_stage("agreed", slug="agreed")
    answer = client.get(address("setup_about", agreed))
    assert answer.status_code == 403
    assert "the appraisal is agreed" in words(answer)


def test_a_stranger_finds_nothing(appraisal_id):
    stranger = client_of(factories.person(role="lead_officer", body="Elsewhere Council"))
    assert stranger.get(address("setup_about", appraisal_id)).status_code == 404


def test_an_incomplete_form_is_refused(appraisal_id, officer):
    before = to_dict(snapshots.snapshot(appraisal_id))
    answer = officer.post(address("setup_about", appraisal_id), {"title": "Only this"})
    assert answer.status_code == 422
    assert "This form came in incomplete." in words(answer)
    assert to_dict(snapshots.snapshot(appraisal_id)) == before


def _kept(answer):
    page = answer.content.decode()
    return page.partition('name="keep" value="')[2].partition('"')[0]
