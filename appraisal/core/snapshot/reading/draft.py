"""What has been read so far: the parts with their paths, so that what ties them together can be checked afterwards."""

from dataclasses import dataclass, field
from typing import TypeVar

from appraisal.core.snapshot.parts import (
    Body,
    Cell,
    CriteriaGroup,
    Document,
    Method,
    Note,
    Option,
    Printed,
    Recommendation,
    Responsibility,
    Scale,
    Section,
    SubCriterion,
    TimelineStep,
    WeightSet,
)

Part = TypeVar("Part")
Placed = list[tuple[str, Part]]
"""Parts in the order of the file, each with its path."""


@dataclass
class Draft:
    """An appraisal as its file says it, before it is known to hang together."""

    slug: str = ""
    title: str = ""
    question: str = ""
    summary: str = ""
    stage: str | None = None
    document: Document | None = None
    organisations: Placed[Body] = field(default_factory=list)
    timeline: tuple[TimelineStep, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    scale: Scale | None = None
    method: Method = Method()
    groups: Placed[CriteriaGroup] = field(default_factory=list)
    sub_criteria: Placed[SubCriterion] = field(default_factory=list)
    weight_sets: Placed[WeightSet] = field(default_factory=list)
    options: Placed[Option] = field(default_factory=list)
    recommendation: Recommendation | None = None
    printed: Printed | None = None
    references: tuple[str, ...] = ()
    sections: Placed[Section] = field(default_factory=list)
    cells: Placed[Cell] = field(default_factory=list)
    notes: Placed[Note] = field(default_factory=list)
    broken_scales: set[str] = field(default_factory=set)
    """Paths of the scales that cannot be read, so that no score is blamed for them."""


def parts_of(placed: Placed[Part]) -> tuple[Part, ...]:
    """The parts without their paths."""
    return tuple(part for _, part in placed)
