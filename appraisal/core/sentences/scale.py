"""How high and low totals can be, where the neutral point lies, who is below it, where the baseline came."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from appraisal.core.figures import ordinal_word, written
from appraisal.core.sentences.leading import named
from appraisal.core.sentences.standing import Ranked, Standing
from appraisal.core.sentences.words import Sentence, capital, quoted
from appraisal.core.snapshot import Combine, Scale

TOTALS = {
    Combine.SUM: "Totals",
    Combine.WEIGHTED_SUM: "Weighted totals",
    Combine.WEIGHTED_MEAN: "Weighted means",
    Combine.WEIGHTED_VALUE: "Weighted values",
}

UNITS = {
    Combine.SUM: "points",
    Combine.WEIGHTED_SUM: "weighted points",
    Combine.WEIGHTED_MEAN: "weighted mean",
    Combine.WEIGHTED_VALUE: "weighted value",
}
"""What totals and their parts by criteria group are, at the head of a picture of them."""

SHORT_LABEL = 4
"""A neutral point's label of up to so many words is told as it stands."""

DENIED = re.compile(r"\b(no|not|without|without any|not have an|not have any) impact\b")
COMMON = frozenset({"no", "not", "neither", "neutral", "same", "unchanged", "without"})


def scale(standing: Standing) -> Iterator[Sentence]:
    """What totals can run to, where the neutral point lies, who is below it, at it, or may still be."""
    evaluation = standing.evaluation
    low, high, neutral = evaluation.lowest_possible, evaluation.highest_possible, evaluation.neutral_total
    if low is None or high is None or not standing.ranked:
        return
    text = f"{TOTALS[evaluation.combine]} can run from {written(low)} to {written(high)}"
    if neutral is not None:
        words = neutral_words(standing)
        where = f"{words} throughout" if words.startswith("“") else f"the total of {words} on every line"
        text += f"; {written(neutral)} is {where}"
        if standing.anything_scored:
            *clauses, last = _about_neutral(standing, neutral)
            text += "".join(f", {clause}" for clause in clauses) + f", and {last}"
    yield Sentence(f"{text}.", kind="scale")
    if standing.anything_scored:
        yield from _at_the_ends(standing, low, high)


def neutral_words(standing: Standing) -> str:
    """``“no impact”``: the neutral point in the scale's own words.

    A short label is told as it stands. A longer one that denies an impact (Somerset's 3), and a neutral
    point without a label, are told as “no impact”, which is what a neutral point is. Where none of this
    holds, or the scored lines have different words for it: ``the neutral point``.
    """
    found = {_neutral_label(standing.snapshot.line[sub].scale) for sub in standing.evaluation.scored_lines}
    label = found.pop() if len(found) == 1 else ""
    return quoted(label) if label else "the neutral point"


def _neutral_label(scale: Scale | None) -> str:
    """The words for the neutral point that hold on this scale; empty where none are short and sure."""
    if scale is None:
        return ""
    label = next((point.label for point in scale.points if point.value == scale.neutral), "")
    words = label.strip().rstrip(".").split()
    if not words:
        return "no impact"
    if len(words) <= SHORT_LABEL:
        return " ".join([words[0].lower() if words[0].lower() in COMMON else words[0], *words[1:]])
    text = label.lower()
    one_sided = ("positiv" in text) != ("negativ" in text)
    return "no impact" if DENIED.search(text) and not one_sided else ""


def _about_neutral(standing: Standing, neutral: Fraction) -> list[str]:
    """Clauses on the ranked options that are below, at, or possibly below the neutral total."""
    below = [one for one in standing.ranked if one.ceiling < neutral]
    at = [one for one in standing.ranked if one.known and one.floor == neutral]
    either = [one for one in standing.ranked if one.floor < neutral <= one.ceiling]
    clauses = []
    if below:
        verb = "falls" if _singular(standing, below) else "fall"
        clauses.append(f"{_some(standing, below)} {verb} below it")
    if at:
        clauses.append(f"{_some(standing, at)} {'is' if _singular(standing, at) else 'are'} exactly at it")
    if either:
        clauses.append(f"{_some(standing, either)} could still end below it")
    return clauses or ["no ranked option falls below it"]


def _some(standing: Standing, ones: Sequence[Ranked]) -> str:
    everyone = len(ones) == len(standing.ranked) > 1
    return "every ranked option" if everyone else named(standing, ones)


def _singular(standing: Standing, ones: Sequence[Ranked]) -> bool:
    return len(ones) in (1, len(standing.ranked))


def _at_the_ends(standing: Standing, low: Fraction, high: Fraction) -> Iterator[Sentence]:
    for end, word in ((low, "lowest"), (high, "highest")):
        there = [one for one in standing.ranked if one.known and one.floor == end]
        if there:
            verb = "has" if _singular(standing, there) else "have"
            yield Sentence(
                f"{capital(_some(standing, there))} {verb} the {word} total possible.", kind="scale"
            )


def baseline(standing: Standing) -> Iterator[Sentence]:
    """Where the baseline came, once that is decided and nobody can still come to share its place."""
    ids = [option.id for option in standing.snapshot.options if option.baseline]
    one = next((one for one in standing.ranked if one.id in ids), None)
    if one is None or one.rank is None or len(standing.ranked) < 2 or not standing.anything_scored:
        return
    if standing.could_draw_level(one) or any(
        one in standing.could_draw_level(other) for other in standing.ranked
    ):
        return
    name, place = standing.names.option(one.id), ordinal_word(one.rank)
    if one.rank == 1:
        text = f"{name} is the baseline: no other option has a higher total."
    elif others := [other for other in standing.ranked if other != one and other.rank == one.rank]:
        each = f"{named(standing, others)} ({standing.total(one)} each)"
        text = f"The baseline, {name}, shares {place} place with {each}."
    else:
        last = one.rank == len(standing.ranked)
        text = f"The baseline, {name}, comes {'last' if last else place} with {standing.total(one)}."
    yield Sentence(capital(text), kind="baseline")
