"""What would change the ranking, word for word: Somerset, each situation, and what stands beside pictures."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from appraisal.core.evaluation import RankShares, evaluate, rank_shares, sensitivity
from appraisal.core.sensitivity import Level
from appraisal.core.sentences import (
    READING,
    drawn_caption,
    lines_note,
    robustness_in_brief,
    robustness_sentences,
)
from appraisal.core.snapshot import load_json
from tests.core.situations import robust_first, robust_scores, robust_shares, robust_weights
from tests.core.small import appraisal, row

SOMERSET = Path(__file__).parents[2] / "fixtures" / "appraisals" / "somerset-2017.json"
SITUATIONS = {
    name: situation
    for module in (robust_first, robust_weights, robust_scores)
    for name, situation in module.SITUATIONS.items()
}


def told(snapshot, drawn=None):
    evaluation = evaluate(snapshot)
    return robustness_sentences(snapshot, evaluation, sensitivity(snapshot, evaluation=evaluation), drawn)


def text(sentences):
    return " ".join(map(str, sentences))


def words(expected):
    return " ".join(expected.split())


def note(snapshot, level=Level.SUB_CRITERIA):
    return lines_note(snapshot, evaluate(snapshot), sensitivity(snapshot), level)


@pytest.fixture(scope="module")
def somerset():
    return load_json(SOMERSET.read_text(encoding="utf-8"))


def test_somerset(somerset):
    assert text(told(somerset, rank_shares(somerset))) == words("""
        Only Options 6 and 4 can come first outright, whatever the weights. Every other option is matched or
        beaten on every line by one of them. Option 4 would lead if 2a Clear leadership alone, or 3a One
        strong function alone, carried more than 25% of the weight (now 1 of 13), or both together counted
        more than 2½ times as much as now. No other single line, and no weighting of the groups, puts another
        option ahead. Four one-step changes of score would reverse first place; three would make it level. One
        score alone changes first place if it moves far enough: any one of six scores, by four points. If
        every line may count between half and double of what it does now, Option 6 leads in more than 99% of
        weightings. Over all weightings of the lines, drawn evenly, Option 6 leads in 89% of weightings and
        Option 4 in 11%. This counts weightings; it is not the chance that the ranking is right.
    """)


def test_somerset_in_brief_ends_before_the_scores(somerset):
    evaluation, known = evaluate(somerset), sensitivity(somerset)
    brief = robustness_in_brief(somerset, evaluation, known)
    assert brief == robustness_sentences(somerset, evaluation, known, None)[:4]
    assert [one.kind for one in brief] == ["can-be-first", "cannot-be-first", "weights", "no-other"]


def test_somerset_by_groups_has_one_leader_only(somerset):
    drawn = rank_shares(somerset, draws=2_000, on="groups")
    *_, bounded, even, _ = told(somerset, drawn)
    assert text([bounded, even]) == words("""
        If every criteria group may count between half and double of what it does now, Option 6 leads in 100%
        of weightings. Over all weightings of the criteria groups, drawn evenly, Option 6 leads in 100% of
        weightings.
    """)


@pytest.mark.parametrize("situation", SITUATIONS)
def test_robustness_says_exactly_this_when(situation):
    snapshot, expected = SITUATIONS[situation]
    assert text(told(snapshot)) == words(expected)


@pytest.mark.parametrize("situation", robust_shares.SITUATIONS)
def test_with_shares_drawn_it_says_exactly_this_when(situation):
    snapshot, expected = robust_shares.SITUATIONS[situation]
    assert text(told(snapshot, rank_shares(snapshot, 2_000, 1))) == words(expected)


def test_there_are_situations_enough():
    assert len(SITUATIONS) + len(robust_shares.SITUATIONS) >= 60


def test_the_first_sentence_alone_is_strong_whatever_the_situation():
    for snapshot, _ in SITUATIONS.values():
        assert [one.strong for one in told(snapshot)] == [True] + [False] * (len(told(snapshot)) - 1)


def test_in_brief_nothing_is_said_where_there_is_nothing_to_report():
    snapshot, _ = SITUATIONS["only one option is ranked"]
    assert robustness_in_brief(snapshot, evaluate(snapshot), sensitivity(snapshot)) == ()


def test_the_draws_stand_last_and_say_what_they_count():
    snapshot, _ = SITUATIONS["either of two can"]
    kinds = [one.kind for one in told(snapshot, rank_shares(snapshot, 100))]
    assert kinds == [
        "can-be-first",
        "weights",
        "other-lines",
        "no-other",
        "scores",
        "one-score",
        "bounded",
        "even",
        "no-chance",
    ]


def drawn_of(first, second):
    """Shares drawn of two options, as they might come out."""
    rows = {"option-1": (first, second), "option-2": (second, first)}
    return RankShares(Level.SUB_CRITERIA, 1000, 1, rows, rows, {"option-1": None, "option-2": None})


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (Fraction(1), "Option 1 leads in more than 99% of weightings."),
        (Fraction(999, 1000), "Option 1 leads in more than 99% of weightings."),
        (Fraction(991, 1000), "Option 1 leads in 99% of weightings and Option 2 in 1%."),
        (Fraction(4, 1000), "Option 2 leads in more than 99% of weightings."),
        (Fraction(1, 2), "Option 1 leads in 50% of weightings and Option 2 in 50%."),
    ],
)
def test_all_the_draws_are_not_called_all_weightings_unless_that_is_proven(first, expected):
    """Option 2 would lead with enough weight on one line, however seldom that is drawn."""
    snapshot = appraisal(row(1, "A", "5 5 5 | 3"), row(2, "B", "1 1 1 | 4"))
    *_, even, _ = told(snapshot, drawn_of(first, 1 - first))
    assert str(even).endswith(f"drawn evenly, {expected}")


def test_a_plain_total_says_how_many_lines_there_are_and_weights_say_percent():
    rows = row(1, "A", "5 3"), row(2, "B", "3 4")
    assert "(now 1 of 2)" in text(told(appraisal(*rows)))
    assert "(now 50%)" in text(told(appraisal(*rows, weights=(1, 1), combine="weighted-mean")))


def test_stored_weights_that_a_plain_total_does_not_use_change_nothing():
    rows = row(1, "A", "5 3"), row(2, "B", "3 4")
    assert told(appraisal(*rows, weights=(1, 9))) == told(appraisal(*rows))


NOTES = {
    "level at 100% only": """
        For none of the four lines does any weight put another option ahead; alone at 100% one of them
        makes first place shared. For neither of the two criteria groups does any weight put another option
        ahead.
        """,
    "either of two can": """
        For the other line no weight puts another option ahead; alone at 100% first place is shared. For
        neither of the two criteria groups does any weight put another option ahead; alone at 100% one of them
        makes first place shared and at 0% one of them makes first place shared.
        """,
    "two that are level on every line lead": """
        For none of the three lines does any weight put another option ahead; alone at 100% two of them bring
        another option level and at 0% one of them brings another option level. For neither of the two
        criteria groups does any weight put another option ahead; alone at 100% one of them brings another
        option level and at 0% one of them brings another option level.
        """,
    "every one of three can": "",
    "one line only": "",
    "only one option is ranked": "",
}


@pytest.mark.parametrize("situation", NOTES)
def test_below_the_bars_stands_what_is_so_of_the_lines_and_groups_without_one(situation):
    snapshot, _ = SITUATIONS[situation]
    assert text([note(snapshot), note(snapshot, Level.GROUPS)]).strip() == words(NOTES[situation])


@pytest.mark.parametrize(
    ("scores", "weights", "which"),
    [
        (("5 4", "4 3"), (1, 0), "the other line no weight puts"),
        (("5 4 4", "4 3 3"), (1, 0, 0), "neither of the two other lines does any weight put"),
    ],
)
def test_below_the_bars_a_line_with_all_the_weight_is_not_counted_among_the_others(scores, weights, which):
    rows = [row(number, f"Way {number}", tokens) for number, tokens in enumerate(scores, 1)]
    made = appraisal(*rows, weights=weights, combine="weighted-mean")
    assert note(made) == f"For {which} another option ahead."


def test_below_somersets_bars(somerset):
    assert note(somerset) == (
        "For the other 11 lines no weight puts another option ahead; alone at 100% seven of them make first "
        "place shared."
    )


def test_the_caption_of_the_draws_says_how_many_from_what_seed_and_how_exact():
    drawn = replace(drawn_of(1, 0), draws=100_000, seed=2017)
    assert drawn_caption(drawn, 13) == (
        "100,000 weightings of the 13 lines drawn evenly from all that add up to 100% (seed 2017; shares are "
        "within about 0.4 points). This counts weightings. It is not the chance that the ranking is right."
    )
    between = "of the 13 lines with each weight drawn between half and double of what it is now (seed"
    assert between in drawn_caption(drawn, 13, bounded=True)
    assert "within about 4.1 points" in drawn_caption(replace(drawn, draws=1_000), 13)
    assert drawn_caption(replace(drawn, on=Level.GROUPS), 4).startswith(
        "100,000 weightings of the four criteria groups drawn"
    )


def test_every_picture_says_how_it_is_read():
    assert set(READING) >= {"acceptability", "switching", "against-weight", "weight-sets", "leave-one-out"}
    assert all(words(each) == each and each.endswith(".") for each in READING.values())
