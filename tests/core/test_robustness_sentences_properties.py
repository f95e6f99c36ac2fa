"""No sentence that claims "no", "only" or "whatever" is contradicted by trying: every weighting on a grid,
every weight alone, every single change of score, every combination of steps. The claims are read out of the
words.

The appraisals are random and small (tests/core/sensitivity/appraisals.py); the trying is that of the oracle
beside them, which knows nothing of the code under test.
"""

import re
from fractions import Fraction
from itertools import product

from tests.core.claims import (
    CARRIED,
    COUNTED,
    EVERYBODY,
    at_least,
    cases,
    changed_by,
    grid,
    group_grid,
    lines_named,
    named,
    number,
    of,
)
from tests.core.sensitivity.oracle import GRID, TINY


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
