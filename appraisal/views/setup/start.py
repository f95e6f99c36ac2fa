"""Starting an appraisal: from a criteria template or as a copy; and keeping criteria as a template."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from appraisal.forms.setup.base import SetupForm
from appraisal.forms.setup.start import CopyForm, StartForm, TemplateForm
from appraisal.selectors.pages import setup as pages
from appraisal.services import setup
from appraisal.views.editing import attempt, sent, submitted
from appraisal.views.loaders import found, guarded, load
from appraisal.views.setup.shared import show
from appraisal.views.stepping import who
from organisations.errors import Refused

BLANK = "blank"


@guarded
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """The ways to begin; for somebody who may not, why not."""
    context = {"page": pages.start_page(request.user), "templates": setup.built_in_templates()}
    return render(request, "appraisal/setup/start.html", context)


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def start_new(request: HttpRequest) -> HttpResponse:
    """From a criteria template: the body that leads, the title, and the criteria to begin with."""
    page = pages.start_page(request.user)
    form = StartForm(
        sent(request),
        bodies=page.bodies,
        templates=_templates(page),
        chosen=request.GET.get("template", BLANK),
    )

    def create() -> setup.Created:
        asked = form.cleaned_data
        return setup.create_appraisal(
            actor=request.user,
            at=timezone.now(),
            organisation_id=uuid.UUID(asked["organisation"]),
            title=asked["title"],
            template=asked["template"],
            slug=asked["slug"],
        )

    return _begun(request, page, form, create, "start_new")


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def start_copy(request: HttpRequest) -> HttpResponse:
    """As a copy of an appraisal that the person sees, with or without its scores."""
    page = pages.start_page(request.user)
    form = CopyForm(
        sent(request), bodies=page.bodies, sources=page.sources, chosen=request.GET.get("source", "")
    )

    def create() -> setup.Created:
        asked = form.cleaned_data
        return setup.copy_appraisal(
            actor=request.user,
            at=timezone.now(),
            organisation_id=uuid.UUID(asked["organisation"]),
            source=uuid.UUID(asked["source"]),
            title=asked["title"],
            with_scores=asked["scores"] == "yes",
            slug=asked["slug"],
        )

    return _begun(request, page, form, create, "start_copy")


def _begun(
    request: HttpRequest,
    page: pages.StartPage,
    form: SetupForm,
    create: Callable[[], setup.Created],
    template: str,
) -> HttpResponse:
    """On to the set-up of what was started; or the form, with why nothing was."""
    if page.reason:
        raise Refused(page.reason)
    if request.method != "POST":
        return render(request, f"appraisal/setup/{template}.html", {"form": form})
    outcome = attempt(form, create) if form.is_valid() else None
    if outcome is None or outcome.saved is None:
        context = {"form": form} | (outcome.shown if outcome else {})
        status = outcome.status if outcome else 422
        return render(request, f"appraisal/setup/{template}.html", context, status=status)
    messages.success(request, "The appraisal was started. Set it up step by step below.")
    return redirect("appraisal:setup", appraisal_id=outcome.saved.appraisal_id)


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def save_template(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """Keeps the criteria and the scale for the next appraisals of a body."""
    appraisal = load(request, appraisal_id)
    bodies, reason = pages.may_start_for(request.user)
    if reason:
        raise Refused(reason)
    form = TemplateForm(sent(request), bodies=bodies)

    def save() -> uuid.UUID:
        asked = form.cleaned_data
        return setup.save_own_template(
            **who(request, appraisal_id),
            organisation_id=uuid.UUID(asked["organisation"]),
            name=asked["name"],
            description=asked["description"],
        )

    outcome = submitted(request, form, may=lambda: None, save=save)
    if outcome.saved is None:
        return show(request, appraisal, "template", form, outcome)
    messages.success(
        request, f"“{form.cleaned_data['name']}” is kept. It is offered when an appraisal starts."
    )
    return redirect("appraisal:setup", appraisal_id=appraisal_id)


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def remove_template(request: HttpRequest, template_id: uuid.UUID) -> HttpResponse:
    """Asks first, and takes an own template away; appraisals that began with it keep their criteria."""
    rows = pages.template_rows(request.user)
    row = found(next((each for each in rows if each.template.id == template_id), None), "template")
    if row.reason:
        raise Refused(row.reason)
    if request.method != "POST":
        return render(request, "appraisal/setup/remove_template.html", {"kept": row.template})
    setup.remove_own_template(actor=request.user, at=timezone.now(), template_id=template_id)
    messages.success(request, f"“{row.template.name}” is offered no more.")
    return redirect("appraisal:start")


def _templates(page: pages.StartPage) -> list[tuple[str, str, str]]:
    """(id, name, description) of every template: the site's own, then those that bodies keep."""
    built_in = [(each.id, each.name, each.description) for each in setup.built_in_templates()]
    kept = [row.template for row in page.templates]
    own = [(str(each.id), f"{each.name} ({each.organisation})", each.description) for each in kept]
    return [*built_in, *own]
