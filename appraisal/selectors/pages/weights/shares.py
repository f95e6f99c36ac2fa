"""Weights as entered and the shares that they come to, ready to print."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from appraisal.core.figures import number_text, percent, written
from appraisal.core.scoring import scored_lines, weigh
from appraisal.core.snapshot import Combine, Method, Snapshot, WeightSet
from appraisal.selectors.pages.colours import colour
from organisations.errors import Invalid

PLACES = 1
"""Decimals of a share, as a percentage."""


@dataclass(frozen=True)
class Shares:
    """What weights come to: exact shares by line and by group; ``problem`` says why there are none."""

    lines: Mapping[str, Fraction]
    groups: Mapping[str, Fraction]
    problem: str = ""


@dataclass(frozen=True)
class LineShare:
    """One line: its weight as entered, its share within its group, and its share of all weight."""

    id: str
    number: str
    label: str
    entered: str
    given: bool
    within: str
    share: str


@dataclass(frozen=True)
class GroupShare:
    """One group with its scored lines. ``entered`` is empty where the set gives groups no weight."""

    id: str
    number: int
    colour: int
    name: str
    entered: str
    given: bool
    entered_sum: str
    share: str
    lines: tuple[LineShare, ...]


def shares_of(snapshot: Snapshot, weight_set: WeightSet | None) -> Shares:
    """The shares under a weight set, or with None those that the plain total implies."""
    if weight_set is None:
        method, sets = Method(Combine.SUM), snapshot.weight_sets
    else:
        method, sets = Method(Combine.WEIGHTED_MEAN, weight_set.id), (weight_set,)
    try:
        weighing = weigh(replace(snapshot, method=method, weight_sets=sets))
    except Invalid as invalid:
        return Shares({}, {}, " ".join(problem.message for problem in invalid.problems))
    return Shares(weighing.shares, weighing.group_shares)


def group_rows(
    snapshot: Snapshot, weight_set: WeightSet, to_give: frozenset[str] = frozenset()
) -> tuple[GroupShare, ...]:
    """The rows of one set. ``to_give`` are the ids of lines and groups whose weight nobody has given yet."""
    shares, places = shares_of(snapshot, weight_set), group_places(snapshot)
    found = []
    for group in snapshot.groups:
        lines = [line for line in scored_lines(snapshot) if line.group.id == group.id]
        if not lines:
            continue
        local = {line.sub_criterion.id: weight_set.sub_criteria.get(line.sub_criterion.id) for line in lines}
        whole = sum((weight for weight in local.values() if weight is not None), start=0)
        found.append(
            GroupShare(
                id=group.id,
                number=places[group.id],
                colour=colour(places[group.id]),
                name=group.short_name or group.name,
                entered=_entered(weight_set.groups, group.id),
                given=group.id not in to_give,
                entered_sum=written(whole, 6),
                share=share_text(shares.groups.get(group.id)),
                lines=tuple(
                    LineShare(
                        id=line.sub_criterion.id,
                        number=line.number,
                        label=line.label,
                        entered=_entered(weight_set.sub_criteria, line.sub_criterion.id),
                        given=line.sub_criterion.id not in to_give,
                        within=_within(local[line.sub_criterion.id], whole),
                        share=share_text(shares.lines.get(line.sub_criterion.id)),
                    )
                    for line in lines
                ),
            )
        )
    return tuple(found)


def group_places(snapshot: Snapshot) -> Mapping[str, int]:
    """The number of each group, as people call it."""
    return {group.id: place for place, group in enumerate(snapshot.groups, start=1)}


def sum_words(snapshot: Snapshot, weight_set: WeightSet) -> str:
    """``The weights add up to 27.``; on two levels the sum of the groups' weights."""
    lines = [line.sub_criterion.id for line in scored_lines(snapshot)]
    if weight_set.groups is not None:
        counted = dict.fromkeys(line.group.id for line in scored_lines(snapshot))
        whole = sum((Fraction(weight_set.groups.get(group, 0)) for group in counted), Fraction(0))
        return f"The groups' weights add up to {written(whole, 6)}."
    whole = sum((Fraction(weight_set.sub_criteria.get(line, 0)) for line in lines), Fraction(0))
    return f"The weights add up to {written(whole, 6)}."


def share_text(share: Fraction | None) -> str:
    """``33.3%``; a dash where there is none."""
    return "–" if share is None else percent(share, PLACES)


def _entered(weights: Mapping[str, object] | None, name: str) -> str:
    weight = (weights or {}).get(name)
    return "" if weight is None else number_text(weight)  # type: ignore[arg-type]


def _within(weight: object, whole: object) -> str:
    if weight is None or not whole:
        return "–"
    return percent(Fraction(weight) / Fraction(whole), PLACES)  # type: ignore[call-overload]
