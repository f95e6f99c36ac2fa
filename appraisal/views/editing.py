"""One save from one form: what it gives, or why nothing was saved, with what was typed still in the form."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from django.http import HttpRequest

from appraisal.forms.editing import Differs, EditForm
from organisations.errors import Invalid, Missing, Refused, Stale

T = TypeVar("T")


class Stands(Protocol):
    """What stands now where a save came too late: its content, version, and who saved it when."""

    content: Any
    version: int


@dataclass(frozen=True)
class Outcome(Generic[T]):
    """``saved`` is what the service gave, else ``status`` and the rest say why there is nothing.

    ``now`` is what stands, and ``theirs`` the fields in which it is not what was sent. ``refusal`` is the
    reason of somebody who may not, or may not any more.
    """

    saved: T | None = None
    status: int = 200
    now: Stands | None = None
    theirs: Iterable[Differs] = ()
    refusal: str = ""

    @property
    def shown(self) -> dict[str, Any]:
        """What templates/appraisal/_not_saved.html prints."""
        return {"now": self.now, "theirs": self.theirs, "refusal": self.refusal}


def sent(request: HttpRequest) -> Any:
    """What a form was filled with, or None for a page that is only opened."""
    return request.POST if request.method == "POST" else None


def submitted(
    request: HttpRequest,
    form: EditForm,
    *,
    may: Callable[[], None],
    save: Callable[[], T],
    initial: Callable[[Any], Mapping[str, Any]] | None = None,
) -> Outcome[T]:
    """Saves a form that was sent. For one that is only opened, ``may`` raises Refused to whom it is not for.

    ``initial`` gives what stands (the content of a service's Now) as values of the form.
    """
    if request.method != "POST":
        may()
        return Outcome()
    return attempt(form, save, initial) if form.is_valid() else Outcome(status=422)


def attempt(
    form: EditForm, save: Callable[[], T], initial: Callable[[Any], Mapping[str, Any]] | None = None
) -> Outcome[T]:
    """Saves what a valid form holds. Problems are put at their fields."""
    try:
        return Outcome(saved=save())
    except Stale as stale:
        now: Any = stale.current
        theirs = form.differing(initial(now.content)) if initial else ()
        return Outcome(status=409, now=now, theirs=theirs)
    except Refused as refused:
        return Outcome(status=403, refusal=refused.reason)
    except Missing as missing:
        # It was there when the page was opened; a bare 404 would take along what was typed.
        text = str(missing)
        said = "" if "removed" in text else " Somebody may have removed it meanwhile."
        return Outcome(status=409, refusal=f"{text}{said}")
    except Invalid as invalid:
        for problem in invalid.problems:
            form.refuse(problem.path, problem.message)
        return Outcome(status=422)
