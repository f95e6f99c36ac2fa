"""How a cell stands: its figure with its unit, its mark, its colour, and what it counts as."""

from dataclasses import replace
from decimal import Decimal

import pytest

from appraisal.core.evaluation import evaluate
from appraisal.core.sentences.marks import mark_in, mark_of
from appraisal.core.sentences.values import rule_means
from appraisal.core.snapshot import Cell, CellState, Combine, Method, OptionStage, Rule, ValueRule
from tests.core.small import appraisal, row, with_cells

RANGE = ValueRule(Rule.RANGE, worst=Decimal(900), best=Decimal(500))
LOWER = ValueRule(Rule.OPTIONS_RANGE, better="lower")
MARKS = ValueRule(
    Rule.POINTS,
    points={"red": Decimal(0), "amber": Decimal("1.5"), "green": Decimal(3)},
    lo=Decimal(0),
    hi=Decimal(3),
)


def made(rule, *tokens, unit="£k", **parts):
    """Options with these figures on one line, weighted alone."""
    rows = [row(number, f"Way {number}", token) for number, token in enumerate(tokens, start=1)]
    return appraisal(*rows, combine="weighted-value", weights=[1], measures={"care": (rule, unit)}, **parts)


def marked(mark, combine=Combine.WEIGHTED_VALUE):
    """One option with this mark on a line of marks."""
    snapshot = appraisal(row(1, "Way", "3"), combine="weighted-value", weights=[1])
    [group] = snapshot.groups
    sub = replace(group.sub_criteria[0], value=MARKS)
    method = Method(combine, None if combine is Combine.SUM else "agreed")
    snapshot = replace(snapshot, groups=(replace(group, sub_criteria=(sub,)),), method=method)
    return with_cells(snapshot, Cell("option-1", "care", CellState.SCORED, mark=mark, rationale="So."))


def shown(snapshot, option="option-1"):
    return mark_in(snapshot, evaluate(snapshot), option, "care")


@pytest.mark.parametrize(
    ("unit", "token", "text"),
    [
        ("£k", "640", "£640k"),
        ("£", "12500", "£12,500"),
        ("£m", "-1.25", "-£1.25m"),
        ("£ per head", "1250", "1,250 £ per head"),
        ("%", "12.5", "12.5%"),
        ("minutes", "35", "35 minutes"),
        ("", "1250000", "1,250,000"),
    ],
)
def test_a_raw_figure_stands_with_its_unit(unit, token, text):
    snapshot = made(LOWER, token, unit=unit)
    assert mark_of(snapshot.cells[0], snapshot.lines[0]).text == text
    assert shown(snapshot).words == text


def test_a_raw_figure_says_its_value_and_is_coloured_by_it():
    snapshot = made(RANGE, "640", "880", "500")
    found = [shown(snapshot, f"option-{number}") for number in (1, 2, 3)]
    assert [(mark.value, mark.tone) for mark in found] == [
        ("value 65", "seq4"), ("value 5", "seq1"), ("value 100", "seq5")
    ]  # fmt: skip
    assert [mark_of(cell, snapshot.lines[0]).tone for cell in snapshot.cells] == ["seq4", "seq1", "seq5"]


def test_a_relative_value_that_is_open_is_said_to_be_and_has_no_colour():
    snapshot = made(LOWER, "640", "?")
    assert (shown(snapshot).value, shown(snapshot).tone) == ("value still open", "neutral")
    assert shown(snapshot, "option-2").text == "not yet"


def test_an_option_that_is_not_compared_has_a_figure_without_a_value():
    snapshot = made(LOWER, "640", "900", "20")
    dropped = replace(snapshot.options[2], stage=OptionStage.DROPPED, reason="No.")
    snapshot = replace(snapshot, options=(*snapshot.options[:2], dropped))
    assert (shown(snapshot, "option-3").text, shown(snapshot, "option-3").value) == ("£20k", "")
    assert shown(snapshot).value == "value 100"


@pytest.mark.parametrize(
    ("mark", "value", "tone"), [("red", "0", "seq1"), ("amber", "50", "seq3"), ("green", "100", "seq5")]
)
def test_a_mark_stands_by_its_name_and_is_coloured_by_its_number(mark, value, tone):
    found = shown(marked(mark))
    assert (found.text, found.value, found.tone, found.below) == (mark, f"value {value}", tone, False)


def test_a_mark_says_its_number_where_scores_are_added_up():
    assert shown(marked("amber", Combine.SUM)).value == "counts as 1.5"


def test_a_score_on_a_scale_says_nothing_but_itself():
    snapshot = appraisal(row(1, "Way", "2"), combine="weighted-value", weights=[1])
    found = shown(snapshot)
    assert (found.text, found.value, found.tone, found.below) == ("2", "", "neg1", True)


LOWER_MEANS = (
    "The lowest figure on the short list counts 100 and the highest 0, those between evenly. "
    "Ranks may change when an option comes or goes."
)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (RANGE, "Lower is better: £900k counts 0 and £500k counts 100, figures between them evenly."),
        (LOWER, LOWER_MEANS),
        (
            ValueRule(Rule.RATIO, better="lower"),
            "The lowest figure counts 100, and one twice as high 50. Figures must be above 0.",
        ),
        (
            ValueRule(Rule.RATIO, better="higher"),
            "The highest figure counts 100, and one half as high 50. Figures must be above 0.",
        ),
        (
            MARKS,
            "Marks stand for numbers: red is 0, amber is 1.5 and green is 3; 0 counts 0 and 3 counts 100.",
        ),
        (ValueRule(), ""),
    ],
)
def test_a_rule_says_what_it_means(rule, text):
    assert rule_means(rule, "£k") == text
