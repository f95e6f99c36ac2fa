"""One line or group left out, and the same scores under other weights (method.md, "Weight sets side by
side").
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import lcm

from appraisal.core.scoring import (
    Shares,
    equal_groups,
    equal_sub_criteria,
    scored_lines,
    shares_of,
)
from appraisal.core.sensitivity.field import Field, Table, Values, in_whole_numbers, ranks, whole
from appraisal.core.sensitivity.results import LeftOut, Level, UnderWeights
from appraisal.core.snapshot import Combine, Snapshot

AS_AGREED = "as-agreed"
DOUBLE = "double-"
NOTHING_LEFT = "Nothing with a weight is left."


def leave_one_out(field: Field) -> tuple[LeftOut, ...]:
    """Every sub-criterion, then every group."""
    table = field.lines
    lines = [_without(table, Level.SUB_CRITERIA, sub, {k}) for k, sub in enumerate(table.ids)]
    groups = [
        _without(table, Level.GROUPS, group, {k for k, of in enumerate(field.group_of) if of == group})
        for group in dict.fromkeys(field.group_of)
    ]
    return (*lines, *groups)


def _without(table: Table, level: Level, name: str, left_out: set[int]) -> LeftOut:
    if sum(table.weights[k] for k in left_out) == table.whole:
        return LeftOut(level, name, {}, NOTHING_LEFT)
    gone = [sum(table.weights[k] * row[k] for k in left_out) for row in table.values]
    totals = [total - part for total, part in zip(table.totals, gone, strict=True)]
    return LeftOut(level, name, ranks(table.options, totals))


def weight_sets(snapshot: Snapshot, values: Values) -> tuple[UnderWeights, ...]:
    """As agreed, equal sub-criteria, equal groups, each group doubled, then every stored set.

    A plain total as agreed is the mean of the scores: every line weighs 1.
    """
    ids = [line.sub_criterion.id for line in scored_lines(snapshot)]
    figures = [[row[sub] for sub in ids] for row in values.values()]
    unit = lcm(1, *{figure.denominator for row in figures for figure in row})
    rows = [[whole(figure, unit) for figure in row] for row in figures]
    return tuple(_under(found, ids, tuple(values), rows, unit) for found in _sets(snapshot))


def _sets(snapshot: Snapshot) -> Iterator[Shares]:
    own = next((one for one in snapshot.weight_sets if one.id == snapshot.method.weight_set), None)
    equal = equal_sub_criteria(snapshot)
    agreed = shares_of(snapshot, equal if own is None or snapshot.method.combine is Combine.SUM else own)
    yield Shares(AS_AGREED, "As agreed", agreed.lines, agreed.groups, problems=agreed.problems)
    yield shares_of(snapshot, equal)
    yield shares_of(snapshot, equal_groups(snapshot))
    of = {line.sub_criterion.id: line.group for line in scored_lines(snapshot)}
    for group in {group.id: group for group in of.values()}.values():
        name = f"{group.short_name or group.name} doubled"
        grown = {sub: share * (2 if of[sub].id == group.id else 1) for sub, share in agreed.lines.items()}
        yield _normalised(f"{DOUBLE}{group.id}", name, grown, {sub: of[sub].id for sub in of})
    for stored in snapshot.weight_sets:
        yield shares_of(snapshot, stored)


def _normalised(ident: str, name: str, weights: Mapping[str, Fraction], of: Mapping[str, str]) -> Shares:
    total = sum(weights.values(), Fraction(0))
    lines = {sub: weight / total for sub, weight in weights.items()}
    groups: dict[str, Fraction] = {}
    for sub, share in lines.items():
        groups[of[sub]] = groups.get(of[sub], Fraction(0)) + share
    return Shares(ident, name, lines, groups)


def _under(
    shares: Shares, ids: Sequence[str], options: Sequence[str], rows: Sequence[Sequence[int]], unit: int
) -> UnderWeights:
    if shares.problems:
        told = " ".join(problem.message for problem in shares.problems)
        return UnderWeights(shares.id, shares.name, problem=told)
    weights = in_whole_numbers([shares.lines[sub] for sub in ids])
    totals = [sum(w * value for w, value in zip(weights, row, strict=True)) for row in rows]
    scale = sum(weights) * unit
    return UnderWeights(
        id=shares.id,
        name=shares.name,
        shares=shares.lines,
        group_shares=shares.groups,
        ranks=ranks(options, totals),
        aggregates={option: Fraction(total, scale) for option, total in zip(options, totals, strict=True)},
    )
