"""A column pasted from a workbook: read, shown with every bad row named, then applied whole or not at all."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
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

MOVED_ON = "Somebody saved a cell of this line after the preview was made. Nothing was changed: look again."


@guarded
@require_http_methods(["GET", "HEAD", "POST"])
def paste_column(request: HttpRequest, appraisal_id: uuid.UUID, line: str) -> HttpResponse:
    """A box for the column; then what it would change; then, with ``apply``, the change itself."""
    appraisal = load(request, appraisal_id)
    column = found(pages.column(appraisal_id, line), "line")
    sent = request.POST if request.method == "POST" else None
    form = ColumnForm(sent, kind=column.kind, options=len(column.options), marked=column.marked)
    if sent is None:
        policies.may_score(appraisal.standing, appraisal.stage)
        return _show(request, appraisal, column, form)
    if not form.is_valid():
        return _show(request, appraisal, column, form, status=422)
    rows = pages.preview(column, form.rows)
    if "apply" in sent and not any(row.problem for row in rows):
        return _apply(request, appraisal, column, form, rows)
    return _show(request, appraisal, column, form, rows)


def _apply(
    request: HttpRequest,
    appraisal: AppraisalValue,
    column: pages.Column,
    form: ColumnForm,
    rows: tuple[pages.PreviewRow, ...],
) -> HttpResponse:
    seen = form.cleaned_data["seen"]
    cells = [
        # A version that no preview has shown is none that anything was ever saved at.
        service.CellInput(
            cell.option,
            cell.state,
            cell.mark or cell.score,
            cell.rationale,
            version=seen.get(cell.option, -1),
        )
        for cell in (row.cell for row in rows if not row.same)
    ]
    line = column.line.sub_criterion.id
    try:
        service.save_column(
            actor=request.user, at=timezone.now(), appraisal_id=appraisal.id, sub_criterion=line, cells=cells
        )
    except Stale:
        column = found(pages.column(appraisal.id, line), "line")
        rows = pages.preview(column, form.rows)
        return _show(request, appraisal, column, form, rows, status=409, said=MOVED_ON)
    except Refused as refused:
        return _show(request, appraisal, column, form, rows, status=403, said=refused.reason)
    except Invalid as invalid:
        said = " ".join(problem.message for problem in invalid.problems)
        return _show(request, appraisal, column, form, rows, status=422, said=said)
    messages.success(
        request, f"Changed {plural(len(cells), 'cell')} on {column.line.number} {column.line.label}."
    )
    return redirect("appraisal:score_line", appraisal_id=appraisal.id, line=line)


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
        (f"Row {row.number}, {row.option}: {row.problem}", f"row-{row.number}") for row in rows if row.problem
    ]
    changes = sum(not row.same for row in rows)
    context = shared(appraisal)
    context |= {
        "column": column,
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
