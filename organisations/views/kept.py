"""What somebody typed is not lost when their session ended or their page's token went stale while they typed.

A form that comes too late is answered by a page that holds every field of it, ready to be sent again, with a
sign-in beside it where one is needed. Passwords are never repeated. For a part of a page (htmx) the page with
the text is still there: the answer is a short notice above it, and the fresh token for the next try.
"""

import re
from dataclasses import dataclass

from allauth.core.internal.ratelimit import decorator as rate_limit
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django_htmx.http import reswap, retarget, trigger_client_event

from organisations.adapter import is_own_address
from organisations.forms import SignInForm

PREFIX = "kept."  # before the name of each kept field where it shares a form with the sign-in
PATH = "kept_path"
OURS = ("csrfmiddlewaretoken",)
FILLED_IN = ("order", "seen")  # what a page of this site writes into its form by itself
LONG = 80


@dataclass(frozen=True)
class Field:
    """One posted value: what it is called on the page, and whether it is text to read and change there."""

    name: str
    value: str

    @property
    def label(self) -> str:
        """The name of the field as words."""
        return " ".join(re.split(r"[_.-]+", re.sub(r"\.0$", "", self.name))).strip().capitalize()

    @property
    def is_text(self) -> bool:
        """Something that somebody wrote, not a choice, a number or an id."""
        if self.name in FILLED_IN:
            return False
        return len(self.value) > LONG or any(letter.isspace() for letter in self.value)


@dataclass(frozen=True)
class Typed:
    """A form as it came: where it was going, its fields, and whether it held what is not repeated."""

    path: str
    fields: tuple[Field, ...]
    secret: bool = False
    files: bool = False

    @property
    def choices(self) -> tuple[Field, ...]:
        """The fields that are no text and not empty, without those that the page filled in."""
        chosen = (field for field in self.fields if field.value and not field.is_text)
        return tuple(field for field in chosen if field.name not in FILLED_IN)


def session_ended(request: HttpRequest) -> HttpResponse:
    """Answers a request that needs somebody signed in: 401 with the typed text, or the way to sign in."""
    if _is_htmx(request):
        return _notice(request, "organisations/_session_ended.html", 401)
    if request.method != "POST":
        return redirect(f"{reverse('account_login')}?{_next(request.get_full_path())}")
    return _page(request, _typed(request), SignInForm(request=request), 401)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answers a form whose token is missing or stale: 403 with the same form and a fresh token.

    A form that another site sent is not repeated: one click would then do what that site wanted.
    """
    if _comes_from_elsewhere(request, reason):
        if _is_htmx(request):
            return refused_part(request, "It did not come from a page of this site.")
        return render(request, "organisations/other_site.html", status=403)
    if not request.user.is_authenticated and _needs_person(request):
        return session_ended(request)
    if _is_htmx(request):
        notice = _notice(request, "organisations/_token_stale.html", 403)
        return trigger_client_event(notice, "wb:token", {"value": get_token(request)})
    form = None if request.user.is_authenticated or request.path != _again() else SignInForm(request=request)
    return _page(request, _typed(request), form, 403)


@never_cache
@login_not_required
@sensitive_post_parameters("password")
@rate_limit(app="allauth.account", action="login")
def sign_in_again(request: HttpRequest) -> HttpResponse:
    """Signs in beside the kept text, then shows it once more, to be sent by whoever is now signed in."""
    if request.method != "POST":
        return redirect("account_login")
    typed = _typed(request)
    if not request.user.is_authenticated:
        form = SignInForm(request.POST, request=request)
        if not form.is_valid():
            return _page(request, typed, form, 401)
        form.login(request, redirect_url=typed.path)
    return _page(request, typed, None, 200)


def refused_part(request: HttpRequest, reason: str) -> HttpResponse:
    """Answers a part of a page that was refused: the reason above the page, whose text stays as it is."""
    return _notice(request, "organisations/_refused.html", 403, {"reason": reason})


# --- The parts of these answers ----------------------------------------------------------------------------


def _page(request: HttpRequest, typed: Typed, form: SignInForm | None, status: int) -> HttpResponse:
    """The kept text: with a sign-in while ``form`` is given, else to be sent to where it was going."""
    prefix = PREFIX if form else ""
    context = {
        "typed": typed,
        "fields": [(f"{prefix}{field.name}", field) for field in typed.fields],
        "form": form,
        "action": _again() if form else typed.path,
        "signed_in_now": status == 200,
    }
    return never_cache(render)(request, "organisations/kept.html", context, status=status)


def _notice(request: HttpRequest, template: str, status: int, context: dict | None = None) -> HttpResponse:
    answer = render(request, template, {"path": request.path, **(context or {})}, status=status)
    return reswap(retarget(answer, "#wb-notice"), "innerHTML")


def _typed(request: HttpRequest) -> Typed:
    """What came, also when it comes by way of ``sign_in_again``."""
    posted: QueryDict = request.POST
    path = request.get_full_path()
    if request.path == _again():
        path = posted.get(PATH, "/")
        posted = _without_prefix(posted)
    # Only ever back to this host, whatever the hidden field says by now.
    own = path if path.startswith("/") and is_own_address(request, path) else "/"
    pairs = [Field(name, value) for name, values in posted.lists() for value in values]
    return Typed(
        path=own,
        fields=tuple(field for field in pairs if field.name not in OURS and not _is_secret(field.name)),
        secret=any(_is_secret(field.name) for field in pairs),
        files=bool(request.FILES),
    )


def _without_prefix(posted: QueryDict) -> QueryDict:
    kept = QueryDict(mutable=True)
    for name, values in posted.lists():
        if name.startswith(PREFIX):
            kept.setlist(name.removeprefix(PREFIX), values)
    return kept


def _is_secret(name: str) -> bool:
    return "password" in name.lower()


def _is_htmx(request: HttpRequest) -> bool:
    return request.headers.get("HX-Request") == "true"


def _comes_from_elsewhere(request: HttpRequest, reason: str) -> bool:
    # Django looks at the origin before the token and begins its reason so; browsers also say it themselves.
    by_origin = reason.startswith(("Origin checking failed", "Referer checking failed"))
    return by_origin or request.headers.get("Sec-Fetch-Site") in {"cross-site", "same-site"}


def _needs_person(request: HttpRequest) -> bool:
    view = request.resolver_match.func if request.resolver_match else None
    return getattr(view, "login_required", True)


def _again() -> str:
    return reverse("organisations:sign_in_again")


def _next(path: str) -> str:
    query = QueryDict(mutable=True)
    query["next"] = path
    return query.urlencode(safe="/")
