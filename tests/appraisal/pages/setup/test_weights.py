"""Weights: none as a stated choice, sets in any form with their shares, one the appraisal's own, sealed."""

import re
from decimal import Decimal
from html import unescape

import pytest

from appraisal.core.snapshot import Combine
from appraisal.models import Appraisal, Weight
from appraisal.selectors import snapshots
from appraisal.services import setup
from organisations import selectors as people
from organisations.roles import Role
from tests import factories
from tests.appraisal.pages.asking import HTMX, address
from tests.appraisal.pages.asking import words as escaped
from tests.appraisal.pages.setup.filling import buttons_of, follow, form_of, send

pytestmark = pytest.mark.django_db

LINES = ("reach", "staff", "cost")
SET = {
    "id": "agreed",
    "name": "As agreed",
    "groups": None,
    "sub_criteria": {"reach": "5", "staff": "3", "cost": "2"},
}


def words(answer):
    """All that an answer says, with its apostrophes."""
    return unescape(escaped(answer))


def typed(*weights, name="Ours", **more):
    """A set on one level as its form sends it."""
    boxes = {f"sub_criteria-{line}": weight for line, weight in zip(LINES, weights, strict=True)}
    return {"name": name, **boxes, **more}


def read(client, found):
    return client.get(address("weights", found))


def stored(found):
    return {one.id: one for one in snapshots.snapshot(found).weight_sets}


def share(answer, line, kind="line"):
    """What stands beside the box of a line."""
    return re.search(rf'id="share-{kind}-{line}"[^>]*>([^<]*)<', answer.content.decode())[1]


def weighted(**changes):
    """An appraisal with a set that is its own."""
    method = {"combine": "weighted-mean", "weight_set": "agreed"}
    return factories.appraisal(**{"slug": "weighted", "method": method, "weight_sets": [SET], **changes})


def test_no_weights_is_a_choice_that_is_stated(officer, appraisal_id):
    council = factories.organisation()
    fresh = setup.create_appraisal(
        actor=factories.person("Di Fox", role=Role.LEAD_OFFICER),
        at=factories.at(),
        organisation_id=council,
        title="New",
    ).appraisal_id
    assert "Nobody has said yet whether weights count." in words(read(officer, fresh))
    answer = send(officer, "choose_method", fresh, {"combine": "sum"})
    assert "No weights: that was chosen, and reports say so." in words(follow(officer, answer))


@pytest.mark.parametrize(
    ("weights", "said", "shares"),
    [
        (("40%", "40%", "20%"), "The weights add up to 100.", ("40%", "40%", "20%")),
        (("5", "3", "2"), "The weights add up to 10.", ("50%", "30%", "20%")),
        (("1/4", "0.25", "1/2"), "The weights add up to 1.", ("25%", "25%", "50%")),
        (("1", "1", "1"), "The weights add up to 3.", ("33.3%", "33.3%", "33.3%")),
        (("60", "60", "0"), "The weights add up to 120.", ("50%", "50%", "0%")),
    ],
)
def test_weights_are_taken_as_people_have_them(officer, appraisal_id, weights, said, shares):
    looked = officer.post(address("add_weight_set", appraisal_id), typed(*weights, do="shares"))
    assert said in words(looked)
    assert tuple(share(looked, line) for line in LINES) == shares
    assert form_of(looked)["sub_criteria-reach"] == weights[0]
    assert stored(appraisal_id) == {}
    answer = send(officer, "add_weight_set", appraisal_id, typed(*weights))
    page = words(follow(officer, answer))
    assert "The weights “Ours” were added. They count for nothing until" in page
    assert said in page
    assert all(one in page for one in shares)


@pytest.mark.parametrize(
    ("weight", "said"),
    [
        ("0,5", "“0,5” has a comma. Do you mean 0.5?"),
        ("-1", "A weight cannot be below 0."),
        ("some", "1a Reach more readers: This is not a number"),
        ("", "1a Reach more readers: Enter a weight."),
        ("1/3", "1/3 has no exact decimal form."),
    ],
)
def test_what_is_no_weight_is_refused_at_its_box_and_nothing_typed_is_lost(
    officer, appraisal_id, weight, said
):
    answer = send(officer, "add_weight_set", appraisal_id, typed(weight, "3", "2"))
    assert answer.status_code == 422
    assert said in words(answer)
    assert 'href="#id_sub_criteria-reach"' in answer.content.decode()
    assert form_of(answer)["sub_criteria-reach"] == weight
    assert form_of(answer)["sub_criteria-staff"] == "3"
    assert stored(appraisal_id) == {}


def test_weights_that_are_all_nought_are_refused(officer, appraisal_id):
    answer = send(officer, "add_weight_set", appraisal_id, typed("0", "0", "0"))
    assert answer.status_code == 422
    assert "There is a problem" in words(answer)


def test_groups_may_have_weights_too_and_nothing_typed_is_lost_on_the_way(officer, appraisal_id):
    one = officer.post(address("add_weight_set", appraisal_id), typed("2", "1", "1", do="two"))
    assert form_of(one)["levels"] == "two"
    assert form_of(one)["sub_criteria-reach"] == "2"
    boxes = form_of(one) | {"groups-people": "60", "groups-place": "30"}
    looked = officer.post(address("add_weight_set", appraisal_id), {**boxes, "do": "shares"})
    assert (share(looked, "people", "group"), share(looked, "reach")) == ("66.7%", "44.4%")
    assert "The groups' weights add up to 90." in words(looked)
    follow(officer, officer.post(address("add_weight_set", appraisal_id), boxes))
    found = next(iter(stored(appraisal_id).values()))
    assert found.groups == {"people": Decimal(60), "place": Decimal(30)}
    back = officer.post(
        address("edit_weight_set", appraisal_id, weight_set=found.id),
        form_of(officer.get(address("edit_weight_set", appraisal_id, weight_set=found.id))) | {"do": "one"},
    )
    assert "groups-people" not in form_of(back)
    assert form_of(back)["sub_criteria-reach"] == "2"


def test_while_somebody_types_htmx_brings_each_share_to_its_box(officer, appraisal_id):
    answer = officer.post(
        address("add_weight_set", appraisal_id), typed("5", "3", "2", do="shares"), headers=HTMX
    )
    page = answer.content.decode()
    assert page.count('hx-swap-oob="true"') == 4
    assert share(answer, "reach") == "50%"
    assert "<form" not in page


@pytest.mark.parametrize(
    ("begin", "shares"),
    [("equal-groups", ("25%", "25%", "50%")), ("equal-sub-criteria", ("33.3%", "33.3%", "33.3%"))],
)
def test_equal_groups_and_equal_sub_criteria_are_offered_to_begin_with(officer, appraisal_id, begin, shares):
    answer = officer.get(address("add_weight_set", appraisal_id), {"from": begin})
    assert tuple(share(answer, line) for line in LINES) == shares


def test_a_set_is_made_the_appraisals_own(officer):
    found = factories.appraisal(slug="two", stage="set-up", weight_sets=[SET])
    page = read(officer, found)
    link = re.search(r'href="([^"]*weight_set=agreed)"', page.content.decode())[1]
    form = form_of(officer.get(link))
    # “No weights” would be saved as the opposite of what was asked for, so nothing is chosen yet.
    assert (form["weight_set"], form.get("combine", "")) == ("agreed", "")
    answer = officer.post(link, {**form, "combine": "weighted-mean"})
    assert "The weights “As agreed” are the appraisal's own" in words(follow(officer, answer))
    assert snapshots.snapshot(found).method.combine is Combine.WEIGHTED_MEAN


def test_weights_that_nobody_chose_are_taken_and_said_to_be(officer):
    found = weighted(stage="set-up")
    Appraisal.objects.filter(pk=found).update(versions={})
    said = words(read(officer, found))
    assert (
        "Nobody has said yet how weights count. Until somebody does, the weights “As agreed” are taken"
        in said
    )
    assert "Say how weights count" in said


def test_a_set_with_the_name_of_one_that_is_worked_out_is_told_apart_from_it(officer):
    found = factories.appraisal(slug="two", stage="set-up", weight_sets=[{**SET, "name": "Equal groups"}])
    columns = [way.name for way in read(officer, found).context["page"].beside.ways]
    assert columns == ["Plain total", "Equal groups, worked out", "Equal groups"]
    alike = {**SET, "name": "Equal groups", "groups": {"people": "1", "place": "1"}}
    alike["sub_criteria"] = dict.fromkeys(LINES, "1")
    found = factories.appraisal(slug="three", stage="set-up", weight_sets=[alike])
    assert [way.name for way in read(officer, found).context["page"].beside.ways] == [
        "Plain total",
        "Equal groups",
    ]


def test_weights_without_a_set_are_refused_at_the_field(officer):
    found = factories.appraisal(slug="two", stage="set-up", weight_sets=[SET])
    answer = send(officer, "choose_method", found, {"combine": "weighted-mean", "weight_set": ""})
    assert answer.status_code == 422
    assert 'href="#id_weight_set"' in answer.content.decode()


def test_after_the_first_score_a_change_needs_a_reason_and_leaves_it_in_the_history(officer):
    found = weighted()
    factories.score(found, "stay", "reach", 3)
    assert "The weights are sealed: scores stand already." in words(read(officer, found))
    change = {"sub_criteria-reach": "9"}
    answer = send(officer, "edit_weight_set", found, change, names={"weight_set": "agreed"})
    assert answer.status_code == 422
    assert 'href="#id_reason"' in answer.content.decode()
    assert form_of(answer)["sub_criteria-reach"] == "9"
    assert stored(found)["agreed"].sub_criteria["reach"] == 5
    change["reason"] = "The board asked for it on 3 May."
    follow(officer, send(officer, "edit_weight_set", found, change, names={"weight_set": "agreed"}))
    event = people.history(found, limit=1)[0]
    assert (event.action, event.reason) == ("weight set changed", "The board asked for it on 3 May.")
    refused = send(officer, "choose_method", found, {"combine": "sum"})
    assert refused.status_code == 422
    assert 'href="#id_reason"' in refused.content.decode()


def test_weights_are_sealed_before_any_score(officer, appraisal_id):
    page = read(officer, appraisal_id)
    assert "Seal the weights now" in words(page)
    answer = officer.post(address("seal_weights", appraisal_id))
    said = words(follow(officer, answer))
    assert "The weights are sealed. A change needs a reason from now on." in said
    assert "The weights are sealed since" in said
    assert "Seal the weights now" not in said


def test_a_set_is_moved_and_removed(officer):
    other = {**SET, "id": "other", "name": "The Trust's"}
    found = factories.appraisal(slug="two", stage="set-up", weight_sets=[SET, other])
    down = next(button for button in buttons_of(read(officer, found)) if button[0] == "down")
    follow(officer, officer.post(down[2], {"down": down[1]}))
    assert list(stored(found)) == ["other", "agreed"]
    answer = send(officer, "remove_weight_set", found, names={"weight_set": "other"})
    assert "“The Trust's” was removed. The history keeps its weights." in words(follow(officer, answer))
    assert list(stored(found)) == ["agreed"]
    again = officer.post(address("remove_weight_set", found, weight_set="other"), {"version": "1"})
    assert "removed already" in words(follow(officer, again))


def test_the_appraisals_own_set_is_not_removed(officer):
    found = weighted(stage="set-up")
    answer = send(officer, "remove_weight_set", found, names={"weight_set": "agreed"})
    assert answer.status_code == 403
    assert "Choose another one first" in words(answer)


def test_a_late_save_shows_both_and_lets_the_person_choose(officer, other_officer):
    found = weighted(stage="set-up")
    where = address("edit_weight_set", found, weight_set="agreed")
    mine = form_of(officer.get(where)) | {"sub_criteria-reach": "7"}
    send(other_officer, "edit_weight_set", found, {"sub_criteria-reach": "8"}, names={"weight_set": "agreed"})
    answer = officer.post(where, mine)
    assert answer.status_code == 409
    assert "Ben Yu changed the weight set after you opened it" in words(answer)
    assert "1a Reach more readers 8" in words(answer)
    keep = re.search(r'name="keep" value="(\d+)"', answer.content.decode())[1]
    follow(officer, officer.post(where, {**mine, "keep": keep}))
    assert stored(found)["agreed"].sub_criteria["reach"] == 7


def test_a_line_that_came_later_has_a_weight_that_nobody_gave(officer):
    found = weighted(stage="set-up")
    setup.add_sub_criterion(
        actor=None,
        at=factories.at(3),
        appraisal_id=found,
        group_id="place",
        sub_criterion=setup.SubCriterionInput(name="Be warm"),
    )
    assert "Nobody has given a weight yet for 2c Be warm" in words(read(officer, found))


def test_many_weights_that_nobody_gave_are_counted_by_their_lines(officer):
    lines = [{"id": f"l{n}", "name": f"Line {n}"} for n in range(8)]
    groups = [{"id": "g", "name": "Group", "sub_criteria": lines}]
    ones = {"id": "ones", "name": "Ones", "groups": None, "sub_criteria": {line["id"]: "1" for line in lines}}
    found = factories.appraisal(slug="many", stage="set-up", groups=groups, weight_sets=[ones])
    Weight.objects.filter(weight_set__appraisal=found).update(given=False)
    assert "Nobody has given a weight yet for eight lines. Until somebody does" in words(read(officer, found))
