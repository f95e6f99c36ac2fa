"""One cell saved, or a column: what is checked, what is kept, and what the history says."""

from decimal import Decimal

import pytest

from appraisal.core.snapshot import CellState
from appraisal.selectors import appraisals, snapshots
from organisations.errors import Missing, Refused
from organisations.roles import Role
from organisations.selectors import history
from tests import factories
from tests.appraisal.services.saving import problems, save, stored

pytestmark = pytest.mark.django_db


ON_A_STEP = "Give a score on a step."


def test_a_score_is_saved_with_its_rationale_version_revision_and_time(appraisal_id, officer):
    saved = save(appraisal_id, officer)
    assert (saved.version, saved.revision, saved.at) == (2, 2, factories.at(1))
    cell = stored(appraisal_id)
    assert (cell.state, cell.score, cell.basis, cell.rationale) == ("scored", Decimal(4), "given", "Because.")
    [version] = appraisals.cell_versions(appraisal_id).values()
    assert (version.version, version.changed_at, version.changed_by_name) == (2, factories.at(1), "Ada Reed")


def test_a_score_is_saved_without_a_rationale(appraisal_id):
    save(appraisal_id, rationale="")
    assert (stored(appraisal_id).score, stored(appraisal_id).rationale) == (Decimal(4), "")


def test_a_rationale_is_saved_without_a_score(appraisal_id):
    save(appraisal_id, state="unscored", score=None, rationale="To think about.")
    cell = stored(appraisal_id)
    assert (cell.state, cell.score, cell.rationale) == ("unscored", None, "To think about.")


def test_a_score_can_be_taken_back(appraisal_id):
    version = save(appraisal_id).version
    save(appraisal_id, state="unscored", score=None, rationale="", version=version)
    assert stored(appraisal_id) is None
    assert appraisals.cell_versions(appraisal_id)["stay", "reach"].version == 3


def test_every_save_raises_the_revision_and_says_who_changed_the_appraisal_last(appraisal_id, officer):
    save(appraisal_id, minutes=1)
    save(appraisal_id, officer, option="move", minutes=2)
    live = snapshots.live(appraisal_id)
    assert (live.revision, live.changed_at, live.changed_by) == (3, factories.at(2), "Ada Reed")


def test_the_history_holds_what_stood_before_and_after(appraisal_id, officer):
    save(appraisal_id, minutes=1)
    save(appraisal_id, officer, score="2.0", rationale="On reflection.", version=2, minutes=2)
    change = history(appraisal_id)[0]
    assert (change.at, change.actor, change.action) == (factories.at(2), "Ada Reed", "cell saved")
    assert change.subject == "cells/stay/reach"
    assert change.before == {"state": "scored", "score": "4", "basis": "given", "rationale": "Because."}
    assert change.after == {"state": "scored", "score": "2", "basis": "given", "rationale": "On reflection."}


def test_the_command_line_is_nobody(appraisal_id):
    save(appraisal_id)
    assert history(appraisal_id)[0].actor == "command line"


def test_text_is_cleaned_once(appraisal_id):
    save(appraisal_id, rationale="  One\r\ntwo\x07 cafe\u0301 \n")
    assert stored(appraisal_id).rationale == "One\ntwo caf\u00e9"


@pytest.mark.parametrize(
    ("score", "message"),
    [
        ("6", "6 is off the scale, which runs from 1 to 5. Give a score on the scale."),
        ("0", "0 is off the scale, which runs from 1 to 5. Give a score on the scale."),
        ("2.5", "2.5 is between two steps of the scale, which runs from 1 to 5 in steps of 1. " + ON_A_STEP),
        ("four", "This is not a number in plain figures, such as 3 or 2.5."),
        ("NaN", "This is not a number in plain figures, such as 3 or 2.5."),
        (Decimal("Infinity"), "This is not a number in plain figures, such as 3 or 2.5."),
        ("1e0", "This is not a number in plain figures, such as 3 or 2.5."),
        ("1.0000001", "This number has 7 decimals; the most is 6. It is not rounded for you."),
        ("", "Give a score, or choose that there is none yet."),
        (None, "Give a score, or choose that there is none yet."),
    ],
)
def test_what_is_no_score_on_the_scale_is_refused_in_words(appraisal_id, score, message):
    assert problems(save, appraisal_id, score=score) == [("score", message)]
    assert stored(appraisal_id) is None


@pytest.mark.parametrize("score", ["4", " 4 ", "4.0", Decimal("4"), Decimal("4.000000")])
def test_a_score_is_the_same_however_it_is_written(appraisal_id, score):
    save(appraisal_id, score=score)
    assert str(stored(appraisal_id).score) == "4"


def test_a_line_with_a_scale_of_its_own_is_checked_against_that(appraisal_id):
    groups = factories.file()["groups"]
    groups[0]["sub_criteria"][0]["scale"] = {"lo": "0", "hi": "10", "step": "2.5"}
    other = factories.appraisal(slug="own-scale", groups=groups)
    save(other, score="7.5")
    assert stored(other).score == Decimal("7.5")
    [(_, message)] = problems(save, other, option="move", score="4")
    assert message.startswith("4 is between two steps of the scale, which runs from 0 to 10 in steps of 2.5.")
    save(other, line="staff", score="4")


def test_without_a_scale_nothing_can_be_scored():
    bare = factories.appraisal(slug="bare", scale=None)
    [(path, message)] = problems(save, bare)
    assert path == "score"
    assert message.startswith("No scale is set, so nothing can be scored.")
    save(bare, state="to-be-confirmed", score=None)


@pytest.mark.parametrize("state", ["unscored", "to-be-confirmed"])
def test_a_score_beside_another_state_is_refused(appraisal_id, state):
    assert problems(save, appraisal_id, state=state) == [
        ("score", "Choose either a score or another state, not both.")
    ]


def test_not_applicable_is_for_lines_that_state_the_rule(appraisal_id):
    save(appraisal_id, line="staff", state="not-applicable", score=None)
    assert stored(appraisal_id, line="staff").state is CellState.NOT_APPLICABLE
    [(path, message)] = problems(save, appraisal_id, state="not-applicable", score=None)
    assert path == "state"
    assert "only where its line says when that is so" in message


def test_a_line_in_words_takes_words_and_no_score(appraisal_id):
    save(appraisal_id, line="law", state="words", score=None, rationale="It is lawful.")
    cell = stored(appraisal_id, line="law")
    assert (cell.state, cell.score, cell.rationale) == ("words", None, "It is lawful.")
    [(path, _)] = problems(save, appraisal_id, option="move", line="law")
    assert path == "state"


def test_a_line_in_words_without_any_is_unscored(appraisal_id):
    version = save(appraisal_id, line="law", state="words", score=None, rationale="It is lawful.").version
    save(appraisal_id, line="law", state="words", score=None, rationale=" ", version=version)
    assert stored(appraisal_id, line="law") is None


def test_words_on_a_line_in_words_are_words_whatever_the_form_says(appraisal_id):
    save(appraisal_id, line="law", state="unscored", score=None, rationale="It is lawful.")
    assert stored(appraisal_id, line="law").state is CellState.WORDS


@pytest.mark.parametrize("state", ["pass", "fail", "to-be-confirmed"])
def test_a_gate_is_passed_or_failed(state):
    groups = factories.file()["groups"]
    groups[1]["sub_criteria"][1]["kind"] = "gate"
    gated = factories.appraisal(groups=groups)
    save(gated, line="law", state=state, score=None)
    assert stored(gated, line="law").state == state
    [(path, _)] = problems(save, gated, option="move", line="law", score="4")
    assert path == "state"


def test_every_problem_of_a_cell_is_named_at_once(appraisal_id):
    found = problems(save, appraisal_id, score="9", rationale="x" * 10_001)
    assert found == [
        ("rationale", "This has 10,001 characters; the most is 10,000. Shorten it by 1."),
        ("score", "9 is off the scale, which runs from 1 to 5. Give a score on the scale."),
    ]


@pytest.mark.parametrize("rationale", ["a\x00b", "a\ud800b"])
def test_text_that_cannot_be_stored_is_refused(appraisal_id, rationale):
    [(path, _)] = problems(save, appraisal_id, rationale=rationale)
    assert path == "rationale"


@pytest.mark.parametrize(
    ("field", "place"), [("option", {"option": "nowhere"}), ("sub_criterion", {"line": "nothing"})]
)
def test_a_cell_of_what_does_not_exist_is_refused(appraisal_id, field, place):
    other = factories.appraisal(slug="other", options=[{"id": "nowhere", "name": "Nowhere"}], groups=[])
    assert other != appraisal_id
    [(path, _)] = problems(save, appraisal_id, **place)
    assert path == field


def test_a_state_that_does_not_exist_is_refused(appraisal_id):
    [(path, _)] = problems(save, appraisal_id, state="guessed", score=None)
    assert path == "state"


def test_an_appraisal_that_does_not_exist_is_missing(appraisal_id):
    with pytest.raises(Missing):
        save(factories.organisation())


def test_no_words_given_keeps_the_words_that_stand(appraisal_id):
    version = save(appraisal_id, rationale="Long considered.").version
    save(appraisal_id, score="5", rationale=None, version=version)
    assert (stored(appraisal_id).score, stored(appraisal_id).rationale) == (Decimal(5), "Long considered.")


def test_a_worked_out_score_stays_so_until_somebody_scores_anew():
    somerset = factories.somerset()
    cell = {"option": "option-3", "line": "f3"}
    words = stored(somerset, **cell).rationale
    version = save(somerset, **cell, score="2", rationale=f"{words} Still.", version=1).version
    assert stored(somerset, **cell).basis == "worked-out"
    save(somerset, **cell, score="3", rationale=None, version=version)
    assert stored(somerset, **cell).basis == "given"


def test_nobody_outside_saves_anything(appraisal_id):
    with pytest.raises(Refused):
        save(appraisal_id, factories.person(role=Role.LEAD_OFFICER, body="Elsewhere"))
    assert stored(appraisal_id) is None
