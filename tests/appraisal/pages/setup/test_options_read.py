"""Who reads and who changes options, what a failed gate says, and how many queries it takes."""

import re

import pytest

from appraisal.selectors import snapshots
from organisations.roles import Role
from tests import factories
from tests.appraisal.pages.asking import address, client_of, words

pytestmark = pytest.mark.django_db

NEW = {"number": "4", "name": "Build a new library", "stage": "short-list"}


def read(client, found):
    return client.get(address("options", found))


def row(answer, option):
    """The part of the list that is one option."""
    parts = re.split(r'(?=<li class="wb-thing")', answer.content.decode())
    return words(next(part for part in parts if f'id="option-{option}"' in part))


@pytest.mark.parametrize("role", [Role.ASSESSOR, Role.PANEL_MEMBER, Role.FINANCE_LEAD, Role.ADMINISTRATOR])
def test_everybody_reads_and_only_a_commissioning_officer_of_a_lead_body_changes(appraisal_id, role):
    client = client_of(factories.person(role=role))
    assert "only a commissioning officer of a lead body" in words(read(client, appraisal_id))
    assert client.get(address("option", appraisal_id, option="stay")).status_code == 200
    for page in ("edit_option", "option_stage", "edit_swot", "remove_option"):
        assert client.get(address(page, appraisal_id, option="stay")).status_code == 403
    assert client.get(address("add_option", appraisal_id)).status_code == 403
    before = snapshots.live(appraisal_id)
    client.post(address("add_option", appraisal_id), NEW)
    client.post(address("move_option", appraisal_id, option="stay"), {"down": "0"})
    client.post(address("restore_option", appraisal_id, option="stay"))
    assert snapshots.live(appraisal_id) == before


def test_another_bodys_appraisal_does_not_exist(appraisal_id):
    stranger = client_of(factories.person(role=Role.LEAD_OFFICER, body="Far Away Council"))
    assert read(stranger, appraisal_id).status_code == 404
    for page in ("option", "edit_option", "option_stage", "edit_swot", "edit_filter", "remove_option"):
        assert stranger.get(address(page, appraisal_id, option="stay")).status_code == 404
        assert stranger.post(address(page, appraisal_id, option="stay"), {}).status_code in (404, 405)


def test_an_option_that_is_not_there_is_a_404(officer, appraisal_id):
    for page in ("option", "edit_option", "option_stage", "edit_swot", "edit_filter", "remove_option"):
        assert officer.get(address(page, appraisal_id, option="nobody")).status_code == 404


def test_a_failed_gate_shows_rule_and_reason_and_no_total(officer):
    gate = {"id": "legal", "name": "Within the powers of the council", "short_name": "Legal", "kind": "gate"}
    groups = factories.file()["groups"]
    groups[0]["sub_criteria"].insert(0, gate)
    cells = factories.cells(
        {"move": {"legal": "fail", "reach": 5}, "stay": {"legal": "pass"}}, rationale="Counsel."
    )
    found = factories.appraisal(slug="gated", stage="set-up", groups=groups, cells=cells)
    listed = read(officer, found)
    assert (
        "Failed the gate 1a Legal. The rule: Within the powers of the council. The reason: Counsel. "
        "It has no total and no rank." in row(listed, "move")
    )
    assert "Failed" not in row(listed, "stay")
    assert "one gate not marked yet" in row(listed, "share")
    page = words(officer.get(address("option", found, option="move")))
    assert "Failed: 1a Legal. It has no total and no rank." in page
    results = words(officer.get(address("results", found)))
    assert "failed the gate 1a Legal The rule: Within the powers of the council. Counsel." in results


def test_queries_do_not_grow_with_the_options(django_assert_max_num_queries, officer):
    counts = []
    for count in (2, 60):
        listed = [
            {"id": f"o{n}", "number": n + 1, "name": f"Way {n}", "stage": "short-list", "proposal": ["One"]}
            for n in range(count)
        ]
        found = factories.appraisal(slug=f"of-{count}", stage="set-up", options=listed)
        for page, names in (("options", {}), ("option", {"option": "o1"}), ("edit_option", {"option": "o1"})):
            where = address(page, found, **names)
            officer.get(where)
            with django_assert_max_num_queries(15) as asked:
                officer.get(where)
            counts.append(len(asked))
    assert counts[:3] == counts[3:]
