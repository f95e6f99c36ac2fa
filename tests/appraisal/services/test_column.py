"""A column of scores pasted at once: whole, or not at all."""

from decimal import Decimal

import pytest

from appraisal.selectors import snapshots
from appraisal.services import scoring
from appraisal.services.scoring import CellInput
from organisations.errors import Stale
from organisations.selectors import history
from tests import factories
from tests.appraisal.services.saving import problems, save, stored

pytestmark = pytest.mark.django_db


def save_column(appraisal_id, *cells, line="reach", actor=None, minutes=1):
    return scoring.save_column(
        actor=actor, at=factories.at(minutes), appraisal_id=appraisal_id, sub_criterion=line, cells=cells
    )


def column(scores, version=0, rationale="Pasted."):
    return [CellInput(option, "scored", score, rationale, version) for option, score in scores.items()]


def test_a_column_is_saved_with_an_event_for_each_cell(appraisal_id, officer):
    saved = save_column(appraisal_id, *column({"stay": "1", "move": "2", "share": "3"}), actor=officer)
    assert [each.version for each in saved] == [2, 2, 2]
    scores = {cell.option: cell.score for cell in snapshots.snapshot(appraisal_id).cells}
    assert scores == {"stay": 1, "move": 2, "share": 3}
    subjects = [change.subject for change in history(appraisal_id) if change.action == "cell saved"]
    assert subjects == ["cells/share/reach", "cells/move/reach", "cells/stay/reach"]


def test_a_column_is_saved_whole_or_not_at_all(appraisal_id):
    found = problems(
        save_column, appraisal_id, *column({"stay": "1", "move": "9", "nowhere": "2", "share": "x"})
    )
    assert [path for path, _ in found] == ["move.score", "nowhere.option", "share.score"]
    assert snapshots.snapshot(appraisal_id).cells == ()


def test_a_column_names_an_option_once(appraisal_id):
    twice = [*column({"stay": "1"}), *column({"stay": "2"})]
    assert [path for path, _ in problems(save_column, appraisal_id, *twice)] == ["stay.option"]


def test_a_column_over_cells_that_moved_on_is_refused_with_each_of_them(appraisal_id):
    save(appraisal_id, option="move", score="5")
    save(appraisal_id, option="share", score="3", rationale="Pasted.")
    with pytest.raises(Stale) as refusal:
        save_column(appraisal_id, *column({"stay": "1", "move": "2", "share": "3"}))
    assert [now.cell.option for now in refusal.value.current] == ["move"]
    assert stored(appraisal_id) is None


def test_a_column_sent_twice_saves_once(appraisal_id):
    first = save_column(appraisal_id, *column({"stay": "1", "move": "2"}))
    assert save_column(appraisal_id, *column({"stay": "1", "move": "2"}), minutes=9) == first


def test_an_empty_column_saves_nothing(appraisal_id):
    assert save_column(appraisal_id) == ()
    assert snapshots.live(appraisal_id).revision == 1


def test_a_column_of_scores_alone_keeps_the_words_that_stand(appraisal_id):
    version = save(appraisal_id, rationale="Long considered.").version
    save_column(appraisal_id, CellInput("stay", "scored", "5", None, version))
    assert (stored(appraisal_id).score, stored(appraisal_id).rationale) == (Decimal(5), "Long considered.")
