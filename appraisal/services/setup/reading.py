"""What was typed, cleaned and checked: by the reader of the appraisal file wherever it has a rule for it."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TypeVar

from appraisal.core.figures import number_text
from appraisal.core.snapshot import Snapshot, from_dict, number_from
from appraisal.core.snapshot.writing import FORMAT, SCHEMA
from appraisal.core.text import clean_text
from organisations.errors import Invalid, Problem

Found = TypeVar("Found")

_COMMA = re.compile(r"-?[0-9]{1,3}(,[0-9]+)+(\.[0-9]+)?|-?[0-9]+,[0-9]+")


class Reading:
    """One input being read: every problem is noted with the path of its field, and reading goes on."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def wrong(self, path: str, message: str) -> None:
        """Notes a problem with a field; the first one of a field counts."""
        if all(problem.path != path for problem in self.problems):
            self.problems.append(Problem(path, message))

    def figure(self, path: str, text: str, *, missing: str = "Enter a number.") -> str | None:
        """The number that was typed, as the file writes it; None where it is wrong."""
        try:
            return number_text(figure_from(text, missing))
        except ValueError as refusal:
            self.wrong(path, str(refusal))
            return None

    def filled(self, path: str, text: str, message: str) -> str:
        """The text; a problem with ``message`` where nothing stands in it."""
        if not text.strip():
            self.wrong(path, message)
            return "-"
        return text

    def clean(self, path: str, text: str) -> str:
        """A text of any number of lines, cleaned; empty where it is wrong."""
        try:
            return clean_text(text)
        except ValueError as refusal:
            self.wrong(path, str(refusal))
            return ""

    def refuse_name(self, name: str, own: str, others: Iterable[str], what: str) -> None:
        """A problem where something else has this name already; a name that stays may stay."""
        if name != own and name in others:
            article = "an" if what[0] in "aeiou" else "a"
            self.wrong("name", f"There is {article} {what} of this name already. Give each its own.")

    def part(self, parts: Mapping[str, object], paths: Iterable[tuple[str, str]]) -> Snapshot | None:
        """A small file with these parts, as its reader understands them; None where it finds any problem.

        ``paths`` say what a path in that file is called here: (its head there, its head here).
        """
        file = {"format": FORMAT, "schema": SCHEMA, "slug": "part", "title": "Part", **parts}
        try:
            return from_dict(file)
        except Invalid as refusal:
            for problem in refusal.problems:
                self.wrong(_called(problem.path, tuple(paths)), problem.message)
            return None

    def finish(self, found: Found | None) -> Found:
        """What was read; Invalid with every problem, if there is any."""
        if self.problems or found is None:
            raise Invalid(self.problems)
        return found


def figure_from(text: str, missing: str = "Enter a number.") -> Decimal:
    """The number that was typed, exactly; ValueError with a sentence for anything else.

    A comma is never guessed at: 1,5 may be one and a half, or fifteen with a slip of the hand.
    """
    bare = text.strip().replace("\u2212", "-")
    if not bare:
        raise ValueError(missing)
    if _COMMA.fullmatch(bare):
        raise ValueError(_about_comma(bare))
    if re.fullmatch(r"-?0*[0-9]+(\.[0-9]*)?|-?\.[0-9]+", bare):
        bare = _canonical(bare)
    return number_from(bare)


def _canonical(text: str) -> str:
    """The same number without leading noughts and with figures on both sides of its point."""
    sign, bare = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, _, decimals = bare.partition(".")
    return f"{sign}{whole.lstrip('0') or '0'}{'.' + decimals if decimals else ''}"


def _about_comma(text: str) -> str:
    point = text.replace(",", ".", 1)
    asked = f"Do you mean {point}? " if text.count(",") == 1 and "." not in text else ""
    return f"“{text}” has a comma. {asked}Write a decimal with a point, and thousands without a comma."


def _called(path: str, paths: tuple[tuple[str, str], ...]) -> str:
    """A path of the small file as the input calls it."""
    for there, here in paths:
        rest = path.removeprefix(there)
        if path.startswith(there) and (there.endswith(".") or not rest or rest[0] in ".["):
            return f"{here}{rest}"
    return path


def kept(texts: Iterable[str]) -> list[tuple[int, str]]:
    """The texts that say anything, each with its place among all."""
    return [(place, text) for place, text in enumerate(texts) if text.strip()]
