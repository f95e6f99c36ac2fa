"""The Weights pages: what counts for how much, each weight set, and what other weights would make of it."""

from appraisal.selectors.pages.weights.beside import SideBySide, side_by_side
from appraisal.selectors.pages.weights.editing import (
    MethodToEdit,
    SetToEdit,
    Typed,
    method_to_edit,
    set_to_edit,
    typed_shares,
)
from appraisal.selectors.pages.weights.page import WeightsPage, weights_page

__all__ = [
    "MethodToEdit",
    "SetToEdit",
    "SideBySide",
    "Typed",
    "WeightsPage",
    "method_to_edit",
    "set_to_edit",
    "side_by_side",
    "typed_shares",
    "weights_page",
]
