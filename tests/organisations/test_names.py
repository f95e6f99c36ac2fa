"""Names and addresses as they come in."""

import pytest

from organisations.names import clean_email, clean_name


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ada   Reed ", "Ada Reed"),
        ("Ada\tReed\r\n", "Ada Reed"),
        ("Sia\u0302n", "Siân"),  # one letter, not two characters
        (" Ada \u200b Reed\u202e ", "Ada Reed"),  # zero-width and bidi
        ("Ada\x07Reed", "AdaReed"),
        ("Llŷr ap Gruffydd", "Llŷr ap Gruffydd"),
    ],
)
def test_a_name_is_kept_as_people_see_it(typed, kept):
    assert clean_name(typed) == kept


@pytest.mark.parametrize("typed", ["", "   ", "\u200b\u202e", "Ada\0Reed", "Ada\ud800", "x" * 301])
def test_what_is_no_name_is_refused_in_a_sentence(typed):
    with pytest.raises(ValueError, match=r"\.$"):
        clean_name(typed)


def test_an_address_is_kept_in_lower_case_without_spaces_around_it():
    assert clean_email(" Ada.Reed@Northshire.Example ") == "ada.reed@northshire.example"
