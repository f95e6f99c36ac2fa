"""As test_robustness_sentences_properties.py, of changes of score and of shares of weightings."""

import re
from fractions import Fraction
from itertools import product

import pytest

from appraisal.core.evaluation import evaluate, sensitivity
from appraisal.core.sensitivity import Level
from appraisal.core.sentences import lines_note
from tests.core.claims import cases, grid, named, number, of
from tests.core.sensitivity.appraisals import random_appraisal


def test_no_fewer_steps_change_first_place_or_make_it_level():
    tried = 0
    for bench, text in of("scores"):
        found = re.search(
            r"(?P<past>A single|\w+) one-step changes? of score would (?:change|reverse) first", text
        )
        fewest = [] if len(bench.leaders) > 1 else fewest_of_all(bench)
        if not found or not fewest or None in fewest:
            continue
        tried += 1
        past, tie = min(each for _, each in fewest), min(each for each, _ in fewest)
        assert number(found["past"]) == past
        level = re.search(r"; (\w+) would make it level", text)
        assert (number(level[1]) if level else past) == tie or past == 1
    assert tried > 50


def fewest_of_all(bench):
    """(to draw level, to pass) for each rival; empty where there are too many ways to try or no way is."""
    [leader] = bench.leaders
    found = [bench.fewest(leader, rival) for rival in bench.ids if rival != leader]
    return [] if None in found or any(None in each for each in found if each) else found


def ways(bench):
    """Every single change of score: (option, line, score, whether it is one step, who is first then)."""
    for option, sub, up in product(bench.ids, bench.lines, (True, False)):
        if bench.points(sub) is not None:
            for place, (score, first) in enumerate(bench.on_the_way(option, sub, up)):
                yield option, sub, score, place == 0, first


def changing(bench, *, one_step=False):
    return [way for way in ways(bench) if not bench.leaders <= way[4] and (way[3] or not one_step)]


def test_single_scores_do_what_is_said_of_them_and_no_others_do():
    for bench, text in of("one-score"):
        cells = {(option, sub) for option, sub, *_ in changing(bench)}
        if text.startswith("No single score"):
            assert not cells
            continue
        assert not changing(bench, one_step=True)
        count = re.search(r"any one of (\w+) scores", text)
        assert len(cells) == (number(count[1]) if count else text.count(" instead of "))


def test_single_steps_that_change_first_place_are_as_many_as_are_told():
    tried = 0
    for bench, text in of("scores"):
        single = "A single one-step change" in text
        assert single == bool(len(bench.leaders) == 1 and changing(bench, one_step=True))
        if single:
            tried += 1
            count = re.search(r"any one of (\w+) scores\.", text)
            told = number(count[1]) if count else len(re.findall(r" (?:up|down) to ", text))
            assert told == len(changing(bench, one_step=True))
        if text.startswith("One step"):
            assert any(len(way[4]) == 1 for way in changing(bench, one_step=True))
    assert tried > 20


def test_where_no_changes_of_score_are_enough_none_are():
    for bench, text in of("scores"):
        if text.startswith("No changes"):
            [leader] = bench.leaders
            fewest = [bench.fewest(leader, rival) for rival in bench.ids if rival != leader]
            assert all(each is None or each[1] is None for each in fewest)
            assert ("level with it" in text) == all(each is None or each[0] is None for each in fewest)


# --- Shares ----------------------------------------------------------------------------------------------


def test_100_percent_is_every_weighting_and_anything_less_is_not():
    tried = 0
    for bench, text in of("bounded"):
        if "in 100%" in text and len(bench.lines) < 7:
            tried += 1
            for corner in product((Fraction(1, 2), Fraction(2)), repeat=len(bench.lines)):
                weights = {
                    sub: bench.entered[sub] * times for sub, times in zip(bench.lines, corner, strict=True)
                }
                assert bench.first(weights) == named(text)
    assert tried > 50
    for bench, text in of("even"):
        if "in 100%" in text:
            assert all(named(text) <= bench.first(weights) for weights in grid(bench))


def test_whatever_is_said_is_whole_and_the_draws_say_what_they_are_not():
    for _, told, note in cases():
        texts = [text for sentences in told.values() for text in sentences]
        assert told["no-chance"] == [
            "This counts weightings; it is not the chance that the ranking is right."
        ]
        for text in (*texts, *filter(None, [note])):
            assert re.match("[A-Z“0-9]", text)
            assert text.endswith(".")
            assert not re.search(r"  | [,;:.]|None|\(\)|\.\.|,,|Fraction|option-", text)
            assert "chance" not in text or "not the chance" in text


@pytest.mark.parametrize("level", Level)
def test_the_note_is_empty_only_where_every_line_changes_something_or_nothing_is_known(level):
    for seed in range(60):
        snapshot = random_appraisal(seed)
        evaluation = evaluate(snapshot)
        known = sensitivity(snapshot, evaluation=evaluation)
        quiet = [
            one
            for one in known.switching_weights
            if one.level is level and not one.reason and all(turn.weight is None for turn in one.turns)
        ]
        assert bool(lines_note(snapshot, evaluation, known, level)) == bool(quiet)
