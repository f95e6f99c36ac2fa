"""Who people are and for which body, as values, in a fixed number of queries."""

from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from organisations import context, selectors
from organisations.errors import Missing, Refused
from organisations.roles import BodyKind, Role
from tests import factories


@pytest.fixture
def officer(db):
    """A commissioning officer of two bodies, who also looks after the people of one."""
    user = factories.person("Ada Reed", role=[Role.ADMINISTRATOR, Role.LEAD_OFFICER])
    factories.organisation("Northshire Health Trust", kind="nhs", short_name="The Trust")
    factories.give_role(user, Role.LEAD_OFFICER, "Northshire Health Trust")
    return user


def test_bodies_come_by_name_each_with_its_roles_in_order(officer, django_assert_num_queries):
    with django_assert_num_queries(1):
        council, trust = selectors.bodies_of(officer)
    assert (council.name, council.called, council.kind) == (
        "Northshire Council",
        "Northshire Council",
        BodyKind.COUNCIL,
    )
    assert council.roles == (Role.LEAD_OFFICER, Role.ADMINISTRATOR)
    assert (trust.called, trust.kind, trust.roles) == ("The Trust", BodyKind.NHS, (Role.LEAD_OFFICER,))


def test_roles_are_those_in_the_bodies_asked_about(officer, django_assert_num_queries):
    trust = selectors.organisation_id_named("Northshire Health Trust")
    with django_assert_num_queries(1):
        held = selectors.roles_in(officer, [trust, uuid4()])
    assert held == ((trust, Role.LEAD_OFFICER),)


def test_nobody_who_is_not_signed_in_has_a_body(db):
    assert selectors.organisation_ids_of(AnonymousUser()) == frozenset()


def test_only_somebody_signed_in_acts(officer):
    assert selectors.signed_in(officer) == officer
    with pytest.raises(Refused, match="Sign in first"):
        selectors.signed_in(AnonymousUser())


def test_the_people_of_a_body_come_by_name_in_one_query(officer, django_assert_num_queries):
    factories.person("Zoe Abel", role=Role.ASSESSOR, password=factories.PASSWORD)
    factories.person("Bo Lund", role=[Role.PANEL_MEMBER, Role.ASSESSOR])
    body = selectors.organisation_id_named("Northshire Council")
    with django_assert_num_queries(1):
        people = selectors.people_of(body)
    assert [(person.name, person.roles, person.can_sign_in) for person in people] == [
        ("Ada Reed", (Role.LEAD_OFFICER, Role.ADMINISTRATOR), False),
        ("Bo Lund", (Role.ASSESSOR, Role.PANEL_MEMBER), False),
        ("Zoe Abel", (Role.ASSESSOR,), True),
    ]


def test_a_body_is_managed_by_its_administrators_only(officer):
    council, trust = selectors.bodies_of(officer)
    assert selectors.managed_body(officer, council.id) == council
    with pytest.raises(Refused, match="You are Commissioning officer there"):
        selectors.managed_body(officer, trust.id)
    with pytest.raises(Missing):
        selectors.managed_body(officer, factories.organisation("Southshire Council"))
    with pytest.raises(Missing):
        selectors.managed_body(officer, uuid4())


def test_somebody_of_another_body_is_not_found_in_this_one(officer):
    council, trust = selectors.bodies_of(officer)
    other = factories.person("Bo Lund", role=Role.ASSESSOR, body="Northshire Health Trust")
    assert selectors.person_of(trust.id, other.pk).name == "Bo Lund"
    with pytest.raises(Missing):
        selectors.person_of(council.id, other.pk)


# --- The header -----------------------------------------------------------------------------------


def header(user):
    request = RequestFactory().get("/")
    request.user = user
    said = context.header(request)
    return str(said["header_body"]), str(said["header_roles"])


def test_the_header_names_the_body_and_the_role(db):
    factories.organisation(short_name="Northshire")
    assert header(factories.lead_officer()) == ("Northshire", "Commissioning officer")


def test_the_header_names_two_bodies_with_the_role_they_share(db):
    user = factories.lead_officer()
    factories.give_role(user, Role.LEAD_OFFICER, "Southshire Council")
    assert header(user) == ("Northshire Council and Southshire Council", "Commissioning officer")


def test_the_header_names_no_role_that_is_not_held_everywhere(officer):
    assert header(officer) == ("Northshire Council and The Trust", "")


def test_the_header_counts_many_bodies(officer):
    factories.give_role(officer, Role.ASSESSOR, "Southshire Council")
    assert header(officer) == ("3 bodies", "")


def test_the_header_is_empty_for_nobody_and_for_somebody_of_no_body(db):
    assert header(AnonymousUser()) == ("", "")
    assert header(factories.person()) == ("", "")


def test_the_header_asks_once_where_it_is_shown_and_never_where_it_is_not(officer, django_assert_num_queries):
    request = RequestFactory().get("/")
    request.user = officer
    with django_assert_num_queries(0):
        said = context.header(request)
    with django_assert_num_queries(1):
        assert bool(said["header_body"])
        assert not str(said["header_roles"])
        assert str(said["header_body"])


def test_the_header_stands_a_request_that_was_refused_before_anybody_was_looked_up(db):
    said = context.header(RequestFactory().get("/"))
    assert str(said["header_body"]) == ""
