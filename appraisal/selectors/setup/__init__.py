"""What set-up pages need beside the snapshot: versions, what was removed, what a removal takes along."""

from appraisal.selectors.setup.removing import goes_with, why_option_stays
from appraisal.selectors.setup.state import (
    Removed,
    SetupState,
    part_versions,
    setup_state,
    weights_to_give,
    weights_waiting,
)
from appraisal.selectors.setup.templates import OwnTemplate, own_templates

__all__ = [
    "OwnTemplate",
    "Removed",
    "SetupState",
    "goes_with",
    "own_templates",
    "part_versions",
    "setup_state",
    "weights_to_give",
    "weights_waiting",
    "why_option_stays",
]
