"""Cells that hold no score: raw figures and marks."""

from decimal import Decimal

import pytest

from appraisal.core.snapshot import Cell, CellState, canonical_json, load_json
from appraisal.selectors import snapshots
from appraisal.services import scoring
from organisations.selectors import history
from tests import factories
from tests.appraisal.services.saving import problems, save, stored

pytestmark = pytest.mark.django_db

MARKS = {"rule": "points", "points": {"Low": "1", "High": "3"}, "lo": "0", "hi": "4"}
LINES = [
    {"id": "reach", "name": "Reach", "value": MARKS},
    {
        "id": "time",
        "name": "Time",
        "kind": "measure",
        "unit": "min",
        "value": {"rule": "ratio", "better": "lower"},
    },
    {
        "id": "cost",
        "name": "Cost",
        "kind": "measure",
        "value": {"rule": "range", "worst": "90", "best": "10"},
    },
]


@pytest.fixture
def values_id(db):
    """The small appraisal in scoring with a line of marks and two raw measures, and without a scale."""
    return factories.appraisal(
        scale=None,
        groups=[{"id": "all", "name": "All", "sub_criteria": LINES}],
        method={"combine": "weighted-value", "weight_set": "own"},
        weight_sets=[{"id": "own", "name": "Own", "sub_criteria": {"reach": "1", "time": "1", "cost": "1"}}],
    )


def test_a_mark_is_saved_by_its_name_and_told_in_the_history(values_id):
    save(values_id, score="  High ")
    cell = stored(values_id)
    assert (cell.state, cell.mark, cell.score) == ("scored", "High", None)
    assert history(values_id)[0].after["score"] == "High"
    save(values_id, score="Low", version=2)
    assert stored(values_id).mark == "Low"
    save(values_id, state="unscored", score=None, version=3)
    assert (stored(values_id).mark, stored(values_id).state) == ("", "unscored")


def test_a_raw_figure_is_saved_as_it_is(values_id):
    save(values_id, line="time", score="12.75")
    save(values_id, line="cost", score="10")
    assert stored(values_id, line="time").score == Decimal("12.75")
    found = snapshots.snapshot(values_id)
    assert load_json(canonical_json(found)) == found


@pytest.mark.parametrize(
    ("line", "score", "words"),
    [
        ("reach", "Middling", "“Middling” is not one of the marks here. Give one of: Low, High."),
        ("reach", "3", "“3” is not one of the marks here."),
        ("time", "0", "0 is not above 0, and a ratio needs figures above 0."),
        ("time", "High", "This is not a number in plain figures"),
        ("cost", "95", "95 is beyond the range of this line, 90 (worst) to 10 (best)."),
        ("cost", "", "Give a score, or choose that there is none yet."),
    ],
)
def test_what_the_line_cannot_hold_is_refused_in_words(values_id, line, score, words):
    [(path, message)] = problems(save, values_id, line=line, score=score)
    assert path == "score"
    assert message.startswith(words)


def test_the_same_mark_sent_twice_is_saved_once(values_id):
    assert save(values_id, score="High").version == save(values_id, score="High").version == 2


def test_many_marks_are_saved_at_once(values_id):
    cells = [
        Cell(option, "reach", CellState.SCORED, rationale="Well.", mark="High") for option in ("stay", "move")
    ]
    wanted = [scoring.CellWanted(cell, 0) for cell in cells]
    scoring.save_cells(actor=None, at=factories.at(1), appraisal_id=values_id, cells=wanted)
    assert {cell.mark for cell in snapshots.snapshot(values_id).cells} == {"High"}
