"""The plan that is previewed, stored and applied: a pure value, whatever it was read from.

Nothing in it is a figure of the product: printed figures are as the file has them, computed ones come from
the core and are written by it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Self

from appraisal.core.snapshot import CellState


class Aim(StrEnum):
    """What a plan would do."""

    CELLS = "cells"
    """Change cells of an appraisal that is there."""

    APPRAISAL = "appraisal"
    """Store a new appraisal."""


@dataclass(frozen=True)
class Said:
    """A sentence about a place in the file (``Scores!D7``, or empty for the whole of it)."""

    where: str
    text: str


@dataclass(frozen=True)
class Held:
    """What a cell holds, as the appraisal file has it: numbers as strings."""

    state: CellState = CellState.UNSCORED
    score: str = ""
    mark: str = ""
    basis: str = "given"
    rationale: str = ""

    @classmethod
    def worked_out(cls, score: str, rationale: str) -> Self:
        """A score that is not given but implied."""
        return cls(CellState.SCORED, score, basis="worked-out", rationale=rationale)


@dataclass(frozen=True)
class Change:
    """One cell that would change: where the file says so, what stands ``before`` and would stand ``after``.

    ``version`` is the one that the plan was made on, 0 for a cell that nobody has saved.
    """

    option: str
    line: str
    where: str
    before: Held
    after: Held
    version: int = 0


@dataclass(frozen=True)
class Compared:
    """A figure that the file prints, beside the one computed from its scores (empty where there is none).

    ``open`` while scores are missing and the printed one is within what the sum can still be.
    """

    option: str
    group: str
    where: str
    printed: str
    computed: str
    same: bool
    open: bool = False

    @property
    def differs(self) -> bool:
        """Whether the two cannot both be right."""
        return not (self.same or self.open)


@dataclass(frozen=True)
class Supplied:
    """A score that the file leaves out and its printed totals imply; taken only when a person says so."""

    option: str
    line: str
    where: str
    score: str
    how: str

    @property
    def key(self) -> str:
        """The cell as a form names it."""
        return f"{self.option}/{self.line}"


@dataclass(frozen=True)
class BodyFound:
    """A body of a new appraisal. ``own``: the person belongs to it; ``lead``: it would lead."""

    id: str
    name: str
    own: bool
    lead: bool


@dataclass(frozen=True)
class ImportPlan:
    """What would be done. With any of ``problems`` nothing is.

    ``file`` is the new appraisal without its cells, in the shape of the appraisal file; None where ``aim`` is
    cells. ``unchanged`` counts cells of the file that stand already.
    """

    aim: Aim
    source: str
    changes: tuple[Change, ...] = ()
    problems: tuple[Said, ...] = ()
    questions: tuple[Said, ...] = ()
    compared: tuple[Compared, ...] = ()
    supplied: tuple[Supplied, ...] = ()
    bodies: tuple[BodyFound, ...] = ()
    unchanged: int = 0
    revision: int | None = None
    file: Mapping[str, Any] | None = field(default=None)

    @property
    def ready(self) -> bool:
        """Whether it can be applied: nothing is wrong, and something would change."""
        return not self.problems and bool(self.changes or self.file is not None)
