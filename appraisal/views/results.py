"""The Results page, all rationales, two options compared, and one cell."""

import uuid

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from appraisal import policies
from appraisal.selectors.appraisals import AppraisalValue
from appraisal.selectors.pages import results as pages
from appraisal.selectors.pages.results.matrix import Link
from appraisal.views.loaders import guarded, load
from appraisal.views.tabs import tabs

ORDERS = (pages.BY_RANK, pages.BY_NUMBER)


@guarded
@require_safe
def results(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """The sentences, the ranking, and the decision matrix, by rank or by option number."""
    appraisal = load(request, appraisal_id)
    order = request.GET.get("order", "")
    context = {
        "appraisal": appraisal,
        "body": _body(appraisal, order if order in ORDERS else pages.BY_RANK),
        "tabs": tabs(appraisal_id, "Results"),
    }
    return render(request, "appraisal/results.html", context)


@guarded
@require_safe
def rationales(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """Every rationale in full, by criteria group or by option."""
    appraisal = load(request, appraisal_id)
    by = "option" if request.GET.get("by") == "option" else "group"
    context = {
        "appraisal": appraisal,
        "page": pages.rationales_page(appraisal_id, by=by),
        "tabs": tabs(appraisal_id, "Results"),
    }
    return render(request, "appraisal/rationales.html", context)


@guarded
@require_safe
def compare(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """Two options side by side."""
    appraisal = load(request, appraisal_id)
    page = pages.compare_page(
        appraisal_id, first=request.GET.get("first", ""), second=request.GET.get("second", "")
    )
    context = {"appraisal": appraisal, "page": page, "tabs": tabs(appraisal_id, "Results")}
    return render(request, "appraisal/compare.html", context)


@guarded
@require_safe
@vary_on_headers("HX-Request")
def cell(request: HttpRequest, appraisal_id: uuid.UUID, option: str, line: str) -> HttpResponse:
    """One cell with its rationale: a page, or for htmx the part of it that stands under the matrix."""
    appraisal = load(request, appraisal_id)
    context = {
        "appraisal": appraisal,
        "page": pages.cell_page(appraisal_id, option, line),
        "refusal": policies.reason_against(policies.may_score, appraisal.standing, appraisal.stage),
    }
    if request.htmx:
        part = render(request, "appraisal/_cell_beneath.html", context)
        part["HX-Push-Url"] = "false"  # the page underneath stays the one in the address bar
        return part
    return render(request, "appraisal/cell.html", {**context, "tabs": tabs(appraisal_id, "Results")})


def _body(appraisal: AppraisalValue, order: str) -> SafeString:
    """Everything under the heading, as HTML.

    It is the same for everybody who may see the appraisal, and every save raises the revision: so it is kept
    under that revision. It was read before the rows, which are therefore as new as their key, or newer.
    """
    key = f"results:{appraisal.id}:{appraisal.revision}:{order}"
    cache = caches["template_fragments"]
    kept = cache.get(key)
    if kept is None:
        page = pages.results_page(appraisal.id, order=order, link=cell_links(appraisal.id))
        kept = render_to_string(
            "appraisal/_results.html", {"appraisal": appraisal, "page": page, "order": order}
        )
        cache.set(key, kept)
    return mark_safe(kept)


def cell_links(appraisal_id: uuid.UUID) -> Link:
    """The address of each cell's page, from one resolved address: a matrix has thousands of them."""
    head, tail = reverse(
        "appraisal:cell", kwargs={"appraisal_id": appraisal_id, "option": "OPTION", "line": "LINE"}
    ).split("OPTION/LINE")
    return lambda option, line: f"{head}{option}/{line}{tail}"
