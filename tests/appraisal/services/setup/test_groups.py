"""Criteria groups: added, mended, ordered, taken out with all that is in them, and brought back."""

import pytest

from appraisal.core.snapshot import Reasons
from appraisal.services import recommendation, setup
from organisations.errors import Missing, Stale
from tests import factories
from tests.appraisal.services.setup.doing import do, last, now, paths, problems, refusal, stale, state

pytestmark = pytest.mark.django_db

MONEY = setup.GroupInput("Money and time", "Money", "How far the option:", "Read the\nfigures.")


def ids(appraisal_id):
    return [group.id for group in now(appraisal_id).groups]


def test_a_group_comes_last_with_all_that_was_typed(appraisal_id, officer):
    saved = do(setup.add_group, appraisal_id, officer, group=MONEY)
    assert (saved.id, saved.version, saved.revision) == ("money", 2, 2)
    assert ids(appraisal_id) == ["people", "place", "money"]
    assert setup.group_input(now(appraisal_id).groups[-1]) == MONEY
    event = last(appraisal_id)
    assert (event.action, event.subject, event.actor) == ("group added", "groups/money", "Ada Reed")


@pytest.mark.parametrize(
    ("group", "found"),
    [
        (setup.GroupInput("  "), ("name", "Enter the name of the criteria group.")),
        (setup.GroupInput("Place"), ("name", "There is a criteria group of this name already.")),
        (setup.GroupInput("x" * 301), ("name", "This has 301 characters")),
        (setup.GroupInput("A", stem="x" * 301), ("stem", "This has 301 characters")),
        (setup.GroupInput("A", guidance="a\x00b"), ("guidance", "There is a NUL character")),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(appraisal_id, group, found):
    [(path, message)] = problems(setup.add_group, appraisal_id, group=group)
    assert path == found[0]
    assert message.startswith(found[1])


def test_a_group_is_renamed_and_its_id_and_lines_stay(appraisal_id):
    do(setup.save_group, appraisal_id, group_id="people", group=MONEY, version=1)
    group = now(appraisal_id).groups[0]
    assert (group.id, group.name, len(group.sub_criteria)) == ("people", "Money and time", 2)
    assert last(appraisal_id).before["name"] == "People"
    assert state(appraisal_id).groups == {"people": 2, "place": 1}


def test_a_group_may_keep_a_name_that_another_has(db):
    groups = factories.file()["groups"]
    groups[1]["name"] = "People"
    appraisal_id = factories.appraisal(stage="set-up", groups=groups)
    same = setup.GroupInput("People", guidance="Read this.")
    do(setup.save_group, appraisal_id, group_id="place", group=same, version=1)
    assert now(appraisal_id).groups[1].guidance == "Read this."


def test_an_older_page_is_told_what_stands_and_the_same_sent_twice_is_saved(appraisal_id):
    do(setup.save_group, appraisal_id, group_id="people", group=MONEY, version=1)
    assert do(setup.save_group, appraisal_id, group_id="people", group=MONEY, version=1).version == 2
    other = setup.GroupInput("Other")
    conflict = stale(setup.save_group, appraisal_id, group_id="people", group=other, version=1)
    assert conflict.content == MONEY


def test_groups_change_places_by_one(appraisal_id):
    do(setup.add_group, appraisal_id, group=MONEY)
    do(setup.move_group, appraisal_id, group_id="money", direction="up", place=2)
    assert ids(appraisal_id) == ["people", "money", "place"]
    do(setup.move_group, appraisal_id, group_id="people", direction="down", place=0)
    assert ids(appraisal_id) == ["money", "people", "place"]
    do(setup.move_group, appraisal_id, group_id="money", direction="up", place=0)
    assert ids(appraisal_id) == ["money", "people", "place"]
    assert last(appraisal_id).subject == "groups/people"


def test_a_move_sent_twice_is_made_once_and_one_from_another_order_is_told(appraisal_id):
    do(setup.add_group, appraisal_id, group=MONEY)
    for _ in range(2):
        do(setup.move_group, appraisal_id, group_id="money", direction="up", place=2)
    assert ids(appraisal_id) == ["people", "money", "place"]
    with pytest.raises(Stale) as conflict:
        do(setup.move_group, appraisal_id, group_id="place", direction="up", place=1)
    assert conflict.value.current.content == ("people", "money", "place")
    assert paths(setup.move_group, appraisal_id, group_id="place", direction="left", place=2) == ["direction"]


def test_a_move_leaves_the_version_so_that_no_rename_conflicts_with_it(appraisal_id):
    saved = do(setup.move_group, appraisal_id, group_id="place", direction="up", place=1)
    assert saved.version == 1
    do(setup.save_group, appraisal_id, group_id="place", group=MONEY, version=1)
    assert [group.name for group in now(appraisal_id).groups] == ["Money and time", "People"]


def test_a_group_goes_with_its_lines_and_cells_and_comes_back_with_them(scored_id):
    before = now(scored_id)
    do(setup.remove_group, scored_id, group_id="people", version=1)
    found = now(scored_id)
    assert [group.id for group in found.groups] == ["place"]
    assert {cell.sub_criterion for cell in found.cells} == {"cost", "law"}
    [removed] = state(scored_id).removed
    assert (removed.kind, removed.id, removed.name, removed.scores, removed.rationales) == (
        "groups",
        "people",
        "People",
        6,
        6,
    )
    assert last(scored_id).before["sub_criteria"][0]["id"] == "reach"
    do(setup.restore_group, scored_id, group_id="people")
    assert now(scored_id) == before
    assert (last(scored_id).action, state(scored_id).removed) == ("group restored", ())


def test_a_group_comes_back_to_its_place_among_those_that_moved_meanwhile(appraisal_id):
    do(setup.add_group, appraisal_id, group=MONEY)
    do(setup.remove_group, appraisal_id, group_id="place", version=1)
    do(setup.add_group, appraisal_id, group=setup.GroupInput("Later"))
    do(setup.move_group, appraisal_id, group_id="money", direction="up", place=1)
    do(setup.restore_group, appraisal_id, group_id="place")
    assert ids(appraisal_id) == ["money", "place", "people", "later"]


def test_a_removal_sent_twice_is_one_and_so_is_a_return(appraisal_id):
    for _ in range(2):
        do(setup.remove_group, appraisal_id, group_id="place", version=1)
    for _ in range(2):
        do(setup.restore_group, appraisal_id, group_id="place")
    assert state(appraisal_id).groups["place"] == 3


def test_a_removal_of_what_was_renamed_since_is_told(appraisal_id):
    do(setup.save_group, appraisal_id, group_id="people", group=MONEY, version=1)
    assert stale(setup.remove_group, appraisal_id, group_id="people", version=1).content == MONEY


def test_an_id_of_a_removed_group_is_not_used_again(appraisal_id):
    do(setup.remove_group, appraisal_id, group_id="people", version=1)
    assert do(setup.add_group, appraisal_id, group=setup.GroupInput("People")).id == "people-2"


def test_what_is_not_there_is_missing(appraisal_id):
    for service, rest in (
        (setup.save_group, {"group": MONEY, "version": 1}),
        (setup.move_group, {"direction": "up", "place": 0}),
        (setup.remove_group, {"version": 1}),
        (setup.restore_group, {}),
    ):
        with pytest.raises(Missing):
            do(service, appraisal_id, group_id="nothing", **rest)


def test_reasons_under_a_removed_group_are_kept_whatever_is_written_meanwhile(scored_id):
    content = recommendation.RecommendationContent(
        "move", "Move.", (Reasons("people", "", ("So.",)), Reasons("place", "", ("And so.",)))
    )
    do(recommendation.save, scored_id, content=content, version=1)
    do(setup.remove_group, scored_id, group_id="people", version=1)
    assert [each.group for each in now(scored_id).recommendation.reasons] == ["place"]
    less = recommendation.RecommendationContent("move", "Move on.", (Reasons("place", "", ("Or so.",)),))
    do(recommendation.save, scored_id, content=less, version=2)
    do(setup.restore_group, scored_id, group_id="people")
    reasons = {each.group: each.paragraphs for each in now(scored_id).recommendation.reasons}
    assert reasons == {"place": ("Or so.",), "people": ("So.",)}


def test_cells_that_no_longer_fit_are_named_and_come_back_unscored_only_when_told_so(scored_id):
    do(setup.remove_group, scored_id, group_id="people", version=1)
    do(setup.set_scale, scored_id, scale=setup.ScaleInput("1", "4"), version=1)
    assert problems(setup.restore_group, scored_id, group_id="people") == [
        (
            "cells/move/reach",
            "Option 2, line 1a: 5 is off the scale, which runs from 1 to 4. Give a score on the scale.",
        )
    ]
    do(setup.restore_group, scored_id, group_id="people", unscore=True)
    cell = now(scored_id).cell_at["move", "reach"]
    assert (cell.state, cell.score, cell.rationale) == ("unscored", None, "Because.")
    [lost] = last(scored_id).after["unscored"]
    assert (lost["option"], lost["sub_criterion"], lost["score"]) == ("move", "reach", "5")
    assert now(scored_id).cell_at["move", "staff"].score == 2


def test_only_texts_are_mended_while_scoring(db):
    appraisal_id = factories.at_stage("scoring")
    do(setup.save_group, appraisal_id, group_id="people", group=MONEY, version=1)
    for service, rest in (
        (setup.add_group, {"group": setup.GroupInput("New")}),
        (setup.move_group, {"group_id": "place", "direction": "up", "place": 1}),
        (setup.remove_group, {"group_id": "people", "version": 2}),
        (setup.restore_group, {"group_id": "people"}),
    ):
        words = refusal(service, appraisal_id, **rest)
        assert words.startswith("This cannot be changed while the appraisal is scored")
