"""What stands round the figures: entries of the timeline and the like, added, changed, moved, taken out."""

import uuid
from dataclasses import replace
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from appraisal import policies
from appraisal.forms.editing import EditForm
from appraisal.forms.setup.base import SetupForm
from appraisal.forms.setup.parts import NoteForm, ResponsibilityForm, TimelineForm
from appraisal.forms.setup.sections import SECTION_FORMS
from appraisal.selectors.appraisals import AppraisalValue
from appraisal.selectors.pages import setup as pages
from appraisal.services import setup
from appraisal.views.editing import Outcome, sent, submitted
from appraisal.views.loaders import found, guarded, load
from appraisal.views.setup.shared import page_at, shared, show
from appraisal.views.stepping import step_sent, stepped, who
from organisations.errors import Invalid

FORMS: dict[str, type[SetupForm]] = {
    "timeline": TimelineForm,
    "responsibilities": ResponsibilityForm,
    "notes": NoteForm,
}


@guarded
@never_cache
@require_safe
def part(request: HttpRequest, appraisal_id: uuid.UUID, part: str) -> HttpResponse:
    """The entries of one part, in their order."""
    appraisal = load(request, appraisal_id)
    page = found(pages.part_page(appraisal_id, part), "part")
    return render(request, "appraisal/setup/part.html", shared(appraisal) | {"page": page})


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def add_entry(request: HttpRequest, appraisal_id: uuid.UUID, part: str, kind: str = "") -> HttpResponse:
    """One more entry, at the end; of further material, one of a ``kind``."""
    appraisal = load(request, appraisal_id)
    stands = found(pages.part_page(appraisal_id, part), "part")
    form = _form(request, stands, None, kind)
    if _grows(request, form):
        return show(request, appraisal, "entry", form, stands=stands, adds=True)
    outcome = _attempt(
        request, appraisal, form, stands, lambda content: (*content, form.part), len(stands.content)
    )
    if outcome.saved is None:
        return show(request, appraisal, "entry", form, outcome, stands=stands, adds=True)
    messages.success(request, f"The {stands.part.noun} was added.")
    if "another" in request.POST:
        return redirect(request.path)
    return redirect(_at(appraisal_id, part, len(stands.content)))


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def edit_entry(request: HttpRequest, appraisal_id: uuid.UUID, part: str, place: int) -> HttpResponse:
    """One entry, by its place in the list that was shown."""
    appraisal = load(request, appraisal_id)
    stands = found(pages.part_page(appraisal_id, part), "part")
    entry = stands.content[place] if place < len(stands.content) else None
    if entry is None and request.method != "POST":
        raise Http404("This appraisal has no such entry.")
    form = _form(request, stands, entry, "")
    if _grows(request, form):
        return show(request, appraisal, "entry", form, stands=stands)
    outcome = _attempt(
        request,
        appraisal,
        form,
        stands,
        lambda content: (*content[:place], form.part, *content[place + 1 :]),
        place,
    )
    if outcome.saved is None:
        return show(request, appraisal, "entry", form, outcome, stands=stands)
    messages.success(request, f"The {stands.part.noun} is saved.")
    return redirect(_at(appraisal_id, part, place))


@guarded
@require_POST
def move_entry(request: HttpRequest, appraisal_id: uuid.UUID, part: str, place: int) -> HttpResponse:
    """One step up or down; the page then opens at the entry."""
    load(request, appraisal_id)
    stands = found(pages.part_page(appraisal_id, part), "part")
    direction, version = found(step_sent(request), "step")
    goes = place + (1 if direction == "down" else -1)
    order = [*range(len(stands.content))]
    if not (place in order and goes in order):
        raise Http404("This appraisal has no such entry.")
    order[place], order[goes] = order[goes], order[place]
    content = tuple(stands.content[index] for index in order)
    move = partial(setup.save_part, **who(request, appraisal_id), part=part, content=content, version=version)
    stepped(request, move, f"The {stands.part.noun} moved {direction} one place.")
    return redirect(_at(appraisal_id, part, goes))


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def remove_entry(request: HttpRequest, appraisal_id: uuid.UUID, part: str, place: int) -> HttpResponse:
    """Shows the entry once more, and takes it out."""
    appraisal = load(request, appraisal_id)
    stands = found(pages.part_page(appraisal_id, part), "part")
    row = found(stands.rows[place] if place < len(stands.rows) else None, "entry")
    form = EditForm(sent(request), initial={"version": stands.version})
    outcome = submitted(
        request,
        form,
        may=partial(policies.may_mend_texts, appraisal.standing, appraisal.stage),
        save=lambda: setup.save_part(
            **who(request, appraisal_id),
            part=part,
            content=(*stands.content[:place], *stands.content[place + 1 :]),
            version=form.seen,
        ),
    )
    if outcome.saved is None:
        if outcome.now:  # it is another now: the page asks again, at the version it shows
            form = EditForm(initial={"version": stands.version})
        return show(request, appraisal, "remove_entry", form, outcome, stands=stands, row=row)
    messages.success(request, f"The {stands.part.noun} was removed.")
    return redirect("appraisal:setup_part", appraisal_id=appraisal_id, part=part)


def _form(request: HttpRequest, stands: pages.PartPage, entry: Any, kind: str) -> Any:
    """The form of one entry; every entry carries the version of the whole list."""
    filled = {"content": entry, "version": stands.version}
    if stands.part.id == "sections":
        form = found(SECTION_FORMS.get(entry.kind if entry else kind), "kind of section")
        return form(sent(request), **filled)
    if stands.part.id == "notes":
        return NoteForm(sent(request), subjects=stands.subjects, **filled)
    return FORMS[stands.part.id](sent(request), **filled)


def _grows(request: HttpRequest, form: SetupForm) -> bool:
    """Whether only a further row or column was asked for."""
    return "more" in request.POST and form.is_valid()


def _attempt(
    request: HttpRequest,
    appraisal: AppraisalValue,
    form: Any,
    stands: pages.PartPage,
    changed: Any,
    place: int,
) -> Outcome:
    """Saves the list with the entry in it, and says what stands at its place where that came too late."""
    head = f"{stands.part.id}[{place}]."

    def save() -> object:
        try:
            return setup.save_part(
                **who(request, appraisal.id),
                part=stands.part.id,
                content=changed(stands.content),
                version=form.seen,
            )
        except Invalid as invalid:
            raise Invalid(
                [replace(each, path=each.path.removeprefix(head)) for each in invalid.problems]
            ) from None

    def theirs(content: tuple[Any, ...]) -> dict[str, Any]:
        return form.held(content[place]) if place < len(content) else {}

    return submitted(
        request,
        form,
        may=partial(policies.may_mend_texts, appraisal.standing, appraisal.stage),
        save=save,
        initial=theirs if place < len(stands.content) else None,
    )


def _at(appraisal_id: uuid.UUID, part: str, place: int) -> str:
    return page_at("setup_part", appraisal_id, f"entry-{place}", part=part)
