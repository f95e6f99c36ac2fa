"""`robustness SLUG [--draws N] [--seed N] [--on sub-criteria|groups]`."""

import json

import pytest
from django.core.management import CommandError, call_command

from appraisal.core.evaluation import robustness, robustness_json
from tests import factories

pytestmark = pytest.mark.django_db

KEYS = [
    "slug",
    "reason",
    "can_be_first",
    "switching_weights",
    "joint_switching",
    "switching_scores",
    "fewest_steps",
    "one_step",
    "leave_one_out",
    "dominance",
    "weight_sets",
    "acceptability",
]


def text(capsys, *arguments):
    call_command("robustness", *arguments)
    return capsys.readouterr().out


def printed(capsys, *arguments):
    return json.loads(text(capsys, *arguments))


def refusal(*arguments):
    with pytest.raises(CommandError) as refused:
        call_command("robustness", *arguments)
    assert refused.value.returncode == 1
    return str(refused.value)


def test_somersets_known_answers_are_printed_in_exact_decimals(capsys):
    factories.somerset()
    results = printed(capsys, "somerset-2017", "--draws", "2000")
    assert list(results) == KEYS
    assert results == robustness_json(robustness(factories.fixture("somerset-2017"), draws=2000))
    assert results["reason"] is None
    assert results["can_be_first"] == ["option-6", "option-4"]
    quarter = {
        "direction": "up",
        "weight_now": "0.0769230769231",
        "weight": "0.25",
        "overtaken_by": ["option-4"],
    }
    assert results["switching_weights"] == [
        {"sub_criterion": "g1", **quarter},
        {"sub_criterion": "w1", **quarter},
    ]
    assert results["joint_switching"][0] == {"rival": "option-4", "lines": ["g1", "w1"], "factor": "2.5"}
    assert results["fewest_steps"][0] == {"rival": "option-4", "to_tie": 3, "to_overtake": 4}
    assert {tuple(step["first"]) for step in results["one_step"]} == {("option-6",)}
    assert results["weight_sets"][2]["aggregates"]["option-6"] == "4.39583333333"


def test_scores_that_would_change_first_place_are_points_of_the_scale(capsys):
    factories.somerset()
    cells = printed(capsys, "somerset-2017", "--draws", "1")["switching_scores"]
    assert len(cells) == 6 * 13
    assert {
        "option": "option-6",
        "sub_criterion": "f1",
        "score_now": "5",
        "ties_at": "2",
        "overtakes_at": "1",
        "first": ["option-4"],
    } in cells


def test_the_simulated_part_says_how_it_was_drawn(capsys):
    factories.somerset()
    drawn = printed(capsys, "somerset-2017", "--draws", "1000", "--seed", "7", "--on", "groups")[
        "acceptability"
    ]
    assert (drawn["draws"], drawn["seed"], drawn["on"]) == (1000, 7, "groups")
    assert drawn["share"]["option-6"] == ["1", "0", "0", "0", "0", "0"]
    assert drawn["central_weights"]["option-4"] is None
    assert set(drawn["central_weights"]["option-6"]) == {"outcomes", "governance", "officers", "financial"}


def test_the_same_seed_prints_the_same_bytes_and_another_seed_does_not(capsys):
    factories.somerset()
    first = text(capsys, "somerset-2017", "--draws", "3000", "--seed", "5")
    assert text(capsys, "somerset-2017", "--draws", "3000", "--seed", "5") == first
    assert text(capsys, "somerset-2017", "--draws", "3000", "--seed", "6") != first


def test_an_appraisal_with_nothing_ranked_has_null_parts_and_a_reason(capsys):
    factories.cornwall()
    results = printed(capsys, "cornwall-2018")
    assert list(results) == KEYS
    assert results["reason"] == "No option is ranked, so there is no ranking to change."
    assert {results[key] for key in KEYS[2:]} == {None}


@pytest.mark.parametrize("draws", ["0", "-1", "10000001"])
def test_draws_outside_1_to_10_million_are_refused_in_words(draws):
    factories.somerset()
    assert "from 1 to 10,000,000" in refusal("somerset-2017", f"--draws={draws}")


@pytest.mark.parametrize("number", ["many", "1.5", "", "1_000", "٣", "9" * 5000])
def test_draws_a_seed_and_a_level_that_cannot_be_are_refused_together(number):
    factories.somerset()
    said = refusal("somerset-2017", f"--draws={number}", f"--seed={number}", "--on=lines")
    assert [line.split(":")[0] for line in said.split("\n")] == ["draws", "seed", "on"]
    assert "The seed must be a whole number" in said


def test_a_seed_below_0_is_refused_in_words():
    factories.somerset()
    assert "seed: The seed must be a whole number, 0 or above." in refusal("somerset-2017", "--seed=-3")


def test_a_level_that_is_not_known_is_refused_with_those_that_are():
    factories.somerset()
    assert "sub-criteria or groups" in refusal("somerset-2017", "--on", "lines")


def test_a_slug_that_is_not_there_is_refused_in_words():
    assert refusal("nothing") == "There is no appraisal “nothing”. Give the slug of one that was imported."
