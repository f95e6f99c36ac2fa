"""The Criteria page: groups and lines in order, how each is judged, and what was removed."""

from dataclasses import dataclass
from uuid import UUID

from appraisal.core.figures import percent
from appraisal.core.scoring import weigh
from appraisal.core.sentences import plural
from appraisal.core.sentences.words import capital
from appraisal.core.snapshot import COUNTED, Combine, CriteriaGroup, Kind, Line, Snapshot, SubCriterion
from appraisal.selectors import setup, snapshots
from appraisal.selectors.pages.colours import colour
from appraisal.selectors.pages.options import ToRemove
from appraisal.selectors.pages.options.listing import RemovedRow, removed_rows
from appraisal.selectors.pages.overview.setup import ScaleShown, scale_shown
from appraisal.selectors.pages.setup.meaning import judged, meaning
from organisations.errors import Invalid


@dataclass(frozen=True)
class LineRow:
    """One line as the page shows it. ``place`` counts from 0 within its group."""

    id: str
    place: int
    number: str
    name: str
    short_name: str
    label: str
    judged: str
    meaning: str
    guidance: str
    rule: str
    first: bool
    last: bool


@dataclass(frozen=True)
class GroupRow:
    """One criteria group. ``share`` is its part of all weight in words, empty where there is none to tell."""

    id: str
    place: int
    number: int
    colour: int
    name: str
    short_name: str
    stem: str
    guidance: str
    share: str
    lines: tuple[LineRow, ...]
    first: bool
    last: bool


@dataclass(frozen=True)
class CriteriaPage:
    """All of the page. ``counts`` is one sentence, ``weighing`` says what the shares come from."""

    counts: str
    weighing: str
    scale: ScaleShown | None
    groups: tuple[GroupRow, ...]
    removed_groups: tuple[RemovedRow, ...]
    removed_lines: tuple[RemovedRow, ...]


@dataclass(frozen=True)
class GroupToEdit:
    """What the form of a group begins with. ``group`` is None where there is no such group any more."""

    group: CriteriaGroup | None
    label: str
    version: int


@dataclass(frozen=True)
class LineToEdit:
    """What the form of a line begins with; ``line`` is None where there is no such line any more.

    ``groups`` are (id, name) of those that it may stand in. ``measures_count`` where values are added up
    already, ``measures_begin`` where the first measure makes it so.
    """

    line: Line | None
    label: str
    version: int
    groups: tuple[tuple[str, str], ...]
    scale: ScaleShown | None
    measures_count: bool
    measures_begin: bool


def criteria_page(appraisal_id: UUID) -> CriteriaPage:
    """The page of an appraisal that the person has been found to see."""
    state = setup.setup_state(appraisal_id, with_weights=False)
    snapshot = snapshots.snapshot(appraisal_id)
    shares = _shares(snapshot)
    by_group: dict[str, list[Line]] = {}
    for line in snapshot.lines:
        by_group.setdefault(line.group.id, []).append(line)
    return CriteriaPage(
        counts=counts(snapshot),
        weighing=_weighing(snapshot) if shares else "",
        scale=scale_shown(snapshot.scale),
        groups=tuple(
            _group(snapshot, place, group, by_group.get(group.id, []), shares.get(group.id, ""))
            for place, group in enumerate(snapshot.groups)
        ),
        removed_groups=removed_rows(state, "groups"),
        removed_lines=removed_rows(state, "sub-criteria"),
    )


def counts(snapshot: Snapshot) -> str:
    """``Five groups with 16 lines: 14 scored, two in words only.``"""
    if not snapshot.groups:
        return "There is no criteria group yet."
    kinds = [line.sub_criterion.kind for line in snapshot.lines]
    words = {
        Kind.SCORE: "scored",
        Kind.MEASURE: "measured",
        Kind.WORDS: "in words only",
        Kind.GATE: "pass or fail",
    }
    told = [f"{kinds.count(kind)} {word}" for kind, word in words.items() if kind in kinds]
    lines = plural(len(kinds), "line")
    detail = f": {', '.join(told)}" if len(told) > 1 else f", {'all ' if len(kinds) > 1 else ''}{_only(told)}"
    head = f"{plural(len(snapshot.groups), 'group')} with {lines}{detail if told else ''}."
    return capital(head)


def group_to_edit(appraisal_id: UUID, group_id: str) -> GroupToEdit:
    """A group as it stands. The version is read first, so that a save in between is found out."""
    state = setup.setup_state(appraisal_id, with_weights=False)
    return _group_to_edit(state, snapshots.snapshot(appraisal_id), group_id)


def line_to_edit(appraisal_id: UUID, line_id: str = "") -> LineToEdit:
    """A line as it stands, or what a new one begins with. The version is read first."""
    state = setup.setup_state(appraisal_id, with_weights=False)
    return _line_to_edit(state, snapshots.snapshot(appraisal_id), line_id)


def criterion_to_remove(appraisal_id: UUID, about: str) -> ToRemove | None:
    """What is about to go: ``about`` is ``groups/ID`` or ``sub-criteria/ID``; None for no such thing."""
    kind, _, name = about.partition("/")
    state = setup.setup_state(appraisal_id, with_weights=False)
    snapshot = snapshots.snapshot(appraisal_id)
    if kind == "groups":
        group = _group_to_edit(state, snapshot, name)
        stands, label, version = group.group is not None, group.label, group.version
    else:
        line = _line_to_edit(state, snapshot, name)
        stands, label, version = line.line is not None, line.label, line.version
    return ToRemove(label, setup.goes_with(snapshot, about), version) if stands else None


def _group_to_edit(state: setup.SetupState, snapshot: Snapshot, group_id: str) -> GroupToEdit:
    group = next((each for each in snapshot.groups if each.id == group_id), None)
    return GroupToEdit(
        group=group,
        label=_group_label(snapshot, group) if group else "A group that was removed",
        version=state.groups.get(group_id, 0),
    )


def _line_to_edit(state: setup.SetupState, snapshot: Snapshot, line_id: str) -> LineToEdit:
    line = snapshot.line.get(line_id)
    return LineToEdit(
        line=line,
        label=_line_label(line) if line else "A line that was removed",
        version=state.sub_criteria.get(line_id, 0),
        groups=tuple((group.id, _group_label(snapshot, group)) for group in snapshot.groups),
        scale=scale_shown(snapshot.scale),
        measures_count=snapshot.method.combine is Combine.WEIGHTED_VALUE,
        measures_begin=not state.method_chosen and state.sealed_at is None,
    )


def _only(told: list[str]) -> str:
    return told[0].partition(" ")[2] if told else ""


def _shares(snapshot: Snapshot) -> dict[str, str]:
    """The part of all weight of each group, as it stands; none where the weights cannot be used yet."""
    try:
        found = weigh(snapshot).group_shares
    except Invalid:
        return {}
    return {group: percent(share) for group, share in found.items()}


def _weighing(snapshot: Snapshot) -> str:
    if snapshot.method.combine is Combine.SUM:
        return (
            "Scores are added up without weights, so a group with more lines counts for more: each group's "
            "share is what the plain total implies."
        )
    chosen = next((each for each in snapshot.weight_sets if each.id == snapshot.method.weight_set), None)
    return f"Each group's share is by the weight set “{chosen.name}”." if chosen else ""


def _group(snapshot: Snapshot, place: int, group: CriteriaGroup, lines: list[Line], share: str) -> GroupRow:
    last = len(lines) - 1
    return GroupRow(
        id=group.id,
        place=place,
        number=place + 1,
        colour=colour(place + 1),
        name=group.name,
        short_name=group.short_name,
        stem=group.stem,
        guidance=group.guidance,
        share=f"{share} of the weight" if share else "",
        lines=tuple(_line(line, at, first=at == 0, last=at == last) for at, line in enumerate(lines)),
        first=place == 0,
        last=place == len(snapshot.groups) - 1,
    )


def _line(line: Line, place: int, *, first: bool, last: bool) -> LineRow:
    sub: SubCriterion = line.sub_criterion
    return LineRow(
        id=sub.id,
        place=place,
        number=line.number,
        name=sub.name,
        short_name=sub.short_name,
        label=_line_label(line),
        judged=judged(sub),
        meaning=meaning(sub),
        guidance=sub.guidance,
        rule=sub.not_applicable_rule if sub.kind in COUNTED else "",
        first=first,
        last=last,
    )


def _line_label(line: Line) -> str:
    return f"{line.number} {line.label}"


def _group_label(snapshot: Snapshot, group: CriteriaGroup) -> str:
    return f"{snapshot.groups.index(group) + 1} {group.short_name or group.name}"
