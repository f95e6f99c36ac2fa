"""Changes to people and bodies: who may, what is stored, and the event each leaves."""

import inspect
import threading
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from organisations import selectors, services
from organisations.errors import Invalid, Missing, Refused
from organisations.roles import Role
from tests import factories

BODY = "Northshire Council"
PUBLIC = [
    found
    for name, found in inspect.getmembers(services, inspect.isfunction)
    if not name.startswith("_") and found.__module__ == services.__name__
]


@pytest.fixture
def body(db):
    return factories.organisation(BODY)


@pytest.fixture
def administrator(body):
    return factories.person("Una Ward", role=Role.ADMINISTRATOR)


def roles(user, body):
    return [held.role for held in selectors.roles_in(user, [body])]


def actions(scope):
    return [change.action for change in selectors.history(scope)]


def paths(error):
    return [problem.path for problem in error.value.problems]


@pytest.mark.parametrize("service", PUBLIC, ids=lambda service: service.__name__)
def test_every_service_takes_only_keywords_the_actor_and_the_moment_first(service):
    parameters = inspect.signature(service).parameters.values()
    assert [parameter.name for parameter in parameters][:2] == ["actor", "at"]
    assert {parameter.kind for parameter in parameters} == {inspect.Parameter.KEYWORD_ONLY}


CHANGES = {
    "create_organisation": {"name": "Southshire Council", "kind": "council"},
    "find_or_create_organisation": {"name": "Southshire Council", "kind": "council"},
    "create_person": {"email": "new@southshire.example", "name": "Nia Lowe"},
    "add_person": {"email": "new@southshire.example", "name": "Nia Lowe", "roles": ["assessor"]},
    "add_membership": {"role": "assessor"},
    "change_roles": {"roles": ["finance_lead"]},
    "remove_membership": {},
}


def change(service, body, user):
    """The service called with what it takes, by the command line."""
    own = {"organisation_id": body, "user_id": user.pk}
    taken = inspect.signature(service).parameters
    given = {**{name: value for name, value in own.items() if name in taken}, **CHANGES[service.__name__]}
    return service(actor=None, at=factories.at(), **given)


@pytest.mark.parametrize("service", PUBLIC, ids=lambda service: service.__name__)
def test_every_service_is_whole_or_not_at_all(body, monkeypatch, service):
    member = factories.person("Ben Hale", role=Role.PANEL_MEMBER)
    before = everything()
    monkeypatch.setattr("organisations.audit.AuditEvent.objects.create", lambda **_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        change(service, body, member)
    assert everything() == before


@pytest.mark.parametrize("service", PUBLIC, ids=lambda service: service.__name__)
def test_every_service_leaves_an_event(body, service):
    member = factories.person("Ben Hale", role=Role.PANEL_MEMBER)
    before = count("organisations_auditevent")
    change(service, body, member)
    assert count("organisations_auditevent") > before


def everything():
    return [
        count(f"organisations_{table}") for table in ("user", "organisation", "auditevent")
    ] + memberships()


def count(table):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return cursor.fetchone()[0]


def memberships():
    with connection.cursor() as cursor:
        cursor.execute("SELECT user_id, organisation_id, role FROM organisations_membership ORDER BY 1, 2, 3")
        return cursor.fetchall()


# --- Bodies ---------------------------------------------------------------------------------------


def test_a_body_is_started_from_the_command_line(db):
    body = services.create_organisation(
        actor=None, at=factories.at(), name="Northshire Health Trust", short_name="The Trust", kind="nhs"
    )
    assert selectors.names_of([body]) == {body: "Northshire Health Trust"}
    assert selectors.organisation_id_named("Northshire Health Trust") == body
    (event,) = selectors.history(body)
    assert (event.action, event.actor) == ("organisation created", "command line")
    assert event.after == {"name": "Northshire Health Trust", "short_name": "The Trust", "kind": "nhs"}


def test_no_two_bodies_have_one_name(body):
    with pytest.raises(Invalid, match='There is an organisation named "Northshire Council" already'):
        services.create_organisation(actor=None, at=factories.at(), name=BODY, kind="nhs")


def test_nobody_starts_a_body_from_a_page(administrator):
    with pytest.raises(Refused, match="create_organisation"):
        services.create_organisation(actor=administrator, at=factories.at(), name="Another", kind="other")


def test_every_problem_of_a_body_is_named_at_once(db):
    with pytest.raises(Invalid) as invalid:
        services.create_organisation(
            actor=None, at=factories.at(), name="", short_name="x" * 301, kind="parish"
        )
    assert paths(invalid) == ["short_name", "name", "kind"]


def test_a_body_is_found_by_its_exact_name_and_stays_as_it_is(body):
    found = services.find_or_create_organisation(
        actor=None, at=factories.at(), name=BODY, short_name="NC", kind="other"
    )
    other = services.find_or_create_organisation(
        actor=None, at=factories.at(), name=BODY.upper(), kind="other"
    )
    assert found == body
    assert other != body
    assert actions(body) == ["organisation created"]


def test_a_body_that_is_not_there_is_named_with_those_that_are(body):
    with pytest.raises(Missing, match=r'named "Northshire"\. There are: Northshire Council\.'):
        selectors.organisation_id_named("Northshire")


# --- People ---------------------------------------------------------------------------------------


def test_a_person_is_created_in_no_body(db):
    user = services.create_person(
        actor=None,
        at=factories.at(),
        email="Ada.Reed@Northshire.Example",
        name="Ada Reed",
        password="open sesame 1",
    )
    assert user.email == "ada.reed@northshire.example"
    assert user.check_password("open sesame 1")
    assert selectors.bodies_of(user) == ()
    (event,) = selectors.history(user.pk)
    assert event.after == {"email": "ada.reed@northshire.example", "name": "Ada Reed"}


def test_a_person_without_a_password_cannot_sign_in_yet(db):
    user = services.create_person(actor=None, at=factories.at(), email="a@b.example", name="Ada Reed")
    assert not user.has_usable_password()


def test_every_problem_of_a_person_is_named_at_once(db):
    with pytest.raises(Invalid) as invalid:
        services.create_person(actor=None, at=factories.at(), email="ada", name="", password="short")
    assert paths(invalid) == ["email", "name", "password"]


@pytest.mark.parametrize("email", ["", "ada@", f"{'a' * 250}@northshire.example"])
def test_what_is_no_address_is_refused(db, email):
    with pytest.raises(Invalid, match="Enter an e-mail address"):
        services.create_person(actor=None, at=factories.at(), email=email, name="Ada Reed")


def test_one_address_is_one_person_however_it_is_written(db):
    factories.person(email="ada@northshire.example")
    with pytest.raises(Invalid, match="signs in with ada@northshire"):
        services.create_person(actor=None, at=factories.at(), email="ADA@northshire.example", name="Ada Reed")


def test_nobody_creates_a_person_of_no_body_from_a_page(administrator):
    with pytest.raises(Refused, match="People page"):
        services.create_person(actor=administrator, at=factories.at(), email="a@b.example", name="Ada")


def test_the_database_refuses_an_address_in_capitals(db):
    user = factories.person()
    user.email = "ADA@northshire.example"
    with pytest.raises(IntegrityError), transaction.atomic():
        user.save()


# --- Memberships ----------------------------------------------------------------------------------


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


CHANGERS = ["add_person", "add_membership", "change_roles", "remove_membership"]


@pytest.mark.parametrize("name", CHANGERS)
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


@pytest.mark.parametrize("name", CHANGERS)
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


def test_two_imports_at_the_same_moment_start_one_body(transactional_db):
    ready, found = threading.Barrier(4), []

    def start():
        ready.wait()
        try:
            found.append(factories.organisation("Southshire Council"))
        finally:
            connection.close()

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert len(set(found)) == 1
    assert actions(found[0]) == ["organisation created"]
