"""Who may bring something in, whose a preview is, and how long it and what was sent are kept."""

from datetime import timedelta
from uuid import uuid4

import pytest

from appraisal.models import ImportPlan
from appraisal.services import workbook_import as service
from appraisal.workbook.planning import Choices
from organisations.errors import Missing, Refused
from organisations.roles import Role
from tests import factories
from tests.appraisal.workbook.bringing import apply, begun, everything, workbook
from tests.appraisal.workbook.corpus.ours import SCORES
from tests.appraisal.workbook.corpus.tables import table
from tests.factories import at

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.IMPORT_DIR = tmp_path / "imports"


@pytest.fixture
def appraisal_id():
    return factories.appraisal(cells=factories.cells(SCORES))


@pytest.fixture
def officer(appraisal_id):
    return factories.lead_officer()


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.FINANCE_LEAD, Role.ADMINISTRATOR])
def test_only_who_may_score_brings_scores_in(appraisal_id, role):
    with pytest.raises(Refused, match="You cannot change scores"):
        begun(factories.person(role=role), table(), appraisal_id)
    assert not ImportPlan.objects.exists()


def test_outside_the_bodies_the_appraisal_does_not_exist(appraisal_id):
    with pytest.raises(Missing):
        begun(factories.lead_officer(body="Southshire Council"), table(), appraisal_id)


def test_a_stage_that_moved_on_meanwhile_stops_it(officer):
    appraisal_id = factories.at_stage("scoring", slug="staged")
    plan_id = begun(officer, workbook(appraisal_id, D5=4), appraisal_id)
    factories.move(appraisal_id, "agreeing")
    factories.move(appraisal_id, "agreed")
    before = everything()
    with pytest.raises(Refused, match="they are agreed"):
        apply(officer, plan_id)
    assert everything() == before


def test_a_plan_is_its_owners_alone(officer, appraisal_id):
    plan_id = begun(officer, workbook(appraisal_id, D5=4), appraisal_id)
    other = factories.lead_officer()
    calls = (
        lambda: apply(other, plan_id),
        lambda: service.store_plan(actor=other, at=at(1), plan_id=plan_id),
        lambda: service.choose(actor=other, at=at(1), plan_id=plan_id, choices=Choices()),
        lambda: service.discard(actor=other, at=at(1), plan_id=plan_id),
        lambda: service.store_plan(actor=officer, at=at(1), plan_id=uuid4()),
    )
    for call in calls:
        with pytest.raises(Missing):
            call()


def test_a_plan_is_kept_for_a_day_and_taken_away_by_the_next(officer, appraisal_id):
    plan_id = begun(officer, workbook(appraisal_id, D5=4), appraisal_id)
    day = timedelta(days=1)
    assert service.store_plan(actor=officer, at=at() + day - timedelta(seconds=1), plan_id=plan_id) == ""
    with pytest.raises(Missing, match="older than a day"):
        service.apply_plan(actor=officer, at=at() + day, plan_id=plan_id)
    begun(officer, table(), appraisal_id, minutes=24 * 60)
    assert not ImportPlan.objects.filter(pk=plan_id).exists()
    assert ImportPlan.objects.count() == 1


def test_what_was_sent_is_gone_once_it_is_read_and_what_is_left_goes_with_the_plan(
    officer, appraisal_id, settings
):
    begun(officer, table(), appraisal_id)
    assert list(settings.IMPORT_DIR.iterdir()) == []
    plan_id = service.begin(
        actor=officer,
        at=at(),
        appraisal_id=appraisal_id,
        sort="workbook",
        source="a.xlsx",
        content=table(),
        choices=Choices(),
    )
    assert [path.name for path in settings.IMPORT_DIR.iterdir()] == [str(plan_id)]
    assert service.discard(actor=officer, at=at(1), plan_id=plan_id) == appraisal_id
    assert list(settings.IMPORT_DIR.iterdir()) == []


def test_a_person_has_at_most_three_files_read_at_once(officer, appraisal_id):
    ImportPlan.objects.bulk_create(
        ImportPlan(owner=officer, sort="workbook", source="a", made_at=at()) for _ in range(3)
    )
    with pytest.raises(Refused, match="You have 3 files that are being read"):
        begun(officer, table(), appraisal_id)


def test_the_command_line_has_no_previews(appraisal_id):
    with pytest.raises(Refused, match="On the command line use import_appraisal"):
        begun(None, table(), appraisal_id)
