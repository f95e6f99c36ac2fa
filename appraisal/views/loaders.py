"""From an address to what it names, for this person: absence is a 404, a refusal a 403 that says why.

Every view of an appraisal carries ``@guarded`` and begins with ``load``. Outside the person's bodies an
appraisal does not exist, so that a wrong address and somebody else's appraisal cannot be told apart.
"""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

from appraisal.selectors import appraisals
from organisations.errors import Missing, Refused

P = ParamSpec("P")
T = TypeVar("T")


def load(request: HttpRequest, appraisal_id: uuid.UUID) -> appraisals.AppraisalValue:
    """The appraisal, when one of the person's bodies takes part in it; else raises Http404."""
    try:
        return appraisals.get(request.user, appraisal_id)
    except Missing as missing:
        raise Http404(str(missing)) from missing


def found(value: T | None, what: str) -> T:
    """``value``, or Http404 where there is none; ``what`` names the thing in the sentence."""
    if value is None:
        raise Http404(f"This appraisal has no such {what}.")
    return value


def guarded(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """The view, with a Refused or Missing that it lets through answered by the 403 page or the 404 page."""

    @wraps(view)
    def answer(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Refused as refused:
            raise PermissionDenied(refused.reason) from refused
        except Missing as missing:
            raise Http404(str(missing)) from missing

    return answer
