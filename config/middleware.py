"""Requests that no view can answer are answered here, in words.

A NUL or bytes that are not UTF-8 reach the database as they are: PostgreSQL then raises inside a view, which
a person sees as "something went wrong" (500). Both are the sender's mistake, so both are a 400.
"""

from collections.abc import Callable
from contextlib import suppress
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.core.exceptions import BadRequest, RequestDataTooBig
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseNotAllowed,
    UnreadablePostError,
)
from django.template.loader import render_to_string

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
PIECE = 1024 * 1024
DRAINED = 50  # pieces of a form that is too large


class BadInputMiddleware:
    """Answers 400 where path, query, a cookie or a form's body holds a NUL or bytes that are not UTF-8."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer of the rest of the site, or the page for 400."""
        try:
            _check_address(request)
            _check_body(request)
        except (BadRequest, UnreadablePostError, RequestDataTooBig) as refusal:
            if isinstance(refusal, RequestDataTooBig):
                _drain(request)
            # Without the request: nothing of it is known to be readable, not even whose it is.
            return HttpResponse(render_to_string("400.html"), status=400)
        return self.get_response(request)


class NotAllowedMiddleware:
    """Gives words to a 405, which Django leaves empty, for somebody who opens the address of a form."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer of the rest of the site, with the page for 405 in an empty one."""
        answer = self.get_response(request)
        if isinstance(answer, HttpResponseNotAllowed) and not answer.content:
            answer.content = render_to_string("405.html", request=request).encode()
        return answer


def _check_bytes(raw: bytes) -> None:
    """Raises BadRequest unless `raw` is UTF-8 without a NUL."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadRequest("not UTF-8") from error
    if "\0" in text:
        raise BadRequest("NUL")


def _check_address(request: HttpRequest) -> None:
    # Django has unquoted the path and quoted again what was not UTF-8 in it; the query is as it came.
    _check_bytes(unquote_to_bytes(request.path_info))
    _check_bytes(unquote_to_bytes(request.META.get("QUERY_STRING", "")))
    # A quoted cookie may spell a NUL as \000.
    if any("\0" in value for value in request.COOKIES.values()):
        raise BadRequest("NUL")


def _check_body(request: HttpRequest) -> None:
    if request.method not in {"POST", "PUT", "PATCH"}:
        return
    if request.content_type == "multipart/form-data":
        _check_multipart(request)
    elif request.content_type == "application/x-www-form-urlencoded":
        _check_bytes(unquote_to_bytes(request.body.replace(b"+", b" ")))
        # Another charset is a BadRequest here; raised later, the page for it would raise it once more.
        _ = request.POST
    else:
        _check_bytes(request.body)


def _drain(request: HttpRequest) -> None:
    """Reads on for a while: whoever is cut off while sending sees a broken connection and no answer."""
    with suppress(UnreadablePostError):
        for _ in range(DRAINED):
            if not request.read(PIECE):
                return


def _check_multipart(request: HttpRequest) -> None:
    # Files in the body may be any bytes, and Django has already replaced bad ones in the texts. A replacement
    # character that somebody really typed stands in the body as it is; one that Django put there does not.
    small = int(request.META.get("CONTENT_LENGTH") or 0) <= settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    body = request.body if small else b""
    for name, values in request.POST.lists():
        for text in [name, *values]:
            if "\0" in text or (REPLACEMENT in text and text.encode("utf-8") not in body):
                raise BadRequest("not UTF-8, or a NUL")
