"""A weight set in any form that people have it in, with what it comes to beside every box."""

import uuid
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from appraisal import policies
from appraisal.forms.setup.weights import WeightsForm
from appraisal.selectors.appraisals import AppraisalValue
from appraisal.selectors.pages import weights as pages
from appraisal.services import setup
from appraisal.views.editing import Outcome, sent, submitted
from appraisal.views.loaders import guarded, load
from appraisal.views.stepping import who
from appraisal.views.weights.shared import shared, typed_shares

LOOK, ONE_LEVEL, TWO_LEVELS = "shares", "one", "two"
EQUAL = {"equal-sub-criteria": "sub-criteria", "equal-groups": "groups"}


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def add_weight_set(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """A new set: empty, or with ``?from=`` equal sub-criteria or equal groups to begin with."""
    appraisal = load(request, appraisal_id)
    stands = pages.set_to_edit(appraisal_id)
    begin = EQUAL.get(request.GET.get("from", ""))
    content = setup.equal_weights(stands.snapshot, begin) if begin else None
    form = _form(request, stands, content, version=None)
    if request.method == "POST" and request.POST.get("do", "") in (LOOK, ONE_LEVEL, TWO_LEVELS):
        return _again(request, appraisal, stands, form)
    outcome = submitted(
        request,
        form,
        may=partial(policies.may_edit_weights, appraisal.standing, appraisal.stage),
        save=lambda: setup.add_weight_set(
            **who(request, appraisal_id), weights=setup.WeightsInput(**form.values)
        ),
    )
    if outcome.saved is None:
        return _show(request, appraisal, stands, form, outcome)
    messages.success(request, _added(form.cleaned_data["name"]))
    return redirect("appraisal:weights", appraisal_id=appraisal_id)


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def edit_weight_set(request: HttpRequest, appraisal_id: uuid.UUID, weight_set: str) -> HttpResponse:
    """A set that stands."""
    appraisal = load(request, appraisal_id)
    stands = pages.set_to_edit(appraisal_id, weight_set)
    if stands.weight_set is None and request.method != "POST":
        raise Http404("This appraisal has no such weight set.")
    content = setup.weights_input(stands.weight_set) if stands.weight_set else None
    form = _form(request, stands, content, version=stands.version)
    if request.method == "POST" and request.POST.get("do", "") in (LOOK, ONE_LEVEL, TWO_LEVELS):
        return _again(request, appraisal, stands, form)
    outcome = submitted(
        request,
        form,
        may=partial(policies.may_edit_weights, appraisal.standing, appraisal.stage),
        save=lambda: setup.save_weight_set(
            **who(request, appraisal_id),
            weight_set_id=weight_set,
            weights=setup.WeightsInput(**form.values),
            version=form.seen,
            reason=form.reason_given,
        ),
        initial=form.held,
    )
    if outcome.saved is None:
        return _show(request, appraisal, stands, form, outcome)
    messages.success(request, f"The weights “{form.cleaned_data['name']}” are saved.")
    return redirect("appraisal:weights", appraisal_id=appraisal_id)


def _form(request: HttpRequest, stands: pages.SetToEdit, content: Any, *, version: int | None) -> WeightsForm:
    return WeightsForm(
        _levelled(request),
        lines=stands.lines,
        content=content,
        version=version,
        two_levels=content is not None and content.groups is not None,
        sealed=stands.sealed and version is not None,
    )


def _levelled(request: HttpRequest) -> Any:
    """What was sent, on the level that a button asked for."""
    data = sent(request)
    wanted = request.POST.get("do", "")
    if wanted not in (ONE_LEVEL, TWO_LEVELS):
        return data
    data = data.copy()
    data["levels"] = wanted
    return data


def _again(
    request: HttpRequest, appraisal: AppraisalValue, stands: pages.SetToEdit, form: WeightsForm
) -> HttpResponse:
    """The form as it was sent, with what it comes to; for htmx only the shares, each at its box."""
    typed = typed_shares(stands.snapshot, form)
    context = shared(appraisal) | {"form": form, "stands": stands, "typed": typed}
    if request.htmx:
        context["rows"] = form.rows_with(typed.lines, typed.groups)
        return render(request, "appraisal/weights/_shares_now.html", context)
    unsaid = WeightsForm(  # what is wrong is said when it is saved, not while somebody looks
        None,
        lines=stands.lines,
        version=0 if not form.is_new else None,
        two_levels=form.two_levels,
        sealed="reason" in form.fields,
    )
    unsaid.initial = {name: form.data.get(name, "") for name in unsaid.fields} | {
        "levels": unsaid.initial["levels"]
    }
    context |= {"form": unsaid, "rows": unsaid.rows_with(typed.lines, typed.groups)}
    return render(request, "appraisal/weights/set.html", context)


def _show(
    request: HttpRequest,
    appraisal: AppraisalValue,
    stands: pages.SetToEdit,
    form: WeightsForm,
    outcome: Outcome,
) -> HttpResponse:
    typed = typed_shares(stands.snapshot, form)
    context = shared(appraisal) | {"form": form, "stands": stands, "typed": typed} | outcome.shown
    context["rows"] = form.rows_with(typed.lines, typed.groups)
    return render(request, "appraisal/weights/set.html", context, status=outcome.status)


def _added(name: str) -> str:
    return f"The weights “{name}” were added. They count for nothing until they are the appraisal's own."
