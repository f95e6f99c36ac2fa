"""A request that holds what no text may hold is a 400 with a page that says so, whatever it asked for."""

import pytest
from django.test import Client

FORM = "application/x-www-form-urlencoded"


def multipart(name, value):
    """A form body with one field, as a browser sends it where a file may go with it."""
    body = b'--x\r\nContent-Disposition: form-data; name="' + name + b'"\r\n\r\n' + value + b"\r\n--x--\r\n"
    return {"data": body, "content_type": "multipart/form-data; boundary=x"}


@pytest.mark.parametrize(
    "address",
    [
        "/sign-in/%00",
        "/sign-in/%ff/",
        "/sign-in/?next=%00",
        "/sign-in/?next=%c3%28",
        "/%ed%a0%80/",
        "/?%fe=1",
    ],
)
def test_a_bad_address_is_refused_in_words(client, address):
    answer = client.get(address)
    assert answer.status_code == 400
    assert "This request cannot be read" in answer.content.decode()
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "body",
    [
        {"data": b"login=a%00b", "content_type": FORM},
        {"data": b"login=%ff%fe", "content_type": FORM},
        {"data": b"login=\xff", "content_type": FORM},
        {"data": b"lo%00gin=a", "content_type": FORM},
        {"data": b'{"a": "\x00"}', "content_type": "application/json"},
        {"data": b"login=a", "content_type": f"{FORM}; charset=utf-16"},
        multipart(b"login", b"a\x00b"),
        multipart(b"login", b"caf\xe9"),
    ],
)
def test_a_bad_form_is_refused_in_words(client, body):
    answer = client.post("/sign-in/", **body)
    assert answer.status_code == 400
    assert "This request cannot be read" in answer.content.decode()


def test_a_bad_cookie_is_refused(client):
    client.cookies["sessionid"] = "abc"
    answer = client.get("/sign-in/", headers={"cookie": 'sessionid="abcdefgh\\000"'})
    assert answer.status_code == 400


@pytest.mark.django_db
@pytest.mark.parametrize(
    "body",
    [
        {"data": "login=" + "caf%C3%A9+%EF%BF%BD", "content_type": FORM},
        multipart(b"login", "Gwasanaethau Cymdeithasol â thŷ, a \N{REPLACEMENT CHARACTER}".encode()),
    ],
)
def test_unusual_but_whole_text_passes(client, body):
    answer = client.post("/sign-in/", **body)
    assert answer.status_code == 200  # the form again: nobody of that name


@pytest.mark.django_db
def test_a_file_may_hold_any_bytes(client):
    body = (
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n'
        b"Content-Type: application/octet-stream\r\n\r\n\x00\xff\r\n--x--\r\n"
    )
    answer = client.post("/sign-in/", data=body, content_type="multipart/form-data; boundary=x")
    assert answer.status_code == 200


@pytest.mark.django_db
def test_a_form_that_is_too_large_is_a_400(client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    answer = client.post("/sign-in/", data="login=" + "a" * 200, content_type=FORM)
    assert answer.status_code == 400
    assert "more text than a form takes" in " ".join(answer.content.decode().split())
    assert answer.wsgi_request.read() == b""  # all of it was taken in, so that the answer is heard


def test_a_stale_token_is_not_asked_about_a_bad_form():
    answer = Client(enforce_csrf_checks=True).post("/sign-in/", data=b"a=%00", content_type=FORM)
    assert answer.status_code == 400
