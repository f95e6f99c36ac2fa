"""Everything that was worked out, in one hand, for the steps that say how."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from appraisal.core.scoring import Matrix, Tally, Weighing
from appraisal.core.snapshot import Line, Option, Snapshot


@dataclass(frozen=True)
class Material:
    """Everything that was worked out, as the steps need it."""

    snapshot: Snapshot
    weighing: Weighing
    table: Matrix
    tallies: Sequence[Tally]
    places: Mapping[str, tuple[int, int]]
    lowest: Fraction | None
    highest: Fraction | None
    neutral_total: Fraction | None
    margin: Fraction | None

    @cached_property
    def times(self) -> Mapping[str, Fraction | None]:
        """What each line's score is multiplied by in a formula; None where by nothing."""
        factors = self.weighing.factors if self.weighing.weighted else None
        return {column.id: factors[column.id] if factors else None for column in self.table.columns}

    def scored(self) -> Iterator[Line]:
        """The scored lines in order."""
        return (self.snapshot.line[column.id] for column in self.table.columns)


def line_name(line: Line) -> str:
    """``1a Evidence``."""
    return f"{line.number} {line.label}"


def option_name(option: Option) -> str:
    """``Option 6``, or its name where it has no number."""
    return f"Option {option.number}" if option.number is not None else option.short_name or option.name
