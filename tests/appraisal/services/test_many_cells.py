"""Many scores saved at once, from a pasted column or a workbook: whole, or not at all."""

from decimal import Decimal

import pytest

from appraisal.core.snapshot import Cell, CellState
from appraisal.selectors import snapshots
from appraisal.services import scoring
from organisations.errors import Stale
from organisations.selectors import history
from tests import factories
from tests.appraisal.services.saving import problems, save, stored

pytestmark = pytest.mark.django_db


def save_cells(appraisal_id, *cells, actor=None, minutes=1):
    return scoring.save_cells(
        actor=actor, at=factories.at(minutes), appraisal_id=appraisal_id, cells=cells, reason="Pasted."
    )


def column(scores, version=0):
    return [
        scoring.CellWanted(
            Cell(option, "reach", CellState.SCORED, Decimal(score), rationale="Pasted."), version
        )
        for option, score in scores.items()
    ]


def test_cells_are_saved_at_one_revision_with_an_event_for_each(appraisal_id, officer):
    saved = save_cells(appraisal_id, *column({"stay": "1", "move": "2", "share": "3"}), actor=officer)
    assert saved == scoring.SavedCells(changed=3, revision=2)
    scores = {cell.option: cell.score for cell in snapshots.snapshot(appraisal_id).cells}
    assert scores == {"stay": 1, "move": 2, "share": 3}
    events = [change for change in history(appraisal_id) if change.action == "cell saved"]
    assert [change.subject for change in events] == [
        "cells/share/reach",
        "cells/move/reach",
        "cells/stay/reach",
    ]
    assert {change.reason for change in events} == {"Pasted."}


def test_cells_are_saved_whole_or_not_at_all(appraisal_id):
    found = problems(save_cells, appraisal_id, *column({"stay": "1", "move": "9", "nowhere": "2"}))
    assert [path for path, _ in found] == ["move/reach", "nowhere/reach"]
    assert snapshots.snapshot(appraisal_id).cells == ()


def test_a_cell_is_named_once(appraisal_id):
    twice = [*column({"stay": "1"}), *column({"stay": "2"})]
    assert [path for path, _ in problems(save_cells, appraisal_id, *twice)] == ["stay/reach"]


def test_cells_that_moved_on_are_refused_with_each_of_them(appraisal_id):
    save(appraisal_id, option="move", score="5")
    save(appraisal_id, option="share", score="3", rationale="Pasted.")
    with pytest.raises(Stale) as refusal:
        save_cells(appraisal_id, *column({"stay": "1", "move": "2", "share": "3"}))
    assert [now.cell.option for now in refusal.value.current] == ["move"]
    assert stored(appraisal_id) is None


def test_cells_sent_twice_are_saved_once(appraisal_id):
    wanted = column({"stay": "1", "move": "2"})
    save_cells(appraisal_id, *wanted)
    assert save_cells(appraisal_id, *wanted, minutes=9) == scoring.SavedCells(changed=0, revision=2)


def test_no_cells_save_nothing(appraisal_id):
    assert save_cells(appraisal_id) == scoring.SavedCells(changed=0, revision=1)
