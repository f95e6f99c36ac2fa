"""The Robustness page: what would change the ranking, exact and drawn."""

from appraisal.selectors.pages.robustness.one_line import OneLine, Varied, one_line
from appraisal.selectors.pages.robustness.page import (
    Basis,
    Exact,
    Standing,
    basis,
    draw,
    exact,
    paragraphs,
    refused,
    standing,
    standing_of,
)
from appraisal.selectors.pages.robustness.weightings import Weightings, weightings

__all__ = [
    "Basis",
    "Exact",
    "OneLine",
    "Standing",
    "Varied",
    "Weightings",
    "basis",
    "draw",
    "exact",
    "one_line",
    "paragraphs",
    "refused",
    "standing",
    "standing_of",
    "weightings",
]
