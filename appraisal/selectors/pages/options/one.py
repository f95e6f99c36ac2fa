"""One option: everything that is known of it, what its forms begin with, and what goes when it is removed."""

from dataclasses import dataclass
from uuid import UUID

from appraisal.core.sentences import Names, option_label
from appraisal.core.snapshot import Option, Snapshot, SuccessFactor, Swot
from appraisal.selectors import setup, snapshots
from appraisal.selectors.pages.options.listing import STAGES
from appraisal.selectors.pages.options.verdicts import (
    FilterResult,
    GateShown,
    VerdictShown,
    filter_result,
    gates,
    verdicts,
)

SWOT = (
    ("strengths", "Strengths"),
    ("weaknesses", "Weaknesses"),
    ("opportunities", "Opportunities"),
    ("threats", "Threats"),
)


@dataclass(frozen=True)
class OptionPage:
    """All of one option. ``swot`` is (heading, points) each, empty where nothing is written."""

    option: Option
    label: str
    stage_label: str
    colour: str
    notes: tuple[str, ...]
    swot: tuple[tuple[str, tuple[str, ...]], ...]
    filtered: FilterResult | None
    verdicts: tuple[VerdictShown, ...]
    gates: tuple[GateShown, ...]


@dataclass(frozen=True)
class OptionToEdit:
    """What the forms of an option begin with, each part with the version that it was read at.

    ``option`` is None where there is no such option, or none any more.
    """

    snapshot: Snapshot
    option: Option | None
    label: str
    version: int
    swot_version: int
    filter_version: int


@dataclass(frozen=True)
class Factor:
    """A success factor with the version that it was read at."""

    factor: SuccessFactor
    version: int


@dataclass(frozen=True)
class ToRemove:
    """What somebody is about to remove: what it is called, what goes with it, and its version.

    ``stays`` says why it cannot be removed, where it cannot.
    """

    label: str
    goes: tuple[str, ...]
    version: int
    stays: str = ""


def option_page(appraisal_id: UUID, option_id: str) -> OptionPage | None:
    """The page, or None where the appraisal has no such option."""
    snapshot = snapshots.snapshot(appraisal_id)
    option = snapshot.option.get(option_id)
    if option is None:
        return None
    stage_label, colour = STAGES[option.stage]
    return OptionPage(
        option=option,
        label=option_label(option),
        stage_label=stage_label,
        colour=colour,
        notes=snapshot.notes_about.get(f"options/{option.id}", ()),
        swot=_swot(option.swot),
        filtered=filter_result(snapshot, option),
        verdicts=verdicts(snapshot, option),
        gates=gates(snapshot, option, Names(snapshot)),
    )


def option_to_edit(appraisal_id: UUID, option_id: str) -> OptionToEdit:
    """What stands now. The versions are read first, so that a save in between is found out."""
    state = setup.setup_state(appraisal_id)
    snapshot = snapshots.snapshot(appraisal_id)
    option = snapshot.option.get(option_id)
    return OptionToEdit(
        snapshot=snapshot,
        option=option,
        label=option_label(option) if option else "An option that was removed",
        version=state.options.get(option_id, 0),
        swot_version=state.swot.get(option_id, 0),
        filter_version=state.filter.get(option_id, 0),
    )


def next_number(appraisal_id: UUID) -> str:
    """The number that a new option is likely to have."""
    numbers = [option.number or 0 for option in snapshots.snapshot(appraisal_id).options]
    return str(max(numbers, default=0) + 1)


def factor_to_edit(appraisal_id: UUID, factor_id: str) -> Factor | None:
    """A success factor as it stands, or None."""
    state = setup.setup_state(appraisal_id)
    snapshot = snapshots.snapshot(appraisal_id)
    found = next((factor for factor in snapshot.success_factors if factor.id == factor_id), None)
    return Factor(found, state.success_factors.get(factor_id, 0)) if found else None


def to_remove(appraisal_id: UUID, about: str) -> ToRemove | None:
    """What is about to go: ``about`` is ``options/ID`` or ``success-factors/ID``; None for no such thing."""
    kind, _, name = about.partition("/")
    state = setup.setup_state(appraisal_id)
    snapshot = snapshots.snapshot(appraisal_id)
    if kind == "options":
        option = snapshot.option.get(name)
        label, version = (option_label(option), state.options.get(name, 0)) if option else ("", 0)
    else:
        factor = next((one for one in snapshot.success_factors if one.id == name), None)
        label, version = (factor.name, state.success_factors.get(name, 0)) if factor else ("", 0)
    stays = setup.why_option_stays(snapshot, name) if kind == "options" else ""
    return ToRemove(label, setup.goes_with(snapshot, about), version, stays) if label else None


def _swot(swot: Swot) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if swot == Swot():
        return ()
    return tuple((heading, getattr(swot, name)) for name, heading in SWOT)
