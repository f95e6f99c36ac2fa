"""The bytes of a file to a snapshot: what JSON readers let through and no appraisal may hold is refused."""

import json
from collections import Counter
from contextlib import suppress

from appraisal.core.snapshot.reading import from_dict
from appraisal.core.snapshot.reading.values import Problems, TooManyProblems
from appraisal.core.snapshot.showing import plain
from appraisal.core.snapshot.whole import Snapshot
from appraisal.core.snapshot.writing import FIELDS
from organisations.errors import Invalid, Problem

SIZE_LIMIT = 50_000_000
"""Bytes of a file: 200 options by 200 sub-criteria with a thousand characters in each cell are under it."""


class _Repeating(dict[str, object]):
    """A JSON object in which keys stand twice: Python's reader would keep the last without a word."""

    repeated: tuple[str, ...] = ()


def load_json(text: str | bytes) -> Snapshot:
    """The snapshot that the text of a file says.

    Raises Invalid, with every problem: bytes that are not UTF-8, text that is not JSON (with line and
    column), fields that stand twice, numbers that are not finite, and all that ``from_dict`` refuses.
    """
    data, repeating = _parsed(_decoded(text))
    problems = Problems()
    if repeating:  # only then, since the paths of everything in a large file take much memory
        with suppress(TooManyProblems):
            _repeated_fields(data, problems)
    try:
        snapshot = from_dict(data)
    except Invalid as refusal:
        problems.extend(refusal.problems)
    if problems:
        raise Invalid(problems.sorted_by_path(FIELDS))
    return snapshot


def _decoded(text: str | bytes) -> str:
    """The characters of the file, without the mark that some editors put first."""
    if len(text) > SIZE_LIMIT:
        raise _unreadable("", f"The file has over {SIZE_LIMIT:,} characters. Is it an appraisal file?")
    if isinstance(text, bytes):
        try:
            text = text.decode("utf-8")
        except UnicodeDecodeError as error:
            raise _unreadable(
                f"byte {error.start + 1}", "The file is not UTF-8 here. Save it as UTF-8."
            ) from None
    return text.removeprefix("\ufeff")


def _parsed(text: str) -> tuple[object, bool]:
    """What the text says, and whether a key stands in any object of it more than once."""
    repeating = False

    def read(pairs: list[tuple[str, object]]) -> dict[str, object]:
        nonlocal repeating
        found = _object(pairs)
        repeating = repeating or isinstance(found, _Repeating)
        return found

    try:
        return json.loads(text, object_pairs_hook=read), repeating
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise _unreadable(where, f"The file is not JSON here ({error.msg}). Mend it here.") from None
    except RecursionError:
        raise _unreadable("", "The file has lists or objects too deep within each other.") from None
    except ValueError:  # Python refuses to read whole numbers of thousands of digits, which take it too long
        raise _unreadable("", "The file has a number of thousands of digits. Take it out.") from None


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """The object, with the keys written down that stand in it more than once."""
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    times = Counter(key for key, _ in pairs)
    repeating = _Repeating(found)
    repeating.repeated = tuple(key for key in found if times[key] > 1)
    return repeating


def _repeated_fields(data: object, problems: Problems) -> None:
    """A problem for every field that stands twice in one object, wherever it is."""
    waiting: list[tuple[str, object]] = [("", data)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, list):
            waiting += [(f"{path}[{place}]", inner) for place, inner in enumerate(value)]
        if not isinstance(value, dict):
            continue
        inside = {key: f"{path}.{plain(key)}" if path else plain(key) for key in value}
        waiting += [(inside[key], inner) for key, inner in value.items()]
        for key in getattr(value, "repeated", ()):
            problems.add(inside[key], "This field stands here more than once. Keep one of them.")


def _unreadable(path: str, message: str) -> Invalid:
    return Invalid([Problem(path, message)])
