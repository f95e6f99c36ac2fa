"""Every workbook of the corpus, sent over the pages: refused where it should be, and nothing stored."""

import pytest
from django.urls import reverse

from tests import factories
from tests.appraisal.pages.asking import address, client_of
from tests.appraisal.workbook.bringing import everything
from tests.appraisal.workbook.corpus.case import FILLED
from tests.appraisal.workbook.corpus.cases import CASES
from tests.appraisal.workbook.corpus.files import FOLDER
from tests.appraisal.workbook.corpus.ours import ID, SCORES
from tests.appraisal.workbook.packing import packed, unpacked
from tests.appraisal.workbook.sending import council, of_plan, send, words


@pytest.mark.django_db
@pytest.mark.parametrize("name", CASES)
def test_it_is_refused_on_the_page_and_nothing_is_stored(name, settings, tmp_path):
    settings.IMPORT_DIR = tmp_path / "imports"
    appraisal_id = factories.appraisal(cells=factories.cells(SCORES))
    browser = client_of(factories.lead_officer())
    case, content = CASES[name], (FOLDER / f"{name}.xlsx").read_bytes()
    if case.into == FILLED:
        where, fields = address("import_scores", appraisal_id), {}
        content = made_for(appraisal_id, content)
    else:
        where, fields = reverse("appraisal:import_workbook"), {"organisation": council()}
    before = everything()
    preview = send(browser, where, content, **fields)
    said = words(preview)
    assert preview.status_code == 422
    assert "Nothing was stored." in said
    for place, sentence in case.refused:
        assert place in said
        # The versions in the file are those of another afternoon, so who changed a cell here is not the same.
        assert sentence in said or name == "ours-changed-here-since"
    refused = browser.post(of_plan("apply_import", preview))
    assert refused.status_code == 422
    assert everything() == before


def made_for(appraisal_id, content):
    """The file as if it had been made for the appraisal that is stored here, where it was made for ours."""
    old, new = str(ID).encode(), str(appraisal_id).encode()
    return packed({name: part.replace(old, new) for name, part in unpacked(content).items()})
