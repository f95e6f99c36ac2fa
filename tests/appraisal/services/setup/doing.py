"""One service of the set-up asked, and what then stands: short words for the tests of this room."""

import pytest

from appraisal.core.snapshot import from_dict, to_dict
from appraisal.selectors import setup as selectors
from appraisal.selectors import snapshots
from organisations.errors import Invalid, Refused, Stale
from organisations.selectors import history
from tests import factories


def do(service, appraisal_id, actor=None, minutes=1, **arguments):
    """What a service gives, asked by the command line unless `actor` is given."""
    return service(actor=actor, at=factories.at(minutes), appraisal_id=appraisal_id, **arguments)


def now(appraisal_id):
    """What stands, which is always what a file could say."""
    found = snapshots.snapshot(appraisal_id)
    assert from_dict(to_dict(found)) == found
    return found


def state(appraisal_id):
    return selectors.setup_state(appraisal_id)


def problems(service, appraisal_id, **arguments):
    """What a service finds wrong, as (path, message)."""
    before = snapshots.live(appraisal_id)
    with pytest.raises(Invalid) as refusal:
        do(service, appraisal_id, **arguments)
    assert snapshots.live(appraisal_id) == before
    return [(problem.path, problem.message) for problem in refusal.value.problems]


def paths(service, appraisal_id, **arguments):
    return [path for path, _ in problems(service, appraisal_id, **arguments)]


def refusal(service, appraisal_id, actor=None, **arguments):
    """The words with which a service refuses."""
    before = snapshots.live(appraisal_id)
    with pytest.raises(Refused) as refused:
        do(service, appraisal_id, actor, **arguments)
    assert snapshots.live(appraisal_id) == before
    return refused.value.reason


def stale(service, appraisal_id, **arguments):
    """What a service says stands, where somebody saved it since."""
    before = snapshots.live(appraisal_id)
    with pytest.raises(Stale) as conflict:
        do(service, appraisal_id, **arguments)
    assert snapshots.live(appraisal_id) == before
    return conflict.value.current


def last(appraisal_id):
    """The last event of the history."""
    return history(appraisal_id, limit=1)[0]
