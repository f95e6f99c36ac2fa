"""Taking a criteria group or a line out, and bringing it back."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from appraisal import policies
from appraisal.selectors.pages import setup as pages
from appraisal.services import setup
from appraisal.views.loaders import guarded
from appraisal.views.removing import Removable, removal, restoring
from appraisal.views.setup.shared import CRITERIA, shared

GROUP = Removable(
    noun="criteria group",
    page="appraisal:criteria",
    argument="group_id",
    may=policies.may_edit_setup,
    look=lambda appraisal_id, name: pages.criterion_to_remove(appraisal_id, f"groups/{name}"),
    remove=setup.remove_group,
    restore=setup.restore_group,
    shared=lambda appraisal: shared(appraisal, CRITERIA),
)
LINE = Removable(
    noun="line",
    page="appraisal:criteria",
    argument="sub_criterion_id",
    may=policies.may_edit_setup,
    look=lambda appraisal_id, name: pages.criterion_to_remove(appraisal_id, f"sub-criteria/{name}"),
    remove=setup.remove_sub_criterion,
    restore=setup.restore_sub_criterion,
    shared=lambda appraisal: shared(appraisal, CRITERIA),
)


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def remove_group(request: HttpRequest, appraisal_id: uuid.UUID, group: str) -> HttpResponse:
    """Says what goes with the group and what is kept; then takes it out."""
    return removal(request, appraisal_id, GROUP, group)


@guarded
@require_POST
def restore_group(request: HttpRequest, appraisal_id: uuid.UUID, group: str) -> HttpResponse:
    """Brings a removed group back with its lines."""
    return restoring(request, appraisal_id, GROUP, group)


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def remove_line(request: HttpRequest, appraisal_id: uuid.UUID, line: str) -> HttpResponse:
    """Says what goes with the line and what is kept; then takes it out."""
    return removal(request, appraisal_id, LINE, line)


@guarded
@require_POST
def restore_line(request: HttpRequest, appraisal_id: uuid.UUID, line: str) -> HttpResponse:
    """Brings a removed line back with its scores."""
    return restoring(request, appraisal_id, LINE, line)
