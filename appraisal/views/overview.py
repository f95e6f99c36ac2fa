"""The Overview page, and the moves from stage to stage that are made on it."""

import uuid
from collections.abc import Iterator

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from appraisal import policies
from appraisal.forms.move import MoveForm
from appraisal.selectors.appraisals import AppraisalValue
from appraisal.selectors.pages.overview import NextMove, overview_page
from appraisal.services import lifecycle
from appraisal.tables import stage_tag
from appraisal.views.loaders import guarded, load
from appraisal.views.tabs import tabs
from organisations.adapter import signed_in_before
from organisations.errors import Invalid, Refused
from organisations.selectors import signed_in


@guarded
@require_safe
def overview(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """Where the appraisal stands, what is next, and everything that is known of it."""
    return _show(request, load(request, appraisal_id))


@guarded
@require_POST
def move(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """Moves the appraisal; a move that cannot be made shows the page with what stands in its way."""
    appraisal = load(request, appraisal_id)
    policies.may_move_stage(appraisal.standing)
    form = _form(request.POST.get("move_to", ""), request)
    if not form.is_valid():
        return _show(request, appraisal, form, status=422)
    try:
        moved = lifecycle.move(
            actor=request.user, at=timezone.now(), appraisal_id=appraisal_id, **form.cleaned_data
        )
    except Refused as refused:
        # The right is there, so somebody else has moved the appraisal meanwhile.
        form.refuse("", refused.reason)
        return _show(request, load(request, appraisal_id), form, status=409)
    except Invalid as invalid:
        for problem in invalid.problems:
            form.refuse(problem.path, problem.message)
        return _show(request, appraisal, form, status=422)
    messages.success(request, f"The appraisal is now in the stage “{moved.stage.label}”.")
    return redirect("appraisal:overview", appraisal_id=appraisal_id)


def _form(move_to: str, request: HttpRequest | None = None) -> MoveForm:
    """The form of one move; several stand on a page, so each has ids of its own."""
    sent = request.POST if request is not None else None
    return MoveForm(sent, initial={"move_to": move_to}, auto_id=f"move-{move_to}-%s")


def _show(
    request: HttpRequest, appraisal: AppraisalValue, form: MoveForm | None = None, *, status: int = 200
) -> HttpResponse:
    """The page; ``form`` is one that was sent and not taken, and stands in the place of its move."""
    page = overview_page(appraisal, signed_in(request.user), signed_in_before(request))
    context = {
        "appraisal": appraisal,
        "page": page,
        "stage": stage_tag(appraisal.stage),
        "moves": list(_with_forms(page.moves, form)),
        "form": form,
        "tabs": tabs(appraisal.id, "Overview"),
    }
    return render(request, "appraisal/overview.html", context, status=status)


def _with_forms(moves: tuple[NextMove, ...], sent: MoveForm | None) -> Iterator[tuple[NextMove, MoveForm]]:
    for move in moves:
        own = sent is not None and sent.data.get("move_to") == move.to.value
        yield move, sent if own and sent is not None else _form(move.to.value)
