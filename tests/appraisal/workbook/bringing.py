"""Bringing in through the service: sent, read and applied; and what must stand as it was after a refusal."""

import time
from io import BytesIO

import openpyxl

from appraisal.core.snapshot import canonical_json
from appraisal.models import Appraisal
from appraisal.selectors import snapshots
from appraisal.selectors.appraisals import cell_versions
from appraisal.services import workbook_import as service
from appraisal.workbook.planning import Choices
from organisations.models import AuditEvent, Organisation
from reports.content.filling import Versions, filling_book
from reports.render_excel.filling import render_filling
from tests import factories
from tests.appraisal.workbook.packing import saved
from tests.factories import at


def begun(actor, content, appraisal_id=None, *, sort="workbook", source="scores.xlsx", minutes=0, **choices):
    """The id of a plan that stands: sent at that minute, and read."""
    plan_id = service.begin(
        actor=actor,
        at=at(minutes),
        appraisal_id=appraisal_id,
        sort=sort,
        source=source,
        content=content,
        choices=Choices(**choices),
    )
    until = time.monotonic() + 60
    while service.store_plan(actor=actor, at=at(minutes), plan_id=plan_id):
        assert time.monotonic() < until
        time.sleep(0.05)
    return plan_id


def apply(actor, plan_id, *, minutes=1, **more):
    return service.apply_plan(actor=actor, at=at(minutes), plan_id=plan_id, **more)


def workbook(appraisal_id, **values):
    """The workbook for scoring as it would be downloaded now, with cells of Scores typed over."""
    versions = {place: meta.version for place, meta in cell_versions(appraisal_id).items()}
    live = snapshots.live(appraisal_id)
    content = render_filling(
        filling_book(live.snapshot, Versions(appraisal_id, live.revision, versions), "now")
    )
    made = openpyxl.load_workbook(BytesIO(content))
    for address, value in values.items():
        made["Scores"][address] = value
    return saved(made)


def body(name):
    return str(factories.organisation(name))


def everything():
    """All that stands, but the plans themselves: what a refusal must leave as it is."""
    stored = {row.slug: canonical_json(snapshots.snapshot(row.pk)) for row in Appraisal.objects.all()}
    return stored, AuditEvent.objects.count(), sorted(Organisation.objects.values_list("name", flat=True))
