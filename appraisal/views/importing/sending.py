"""The pages on which a file is chosen or a table pasted."""

import time
import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from appraisal import policies
from appraisal.forms.importing import AppraisalFileForm, NewFromSpreadsheetForm, SpreadsheetForm
from appraisal.selectors.pages import setup as pages
from appraisal.services import workbook_import as service
from appraisal.views.loaders import guarded, load
from appraisal.views.tabs import tabs
from appraisal.workbook.planning import Choices
from organisations.errors import Missing, Refused

WORKBOOK_PAGE, FILE_PAGE, SCORES_PAGE = (
    "appraisal/importing/workbook.html",
    "appraisal/importing/file.html",
    "appraisal/importing/scores.html",
)
PATIENCE = 2.5
"""Seconds that the sender waits for a small file before a page says how far the reading is."""


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def import_workbook(request: HttpRequest) -> HttpResponse:
    """A spreadsheet, or a pasted table, that becomes a new appraisal."""
    bodies = _bodies(request)
    if request.method != "POST":
        return render(request, WORKBOOK_PAGE, {"form": NewFromSpreadsheetForm(bodies=bodies)})
    form = NewFromSpreadsheetForm(request.POST, request.FILES, too_large=_too_large(request), bodies=bodies)
    if not form.is_valid():
        return render(request, WORKBOOK_PAGE, {"form": form}, status=422)
    choices = Choices(title=form.cleaned_data["title"], body=form.cleaned_data["organisation"])
    return _begun(request, None, form, choices, WORKBOOK_PAGE, {})


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def import_file(request: HttpRequest) -> HttpResponse:
    """An appraisal file that becomes a new appraisal."""
    _bodies(request)
    if request.method != "POST":
        return render(request, FILE_PAGE, {"form": AppraisalFileForm()})
    form = AppraisalFileForm(request.POST, request.FILES, too_large=_too_large(request))
    if not form.is_valid():
        return render(request, FILE_PAGE, {"form": form}, status=422)
    return _begun(request, None, form, Choices(), FILE_PAGE, {})


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def import_scores(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """The workbook for scoring, filled in, or any table of the same options and lines."""
    appraisal = load(request, appraisal_id)
    policies.may_score(appraisal.standing, appraisal.stage)
    context = {"appraisal": appraisal, "tabs": tabs(appraisal_id, "Scoring")}
    if request.method != "POST":
        return render(request, SCORES_PAGE, {**context, "form": SpreadsheetForm()})
    form = SpreadsheetForm(request.POST, request.FILES, too_large=_too_large(request))
    if not form.is_valid():
        return render(request, SCORES_PAGE, {**context, "form": form}, status=422)
    return _begun(request, appraisal_id, form, Choices(), SCORES_PAGE, context)


def _bodies(request: HttpRequest) -> tuple[tuple[str, str], ...]:
    """(id, name) of the bodies that the person may start an appraisal for; Refused where there is none."""
    bodies, reason = pages.may_start_for(request.user)
    if reason:
        raise Refused(reason)
    return bodies


def _begun(
    request: HttpRequest,
    appraisal_id: uuid.UUID | None,
    form: Any,
    choices: Choices,
    template: str,
    context: dict[str, Any],
) -> HttpResponse:
    """Begins to read, waits a moment, and leads to the preview, which says how far it is until then."""
    sort = getattr(form, "sort", "appraisal-file")
    try:
        plan_id = service.begin(
            actor=request.user,
            at=timezone.now(),
            appraisal_id=appraisal_id,
            sort=sort,
            source=form.source,
            content=form.content,
            choices=choices,
        )
    except Refused as refused:
        form.add_error(None, refused.reason)
        return render(request, template, {**context, "form": form}, status=403)
    _wait(request, plan_id)
    return redirect("appraisal:import_plan", plan_id=plan_id)


def _wait(request: HttpRequest, plan_id: uuid.UUID) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            if not service.store_plan(actor=request.user, at=timezone.now(), plan_id=plan_id):
                return
        except Missing:
            return
        time.sleep(0.05)


def _too_large(request: HttpRequest) -> bool:
    """Whether a file was ended for its size (``config.uploads``)."""
    return bool(getattr(request, "file_too_large", False))
