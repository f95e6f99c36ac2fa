"""The Checks page."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from appraisal.selectors.pages.checks import checks_page
from appraisal.views.loaders import guarded, load
from appraisal.views.tabs import tabs


@guarded
@require_safe
def checks(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """Questions on the material; nothing waits for an answer."""
    appraisal = load(request, appraisal_id)
    context = {
        "appraisal": appraisal,
        "page": checks_page(appraisal_id),
        "tabs": tabs(appraisal_id, "Checks"),
    }
    return render(request, "appraisal/checks/page.html", context)
