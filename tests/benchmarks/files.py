"""The PDF against bare WeasyPrint on the same tables; a workbook against openpyxl only writing."""

import random
import warnings
from datetime import datetime
from io import BytesIO
from pathlib import Path

import django

from tests.benchmarks.measuring import Figure, ratio, say
from tests.benchmarks.sizes import SIZES, appraisal_data

FIXTURE = Path(__file__).resolve().parents[2] / "fixtures" / "appraisals" / "somerset-2017.json"


def main() -> None:
    """Both, from a snapshot to bytes."""
    django.setup()
    warnings.simplefilter("ignore")
    _pdf()
    _workbook()


def _source() -> object:
    from reports.content import Source

    moment = datetime(2026, 11, 22, 10, 40)
    return Source(revision=1, changed_at=moment, made_at=moment, made_by="benchmark")


def _pdf() -> None:
    from django.template.loader import render_to_string
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    from appraisal.core.snapshot import load_json
    from reports.content import report
    from reports.render_pdf import render_html, render_pdf
    from reports.render_pdf.printing import FONTS, _packaged_only

    snapshot = load_json(FIXTURE.read_bytes())
    made = report(snapshot, _source())
    page, fetcher = render_html(made), _packaged_only()
    style = render_to_string("reports/print.css", {"facts": made.facts, "fonts": FONTS})

    def bare() -> bytes:
        fonts = FontConfiguration()
        sheet = CSS(string=style, font_config=fonts, url_fetcher=fetcher)
        return HTML(string=page, url_fetcher=fetcher).write_pdf(
            stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1"
        )

    measured, one = ratio(lambda: render_pdf(report(snapshot, _source())), bare, rounds=5, times=1)
    say(
        Figure(
            "Somerset's PDF against bare WeasyPrint on the same tables",
            measured,
            "at most 1.3",
            f"from the snapshot to tagged bytes, {one:.1f} s; bare is the same page already laid out as HTML; "
            "median of 5 by turns",
        )
    )


def _workbook() -> None:
    import openpyxl

    from appraisal.core.snapshot import from_dict
    from reports.content import report
    from reports.render_excel import render_excel

    snapshot = from_dict(appraisal_data(*SIZES["L"], random.Random(1)))
    book = openpyxl.load_workbook(BytesIO(render_excel(report(snapshot, _source()))))
    sheets = [
        (sheet.title, [[(cell.value, cell._style) for cell in row] for row in sheet.iter_rows()])
        for sheet in book
    ]

    def writing() -> bytes:
        """The same values with the same looks, from lists."""
        written = openpyxl.Workbook()
        for part in ("_fonts", "_fills", "_borders", "_alignments", "_number_formats", "_cell_styles"):
            setattr(written, part, getattr(book, part))
        written.remove(written.active)
        for title, rows in sheets:
            sheet = written.create_sheet(title)
            for at, row in enumerate(rows, start=1):
                for column, (value, look) in enumerate(row, start=1):
                    cell = sheet.cell(at, column)
                    cell.value = value
                    cell._style = look
        out = BytesIO()
        written.save(out)
        return out.getvalue()

    made = report(snapshot, _source())
    render_excel(made)  # works out what would change the ranking, which the report keeps
    for what, goal, work, how in (
        (
            "A 100 x 100 workbook against openpyxl doing only the writing",
            "at most 1.3",
            lambda: render_excel(made),
            "from the report",
        ),
        (
            "The same with all that would change the ranking worked out anew",
            "none",
            lambda: render_excel(report(snapshot, _source())),
            "from the snapshot: totals, every exact part of robustness, 100,000 draws",
        ),
    ):
        measured, one = ratio(work, writing, rounds=5, times=1)
        method = (
            f"{how} to bytes, {one:.1f} s; writing is the same cells with the same looks from lists; "
            "median of 5 by turns"
        )
        say(Figure(what, measured, goal, method))


if __name__ == "__main__":
    main()
