"""What every page of the set-up is given, and how the form of one thing is answered."""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from appraisal import policies
from appraisal.forms.setup.base import SetupForm
from appraisal.selectors.appraisals import AppraisalValue
from appraisal.views.editing import Outcome
from appraisal.views.tabs import tabs

SET_UP, CRITERIA = "Set up", "Criteria"


def shared(appraisal: AppraisalValue, tab: str = SET_UP) -> dict[str, Any]:
    """``reason`` says why nothing can come, go or move; ``text_reason`` why no text can change."""
    standing, stage = appraisal.standing, appraisal.stage
    return {
        "appraisal": appraisal,
        "tabs": tabs(appraisal.id, tab),
        "reason": policies.reason_against(policies.may_edit_setup, standing, stage),
        "text_reason": policies.reason_against(policies.may_mend_texts, standing, stage),
    }


def show(
    request: HttpRequest,
    appraisal: AppraisalValue,
    template: str,
    form: SetupForm,
    outcome: Outcome | None = None,
    *,
    tab: str = SET_UP,
    **more: Any,
) -> HttpResponse:
    """The page of a form; after an attempt that saved nothing, with why not and with all that was sent."""
    context = shared(appraisal, tab) | {"form": form} | more
    if outcome is not None:
        context |= outcome.shown
    status = outcome.status if outcome else 200
    return render(request, f"appraisal/setup/{template}.html", context, status=status)


def page_at(name: str, appraisal_id: uuid.UUID, anchor: str, **arguments: Any) -> str:
    """The address of a page, opened at one thing on it."""
    return f"{reverse(f'appraisal:{name}', kwargs={'appraisal_id': appraisal_id, **arguments})}#{anchor}"
