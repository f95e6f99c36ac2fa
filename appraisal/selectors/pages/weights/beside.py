"""The same scores under the plain total, under equal groups, and under each weight set, side by side."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from appraisal.core.evaluation import Evaluation, evaluate
from appraisal.core.evaluation.side_by_side import (
    equal_groups,
    equal_sub_criteria,
    under,
    under_plain_total,
)
from appraisal.core.sentences import Paragraph, option_heading
from appraisal.core.sentences.group_size import group_size
from appraisal.core.sentences.scale import UNITS
from appraisal.core.sentences.totals import place_words, second_name, total_words
from appraisal.core.snapshot import Combine, OptionStage, Snapshot, WeightSet
from appraisal.selectors.pages.colours import colour
from appraisal.selectors.pages.weights.shares import group_places, share_text
from organisations.errors import Invalid

MOST_SETS = 8
"""So many stored sets stand side by side; each of them is worked out in full."""


@dataclass(frozen=True)
class Way:
    """One way of weighing: a column. ``own`` marks the one that the appraisal's results stand on."""

    name: str
    unit: str
    own: bool


@dataclass(frozen=True)
class GroupBeside:
    """One criteria group: its scored lines, and its share under each way."""

    number: int
    colour: int
    name: str
    lines: int
    shares: tuple[str, ...]


@dataclass(frozen=True)
class OptionBeside:
    """One ranked option: (place, total) under each way; ``moves`` where its place is not the same in all."""

    heading: str
    name: str
    results: tuple[tuple[str, str], ...]
    moves: bool


@dataclass(frozen=True)
class SideBySide:
    """The columns, the shares of the groups, the places of the options, and why they differ."""

    ways: tuple[Way, ...]
    groups: tuple[GroupBeside, ...]
    options: tuple[OptionBeside, ...]
    why: Paragraph

    @property
    def moving(self) -> bool:
        """Whether any option's place is not the same under every way."""
        return any(option.moves for option in self.options)


WORKED_OUT = ", worked out"

BRIEFLY = {**UNITS, Combine.WEIGHTED_VALUE: "of 100"}
"""What totals are, under the name of a way of weighing."""


def side_by_side(snapshot: Snapshot, *, stored: bool = True) -> SideBySide | None:
    """What the groups count for and who comes where; None while no line is scored.

    ``stored`` takes in the appraisal's weight sets as well, its own always.
    """
    found = list(_ways(snapshot, stored=stored))
    if not found:
        return None
    plain = next((one for way, one in found if one.combine is Combine.SUM), None)
    equal = next((one for _, one in found if one.weight_set == equal_groups(snapshot).id), None)
    shown = [(way, one) for way, one in found if not _stands_twice(way, one, found)]
    return SideBySide(
        ways=tuple(way for way, _ in shown),
        groups=_groups(snapshot, [one for _, one in shown]),
        options=_options(snapshot, [one for _, one in shown]),
        why=group_size(snapshot, plain, equal) if plain and equal else (),
    )


def _ways(snapshot: Snapshot, *, stored: bool) -> list[tuple[Way, Evaluation]]:
    """The columns: the appraisal's own first."""
    method, own = snapshot.method, None
    found: list[tuple[Way, Evaluation]] = []
    if method.combine is not Combine.SUM and method.weight_set is not None:
        own = next((one for one in snapshot.weight_sets if one.id == method.weight_set), None)
        if own and (evaluation := _evaluated(snapshot)):
            found.append((Way(own.name, BRIEFLY[method.combine], own=True), evaluation))
    if plain := under_plain_total(snapshot):
        chosen = method.combine is Combine.SUM
        found.append((Way("Plain total", BRIEFLY[Combine.SUM], own=chosen), plain))
    for one in (*_made(snapshot, plain), *_others(snapshot, own, stored=stored)):
        try:
            evaluation = under(snapshot, one)
        except Invalid:
            continue
        if evaluation.scored_lines:
            found.append((Way(one.name, BRIEFLY[evaluation.combine], own=False), evaluation))
    return found


def _made(snapshot: Snapshot, plain: Evaluation | None) -> tuple[WeightSet, ...]:
    """Equal groups, and equal lines where the plain total does not already count every line the same.

    A stored set may have the name of one of them, and no longer its weights: lines come and go.
    """
    made = [equal_sub_criteria(snapshot), equal_groups(snapshot)]
    if plain and len(set(plain.weights.values())) == 1:
        del made[0]
    names = {one.name for one in snapshot.weight_sets}
    return tuple(replace(one, name=one.name + WORKED_OUT) if one.name in names else one for one in made)


def _stands_twice(way: Way, one: Evaluation, found: Iterable[tuple[Way, Evaluation]]) -> bool:
    """Whether a way that is worked out has a stored set of its name that weighs the very same."""
    return any(
        way.name == other.name + WORKED_OUT and (one.combine, one.weights) == (stored.combine, stored.weights)
        for other, stored in found
    )


def _others(snapshot: Snapshot, own: WeightSet | None, *, stored: bool) -> tuple[WeightSet, ...]:
    """The stored sets but the appraisal's own."""
    return tuple(one for one in snapshot.weight_sets if one is not own)[:MOST_SETS] if stored else ()


def _evaluated(snapshot: Snapshot) -> Evaluation | None:
    try:
        return evaluate(snapshot)
    except Invalid:
        return None


def _groups(snapshot: Snapshot, evaluations: list[Evaluation]) -> tuple[GroupBeside, ...]:
    places: Mapping[str, int] = group_places(snapshot)
    scored = set(evaluations[0].scored_lines)
    return tuple(
        GroupBeside(
            number=places[group.id],
            colour=colour(places[group.id]),
            name=group.short_name or group.name,
            lines=sum(sub.id in scored for sub in group.sub_criteria),
            shares=tuple(share_text(one.group_shares.get(group.id)) for one in evaluations),
        )
        for group in snapshot.groups
        if any(sub.id in scored for sub in group.sub_criteria)
    )


def _options(snapshot: Snapshot, evaluations: list[Evaluation]) -> tuple[OptionBeside, ...]:
    """The short-listed options in rank order of the first column; none while nothing is scored."""
    if not any(cell.score is not None or cell.mark for cell in snapshot.cells):
        return ()
    rows = []
    for result in evaluations[0].options:
        option = snapshot.option[result.id]
        if option.stage is not OptionStage.SHORT_LIST:
            continue
        found = tuple(
            (place_words(one, one.by_id[option.id]), total_words(one.by_id[option.id])) for one in evaluations
        )
        rows.append(
            OptionBeside(
                heading=option_heading(option),
                name=second_name(option),
                results=found,
                moves=len({place for place, _ in found}) > 1,
            )
        )
    return tuple(rows)
