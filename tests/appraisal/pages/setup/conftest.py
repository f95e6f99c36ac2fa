"""Somebody who sets up, and somebody who only reads, each with a browser without scripts."""

import pytest

from organisations.roles import Role
from tests import factories
from tests.appraisal.pages.asking import client_of


@pytest.fixture
def appraisal_id(db):
    """A small appraisal that is being set up."""
    return factories.appraisal(stage="set-up")


@pytest.fixture
def officer(appraisal_id):
    return client_of(factories.lead_officer())


@pytest.fixture
def other_officer(appraisal_id):
    return client_of(factories.person("Ben Yu", role=Role.LEAD_OFFICER))


@pytest.fixture
def reader(appraisal_id):
    return client_of(factories.person("Cy Poe", role=Role.PANEL_MEMBER))
