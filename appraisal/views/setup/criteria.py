"""The Criteria page; groups and lines added, changed and put in order."""

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
from appraisal.forms.setup.criteria import GroupForm, LineForm
from appraisal.selectors.pages import setup as pages
from appraisal.services import setup
from appraisal.views.editing import sent, submitted
from appraisal.views.loaders import found, guarded, load
from appraisal.views.setup.shared import CRITERIA, page_at, shared, show
from appraisal.views.stepping import step_sent, stepped, who


@guarded
@never_cache
@require_safe
def criteria(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """Every group with its lines, and what was removed."""
    appraisal = load(request, appraisal_id)
    context = shared(appraisal, CRITERIA) | {"page": pages.criteria_page(appraisal_id)}
    return render(request, "appraisal/setup/criteria.html", context)


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def add_group(request: HttpRequest, appraisal_id: uuid.UUID) -> HttpResponse:
    """One more criteria group, at the end."""
    appraisal = load(request, appraisal_id)
    form = GroupForm(sent(request))
    outcome = submitted(
        request,
        form,
        may=partial(policies.may_edit_setup, appraisal.standing, appraisal.stage),
        save=lambda: setup.add_group(**who(request, appraisal_id), group=setup.GroupInput(**form.values)),
    )
    if outcome.saved is None:
        return show(request, appraisal, "group", form, outcome, tab=CRITERIA)
    messages.success(request, f"The group “{form.cleaned_data['name']}” was added. Now add its lines.")
    return redirect("appraisal:add_line", appraisal_id=appraisal_id, group=outcome.saved.id)


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def edit_group(request: HttpRequest, appraisal_id: uuid.UUID, group: str) -> HttpResponse:
    """Name, short name, stem and guidance of a group."""
    appraisal = load(request, appraisal_id)
    stands = pages.group_to_edit(appraisal_id, group)
    if stands.group is None and request.method != "POST":
        raise Http404("This appraisal has no such criteria group.")
    content = setup.group_input(stands.group) if stands.group else None
    form = GroupForm(sent(request), content=content, version=stands.version)
    outcome = submitted(
        request,
        form,
        may=partial(policies.may_mend_texts, appraisal.standing, appraisal.stage),
        save=lambda: setup.save_group(
            **who(request, appraisal_id),
            group_id=group,
            group=setup.GroupInput(**form.values),
            version=form.seen,
        ),
        initial=form.held,
    )
    if outcome.saved is None:
        return show(request, appraisal, "group", form, outcome, tab=CRITERIA, stands=stands)
    messages.success(request, f"The group “{form.cleaned_data['name']}” is saved.")
    return redirect(page_at("criteria", appraisal_id, f"group-{group}"))


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def add_line(request: HttpRequest, appraisal_id: uuid.UUID, group: str) -> HttpResponse:
    """One more line at the end of a group."""
    appraisal = load(request, appraisal_id)
    stands = pages.line_to_edit(appraisal_id)
    of_group = dict(stands.groups).get(group, "")
    if not of_group and request.method != "POST":
        raise Http404("This appraisal has no such criteria group.")
    form = LineForm(sent(request), groups=stands.groups, group=group)
    outcome = submitted(
        request,
        form,
        may=partial(policies.may_edit_setup, appraisal.standing, appraisal.stage),
        save=lambda: setup.add_sub_criterion(
            **who(request, appraisal_id), group_id=group, sub_criterion=_line_of(form, None)
        ),
    )
    if outcome.saved is None:
        more = {"stands": stands, "group": of_group}
        return show(request, appraisal, "line", form, outcome, tab=CRITERIA, **more)
    messages.success(request, f"The line “{form.cleaned_data['name']}” was added.")
    if "another" in request.POST:
        return redirect("appraisal:add_line", appraisal_id=appraisal_id, group=group)
    return redirect(page_at("criteria", appraisal_id, f"line-{outcome.saved.id}"))


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def edit_line(request: HttpRequest, appraisal_id: uuid.UUID, line: str) -> HttpResponse:
    """A line: its texts and, while the appraisal is set up, how it is judged and where it stands."""
    appraisal = load(request, appraisal_id)
    stands = pages.line_to_edit(appraisal_id, line)
    if stands.line is None and request.method != "POST":
        raise Http404("This appraisal has no such line.")
    content = setup.sub_criterion_input(stands.line.sub_criterion) if stands.line else None
    refusal = policies.reason_against(policies.may_edit_setup, appraisal.standing, appraisal.stage)
    form = LineForm(
        sent(request),
        groups=stands.groups,
        group=stands.line.group.id if stands.line else "",
        judged=not refusal,
        content=content,
        version=stands.version,
    )
    outcome = submitted(
        request,
        form,
        may=partial(policies.may_mend_texts, appraisal.standing, appraisal.stage),
        save=lambda: setup.save_sub_criterion(
            **who(request, appraisal_id),
            sub_criterion_id=line,
            sub_criterion=_line_of(form, content),
            version=form.seen,
            group_id=form.goes_to,
        ),
        initial=form.held,
    )
    if outcome.saved is None:
        return show(request, appraisal, "line", form, outcome, tab=CRITERIA, stands=stands)
    messages.success(request, f"The line “{form.cleaned_data['name']}” is saved.")
    return redirect(page_at("criteria", appraisal_id, f"line-{line}"))


@guarded
@require_POST
def move_group(request: HttpRequest, appraisal_id: uuid.UUID, group: str) -> HttpResponse:
    """One step up or down; the page then opens at the group."""
    load(request, appraisal_id)
    direction, place = found(step_sent(request), "step")
    step = {"direction": direction, "place": place}
    move = partial(setup.move_group, **who(request, appraisal_id), group_id=group, **step)
    stepped(request, move, f"The group moved {direction} one place.")
    return redirect(page_at("criteria", appraisal_id, f"group-{group}"))


@guarded
@require_POST
def move_line(request: HttpRequest, appraisal_id: uuid.UUID, line: str) -> HttpResponse:
    """One step up or down in its group; the page then opens at the line."""
    load(request, appraisal_id)
    direction, place = found(step_sent(request), "step")
    step = {"direction": direction, "place": place}
    move = partial(setup.move_sub_criterion, **who(request, appraisal_id), sub_criterion_id=line, **step)
    stepped(request, move, f"The line moved {direction} one place.")
    return redirect(page_at("criteria", appraisal_id, f"line-{line}"))


def _line_of(form: LineForm, stands: setup.SubCriterionInput | None) -> setup.SubCriterionInput:
    """The line as its form holds it, with what the form leaves out as it stands."""
    if not form.judged:
        return replace(stands or setup.SubCriterionInput(name=""), **form.texts)
    scale: Any = form.scale
    return setup.SubCriterionInput(
        **form.texts,
        **form.judging,
        value=setup.ValueInput(**form.value),
        scale=None if scale is None else setup.ScaleInput(**scale),
    )
