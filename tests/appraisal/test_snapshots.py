"""Snapshot -> rows -> Snapshot is the identity, in few queries."""

import pytest

from appraisal.core.snapshot import canonical_json
from appraisal.selectors import snapshots
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["somerset-2017", "cornwall-2018"])
def test_what_a_real_file_holds_comes_back_equal(name):
    snapshot = factories.fixture(name)
    found = snapshots.snapshot(factories.stored(snapshot))
    assert found == snapshot
    assert canonical_json(found) == canonical_json(snapshot)
