"""The sentences word for word: each situation, Somerset and Cornwall, the list and comparisons."""

import pytest

from appraisal.core.evaluation import evaluate
from appraisal.core.sentences import results
from tests.core.situations import SITUATIONS


def paragraphs(text):
    """A block of text as paragraphs, each in one line."""
    return [" ".join(part.split()) for part in text.split("\n\n")]


@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_results_say_exactly_this_when(situation):
    snapshot, expected = SITUATIONS[situation]
    told = results(snapshot, evaluate(snapshot))
    assert [" ".join(str(sentence) for sentence in one) for one in told] == paragraphs(expected)


def test_there_are_situations_enough():
    assert len(SITUATIONS) >= 75
