"""What was typed when a session ended or a token went stale is still there, and can be sent again."""

import html
import re

import pytest
from django.urls import reverse

from organisations import selectors
from organisations.roles import Role
from tests import factories

EMAIL, PASSWORD = "una@northshire.example", factories.PASSWORD
TYPED = "Two words,\r\nand a second <line> & more"


FORM = {"email": "nia@northshire.example", "name": "Nia Lowe", "roles": ["assessor", "panel_member"]}


def text(response):
    return response.content.decode()


def token(response):
    return re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', text(response)).group(1)


def main_form(response):
    """The form of the page's main part: where it goes, and its fields as a browser would send them."""
    main = text(response).split("<main", 1)[1]
    action = re.search(r'<form method="post" action="([^"]*)"', main).group(1)
    pairs = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', main)
    pairs += re.findall(r'<textarea [^>]*name="([^"]+)"[^>]*>\r?\n(.*?)</textarea>', main, re.S)
    fields = {}
    for name, value in pairs:
        fields.setdefault(html.unescape(name), []).append(html.unescape(value))
    return html.unescape(action), fields


def open_form(strict, path, user):
    """The token of a form that somebody opened while signed in."""
    strict.force_login(user)
    return token(strict.get(path))


def end_session(strict):
    strict.session.flush()


# --- The session ended ----------------------------------------------------------------------------------


def test_a_form_sent_after_the_session_ended_comes_back_with_its_text_and_a_sign_in(
    strict, administrator, path
):
    csrf = open_form(strict, path, administrator)
    end_session(strict)
    response = strict.post(path, {**FORM, "rationale": TYPED, "csrfmiddlewaretoken": csrf})
    assert response.status_code == 401
    assert "Sign in to send this" in text(response)
    action, fields = main_form(response)
    assert action == reverse("organisations:sign_in_again")
    assert fields["kept_path"] == [path]
    assert fields["kept.rationale"] == [TYPED]
    assert fields["kept.name"] == ["Nia Lowe"]
    assert fields["kept.roles"] == ["assessor", "panel_member"]
    assert 'type="password"' in text(response)


def test_signing_in_beside_the_text_and_sending_it_again_saves_it(strict, administrator, body, path):
    csrf = open_form(strict, path, administrator)
    end_session(strict)
    kept = strict.post(path, {**FORM, "csrfmiddlewaretoken": csrf})
    action, fields = main_form(kept)
    again = strict.post(action, {**fields, "login": EMAIL, "password": PASSWORD})
    assert again.status_code == 200
    assert "You are signed in again" in text(again)
    assert len(selectors.people_of(body)) == 1  # nothing is sent without the person
    action, fields = main_form(again)
    assert action == path
    assert PASSWORD not in text(again)
    done = strict.post(action, fields, follow=True)
    assert "Nia Lowe now belongs to Northshire Council" in text(done)
    (added,) = [person for person in selectors.people_of(body) if person.name == "Nia Lowe"]
    assert added.roles == (Role.ASSESSOR, Role.PANEL_MEMBER)


def test_a_wrong_password_beside_the_text_loses_nothing(strict, administrator, path):
    csrf = open_form(strict, path, administrator)
    end_session(strict)
    action, fields = main_form(strict.post(path, {"rationale": TYPED, "csrfmiddlewaretoken": csrf}))
    wrong = strict.post(action, {**fields, "login": EMAIL, "password": "a wrong password"})
    assert wrong.status_code == 401
    assert "The e-mail address or the password is not right." in text(wrong)
    action, fields = main_form(wrong)
    assert fields["kept.rationale"] == [TYPED]
    assert fields["kept_path"] == [path]
    assert "a wrong password" not in text(wrong)


def test_guessing_beside_the_text_is_locked_out_too(strict, administrator, path):
    csrf = open_form(strict, path, administrator)
    end_session(strict)
    answer = strict.post(path, {"rationale": TYPED, "csrfmiddlewaretoken": csrf})
    for password in ["a wrong password"] * 5 + [PASSWORD]:
        action, fields = main_form(answer)
        answer = strict.post(action, {**fields, "login": EMAIL, "password": password})
    assert "There were too many attempts to sign in." in text(answer)
    assert main_form(answer)[1]["kept.rationale"] == [TYPED]


def test_who_signed_in_elsewhere_meanwhile_need_not_sign_in_again(strict, administrator, path):
    csrf = open_form(strict, path, administrator)
    end_session(strict)
    action, fields = main_form(strict.post(path, {"rationale": TYPED, "csrfmiddlewaretoken": csrf}))
    strict.force_login(administrator)
    again = strict.post(action, {**fields, "csrfmiddlewaretoken": token(strict.get(path))})
    assert (again.status_code, main_form(again)[0]) == (200, path)
    assert main_form(again)[1]["rationale"] == [TYPED]


def test_the_text_survives_a_token_that_goes_stale_beside_the_sign_in(strict, administrator, path):
    csrf = open_form(strict, path, administrator)
    end_session(strict)
    action, fields = main_form(strict.post(path, {"rationale": TYPED, "csrfmiddlewaretoken": csrf}))
    strict.cookies.pop("csrftoken")
    stale = strict.post(action, {**fields, "login": EMAIL, "password": PASSWORD})
    assert stale.status_code == 403
    action, fields = main_form(stale)
    assert (fields["kept_path"], fields["kept.rationale"]) == ([path], [TYPED])
    again = strict.post(action, {**fields, "login": EMAIL, "password": PASSWORD})
    assert main_form(again)[1]["rationale"] == [TYPED]


def test_cookies_that_were_cleared_lose_no_text_either(strict, administrator, path):
    csrf = open_form(strict, path, administrator)
    strict.cookies.clear()
    response = strict.post(path, {"rationale": TYPED, "csrfmiddlewaretoken": csrf})
    assert response.status_code == 401
    action, fields = main_form(response)
    again = strict.post(action, {**fields, "login": EMAIL, "password": PASSWORD})
    assert main_form(again)[1]["rationale"] == [TYPED]


def test_asking_for_a_page_after_the_session_ended_leads_to_the_sign_in_page(strict, path):
    response = strict.get(f"{path}?order=rank&first=1")
    assert response["Location"] == f"/sign-in/?next={path}%3Forder%3Drank%26first%3D1"


@pytest.mark.parametrize(
    "target", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"]
)
def test_kept_text_is_never_sent_to_another_site(client, administrator, target):
    sent = {"kept_path": target, "kept.rationale": TYPED, "login": EMAIL, "password": PASSWORD}
    response = client.post(reverse("organisations:sign_in_again"), sent)
    assert main_form(response)[0] == "/"


def test_signing_in_again_without_a_form_leads_to_the_sign_in_page(client, db):
    response = client.get(reverse("organisations:sign_in_again"))
    assert response["Location"] == reverse("account_login")


# --- The token went stale -------------------------------------------------------------------------------


def test_a_form_with_a_stale_token_comes_back_with_its_text_and_a_fresh_one(
    strict, administrator, body, path
):
    stale = open_form(strict, path, administrator)
    strict.cookies.pop("csrftoken")
    strict.get(path)
    response = strict.post(path, {**FORM, "rationale": TYPED, "csrfmiddlewaretoken": stale})
    assert response.status_code == 403
    assert "Send this once more" in text(response)
    action, fields = main_form(response)
    assert action == path
    assert fields["rationale"] == [TYPED]
    assert fields["csrfmiddlewaretoken"] != [stale]
    done = strict.post(action, fields, follow=True)
    assert "Nia Lowe now belongs to Northshire Council" in text(done)


def test_a_form_without_any_token_comes_back_with_one(strict, administrator, path):
    strict.force_login(administrator)
    response = strict.post(path, FORM)
    assert response.status_code == 403
    assert strict.post(path, main_form(response)[1]).status_code == 302


def test_the_query_of_the_address_is_kept(strict, administrator, path):
    strict.force_login(administrator)
    response = strict.post(f"{path}?order=rank&first=1", {"rationale": TYPED})
    assert main_form(response)[0] == f"{path}?order=rank&first=1"


def test_a_form_with_a_password_is_not_repeated_but_opened_again(strict, administrator):
    strict.force_login(administrator)
    target = reverse("account_change_password")
    response = strict.post(
        target,
        {"oldpassword": PASSWORD, "password1": "an even longer one", "password2": "an even longer one"},
    )
    assert response.status_code == 403
    assert PASSWORD not in text(response)
    assert "an even longer one" not in text(response)
    assert f'<a class="govuk-link" href="{target}">Open the page again</a>' in text(response)


def test_a_sign_in_page_that_went_stale_is_opened_again_with_where_it_leads(strict, administrator):
    target = f"{reverse('account_login')}?next=/account/"
    response = strict.post(target, {"login": EMAIL, "password": PASSWORD})
    assert response.status_code == 403
    assert PASSWORD not in text(response)
    assert f'href="{html.escape(target)}"' in text(response)
    assert "_auth_user_id" not in strict.session


ELSEWHERE = [
    {"HTTP_ORIGIN": "https://elsewhere.example"},
    {"HTTP_ORIGIN": "null"},
    {"HTTP_SEC_FETCH_SITE": "cross-site"},
    {"HTTP_SEC_FETCH_SITE": "same-site"},
    {"HTTP_REFERER": "https://elsewhere.example/", "wsgi.url_scheme": "https"},
]


@pytest.mark.parametrize("headers", ELSEWHERE)
@pytest.mark.parametrize("htmx", [{}, {"HTTP_HX_REQUEST": "true"}])
def test_a_form_of_another_site_is_not_offered_to_be_sent_again(strict, administrator, path, headers, htmx):
    strict.force_login(administrator)
    response = strict.post(path, {**FORM, "rationale": TYPED}, **headers, **htmx)
    assert response.status_code == 403
    assert "did not come from a page of this site" in text(response)
    assert "Nia Lowe" not in text(response)
    assert "csrfmiddlewaretoken" not in text(response).split("<main")[-1]


@pytest.mark.parametrize(
    "headers", [{"HTTP_ORIGIN": "http://testserver"}, {"HTTP_SEC_FETCH_SITE": "same-origin"}]
)
def test_a_form_of_this_site_is_offered_to_be_sent_again(strict, administrator, path, headers):
    strict.force_login(administrator)
    response = strict.post(path, {**FORM, "rationale": TYPED}, **headers)
    assert main_form(response)[1]["rationale"] == [TYPED]


# --- The page itself ------------------------------------------------------------------------------------


def test_text_stands_in_a_labelled_box_and_the_rest_in_words(strict, administrator, path):
    strict.force_login(administrator)
    sent = {"reason_for_change": TYPED, "roles": ["assessor"], "empty": "", "version": "3"}
    sent |= {"heading-aims.0": TYPED, "order": "aims.0 means.0"}
    shown = text(strict.post(path, sent))
    assert ">Heading aims</label>" in shown
    assert '<input type="hidden" name="order" value="aims.0 means.0">' in shown
    box = re.search(r'<label [^>]*for="(kept-\d+)">Reason for change</label>', shown).group(1)
    assert f'<textarea class="govuk-textarea" id="{box}" name="reason_for_change"' in shown
    assert re.findall(r'summary-list__key">([^<]+)<', shown) == ["Roles", "Version"]
    assert '<input type="hidden" name="empty" value="">' in shown


def test_a_long_word_counts_as_text(strict, administrator, path):
    strict.force_login(administrator)
    response = strict.post(path, {"rationale": "x" * 10_000})
    assert "<textarea" in text(response)
    assert main_form(response)[1]["rationale"] == ["x" * 10_000]


def test_markup_that_was_typed_stays_text(strict, administrator, path):
    strict.force_login(administrator)
    attack = '</textarea><script>alert(1)</script> "onfocus="alert(1)'
    shown = text(strict.post(path, {"rationale": attack, 'na"me><script>': attack}))
    assert "<script>alert" not in shown
    assert 'name="na"' not in shown


def test_a_file_is_said_to_be_lost(strict, administrator, path, tmp_path):
    chosen = tmp_path / "scores.csv"
    chosen.write_text("1,2,3")
    strict.force_login(administrator)
    with chosen.open("rb") as file:
        response = strict.post(path, {"rationale": TYPED, "workbook": file})
    assert "A file cannot be kept." in text(response)
    assert main_form(response)[1]["rationale"] == [TYPED]


def test_no_page_is_for_a_cache_that_others_share(strict, administrator):
    strict.force_login(administrator)
    assert strict.get(reverse("organisations:account"))["Cache-Control"] == "private"


def test_kept_text_is_not_left_in_a_cache(strict, administrator, path):
    strict.force_login(administrator)
    response = strict.post(path, {"rationale": TYPED})
    assert "no-store" in response["Cache-Control"]
