"""Figures -> SVG for page and PDF alike; the same bytes for the same figures, and a table beside each.

**What a bar says.** Its length is the total, drawn from 0, so that twice the length is twice the total and
the parts add up to the whole; nothing is cut off to make a lead look larger. Where a scale starts above 0 no
bar can be empty, and the words below say from where totals run. Where totals can be below 0, parts below 0
lie to the left of a line at 0, parts above it to the right, and an upright mark shows the total itself.

**What is missing** is not drawn as nought. A criteria group with a missing score is pale and as long as its
lowest possible total; stripes run from the lowest to the highest total that the missing scores still allow.

Presentation attributes only: a strict Content-Security-Policy and WeasyPrint draw the same. White gaps, the
letters in the bars and the order of the groups carry the meaning without colour.
"""

from appraisal.charts.fluid import fluid_bar
from appraisal.charts.picture import stacked_bars, stacked_bars_in_parts
from appraisal.charts.switching import switch_bar
from appraisal.charts.totals import Straight, Upright, totals_picture

__all__ = [
    "Straight",
    "Upright",
    "fluid_bar",
    "stacked_bars",
    "stacked_bars_in_parts",
    "switch_bar",
    "totals_picture",
]
