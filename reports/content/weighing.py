"""What counts for how much, in print: the choice, the weights with their shares, and equal groups beside."""

from collections.abc import Iterator
from fractions import Fraction

from appraisal.core.evaluation import Evaluation
from appraisal.core.evaluation.side_by_side import equal_groups, under, under_plain_total
from appraisal.core.figures import number_text, percent
from appraisal.core.scoring import scored_lines
from appraisal.core.sentences import option_heading
from appraisal.core.sentences.group_size import group_size
from appraisal.core.sentences.totals import place_words, second_name, total_words
from appraisal.core.sentences.weighting import no_weights
from appraisal.core.snapshot import Line, OptionStage, Snapshot, WeightSet
from organisations.errors import Invalid
from reports.content.parts import Block, Column, Heading, Run, Table, TableCell, Words

PLACES = 1
"""Decimals of a share, as a percentage."""


def weighing(snapshot: Snapshot, evaluation: Evaluation) -> Iterator[Block]:
    """The shares of the groups and, where there are weights, of every line; why a big group wins."""
    if not evaluation.group_shares:
        return
    own = _own(snapshot, evaluation)
    yield Heading("What counts for how much")
    if own is None:
        yield Words((Run(f"{no_weights(snapshot)}: every score is added once.", strong=True),))
        yield _implied(snapshot, evaluation)
    else:
        yield Words((Run("Weights: ", strong=True), Run(f"“{own.name}”.")))
        yield _set(snapshot, evaluation, own)
    yield from _size(snapshot)


def lists(snapshot: Snapshot) -> Iterator[tuple[str, Table]]:
    """Every weight set with its shares as one flat table for a workbook; none without a set."""
    rows = tuple(row for one in snapshot.weight_sets for row in _flat_rows(snapshot, one))
    if rows:
        heads = ("Weight set", "Group", "Group weight", "Line", "Weight", "Share of all weight")
        yield "Weights", Table("Weight sets with their shares", tuple(Column(head) for head in heads), rows)


def _own(snapshot: Snapshot, evaluation: Evaluation) -> WeightSet | None:
    return next((one for one in snapshot.weight_sets if one.id == evaluation.weight_set), None)


def _implied(snapshot: Snapshot, evaluation: Evaluation) -> Table:
    """What the plain total makes of each group, beside an equal share."""
    counted = [group for group in snapshot.groups if group.id in evaluation.group_shares]
    equal = Fraction(1, len(counted))
    rows = tuple(
        (
            TableCell(group.short_name or group.name, header=True),
            TableCell(str(sum(sub.id in evaluation.weights for sub in group.sub_criteria))),
            TableCell(_share(evaluation.group_shares[group.id])),
            TableCell(_share(equal)),
        )
        for group in counted
    )
    columns = (
        Column("Criteria group", 3),
        Column("Scored lines", 1, number=True),
        Column("Share that the plain total implies", 1.6, number=True),
        Column("If groups counted equally", 1.6, number=True),
    )
    return Table("What each criteria group counts for", columns, rows, hide_caption=True)


def _set(snapshot: Snapshot, evaluation: Evaluation, own: WeightSet) -> Table:
    """Every group and line with its weight as entered and its share."""
    rows = []
    for place, group in enumerate(snapshot.groups, start=1):
        if group.id not in evaluation.group_shares:
            continue
        entered = number_text(own.groups[group.id]) if own.groups else ""
        share = _share(evaluation.group_shares[group.id])
        rows.append(
            (
                TableCell(f"{place} {group.short_name or group.name}", header=True),
                TableCell(entered, strong=True),
                TableCell(share, strong=True),
            )
        )
        rows += [
            (
                TableCell(f"{line.number} {line.label}", header=True),
                TableCell(_weight(own, line)),
                TableCell(_share(evaluation.weights.get(line.sub_criterion.id, Fraction(0)))),
            )
            for line in scored_lines(snapshot)
            if line.group.id == group.id
        ]
    columns = (
        Column("Group and line", 4),
        Column("Weight as entered", 1.2, number=True),
        Column("Share of all weight", 1.2, number=True),
    )
    return Table(f"Weights “{own.name}” and their shares", columns, tuple(rows), hide_caption=True)


def _size(snapshot: Snapshot) -> Iterator[Block]:
    """Why a group of many lines can beat a group of few, with both results."""
    plain = under_plain_total(snapshot)
    equal = _under_equal_groups(snapshot)
    why = group_size(snapshot, plain, equal) if plain and equal else ()
    if not (why and plain and equal):
        return
    yield Words(tuple(Run(f"{sentence.text} ", sentence.strong) for sentence in why))
    short = [option for option in snapshot.options if option.stage is OptionStage.SHORT_LIST]
    if not plain.complete or not short:
        return
    order = [snapshot.option[result.id] for result in plain.options if snapshot.option[result.id] in short]
    rows = tuple(
        (
            TableCell(option_heading(option), sub=second_name(option), header=True),
            *(TableCell(_result(one, option.id)) for one in (plain, equal)),
        )
        for option in order
    )
    columns = (
        Column("Option", 3),
        Column("Added up plainly", 1.4, number=True),
        Column("With equal groups", 1.4, number=True),
    )
    yield Table("Places added up plainly and with equal groups", columns, rows, hide_caption=True)


def _result(evaluation: Evaluation, option: str) -> str:
    result = evaluation.by_id[option]
    return f"{place_words(evaluation, result)} ({total_words(result)})"


def _under_equal_groups(snapshot: Snapshot) -> Evaluation | None:
    try:
        return under(snapshot, equal_groups(snapshot))
    except Invalid:
        return None


def _flat_rows(snapshot: Snapshot, one: WeightSet) -> Iterator[tuple[TableCell, ...]]:
    try:
        shares = under(snapshot, one).weights
    except Invalid:
        return
    for line in scored_lines(snapshot):
        group = line.group
        yield (
            TableCell(one.name, header=True),
            TableCell(group.short_name or group.name),
            TableCell(number_text(one.groups[group.id]) if one.groups else ""),
            TableCell(f"{line.number} {line.label}"),
            TableCell(_weight(one, line), figure=Fraction(one.sub_criteria[line.sub_criterion.id])),
            TableCell(_share(shares[line.sub_criterion.id])),
        )


def _weight(one: WeightSet, line: Line) -> str:
    return number_text(one.sub_criteria[line.sub_criterion.id])


def _share(share: Fraction) -> str:
    return percent(share, PLACES)
