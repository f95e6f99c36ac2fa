"""Scoring: by line or by option, each cell saved by itself, or a column pasted."""

from appraisal.views.scoring.cells import save_cell
from appraisal.views.scoring.pages import score_line, score_option, scoring
from appraisal.views.scoring.paste import paste_column, paste_down

__all__ = ["paste_column", "paste_down", "save_cell", "score_line", "score_option", "scoring"]
