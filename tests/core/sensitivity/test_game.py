"""Weights that put one option ahead of all, or the proof that there are none: never a wrong answer."""

from random import Random

import pytest

from appraisal.core.sensitivity import game
from appraisal.core.sensitivity.game import ahead_somewhere, mixed, nowhere_behind

HUGE = 10**30


def proved(rows):
    """The answer, its proof checked."""
    ahead, parts = ahead_somewhere(rows)
    assert any(parts)
    assert min(parts) >= 0
    if ahead:
        assert all(sum(w * at for w, at in zip(parts, row, strict=True)) > 0 for row in rows)
    else:
        assert max(mixed(rows, parts)) <= 0
    return ahead


@pytest.mark.parametrize(
    ("rows", "ahead"),
    [
        ([(1, -1)], True),
        ([(-1, -2)], False),
        ([(0, 0)], False),
        ([(2, -1), (-1, 2)], True),
        ([(2, -2), (-2, 2)], False),
        ([(1, -2), (-2, 1)], False),
        ([(1, -3), (-1, 3)], False),
        ([(2, -6, -1), (-1, 3, -1)], False),
    ],
)
def test_small_cases_are_as_one_sees_by_hand(rows, ahead):
    assert proved(rows) is ahead


@pytest.mark.parametrize(
    ("rows", "ahead"),
    [
        ([(HUGE, -HUGE + 1), (-HUGE + 1, HUGE)], True),
        ([(HUGE, -HUGE), (-HUGE, HUGE)], False),
        ([(HUGE, -HUGE - 1), (-HUGE, HUGE)], False),
        ([(HUGE + 1, -HUGE), (-HUGE, HUGE)], True),
    ],
)
def test_what_is_too_close_for_floats_is_decided_in_fractions(rows, ahead):
    assert proved(rows) is ahead


def test_the_way_in_fractions_agrees_with_the_programme_on_random_rows(monkeypatch):
    random = Random(7)
    tables = [
        [[random.randint(-3, 3) for _ in range(lines)] for _ in range(rivals)]
        for rivals in (1, 2, 4)
        for lines in (1, 3, 5)
        for _ in range(20)
    ]
    answers = [proved(rows) for rows in tables]
    monkeypatch.setattr(game, "_proposals", lambda rows: ([], []))
    assert [proved(rows) for rows in tables] == answers
    assert 30 < sum(answers) < 150


def test_level_with_first_place_is_told_from_always_behind():
    assert nowhere_behind([(2, -2), (-2, 2)])
    assert nowhere_behind([(0, -1)])
    assert not nowhere_behind([(1, -2), (-2, 1)])
