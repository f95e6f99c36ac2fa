"""How one cell, one group or one option enters a total: its lowest and its highest amount."""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

Units = int | Fraction
"""An amount in the matrix's units: a whole number, but for ratios with too many different figures."""


class Mark(NamedTuple):
    """One cell, one group or one whole option as it enters a total: lowest and highest amount in units.

    Both are the same where nothing is open; both are None where no bound is known. ``missing``: a score of
    its own is. Of a single cell that is scored also the score (or its value from 0 to 100): ``value``, or
    ``value`` to ``value_to`` where the value of a relative measure is still open.
    """

    low: Units | None
    high: Units | None
    missing: bool = False
    not_applicable: bool = False
    value: Fraction | None = None
    value_to: Fraction | None = None

    @property
    def scored(self) -> bool:
        """True where nothing is missing and nothing inapplicable."""
        return not self.missing and not self.not_applicable

    @property
    def settled(self) -> bool:
        """True where it is one known amount and no score of it is missing."""
        return not self.missing and self.low is not None and self.low == self.high


NOT_APPLICABLE = Mark(0, 0, not_applicable=True)
UNKNOWN = Mark(None, None)
UNKNOWN_GAP = Mark(None, None, missing=True)


def add(marks: Iterable[Mark]) -> Mark:
    """The sum of marks: its ends are the sums of theirs, not known as soon as one is not."""
    low: Units = 0
    high: Units = 0
    known, missing, not_applicable = True, False, False
    for mark in marks:
        if mark.low is None or mark.high is None:
            known = False
        else:
            low += mark.low
            high += mark.high
        missing |= mark.missing
        not_applicable |= mark.not_applicable
    return Mark(low if known else None, high if known else None, missing, not_applicable)
