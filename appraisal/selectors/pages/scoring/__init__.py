"""What the scoring pages show: one line across the options, or one option down the lines. Never the whole matrix."""

from appraisal.selectors.pages.scoring.cells import CellPanel, Choice, panel, shown_cell
from appraisal.selectors.pages.scoring.page import (
    Column,
    ScoringPage,
    column,
    first_unfinished,
    line_kind,
    line_page,
    option_page,
    progress_now,
)
from appraisal.selectors.pages.scoring.progress import Progress, progress

__all__ = [
    "CellPanel",
    "Choice",
    "Column",
    "Progress",
    "ScoringPage",
    "column",
    "first_unfinished",
    "line_kind",
    "line_page",
    "option_page",
    "panel",
    "progress",
    "progress_now",
    "shown_cell",
]
