"""A column pasted from a workbook: read, shown with every bad row named, then applied whole or not at all."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from appraisal import policies
from appraisal.core.sentences import plural
from appraisal.forms import ColumnForm
from appraisal.selectors.appraisals import AppraisalValue
from appraisal.selectors.pages import scoring as pages
from appraisal.services import scoring as service
from appraisal.views.loaders import found, guarded, load
from appraisal.views.scoring.pages import shared
from organisations.errors import Invalid, Refused, Stale

MOVED_ON = "Somebody saved one of these cells after the preview was made. Nothing was changed: look again."


@guarded
@require_http_methods(["GET", "HEAD", "POST"])
def paste_column(request: HttpRequest, appraisal_id: uuid.UUID, line: str) -> HttpResponse:
    """A box for a column across the options; then what it would change; then, with ``apply``, the change."""
    return _paste(request, appraisal_id, lambda: found(pages.line_column(appraisal_id, line), "line"))


@guarded
@require_http_methods(["GET", "HEAD", "POST"])
def paste_down(request: HttpRequest, appraisal_id: uuid.UUID, option: str) -> HttpResponse:
    """The same for a column of one option down all lines."""
    what = "option on its short list"
    return _paste(request, appraisal_id, lambda: found(pages.option_column(appraisal_id, option), what))


def _paste(request: HttpRequest, appraisal_id: uuid.UUID, read: Callable[[], pages.Column]) -> HttpResponse:
    appraisal = load(request, appraisal_id)
    column = read()
    sent = request.POST if request.method == "POST" else None
    form = ColumnForm(sent, asked=column.asked, each=column.each)
    if sent is None:
        policies.may_score(appraisal.standing, appraisal.stage)
        return _show(request, appraisal, column, form)
    if not form.is_valid():
        return _show(request, appraisal, column, form, status=422)
    rows = pages.preview(column, form.rows)
    if "apply" not in sent or any(row.problem for row in rows):
        return _show(request, appraisal, column, form, rows)
    try:
        saved = _apply(request, appraisal_id, column, form, rows)
    except Stale:
        column = read()
        rows = pages.preview(column, form.rows)
        return _show(request, appraisal, column, form, rows, status=409, said=MOVED_ON)
    except Refused as refused:
        return _show(request, appraisal, column, form, rows, status=403, said=refused.reason)
    except Invalid as invalid:
        said = " ".join(problem.message for problem in invalid.problems)
        return _show(request, appraisal, column, form, rows, status=422, said=said)
    changed = plural(saved.changed, "cell") if saved.changed else "nothing"
    messages.success(request, f"Changed {changed} on {column.name}.")
    return redirect(_back(appraisal_id, column))


def _apply(
    request: HttpRequest,
    appraisal_id: uuid.UUID,
    column: pages.Column,
    form: ColumnForm,
    rows: tuple[pages.PreviewRow, ...],
) -> service.SavedCells:
    seen = form.cleaned_data["seen"]
    return service.save_cells(
        actor=request.user,
        at=timezone.now(),
        appraisal_id=appraisal_id,
        # A version that no preview has shown is none that anything was ever saved at.
        cells=[
            service.CellWanted(row.cell, seen.get(column.key(row.cell), -1)) for row in rows if not row.same
        ],
    )


def _back(appraisal_id: uuid.UUID, column: pages.Column) -> str:
    """The address of the page whose cells these are."""
    return reverse(f"appraisal:score_{column.by}", args=[appraisal_id, column.id])


def _show(
    request: HttpRequest,
    appraisal: AppraisalValue,
    column: pages.Column,
    form: ColumnForm,
    rows: tuple[pages.PreviewRow, ...] = (),
    *,
    status: int = 200,
    said: str = "",
) -> HttpResponse:
    """The box, and the preview where there is one; 403 who may not score, 422 where a row cannot be taken."""
    problems = [
        (f"Row {row.number}, {row.label}: {row.problem}", f"row-{row.number}") for row in rows if row.problem
    ]
    changes = sum(not row.same for row in rows)
    context = shared(appraisal)
    context |= {
        "column": column,
        "back": _back(appraisal.id, column),
        "form": form,
        "rows": rows,
        "problems": problems,
        "changes": changes,
        "ready": bool(changes and not problems and not context["reason"]),
        "said": said,
    }
    if context["reason"]:
        status = 403
    elif problems:
        status = 422
    return render(request, "appraisal/scoring_paste.html", context, status=status)
