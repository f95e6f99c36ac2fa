"""Report -> PDF, by WeasyPrint."""

from reports.render_pdf.printing import render_html, render_pdf

__all__ = ["render_html", "render_pdf"]
