"""Two people at one cell, and one form sent twice: what was seen, what stands, and what is kept."""

from decimal import Decimal

import pytest

from appraisal.core.snapshot import CellState
from organisations.errors import Stale
from organisations.selectors import history
from tests import factories
from tests.appraisal.services.saving import save, stored

pytestmark = pytest.mark.django_db


def test_a_save_from_an_old_page_is_refused_with_what_stands(appraisal_id, officer):
    save(appraisal_id, officer, score="4", rationale="Mine.", minutes=1)
    with pytest.raises(Stale) as refusal:
        save(appraisal_id, score="2", rationale="Yours.", version=0, minutes=2)
    now = refusal.value.current
    assert (now.version, now.changed_at, now.changed_by) == (2, factories.at(1), "Ada Reed")
    assert (now.cell.option, now.cell.sub_criterion) == ("stay", "reach")
    assert (now.cell.state, now.cell.score, now.cell.rationale) == ("scored", Decimal(4), "Mine.")
    assert stored(appraisal_id) == now.cell
    assert len(history(appraisal_id)) == 2
    save(appraisal_id, score="2", rationale="Yours.", version=now.version)
    assert stored(appraisal_id).rationale == "Yours."


@pytest.mark.parametrize("version", [1, 3, 99, -1])
def test_any_version_but_the_one_that_stands_is_stale(appraisal_id, version):
    save(appraisal_id)
    with pytest.raises(Stale):
        save(appraisal_id, score="1", version=version)


def test_a_cell_that_nobody_saved_is_at_version_nought(appraisal_id):
    with pytest.raises(Stale) as refusal:
        save(appraisal_id, version=1)
    now = refusal.value.current
    assert (now.version, now.changed_at, now.changed_by) == (0, None, None)
    assert now.cell.state is CellState.UNSCORED


def test_a_form_sent_twice_saves_once(appraisal_id, officer):
    first = save(appraisal_id, officer, minutes=1)
    again = save(appraisal_id, officer, minutes=2)
    assert again == first
    assert len(history(appraisal_id)) == 2


def test_saving_what_stands_changes_nothing(appraisal_id):
    nothing = save(appraisal_id, state="unscored", score=None, rationale="")
    assert (nothing.version, nothing.revision) == (0, 1)
    assert len(history(appraisal_id)) == 1
