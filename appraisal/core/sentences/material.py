"""What the figures rest on: lines in words, worked-out scores, missing reasons, printed figures, rounding."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from appraisal.core.evaluation import Hidden, RoundingNote, rounding_hides
from appraisal.core.figures import PLACES, number_text, written
from appraisal.core.sentences.leading import MOST_NAMED
from appraisal.core.sentences.standing import Standing, span
from appraisal.core.sentences.words import Sentence, capital, join, plural
from appraisal.core.snapshot import Kind

MOST_PLACES = 60
"""Decimals tried to tell two totals apart that look alike when rounded."""

MOST_NOTES = 3
"""So many remarks of one kind on rounding are told; a table shows the rest."""


def in_words(standing: Standing) -> Iterator[Sentence]:
    """The lines that hold words only and count in no total."""
    subs = [
        line.sub_criterion.id for line in standing.snapshot.lines if line.sub_criterion.kind is Kind.WORDS
    ]
    if not subs:
        return
    names = f", {join([standing.names.line(sub) for sub in subs])}," if len(subs) <= MOST_NAMED else ""
    verbs = ("is", "counts") if len(subs) == 1 else ("are", "count")
    text = f"{plural(len(subs), 'line')}{names} {verbs[0]} in words only and {verbs[1]} in no total."
    yield Sentence(capital(text), kind="words")


def worked_out(standing: Standing) -> Iterator[Sentence]:
    """Scores that the source does not print."""
    pairs = standing.evaluation.worked_out
    if not pairs:
        return
    verb = "was" if len(pairs) == 1 else "were"
    text = f"{plural(len(pairs), 'score')}, {standing.names.cells(pairs)}, {verb} worked out"
    yield Sentence(capital(f"{text} and not printed in the source."), kind="worked_out")


def without_rationale(standing: Standing) -> Iterator[Sentence]:
    """Scores that stand without a reason."""
    pairs = standing.evaluation.without_rationale
    if not pairs:
        return
    verb = "has" if len(pairs) == 1 else "have"
    text = f"{plural(len(pairs), 'score')} {verb} no rationale: {standing.names.cells(pairs)}."
    yield Sentence(capital(text), kind="rationale")


def printed(standing: Standing) -> Iterator[Sentence]:
    """Figures that a source printed and that the scores do not make."""
    found = [*_printed_totals(standing), *_printed_groups(standing)]
    if not found:
        return
    head = "" if len(found) == 1 else f"{capital(plural(len(found), 'printed figure'))} differ: "
    among = "among them, " if len(found) > MOST_NAMED else ""
    yield Sentence(capital(f"{head}{among}{'; '.join(found[:MOST_NAMED])}."), kind="printed")


def _printed_totals(standing: Standing) -> Iterator[str]:
    figures = standing.snapshot.printed.aggregates if standing.snapshot.printed else {}
    for one in standing.ranked:
        if one.id in figures:
            what = f"the total of {standing.names.option(one.id)}"
            yield from _difference(what, figures[one.id], one.floor, one.ceiling)


def _printed_groups(standing: Standing) -> Iterator[str]:
    figures = standing.snapshot.printed.group_totals if standing.snapshot.printed else {}
    for result in standing.evaluation.options:
        for group, figure in figures.get(result.id, {}).items():
            if group in result.group_ranges:
                what = f"the total of {standing.names.option(result.id)} in {standing.names.group(group)}"
                yield from _difference(what, figure, *result.group_ranges[group])


def _difference(what: str, figure: Decimal, low: Fraction, high: Fraction) -> Iterator[str]:
    """Where no total from ``low`` to ``high`` is written as ``figure`` is, to as many decimals."""
    places = max(0, -int(figure.as_tuple().exponent))
    if not Fraction(written(low, places)) <= Fraction(figure) <= Fraction(written(high, places)):
        yield f"the source prints {number_text(figure)} as {what}, where the scores make {span(low, high)}"


def rounding(standing: Standing) -> Iterator[Sentence]:
    """Where the written figures hide a difference between totals, or do not add up as written."""
    notes = rounding_hides(standing.evaluation)
    for kind in Hidden:
        for note in [note for note in notes if note.kind is kind][:MOST_NOTES]:
            yield Sentence(_rounded(standing, note), kind="rounding")
    if _lead_looks_wrong(standing):
        yield Sentence("Leads are worked out before totals are rounded.", kind="rounding")
    if standing.evaluation.neutral_total is not None:
        yield from _beside_neutral(standing, standing.evaluation.neutral_total)


def _beside_neutral(standing: Standing, neutral: Fraction) -> Iterator[Sentence]:
    """Totals that are written like the neutral total and are not equal to it."""
    for one in standing.ranked:
        if one.known and one.floor != neutral and written(one.floor) == written(neutral):
            side = "below" if one.floor < neutral else "above"
            name = standing.names.option(one.id)
            text = f"Unrounded, the total of {name} is just {side} {written(neutral)}."
            yield Sentence(text, kind="rounding")


def _rounded(standing: Standing, note: RoundingNote) -> str:
    totals = {one.id: one.floor for one in standing.ranked}
    first = standing.names.option(note.first)
    if note.other is None:
        text = f"The written group totals of {first} do not add up to its total"
        return f"{text}, because each is rounded by itself."
    other = standing.names.option(note.other)
    if note.kind is Hidden.REVERSED:
        added = f"Added up as written, the group totals of {other} come to more than those of {first}"
        return f"{added}; unrounded they do not."
    high, low = totals[note.first], totals[note.other]
    alike = f"The totals of {first} and {other} are both written {written(high)}, but they are not level"
    for places in range(PLACES + 1, MOST_PLACES):
        texts = written(high, places), written(low, places)
        if texts[0] != texts[1]:
            return f"{alike}: unrounded they are {texts[0]} and {texts[1]}."
    return f"{alike}."


def _lead_looks_wrong(standing: Standing) -> bool:
    """Whether taking one written total from another gives another lead than the one that is printed."""
    leaders, behind = standing.leaders, standing.behind_the_leaders
    if len(leaders) != 1 or not behind or not (leaders[0].known and behind[0].known):
        return False
    high, low = leaders[0].floor, behind[0].floor
    return Fraction(written(high)) - Fraction(written(low)) != Fraction(written(high - low))
