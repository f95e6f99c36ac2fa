"""What every page of options is given."""

import uuid
from typing import Any

from django.urls import reverse

from appraisal import policies
from appraisal.selectors.appraisals import AppraisalValue
from appraisal.views.tabs import tabs


def shared(appraisal: AppraisalValue) -> dict[str, Any]:
    """``reason`` says why options cannot come, go or move; ``text_reason`` why their texts cannot change."""
    return {
        "appraisal": appraisal,
        "tabs": tabs(appraisal.id, "Options"),
        "reason": policies.reason_against(policies.may_edit_setup, appraisal.standing, appraisal.stage),
        "text_reason": policies.reason_against(policies.may_mend_texts, appraisal.standing, appraisal.stage),
    }


def list_at(appraisal_id: uuid.UUID, option: str) -> str:
    """The address of the list, opened at one option."""
    path = reverse("appraisal:options", kwargs={"appraisal_id": appraisal_id})
    return f"{path}#option-{option}"
