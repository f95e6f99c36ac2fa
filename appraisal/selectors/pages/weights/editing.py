"""What the forms of weights begin with, and what typed weights come to before anything is saved."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from appraisal.core.scoring import scored_lines
from appraisal.core.sentences.swings import Swing, swings
from appraisal.core.snapshot import Line, Snapshot, WeightSet
from appraisal.selectors import setup, snapshots
from appraisal.selectors.pages.weights.shares import share_text, shares_of, sum_words


@dataclass(frozen=True)
class SetToEdit:
    """A weight set as it stands, with its version; ``weight_set`` is None for a new or a removed one."""

    snapshot: Snapshot
    lines: tuple[Line, ...]
    weight_set: WeightSet | None
    version: int
    sealed: bool

    @property
    def swings(self) -> tuple[Swing, ...]:
        """The swing of each scored line."""
        return swings(self.snapshot)


@dataclass(frozen=True)
class MethodToEdit:
    """How scores become a total now, with its version."""

    snapshot: Snapshot
    version: int
    sealed: bool


@dataclass(frozen=True)
class Typed:
    """What typed weights come to: shares by the id of the line and of the group, and the sum."""

    lines: Mapping[str, str]
    groups: Mapping[str, str]
    said: str


def set_to_edit(appraisal_id: UUID, weight_set: str | None = None) -> SetToEdit:
    """What stands. The versions are read first, so that a save in between is found out."""
    state = setup.setup_state(appraisal_id)
    snapshot = snapshots.snapshot(appraisal_id)
    found = next((one for one in snapshot.weight_sets if one.id == weight_set), None)
    return SetToEdit(
        snapshot=snapshot,
        lines=scored_lines(snapshot),
        weight_set=found,
        version=state.weight_sets.get(weight_set or "", 0),
        sealed=state.sealed,
    )


def method_to_edit(appraisal_id: UUID) -> MethodToEdit:
    """What stands, the version read first."""
    state = setup.setup_state(appraisal_id)
    return MethodToEdit(snapshots.snapshot(appraisal_id), state.method, state.sealed)


def typed_shares(snapshot: Snapshot, weight_set: WeightSet) -> Typed:
    """What weights that are not saved come to, or why they come to nothing."""
    shares = shares_of(snapshot, weight_set)
    lines = [line.sub_criterion.id for line in scored_lines(snapshot)]
    groups = dict.fromkeys(line.group.id for line in scored_lines(snapshot))
    return Typed(
        lines={line: share_text(shares.lines.get(line)) for line in lines},
        groups={group: share_text(shares.groups.get(group)) for group in groups},
        said=shares.problem or sum_words(snapshot, weight_set),
    )
