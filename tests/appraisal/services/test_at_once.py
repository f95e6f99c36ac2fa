"""Many people at once: no edit is lost, no save lacks its audit event, nothing is locked out."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import connection

from appraisal.core.snapshot import Cell, CellState, from_dict
from appraisal.selectors import snapshots
from appraisal.services import appraisal_file, lifecycle, scoring
from organisations.errors import Refused, Stale
from organisations.selectors import history
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)

CLIENTS = 32


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


def saving(appraisal_id, option, line, score, version, rationale):
    return lambda: scoring.save_cell(
        actor=None,
        at=factories.at(1),
        appraisal_id=appraisal_id,
        option=option,
        sub_criterion=line,
        state="scored",
        score=score,
        rationale=rationale,
        version=version,
    )


def saves(appraisal_id):
    return [change for change in history(appraisal_id, limit=1000) if change.action == "cell saved"]


@pytest.mark.parametrize("saved_before", [False, True])
def test_of_many_who_save_one_cell_one_is_saved_and_the_others_are_told(saved_before):
    appraisal_id = factories.appraisal()
    version = factories.score(appraisal_id, "stay", "reach", 5).version if saved_before else 0
    before = len(saves(appraisal_id))
    answers = at_once(
        *(
            saving(appraisal_id, "stay", "reach", str(number % 5 + 1), version, f"Client {number}")
            for number in range(CLIENTS)
        )
    )
    won = [answer for answer in answers if isinstance(answer, scoring.SavedCell)]
    lost = [answer for answer in answers if isinstance(answer, Stale)]
    assert (len(won), len(lost)) == (1, CLIENTS - 1), answers
    stands = snapshots.snapshot(appraisal_id).cell_at["stay", "reach"]
    assert stands.rationale == f"Client {answers.index(won[0])}"
    assert {answer.current.cell for answer in lost} == {stands}
    assert len(saves(appraisal_id)) == before + 1


def test_many_who_each_try_again_from_what_stands_lose_no_edit():
    """Everybody adds one mark to the same words, again and again until it is in: all the marks are there."""
    appraisal_id = factories.appraisal()
    clients, rounds = 8, 5

    def add_marks(client):
        for number in range(rounds):
            mark, now, version = f"<{client}.{number}>", "", 0
            while True:
                try:
                    saving(appraisal_id, "stay", "reach", "3", version, now + mark)()
                    break
                except Stale as stale:
                    now, version = stale.current.cell.rationale, stale.current.version

    answers = at_once(*(lambda client=client: add_marks(client) for client in range(clients)))
    assert answers == [None] * clients
    text = snapshots.snapshot(appraisal_id).cell_at["stay", "reach"].rationale
    assert sorted(text.strip("<>").split("><")) == sorted(
        f"{client}.{number}" for client in range(clients) for number in range(rounds)
    )
    assert len(saves(appraisal_id)) == clients * rounds
    assert snapshots.live(appraisal_id).revision == clients * rounds + 1


def test_writers_on_different_cells_are_all_saved_each_with_its_event():
    appraisal_id = factories.somerset()
    snapshot = snapshots.snapshot(appraisal_id)
    lines = [line.sub_criterion.id for line in snapshot.lines if line.sub_criterion.kind == "score"][:8]

    def write(line):
        for option in snapshot.options:
            saving(appraisal_id, option.id, line, "3", 1, f"{option.id} on {line}")()

    assert at_once(*(lambda line=line: write(line) for line in lines)) == [None] * 8
    cells = snapshots.snapshot(appraisal_id).cell_at
    for line in lines:
        for option in snapshot.options:
            assert cells[option.id, line].rationale == f"{option.id} on {line}"
    assert len(saves(appraisal_id)) == 8 * len(snapshot.options)
    assert snapshots.live(appraisal_id).revision == 1 + 8 * len(snapshot.options)


def test_fifty_clients_meet_no_lock():
    appraisal_id = factories.somerset()
    snapshot = snapshots.snapshot(appraisal_id)
    pairs = [
        (option.id, line.sub_criterion.id)
        for option in snapshot.options
        for line in snapshot.lines
        if line.sub_criterion.kind == "score"
    ][:50]
    answers = at_once(*(saving(appraisal_id, *pair, "3", 1, "At once.") for pair in pairs))
    assert [answer for answer in answers if not isinstance(answer, scoring.SavedCell)] == []


def test_a_column_and_a_cell_of_it_do_not_overwrite_each_other():
    appraisal_id = factories.appraisal()
    cells = [
        Cell(option, "reach", CellState.SCORED, Decimal(2), rationale="Pasted.")
        for option in ("stay", "move", "share")
    ]
    wanted = [scoring.CellWanted(cell, 0) for cell in cells]

    def paste():
        scoring.save_cells(actor=None, at=factories.at(1), appraisal_id=appraisal_id, cells=wanted)

    answers = at_once(paste, saving(appraisal_id, "move", "reach", "5", 0, "Typed."))
    assert sum(isinstance(answer, Stale) for answer in answers) == 1
    words = {cell.rationale for cell in snapshots.snapshot(appraisal_id).cells}
    assert len(words) == 1


def test_a_file_stored_by_many_at_once_is_stored_once():
    snapshot = from_dict(factories.file())

    def store():
        return appraisal_file.store(actor=None, at=factories.at(), snapshot=snapshot)

    answers = at_once(*[store] * 8)
    assert sum(isinstance(answer, appraisal_file.Stored) for answer in answers) == 1
    assert sum(isinstance(answer, Refused) for answer in answers) == 7


def test_a_move_made_by_two_at_once_is_made_once():
    appraisal_id = factories.at_stage("set-up")

    def move():
        who = {"actor": None, "at": factories.at(1), "appraisal_id": appraisal_id}
        return lifecycle.move(**who, move_to="scoring")

    answers = at_once(*[move] * 8)
    assert {answer.stage for answer in answers} == {"scoring"}
    assert [change.action for change in history(appraisal_id)].count("stage moved") == 1


def test_nobody_reads_half_of_one_file_and_half_of_another():
    """One appraisal is replaced again and again by files that share no id: a reader sees one or the other."""
    first = from_dict(factories.file(cells=factories.cells(factories.COMPLETE)))
    second = from_dict(
        factories.file(
            groups=[{"id": "one", "name": "One", "sub_criteria": [{"id": "only", "name": "Only"}]}],
            options=[{"id": "left", "name": "Left"}, {"id": "right", "name": "Right"}],
            cells=factories.cells({"left": {"only": 3}, "right": {"only": 4}}),
        )
    )
    appraisal_id = factories.stored(first)

    def replace():
        for snapshot in [second, first] * 6:
            factories.stored(snapshot, replace=True)

    def read():
        return all(snapshots.snapshot(appraisal_id) in (first, second) for _ in range(30))

    assert at_once(replace, read, read, read) == [None, True, True, True]
