"""Where written figures would mislead: totals that only look level, parts that do not add up as written."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from appraisal.core.evaluation import Hidden, RoundingNote, rounding_hides
from appraisal.core.figures import PLACES, written
from appraisal.core.sentences.leading import MOST_NAMED
from appraisal.core.sentences.standing import Standing
from appraisal.core.sentences.words import Sentence, plural

MOST_PLACES = 60
"""Decimals tried to tell two totals apart that look alike when rounded."""

MOST_PAIRS = 3
"""So many pairs of options are told for each kind of remark; the exact figures are in the workbook."""


def rounding(standing: Standing) -> Iterator[Sentence]:
    """Where the written figures hide a difference between totals, or do not add up as written."""
    notes = rounding_hides(standing.evaluation)
    alike = [note for note in notes if note.kind is Hidden.EQUAL][:MOST_PAIRS]
    turned = [note for note in notes if note.kind is Hidden.REVERSED][:MOST_PAIRS]
    parts = [note.first for note in notes if note.kind is Hidden.PARTS]
    told = [_alike(standing, note) for note in alike] + [_reversed(standing, note) for note in turned]
    if parts:
        told.append(_parts(standing, parts))
    if _lead_looks_wrong(standing):
        told.append("Leads are worked out before totals are rounded.")
    if standing.evaluation.neutral_total is not None:
        told += _beside_neutral(standing, standing.evaluation.neutral_total)
    for text in told:
        yield Sentence(text, kind="rounding")


def _alike(standing: Standing, note: RoundingNote) -> str:
    """Two totals that are written alike, with as many decimals as it takes to tell them apart."""
    totals = {one.id: one.floor for one in standing.ranked}
    high, low = totals[note.first], totals[note.other or note.first]
    names = standing.names.options([note.first, note.other or note.first])
    alike = f"The totals of {names} are both written {written(high)}, but they are not level"
    for places in range(PLACES + 1, MOST_PLACES):
        texts = written(high, places, fixed=True), written(low, places, fixed=True)
        if texts[0] != texts[1]:
            return f"{alike}: to {plural(places, 'decimal')} they are {texts[0]} and {texts[1]}."
    return f"{alike}."


def _reversed(standing: Standing, note: RoundingNote) -> str:
    first, other = standing.names.option(note.first), standing.names.option(note.other or note.first)
    added = f"Added up as written, the group totals of {other} come to more than those of {first}"
    return f"{added}; unrounded they do not."


def _parts(standing: Standing, ids: Sequence[str]) -> str:
    names = standing.names.options(ids) if len(ids) <= MOST_NAMED else plural(len(ids), "option")
    totals = "its total" if len(ids) == 1 else "their totals"
    head = f"The written group totals of {names} do not add up to {totals}"
    return f"{head}, because each is rounded by itself."


def _beside_neutral(standing: Standing, neutral: Fraction) -> Iterator[str]:
    """Totals that are written like the neutral total and are not equal to it."""
    for one in standing.ranked:
        if one.known and one.floor != neutral and written(one.floor) == written(neutral):
            side = "below" if one.floor < neutral else "above"
            name = standing.names.option(one.id)
            yield f"Unrounded, the total of {name} is just {side} {written(neutral)}."


def _lead_looks_wrong(standing: Standing) -> bool:
    """Whether taking one written total from another gives another lead than the one that is printed."""
    leaders, behind = standing.leaders, standing.behind_the_leaders
    if len(leaders) != 1 or not behind or not (leaders[0].known and behind[0].known):
        return False
    high, low = leaders[0].floor, behind[0].floor
    return Fraction(written(high)) - Fraction(written(low)) != Fraction(written(high - low))
