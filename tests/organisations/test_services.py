"""Changes to people and bodies: who may, what is stored, and the event each leaves."""

import inspect
import threading

import pytest
from django.db import IntegrityError, connection, transaction

from organisations import selectors, services
from organisations.errors import Invalid, Missing, Refused
from organisations.roles import Role
from organisations.services import signing_in
from tests import factories

BODY = "Northshire Council"
PUBLIC = [
    found
    for module in (services, signing_in)
    for name, found in inspect.getmembers(module, inspect.isfunction)
    if not name.startswith("_") and found.__module__ == module.__name__
]


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
    "set_password": {"password": "an even longer password"},
    "set_sign_in": {"email": "ben@northshire.example", "is_open": False},
}


def change(service, body, user):
    """The service called with what it takes, by the command line."""
    own = {"organisation_id": body, "user_id": user.pk, "user": user}
    taken = inspect.signature(service).parameters
    given = {**{name: value for name, value in own.items() if name in taken}, **CHANGES[service.__name__]}
    return service(actor=None, at=factories.at(), **given)


@pytest.mark.parametrize("service", PUBLIC, ids=lambda service: service.__name__)
def test_every_service_is_whole_or_not_at_all(body, monkeypatch, service):
    member = factories.person("Ben Hale", role=Role.PANEL_MEMBER, email="ben@northshire.example")
    before = everything()
    monkeypatch.setattr("organisations.audit.AuditEvent.objects.create", lambda **_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        change(service, body, member)
    assert everything() == before


@pytest.mark.parametrize("service", PUBLIC, ids=lambda service: service.__name__)
def test_every_service_leaves_an_event(body, service):
    member = factories.person("Ben Hale", role=Role.PANEL_MEMBER, email="ben@northshire.example")
    before = count("organisations_auditevent")
    change(service, body, member)
    assert count("organisations_auditevent") > before


def everything():
    counts = [count(f"organisations_{table}") for table in ("organisation", "auditevent")]
    return counts + memberships() + sign_ins()


def count(table):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return cursor.fetchone()[0]


def memberships():
    return rows("SELECT user_id, organisation_id, role FROM organisations_membership ORDER BY 1, 2, 3")


def sign_ins():
    return rows("SELECT email, password, is_active FROM organisations_user ORDER BY 1")


def rows(query):
    with connection.cursor() as cursor:
        cursor.execute(query)
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


def test_nobody_sets_the_password_of_another_or_closes_a_sign_in_from_a_page(administrator):
    member = factories.person("Ben Hale", email="ben@northshire.example")
    own = {"actor": administrator, "at": factories.at()}
    with pytest.raises(Refused, match="People set their passwords themselves"):
        signing_in.set_password(**own, user=member, password="an even longer password")
    with pytest.raises(Refused, match="by whoever runs this site"):
        signing_in.set_sign_in(**own, email=member.email, is_open=False)


def test_the_database_refuses_an_address_in_capitals(db):
    user = factories.person()
    user.email = "ADA@northshire.example"
    with pytest.raises(IntegrityError), transaction.atomic():
        user.save()


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
