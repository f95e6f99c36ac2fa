"""Bringing in a spreadsheet or an appraisal file: sent, read, previewed cell by cell, applied or left."""

from appraisal.views.importing.preview import apply_import, discard_import, import_plan, read_again
from appraisal.views.importing.sending import import_file, import_scores, import_workbook

__all__ = [
    "apply_import",
    "discard_import",
    "import_file",
    "import_plan",
    "import_scores",
    "import_workbook",
    "read_again",
]
