"""Totals and options in a few words: nothing is said twice."""

from fractions import Fraction

from appraisal.core.evaluation import evaluate
from appraisal.core.sentences import option_label, results
from appraisal.core.sentences.totals import range_words
from tests.core.small import appraisal, row


def test_an_option_with_no_name_but_its_number_is_named_once():
    plain = appraisal(row(1, "Option 1", "5"), row(2, "Option 2", "3"))
    assert [option_label(option) for option in plain.options] == ["Option 1", "Option 2"]
    assert results(plain, evaluate(plain))[0][0].text == (
        "Option 1 comes first with 5 points, 2 ahead of Option 2 (3)."
    )


def test_a_range_whose_ends_are_written_alike_is_one_figure():
    third = Fraction(1, 3)
    assert [range_words(third, end) for end in (third, third + Fraction(1, 1000), Fraction(1, 2))] == [
        "0.33",
        "0.33",
        "0.33 to 0.5",
    ]
    assert range_words(third, None) == "–"
