"""A plan for an appraisal that is there, as it grows cell by cell."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from appraisal.core.snapshot import Cell, Snapshot
from appraisal.core.snapshot.rules import says_nothing
from appraisal.workbook.plan import Aim, Change, Compared, Held, ImportPlan, Said
from appraisal.workbook.planning.asked import Now
from appraisal.workbook.planning.cells import Meant, as_cell, held_by

Place = tuple[str, str]
"""The ids of an option and of a line."""


@dataclass
class Draft:
    """A plan as it grows."""

    now: Now
    changes: list[Change] = field(default_factory=list)
    problems: list[Said] = field(default_factory=list)
    questions: list[Said] = field(default_factory=list)
    unchanged: int = 0

    def held(self, place: Place) -> Held:
        """What stands in a cell now."""
        return held_by(self.now.snapshot.cell_at.get(place) or Cell(*place))

    def take(self, place: Place, where: str, meant: Meant, words_where: str = "") -> None:
        """Writes down what one cell would become, or what is wrong with it."""
        if meant.problem:
            self.problems.append(
                Said(words_where if meant.in_words and words_where else where, meant.problem)
            )
            return
        if meant.doubt:
            self.questions.append(Said(where, meant.doubt))
        before = self.held(place)
        if meant.held == before:
            self.unchanged += 1
        else:
            self.changes.append(Change(*place, where, before, meant.held, self.now.version(*place)))

    def plan(self, source: str, compared: tuple[Compared, ...] = ()) -> ImportPlan:
        """The plan whole."""
        return ImportPlan(
            Aim.CELLS,
            source,
            changes=tuple(self.changes),
            problems=tuple(self.problems),
            questions=tuple(self.questions),
            unchanged=self.unchanged,
            revision=self.now.revision,
            compared=compared,
        )


def with_changes(snapshot: Snapshot, changes: Iterable[Change]) -> Snapshot:
    """The appraisal as it would stand."""
    cells = dict(snapshot.cell_at)
    for change in changes:
        cells[change.option, change.line] = as_cell(change.option, change.line, change.after)
    return replace(snapshot, cells=tuple(cell for cell in cells.values() if not says_nothing(cell)))
