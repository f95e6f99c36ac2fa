"""The one cleaner of text that comes in: from a form, a workbook or a file (safety rule 5).

Cleaning is done once, at the boundary, and cleaning what is clean changes nothing. What cannot be kept whole is
refused and never cut: the message says by how much it is too long.
"""

import re
import unicodedata

TEXT_LIMIT = 10_000
"""Characters of a rationale, a statement, a note: of every text."""

NAME_LIMIT = 300
"""Characters of a name, a title, a label: of everything that must stand on one line."""

# Word's soft line break (VT) and page break (FF), the next-line control and the two Unicode separators all end a
# line; taking them out like other controls would run two words into one.
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Left after the line ends are LF: the controls of both blocks but LF and tab, and the non-characters, which no XML
# file (workbook, Word) can hold.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
# Marks that turn the direction of writing or take no room: in a name they can only make one look like another.
_UNSEEN = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0]")
_SPACES = re.compile(r"\s+")
_TRAILING = re.compile(r"[^\S\n]+$", re.MULTILINE)


def clean_text(value: object, *, limit: int = TEXT_LIMIT) -> str:
    """The text in NFC with LF line ends, without control characters and without white space round it.

    Tabs become spaces and spaces at the end of a line go. ValueError, with a sentence for people, for what is not
    text, for a NUL character, for half of a surrogate pair, and for more than ``limit`` characters.
    """
    text = _LINE_ENDS.sub("\n", _readable(value)).replace("\t", " ")
    text = unicodedata.normalize("NFC", _CONTROLS.sub("", text))
    return _within(_TRAILING.sub("", text).strip(), limit)


def clean_name(value: object, *, limit: int = NAME_LIMIT) -> str:
    """The name on one line: like ``clean_text``, and each run of white space is one space.

    Marks that cannot be seen (zero-width ones and those that turn the direction of writing) are taken out, so
    that two names that look the same are the same. ValueError as ``clean_text``.
    """
    text = _LINE_ENDS.sub("\n", _readable(value)).replace("\t", " ")
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", _CONTROLS.sub("", text)))
    return _within(_SPACES.sub(" ", text).strip(), limit)


def _readable(value: object) -> str:
    """The value if it is text that can be stored at all."""
    if not isinstance(value, str):
        raise ValueError("This must be text.")
    if "\x00" in value:
        raise ValueError("This text has a NUL character in it, which cannot be stored. Take it out, or type it again.")
    if _SURROGATES.search(value):
        raise ValueError("This text has half a character in it (a lone surrogate). Type that place again.")
    return value


def _within(text: str, limit: int) -> str:
    """The text if it is no longer than the limit: refused, never cut."""
    if len(text) > limit:
        over = len(text) - limit
        raise ValueError(f"This has {len(text):,} characters; the most is {limit:,}. Shorten it by {over:,}.")
    return text
