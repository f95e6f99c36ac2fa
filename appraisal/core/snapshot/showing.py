"""What came in, as a message shows it: short, on one line, with nothing in it that could not be printed."""

import difflib
import math
from collections.abc import Iterable

SHOWN = 60
"""Characters of a wrong value that a message shows."""


def shown(value: object) -> str:
    """A value as a message shows it: short, on one line, with nothing in it that could not be printed."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return f"“{plain(value)}”"
    if isinstance(value, int):
        return f"the number {value}" if abs(value) < 10**SHOWN else "a very long number"
    if isinstance(value, float):
        return f"the number {value}" if math.isfinite(value) else _endless(value)
    if isinstance(value, list):
        return "a list"
    return "an object" if isinstance(value, dict) else "something that JSON does not have"


def plain(name: object) -> str:
    """Text from outside as a path or a message shows it: cut short, what cannot be printed as an escape."""
    text = name if isinstance(name, str) else shown(name)
    short = text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
    return "".join(each if each.isprintable() else f"\\u{ord(each):04x}" for each in short)


def meant(word: object, known: Iterable[str]) -> str:
    """A question after an unknown word, where a known one is nearly the same; else empty."""
    if not isinstance(word, str) or len(word) > SHOWN:
        return ""
    near = difflib.get_close_matches(word, list(known), n=1)
    return f" Did you mean “{near[0]}”?" if near else ""


def _endless(value: float) -> str:
    """A number without an end as JSON's relaxed readers write it."""
    if math.isnan(value):
        return "NaN"
    return "Infinity" if value > 0 else "-Infinity"
