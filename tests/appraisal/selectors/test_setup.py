"""What set-up pages need beside the snapshot: versions, what was removed, what a removal takes along."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from appraisal.selectors import setup as selectors
from appraisal.selectors import snapshots
from appraisal.services import setup
from organisations.errors import Missing
from tests import factories
from tests.appraisal.services.setup.doing import do

pytestmark = pytest.mark.django_db


def queries(call, *args):
    with CaptureQueriesContext(connection) as captured:
        call(*args)
    return len(captured)


def gone_back(make):
    appraisal_id = make()
    factories.move(appraisal_id, "set-up", reason="To change it.")
    return appraisal_id


def test_everything_that_a_file_brought_in_has_the_version_of_that_save():
    appraisal_id = factories.cornwall()
    state, found = selectors.setup_state(appraisal_id), snapshots.snapshot(appraisal_id)
    assert (state.about, state.scale, state.method) == (1, 1, 1)
    assert state.options == state.swot == state.filter == {option.id: 1 for option in found.options}
    assert state.sub_criteria == dict.fromkeys(found.line, 1)
    assert state.bodies == {body.id: 1 for body in found.organisations}
    assert (state.sealed, state.scores, state.method_chosen, state.removed) == (False, 0, True, ())


def test_a_replaced_file_renews_every_version_so_that_older_pages_are_found_out():
    appraisal_id = factories.appraisal(stage="set-up")
    do(setup.add_group, appraisal_id, group=setup.GroupInput("More"))
    factories.stored(factories.from_dict(factories.file(title="Replaced")), replace=True)
    state = selectors.setup_state(appraisal_id)
    assert {state.about, state.scale, state.method} == {3}
    for versions in (state.parts, state.bodies, state.groups, state.sub_criteria, state.options, state.swot):
        assert set(versions.values()) == {3}


@pytest.mark.parametrize("make", [factories.somerset, factories.appraisal])
def test_the_state_takes_three_queries_and_one_more_where_something_is_removed(make):
    appraisal_id = gone_back(make)
    assert queries(selectors.setup_state, appraisal_id) == 3
    for option in list(snapshots.snapshot(appraisal_id).option)[:2]:
        do(setup.remove_option, appraisal_id, option_id=option, version=1)
    for group in snapshots.snapshot(appraisal_id).groups:
        do(setup.remove_group, appraisal_id, group_id=group.id, version=1)
    assert len(selectors.setup_state(appraisal_id).removed) > 3
    assert queries(selectors.setup_state, appraisal_id) == 4


def test_what_was_removed_is_listed_as_it_was_removed_with_what_is_kept():
    appraisal_id = gone_back(factories.somerset)
    do(setup.remove_group, appraisal_id, group_id="governance", version=1, minutes=2)
    do(setup.remove_sub_criterion, appraisal_id, sub_criterion_id="o1", version=1, minutes=3)
    do(setup.remove_option, appraisal_id, option_id="option-1", version=1, minutes=4)
    removed = selectors.setup_state(appraisal_id).removed
    assert [(each.kind, each.id, each.group_id, each.removed_at) for each in removed] == [
        ("groups", "governance", None, factories.at(2)),
        ("sub-criteria", "o1", "outcomes", factories.at(3)),
        ("options", "option-1", None, factories.at(4)),
    ]
    assert [(each.scores, each.rationales) for each in removed] == [(18, 24), (6, 6), (13, 15)]
    assert "o1" not in selectors.setup_state(appraisal_id).sub_criteria


def test_of_what_does_not_exist_there_is_no_state():
    with pytest.raises(Missing):
        selectors.setup_state(uuid.uuid4())


FULL = {
    "stage": "set-up",
    "cells": factories.cells(factories.COMPLETE),
    "weight_sets": [
        {
            "id": "own",
            "name": "Own",
            "groups": None,
            "sub_criteria": {"reach": "1", "staff": "0", "cost": "1"},
        },
        {
            "id": "tree",
            "name": "Tree",
            "groups": {"people": "1", "place": "1"},
            "sub_criteria": {"reach": "1", "staff": "1", "cost": "1"},
        },
    ],
    "success_factors": [{"id": "fit", "name": "Fit"}, {"id": "open", "name": "Open"}],
    "options": [
        {
            "id": "stay",
            "number": 1,
            "name": "Stay",
            "swot": {"strengths": ["Cheap"]},
            "filter": [{"factor": "fit", "verdict": "meets"}],
        },
        {"id": "move", "number": 2, "name": "Move"},
        {"id": "share", "number": 3, "name": "Share"},
    ],
    "printed": {"aggregates": {"stay": "9"}, "group_totals": {"stay": {"people": "6"}}},
    "recommendation": {"option": "move", "reasons": [{"group": "people", "paragraphs": ["So."]}]},
    "notes": [
        {"about": "options/stay", "text": "A"},
        {"about": "cells/stay/reach", "text": "B"},
        {"about": "sub-criteria/reach", "text": "C"},
    ],
}


IN_BOTH = "It has a weight in the weight sets “Own” and “Tree”: without it the shares of the others grow."


@pytest.mark.parametrize(
    ("about", "sentences"),
    [
        (
            "options/stay",
            (
                "Three scores and four rationales go with it. They are kept, and come back with it.",
                "Its SWOT goes out of sight with it.",
                "One verdict goes with it: how it does against the success factors.",
                "The totals that the source printed for it go with it.",
                "Two notes go with it, on the data about it.",
            ),
        ),
        (
            "groups/people",
            (
                "Its two sub-criteria go with it.",
                "Six scores and six rationales go with it. They are kept, and come back with it.",
                IN_BOTH,
                "The reasons that the recommendation gives under it go with it.",
                "The group totals that the source printed go with it.",
                "One note goes with it, on the data about it.",
            ),
        ),
        (
            "sub-criteria/staff",
            (
                "Three scores and three rationales go with it. They are kept, and come back with it.",
                "It has a weight in the weight set “Tree”: without it the shares of the others grow.",
            ),
        ),
        ("success-factors/fit", ("One verdict goes with it: how options do against it.",)),
        ("success-factors/open", ("No option has a verdict against it yet.",)),
        ("options/nothing", ()),
        ("groups/nothing", ()),
        ("sub-criteria/nothing", ()),
        ("success-factors/nothing", ()),
        ("bodies/council", ()),
    ],
)
def test_what_goes_with_a_thing_is_said_before_it_is_removed(about, sentences):
    found = snapshots.snapshot(factories.appraisal(**FULL))
    assert selectors.goes_with(found, about) == sentences


def test_an_option_without_a_word_in_it_says_so():
    found = snapshots.snapshot(factories.appraisal())
    assert selectors.goes_with(found, "options/stay") == ("No score and no rationale stands in it yet.",)


@pytest.mark.parametrize(
    ("to_give", "words"),
    [
        ({}, ""),
        ({"tree": ["reach"]}, ""),
        (
            {"own": ["reach"]},
            "In the weight set “Own” nobody has given a weight to line 1a. Give it one, which may be 0.",
        ),
        (
            {"own": ["reach", "staff", "cost", "people"]},
            (
                "In the weight set “Own” nobody has given a weight to line 1a, line 1b, line 2a and 1 more. "
                "Give each one, which may be 0."
            ),
        ),
        (
            {"own": ["people", "cost"]},
            (
                "In the weight set “Own” nobody has given a weight to line 2a and “People”. "
                "Give each one, which may be 0."
            ),
        ),
    ],
)
def test_weights_that_wait_are_said_where_they_count(to_give, words):
    method = {"combine": "weighted-mean", "weight_set": "own"}
    found = snapshots.snapshot(factories.appraisal(**{**FULL, "method": method}))
    assert selectors.weights_waiting(found, to_give) == words
    other = snapshots.snapshot(factories.appraisal(**{**FULL, "slug": "sum"}))
    assert selectors.weights_waiting(other, to_give) == ""
