"""Taking an option or a success factor out, and bringing it back."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from appraisal import policies
from appraisal.selectors.pages import options as pages
from appraisal.services import setup
from appraisal.views.loaders import guarded
from appraisal.views.options.shared import shared
from appraisal.views.removing import Removable, removal, restoring

OPTION = Removable(
    noun="option",
    page="appraisal:options",
    argument="option_id",
    may=policies.may_edit_setup,
    look=lambda appraisal_id, name: pages.to_remove(appraisal_id, f"options/{name}"),
    remove=setup.remove_option,
    restore=setup.restore_option,
    shared=shared,
    advice=(
        "If it was considered and is not taken forward, drop it instead of removing it: a dropped option "
        "stays in print with its reason."
    ),
)
FACTOR = Removable(
    noun="success factor",
    page="appraisal:filter_options",
    argument="factor_id",
    may=policies.may_mend_texts,
    look=lambda appraisal_id, name: pages.to_remove(appraisal_id, f"success-factors/{name}"),
    remove=setup.remove_success_factor,
    restore=setup.restore_success_factor,
    shared=shared,
)


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def remove_option(request: HttpRequest, appraisal_id: uuid.UUID, option: str) -> HttpResponse:
    """Says what goes with the option and what is kept; then takes it out."""
    return removal(request, appraisal_id, OPTION, option)


@guarded
@require_POST
def restore_option(request: HttpRequest, appraisal_id: uuid.UUID, option: str) -> HttpResponse:
    """Brings a removed option back, with its scores; where they no longer fit, asks what to do."""
    return restoring(request, appraisal_id, OPTION, option)


@guarded
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def remove_factor(request: HttpRequest, appraisal_id: uuid.UUID, factor: str) -> HttpResponse:
    """Says what goes with the success factor; then takes it out."""
    return removal(request, appraisal_id, FACTOR, factor)


@guarded
@require_POST
def restore_factor(request: HttpRequest, appraisal_id: uuid.UUID, factor: str) -> HttpResponse:
    """Brings a removed success factor back, with what was said of each option."""
    return restoring(request, appraisal_id, FACTOR, factor)
