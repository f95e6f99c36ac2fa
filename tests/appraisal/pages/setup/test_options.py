"""The long list and the short list: added, changed, put in order, dropped, removed and brought back."""

import re

import pytest

from appraisal.core.snapshot import OptionStage
from appraisal.selectors import snapshots
from appraisal.services import setup
from tests import factories
from tests.appraisal.pages.asking import address, client_of, words
from tests.appraisal.pages.setup.filling import buttons_of, follow, form_of, send

pytestmark = pytest.mark.django_db

NEW = {
    "number": "4",
    "name": "Build a new library by the station",
    "short_name": "New building",
    "proposal": "• Buy the plot\n\nBuild on it\n↳ in two years",
    "summary": "Dear, and near.",
    "other_names": "Option D",
    "stage": "short-list",
    "reason": "",
    "decided_on": "",
}


def read(client, found):
    return client.get(address("options", found))


def options(found):
    return {option.id: option for option in snapshots.snapshot(found).options}


def row(answer, option):
    """The part of the list that is one option."""
    parts = re.split(r'(?=<li class="wb-thing")', answer.content.decode())
    return words(next(part for part in parts if f'id="option-{option}"' in part))


def test_the_list_says_where_each_option_stands(officer, appraisal_id):
    said = words(read(officer, appraisal_id))
    assert "Three options: three on the short list." in said
    assert "Option 1, Stay Short list Baseline" in said


def test_an_option_is_added_with_all_that_was_typed(officer, appraisal_id):
    answer = send(officer, "add_option", appraisal_id, NEW)
    said = words(follow(officer, answer))
    assert "“Build a new library by the station” was added." in said
    added = options(appraisal_id)["option-4"]
    assert (added.number, added.name, added.short_name) == (4, NEW["name"], "New building")
    assert added.proposal == ("Buy the plot", "Build on it\nin two years")
    assert added.other_names == ("Option D",)
    assert added.stage is OptionStage.SHORT_LIST


def test_the_next_number_is_offered_and_one_more_can_follow(officer, appraisal_id):
    assert form_of(officer.get(address("add_option", appraisal_id)))["number"] == "4"
    answer = send(officer, "add_option", appraisal_id, NEW, press="another")
    assert answer.url == address("add_option", appraisal_id)
    assert form_of(officer.get(answer.url))["number"] == "5"


def test_what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost(officer, appraisal_id):
    wrong = {**NEW, "name": "", "number": "many", "stage": "dropped"}
    answer = send(officer, "add_option", appraisal_id, wrong)
    assert answer.status_code == 422
    page = answer.content.decode()
    for field in ("id_name", "id_number", "id_reason"):
        assert f'href="#{field}"' in page
    assert form_of(answer) == wrong
    assert len(options(appraisal_id)) == 3


@pytest.mark.parametrize("name", ["somerset-2017", "cornwall-2018"])
def test_a_form_sent_back_unchanged_changes_nothing(name):
    found = factories.stored(factories.fixture(name))
    body = snapshots.snapshot(found).organisations[0].name
    client = client_of(factories.person(role="lead_officer", body=body))
    before = snapshots.live(found)
    for option in options(found):
        answer = send(client, "edit_option", found, names={"option": option})
        assert answer.status_code == 302
    assert snapshots.live(found) == before


def test_a_point_with_a_line_break_comes_back_as_it_was(officer):
    point = "First line\nsecond line\n\nafter an empty one"
    listed = [{"id": "a", "name": "A", "proposal": [point, "Another"], "stage": "long-list"}]
    found = factories.appraisal(slug="broken", stage="set-up", options=listed)
    send(officer, "edit_option", found, {"summary": "New."}, names={"option": "a"})
    assert options(found)["a"].proposal == (point, "Another")
    assert options(found)["a"].summary == "New."


def test_an_option_is_moved_by_buttons(officer, appraisal_id):
    buttons = [button for button in buttons_of(read(officer, appraisal_id)) if button[0] in ("up", "down")]
    assert [(name, place) for name, place, _ in buttons] == [
        ("down", "0"), ("up", "1"), ("down", "1"), ("up", "2"),
    ]  # fmt: skip
    name, place, where = buttons[1]
    answer = officer.post(where, {name: place})
    assert answer.url.endswith("/options/#option-move")
    assert list(options(appraisal_id)) == ["move", "stay", "share"]
    # The same button of an old page: it is there already.
    assert "moved up one place" in words(follow(officer, officer.post(where, {name: place})))
    assert list(options(appraisal_id)) == ["move", "stay", "share"]


def test_a_move_from_a_page_that_is_old_moves_nothing(officer, appraisal_id):
    where = address("move_option", appraisal_id, option="share")
    officer.post(where, {"up": "2"})
    officer.post(where, {"up": "1"})
    answer = officer.post(where, {"up": "2"})
    assert "Somebody else changed the order" in words(follow(officer, answer))
    assert list(options(appraisal_id)) == ["share", "stay", "move"]


def test_a_step_that_is_none_is_a_404(officer, appraisal_id):
    where = address("move_option", appraisal_id, option="stay")
    assert officer.post(where, {}).status_code == 404
    assert officer.post(where, {"up": "x"}).status_code == 404


def test_an_option_is_dropped_with_reason_and_date_stays_and_returns(officer, appraisal_id):
    dropped = {"stage": "dropped", "reason": "Nobody wanted it.", "decided_on": "3 May 2026"}
    answer = send(officer, "option_stage", appraisal_id, dropped, names={"option": "share"})
    listed = follow(officer, answer)
    assert "Option 3, Share is dropped. It stays here and in print" in words(listed)
    assert "Dropped 3 May 2026: Nobody wanted it." in row(listed, "share")
    back = {"stage": "short-list", "reason": "", "decided_on": ""}
    follow(officer, send(officer, "option_stage", appraisal_id, back, names={"option": "share"}))
    assert options(appraisal_id)["share"].stage is OptionStage.SHORT_LIST


def test_dropping_without_a_reason_is_refused_at_the_reason(officer, appraisal_id):
    answer = send(
        officer,
        "option_stage",
        appraisal_id,
        {"stage": "dropped", "decided_on": "Now"},
        names={"option": "share"},
    )
    assert answer.status_code == 422
    assert 'href="#id_reason"' in answer.content.decode()
    assert form_of(answer)["decided_on"] == "Now"


def test_a_late_save_shows_both_and_lets_the_person_choose(officer, other_officer, appraisal_id):
    mine = form_of(officer.get(address("edit_option", appraisal_id, option="move"))) | {"name": "Mine"}
    send(other_officer, "edit_option", appraisal_id, {"name": "Theirs"}, names={"option": "move"})
    answer = officer.post(address("edit_option", appraisal_id, option="move"), mine)
    assert answer.status_code == 409
    said = words(answer)
    assert "Not saved: Ben Yu changed the option after you opened it" in said
    assert "Name in full Theirs" in said
    assert form_of(answer)["name"] == "Mine"
    keep = re.search(r'name="keep" value="(\d+)"', answer.content.decode())[1]
    follow(officer, officer.post(address("edit_option", appraisal_id, option="move"), {**mine, "keep": keep}))
    assert options(appraisal_id)["move"].name == "Mine"


def test_a_late_change_of_stage_shows_where_it_stands_now(officer, other_officer, appraisal_id):
    mine = form_of(officer.get(address("option_stage", appraisal_id, option="move"))) | {"stage": "long-list"}
    send(
        other_officer,
        "option_stage",
        appraisal_id,
        {"stage": "dropped", "reason": "No."},
        names={"option": "move"},
    )
    answer = officer.post(address("option_stage", appraisal_id, option="move"), mine)
    assert answer.status_code == 409
    assert "Where it stands Dropped Why No." in words(answer)


def test_text_of_an_option_that_was_removed_meanwhile_is_not_lost(officer, other_officer, appraisal_id):
    mine = form_of(officer.get(address("edit_option", appraisal_id, option="move"))) | {"name": "Mine"}
    send(other_officer, "remove_option", appraisal_id, names={"option": "move"})
    answer = officer.post(address("edit_option", appraisal_id, option="move"), mine)
    assert answer.status_code == 409
    assert "Not saved." in words(answer)
    assert form_of(answer)["name"] == "Mine"
    assert officer.get(address("edit_option", appraisal_id, option="move")).status_code == 404


def test_removing_says_what_goes_and_the_scores_come_back(officer):
    found = factories.complete_appraisal(slug="complete", stage="set-up")
    asked = words(officer.get(address("remove_option", found, option="move")))
    assert "Three scores and four rationales go with it. They are kept, and come back with it." in asked
    assert "drop it instead of removing it" in asked
    said = words(follow(officer, send(officer, "remove_option", found, names={"option": "move"})))
    assert "Option 2, Move was removed." in said
    assert "Kept, and back with it when it returns: three scores and four rationales." in said
    assert "move" not in options(found)
    restored = officer.post(address("restore_option", found, option="move"))
    assert "The option is back." in words(follow(officer, restored))
    assert snapshots.snapshot(found).cell_at["move", "reach"].score == 5


def test_scores_that_no_longer_fit_are_named_before_they_are_left_behind(officer):
    found = factories.complete_appraisal(slug="complete", stage="set-up")
    send(officer, "remove_option", found, names={"option": "move"})
    version = setup_version(found)
    points = {"lo": "1", "hi": "4"}
    setup.set_scale(
        actor=None, at=factories.at(9), appraisal_id=found, scale=setup.ScaleInput(**points), version=version
    )
    answer = officer.post(address("restore_option", found, option="move"))
    assert answer.status_code == 422
    assert "5 is off the scale" in words(answer)
    back = officer.post(address("restore_option", found, option="move"), {"unscore": "1"})
    assert "The option is back." in words(follow(officer, back))
    assert snapshots.snapshot(found).cell_at["move", "reach"].score is None


def setup_version(found):
    from appraisal.selectors.setup import setup_state

    return setup_state(found).scale


def test_the_last_option_cannot_be_removed(officer):
    found = factories.appraisal(
        slug="one", stage="set-up", options=[{"id": "a", "name": "A", "stage": "long-list"}]
    )
    asked = officer.get(address("remove_option", found, option="a"))
    assert "It cannot be removed. A is the only option" in words(asked)
    assert "<button" not in asked.content.decode().split("<main")[1], "what would be refused is not offered"
    answer = officer.post(address("remove_option", found, option="a"), {"version": "1"})
    assert answer.status_code == 403
    assert "Not removed. A is the only option" in words(answer)
    assert "a" in options(found)


def test_while_it_is_scored_texts_can_be_mended_and_nothing_else(officer):
    found = factories.appraisal(slug="scored")
    listed = words(read(officer, found))
    assert "This cannot be changed while the appraisal is scored" in listed
    assert "Change Option 1, Stay" in listed
    assert "Remove" not in listed
    form = form_of(officer.get(address("edit_option", found, option="stay")))
    answer = officer.post(address("edit_option", found, option="stay"), {**form, "name": "Stay put"})
    assert answer.status_code == 302
    assert options(found)["stay"].name == "Stay put"
    for page in ("option_stage", "remove_option"):
        assert officer.get(address(page, found, option="stay")).status_code == 403
