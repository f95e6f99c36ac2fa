"""What the scoring pages show: one line across the options, or one option down the lines."""

from appraisal.selectors.pages.scoring.cells import CellPanel, Shown, as_sent, lacks_rationale
from appraisal.selectors.pages.scoring.choices import Choice
from appraisal.selectors.pages.scoring.page import (
    ScoringPage,
    first_unfinished,
    line_asks,
    line_page,
    option_page,
    progress_now,
)
from appraisal.selectors.pages.scoring.paste import Column, PreviewRow, line_column, option_column, preview
from appraisal.selectors.pages.scoring.progress import Progress

__all__ = [
    "CellPanel",
    "Choice",
    "Column",
    "PreviewRow",
    "Progress",
    "ScoringPage",
    "Shown",
    "as_sent",
    "first_unfinished",
    "lacks_rationale",
    "line_asks",
    "line_column",
    "line_page",
    "option_column",
    "option_page",
    "preview",
    "progress_now",
]
