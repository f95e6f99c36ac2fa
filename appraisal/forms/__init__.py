"""What people send while they score and recommend, read into values. Nothing here knows a row or a right.

A form reads and cleans. Whether a score is on its scale, and whether this person may give it, a service
says.
"""

from appraisal.forms.cell import IN_THE_BOX, NAMED, CellForm
from appraisal.forms.column import ColumnForm, PastedRow, read_column
from appraisal.forms.recommendation import RecommendationForm

__all__ = ["IN_THE_BOX", "NAMED", "CellForm", "ColumnForm", "PastedRow", "RecommendationForm", "read_column"]
