"""What a report says: made once, printed by every renderer."""

from reports.content.build import Source, report
from reports.content.parts import Facts, Grid, Report

__all__ = ["Facts", "Grid", "Report", "Source", "report"]
