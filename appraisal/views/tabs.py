"""The tabs of an appraisal: one for each thing that works."""

import uuid

from django.urls import reverse

TABS = (
    ("Overview", "appraisal:overview"),
    ("Set up", "appraisal:setup"),
    ("Options", "appraisal:options"),
    ("Criteria", "appraisal:criteria"),
    ("Weights", "appraisal:weights"),
    ("Scoring", "appraisal:scoring"),
    ("Recommendation", "appraisal:recommendation"),
    ("Results", "appraisal:results"),
    ("Robustness", "appraisal:robustness"),
    ("Checks", "appraisal:checks"),
    ("Reports", "reports:index"),
    ("History", "appraisal:history"),
)


def tabs(appraisal_id: uuid.UUID, current: str) -> list[tuple[str, str, bool]]:
    """Rows (label, address, whether it is the current one); ``current`` is a label, in any case."""
    return [
        (label, reverse(name, kwargs={"appraisal_id": appraisal_id}), label.lower() == current.lower())
        for label, name in TABS
    ]
