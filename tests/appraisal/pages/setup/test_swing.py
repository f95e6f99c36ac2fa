"""Swing weighting, and why a group of many weak lines beats a group of few strong ones."""

from decimal import Decimal

import pytest

from appraisal.selectors import snapshots
from tests import factories
from tests.appraisal.pages.asking import address, words
from tests.appraisal.pages.setup.filling import follow, form_of

pytestmark = pytest.mark.django_db

GROUPS = [
    {
        "id": "people",
        "name": "People",
        "sub_criteria": [
            {"id": "reach", "name": "Reach"},
            {"id": "time", "name": "Time", "kind": "measure", "unit": "minutes",
             "value": {"rule": "range", "worst": "60", "best": "10"}},
            {"id": "ease", "name": "Ease", "value": {"rule": "points", "points": {"hard": "1", "easy": "3"},
             "lo": "1", "hi": "3"}},
        ],
    }
]  # fmt: skip
EQUAL = {
    "id": "equal",
    "name": "Equal",
    "groups": None,
    "sub_criteria": {"reach": "1", "time": "1", "ease": "1"},
}


@pytest.fixture
def found(db):
    """A line on a scale, a measure and a line of marks."""
    return factories.appraisal(
        slug="swings",
        stage="set-up",
        groups=GROUPS,
        weight_sets=[EQUAL],
        method={"combine": "weighted-value", "weight_set": "equal"},
    )


def press(client, found, data, step, **query):
    """One step of the way, with what the page before it carried."""
    where = address("swing_weights", found)
    return client.post(f"{where}?set={query['set']}" if query else where, {**data, "do": step})


def test_worst_and_best_of_each_line_are_shown_first(officer, found):
    said = words(officer.get(address("swing_weights", found)))
    assert "1a Reach from 1 (“Point 1”) to 5 (“Point 5”)" in said
    assert "1b Time from 60 minutes to 10 minutes" in said
    assert "1c Ease from Hard to Easy" in said


def test_the_way_from_the_most_wanted_swing_to_a_stored_set(officer, found):
    first = officer.get(address("swing_weights", found))
    second = press(officer, found, form_of(first) | {"first": "time"}, "rate")
    assert "1b Time from 60 minutes to 10 minutes 100" in words(second)
    rated = form_of(second) | {"sub_criteria-reach": "50", "sub_criteria-ease": "0"}
    third = press(officer, found, rated, "check")
    said = words(third)
    way = "The whole way on 1a Reach, from 1 (“Point 1”) to 5 (“Point 5”), is worth half of"
    assert f"{way} the whole way on 1b Time." in said
    assert "Is it the same to you as going from 60 minutes only to 35 minutes on 1b Time?" in said
    assert "The whole way on 1c Ease, from Hard to Easy, counts nothing at all." in said
    assert "1b Time 100 66.7%" in said
    assert len(snapshots.snapshot(found).weight_sets) == 1
    again = press(officer, found, form_of(third), "rate")
    assert form_of(again)["sub_criteria-reach"] == "50"
    saved = press(officer, found, form_of(third) | {"name": "By swings"}, "save")
    assert "The swing weights “By swings” are saved." in words(follow(officer, saved))
    stored = snapshots.snapshot(found).weight_sets[-1]
    assert dict(stored.sub_criteria) == {"reach": Decimal(50), "time": Decimal(100), "ease": Decimal(0)}


def test_no_swing_chosen_and_figures_that_are_none_are_said_where_they_are(officer, found):
    none = press(officer, found, {}, "rate")
    assert none.status_code == 422
    assert "Choose the swing that is wanted most." in words(none)
    data = {"first": "time", "sub_criteria-reach": "120", "sub_criteria-ease": "some"}
    wrong = press(officer, found, data, "check")
    assert wrong.status_code == 422
    assert 'href="#id_sub_criteria-ease"' in wrong.content.decode()
    assert form_of(wrong)["sub_criteria-reach"] == "120"
    above = press(officer, found, data | {"sub_criteria-ease": "1"}, "check")
    assert "none counts more" in words(above)


def test_a_name_that_is_missing_is_asked_for_and_the_figures_stay(officer, found):
    data = {"first": "time", "sub_criteria-reach": "50", "sub_criteria-ease": "10"}
    answer = press(officer, found, data, "save")
    assert answer.status_code == 422
    assert 'href="#id_name"' in answer.content.decode()
    assert form_of(answer)["sub_criteria-reach"] == "50"


def test_a_set_is_asked_for_anew(officer, found):
    first = officer.get(f"{address('swing_weights', found)}?set=equal")
    data = form_of(first) | {"first": "reach"}
    second = press(officer, found, data, "rate", set="equal")
    rated = form_of(second) | {"sub_criteria-time": "40", "sub_criteria-ease": "20"}
    third = press(officer, found, rated, "check", set="equal")
    follow(officer, press(officer, found, form_of(third), "save", set="equal"))
    sets = snapshots.snapshot(found).weight_sets
    assert len(sets) == 1
    assert sets[0].sub_criteria["time"] == 40


def test_nothing_is_there_to_swing_without_a_scored_line(officer):
    empty = factories.appraisal(slug="empty", stage="set-up", groups=[])
    assert "No line is scored yet" in words(officer.get(address("swing_weights", empty)))
    assert "No line is scored yet" in words(officer.get(address("weights", empty)))


STRONG, WEAK = ("s1", "s2"), ("w1", "w2", "w3", "w4", "w5")


def sizes():
    """Two strong lines on which Move is best, five weak ones on which Share is a little better."""
    groups = [
        {"id": group, "name": name, "sub_criteria": [{"id": one, "name": f"Line {one}"} for one in lines]}
        for group, name, lines in (("strong", "Strong", STRONG), ("weak", "Weak", WEAK))
    ]
    cells = {
        "stay": dict.fromkeys(STRONG + WEAK, 3),
        "move": dict.fromkeys(STRONG, 5) | dict.fromkeys(WEAK, 3),
        "share": dict.fromkeys(STRONG, 3) | dict.fromkeys(WEAK, 4),
    }
    return factories.appraisal(slug="sizes", groups=groups, cells=factories.cells(cells))


@pytest.mark.parametrize("page", ["weights", "results"])
def test_five_weak_lines_beating_two_strong_ones_are_explained(officer, page):
    said = words(officer.get(address(page, sizes())))
    shares = "2 Weak counts for 71% (five scored lines) and 1 Strong for 29% (two scored lines)."
    equal = "If the groups counted equally, each would count for 50%."
    assert "In a plain total every line counts once, so a group of many lines counts for more" in said
    assert f"{shares} {equal}" in said
    assert "Option 3 by the plain total, Option 2 if the groups count equally." in said
    assert "Option 3 is ahead in 2 Weak by five points over five lines" in said
    assert "Option 2 is ahead in 1 Strong by four points over two lines." in said
    assert "Added up, that is five points for Option 3 against four for Option 2." in said
    assert "there it is one point for Option 3 against two for Option 2." in said
    assert "Option 3 Share 1st 26 2nd 3.5 Option 2 Move 2nd 25 1st 4" in said


def test_equal_lines_stand_beside_equal_groups_where_the_plain_total_does_not_say_it(officer):
    scale = {"lo": "0", "hi": "10", "step": "1"}
    lines = [{"id": "one", "name": "One"}, {"id": "two", "name": "Two", "scale": scale}]
    wide = factories.appraisal(slug="wide", groups=[{"id": "all", "name": "All", "sub_criteria": lines}])
    assert "Plain total the appraisal's own Equal sub-criteria Equal groups" in words(
        officer.get(address("weights", wide))
    )
    assert (
        "Equal sub-criteria" not in words(officer.get(address("weights", sizes()))).split("Add a weight")[0]
    )


def test_raw_figures_and_marks_stand_beside_their_values_with_the_rule(officer, found):
    cells = [
        {"option": "stay", "sub_criterion": line, "state": "scored", "score": score, "rationale": "So."}
        for line, score in (("reach", "3"), ("time", "35"), ("ease", "easy"))
    ]
    measured = factories.appraisal(
        slug="measured",
        groups=GROUPS,
        weight_sets=[EQUAL],
        method={"combine": "weighted-value", "weight_set": "equal"},
        cells=cells,
    )
    said = words(officer.get(address("results", measured)))
    assert (
        "Lower is better: 60 minutes counts 0 and 10 minutes counts 100, figures between them evenly." in said
    )
    assert "Marks stand for numbers: hard is 1 and easy is 3; 1 counts 0 and 3 counts 100." in said
    assert "Option 1 Stay 35 minutes value 50 easy value 100" in said
