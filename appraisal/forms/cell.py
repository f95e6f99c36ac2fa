"""One cell of the decision matrix as its form sends it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms

from appraisal.core.snapshot import CellState, Kind
from appraisal.core.snapshot.rules import COUNTED, STATES_OF, number_from
from appraisal.core.text import NAME_LIMIT
from appraisal.forms.text import PlainText, shortened

IN_THE_BOX = "in-the-box"
NAMED = "mark:"
"""What stands before the name of a verbal mark, so that none is taken for a state."""

LATEST = 2**63 - 1
TORN = "This form came in incomplete. Open the page again and save once more."


def version_field(*, required: bool = True) -> forms.IntegerField:
    """The version that a form was read at; anything wrong with it means that the page did not fill it in."""
    messages = dict.fromkeys(("required", "invalid", "min_value", "max_value"), TORN)
    return forms.IntegerField(required=required, min_value=0, max_value=LATEST, error_messages=messages)


class CellForm(forms.Form):
    """A mark and its rationale.

    ``mark`` is a score, a state, or ``in-the-box``: then ``score`` holds the score, or is empty for none yet.
    After ``is_valid``, ``state`` and ``points`` say what was meant. ``keep`` is a version that the person was
    shown and decided to write over; without it ``version`` is the one that the page was read at.
    """

    mark = forms.CharField(
        max_length=NAME_LIMIT + len(NAMED),
        error_messages={
            "required": "Choose a score, or say that there is none yet.",
            "max_length": "That is not a score.",
        },
    )
    score = forms.CharField(required=False)
    rationale = PlainText()
    version = version_field()
    keep = version_field(required=False)

    def __init__(self, data: Mapping[str, Any], *, kind: Kind, marked: bool = False) -> None:
        self.kind = kind
        self.marked = marked
        self.state: CellState = CellState.UNSCORED
        self.points: Decimal | str | None = None
        super().__init__(data)

    def clean_mark(self) -> str:
        """The mark as meant; sets ``state`` and ``points``. Raises ValidationError where it is neither."""
        mark = self.cleaned_data["mark"]
        if mark == IN_THE_BOX:
            mark = self.data.get("score", "").strip() or CellState.UNSCORED
        self.state, self.points = read_mark(mark, self.kind, marked=self.marked)
        return mark

    @property
    def seen(self) -> int:
        """The version that this save is made from."""
        kept = self.cleaned_data.get("keep")
        return self.cleaned_data["version"] if kept is None else kept


def read_mark(mark: str, kind: Kind, *, marked: bool = False) -> tuple[CellState, Decimal | str | None]:
    """State and score of a mark: a state that this kind of line may have, or a number; or ValidationError.

    On a line that is ``marked`` the score is the name of a verbal mark, sent after ``NAMED`` or by itself.
    """
    if marked and mark.startswith(NAMED):
        return CellState.SCORED, mark.removeprefix(NAMED)
    if mark in STATES_OF.get(kind, frozenset()) - {CellState.SCORED}:
        return CellState(mark), None
    if kind not in COUNTED:
        raise forms.ValidationError(f"\u201c{shortened(mark)}\u201d cannot be given on this line.")
    if marked:
        return CellState.SCORED, mark
    try:
        return CellState.SCORED, number_from(mark)
    except ValueError as refused:
        raise forms.ValidationError(f"\u201c{shortened(mark)}\u201d: {refused}") from refused
