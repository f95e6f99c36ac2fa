"""What stands beside the figures: shares of the groups, printed figures, options without a rank, notes."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from appraisal.core.evaluation import Evaluation, agrees
from appraisal.core.figures import number_text, percent, written
from appraisal.core.sentences import Names, option_label
from appraisal.core.sentences.weighting import no_weights
from appraisal.core.sentences.words import stopped
from appraisal.core.snapshot import CellState, Combine, Option, OptionStage, Snapshot, WeightSet
from appraisal.selectors.pages.colours import colour

FEW = 5
"""So many notes on the data are all shown; of more, those on scores."""


@dataclass(frozen=True)
class ShareRow:
    """One group: its scored lines, its weight as entered, its share of the total, and an equal share."""

    number: int
    colour: int
    name: str
    lines: int
    entered: str
    share: str
    equal: str


@dataclass(frozen=True)
class Shares:
    """How much each group counts, ``sentence`` saying by what rule. ``entered``: weights were chosen."""

    sentence: str
    rows: tuple[ShareRow, ...]
    entered: bool
    entered_sum: str


@dataclass(frozen=True)
class Difference:
    """A printed figure that is not what the scores give."""

    what: str
    printed: str
    computed: str


@dataclass(frozen=True)
class PrintedCheck:
    """The figures a source printed against the computed ones: how many there are, and each that differs.

    ``rounded``: some are what the scores give only as the source rounds.
    """

    compared: int
    differences: tuple[Difference, ...]
    rounded: bool


@dataclass(frozen=True)
class Unranked:
    """An option without a rank, and why."""

    id: str
    label: str
    status: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class NoteRow:
    """A note on the data: what it is about, in words, and the cell it is about, where it is about one."""

    about: str
    text: str
    cell: tuple[str, str] | None


def shares(snapshot: Snapshot, evaluation: Evaluation) -> Shares | None:
    """How much each group counts; None while nothing can be scored."""
    if not evaluation.group_shares:
        return None
    weights = next((item for item in snapshot.weight_sets if item.id == evaluation.weight_set), None)
    counted = [group for group in snapshot.groups if evaluation.group_shares.get(group.id)]
    equal = Fraction(1, len(counted)) if counted else Fraction(0)
    return Shares(
        sentence=_rule(snapshot, evaluation, weights),
        rows=tuple(
            ShareRow(
                number=place,
                colour=colour(place),
                name=group.name,
                lines=sum(sub.id in evaluation.weights for sub in group.sub_criteria),
                entered=_entered(weights, group.id),
                share=_share(snapshot, evaluation, group.id),
                equal=percent(equal) if group in counted else percent(Fraction(0)),
            )
            for place, group in enumerate(snapshot.groups, start=1)
        ),
        entered=bool(weights and weights.groups is not None),
        entered_sum=written(sum(weights.groups.values())) if weights and weights.groups is not None else "",
    )


def printed_check(snapshot: Snapshot, evaluation: Evaluation) -> PrintedCheck:
    """Each figure of the source beside the computed one; a total that is not complete cannot be compared."""
    pairs = list(_printed_pairs(snapshot, evaluation))
    return PrintedCheck(
        compared=len(pairs),
        differences=tuple(
            Difference(what, number_text(printed), instead if computed is None else written(computed))
            for what, printed, computed, instead in pairs
            if computed is None or not agrees(printed, computed, computed)
        ),
        rounded=any(
            computed is not None and Fraction(printed) != computed for _, printed, computed, _ in pairs
        ),
    )


def unranked(snapshot: Snapshot, evaluation: Evaluation) -> tuple[Unranked, ...]:
    """The options without a rank in file order, each with its reason."""
    return tuple(
        Unranked(option.id, option_label(option), *_why(snapshot, evaluation, option))
        for option in snapshot.options
        if not evaluation.by_id[option.id].ranked
    )


def notes(snapshot: Snapshot) -> tuple[NoteRow, ...]:
    """The notes on the data in the order of the file, each with what it is about in words."""
    names = Names(snapshot)
    return tuple(
        NoteRow(_about(snapshot, names, note.about), note.text, _cell_of(snapshot, note.about))
        for note in snapshot.notes
    )


def in_the_open(
    snapshot: Snapshot, evaluation: Evaluation, found: tuple[NoteRow, ...]
) -> tuple[NoteRow, ...]:
    """Those of the notes that nobody should have to look for: all, or of more than ``FEW`` those on scores.

    How a score was worked out stands under the matrix already, and is left out of the many.
    """
    if len(found) <= FEW:
        return found
    return tuple(
        note
        for note in found
        if note.cell
        and note.cell not in evaluation.worked_out
        and (cell := snapshot.cell_at.get(note.cell))
        and cell.state is CellState.SCORED
    )


def _rule(snapshot: Snapshot, evaluation: Evaluation, weights: WeightSet | None) -> str:
    if evaluation.combine is Combine.SUM:
        return (
            f"{no_weights(snapshot)}: every scored line counts once, so a group counts for more the more "
            "scored lines it has and the wider their scale."
        )
    how = {
        Combine.WEIGHTED_SUM: "scores are multiplied by the weights as entered and added up",
        Combine.WEIGHTED_MEAN: "weights are normalised to add up to 1, and multiply the scores",
        Combine.WEIGHTED_VALUE: "weights are normalised to add up to 1, and multiply values from 0 to 100",
    }[evaluation.combine]
    return f"Weights “{weights.name if weights else evaluation.weight_set}”: {how}."


def _entered(weights: WeightSet | None, group_id: str) -> str:
    if weights is None or weights.groups is None or group_id not in weights.groups:
        return ""
    return number_text(weights.groups[group_id])


def _share(snapshot: Snapshot, evaluation: Evaluation, group_id: str) -> str:
    """``4 of 13, 31%`` where no weights were chosen and every line counts the same, else ``31%``."""
    share = evaluation.group_shares.get(group_id, Fraction(0))
    weights = evaluation.weights
    if evaluation.combine is not Combine.SUM or len(set(weights.values())) > 1:
        return percent(share)
    group = next(group for group in snapshot.groups if group.id == group_id)
    counted = sum(sub.id in weights for sub in group.sub_criteria)
    return f"{counted} of {len(weights)}, {percent(share)}"


def _printed_pairs(
    snapshot: Snapshot, evaluation: Evaluation
) -> Iterator[tuple[str, Decimal, Fraction | None, str]]:
    """(what, printed, computed, words where it is None) for each printed figure, by option."""
    if snapshot.printed is None:
        return
    names = Names(snapshot)
    for option in snapshot.options:
        result = evaluation.by_id[option.id]
        instead = "not complete" if result.ranked else "no total"
        for group in snapshot.groups:
            printed = snapshot.printed.group_totals.get(option.id, {}).get(group.id)
            if printed is not None:
                what = f"{names.option(option.id)}, {names.group(group.id)}"
                yield what, printed, result.group_totals.get(group.id), instead
        printed = snapshot.printed.aggregates.get(option.id)
        if printed is not None:
            yield f"{names.option(option.id)}, total", printed, result.aggregate, instead


def _why(snapshot: Snapshot, evaluation: Evaluation, option: Option) -> tuple[str, tuple[str, ...]]:
    """Why an option has no rank: a few words, then the reasons as they were given."""
    given = (option.reason,) if option.reason else ()
    if option.stage is OptionStage.DROPPED:
        return "dropped", given or ("No reason is recorded.",)
    if option.stage is OptionStage.LONG_LIST:
        return "on the long list", given
    result = evaluation.by_id[option.id]
    names = Names(snapshot)
    if result.gate_failed:
        cell = snapshot.cell_at.get((option.id, result.gate_failed))
        reason = cell.rationale if cell and cell.rationale else "No reason is recorded."
        rule = _rule_of(snapshot, result.gate_failed)
        return f"failed the gate {names.line(result.gate_failed)}", (*rule, reason)
    return "not comparable", tuple(
        f"{names.line(sub)} does not apply: {snapshot.line[sub].sub_criterion.not_applicable_rule}"
        for one, sub in evaluation.not_applicable
        if one == option.id
    )


def _rule_of(snapshot: Snapshot, gate: str) -> tuple[str, ...]:
    """The rule of a gate in full, where its label does not say it all."""
    line = snapshot.line[gate]
    sub = line.sub_criterion
    if sub.name == line.label and not sub.guidance:
        return ()
    return (f"The rule: {' '.join(filter(None, (stopped(sub.name), sub.guidance)))}",)


def _about(snapshot: Snapshot, names: Names, about: str) -> str:
    """What a note is about, in words; notes[].about of interchange.md."""
    kind, _, rest = about.partition("/")
    if kind == "groups":
        return names.group(rest)
    if kind == "sub-criteria":
        return names.line(rest)
    if kind == "options":
        return names.option(rest)
    cell = _cell_of(snapshot, about)
    return names.cell(*cell) if cell else "The appraisal"


def _cell_of(snapshot: Snapshot, about: str) -> tuple[str, str] | None:
    """(option id, sub-criterion id) of a note about a cell, else None."""
    kind, *rest = about.split("/")
    return (rest[0], rest[1]) if kind == "cells" and len(rest) == 2 else None
