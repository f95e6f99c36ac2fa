"""What the figures rest on: lines in words, worked-out scores, missing reasons, figures of the source."""

from collections.abc import Iterator

from appraisal.core.evaluation import Differing, differing
from appraisal.core.figures import number_text
from appraisal.core.scoring import relative_lines
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


def relative(standing: Standing) -> Iterator[Sentence]:
    """Lines on which a value depends on which options are compared (method.md, "Value functions")."""
    subs = [line.sub_criterion.id for line in relative_lines(standing.snapshot)]
    if not subs or not standing.ranked:
        return
    names = standing.names.lines(subs)
    text = (
        f"Values on {names} are relative to the options compared, so places may change when options change."
    )
    yield Sentence(text, kind="relative")


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
    found = [_printed(standing, one) for one in differing(standing.snapshot, standing.evaluation)]
    if not found:
        return
    head = "" if len(found) == 1 else f"{capital(plural(len(found), 'printed figure'))} differ: "
    among = "among them, " if len(found) > MOST_NAMED else ""
    yield Sentence(capital(f"{head}{among}{'; '.join(found[:MOST_NAMED])}."), kind="printed")


def _printed(standing: Standing, one: Differing) -> str:
    what = f"the total of {standing.names.option(one.option)}"
    if one.group is not None:
        what += f" in {standing.names.group(one.group)}"
    printed, made = number_text(one.printed), span(one.low, one.high)
    return f"the source prints {printed} as {what}, where the scores make {made}"
