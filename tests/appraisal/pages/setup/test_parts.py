"""What stands round the figures: timeline, responsibilities, further material, notes."""

import pytest

from appraisal.core.snapshot import CheckItem, Note, Responsibility, TimelineStep
from appraisal.selectors import snapshots
from tests import factories
from tests.appraisal.pages.asking import address, client_of, words
from tests.appraisal.pages.setup.filling import buttons_of, follow, form_of, send

pytestmark = pytest.mark.django_db

STEPS = [{"what": f"Step {number}", "when": f"May {number}", "who": "We"} for number in (1, 2, 3)]


@pytest.fixture
def dated(db):
    """An appraisal with a timeline of three steps."""
    return factories.appraisal(timeline=STEPS)


@pytest.fixture
def officer(db):
    return client_of(factories.lead_officer())


def steps(appraisal_id):
    return [step.what for step in snapshots.snapshot(appraisal_id).timeline]


def add(client, appraisal_id, part, press=None, **fields):
    return send(client, "add_entry", appraisal_id, fields, names={"part": part}, press=press)


def add_section(client, appraisal_id, kind, **fields):
    return send(client, "add_section", appraisal_id, fields, names={"kind": kind})


@pytest.mark.parametrize(
    ("part", "fields", "entry"),
    [
        (
            "timeline",
            {"what": "Cabinet\ndecides", "when": "May 2027", "who": "Cabinet"},
            TimelineStep("Cabinet\ndecides", "May 2027", "Cabinet"),
        ),
        (
            "responsibilities",
            {"who": "provider", "items": "Do this\n• Do that"},
            Responsibility("provider", ("Do this", "Do that")),
        ),
        ("notes", {"about": "options/move", "text": "As printed."}, Note("options/move", "As printed.")),
        ("notes", {"text": "As printed."}, Note("appraisal", "As printed.")),
    ],
)
def test_an_entry_is_added_and_shown(appraisal_id, officer, part, fields, entry):
    answer = add(officer, appraisal_id, part, **fields)
    assert answer.url.endswith(f"/around/{part}/#entry-0")
    assert "was added." in words(follow(officer, answer))
    assert getattr(snapshots.snapshot(appraisal_id), part) == (entry,)
    assert send(officer, "edit_entry", appraisal_id, names={"part": part, "place": 0}).status_code == 302
    assert getattr(snapshots.snapshot(appraisal_id), part) == (entry,)


@pytest.mark.parametrize("name", ["somerset-2017", "cornwall-2018"])
@pytest.mark.parametrize("part", ["timeline", "responsibilities", "sections", "notes"])
def test_every_entry_of_a_case_sent_back_unchanged_changes_nothing(name, part):
    found = factories.stored(factories.fixture(name))
    before = snapshots.live(found)
    client = client_of(factories.person(role="lead_officer", body=before.snapshot.organisations[0].name))
    for place in range(min(len(getattr(before.snapshot, part)), 4)):
        assert send(client, "edit_entry", found, names={"part": part, "place": place}).status_code == 302
    assert snapshots.live(found) == before


def test_paragraphs_a_table_and_a_checklist(appraisal_id, officer):
    add_section(officer, appraisal_id, "paragraphs", title="Why", place="before", items="One\nmore.\n\nTwo.")
    table = {"title": "Who", "head-0": "Body", "head-1": "Role", "cell-0-0": "We", "cell-2-1": "They\ndo"}
    add_section(officer, appraisal_id, "table", **table)
    checks = {"title": "To do", "text-0": "This", "done-0": "on", "text-2": "That"}
    page = follow(officer, add_section(officer, appraisal_id, "checklist", **checks))
    assert "Why Text of two paragraphs, before the matrix" in words(page)
    assert "Who Table of two rows, after the matrix" in words(page)
    text, grid, done = snapshots.snapshot(appraisal_id).sections
    assert (text.place, text.items) == ("before", ("One\nmore.", "Two."))
    assert (grid.columns, grid.rows) == (("Body", "Role"), (("We", ""), ("", "They\ndo")))
    assert done.items == (CheckItem("This", done=True), CheckItem("That", done=False))
    assert len({text.id, grid.id, done.id}) == 3
    for place in range(3):
        same = send(officer, "edit_entry", appraisal_id, names={"part": "sections", "place": place})
        assert same.status_code == 302
    assert snapshots.snapshot(appraisal_id).sections == (text, grid, done)


def test_a_table_grows_by_rows_and_columns_without_losing_a_word(appraisal_id, officer):
    where = address("add_section", appraisal_id, kind="table")
    typed = form_of(officer.get(where)) | {"title": "Who", "head-0": "Body", "cell-2-1": "They"}
    answer = officer.post(where, typed | {"more": "rows"})
    assert answer.status_code == 200
    grown = form_of(answer)
    assert grown == typed | {"rows": "4", "cell-3-0": "", "cell-3-1": ""}
    wider = form_of(officer.post(where, grown | {"more": "columns"}))
    assert (wider["columns"], wider["head-2"], wider["cell-2-1"]) == ("3", "", "They")
    assert snapshots.snapshot(appraisal_id).sections == ()


def test_a_table_grows_no_further_than_it_may(appraisal_id, officer):
    where = address("add_section", appraisal_id, kind="table")
    typed = form_of(officer.get(where)) | {"rows": "60", "columns": "99999", "more": "rows"}
    grown = form_of(officer.post(where, typed))
    assert (grown["rows"], grown["columns"]) == ("60", "8")


@pytest.mark.parametrize(
    ("kind", "fields", "field"),
    [
        ("table", {"title": ""}, "title"),
        ("table", {"title": "Who"}, "head-0"),
        ("table", {"title": "Who", "cell-0-1": "Under no heading"}, "head-1"),
        ("checklist", {"title": "", "text-0": "This"}, "title"),
        ("paragraphs", {"title": "", "items": "One."}, "title"),
    ],
)
def test_what_a_section_lacks_is_said_at_its_field(appraisal_id, officer, kind, fields, field):
    answer = add_section(officer, appraisal_id, kind, **fields)
    assert answer.status_code == 422
    assert f'href="#id_{field}"' in answer.content.decode()
    for name, typed in fields.items():
        assert form_of(answer)[name] == typed
    assert snapshots.snapshot(appraisal_id).sections == ()


@pytest.mark.parametrize(
    ("part", "fields", "field"),
    [
        ("timeline", {"what": "", "when": "May"}, "what"),
        ("timeline", {"what": "Go", "when": "x" * 301}, "when"),
        ("responsibilities", {"who": "", "items": "This"}, "who"),
        ("notes", {"text": ""}, "text"),
    ],
)
def test_what_an_entry_lacks_is_said_at_its_field(dated, officer, part, fields, field):
    before = snapshots.live(dated)
    answer = add(officer, dated, part, **fields)
    assert answer.status_code == 422
    assert f'href="#id_{field}"' in answer.content.decode()
    assert form_of(answer) == form_of(officer.get(address("add_entry", dated, part=part))) | fields
    assert snapshots.live(dated) == before


def test_another_can_be_added_at_once(dated, officer):
    answer = add(officer, dated, "timeline", press="another", what="Step 4")
    assert answer.url == address("add_entry", dated, part="timeline")
    assert steps(dated) == ["Step 1", "Step 2", "Step 3", "Step 4"]


def test_a_form_sent_twice_adds_one_entry(dated, officer):
    where = address("add_entry", dated, part="timeline")
    form = form_of(officer.get(where)) | {"what": "Step 4"}
    assert officer.post(where, form).status_code == 302
    assert officer.post(where, form).status_code == 409
    assert steps(dated) == ["Step 1", "Step 2", "Step 3", "Step 4"]


def test_entries_move_by_buttons(dated, officer):
    page = officer.get(address("setup_part", dated, part="timeline"))
    up = [button for button in buttons_of(page) if button[0] == "up"]
    assert len(up) == 2
    name, version, where = up[1]
    answer = officer.post(where, {name: version})
    assert answer.url.endswith("#entry-1")
    assert "The step moved up one place." in words(follow(officer, answer))
    assert steps(dated) == ["Step 1", "Step 3", "Step 2"]
    officer.post(where, {name: version})
    assert steps(dated) == ["Step 1", "Step 3", "Step 2"]


@pytest.mark.parametrize("sent", [{"up": "1"}, {"down": "x"}, {}])
def test_a_step_past_the_end_is_not_found(dated, officer, sent):
    assert officer.post(address("move_entry", dated, part="timeline", place=0), sent).status_code == 404


def test_a_conflict_shows_what_stands_at_the_place(dated, officer):
    other = client_of(factories.person("Ben Yu", role="lead_officer"))
    where = address("edit_entry", dated, part="timeline", place=1)
    mine = form_of(officer.get(where)) | {"what": "Mine"}
    send(other, "edit_entry", dated, {"what": "Theirs"}, names={"part": "timeline", "place": 1})
    answer = officer.post(where, mine)
    assert answer.status_code == 409
    assert "Ben Yu changed this list after you opened it" in words(answer)
    assert "What happens Theirs" in words(answer)
    assert form_of(answer)["what"] == "Mine"
    now = form_of(officer.get(where))["version"]
    assert officer.post(where, form_of(answer) | {"keep": now}).status_code == 302
    assert steps(dated) == ["Step 1", "Mine", "Step 3"]


def test_an_entry_is_shown_once_more_and_then_removed(dated, officer):
    names = {"part": "timeline", "place": 1}
    asked = officer.get(address("remove_entry", dated, **names))
    assert "Step 2 May 2 We" in words(asked)
    assert "the history keeps its words" in words(asked)
    assert len(steps(dated)) == 3
    assert "The step was removed." in words(
        follow(officer, send(officer, "remove_entry", dated, names=names))
    )
    assert steps(dated) == ["Step 1", "Step 3"]
    assert officer.get(address("remove_entry", dated, part="timeline", place=7)).status_code == 404


def test_a_removal_that_comes_too_late_asks_again(dated, officer):
    where = address("remove_entry", dated, part="timeline", place=1)
    form = form_of(officer.get(where))
    add(officer, dated, "timeline", what="Step 4")
    answer = officer.post(where, form)
    assert answer.status_code == 409
    assert "Not removed. Ada Reed changed it after you opened this page." in words(answer)
    assert len(steps(dated)) == 4
    assert officer.post(where, form_of(answer)).status_code == 302
    assert steps(dated) == ["Step 1", "Step 3", "Step 4"]


def test_the_note_of_a_worked_out_score_stays():
    somerset = factories.somerset()
    client = client_of(factories.person(role="lead_officer", body="Somerset County Council"))
    notes = snapshots.snapshot(somerset).notes
    place = next(at for at, note in enumerate(notes) if note.about == "cells/option-3/f3")
    answer = send(client, "remove_entry", somerset, names={"part": "notes", "place": place})
    assert answer.status_code == 422
    assert "needs its note that says how" in words(answer)
    assert snapshots.snapshot(somerset).notes == notes


@pytest.mark.parametrize("part", ["everything", "cells", "groups"])
def test_no_other_part_can_be_reached(dated, officer, part):
    assert officer.get(address("setup_part", dated, part=part)).status_code == 404
    assert officer.post(address("add_entry", dated, part=part), {"what": "x"}).status_code == 404


def test_an_unknown_kind_of_section_is_not_found(dated, officer):
    assert officer.get(address("add_section", dated, kind="picture")).status_code == 404
    assert officer.get(address("add_entry", dated, part="sections")).status_code == 404


def test_a_reader_reads(dated):
    reader = client_of(factories.person(role="panel_member"))
    page = reader.get(address("setup_part", dated, part="timeline"))
    assert "Step 2" in words(page)
    assert buttons_of(page) == []
    assert reader.get(address("add_entry", dated, part="timeline")).status_code == 403
