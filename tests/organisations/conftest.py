"""The body whose people most of these tests are about, and who looks after them."""

import pytest
from django.test import Client
from django.urls import reverse

from organisations.roles import Role
from tests import factories


@pytest.fixture
def body(db):
    return factories.organisation("Northshire Council")


@pytest.fixture
def administrator(body):
    return factories.person(
        "Una Ward", role=Role.ADMINISTRATOR, email="una@northshire.example", password=factories.PASSWORD
    )


@pytest.fixture
def strict():
    """A browser that is held to its tokens, as a real one is."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def path(body):
    return reverse("organisations:add_person", args=[body])
