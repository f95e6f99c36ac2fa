"""Report -> PDF/UA-1 by WeasyPrint: portrait summary, landscape appendix, headings tied to cells.

WeasyPrint and pikepdf are imported inside: they cost seconds that no other page should wait for.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from reports.content.parts import Items, Part, Report, Table, TableCell
from reports.render_pdf.long_rows import split_rows

FONTS = "weighbridge-font:"
PORTRAIT_MM = 182
LANDSCAPE_MM = 269
"""Width between the margins; must agree with the page boxes in templates/reports/print.css."""


def render_pdf(report: Report) -> bytes:
    """The report as PDF bytes. Nothing is fetched but the packaged fonts."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    fetcher = _packaged_only()
    style = CSS(
        string=render_to_string("reports/print.css", {"facts": report.facts, "fonts": FONTS}),
        font_config=fonts,
        url_fetcher=fetcher,
    )
    page = HTML(string=render_html(report), url_fetcher=fetcher)
    written = page.write_pdf(
        stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1", custom_metadata=True, full_fonts=False
    )
    return _scoped(written)


def render_html(report: Report) -> str:
    """The page that is printed; long rows already go on in rows of their own."""
    parts = [_fitted(part) for part in report.parts]
    return render_to_string(
        "reports/appendix.html", {"report": report, "facts": report.facts, "parts": parts}
    )


def _fitted(part: Part) -> dict[str, Any]:
    width = LANDSCAPE_MM if part.landscape else PORTRAIT_MM
    return {"landscape": part.landscape, "blocks": [_block(block, width) for block in part.blocks]}


def _block(block: object, width: float) -> dict[str, Any]:
    """A block with the name of the template part that prints it; a table with its widths in per cent."""
    entry: dict[str, Any] = {"kind": type(block).__name__.lower(), "block": block}
    if isinstance(block, Items):
        ticks = block.ticks or [None] * len(block.items)
        entry["ticked"] = block.ticks is not None
        entry["entries"] = [
            {"text": text, "done": done} for text, done in zip(block.items, ticks, strict=True)
        ]
    if isinstance(block, Table):
        total = sum(column.width for column in block.columns)
        shares = [column.width / total for column in block.columns]
        rows = list(split_rows(block.rows, [share * width for share in shares]))
        entry["columns"] = [
            {"column": column, "percent": f"{100 * share:.2f}%"}
            for column, share in zip(block.columns, shares, strict=True)
        ]
        entry["rows"] = [_row(block, row) for row in rows]
    return entry


def _row(table: Table, row: tuple[TableCell, ...]) -> list[dict[str, Any]]:
    return [{"cell": cell, "number": column.number} for cell, column in zip(row, table.columns, strict=True)]


def _packaged_only() -> Any:
    """A fetcher that opens the packaged fonts and nothing else: no file, no host (safety.md 14)."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class PackagedOnly(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            name = url.removeprefix(FONTS)
            path = settings.FRONTEND_DIR / "fonts" / name
            if not url.startswith(FONTS) or "/" in name or path.suffix != ".ttf" or not path.is_file():
                raise ValueError(f"A report may fetch its own fonts only, not {url!r}.")
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": "font/ttf"})

    return PackagedOnly()


def _scoped(pdf: bytes) -> bytes:
    """The same PDF with a scope on every table heading, which WeasyPrint leaves out and readers ask for."""
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as document:
        for element in _elements(document.Root.StructTreeRoot):
            if element.get("/S") == pikepdf.Name.TH:
                _set_scope(element, pikepdf)
        out = BytesIO()
        document.save(out, deterministic_id=True)
    return out.getvalue()


def _elements(root: Any) -> Iterator[Any]:
    """Every structure element below the root. A stack: long reports nest deeper than Python recurses."""
    from pikepdf import Array

    waiting = [root]
    while waiting:
        element = waiting.pop()
        yield element
        kids: Any = element.get("/K")
        if kids is None:
            continue
        for kid in kids if isinstance(kids, Array) else [kids]:
            if hasattr(kid, "keys") and "/S" in kid:
                waiting.append(kid)


def _set_scope(heading: Any, pikepdf: Any) -> None:
    attributes = heading.get("/A")
    known = (
        list(attributes)
        if isinstance(attributes, pikepdf.Array)
        else [attributes]
        if attributes is not None
        else []
    )
    for attribute in known:
        if attribute.get("/O") == pikepdf.Name.Table and "/Scope" in attribute:
            return
    row = heading.get("/P")
    inside_head = row is not None and row.get("/P") is not None and row.P.get("/S") == pikepdf.Name.THead
    scope = pikepdf.Name.Column if inside_head else pikepdf.Name.Row
    heading.A = pikepdf.Array([*known, pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=scope)])
