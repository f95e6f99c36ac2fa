"""Every address of the set-up by every kind of person: tables in setup_answers.py and options_answers.py."""

import json

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from appraisal.services import setup, workbook_import
from appraisal.workbook.planning import Choices
from tests import factories
from tests.config import options_answers, setup_answers
from tests.config.test_every_url import KINDS, LEAD, read_table, undone

pytestmark = pytest.mark.django_db

NAMES = setup_answers.NAMES | options_answers.NAMES
SENT = setup_answers.SENT | options_answers.SENT


def table():
    """{address: the answers in the order of KINDS} of both tables."""
    return read_table(setup_answers.ANSWERS) | read_table(options_answers.ANSWERS)


def by_the_command_line(service, appraisal_id, **arguments):
    return service(actor=None, at=factories.at(1), appraisal_id=appraisal_id, **arguments)


@pytest.fixture
def site():
    """{what an address needs to name: its value}, of an appraisal that is being set up."""
    appraisal_id = factories.appraisal(
        stage="set-up",
        timeline=[{"what": "First"}, {"what": "Then"}],
        success_factors=[
            {"id": name, "name": name, "kind": "objective"} for name in ("quick", "slow", "open")
        ],
        weight_sets=[
            {"id": name, "name": name, "sub_criteria": {"reach": "1", "staff": "1", "cost": "1"}}
            for name in ("quick", "slow")
        ],
    )
    council = factories.organisation(LEAD)
    kept = by_the_command_line(setup.save_own_template, appraisal_id, organisation_id=council, name="Own")
    gone = by_the_command_line(setup.add_group, appraisal_id, group=setup.GroupInput("Gone"))
    by_the_command_line(setup.remove_group, appraisal_id, group_id=gone.id, version=gone.version)
    by_the_command_line(setup.remove_sub_criterion, appraisal_id, sub_criterion_id="cost", version=1)
    by_the_command_line(setup.remove_success_factor, appraisal_id, factor_id="slow", version=1)
    by_the_command_line(setup.remove_option, appraisal_id, option_id="share", version=1)
    return {
        "appraisal_id": appraisal_id,
        "organisation_id": council,
        "template_id": kept,
        "option": "stay",
        "removed_option": "share",
        "factor": "quick",
        "removed_factor": "slow",
        "weight_set": "quick",
        "body": "trust",
        "group": "people",
        "line": "reach",
        "removed_group": gone.id,
        "removed_line": "cost",
        "part": "timeline",
        "place": 0,
        "kind": "paragraphs",
    }


def preview_of(person):
    """The id of an appraisal file that the person brought in and has not applied."""
    return workbook_import.begin(
        actor=person,
        at=timezone.now(),  # it is kept for a day
        appraisal_id=None,
        sort="appraisal-file",
        source="another.json",
        content=json.dumps(factories.file(slug="another", stage="set-up")).encode(),
        choices=Choices(),
    )


def path(row, site):
    name = row.removesuffix(" POST")
    names = NAMES.get(name.partition(":")[2], ("appraisal_id",))
    return reverse(name, kwargs={each.removeprefix("removed_"): site[each] for each in names})


def sent(row, site):
    data = SENT.get(row.removesuffix(" POST").partition(":")[2], {})
    return {name: value.format(**site) for name, value in data.items()}


@pytest.mark.parametrize(("column", "kind"), list(enumerate(KINDS)))
def test_every_address_answers_this_kind_of_person_as_the_table_says(site, column, kind):
    client = Client()
    user = None
    if KINDS[kind] is not None:
        role, body = KINDS[kind] or (None, LEAD)
        user = factories.person(role=role, body=body, password=factories.PASSWORD)
    site["plan_id"] = preview_of(user if kind == "officer" else factories.lead_officer())
    answered = {}
    for row in table():
        with undone():
            if user is not None:
                client.force_login(user)
            where = path(row, site)
            answer = client.post(where, sent(row, site)) if row.endswith(" POST") else client.get(where)
            answered[row] = answer.status_code
    assert answered == {row: codes[column] for row, codes in table().items()}
