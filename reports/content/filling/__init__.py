"""What the workbook for scoring says and takes: sheets of cells, each locked or open, none computed here.

The layout is that of ``appraisal.workbook.layout``, so that what is written here is what is read back there.
"""

from reports.content.filling.book import Versions, filling_book, scored_options
from reports.content.filling.parts import FillBook

__all__ = ["FillBook", "Versions", "filling_book", "scored_options"]
