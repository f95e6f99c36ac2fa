"""What every page of weights is given."""

from typing import Any

from appraisal import policies
from appraisal.core.snapshot import Snapshot
from appraisal.forms.setup.weights import WeightsForm
from appraisal.selectors.appraisals import AppraisalValue
from appraisal.selectors.pages import weights as pages
from appraisal.services import setup
from appraisal.services.setup.reading_weights import read_weights
from appraisal.views.tabs import tabs
from organisations.errors import Invalid


def shared(appraisal: AppraisalValue) -> dict[str, Any]:
    """``reason`` says why weights cannot be changed, if so."""
    return {
        "appraisal": appraisal,
        "tabs": tabs(appraisal.id, "Weights"),
        "reason": policies.reason_against(policies.may_edit_weights, appraisal.standing, appraisal.stage),
    }


NONE_YET = pages.Typed({}, {}, "The sum stands here once every weight can be read.")


def typed_shares(snapshot: Snapshot, form: WeightsForm) -> pages.Typed:
    """What the figures in the form come to, as far as they can be read."""
    typed = setup.WeightsInput(**{**form.values, "name": "Not saved yet"})
    try:
        return pages.typed_shares(snapshot, read_weights(typed, snapshot, ()))
    except Invalid:
        return NONE_YET
