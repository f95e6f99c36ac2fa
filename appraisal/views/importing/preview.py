"""The preview of what was brought in, and what a person may do with it."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from appraisal import policies
from appraisal.core.sentences import plural
from appraisal.forms.importing import NewReadingForm, ReadingForm
from appraisal.selectors.pages import importing as pages
from appraisal.selectors.pages import setup as setup_pages
from appraisal.services import workbook_import as service
from appraisal.views.importing.told import moved_on
from appraisal.views.loaders import guarded, load
from appraisal.views.tabs import tabs
from appraisal.workbook.planning import Choices
from organisations.errors import Invalid, Missing, Refused, Stale

EACH = 2
"""Seconds after which the page that says how far the reading is asks again, with or without JavaScript."""

ALREADY = "This was brought in already. Nothing was changed twice."
MOVED_ON = (
    "Somebody changed these cells after the preview was made, so nothing was changed. Look again: the "
    "preview then shows what stands now beside the file."
)


@guarded
@never_cache
@require_safe
def import_plan(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    """The preview; while the file is being read, how far that is."""
    head = _head(request, plan_id)
    if head.applied:
        return _where_it_is(request, head)
    progress = _or_404(lambda: service.store_plan(actor=request.user, at=timezone.now(), plan_id=plan_id))
    if progress:
        context = {"plan": head, "progress": progress, "each": EACH, **_around(request, head.appraisal_id)}
        answer = render(request, "appraisal/importing/progress.html", context)
        answer["Refresh"] = str(EACH)
        return answer
    return _show(request, plan_id)


@guarded
@require_POST
def apply_import(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    """Does what was previewed, all of it or nothing."""
    head = _head(request, plan_id)
    try:
        applied = service.apply_plan(
            actor=request.user,
            at=timezone.now(),
            plan_id=plan_id,
            bodies=request.POST.getlist("body"),
            supplied=request.POST.getlist("supplied"),
        )
    except Missing as missing:
        raise Http404(str(missing)) from missing
    except Stale as stale:
        return _show(request, plan_id, status=409, said=MOVED_ON, moved=moved_on(head.appraisal_id, stale))
    except Refused as refused:
        return _show(request, plan_id, status=403, said=refused.reason)
    except Invalid as invalid:
        said = " ".join(str(problem) for problem in invalid.problems[:5])
        return _show(request, plan_id, status=422, said=f"Nothing was changed. {said}")
    cells = plural(applied.cells, "cell")
    if head.applied:
        messages.info(request, ALREADY)
    elif applied.created:
        where = " Its figures are under Results, its PDF under Reports." if applied.cells else ""
        messages.success(request, f"Brought in from {head.source}, with {cells}.{where}")
    else:
        messages.success(request, f"Changed {cells} from {head.source}.")
    page = "appraisal:overview" if applied.created else "appraisal:results"
    return redirect(page, appraisal_id=applied.appraisal_id)


@guarded
@require_POST
def read_again(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    """The same file against what stands now, and read as the person says where it does not say it itself."""
    _head(request, plan_id)
    page = _or_404(lambda: pages.import_page(request.user, plan_id, 1))
    form = _form(request, page, request.POST)
    if not form.is_valid():
        return _show(request, plan_id, status=422, form=form)
    choices = Choices(**form.choices())
    try:
        _or_404(
            lambda: service.choose(actor=request.user, at=timezone.now(), plan_id=plan_id, choices=choices)
        )
    except Refused as refused:
        return _show(request, plan_id, status=403, said=refused.reason)
    return redirect("appraisal:import_plan", plan_id=plan_id)


@guarded
@require_POST
def discard_import(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    """Takes the preview away; nothing of the appraisal was changed by it."""
    appraisal_id = _or_404(lambda: service.discard(actor=request.user, at=timezone.now(), plan_id=plan_id))
    messages.info(request, "Nothing was brought in.")
    if appraisal_id is None:
        return redirect("appraisal:list")
    return redirect("appraisal:scoring", appraisal_id=appraisal_id)


def _show(
    request: HttpRequest,
    plan_id: uuid.UUID,
    *,
    status: int = 200,
    form: Any = None,
    said: str = "",
    moved: tuple[str, ...] = (),
) -> HttpResponse:
    page = _or_404(lambda: pages.import_page(request.user, plan_id, _number(request)))
    around = _around(request, page.appraisal_id)
    context = {
        "page": page,
        "form": form or (_form(request, page, None) if page.is_table else None),
        "said": said,
        "moved": moved,
        "again": _again(page),
        "listed": Paginator(range(page.count), pages.PER_PAGE).get_page(_number(request)),
        **around,
    }
    if status == 200 and page.problems:
        status = 422
    return render(request, "appraisal/importing/preview.html", context, status=status)


def _again(page: pages.ImportPage) -> str:
    """Where the mended file is brought in."""
    if page.appraisal_id is not None:
        return reverse("appraisal:import_scores", kwargs={"appraisal_id": page.appraisal_id})
    return reverse("appraisal:import_file" if page.sort == service.FILE else "appraisal:import_workbook")


def _number(request: HttpRequest) -> int:
    number = request.GET.get("page", "1")
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 6 else 1


def _form(request: HttpRequest, page: pages.ImportPage, data: Any) -> ReadingForm:
    """How the table is to be read, beginning with how it was."""
    initial = {"sheet": page.choices.sheet, "side": page.choices.side}
    if page.appraisal_id is not None:
        return ReadingForm(data, sheets=page.sheets, initial=initial)
    bodies, _ = setup_pages.may_start_for(request.user)
    initial |= {
        "organisation": page.choices.body,
        "title": page.new.title if page.new else page.choices.title,
    }
    initial |= page.scale
    return NewReadingForm(data, sheets=page.sheets, bodies=bodies, initial=initial)


def _around(request: HttpRequest, appraisal_id: uuid.UUID | None) -> dict[str, Any]:
    """The appraisal that it is for, with its tabs and why nothing can be changed in it now, if so."""
    if appraisal_id is None:
        return {"back": reverse("appraisal:list")}
    appraisal = load(request, appraisal_id)
    return {
        "appraisal": appraisal,
        "tabs": tabs(appraisal_id, "Scoring"),
        "reason": policies.reason_against(policies.may_score, appraisal.standing, appraisal.stage),
        "back": reverse("appraisal:scoring", kwargs={"appraisal_id": appraisal_id}),
    }


def _head(request: HttpRequest, plan_id: uuid.UUID) -> pages.Head:
    """The import, where it is the person's and they still see the appraisal that it is for; else Http404."""
    head = _or_404(lambda: pages.head(request.user, plan_id))
    if head.appraisal_id is not None:
        load(request, head.appraisal_id)
    return head


def _where_it_is(request: HttpRequest, head: pages.Head) -> HttpResponse:
    messages.info(request, ALREADY)
    if head.result is None:
        return redirect("appraisal:list")
    return redirect("appraisal:overview", appraisal_id=head.result)


def _or_404(ask: Callable[[], Any]) -> Any:
    try:
        return ask()
    except Missing as missing:
        raise Http404(str(missing)) from missing
