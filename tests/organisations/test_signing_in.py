"""Signing in and out, and passwords: by allauth, with only what this site needs of it."""

import re

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse

from organisations.selectors import history
from organisations.services.signing_in import set_sign_in
from tests import factories

EMAIL, PASSWORD = "ada@northshire.example", factories.PASSWORD


@pytest.fixture
def officer(db):
    return factories.lead_officer(email=EMAIL, password=PASSWORD)


def sign_in(client, email=EMAIL, password=PASSWORD, **more):
    return client.post(reverse("account_login"), {"login": email, "password": password, **more})


def text(response):
    return response.content.decode()


def who(client):
    """The id of the person whose session it is, or None."""
    return client.session.get("_auth_user_id")


def test_a_person_signs_in_with_address_and_password(client, officer):
    response = sign_in(client, email=" Ada@Northshire.example ")
    assert (response.status_code, response["Location"]) == (302, "/")
    assert who(client) == str(officer.pk)


@pytest.mark.parametrize(
    ("email", "password"), [(EMAIL, "a wrong password"), ("eve@northshire.example", PASSWORD)]
)
def test_a_wrong_address_and_a_wrong_password_get_the_same_answer(client, officer, email, password):
    response = sign_in(client, email, password)
    assert "The e-mail address or the password is not right." in text(response)
    assert who(client) is None


def test_what_is_missing_is_said_beside_its_field(client, db):
    response = sign_in(client, "", "")
    assert "Enter an e-mail address." in text(response)
    assert "Enter your password." in text(response)


def test_somebody_without_a_password_cannot_sign_in(client, db):
    factories.lead_officer(email=EMAIL)
    for password in ("", "!", PASSWORD):
        sign_in(client, password=password)
        assert who(client) is None


def test_a_closed_sign_in_is_told_apart_only_by_the_right_password(client, officer):
    set_sign_in(actor=None, at=factories.at(), email=EMAIL, is_open=False)
    assert "Your sign-in was closed." in text(sign_in(client))
    assert "Your sign-in was closed." not in text(sign_in(client, password="a wrong password"))
    assert who(client) is None


def test_the_session_key_changes_at_sign_in(client, officer):
    before = client.session
    before["seen"] = "something"
    before.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = before.session_key
    sign_in(client)
    assert who(client) == str(officer.pk)
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != before.session_key
    assert not client.session.exists(before.session_key)


@pytest.mark.parametrize(
    ("target", "reached"),
    [
        ("/account/", "/account/"),
        ("/appraisals/?page=2", "/appraisals/?page=2"),
        ("https://elsewhere.example/", "/"),
        ("//elsewhere.example/", "/"),
        ("/\\elsewhere.example", "/"),
        ("javascript:alert(1)", "/"),
        ("http://localhost/", "/"),  # another name of ALLOWED_HOSTS, but not the host that was asked
    ],
)
def test_next_leads_only_to_this_host(client, officer, target, reached):
    response = sign_in(client, next=target)
    assert response["Location"] == reached


def test_too_many_wrong_passwords_lock_an_address_out_even_with_the_right_one(client, officer):
    for _ in range(5):
        assert "is not right" in text(sign_in(client, password="a wrong password"))
    locked = sign_in(client)
    assert "There were too many attempts to sign in." in text(locked)
    assert who(client) is None


def test_a_new_password_lifts_the_lockout_as_its_words_say(client, officer):
    for _ in range(6):
        locked = sign_in(client, password="a wrong password")
    assert "or set a new password" in text(locked)
    ask_for_link(client)
    set_by_link(client)
    sign_in(client, password="an even longer password")
    assert who(client) == str(officer.pk)


def test_a_lockout_is_of_the_address_not_of_everybody(client, officer):
    factories.person("Ben Hale", email="ben@northshire.example", password=PASSWORD)
    for _ in range(6):
        sign_in(client, password="a wrong password")
    sign_in(client, email="ben@northshire.example")
    assert who(client) is not None


def test_lockouts_are_counted_in_the_database_where_every_worker_sees_them():
    assert settings.CACHES["default"]["BACKEND"] == "django.core.cache.backends.db.DatabaseCache"


def test_too_many_sign_ins_from_one_machine_get_a_page_that_says_so(client, officer):
    for _ in range(30):
        client.post(reverse("account_login"), {"login": "", "password": ""})
    response = sign_in(client)
    assert response.status_code == 429
    assert "Too many requests" in text(response)


def test_signing_out_ends_the_session_and_leads_to_the_sign_in_page(client, officer):
    client.force_login(officer)
    assert "Sign out?" in text(client.get(reverse("account_logout")))
    response = client.post(reverse("account_logout"), follow=True)
    assert response.redirect_chain == [(reverse("account_login"), 302)]
    assert "You are signed out." in text(response)
    assert who(client) is None


def test_who_is_signed_out_already_is_not_asked_to_sign_in_to_sign_out(client, db):
    for response in (client.get(reverse("account_logout")), client.post(reverse("account_logout"))):
        assert (response.status_code, response["Location"]) == (302, reverse("account_login"))


def test_only_what_the_site_needs_of_allauth_is_routed():
    names = {
        name for name in get_resolver().reverse_dict if isinstance(name, str) and name.startswith("account_")
    }
    assert names == {
        "account_login",
        "account_logout",
        "account_change_password",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key",
        "account_reset_password_from_key_done",
    }


def test_nobody_signs_up(client, db):
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")
    for path in ("/signup/", "/accounts/signup/", "/account/signup/"):
        assert client.post(path, {"email": EMAIL, "password1": PASSWORD}).status_code == 404
    assert "sign up" not in text(client.get(reverse("account_login"))).lower()


# --- Passwords --------------------------------------------------------------------------------------


def test_passwords_are_kept_with_argon2():
    from config import settings as real

    assert real.PASSWORD_HASHERS[0] == "django.contrib.auth.hashers.Argon2PasswordHasher"


def change(client, old, new, again=None):
    return client.post(
        reverse("account_change_password"),
        {"oldpassword": old, "password1": new, "password2": again or new},
        follow=True,
    )


def test_a_password_is_changed_and_other_sessions_end(client, officer):
    client.force_login(officer)
    elsewhere = Client()
    elsewhere.force_login(officer)
    response = change(client, PASSWORD, "an even longer password")
    assert "Your password was changed." in text(response)
    assert response.redirect_chain == [(reverse("organisations:account"), 302)]
    assert elsewhere.get(reverse("organisations:account")).status_code == 302
    officer.refresh_from_db()
    assert officer.check_password("an even longer password")


def test_each_new_password_leaves_an_event_that_the_account_page_shows(client, officer):
    ask_for_link(client)
    set_by_link(client)
    officer.refresh_from_db()
    client.force_login(officer)
    change(client, "an even longer password", "the longest password yet")
    events = [(event.action, event.actor, event.before, event.after) for event in history(officer.pk)]
    assert events[:-1] == [
        ("password changed", "Ada Reed", None, None),
        ("password set by a link", "Ada Reed", None, None),
    ]
    page = text(client.get(reverse("organisations:account")))
    assert "Password changed" in page
    assert "Password set by a link" in page


@pytest.mark.parametrize(
    ("old", "new", "again", "says"),
    [
        ("a wrong password", "an even longer password", None, "The current password is not right."),
        (PASSWORD, "short", None, "at least 12 characters"),
        (PASSWORD, "ada@northshire.example", None, "too similar"),
        (PASSWORD, "an even longer password", "another one", "same password each time"),
    ],
)
def test_a_password_that_will_not_do_is_refused_with_the_reason(client, officer, old, new, again, says):
    client.force_login(officer)
    assert says in text(change(client, old, new, again))
    officer.refresh_from_db()
    assert officer.check_password(PASSWORD)


def test_somebody_who_never_set_a_password_sets_one_by_a_link(client, db):
    client.force_login(factories.lead_officer())
    response = client.get(reverse("account_change_password"))
    assert response["Location"] == reverse("account_reset_password")


def without_token(response):
    return re.sub(r"[A-Za-z0-9]{64}", "", text(response))


def ask_for_link(client, email=EMAIL):
    return client.post(reverse("account_reset_password"), {"email": email}, follow=True)


def link_in_mail():
    return re.search(r"http://testserver(/password/\S+)", mail.outbox[-1].body).group(1)


def set_by_link(client):
    form = client.get(link_in_mail(), follow=True)
    new = {"password1": "an even longer password", "password2": "an even longer password"}
    return client.post(form.request["PATH_INFO"], new, follow=True)


def test_a_new_password_is_set_by_a_link_that_works_once(client, officer):
    assert "Look in your mail" in text(ask_for_link(client))
    assert mail.outbox[0].to == [EMAIL]
    assert mail.outbox[0].subject == "Set a new password for Weighbridge"
    link = link_in_mail()
    form = client.get(link, follow=True)
    assert "Set your password" in text(form)
    assert link not in text(form)  # the key stays out of addresses that a page could pass on
    assert "Your password is set" in text(set_by_link(client))
    assert who(client) is None
    assert "This link does not work any more" in text(Client().get(link, follow=True))
    sign_in(client, password="an even longer password")
    assert who(client) == str(officer.pk)


def test_nobody_learns_from_a_reset_whether_an_address_is_known(client, officer):
    known, unknown = ask_for_link(client), ask_for_link(client, "eve@northshire.example")
    assert without_token(known) == without_token(unknown)
    assert len(mail.outbox) == 1


def test_a_link_that_is_none_leads_to_a_new_one(client, db):
    response = client.get("/password/abc-nonsense/")
    assert "This link does not work any more" in text(response)
    assert reverse("account_reset_password") in text(response)


@pytest.mark.parametrize(
    "name",
    [
        "account_login",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key_done",
    ],
)
def test_a_page_for_everybody_has_one_heading_and_a_title(client, db, name):
    page = text(client.get(reverse(name)))
    assert page.count("<h1") == 1
    assert re.search(r"<title>\S.* - Weighbridge</title>", page)
