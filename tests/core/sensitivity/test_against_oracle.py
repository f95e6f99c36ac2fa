"""The exact results agree with the slow way on 500 random small appraisals, with ties, gaps and weights 0.

Every test looks at every appraisal.
"""

from fractions import Fraction

from scipy.optimize import linprog

from appraisal.core.evaluation import evaluate
from appraisal.core.sensitivity import Direction, Level
from tests.core.sensitivity.cases import cases, every
from tests.core.sensitivity.oracle import GRID, RELATIVE, TINY, weightings


def test_something_is_reported_exactly_where_two_options_are_ranked_and_no_score_is_missing():
    known = [found.known for _, found in every()]
    assert known == [bench.complete() for bench, _ in every()]
    assert 300 < sum(known) < 450


def test_the_ranking_is_the_appraisals_own():
    for bench, found in cases():
        ranks = {one.id: one.rank for one in evaluate(bench.paper.snapshot).ranked}
        assert ranks == bench.ranks(bench.entered)
        assert found.options == tuple(ranks)
        assert set(found.first) == bench.leaders


def test_no_weight_on_the_grid_contradicts_a_switching_weight():
    for bench, found in cases():
        for one in found.switching_weights:
            moving = moved_by(bench, one)
            if moving is None or carries_all(bench, moving):
                assert (one.up, one.down, bool(one.reason)) == (None, None, True)
                continue
            assert one.weight_now == sum(bench.now[sub] for sub in moving)
            check_way(bench, moving, one.up, [share for share in GRID if share > one.weight_now])
            check_way(bench, moving, one.down, [share for share in GRID if share < one.weight_now])
            check_ends(bench, moving, one)


def moved_by(bench, one):
    if one.level is Level.SUB_CRITERIA:
        return {one.id: Fraction(1)}
    return bench.local(one.id)


def carries_all(bench, moving):
    return sum(bench.now[sub] for sub in moving) == 1


def check_way(bench, moving, turn, grid):
    """Up to the switching weight somebody who is first now is; just past it those are who are said to be."""
    up = turn.direction is Direction.UP
    if turn.weight is None:
        for share in grid:
            end = set(turn.level_at_end) if share in (0, 1) else set()
            assert bench.first(bench.with_share(moving, share)) == bench.leaders | end
        assert bool(turn.reason) == (not grid)
        return
    past = turn.weight + TINY if up else turn.weight - TINY
    first = bench.first(bench.with_share(moving, past))
    assert first == set(turn.overtaken_by)
    assert not bench.leaders <= first
    assert bench.first(bench.with_share(moving, turn.weight)) >= bench.leaders
    for share in grid:
        if share < turn.weight if up else share > turn.weight:
            assert bench.first(bench.with_share(moving, share)) == bench.leaders


def check_ends(bench, moving, one):
    """The straight line through the ends tells the same differences as adding up afresh."""
    for share in GRID[:-1:4]:
        weights = bench.with_share(moving, share)
        whole = sum(bench.size[sub] * weights[sub] for sub in weights)
        totals = bench.totals(weights)
        base = bench.ids[0]
        for option in bench.ids[1:]:
            apart = one.total_at(option, share) - one.total_at(base, share)
            assert apart == (totals[option] - totals[base]) / whole


def test_no_weighting_on_the_grid_puts_an_option_first_that_cannot_be():
    for bench, found in cases():
        units = {sub: {sub: Fraction(1)} for sub in bench.lines}
        check_prospects(bench, found.prospects, units)
        local = {group: bench.local(group) for group in bench.groups if bench.local(group)}
        assert found.no_proportions == tuple(group for group in bench.groups if group not in local)
        check_prospects(bench, found.group_prospects, local)


def check_prospects(bench, prospects, parts):
    names, never = list(parts), {one.option: one for one in prospects if not one.can_be_first}
    seen, parts_of = set(), 8 if len(names) < 4 else 4
    for shares in weightings(len(names), parts_of):
        weights = dict.fromkeys(bench.lines, Fraction(0))
        for name, share in zip(names, shares, strict=True):
            whole = sum(parts[name].values())
            weights.update({sub: share * weight / whole for sub, weight in parts[name].items()})
        first = bench.first(weights)
        seen |= first if len(first) == 1 else set()
        carrying = {name for name, share in zip(names, shares, strict=True) if share}
        for option in first & set(never):
            assert carrying <= set(never[option].level_on)
    assert not seen & set(never)
    for one in prospects:
        if one.option not in seen:
            check_between(one, best_lead(bench, one.option, parts))


def check_between(one, lead):
    """What the grid is too coarse for, a linear programme in floats knows, but for what is nearly 0."""
    if abs(lead) > 1e-9:
        assert one.can_be_first == (lead > 0)
        assert lead > 0 or not one.level_on


def test_every_line_on_which_an_option_may_draw_level_can_carry_weight_when_it_does():
    tried = 0
    for bench, found in cases():
        for one in found.prospects:
            for sub in one.level_on:
                rows, whole = behind(bench, one.option, {name: {name: 1} for name in bench.lines})
                goal = [-float(name == sub) for name in bench.lines]
                level = [row[:-1] for row in rows]
                best = linprog(goal, A_ub=level, b_ub=[0.0] * len(rows), A_eq=[whole[:-1]], b_eq=[1.0])
                assert -best.fun > 1e-9
                tried += 1
    assert tried > 100


def best_lead(bench, option, parts):
    """By floats: the most by which some weights put it ahead of its best rival."""
    rows, whole = behind(bench, option, parts)
    goal, bounds = [0.0] * len(parts) + [-1.0], [(0, None)] * len(parts) + [(None, None)]
    found = linprog(goal, A_ub=rows, b_ub=[0.0] * len(rows), A_eq=[whole], b_eq=[1.0], bounds=bounds)
    return -found.fun


def behind(bench, option, parts):
    """How far it is behind each rival on each part, then 1; and what the weights of the parts add up to."""

    def value(one, name):
        whole = sum(parts[name].values())
        return sum(weight * bench.values[one, sub] for sub, weight in parts[name].items()) / whole

    rows = [
        [*(float(value(other, name) - value(option, name)) for name in parts), 1.0]
        for other in bench.ids
        if other != option
    ]
    return rows, [1.0] * len(parts) + [0.0]


def test_the_joint_factor_is_where_the_rival_passes_and_first_place_changes_where_it_is_said_to():
    for bench, found in cases():
        assert {one.rival for one in found.joint_switching} == set(bench.ids) - {found.first[0]}
        for one in found.joint_switching:
            check_joint(bench, one)


def check_joint(bench, one):
    values, leader, rival = bench.values, one.leader, one.rival
    assert set(one.lines) == {sub for sub in bench.lines if values[rival, sub] > values[leader, sub]}

    def at(factor):
        return {sub: weight * (factor if sub in one.lines else 1) for sub, weight in bench.entered.items()}

    if one.factor is None:
        assert one.reason
        totals = bench.totals(at(Fraction(10**6)))
        assert totals[rival] < totals[leader] or bench.totals(bench.entered)[rival] == totals[leader]
        return
    totals = bench.totals(at(one.factor))
    assert totals[rival] == totals[leader]
    past = bench.totals(at(one.factor + TINY))
    assert past[rival] > past[leader]
    assert bench.first(at(one.factor + TINY)) == set(one.first)
    assert bench.first(at(one.changes_at + TINY)) == set(one.changes_to)
    assert not bench.leaders <= set(one.changes_to)
    assert 1 <= one.changes_at <= one.factor
    for part in GRID[:-1]:
        assert bench.first(at(1 + part * (one.changes_at - 1))) >= bench.leaders


def test_leaving_one_out_is_adding_up_without_it():
    for bench, found in cases():
        for one in found.leave_one_out:
            out = {one.left_out} if one.level is Level.SUB_CRITERIA else set()
            out |= {sub for sub, group in bench.group_of.items() if not out and group == one.left_out}
            left = {sub: weight for sub, weight in bench.entered.items() if sub not in out}
            assert dict(one.ranks) == (bench.ranks(left) if any(left.values()) else {})
            assert bool(one.reason) == (not one.ranks)


def test_dominance_is_being_nowhere_worse_and_somewhere_better():
    for bench, found in cases():
        groups = {group: bench.local(group) for group in bench.groups if bench.local(group)}
        for level, parts in (
            (Level.SUB_CRITERIA, {sub: {sub: Fraction(1)} for sub in bench.lines}),
            (Level.GROUPS, groups),
        ):
            rows = {
                option: [
                    sum(w * bench.values[option, sub] for sub, w in part.items()) for part in parts.values()
                ]
                for option in bench.ids
            }
            expected = {
                (one, other)
                for one in bench.ids
                for other in bench.ids
                if rows[one] != rows[other] and all(map(Fraction.__ge__, rows[one], rows[other]))
            }
            assert {(d.option, d.dominates) for d in found.dominance if d.by is level} == expected


def test_sets_of_weights_side_by_side_are_weighted_means():
    for bench, found in cases():
        sets = {one.id: one for one in found.weight_sets}
        doubled = [f"double-{group}" for group in bench.groups]
        assert list(sets)[:3] == ["as-agreed", "equal-sub-criteria", "equal-groups"]
        assert list(sets)[3 : 3 + len(doubled)] == doubled
        assert dict(sets["as-agreed"].ranks) == bench.ranks(bench.entered)
        check_set(bench, sets["equal-sub-criteria"], dict.fromkeys(bench.lines, Fraction(1)))
        check_set(bench, sets["as-agreed"], bench.entered)
        for group in bench.groups:
            weights = {
                sub: weight * (2 if bench.group_of[sub] == group else 1)
                for sub, weight in bench.entered.items()
            }
            check_set(bench, sets[f"double-{group}"], weights)


def check_set(bench, one, weights):
    whole = sum(weights.values())
    assert dict(one.aggregates) == {option: total / whole for option, total in bench.totals(weights).items()}
    assert dict(one.ranks) == bench.ranks(weights)
    assert sum(one.shares.values()) == sum(one.group_shares.values()) == 1


def test_the_appraisals_are_of_every_kind():
    """What the other tests say, they say of ties, shared first places, weights 0, groups and every form."""
    forms = {bench.paper.form for bench, _ in cases()}
    assert len(forms) == 4
    assert sum(len(bench.leaders) > 1 for bench, _ in cases()) > 20
    assert sum(0 in bench.entered.values() for bench, _ in cases()) > 50
    assert sum(len(bench.groups) > 1 for bench, _ in cases()) > 100
    assert sum(bool(found.no_proportions) for _, found in cases()) > 3
    assert (
        sum(any(turn.weight for one in found.switching_weights for turn in one.turns) for _, found in cases())
        > 50
    )
    rules = {line.sub_criterion.value.rule for bench, _ in cases() for line in bench.lines.values()}
    assert rules >= {"points", "range", *RELATIVE}
