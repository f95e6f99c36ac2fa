"""Which scale the scores of a table stand on, where nobody says: the first usual one that holds them."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from appraisal.core.figures import number_text
from appraisal.core.snapshot import number_from
from appraisal.workbook.plan import Said

USUAL = ((1, 5), (0, 5), (1, 10), (0, 10), (-2, 2), (-3, 3), (-5, 5), (0, 100), (-100, 100))
FIELDS = ("lo", "hi", "step", "neutral")
_NAMED = {"lo": "lowest score", "hi": "highest score", "step": "step", "neutral": "neutral point"}


def guessed_scale(scores: Sequence[Decimal]) -> dict[str, str | None]:
    """A scale for these scores: the first usual one, or from the lowest to the highest of them."""
    low, high = min(scores, default=Decimal(1)), max(scores, default=Decimal(5))
    lo, hi = next(
        ((Decimal(lo), Decimal(hi)) for lo, hi in USUAL if lo <= low and high <= hi),
        (min(low, Decimal(0)), max(high, Decimal(1))),
    )
    return {
        "lo": number_text(lo),
        "hi": number_text(hi),
        "step": number_text(_step(scores, lo)),
        "neutral": None,
    }


def chosen_scale(
    chosen: Mapping[str, str], guessed: Mapping[str, str | None]
) -> tuple[dict[str, str | None], tuple[Said, ...]]:
    """The scale as chosen, with what was guessed where nothing was; and what is wrong with the choice."""
    scale = {field: guessed.get(field) for field in FIELDS}
    problems = []
    for field in FIELDS:
        text = chosen.get(field, "").strip()
        if not text:
            continue
        try:
            scale[field] = number_text(number_from(text))
        except ValueError as refused:
            problems.append(Said("", f"The {_NAMED[field]}, “{text[:40]}”: {refused}"))
    return scale, tuple(problems)


def scale_words(scale: Mapping[str, str | None]) -> str:
    """``1 to 5 in steps of 1``."""
    neutral = f", with {scale['neutral']} as the neutral point" if scale.get("neutral") else ""
    return f"{scale['lo']} to {scale['hi']} in steps of {scale['step']}{neutral}"


def _step(scores: Sequence[Decimal], lo: Decimal) -> Decimal:
    for step in ("1", "0.5", "0.25", "0.1", "0.05", "0.01", "0.001", "0.0001", "0.00001"):
        if all((score - lo) % Decimal(step) == 0 for score in scores):
            return Decimal(step)
    return Decimal("0.000001")
