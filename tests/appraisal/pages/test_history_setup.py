"""The history of a set-up: every kind of event is told in words that a person reads."""

import pytest

from appraisal.core.snapshot import Note, Swot
from appraisal.selectors import snapshots
from appraisal.selectors.pages.history import entries, history_page, kind_of
from appraisal.selectors.pages.history.setup import ACTIONS
from appraisal.services import setup
from organisations.selectors import history
from tests import factories
from tests.appraisal.services.setup.doing import do, state

pytestmark = pytest.mark.django_db


@pytest.fixture
def appraisal_id():
    return factories.complete_appraisal(stage="set-up")


def told(appraisal_id):
    """The last entry: its head, and (label, before, after) of what was changed."""
    found = entries(appraisal_id, snapshots.snapshot(appraisal_id), limit=1)[0]
    return found.what, [(each.label, each.before, each.after) for each in found.changed]


LINE = setup.SubCriterionInput("Open longer", "Hours", scale=setup.ScaleInput("0", "10"))
WEIGHTS = setup.WeightsInput("Agreed", {"reach": "2", "staff": "1", "cost": "1"})


def test_a_rename_is_told_with_both_names(appraisal_id):
    option = setup.OptionInput("Move to the mill", "2", "Mill")
    do(setup.save_option, appraisal_id, option_id="move", option=option, version=1)
    assert told(appraisal_id) == (
        "Option 2, Mill changed",
        [("Name", "Move", "Move to the mill"), ("Short name", "nothing", "Mill")],
    )


def test_a_dropped_option_is_told_with_its_reason(appraisal_id):
    do(
        setup.set_option_stage,
        appraisal_id,
        option_id="move",
        stage="dropped",
        reason="Too dear.",
        decided_on="May",
        version=1,
    )
    what, changed = told(appraisal_id)
    assert what == "Option 2, Move put on another list"
    assert ("List", "short list", "dropped") in changed
    assert ("Reason", "nothing", "Too dear.") in changed


def test_a_removal_and_a_return_are_told_by_name(appraisal_id):
    do(setup.remove_group, appraisal_id, group_id="people", version=1)
    what, changed = told(appraisal_id)
    assert what == "Criteria group “People” removed"
    assert ("Lines", "Reach more readers\nKeep the staff", "nothing") in changed
    do(setup.set_scale, appraisal_id, scale=setup.ScaleInput("1", "4"), version=1)
    assert told(appraisal_id)[0] == "Scale"
    do(setup.restore_group, appraisal_id, group_id="people", unscore=True)
    what, changed = told(appraisal_id)
    assert what == "Criteria group “People” brought back"
    assert ("Scores that did not fit any more", "nothing", "Option 2 on 1a Reach more readers: 5") in changed


def test_weights_are_told_by_line_with_the_reason(appraisal_id):
    do(setup.add_weight_set, appraisal_id, weights=WEIGHTS)
    assert told(appraisal_id) == (
        "Weight set “Agreed” added",
        [
            ("Name", "nothing", "Agreed"),
            (
                "Weights of the lines",
                "nothing",
                "1a Reach more readers: 2; 1b Keep the staff: 1; 2a Cost less: 1",
            ),
        ],
    )
    do(
        setup.choose_method,
        appraisal_id,
        combine="weighted-mean",
        weight_set="agreed",
        version=1,
        reason="The panel asked.",
    )
    what, changed = told(appraisal_id)
    assert what == "How scores become a total"
    assert changed == [
        ("Combined by", "plain total, without weights", "weights times scores"),
        ("Weight set", "nothing", "Agreed"),
    ]
    page = history_page(appraisal_id, kind=kind_of("setup"), number=1)
    assert [entry.reason for entry in page.entries] == ["The panel asked.", ""]


def everything(appraisal_id):
    """Each service of the set-up asked once, so that each of its events is there."""
    about = setup.AboutInput("New title", question="Which?")
    do(setup.save_about, appraisal_id, about=about, version=1)
    for part in ("timeline", "responsibilities", "sections"):
        do(setup.save_part, appraisal_id, part=part, content=(), version=1)
    do(setup.save_part, appraisal_id, part="notes", content=(Note("appraisal", "N"),), version=1)
    body = do(setup.add_body, appraisal_id, body=setup.BodyInput("Fire Service", kind="fire"))
    changed = setup.BodyInput(kind="fire", role="decides")
    version = do(setup.save_body, appraisal_id, body_id=body.id, body=changed, version=body.version).version
    do(setup.move_body, appraisal_id, body_id=body.id, direction="up", place=2)
    do(setup.remove_body, appraisal_id, body_id=body.id, version=version)
    do(setup.set_scale, appraisal_id, scale=setup.ScaleInput("0", "5"), version=1)
    criteria(appraisal_id)
    options(appraisal_id)
    long_list(appraisal_id)
    weights(appraisal_id)


def criteria(appraisal_id):
    group = do(setup.add_group, appraisal_id, group=setup.GroupInput("Money")).id
    saved = do(
        setup.save_group,
        appraisal_id,
        group_id=group,
        group=setup.GroupInput("Costs"),
        version=state(appraisal_id).groups[group],
    )
    line = do(setup.add_sub_criterion, appraisal_id, group_id=group, sub_criterion=LINE)
    other = setup.SubCriterionInput(
        "Other", value=setup.ValueInput("points", points=(("A", "1"),), lo="0", hi="2")
    )
    do(setup.add_sub_criterion, appraisal_id, group_id=group, sub_criterion=other)
    here = {"sub_criterion_id": line.id}
    changed = do(
        setup.save_sub_criterion,
        appraisal_id,
        **here,
        sub_criterion=setup.SubCriterionInput("Open shorter"),
        version=line.version,
    )
    do(setup.move_sub_criterion, appraisal_id, **here, direction="down", place=0)
    do(setup.remove_sub_criterion, appraisal_id, **here, version=changed.version)
    do(setup.restore_sub_criterion, appraisal_id, **here)
    do(setup.move_group, appraisal_id, group_id=group, direction="up", place=2)
    do(setup.remove_group, appraisal_id, group_id=group, version=saved.version)
    do(setup.restore_group, appraisal_id, group_id=group)


def options(appraisal_id):
    option = do(setup.add_option, appraisal_id, option=setup.OptionInput("Close", "4"))
    here = {"option_id": option.id}
    changed = do(
        setup.save_option,
        appraisal_id,
        **here,
        option=setup.OptionInput("Close", proposal=("Sell",)),
        version=option.version,
    )
    listed = do(
        setup.set_option_stage, appraisal_id, **here, stage="dropped", reason="No.", version=changed.version
    )
    do(setup.save_swot, appraisal_id, **here, swot=Swot(threats=("Anger",)), version=option.version)
    do(setup.move_option, appraisal_id, **here, direction="up", place=3)
    do(setup.remove_option, appraisal_id, **here, version=listed.version)
    do(setup.restore_option, appraisal_id, **here)


def long_list(appraisal_id):
    for name in ("Fit", "Value"):
        factor = do(setup.add_success_factor, appraisal_id, name=name)
    here = {"factor_id": factor.id}
    verdicts = {factor.id: setup.VerdictInput("part", "Dear.")}
    do(setup.save_filter, appraisal_id, option_id="stay", verdicts=verdicts, version=1)
    changed = {"name": "Worth", "kind": "objective", "version": factor.version}
    saved = do(setup.save_success_factor, appraisal_id, **here, **changed)
    do(setup.move_success_factor, appraisal_id, **here, direction="up", place=1)
    do(setup.remove_success_factor, appraisal_id, **here, version=saved.version)
    do(setup.restore_success_factor, appraisal_id, **here)


def weights(appraisal_id):
    suggested = setup.equal_weights(snapshots.snapshot(appraisal_id), "groups")
    kept = do(setup.add_weight_set, appraisal_id, weights=suggested)
    suggested = setup.equal_weights(snapshots.snapshot(appraisal_id), "sub-criteria")
    other = do(setup.add_weight_set, appraisal_id, weights=suggested)
    why = {"reason": "Asked."}
    here = {"weight_set_id": kept.id}
    new = setup.WeightsInput("Other", suggested.sub_criteria)
    do(setup.save_weight_set, appraisal_id, **here, weights=new, version=kept.version, **why)
    do(setup.move_weight_set, appraisal_id, **here, direction="down", place=0)
    do(setup.remove_weight_set, appraisal_id, weight_set_id=other.id, version=other.version, **why)
    method = {"combine": "weighted-sum", "weight_set": kept.id, "version": 1}
    do(setup.choose_method, appraisal_id, **method, **why)
    do(setup.seal_weights, appraisal_id)


FILLED = {
    "timeline": [{"what": "Decide"}],
    "responsibilities": [{"who": "Council", "items": ["Pays"]}],
    "sections": [{"id": "s", "title": "S", "items": ["One."]}],
}


def test_every_event_is_told_in_words_whether_its_thing_is_there_or_gone():
    appraisal_id = factories.complete_appraisal(stage="set-up", **FILLED)
    everything(appraisal_id)
    done = {change.action for change in history(appraisal_id, limit=200)}
    assert set(ACTIONS) - done == {"appraisal started", "appraisal copied"}
    page = history_page(appraisal_id, kind=kind_of("setup"), number=1)
    assert page.length == len(history(appraisal_id, limit=200)) - 1
    for found in entries(appraisal_id, snapshots.snapshot(appraisal_id), actions=ACTIONS, limit=200):
        assert found.what
        assert "/" not in found.what
        for changed in found.changed:
            text = f"{changed.label}: {changed.before} {changed.after}"
            assert not set("{}[]") & set(text), text
            assert "None" not in text
            assert "_" not in text


def test_a_start_says_what_it_began_from():
    started = setup.create_appraisal(
        actor=None,
        at=factories.at(),
        organisation_id=factories.organisation(),
        title="New",
        template="cornwall-five",
    ).appraisal_id
    assert told(started) == (
        "Appraisal started",
        [("Title", "nothing", "New"), ("Template", "nothing", "Five aims, as in Cornwall 2018")],
    )
    copied = setup.copy_appraisal(
        actor=None,
        at=factories.at(),
        organisation_id=factories.organisation(),
        source=started,
        title="Again",
        with_scores=False,
    ).appraisal_id
    assert told(copied) == (
        "Appraisal started as a copy",
        [
            ("Title", "nothing", "Again"),
            ("Copied from", "nothing", "new"),
            ("With its scores", "nothing", "no"),
        ],
    )
