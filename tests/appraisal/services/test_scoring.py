"""One cell saved, or a column: what is checked, what is kept, and what the history says."""

from decimal import Decimal

import pytest

from appraisal.core.snapshot import CellState
from appraisal.selectors import appraisals, snapshots
from appraisal.services import scoring
from appraisal.services.scoring import CellInput
from organisations.errors import Invalid, Missing, Refused, Stale
from organisations.roles import Role
from organisations.selectors import history
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def appraisal_id():
    return factories.appraisal()


@pytest.fixture
def officer(appraisal_id):
    return factories.lead_officer()


ON_A_STEP = "Give a score on a step."


def save(appraisal_id, actor=None, option="stay", line="reach", minutes=1, **cell):
    wanted = {"state": "scored", "score": "4", "rationale": "Because.", "version": 0, **cell}
    return scoring.save_cell(
        actor=actor,
        at=factories.at(minutes),
        appraisal_id=appraisal_id,
        option=option,
        sub_criterion=line,
        **wanted,
    )


def stored(appraisal_id, option="stay", line="reach"):
    return snapshots.snapshot(appraisal_id).cell_at.get((option, line))


def problems(call, *args, **kwargs):
    with pytest.raises(Invalid) as refusal:
        call(*args, **kwargs)
    return [(problem.path, problem.message) for problem in refusal.value.problems]


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
    assert "only where its sub-criterion states the rule" in message


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


def test_a_save_from_an_old_page_is_refused_with_what_stands(appraisal_id, officer):
    save(appraisal_id, officer, score="4", rationale="Mine.", minutes=1)
    with pytest.raises(Stale) as refusal:
        save(appraisal_id, score="2", rationale="Yours.", version=0, minutes=2)
    now = refusal.value.current
    assert (now.version, now.changed_at, now.changed_by) == (2, factories.at(1), "Ada Reed")
    assert (now.cell.option, now.cell.sub_criterion) == ("stay", "reach")
    assert (now.cell.state, now.cell.score, now.cell.rationale) == ("scored", Decimal(4), "Mine.")
    assert stored(appraisal_id) == now.cell
    assert len(history(appraisal_id)) == 2
    save(appraisal_id, score="2", rationale="Yours.", version=now.version)
    assert stored(appraisal_id).rationale == "Yours."


@pytest.mark.parametrize("version", [1, 3, 99, -1])
def test_any_version_but_the_one_that_stands_is_stale(appraisal_id, version):
    save(appraisal_id)
    with pytest.raises(Stale):
        save(appraisal_id, score="1", version=version)


def test_a_cell_that_nobody_saved_is_at_version_nought(appraisal_id):
    with pytest.raises(Stale) as refusal:
        save(appraisal_id, version=1)
    now = refusal.value.current
    assert (now.version, now.changed_at, now.changed_by) == (0, None, None)
    assert now.cell.state is CellState.UNSCORED


def test_a_form_sent_twice_saves_once(appraisal_id, officer):
    first = save(appraisal_id, officer, minutes=1)
    again = save(appraisal_id, officer, minutes=2)
    assert again == first
    assert len(history(appraisal_id)) == 2


def test_saving_what_stands_changes_nothing(appraisal_id):
    nothing = save(appraisal_id, state="unscored", score=None, rationale="")
    assert (nothing.version, nothing.revision) == (0, 1)
    assert len(history(appraisal_id)) == 1


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


def save_column(appraisal_id, *cells, line="reach", actor=None, minutes=1):
    return scoring.save_column(
        actor=actor, at=factories.at(minutes), appraisal_id=appraisal_id, sub_criterion=line, cells=cells
    )


def column(scores, version=0, rationale="Pasted."):
    return [CellInput(option, "scored", score, rationale, version) for option, score in scores.items()]


def test_a_column_is_saved_with_an_event_for_each_cell(appraisal_id, officer):
    saved = save_column(appraisal_id, *column({"stay": "1", "move": "2", "share": "3"}), actor=officer)
    assert [each.version for each in saved] == [2, 2, 2]
    scores = {cell.option: cell.score for cell in snapshots.snapshot(appraisal_id).cells}
    assert scores == {"stay": 1, "move": 2, "share": 3}
    subjects = [change.subject for change in history(appraisal_id) if change.action == "cell saved"]
    assert subjects == ["cells/share/reach", "cells/move/reach", "cells/stay/reach"]


def test_a_column_is_saved_whole_or_not_at_all(appraisal_id):
    found = problems(
        save_column, appraisal_id, *column({"stay": "1", "move": "9", "nowhere": "2", "share": "x"})
    )
    assert [path for path, _ in found] == ["move.score", "nowhere.option", "share.score"]
    assert snapshots.snapshot(appraisal_id).cells == ()


def test_a_column_names_an_option_once(appraisal_id):
    twice = [*column({"stay": "1"}), *column({"stay": "2"})]
    assert [path for path, _ in problems(save_column, appraisal_id, *twice)] == ["stay.option"]


def test_a_column_over_cells_that_moved_on_is_refused_with_each_of_them(appraisal_id):
    save(appraisal_id, option="move", score="5")
    save(appraisal_id, option="share", score="3", rationale="Pasted.")
    with pytest.raises(Stale) as refusal:
        save_column(appraisal_id, *column({"stay": "1", "move": "2", "share": "3"}))
    assert [now.cell.option for now in refusal.value.current] == ["move"]
    assert stored(appraisal_id) is None


def test_a_column_sent_twice_saves_once(appraisal_id):
    first = save_column(appraisal_id, *column({"stay": "1", "move": "2"}))
    assert save_column(appraisal_id, *column({"stay": "1", "move": "2"}), minutes=9) == first


def test_an_empty_column_saves_nothing(appraisal_id):
    assert save_column(appraisal_id) == ()
    assert snapshots.live(appraisal_id).revision == 1


def test_a_column_of_scores_alone_keeps_the_words_that_stand(appraisal_id):
    version = save(appraisal_id, rationale="Long considered.").version
    save_column(appraisal_id, CellInput("stay", "scored", "5", None, version))
    assert (stored(appraisal_id).score, stored(appraisal_id).rationale) == (Decimal(5), "Long considered.")
