"""Value rules: known answers by hand, pymcdm's normalisations, and what must hold whatever the figures.

The formulas are those of method.md, "Value functions" and "Relative measures"; the figures of the tables are
worked out by hand in the comments beside them.
"""

import itertools
from dataclasses import replace
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
    OptionStage,
    Rule,
    Snapshot,
    SubCriterion,
    ValueRule,
    WeightSet,
)
from tests.core.small import with_cells
from tests.core.strategies import FIGURES, snapshots

HIGHER = {rule: ValueRule(rule, better="higher") for rule in (Rule.OPTIONS_RANGE, Rule.RATIO)}
LOWER = {rule: ValueRule(rule, better="lower") for rule in (Rule.OPTIONS_RANGE, Rule.RATIO)}
LETTERS = "abcdefgh"


def one_line(rule, entries, *, stages=None, gates=None):
    """Options with these figures (or marks, or states) on one line of all the weight, and maybe a gate."""
    kind = Kind.SCORE if rule.rule == Rule.POINTS else Kind.MEASURE
    line = SubCriterion("m", "Measure", kind=kind, value=rule, not_applicable_rule="As stated.", unit="£k")
    gate = SubCriterion("gate", "Gate", kind=Kind.GATE)
    options = tuple(
        Option(letter, letter, number=number, stage=(stages or {}).get(letter, OptionStage.SHORT_LIST))
        for number, letter in zip(range(1, len(entries) + 1), LETTERS, strict=False)
    )
    cells = [cell(option.id, entry) for option, entry in zip(options, entries, strict=True)]
    if gates is not None:
        cells += [Cell(option.id, "gate", gates.get(option.id, CellState.PASS)) for option in options]
    return Snapshot(
        "one",
        "One line",
        method=Method(Combine.WEIGHTED_VALUE, "w"),
        groups=(CriteriaGroup("g", "Group", sub_criteria=(line, *([gate] if gates is not None else []))),),
        weight_sets=(WeightSet("w", "W", {"m": Decimal(1)}),),
        options=options,
        cells=tuple(cells),
    )


def cell(option, entry, line="m"):
    if isinstance(entry, CellState):
        return Cell(option, line, entry)
    if isinstance(entry, str) and not entry.lstrip("-").replace(".", "").isdigit():
        return Cell(option, line, CellState.SCORED, mark=entry)
    return Cell(option, line, CellState.SCORED, Decimal(entry))


def values(snapshot):
    return [result.values["m"] for result in sorted(evaluate(snapshot).options, key=lambda one: one.id)]


def spans(snapshot):
    found = evaluate(snapshot).by_id
    return [(found[option.id].floor, found[option.id].ceiling) for option in snapshot.options]


RANGE = ValueRule(Rule.RANGE, worst=Decimal(0), best=Decimal(80))
DOWN = ValueRule(Rule.RANGE, worst=Decimal(900), best=Decimal(200))
ACROSS = ValueRule(Rule.RANGE, worst=Decimal("-2.5"), best=Decimal("7.5"))
MARKS = ValueRule(
    Rule.POINTS,
    points={"red": Decimal(0), "amber": Decimal(2), "green": Decimal(5)},
    lo=Decimal(0),
    hi=Decimal(5),
)

TABLE = [
    # 100 (x - 0)/(80 - 0)
    (RANGE, ["0", "20", "50", "80"], [0, 25, "62.5", 100]),
    # 100 (x - 900)/(200 - 900): 550 is half way down
    (DOWN, ["900", "550", "200", "340"], [0, 50, 100, 80]),
    (ACROSS, ["-2.5", "0", "7.5"], [0, 25, 100]),
    # highest 70, lowest 10: 25 is 15/60 of the way up, 45/60 of the way down
    (HIGHER[Rule.OPTIONS_RANGE], ["10", "25", "70"], [0, 25, 100]),
    (LOWER[Rule.OPTIONS_RANGE], ["10", "25", "70"], [100, 75, 0]),
    (LOWER[Rule.OPTIONS_RANGE], ["-10", "0", "30"], [100, 75, 0]),
    # all equal: 100 each
    (HIGHER[Rule.OPTIONS_RANGE], ["7", "7", "7"], [100, 100, 100]),
    (LOWER[Rule.OPTIONS_RANGE], ["7"], [100]),
    (HIGHER[Rule.RATIO], ["7", "7.0"], [100, 100]),
    # 100 x/best and 100 best/x
    (HIGHER[Rule.RATIO], ["20", "50", "80"], [25, "62.5", 100]),
    (LOWER[Rule.RATIO], ["20", "50", "80"], [100, 40, 25]),
    (LOWER[Rule.RATIO], ["3", "7"], [100, Fraction(300, 7)]),
    # red 0, amber 2, green 5 of 0 to 5
    (MARKS, ["amber", "green", "red"], [40, 100, 0]),
    (replace(MARKS, lo=Decimal(-5), hi=Decimal(5)), ["amber", "green", "red"], [70, 100, 50]),
]


@pytest.mark.parametrize(("rule", "entries", "expected"), TABLE)
def test_a_rule_turns_figures_and_marks_into_these_values(rule, entries, expected):
    snapshot = one_line(rule, entries)
    assert values(snapshot) == [Fraction(value) for value in expected]
    evaluation = evaluate(snapshot)
    assert evaluation.complete
    assert {one.id: one.aggregate for one in evaluation.options} == dict(
        zip(LETTERS, map(Fraction, expected), strict=False)
    )
    assert (evaluation.lowest_possible, evaluation.highest_possible, evaluation.neutral_total) == (
        0,
        100,
        None,
    )


@pytest.mark.parametrize("rule", [*HIGHER.values(), *LOWER.values()])
def test_with_one_figure_missing_every_value_of_a_relative_measure_is_0_to_100(rule):
    snapshot = one_line(rule, ["10", CellState.TO_BE_CONFIRMED, "70"])
    assert values(snapshot) == [None, None, None]
    assert spans(snapshot) == [(0, 100)] * 3
    for result in evaluate(snapshot).options:
        assert (result.aggregate, result.complete, result.rank_from, result.rank_to) == (None, False, 1, 3)
        assert result.group_totals == {"g": None}
    assert evaluate(snapshot).missing == (("b", "m"),)


def test_a_missing_figure_of_a_stated_range_opens_no_value_but_its_own():
    snapshot = one_line(DOWN, ["900", CellState.UNSCORED, "200"])
    assert spans(snapshot) == [(0, 0), (0, 100), (100, 100)]


@pytest.mark.parametrize("stage", [OptionStage.LONG_LIST, OptionStage.DROPPED])
@pytest.mark.parametrize("entry", ["1000", CellState.UNSCORED])
def test_options_that_are_not_short_listed_are_not_compared(stage, entry):
    snapshot = one_line(HIGHER[Rule.OPTIONS_RANGE], ["10", "25", "70", entry], stages={"d": stage})
    assert values(snapshot) == [0, 25, 100, None]
    assert evaluate(snapshot).by_id["d"].group_totals == {"g": None}


def test_an_option_that_failed_its_gate_is_not_compared():
    snapshot = one_line(HIGHER[Rule.RATIO], ["10", "25", "70"], gates={"c": CellState.FAIL})
    assert values(snapshot) == [40, 100, None]


def test_an_option_on_which_the_line_does_not_apply_has_no_figure_and_misses_none():
    snapshot = one_line(HIGHER[Rule.RATIO], ["10", "25", CellState.NOT_APPLICABLE])
    assert values(snapshot) == [40, 100, None]
    assert not evaluate(snapshot).by_id["c"].comparable


def test_a_value_that_rests_on_an_option_whose_gate_is_open_runs_over_both_ways_it_can_go():
    """Without c the figures run from 10 to 25, with it from 10 to 70: b is worth 100, or 25."""
    snapshot = one_line(HIGHER[Rule.OPTIONS_RANGE], ["10", "25", "70"], gates={"c": CellState.UNSCORED})
    assert spans(snapshot) == [(0, 0), (25, 100), (100, 100)]
    assert values(snapshot) == [0, None, 100]
    b = evaluate(snapshot).by_id["b"]
    assert (b.complete, b.aggregate, b.rank_from, b.rank_to) == (False, None, 1, 2)


def test_adding_an_option_may_turn_the_order_of_two_others_on_a_relative_measure():
    """method.md asks to flag it: with c the range grows from 2 to 20 and the figures move together."""
    rule, score = LOWER[Rule.OPTIONS_RANGE], ValueRule(Rule.RANGE, worst=Decimal(0), best=Decimal(10))

    def both(entries, others):
        snapshot = one_line(rule, entries)
        [group] = snapshot.groups
        other = SubCriterion("n", "Other", kind=Kind.MEASURE, value=score)
        cells = [cell(letter, entry, "n") for letter, entry in zip(LETTERS, others, strict=False)]
        weights = WeightSet("w", "W", {"m": Decimal(1), "n": Decimal(1)})
        return replace(
            snapshot,
            groups=(replace(group, sub_criteria=(*group.sub_criteria, other)),),
            weight_sets=(weights,),
            cells=(*snapshot.cells, *cells),
        )

    before = evaluate(both(["8", "10"], ["2", "8"])).by_id
    after = evaluate(both(["8", "10", "28"], ["2", "8", "0"])).by_id
    assert (before["a"].aggregate, before["b"].aggregate) == (60, 40)
    assert (after["a"].aggregate, after["b"].aggregate) == (60, 85)


@pytest.mark.parametrize("combine", [Combine.SUM, Combine.WEIGHTED_SUM, Combine.WEIGHTED_MEAN])
def test_a_raw_figure_counts_in_no_other_form(combine):
    snapshot = replace(one_line(RANGE, ["20", "80"]), method=Method(combine, "w"))
    for result in evaluate(snapshot).options:
        assert (result.aggregate, result.floor, result.values["m"]) == (None, None, None)


@pytest.mark.parametrize(
    ("combine", "expected"),
    [(Combine.SUM, 2), (Combine.WEIGHTED_SUM, 6), (Combine.WEIGHTED_MEAN, 2), (Combine.WEIGHTED_VALUE, 40)],
)
def test_marks_count_as_their_numbers_in_every_form(combine, expected):
    snapshot = one_line(MARKS, ["amber", "red"])
    weights = WeightSet("w", "W", {"m": Decimal(3)})
    snapshot = replace(snapshot, method=Method(combine, "w"), weight_sets=(weights,))
    assert evaluate(snapshot).by_id["a"].aggregate == expected


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
