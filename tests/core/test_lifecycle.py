"""The stages and the one table of moves."""

from itertools import pairwise

import pytest

from appraisal.core.lifecycle import MOVES, Move, Stage, diagram, move_between, moves_from


def test_the_stages_stand_in_the_order_of_the_work():
    assert [stage.value for stage in Stage] == ["set-up", "scoring", "agreeing", "agreed"]
    assert [stage.position for stage in Stage] == [0, 1, 2, 3]


def test_each_stage_leads_on_to_the_next_without_a_reason_and_back_with_one():
    steps = {(move.from_stage, move.to_stage): move for move in MOVES}
    for stage, following in pairwise(Stage):
        assert steps[stage, following].forward
        assert not steps[stage, following].needs_reason
        assert not steps[following, stage].forward
        assert steps[following, stage].needs_reason
    assert len(MOVES) == 2 * (len(Stage) - 1)


@pytest.mark.parametrize("stage", list(Stage))
def test_the_moves_from_a_stage_are_all_there_and_go_forward_first(stage):
    moves = moves_from(stage)
    assert set(moves) == {move for move in MOVES if move.from_stage is stage}
    assert [move.forward for move in moves] == sorted((move.forward for move in moves), reverse=True)


def test_a_stage_may_be_named_in_plain_text_as_a_file_does():
    assert move_between("set-up", "scoring") == Move(Stage.SET_UP, Stage.SCORING, "Start scoring")
    assert move_between("set-up", "agreed") is None
    assert moves_from("set-up") == moves_from(Stage.SET_UP)


def test_the_diagram_has_every_stage_and_every_move_by_name():
    drawn = diagram()
    for stage in Stage:
        assert f'state "{stage.label}"' in drawn
    for move in MOVES:
        assert f" : {move.name}" in drawn
