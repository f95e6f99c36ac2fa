"""Value rules against pymcdm's normalisations, and what must hold whatever the figures."""

import itertools
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pymcdm.normalizations import linear_normalization, minmax_normalization

from appraisal.core.evaluation import Step, evaluate
from appraisal.core.snapshot import (
    Cell,
    CellState,
    Combine,
    CriteriaGroup,
    Kind,
    Method,
    Option,
    Rule,
    Snapshot,
    SubCriterion,
    WeightSet,
)
from tests.core.evaluation.one_line import HIGHER, LETTERS, LOWER, one_line, values
from tests.core.small import with_cells
from tests.core.strategies import FIGURES, snapshots

FIGURE = st.decimals(min_value=Decimal("0.01"), max_value=Decimal(9999), places=2)


@given(st.lists(FIGURE, min_size=2, max_size=8))
@settings(max_examples=100)
def test_pymcdm_normalises_alike(figures):
    assume(len(set(figures)) > 1)
    column = np.array([float(figure) for figure in figures])
    table = (
        (HIGHER[Rule.OPTIONS_RANGE], minmax_normalization(column, cost=False)),
        (LOWER[Rule.OPTIONS_RANGE], minmax_normalization(column, cost=True)),
        (HIGHER[Rule.RATIO], linear_normalization(column, cost=False)),
        (LOWER[Rule.RATIO], linear_normalization(column, cost=True)),
    )
    for rule, expected in table:
        found = values(one_line(rule, [str(figure) for figure in figures]))
        assert [float(value) for value in found] == pytest.approx(list(100 * expected), abs=1e-9)


@given(
    st.lists(st.sampled_from(FIGURES), min_size=1, max_size=6),
    st.sampled_from([Decimal("0.5"), Decimal(3), Decimal(1000)]),
    st.sampled_from([Decimal(0), Decimal("12.5"), Decimal(-4000)]),
)
def test_another_unit_of_measure_changes_no_value(figures, times, plus):
    """The range of the options bears any unit and any zero, a ratio any unit that keeps its zero."""
    for rules in (HIGHER, LOWER):
        moved = [str(figure * times + plus) for figure in figures]
        rule = rules[Rule.OPTIONS_RANGE]
        assert values(one_line(rule, moved)) == values(one_line(rule, [str(figure) for figure in figures]))
        scaled = [str(figure * times) for figure in figures]
        rule = rules[Rule.RATIO]
        assert values(one_line(rule, scaled)) == values(one_line(rule, [str(figure) for figure in figures]))


@given(st.lists(st.sampled_from(FIGURES), min_size=1, max_size=6))
def test_the_best_figure_is_worth_100_and_a_better_one_never_less(figures):
    for better, rules in (("higher", HIGHER), ("lower", LOWER)):
        for rule in rules.values():
            found = values(one_line(rule, [str(figure) for figure in figures]))
            pairs = sorted(zip(figures, found, strict=True), reverse=better == "lower")
            assert pairs[-1][1] == 100
            assert all(0 <= value <= 100 for value in found)
            assert all(one[1] <= other[1] for one, other in itertools.pairwise(pairs))


ENTRY = st.sampled_from([*map(str, FIGURES), CellState.UNSCORED, CellState.NOT_APPLICABLE])


@given(
    st.lists(ENTRY, min_size=1, max_size=5),
    st.sampled_from([*HIGHER.values(), *LOWER.values()]),
    st.lists(st.sampled_from([CellState.PASS, CellState.UNSCORED, CellState.FAIL]), min_size=5, max_size=5),
    st.data(),
)
@settings(max_examples=150)
def test_however_gates_and_figures_turn_out_totals_and_places_lie_within_what_was_said(
    entries, rule, verdicts, data
):
    before = one_line(rule, entries, gates=dict(zip(LETTERS, verdicts, strict=False)))
    settled = [
        Cell(option.id, "gate", data.draw(st.sampled_from([CellState.PASS, CellState.FAIL])))
        for option in before.options
        if before.cell_at[option.id, "gate"].state is CellState.UNSCORED
    ] + [
        Cell(option.id, "m", CellState.SCORED, data.draw(st.sampled_from(FIGURES)))
        for option in before.options
        if before.cell_at[option.id, "m"].state is CellState.UNSCORED
    ]
    after = evaluate(with_cells(before, *settled))
    for new in after.ranked:
        old = evaluate(before).by_id[new.id]
        assert old.floor <= new.aggregate <= old.ceiling
        assert old.rank_from <= new.rank <= old.rank_to
        assert old.aggregate in (None, new.aggregate)
        assert old.rank in (None, new.rank)


@given(snapshots(options=(1, 4), combines=(Combine.WEIGHTED_VALUE,)))
@settings(max_examples=150)
def test_the_workings_tell_every_value_that_the_results_have_and_how_it_came_about(snapshot):
    evaluation = evaluate(snapshot)
    told = {working.about: working for working in evaluation.workings if working.step is Step.VALUE}
    for line in snapshot.lines:
        sub = line.sub_criterion
        if sub.kind not in (Kind.SCORE, Kind.MEASURE) or sub.value.rule == Rule.SCALE:
            continue
        assert (sub.id,) in told
        for result in evaluation.options:
            value, working = result.values[sub.id], told.get((result.id, sub.id))
            if value is not None and result.gate_failed is None:
                assert (working.figure, working.to) == (value, None)
                assert working.note
            elif working is not None:
                assert result.gate_failed is None
                assert working.to is None or working.figure < working.to


def test_many_ratios_of_different_figures_stay_exact():
    """Past the size at which whole numbers pay, amounts are fractions, and add up just as exactly."""
    lines = tuple(SubCriterion(f"m{n}", "M", kind=Kind.MEASURE, value=LOWER[Rule.RATIO]) for n in range(12))
    options = tuple(Option(f"o{n}", "O", number=n) for n in range(6))
    figures = {
        (option.id, line.id): Decimal(10_007 + 211 * place + 37 * at)
        for place, option in enumerate(options)
        for at, line in enumerate(lines)
    }
    snapshot = Snapshot(
        "many",
        "Many",
        method=Method(Combine.WEIGHTED_VALUE, "w"),
        groups=(CriteriaGroup("g", "G", sub_criteria=lines),),
        weight_sets=(WeightSet("w", "W", {line.id: Decimal(1) for line in lines}),),
        options=options,
        cells=tuple(Cell(*pair, CellState.SCORED, figure) for pair, figure in figures.items()),
    )
    for option in options:
        expected = sum(
            Fraction(100, 12) * Fraction(figures["o0", line.id]) / Fraction(figures[option.id, line.id])
            for line in lines
        )
        assert evaluate(snapshot).by_id[option.id].aggregate == expected
