"""The options framework-filter: what the long list is held against, and how each option does."""

import uuid
from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from appraisal import policies
from appraisal.forms.setup.filtering import FactorForm, FilterForm
from appraisal.selectors.pages import options as pages
from appraisal.services import setup
from appraisal.views.editing import sent, submitted
from appraisal.views.loaders import found, guarded, load
from appraisal.views.options.shared import shared
from appraisal.views.stepping import step_sent, stepped, who


@guarded
@never_cache
@require_safe
def filter_options(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """Every option against every success factor."""
    appraisal = load(request, appraisal_id)
    context = shared(appraisal) | {"page": pages.filter_page(appraisal_id)}
    return render(request, "appraisal/options/filter.html", context)


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def edit_filter(request: HttpRequest, appraisal_id: uuid.UUID, option: str) -> HttpResponse:
    """One option against each success factor."""
    appraisal = load(request, appraisal_id)
    stands = pages.option_to_edit(appraisal_id, option)
    if stands.option is None and request.method != "POST":
        raise Http404("This appraisal has no such option.")
    content = setup.verdict_inputs(stands.option) if stands.option else None
    form = FilterForm(
        sent(request),
        factors=stands.snapshot.success_factors,
        content=content,
        version=stands.filter_version,
    )
    outcome = submitted(
        request,
        form,
        may=partial(policies.may_mend_texts, appraisal.standing, appraisal.stage),
        save=lambda: setup.save_filter(
            **who(request, appraisal_id),
            option_id=option,
            verdicts={factor: setup.VerdictInput(*given) for factor, given in form.values.items()},
            version=form.seen,
        ),
        initial=form.held,
    )
    if outcome.saved is None:
        context = shared(appraisal) | {"form": form, "stands": stands} | outcome.shown
        return render(request, "appraisal/options/filter_option.html", context, status=outcome.status)
    messages.success(request, f"How {stands.label} does is saved.")
    return redirect("appraisal:filter_options", appraisal_id=appraisal_id)


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def add_factor(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """One more critical success factor or objective."""
    appraisal = load(request, appraisal_id)
    form = FactorForm(sent(request))
    outcome = submitted(
        request,
        form,
        may=partial(policies.may_mend_texts, appraisal.standing, appraisal.stage),
        save=lambda: setup.add_success_factor(**who(request, appraisal_id), **form.values),
    )
    if outcome.saved is None:
        context = shared(appraisal) | {"form": form} | outcome.shown
        return render(request, "appraisal/options/factor.html", context, status=outcome.status)
    messages.success(request, f"“{form.cleaned_data['name']}” was added.")
    if "another" in request.POST:
        return redirect("appraisal:add_factor", appraisal_id=appraisal_id)
    return redirect("appraisal:filter_options", appraisal_id=appraisal_id)


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def edit_factor(request: HttpRequest, appraisal_id: uuid.UUID, factor: str) -> HttpResponse:
    """The name of a success factor, and what it is."""
    appraisal = load(request, appraisal_id)
    stands = pages.factor_to_edit(appraisal_id, factor)
    if stands is None and request.method != "POST":
        raise Http404("This appraisal has no such success factor.")
    form = FactorForm(
        sent(request),
        content=setup.factor_input(stands.factor) if stands else None,
        version=stands.version if stands else 0,
    )
    outcome = submitted(
        request,
        form,
        may=partial(policies.may_mend_texts, appraisal.standing, appraisal.stage),
        save=lambda: setup.save_success_factor(
            **who(request, appraisal_id), factor_id=factor, **form.values, version=form.seen
        ),
        initial=form.held,
    )
    if outcome.saved is None:
        context = shared(appraisal) | {"form": form, "stands": stands} | outcome.shown
        return render(request, "appraisal/options/factor.html", context, status=outcome.status)
    messages.success(request, "The success factor is saved.")
    return redirect("appraisal:filter_options", appraisal_id=appraisal_id)


@guarded
@require_POST
def move_factor(request: HttpRequest, appraisal_id: uuid.UUID, factor: str) -> HttpResponse:
    """One step up or down."""
    load(request, appraisal_id)
    direction, place = found(step_sent(request), "step")
    move = partial(
        setup.move_success_factor,
        **who(request, appraisal_id),
        factor_id=factor,
        direction=direction,
        place=place,
    )
    stepped(request, move, f"The success factor moved {direction} one place.")
    return redirect("appraisal:filter_options", appraisal_id=appraisal_id)
