"""Taking something out, with what goes with it said first, and bringing it back: the same for every thing."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from appraisal.forms.editing import EditForm
from appraisal.selectors.appraisals import AppraisalValue
from appraisal.selectors.pages.options import ToRemove
from appraisal.views.editing import sent, submitted
from appraisal.views.loaders import found, load
from appraisal.views.stepping import who
from organisations.errors import Invalid


@dataclass(frozen=True)
class Removable:
    """One kind of thing: ``page`` is the page that it stands on, ``argument`` what services call its id.

    ``look`` gives what is about to go, or None; ``may`` raises Refused; ``shared`` is what every page has.
    """

    noun: str
    page: str
    argument: str
    may: Callable[..., None]
    look: Callable[[uuid.UUID, str], ToRemove | None]
    remove: Callable[..., object]
    restore: Callable[..., object]
    shared: Callable[[AppraisalValue], Mapping[str, Any]]
    advice: str = ""


def removal(request: HttpRequest, appraisal_id: uuid.UUID, kind: Removable, name: str) -> HttpResponse:
    """Says what goes with the thing and what is kept; then takes it out."""
    appraisal = load(request, appraisal_id)
    about = found(kind.look(appraisal_id, name), kind.noun)
    form = EditForm(sent(request), initial={"version": about.version})
    outcome = submitted(
        request,
        form,
        may=partial(kind.may, appraisal.standing, appraisal.stage),
        save=lambda: kind.remove(**who(request, appraisal_id), **{kind.argument: name}, version=form.seen),
    )
    if outcome.saved is None:
        if outcome.now:  # it is another now: the page asks again, at the version it shows
            form = EditForm(initial={"version": about.version})
        context = {**kind.shared(appraisal), "form": form, "about": about, "kind": kind, **outcome.shown}
        return render(request, "appraisal/remove.html", context, status=outcome.status)
    messages.success(
        request, f"{about.label} was removed. It stands under “Removed” below, and can be brought back."
    )
    return redirect(kind.page, appraisal_id=appraisal_id)


def restoring(request: HttpRequest, appraisal_id: uuid.UUID, kind: Removable, name: str) -> HttpResponse:
    """Brings a removed thing back, with its scores; where they no longer fit, asks what to do."""
    appraisal = load(request, appraisal_id)
    more = {"unscore": True} if "unscore" in request.POST else {}
    try:
        kind.restore(**who(request, appraisal_id), **{kind.argument: name}, **more)
    except Invalid as invalid:
        if all(problem.path.startswith("cells/") for problem in invalid.problems):
            context = {**kind.shared(appraisal), "problems": invalid.problems, "kind": kind}
            return render(request, "appraisal/restore.html", context, status=422)
        messages.error(request, " ".join(problem.message for problem in invalid.problems))
    else:
        messages.success(request, f"The {kind.noun} is back.")
    return redirect(kind.page, appraisal_id=appraisal_id)
