"""Which scale the scores of a table stand on, where nobody says: the first usual one that holds them."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from appraisal.core.figures import number_text
from appraisal.core.snapshot import Scale, number_from, score_problem
from appraisal.core.text import clean_name
from appraisal.workbook.legend import Point
from appraisal.workbook.plan import Said

USUAL = ((1, 5), (0, 5), (1, 10), (0, 10), (-2, 2), (-3, 3), (-5, 5), (0, 100), (-100, 100))
FIELDS = ("lo", "hi", "step", "neutral")
_NAMED = {"lo": "lowest score", "hi": "highest score", "step": "step", "neutral": "neutral point"}


def guessed_scale(scores: Sequence[Decimal], legend: Sequence[Point] = ()) -> dict[str, str | None]:
    """A scale for these scores: of the ``legend`` where that holds them (``held_by``), else the first usual
    one, or from the lowest to the highest of them.
    """
    if held_by(legend, scores):
        points = [number_from(point.value) for point in legend]
        lo, hi = min(points), max(points)
        step = number_text(_step([*scores, *points], lo))
        return {"lo": number_text(lo), "hi": number_text(hi), "step": step, "neutral": None}
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


def held_by(legend: Sequence[Point], scores: Sequence[Decimal]) -> bool:
    """Whether a list of points is of the scale on which these scores stand."""
    points = [number_from(point.value) for point in legend]
    return bool(points) and all(min(points) <= score <= max(points) for score in scores)


def points_on(scale: Mapping[str, str | None], legend: Sequence[Point]) -> list[dict[str, str]]:
    """The points of the legend, as the file has them, that stand on the scale and whose words can be kept."""
    lo, hi, step = (number_from(scale[field] or "") for field in ("lo", "hi", "step"))
    on = Scale(lo, hi, step)
    found = {}
    for point in legend:
        try:
            value, words = number_from(point.value), clean_name(" ".join(point.words.split()))
        except ValueError:
            continue
        if lo < hi and step > 0 and not score_problem(value, on):
            found[value] = {"value": number_text(value), "label": words}
    return [found[value] for value in sorted(found)]


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
