"""Questions on the material itself, as the Checks page asks them, each put beside the place in the file."""

from collections.abc import Iterable

from appraisal.core.checks import About, questions
from appraisal.core.snapshot import Snapshot
from appraisal.workbook.plan import Change, Said

MOST_ASKED = 2_000
"""Of more cells than this the Checks page asks, once they are stored: reading every word takes seconds."""

LATER = (
    "With {:,} cells, questions on the words (the same rationale twice, words against their score) are asked "
    "on the Checks page once they are stored."
)


def asked_of(snapshot: Snapshot, changes: Iterable[Change], *, whole: bool) -> tuple[Said, ...]:
    """The questions on what would stand: all of them (``whole``), or those that are about a changed cell.

    Printed totals are left out: the preview has a table of its own for them.
    """
    changes = tuple(changes)
    if len(changes) > MOST_ASKED:
        return (Said("", LATER.format(len(changes))),)
    where = {f"cells/{change.option}/{change.line}": change.where for change in changes}
    said = []
    for question in questions(snapshot):
        places = [where[about] for about in question.about if about in where]
        if question.kind is not About.PRINTED and (places or whole):
            said.append(Said(places[0] if places else "", question.text))
    return tuple(said)
