"""The same scores under other weights: five weak lines against two strong ones."""

from dataclasses import replace
from fractions import Fraction

import pytest

from appraisal.core.evaluation import beside, evaluate, under, under_plain_total
from appraisal.core.snapshot import Combine, Kind, Method, SubCriterion
from organisations.errors import Invalid
from tests.core.builders import snapshot, weight_set, weighted

GROUPS = {"many": "a b c d e", "few": "f g"}
ROWS = {"broad": "4 4 4 4 4 2 2", "deep": "3 3 3 3 3 4 4"}
"""One point better on each of five lines, two points worse on each of two."""


def totals(evaluation):
    return {one.id: (one.aggregate, one.rank) for one in evaluation.options}


def test_five_weak_lines_beat_two_strong_ones_in_a_plain_total_and_not_under_equal_groups():
    """Plain: 24 to 23. Equal groups: the mean of 4 and 2 is 3, that of 3 and 4 is 3.5."""
    made = snapshot(GROUPS, ROWS)
    assert totals(evaluate(made)) == {"broad": (24, 1), "deep": (23, 2)}
    agreed, lines, groups = beside(made)
    assert [one.id for one in (agreed, lines, groups)] == ["as-agreed", "equal-sub-criteria", "equal-groups"]
    assert totals(agreed.evaluation) == {"broad": (Fraction(24, 7), 1), "deep": (Fraction(23, 7), 2)}
    assert totals(lines.evaluation) == totals(agreed.evaluation)
    assert totals(groups.evaluation) == {"deep": (Fraction(7, 2), 1), "broad": (3, 2)}
    assert groups.ranks == {"deep": 1, "broad": 2}
    assert evaluate(made).group_shares == {"many": Fraction(5, 7), "few": Fraction(2, 7)}
    assert groups.evaluation.group_shares == {"many": Fraction(1, 2), "few": Fraction(1, 2)}


def test_weights_as_agreed_stand_first_in_weighted_means():
    own = weight_set({"a": 2, "b": 2, "c": 2, "d": 2, "e": 2, "f": 10, "g": 10})
    agreed, _, groups = beside(weighted(GROUPS, ROWS, Combine.WEIGHTED_SUM, own))
    assert agreed.evaluation.combine is Combine.WEIGHTED_MEAN
    assert totals(agreed.evaluation)["deep"] == (Fraction(110, 30), 1)
    assert totals(groups.evaluation)["deep"] == (Fraction(7, 2), 1)


def test_values_stay_values():
    own = weight_set(dict.fromkeys("abcdefg", 1))
    for one in beside(weighted(GROUPS, ROWS, Combine.WEIGHTED_VALUE, own)):
        assert one.evaluation.combine is Combine.WEIGHTED_VALUE
        assert one.evaluation.highest_possible == 100


def test_an_appraisal_without_weights_yet_has_no_result_as_agreed():
    made = replace(snapshot(GROUPS, ROWS), method=Method(Combine.WEIGHTED_MEAN))
    assert [one.id for one in beside(made)] == ["equal-sub-criteria", "equal-groups"]


def test_nothing_stands_beside_an_appraisal_without_a_scored_line():
    assert beside(snapshot({"g": "words:a"}, {"one": "words"})) == ()
    assert beside(snapshot({}, {})) == ()


def test_any_weights_can_be_tried_and_unusable_ones_are_refused():
    made = snapshot(GROUPS, ROWS)
    only = weight_set({**dict.fromkeys("abcdeg", 0), "f": 1})
    assert totals(under(made, only)) == {"deep": (4, 1), "broad": (2, 2)}
    with pytest.raises(Invalid):
        under(made, weight_set({"a": 1}))


def test_the_plain_total_can_be_tried_where_there_are_weights_but_not_with_raw_figures():
    own = weight_set(dict.fromkeys("abcdefg", 3))
    made = weighted(GROUPS, ROWS, Combine.WEIGHTED_MEAN, own)
    assert totals(under_plain_total(made)) == {"broad": (24, 1), "deep": (23, 2)}
    assert under_plain_total(snapshot({"g": "words:a"}, {"one": "words"})) is None
    [group, few] = made.groups
    raw = replace(group, sub_criteria=(*group.sub_criteria, SubCriterion("m", "M", kind=Kind.MEASURE)))
    assert under_plain_total(replace(made, groups=(raw, few))) is None
