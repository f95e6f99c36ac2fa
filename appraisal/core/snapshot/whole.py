"""The snapshot itself, and the look-ups that everything above it uses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

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
from appraisal.core.snapshot.words import Kind, Rule


@dataclass(frozen=True)
class Line:
    """A sub-criterion with its place: ``number`` is what people call it (1a, 1b, ... 1z, 1aa).

    ``scale`` is the one that scores on it stand on: its own or the appraisal's. A measure and a line of marks
    stand on none.
    """

    number: str
    group: CriteriaGroup
    sub_criterion: SubCriterion
    scale: Scale | None

    @property
    def label(self) -> str:
        """Short label for matrix heads and sentences."""
        return self.sub_criterion.short_name or self.sub_criterion.name

    @property
    def ends(self) -> tuple[Decimal, Decimal] | None:
        """Lowest and highest that a score here can count as: of the scale, or of the numbers of the marks.

        None for a raw figure, and while there is no scale.
        """
        rule = self.sub_criterion.value
        if rule.lo is not None and rule.hi is not None:
            return rule.lo, rule.hi
        return (self.scale.lo, self.scale.hi) if self.scale else None


@dataclass(frozen=True)
class Snapshot:
    """A whole appraisal at one moment. Equal snapshots give equal figures and equal canonical files."""

    slug: str
    title: str
    question: str = ""
    summary: str = ""
    stage: str = "set-up"
    document: Document | None = None
    organisations: tuple[Body, ...] = ()
    timeline: tuple[TimelineStep, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    scale: Scale | None = None
    method: Method = field(default_factory=Method)
    groups: tuple[CriteriaGroup, ...] = ()
    weight_sets: tuple[WeightSet, ...] = ()
    options: tuple[Option, ...] = ()
    recommendation: Recommendation | None = None
    printed: Printed | None = None
    references: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    cells: tuple[Cell, ...] = ()
    notes: tuple[Note, ...] = ()
    success_factors: tuple[SuccessFactor, ...] = ()

    @cached_property
    def cell_at(self) -> Mapping[tuple[str, str], Cell]:
        """Cells by (option id, sub-criterion id); a pair that is absent is unscored."""
        return {(cell.option, cell.sub_criterion): cell for cell in self.cells}

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every sub-criterion in order with its number and the scale that holds for it."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[Line]:
        for place, group in enumerate(self.groups, start=1):
            for position, sub in enumerate(group.sub_criteria):
                unscaled = sub.kind is Kind.MEASURE or sub.value.rule == Rule.POINTS
                scale = None if unscaled else sub.scale or self.scale
                yield Line(f"{place}{letters(position)}", group, sub, scale)

    @cached_property
    def line(self) -> Mapping[str, Line]:
        """Lines by sub-criterion id."""
        return {line.sub_criterion.id: line for line in self.lines}

    @cached_property
    def option(self) -> Mapping[str, Option]:
        """Options by id."""
        return {option.id: option for option in self.options}

    @cached_property
    def notes_about(self) -> Mapping[str, tuple[str, ...]]:
        """Texts of the notes by what they are about."""
        found: dict[str, tuple[str, ...]] = {}
        for note in self.notes:
            found[note.about] = (*found.get(note.about, ()), note.text)
        return found


def letters(position: int) -> str:
    """The letters of a line within its group: 0 is a, 25 is z, 26 is aa."""
    name = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        name = chr(ord("a") + rest) + name
    return name
