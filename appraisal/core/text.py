"""The one cleaner of text that comes in: from a form, a workbook or a file (safety.md, rule 5).

Cleaning is done once, at the boundary, and cleaning what is clean changes nothing. What cannot be kept
whole is refused and never cut: the message says by how much it is too long.
"""

import re
import unicodedata

TEXT_LIMIT = 10_000
"""Characters of a rationale, a statement, a note: of every text."""

NAME_LIMIT = 300
"""Characters of a name, a title, a label: of everything that stands on one line."""

RAW_FACTOR = 2
"""Text this many times over its limit is refused uncleaned: bringing it into NFC could take very long."""

# Word's soft line break (VT), its page break (FF), the next-line control and Unicode's two separators all
# end a line; taken out like other controls they would run two words into one.
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# What is then left of both blocks of controls, but LF, and the non-characters, which no XML file (a
# workbook, a Word document) can hold.
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
# Marks that turn the direction of writing, or take no room: in a name they only make one look like another.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\U000e0000-\U000e007f]"
)
_SPACES = re.compile(r"\s+")


def clean_text(value: object, *, limit: int = TEXT_LIMIT) -> str:
    """The text in NFC with LF line ends, without control characters and without white space round it.

    Tabs become spaces, and spaces at the end of a line go. Raises ValueError, with a sentence for people,
    for what is no text, for a NUL character, for half of a surrogate pair, and for more than ``limit``
    characters.
    """
    text = unicodedata.normalize("NFC", _bare(value, limit))
    return _within("\n".join(line.rstrip() for line in text.split("\n")).strip(), limit)


def clean_name(value: object, *, limit: int = NAME_LIMIT) -> str:
    """The name on one line: as ``clean_text``, and every run of white space is one space.

    Marks that cannot be seen (of no width, or turning the direction of writing) are taken out, so that two
    names that look the same are the same. Raises ValueError as ``clean_text`` does.
    """
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", _bare(value, limit)))
    return _within(_SPACES.sub(" ", text).strip(), limit)


def without_unseen(text: str) -> str:
    """The text without marks that take no room or turn the direction of writing."""
    return _UNSEEN.sub("", text)


def _bare(value: object, limit: int) -> str:
    """The value, if it is text that can be kept: LF line ends, spaces for tabs, no control characters."""
    if not isinstance(value, str):
        raise ValueError("This must be text.")
    if "\x00" in value:
        raise ValueError("There is a NUL character in this text, which cannot be kept. Take it out.")
    if _SURROGATES.search(value):
        raise ValueError("There is half a character (a lone surrogate) in this text. Type that place again.")
    return _within(_CONTROLS.sub("", _LINE_ENDS.sub("\n", value).replace("\t", " ")), limit, RAW_FACTOR)


def _within(text: str, limit: int, factor: int = 1) -> str:
    """The text, if it is no longer than the limit: refused, never cut."""
    if len(text) > limit * factor:
        over = len(text) - limit
        raise ValueError(f"This has {len(text):,} characters; the most is {limit:,}. Shorten it by {over:,}.")
    return text
