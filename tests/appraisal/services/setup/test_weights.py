"""Weight sets in any form, the method that is chosen, and lines that come after the weights."""

from decimal import Decimal

import pytest

from appraisal.core.readiness import blockers
from appraisal.services import lifecycle, setup
from organisations.errors import Invalid, Missing
from tests import factories
from tests.appraisal.services.setup.doing import do, last, now, paths, problems, refusal, stale, state
from tests.appraisal.services.setup.weight_sets import FLAT, TREE, add, choose, weights

pytestmark = pytest.mark.django_db


def test_weights_are_kept_as_people_have_them(appraisal_id, officer):
    saved = do(setup.add_weight_set, appraisal_id, officer, weights=FLAT)
    assert saved.id == "as-agreed"
    assert weights(appraisal_id) == (
        {"reach": Decimal(40), "staff": Decimal("35.5"), "cost": Decimal("0.25")},
        None,
    )
    event = last(appraisal_id)
    assert (event.action, event.subject, event.actor) == (
        "weight set added",
        "weight-sets/as-agreed",
        "Ada Reed",
    )
    assert event.after["sub_criteria"] == {"reach": "40", "staff": "35.5", "cost": "0.25"}


def test_weights_in_two_levels_are_kept_so(appraisal_id):
    add(appraisal_id, TREE)
    assert weights(appraisal_id) == (
        {"reach": Decimal(3), "staff": Decimal(1), "cost": Decimal(1)},
        {"people": Decimal(60), "place": Decimal(40)},
    )
    assert setup.weights_input(now(appraisal_id).weight_sets[0]) == TREE


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"name": ""}, [("name", "Enter the name of the weight set.")]),
        ({"sub_criteria": {"reach": "1", "staff": "1"}}, [("sub_criteria.cost", "Enter a weight.")]),
        (
            {"sub_criteria": {"reach": "-1", "staff": "many", "cost": "0,5"}},
            [
                ("sub_criteria.reach", "A weight cannot be below 0. Enter 0 or more."),
                ("sub_criteria.staff", "This is not a number in plain figures"),
                ("sub_criteria.cost", "“0,5” has a comma. Do you mean 0.5?"),
            ],
        ),
        (
            {"sub_criteria": {"reach": "0", "staff": "0", "cost": "0"}},
            [("sub_criteria", "All weights are 0, which gives no shares. Give at least one above 0.")],
        ),
        (
            {"groups": {"people": "0", "place": "0"}},
            [("groups", "All weights are 0, which gives no shares.")],
        ),
        ({"groups": {"people": "1"}}, [("groups.place", "Enter a weight.")]),
        (
            {
                "sub_criteria": {"reach": "0", "staff": "0", "cost": "1"},
                "groups": {"people": "1", "place": "1"},
            },
            [("sub_criteria", "All weights in “People” are 0, which gives no shares. Give one above 0.")],
        ),
    ],
)
def test_weights_that_cannot_be_are_refused_with_their_field(appraisal_id, changes, found):
    wanted = setup.WeightsInput(**{"name": "A", "sub_criteria": FLAT.sub_criteria, **changes})
    told = problems(setup.add_weight_set, appraisal_id, weights=wanted)
    assert [path for path, _ in told] == [path for path, _ in found]
    for (_, message), (_, words) in zip(told, found, strict=True):
        assert message.startswith(words)


def test_two_sets_have_two_names(appraisal_id):
    add(appraisal_id)
    assert problems(setup.add_weight_set, appraisal_id, weights=FLAT) == [
        ("name", "There is a weight set of this name already. Give each its own.")
    ]


def test_a_line_in_words_has_no_weight_and_one_that_was_typed_is_passed_over(appraisal_id):
    add(appraisal_id, setup.WeightsInput("A", {**FLAT.sub_criteria, "law": "9", "gone": "9"}))
    assert "law" not in weights(appraisal_id)[0]


@pytest.mark.parametrize(
    ("by", "groups"), [("sub-criteria", None), ("groups", {"people": "1", "place": "1"})]
)
def test_equal_weights_are_a_suggestion_that_can_be_saved(appraisal_id, by, groups):
    suggested = setup.equal_weights(now(appraisal_id), by)
    assert (set(suggested.sub_criteria.values()), suggested.groups) == ({"1"}, groups)
    add(appraisal_id, suggested)
    with pytest.raises(ValueError, match="not by colour"):
        setup.equal_weights(now(appraisal_id), "colour")


@pytest.mark.parametrize(
    ("sub_criteria", "groups", "found"),
    [
        ({"reach": "100", "staff": "50", "cost": "0"}, None, []),
        ({"reach": "99", "staff": "50", "cost": "0"}, None, ["sub_criteria"]),
        ({"reach": "100", "staff": "101", "cost": "120"}, None, ["sub_criteria.staff", "sub_criteria.cost"]),
        ({"reach": "1,5", "staff": "120", "cost": "9"}, None, ["sub_criteria.reach", "sub_criteria.staff"]),
        ({"reach": "100", "staff": "50", "cost": "9"}, {"people": "1", "place": "1"}, ["groups"]),
    ],
)
def test_the_most_wanted_swing_counts_100_and_none_more(appraisal_id, sub_criteria, groups, found):
    wanted = setup.WeightsInput("Swing", sub_criteria, groups)
    if found:
        assert paths(setup.add_weight_set, appraisal_id, weights=wanted, swing=True) == found
    else:
        add(appraisal_id, wanted, swing=True)
        assert weights(appraisal_id)[0]["reach"] == 100


def test_a_set_is_changed_as_a_whole_and_between_one_level_and_two(appraisal_id):
    add(appraisal_id)
    here = {"weight_set_id": "as-agreed"}
    do(setup.save_weight_set, appraisal_id, **here, weights=TREE, version=2)
    assert weights(appraisal_id)[1] == {"people": Decimal(60), "place": Decimal(40)}
    assert now(appraisal_id).weight_sets[0].name == "In two levels"
    again = do(setup.save_weight_set, appraisal_id, **here, weights=TREE, version=2)
    assert (again.version, again.revision) == (3, 3)
    assert stale(setup.save_weight_set, appraisal_id, **here, weights=FLAT, version=2).content == TREE
    do(setup.save_weight_set, appraisal_id, **here, weights=FLAT, version=3)
    assert weights(appraisal_id)[1] is None


def test_sets_change_places_and_go(appraisal_id):
    add(appraisal_id)
    add(appraisal_id, TREE)
    do(setup.move_weight_set, appraisal_id, weight_set_id="in-two-levels", direction="up", place=1)
    assert [each.name for each in now(appraisal_id).weight_sets] == ["In two levels", "As agreed"]
    here = {"weight_set_id": "as-agreed"}
    assert stale(setup.remove_weight_set, appraisal_id, **here, version=9).content == (
        setup.weights_input(now(appraisal_id).weight_sets[1])
    )
    do(setup.remove_weight_set, appraisal_id, **here, version=2)
    assert [each.name for each in now(appraisal_id).weight_sets] == ["In two levels"]
    assert last(appraisal_id).before["sub_criteria"]["reach"] == "40"
    with pytest.raises(Missing):
        do(setup.remove_weight_set, appraisal_id, **here, version=2)


def test_the_method_and_the_set_that_counts_are_chosen_together(appraisal_id):
    add(appraisal_id)
    choose(appraisal_id, "weighted-mean", "as-agreed")
    method = now(appraisal_id).method
    assert (method.combine, method.weight_set) == ("weighted-mean", "as-agreed")
    event = last(appraisal_id)
    assert (event.action, event.before["combine"], event.after["weight_set"]) == (
        "method chosen",
        "sum",
        "as-agreed",
    )
    assert refusal(setup.remove_weight_set, appraisal_id, weight_set_id="as-agreed", version=2) == (
        "“As agreed” is the weight set that this appraisal uses. Choose another one first, or a total "
        "without weights."
    )
    choose(appraisal_id, "sum", "as-agreed")
    assert now(appraisal_id).method.weight_set is None
    older = {"combine": "weighted-sum", "weight_set": "as-agreed", "version": 1}
    conflict = stale(setup.choose_method, appraisal_id, **older)
    assert conflict.content == setup.MethodInput("sum", None)


@pytest.mark.parametrize(
    ("combine", "weight_set", "path"),
    [
        ("product", None, "combine"),
        ("weighted-sum", None, "weight_set"),
        ("weighted-sum", "gone", "weight_set"),
    ],
)
def test_a_method_that_cannot_be_is_refused(appraisal_id, combine, weight_set, path):
    wanted = {"combine": combine, "weight_set": weight_set, "version": 1}
    assert paths(setup.choose_method, appraisal_id, **wanted) == [path]


def test_no_weights_is_a_choice_that_is_stated():
    appraisal_id = setup.create_appraisal(
        actor=None, at=factories.at(), organisation_id=factories.organisation(), title="New"
    ).appraisal_id
    assert not state(appraisal_id).method_chosen
    choose(appraisal_id, "sum")
    assert state(appraisal_id).method_chosen
    assert (last(appraisal_id).action, last(appraisal_id).after["combine"]) == ("method chosen", "sum")
    revision = state(appraisal_id).method
    assert choose(appraisal_id, "sum").version == revision, "said once is said"


def test_a_line_that_comes_after_the_weights_changes_no_share_until_somebody_gives_it_one(appraisal_id):
    add(appraisal_id)
    add(appraisal_id, TREE)
    line = setup.SubCriterionInput("New")
    do(setup.add_sub_criterion, appraisal_id, group_id="place", sub_criterion=line)
    assert weights(appraisal_id, 0)[0]["new"] == 0
    assert weights(appraisal_id, 1)[0]["new"] == 0
    assert state(appraisal_id).weights_to_give == {"as-agreed": ("new",), "in-two-levels": ("new",)}
    given = setup.WeightsInput("As agreed", {**FLAT.sub_criteria, "new": "0"})
    version = state(appraisal_id).weight_sets["as-agreed"]
    do(setup.save_weight_set, appraisal_id, weight_set_id="as-agreed", weights=given, version=version)
    assert state(appraisal_id).weights_to_give == {"in-two-levels": ("new",)}


def test_the_first_line_of_a_group_counts_wholly_within_it_and_its_group_not_yet(appraisal_id):
    add(appraisal_id, TREE)
    group = do(setup.add_group, appraisal_id, group=setup.GroupInput("Money")).id
    line = setup.SubCriterionInput("Price")
    do(setup.add_sub_criterion, appraisal_id, group_id=group, sub_criterion=line)
    local, groups = weights(appraisal_id)
    assert (local["price"], groups["money"]) == (1, 0)
    assert set(state(appraisal_id).weights_to_give["in-two-levels"]) == {"price", "money"}


def test_where_all_that_is_left_counts_nothing_it_counts_alike_until_somebody_says_otherwise(appraisal_id):
    add(appraisal_id, setup.WeightsInput("One", {"reach": "5", "staff": "0", "cost": "0"}))
    do(setup.remove_sub_criterion, appraisal_id, sub_criterion_id="reach", version=1)
    assert weights(appraisal_id)[0] == {"staff": 1, "cost": 1}
    assert set(state(appraisal_id).weights_to_give["one"]) == {"staff", "cost"}
    do(setup.restore_sub_criterion, appraisal_id, sub_criterion_id="reach")
    assert weights(appraisal_id)[0] == {"reach": 5, "staff": 0, "cost": 0}


def test_a_removed_line_comes_back_with_its_weight(appraisal_id):
    add(appraisal_id, TREE)
    before = weights(appraisal_id)
    do(setup.remove_group, appraisal_id, group_id="people", version=1)
    assert weights(appraisal_id) == ({"cost": 1}, {"place": 40})
    given = setup.WeightsInput("In two levels", {"cost": "2"}, {"place": "10"})
    version = state(appraisal_id).weight_sets["in-two-levels"]
    do(setup.save_weight_set, appraisal_id, weight_set_id="in-two-levels", weights=given, version=version)
    do(setup.restore_group, appraisal_id, group_id="people")
    assert weights(appraisal_id) == ({**before[0], "cost": 2}, {**before[1], "place": 10})
    assert state(appraisal_id).weights_to_give == {}


def test_scoring_starts_only_when_the_weights_that_count_are_given(appraisal_id):
    add(appraisal_id)
    choose(appraisal_id, "weighted-mean", "as-agreed")
    line = setup.SubCriterionInput("New")
    do(setup.add_sub_criterion, appraisal_id, group_id="place", sub_criterion=line)
    assert blockers(now(appraisal_id), "scoring") == ()
    with pytest.raises(Invalid) as refused:
        do(lifecycle.move, appraisal_id, move_to="scoring")
    [problem] = refused.value.problems
    assert (problem.path, problem.message) == (
        "weights",
        "In the weight set “As agreed” nobody has given a weight to line 2c. Give it one, which may be 0.",
    )
    given = setup.WeightsInput("As agreed", {**FLAT.sub_criteria, "new": "0"})
    version = state(appraisal_id).weight_sets["as-agreed"]
    do(setup.save_weight_set, appraisal_id, weight_set_id="as-agreed", weights=given, version=version)
    assert last(appraisal_id).after == {"given": True}
    assert do(lifecycle.move, appraisal_id, move_to="scoring").stage == "scoring"
