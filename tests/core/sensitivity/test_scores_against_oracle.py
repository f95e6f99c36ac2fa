"""Switching scores, single steps and fewest steps agree with trying every one, on 500 random appraisals."""

from appraisal.core.sensitivity import Direction
from tests.core.sensitivity.cases import cases


def by_direction(up):
    return Direction.UP if up else Direction.DOWN


def test_every_single_change_of_score_has_the_outcome_that_is_given_for_it():
    for bench, found in cases():
        cells = {(one.option, one.sub_criterion): one for one in found.switching_scores}
        movable = {sub for sub in bench.lines if bench.points(sub) is not None}
        assert set(cells) == {(option, sub) for option in bench.ids for sub in movable}
        assert set(found.without_steps) == set(bench.lines) - movable
        for (option, sub), one in cells.items():
            check_score(bench, option, sub, one)


def check_score(bench, option, sub, one):
    leads = option in bench.leaders
    shares = leads and len(bench.leaders) > 1
    at_foot = shares and bool(bench.entered[sub]) and not list(bench.on_the_way(option, sub, up=False))
    assert one.direction is by_direction(at_foot or not leads)
    assert one.score_now.score == bench.scores[option, sub]
    way = list(bench.on_the_way(option, sub, up=at_foot or not leads))
    ties = next((point for point, first in way if option in first and len(first) > 1), None)
    if shares:
        ties = bench.scores[option, sub]
    lost = leads and not at_foot
    moved = [(point, first) for point, first in way if (option not in first if lost else first == {option})]
    past, first = moved[0] if moved else (None, set())
    assert (one.ties_at and one.ties_at.score) == ties
    assert (one.overtakes_at and one.overtakes_at.score) == past
    assert set(one.first) == first
    assert one.matters == any(first != bench.leaders for _, first in way)


def test_every_single_step_of_score_has_the_outcome_that_is_given_for_it():
    for bench, found in cases():
        steps = {(one.option, one.sub_criterion, one.direction): one for one in found.one_step}
        assert len(steps) == len(found.one_step)
        expected = set()
        for option in bench.ids:
            for sub in bench.lines:
                for up in (True, False):
                    way = list(bench.on_the_way(option, sub, up)) if bench.points(sub) else []
                    if way:
                        key = (option, sub, by_direction(up))
                        expected.add(key)
                        check_step(bench, steps[key], *way[0])
        assert set(steps) == expected


def check_step(bench, one, point, first):
    assert (one.to.score, set(one.first)) == (point, first)
    assert one.changes == (not bench.leaders <= first)
    assert one.ties == (bench.leaders < first)


def test_no_combination_of_fewer_steps_brings_a_rival_level_or_ahead():
    tried = 0
    for bench, found in cases():
        assert {one.rival for one in found.fewest_steps} == set(bench.ids) - {found.first[0]}
        for one in found.fewest_steps:
            fewest = bench.fewest(one.leader, one.rival)
            if fewest is not None:
                assert (one.to_tie, one.to_overtake) == fewest
                tried += 1
    assert tried > 300
