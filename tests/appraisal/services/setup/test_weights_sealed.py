"""The seal: after the first score a change of weights needs a reason; limits and stages."""

import pytest

from appraisal.services import setup
from organisations.roles import Role
from tests import factories
from tests.appraisal.services.setup.doing import do, last, problems, refusal, state
from tests.appraisal.services.setup.weight_sets import FLAT, TREE, add

pytestmark = pytest.mark.django_db


def changes(appraisal_id):
    """Every change of weights that there is, as (service, arguments)."""
    versions = state(appraisal_id).weight_sets
    named = {"weight_set_id": "as-agreed", "version": versions["as-agreed"]}
    other = {"weight_set_id": "in-two-levels", "version": versions["in-two-levels"]}
    method = {"combine": "weighted-mean", "weight_set": "as-agreed", "version": state(appraisal_id).method}
    new = setup.WeightsInput("As agreed", {"reach": "1", "staff": "1", "cost": "1"})
    return [
        (setup.save_weight_set, {**named, "weights": new}),
        (setup.choose_method, method),
        (setup.remove_weight_set, other),
    ]


@pytest.fixture
def weighted_id(appraisal_id):
    add(appraisal_id)
    add(appraisal_id, TREE)
    return appraisal_id


def test_before_any_score_weights_change_without_a_reason(weighted_id):
    assert not state(weighted_id).sealed
    for service, arguments in changes(weighted_id):
        do(service, weighted_id, **arguments)
        assert last(weighted_id).reason == ""


def seal_by_score(appraisal_id):
    factories.move(appraisal_id, "scoring")
    factories.score(appraisal_id, "stay", "reach", 3)


def seal_by_hand(appraisal_id):
    for _ in range(2):
        do(setup.seal_weights, appraisal_id, minutes=7)
    assert state(appraisal_id).sealed_at == factories.at(7)
    assert (last(appraisal_id).action, len(last(appraisal_id).after["weight_sets"])) == ("weights sealed", 2)


@pytest.mark.parametrize("seal", [seal_by_score, seal_by_hand])
def test_once_sealed_a_change_needs_a_reason_and_leaves_it_in_the_history(weighted_id, seal):
    seal(weighted_id)
    assert state(weighted_id).sealed
    for service, arguments in changes(weighted_id):
        [(path, message)] = problems(service, weighted_id, **arguments)
        assert path == "reason"
        assert message.startswith("The weights are sealed. Write why they are changed")
        do(service, weighted_id, **arguments, reason=" The panel asked. ")
        assert last(weighted_id).reason == "The panel asked."
    add(weighted_id, setup.WeightsInput("To compare", {"reach": "9", "staff": "1", "cost": "1"}))


def test_what_stands_already_needs_no_reason(weighted_id):
    seal_by_hand(weighted_id)
    do(setup.save_weight_set, weighted_id, weight_set_id="as-agreed", weights=FLAT, version=2)
    assert last(weighted_id).action == "weights sealed"


def test_a_score_that_was_removed_with_its_option_still_seals(weighted_id):
    seal_by_score(weighted_id)
    factories.move(weighted_id, "set-up", reason="Back.")
    do(setup.remove_option, weighted_id, option_id="stay", version=1)
    assert (state(weighted_id).scores, state(weighted_id).sealed) == (1, True)


def test_there_are_so_many_sets_and_no_more(appraisal_id, monkeypatch):
    monkeypatch.setattr("appraisal.services.setup.weights.SET_LIMIT", 1)
    add(appraisal_id)
    assert problems(setup.add_weight_set, appraisal_id, weights=TREE) == [
        ("name", "There are 1 weight sets already, which is the most. Remove one first.")
    ]


def test_weights_change_in_set_up_and_scoring_by_who_leads(db):
    sets = [
        {
            "id": "own",
            "name": "Own",
            "groups": None,
            "sub_criteria": {"reach": "1", "staff": "1", "cost": "1"},
        }
    ]
    for stage in ("set-up", "scoring"):
        add(factories.at_stage(stage, slug=stage, weight_sets=sets))
    for stage, words in (
        ("agreeing", "The weights cannot be changed while the scores are agreed."),
        ("agreed", "This cannot be changed any more: the appraisal is agreed."),
    ):
        appraisal_id = factories.at_stage(stage, slug=stage, weight_sets=sets)
        assert refusal(setup.add_weight_set, appraisal_id, weights=FLAT).startswith(words)
        assert refusal(setup.seal_weights, appraisal_id).startswith(words)
    assessor = factories.person(role=Role.ASSESSOR)
    assert refusal(setup.add_weight_set, appraisal_id, assessor, weights=FLAT).startswith(
        "You cannot change the weights: only a commissioning officer of a lead body does that."
    )
