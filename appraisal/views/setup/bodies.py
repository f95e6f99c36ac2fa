"""The bodies that take part: added by name, changed, put in order, taken out."""

import uuid
from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from appraisal import policies
from appraisal.forms.editing import EditForm
from appraisal.forms.setup.bodies import BodyForm
from appraisal.selectors.pages import setup as pages
from appraisal.services import setup
from appraisal.views.editing import sent, submitted
from appraisal.views.loaders import found, guarded, load
from appraisal.views.setup.shared import page_at, shared, show
from appraisal.views.stepping import step_sent, stepped, who


@guarded
@never_cache
@require_safe
def bodies(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """Every body with its part."""
    appraisal = load(request, appraisal_id)
    context = shared(appraisal) | {"bodies": pages.bodies_page(appraisal_id)}
    return render(request, "appraisal/setup/bodies.html", context)


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def add_body(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """One more body; its people see the appraisal from then on, which the answer says."""
    appraisal = load(request, appraisal_id)
    form = BodyForm(sent(request))
    outcome = submitted(
        request,
        form,
        may=partial(policies.may_mend_texts, appraisal.standing, appraisal.stage),
        save=lambda: setup.add_body(**who(request, appraisal_id), body=setup.BodyInput(**form.values)),
    )
    if outcome.saved is None:
        return show(request, appraisal, "body", form, outcome)
    messages.success(request, _added(outcome.saved))
    if "another" in request.POST:
        return redirect("appraisal:add_body", appraisal_id=appraisal_id)
    return redirect("appraisal:setup_bodies", appraisal_id=appraisal_id)


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def edit_body(request: HttpRequest, appraisal_id: uuid.UUID, body: str) -> HttpResponse:
    """The part of one body."""
    appraisal = load(request, appraisal_id)
    stands = pages.body_to_edit(appraisal_id, body)
    if stands.body is None and request.method != "POST":
        raise Http404("No such body takes part in this appraisal.")
    content = setup.body_input(stands.body) if stands.body else None
    form = BodyForm(sent(request), content=content, version=stands.version)
    outcome = submitted(
        request,
        form,
        may=partial(policies.may_mend_texts, appraisal.standing, appraisal.stage),
        save=lambda: setup.save_body(
            **who(request, appraisal_id),
            body_id=body,
            body=setup.BodyInput(**form.values),
            version=form.seen,
        ),
        initial=form.held,
    )
    if outcome.saved is None:
        return show(request, appraisal, "body", form, outcome, stands=stands)
    messages.success(request, f"The part of {stands.label} is saved.")
    return redirect("appraisal:setup_bodies", appraisal_id=appraisal_id)


@guarded
@require_POST
def move_body(request: HttpRequest, appraisal_id: uuid.UUID, body: str) -> HttpResponse:
    """One step up or down; the page then opens at the body."""
    load(request, appraisal_id)
    direction, place = found(step_sent(request), "step")
    move = partial(
        setup.move_body, **who(request, appraisal_id), body_id=body, direction=direction, place=place
    )
    stepped(request, move, f"The body moved {direction} one place.")
    return redirect(page_at("setup_bodies", appraisal_id, f"body-{body}"))


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def remove_body(request: HttpRequest, appraisal_id: uuid.UUID, body: str) -> HttpResponse:
    """Says what it means for its people; then the body takes part no more."""
    appraisal = load(request, appraisal_id)
    stands = pages.body_to_edit(appraisal_id, body)
    named = found(stands.body, "body")
    people = next(each for each in pages.people_of_appraisal(appraisal_id, request.user) if each.id == body)
    form = EditForm(sent(request), initial={"version": stands.version})
    outcome = submitted(
        request,
        form,
        may=partial(policies.may_mend_texts, appraisal.standing, appraisal.stage),
        save=lambda: setup.remove_body(**who(request, appraisal_id), body_id=body, version=form.seen),
    )
    if outcome.saved is None:
        if outcome.now:  # it is another now: the page asks again, at the version it shows
            form = EditForm(initial={"version": stands.version})
        return show(request, appraisal, "remove_body", form, outcome, body=named, people=people)
    messages.success(request, f"{named.name} takes part no more.")
    try:
        load(request, appraisal_id)
    except Http404:  # it was the person's own body
        return redirect("appraisal:list")
    return redirect("appraisal:setup_bodies", appraisal_id=appraisal_id)


def _added(body: setup.SavedBody) -> str:
    """What came of it: the body may be new to the site, or one whose people now see the appraisal."""
    if body.own:
        return f"{body.name} takes part now."
    if body.known:
        return f"{body.name} takes part now. It is on this site already: its people see this appraisal now."
    return (
        f"{body.name} takes part now. It is new to this site and nobody belongs to it yet: whoever runs the "
        "site adds its first administrator."
    )
