"""Bringing in a workbook, a pasted table or an appraisal file: read, planned, previewed, applied.

What was previewed is what is applied: the plan is stored with the versions of the cells that it was made on,
belongs to the person who brought the file in, and is kept for a day. Until it is applied nothing of the
appraisal changes, and so nothing is written to its history.
"""

from appraisal.services.workbook_import.applying import Applied, apply_plan
from appraisal.services.workbook_import.planning import (
    FILE,
    begin,
    choose,
    discard,
    store_plan,
)

__all__ = ["FILE", "Applied", "apply_plan", "begin", "choose", "discard", "store_plan"]
