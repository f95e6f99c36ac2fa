"""Many people at once: no edit is lost, no order is broken, and scoring goes on beside."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from appraisal.selectors import setup as selectors
from appraisal.selectors import snapshots
from appraisal.services import scoring, setup
from organisations.errors import Invalid, Refused, Stale
from organisations.selectors import history
from tests import factories
from tests.appraisal.services.setup.doing import do, now

pytestmark = pytest.mark.django_db(transaction=True)

CLIENTS = 16


def at_once(*calls):
    """What each call gave or raised, all started at the same moment, each on a connection of its own."""
    ready = Barrier(len(calls))

    def run(call):
        try:
            ready.wait(timeout=60)
            return call()
        except Exception as error:  # noqa: BLE001 (whatever went wrong is the answer)
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def events(appraisal_id, action):
    return [change for change in history(appraisal_id, limit=1000) if change.action == action]


def test_of_many_who_rename_one_option_one_is_saved_and_the_others_are_told():
    appraisal_id = factories.appraisal(stage="set-up")

    def rename(number):
        option = setup.OptionInput(f"Name {number}", "1", baseline=True)
        return lambda: do(setup.save_option, appraisal_id, option_id="stay", option=option, version=1)

    answers = at_once(*map(rename, range(CLIENTS)))
    won = [answer for answer in answers if isinstance(answer, setup.Saved)]
    lost = [answer for answer in answers if isinstance(answer, Stale)]
    assert (len(won), len(lost)) == (1, CLIENTS - 1), answers
    stands = setup.option_input(now(appraisal_id).option["stay"])
    assert stands.name == f"Name {answers.index(won[0])}"
    assert {answer.current.content for answer in lost} == {stands}
    assert len(events(appraisal_id, "option changed")) == 1


def test_different_things_are_renamed_at_once_without_a_conflict():
    appraisal_id = factories.appraisal(stage="set-up")
    line = setup.SubCriterionInput("Reach all")
    answers = at_once(
        lambda: do(
            setup.save_group, appraisal_id, group_id="people", group=setup.GroupInput("All"), version=1
        ),
        lambda: do(
            setup.save_group, appraisal_id, group_id="place", group=setup.GroupInput("Where"), version=1
        ),
        lambda: do(
            setup.save_sub_criterion, appraisal_id, sub_criterion_id="reach", sub_criterion=line, version=1
        ),
        lambda: do(
            setup.save_option,
            appraisal_id,
            option_id="move",
            option=setup.OptionInput("Go", "2"),
            version=1,
        ),
        lambda: do(setup.save_about, appraisal_id, about=setup.AboutInput("New"), version=1),
    )
    assert [answer for answer in answers if not isinstance(answer, setup.Saved)] == []
    found = now(appraisal_id)
    assert [group.name for group in found.groups] == ["All", "Where"]
    assert (found.line["reach"].label, found.option["move"].name, found.title) == ("Reach all", "Go", "New")


def test_a_name_is_mended_while_others_score_and_neither_stops_the_other():
    appraisal_id = factories.appraisal()

    def score(option):
        version = 0
        for number in range(5):
            saved = scoring.save_cell(
                actor=None,
                at=factories.at(1),
                appraisal_id=appraisal_id,
                option=option,
                sub_criterion="reach",
                state="scored",
                score=str(number + 1),
                rationale="Because.",
                version=version,
            )
            version = saved.version

    def rename():
        version = 1
        for number in range(5):
            line = setup.SubCriterionInput(f"Name {number}")
            version = do(
                setup.save_sub_criterion,
                appraisal_id,
                sub_criterion_id="reach",
                sub_criterion=line,
                version=version,
            ).version

    answers = at_once(rename, *(lambda option=option: score(option) for option in ("stay", "move", "share")))
    assert answers == [None] * 4
    found = now(appraisal_id)
    assert found.line["reach"].label == "Name 4"
    assert {cell.score for cell in found.cells} == {5}
    assert snapshots.live(appraisal_id).revision == 1 + 4 * 5


def test_one_step_pressed_by_many_is_one_step():
    appraisal_id = factories.appraisal(stage="set-up")

    def press():
        return do(setup.move_option, appraisal_id, option_id="share", direction="up", place=2)

    answers = at_once(*[press] * CLIENTS)
    assert [answer for answer in answers if not isinstance(answer, setup.Saved)] == []
    assert list(now(appraisal_id).option) == ["stay", "share", "move"]
    assert len(events(appraisal_id, "option moved")) == 1


def test_an_order_that_many_change_at_once_stays_an_order():
    options = [{"id": f"o{number}", "name": f"Option {number}"} for number in range(8)]
    appraisal_id = factories.appraisal(stage="set-up", options=options)

    def shuffle(client):
        moved = 0
        for step in range(6):
            order = list(snapshots.snapshot(appraisal_id).option)
            place = (client * 3 + step) % len(order)
            direction = "down" if (client + step) % 2 else "up"
            try:
                do(
                    setup.move_option,
                    appraisal_id,
                    option_id=order[place],
                    direction=direction,
                    place=place,
                )
            except Stale:
                continue
            moved += 1
        return moved

    answers = at_once(*(lambda client=client: shuffle(client) for client in range(6)))
    assert all(isinstance(answer, int) for answer in answers), answers
    assert sum(answers) >= 6
    assert sorted(now(appraisal_id).option) == [f"o{number}" for number in range(8)]


def test_what_many_add_at_once_is_all_there_each_with_its_own_id_and_place():
    appraisal_id = factories.appraisal(stage="set-up")

    def add(number):
        line = setup.SubCriterionInput(f"Line {number}", "Same")
        return lambda: do(setup.add_sub_criterion, appraisal_id, group_id="people", sub_criterion=line)

    answers = at_once(*map(add, range(CLIENTS)))
    assert len({answer.id for answer in answers}) == CLIENTS
    lines = now(appraisal_id).groups[0].sub_criteria
    assert sorted(line.name for line in lines[2:]) == sorted(f"Line {number}" for number in range(CLIENTS))


def test_of_many_who_add_one_name_one_does():
    appraisal_id = factories.appraisal(stage="set-up")

    def add():
        return do(setup.add_option, appraisal_id, option=setup.OptionInput("Close"))

    answers = at_once(*[add] * CLIENTS)
    assert sum(isinstance(answer, setup.Saved) for answer in answers) == 1
    assert sum(isinstance(answer, Invalid) for answer in answers) == CLIENTS - 1


def test_of_two_who_remove_the_last_two_options_one_does():
    appraisal_id = factories.appraisal(
        stage="set-up", options=[{"id": "stay", "name": "Stay"}, {"id": "move", "name": "Move"}]
    )
    answers = at_once(
        *(
            lambda option=option: do(setup.remove_option, appraisal_id, option_id=option, version=1)
            for option in ("stay", "move")
        )
    )
    assert sum(isinstance(answer, Refused) for answer in answers) == 1
    assert len(now(appraisal_id).options) == 1


def test_of_two_who_take_the_lead_from_the_last_two_bodies_one_does():
    bodies = [
        {"id": name, "name": name.title(), "lead": True, "role": "decides"} for name in ("one", "other")
    ]
    appraisal_id = factories.appraisal(stage="set-up", organisations=bodies)
    answers = at_once(
        *(
            lambda body=body: do(setup.remove_body, appraisal_id, body_id=body, version=1)
            for body in ("one", "other")
        )
    )
    assert sum(isinstance(answer, Refused) for answer in answers) == 1
    assert [body.lead for body in now(appraisal_id).organisations] == [True]


def test_the_first_score_and_a_change_of_weights_go_one_after_the_other():
    """Whichever comes first: weights that change after a score have their reason, or are refused."""
    sets = [
        {
            "id": "own",
            "name": "Own",
            "groups": None,
            "sub_criteria": {"reach": "1", "staff": "1", "cost": "1"},
        }
    ]
    appraisal_id = factories.appraisal(weight_sets=sets)
    weights = setup.WeightsInput("Own", {"reach": "2", "staff": "1", "cost": "1"})
    changed, scored = at_once(
        lambda: do(setup.save_weight_set, appraisal_id, weight_set_id="own", weights=weights, version=1),
        lambda: factories.score(appraisal_id, "stay", "reach", 3),
    )
    order = [change.action for change in history(appraisal_id)]
    assert isinstance(scored, scoring.SavedCell)
    if isinstance(changed, Invalid):
        assert order == ["cell saved", "appraisal imported"]
    else:
        assert order == ["cell saved", "weight set changed", "appraisal imported"]


def test_appraisals_of_one_title_started_at_once_have_each_a_slug_of_their_own():
    body = factories.organisation()

    def start():
        return setup.create_appraisal(
            actor=None, at=factories.at(), organisation_id=body, title="Same", template="green-book-csf"
        )

    answers = at_once(*[start] * 4)
    slugs = sorted(answer.slug for answer in answers)
    assert slugs == ["same", "same-2", "same-3", "same-4"]


def test_nobody_reads_a_set_up_in_the_middle_of_a_change():
    """A line and its weights come and go together: every reader finds them both or neither."""
    appraisal_id = factories.appraisal(stage="set-up")
    do(setup.add_weight_set, appraisal_id, weights=setup.equal_weights(now(appraisal_id), "groups"))

    def change():
        for _ in range(8):
            version = selectors.setup_state(appraisal_id).groups["people"]
            do(setup.remove_group, appraisal_id, group_id="people", version=version)
            do(setup.restore_group, appraisal_id, group_id="people")

    def read():
        for _ in range(30):
            found = snapshots.snapshot(appraisal_id)
            counted = {line for line in found.line if line != "law"}
            assert set(found.weight_sets[0].sub_criteria) == counted
            assert set(found.weight_sets[0].groups) == {group.id for group in found.groups}

    assert at_once(change, read, read, read) == [None] * 4
