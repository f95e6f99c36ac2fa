"""The People page of a body, and one's own account."""

import re
import smtplib

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from organisations import selectors
from organisations.roles import Role
from organisations.services.signing_in import set_sign_in
from tests import factories

BODY = "Northshire Council"


@pytest.fixture
def signed_in(client, administrator):
    client.force_login(administrator)
    return client


def url(name, *args):
    return reverse(f"organisations:{name}", args=args)


def text(response):
    return response.content.decode()


def roles(user, body):
    return {held.role for held in selectors.roles_in(user, [body])}


def add(client, body, **changes):
    form = {"email": "nia@northshire.example", "name": "Nia Lowe", "roles": ["assessor"], **changes}
    return client.post(url("add_person", body), form, follow=True)


def test_the_page_lists_the_people_with_their_roles_and_what_was_changed(signed_in, body):
    factories.person("Ben Hale", role=[Role.LEAD_OFFICER, Role.PANEL_MEMBER])
    shown = text(signed_in.get(url("people", body)))
    assert "2 people" in shown
    assert "Commissioning officer, Panel member" in shown
    assert "Never signed in: no password set yet" in shown
    assert "Person added: Ben Hale (Commissioning officer)" in shown
    assert "Command line" in shown


def test_the_page_takes_as_many_queries_for_many_people_as_for_one(
    signed_in, body, django_assert_num_queries
):
    signed_in.get(url("people", body))
    with django_assert_num_queries(6):  # session, person, bodies, people, history, header
        signed_in.get(url("people", body))
    for name in ("Ben Hale", "Cy Moss", "Di Penn"):
        factories.person(name, role=Role.ASSESSOR)
    with django_assert_num_queries(6):
        signed_in.get(url("people", body))


def test_somebody_new_gets_a_mail_with_a_link_that_sets_a_password(signed_in, body):
    response = add(signed_in, body)
    assert "Nia Lowe now belongs to Northshire Council. A link to set a password went to" in text(response)
    (message,) = mail.outbox
    assert message.to == ["nia@northshire.example"]
    assert message.subject == "You were added to Northshire Council on Weighbridge"
    link = re.search(r"http://testserver(/password/\S+)", message.body).group(1)
    assert link not in text(response)
    visitor = Client()
    form = visitor.get(link, follow=True)
    new = {"password1": factories.PASSWORD, "password2": factories.PASSWORD}
    visitor.post(form.request["PATH_INFO"], new)
    visitor.post(
        reverse("account_login"), {"login": "nia@northshire.example", "password": factories.PASSWORD}
    )
    assert "Assessor" in text(visitor.get(url("account")))


@pytest.mark.parametrize("backend", ["console", "dummy"])
def test_where_the_site_sends_no_mail_the_link_is_shown_once(signed_in, body, settings, backend):
    settings.EMAIL_BACKEND = f"django.core.mail.backends.{backend}.EmailBackend"
    link = re.search(r"http://testserver/password/[^<]+", text(add(signed_in, body))).group()
    assert "Set your password" in text(Client().get(link, follow=True))
    assert "http://testserver/password/" not in text(signed_in.get(url("people", body)))


def test_where_the_mail_server_does_not_answer_the_link_is_shown(signed_in, body, monkeypatch):
    def broken(*_):
        raise smtplib.SMTPServerDisconnected

    monkeypatch.setattr("django.core.mail.message.EmailMessage.send", broken)
    assert "http://testserver/password/" in text(add(signed_in, body))


def test_no_link_is_ever_made_for_somebody_who_was_here_already(signed_in, body, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    factories.person("Ben Hale", email="ben@northshire.example")
    response = add(signed_in, body, email="ben@northshire.example", name="")
    assert "Ben Hale now belongs to Northshire Council and signs in as before." in text(response)
    assert "/password/" not in text(response)
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"email": ""}, "Enter an e-mail address."),
        ({"email": "nia"}, "Enter an e-mail address, like name@example.gov.uk."),
        ({"name": ""}, "Enter the person&#x27;s name"),
        ({"name": "x" * 301}, "Shorten it to 300."),
        ({"roles": []}, "Choose at least one role."),
        ({"roles": ["chair"]}, "Select a valid choice."),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_stored(signed_in, body, changes, says):
    response = add(signed_in, body, **changes)
    assert says in text(response)
    assert "There is a problem" in text(response)
    assert "Error: Add a person" in text(response)
    assert len(selectors.people_of(body)) == 1


def test_a_name_is_cleaned_before_it_is_stored(signed_in, body):
    add(signed_in, body, name="  Nia \u202e Lowe\u200b ")
    assert "Nia Lowe" in [person.name for person in selectors.people_of(body)]


def test_somebody_of_the_body_is_not_added_twice(signed_in, body):
    factories.person("Ben Hale", role=Role.PANEL_MEMBER, email="ben@northshire.example")
    response = add(signed_in, body, email="ben@northshire.example")
    assert "Ben Hale belongs to Northshire Council already. Change their roles instead." in text(response)


def test_roles_are_changed(signed_in, body):
    member = factories.person("Ben Hale", role=Role.PANEL_MEMBER)
    form = text(signed_in.get(url("change_roles", body, member.pk)))
    assert re.findall(r'value="(\w+)"[^>]* checked', form) == ["panel_member"]
    response = signed_in.post(
        url("change_roles", body, member.pk), {"roles": ["assessor", "finance_lead"]}, follow=True
    )
    assert "Ben Hale&#x27;s roles in Northshire Council were changed." in text(response)
    assert roles(member, body) == {Role.ASSESSOR, Role.FINANCE_LEAD}
    assert "Roles changed: Ben Hale (Panel member → Assessor, Finance lead)" in text(response)


def test_somebody_is_removed_after_a_page_that_asks(signed_in, body):
    member = factories.person("Ben Hale", role=Role.PANEL_MEMBER)
    question = signed_in.get(url("remove_person", body, member.pk))
    assert "Remove Ben Hale?" in re.sub(r"\s+", " ", text(question))
    assert roles(member, body) == {Role.PANEL_MEMBER}
    response = signed_in.post(url("remove_person", body, member.pk), follow=True)
    assert "Ben Hale was removed from Northshire Council." in text(response)
    assert roles(member, body) == set()
    again = signed_in.post(url("remove_person", body, member.pk), follow=True)  # the form sent twice
    assert "There is no such person in this body. Perhaps somebody removed them already." in text(again)
    assert again.redirect_chain == [(url("people", body), 302)]


def test_the_only_administrator_is_told_why_they_stay(signed_in, body, administrator):
    says = "Una Ward is the only administrator of Northshire Council."
    for name in ("remove_person", "change_roles"):
        assert says in text(signed_in.get(url(name, body, administrator.pk)))
    refused = signed_in.post(url("change_roles", body, administrator.pk), {"roles": ["assessor"]})
    assert says in text(refused)
    refused = signed_in.post(url("remove_person", body, administrator.pk), follow=True)
    assert says in text(refused)
    assert roles(administrator, body) == {Role.ADMINISTRATOR}


def test_giving_up_the_own_role_is_asked_once_more(signed_in, body, administrator):
    factories.person("Ben Hale", role=Role.ADMINISTRATOR)
    question = signed_in.post(url("change_roles", body, administrator.pk), {"roles": ["assessor"]})
    assert "Give up being an administrator?" in text(question)
    assert roles(administrator, body) == {Role.ADMINISTRATOR}
    sent = dict(re.findall(r'type="hidden" name="(roles|confirmed)" value="(\w+)"', text(question)))
    response = signed_in.post(url("change_roles", body, administrator.pk), sent, follow=True)
    assert response.redirect_chain == [(url("account"), 302)]
    assert roles(administrator, body) == {Role.ASSESSOR}


def test_removing_oneself_says_what_is_lost_and_leads_to_the_account(signed_in, body, administrator):
    factories.person("Ben Hale", role=Role.ADMINISTRATOR)
    assert "You would no longer see the appraisals of Northshire Council" in text(
        signed_in.get(url("remove_person", body, administrator.pk))
    )
    response = signed_in.post(url("remove_person", body, administrator.pk), follow=True)
    assert response.redirect_chain == [(url("account"), 302)]
    assert "You belong to no body" in text(response)


def test_a_sign_in_that_was_closed_is_said(signed_in, body):
    factories.person("Ben Hale", role=Role.ASSESSOR, email="ben@northshire.example")
    set_sign_in(actor=None, at=factories.at(), email="ben@northshire.example", is_open=False)
    assert "Sign-in closed" in text(signed_in.get(url("people", body)))


def test_markup_in_a_name_stays_text(signed_in, body):
    add(signed_in, body, name="<script>alert(1)</script>")
    shown = text(signed_in.get(url("people", body)))
    assert "<script>alert(1)" not in shown
    assert "&lt;script&gt;alert(1)" in shown


def test_the_account_page_says_who_one_is_and_what_each_role_may_do(client, body):
    factories.organisation("Northshire Health Trust", kind="nhs")
    user = factories.person("Una Ward", role=Role.ADMINISTRATOR, email="una@northshire.example")
    factories.give_role(user, Role.PANEL_MEMBER, "Northshire Health Trust")
    client.force_login(user)
    shown = text(client.get(url("account")))
    for part in (
        "Una Ward",
        "una@northshire.example",
        "Northshire Health Trust",
        Role.PANEL_MEMBER.description,
    ):
        assert part in shown
    assert url("people", body) in shown
    assert shown.count("/people/") == 1  # only where they may change people
