"""Every address of this app by every kind of person: signed in or not, of which body, in which role."""

from uuid import UUID

import pytest
from django.urls import reverse

from organisations.roles import Role
from organisations.urls import urlpatterns
from tests import factories

NOBODY = "nobody"
OUTSIDER = "administrator of another body"
PEOPLE = [NOBODY, OUTSIDER, *Role]

OPEN, SIGNED_IN, ADMINISTRATORS = "open", "signed in", "administrators"
# Name: who may open it, and what it answers to them.
ADDRESSES = {
    "account_login": (OPEN, 200),
    "account_logout": (OPEN, 200),
    "account_reset_password": (OPEN, 200),
    "account_reset_password_done": (OPEN, 200),
    "account_reset_password_from_key": (OPEN, 200),
    "account_reset_password_from_key_done": (OPEN, 200),
    "organisations:sign_in_again": (OPEN, 302),
    "account_change_password": (SIGNED_IN, 200),
    "organisations:account": (SIGNED_IN, 200),
    "organisations:people": (ADMINISTRATORS, 200),
    "organisations:add_person": (ADMINISTRATORS, 200),
    "organisations:change_roles": (ADMINISTRATORS, 200),
    "organisations:remove_person": (ADMINISTRATORS, 200),
}
# Signed in already: the sign-in page leads on; signed out already, so does the sign-out page.
LEADS_ON = {("account_login", True), ("account_logout", False)}


def routed():
    for pattern in urlpatterns:
        for inner in getattr(pattern, "url_patterns", [pattern]):
            yield f"organisations:{inner.name}" if inner is not pattern else inner.name


def test_every_address_is_classified():
    assert sorted(routed()) == sorted(ADDRESSES)


@pytest.fixture
def member(body):
    return factories.person("Ben Hale", role=Role.PANEL_MEMBER)


def visitor(kind):
    if kind == NOBODY:
        return None
    if kind == OUTSIDER:
        return factories.person(
            role=Role.ADMINISTRATOR, body="Southshire Council", password=factories.PASSWORD
        )
    return factories.person(role=kind, password=factories.PASSWORD)


def address(name, body, member):
    known = {
        "organisations:people": [body],
        "organisations:add_person": [body],
        "organisations:change_roles": [body, member.pk],
        "organisations:remove_person": [body, member.pk],
    }
    if name == "account_reset_password_from_key":
        return "/password/abc-nonsense/"
    return reverse(name, args=known.get(name, []))


def expected(name, kind):
    who, answer = ADDRESSES[name]
    if (name, kind != NOBODY) in LEADS_ON:
        return 302
    if who == OPEN:
        return answer
    if kind == NOBODY:
        return 302
    if who == SIGNED_IN or kind == Role.ADMINISTRATOR:
        return answer
    return 404 if kind == OUTSIDER else 403


@pytest.mark.parametrize("kind", PEOPLE)
@pytest.mark.parametrize("name", ADDRESSES)
def test_an_address_answers_each_kind_of_person_as_it_should(client, body, member, name, kind):
    user = visitor(kind)
    if user:
        client.force_login(user)
    path = address(name, body, member)
    response = client.get(path)
    assert response.status_code == expected(name, kind)
    if response.status_code == 302 and kind == NOBODY and ADDRESSES[name][0] != OPEN:
        assert response["Location"] == f"{reverse('account_login')}?next={path}"
    if response.status_code == 403:
        assert f"You are {Role(kind).label} there." in response.content.decode()


CHANGES = {
    "organisations:add_person": {
        "email": "nia@northshire.example",
        "name": "Nia Lowe",
        "roles": ["assessor"],
    },
    "organisations:change_roles": {"roles": ["administrator"]},
    "organisations:remove_person": {},
}


@pytest.mark.parametrize("kind", PEOPLE)
@pytest.mark.parametrize("name", CHANGES)
def test_only_an_administrator_of_the_body_changes_anything(client, body, member, name, kind):
    from organisations import selectors

    user = visitor(kind)
    if user:
        client.force_login(user)
    before = selectors.people_of(body)
    response = client.post(address(name, body, member), CHANGES[name])
    if kind == Role.ADMINISTRATOR:
        assert response.status_code == 302
        assert selectors.people_of(body) != before
        return
    assert response.status_code == {NOBODY: 401, OUTSIDER: 404}.get(kind, 403)
    assert selectors.people_of(body) == before


@pytest.mark.parametrize("name", ["people", "add_person"])
def test_a_body_that_does_not_exist_looks_like_somebody_elses(client, body, name):
    client.force_login(visitor(Role.ADMINISTRATOR))
    response = client.get(reverse(f"organisations:{name}", args=[UUID(int=7)]))
    assert response.status_code == 404


def test_a_page_only_listens_to_what_it_is_for(client, body):
    client.force_login(visitor(Role.ADMINISTRATOR))
    assert client.post(reverse("organisations:people", args=[body])).status_code == 405
