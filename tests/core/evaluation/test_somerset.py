"""The published appraisals: Somerset's figures as printed, Cornwall's long list without any."""

from fractions import Fraction

import pytest

from tests.core.builders import places
from tests.core.worked import case_named


@pytest.fixture(scope="module")
def somerset():
    return case_named("appraisals/somerset-2017").evaluation


def test_somerset_has_its_six_printed_aggregates_and_ranks(somerset):
    assert [(one.id, one.rank, one.aggregate) for one in somerset.options] == [
        ("option-6", 1, 57),
        ("option-4", 2, 54),
        ("option-3", 3, 50),
        ("option-2", 4, 48),
        ("option-5", 5, 37),
        ("option-1", 6, 31),
    ]
    assert somerset.complete
    assert (somerset.margin, somerset.margin_share) == (3, Fraction(3, 52))


def test_somerset_has_its_24_printed_group_totals(somerset):
    printed = {
        "option-1": [9, 7, 7, 8],
        "option-2": [14, 11, 11, 12],
        "option-3": [16, 13, 11, 10],
        "option-4": [16, 13, 13, 12],
        "option-5": [10, 9, 9, 9],
        "option-6": [17, 13, 13, 14],
    }
    assert {one.id: list(one.group_totals.values()) for one in somerset.options} == printed


def test_somerset_runs_from_13_by_39_to_65_and_each_line_carries_one_thirteenth(somerset):
    assert (somerset.lowest_possible, somerset.neutral_total, somerset.highest_possible) == (13, 39, 65)
    assert set(somerset.weights.values()) == {Fraction(1, 13)}
    assert list(somerset.group_shares.values()) == [Fraction(n, 13) for n in (4, 3, 3, 3)]
    assert list(somerset.group_ranges_possible.values()) == [(4, 20), (3, 15), (3, 15), (3, 15)]


def test_somersets_two_lines_in_words_have_no_value_and_its_worked_out_cell_is_named(somerset):
    assert len(somerset.scored_lines) == 13
    assert list(somerset.by_id["option-6"].values.values()).count(None) == 2
    assert somerset.worked_out == (("option-3", "f3"),)
    assert somerset.missing == somerset.without_rationale == somerset.not_applicable == ()


def test_cornwalls_unscored_long_list_has_no_figures_and_no_places():
    evaluation = case_named("appraisals/cornwall-2018").evaluation
    assert set(places(evaluation).values()) == {(None, None, None)}
    assert not evaluation.complete
    assert (evaluation.lowest_possible, evaluation.highest_possible, evaluation.neutral_total) == (None,) * 3
    assert set(evaluation.weights.values()) == {Fraction(1, 16)}
