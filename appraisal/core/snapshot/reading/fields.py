"""One JSON object at a time: a field that is wrong is written down with its path, and reading goes on."""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from appraisal.core.snapshot.reading.values import (
    Cleaner,
    Problems,
    filled_words,
    identifier,
    number,
    numbers_of,
    pairs_of,
    words,
)
from appraisal.core.snapshot.showing import meant, plain, shown
from appraisal.core.text import clean_name, clean_text

Choice = TypeVar("Choice", bound=StrEnum)

LIST_LIMIT = 1_000
"""Things in a list that has no limit of its own; more are refused."""


class Fields:
    """The fields of one JSON object at a path.

    Every reading method gives the field's value, cleaned and of its type. For a field that is left out it
    gives the default; for one that is wrong it also writes down the problem.
    """

    def __init__(self, value: object, path: str, problems: Problems, known: tuple[str, ...]) -> None:
        """Write down every field that is not ``known``, or that the value is no object at all."""
        self.path = path
        self.problems = problems
        self.usable = isinstance(value, dict)
        self.values: dict[object, object] = value if isinstance(value, dict) else {}
        if not self.usable:
            problems.add(path, f"This must be an object, with its fields in braces, not {shown(value)}.")
        for key in self.values:
            if key not in known:
                problems.add(self.at(key), f"There is no field of this name. Take it out.{meant(key, known)}")

    def at(self, name: object) -> str:
        """The path of a field."""
        return f"{self.path}.{plain(name)}" if self.path else plain(name)

    def wrong(self, name: str, message: str) -> None:
        """Write down a problem with a field."""
        self.problems.add(self.at(name), message)

    def has(self, name: str) -> bool:
        """Whether the field is there and is not null."""
        return self.values.get(name) is not None

    def must_have(self, name: str) -> bool:
        """Whether the field is there. If not, that is written down, unless there are no fields at all."""
        if self.usable and name not in self.values:
            self.wrong(name, "This field is missing. Put it in.")
        return name in self.values

    def text(self, name: str, *, required: bool = False) -> str:
        """A text of any number of lines; empty when it is left out."""
        return self._words(name, required, clean_text)

    def name(self, name: str, *, required: bool = False) -> str:
        """A text of one line; empty when it is left out."""
        return self._words(name, required, clean_name)

    def id(self, name: str) -> str:
        """An id, which must be there; empty when it is wrong."""
        return identifier(self.values[name], self.at(name), self.problems) if self.must_have(name) else ""

    def id_or_null(self, name: str) -> str | None:
        """An id, or None when it is null or left out."""
        return self.id(name) if self.has(name) else None

    def choice(
        self, name: str, kind: type[Choice], default: Choice, *, later: tuple[str, ...] = ()
    ) -> Choice:
        """One of the words of an enumeration; ``later`` are those that are not built yet."""
        now = tuple(each for each in kind if each not in later)
        return kind(self.word(name, now, default, later=later))

    def word(self, name: str, known: tuple[str, ...], default: str, *, later: tuple[str, ...] = ()) -> str:
        """One of some words; ``later`` are those that are not built yet."""
        value = self.values.get(name, default)
        if isinstance(value, str) and value in known:
            return value
        here = "supported yet" if isinstance(value, str) and value in later else "known here"
        self.wrong(name, f"{shown(value)} is not {here}. Give one of: {', '.join(known)}.")
        return default

    def flag(self, name: str) -> bool:
        """True or false; false when it is left out."""
        value = self.values.get(name, False)
        if isinstance(value, bool):
            return value
        self.wrong(name, f"This must be true or false, without quotation marks, not {shown(value)}.")
        return False

    def whole(self, name: str, *, lowest: int, highest: int) -> int | None:
        """A whole number, written without quotation marks; None when it is null, left out or wrong."""
        value = self.values.get(name)
        if value is None or (type(value) is int and lowest <= value <= highest):
            return value
        asked = f"a whole number from {lowest} to {highest:,}, without quotation marks"
        self.wrong(name, f"This must be {asked}, or null, not {shown(value)}.")
        return None

    def number(self, name: str) -> Decimal | None:
        """A number that must be there; None when it is wrong."""
        return number(self.values[name], self.at(name), self.problems) if self.must_have(name) else None

    def number_or_null(self, name: str) -> Decimal | None:
        """A number, or None when it is null, left out or wrong."""
        return self.number(name) if self.has(name) else None

    def numbers(self, name: str) -> dict[str, Decimal]:
        """Numbers by id; one that is wrong is written down and counts as 1."""
        return numbers_of(self.values.get(name, {}), self.at(name), self.problems)

    def pairs(self, name: str) -> Iterator[tuple[str, object, str]]:
        """What an object holds under keys of the writer's own, as (key, value, path)."""
        return pairs_of(self.values.get(name, {}), self.at(name), self.problems)

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts of any number of lines."""
        return tuple(filled_words(value, path, self.problems, clean_text) for value, path in self.each(name))

    def names(self, name: str) -> tuple[str, ...]:
        """A list of texts of one line."""
        return tuple(filled_words(value, path, self.problems, clean_name) for value, path in self.each(name))

    def each(self, name: str, *, limit: int = LIST_LIMIT) -> Iterator[tuple[object, str]]:
        """What a list holds, each with its path; nothing when the list is left out or is none."""
        value = self.values.get(name, [])
        if not isinstance(value, list):
            self.wrong(name, f"This must be a list, in square brackets, not {shown(value)}.")
            return
        if len(value) > limit:
            self.wrong(name, f"There are {len(value):,} here; the most is {limit:,}. Take some out.")
        for place, item in enumerate(value):
            yield item, f"{self.at(name)}[{place}]"

    def objects(self, name: str, known: tuple[str, ...], *, limit: int = LIST_LIMIT) -> Iterator["Fields"]:
        """The objects of a list; what is no object is written down and passed over."""
        for value, path in self.each(name, limit=limit):
            fields = Fields(value, path, self.problems, known)
            if fields.usable:
                yield fields

    def object(self, name: str, known: tuple[str, ...]) -> "Fields":
        """An object within this one; without fields when it is left out."""
        return Fields(self.values.get(name, {}), self.at(name), self.problems, known)

    def object_or_null(self, name: str, known: tuple[str, ...]) -> "Fields | None":
        """An object within this one, or None when it is null, left out or wrong."""
        if not self.has(name):
            return None
        fields = self.object(name, known)
        return fields if fields.usable else None

    def _words(self, name: str, required: bool, clean: Cleaner) -> str:
        if not required:
            return words(self.values.get(name, ""), self.at(name), self.problems, clean)
        if not self.must_have(name):
            return ""
        return filled_words(self.values[name], self.at(name), self.problems, clean)
