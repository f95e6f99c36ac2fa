"""The sentences word for word: each situation, Somerset and Cornwall, the list and comparisons."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from appraisal.core.evaluation import evaluate
from appraisal.core.sentences import (
    Names,
    chart_caption,
    comparison,
    join,
    number_word,
    one_line,
    option_heading,
    option_label,
    plural,
    quoted,
    results,
)
from appraisal.core.sentences.totals import second_name
from appraisal.core.snapshot import WeightSet, load_json
from tests.core.situations import SITUATIONS
from tests.core.small import appraisal, row, scale

FIXTURES = Path(__file__).parents[2] / "fixtures" / "appraisals"


def paragraphs(text):
    """A block of text as paragraphs, each in one line."""
    return [" ".join(part.split()) for part in text.split("\n\n")]


def told(snapshot, **options):
    found = results(snapshot, evaluate(snapshot, **options))
    return [" ".join(str(sentence) for sentence in paragraph) for paragraph in found]


def fixture(slug):
    return load_json((FIXTURES / f"{slug}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_results_say_exactly_this_when(situation):
    snapshot, expected = SITUATIONS[situation]
    assert told(snapshot) == paragraphs(expected)


def test_there_are_situations_enough():
    assert len(SITUATIONS) >= 75


def test_somerset_is_told_in_three_paragraphs():
    assert told(fixture("somerset-2017")) == paragraphs("""
        Option 6, New joint vehicle, comes first with 57 points, 3 ahead of Option 4, County Council leads
        (54). Totals can run from 13 to 65; 39 is “no impact” throughout, and Options 5 and 1 fall below
        it. The baseline, Option 1, comes last with 31.

        Against Option 4 it is one point better on five lines (1c Seamless care, 2b Local voice, 3c Skills,
        4a Somerset £, 4b Management), one worse on two (2a Clear leadership, 3a One strong function) and
        level on six.

        No weights were chosen, so each line counts once and 1 Outcomes counts for 4 of 13 lines. Two
        lines, 2d Law and 3d Reform, are in words only and count in no total. One score, Option 3 on 4c
        VAT, was worked out and not printed in the source. Scores are advice, not a decision.
    """)


def test_only_the_leader_and_a_contrary_recommendation_are_strong():
    snapshot = fixture("somerset-2017")
    strong = [
        one.kind for paragraph in results(snapshot, evaluate(snapshot)) for one in paragraph if one.strong
    ]
    assert strong == ["leader"]
    contrary = replace(snapshot, recommendation=replace(snapshot.recommendation, option="option-3"))
    found = results(contrary, evaluate(contrary))
    strong = [one.text for paragraph in found for one in paragraph if one.strong]
    assert strong[1:] == ["The recommendation names Option 3, which is not first: it is 7 behind Option 6."]


def test_cornwall_has_no_result_yet():
    snapshot = fixture("cornwall-2018")
    first, second, last = told(snapshot)
    assert first == "Nothing is scored yet: no scale has been set and no option is on the short list."
    assert second.startswith(
        "Options 1, 2, 3, 4, 5 and 6 are on the long list and not ranked. “With Devon” was dropped"
    )
    assert last == "Scores are advice, not a decision."
    assert one_line(snapshot, evaluate(snapshot)) == "Not scored yet"


def test_a_weight_set_that_is_not_the_appraisals_own_is_named_as_such():
    snapshot = appraisal(row(1, "Stay", "3 4"), row(2, "Go", "4 4"), weights=(1, 3), combine="weighted-mean")
    other = WeightSet("swing", "By swing", {"care": Decimal(3), "health": Decimal(1)})
    both = replace(snapshot, weight_sets=(*snapshot.weight_sets, other))
    assert told(both, weight_set="swing")[-1] == (
        "Scores are weighted by the set “By swing”. The line with the most weight is 1a Care, with 75%. "
        "These are not the appraisal's own weights, which are the set “As agreed”. Scores are advice, not a "
        "decision."
    )


def test_stored_weights_that_a_plain_total_does_not_use_are_not_denied():
    snapshot = appraisal(row(1, "Stay", "3 4"), row(2, "Go", "4 4"), weights=(1, 3))
    assert "These totals use no weights, so each line counts once." in told(snapshot)[-1]


def test_scales_with_different_neutral_labels_share_no_label():
    snapshot = appraisal(
        row(1, "Stay", "3 4"),
        row(2, "Go", "4 4"),
        scales={"care": scale(label="Same"), "health": scale(label="Level")},
    )
    assert "6 is the total of the neutral point on every line" in told(snapshot)[0]


LINES = {
    "somerset": (lambda: fixture("somerset-2017"), "Option 6 leads with 57, 3 ahead"),
    "nothing": (appraisal, "Not scored yet"),
    "no score": (lambda: appraisal(row(1, "A", "? ?"), row(2, "B", "? ?")), "Not scored yet"),
    "other scores": (
        lambda: appraisal(row(1, "A", "5 na"), row(2, "B", "? ?")),
        "No ranked option is scored yet",
    ),
    "none ranked": (lambda: appraisal(row(1, "A", "5 na"), row(2, "B", "na 4")), "No option is ranked"),
    "one": (lambda: appraisal(row(1, "A", "5 4")), "Only Option 1 is ranked, with 9"),
    "shared": (
        lambda: appraisal(row(1, "A", "5 4"), row(2, "B", "4 5"), row(3, "C", "1 1")),
        "First place is shared by Options 1 and 2",
    ),
    "all level": (
        lambda: appraisal(row(1, "A", "4 4"), row(2, "B", "3 5"), row(3, "C", "5 3")),
        "First place is shared by all three options",
    ),
    "open": (lambda: appraisal(row(1, "A", "5 ?"), row(2, "B", "5 4")), "Not decided: one score missing"),
    "open gate": (
        lambda: appraisal(row(1, "A", "5 | open"), row(2, "B", "4 | pass")),
        "Not decided: one gate not marked",
    ),
    "may be level": (
        lambda: appraisal(row(1, "A", "5 5"), row(2, "B", "5 ?")),
        "Option 1 leads with 10, but may end level with another",
    ),
    "second open": (
        lambda: appraisal(row(1, "A", "5 5"), row(2, "B", "1 ?"), row(3, "C", "1 ?")),
        "Option 1 leads with 10, at least 4 ahead",
    ),
    "no number": (
        lambda: appraisal(row(None, "Devon", "5 5"), row(2, "B", "1 1")),
        "“Devon” leads with 10, 8 ahead",
    ),
}


@pytest.mark.parametrize("situation", LINES)
def test_one_line_in_a_list_says_where_an_appraisal_stands(situation):
    make, expected = LINES[situation]
    snapshot = make()
    assert one_line(snapshot, evaluate(snapshot)) == expected


MIXED = appraisal(
    row(1, "A", "5 3 | 2 ?"),
    row(2, "B", "4 4 | 2 4"),
    row(3, "C", "1 1 | na 2"),
    row(4, "D", "4 4 | 4 2", stage="dropped"),
    row(5, "E", "? ? | ? ?"),
    row(6, "F", "5 3 | 2 1"),
    row(7, "G", "4 4 | 2 4"),
)
COMPARISONS = {
    "2 6": """
        Option 2, B, has 14 points and Option 6, F, has 11 points: Option 2 is 3 ahead. Against
        Option 6, Option 2 is better on two lines (three points on 2b Voice; one point on 1b
        Health), one worse on one (1a Care) and level on one. By criteria group Option 2 is ahead
        in 2 Governance (by 3); level in 1 Outcomes.
        """,
    "6 2": """
        Option 6, F, has 11 points and Option 2, B, has 14 points: Option 2 is 3 ahead. Against
        Option 2, Option 6 is one point better on one line (1a Care), worse on two (three points
        on 2b Voice; one point on 1b Health) and level on one. By criteria group Option 6 is
        behind in 2 Governance (by 3); level in 1 Outcomes.
        """,
    "2 7": """
        Option 2, B, and Option 7, G, are level with 14 points each. Against Option 7, Option 2 is
        level on all four lines. By criteria group Option 2 is level in 1 Outcomes and 2
        Governance.
        """,
    "1 2": """
        Option 1, A, can end with 11 to 15 points and Option 2, B, has 14 points: which is ahead
        is not decided while scores are missing. Against Option 2, Option 1 is one point better on
        one line (1a Care), one worse on one (1b Health) and level on one; 2b Voice cannot be
        compared while a score is missing. By criteria group Option 1 is level in 1 Outcomes; 2
        Governance cannot be compared.
        """,
    "6 1": """
        Option 6, F, has 11 points and Option 1, A, can end with 11 to 15 points: Option 1 cannot
        fall behind, but they can end level. Against Option 1, Option 6 is level on three lines;
        2b Voice cannot be compared while a score is missing. By criteria group Option 6 is level
        in 1 Outcomes; 2 Governance cannot be compared.
        """,
    "1 3": """
        Option 3 has no total, so neither option is ahead of the other. Against Option 3, Option 1
        is better on two lines (four points on 1a Care; two points on 1b Health); 2b Voice cannot
        be compared while a score is missing; 2a Access does not apply to Option 3. By criteria
        group Option 1 is ahead in 1 Outcomes (by 6); 2 Governance cannot be compared.
        """,
    "4 3": """
        Options 4 and 3 have no total, so neither option is ahead of the other. Against Option 3,
        Option 4 is three points better on two lines (1a Care, 1b Health) and level on one; 2a
        Access does not apply to Option 3. By criteria group Option 4 is ahead in 1 Outcomes (by
        6); 2 Governance cannot be compared.
        """,
    "5 2": """
        Option 5, E, can end with 4 to 20 points and Option 2, B, has 14 points: which is ahead is
        not decided while scores are missing. Against Option 2, Option 5 is not comparable on any
        line.
        """,
    "2 2": "Option 2 is chosen twice: choose two different options.",
}


@pytest.mark.parametrize("pair", COMPARISONS)
def test_two_options_compared_say_exactly_this(pair):
    found = comparison(MIXED, evaluate(MIXED), *(f"option-{number}" for number in pair.split()))
    assert " ".join(str(one) for one in found) == " ".join(COMPARISONS[pair].split())


def test_an_option_that_does_not_exist_cannot_be_compared():
    with pytest.raises(KeyError):
        comparison(MIXED, evaluate(MIXED), "option-1", "option-99")


def test_the_caption_explains_whatever_is_drawn():
    evaluation = evaluate(MIXED)
    assert chart_caption(MIXED, evaluation) == (
        "Bars start at 0; totals can run from 4 to 20. Dashed line: 12, “no impact” on every line. Pale: "
        "criteria groups with a missing score, at their lowest. Stripes: up to the highest total that the "
        "missing scores allow. Options that are not ranked are not drawn."
    )
    below = appraisal(row(1, "A", "-1"), row(2, "B", "1"), on=scale(-2, 2, neutral=None))
    assert chart_caption(below, evaluate(below)) == (
        "Parts below 0 lie left of the line at 0 and a mark shows the total; totals can run from -2 to 2."
    )


def test_labels_and_headings_of_options():
    numbered, bare = row(6, "New vehicle")[0], row(None, "Devon")[0]
    assert (option_heading(numbered), option_label(numbered)) == ("Option 6", "Option 6, New vehicle")
    assert (option_heading(bare), option_label(bare)) == ("Devon", "Devon")
    unnamed = replace(numbered, short_name="")
    assert option_label(unnamed) == "Option 6, New vehicle in full"
    bare_number = replace(unnamed, name="Option 6")
    assert (option_label(bare_number), second_name(bare_number)) == ("Option 6", "")


def test_small_words():
    assert [number_word(count) for count in (0, 1, 9, 10)] == ["no", "one", "nine", "10"]
    assert [plural(1, "line"), plural(12, "line"), plural(2, "body", "bodies")] == [
        "one line",
        "12 lines",
        "two bodies",
    ]
    assert [join([]), join(["a"]), join(["a", "b"]), join(["a", "b", "c"], "or")] == [
        "",
        "a",
        "a and b",
        "a, b or c",
    ]
    assert join(["a, b", "c"]) == "a, b; and c"
    assert join(["“a, b”", "c"]) == "“a, b” and c"
    assert quoted("the “best” way") == "“the ‘best’ way”"


def test_names_inside_sentences_are_unambiguous():
    snapshot = appraisal(row(1, "A", "3"), row(1, "B", "3", id="other"), row(2, "Care, and more", "3"))
    names = Names(snapshot)
    assert names.options(["option-1", "other", "option-2"]) == "“A”, “B” and Option 2"
    assert names.introduced("option-2") == "Option 2, “Care, and more”"
    assert names.cell("option-2", "care") == "Option 2 on 1a Care"
