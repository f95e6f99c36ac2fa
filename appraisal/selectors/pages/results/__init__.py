"""The Results pages: the results themselves, all rationales, two options compared, and one cell."""

from appraisal.selectors.pages.results.compare import ComparePage, compare_page
from appraisal.selectors.pages.results.one import CellPage, cell_page
from appraisal.selectors.pages.results.page import BY_NUMBER, BY_RANK, ResultsPage, results_page
from appraisal.selectors.pages.results.rationales import RationalesPage, rationales_page

__all__ = [
    "BY_NUMBER",
    "BY_RANK",
    "CellPage",
    "ComparePage",
    "RationalesPage",
    "ResultsPage",
    "cell_page",
    "compare_page",
    "rationales_page",
    "results_page",
]
