"""Moving from stage to stage: along the table, when ready, with a reason where one is needed."""

import itertools

import pytest

from appraisal.core.lifecycle import MOVES, Stage
from appraisal.core.readiness import blockers
from appraisal.selectors import snapshots
from appraisal.services import lifecycle
from organisations.errors import Invalid, Missing, Refused
from organisations.selectors import history
from tests import factories

pytestmark = pytest.mark.django_db


def stage_of(appraisal_id):
    return snapshots.snapshot(appraisal_id).stage


@pytest.mark.parametrize("move", MOVES, ids=lambda move: f"{move.from_stage} to {move.to_stage}")
def test_every_move_of_the_table_is_made_and_told_in_the_history(move):
    appraisal_id = factories.at_stage(move.from_stage)
    before = snapshots.live(appraisal_id).revision
    moved = factories.move(
        appraisal_id, move.to_stage, reason="  We need to. ", actor=factories.lead_officer()
    )
    assert (moved.stage, moved.revision) == (move.to_stage, before + 1)
    assert stage_of(appraisal_id) == move.to_stage
    change = history(appraisal_id)[0]
    assert (change.action, change.actor, change.reason) == ("stage moved", "Ada Reed", "We need to.")
    assert (change.before, change.after) == ({"stage": move.from_stage}, {"stage": move.to_stage})


KNOWN = {(move.from_stage, move.to_stage) for move in MOVES}


@pytest.mark.parametrize(
    ("from_stage", "to_stage"), [pair for pair in itertools.permutations(Stage, 2) if pair not in KNOWN]
)
def test_no_other_move_is_made(from_stage, to_stage):
    appraisal_id = factories.at_stage(from_stage)
    with pytest.raises(Refused) as refusal:
        factories.move(appraisal_id, to_stage, reason="Because.")
    assert refusal.value.reason == (
        f"The appraisal cannot be moved there: it is now in the stage “{from_stage.label}”. "
        "Somebody may have moved it since you opened the page; open the Overview page again."
    )
    assert stage_of(appraisal_id) == from_stage


@pytest.mark.parametrize("move", [move for move in MOVES if move.needs_reason], ids=lambda move: move.name)
@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_move_back_says_why(move, reason):
    appraisal_id = factories.at_stage(move.from_stage)
    with pytest.raises(Invalid) as refusal:
        factories.move(appraisal_id, move.to_stage, reason=reason)
    [problem] = refusal.value.problems
    assert str(problem) == "reason: Write why: everybody who takes part reads it in the history."
    assert stage_of(appraisal_id) == move.from_stage


def test_a_reason_that_is_too_long_is_refused():
    appraisal_id = factories.at_stage("agreed")
    with pytest.raises(Invalid) as refusal:
        factories.move(appraisal_id, "agreeing", reason="x" * 10_001)
    assert [problem.path for problem in refusal.value.problems] == ["reason"]


@pytest.mark.parametrize(
    ("changes", "to_stage"),
    [
        ({"stage": "set-up", "scale": None}, "scoring"),
        ({"stage": "set-up", "options": []}, "scoring"),
        ({"stage": "scoring"}, "agreeing"),
        ({"stage": "agreeing", "cells": factories.cells(factories.COMPLETE, rationale="")}, "agreed"),
    ],
)
def test_what_is_not_ready_is_named_and_nothing_moves(changes, to_stage):
    appraisal_id = factories.appraisal(**changes)
    expected = blockers(snapshots.snapshot(appraisal_id), to_stage)
    assert expected
    with pytest.raises(Invalid) as refusal:
        factories.move(appraisal_id, to_stage)
    assert [(problem.path, problem.message) for problem in refusal.value.problems] == [
        (blocker.where, blocker.text) for blocker in expected
    ]
    assert stage_of(appraisal_id) == changes["stage"]
    assert [change.action for change in history(appraisal_id)] == ["appraisal imported"]


def test_going_back_asks_for_no_readiness():
    appraisal_id = factories.appraisal(stage="agreed")
    for stage in ("agreeing", "scoring", "set-up"):
        factories.move(appraisal_id, stage, reason="Not ready at all.")
    assert stage_of(appraisal_id) == "set-up"


def test_a_form_sent_twice_moves_once():
    appraisal_id = factories.at_stage("scoring")
    first = factories.move(appraisal_id, "agreeing")
    assert factories.move(appraisal_id, "agreeing") == first
    assert [change.action for change in history(appraisal_id)].count("stage moved") == 2


def test_an_appraisal_that_does_not_exist_is_missing():
    with pytest.raises(Missing):
        lifecycle.move(
            actor=None, at=factories.at(), appraisal_id=factories.organisation(), move_to="scoring", reason=""
        )
