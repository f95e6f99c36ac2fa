"""One option added up, in units: its cells, its groups, its total, and whether it can be ranked."""

from collections.abc import Mapping
from dataclasses import dataclass

from appraisal.core.scoring.lines import first_failed_gate, open_gates
from appraisal.core.scoring.marks import Mark, add
from appraisal.core.scoring.matrix import Matrix
from appraisal.core.scoring.ranking import Standing, places
from appraisal.core.snapshot import Option, OptionStage, Snapshot


@dataclass(frozen=True, slots=True)
class Tally:
    """An option's figures in the matrix's units.

    ``marks`` stand in the order of the matrix's columns; ``groups`` has an entry for each group with a scored
    line. ``missing`` names the scored lines that are unscored or to be confirmed and the gates still open;
    ``open_gate``: a gate waits for its verdict and none has failed.
    """

    option: Option
    marks: tuple[Mark, ...]
    groups: Mapping[str, Mark]
    total: Mark
    gate_failed: str | None
    open_gate: bool
    missing: tuple[str, ...]

    @property
    def ranked(self) -> bool:
        """Short-listed, no gate failed, every line applicable."""
        short_listed = self.option.stage == OptionStage.SHORT_LIST
        return short_listed and self.gate_failed is None and not self.total.not_applicable

    @property
    def complete(self) -> bool:
        """Nothing missing, no gate open, and a total that is one figure."""
        return not self.missing and self.total.settled

    @property
    def standing(self) -> Standing:
        """What the option's place rests on."""
        return Standing(self.total.low, self.total.high, complete=self.complete, sure=not self.open_gate)


def tally(snapshot: Snapshot, table: Matrix, option: Option) -> Tally:
    """Add up one option."""
    marks = table.marks(snapshot, option.id)
    by_group: dict[str, list[Mark]] = {}
    for column, mark in zip(table.columns, marks, strict=True):
        by_group.setdefault(column.group, []).append(mark)
    groups = {group: add(found) for group, found in by_group.items()}
    failed, undecided = first_failed_gate(snapshot, option.id), open_gates(snapshot, option.id)
    return Tally(
        option=option,
        marks=marks,
        groups=groups,
        total=add(groups.values()) if groups else Mark(None, None),
        gate_failed=failed,
        open_gate=failed is None and bool(undecided),
        missing=_missing(snapshot, table, marks, undecided),
    )


def _missing(
    snapshot: Snapshot, table: Matrix, marks: tuple[Mark, ...], undecided: tuple[str, ...]
) -> tuple[str, ...]:
    """Scored lines without a score, and gates without a verdict, in the order of the lines."""
    found = tuple(column.id for column, mark in zip(table.columns, marks, strict=True) if mark.missing)
    if not undecided:
        return found
    either = {*found, *undecided}
    return tuple(line.sub_criterion.id for line in snapshot.lines if line.sub_criterion.id in either)


def placed(tallies: tuple[Tally, ...]) -> Mapping[str, tuple[int, int]]:
    """Best and worst place of each ranked option, by option id."""
    ranked = [one for one in tallies if one.ranked]
    return dict(zip((one.option.id for one in ranked), places([one.standing for one in ranked]), strict=True))
