"""The Options page: the long list, the short list and what was dropped or removed, in one place."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from appraisal.core.sentences import Names, number_word, option_heading, option_label, plural
from appraisal.core.sentences.totals import second_name
from appraisal.core.sentences.words import capital
from appraisal.core.snapshot import Option, OptionStage, Snapshot
from appraisal.selectors import setup, snapshots
from appraisal.selectors.pages.options.verdicts import FilterResult, GateShown, filter_result, gates

STAGES = {
    OptionStage.SHORT_LIST: ("Short list", "blue"),
    OptionStage.LONG_LIST: ("Long list", "grey"),
    OptionStage.DROPPED: ("Dropped", "orange"),
}
NEEDED = 2
"""So many options must be on the short list before scoring starts (rule 3 of core.readiness)."""


@dataclass(frozen=True)
class OptionRow:
    """One option as the list shows it. ``place`` counts from 0; ``failed`` is the first gate it failed."""

    id: str
    place: int
    heading: str
    name: str
    full_name: str
    label: str
    stage: OptionStage
    stage_label: str
    colour: str
    baseline: bool
    reason: str
    decided_on: str
    points: str
    filtered: FilterResult | None
    failed: GateShown | None
    gates_open: str
    version: int
    first: bool
    last: bool


@dataclass(frozen=True)
class RemovedRow:
    """Something that was removed and may come back, with what was kept of it."""

    id: str
    name: str
    removed_at: datetime
    kept: str


@dataclass(frozen=True)
class OptionsPage:
    """All of the page. ``counts`` is one sentence; ``factors`` says what the long list is held against."""

    counts: str
    rows: tuple[OptionRow, ...]
    removed: tuple[RemovedRow, ...]
    factors: str
    has_gates: bool


def options_page(appraisal_id: UUID) -> OptionsPage:
    """The page of an appraisal that the person has been found to see."""
    # The versions first: a save in between is then found out, not written over.
    state = setup.setup_state(appraisal_id)
    snapshot = snapshots.snapshot(appraisal_id)
    names, last = Names(snapshot), len(snapshot.options) - 1
    rows = tuple(
        _row(snapshot, names, option, place, last, state.options.get(option.id, 0))
        for place, option in enumerate(snapshot.options)
    )
    return OptionsPage(
        counts=counts(snapshot),
        rows=rows,
        removed=removed_rows(state, "options"),
        factors=plural(len(snapshot.success_factors), "factor") if snapshot.success_factors else "",
        has_gates=any(row.failed or row.gates_open for row in rows),
    )


def removed_rows(state: setup.SetupState, kind: str) -> tuple[RemovedRow, ...]:
    """What was removed of one kind, with what was kept of each."""
    return tuple(
        RemovedRow(each.id, each.name, each.removed_at, _kept(each.scores, each.rationales))
        for each in state.removed
        if each.kind == kind
    )


def counts(snapshot: Snapshot) -> str:
    """``Seven options: four on the short list, two on the long list, one dropped.`` and what is lacking."""
    if not snapshot.options:
        return "There is no option yet."
    by = {stage: sum(option.stage is stage for option in snapshot.options) for stage in OptionStage}
    parts = [
        f"{number_word(by[stage])} {words}"
        for stage, words in (
            (OptionStage.SHORT_LIST, "on the short list"),
            (OptionStage.LONG_LIST, "on the long list"),
            (OptionStage.DROPPED, "dropped"),
        )
        if by[stage]
    ]
    head = plural(len(snapshot.options), "option")
    lacks = "" if by[OptionStage.SHORT_LIST] >= NEEDED else " Scoring needs at least two on the short list."
    baseline = "" if any(option.baseline for option in snapshot.options) else " None is the baseline yet."
    return f"{capital(head)}: {', '.join(parts)}.{lacks}{baseline}"


def _kept(scores: int, rationales: int) -> str:
    """``Its 13 scores and 12 rationales are kept, and come back with it.``; empty where it had none."""
    parts = [plural(count, noun) for count, noun in ((scores, "score"), (rationales, "rationale")) if count]
    if not parts:
        return ""
    return f"Kept, and back with it when it returns: {' and '.join(parts)}."


def _row(snapshot: Snapshot, names: Names, option: Option, place: int, last: int, version: int) -> OptionRow:
    label, colour = STAGES[option.stage]
    of_gates = gates(snapshot, option, names)
    unmarked = sum(gate.state == "open" for gate in of_gates)
    return OptionRow(
        id=option.id,
        place=place,
        heading=option_heading(option),
        name=second_name(option),
        full_name=option.name if option.short_name else "",
        label=option_label(option),
        stage=option.stage,
        stage_label=label,
        colour=colour,
        baseline=option.baseline,
        reason=option.reason,
        decided_on=option.decided_on,
        points=plural(len(option.proposal), "point") if option.proposal else "",
        filtered=filter_result(snapshot, option),
        failed=next((gate for gate in of_gates if gate.failed), None),
        gates_open=plural(unmarked, "gate") if unmarked else "",
        version=version,
        first=place == 0,
        last=place == last,
    )
