"""The cleaner of text: what it mends, what it refuses, and that cleaning twice changes nothing."""

import re
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appraisal.core.text import NAME_LIMIT, TEXT_LIMIT, clean_name, clean_text

ANYTHING = st.text(st.characters(), max_size=80)

MENDED = [
    ("two\r\nlines", "two\nlines"),
    ("two\rlines", "two\nlines"),
    ("a soft break\x0bfrom Word", "a soft break\nfrom Word"),
    ("a page\x0cbreak", "a page\nbreak"),
    ("next\x85line", "next\nline"),
    ("line\u2028separator", "line\nseparator"),
    ("paragraph\u2029separator", "paragraph\nseparator"),
    ("from\ta table", "from a table"),
    ("a bell\x07 and an escape\x1b[31m", "a bell and an escape[31m"),
    ("delete\x7f and\x9f more", "delete and more"),
    ("no XML\ufffe holds\uffff this\ufdd0", "no XML holds this"),
    ("Cafe\u0301", "Caf\u00e9"),
    ("  round it  \n\n", "round it"),
    ("at the end   \nof a line", "at the end\nof a line"),
    ("one\n\n\nparagraph", "one\n\n\nparagraph"),
    ("   ", ""),
    ("£ – “quoted” ’ … €", "£ – “quoted” ’ … €"),
    ("Ŵythnos, ŷd, d\u0175r", "Ŵythnos, ŷd, dŵr"),
    ("=SUM(A1:A9)", "=SUM(A1:A9)"),
    ("\U0001f6b2", "\U0001f6b2"),
]

NAMES = [
    ("County  Council", "County Council"),
    ("County\n Council", "County Council"),
    ("County\u00a0Council", "County Council"),
    ("\u202eCounty\u202c Council", "County Council"),
    ("Cou\u200bnty\u200d Coun\ufeffcil", "County Council"),
    ("Cou\u00adnty", "County"),
    ("County\U000e0041", "County"),
    (" \u200b ", ""),
    ("a\u200b\u0301", "\u00e1"),
]


@pytest.mark.parametrize(("typed", "kept"), MENDED)
def test_a_text_is_cleaned(typed, kept):
    assert clean_text(typed) == kept


@pytest.mark.parametrize(("typed", "kept"), NAMES)
def test_a_name_is_cleaned_and_stands_on_one_line(typed, kept):
    assert clean_name(typed) == kept


def test_marks_without_width_stay_in_a_text_where_some_languages_need_them():
    assert clean_text("می\u200cخواهم") == "می\u200cخواهم"


@pytest.mark.parametrize("clean", [clean_text, clean_name])
@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("a\x00b", "There is a NUL character in this text, which cannot be kept. Take it out."),
        ("a\ud800", "There is half a character (a lone surrogate) in this text. Type that place again."),
        (b"bytes", "This must be text."),
        (None, "This must be text."),
        (3, "This must be text."),
    ],
)
def test_what_cannot_be_kept_is_refused_in_a_sentence(clean, value, sentence):
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        clean(value)


@pytest.mark.parametrize(("clean", "limit"), [(clean_text, TEXT_LIMIT), (clean_name, NAME_LIMIT)])
def test_the_longest_text_is_kept_and_one_character_more_is_refused_by_how_much(clean, limit):
    assert clean("x" * limit) == "x" * limit
    assert clean(f"  {'x' * limit}  ") == "x" * limit
    with pytest.raises(ValueError, match=rf"^This has {limit + 1:,} characters; .* Shorten it by 1\.$"):
        clean("x" * (limit + 1))


def test_a_limit_of_ones_own_holds():
    assert clean_name("12345", limit=5) == "12345"
    with pytest.raises(ValueError, match=r"^This has 6 characters; the most is 5\. Shorten it by 1\.$"):
        clean_text("123456", limit=5)


@pytest.mark.parametrize("unit", ["\u0301\u0316", " x", "\n", "e\u0301"])
def test_a_very_long_text_is_refused_at_once(unit):
    """Putting a million marks in order would take the library minutes."""
    before = time.perf_counter()
    with pytest.raises(ValueError, match="characters; the most is"):
        clean_text(f"a{unit * 500_000}b")
    assert time.perf_counter() - before < 2


@given(ANYTHING)
def test_what_is_clean_is_not_changed_by_cleaning_again(typed):
    for clean in (clean_text, clean_name):
        try:
            once = clean(typed)
        except ValueError:
            continue
        assert clean(once) == once


@given(ANYTHING)
def test_a_clean_text_can_stand_in_every_file_and_database(typed):
    try:
        text = clean_text(typed)
    except ValueError:
        assert "\x00" in typed or any(0xD800 <= ord(each) <= 0xDFFF for each in typed)
        return
    text.encode("utf-8")
    assert all(each == "\n" or unicodedata.category(each) != "Cc" for each in text)
    assert unicodedata.is_normalized("NFC", text)
    assert text == text.strip()


@given(ANYTHING)
def test_a_clean_name_has_nothing_unseen_in_it(typed):
    try:
        name = clean_name(typed)
    except ValueError:
        return
    assert "\n" not in name
    assert "  " not in name
    assert not any(unicodedata.bidirectional(each) in {"LRE", "RLE", "PDF", "LRO", "RLO"} for each in name)
    assert not re.search("[\u200b-\u200f\u2066-\u2069\ufeff]", name)
