"""Saving one cell: the same address and the same answers with and without JavaScript.

With htmx the answer is the cell's new status, and beside it its version, its problems and the progress; the
box that somebody may be typing in is never replaced. Without, it is a redirect to the cell, or its page with
what was sent.
"""

import uuid
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from appraisal.core.snapshot import Cell
from appraisal.forms import CellForm
from appraisal.selectors.appraisals import AppraisalValue
from appraisal.selectors.pages import scoring as pages
from appraisal.services import scoring as service
from appraisal.views.loaders import found, guarded, load
from appraisal.views.scoring.pages import LINE, OPTION, address, page_of, shared, show
from organisations.errors import Invalid, Refused, Stale


@dataclass(frozen=True)
class _Place:
    """A cell, and the kind of page that it was sent from."""

    option: str
    line: str
    by: str

    @property
    def key(self) -> str:
        return f"{self.option}-{self.line}"

    @property
    def page(self) -> str:
        """What the page is a page of."""
        return self.option if self.by == OPTION else self.line


@guarded
@require_http_methods(["GET", "HEAD", "POST"])
def save_cell(request: HttpRequest, appraisal_id: uuid.UUID, option: str, line: str) -> HttpResponse:
    """Saves a cell that was sent; to anybody who only asks, shows it as it stands."""
    appraisal = load(request, appraisal_id)
    asked = found(pages.line_asks(appraisal, option, line), "cell")
    sent = request.POST if request.method == "POST" else request.GET
    place = _Place(option, line, OPTION if sent.get("by") == OPTION else LINE)
    if request.method != "POST":
        return _as_it_stands(request, appraisal, place)
    form = CellForm(request.POST, kind=asked.kind, marked=asked.marked)
    if not form.is_valid():
        return _refused(request, appraisal, place, 422, _mistakes(form.errors))
    try:
        saved = _save(request, appraisal_id, place, form)
    except Stale:
        return _refused(request, appraisal, place, 409, {})
    except Invalid as invalid:
        return _refused(
            request,
            appraisal,
            place,
            422,
            _mistakes({each.path: [each.message] for each in invalid.problems}),
        )
    except Refused as refused:
        return _refused(request, appraisal, place, 403, {"refusal": refused.reason})
    return _saved(request, appraisal, place, form, saved)


def _save(request: HttpRequest, appraisal_id: uuid.UUID, place: _Place, form: CellForm) -> service.SavedCell:
    return service.save_cell(
        actor=request.user,
        at=timezone.now(),
        appraisal_id=appraisal_id,
        option=place.option,
        sub_criterion=place.line,
        state=form.state,
        score=form.points,
        rationale=form.cleaned_data["rationale"],
        version=form.seen,
    )


def _saved(
    request: HttpRequest, appraisal: AppraisalValue, place: _Place, form: CellForm, saved: service.SavedCell
) -> HttpResponse:
    if not request.htmx:
        return redirect(address(appraisal.id, place.by, place.option, place.line, saved=True))
    stands = Cell(place.option, place.line, form.state, rationale=form.cleaned_data["rationale"])
    context = {
        "appraisal": appraisal,
        "cell": {
            "key": place.key,
            "version": saved.version,
            "saved_at": saved.at,
            "lacks_rationale": pages.lacks_rationale(stands),
        },
        "now_saved": True,
        "progress": pages.progress_now(appraisal, by=place.by, current=place.page),
    }
    return render(request, "appraisal/_cell_saved.html", context)


def _refused(
    request: HttpRequest, appraisal: AppraisalValue, place: _Place, status: int, said: dict[str, str]
) -> HttpResponse:
    """The cell with what was sent in it and why it is not saved; with 409, beside what stands now."""
    page = page_of(appraisal.id, place.by, place.page)
    stands = next(cell for cell in page.cells if cell.key == place.key)
    cell = replace(
        pages.as_sent(
            stands,
            mark=request.POST.get("mark", ""),
            score=request.POST.get("score", ""),
            rationale=request.POST.get("rationale", ""),
        ),
        version=_version(request.POST.get("version", "")),
        **said,
    )
    if status == 409:
        theirs = replace(stands.shown, at=stands.saved_at, by=stands.saved_by)
        cell = replace(cell, theirs=theirs, theirs_version=stands.version)
    if request.htmx:
        context = shared(appraisal) | {"page": page, "cell": cell}
        return render(request, "appraisal/_cell_refused.html", context, status=status)
    return show(request, appraisal, page.with_cell(cell), status=status, problem=[(_why(cell), cell.anchor)])


def _as_it_stands(request: HttpRequest, appraisal: AppraisalValue, place: _Place) -> HttpResponse:
    if not request.htmx:
        return redirect(address(appraisal.id, place.by, place.option, place.line))
    page = page_of(appraisal.id, place.by, place.page)
    cell = next(cell for cell in page.cells if cell.key == place.key)
    context = shared(appraisal) | {"page": page, "cell": cell}
    template = "appraisal/_cell_read.html" if context["reason"] else "appraisal/_cell.html"
    return render(request, template, context)


def _mistakes(errors: dict[str, list[str]]) -> dict[str, str]:
    """What is wrong with the mark and with the rationale, from errors by field."""
    words = " ".join(errors.get("rationale", ()))
    others = [text for field, texts in errors.items() if field != "rationale" for text in texts]
    return {"rationale_problem": words, "mark_problem": " ".join(dict.fromkeys(others))}


def _version(sent: str) -> int:
    """The version as sent, so that a second try is judged like the first; 0 where it cannot be read."""
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 19 else 0


def _why(cell: pages.CellPanel) -> str:
    """The line of the error summary."""
    if cell.theirs:
        return f"{cell.label}: not saved, because somebody saved it after you opened it. Choose below."
    return f"{cell.label}: {cell.refusal or cell.mark_problem or cell.rationale_problem}"
