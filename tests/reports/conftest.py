"""Reports of real cases, made once: drawing a PDF takes seconds, and nothing in a report can be changed."""

from datetime import datetime

import pytest

from reports.content import Source, report
from reports.render_excel import render_excel
from reports.render_pdf import render_pdf
from tests.factories import fixture
from tests.reports.books import cases
from tests.reports.reading import Pdf, recalculated

SOURCE = Source(
    revision=12,
    changed_at=datetime(2026, 11, 22, 10, 40),
    made_at=datetime(2026, 11, 22, 11, 5),
    made_by="Ada Reed",
)


@pytest.fixture(scope="session")
def somerset_report():
    return report(fixture("somerset-2017"), SOURCE)


@pytest.fixture(scope="session")
def somerset_pdf(somerset_report):
    return Pdf(render_pdf(somerset_report))


@pytest.fixture(scope="session")
def workbooks(somerset_report):
    """{name: bytes} of the workbook of every case of tests/reports/books.py."""
    made = {name: render_excel(report(case, SOURCE)) for name, case in cases().items() if name != "somerset"}
    return {"somerset": render_excel(somerset_report), **made}


@pytest.fixture(scope="session")
def worked_out(workbooks, tmp_path_factory):
    """{name: workbook} of all of them as LibreOffice works them out, which is started once."""
    return recalculated(workbooks, tmp_path_factory.mktemp("workbooks"))


@pytest.fixture(scope="session")
def somerset_workbook(workbooks):
    return workbooks["somerset"]


@pytest.fixture(scope="session")
def somerset_recalculated(worked_out):
    return worked_out["somerset"]
