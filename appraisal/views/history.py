"""The History page."""

import uuid

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from appraisal.selectors.pages.history import KINDS, PER_PAGE, history_page, kind_of
from appraisal.views.loaders import guarded, load
from appraisal.views.tabs import tabs


@guarded
@require_safe
def history(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """What was changed in this appraisal, the newest first, paged, and narrowed to one kind where asked."""
    appraisal = load(request, appraisal_id)
    number = request.GET.get("page", "")
    page = history_page(
        appraisal_id,
        kind=kind_of(request.GET.get("kind", "")),
        number=int(number) if number.isdecimal() and len(number) < 10 else 1,
    )
    # Only for the links from page to page: the entries of this page are read already.
    paginator = Paginator(range(page.length), PER_PAGE)
    context = {
        "appraisal": appraisal,
        "page": page,
        "kinds": KINDS,
        "pages": paginator.get_page(number),
        "tabs": tabs(appraisal_id, "History"),
    }
    return render(request, "appraisal/history.html", context)
