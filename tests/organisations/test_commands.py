"""The commands that start a real site: nothing is asked, and what is wrong is said."""

import io
import re
import sys

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from organisations import selectors
from organisations.roles import Role
from tests import factories


def run(name, *options):
    out = io.StringIO()
    call_command(name, *options, stdout=out)
    return out.getvalue()


def start_body(name="Northshire Council", *options):
    return run("create_organisation", "--name", name, "--kind", "council", *options)


def add_person(*options, email="una@northshire.example", name="Una Ward"):
    return run("create_person", "--email", email, "--name", name, *options)


ADMINISTRATOR = ("--organisation", "Northshire Council", "--role", "administrator")


def test_a_body_is_started_and_its_id_printed(db):
    printed = start_body("  Northshire   Council ", "--short-name", "Northshire")
    assert str(selectors.organisation_id_named("Northshire Council")) == printed.strip()


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--name", "Northshire Council", "--kind", "council"], "There is an organisation named"),
        (["--name", " ", "--kind", "council"], "Enter a name."),
        (["--name", "Another", "--kind", "parish"], "invalid choice: 'parish'"),
        (["--name", "Another"], "the following arguments are required: --kind"),
    ],
)
def test_a_body_that_cannot_be_started_is_told_why(db, options, says):
    start_body()
    with pytest.raises(CommandError, match=says):
        run("create_organisation", *options)


def test_the_first_administrator_sets_a_password_by_the_printed_link_and_adds_others(db):
    start_body()
    printed = add_person(*ADMINISTRATOR, "--site", "https://weighbridge.example/")
    assert "Una Ward <una@northshire.example> can sign in." in printed
    path = re.search(r"^https://weighbridge\.example(/password/\S+)$", printed, re.M).group(1)
    client = Client()
    form = client.get(path, follow=True)
    new = {"password1": factories.PASSWORD, "password2": factories.PASSWORD}
    client.post(form.request["PATH_INFO"], new)
    assert client.login(email="una@northshire.example", password=factories.PASSWORD)
    body = selectors.organisation_id_named("Northshire Council")
    assert client.get(f"/organisations/{body}/people/").status_code == 200


def test_the_link_leads_to_where_the_settings_say_the_site_is(db, settings):
    assert "http://127.0.0.1:8000/password/" in add_person()
    settings.ALLOWED_HOSTS, settings.SECURE_SSL_REDIRECT = [".example", "weighbridge.example"], True
    assert "https://weighbridge.example/password/" in add_person(email="ben@northshire.example")


def test_a_password_comes_from_standard_input(db, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("open sesame, please\n"))
    printed = add_person("--password-stdin")
    assert "/password/" not in printed
    assert selectors.person_with("UNA@northshire.example").check_password("open sesame, please")


def test_a_person_may_get_several_roles_at_once(db):
    start_body()
    add_person(*ADMINISTRATOR, "--role", "lead-officer")
    (body,) = selectors.bodies_of(selectors.person_with("una@northshire.example"))
    assert body.roles == (Role.LEAD_OFFICER, Role.ADMINISTRATOR)


def test_somebody_who_is_here_already_gets_the_role_and_keeps_name_and_password(db):
    start_body()
    factories.person("Una Ward", email="una@northshire.example", password=factories.PASSWORD)
    printed = add_person(*ADMINISTRATOR, name="Somebody Else")
    assert printed == "Una Ward <una@northshire.example> was here already.\n"
    user = selectors.person_with("una@northshire.example")
    assert user.check_password(factories.PASSWORD)
    assert [body.roles for body in selectors.bodies_of(user)] == [(Role.ADMINISTRATOR,)]


def test_a_new_link_is_printed_for_somebody_who_never_used_the_first(db):
    first, second = add_person(), add_person()
    assert "was here already" in second
    assert "/password/" in first
    assert "/password/" in second


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (
            ["--organisation", "Northshire", "--role", "assessor"],
            r"There are: Northshire Council\.",
        ),
        (["--organisation", "Northshire Council"], "Give --organisation and --role together"),
        (["--role", "assessor"], "Give --organisation and --role together"),
        (
            ["--organisation", "Northshire Council", "--role", "chair"],
            '"chair" is no role. There are: lead_officer',
        ),
        (["--email", "una"], "Enter an e-mail address"),
        (["--name", ""], "Enter a name"),
    ],
)
def test_a_person_who_cannot_be_added_is_told_why_and_nothing_is_stored(db, options, says):
    start_body()
    with pytest.raises(CommandError, match=says):
        add_person(*options)
    assert selectors.person_with("una@northshire.example") is None


@pytest.mark.parametrize(
    ("typed", "says"), [("short\n", "too short"), ("\n", "too short"), ("", "too short")]
)
def test_a_weak_password_is_refused(db, monkeypatch, typed, says):
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    with pytest.raises(CommandError, match="too short"):
        add_person("--password-stdin")
    assert selectors.person_with("una@northshire.example") is None


def test_nobodys_password_is_changed_by_the_command(db, monkeypatch):
    factories.person("Una Ward", email="una@northshire.example", password=factories.PASSWORD)
    monkeypatch.setattr(sys, "stdin", io.StringIO("open sesame, please\n"))
    with pytest.raises(CommandError, match="with their own password"):
        add_person("--password-stdin")


def test_the_history_names_the_command_line(db):
    start_body()
    add_person(*ADMINISTRATOR)
    body = selectors.organisation_id_named("Northshire Council")
    assert {change.actor for change in selectors.history(body)} == {"command line"}


def test_a_sign_in_is_closed_at_once_and_opened_again(db):
    user = factories.person("Una Ward", email="una@northshire.example", password=factories.PASSWORD)
    client, other = Client(), Client()
    client.force_login(user)
    other.force_login(factories.person("Ida Moss"))
    for _ in range(2):
        printed = run("close_sign_in", "--email", " Una@northshire.example")
        assert printed == "Una Ward <una@northshire.example> cannot sign in.\n"
    assert client.get("/account/").status_code == 302
    assert not client.login(email="una@northshire.example", password=factories.PASSWORD)
    assert "can sign in." in run("close_sign_in", "--email", "una@northshire.example", "--reopen")
    assert client.get("/account/").status_code == 302, "the session of before comes back to life"
    assert other.get("/account/").status_code == 200
    assert client.login(email="una@northshire.example", password=factories.PASSWORD)
    actions = [change.action for change in selectors.history(user.pk)]
    assert actions == ["sign-in opened again", "sign-in closed", "person created"]


def test_nobody_is_closed_by_an_address_that_nobody_has(db):
    with pytest.raises(CommandError, match=r"Nothing was changed\. Nobody signs in with una@"):
        run("close_sign_in", "--email", "una@northshire.example")
