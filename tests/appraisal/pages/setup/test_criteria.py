"""Criteria groups and their lines: added, renamed, put in order, moved from group to group."""

import html

import pytest

from appraisal.core.snapshot import Kind
from appraisal.selectors import snapshots
from tests import factories
from tests.appraisal.pages.asking import address, client_of, words
from tests.appraisal.pages.setup.filling import buttons_of, follow, form_of, send

pytestmark = pytest.mark.django_db

GROUP = {"name": "Money", "short_name": "£", "stem": "Ability to:", "guidance": "All of it."}


def groups(appraisal_id):
    return [group.id for group in snapshots.snapshot(appraisal_id).groups]


def lines(appraisal_id):
    return [line.sub_criterion.id for line in snapshots.snapshot(appraisal_id).lines]


def press(client, page, name, ending):
    """Presses the button of this name whose address ends so; gives the answer."""
    button = next(each for each in buttons_of(page) if each[0] == name and each[2].endswith(ending))
    return client.post(button[2], {name: button[1]})


def test_the_page_shows_every_group_and_line_with_how_it_is_judged(appraisal_id, officer):
    said = html.unescape(words(officer.get(address("criteria", appraisal_id))))
    assert "Two groups with four lines: 3 scored, 1 in words only." in said
    assert "each group's share is what the plain total implies. Weights" in said
    assert "1 People No short name · 67% of the weight" in said
    assert "2b Be lawful In words only Not scored, by design: the words stand in the matrix." in said
    assert "Does not apply where: No staff move." in said
    assert "The scale: 1 to 5 1 Point 1" in said


def test_a_group_is_added_and_then_its_lines(appraisal_id, officer):
    answer = send(officer, "add_group", appraisal_id, GROUP)
    page = follow(officer, answer)
    assert "The group “Money” was added. Now add its lines." in words(page)
    assert "£ Add a line" in words(page)
    group = snapshots.snapshot(appraisal_id).groups[-1]
    assert (group.name, group.short_name, group.stem, group.guidance) == tuple(GROUP.values())
    data = form_of(page) | {"name": "Spend less", "short_name": "Less", "guidance": "Over 5 years."}
    again = officer.post(answer.url, data | {"another": "1"})
    assert again.url == answer.url
    assert "The line “Spend less” was added." in words(follow(officer, again))
    line = snapshots.snapshot(appraisal_id).lines[-1]
    assert (line.number, line.group.id) == ("3a", group.id)
    sub = line.sub_criterion
    assert (sub.name, sub.short_name, sub.guidance, sub.kind) == (
        "Spend less",
        "Less",
        "Over 5 years.",
        Kind.SCORE,
    )


def test_names_may_be_changed_and_ids_stay(appraisal_id, officer):
    answer = send(officer, "edit_group", appraisal_id, {"name": "Folk"}, names={"group": "people"})
    assert answer.url.endswith("/setup/criteria/#group-people")
    assert "The group “Folk” is saved." in words(follow(officer, answer))
    send(officer, "edit_line", appraisal_id, {"name": "Reach everybody"}, names={"line": "reach"})
    snapshot = snapshots.snapshot(appraisal_id)
    assert (snapshot.groups[0].id, snapshot.groups[0].name) == ("people", "Folk")
    assert snapshot.line["reach"].sub_criterion.name == "Reach everybody"


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("add_group", {}),
        ("edit_group", {"group": "people"}),
        ("add_line", {"group": "people"}),
        ("edit_line", {"line": "reach"}),
    ],
)
def test_a_name_is_needed_and_what_was_typed_stays(appraisal_id, officer, page, names):
    answer = send(officer, page, appraisal_id, {"name": "", "guidance": "Kept"}, names=names)
    assert answer.status_code == 422
    assert 'href="#id_name"' in answer.content.decode()
    assert form_of(answer)["guidance"] == "Kept"


def test_groups_and_lines_are_put_in_order_by_buttons(appraisal_id, officer):
    page = officer.get(address("criteria", appraisal_id))
    answer = press(officer, page, "down", "groups/people/move/")
    assert answer.url.endswith("/setup/criteria/#group-people")
    assert groups(appraisal_id) == ["place", "people"]
    page = follow(officer, answer)
    assert "The group moved down one place." in words(page)
    assert press(officer, page, "up", "lines/law/move/").url.endswith("#line-law")
    assert lines(appraisal_id) == ["law", "cost", "reach", "staff"]


def test_the_ends_of_a_list_have_no_button_past_them(appraisal_id, officer):
    buttons = buttons_of(officer.get(address("criteria", appraisal_id)))
    moves = [(name, where.split("/")[-3]) for name, _, where in buttons]
    assert moves == [
        ("down", "people"),
        ("down", "reach"),
        ("up", "staff"),
        ("up", "place"),
        ("down", "cost"),
        ("up", "law"),
    ]


def test_an_order_that_somebody_changed_meanwhile_is_left_alone(appraisal_id, officer, other_officer):
    send(officer, "add_group", appraisal_id, GROUP)
    page = officer.get(address("criteria", appraisal_id))
    press(other_officer, page, "down", "groups/people/move/")
    stands = groups(appraisal_id)
    assert stands[:2] == ["place", "people"]
    # As the other left it, so that nothing is moved twice.
    assert "The group moved up one place." in words(
        follow(officer, press(officer, page, "up", "groups/place/move/"))
    )
    assert groups(appraisal_id) == stands
    # The page shows the group first that is second now: a step down from first is not what stands.
    press(other_officer, officer.get(address("criteria", appraisal_id)), "down", "groups/people/move/")
    stands = groups(appraisal_id)
    said = words(follow(officer, press(officer, page, "down", "groups/people/move/")))
    assert "Somebody else changed the order after you opened the page, so nothing was moved." in said
    assert groups(appraisal_id) == stands


@pytest.mark.parametrize("sent", [{}, {"up": "first"}, {"sideways": "0"}, {"up": "-1"}])
def test_a_step_that_makes_no_sense_is_not_found(appraisal_id, officer, sent):
    where = address("move_line", appraisal_id, line="staff")
    assert officer.post(where, sent).status_code == 404
    assert officer.get(where).status_code == 405


def test_a_line_goes_to_another_group_with_its_scores():
    scored = factories.complete_appraisal(stage="set-up")
    client = client_of(factories.lead_officer())
    send(client, "edit_line", scored, {"group": "place"}, names={"line": "reach"})
    assert lines(scored) == ["staff", "cost", "law", "reach"]
    assert snapshots.snapshot(scored).cell_at["move", "reach"].score == 5


def test_a_conflict_on_a_line_shows_both(appraisal_id, officer, other_officer):
    where = address("edit_line", appraisal_id, line="reach")
    mine = form_of(officer.get(where)) | {"guidance": "Mine"}
    theirs = {"name": "Theirs", "scored_on": "own", "scale_lo": "0", "scale_hi": "9"}
    send(other_officer, "edit_line", appraisal_id, theirs, names={"line": "reach"})
    answer = officer.post(where, mine)
    assert answer.status_code == 409
    said = words(answer)
    assert "Ben Yu changed the line after you opened it" in said
    for part in ("Name Theirs", "What it is scored on A scale of its own", "Lowest score on this line 0"):
        assert part in said
    assert form_of(answer)["guidance"] == "Mine"
    again = officer.post(where, form_of(answer) | {"keep": str(_version(officer, where))})
    assert again.status_code == 302
    assert snapshots.snapshot(appraisal_id).line["reach"].sub_criterion.scale is None


def test_two_people_may_change_two_lines(appraisal_id, officer, other_officer):
    where = address("edit_line", appraisal_id, line="reach")
    mine = form_of(officer.get(where)) | {"guidance": "Mine"}
    send(other_officer, "edit_line", appraisal_id, {"guidance": "Theirs"}, names={"line": "staff"})
    assert officer.post(where, mine).status_code == 302
    snapshot = snapshots.snapshot(appraisal_id)
    assert [snapshot.line[line].sub_criterion.guidance for line in ("reach", "staff")] == ["Mine", "Theirs"]


def test_while_scoring_texts_may_be_mended_and_nothing_else():
    scoring = factories.appraisal()
    client = client_of(factories.lead_officer())
    page = client.get(address("criteria", scoring))
    assert "This cannot be changed while the appraisal is scored" in words(page)
    assert buttons_of(page) == []
    assert "Add a criteria group" not in words(page)
    edit = client.get(address("edit_line", scoring, line="reach"))
    assert "How the line is judged stays as it is." in words(edit)
    assert "kind" not in form_of(edit)
    before = snapshots.snapshot(scoring).line["staff"].sub_criterion
    send(client, "edit_line", scoring, {"name": "Keep everybody"}, names={"line": "staff"})
    after = snapshots.snapshot(scoring).line["staff"].sub_criterion
    assert after.name == "Keep everybody"
    assert after.not_applicable_rule == before.not_applicable_rule
    assert client.get(address("add_group", scoring)).status_code == 403


def test_renaming_while_another_scores_takes_no_score_away():
    scoring = factories.appraisal()
    client = client_of(factories.lead_officer())
    where = address("edit_line", scoring, line="reach")
    form = form_of(client.get(where)) | {"name": "Reach all readers"}
    factories.score(scoring, "stay", "reach", 4)
    assert client.post(where, form).status_code == 302
    snapshot = snapshots.snapshot(scoring)
    assert snapshot.cell_at["stay", "reach"].score == 4
    assert snapshot.line["reach"].sub_criterion.name == "Reach all readers"


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("edit_group", {"group": "nobody"}),
        ("add_line", {"group": "nobody"}),
        ("edit_line", {"line": "nobody"}),
        ("remove_group", {"group": "nobody"}),
        ("remove_line", {"line": "nobody"}),
    ],
)
def test_what_is_not_there_is_not_found(appraisal_id, officer, page, names):
    assert officer.get(address(page, appraisal_id, **names)).status_code == 404


def test_text_for_a_group_that_was_removed_meanwhile_is_not_lost(appraisal_id, officer, other_officer):
    edit = address("edit_group", appraisal_id, group="place")
    add = address("add_line", appraisal_id, group="place")
    mine = form_of(officer.get(edit)) | {"guidance": "Long and good"}
    line = form_of(officer.get(add)) | {"name": "One more line"}
    send(other_officer, "remove_group", appraisal_id, names={"group": "place"})
    for where, form, name in ((edit, mine, "guidance"), (add, line, "name")):
        answer = officer.post(where, form)
        assert answer.status_code == 409
        assert "Somebody may have removed it" in words(answer)
        assert form_of(answer)[name] == form[name]


def test_a_reader_reads(appraisal_id, reader):
    page = reader.get(address("criteria", appraisal_id))
    assert "1a Reach more readers" in words(page)
    assert "only a commissioning officer of a lead body" in words(page)
    assert buttons_of(page) == []
    for name in ("add_group", "setup_scale"):
        assert reader.get(address(name, appraisal_id)).status_code == 403


def _version(client, where):
    return form_of(client.get(where))["version"]
