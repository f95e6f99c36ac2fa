"""Somerset's known answers (design/method.md, "Known answers, Somerset, 13 equal weights")."""

from fractions import Fraction

import pytest

from appraisal.core.evaluation import rank_shares, sensitivity
from appraisal.core.sensitivity import Direction, FewestSteps, Level
from tests.core.worked import case_named


@pytest.fixture(scope="module")
def snapshot():
    return case_named("appraisals/somerset-2017").snapshot


@pytest.fixture(scope="module")
def found(snapshot):
    return sensitivity(snapshot)


def test_only_options_6_and_4_can_come_first_outright(found):
    assert found.known
    assert found.first == ("option-6",)
    assert found.can_be_first == ("option-6", "option-4")


def test_every_other_option_is_dominated_by_option_4_or_by_option_6(found):
    for one in found.prospects:
        if not one.can_be_first:
            assert {"option-4", "option-6"} & set(one.dominated_by)


def test_there_are_exactly_two_switching_weights_each_a_quarter_and_to_option_4(found):
    turns = [
        (one.level, one.id, turn.direction, turn.weight, turn.overtaken_by)
        for one in found.switching_weights
        for turn in one.turns
        if turn.weight is not None
    ]
    quarter = Direction.UP, Fraction(1, 4), ("option-4",)
    assert turns == [(Level.SUB_CRITERIA, "g1", *quarter), (Level.SUB_CRITERIA, "w1", *quarter)]


def test_alone_at_100_percent_seven_of_the_other_eleven_lines_are_shared_first_places(found):
    lines = [one for one in found.switching_weights if one.level is Level.SUB_CRITERIA]
    others = [one.up for one in lines if one.up.weight is None]
    assert len(others) == 11
    assert sum(bool(turn.level_at_end) for turn in others) == 7


def test_option_4_overtakes_where_both_its_lines_count_more_than_two_and_a_half_times(found):
    joint = next(one for one in found.joint_switching if one.rival == "option-4")
    assert (joint.leader, joint.lines, joint.factor) == ("option-6", ("g1", "w1"), Fraction(5, 2))
    assert joint.rival_first
    assert (joint.changes_at, joint.changes_to) == (Fraction(5, 2), ("option-4",))


def test_a_rival_that_would_pass_the_leader_later_than_another_is_not_said_to_be_first(found):
    joint = next(one for one in found.joint_switching if one.rival == "option-3")
    assert (joint.lines, joint.factor, joint.rival_first) == (("g1",), 8, False)
    assert (joint.changes_at, joint.changes_to) == (4, ("option-4",))


def test_no_weighting_of_groups_puts_another_option_ahead_and_level_is_possible_on_two_groups_only(found):
    assert found.can_be_first_by_groups == ("option-6",)
    groups = {one.option: one for one in found.group_prospects}
    assert groups["option-4"].level_on == ("governance", "officers")
    assert [
        one.id for one in found.switching_weights if one.level is Level.GROUPS and one.up.level_at_end
    ] == [
        "governance",
        "officers",
    ]


def test_three_steps_tie_and_four_reverse(found):
    assert found.fewest_steps[0] == FewestSteps("option-6", "option-4", 3, 4)


def test_no_single_step_of_score_changes_first_place_or_ties_it(found):
    assert not any(one.changes or one.ties for one in found.one_step)
    assert {one.first for one in found.one_step} == {("option-6",)}


def test_the_leaders_score_must_fall_by_three_to_tie_and_by_four_to_lose(found):
    cell = next(
        one for one in found.switching_scores if (one.option, one.sub_criterion) == ("option-6", "f1")
    )
    assert [point.score for point in (cell.score_now, cell.ties_at, cell.overtakes_at)] == [5, 2, 1]
    assert (cell.direction, cell.first) == (Direction.DOWN, ("option-4",))


def test_leaving_anything_out_and_every_set_of_weights_leaves_option_6_first(found):
    assert len(found.leave_one_out) == 13 + 4
    assert {one.first for one in found.leave_one_out} == {("option-6",)}
    doubles = [f"double-{group}" for group in ("outcomes", "governance", "officers", "financial")]
    assert [one.id for one in found.weight_sets] == [
        "as-agreed",
        "equal-sub-criteria",
        "equal-groups",
        *doubles,
    ]
    assert {one.first for one in found.weight_sets} == {("option-6",)}
    assert found.weight_sets[0].aggregates["option-6"] == Fraction(57, 13)


def test_option_6_is_first_in_57_of_64_even_weightings_and_nearly_all_bounded_ones(snapshot):
    drawn = rank_shares(snapshot)
    assert (drawn.draws, drawn.seed, drawn.on) == (100_000, 1, Level.SUB_CRITERIA)
    assert drawn.share["option-6"][0] == pytest.approx(57 / 64, abs=0.006)
    assert drawn.share["option-4"][0] == pytest.approx(7 / 64, abs=0.006)
    assert drawn.bounded_share["option-6"][0] == pytest.approx(0.999, abs=0.001)
    assert drawn.central_weights["option-5"] is None
    assert sum(drawn.central_weights["option-4"].values()) == 1


def test_drawn_on_groups_nobody_but_option_6_is_first(snapshot):
    drawn = rank_shares(snapshot, draws=5_000, on="groups")
    assert drawn.share["option-6"][0] == 1
    assert set(drawn.central_weights["option-6"]) == {"outcomes", "governance", "officers", "financial"}
