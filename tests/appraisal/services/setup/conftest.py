"""What most tests of the set-up begin from."""

import pytest

from tests import factories


@pytest.fixture
def appraisal_id(db):
    """A small appraisal in set-up: two groups, three scored lines and one in words, three options."""
    return factories.appraisal(stage="set-up")


@pytest.fixture
def scored_id(db):
    """The same, with every cell filled and gone back to set-up."""
    return factories.complete_appraisal(stage="set-up")


@pytest.fixture
def officer(appraisal_id):
    """A commissioning officer of the council that leads it."""
    return factories.lead_officer()
