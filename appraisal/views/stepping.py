"""What the pages of the set-up share: who changes what and when, and a step up or down in a list."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone

from organisations.errors import Invalid, Stale

MOVED_ON = "Somebody else changed the order after you opened the page, so nothing was moved. Look again."


def who(request: HttpRequest, appraisal_id: uuid.UUID) -> dict[str, Any]:
    """Who changes what, and when: what every service is told first."""
    return {"actor": request.user, "at": timezone.now(), "appraisal_id": appraisal_id}


def step_sent(request: HttpRequest) -> tuple[str, int] | None:
    """(direction, place) of the button that was pressed: its name is up or down, its value the place."""
    for direction in ("up", "down"):
        place = request.POST.get(direction, "")
        if place.isascii() and place.isdigit() and len(place) < 6:
            return direction, int(place)
    return None


def stepped(request: HttpRequest, move: Callable[[], object], done: str) -> None:
    """Makes the step and says so, or says why not; whoever may not is refused (Refused)."""
    try:
        move()
    except Stale:
        messages.error(request, MOVED_ON)
    except Invalid as invalid:
        messages.error(request, " ".join(problem.message for problem in invalid.problems))
    else:
        messages.success(request, done)
