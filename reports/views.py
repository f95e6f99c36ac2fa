"""The Reports page and the files that are taken from it."""

import uuid
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from appraisal.core.evaluation import evaluate
from appraisal.core.snapshot import check_code
from appraisal.policies import FORMATS as NAMED
from appraisal.policies import may_export, may_score, reason_against
from appraisal.selectors import snapshots
from appraisal.selectors.appraisals import AppraisalValue, cell_versions
from appraisal.views.loaders import guarded, load
from appraisal.views.tabs import tabs
from organisations.audit import record_export
from reports.content import Source
from reports.content.build import is_draft, moment, standing_words
from reports.content.filling import Versions
from reports.files import CELLS_ON_REQUEST, FILLING, FORMATS, Made, cell_count, make, make_filling


@require_GET
@guarded
def index(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """What can be taken, by this person, now, and why not what cannot."""
    appraisal = load(request, appraisal_id)
    live = snapshots.live(appraisal_id)
    evaluation = evaluate(live.snapshot)
    source = _source(request, live)
    context = {
        "appraisal": appraisal,
        "tabs": tabs(appraisal_id, "Reports"),
        "standing": standing_words(is_draft(live.snapshot, evaluation), source),
        "draft": is_draft(live.snapshot, evaluation),
        "check_code": check_code(live.snapshot),
        "filling": reason_against(may_score, appraisal.standing, appraisal.stage),
        "formats": [_offer(appraisal, file_format, cell_count(live.snapshot)) for file_format in FORMATS],
    }
    return render(request, "reports/index.html", context)


def _offer(appraisal: AppraisalValue, file_format: str, cells: int) -> dict[str, Any]:
    known = FORMATS[file_format]
    command = ""
    if file_format == "pdf" and cells > CELLS_ON_REQUEST:
        command = f"manage.py export {appraisal.slug} --format pdf --output {appraisal.slug}.pdf"
    return {
        "format": file_format,
        "label": known.label,
        "about": known.about,
        "reason": reason_against(may_export, appraisal.standing, file_format),
        "command": command,
        "cells": cells,
    }


@require_GET
@guarded
def download(request: HttpRequest, appraisal_id: uuid.UUID, file_format: str) -> HttpResponse:
    """One file, whole, with an audit event that says who took it. 404 for a format that there is not."""
    appraisal = load(request, appraisal_id)
    if file_format not in NAMED:
        raise Http404("There is no report in that format. The Reports page lists those there are.")
    may_export(appraisal.standing, file_format)
    live = snapshots.live(appraisal_id)
    if file_format == "pdf" and cell_count(live.snapshot) > CELLS_ON_REQUEST:
        raise PermissionDenied(
            f"This appraisal has {cell_count(live.snapshot)} cells: its PDF takes longer than a page may. "
            "Ask whoever runs this site to make it with the command that the Reports page names."
        )
    return _handed_over(request, live, file_format, make(file_format, live.snapshot, _source(request, live)))


@require_GET
@guarded
def filling(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """The workbook for scoring, for whoever may score now."""
    appraisal = load(request, appraisal_id)
    may_score(appraisal.standing, appraisal.stage)
    # The versions first: what stands in the file is then at least as new as they say, and never older.
    saved = cell_versions(appraisal_id)
    live = snapshots.live(appraisal_id)
    versions = {place: meta.version for place, meta in saved.items()}
    source = _source(request, live)
    made = f"{moment(source.made_at)} by {source.made_by}"
    return _handed_over(
        request,
        live,
        FILLING,
        make_filling(live.snapshot, Versions(appraisal_id, live.revision, versions), made),
    )


def _handed_over(request: HttpRequest, live: snapshots.Live, what: str, made: Made) -> HttpResponse:
    """The file as a download, with the audit event that it left the site."""
    record_export(actor=request.user, at=timezone.now(), scope=live.id, what=what, check_code=made.check_code)
    answer = HttpResponse(made.content, content_type=made.content_type)
    answer["Content-Disposition"] = f'attachment; filename="{made.name}"'
    return answer


def _source(request: HttpRequest, live: snapshots.Live) -> Source:
    return Source(
        revision=live.revision,
        changed_at=timezone.localtime(live.changed_at),
        made_at=timezone.localtime(timezone.now()),
        made_by=getattr(request.user, "name", "") or str(request.user),
    )
