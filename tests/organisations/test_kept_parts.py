"""A part of a page (htmx) that came too late: its text is still on the page, and the answer stands above."""

import json

import pytest
from django.urls import reverse

from organisations.roles import Role
from tests import factories

FORM = {"email": "nia@northshire.example", "name": "Nia Lowe", "roles": ["assessor"]}
TYPED = "Two words"
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_part_of_a_page_is_told_that_the_session_ended_and_keeps_its_text(client, path, method):
    response = getattr(client, method)(path, {"rationale": TYPED}, **HTMX)
    assert response.status_code == 401
    assert (response["HX-Retarget"], response["HX-Reswap"]) == ("#wb-notice", "innerHTML")
    assert "your session has ended" in response.content.decode()
    assert f'href="{reverse("account_login")}" target="_blank"' in response.content.decode()
    assert "<html" not in response.content.decode()


def test_a_part_of_a_page_with_a_stale_token_gets_a_fresh_one_that_works(strict, administrator, path):
    strict.force_login(administrator)
    response = strict.post(path, FORM, **HTMX)
    assert response.status_code == 403
    assert response["HX-Retarget"] == "#wb-notice"
    assert "Save once more" in response.content.decode()
    fresh = json.loads(response["HX-Trigger"])["wb:token"]["value"]
    assert strict.post(path, FORM, **HTMX, HTTP_X_CSRFTOKEN=fresh).status_code == 302


def test_a_part_of_a_page_whose_session_and_token_are_gone_is_told_to_sign_in(strict, path):
    response = strict.post(path, FORM, **HTMX)
    assert response.status_code == 401
    assert "your session has ended" in response.content.decode()


def test_a_part_of_a_page_that_is_refused_is_told_the_reason(client, path):
    client.force_login(factories.person("Ben Hale", role=Role.PANEL_MEMBER))
    response = client.get(path, **HTMX)
    assert response.status_code == 403
    assert response["HX-Retarget"] == "#wb-notice"
    assert "Only an administrator of Northshire Council" in response.content.decode()
    assert "<html" not in response.content.decode()
