"""How figures are rounded and written."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appraisal.core.figures import (
    exact,
    fits,
    number_text,
    ordinal,
    ordinal_word,
    percent,
    places_that_tell_apart,
    signed,
    written,
)

FRACTIONS = st.fractions(min_value=-10_000, max_value=10_000)


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (Fraction(57), "57"),
        (Fraction(0), "0"),
        (Fraction(77, 20), "3.85"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(1, 2**20), "0.00000095367431640625"),
        (Fraction(1200), "1200"),
        (Decimal("0.50"), "0.5"),
        (Fraction(1, 3), "0.333333333333"),
        (Fraction(2, 3), "0.666666666667"),
        (Fraction(-2, 3), "-0.666666666667"),
        (Fraction(50, 3), "16.6666666667"),
        (Fraction(1, 11), "0.0909090909091"),
        (Fraction(10**14, 3), "33333333333300"),
        (1 - Fraction(1, 3 * 10**14), "1.00000000000"),
    ],
)
def test_files_carry_the_exact_decimal_or_twelve_significant_digits(figure, text):
    assert exact(figure) == text


@given(FRACTIONS)
def test_the_text_of_a_file_is_within_half_a_unit_of_its_twelfth_digit(figure):
    text = exact(figure)
    if Fraction(text) != figure:
        assert abs(Fraction(text) - figure) <= abs(figure) * Fraction(1, 2 * 10**11)
        assert len(text.lstrip("-").replace(".", "").lstrip("0")) == 12


@pytest.mark.parametrize(
    ("figure", "places", "text"),
    [
        (Fraction(57), 2, "57"),
        (Fraction(77, 20), 2, "3.85"),
        (Fraction(19, 5), 2, "3.8"),
        (Fraction(5, 1000), 2, "0.01"),
        (Fraction(-5, 1000), 2, "-0.01"),
        (Fraction(-4, 1000), 2, "0"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(-5, 2), 0, "-3"),
        (Fraction(2, 3), 2, "0.67"),
        (Decimal("2.675"), 2, "2.68"),
        (1000, 0, "1000"),
        (Fraction(9999, 1000), 2, "10"),
    ],
)
def test_people_read_figures_rounded_once_with_halves_away_from_nought(figure, places, text):
    assert written(figure, places) == text


def test_a_column_may_keep_its_trailing_noughts():
    assert [written(Fraction(text), fixed=True) for text in ("3.8", "4", "-0.5")] == ["3.80", "4.00", "-0.50"]


@given(FRACTIONS, st.integers(0, 6))
def test_rounding_moves_a_figure_by_half_a_unit_at_most_and_never_turns_two_round(figure, places):
    text = written(figure, places)
    assert abs(Fraction(text) - figure) <= Fraction(1, 2 * 10**places)
    assert Fraction(written(figure + Fraction(1, 7), places)) >= Fraction(text)
    assert fits(figure, places) == (Fraction(text) == figure)
    assert text != "-0"


@pytest.mark.parametrize(
    ("figure", "text"), [(Fraction(3), "+3"), (Fraction(-1, 2), "-0.5"), (Fraction(1, 1000), "0"), (0, "0")]
)
def test_a_difference_carries_its_sign(figure, text):
    assert signed(figure) == text


@pytest.mark.parametrize(
    ("share", "places", "text"),
    [
        (Fraction(1), 0, "100%"),
        (Fraction(0), 0, "0%"),
        (Fraction(999, 1000), 0, ">99%"),
        (Fraction(1, 1000), 0, "<1%"),
        (Fraction(994, 1000), 0, "99%"),
        (Fraction(995, 1000), 0, ">99%"),
        (Fraction(57, 64), 2, "89.06%"),
        (Fraction(7, 64), 0, "11%"),
        (Fraction(99_999, 100_000), 1, ">99.9%"),
        (Fraction(1, 100_000), 1, "<0.1%"),
        (Fraction(3, 52), 2, "5.77%"),
        (Fraction(1, 4), 2, "25%"),
    ],
)
def test_a_hundred_and_no_percent_are_written_only_where_exact(share, places, text):
    assert percent(share, places) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [("1", "1"), ("1.500", "1.5"), ("-0.0", "0"), ("1E+3", "1000"), ("0.000001", "0.000001"), ("100", "100")],
)
def test_a_number_as_entered_has_one_canonical_text(number, text):
    assert number_text(Decimal(number)) == text


def test_places_are_written_as_people_say_them():
    assert [ordinal(place) for place in (1, 2, 3, 4, 11, 12, 13, 21, 22, 103, 111)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "103rd", "111th",
    ]  # fmt: skip
    assert [ordinal_word(place) for place in (1, 2, 10, 11, 21)] == [
        "first",
        "second",
        "tenth",
        "11th",
        "21st",
    ]


@pytest.mark.parametrize(
    ("figures", "places"),
    [
        (["4.333", "4.334"], 3),
        (["4.333", "4.333"], 2),
        (["0", "0.0004"], 4),
        (["3", "4"], 2),
        (["0.0000000000001", "0"], 12),
        ([], 2),
    ],
)
def test_enough_decimals_are_found_for_different_figures_to_look_different(figures, places):
    assert places_that_tell_apart(Fraction(figure) for figure in figures) == places
