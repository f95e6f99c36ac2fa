"""What was set up, in words: the options with their proposals, the criteria with their scales."""

from dataclasses import dataclass

from appraisal.core.figures import number_text
from appraisal.core.sentences import option_heading
from appraisal.core.sentences.totals import second_name
from appraisal.core.snapshot import CriteriaGroup, Kind, Option, OptionStage, Scale, Snapshot
from appraisal.selectors.pages.colours import colour

STAGES = {
    OptionStage.SHORT_LIST: "Short list",
    OptionStage.LONG_LIST: "Long list",
    OptionStage.DROPPED: "Dropped",
}
KINDS = {
    Kind.SCORE: "Scored",
    Kind.WORDS: "In words only",
    Kind.GATE: "Pass or fail",
    Kind.MEASURE: "Measured",
}


@dataclass(frozen=True)
class OptionShown:
    """One option: what it is called, where it stands and why, and what it proposes."""

    id: str
    heading: str
    short: str
    name: str
    other_names: tuple[str, ...]
    stage: str
    reason: str
    baseline: bool
    proposal: tuple[str, ...]
    summary: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class LineShown:
    """One line: its number, name, how it is judged, and what else was said of it."""

    number: str
    name: str
    judged: str
    guidance: str
    rule: str


@dataclass(frozen=True)
class GroupShown:
    """One criteria group with its lines."""

    number: int
    colour: int
    name: str
    stem: str
    guidance: str
    lines: tuple[LineShown, ...]


@dataclass(frozen=True)
class ScaleShown:
    """A scale: its ends in words, and each point that has a descriptor."""

    words: str
    points: tuple[tuple[str, str, bool], ...]


def options_shown(snapshot: Snapshot) -> tuple[OptionShown, ...]:
    """The options in the order of the file."""
    return tuple(_option(snapshot, option) for option in snapshot.options)


def groups_shown(snapshot: Snapshot) -> tuple[GroupShown, ...]:
    """The criteria in order."""
    return tuple(_group(snapshot, number, group) for number, group in enumerate(snapshot.groups, start=1))


def scale_shown(scale: Scale | None) -> ScaleShown | None:
    """The scale in words: points are (value, descriptor, whether it is the neutral point)."""
    if scale is None:
        return None
    step = "" if scale.step == 1 else f" in steps of {number_text(scale.step)}"
    return ScaleShown(
        words=f"{number_text(scale.lo)} to {number_text(scale.hi)}{step}",
        points=tuple(
            (number_text(point.value), point.label, point.value == scale.neutral) for point in scale.points
        ),
    )


def _option(snapshot: Snapshot, option: Option) -> OptionShown:
    return OptionShown(
        id=option.id,
        heading=option_heading(option),
        short=second_name(option),
        name=option.name if option.short_name else "",
        other_names=option.other_names,
        stage=STAGES[option.stage],
        reason=option.reason,
        baseline=option.baseline,
        proposal=option.proposal,
        summary=option.summary,
        notes=snapshot.notes_about.get(f"options/{option.id}", ()),
    )


def _group(snapshot: Snapshot, number: int, group: CriteriaGroup) -> GroupShown:
    return GroupShown(
        number=number,
        colour=colour(number),
        name=group.name,
        stem=group.stem,
        guidance=group.guidance,
        lines=tuple(
            LineShown(
                number=line.number,
                name=line.sub_criterion.name,
                judged=_judged(line.sub_criterion.kind, line.sub_criterion.scale),
                guidance=line.sub_criterion.guidance,
                rule=line.sub_criterion.not_applicable_rule,
            )
            for line in snapshot.lines
            if line.group.id == group.id
        ),
    )


def _judged(kind: Kind, own_scale: Scale | None) -> str:
    shown = scale_shown(own_scale)
    return f"{KINDS[kind]}, {shown.words}" if shown else KINDS[kind]
