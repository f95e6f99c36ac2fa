"""Printed figures that the scores do not make."""

from collections.abc import Iterator
from fractions import Fraction

from appraisal.core.checks.asking import About, Question, option_name
from appraisal.core.evaluation import Evaluation, differing
from appraisal.core.figures import number_text, written
from appraisal.core.snapshot import Snapshot


def printed_differs(snapshot: Snapshot, evaluation: Evaluation) -> Iterator[Question]:
    """Each printed total and group total that is not what the scores make."""
    groups = {group.id: group.short_name or group.name for group in snapshot.groups}
    for one in differing(snapshot, evaluation):
        what, about = f"total of {option_name(snapshot.option[one.option])}", f"options/{one.option}"
        places = (about,) if one.group is None else (about, f"groups/{one.group}")
        if one.group is not None:
            what += f" in {groups[one.group]}"
        made = _span(one.low, one.high)
        text = f"The source prints {number_text(one.printed)} as the {what}, and the scores make {made}. "
        yield Question(About.PRINTED, f"{text}Is a score wrong, or the printed figure?", places)


def _span(low: Fraction, high: Fraction) -> str:
    return written(low) if low == high else f"{written(low)} to {written(high)}"
