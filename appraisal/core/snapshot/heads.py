"""What people write into a cell of their table: a score at its head, then the words ("4. The lead ...").

A head is read, never guessed. What only looks like a score (the letter l, a figure of another script) is
either read and said, or left out and said; the sentence stands in ``doubt`` and is put to a person.
"""

import re
import unicodedata
from dataclasses import dataclass

from appraisal.core.snapshot.parts import CellState
from appraisal.core.text import clean_text, without_unseen

STATES_IN_WORDS = {
    "tbc": CellState.TO_BE_CONFIRMED,
    "to be confirmed": CellState.TO_BE_CONFIRMED,
    "n/a": CellState.NOT_APPLICABLE,
    "not applicable": CellState.NOT_APPLICABLE,
    "no score yet": CellState.UNSCORED,
    "pass": CellState.PASS,
    "fail": CellState.FAIL,
}
"""The states as people write them, in small letters."""

LOOK_LIKE_FIGURES = frozenset("lI|iOoоОSsZzЗзВB")
"""Letters that stand where a figure was meant more often than for themselves; never read as one."""

HEAD = 24
"""Characters within which a head stands."""

_NUMBER = r"[-+]?\d{1,20}(?:\.\d{1,20})?"
_WHOLE = re.compile(_NUMBER)
_COMMA = re.compile(r"([-+]?\d{1,15}),(\d{1,15})(?:\s*[.:;)\-–—].*)?", re.DOTALL)
_OUT_OF = re.compile(rf"({_NUMBER})\s*(?:/|out of)\s*(\d{{1,4}})(?:\s*[.:;)\-–—]\s*(.*))?", re.DOTALL | re.I)
_THEN_WORDS = re.compile(
    rf"(?:score\s*[:=]?\s*)?[(\[]?({_NUMBER})"
    r"(?:\s*[.:;)\]]+(?!\d)\s*|,\s+|\s+[-–—]+\s*|[–—]+(?!\d)\s*|[ ]*\n\s*)(\S.*)",
    re.DOTALL | re.I,
)
_MARK_ALONE = re.compile(rf"(?:score\s*[:=]?\s*)?[(\[]?({_NUMBER})[.:;)\]]*", re.I)
_IN_BRACKETS = re.compile(rf"({_NUMBER})\s*\(([^\d()][^()]*)\)", re.DOTALL)
_SPACE_ONLY = re.compile(rf"({_NUMBER})\s+([A-Z“\"'‘].*)", re.DOTALL)
_STATE_HEAD = re.compile(
    r"(tbc|to be confirmed|n/a|not applicable|no score yet|pass|fail)"
    r"(?:\s*[.:;,)]\s*|\s+[-–—]\s+|\s*\n\s*)(\S.*)",
    re.DOTALL | re.I,
)
_LOOKS_LIKE = re.compile(rf"([{re.escape(''.join(LOOK_LIKE_FIGURES))}])\s*(?:[.:;)\]](?:\s|$)|$)")


@dataclass(frozen=True)
class Head:
    """A cell as read: ``score`` in plain figures or a ``state`` (else neither), then ``words``.

    ``doubt`` asks a person to look; with ``problem`` nothing was read, and it says what to write instead.
    """

    score: str = ""
    state: CellState | None = None
    words: str = ""
    doubt: str = ""
    problem: str = ""


def read_head(written: str) -> Head:
    """The cell's text, read. What cannot be cleaned, or can only be a mistyped number, is its ``problem``."""
    try:
        text = clean_text(written)
    except ValueError as refused:
        return Head(problem=str(refused))
    plain, doubt = _plain_head(text)
    if not plain:
        return Head()
    return _state(plain) or _number(plain, doubt) or _no_score(text, plain)


def is_like_a_score(written: str) -> bool:
    """Whether a score or a state stands at the head of the text: what tells a table's body from its edges."""
    head = read_head(written)
    return bool(head.score or head.problem) or head.state is not None


def _plain_head(text: str) -> tuple[str, str]:
    """The text with what stands before its first letter in plain figures, and what was not plain about it.

    The words keep their own letters.
    """
    cut = next((at for at, each in enumerate(text[:HEAD]) if _figure(each).isalpha()), HEAD)
    plain, odd = "", []
    for each in without_unseen(text[:cut]):
        plain += _figure(each)
        if _figure(each) != each and _figure(each).strip(".-"):
            odd.append(each)
    doubt = ""
    if odd:
        signs = " ".join(f"“{each}”" for each in dict.fromkeys(odd))
        doubt = f"{signs} is not a plain figure; it was read as {plain.strip(' .:;)-')}."
    return (plain + text[cut:]).strip(), doubt


def _figure(letter: str) -> str:
    """A figure of any script or shape, or a sign that is written in several ways, as the plain one."""
    if letter.isascii():
        return letter
    if letter in "−‐‑‒":
        return "-"
    digit = unicodedata.digit(letter, None)
    if digit is not None:
        return str(digit)
    plain = unicodedata.normalize("NFKC", letter)
    return plain if plain.isascii() and any(each.isdigit() or each in ".:)" for each in plain) else letter


def _state(text: str) -> Head | None:
    whole = STATES_IN_WORDS.get(text.casefold())
    if whole is not None:
        return Head(state=whole)
    if found := _STATE_HEAD.fullmatch(text):
        return Head(state=STATES_IN_WORDS[found[1].casefold()], words=found[2].strip())
    return None


def _number(text: str, doubt: str) -> Head | None:
    """A number at the head, however it is set apart from the words."""
    if found := _COMMA.fullmatch(text):
        return Head(
            problem=f"“{found[1]},{found[2]}” has a comma. Write {found[1]}.{found[2]} with a point, "
            f"or {found[1]}{found[2]} without a comma."
        )
    if found := _MARK_ALONE.fullmatch(text):
        return Head(_tidy(found[1]), doubt=doubt)
    if found := _OUT_OF.fullmatch(text):
        said = f"“{found[1]} out of {found[2]}” was read as {_tidy(found[1])}."
        return Head(_tidy(found[1]), words=(found[3] or "").strip(), doubt=doubt or said)
    if found := _THEN_WORDS.fullmatch(text):
        return Head(_tidy(found[1]), words=found[2].strip(), doubt=doubt)
    if found := _IN_BRACKETS.fullmatch(text):
        return Head(_tidy(found[1]), words=found[2].strip(), doubt=doubt)
    if found := _SPACE_ONLY.fullmatch(text):
        said = f"Nothing but a space stands after {found[1]}; it was read as the score {_tidy(found[1])}."
        return Head(_tidy(found[1]), words=found[2].strip(), doubt=doubt or said)
    return None


def _no_score(text: str, plain: str) -> Head:
    found = _LOOKS_LIKE.match(plain)
    said = ""
    if found:
        said = f"It begins with the letter “{found[1]}”, which looks like a figure. No score was read."
    return Head(words=text, doubt=said)


def _tidy(number: str) -> str:
    """The number as the file writes it: without a plus, without noughts in front or behind."""
    sign, figures = ("-" if number.startswith("-") else ""), number.lstrip("+-")
    whole, _, decimals = figures.partition(".")
    whole, decimals = whole.lstrip("0") or "0", decimals.rstrip("0")
    tidied = f"{whole}.{decimals}" if decimals else whole
    return tidied if tidied == "0" else sign + tidied
