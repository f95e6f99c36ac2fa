"""Sub-criteria that others changed, that change places, are taken out and brought back; limits and stages."""

from dataclasses import replace

import pytest

from appraisal.core.snapshot.rules import SUB_CRITERION_LIMIT
from appraisal.services import scoring, setup
from organisations.errors import Missing
from tests import factories
from tests.appraisal.services.setup.doing import do, now, paths, problems, refusal, stale, state
from tests.appraisal.services.setup.sub_criteria import LINE, MARKS, lines, save

pytestmark = pytest.mark.django_db


def test_an_older_page_is_told_what_stands(appraisal_id):
    save(appraisal_id, guidance="New.")
    other = replace(LINE, name="Other")
    conflict = stale(
        setup.save_sub_criterion, appraisal_id, sub_criterion_id="reach", sub_criterion=other, version=1
    )
    assert (conflict.content.guidance, conflict.version) == ("New.", 2)
    assert save(appraisal_id, version=1).version == 2, "what stands already is saved"


def test_lines_change_places_within_their_group(appraisal_id):
    move = {"sub_criterion_id": "staff", "direction": "up", "place": 1}
    do(setup.move_sub_criterion, appraisal_id, **move)
    do(setup.move_sub_criterion, appraisal_id, **move)
    assert lines(appraisal_id) == ["staff", "reach"]
    assert lines(appraisal_id, 1) == ["cost", "law"]


def test_a_line_goes_with_its_cells_and_comes_back_with_them(scored_id):
    before = now(scored_id)
    do(setup.remove_sub_criterion, scored_id, sub_criterion_id="reach", version=1)
    assert "reach" not in now(scored_id).line
    [removed] = state(scored_id).removed
    assert (removed.kind, removed.id, removed.group_id, removed.scores) == (
        "sub-criteria",
        "reach",
        "people",
        3,
    )
    do(setup.restore_sub_criterion, scored_id, sub_criterion_id="reach")
    assert now(scored_id) == before


def test_nothing_is_scored_on_a_line_that_was_removed(db):
    appraisal_id = factories.at_stage("set-up")
    do(setup.remove_sub_criterion, appraisal_id, sub_criterion_id="reach", version=1)
    factories.move(appraisal_id, "scoring")
    cell = {"option": "stay", "state": "scored", "score": "1", "rationale": "", "version": 1}
    assert paths(scoring.save_cell, appraisal_id, sub_criterion="reach", **cell) == ["sub_criterion"]


def test_a_line_comes_back_only_into_a_group_that_is_there(appraisal_id):
    do(setup.remove_sub_criterion, appraisal_id, sub_criterion_id="reach", version=1)
    do(setup.remove_group, appraisal_id, group_id="people", version=1)
    assert problems(setup.restore_sub_criterion, appraisal_id, sub_criterion_id="reach") == [
        ("sub_criterion_id", "Its criteria group, People, is removed. Bring the group back first.")
    ]
    do(setup.restore_group, appraisal_id, group_id="people")
    assert lines(appraisal_id) == ["staff"]
    do(setup.restore_sub_criterion, appraisal_id, sub_criterion_id="reach")
    assert lines(appraisal_id) == ["reach", "staff"]


def test_a_removed_line_that_fits_no_more_comes_back_unscored_only_when_told_so(scored_id):
    do(setup.remove_sub_criterion, scored_id, sub_criterion_id="reach", version=1)
    do(setup.set_scale, scored_id, scale=setup.ScaleInput("1", "4"), version=1)
    here = {"sub_criterion_id": "reach"}
    assert paths(setup.restore_sub_criterion, scored_id, **here) == ["cells/move/reach"]
    do(setup.restore_sub_criterion, scored_id, **here, unscore=True)
    assert now(scored_id).cell_at["move", "reach"].state == "unscored"
    assert now(scored_id).cell_at["share", "reach"].score == 4


def many(count):
    return [
        {
            "id": "many",
            "name": "Many",
            "sub_criteria": [{"id": f"line-{number}", "name": f"Line {number}"} for number in range(count)],
        }
    ]


def test_there_are_so_many_lines_and_no_more(db):
    appraisal_id = factories.appraisal(stage="set-up", groups=many(SUB_CRITERION_LIMIT))
    line = {"group_id": "many", "sub_criterion": LINE}
    assert problems(setup.add_sub_criterion, appraisal_id, **line) == [
        ("name", "There would be 201 sub-criteria; the most is 200. Take others out first.")
    ]
    do(setup.remove_sub_criterion, appraisal_id, sub_criterion_id="line-7", version=1)
    do(setup.add_sub_criterion, appraisal_id, **line)
    assert paths(setup.restore_sub_criterion, appraisal_id, sub_criterion_id="line-7") == ["sub_criterion_id"]


def test_what_is_not_there_is_missing(appraisal_id):
    for service, rest in (
        (setup.add_sub_criterion, {"group_id": "nothing", "sub_criterion": LINE}),
        (setup.save_sub_criterion, {"sub_criterion_id": "nothing", "sub_criterion": LINE, "version": 1}),
        (
            setup.save_sub_criterion,
            {"sub_criterion_id": "reach", "sub_criterion": LINE, "version": 1, "group_id": "nothing"},
        ),
        (setup.move_sub_criterion, {"sub_criterion_id": "nothing", "direction": "up", "place": 0}),
        (setup.remove_sub_criterion, {"sub_criterion_id": "nothing", "version": 1}),
        (setup.restore_sub_criterion, {"sub_criterion_id": "nothing"}),
    ):
        with pytest.raises(Missing):
            do(service, appraisal_id, **rest)


def test_only_texts_are_mended_while_scoring(db):
    groups = factories.file()["groups"]
    groups[0]["sub_criteria"][0]["scale"] = {"lo": "1", "hi": "5", "points": [{"value": "1", "label": "Bad"}]}
    appraisal_id = factories.at_stage("scoring", groups=groups)
    mended = setup.ScaleInput("1", "5", points=(("1", "Worse"), ("5", "Better")))
    save(appraisal_id, name="New", short_name="N", guidance="G", scale=mended)
    stands = setup.sub_criterion_input(now(appraisal_id).line["reach"].sub_criterion)
    assert (stands.name, stands.scale) == ("New", mended)
    here = {"sub_criterion_id": "reach", "version": 2}
    for changes in (
        {"kind": "words"},
        {"not_applicable_rule": "Never."},
        {"scale": None},
        {"scale": setup.ScaleInput("1", "6")},
        {"value": MARKS},
    ):
        wanted = replace(stands, **changes)
        words = refusal(setup.save_sub_criterion, appraisal_id, **here, sub_criterion=wanted)
        assert words.startswith("This cannot be changed while the appraisal is scored")
    moved = {"sub_criterion": stands, "group_id": "place"}
    assert refusal(setup.save_sub_criterion, appraisal_id, **here, **moved)
    for service, rest in (
        (setup.add_sub_criterion, {"group_id": "people", "sub_criterion": LINE}),
        (setup.move_sub_criterion, {"sub_criterion_id": "staff", "direction": "up", "place": 1}),
        (setup.remove_sub_criterion, {"sub_criterion_id": "reach", "version": 2}),
        (setup.restore_sub_criterion, {"sub_criterion_id": "reach"}),
    ):
        assert refusal(service, appraisal_id, **rest).startswith("This cannot be changed while the appraisal")
