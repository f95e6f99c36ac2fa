"""Broken appraisal files: what was changed in a good one, and every problem to be named.

``BAD_FILES`` is the whole table; ``Broken.data()`` is the file as JSON values; ``small()`` is the good one.
"""

from tests.core.bad_files import around, cells, criteria, head, long_list, options, parts, values
from tests.core.bad_files.good import Broken, small

BAD_FILES = (
    *head.TABLE,
    *around.TABLE,
    *criteria.TABLE,
    *values.TABLE,
    *long_list.TABLE,
    *parts.TABLE,
    *options.TABLE,
    *cells.TABLE,
)

__all__ = ["BAD_FILES", "Broken", "small"]
