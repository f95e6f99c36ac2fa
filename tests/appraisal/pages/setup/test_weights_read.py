"""Who reads and who changes weights, and how many queries it takes."""

import pytest

from appraisal.selectors import snapshots
from organisations.roles import Role
from tests import factories
from tests.appraisal.pages.asking import address, client_of, words
from tests.appraisal.pages.setup.test_weights import typed, weighted

pytestmark = pytest.mark.django_db


def read(client, found):
    return client.get(address("weights", found))


@pytest.mark.parametrize("role", [Role.ASSESSOR, Role.PANEL_MEMBER, Role.FINANCE_LEAD, Role.ADMINISTRATOR])
def test_everybody_reads_and_only_a_commissioning_officer_of_a_lead_body_changes(role):
    found = weighted(stage="set-up")
    client = client_of(factories.person(role=role))
    assert "only a commissioning officer of a lead body" in words(read(client, found))
    for page in ("choose_method", "add_weight_set", "swing_weights"):
        assert client.get(address(page, found)).status_code == 403
    for page in ("edit_weight_set", "remove_weight_set"):
        assert client.get(address(page, found, weight_set="agreed")).status_code == 403
    before = snapshots.live(found)
    client.post(address("add_weight_set", found), typed("1", "1", "1"))
    client.post(address("seal_weights", found))
    assert snapshots.live(found) == before


def test_another_bodys_weights_do_not_exist(appraisal_id):
    stranger = client_of(factories.person(role=Role.LEAD_OFFICER, body="Far Away Council"))
    for page in ("weights", "choose_method", "add_weight_set", "swing_weights"):
        assert stranger.get(address(page, appraisal_id)).status_code == 404
    assert stranger.post(address("seal_weights", appraisal_id)).status_code == 404


def test_a_set_that_is_not_there_is_a_404(officer, appraisal_id):
    for page in ("edit_weight_set", "remove_weight_set"):
        assert officer.get(address(page, appraisal_id, weight_set="nobody")).status_code == 404


def test_queries_do_not_grow(django_assert_max_num_queries, officer):
    counts = []
    for count in (2, 40):
        groups = [
            {"id": f"g{n}", "name": f"Group {n}", "sub_criteria": [{"id": f"l{n}", "name": f"Line {n}"}]}
            for n in range(count)
        ]
        weights = {f"l{n}": "1" for n in range(count)}
        sets = [
            {"id": f"s{n}", "name": f"Set {n}", "groups": None, "sub_criteria": weights} for n in range(5)
        ]
        found = factories.appraisal(slug=f"of-{count}", stage="set-up", groups=groups, weight_sets=sets)
        pages = (("weights", {}), ("choose_method", {}), ("edit_weight_set", {"weight_set": "s1"}))
        for page, names in pages:
            where = address(page, found, **names)
            officer.get(where)
            with django_assert_max_num_queries(15) as asked:
                officer.get(where)
            counts.append(len(asked))
    assert counts[:3] == counts[3:]
