"""The long list and the short list: options, their SWOT, and what the long list is held against."""

from appraisal.views.options.filtering import (
    add_factor,
    edit_factor,
    edit_filter,
    filter_options,
    move_factor,
)
from appraisal.views.options.listing import move_option, options
from appraisal.views.options.one import add_option, edit_option, edit_swot, option, option_stage
from appraisal.views.options.removing import (
    remove_factor,
    remove_option,
    restore_factor,
    restore_option,
)

__all__ = [
    "add_factor",
    "add_option",
    "edit_factor",
    "edit_filter",
    "edit_option",
    "edit_swot",
    "filter_options",
    "move_factor",
    "move_option",
    "option",
    "option_stage",
    "options",
    "remove_factor",
    "remove_option",
    "restore_factor",
    "restore_option",
]
