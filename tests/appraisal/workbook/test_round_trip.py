"""Somerset goes out as a workbook, is changed in LibreOffice and comes back; everything shows the change."""

import json
from html import unescape
from io import BytesIO

import openpyxl
import pytest
from django.core.management import call_command
from django.urls import reverse

from appraisal.selectors import snapshots
from organisations import selectors as people
from tests import factories
from tests.appraisal.pages.asking import address, client_of, words
from tests.appraisal.workbook.libreoffice import typed_in_libreoffice
from tests.appraisal.workbook.packing import unpacked
from tests.appraisal.workbook.sending import send
from tests.reports.reading import Pdf, squeezed

pytestmark = pytest.mark.django_db
OPTION, LINE = "option-1", "o1"
WORDS = "Typed in LibreOffice: £12m & “one” front door < two."


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.IMPORT_DIR = tmp_path / "imports"


def row_of(book, option, line):
    """The row of a cell's score on the sheet of scores."""
    rows = book["Scores"].iter_rows(min_row=5, values_only=True)
    return next(at for at, row in enumerate(rows, start=5) if row[5:7] == (option, line))


def evaluated(slug, capsys):
    capsys.readouterr()
    call_command("evaluate", slug)
    options = json.loads(capsys.readouterr().out)["options"]
    return {option["id"]: option["aggregate"] for option in options}


def test_somerset_changed_in_libreoffice_shows_it_on_page_in_pdf_and_in_evaluate(tmp_path, capsys):
    appraisal_id = factories.somerset()
    browser = client_of(factories.lead_officer(body="Somerset County Council"))
    before = snapshots.snapshot(appraisal_id)
    assert before.cell_at[OPTION, LINE].score == 2
    assert evaluated(before.slug, capsys)[OPTION] == "31"

    given = browser.get(reverse("reports:filling", kwargs={"appraisal_id": appraisal_id}))
    assert given.status_code == 200
    row = row_of(openpyxl.load_workbook(BytesIO(given.content)), OPTION, LINE)
    came_back = typed_in_libreoffice(
        given.content, tmp_path, "Scores", **{f"D{row}": 5, f"E{row}": WORDS, f"D{row + 1}": 2}
    )
    assert b"LibreOffice" in unpacked(came_back)["docProps/app.xml"]

    preview = send(browser, address("import_scores", appraisal_id), came_back, name="filled in.xlsx")
    said = words(preview)
    assert preview.status_code == 200
    assert "2 cells would change. 88 stay as they are." in said
    assert f"Scores!D{row}" in said
    assert snapshots.snapshot(appraisal_id) == before

    plan = preview.context["page"].id
    applied = browser.post(reverse("appraisal:apply_import", kwargs={"plan_id": plan}), follow=True)
    assert applied.redirect_chain[-1][0] == address("results", appraisal_id)
    assert "Changed two cells from filled in.xlsx." in words(applied)

    assert snapshots.snapshot(appraisal_id).cell_at["option-2", LINE].score == 2
    assert evaluated(before.slug, capsys) == {
        "option-1": "34",
        "option-2": "46",
        "option-3": "50",
        "option-4": "54",
        "option-5": "37",
        "option-6": "57",
    }
    assert "The baseline, Option 1, comes last with 34." in words(applied)
    assert WORDS in unescape(words(browser.get(address("rationales", appraisal_id))))
    pdf = Pdf(browser.get(reverse("reports:download", args=[appraisal_id, "pdf"])).content)
    assert "Option 1, comes last with 34." in pdf.words
    assert squeezed(WORDS) in pdf.squeezed()
    assert [(event.action, event.reason) for event in people.history(appraisal_id, limit=4)] == [
        ("report taken", ""),
        ("file brought in", ""),
        *[("cell saved", "Brought in from filled in.xlsx")] * 2,
    ]


def test_what_libreoffice_only_opened_and_saved_changes_nothing_and_keeps_its_guards(tmp_path):
    appraisal_id = factories.somerset()
    browser = client_of(factories.lead_officer(body="Somerset County Council"))
    given = browser.get(reverse("reports:filling", kwargs={"appraisal_id": appraisal_id}))
    came_back = typed_in_libreoffice(given.content, tmp_path, "Scores")
    preview = send(browser, address("import_scores", appraisal_id), came_back, name="filled in.xlsx")
    assert "Nothing in the file differs from what stands." in words(preview)
    assert preview.context["page"].questions == ()
    sheet = openpyxl.load_workbook(BytesIO(came_back))["Scores"]
    assert sheet.protection.sheet
    assert [sheet[address].protection.locked for address in ("C5", "D5", "E5", "F5")] == [
        True,
        False,
        False,
        True,
    ]
    assert {each.type for each in sheet.data_validations.dataValidation} == {"list", "textLength"}
