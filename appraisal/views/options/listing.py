"""The Options page, and the order of the options."""

import uuid
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from appraisal.selectors.pages import options as pages
from appraisal.services import setup
from appraisal.views.loaders import found, guarded, load
from appraisal.views.options.shared import list_at, shared
from appraisal.views.stepping import step_sent, stepped, who


@guarded
@never_cache
@require_safe
def options(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """Every option in its place: long list, short list, dropped and removed."""
    appraisal = load(request, appraisal_id)
    context = shared(appraisal) | {"page": pages.options_page(appraisal_id)}
    return render(request, "appraisal/options/list.html", context)


@guarded
@require_POST
def move_option(request: HttpRequest, appraisal_id: uuid.UUID, option: str) -> HttpResponse:
    """One step up or down; the page then opens at the option."""
    load(request, appraisal_id)
    direction, place = found(step_sent(request), "step")
    move = partial(
        setup.move_option,
        **who(request, appraisal_id),
        option_id=option,
        direction=direction,
        place=place,
    )
    stepped(request, move, f"The option moved {direction} one place.")
    return redirect(list_at(appraisal_id, option))
