"""The People page of a body: who belongs to it and for what, changed by its administrators."""

import uuid
from collections.abc import Callable
from functools import wraps
from smtplib import SMTPException
from typing import Any, Concatenate, ParamSpec

from allauth.account.adapter import get_adapter
from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from organisations import selectors, services
from organisations.adapter import set_password_path
from organisations.errors import Invalid, Missing, Refused
from organisations.forms import AddPersonForm, RolesForm
from organisations.roles import Role

P = ParamSpec("P")

# What a site uses that has no mail server: nobody would get the link, so the administrator hands it over.
MAIL_GOES_NOWHERE = ("console", "dummy", "filebased")
SHOWN = 20  # lines of the history on the page


def answered(
    view: Callable[Concatenate[HttpRequest, selectors.Body, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, uuid.UUID, P], HttpResponse]:
    """The view, given the body instead of its id: absence is a 404, a refusal a 403 with its reason."""

    @wraps(view)
    def answer(
        request: HttpRequest, organisation_id: uuid.UUID, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        try:
            return view(request, selectors.managed_body(request.user, organisation_id), *args, **kwargs)
        except Missing as missing:
            raise Http404(str(missing)) from missing
        except Refused as refused:
            raise PermissionDenied(refused.reason) from refused

    return answer


@require_GET
@answered
def people(request: HttpRequest, body: selectors.Body) -> HttpResponse:
    """Everybody of the body with roles, and what was changed last."""
    context = {
        "body": body,
        "people": selectors.people_of(body.id),
        "changes": [(change, _roles_in_words(change)) for change in selectors.history(body.id, limit=SHOWN)],
        "link": request.session.pop("set_password_link", None),
    }
    return render(request, "organisations/people.html", context)


@require_http_methods(["GET", "POST"])
@answered
def add_person(request: HttpRequest, body: selectors.Body) -> HttpResponse:
    """A form; then the person belongs to the body, and somebody new gets a link to set a password."""
    form = AddPersonForm(request.POST or None)
    if form.is_valid():
        try:
            added = services.add_person(
                actor=selectors.signed_in(request.user),
                at=timezone.now(),
                organisation_id=body.id,
                **form.cleaned_data,
            )
        except Invalid as invalid:
            show_problems(form, invalid)
        else:
            _tell_added(request, body, added)
            return redirect("organisations:people", body.id)
    return render(request, "organisations/add_person.html", {"body": body, "form": form})


@require_http_methods(["GET", "POST"])
@answered
def change_roles(request: HttpRequest, body: selectors.Body, user_id: uuid.UUID) -> HttpResponse:
    """A form; giving up one's own administrator role asks once more, since it cannot be taken back alone."""
    person = selectors.person_of(body.id, user_id)
    form = RolesForm(request.POST or None, initial={"roles": [role.value for role in person.roles]})
    context = {"body": body, "person": person, "form": form, "stays": selectors.reason_to_stay(body, person)}
    if form.is_valid():
        roles = form.cleaned_data["roles"]
        gives_up = person.id == request.user.pk and Role.ADMINISTRATOR not in roles
        if gives_up and not context["stays"] and "confirmed" not in request.POST:
            return render(request, "organisations/give_up_role.html", {**context, "roles": roles})
        try:
            services.change_roles(
                actor=selectors.signed_in(request.user),
                at=timezone.now(),
                organisation_id=body.id,
                user_id=person.id,
                roles=roles,
            )
        except (Invalid, Refused) as problem:
            show_problems(form, problem)
        else:
            messages.success(request, f"{person.name}'s roles in {body.name} were changed.")
            return _back(body, gives_up)
    return render(request, "organisations/change_roles.html", context)


@require_http_methods(["GET", "POST"])
@answered
def remove_person(request: HttpRequest, body: selectors.Body, user_id: uuid.UUID) -> HttpResponse:
    """Asks first, on a page of its own; then the person belongs to the body no more."""
    try:
        person = selectors.person_of(body.id, user_id)
    except Missing as missing:
        if request.method != "POST":
            raise
        messages.error(request, str(missing))  # most likely the same form, sent twice
        return redirect("organisations:people", body.id)
    own = person.id == request.user.pk
    if request.method == "POST":
        try:
            services.remove_membership(
                actor=selectors.signed_in(request.user),
                at=timezone.now(),
                organisation_id=body.id,
                user_id=person.id,
            )
        except Refused as refused:
            messages.error(request, refused.reason)
            return redirect("organisations:people", body.id)
        messages.success(request, f"{person.name} was removed from {body.name}.")
        return _back(body, own)
    context = {"body": body, "person": person, "own": own, "stays": selectors.reason_to_stay(body, person)}
    return render(request, "organisations/remove_person.html", context)


def show_problems(form: forms.Form, problem: Invalid | Refused) -> None:
    """Puts what a service found beside the fields it is about."""
    if isinstance(problem, Refused):
        form.add_error(None, problem.reason)
        return
    for found in problem.problems:
        form.add_error(found.path if found.path in form.fields else None, found.message)


def _back(body: selectors.Body, gone: bool) -> HttpResponse:
    """To the People page, or to one's account when one may not open that page any more."""
    return redirect("organisations:account") if gone else redirect("organisations:people", body.id)


def _tell_added(request: HttpRequest, body: selectors.Body, added: services.AddedPerson) -> None:
    user = added.user
    if not added.created:
        messages.success(request, f"{user.name} now belongs to {body.name} and signs in as before.")
        return
    link = request.build_absolute_uri(set_password_path(user))
    if _sent(user, body, link):
        messages.success(
            request, f"{user.name} now belongs to {body.name}. A link to set a password went to {user.email}."
        )
        return
    messages.success(request, f"{user.name} now belongs to {body.name}.")
    # Shown once, and only for somebody made just now: it would open anybody else's account to others.
    request.session["set_password_link"] = {"name": user.name, "url": link}


def _sent(user: Any, body: selectors.Body, link: str) -> bool:
    """Whether a mail with the link left this site."""
    context = {"person": user, "body": body, "link": link}
    try:
        get_adapter().send_mail("account/email/added_to_body", user.email, context)
    except (OSError, SMTPException):
        return False
    return settings.EMAIL_BACKEND.split(".")[-2] not in MAIL_GOES_NOWHERE


def _roles_in_words(change: selectors.Change) -> str:
    """The roles before and after a change of the body's people; empty for other changes."""
    before, after = (
        ", ".join(Role(role).label for role in (side or {}).get("roles", ()))
        for side in (change.before, change.after)
    )
    return " → ".join(filter(None, (before, after)))
