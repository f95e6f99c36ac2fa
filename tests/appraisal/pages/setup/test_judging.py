"""How a line is judged: kinds, own scales, measures with their rules, marks; each with its meaning."""

from decimal import Decimal

import pytest

from appraisal.core.snapshot import Kind, Rule
from appraisal.models import Appraisal
from appraisal.selectors import snapshots
from tests import factories
from tests.appraisal.pages.asking import address, client_of, words
from tests.appraisal.pages.setup.filling import form_of, send

pytestmark = pytest.mark.django_db

LINES = ("reach", "staff", "cost")
WEIGHED = {
    "stage": "set-up",
    "method": {"combine": "weighted-value", "weight_set": "agreed"},
    "weight_sets": [{"id": "agreed", "name": "As agreed", "sub_criteria": dict.fromkeys(LINES, "1")}],
}
MEASURE = {"kind": "measure", "unit": "minutes"}
MARKS = {"points": "low = 1\nmedium = 2\nvery high = 4", "points_lo": "0", "points_hi": "4"}


@pytest.fixture
def weighed(db):
    """An appraisal in set-up that adds up weighted values, so that measures count."""
    return factories.appraisal(**WEIGHED)


@pytest.fixture
def officer(db):
    return client_of(factories.lead_officer())


def line(appraisal_id):
    return snapshots.snapshot(appraisal_id).line["cost"].sub_criterion


def judge(client, appraisal_id, **changes):
    return send(client, "edit_line", appraisal_id, changes, names={"line": "cost"})


def shown(client, appraisal_id):
    return words(client.get(address("criteria", appraisal_id)))


@pytest.mark.parametrize(
    ("rule", "fields", "meaning"),
    [
        (
            {"rule": "range", "worst": "90", "best": "20"},
            {"worst": Decimal(90), "best": Decimal(20)},
            "Lower is better: 90 minutes counts 0 and 20 minutes counts 100, figures between them evenly.",
        ),
        (
            {"rule": "range", "worst": "-5", "best": "2.5"},
            {"worst": Decimal(-5), "best": Decimal("2.5")},
            "Higher is better: -5 minutes counts 0 and 2.5 minutes counts 100",
        ),
        (
            {"rule": "options-range", "better": "lower"},
            {"better": "lower"},
            "The lowest figure on the short list counts 100 and the highest 0, those between evenly. Ranks",
        ),
        (
            {"rule": "options-range", "better": "higher"},
            {"better": "higher"},
            "The highest figure on the short list counts 100 and the lowest 0",
        ),
        (
            {"rule": "ratio", "better": "higher"},
            {"better": "higher"},
            "The highest figure counts 100, and one half as high 50. Figures must be above 0.",
        ),
        (
            {"rule": "ratio", "better": "lower"},
            {"better": "lower"},
            "The lowest figure counts 100, and one twice as high 50.",
        ),
        (
            {"rule": "points", **MARKS},
            {"lo": Decimal(0), "hi": Decimal(4)},
            "Marks stand for numbers: low is 1, medium is 2 and very high is 4; 0 counts 0 and 4 counts 100.",
        ),
    ],
)
def test_a_measure_has_a_unit_and_a_rule_that_is_said_in_words(weighed, officer, rule, fields, meaning):
    assert judge(officer, weighed, **MEASURE, **rule).status_code == 302
    found = line(weighed)
    assert (found.kind, found.unit, found.value.rule) == (Kind.MEASURE, "minutes", rule["rule"])
    for name, value in fields.items():
        assert getattr(found.value, name) == value
    assert "Measured in minutes" in shown(officer, weighed)
    assert meaning in shown(officer, weighed)
    before = snapshots.live(weighed)
    assert judge(officer, weighed).status_code == 302
    assert snapshots.live(weighed) == before


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({}, "rule_0"),
        ({"rule": "range", "worst": "5", "best": "5"}, "best"),
        ({"rule": "range", "worst": "", "best": "5"}, "worst"),
        ({"rule": "range", "worst": "1,000", "best": "5"}, "worst"),
        ({"rule": "options-range"}, "better_0"),
        ({"rule": "ratio"}, "better_0"),
        ({"rule": "points", **MARKS, "points_lo": "9"}, "points_lo"),
        ({"rule": "points", **MARKS, "points": "low = a lot"}, "points"),
        ({"rule": "points", **MARKS, "points": "low = 1\nlow = 2"}, "points"),
        ({"rule": "points", **MARKS, "points": "low"}, "points"),
        ({"rule": "points", **MARKS, "points": ""}, "points"),
        ({"rule": "points", **MARKS, "points": "low = 7"}, "points"),
    ],
)
def test_a_rule_that_cannot_be_is_refused_at_its_field(weighed, officer, changes, field):
    before = snapshots.live(weighed)
    answer = judge(officer, weighed, **MEASURE, **changes)
    assert answer.status_code == 422
    assert f'href="#id_{field}"' in answer.content.decode()
    sent = form_of(answer)
    assert sent["unit"] == "minutes"
    for name, typed in changes.items():
        assert sent[name] == typed
    assert snapshots.live(weighed) == before


def test_a_mark_that_is_wrong_is_quoted(weighed, officer):
    answer = judge(officer, weighed, **MEASURE, rule="points", **MARKS | {"points": "low = 1\nhigh = x"})
    assert "“high”: " in words(answer)


def test_a_measure_where_plain_scores_are_added_up_is_refused_and_says_what_to_do(appraisal_id, officer):
    page = officer.get(address("edit_line", appraisal_id, line="cost"))
    assert "A measure counts only where weighted values are added up." in words(page)
    Appraisal.objects.filter(pk=appraisal_id).update(versions={})
    begun = officer.get(address("edit_line", appraisal_id, line="cost"))
    assert "Nobody has chosen yet how scores become a total, so this line settles it" in words(begun)
    Appraisal.objects.filter(pk=appraisal_id).update(versions={"method": 1})
    answer = judge(officer, appraisal_id, **MEASURE, rule="range", worst="9", best="1")
    assert answer.status_code == 422
    assert 'href="#id_kind_0"' in answer.content.decode()
    assert form_of(answer)["worst"] == "9"


def test_a_line_may_be_scored_by_marks(weighed, officer):
    assert judge(officer, weighed, kind="score", scored_on="marks", **MARKS).status_code == 302
    found = line(weighed)
    assert (found.kind, found.value.rule) == (Kind.SCORE, Rule.POINTS)
    assert dict(found.value.points) == {"low": 1, "medium": 2, "very high": 4}
    assert "Scored by marks" in shown(officer, weighed)


def test_a_line_may_have_a_scale_of_its_own_and_give_it_up(appraisal_id, officer):
    own = {
        "scored_on": "own",
        "scale_lo": "0",
        "scale_hi": "10",
        "scale_step": "0.5",
        "scale_neutral": "5",
        "scale_points": "0 = Nothing\n10 = All",
    }
    assert judge(officer, appraisal_id, **own).status_code == 302
    scale = line(appraisal_id).scale
    assert (scale.lo, scale.hi, scale.step, scale.neutral) == (0, 10, Decimal("0.5"), 5)
    assert [(point.value, point.label) for point in scale.points] == [(0, "Nothing"), (10, "All")]
    assert "On a scale of its own, 0 to 10 in steps of 0.5, neutral at 5." in shown(officer, appraisal_id)
    before = snapshots.live(appraisal_id)
    assert judge(officer, appraisal_id).status_code == 302
    assert snapshots.live(appraisal_id) == before
    assert judge(officer, appraisal_id, scored_on="common").status_code == 302
    assert line(appraisal_id).scale is None


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"scale_lo": "9", "scale_hi": "1"}, "scale_lo"),
        ({"scale_lo": "", "scale_hi": "1"}, "scale_lo"),
        ({"scale_lo": "1", "scale_hi": "3", "scale_step": "0"}, "scale_step"),
        ({"scale_lo": "1", "scale_hi": "3", "scale_points": "7 = Too far"}, "scale_points"),
        ({"scale_lo": "1", "scale_hi": "3", "scale_neutral": "7"}, "scale_neutral"),
    ],
)
def test_an_own_scale_that_cannot_be_is_refused_at_its_field(appraisal_id, officer, changes, field):
    answer = judge(officer, appraisal_id, scored_on="own", **changes)
    assert answer.status_code == 422
    assert f'href="#id_{field}"' in answer.content.decode()
    assert line(appraisal_id).scale is None


def test_a_gate_and_a_line_in_words_say_what_they_are(appraisal_id, officer):
    assert judge(officer, appraisal_id, kind="gate").status_code == 302
    said = shown(officer, appraisal_id)
    assert "Pass or fail" in said
    assert "An option that fails has no total and no rank." in said
    assert judge(officer, appraisal_id, kind="words").status_code == 302
    assert line(appraisal_id).kind is Kind.WORDS


def test_a_kind_that_its_scores_do_not_fit_is_refused_with_each_of_them(officer):
    scored = factories.complete_appraisal(stage="set-up")
    answer = judge(officer, scored, kind="gate")
    assert answer.status_code == 422
    assert "Option 1, line 2a" in words(answer)
    assert line(scored).kind is Kind.SCORE


def test_what_a_kind_does_not_use_is_not_stored(weighed, officer):
    judge(officer, weighed, kind="words", unit="minutes", worst="1", best="2", not_applicable_rule="Never.")
    found = line(weighed)
    assert (found.kind, found.unit, found.not_applicable_rule) == (Kind.WORDS, "", "")
    assert found.value.rule == Rule.SCALE


def test_a_line_added_to_weighed_ones_has_no_weight_yet_and_blocks_scoring(weighed, officer):
    send(officer, "add_line", weighed, {"name": "One more"}, names={"group": "place"})
    said = words(officer.get(address("setup", weighed)))
    assert "Blocks scoring" in said
    assert "2c" in said.partition("Weights")[2]
