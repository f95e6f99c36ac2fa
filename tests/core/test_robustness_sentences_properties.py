"""No sentence that claims "no", "only" or "whatever" is contradicted by trying: every weighting on a grid,
every weight alone, every single change of score, every combination of steps. The claims are read out of the
words.

The appraisals are random and small (tests/core/sensitivity/appraisals.py); the trying is that of the oracle
beside them, which knows nothing of the code under test.
"""

import re
from fractions import Fraction
from functools import cache
from itertools import product

import pytest

from appraisal.core.evaluation import evaluate, rank_shares, sensitivity
from appraisal.core.sensitivity import Level
from appraisal.core.sentences import lines_note, robustness_sentences
from tests.core.sensitivity.appraisals import random_appraisal
from tests.core.sensitivity.oracle import GRID, TINY, Bench, weightings

COUNT = 300
FINE = [Fraction(n, 60) for n in range(61)]
WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
EVERYBODY = re.compile(r"Either|Every one")
CARRIED = re.compile(
    r"carried (?P<way>more|less) than (?P<about>about )?(?P<at>[\d.]+)%"
    r"(?: but (?:more|less) than (?:about )?(?P<until>[\d.]+)%)? of the weight"
)
COUNTED = re.compile(r"counted more than (?P<about>about )?(?P<at>[\w.½]+)(?: times)?.* as much as now")


@cache
def cases():
    """(bench, sentences by kind, the note below the bars) of every appraisal with a ranking to change."""
    found = []
    for seed in range(COUNT):
        snapshot = random_appraisal(seed)
        bench = Bench(snapshot)
        if bench.complete():
            evaluation = evaluate(snapshot)
            known = sensitivity(snapshot, evaluation=evaluation)
            drawn = rank_shares(snapshot, 200, 1, evaluation=evaluation)
            told = {}
            for one in robustness_sentences(snapshot, evaluation, known, drawn):
                told.setdefault(one.kind, []).append(one.text)
            found.append((bench.start(), told, lines_note(snapshot, evaluation, known)))
    return found


def of(kind):
    """The sentences of one kind with their benches."""
    return [(bench, text) for bench, told, _ in cases() for text in told.get(kind, ())]


def named(text):
    """Ids of the options that a text names."""
    runs = re.findall(r"Options ((?:\d+, )*\d+ and \d+)|Option (\d+)", text)
    return {f"option-{number}" for run in runs for number in re.findall(r"\d+", "".join(run))}


def lines_named(bench, text):
    """Ids of the lines whose numbers a text names."""
    numbers = {line.number: sub for sub, line in bench.lines.items()}
    return {numbers[number] for number in re.findall(r"\b\d[a-z]\b", text) if number in numbers}


def grid(bench, parts=6):
    """Weights of the lines, shared out in every way."""
    parts = parts if len(bench.lines) < 4 else 4
    for shares in weightings(len(bench.lines), parts):
        yield dict(zip(bench.lines, shares, strict=True))


def group_grid(bench):
    """Weights of the lines as groups are weighed, their own proportions kept; groups without any left out."""
    local = {group: bench.local(group) for group in bench.groups if bench.local(group)}
    for shares in weightings(len(local), 6):
        weights = dict.fromkeys(bench.lines, Fraction(0))
        for (_, lines), share in zip(local.items(), shares, strict=True):
            whole = sum(weight * bench.size[sub] for sub, weight in lines.items())
            weights.update({sub: share * weight / whole for sub, weight in lines.items()})
        yield weights


def number(word):
    """``a single`` and ``one`` to ``nine``, or figures."""
    word = word.lower().replace("a single", "one")
    return WORDS.index(word) if word in WORDS else int(word)


def at_least(bench, one, other, subs=None):
    return all(bench.values[one, sub] >= bench.values[other, sub] for sub in subs or bench.lines)


def changed_by(bench, sub, shares=FINE):
    """The shares of all weight at which one line alone, the rest in proportion, changes first place."""
    if bench.now[sub] == 1:
        return []
    moving = {sub: Fraction(1)}
    found = ((share, bench.first(bench.with_share(moving, share))) for share in shares)
    return [share for share, first in found if not bench.leaders <= first]


# --- Who can come first ----------------------------------------------------------------------------------


def test_nobody_is_ever_first_outright_who_is_not_said_to_be_able_to():
    claims = of("can-be-first")
    assert sum(text.startswith("Only") for _, text in claims) > 100
    for bench, text in claims:
        can = set(bench.ids) if EVERYBODY.match(text) else named(text)
        outright = [first for weights in grid(bench) if len(first := bench.first(weights)) == 1]
        assert set().union(*outright) <= can


def test_options_are_matched_by_whom_it_is_said_and_level_where_it_is_said():
    for bench, told, _ in cases():
        can = named(told["can-be-first"][0])
        for text in told.get("cannot-be-first", ()):
            if "level on every line" in text:
                alike = named(text) or set(bench.ids)
                assert len(alike) > 1
                assert all(at_least(bench, one, other) for one, other in product(alike, repeat=2))
            elif "matched or beaten" in text:
                check_matched(bench, text, can)
            else:
                ids = named(text)
                assert ids
                assert not any(at_least(bench, o, one) for one in ids for o in bench.ids if o != one)


def check_matched(bench, text, can):
    who, by = re.fullmatch(r"(.*) (?:is|are) matched or beaten on every line by (.*)\.", text).groups()
    ids = named(who) or set(bench.ids) - can
    others = named(by) or (set(bench.ids) if "another" in by else can)
    assert ids
    for one in ids:
        assert any(at_least(bench, other, one) for other in others - {one})


# --- Weights ---------------------------------------------------------------------------------------------


def test_where_no_weights_put_another_option_ahead_none_do_and_it_is_level_only_where_it_is_said():
    tried = 0
    for bench, told, _ in cases():
        text = " ".join((*told["weights"], *told.get("level", ())))
        if re.search("[Nn]o weights", text):
            tried += 1
            assert all(
                bench.leaders <= bench.first(weights) for weights in (*grid(bench), *group_grid(bench))
            )
        if "at most draw level" in text or "ahead of every other" in text:
            [leader] = bench.leaders
            for weights in grid(bench):
                others = bench.first(weights) - {leader}
                assert not (others and "ahead of every other" in text)
                counting = [sub for sub, weight in weights.items() if weight]
                assert all(at_least(bench, other, leader, counting) for other in others)
    assert tried > 50


def test_no_line_changes_first_place_that_is_not_told_of():
    tried = 0
    for bench, told, _ in cases():
        if "no-other" in told:
            tried += 1
            text = " ".join((*told["weights"], *told.get("other-lines", ())))
            changing = {sub for sub in bench.lines if changed_by(bench, sub)}
            assert changing <= lines_named(bench, text)
    assert tried > 40


def test_no_weighting_of_the_groups_does_what_none_is_said_to_do():
    claims = [one for kind in ("no-other", "groups") for one in of(kind) if "weighting of" in one[1]]
    assert len(claims) > 5
    for bench, _ in claims:
        assert all(bench.leaders <= bench.first(weights) for weights in group_grid(bench))


def test_the_weight_at_which_first_place_changes_is_where_it_is_said_to_be_and_the_smallest_change():
    tried = 0
    for bench, text in of("weights"):
        found = CARRIED.search(text)
        if not found:
            continue
        tried += 1
        check_threshold(bench, text.split(" would ")[0], lines_named(bench, text.split("(now")[0]), found)
    assert tried > 60


def check_threshold(bench, who, subs, found):
    """Past the weight those who are said to be first are, as far as is said; up to it, whichever line moves,
    all leaders stay.
    """
    at, up = Fraction(found["at"]) / 100, found["way"] == "more"
    off = half_a_place(found["at"]) / 100 if found["about"] else Fraction(0)
    past = at + off + TINY if up else at - off - TINY
    until = Fraction(found["until"]) / 100 - (TINY if up else -TINY) if found["until"] else Fraction(up)
    for sub in subs:
        for part in GRID[:-1]:
            share = past + part * (until - past)
            first = bench.first(bench.with_share({sub: Fraction(1)}, share))
            assert first == named(who) or (found["until"] and part > GRID[-2])
    change = abs(at - bench.now[min(subs)]) - off
    for sub, now in bench.now.items():
        shares = [now + sign * part * change for part in GRID[1:-1] for sign in (1, -1)]
        assert not changed_by(bench, sub, [share for share in shares if 0 <= share <= 1])


def half_a_place(text):
    """The most by which a figure written like this was rounded."""
    return Fraction(1, 2 * 10 ** len(text.partition(".")[2]))


def test_several_lines_together_do_it_from_the_factor_that_is_told_and_no_smaller_one_does():
    tried = 0
    for bench, told, _ in cases():
        for text in (*told["weights"], *told.get("weights-together", ())):
            found = COUNTED.search(text)
            if not found:
                continue
            tried += 1
            subs = lines_named(bench, text.split(" carried ")[0] if "carried" in text else text)
            factor = {"twice": Fraction(2)}.get(found["at"]) or factor_of(found["at"])
            off = half_a_place(found["at"]) if found["about"] else Fraction(0)
            for times, who in ((factor + off + TINY, named(text.split(" would ")[0])), (factor - off, None)):
                grown = {sub: weight * (times if sub in subs else 1) for sub, weight in bench.entered.items()}
                assert bench.first(grown) == who if who else bench.leaders <= bench.first(grown)
    assert tried > 7


def factor_of(text):
    """``2½``, ``three``, ``1.83``."""
    whole, half, _ = text.partition("½")
    if half:
        return int(whole) + Fraction(1, 2)
    return Fraction(text) if text[0].isdigit() else Fraction(number(text))


def test_a_shared_first_place_is_parted_by_the_weights_it_is_said_to_be_parted_by():
    tried = 0
    for bench, text in of("weights"):
        for way, some, who in re.findall(r"(more|less) weight on (.+?) puts (.+?) ahead", text):
            for sub in lines_named(bench, some):
                tried += 1
                share = bench.now[sub] + (TINY if way == "more" else -TINY)
                assert bench.first(bench.with_share({sub: Fraction(1)}, share)) == named(who)
    assert tried > 10


def test_the_note_below_the_bars_counts_the_lines_that_change_nothing_and_those_that_are_level_at_the_ends():
    for bench, _, note in cases():
        moving = [sub for sub in bench.lines if bench.now[sub] < 1]
        quiet = [sub for sub in moving if not changed_by(bench, sub)]
        count = re.search(r"the other (\w+) lines|of the (\w+) lines", note)
        if count:
            assert number(count[1] or count[2]) == len(quiet)
            assert ("the other" in note) == (len(quiet) < len(moving))
        whole = re.search(r"alone at 100% (\w+) of them", note)
        if count and whole:
            level = [sub for sub in quiet if bench.first(dict.fromkeys([sub], 1)) != bench.leaders]
            assert len(level) == (len(quiet) if whole[1] in ("all", "both") else number(whole[1]))


# --- Scores ----------------------------------------------------------------------------------------------


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
            count = re.search(r"any one of (\w+)\.", text)
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
