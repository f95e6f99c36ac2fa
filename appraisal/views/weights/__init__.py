"""Weights: what counts for how much, each set, swing weighting, the method, and the seal."""

from appraisal.views.weights.page import (
    choose_method,
    move_weight_set,
    remove_weight_set,
    seal_weights,
    weights,
)
from appraisal.views.weights.sets import add_weight_set, edit_weight_set
from appraisal.views.weights.swing import swing_weights

__all__ = [
    "add_weight_set",
    "choose_method",
    "edit_weight_set",
    "move_weight_set",
    "remove_weight_set",
    "seal_weights",
    "swing_weights",
    "weights",
]
