"""The filter of the long list, what it is held against, and SWOT."""

import re

import pytest

from appraisal.core.snapshot import FilterVerdict, SuccessFactor, Swot, Verdict
from appraisal.selectors import snapshots
from organisations.roles import Role
from tests import factories
from tests.appraisal.pages.asking import address, client_of, words
from tests.appraisal.pages.setup.filling import buttons_of, follow, form_of, send

pytestmark = pytest.mark.django_db

FACTORS = [
    {"id": "fit", "name": "Strategic fit", "kind": "critical-success-factor"},
    {"id": "money", "name": "Affordability", "kind": "critical-success-factor"},
    {"id": "near", "name": "A mile from nine in ten readers", "kind": "objective"},
]


@pytest.fixture
def found(db):
    return factories.appraisal(slug="filtered", stage="set-up", success_factors=FACTORS)


def option(found, name="move"):
    return snapshots.snapshot(found).option[name]


def factors(found):
    return [factor.name for factor in snapshots.snapshot(found).success_factors]


def test_factors_are_added_changed_moved_removed_and_brought_back(officer, appraisal_id):
    for name in ("Strategic fit", "Affordability"):
        answer = send(officer, "add_factor", appraisal_id, {"name": name, "kind": "critical-success-factor"})
        assert f"“{name}” was added." in words(follow(officer, answer))
    first, second = snapshots.snapshot(appraisal_id).success_factors
    changed = {"name": "Fit", "kind": "objective"}
    follow(officer, send(officer, "edit_factor", appraisal_id, changed, names={"factor": first.id}))
    assert snapshots.snapshot(appraisal_id).success_factors[0] == SuccessFactor(first.id, "Fit", "objective")
    page = officer.get(address("filter_options", appraisal_id))
    down = next(button for button in buttons_of(page) if button[0] == "down")
    follow(officer, officer.post(down[2], {"down": down[1]}))
    assert factors(appraisal_id) == ["Affordability", "Fit"]
    gone = send(officer, "remove_factor", appraisal_id, names={"factor": second.id})
    assert "Affordability was removed." in words(follow(officer, gone))
    assert factors(appraisal_id) == ["Fit"]
    back = officer.post(address("restore_factor", appraisal_id, factor=second.id))
    assert "The success factor is back." in words(follow(officer, back))
    assert sorted(factors(appraisal_id)) == ["Affordability", "Fit"]


def test_a_factor_without_a_name_is_refused_at_its_field(officer, appraisal_id):
    answer = send(officer, "add_factor", appraisal_id, {"name": " ", "kind": "objective"})
    assert answer.status_code == 422
    assert 'href="#id_name"' in answer.content.decode()


def test_verdicts_and_words_are_stored_and_shown_beside_the_list(officer, found):
    verdicts = {
        "filter-fit-verdict": "meets",
        "filter-money-verdict": "fails",
        "filter-money-words": "It costs twice what there is.",
        "filter-near-verdict": "",
    }
    answer = send(officer, "edit_filter", found, verdicts, names={"option": "move"})
    said = words(follow(officer, answer))
    assert "Meets 1 of 3, fails 1 (Affordability), 1 not looked at" in said
    assert "Fails It costs twice what there is." in said
    assert option(found).filter == (
        FilterVerdict("fit", Verdict.MEETS),
        FilterVerdict("money", Verdict.FAILS, "It costs twice what there is."),
    )
    listed = words(officer.get(address("options", found)))
    assert "Against success factors and objectives: meets 1 of 3, fails 1 (Affordability)" in listed
    page = words(officer.get(address("option", found, option="move")))
    assert "Affordability Fails It costs twice what there is." in page


def test_words_without_a_verdict_are_refused_at_their_field_and_kept(officer, found):
    before = option(found)
    typed = {"filter-fit-verdict": "words", "filter-fit-words": "", "filter-near-words": "Hm."}
    answer = send(officer, "edit_filter", found, typed, names={"option": "move"})
    assert answer.status_code == 422
    assert 'href="#id_filter-' in answer.content.decode()
    assert form_of(answer)["filter-near-words"] == "Hm."
    assert option(found) == before


def test_a_late_verdict_shows_theirs(officer, other_officer, found):
    where = address("edit_filter", found, option="move")
    mine = form_of(officer.get(where)) | {"filter-fit-verdict": "meets"}
    send(other_officer, "edit_filter", found, {"filter-fit-verdict": "fails"}, names={"option": "move"})
    answer = officer.post(where, mine)
    assert answer.status_code == 409
    assert "Ben Yu changed how this option does after you opened it" in words(answer)
    assert "How it does on Strategic fit Fails" in words(answer)
    keep = re.search(r'name="keep" value="(\d+)"', answer.content.decode())[1]
    follow(officer, officer.post(where, {**mine, "keep": keep}))
    assert option(found).filter[0].verdict is Verdict.MEETS


def test_swot_is_stored_a_point_a_line(officer, found):
    written = {
        "strengths": "• Near the station\n• Warm",
        "weaknesses": "Dear\n\n",
        "opportunities": "",
        "threats": "The lease\n↳ may end",
    }
    follow(officer, send(officer, "edit_swot", found, written, names={"option": "move"}))
    assert option(found).swot == Swot(("Near the station", "Warm"), ("Dear",), (), ("The lease\nmay end",))
    page = words(officer.get(address("option", found, option="move")))
    assert "Strengths Near the station Warm Weaknesses Dear Opportunities None written." in page
    unchanged = snapshots.live(found)
    send(officer, "edit_swot", found, names={"option": "move"})
    assert snapshots.live(found) == unchanged


def test_a_late_swot_keeps_both(officer, other_officer, found):
    where = address("edit_swot", found, option="move")
    mine = form_of(officer.get(where)) | {"threats": "Mine"}
    send(other_officer, "edit_swot", found, {"threats": "Theirs"}, names={"option": "move"})
    answer = officer.post(where, mine)
    assert answer.status_code == 409
    assert "Threats Theirs" in words(answer)
    assert form_of(answer)["threats"] == "Mine"


def test_swot_and_filter_do_not_stand_in_each_others_way(officer, found):
    swot = address("edit_swot", found, option="move")
    mine = form_of(officer.get(swot)) | {"threats": "Mine"}
    send(officer, "edit_filter", found, {"filter-fit-verdict": "meets"}, names={"option": "move"})
    send(officer, "edit_option", found, {"name": "Moved"}, names={"option": "move"})
    assert officer.post(swot, mine).status_code == 302


def test_a_reader_sees_the_filter_and_changes_nothing(reader, found):
    said = words(reader.get(address("filter_options", found)))
    assert "Strategic fit" in said
    assert "Add a success factor" not in said
    for name in ("add_factor",):
        assert reader.get(address(name, found)).status_code == 403
    for page in ("edit_factor", "remove_factor"):
        assert reader.get(address(page, found, factor="fit")).status_code == 403
    assert reader.get(address("edit_filter", found, option="move")).status_code == 403


def test_another_bodys_filter_does_not_exist(found):
    stranger = client_of(factories.person(role=Role.LEAD_OFFICER, body="Far Away Council"))
    assert stranger.get(address("filter_options", found)).status_code == 404
    for page in ("edit_factor", "remove_factor", "move_factor", "restore_factor"):
        assert stranger.post(address(page, found, factor="fit"), {"up": "1"}).status_code == 404


def test_a_factor_that_is_not_there_is_a_404(officer, found):
    for page in ("edit_factor", "remove_factor"):
        assert officer.get(address(page, found, factor="nobody")).status_code == 404


def test_queries_do_not_grow(django_assert_max_num_queries, officer):
    counts = []
    for count in (1, 30):
        listed = [{"id": f"f{n}", "name": f"Factor {n}", "kind": "objective"} for n in range(count)]
        options = [
            {"id": f"o{n}", "number": n + 1, "name": f"Way {n}", "stage": "long-list",
             "filter": [{"factor": "f0", "verdict": "meets"}]}
            for n in range(count)
        ]  # fmt: skip
        made = factories.appraisal(
            slug=f"of-{count}", stage="set-up", success_factors=listed, options=options
        )
        for page, names in (("filter_options", {}), ("edit_filter", {"option": "o0"})):
            where = address(page, made, **names)
            officer.get(where)
            with django_assert_max_num_queries(15) as asked:
                officer.get(where)
            counts.append(len(asked))
    assert counts[:2] == counts[2:]
