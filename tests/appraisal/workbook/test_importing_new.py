"""A table that people have, previewed as a new appraisal: printed beside computed, and read another way."""

import pytest
from django.urls import reverse

from appraisal.models import Appraisal
from appraisal.selectors import snapshots
from tests import factories
from tests.appraisal.pages.asking import client_of
from tests.appraisal.workbook import somerset
from tests.appraisal.workbook.corpus.ours import SCORES
from tests.appraisal.workbook.corpus.tables import table, weighted
from tests.appraisal.workbook.sending import council, of_plan, send, words

pytestmark = pytest.mark.django_db
NEW = "appraisal:import_workbook"


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.IMPORT_DIR = tmp_path / "imports"


@pytest.fixture
def appraisal_id():
    return factories.appraisal(cells=factories.cells(SCORES))


@pytest.fixture
def officer(appraisal_id):
    return factories.lead_officer()


@pytest.fixture
def signed_in(officer):
    return client_of(officer)


def test_somerset_as_people_have_it_shows_printed_beside_computed_and_becomes_an_appraisal(signed_in):
    body = council()
    preview = send(signed_in, reverse(NEW), somerset.as_printed(), name="matrix.xlsx", organisation=body)
    said = words(preview)
    assert "This would be a new appraisal, “Decision Matrix Tool”, with 90 cells." in said
    assert "Printed and computed totals: none differ, 2 cannot be compared while scores are missing" in said
    assert "10 printed 9 to 13 computed" in said
    assert "Take 2 for Option 3, CCG leads, on 4c" in said
    [offer] = preview.context["page"].offered
    applied = signed_in.post(of_plan("apply_import", preview), {"supplied": offer.key}, follow=True)
    assert "Brought in from matrix.xlsx, with 90 cells. Its figures are under Results, its PDF" in words(
        applied
    )
    assert Appraisal.objects.filter(slug="decision-matrix-tool").exists()


def test_a_printed_total_that_is_wrong_is_listed_beside_the_computed_one(signed_in):
    preview = send(signed_in, reverse(NEW), table(B5=10), organisation=council())
    said = words(preview)
    assert "Printed and computed totals: 1 differs" in said
    assert "10 printed 9 computed" in said
    assert "the file prints 10, and the scores add up to 9. Which is right?" in said


def test_signs_of_a_symbol_font_become_points(signed_in):
    content = table(B2="\ufeff4.\u00a0\uf0b7 Near\n\uf0b7 Open")
    preview = send(signed_in, reverse(NEW), content, organisation=council())
    signed_in.post(of_plan("apply_import", preview))
    snapshot = snapshots.snapshot(Appraisal.objects.exclude(slug="small").get().pk)
    cell = snapshot.cell_at["option-1", "line-1"]
    assert (cell.score, cell.rationale) == (4, "• Near\n• Open")


def test_a_table_that_lies_the_other_way_is_read_again_as_the_person_says(signed_in):
    preview = send(signed_in, reverse(NEW), table(), organisation=council())
    fields = {"title": "Turned", "organisation": council(), "side": "down", "lo": "1", "hi": "5", "step": "1"}
    again = signed_in.post(of_plan("read_again", preview), fields, follow=True)
    assert again.context["page"].new.options == ("Reach more readers", "Keep the staff", "Cost less")
    assert again.context["page"].new.title == "Turned"


@pytest.mark.parametrize("step", ["0", "-1", "nan", "1e9999", "0,5", "x"])
def test_a_scale_that_is_none_is_refused_in_words(signed_in, step):
    preview = send(signed_in, reverse(NEW), table(), organisation=council())
    fields = {"title": "T", "organisation": council(), "lo": "1", "hi": "5", "step": step}
    again = signed_in.post(of_plan("read_again", preview), fields, follow=True)
    assert again.status_code == 422
    assert "to mend" in words(again)
    assert of_plan("apply_import", preview) not in again.text


def test_a_weight_with_a_comma_is_named_with_both_ways_to_write_it(signed_in):
    preview = send(signed_in, reverse(NEW), weighted(3, "2,5", 2), organisation=council())
    assert preview.status_code == 422
    assert "Write 2.5 with a point, or 25 without a comma." in words(preview)
