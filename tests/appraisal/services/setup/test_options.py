"""Options: added, mended, ordered, listed, dropped with a reason, taken out and brought back."""

from dataclasses import replace

import pytest

from appraisal.core.snapshot.rules import OPTION_LIMIT
from appraisal.selectors import appraisals
from appraisal.services import recommendation, scoring, setup
from organisations.errors import Missing
from tests import factories
from tests.appraisal.services.setup.doing import do, last, now, paths, problems, refusal, stale, state

pytestmark = pytest.mark.django_db

CLOSE = setup.OptionInput(
    "Close all but one",
    number="4",
    short_name="Close",
    other_names=("One library",),
    proposal=("Sell four sites", "Keep the main one"),
    summary="The cheapest.",
)


def save(appraisal_id, option="stay", version=1, **changes):
    stands = setup.option_input(now(appraisal_id).option[option])
    wanted = replace(stands, **changes)
    return do(setup.save_option, appraisal_id, option_id=option, option=wanted, version=version)


def ids(appraisal_id):
    return [option.id for option in now(appraisal_id).options]


def test_an_option_comes_last_on_the_long_list_with_all_that_was_typed(appraisal_id, officer):
    saved = do(setup.add_option, appraisal_id, officer, option=CLOSE)
    assert (saved.id, saved.version) == ("option-4", 2)
    found = now(appraisal_id).options[-1]
    assert (setup.option_input(found), found.stage) == (CLOSE, "long-list")
    event = last(appraisal_id)
    assert (event.action, event.subject, event.actor) == ("option added", "options/option-4", "Ada Reed")


def test_an_option_without_a_number_is_known_by_its_words(appraisal_id):
    option = replace(CLOSE, number="", proposal=("", "Sell", " "), other_names=(" ",))
    assert do(setup.add_option, appraisal_id, option=option, stage="dropped", reason="No.").id == "close"
    found = now(appraisal_id).option["close"]
    assert (found.number, found.proposal, found.other_names) == (None, ("Sell",), ())
    assert (found.stage, found.reason) == ("dropped", "No.")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"name": ""}, [("name", "Enter the name of the option.")]),
        ({"name": "Move"}, [("name", "There is an option of this name already.")]),
        ({"number": "two"}, [("number", "Enter a whole number from 0 to 9999")]),
        ({"number": "1.5"}, [("number", "Enter a whole number")]),
        ({"number": "-1"}, [("number", "Enter a whole number")]),
        ({"number": "10000"}, [("number", "Enter a whole number")]),
        ({"number": "²"}, [("number", "Enter a whole number")]),
        ({"baseline": True}, [("baseline", "Option 1 is the baseline already. Take that from it first.")]),
        ({"proposal": ("", "a\x00")}, [("proposal[1]", "There is a NUL character")]),
        ({"other_names": ("", "x" * 301)}, [("other_names[1]", "This has 301 characters")]),
        ({"summary": "x" * 10_001}, [("summary", "This has 10,001 characters")]),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(appraisal_id, changes, found):
    told = problems(setup.add_option, appraisal_id, option=replace(CLOSE, **changes))
    assert [path for path, _ in told] == [path for path, _ in found]
    for (_, message), (_, words) in zip(told, found, strict=True):
        assert message.startswith(words)


def test_two_on_the_short_list_have_two_numbers(appraisal_id):
    second = replace(CLOSE, number="2")
    do(setup.add_option, appraisal_id, option=second)
    told = [("number", "Option 2 on the short list is “Move” already.")]
    here = {"option_id": "option-2", "version": 2}
    assert problems(setup.set_option_stage, appraisal_id, **here, stage="short-list") == told
    third = replace(CLOSE, number="2", name="Another")
    assert problems(setup.add_option, appraisal_id, option=third, stage="short-list") == told
    save(appraisal_id, "option-2", version=2, number="5")
    do(setup.set_option_stage, appraisal_id, option_id="option-2", stage="short-list", version=3)


def test_the_baseline_is_handed_on_in_two_steps(appraisal_id):
    stands = setup.option_input(now(appraisal_id).option["move"])
    here = {"option_id": "move", "option": replace(stands, baseline=True), "version": 1}
    assert paths(setup.save_option, appraisal_id, **here) == ["baseline"]
    save(appraisal_id, "stay", baseline=False)
    do(setup.save_option, appraisal_id, **here)
    assert [option.id for option in now(appraisal_id).options if option.baseline] == ["move"]


def test_an_option_is_renamed_and_its_id_stage_and_cells_stay(scored_id):
    save(scored_id, "move", name="Move to the mill", short_name="Mill")
    option = now(scored_id).option["move"]
    assert (option.name, option.short_name, option.stage) == ("Move to the mill", "Mill", "short-list")
    assert now(scored_id).cell_at["move", "reach"].score == 5


def test_an_older_page_is_told_what_stands(appraisal_id):
    save(appraisal_id, summary="New.")
    here = {"option_id": "stay", "option": replace(CLOSE, number="1"), "version": 1}
    conflict = stale(setup.save_option, appraisal_id, **here)
    assert (conflict.content.summary, conflict.version) == ("New.", 2)
    assert save(appraisal_id).version == 2


def test_options_change_places(appraisal_id):
    do(setup.move_option, appraisal_id, option_id="share", direction="up", place=2)
    do(setup.move_option, appraisal_id, option_id="share", direction="up", place=1)
    assert ids(appraisal_id) == ["share", "stay", "move"]
    assert (last(appraisal_id).action, last(appraisal_id).after) == ("option moved", {"place": 1})


def test_an_option_is_dropped_with_a_reason_and_a_date_and_returns(scored_id):
    here = {"option_id": "move", "stage": "dropped"}
    assert problems(setup.set_option_stage, scored_id, **here, version=1) == [
        ("reason", "Write why the option is not taken forward: it is printed with its name.")
    ]
    saved = do(
        setup.set_option_stage, scored_id, **here, reason="Too dear.", decided_on="2 May 2026", version=1
    )
    option = now(scored_id).option["move"]
    assert setup.stage_input(option) == setup.StageInput("dropped", "Too dear.", "2 May 2026")
    assert len(now(scored_id).cells) == 12, "its cells stay in the appraisal"
    event = last(scored_id)
    assert (event.action, event.before["stage"], event.after["stage"]) == (
        "option listed",
        "short-list",
        "dropped",
    )
    again = {"option_id": "move", "stage": "short-list", "version": saved.version}
    do(setup.set_option_stage, scored_id, **again)
    option = now(scored_id).option["move"]
    assert (option.stage, option.reason, option.decided_on) == ("short-list", "", "")


def test_a_stage_that_does_not_exist_is_refused_and_an_older_page_is_told(appraisal_id):
    here = {"option_id": "move", "version": 1}
    assert paths(setup.set_option_stage, appraisal_id, **here, stage="gone") == ["stage"]
    do(setup.set_option_stage, appraisal_id, **here, stage="long-list", reason="Wait.")
    conflict = stale(setup.set_option_stage, appraisal_id, **here, stage="short-list")
    assert conflict.content == setup.StageInput("long-list", "Wait.")


def test_an_option_goes_with_its_cells_and_comes_back_with_them(scored_id):
    before = now(scored_id)
    do(setup.remove_option, scored_id, option_id="move", version=1)
    assert ids(scored_id) == ["stay", "share"]
    assert {cell.option for cell in now(scored_id).cells} == {"stay", "share"}
    [removed] = state(scored_id).removed
    assert (removed.kind, removed.id, removed.scores, removed.rationales) == ("options", "move", 3, 4)
    [row] = appraisals.visible_to(factories.lead_officer())
    assert (row.to_score, row.scored) == (6, 6)
    do(setup.restore_option, scored_id, option_id="move")
    assert now(scored_id) == before
    for _ in range(2):
        do(setup.restore_option, scored_id, option_id="move")
    assert state(scored_id).options["move"] == 3


def test_nothing_is_scored_for_an_option_that_was_removed(db):
    appraisal_id = factories.at_stage("set-up")
    do(setup.remove_option, appraisal_id, option_id="move", version=1)
    factories.move(appraisal_id, "scoring")
    cell = {"sub_criterion": "reach", "state": "scored", "score": "1", "rationale": "", "version": 1}
    assert paths(scoring.save_cell, appraisal_id, option="move", **cell) == ["option"]


def test_the_last_option_cannot_be_removed(appraisal_id):
    for option in ("move", "share"):
        do(setup.remove_option, appraisal_id, option_id=option, version=1)
    assert refusal(setup.remove_option, appraisal_id, option_id="stay", version=1) == (
        "Option 1 is the only option, and an appraisal without one compares nothing. Add another option "
        "first, or change this one."
    )


def test_the_preferred_option_cannot_be_removed(scored_id):
    content = recommendation.RecommendationContent("move", "Move.")
    do(recommendation.save, scored_id, content=content, version=1)
    assert refusal(setup.remove_option, scored_id, option_id="move", version=1) == (
        "Option 2 is the preferred option. Choose another one on the Recommendation page first, or none."
    )
    content = recommendation.RecommendationContent("stay", "Stay.")
    do(recommendation.save, scored_id, content=content, version=2)
    do(setup.remove_option, scored_id, option_id="move", version=1)
    assert now(scored_id).recommendation.option == "stay"


def test_a_removed_option_cannot_be_recommended(scored_id):
    do(setup.remove_option, scored_id, option_id="move", version=1)
    content = recommendation.RecommendationContent("move", "Move.")
    assert paths(recommendation.save, scored_id, content=content, version=1) == ["recommendation.option"]


def test_a_baseline_comes_back_as_one_only_where_none_is(appraisal_id):
    do(setup.remove_option, appraisal_id, option_id="stay", version=1)
    do(setup.restore_option, appraisal_id, option_id="stay")
    assert now(appraisal_id).option["stay"].baseline
    do(setup.remove_option, appraisal_id, option_id="stay", version=3)
    save(appraisal_id, "move", baseline=True)
    do(setup.restore_option, appraisal_id, option_id="stay")
    assert [option.id for option in now(appraisal_id).options if option.baseline] == ["move"]


def test_a_number_that_was_taken_meanwhile_keeps_an_option_from_coming_back(appraisal_id):
    do(setup.remove_option, appraisal_id, option_id="move", version=1)
    do(setup.add_option, appraisal_id, option=replace(CLOSE, number="2"), stage="short-list")
    assert problems(setup.restore_option, appraisal_id, option_id="move") == [
        ("option_id", "Another option on the short list has the number 2 by now. Give that one another.")
    ]


def test_an_option_that_fits_no_more_comes_back_unscored_only_when_told_so(scored_id):
    do(setup.remove_option, scored_id, option_id="move", version=1)
    do(setup.set_scale, scored_id, scale=setup.ScaleInput("2", "4"), version=1)
    assert paths(setup.restore_option, scored_id, option_id="move") == ["cells/move/reach"]
    do(setup.restore_option, scored_id, option_id="move", unscore=True)
    assert now(scored_id).cell_at["move", "reach"].state == "unscored"
    versions = appraisals.cell_versions(scored_id)
    assert versions["move", "reach"].version == 4, "an older scoring page of the cell is found out"
    assert versions["move", "cost"].version == 1


def options(count):
    return [{"id": f"o{number}", "name": f"Option {number}", "stage": "long-list"} for number in range(count)]


def test_there_are_so_many_options_and_no_more(db):
    appraisal_id = factories.appraisal(stage="set-up", options=options(OPTION_LIMIT))
    assert problems(setup.add_option, appraisal_id, option=CLOSE) == [
        ("name", "There are 200 options already, which is the most. Take others out first.")
    ]
    do(setup.remove_option, appraisal_id, option_id="o7", version=1)
    do(setup.add_option, appraisal_id, option=CLOSE)
    assert paths(setup.restore_option, appraisal_id, option_id="o7") == ["option_id"]


def test_what_is_not_there_is_missing(appraisal_id):
    for service, rest in (
        (setup.save_option, {"option": CLOSE, "version": 1}),
        (setup.set_option_stage, {"stage": "long-list", "version": 1}),
        (setup.move_option, {"direction": "up", "place": 0}),
        (setup.remove_option, {"version": 1}),
        (setup.restore_option, {}),
    ):
        with pytest.raises(Missing):
            do(service, appraisal_id, option_id="nothing", **rest)


def test_only_texts_are_mended_while_scoring(db):
    appraisal_id = factories.at_stage("scoring")
    save(
        appraisal_id,
        name="Remain",
        short_name="R",
        other_names=("Do nothing",),
        proposal=("Carry on",),
        summary="As now.",
    )
    stands = setup.option_input(now(appraisal_id).option["stay"])
    assert stands.name == "Remain"
    here = {"option_id": "stay", "version": 2}
    for changes in ({"number": "9"}, {"baseline": False}):
        wanted = replace(stands, **changes)
        assert refusal(setup.save_option, appraisal_id, **here, option=wanted).startswith(
            "This cannot be changed while the appraisal is scored"
        )
    for service, rest in (
        (setup.add_option, {"option": CLOSE}),
        (setup.set_option_stage, {**here, "stage": "dropped", "reason": "No."}),
        (setup.move_option, {"option_id": "stay", "direction": "down", "place": 0}),
        (setup.remove_option, here),
        (setup.restore_option, {"option_id": "stay"}),
    ):
        assert refusal(service, appraisal_id, **rest).startswith("This cannot be changed while the appraisal")
