"""Numbers and weights as people type them: taken, or refused with what to do."""

import re
from decimal import Decimal

import pytest

from appraisal.services.setup.ids import free_id, slug_of
from appraisal.services.setup.reading import figure_from
from appraisal.services.setup.reading_weights import weight_from


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("3", "3"),
        (" 2.50 ", "2.5"),
        (".5", "0.5"),
        ("4.", "4"),
        ("007", "7"),
        ("-1.5", "-1.5"),
        ("\u22122", "-2"),
        ("0", "0"),
        ("999999999999", "999999999999"),
    ],
)
def test_a_number_is_taken_as_people_write_it(typed, number):
    assert figure_from(typed) == Decimal(number)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Enter a number."),
        ("1,5", "“1,5” has a comma. Do you mean 1.5? Write a decimal with a point, and thousands without"),
        ("12,000", "“12,000” has a comma. Do you mean 12.000?"),
        ("1,000.5", "“1,000.5” has a comma. Write a decimal with a point, and thousands without a comma."),
        ("1,000,000", "“1,000,000” has a comma. Write a decimal"),
        ("three", "This is not a number in plain figures, such as 3 or 2.5."),
        ("1e3", "This is not a number in plain figures"),
        ("NaN", "This is not a number in plain figures"),
        ("inf", "This is not a number in plain figures"),
        ("+3", "This is not a number in plain figures"),
        ("1 000", "This is not a number in plain figures"),
        ("\u0663", "This is not a number in plain figures"),
        ("1.1234567", "This number has 7 decimals; the most is 6. It is not rounded for you."),
        ("1234567890123", "This number has 13 digits; the most is 12. It is not rounded for you."),
    ],
)
def test_what_is_no_number_or_may_be_two_is_refused_in_words(typed, words):
    with pytest.raises(ValueError, match=f"^{re.escape(words)}"):
        figure_from(typed)


@pytest.mark.parametrize(
    ("typed", "weight"),
    [
        ("40", "40"),
        ("40%", "40"),
        ("40 %", "40"),
        ("0.25", "0.25"),
        ("1/4", "0.25"),
        (" 3 / 8 ", "0.375"),
        ("0", "0"),
    ],
)
def test_a_weight_is_taken_in_any_form_that_people_have(typed, weight):
    assert weight_from(typed) == Decimal(weight)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Enter a weight. 0 counts for nothing."),
        ("%", "Enter a weight. 0 counts for nothing."),
        ("-1", "A weight cannot be below 0. Enter 0 or more."),
        ("0,25", "“0,25” has a comma. Do you mean 0.25?"),
        ("1/3", "1/3 has no exact decimal form. Multiply every weight by 3, so that this one is 1:"),
        ("2/6", "2/6 has no exact decimal form. Multiply every weight by 3, so that this one is 1:"),
        ("1/0", "1/0 divides by 0. Enter another weight."),
        ("1/128", "This number has 7 decimals; the most is 6."),
        ("heavy", "This is not a number in plain figures, such as 3 or 2.5."),
    ],
)
def test_a_weight_that_cannot_be_is_refused_in_words(typed, words):
    with pytest.raises(ValueError, match=f"^{re.escape(words)}"):
        weight_from(typed)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("New joint vehicle", "new-joint-vehicle"),
        ("Cornwall £", "cornwall"),
        ("Café & Bar: 2nd floor", "cafe-bar-2nd-floor"),
        ("A child's place", "a-childs-place"),
        ("one two three four five six seven eight nine ten", "one-two-three-four-five-six-seven-eight"),
        ("x" * 80, "x" * 40),
        ("你好", ""),
    ],
)
def test_an_id_is_made_of_the_words_people_use(text, slug):
    assert slug_of(text) == slug


def test_an_id_is_never_used_twice():
    taken = {"cost", "cost-2", "line"}
    assert free_id("Cost", taken, "line") == "cost-3"
    assert free_id("你好", taken, "line") == "line-2"
