"""One option: to read, to add, to change, to list short or drop, and its SWOT."""

import uuid
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from appraisal import policies
from appraisal.core.snapshot import OptionStage, Swot
from appraisal.forms.setup.options import AddOptionForm, OptionForm, StageForm, SwotForm
from appraisal.selectors.appraisals import AppraisalValue
from appraisal.selectors.pages import options as pages
from appraisal.services import setup
from appraisal.views.editing import Outcome, sent, submitted
from appraisal.views.loaders import found, guarded, load
from appraisal.views.options.shared import list_at, shared
from appraisal.views.stepping import who

ON = {
    OptionStage.LONG_LIST.value: "is on the long list.",
    OptionStage.SHORT_LIST.value: "is on the short list.",
    OptionStage.DROPPED.value: "is dropped. It stays here and in print, with the reason.",
}


@guarded
@never_cache
@require_safe
def option(request: HttpRequest, appraisal_id: uuid.UUID, option: str) -> HttpResponse:
    """Everything that is known of one option."""
    appraisal = load(request, appraisal_id)
    page = found(pages.option_page(appraisal_id, option), "option")
    return render(request, "appraisal/options/option.html", shared(appraisal) | {"page": page})


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def add_option(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """A new option, at the end of the list."""
    appraisal = load(request, appraisal_id)
    form = AddOptionForm(sent(request), number=pages.next_number(appraisal_id))
    outcome = submitted(
        request,
        form,
        may=partial(policies.may_edit_setup, appraisal.standing, appraisal.stage),
        save=lambda: setup.add_option(
            **who(request, appraisal_id), option=setup.OptionInput(**form.values), **form.standing
        ),
    )
    if outcome.saved is None:
        context = shared(appraisal) | {"form": form} | outcome.shown
        return render(request, "appraisal/options/add.html", context, status=outcome.status)
    messages.success(request, f"“{form.cleaned_data['name']}” was added.")
    if "another" in request.POST:
        return redirect("appraisal:add_option", appraisal_id=appraisal_id)
    return redirect(list_at(appraisal_id, outcome.saved.id))


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def edit_option(request: HttpRequest, appraisal_id: uuid.UUID, option: str) -> HttpResponse:
    """What the option is: its names, what it proposes, its summary."""
    appraisal = load(request, appraisal_id)
    stands = _to_edit(request, appraisal_id, option)
    content = setup.option_input(stands.option) if stands.option else None
    structure = policies.reason_against(policies.may_edit_setup, appraisal.standing, appraisal.stage)
    form = OptionForm(
        sent(request), content=content, version=stands.version, texts_only=structure is not None
    )
    outcome = submitted(
        request,
        form,
        may=partial(policies.may_mend_texts, appraisal.standing, appraisal.stage),
        save=lambda: setup.save_option(
            **who(request, appraisal_id),
            option_id=option,
            option=setup.OptionInput(**form.values),
            version=form.seen,
        ),
        initial=form.held,
    )
    if outcome.saved is None:
        return _show(request, appraisal, "edit", form, stands, outcome)
    messages.success(request, "The option is saved.")
    return redirect("appraisal:option", appraisal_id=appraisal_id, option=option)


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def option_stage(request: HttpRequest, appraisal_id: uuid.UUID, option: str) -> HttpResponse:
    """Long list, short list or dropped, with the reason and the date."""
    appraisal = load(request, appraisal_id)
    stands = _to_edit(request, appraisal_id, option)
    content = setup.stage_input(stands.option) if stands.option else None
    form = StageForm(sent(request), content=content, version=stands.version)
    outcome = submitted(
        request,
        form,
        may=partial(policies.may_edit_setup, appraisal.standing, appraisal.stage),
        save=lambda: setup.set_option_stage(
            **who(request, appraisal_id), option_id=option, **form.values, version=form.seen
        ),
        initial=form.held,
    )
    if outcome.saved is None:
        return _show(request, appraisal, "stage", form, stands, outcome)
    messages.success(request, f"{stands.label} {ON[form.cleaned_data['stage']]}")
    return redirect(list_at(appraisal_id, option))


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def edit_swot(request: HttpRequest, appraisal_id: uuid.UUID, option: str) -> HttpResponse:
    """Strengths, weaknesses, opportunities and threats of one option."""
    appraisal = load(request, appraisal_id)
    stands = _to_edit(request, appraisal_id, option)
    content = stands.option.swot if stands.option else None
    form = SwotForm(sent(request), content=content, version=stands.swot_version)
    outcome = submitted(
        request,
        form,
        may=partial(policies.may_mend_texts, appraisal.standing, appraisal.stage),
        save=lambda: setup.save_swot(
            **who(request, appraisal_id), option_id=option, swot=Swot(**form.values), version=form.seen
        ),
        initial=form.held,
    )
    if outcome.saved is None:
        return _show(request, appraisal, "swot", form, stands, outcome)
    messages.success(request, "The SWOT is saved.")
    return redirect("appraisal:option", appraisal_id=appraisal_id, option=option)


def _to_edit(request: HttpRequest, appraisal_id: uuid.UUID, option: str) -> pages.OptionToEdit:
    """What stands; Http404 for a page that is opened of no option, but not for text that was sent."""
    stands = pages.option_to_edit(appraisal_id, option)
    if stands.option is None and request.method != "POST":
        raise Http404("This appraisal has no such option.")
    return stands


def _show(
    request: HttpRequest,
    appraisal: AppraisalValue,
    template: str,
    form: Any,
    stands: pages.OptionToEdit,
    outcome: Outcome,
) -> HttpResponse:
    """The form of one option, with why it was not saved where it was sent."""
    context = shared(appraisal) | {"form": form, "stands": stands} | outcome.shown
    return render(request, f"appraisal/options/{template}.html", context, status=outcome.status)
