"""Report -> workbook by openpyxl: summary, matrix with live formulas, rationales, and where it came from.

openpyxl is imported inside the functions' modules, and this package only when a workbook is asked for.
"""

from reports.render_excel.workbook import render_excel

__all__ = ["render_excel"]
