"""Places and margins on their own, against the rule written out in full."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appraisal.core.scoring import Standing, margin, places

ENDS = st.tuples(st.integers(0, 8), st.integers(0, 8)).map(sorted)
STANDINGS = st.lists(
    st.builds(
        lambda ends, sure: Standing(*ends, complete=ends[0] == ends[1] and sure, sure=sure),
        ENDS,
        st.booleans(),
    ),
    max_size=6,
)


@given(STANDINGS)
def test_places_follow_the_rule_of_the_method_word_by_word(standings):
    for place, mine in zip(places(standings), standings, strict=True):
        others = [one for one in standings if one is not mine]
        best = 1 + sum(one.floor > mine.ceiling for one in others if one.sure)
        worst = 1 + sum(one.ceiling > mine.floor for one in others)
        assert place == (best, worst)


@given(st.lists(st.integers(0, 5), min_size=1, max_size=6))
def test_settled_totals_are_ranked_by_how_many_are_higher(totals):
    found = places([Standing(total, total) for total in totals])
    assert found == tuple((1 + sum(other > total for other in totals),) * 2 for total in totals)


@pytest.mark.parametrize(
    ("standings", "expected"),
    [
        ([Standing(9, 9), Standing(7, 7)], 2),
        ([Standing(9, 9), Standing(9, 9), Standing(1, 1)], 0),
        ([Standing(9, 9)], None),
        ([], None),
        ([Standing(9, 9), Standing(2, 7, complete=False)], None),
        ([Standing(9, 9), Standing(7, 7), Standing(1, 7, complete=False)], 2),
        ([Standing(9, 9), Standing(7, 7), Standing(1, 8, complete=False)], None),
        ([Standing(9, 9), Standing(7, 7, complete=False), Standing(7, 7)], 2),
        ([Standing(9, 9, complete=False), Standing(7, 7)], None),
        ([Standing(9, 9), Standing(9, 9, complete=False)], None),
        ([Standing(9, 9), Standing(None, None, complete=False)], None),
        ([Standing(9, 9), Standing(8, 8, complete=False, sure=False), Standing(7, 7)], None),
    ],
)
def test_there_is_a_margin_only_between_two_decided_places_with_complete_totals(standings, expected):
    assert margin(standings, places(standings)) == expected


def test_an_unknown_total_may_take_any_place():
    unknown = Standing(None, None, complete=False)
    assert places([Standing(5, 5), unknown, Standing(3, 3)]) == ((1, 2), (1, 3), (2, 3))
