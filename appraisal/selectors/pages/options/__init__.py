"""The Options pages: the list, one option, the filter of the long list, and what is removed."""

from appraisal.selectors.pages.options.filtering import FilterPage, filter_page
from appraisal.selectors.pages.options.listing import OptionsPage, options_page
from appraisal.selectors.pages.options.one import (
    Factor,
    OptionPage,
    OptionToEdit,
    ToRemove,
    factor_to_edit,
    next_number,
    option_page,
    option_to_edit,
    to_remove,
)

__all__ = [
    "Factor",
    "FilterPage",
    "OptionPage",
    "OptionToEdit",
    "OptionsPage",
    "ToRemove",
    "factor_to_edit",
    "filter_page",
    "next_number",
    "option_page",
    "option_to_edit",
    "options_page",
    "to_remove",
]
