"""Sub-criteria of every kind: what may be typed, what is refused, and what a change does to the cells."""

from dataclasses import replace
from decimal import Decimal

import pytest

from appraisal.core.snapshot import ValueRule
from appraisal.models import Appraisal
from appraisal.services import setup
from tests import factories
from tests.appraisal.services.setup.doing import do, last, now, paths, problems, state
from tests.appraisal.services.setup.sub_criteria import LINE, MARKS, add, lines, save

pytestmark = pytest.mark.django_db

RANGE = setup.ValueInput("range", worst="90", best="15.5", better="higher", lo="9")


def wrong(appraisal_id, **changes):
    return problems(
        setup.add_sub_criterion,
        appraisal_id,
        group_id="people",
        sub_criterion=replace(LINE, **changes),
    )


@pytest.fixture
def values_id(appraisal_id):
    """The small appraisal, in which values from 0 to 100 are added up with weights."""
    weights = setup.equal_weights(now(appraisal_id), "sub-criteria")
    chosen = do(setup.add_weight_set, appraisal_id, weights=weights).id
    do(setup.choose_method, appraisal_id, combine="weighted-value", weight_set=chosen, version=1)
    return appraisal_id


def test_a_line_comes_last_in_its_group_with_all_that_was_typed(appraisal_id):
    saved = add(appraisal_id)
    assert (saved.id, saved.version) == ("hours", 2)
    assert lines(appraisal_id) == ["reach", "staff", "hours"]
    assert setup.sub_criterion_input(now(appraisal_id).line["hours"].sub_criterion) == LINE
    event = last(appraisal_id)
    assert (event.action, event.subject, event.after["group"]) == (
        "sub-criterion added",
        "sub-criteria/hours",
        "people",
    )


def test_a_line_may_have_a_scale_of_its_own(appraisal_id):
    scale = setup.ScaleInput("0", "10", "2.5", points=(("0", "None"),))
    add(appraisal_id, scale=scale)
    assert setup.scale_input(now(appraisal_id).line["hours"].sub_criterion.scale) == scale
    save(appraisal_id, "hours", version=2, scale=None)
    assert now(appraisal_id).line["hours"].scale == now(appraisal_id).scale


@pytest.mark.parametrize("kind", ["words", "gate"])
def test_a_line_in_words_or_a_gate_has_no_value_whatever_was_typed(appraisal_id, kind):
    add(appraisal_id, kind=kind, value=MARKS, unit="minutes")
    line = now(appraisal_id).line["hours"].sub_criterion
    assert (line.kind, line.value, line.unit) == (kind, ValueRule(), "")


def test_marks_stand_for_numbers(appraisal_id):
    add(appraisal_id, value=MARKS, scale=setup.ScaleInput("0", "9"))
    line = now(appraisal_id).line["hours"].sub_criterion
    assert line.value.points == {"Low": Decimal(1), "High": Decimal(3)}
    assert (line.value.lo, line.value.hi, line.scale) == (0, 4, None)
    assert setup.value_input(line.value) == replace(MARKS, points=(("Low", "1"), ("High", "3")))


@pytest.mark.parametrize(
    "value",
    [
        setup.ValueInput("range", worst="90", best="15.5"),
        setup.ValueInput("options-range", better="higher"),
        setup.ValueInput("ratio", better="lower"),
        replace(MARKS, points=(("Low", "1"), ("High", "3"))),
    ],
    ids=lambda value: value.rule,
)
def test_a_raw_measure_has_a_unit_and_any_rule_for_its_value(values_id, value):
    add(values_id, kind="measure", unit=" minutes ", value=value)
    line = now(values_id).line["hours"].sub_criterion
    assert (line.kind, line.unit) == ("measure", "minutes")
    assert setup.value_input(line.value) == value


@pytest.mark.parametrize("make", [add, lambda found, **changes: save(found, "cost", version=1, **changes)])
def test_the_first_measure_adds_up_values_where_nobody_chose_how(appraisal_id, make):
    Appraisal.objects.filter(pk=appraisal_id).update(versions={})
    make(appraisal_id, kind="measure", value=RANGE)
    found, stands = now(appraisal_id), state(appraisal_id)
    assert (found.method.combine, found.method.weight_set) == ("weighted-value", "weights")
    [weights] = found.weight_sets
    assert weights.name == "Weights"
    assert set(weights.sub_criteria.values()) == {Decimal(1)}
    # It is a place to begin from: nobody has given a weight, nor chosen.
    assert set(stands.weights_to_give["weights"]) == set(weights.sub_criteria)
    assert not stands.method_chosen
    assert last(appraisal_id).after["combine"] == "weighted-value"


def test_a_measure_takes_the_weight_set_that_there_is_and_changes_no_method_that_is_sealed(appraisal_id):
    Appraisal.objects.filter(pk=appraisal_id).update(versions={})
    chosen = do(setup.add_weight_set, appraisal_id, weights=setup.equal_weights(now(appraisal_id), "groups"))
    do(setup.seal_weights, appraisal_id)
    assert [path for path, _ in wrong(appraisal_id, kind="measure", value=RANGE)] == ["kind"]
    Appraisal.objects.filter(pk=appraisal_id).update(weights_sealed_at=None)
    add(appraisal_id, kind="measure", value=RANGE)
    assert now(appraisal_id).method.weight_set == chosen.id


def test_what_a_rule_does_not_take_is_passed_over(values_id):
    add(values_id, kind="measure", value=RANGE)
    assert now(values_id).line["hours"].sub_criterion.value == ValueRule(
        "range", worst=Decimal(90), best=Decimal("15.5")
    )


def test_a_raw_measure_needs_values_and_values_are_kept_for_it(values_id):
    add(values_id, kind="measure", value=RANGE)
    method = {"combine": "sum", "weight_set": None, "version": state(values_id).method}
    [(path, message)] = problems(setup.choose_method, values_id, **method)
    assert path == "combine"
    assert message.startswith("Line 1c is measured, and raw figures such as pounds")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"name": ""}, [("name", "Enter the name of the sub-criterion.")]),
        ({"name": "Keep the staff"}, [("name", "There is a sub-criterion of this name already.")]),
        ({"kind": "guess"}, [("kind", "“guess” is not known here.")]),
        ({"kind": "measure", "value": RANGE}, [("kind", "A raw measure counts only where figures become")]),
        (
            {"kind": "measure", "value": setup.ValueInput("")},
            [("value.rule", "Choose how a figure becomes"), ("kind", "A raw measure counts only")],
        ),
        ({"kind": "measure"}, [("value.rule", "A measure needs a rule for its raw figures.")]),
        ({"value": RANGE}, [("value.rule", "The rule range is for raw figures.")]),
        ({"value": setup.ValueInput("magic")}, [("value.rule", "“magic” is not known here.")]),
        (
            {"kind": "measure", "value": setup.ValueInput("range", worst="", best="1,5")},
            [
                ("value.worst", "Enter the worst figure."),
                ("value.best", "“1,5” has a comma. Do you mean 1.5?"),
                ("kind", "A raw measure counts only"),
            ],
        ),
        (
            {"kind": "measure", "value": setup.ValueInput("range", worst="3", best="3")},
            [("value.best", "The worst and the best figure are both 3.")],
        ),
        (
            {"kind": "measure", "value": setup.ValueInput("ratio")},
            [("value.better", "Say which is better"), ("kind", "A raw measure counts only")],
        ),
        ({"value": setup.ValueInput("points", lo="0", hi="4")}, [("value.points", "There are no marks.")]),
        (
            {"value": replace(MARKS, points=(("Low", "1"), ("", "2"), ("Low ", "3"), ("High", "")))},
            [
                ("value.points[1].mark", "Enter the name of the mark."),
                ("value.points[2].mark", "The mark Low stands here twice."),
                ("value.points[3].number", "Enter the number it stands for."),
            ],
        ),
        (
            {"value": replace(MARKS, points=(("", ""), ("High", "9")))},
            [("value.points[1].number", "9 is off the numbers that marks may have, 0 to 4.")],
        ),
        ({"value": replace(MARKS, lo="4", hi="0")}, [("value.lo", "The lowest number, 4, must be below")]),
        ({"scale": setup.ScaleInput("1", "")}, [("scale.hi", "Enter the highest score.")]),
        (
            {"scale": setup.ScaleInput("1", "5", points=(("", ""), ("9", "")))},
            [("scale.points[1].value", "9 is off the scale")],
        ),
        ({"scale": setup.ScaleInput("5", "1")}, [("scale.lo", "The lowest score, 5, must be below")]),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(appraisal_id, changes, found):
    told = wrong(appraisal_id, **changes)
    assert [path for path, _ in told] == [path for path, _ in found]
    for (_, message), (_, words) in zip(told, found, strict=True):
        assert message.startswith(words)


def test_two_groups_may_each_have_a_line_of_one_name(appraisal_id):
    add(appraisal_id, name="Cost less", short_name="")
    assert lines(appraisal_id) == ["reach", "staff", "cost-less"]


def test_a_line_is_renamed_and_its_id_and_cells_stay(scored_id):
    save(scored_id, name="Reach everybody", short_name="Reach")
    line = now(scored_id).line["reach"]
    assert (line.sub_criterion.name, line.label) == ("Reach everybody", "Reach")
    assert now(scored_id).cell_at["move", "reach"].score == 5
    assert (last(scored_id).action, last(scored_id).before) == (
        "sub-criterion changed",
        {"name": "Reach more readers", "short_name": ""},
    )


def test_a_line_goes_to_the_end_of_another_group_with_its_cells(scored_id):
    save(scored_id, group="place")
    assert (lines(scored_id, 0), lines(scored_id, 1)) == (["staff"], ["cost", "law", "reach"])
    assert now(scored_id).cell_at["move", "reach"].score == 5
    assert (last(scored_id).before, last(scored_id).after) == ({"group": "people"}, {"group": "place"})


@pytest.mark.parametrize(
    ("changes", "cells"),
    [
        ({"kind": "words"}, ["stay", "move", "share"]),
        ({"scale": setup.ScaleInput("1", "3")}, ["move", "share"]),
        ({"value": replace(MARKS, points=(("Low", "1"),))}, ["stay", "move", "share"]),
    ],
)
def test_a_change_that_leaves_cells_without_sense_is_refused_with_each(scored_id, changes, cells):
    stands = setup.sub_criterion_input(now(scored_id).line["reach"].sub_criterion)
    told = paths(
        setup.save_sub_criterion,
        scored_id,
        sub_criterion_id="reach",
        sub_criterion=replace(stands, **changes),
        version=1,
    )
    assert told == ["sub_criterion", *(f"cells/{option}/reach" for option in cells)]


def test_a_line_in_words_may_become_a_gate_while_nothing_stands_in_it(appraisal_id):
    save(appraisal_id, "law", kind="gate")
    assert now(appraisal_id).line["law"].sub_criterion.kind == "gate"


def test_the_rule_for_not_applicable_stays_while_a_cell_needs_it(db):
    cells = factories.cells({"stay": {"staff": "not-applicable"}})
    appraisal_id = factories.appraisal(stage="set-up", cells=cells)
    stands = setup.sub_criterion_input(now(appraisal_id).line["staff"].sub_criterion)
    without = {"sub_criterion": replace(stands, not_applicable_rule=""), "version": 1}
    told = paths(setup.save_sub_criterion, appraisal_id, sub_criterion_id="staff", **without)
    assert told == ["sub_criterion", "cells/stay/staff"]
