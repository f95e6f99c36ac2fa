"""The bytes of a file to a snapshot: what JSON lets through and an appraisal may not hold is refused in words."""

import json

from appraisal.core.snapshot.reading import from_dict
from appraisal.core.snapshot.reading.values import Problems, plain
from appraisal.core.snapshot.whole import Snapshot
from organisations.errors import Invalid, Problem

SIZE_LIMIT = 50_000_000
"""Characters or bytes of a file; a 200 by 200 appraisal with 1,000 characters in each cell is 46 million."""


class _Repeating(dict[str, object]):
    """A JSON object in which keys stand twice: Python's reader would silently keep the last."""

    repeated: tuple[str, ...] = ()


def load_json(text: str | bytes) -> Snapshot:
    """The snapshot that the text of a file says.

    Invalid, with every problem: bytes that are not UTF-8, text that is not JSON (with line and column), fields that
    stand twice, numbers that are not finite, and all that ``from_dict`` refuses.
    """
    data = _parsed(_decoded(text))
    problems = _repeated_fields(data)
    try:
        snapshot = from_dict(data)
    except Invalid as refusal:
        raise Invalid([*problems, *refusal.problems]) from None
    if problems:
        raise Invalid(problems)
    return snapshot


def _decoded(text: str | bytes) -> str:
    if len(text) > SIZE_LIMIT:
        raise _not_readable("", f"The file is larger than {SIZE_LIMIT // 1_000_000} million characters. Is it an appraisal file?")
    if isinstance(text, bytes):
        try:
            text = text.decode("utf-8")
        except UnicodeDecodeError as error:
            where = f"byte {error.start + 1:,}"
            raise _not_readable(where, "The file is not in UTF-8 from here on. Save it as UTF-8.") from None
    return text.removeprefix("\ufeff")


def _parsed(text: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise _not_readable(where, f"The file is not JSON here ({error.msg}). Mend it, or write the file again.") from None
    except RecursionError:
        raise _not_readable("", "The file nests lists or objects too deeply. Is it an appraisal file?") from None
    except ValueError:
        raise _not_readable("", "The file holds a number of more than 4,000 digits. Take it out.") from None


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = _Repeating(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        found.repeated = tuple(dict.fromkeys(key for key, _ in pairs if key in seen or seen.add(key)))  # type: ignore[func-returns-value]
        return found
    return dict(found)


def _repeated_fields(data: object) -> Problems:
    """A problem for every field that stands twice in one object, wherever it is."""
    problems = Problems()
    waiting: list[tuple[str, object]] = [("", data)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, _Repeating):
            for key in value.repeated:
                problems.add(_joined(path, key), "This field stands here more than once. Keep one of them.")
        if isinstance(value, dict):
            waiting += [(_joined(path, key), inner) for key, inner in value.items()]
        elif isinstance(value, list):
            waiting += [(f"{path}[{place}]", inner) for place, inner in enumerate(value)]
    return problems


def _joined(path: str, key: str) -> str:
    return f"{path}.{plain(key)}" if path else plain(key)


def _not_readable(path: str, message: str) -> Invalid:
    return Invalid([Problem(path, message)])
