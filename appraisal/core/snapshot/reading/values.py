"""One JSON value at a time: cleaned and of its type, or written down as a problem with its path."""

import math
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Self

from appraisal.core.snapshot.rules import id_problem, number_from
from appraisal.core.snapshot.showing import plain, shown
from organisations.errors import Problem

_STEPS = re.compile(r"\[(\d+)\]|([^.\[]+)")

Cleaner = Callable[[object], str]


MOST_PROBLEMS = 10_000
"""So many are listed of one file: ten megabytes can hold a million, which no page can show."""


class TooManyProblems(Exception):
    """``MOST_PROBLEMS`` are written down: reading ends here."""


class Problems(list[Problem]):
    """What is wrong so far, in the order in which it was found."""

    def add(self, path: str, message: str) -> None:
        """Write down one more; TooManyProblems where there are too many already."""
        if len(self) >= MOST_PROBLEMS:
            raise TooManyProblems
        self.append(Problem(path, message))

    def sorted_by_path(self, fields: tuple[str, ...]) -> Self:
        """The same in the order of the file: by its top fields, then by place in lists, then by name."""
        first = {field: place for place, field in enumerate(fields)}

        def place(problem: Problem) -> tuple[int, list[tuple[int, str]]]:
            steps = _STEPS.findall(problem.path)
            top = first.get(steps[0][1], len(first)) if steps else -1
            return top, [(int(number), "") if number else (-1, name) for number, name in steps]

        return type(self)(sorted(self, key=place))


def words(value: object, path: str, problems: Problems, clean: Cleaner) -> str:
    """A text, cleaned; empty when it is wrong."""
    if not isinstance(value, str):
        problems.add(path, f"This must be text in quotation marks, not {shown(value)}.")
        return ""
    try:
        return clean(value)
    except ValueError as refusal:
        problems.add(path, str(refusal))
        return ""


def filled_words(value: object, path: str, problems: Problems, clean: Cleaner) -> str:
    """A text that may not be empty; empty all the same when it is wrong."""
    before = len(problems)
    text = words(value, path, problems, clean)
    if not text and len(problems) == before:
        problems.add(path, "This is empty. Write it, or take it out.")
    return text


def identifier(value: object, path: str, problems: Problems) -> str:
    """An id; empty when it is wrong."""
    if not isinstance(value, str):
        problems.add(path, f"This must be an id in quotation marks, not {shown(value)}.")
        return ""
    wrong = id_problem(value)
    if wrong:
        problems.add(path, f"{shown(value)} cannot be an id. {wrong}")
        return ""
    return value


def number(value: object, path: str, problems: Problems) -> Decimal | None:
    """A number, exactly as its text says; None when it is wrong."""
    if not isinstance(value, str):
        problems.add(path, _not_a_number(value))
        return None
    try:
        return number_from(value)
    except ValueError as refusal:
        problems.add(path, f"{shown(value)}: {refusal}")
        return None


def pairs_of(value: object, path: str, problems: Problems) -> Iterator[tuple[str, object, str]]:
    """What an object holds under keys of the writer's own, as (key, value, path)."""
    if not isinstance(value, dict):
        problems.add(path, f"This must be an object, with its fields in braces, not {shown(value)}.")
        return
    for key, inner in value.items():
        yield str(key), inner, f"{path}.{plain(key)}"


def numbers_of(value: object, path: str, problems: Problems) -> dict[str, Decimal]:
    """Numbers by id. One that is wrong is written down and counts as 1, so that nothing else is blamed."""
    found = {}
    for key, inner, inner_path in pairs_of(value, path, problems):
        figure = number(inner, inner_path, problems)
        found[key] = Decimal(1) if figure is None else figure
    return found


def _not_a_number(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return f'This must be a number in quotation marks, such as "3", not {shown(value)}.'
    if isinstance(value, float) and not math.isfinite(value):
        return f'{shown(value)} is not a finite number. Give one in quotation marks, such as "3".'
    return 'Put this number in quotation marks, such as "3", so that it stays exact.'
