"""What has been read so far: the parts with their paths, to check afterwards what ties them together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
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
    SuccessFactor,
    TimelineStep,
    WeightSet,
)
from appraisal.core.snapshot.reading.values import Problems

Part = TypeVar("Part")
Placed = list[tuple[str, Part]]
"""Parts in the order of the file, each with its path."""


@dataclass
class Draft:
    """An appraisal as its file says it, before it is known to hang together, and what is wrong with it so
    far.

    ``broken_scales`` has the path of every object whose scale or value rule cannot be read ("" is the
    appraisal's own), so that no score is blamed for it.
    """

    problems: Problems
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
    method: Method = field(default_factory=Method)
    groups: Placed[CriteriaGroup] = field(default_factory=list)
    sub_criteria: Placed[SubCriterion] = field(default_factory=list)
    weight_sets: Placed[WeightSet] = field(default_factory=list)
    success_factors: Placed[SuccessFactor] = field(default_factory=list)
    options: Placed[Option] = field(default_factory=list)
    recommendation: Recommendation | None = None
    printed: Printed | None = None
    references: tuple[str, ...] = ()
    sections: Placed[Section] = field(default_factory=list)
    cells: Placed[Cell] = field(default_factory=list)
    notes: Placed[Note] = field(default_factory=list)
    broken_scales: set[str] = field(default_factory=set)

    @property
    def option_ids(self) -> set[str]:
        """Ids of the options that can be referred to."""
        return {option.id for _, option in self.options}

    @property
    def group_ids(self) -> set[str]:
        """Ids of the criteria groups that can be referred to."""
        return {group.id for _, group in self.groups}

    @property
    def sub_criterion_ids(self) -> set[str]:
        """Ids of the sub-criteria that can be referred to, in whichever group they are."""
        return {sub.id for _, sub in self.sub_criteria}

    @property
    def success_factor_ids(self) -> set[str]:
        """Ids of the success factors that can be referred to."""
        return {factor.id for _, factor in self.success_factors}

    @cached_property
    def sub_criterion(self) -> Mapping[str, SubCriterion]:
        """Sub-criteria by id, once they are all read; of two with one id the first."""
        return {sub.id: sub for _, sub in reversed(self.sub_criteria)}

    def wrong(self, path: str, message: str) -> None:
        """Write down a problem."""
        self.problems.add(path, message)


def parts_of(placed: Placed[Part]) -> tuple[Part, ...]:
    """The parts without their paths."""
    return tuple(part for _, part in placed)
