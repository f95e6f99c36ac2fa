"""The long list: success factors, how each option does against them, and SWOT."""

import pytest

from appraisal.core.snapshot import FilterVerdict, SuccessFactor, Swot, Verdict
from appraisal.services import setup
from appraisal.services.setup.factors import FACTOR_LIMIT
from organisations.errors import Missing
from tests import factories
from tests.appraisal.services.setup.doing import do, last, now, paths, problems, refusal, stale, state

pytestmark = pytest.mark.django_db

FACTORS = {
    "success_factors": [
        {"id": "fit", "name": "Strategic fit"},
        {"id": "value", "name": "Value for money"},
        {"id": "open", "name": "Stay open", "kind": "objective"},
    ]
}


@pytest.fixture
def long_id(db):
    """The small appraisal in set-up with two success factors and an objective."""
    return factories.appraisal(stage="set-up", **FACTORS)


def ids(appraisal_id):
    return [factor.id for factor in now(appraisal_id).success_factors]


def judge(appraisal_id, version=1, option="stay", **verdicts):
    typed = {factor: setup.VerdictInput(*each) for factor, each in verdicts.items()}
    return do(setup.save_filter, appraisal_id, option_id=option, verdicts=typed, version=version)


def test_a_factor_comes_last_with_its_kind(long_id):
    officer = factories.lead_officer()
    saved = do(setup.add_success_factor, long_id, officer, name=" Cost  less ", kind="objective")
    assert saved.id == "cost-less"
    assert now(long_id).success_factors[-1] == SuccessFactor("cost-less", "Cost less", "objective")
    assert (last(long_id).action, last(long_id).subject) == (
        "success factor added",
        "success-factors/cost-less",
    )


@pytest.mark.parametrize(
    ("name", "kind", "path"),
    [("", "objective", "name"), ("Strategic fit", "objective", "name"), ("New", "wish", "kind")],
)
def test_a_factor_that_cannot_be_is_refused(long_id, name, kind, path):
    assert paths(setup.add_success_factor, long_id, name=name, kind=kind) == [path]


def test_a_factor_is_renamed_ordered_taken_out_and_brought_back_with_its_verdicts(long_id):
    judge(long_id, fit=("meets", ""), value=("part", "Dear."))
    before = now(long_id)
    do(setup.remove_success_factor, long_id, factor_id="fit", version=1)
    assert ids(long_id) == ["value", "open"]
    assert now(long_id).option["stay"].filter == (FilterVerdict("value", Verdict.PART, "Dear."),)
    [removed] = state(long_id).removed
    assert (removed.kind, removed.id, removed.removed_at) == ("success-factors", "fit", factories.at(1))
    judge(long_id, version=2, value=("fails", ""))
    do(setup.remove_success_factor, long_id, factor_id="fit", version=1)
    for _ in range(2):
        do(setup.restore_success_factor, long_id, factor_id="fit")
    assert now(long_id).success_factors == before.success_factors
    assert now(long_id).option["stay"].filter == (
        FilterVerdict("fit", Verdict.MEETS),
        FilterVerdict("value", Verdict.FAILS),
    )
    do(setup.move_success_factor, long_id, factor_id="open", direction="up", place=2)
    assert ids(long_id) == ["fit", "open", "value"]
    version = state(long_id).success_factors["open"]
    saved = {"factor_id": "open", "name": "Remain open", "kind": "critical-success-factor"}
    do(setup.save_success_factor, long_id, **saved, version=version)
    assert now(long_id).success_factors[1].name == "Remain open"
    assert last(long_id).before == {"name": "Stay open", "kind": "objective"}
    older = {**saved, "name": "Else", "version": version}
    assert stale(setup.save_success_factor, long_id, **older).content.name == "Remain open"
    assert stale(setup.remove_success_factor, long_id, factor_id="open", version=1).version > 1


def test_verdicts_follow_the_order_of_the_factors(long_id):
    judge(long_id, open=("meets", ""), fit=("fails", "No."))
    assert [each.factor for each in now(long_id).option["stay"].filter] == ["fit", "open"]
    do(setup.move_success_factor, long_id, factor_id="open", direction="up", place=2)
    do(setup.move_success_factor, long_id, factor_id="open", direction="up", place=1)
    assert [each.factor for each in now(long_id).option["stay"].filter] == ["open", "fit"]


def test_a_verdict_may_be_words_alone_and_may_be_taken_back(long_id):
    judge(long_id, fit=("", "Fits in part of the county."), value=("meets", ""))
    assert now(long_id).option["stay"].filter == (
        FilterVerdict("fit", Verdict.WORDS, "Fits in part of the county."),
        FilterVerdict("value", Verdict.MEETS),
    )
    judge(long_id, version=2, fit=("", ""))
    assert now(long_id).option["stay"].filter == (FilterVerdict("value", Verdict.MEETS),)
    assert (last(long_id).action, last(long_id).subject) == ("filter saved", "options/stay/filter")


@pytest.mark.parametrize(
    ("verdicts", "found"),
    [
        ({"gone": ("meets", "")}, [("filter.gone.verdict", "This success factor is not there any more.")]),
        ({"fit": ("perhaps", "")}, [("filter.fit.verdict", "“perhaps” is not known here.")]),
        ({"fit": ("words", " ")}, [("filter.fit.words", "Write the words, or choose another verdict.")]),
        ({"value": ("meets", "a\x00")}, [("filter.value.words", "There is a NUL character")]),
    ],
)
def test_a_verdict_that_cannot_be_is_refused_with_its_field(long_id, verdicts, found):
    typed = {factor: setup.VerdictInput(*each) for factor, each in verdicts.items()}
    told = problems(setup.save_filter, long_id, option_id="stay", verdicts=typed, version=1)
    assert [path for path, _ in told] == [path for path, _ in found]
    assert told[0][1].startswith(found[0][1])


SWOT = Swot(strengths=("Cheap", "", "Known"), threats=("The roof",))


def test_a_swot_is_saved_with_a_version_of_its_own(long_id):
    do(setup.save_swot, long_id, option_id="stay", swot=SWOT, version=1)
    found = now(long_id).option["stay"].swot
    assert (found.strengths, found.weaknesses, found.threats) == (("Cheap", "Known"), (), ("The roof",))
    assert (last(long_id).action, last(long_id).before) == ("SWOT saved", {})
    versions = state(long_id)
    assert (versions.swot["stay"], versions.options["stay"], versions.filter["stay"]) == (2, 1, 1)
    judge(long_id, fit=("meets", ""))
    option = setup.option_input(now(long_id).option["stay"])
    do(
        setup.save_option,
        long_id,
        option_id="stay",
        option=setup.OptionInput("Remain", option.number),
        version=1,
    )
    assert now(long_id).option["stay"].swot == found
    other = Swot(weaknesses=("Small",))
    assert stale(setup.save_swot, long_id, option_id="stay", swot=other, version=1).content == found
    assert do(setup.save_swot, long_id, option_id="stay", swot=SWOT, version=1).version == 2


def test_a_point_that_cannot_be_is_named_by_its_place(long_id):
    swot = Swot(weaknesses=("", "a\x00"))
    assert paths(setup.save_swot, long_id, option_id="stay", swot=swot, version=1) == ["swot.weaknesses[1]"]


def test_there_are_so_many_factors_and_no_more(db):
    factors = [{"id": f"f{number}", "name": f"Factor {number}"} for number in range(FACTOR_LIMIT)]
    appraisal_id = factories.appraisal(stage="set-up", success_factors=factors)
    assert paths(setup.add_success_factor, appraisal_id, name="One more") == ["name"]
    do(setup.remove_success_factor, appraisal_id, factor_id="f7", version=1)
    do(setup.add_success_factor, appraisal_id, name="One more")
    assert paths(setup.restore_success_factor, appraisal_id, factor_id="f7") == ["factor_id"]


def test_what_is_not_there_is_missing(long_id):
    for service, rest in (
        (setup.save_swot, {"option_id": "nothing", "swot": SWOT, "version": 1}),
        (setup.save_filter, {"option_id": "nothing", "verdicts": {}, "version": 1}),
        (setup.save_success_factor, {"factor_id": "x", "name": "A", "kind": "objective", "version": 1}),
        (setup.move_success_factor, {"factor_id": "x", "direction": "up", "place": 0}),
        (setup.remove_success_factor, {"factor_id": "x", "version": 1}),
        (setup.restore_success_factor, {"factor_id": "x"}),
    ):
        with pytest.raises(Missing):
            do(service, long_id, **rest)


def test_words_on_the_long_list_are_mended_while_scoring_and_its_factors_stay(db):
    appraisal_id = factories.at_stage("scoring", **FACTORS)
    judge(appraisal_id, fit=("meets", ""))
    do(setup.save_swot, appraisal_id, option_id="stay", swot=SWOT, version=1)
    renamed = {"factor_id": "fit", "name": "Fit", "kind": "objective", "version": 1}
    do(setup.save_success_factor, appraisal_id, **renamed)
    for service, rest in (
        (setup.add_success_factor, {"name": "New"}),
        (setup.move_success_factor, {"factor_id": "value", "direction": "up", "place": 1}),
        (setup.remove_success_factor, {"factor_id": "value", "version": 1}),
        (setup.restore_success_factor, {"factor_id": "value"}),
    ):
        assert refusal(service, appraisal_id, **rest).startswith("This cannot be changed while the appraisal")
