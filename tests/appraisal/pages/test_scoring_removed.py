"""Scoring after something was taken out of the set-up: it is no page, no cell and no count any more."""

import pytest

from appraisal.services import setup
from tests import factories
from tests.appraisal.pages.asking import HTMX, address, client_of, sent, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return client_of(factories.lead_officer())


@pytest.fixture
def appraisal_id():
    """Scoring again, without the option “move”, the first line “reach” and the group “place”."""
    appraisal_id = factories.complete_appraisal(stage="set-up")
    who = {"actor": None, "at": factories.at(1), "appraisal_id": appraisal_id}
    setup.remove_option(**who, option_id="move", version=1)
    setup.remove_sub_criterion(**who, sub_criterion_id="reach", version=1)
    setup.remove_group(**who, group_id="place", version=1)
    factories.move(appraisal_id, "scoring")
    return appraisal_id


def test_scoring_begins_at_a_line_that_is_there(appraisal_id, officer):
    assert officer.get(address("scoring", appraisal_id)).url == address(
        "score_line", appraisal_id, line="staff"
    )


def test_a_save_counts_only_what_is_there(appraisal_id, officer):
    done = "Done: 2 of 2 cells"
    assert done in words(officer.get(address("score_line", appraisal_id, line="staff")))
    where = address("save_cell", appraisal_id, option="stay", line="staff")
    answer = officer.post(where, sent("5", version=1), headers=HTMX)
    assert answer.status_code == 200
    assert done in words(answer)


@pytest.mark.parametrize(("option", "line"), [("move", "staff"), ("stay", "reach"), ("stay", "cost")])
@pytest.mark.parametrize("mark", ["4", "9"])
def test_a_cell_that_was_taken_out_is_not_found(appraisal_id, officer, option, line, mark):
    where = address("save_cell", appraisal_id, option=option, line=line)
    for options in ({}, {"headers": HTMX}):
        assert officer.get(where, **options).status_code == 404
        assert officer.post(where, sent(mark, version=1), **options).status_code == 404
