"""The Set-up page, the people, and what the appraisal is about."""

import uuid
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from appraisal import policies
from appraisal.core.lifecycle import Stage
from appraisal.forms.setup.about import AboutForm
from appraisal.forms.setup.scale import ScaleForm
from appraisal.selectors.pages import setup as pages
from appraisal.services import setup
from appraisal.views.editing import sent, submitted
from appraisal.views.loaders import guarded, load
from appraisal.views.setup.shared import shared, show
from appraisal.views.stepping import who


@guarded
@never_cache
@require_safe
def tasks(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """What is done, what is missing, and what blocks scoring."""
    appraisal = load(request, appraisal_id)
    context = shared(appraisal) | {
        "page": pages.setup_page(appraisal, request.user),
        "move_reason": policies.reason_against(policies.may_move_stage, appraisal.standing),
    }
    return render(request, "appraisal/setup/tasks.html", context)


@guarded
@never_cache
@require_safe
def people(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """Who belongs to the bodies that take part, and who of them may score."""
    appraisal = load(request, appraisal_id)
    context = shared(appraisal) | {"bodies": pages.people_of_appraisal(appraisal_id, request.user)}
    return render(request, "appraisal/setup/people.html", context)


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def about(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """Title, question, summary, and the paper that the appraisal goes into."""
    appraisal = load(request, appraisal_id)
    stands = pages.about_to_edit(appraisal_id)
    form = AboutForm(sent(request), content=setup.about_input(stands.snapshot), version=stands.version)
    outcome = submitted(
        request,
        form,
        may=partial(policies.may_mend_texts, appraisal.standing, appraisal.stage),
        save=lambda: setup.save_about(
            **who(request, appraisal_id), about=setup.AboutInput(**form.values), version=form.seen
        ),
        initial=form.held,
    )
    if outcome.saved is None:
        return show(request, appraisal, "about", form, outcome)
    messages.success(request, "What the appraisal is about is saved.")
    return redirect("appraisal:setup", appraisal_id=appraisal_id)


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def scale(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """The scale of the appraisal: its ends, step and neutral point, and what its points mean."""
    appraisal = load(request, appraisal_id)
    stands = pages.scale_to_edit(appraisal_id)
    content = setup.scale_input(stands.snapshot.scale) if stands.snapshot.scale else None
    fixed = appraisal.stage is not Stage.SET_UP
    form = ScaleForm(sent(request), content=content, version=stands.version, fixed=fixed)
    if "rows" in request.POST and form.is_valid():
        return show(request, appraisal, "scale", form, stands=stands)
    taken_away = "take-away" in request.POST
    outcome = submitted(
        request,
        form,
        may=partial(policies.may_mend_texts, appraisal.standing, appraisal.stage),
        save=lambda: setup.set_scale(
            **who(request, appraisal_id),
            scale=None if taken_away else setup.ScaleInput(**form.values),
            version=form.seen,
        ),
        initial=form.held,
    )
    if outcome.saved is None:
        return show(request, appraisal, "scale", form, outcome, stands=stands)
    messages.success(request, "The scale was taken away." if taken_away else f"The scale is {form.span}.")
    return redirect("appraisal:setup", appraisal_id=appraisal_id)
