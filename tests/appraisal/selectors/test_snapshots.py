"""Snapshot -> rows -> Snapshot is the identity, in few queries."""

import uuid
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from appraisal.core.snapshot import canonical_json
from appraisal.selectors import snapshots
from organisations.errors import Missing
from tests import factories
from tests.appraisal import strategies

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["somerset-2017", "cornwall-2018"])
def test_what_a_real_file_holds_comes_back_equal(name):
    snapshot = factories.fixture(name)
    found = snapshots.snapshot(factories.stored(snapshot))
    assert found == snapshot
    assert canonical_json(found) == canonical_json(snapshot)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_whatever_a_file_may_hold_comes_back_equal(db, data):
    snapshot = data.draw(strategies.snapshots(slug=f"any-{uuid.uuid4().hex}"))
    found = snapshots.snapshot(factories.stored(snapshot))
    assert found == snapshot
    assert canonical_json(found) == canonical_json(snapshot)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(snapshot=strategies.snapshots(slug="replaced"))
def test_whatever_is_replaced_comes_back_as_the_new_file_says(db, snapshot):
    """One example replaces the one before, so that every kind of content gives way to every other."""
    found = snapshots.snapshot(factories.stored(snapshot, replace=True))
    named = {body.name for body in snapshot.organisations}
    stayed = found.organisations[len(named) :]
    assert named.isdisjoint(body.name for body in stayed)
    assert canonical_json(_with_bodies(found, found.organisations[: len(named)])) == canonical_json(snapshot)


def _with_bodies(snapshot, bodies):
    return type(snapshot)(**{**_fields(snapshot), "organisations": bodies})


def _fields(snapshot):
    return {field: getattr(snapshot, field) for field in type(snapshot).__dataclass_fields__}


def test_numbers_come_back_without_the_noughts_that_a_column_adds():
    scale = {"lo": "-10", "hi": "10", "step": "0.000001", "neutral": "0"}
    scored = {"option": "stay", "sub_criterion": "reach", "state": "scored", "score": "1.250000"}
    found = snapshots.snapshot(factories.appraisal(scale=scale, cells=[scored]))
    numbers = [found.scale.lo, found.scale.step, found.scale.neutral, found.cells[0].score]
    assert [str(number) for number in numbers] == ["-10", "0.000001", "0", "1.25"]


def test_twelve_digits_are_kept_wherever_the_point_stands():
    weights = {"reach": "999999999999", "staff": "999999.999999", "cost": "0.000001"}
    found = snapshots.snapshot(
        factories.appraisal(
            method={"combine": "weighted-sum", "weight_set": "own"},
            weight_sets=[{"id": "own", "name": "Own", "groups": None, "sub_criteria": weights}],
        )
    )
    assert found.weight_sets[0].sub_criteria == {line: Decimal(weight) for line, weight in weights.items()}


@pytest.mark.parametrize("make", [factories.somerset, factories.cornwall, factories.appraisal])
def test_a_snapshot_takes_few_queries_whatever_the_size(make):
    appraisal_id = make()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        snapshots.snapshot(appraisal_id)
    assert len(queries) == 8
    with CaptureQueriesContext(connection) as queries:
        snapshots.snapshot(appraisal_id)
    assert len(queries) == 3


def test_a_live_appraisal_says_which_revision_it_is_and_who_changed_it_last():
    appraisal_id = factories.appraisal()
    live = snapshots.live(appraisal_id)
    assert (live.id, live.revision, live.changed_at, live.changed_by) == (
        appraisal_id,
        1,
        factories.at(),
        None,
    )
    factories.score(appraisal_id, "stay", "reach", 4, actor=factories.lead_officer(), minutes=5)
    live = snapshots.live(appraisal_id)
    assert (live.revision, live.changed_at, live.changed_by) == (2, factories.at(5), "Ada Reed")


def test_there_is_no_snapshot_of_what_does_not_exist():
    with pytest.raises(Missing):
        snapshots.snapshot(uuid.uuid4())


def test_cells_first_saved_on_screen_stand_in_the_order_of_options_and_lines():
    appraisal_id = factories.appraisal()
    for option, line in [("share", "reach"), ("stay", "cost"), ("stay", "reach")]:
        factories.score(appraisal_id, option, line, 3)
    found = snapshots.snapshot(appraisal_id)
    assert [(cell.option, cell.sub_criterion) for cell in found.cells] == [
        ("stay", "reach"),
        ("stay", "cost"),
        ("share", "reach"),
    ]
