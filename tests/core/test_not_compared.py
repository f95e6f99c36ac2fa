"""Two options compared say why a line is left out: nothing is called missing, open or idle that is not."""

import pytest

from appraisal.core.evaluation import evaluate
from appraisal.core.sentences import chart_caption, comparison
from appraisal.core.snapshot import Rule, ValueRule
from tests.core.situations import SITUATIONS
from tests.core.small import appraisal, row, scale

HELD = appraisal(
    row(1, "A", "10 4 | pass 3"),
    row(2, "B", "20 3 | pass tbc"),
    row(3, "C", "30 3 | fail 3"),
    row(4, "D", "40 na | open na"),
    row(5, "E", "? 2 | pass tbc", stage="dropped"),
    combine="weighted-value",
    weights=(1, 1, 1),
    measures={"care": (ValueRule(Rule.OPTIONS_RANGE, better="lower"), "£k")},
)
NO_VALUE = "cannot be compared because only short-listed options that pass their gates have values there"
NOT_COMPARED = {
    "1 2": "1a Care cannot be compared while a gate is open; 2b Voice cannot be compared while a score is "
    "missing",
    "1 3": f"1a Care {NO_VALUE}",
    "1 4": "1b Health, 2b Voice do not apply to Option 4",
    "1 5": "1a Care, 2b Voice cannot be compared while a score is missing",
}


@pytest.mark.parametrize("pair", NOT_COMPARED)
def test_a_line_that_cannot_be_compared_says_why(pair):
    found = comparison(HELD, evaluate(HELD), *(f"option-{number}" for number in pair.split()))
    against = next(one.text for one in found if one.kind == "against")
    assert against.partition("; ")[2] == f"{NOT_COMPARED[pair]}."


def test_a_line_without_a_scale_cannot_be_compared_as_a_value():
    scales = {"health": scale()}
    rows = row(1, "A", "4 5"), row(2, "B", "3 5")
    snapshot = appraisal(*rows, combine="weighted-value", weights=(1, 1), on=False, scales=scales)
    found = comparison(snapshot, evaluate(snapshot), "option-1", "option-2")
    assert "level on one line; 1a Care cannot be compared without a scale." in found[1].text


WAITING = {
    "a relative measure waits for a gate": (
        "which is ahead is not decided while gates are open.",
        (
            "Pale: criteria groups that wait for a gate, at their lowest. Stripes: up to the highest total "
            "that is still possible."
        ),
    ),
    "the figure that is missing is that of an option that cannot be compared": (
        "which is ahead is not decided while scores are missing.",
        (
            "Pale: criteria groups with a missing score, at their lowest. Stripes: up to the highest total "
            "that the missing scores allow. Options that are not ranked are not drawn."
        ),
    ),
}


@pytest.mark.parametrize("situation", WAITING)
def test_what_a_range_waits_for_is_said_for_what_it_is(situation):
    snapshot, _ = SITUATIONS[situation]
    evaluation, (ahead, caption) = evaluate(snapshot), WAITING[situation]
    assert comparison(snapshot, evaluation, "option-1", "option-2")[0].text.endswith(ahead)
    assert chart_caption(snapshot, evaluation).endswith(caption)
