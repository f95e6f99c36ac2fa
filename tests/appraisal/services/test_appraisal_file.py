"""Storing a file: new, or in the place of what is there; whole, or not at all."""

from dataclasses import replace

import pytest
from django.db import IntegrityError

from appraisal import models
from appraisal.core.snapshot import CellState, check_code, from_dict
from appraisal.selectors import appraisals, snapshots
from appraisal.selectors.setup import setup_state
from appraisal.services import appraisal_file, setup
from organisations.errors import Missing, Refused, Stale
from organisations.roles import Role
from organisations.selectors import history, organisation_id_named
from tests import factories

pytestmark = pytest.mark.django_db


def store(snapshot, actor=None, **options):
    return appraisal_file.store(actor=actor, at=factories.at(1), snapshot=snapshot, **options)


def small(**changes):
    return from_dict(factories.file(**changes))


def test_a_new_file_is_stored_and_told_in_the_history():
    stored = store(small())
    assert (stored.slug, stored.replaced) == ("small", False)
    [change] = history(stored.appraisal_id)
    assert (change.action, change.actor, change.subject) == (
        "appraisal imported",
        "command line",
        "appraisal",
    )
    assert change.after == {"title": "Where the library goes", "check_code": check_code(small())}


def test_a_slug_that_is_there_is_refused_in_words():
    stored = store(small())
    with pytest.raises(Refused) as refusal:
        store(small(title="Another"))
    assert refusal.value.reason == (
        "There is already an appraisal “small”, so nothing was stored. Give the file another slug, or "
        "replace what is there by this file (import_appraisal FILE --replace)."
    )
    assert snapshots.snapshot(stored.appraisal_id).title == "Where the library goes"


def test_a_body_is_matched_by_its_exact_name_else_created():
    known = factories.organisation("Northshire Council", kind="other", short_name="NC")
    appraisal_id = factories.appraisal()
    assert organisation_id_named("Northshire Council") == known
    council, trust = snapshots.snapshot(appraisal_id).organisations
    assert (council.short_name, council.kind, trust.kind) == ("", "council", "nhs")
    person = factories.person(role=Role.ASSESSOR, body="Northshire Health Trust")
    assert appraisals.get(person, appraisal_id).slug == "small"


def test_two_papers_may_call_one_body_by_two_short_names():
    for name in ("somerset-2017", "cornwall-2018"):
        snapshot = factories.fixture(name)
        assert snapshots.snapshot(factories.stored(snapshot)).organisations == snapshot.organisations
    england = models.Participation.objects.filter(organisation__name="NHS England")
    assert set(england.values_list("short_name", flat=True)) == {"NHSE", "NHS England"}


def test_a_replaced_appraisal_keeps_its_id_its_history_and_who_may_see_it():
    first = store(small())
    person = factories.person(role=Role.ASSESSOR, body="Northshire Health Trust")
    again = store(small(title="Where it really goes"), replace=True)
    assert again == replace(first, replaced=True)
    assert appraisals.get(person, first.appraisal_id).title == "Where it really goes"
    assert [change.action for change in history(first.appraisal_id)] == [
        "appraisal replaced",
        "appraisal imported",
    ]


def test_replacing_tells_in_the_history_each_part_that_differs():
    appraisal_id = factories.complete_appraisal()
    cells = factories.cells({**factories.COMPLETE, "stay": {**factories.COMPLETE["stay"], "reach": 5}})
    store(small(cells=cells, title="Another"), replace=True)
    change = history(appraisal_id)[0]
    assert sorted(change.before) == sorted(change.after) == ["cells", "title"]
    assert (change.before["title"], change.after["title"]) == ("Where the library goes", "Another")
    assert (change.before["cells"][0]["score"], change.after["cells"][0]["score"]) == ("3", "5")


def test_replacing_tells_in_the_history_what_had_been_removed_before():
    appraisal_id = factories.complete_appraisal(stage="set-up")
    who = {"actor": None, "at": factories.at(1), "appraisal_id": appraisal_id}
    setup.remove_option(**who, option_id="move", version=1)
    setup.remove_group(**who, group_id="place", version=1)
    store(small(title="Another"), replace=True)
    before = history(appraisal_id)[0].before
    assert [(each["what"], each["slug"]) for each in before["removed"]] == [
        ("options", "move"),
        ("groups", "place"),
        ("sub-criteria", "cost"),
        ("sub-criteria", "law"),
    ]
    assert len(before["removed_cells"]) == 8
    assert setup_state(appraisal_id).removed == ()


def test_a_part_that_the_new_file_no_longer_has_is_told_too():
    store(small(success_factors=[{"id": "fit", "name": "Fit"}]))
    replaced = store(small(), replace=True)
    change = history(replaced.appraisal_id)[0]
    assert [each["name"] for each in change.before["success_factors"]] == ["Fit"]
    assert change.after == {"success_factors": None}


def test_replace_stores_what_is_not_there_yet():
    assert store(small(), replace=True).replaced is False


def test_a_body_that_the_new_file_does_not_name_still_takes_part():
    appraisal_id = factories.appraisal()
    person = factories.person(role=Role.ASSESSOR, body="Northshire Health Trust")
    bodies = [
        {"id": "police", "name": "Northshire Police", "kind": "police", "lead": True},
        {"id": "trust", "name": "Northshire Council", "kind": "council", "lead": True},
    ]
    store(small(organisations=bodies), replace=True)
    found = snapshots.snapshot(appraisal_id).organisations
    assert [(body.id, body.name, body.lead) for body in found] == [
        ("police", "Northshire Police", True),
        ("trust", "Northshire Council", True),
        ("trust-2", "Northshire Health Trust", False),
    ]
    assert appraisals.get(person, appraisal_id).standing.roles == {(Role.ASSESSOR, False)}


def test_the_longest_id_makes_room_for_a_number():
    long = "x" * 50
    appraisal_id = factories.appraisal(
        organisations=[
            {"id": long, "name": "One", "kind": "council"},
            {"id": "b", "name": "Two", "kind": "council"},
        ]
    )
    store(small(organisations=[{"id": long, "name": "Three", "kind": "council"}]), replace=True)
    ids = [body.id for body in snapshots.snapshot(appraisal_id).organisations]
    assert ids == [long, "x" * 48 + "-2", "b"]


def test_a_page_opened_before_the_replacing_is_found_out_afterwards():
    """Even where cells went and came again in between: versions never return."""
    appraisal_id = factories.appraisal()
    old = factories.score(appraisal_id, "stay", "reach", 4).version
    store(small(), replace=True)
    factories.score(appraisal_id, "stay", "reach", 5)
    with pytest.raises(Stale):
        factories.score(appraisal_id, "stay", "reach", 1, version=old)
    store(small(cells=factories.cells({"stay": {"reach": 2}})), replace=True)
    with pytest.raises(Stale):
        factories.score(appraisal_id, "stay", "reach", 1, version=old)
    assert snapshots.snapshot(appraisal_id).cell_at["stay", "reach"].score == 2


def broken(snapshot):
    """A snapshot that no reader would have made: its last cell has a score and no state for it."""
    *cells, last = snapshot.cells
    return replace(snapshot, cells=(*cells, replace(last, state=CellState.UNSCORED, score=1)))


def test_a_file_that_cannot_be_stored_leaves_nothing_behind():
    with pytest.raises(IntegrityError):
        store(broken(small(cells=factories.cells(factories.COMPLETE))))
    with pytest.raises(Missing):
        appraisals.by_slug("small")
    with pytest.raises(Missing):
        organisation_id_named("Northshire Council")


def test_replacing_by_a_file_that_cannot_be_stored_changes_nothing():
    appraisal_id = factories.complete_appraisal()
    before = snapshots.snapshot(appraisal_id)
    with pytest.raises(IntegrityError):
        store(broken(replace(before, title="Another")), replace=True)
    assert snapshots.snapshot(appraisal_id) == before
    assert len(history(appraisal_id)) == 1


@pytest.mark.parametrize(
    ("role", "body", "allowed"),
    [
        (Role.LEAD_OFFICER, "Northshire Council", True),
        (Role.LEAD_OFFICER, "Northshire Health Trust", False),
        (Role.ASSESSOR, "Northshire Council", False),
        (Role.LEAD_OFFICER, "Elsewhere", False),
    ],
)
@pytest.mark.parametrize("there", [False, True])
def test_a_person_stores_what_their_body_leads(role, body, allowed, there):
    if there:
        factories.appraisal()
    person = factories.person(role=role, body=body)
    if allowed:
        stored = store(small(title="Mine"), actor=person, replace=there)
        assert history(stored.appraisal_id)[0].actor == "Ada Reed"
        return
    with pytest.raises(Refused) as refusal:
        store(small(title="Mine"), actor=person, replace=there)
    assert refusal.value.reason.startswith("You cannot import this appraisal file:")
    assert not models.Appraisal.objects.filter(title="Mine").exists()


def test_somebody_who_leads_cannot_be_locked_out_by_another_bodys_file():
    """The file says that the writer's own body leads; what counts is who leads what is stored."""
    factories.appraisal()
    person = factories.person(role=Role.LEAD_OFFICER, body="Elsewhere")
    theirs = small(organisations=[{"id": "e", "name": "Elsewhere", "kind": "council", "lead": True}])
    with pytest.raises(Refused):
        store(theirs, actor=person, replace=True)
