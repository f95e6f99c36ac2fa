"""Every address of the set-up by every kind of person: the table is in setup_answers.py."""

import pytest
from django.test import Client
from django.urls import reverse

from appraisal.services import setup
from tests import factories
from tests.config.setup_answers import ANSWERS, NAMES, SENT
from tests.config.test_every_url import KINDS, LEAD, read_table, undone

pytestmark = pytest.mark.django_db


def by_the_command_line(service, appraisal_id, **arguments):
    return service(actor=None, at=factories.at(1), appraisal_id=appraisal_id, **arguments)


@pytest.fixture
def site():
    """{what an address needs to name: its value}, of an appraisal that is being set up."""
    appraisal_id = factories.appraisal(
        stage="set-up",
        timeline=[{"what": "First"}, {"what": "Then"}],
    )
    council = factories.organisation(LEAD)
    kept = by_the_command_line(setup.save_own_template, appraisal_id, organisation_id=council, name="Own")
    gone = by_the_command_line(setup.add_group, appraisal_id, group=setup.GroupInput("Gone"))
    by_the_command_line(setup.remove_group, appraisal_id, group_id=gone.id, version=gone.version)
    by_the_command_line(setup.remove_sub_criterion, appraisal_id, sub_criterion_id="cost", version=1)
    return {
        "appraisal_id": appraisal_id,
        "organisation_id": council,
        "template_id": kept,
        "body": "trust",
        "group": "people",
        "line": "reach",
        "removed_group": gone.id,
        "removed_line": "cost",
        "part": "timeline",
        "place": 0,
        "kind": "paragraphs",
    }


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
    answered = {}
    for row in read_table(ANSWERS):
        with undone():
            if user is not None:
                client.force_login(user)
            where = path(row, site)
            answer = client.post(where, sent(row, site)) if row.endswith(" POST") else client.get(where)
            answered[row] = answer.status_code
    assert answered == {row: codes[column] for row, codes in read_table(ANSWERS).items()}
