"""One cell saved, what then stands, and what was wrong: short words for the tests of this room."""

import pytest

from appraisal.selectors import snapshots
from appraisal.services import scoring
from organisations.errors import Invalid
from tests import factories


def save(appraisal_id, actor=None, option="stay", line="reach", minutes=1, **cell):
    wanted = {"state": "scored", "score": "4", "rationale": "Because.", "version": 0, **cell}
    return scoring.save_cell(
        actor=actor,
        at=factories.at(minutes),
        appraisal_id=appraisal_id,
        option=option,
        sub_criterion=line,
        **wanted,
    )


def stored(appraisal_id, option="stay", line="reach"):
    return snapshots.snapshot(appraisal_id).cell_at.get((option, line))


def problems(call, *args, **kwargs):
    with pytest.raises(Invalid) as refusal:
        call(*args, **kwargs)
    return [(problem.path, problem.message) for problem in refusal.value.problems]
