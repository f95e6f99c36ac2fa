"""What one row can say about itself, the database holds, whoever writes it."""

import uuid

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError, RestrictedError

from appraisal import models
from tests import factories

pytestmark = pytest.mark.django_db

WEIGHTED = {
    "method": {"combine": "weighted-mean", "weight_set": "own"},
    "weight_sets": [
        {
            "id": "own",
            "name": "Own",
            "groups": {"people": "1", "place": "1"},
            "sub_criteria": {"reach": "1", "staff": "2", "cost": "3"},
        }
    ],
    "recommendation": {"option": "move", "statement": "Move."},
}


@pytest.fixture
def appraisal_id():
    return factories.complete_appraisal(**WEIGHTED)


def refused(change):
    """Whether the database refuses what `change` does."""
    try:
        with transaction.atomic():
            change()
    except IntegrityError:
        return True
    return False


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        ("Appraisal", {"stage": "finished"}),
        ("Appraisal", {"combine": "product"}),
        ("Appraisal", {"result": "mean"}),
        ("Appraisal", {"slug": ""}),
        ("Appraisal", {"weight_set": ""}),
        ("Participation", {"kind": "club"}),
        ("Participation", {"role": "watches"}),
        ("Recommendation", {"given": False}),
        ("SubCriterion", {"kind": "guess"}),
        ("SubCriterion", {"value_rule": "guess"}),
        ("Scale", {"lo": 5}),
        ("Scale", {"step": 0}),
        ("Scale", {"step": -1}),
        ("Scale", {"neutral": 6}),
        ("Scale", {"neutral": 0}),
        ("Option", {"stage": "gone"}),
        ("Weight", {"value": -1}),
        ("Weight", {"group": None, "sub_criterion": None}),
        ("Cell", {"state": "guessed"}),
        ("Cell", {"basis": "dreamt"}),
        ("Cell", {"version": 0}),
    ],
    ids=str,
)
def test_a_row_that_cannot_be_is_refused(appraisal_id, model, fields):
    rows = getattr(models, model).objects.all()
    first = rows.order_by("pk").first()
    assert refused(lambda: rows.filter(pk=first.pk).update(**fields))


def scored_cell():
    return models.Cell.objects.filter(state="scored")


def cell_in_words():
    return models.Cell.objects.filter(state="words")


@pytest.mark.parametrize(
    ("cells", "fields"),
    [
        (scored_cell, {"score": None}),
        (scored_cell, {"mark": "high"}),
        (scored_cell, {"state": "unscored"}),
        (scored_cell, {"state": "to-be-confirmed"}),
        (cell_in_words, {"score": 3}),
        (cell_in_words, {"mark": "high"}),
        (cell_in_words, {"state": "scored"}),
        (cell_in_words, {"basis": "worked-out"}),
    ],
    ids=lambda each: getattr(each, "__name__", str(each)),
)
def test_a_cell_has_a_score_exactly_when_it_is_scored(appraisal_id, cells, fields):
    assert refused(lambda: cells().update(**fields))


def test_a_mark_stands_in_place_of_a_score(appraisal_id):
    assert not refused(lambda: scored_cell().update(score=None, mark="high"))


@pytest.mark.parametrize("model", ["CriteriaGroup", "SubCriterion", "Option"])
def test_a_removed_row_gives_up_its_place_but_not_its_id(appraisal_id, model):
    row = getattr(models, model).objects.order_by("pk").first()
    getattr(models, model).objects.filter(pk=row.pk).update(removed_at=factories.at())
    assert refused(lambda: add_another(model, place=row.place, removed_at=None))
    assert not refused(lambda: add_another(model, slug="other", removed_at=None))


def test_nought_and_no_score_are_two_things(appraisal_id):
    scored_cell().update(score=0)
    assert {cell.score for cell in scored_cell()} == {0}
    scored_cell().update(state="unscored", score=None)
    assert not scored_cell().exists()


# A second row of each model that differs from the first in all that may stand only once.
DIFFERENT = {
    "Participation": {"slug": "other", "place": 9, "organisation_id": factories.organisation},
    "CriteriaGroup": {"slug": "other", "place": 9},
    "SubCriterion": {"slug": "other", "place": 9},
    "ScalePoint": {"value": 9, "place": 9},
    "Option": {"slug": "other", "place": 9, "baseline": False},
    "WeightSet": {"slug": "other", "place": 9},
}


def add_another(model, **fields):
    """A copy of the model's first row with these fields."""
    row = getattr(models, model).objects.order_by("pk").first()
    row.pk = None
    for field, value in fields.items():
        setattr(row, field, value("Another Body") if callable(value) else value)
    row.save(force_insert=True)


@pytest.mark.parametrize("model", DIFFERENT)
def test_another_row_that_differs_is_stored(appraisal_id, model):
    assert not refused(lambda: add_another(model, **DIFFERENT[model]))


@pytest.mark.parametrize(
    ("model", "field"), [(model, field) for model in DIFFERENT for field in DIFFERENT[model]]
)
def test_what_may_stand_once_cannot_stand_twice(appraisal_id, model, field):
    rest = {name: value for name, value in DIFFERENT[model].items() if name != field}
    assert refused(lambda: add_another(model, **rest))


@pytest.mark.parametrize("model", ["Weight", "Cell", "Scale", "Recommendation"])
def test_what_belongs_to_one_place_cannot_be_there_twice(appraisal_id, model):
    """A weight of one group, a cell, the appraisal's own scale, its recommendation."""
    assert refused(lambda: add_another(model))


def test_a_sub_criterion_has_one_scale_of_its_own(appraisal_id):
    line = models.SubCriterion.objects.get(slug="reach")
    assert not refused(lambda: add_another("Scale", sub_criterion=line))
    assert refused(lambda: add_another("Scale", sub_criterion=line))


def test_a_slug_names_one_appraisal(appraisal_id):
    row = models.Appraisal.objects.get()
    row.pk = uuid.uuid4()
    assert refused(lambda: row.save(force_insert=True))
    row.slug = "other"
    assert not refused(lambda: row.save(force_insert=True))


def test_the_recommended_option_and_a_body_that_takes_part_cannot_be_deleted(appraisal_id):
    with pytest.raises(RestrictedError):
        models.Option.objects.get(slug="move").delete()
    with pytest.raises(ProtectedError):
        models.Participation.objects.first().organisation.delete()
