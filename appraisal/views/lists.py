"""The Appraisals page."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django_tables2 import RequestConfig

from appraisal.core.lifecycle import Stage
from appraisal.selectors.pages import list as pages
from appraisal.selectors.pages.setup import may_start_for
from appraisal.tables import AppraisalTable

PER_PAGE = 20


@require_safe
def appraisals(request: HttpRequest) -> HttpResponse:
    """Appraisals of the person's bodies: sorted, narrowed by title and stage, paged."""
    search, stage = request.GET.get("search", "").strip(), request.GET.get("stage", "")
    stage = stage if stage in list(Stage) else ""
    found = pages.list_page(request.user, search=search, stage=stage)
    table = AppraisalTable(found.rows)
    RequestConfig(request, paginate={"per_page": PER_PAGE, "silent": True}).configure(table)
    table.leading = _leading(row.record for row in table.paginated_rows)
    return render(
        request,
        "appraisal/list.html",
        {
            "table": table,
            "found": len(found.rows),
            "of": found.of,
            "search": search,
            "stage": stage,
            "may_start": bool(may_start_for(request.user)[0]),
            "stages": [(option.value, option.label) for option in Stage],
        },
    )


def _leading(rows: Iterable[pages.ListRow]) -> Mapping[UUID, str]:
    """Who leads each, kept by revision: a line is worked out once for each change of its appraisal."""
    keys = {f"who-leads:{row.id}:{row.revision}": row.id for row in rows}
    cache = caches["template_fragments"]
    known = cache.get_many(keys)
    new = {key: pages.who_leads(keys[key]) for key in keys if key not in known}
    cache.set_many(new)
    return {keys[key]: line for key, line in {**known, **new}.items()}
