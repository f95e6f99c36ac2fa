"""Why a big group wins, what swing weights say, and weight sets side by side."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from appraisal.core.evaluation import evaluate
from appraisal.core.evaluation.side_by_side import (
    equal_groups,
    equal_sub_criteria,
    under,
    under_plain_total,
)
from appraisal.core.sentences.group_size import group_size
from appraisal.core.sentences.swings import swings, trade_offs
from appraisal.core.snapshot import Combine, Method, Scale, load_json
from tests.factories import FIXTURES, fixture

WORKED = FIXTURES.parent / "worked_examples"


def worked(name):
    return load_json((WORKED / f"{name}.json").read_bytes())


def said(snapshot):
    plain, equal = under_plain_total(snapshot), under(snapshot, equal_groups(snapshot))
    return " ".join(map(str, group_size(snapshot, plain, equal)))


def test_the_worked_example_of_the_size_of_a_group():
    assert said(worked("group-size")) == (
        "In a plain total every line counts once, so a group of many lines counts for more than one of few: "
        "1 Outcomes counts for 80% (four scored lines) and 2 Finance for 20% (one scored line). If the "
        "groups counted equally, each would count for 50%. That decides who comes first: Option 1 by the "
        "plain total, Option 2 if the groups count equally. Option 1 is ahead in 1 Outcomes by three points "
        "over four lines; Option 2 is ahead in 2 Finance by two points over one line. Added up, that is "
        "three points for Option 1 against two for Option 2. Groups that count equally are compared by their "
        "average line instead: there it is 0.75 points for Option 1 against two for Option 2."
    )


def test_somerset_has_the_same_first_place_either_way():
    assert said(fixture("somerset-2017")).endswith("Option 6 comes first either way.")


def test_nothing_is_said_of_first_place_while_a_score_is_missing():
    snapshot = worked("group-size")
    assert said(replace(snapshot, cells=snapshot.cells[1:])).endswith("each would count for 50%.")


def test_groups_that_count_the_same_anyway_need_no_words():
    snapshot = worked("group-size")
    one = replace(snapshot, groups=snapshot.groups[:1])
    assert said(one) == ""
    small = replace(snapshot.groups[0], sub_criteria=snapshot.groups[0].sub_criteria[:1])
    assert said(replace(snapshot, groups=(small, snapshot.groups[1]))) == ""


def test_scales_of_different_width_are_said():
    told = said(worked("own-scales"))
    assert "every score counts as it stands, so more lines and wider scales weigh more: 1 Quality" in told


def test_averages_are_told_only_where_they_are_what_decides():
    """In this example the lines of a group have weights of their own, which equal groups keep."""
    told = said(worked("tree"))
    assert "That decides who comes first: Option 3 by the plain total" in told
    assert "Added up, that is" not in told


def test_many_groups_are_told_by_their_ends():
    snapshot = worked("group-size")
    first, second = snapshot.groups
    more = tuple(
        replace(
            second, id=f"g{n}", name=f"More {n}", sub_criteria=(replace(second.sub_criteria[0], id=f"m{n}"),)
        )
        for n in range(6)
    )
    told = said(replace(snapshot, groups=(first, *more)))
    assert "at the two ends 1 Outcomes counts for 40% (four scored lines) and" in told


def test_equal_groups_of_the_worked_example_are_the_stored_set_of_that_name():
    snapshot, weighted = worked("group-size"), worked("group-size-weighted")
    made = under(snapshot, equal_groups(snapshot))
    stored = evaluate(weighted, weight_set="equal-groups")
    assert [one.aggregate for one in made.options] == [one.aggregate for one in stored.options]
    same = under(snapshot, equal_sub_criteria(snapshot))
    assert set(same.weights.values()) == {Fraction(1, 5)}


def test_values_are_compared_as_values_and_raw_figures_are_never_added_up():
    snapshot = worked("value-range")
    assert under_plain_total(snapshot) is None
    assert under(snapshot, equal_groups(snapshot)).combine is Combine.WEIGHTED_VALUE


def test_a_plain_total_beside_weights_is_the_plain_total():
    weighted = worked("group-size-weighted")
    plain = evaluate(worked("group-size"))
    assert [one.aggregate for one in under_plain_total(weighted).options] == [
        one.aggregate for one in plain.options
    ]
    assert under_plain_total(replace(weighted, groups=())) is None


@pytest.mark.parametrize("name", ["value-range", "value-options", "value-ratio", "value-marks"])
def test_every_rule_has_two_ends_in_words(name):
    for swing in swings(worked(name)):
        assert swing.worst
        assert swing.best
        assert swing.worst != swing.best


def test_a_line_without_a_scale_has_ends_in_general_words():
    bare = replace(worked("group-size"), scale=None)
    assert {(swing.worst, swing.best) for swing in swings(bare)} == {
        ("the lowest score", "the highest score")
    }


def test_trade_offs_say_what_each_weight_says_against_the_most_wanted():
    snapshot = fixture("somerset-2017")
    weights = {
        "o1": Decimal(100),
        "o2": Decimal(50),
        "o3": Decimal(100),
        "g1": Decimal(0),
        "g2": Decimal("33.3"),
    }
    told = trade_offs(snapshot, weights)
    assert [one.line for one in told] == ["o3", "o2", "g2", "g1"]
    level, half, third, nothing = told
    assert level.says.endswith("is worth as much as the whole way on 1a Population outcomes.")
    way = "The whole way on 1b Less inequality, from 1 to 5, is worth half of the whole way"
    assert half.says == f"{way} on 1a Population outcomes."
    assert half.question == "Is it the same to you as going from 1 only to 3 on 1a Population outcomes?"
    assert "is worth 33% of the whole way" in third.says
    assert (
        third.question
        == "Is it the same to you as going from 1 only to about 2.33 on 1a Population outcomes?"
    )
    assert nothing.says.endswith("counts nothing at all.")


def test_without_a_swing_at_100_there_is_nothing_to_trade():
    assert trade_offs(fixture("somerset-2017"), {"o1": Decimal(50)}) == ()
    assert trade_offs(fixture("somerset-2017"), {"nobody": Decimal(100)}) == ()


def test_a_scale_of_ten_reaches_half_way_at_five():
    snapshot = replace(worked("group-size"), scale=Scale(Decimal(0), Decimal(10)), cells=())
    told = trade_offs(snapshot, {"o1": Decimal(100), "o2": Decimal(50)})
    assert told[0].question.startswith("Is it the same to you as going from 0 only to 5 on")


def test_the_appraisals_own_method_is_left_as_it_is():
    snapshot = worked("group-size")
    under(snapshot, equal_groups(snapshot))
    assert snapshot.method == Method()
