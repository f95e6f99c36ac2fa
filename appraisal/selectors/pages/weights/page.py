"""The Weights page: what was chosen, what counts for how much, and the sets."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from appraisal.core.scoring import scored_lines
from appraisal.core.sentences import Names, join, plural, quoted
from appraisal.core.snapshot import Combine, Snapshot, WeightSet
from appraisal.selectors import setup, snapshots
from appraisal.selectors.pages.weights.beside import SideBySide, side_by_side
from appraisal.selectors.pages.weights.shares import GroupShare, group_rows, shares_of, sum_words

HOW = {
    Combine.WEIGHTED_SUM: "scores are multiplied by the weights as entered, and added up",
    Combine.WEIGHTED_MEAN: "each weight's share of all weight multiplies the scores, which are added up",
    Combine.WEIGHTED_VALUE: (
        "each weight's share of all weight multiplies values from 0 to 100, which are added up"
    ),
}


@dataclass(frozen=True)
class SetShown:
    """One weight set. ``problem`` says why it cannot be used, ``to_give`` whose weight nobody has given."""

    id: str
    name: str
    own: bool
    place: int
    first: bool
    last: bool
    two_levels: bool
    sum_words: str
    problem: str
    to_give: str
    groups: tuple[GroupShare, ...]


@dataclass(frozen=True)
class WeightsPage:
    """All of the page. ``said`` states the choice; ``chosen`` is False while nobody has made one."""

    said: str
    chosen: bool
    weighted: bool
    sealed: bool
    sealed_at: datetime | None
    scores: int
    lines: int
    sets: tuple[SetShown, ...]
    beside: SideBySide | None


def weights_page(appraisal_id: UUID) -> WeightsPage:
    """The page of an appraisal that the person has been found to see."""
    state = setup.setup_state(appraisal_id)
    snapshot = snapshots.snapshot(appraisal_id)
    return WeightsPage(
        said=choice_words(snapshot, chosen=state.method_chosen),
        chosen=state.method_chosen,
        weighted=snapshot.method.combine is not Combine.SUM,
        sealed=state.sealed,
        sealed_at=state.sealed_at,
        scores=state.scores,
        lines=len(scored_lines(snapshot)),
        sets=tuple(
            _set(snapshot, one, place, frozenset(state.weights_to_give.get(one.id, ())))
            for place, one in enumerate(snapshot.weight_sets)
        ),
        beside=side_by_side(snapshot),
    )


def choice_words(snapshot: Snapshot, *, chosen: bool) -> str:
    """What was chosen, in a sentence or two."""
    method = snapshot.method
    if method.combine is Combine.SUM:
        plain = (
            "every score is added once, so a criteria group counts for more the more scored lines it has, "
            "and a line the wider its scale"
        )
        if chosen:
            return f"No weights: that was chosen, and reports say so. {plain[:1].upper()}{plain[1:]}."
        return f"Nobody has said yet whether weights count. Until somebody does, {plain}."
    own = next((one for one in snapshot.weight_sets if one.id == method.weight_set), None)
    if own is None:
        return f"Weights count ({HOW[method.combine]}), but no weight set is the appraisal's own yet."
    if not chosen:
        head = "Nobody has said yet how weights count. Until somebody does, the weights"
        return f"{head} {quoted(own.name)} are taken: {HOW[method.combine]}."
    return f"The weights {quoted(own.name)} are the appraisal's own: {HOW[method.combine]}."


def _set(snapshot: Snapshot, one: WeightSet, place: int, to_give: frozenset[str]) -> SetShown:
    return SetShown(
        id=one.id,
        name=one.name,
        own=snapshot.method.combine is not Combine.SUM and snapshot.method.weight_set == one.id,
        place=place,
        first=place == 0,
        last=place == len(snapshot.weight_sets) - 1,
        two_levels=one.groups is not None,
        sum_words=sum_words(snapshot, one),
        problem=shares_of(snapshot, one).problem,
        to_give=_to_give(snapshot, to_give),
        groups=group_rows(snapshot, one, to_give),
    )


def _to_give(snapshot: Snapshot, ids: frozenset[str]) -> str:
    """``1c Seamless care and 2 Governance``; counted where they are many."""
    if not ids:
        return ""
    names = Names(snapshot)
    lines = [names.line(line.sub_criterion.id) for line in snapshot.lines if line.sub_criterion.id in ids]
    groups = [names.group(group.id) for group in snapshot.groups if group.id in ids]
    told = [*lines, *groups]
    if len(told) < 7:
        return join(told)
    counted = [plural(len(each), noun) for each, noun in ((lines, "line"), (groups, "group")) if each]
    return join(counted)
