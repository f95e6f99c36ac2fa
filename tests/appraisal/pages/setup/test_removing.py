"""Taking groups and lines out: what goes with them is said first, all of it is kept, and it comes back."""

import pytest

from appraisal.selectors import snapshots
from tests import factories
from tests.appraisal.pages.asking import address, client_of, words
from tests.appraisal.pages.setup.filling import buttons_of, follow, form_of, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def scored(db):
    """A complete appraisal that went back to its set-up."""
    return factories.complete_appraisal(stage="set-up")


@pytest.fixture
def officer(db):
    return client_of(factories.lead_officer())


def lines(appraisal_id):
    return [line.sub_criterion.id for line in snapshots.snapshot(appraisal_id).lines]


def test_a_line_goes_with_its_scores_and_comes_back_with_them(scored, officer):
    before = snapshots.snapshot(scored)
    asked = officer.get(address("remove_line", scored, line="reach"))
    assert "Three scores and three rationales go with it. They are kept, and come back with it." in words(
        asked
    )
    assert lines(scored) == ["reach", "staff", "cost", "law"]
    page = follow(officer, send(officer, "remove_line", scored, names={"line": "reach"}))
    said = words(page)
    assert "1a Reach more readers was removed. It stands under “Removed” below" in said
    assert "Reach more readers Line, removed on" in said
    assert "three scores and three rationales" in said
    assert lines(scored) == ["staff", "cost", "law"]
    assert len(snapshots.snapshot(scored).cells) == 9
    back = follow(officer, officer.post(address("restore_line", scored, line="reach")))
    assert "The line is back." in words(back)
    assert snapshots.snapshot(scored) == before


def test_a_group_goes_with_its_lines(scored, officer):
    before = snapshots.snapshot(scored)
    asked = words(officer.get(address("remove_group", scored, group="people")))
    assert "Its two sub-criteria go with it." in asked
    assert "Six scores and six rationales go with it." in asked
    page = follow(officer, send(officer, "remove_group", scored, names={"group": "people"}))
    assert "People Group, removed on" in words(page)
    assert lines(scored) == ["cost", "law"]
    officer.post(address("restore_group", scored, group="people"))
    assert snapshots.snapshot(scored) == before


def test_a_line_whose_group_is_out_waits_for_it(scored, officer):
    send(officer, "remove_line", scored, names={"line": "reach"})
    send(officer, "remove_group", scored, names={"group": "people"})
    said = words(follow(officer, officer.post(address("restore_line", scored, line="reach"))))
    assert "Bring the group back first." in said
    assert "reach" not in lines(scored)


def test_scores_that_no_longer_fit_come_back_only_when_that_is_wanted(scored, officer):
    send(officer, "remove_line", scored, names={"line": "reach"})
    assert send(officer, "setup_scale", scored, {"hi": "4", "words-4": ""}).status_code == 302
    where = address("restore_line", scored, line="reach")
    asked = officer.post(where)
    assert asked.status_code == 422
    said = words(asked)
    assert "Some of its scores no longer fit" in said
    assert "Option 2, line 1a: 5 is off the scale" in said
    assert "reach" not in lines(scored)
    (button,) = buttons_of(asked)
    assert officer.post(where, {button[0]: button[1]}).status_code == 302
    cells = snapshots.snapshot(scored).cell_at
    assert (cells["move", "reach"].score, cells["move", "reach"].rationale) == (None, "Because.")
    assert cells["stay", "reach"].score == 3


def test_a_removal_of_what_changed_meanwhile_asks_again(scored, officer):
    where = address("remove_line", scored, line="reach")
    form = form_of(officer.get(where))
    other = client_of(factories.person("Ben Yu", role="lead_officer"))
    send(other, "edit_line", scored, {"name": "Reach them all"}, names={"line": "reach"})
    answer = officer.post(where, form)
    assert answer.status_code == 409
    assert "Not removed. Ben Yu changed it after you opened this page." in words(answer)
    assert "reach" in lines(scored)
    assert officer.post(where, form_of(answer)).status_code == 302
    assert "reach" not in lines(scored)


@pytest.mark.parametrize(("page", "names"), [("line", {"line": "reach"}), ("group", {"group": "people"})])
def test_while_scoring_nothing_goes_or_comes(page, names):
    scoring = factories.complete_appraisal()
    client = client_of(factories.lead_officer())
    assert client.get(address(f"remove_{page}", scoring, **names)).status_code == 403
    refused = client.post(address(f"remove_{page}", scoring, **names), {"version": "1"})
    assert refused.status_code == 403
    assert "Not removed." in words(refused)
    assert len(lines(scoring)) == 4
    assert client.get(address(f"restore_{page}", scoring, **names)).status_code == 405
