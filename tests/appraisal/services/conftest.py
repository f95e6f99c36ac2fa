"""What most tests of a service begin from."""

import pytest

from tests import factories


@pytest.fixture
def appraisal_id(db):
    """A small appraisal in scoring, with nothing scored."""
    return factories.appraisal()


@pytest.fixture
def officer(appraisal_id):
    """A commissioning officer of the council that leads it."""
    return factories.lead_officer()
