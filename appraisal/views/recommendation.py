"""The recommendation: to read, and for a commissioning officer of a lead body to write."""

import uuid
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from appraisal import policies
from appraisal.forms import RecommendationForm
from appraisal.selectors.appraisals import AppraisalValue
from appraisal.selectors.pages import recommendation as pages
from appraisal.services import recommendation as service
from appraisal.views.loaders import guarded, load
from appraisal.views.tabs import tabs
from organisations.errors import Invalid, Refused, Stale


@guarded
@require_safe
def recommendation(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """The recommendation as it stands, and the way to change it or why not."""
    appraisal = load(request, appraisal_id)
    context = {
        "appraisal": appraisal,
        "page": pages.recommendation_page(appraisal_id),
        "tabs": tabs(appraisal_id, "Recommendation"),
        "reason": policies.reason_against(
            policies.may_edit_recommendation, appraisal.standing, appraisal.stage
        ),
    }
    return render(request, "appraisal/recommendation.html", context)


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def edit_recommendation(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """The form; a save that comes too late shows what stands now beside what was sent."""
    appraisal = load(request, appraisal_id)
    stands = pages.recommendation_to_edit(appraisal_id)
    form = _form(stands, request.POST if request.method == "POST" else None)
    if request.method != "POST":
        policies.may_edit_recommendation(appraisal.standing, appraisal.stage)
        return _show(request, appraisal, form)
    if not form.is_valid():
        return _show(request, appraisal, form, status=422)
    try:
        service.save(
            actor=request.user,
            at=timezone.now(),
            appraisal_id=appraisal_id,
            content=_content(form),
            version=form.seen,
        )
    except Stale as stale:
        return _show(
            request,
            appraisal,
            form,
            status=409,
            now=stale.current,
            theirs=_theirs(form, stands, stale.current),
        )
    except Refused as refused:
        return _show(request, appraisal, form, status=403, refusal=refused.reason)
    except Invalid as invalid:
        for problem in invalid.problems:
            form.refuse(problem.path, problem.message)
        return _show(request, appraisal, form, status=422)
    messages.success(request, "The recommendation is saved.")
    return redirect("appraisal:recommendation", appraisal_id=appraisal_id)


def _form(stands: pages.RecommendationToEdit, sent: Mapping[str, str] | None) -> RecommendationForm:
    """The form with what was sent, or with what stands."""
    return _filled(stands, service.content_of(stands.snapshot), sent)


def _filled(
    stands: pages.RecommendationToEdit,
    content: service.RecommendationContent,
    sent: Mapping[str, str] | None = None,
) -> RecommendationForm:
    asks = content.asks
    return RecommendationForm(
        sent,
        options=stands.options,
        groups=stands.snapshot.groups,
        bodies=[
            replace(body, asked_to=asks[body.id].asked_to, when=asks[body.id].when)
            if body.id in asks
            else body
            for body in stands.snapshot.organisations
        ],
        reasons=content.reasons,
        initial={
            "option": content.option or "",
            "statement": content.statement,
            "method_followed": content.method_followed,
            "references": "\n".join(content.references),
            "version": stands.version,
        },
    )


def _content(form: RecommendationForm) -> service.RecommendationContent:
    sent = form.cleaned_data
    return service.RecommendationContent(
        option=sent["option"] or None,
        statement=sent["statement"],
        reasons=form.reasons,
        asks={body: service.Ask(*ask) for body, ask in form.asks.items()},
        method_followed=sent["method_followed"],
        references=tuple(line for line in sent["references"].split("\n") if line),
    )


def _theirs(
    form: RecommendationForm, stands: pages.RecommendationToEdit, now: service.RecommendationNow
) -> list[tuple[str, str]]:
    """(label, text) of each field in which what stands now differs from what was sent."""
    theirs = _filled(stands, now.content)
    return [
        (field.label, field.shown)
        for field in theirs.fields_shown
        if field.value != form.cleaned_data.get(field.name, "")
    ]


def _show(
    request: HttpRequest,
    appraisal: AppraisalValue,
    form: RecommendationForm,
    *,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    context = {"appraisal": appraisal, "form": form, "tabs": tabs(appraisal.id, "Recommendation"), **more}
    return render(request, "appraisal/recommendation_edit.html", context, status=status)
