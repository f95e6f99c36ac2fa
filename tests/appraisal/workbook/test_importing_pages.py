"""Bringing in over the pages, without scripts: chosen, read, previewed, applied, refused and left."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from appraisal.models import ImportPlan
from appraisal.selectors import snapshots
from appraisal.workbook import running
from organisations.roles import Role
from tests import factories
from tests.appraisal.pages.asking import address, client_of
from tests.appraisal.workbook.bringing import everything, workbook
from tests.appraisal.workbook.corpus.ours import SCORES
from tests.appraisal.workbook.corpus.tables import table
from tests.appraisal.workbook.sending import of_plan, send, words

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


def test_scores_are_previewed_cell_by_cell_and_applied(signed_in, appraisal_id):
    before = everything()
    preview = send(signed_in, address("import_scores", appraisal_id), workbook(appraisal_id, D5=4, E5="New."))
    said = words(preview)
    assert preview.status_code == 200
    assert "1 cell would change. 11 stay as they are. Nothing is stored yet." in said
    assert "Option 1 on 1a Reach more readers Scores!D5" in said
    assert everything() == before
    applied = signed_in.post(of_plan("apply_import", preview), follow=True)
    assert applied.redirect_chain[-1][0] == address("results", appraisal_id)
    assert "Changed one cell from scores.xlsx." in words(applied)
    again = signed_in.post(of_plan("apply_import", preview), follow=True)
    assert "This was brought in already. Nothing was changed twice." in words(again)


def test_every_bad_cell_is_named_at_once_and_there_is_no_button(signed_in, appraisal_id):
    content = workbook(appraisal_id, D5=9, D6="4,5", D7="=1+1", D8="Pass")
    preview = send(signed_in, address("import_scores", appraisal_id), content)
    said = words(preview)
    assert preview.status_code == 422
    assert "Nothing was stored. 4 things to mend in the file; then bring it in again" in said
    for where in ("Scores!D5", "Scores!D6", "Scores!D7", "Scores!D8"):
        assert where in said
    assert f'<a href="{address("import_scores", appraisal_id)}">bring it in again</a>' in preview.text
    assert of_plan("apply_import", preview) not in preview.text


def test_cells_that_somebody_changed_meanwhile_are_named_and_can_be_looked_at_again(signed_in, appraisal_id):
    preview = send(
        signed_in, address("import_scores", appraisal_id), table(B2="1. Far fewer."), name="t.xlsx"
    )
    ben = factories.person("Ben Hale", role=Role.ASSESSOR)
    factories.score(appraisal_id, "stay", "reach", 2, version=1, actor=ben)
    before = everything()
    refused = signed_in.post(of_plan("apply_import", preview))
    assert refused.status_code == 409
    assert "Option 1, Stay, on 1a Reach more readers: saved by Ben Hale on 2 November at 10:01, now 2" in (
        words(refused)
    )
    assert everything() == before
    again = signed_in.post(of_plan("read_again", preview), {"sheet": "", "side": ""}, follow=True)
    assert again.status_code == 200
    signed_in.post(of_plan("apply_import", again))
    assert snapshots.snapshot(appraisal_id).cell_at["stay", "reach"].score == 1


def test_a_file_that_is_being_read_says_how_far_it_is_without_scripts(
    signed_in, officer, appraisal_id, settings
):
    plan_id = ImportPlan.objects.create(
        owner=officer,
        appraisal_id=appraisal_id,
        sort="workbook",
        source="large.xlsx",
        made_at=timezone.now(),
        choices={},
    ).pk
    folder = running.folder_in(settings.IMPORT_DIR, plan_id)
    folder.mkdir(parents=True)
    (folder / "progress").write_text("Reading “Scores”: 5,000 cells")
    where = reverse("appraisal:import_plan", kwargs={"plan_id": plan_id})
    answer = signed_in.get(where)
    assert "Reading “Scores”: 5,000 cells." in words(answer)
    assert answer["Refresh"] == "2"
    assert f'href="{where}"' in answer.text
    assert "<script" not in answer.text.split("<main", 1)[1].split("</main>", 1)[0]
    for name in ("apply_import", "read_again"):
        assert signed_in.post(reverse(f"appraisal:{name}", kwargs={"plan_id": plan_id})).status_code == 404


def test_a_preview_is_left_without_a_trace(signed_in, appraisal_id):
    before = everything()
    preview = send(signed_in, address("import_scores", appraisal_id), workbook(appraisal_id, D5=4))
    left = signed_in.post(of_plan("discard_import", preview), follow=True)
    assert "Nothing was brought in." in words(left)
    assert not ImportPlan.objects.exists()
    assert everything() == before
    assert signed_in.get(of_plan("import_plan", preview)).status_code == 404


def test_a_preview_is_nobody_elses(signed_in, appraisal_id):
    preview = send(signed_in, address("import_scores", appraisal_id), workbook(appraisal_id, D5=4))
    other = client_of(factories.lead_officer())
    assert other.get(of_plan("import_plan", preview)).status_code == 404
    for name in ("apply_import", "read_again", "discard_import"):
        assert other.post(of_plan(name, preview)).status_code == 404


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Choose a workbook, or paste the table below."),
        ({"pasted": "a\tb", "file": SimpleUploadedFile("a.xlsx", b"x")}, "not both"),
    ],
)
def test_nothing_or_both_is_said_on_the_same_page(signed_in, appraisal_id, fields, said):
    answer = signed_in.post(address("import_scores", appraisal_id), fields)
    assert answer.status_code == 422
    assert said in words(answer)


def test_a_pasted_table_is_brought_in(signed_in, appraisal_id):
    pasted = "Criteria\tOption 1: Stay\tOption 2: Move\nReach more readers\t4. New.\t1\nKeep the staff\t2\t2"
    preview = send(signed_in, address("import_scores", appraisal_id), pasted=pasted)
    assert preview.status_code == 200
    assert "3 cells would change." in words(preview)


def test_a_file_over_ten_megabytes_is_refused_on_its_page(signed_in, appraisal_id):
    answer = send(signed_in, address("import_scores", appraisal_id), bytes(11 * 1024 * 1024))
    assert answer.status_code == 422
    assert "This file is larger than 10 MB." in words(answer)
    assert not ImportPlan.objects.exists()


@pytest.mark.parametrize("name", ["name\x00.xlsx", "\u202egnp.xlsx", "../../etc/passwd", "x" * 400, " "])
def test_a_strange_name_of_a_file_is_only_a_name(signed_in, appraisal_id, name):
    answer = send(signed_in, address("import_scores", appraisal_id), table(B2="1. Few."), name=name)
    assert answer.status_code in (200, 422)
    assert "\u202e" not in answer.text
