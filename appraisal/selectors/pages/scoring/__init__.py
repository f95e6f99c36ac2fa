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
from appraisal.selectors.pages.scoring.paste import Column, PreviewRow, column, preview
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
    "column",
    "first_unfinished",
    "lacks_rationale",
    "line_asks",
    "line_page",
    "option_page",
    "preview",
    "progress_now",
]
