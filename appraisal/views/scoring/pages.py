"""The pages by line and by option, and how every answer of this package shows one."""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from appraisal import policies
from appraisal.forms import ColumnForm
from appraisal.selectors.appraisals import AppraisalValue
from appraisal.selectors.pages import scoring as pages
from appraisal.views.loaders import found, guarded, load
from appraisal.views.tabs import tabs

LINE, OPTION = "line", "option"


@guarded
@require_safe
def scoring(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """On to the first line with something left to do; a page that says so where there is no line at all."""
    appraisal = load(request, appraisal_id)
    line = pages.first_unfinished(appraisal)
    if line is None:
        return render(request, "appraisal/scoring_empty.html", shared(appraisal))
    return redirect("appraisal:score_line", appraisal_id=appraisal_id, line=line)


# A page from the browser's store would bring back old versions of its cells.
@guarded
@never_cache
@require_safe
def score_line(request: HttpRequest, appraisal_id: uuid.UUID, line: str) -> HttpResponse:
    """One line across the short-listed options."""
    appraisal = load(request, appraisal_id)
    return show(request, appraisal, page_of(appraisal_id, LINE, line))


@guarded
@never_cache
@require_safe
def score_option(request: HttpRequest, appraisal_id: uuid.UUID, option: str) -> HttpResponse:
    """One short-listed option down all lines."""
    appraisal = load(request, appraisal_id)
    return show(request, appraisal, page_of(appraisal_id, OPTION, option))


def page_of(appraisal_id: uuid.UUID, by: str, name: str) -> pages.ScoringPage:
    """The page by line or by option; Http404 where there is no such line or short-listed option."""
    if by == OPTION:
        return found(pages.option_page(appraisal_id, name), "option on its short list")
    return found(pages.line_page(appraisal_id, name), "line")


def show(
    request: HttpRequest,
    appraisal: AppraisalValue,
    page: pages.ScoringPage,
    *,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """The page as this person may use it; ``?saved=`` names the cell that was saved just now."""
    context = shared(appraisal) | {"page": page} | more
    if not context["reason"]:
        context["column"] = ColumnForm(each="option" if page.by == LINE else "line")
    context["saved"] = next((cell for cell in page.cells if cell.key == request.GET.get("saved")), None)
    return render(request, "appraisal/scoring.html", context, status=status)


def shared(appraisal: AppraisalValue) -> dict[str, Any]:
    """What every page and part of scoring is given: why nothing can be changed (if so), and the day."""
    return {
        "appraisal": appraisal,
        "tabs": tabs(appraisal.id, "Scoring"),
        "reason": policies.reason_against(policies.may_score, appraisal.standing, appraisal.stage),
        "today": timezone.localdate().isoformat(),
    }


def address(appraisal_id: uuid.UUID, by: str, option: str, line: str, *, saved: bool = False) -> str:
    """Where the cell is: its page, with ``?saved=`` where it was saved just now, and its anchor."""
    name, argument = ("score_option", {"option": option}) if by == OPTION else ("score_line", {"line": line})
    path = reverse(f"appraisal:{name}", kwargs={"appraisal_id": appraisal_id, **argument})
    key = f"{option}-{line}"
    return f"{path}{f'?saved={key}' if saved else ''}#cell-{key}"
