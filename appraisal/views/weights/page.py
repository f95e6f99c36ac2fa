"""The Weights page, how scores become a total, and what is done with a set as a whole."""

import uuid
from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from appraisal import policies
from appraisal.forms.setup.weights import MethodForm, RemoveSetForm
from appraisal.selectors.pages import weights as pages
from appraisal.services import setup
from appraisal.views.editing import sent, submitted
from appraisal.views.loaders import found, guarded, load
from appraisal.views.stepping import step_sent, stepped, who
from appraisal.views.weights.shared import shared
from organisations.errors import Refused


@guarded
@never_cache
@require_safe
def weights(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """What was chosen, what counts for how much, and what other weights would make of it."""
    appraisal = load(request, appraisal_id)
    context = shared(appraisal) | {"page": pages.weights_page(appraisal_id)}
    return render(request, "appraisal/weights/page.html", context)


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def choose_method(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """No weights, or one of three ways to use them, and the set that is the appraisal's own.

    ``?weight_set=`` is the set that somebody wants to make the appraisal's own.
    """
    appraisal = load(request, appraisal_id)
    stands = pages.method_to_edit(appraisal_id)
    form = MethodForm(
        sent(request),
        weight_sets=stands.snapshot.weight_sets,
        content=setup.method_input(stands.snapshot),
        version=stands.version,
        sealed=stands.sealed,
        wanted=request.GET.get("weight_set", ""),
    )
    outcome = submitted(
        request,
        form,
        may=partial(policies.may_edit_weights, appraisal.standing, appraisal.stage),
        save=lambda: setup.choose_method(
            **who(request, appraisal_id), **form.values, version=form.seen, reason=form.reason_given
        ),
        initial=form.held,
    )
    if outcome.saved is None:
        context = shared(appraisal) | {"form": form, "stands": stands} | outcome.shown
        return render(request, "appraisal/weights/method.html", context, status=outcome.status)
    messages.success(request, "How scores become a total is saved.")
    return redirect("appraisal:weights", appraisal_id=appraisal_id)


@guarded
@require_POST
def seal_weights(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """Seals the weights: from now on a change needs a reason."""
    load(request, appraisal_id)
    try:
        setup.seal_weights(**who(request, appraisal_id))
    except Refused as refused:
        messages.error(request, refused.reason)
    else:
        messages.success(request, "The weights are sealed. A change needs a reason from now on.")
    return redirect("appraisal:weights", appraisal_id=appraisal_id)


@guarded
@require_POST
def move_weight_set(request: HttpRequest, appraisal_id: uuid.UUID, weight_set: str) -> HttpResponse:
    """One step up or down."""
    load(request, appraisal_id)
    direction, place = found(step_sent(request), "step")
    move = partial(
        setup.move_weight_set,
        **who(request, appraisal_id),
        weight_set_id=weight_set,
        direction=direction,
        place=place,
    )
    stepped(request, move, f"The weight set moved {direction} one place.")
    return redirect("appraisal:weights", appraisal_id=appraisal_id)


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def remove_weight_set(request: HttpRequest, appraisal_id: uuid.UUID, weight_set: str) -> HttpResponse:
    """Asks first, then takes the set away; the history keeps its weights."""
    appraisal = load(request, appraisal_id)
    stands = pages.set_to_edit(appraisal_id, weight_set)
    if stands.weight_set is None:
        if request.method != "POST":
            raise Http404("This appraisal has no such weight set.")
        messages.success(request, "The weight set is removed already.")
        return redirect("appraisal:weights", appraisal_id=appraisal_id)
    form = RemoveSetForm(sent(request), version=stands.version, sealed=stands.sealed)
    outcome = submitted(
        request,
        form,
        may=partial(policies.may_edit_weights, appraisal.standing, appraisal.stage),
        save=lambda: setup.remove_weight_set(
            **who(request, appraisal_id),
            weight_set_id=weight_set,
            version=form.seen,
            reason=form.cleaned_data.get("reason", ""),
        ),
    )
    if outcome.saved is None:
        if outcome.now:  # it is another now: the page asks again, at the version it shows
            form = RemoveSetForm(version=stands.version, sealed=stands.sealed)
        context = shared(appraisal) | {"form": form, "stands": stands} | outcome.shown
        return render(request, "appraisal/weights/remove.html", context, status=outcome.status)
    messages.success(request, f"“{stands.weight_set.name}” was removed. The history keeps its weights.")
    return redirect("appraisal:weights", appraisal_id=appraisal_id)
