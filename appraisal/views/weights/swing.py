"""Swing weighting, one step at a time: the swing that is wanted most, the others against it, then a check.

Nothing is stored until the last step; every step carries what the ones before it asked.
"""

import uuid
from decimal import Decimal
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from appraisal import policies
from appraisal.core.sentences.swings import Swing, trade_offs
from appraisal.forms.setup.weights import SwingForm
from appraisal.selectors.appraisals import AppraisalValue
from appraisal.selectors.pages import weights as pages
from appraisal.services import setup
from appraisal.services.setup.reading_weights import read_weights
from appraisal.views.editing import attempt, sent
from appraisal.views.loaders import guarded, load
from appraisal.views.stepping import who
from appraisal.views.weights.shared import shared, typed_shares
from organisations.errors import Invalid

CHOOSE, RATE, CHECK, SAVE = "choose", "rate", "check", "save"


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def swing_weights(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """The step that ``do`` asks for; ``?set=`` is a set that is asked for anew."""
    appraisal = load(request, appraisal_id)
    name = request.GET.get("set") or None
    stands = pages.set_to_edit(appraisal_id, name)
    content = setup.weights_input(stands.weight_set) if stands.weight_set else None
    form = SwingForm(
        sent(request),
        lines=stands.lines,
        content=content,
        version=stands.version if name else None,
        sealed=stands.sealed and name is not None,
    )
    if request.method != "POST":
        policies.may_edit_weights(appraisal.standing, appraisal.stage)
        return _show(request, appraisal, stands, form, CHOOSE)
    wanted = request.POST.get("do", CHOOSE)
    if not form.is_valid():
        return _show(request, appraisal, stands, form, CHOOSE, status=422)
    if wanted in (CHOOSE, RATE):
        return _show(request, appraisal, stands, form, wanted)
    if wanted == CHECK:
        return _check(request, appraisal, stands, form)
    return _save(request, appraisal, stands, form, name)


def _check(
    request: HttpRequest, appraisal: AppraisalValue, stands: pages.SetToEdit, form: SwingForm
) -> HttpResponse:
    """The trade-offs that the figures say, or the figures again with what is wrong with them."""
    try:
        _read(stands, form)
    except Invalid as invalid:
        for problem in invalid.problems:
            form.refuse(problem.path, problem.message)
        return _show(request, appraisal, stands, form, RATE, status=422)
    return _show(request, appraisal, stands, form, CHECK)


def _save(
    request: HttpRequest,
    appraisal: AppraisalValue,
    stands: pages.SetToEdit,
    form: SwingForm,
    name: str | None,
) -> HttpResponse:
    given: dict[str, Any] = {"weights": setup.WeightsInput(**form.values), "swing": True}
    if name is None:
        save = partial(setup.add_weight_set, **who(request, appraisal.id), **given)
    else:
        save = partial(
            setup.save_weight_set,
            **who(request, appraisal.id),
            **given,
            weight_set_id=name,
            version=form.seen,
            reason=form.reason_given,
        )
    outcome = attempt(form, save, form.held)
    if outcome.saved is None:
        wrong = any(field.startswith("sub_criteria-") for field in form.errors)
        step = RATE if wrong else CHECK
        return _show(request, appraisal, stands, form, step, status=outcome.status, **outcome.shown)
    yet = " They count for nothing until they are the appraisal's own." if form.is_new else ""
    messages.success(request, f"The swing weights “{form.cleaned_data['name']}” are saved.{yet}")
    return redirect("appraisal:weights", appraisal_id=appraisal.id)


def _show(
    request: HttpRequest,
    appraisal: AppraisalValue,
    stands: pages.SetToEdit,
    form: SwingForm,
    step: str,
    *,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """One step of the way, and what it needs to say."""
    typed = typed_shares(stands.snapshot, form)
    context = shared(appraisal) | {"form": form, "stands": stands, "typed": typed} | more
    context["carried"] = form.rows_with(typed.lines, {})
    if step == RATE:
        context["boxes"], context["top"] = _boxes(stands, form)
    if step == CHECK:
        context["trade_offs"] = trade_offs(stands.snapshot, _figures(stands, form))
    return render(request, f"appraisal/weights/swing_{step}.html", context, status=status)


def _boxes(stands: pages.SetToEdit, form: SwingForm) -> tuple[list[tuple[Swing, Any]], str]:
    """Each swing with its box, the most wanted first and without one; and what that one is called."""
    first = form.typed("first")
    found = [
        (swing, None if line == first else form[f"sub_criteria-{line}"])
        for swing in stands.swings
        for line in [swing.line.sub_criterion.id]
    ]
    found.sort(key=lambda pair: pair[1] is not None)
    return found, found[0][0].name


def _read(stands: pages.SetToEdit, form: SwingForm) -> Any:
    """The weights as they would be stored; Invalid where they could not."""
    typed = setup.WeightsInput(**{**form.values, "name": "Not saved yet"})
    return read_weights(typed, stands.snapshot, (), swing=True)


def _figures(stands: pages.SetToEdit, form: SwingForm) -> dict[str, Decimal]:
    try:
        return dict(_read(stands, form).sub_criteria)
    except Invalid:
        return {}
