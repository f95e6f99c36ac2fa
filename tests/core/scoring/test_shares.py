"""What lines and groups count for under any weights, and swings turned into weights."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from appraisal.core.evaluation import evaluate
from appraisal.core.scoring import (
    equal_groups,
    equal_sub_criteria,
    scored_lines,
    shares_beside,
    shares_of,
    swing_weights,
)
from appraisal.core.snapshot import Combine, Method, Rule, ValueRule
from organisations.errors import Invalid
from tests.core.builders import snapshot, weight_set
from tests.core.small import appraisal, row, scale
from tests.core.strategies import snapshots

FIVE_AND_TWO = snapshot({"weak": "a b c d e", "strong": "f g"}, {"one": "3 3 3 3 3 5 5"})


def points(**figures):
    return {line: Decimal(str(figure)) for line, figure in figures.items()}


def test_the_plain_total_implies_shares_by_the_number_of_lines():
    """method.md, "Implied weight": n_g / n where all scales have one width."""
    found = shares_of(FIVE_AND_TWO, None)
    assert (found.id, found.sum, found.problems) == ("implied", None, ())
    assert found.groups == {"weak": Fraction(5, 7), "strong": Fraction(2, 7)}
    assert set(found.lines.values()) == {Fraction(1, 7)}


def test_marks_imply_a_share_by_how_far_their_numbers_reach():
    rule = ValueRule(Rule.POINTS, points={"low": Decimal(1)}, lo=Decimal(0), hi=Decimal(12))
    made = snapshot({"g": "a b"}, {"one": "- 3"})
    [group] = made.groups
    first, second = group.sub_criteria
    made = replace(made, groups=(replace(group, sub_criteria=(replace(first, value=rule), second)),))
    assert shares_of(made, None).lines == {"a": Fraction(12, 16), "b": Fraction(4, 16)}
    assert evaluate(made).weights == shares_of(made, None).lines


def test_a_stored_set_says_its_sum_as_entered_and_its_shares():
    weights = weight_set({"a": 30, "b": 30, "c": 30, "d": 5, "e": 10, "f": 12, "g": 3})
    found = shares_of(FIVE_AND_TWO, weights)
    assert (found.sum, found.group_sum) == (120, None)
    assert found.lines["a"] == Fraction(1, 4)
    assert found.groups == {"weak": Fraction(105, 120), "strong": Fraction(15, 120)}
    tree = replace(weights, groups=points(weak=40, strong=70))
    found = shares_of(FIVE_AND_TWO, tree)
    assert (found.sum, found.group_sum) == (120, 110)
    assert found.groups == {"weak": Fraction(4, 11), "strong": Fraction(7, 11)}
    assert found.lines["g"] == Fraction(7, 11) * Fraction(3, 15)


def test_weights_that_cannot_be_used_say_why_and_have_no_shares():
    found = shares_of(FIVE_AND_TWO, weight_set({"a": -1, "b": 2}))
    assert (found.lines, found.groups, found.sum) == ({}, {}, 1)
    assert str(found.problems[0]) == "weight_sets[w].sub_criteria.a: A weight cannot be negative."
    assert len(found.problems) == 6


def test_shares_stand_side_by_side_with_equal_lines_and_equal_groups():
    made = replace(FIVE_AND_TWO, weight_sets=(weight_set(dict.fromkeys("abcdefg", 1)),))
    assert [found.id for found in shares_beside(made)] == [
        "implied", "equal-sub-criteria", "equal-groups", "w"
    ]  # fmt: skip
    equal = shares_beside(made)[2]
    assert equal.groups == {"weak": Fraction(1, 2), "strong": Fraction(1, 2)}
    assert (equal.lines["a"], equal.lines["f"]) == (Fraction(1, 10), Fraction(1, 4))


def test_equal_groups_keep_the_proportions_of_the_appraisals_own_weights_within_a_group():
    own = weight_set({"a": 3, "b": 1, "c": 0, "d": 0, "e": 0, "f": 0, "g": 0})
    made = replace(FIVE_AND_TWO, method=Method(Combine.WEIGHTED_MEAN, "w"), weight_sets=(own,))
    found = shares_of(made, equal_groups(made)).lines
    assert (found["a"], found["b"], found["c"]) == (Fraction(3, 8), Fraction(1, 8), 0)
    # A group without any weight of its own has no proportions: its lines count alike.
    assert (found["f"], found["g"]) == (Fraction(1, 4), Fraction(1, 4))


@given(snapshots(scaled=True))
@settings(max_examples=80)
def test_shares_add_up_to_one_and_the_appraisals_own_are_those_of_its_results(made):
    for found in shares_beside(made):
        if found.lines:
            assert sum(found.lines.values()) == sum(found.groups.values()) == 1
    evaluation, own = evaluate(made), made.method.weight_set
    weights = next((one for one in made.weight_sets if one.id == own), None)
    if weights is not None or made.method.combine is Combine.SUM:
        assert shares_of(made, weights).lines == evaluation.weights
        assert shares_of(made, weights).groups == evaluation.group_shares
    if scored_lines(made):
        assert len(set(shares_of(made, equal_sub_criteria(made)).lines.values())) == 1
        assert len(set(shares_of(made, equal_groups(made)).groups.values())) == 1


# --- Swings ---


def three_lines(combine="weighted-value", **scales):
    return appraisal(row(1, "Stay", "1 1 | 1"), combine=combine, weights=[1, 1, 1], scales=scales)


def test_where_values_are_combined_the_points_are_the_weights():
    given = points(care=100, health=60, access=0)
    assert swing_weights(three_lines(access=scale(0, 100, neutral=None)), given) == given


def test_where_scores_are_combined_on_one_scale_the_points_are_the_weights_as_well():
    given = points(care=100, health=60, access="12.5")
    assert swing_weights(three_lines("weighted-mean"), given) == given


@pytest.mark.parametrize("combine", ["weighted-sum", "weighted-mean"])
def test_a_point_of_score_on_a_wider_scale_is_a_smaller_part_of_the_swing(combine):
    """1 to 5 is 4 wide and 0 to 10 is 10 wide: 100/4 to 50/4 to 100/10 is 50 to 25 to 20."""
    made = three_lines(combine, access=scale(0, 10, neutral=None))
    weights = swing_weights(made, points(care=100, health=50, access=100))
    assert weights == points(care=50, health=25, access=20)
    shown = replace(made.weight_sets[0], sub_criteria=weights)
    possible = evaluate(replace(made, weight_sets=(shown,))).group_ranges_possible
    swings = [high - low for low, high in (possible["outcomes"], possible["governance"])]
    assert swings[0] / swings[1] == Fraction(150, 100)


@pytest.mark.parametrize(
    ("given", "problems"),
    [
        (points(care=100, health=50), [("access", "Say how much this swing is wanted, from 0 to 100.")]),
        (
            points(care=100, health=-1, access=101),
            [
                ("health", "Give 0 to 100 points: the most wanted swing has 100."),
                ("access", "Give 0 to 100 points: the most wanted swing has 100."),
            ],
        ),
        (
            points(care=90, health=50, access=0),
            [("", "No swing has 100 points. Give 100 to the one that is most wanted.")],
        ),
        (
            points(care=100, health=50, access=0, ghost=1),
            [("ghost", "This is no scored line, so it has no swing.")],
        ),
    ],
)
def test_points_that_say_no_swing_weights_are_refused_by_line(given, problems):
    with pytest.raises(Invalid) as refused:
        swing_weights(three_lines(), given)
    assert [(one.path, one.message) for one in refused.value.problems] == problems


def test_a_line_without_a_scale_has_no_swing_where_scores_are_combined():
    made = replace(three_lines("weighted-mean", care=scale(0, 2, neutral=1)), scale=None)
    with pytest.raises(Invalid, match="no scale yet") as refused:
        swing_weights(made, points(care=100, health=50, access=100))
    assert [one.path for one in refused.value.problems] == ["health", "access"]


@given(st.lists(st.sampled_from(["0", "12.5", "33.333333", "50", "100"]), min_size=2, max_size=2))
def test_swings_in_scores_rank_as_the_same_swings_do_in_values(others):
    given = points(care=100, health=others[0], access=others[1])
    own = {"access": scale(0, 10, neutral=None), "health": scale(1, 3, neutral=2)}
    rows = (row(1, "A", "4 2 | 3"), row(2, "B", "2 3 | 7"), row(3, "C", "5 1 | 10"))
    found = []
    for combine in ("weighted-mean", "weighted-value"):
        made = appraisal(*rows, combine=combine, weights=[1, 1, 1], scales=own)
        weights = replace(made.weight_sets[0], sub_criteria=swing_weights(made, given))
        found.append({one.id: one.rank for one in evaluate(replace(made, weight_sets=(weights,))).options})
    assert found[0] == found[1]
