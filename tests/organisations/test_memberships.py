"""Who belongs to a body, and as what: who may change it, what is stored, and the event each change leaves."""

import threading
from uuid import uuid4

import pytest
from django.db import connection

from organisations import selectors, services
from organisations.errors import Invalid, Missing, Refused
from organisations.roles import Role
from tests import factories

BODY = "Northshire Council"


def roles(user, body):
    return [held.role for held in selectors.roles_in(user, [body])]


def actions(scope):
    return [change.action for change in selectors.history(scope)]


def test_an_administrator_adds_somebody_new(body, administrator):
    added = services.add_person(
        actor=administrator,
        at=factories.at(),
        organisation_id=body,
        email="nia@northshire.example",
        name="Nia Lowe",
        roles=["administrator", "assessor"],
    )
    assert added.created
    assert not added.user.has_usable_password()
    assert roles(added.user, body) == [Role.ASSESSOR, Role.ADMINISTRATOR]
    newest = selectors.history(body)[0]
    assert (newest.actor, newest.action, newest.subject) == ("Una Ward", "person added", "Nia Lowe")
    assert newest.before is None
    assert newest.after == {"person": str(added.user.pk), "roles": ["assessor", "administrator"]}
    assert actions(added.user.pk) == ["person created"]


def test_no_administrator_sets_somebody_elses_password(body, administrator):
    given = {"organisation_id": body, "email": "nia@northshire.example", "name": "Nia", "roles": ["assessor"]}
    with pytest.raises(Refused, match="People set their passwords themselves"):
        services.add_person(actor=administrator, at=factories.at(), password=factories.PASSWORD, **given)
    assert selectors.person_with("nia@northshire.example") is None


def test_somebody_known_keeps_their_own_name_and_password(body, administrator):
    known = factories.person("Ben Hale", email="ben@northshire.example", password=factories.PASSWORD)
    added = services.add_person(
        actor=administrator,
        at=factories.at(),
        organisation_id=body,
        email="BEN@northshire.example",
        name="Somebody Else",
        roles=["assessor"],
    )
    assert (added.created, added.user.pk, added.user.name) == (False, known.pk, "Ben Hale")
    assert added.user.check_password(factories.PASSWORD)


def test_a_form_sent_twice_adds_a_person_once(body, administrator):
    given = {
        "organisation_id": body,
        "email": "nia@northshire.example",
        "name": "Nia Lowe",
        "roles": ["assessor"],
    }
    first = services.add_person(actor=administrator, at=factories.at(1), **given)
    second = services.add_person(actor=administrator, at=factories.at(2), **given)
    assert (second.created, second.user.pk) == (False, first.user.pk)
    assert actions(body).count("person added") == 2  # the administrator, and Nia once


def test_somebody_of_the_body_is_not_added_again_with_other_roles(body, administrator):
    member = factories.person("Ben Hale", role=Role.PANEL_MEMBER)
    with pytest.raises(Invalid, match="Change their roles instead"):
        services.add_person(
            actor=administrator,
            at=factories.at(),
            organisation_id=body,
            email=member.email,
            name="",
            roles=["assessor"],
        )
    assert roles(member, body) == [Role.PANEL_MEMBER]


def test_roles_add_up_and_one_that_is_held_changes_nothing(body):
    member = factories.person("Ben Hale", role=Role.PANEL_MEMBER)
    for minute, role in enumerate(["assessor", "assessor", "panel_member"]):
        services.add_membership(
            actor=None, at=factories.at(minute), organisation_id=body, user_id=member.pk, role=role
        )
    assert sorted(roles(member, body)) == [Role.ASSESSOR, Role.PANEL_MEMBER]
    assert actions(body)[:2] == ["roles changed", "person added"]


def test_roles_are_changed_to_exactly_what_was_chosen(body, administrator):
    member = factories.person("Ben Hale", role=[Role.PANEL_MEMBER, Role.ASSESSOR])
    services.change_roles(
        actor=administrator,
        at=factories.at(),
        organisation_id=body,
        user_id=member.pk,
        roles=["assessor", "finance_lead"],
    )
    assert sorted(roles(member, body)) == [Role.ASSESSOR, Role.FINANCE_LEAD]
    newest = selectors.history(body)[0]
    assert newest.before["roles"] == ["assessor", "panel_member"]
    assert newest.after["roles"] == ["assessor", "finance_lead"]


def test_the_same_roles_again_leave_no_event(body, administrator):
    before = len(selectors.history(body))
    services.change_roles(
        actor=administrator,
        at=factories.at(),
        organisation_id=body,
        user_id=administrator.pk,
        roles=["administrator"],
    )
    assert len(selectors.history(body)) == before


@pytest.mark.parametrize(
    ("chosen", "says"), [([], "Choose at least one role"), (["chair"], "'chair' is not a valid")]
)
def test_roles_that_are_none_are_refused(body, administrator, chosen, says):
    with pytest.raises(Invalid, match=says):
        services.change_roles(
            actor=None, at=factories.at(), organisation_id=body, user_id=administrator.pk, roles=chosen
        )


def test_a_removed_person_keeps_their_sign_in_and_roles_elsewhere(body, administrator):
    member = factories.person("Ben Hale", role=[Role.PANEL_MEMBER, Role.ASSESSOR])
    elsewhere = factories.organisation("Southshire Council")
    factories.give_role(member, Role.ASSESSOR, "Southshire Council")
    services.remove_membership(
        actor=administrator, at=factories.at(), organisation_id=body, user_id=member.pk
    )
    assert selectors.organisation_ids_of(member) == {elsewhere}
    newest = selectors.history(body)[0]
    assert (newest.action, newest.after) == ("person removed", None)
    assert newest.before["roles"] == ["assessor", "panel_member"]


def test_the_only_administrator_stays_one(body, administrator):
    factories.person("Ben Hale", role=Role.ASSESSOR)
    known = {"at": factories.at(), "organisation_id": body, "user_id": administrator.pk}
    for actor in (administrator, None):
        with pytest.raises(Refused, match="Una Ward is the only administrator of Northshire Council"):
            services.remove_membership(actor=actor, **known)
        with pytest.raises(Refused, match="Make somebody else an administrator first"):
            services.change_roles(actor=actor, roles=["assessor"], **known)
    assert roles(administrator, body) == [Role.ADMINISTRATOR]


def test_one_of_two_administrators_may_go(body, administrator):
    factories.person("Ben Hale", role=Role.ADMINISTRATOR)
    services.remove_membership(
        actor=administrator, at=factories.at(), organisation_id=body, user_id=administrator.pk
    )
    assert roles(administrator, body) == []


def test_a_body_that_never_had_an_administrator_loses_people_all_the_same(body):
    member = factories.person("Ben Hale", role=Role.ASSESSOR)
    services.remove_membership(actor=None, at=factories.at(), organisation_id=body, user_id=member.pk)
    assert selectors.people_of(body) == ()


CHANGES = {
    "add_person": {"email": "new@southshire.example", "name": "Nia Lowe", "roles": ["assessor"]},
    "add_membership": {"role": "assessor"},
    "change_roles": {"roles": ["finance_lead"]},
    "remove_membership": {},
}


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("role", [None, *[role for role in Role if role is not Role.ADMINISTRATOR]])
def test_only_an_administrator_of_the_body_changes_its_people(body, name, role):
    member = factories.person("Ben Hale", role=Role.PANEL_MEMBER)
    actor = factories.person("Cy Moss", role=role)
    factories.give_role(actor, Role.ADMINISTRATOR, "Southshire Council")  # an administrator, but elsewhere
    service = getattr(services, name)
    given = {"organisation_id": body, **CHANGES[name]}
    if name != "add_person":
        given["user_id"] = member.pk
    with pytest.raises(Refused, match="Only an administrator of Northshire Council"):
        service(actor=actor, at=factories.at(), **given)
    assert roles(member, body) == [Role.PANEL_MEMBER]


@pytest.mark.parametrize("name", CHANGES)
def test_a_body_that_does_not_exist_is_missing(db, name):
    member = factories.person("Ben Hale")
    given = {"organisation_id": uuid4(), **CHANGES[name]}
    if name != "add_person":
        given["user_id"] = member.pk
    with pytest.raises(Missing, match="no such body"):
        getattr(services, name)(actor=None, at=factories.at(), **given)


def test_a_person_who_does_not_exist_is_missing(body):
    with pytest.raises(Missing, match="no such person"):
        services.add_membership(
            actor=None, at=factories.at(), organisation_id=body, user_id=uuid4(), role="assessor"
        )


@pytest.mark.parametrize("name", ["change_roles", "remove_membership"])
def test_somebody_who_was_removed_meanwhile_is_missing(body, name):
    gone = factories.person("Ben Hale")
    with pytest.raises(Missing, match="Perhaps somebody removed them already"):
        getattr(services, name)(
            actor=None, at=factories.at(), organisation_id=body, user_id=gone.pk, **CHANGES[name]
        )


def test_two_administrators_who_leave_at_the_same_moment_leave_one_behind(transactional_db):
    body = factories.organisation(BODY)
    pair = [factories.person(name, role=Role.ADMINISTRATOR) for name in ("Una Ward", "Ben Hale")]
    ready, refusals = threading.Barrier(2), []

    def leave(user):
        ready.wait()
        try:
            services.remove_membership(actor=user, at=factories.at(), organisation_id=body, user_id=user.pk)
        except Refused as refused:
            refusals.append(refused.reason)
        finally:
            connection.close()

    threads = [threading.Thread(target=leave, args=[user]) for user in pair]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refusals) == 1
    assert len(selectors.people_of(body)) == 1
