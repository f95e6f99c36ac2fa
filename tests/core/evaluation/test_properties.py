"""What must hold of every evaluation, whatever the appraisal."""

from dataclasses import replace
from fractions import Fraction
from itertools import product

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from appraisal.core.evaluation import Step, evaluate
from appraisal.core.snapshot import Cell, CellState, Combine, Kind, WeightSet
from tests.core.strategies import points, snapshots

MOST_FILLINGS = 125


def gaps(snapshot):
    """The missing cells and open gates of the options that can still be ranked."""
    ranked = {result.id for result in evaluate(snapshot).ranked}
    return [(option, sub) for option, sub in evaluate(snapshot).missing if option in ranked]


def with_cell(snapshot, cell):
    kept = [
        one for one in snapshot.cells if (one.option, one.sub_criterion) != (cell.option, cell.sub_criterion)
    ]
    return replace(snapshot, cells=(*kept, cell))


def answers(snapshot, option, sub):
    """Everything a gap may turn out to be."""
    line = snapshot.line[sub]
    if line.sub_criterion.kind == Kind.GATE:
        return [Cell(option, sub, state) for state in (CellState.PASS, CellState.FAIL)]
    return [Cell(option, sub, CellState.SCORED, score) for score in points(line.scale)]


def fillings(snapshot):
    """Every appraisal that this one may become when its gaps are filled."""
    choices = [answers(snapshot, option, sub) for option, sub in gaps(snapshot)]
    for chosen in product(*choices):
        filled = snapshot
        for cell in chosen:
            filled = with_cell(filled, cell)
        yield evaluate(filled)


def count_of_fillings(snapshot):
    count = 1
    for option, sub in gaps(snapshot):
        count *= len(answers(snapshot, option, sub))
    return count


@given(snapshots(options=(2, 4), scaled=True, rules=False))
@settings(max_examples=80)
def test_a_decided_rank_never_changes_and_every_range_is_reached_whatever_the_missing_scores_turn_out_to_be(
    snapshot,
):
    assume(evaluate(snapshot).scored_lines and 1 < count_of_fillings(snapshot) <= MOST_FILLINGS)
    before = evaluate(snapshot)
    after = list(fillings(snapshot))
    for result in before.ranked:
        found = [one.by_id[result.id] for one in after if one.by_id[result.id].ranked]
        assert {one.aggregate for one in found} <= {one.floor for one in found}
        assert min(one.aggregate for one in found) == result.floor
        assert max(one.aggregate for one in found) == result.ceiling
        assert min(one.rank for one in found) == result.rank_from
        assert max(one.rank for one in found) == result.rank_to
        if result.rank is not None:
            assert len(found) == len(after)
    if before.margin is not None:
        assert {one.margin for one in after} == {before.margin}


@given(snapshots(options=(1, 4), scaled=True, rules=False), st.data())
@settings(max_examples=80)
def test_filling_one_gap_stays_within_the_range_that_was_given(snapshot, data):
    scores = [pair for pair in gaps(snapshot) if snapshot.line[pair[1]].sub_criterion.kind == Kind.SCORE]
    assume(scores)
    option, sub = data.draw(st.sampled_from(scores))
    before = evaluate(snapshot)
    after = evaluate(with_cell(snapshot, data.draw(st.sampled_from(answers(snapshot, option, sub)))))
    for old in before.ranked:
        new = after.by_id[old.id]
        assert old.floor <= new.floor <= new.ceiling <= old.ceiling
        assert old.rank_from <= new.rank_from <= new.rank_to <= old.rank_to
        for group, (low, high) in new.group_ranges.items():
            assert old.group_ranges[group][0] <= low <= high <= old.group_ranges[group][1]


@given(snapshots(), st.randoms(use_true_random=False))
@settings(max_examples=80)
def test_the_order_of_options_and_cells_changes_no_figure(snapshot, random):
    options, cells = list(snapshot.options), list(snapshot.cells)
    random.shuffle(options)
    random.shuffle(cells)
    shuffled = replace(snapshot, options=tuple(options), cells=tuple(cells))
    assert evaluate(shuffled).by_id == evaluate(snapshot).by_id
    assert evaluate(shuffled).margin == evaluate(snapshot).margin


@given(snapshots(), st.randoms(use_true_random=False))
@settings(max_examples=80)
def test_the_order_of_groups_and_lines_changes_no_figure(snapshot, random):
    def shuffled(items):
        items = list(items)
        random.shuffle(items)
        return tuple(items)

    groups = shuffled(replace(group, sub_criteria=shuffled(group.sub_criteria)) for group in snapshot.groups)
    one, other = evaluate(snapshot), evaluate(replace(snapshot, groups=groups))
    for name in (
        "weights",
        "group_shares",
        "group_ranges_possible",
        "margin",
        "lowest_possible",
        "neutral_total",
    ):
        assert getattr(one, name) == getattr(other, name)
    for mine in one.options:
        theirs = other.by_id[mine.id]
        assert (mine.floor, mine.ceiling, mine.rank_from, mine.rank_to) == (
            theirs.floor,
            theirs.ceiling,
            theirs.rank_from,
            theirs.rank_to,
        )
        assert dict(mine.group_totals) == dict(theirs.group_totals)


@given(snapshots())
@settings(max_examples=120)
def test_the_parts_add_up_to_the_whole(snapshot):
    evaluation = evaluate(snapshot)
    if evaluation.weights:
        assert sum(evaluation.weights.values()) == 1
        assert sum(evaluation.group_shares.values()) == 1
    if evaluation.lowest_possible is not None:
        ends = evaluation.group_ranges_possible.values()
        assert sum(low for low, _ in ends) == evaluation.lowest_possible
        assert sum(high for _, high in ends) == evaluation.highest_possible
    for result in evaluation.ranked:
        if result.floor is not None:
            assert sum(low for low, _ in result.group_ranges.values()) == result.floor
            assert sum(high for _, high in result.group_ranges.values()) == result.ceiling
        if result.aggregate is not None:
            parts = [part for part in result.group_totals.values() if part is not None]
            assert sum(parts) == result.aggregate == result.floor == result.ceiling


@given(snapshots(options=(1, 4)))
@settings(max_examples=120)
def test_every_working_adds_up_to_the_figure_that_is_printed(snapshot):
    evaluation = evaluate(snapshot)
    groups = {}
    for working in evaluation.workings:
        if working.step in (Step.GROUP, Step.TOTAL, Step.BOUND) and working.figure is not None:
            assert sum(times_low(term) for term in working.terms) == working.figure
            assert sum(times_high(term) for term in working.terms) == (
                working.figure if working.to is None else working.to
            )
        if working.step is Step.GROUP and working.figure is not None and working.to is None:
            groups[working.about] = working.figure
    for result in evaluation.options:
        for group, total in result.group_totals.items():
            if total is not None:
                assert groups[result.id, group] == total


def times_low(term):
    return 0 if term.times == 0 else (1 if term.times is None else term.times) * term.figure


def times_high(term):
    if term.times == 0:
        return 0
    return (1 if term.times is None else term.times) * (term.figure if term.to is None else term.to)


@given(
    snapshots(
        complete=True,
        options=(2, 4),
        combines=(Combine.WEIGHTED_SUM, Combine.WEIGHTED_MEAN, Combine.WEIGHTED_VALUE),
    )
)
@settings(max_examples=60)
def test_doubling_every_weight_doubles_only_totals_of_weights_as_entered(snapshot):
    whole = snapshot.weight_sets[0]
    tree = whole.groups is not None
    twice = WeightSet(
        whole.id,
        whole.name,
        {sub: weight if tree else 2 * weight for sub, weight in whole.sub_criteria.items()},
        {group: 2 * weight for group, weight in whole.groups.items()} if tree else None,
    )
    one, other = evaluate(snapshot), evaluate(replace(snapshot, weight_sets=(twice,)))
    factor = 2 if snapshot.method.combine == Combine.WEIGHTED_SUM else 1
    assert one.weights == other.weights
    for mine in one.options:
        assert other.by_id[mine.id].aggregate == factor * mine.aggregate
        assert other.by_id[mine.id].rank == mine.rank


@given(snapshots(combines=(Combine.SUM,)))
@settings(max_examples=60)
def test_a_plain_total_is_a_weighted_sum_in_which_every_weight_is_one(snapshot):
    plain = evaluate(snapshot)
    assume(plain.scored_lines)
    ones = WeightSet("ones", "All one", dict.fromkeys(plain.scored_lines, Fraction(1)))
    method = replace(snapshot.method, combine=Combine.WEIGHTED_SUM, weight_set="ones")
    weighted = evaluate(replace(snapshot, method=method, weight_sets=(ones,)))
    assert weighted.by_id == plain.by_id
    assert weighted.margin == plain.margin


@given(snapshots())
@settings(max_examples=80)
def test_ranks_follow_the_unrounded_totals_and_share_the_best_place(snapshot):
    ranked = evaluate(snapshot).ranked
    assume(all(result.aggregate is not None for result in ranked))
    for result in ranked:
        better = sum(other.aggregate > result.aggregate for other in ranked)
        assert (result.rank, result.rank_from, result.rank_to) == (better + 1,) * 3
