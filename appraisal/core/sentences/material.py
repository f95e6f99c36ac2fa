"""What the figures rest on: lines in words, worked-out scores, missing reasons, figures of the source."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from appraisal.core.figures import number_text, written
from appraisal.core.sentences.leading import MOST_NAMED
from appraisal.core.sentences.standing import Standing, span
from appraisal.core.sentences.words import Sentence, capital, join, plural
from appraisal.core.snapshot import Kind


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
    text = f"{plural(len(pairs), 'score')} {verb} no rationale{standing.names.where(pairs)}."
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
    exact = Fraction(figure)
    if low <= exact <= high:
        return
    places = max(0, -int(figure.as_tuple().exponent))
    if not Fraction(written(low, places)) <= exact <= Fraction(written(high, places)):
        yield f"the source prints {number_text(figure)} as {what}, where the scores make {span(low, high)}"
