"""`evaluate SLUG [--weight-set ID]`."""

import json

import pytest
from django.core.management import CommandError, call_command

from appraisal.core.evaluation import evaluate, to_json
from tests import factories

pytestmark = pytest.mark.django_db

WEIGHTED = {
    "method": {"combine": "weighted-mean", "weight_set": "first"},
    "weight_sets": [
        {"id": "first", "name": "First", "sub_criteria": {"reach": "1", "staff": "1", "cost": "1"}},
        {"id": "second", "name": "Second", "sub_criteria": {"reach": "0", "staff": "1", "cost": "0"}},
    ],
}


def printed(capsys, *arguments):
    call_command("evaluate", *arguments)
    return json.loads(capsys.readouterr().out)


def refusal(*arguments):
    with pytest.raises(CommandError) as refused:
        call_command("evaluate", *arguments)
    assert refused.value.returncode == 1
    return str(refused.value)


def test_somerset_is_as_the_paper_has_it(capsys):
    factories.somerset()
    results = printed(capsys, "somerset-2017")
    assert results == to_json(evaluate(factories.fixture("somerset-2017")))
    assert [(option["id"], option["rank"], option["aggregate"]) for option in results["options"]] == [
        ("option-6", 1, "57"),
        ("option-4", 2, "54"),
        ("option-3", 3, "50"),
        ("option-2", 4, "48"),
        ("option-5", 5, "37"),
        ("option-1", 6, "31"),
    ]
    bounds = [results[field] for field in ("lowest_possible", "neutral_total", "highest_possible", "margin")]
    assert bounds == ["13", "39", "65", "3"]
    totals = {option["id"]: option["group_totals"] for option in results["options"]}
    assert totals == factories.fixture_data("somerset-2017")["printed"]["group_totals"]


def test_an_appraisal_without_scores_or_scale_has_results_too(capsys):
    factories.cornwall()
    results = printed(capsys, "cornwall-2018")
    assert (results["complete"], results["margin"]) == (False, None)


def test_another_weight_set_may_count(capsys):
    factories.complete_appraisal(**WEIGHTED)
    own = printed(capsys, "small")
    assert own["weight_set"] == "first"
    other = printed(capsys, "small", "--weight-set", "second")
    assert other["weight_set"] == "second"
    assert [option["id"] for option in other["options"]] == ["share", "stay", "move"]


def test_a_weight_set_with_a_plain_total_is_refused():
    factories.complete_appraisal()
    assert "no weight set can be chosen" in refusal("small", "--weight-set", "first")


def test_a_weight_set_that_is_not_there_is_refused():
    factories.complete_appraisal(**WEIGHTED)
    assert "first, second" in refusal("small", "--weight-set", "third")


def test_a_slug_that_is_not_there_is_refused_in_words():
    assert refusal("nothing") == "There is no appraisal “nothing”. Give the slug of one that was imported."
