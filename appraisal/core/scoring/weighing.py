"""What each scored line counts for: weights as entered, normalised or in a tree, or implied."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from appraisal.core.scoring.lines import scored_lines
from appraisal.core.snapshot import Combine, Kind, Line, Snapshot, WeightSet
from organisations.errors import Invalid, Problem

ONE = Fraction(1)


@dataclass(frozen=True)
class Weighing:
    """The weights of the scored lines under one way of combining.

    ``factors`` is what each score (or value) is multiplied by; None where weights are needed and there are
    none yet. ``entered`` is each line's weight before normalising over the whole. ``shares`` is each line's
    part of all weight and adds to 1; ``group_shares`` adds the shares up by group.
    """

    combine: Combine
    weight_set: WeightSet | None
    factors: Mapping[str, Fraction] | None
    entered: Mapping[str, Fraction] = field(default_factory=dict)
    shares: Mapping[str, Fraction] = field(default_factory=dict)
    group_shares: Mapping[str, Fraction] = field(default_factory=dict)

    @property
    def weighted(self) -> bool:
        """False for the plain total, which multiplies by nothing."""
        return self.combine != Combine.SUM


def weigh(snapshot: Snapshot, weight_set: str | None = None) -> Weighing:
    """The weights under the appraisal's method, or under another of its weight sets.

    Raises Invalid where ``weight_set`` is given with a plain total or is not one of the appraisal's, and
    where the weights cannot be used (one is negative or missing, or all are 0).
    """
    lines = scored_lines(snapshot)
    combine = snapshot.method.combine
    chosen = _chosen(snapshot, weight_set)
    if combine == Combine.SUM:
        shares = implied_shares(lines)
        return Weighing(
            combine,
            None,
            factors=dict.fromkeys(_ids(lines), ONE),
            entered=dict.fromkeys(_ids(lines), ONE),
            shares=shares,
            group_shares=by_group(lines, shares),
        )
    if chosen is None or not lines:
        return Weighing(combine, chosen, factors=None)
    entered = entered_weights(chosen, lines)
    shares = normalised(entered)
    return Weighing(
        combine,
        chosen,
        factors=entered if combine == Combine.WEIGHTED_SUM else shares,
        entered=entered,
        shares=shares,
        group_shares=by_group(lines, shares),
    )


def _chosen(snapshot: Snapshot, asked: str | None) -> WeightSet | None:
    if asked is not None and snapshot.method.combine == Combine.SUM:
        text = "This appraisal adds plain scores: it has no weights, so no weight set can be chosen."
        raise Invalid([Problem("weight_set", text)])
    wanted = asked if asked is not None else snapshot.method.weight_set
    if wanted is None:
        return None
    for weight_set in snapshot.weight_sets:
        if weight_set.id == wanted:
            return weight_set
    known = ", ".join(weight_set.id for weight_set in snapshot.weight_sets) or "none"
    raise Invalid(
        [Problem("weight_set", f"There is no weight set {wanted!r}. The weight sets here: {known}.")]
    )


def implied_shares(lines: Sequence[Line]) -> dict[str, Fraction]:
    """Implied shares under a plain total, in proportion to each scale's width (method.md, "Implied weight").

    Without any scale all lines are taken to share one; with some scales missing nothing can be said.
    """
    ends = [line.ends for line in lines]
    if not any(ends) and all(line.sub_criterion.kind is Kind.SCORE for line in lines):
        return normalised(dict.fromkeys(_ids(lines), ONE)) if lines else {}
    if not all(ends):
        return {}
    widths = [Fraction(each[1] - each[0]) for each in ends if each]
    return normalised(dict(zip(_ids(lines), widths, strict=True)))


def entered_weights(weight_set: WeightSet, lines: Sequence[Line]) -> dict[str, Fraction]:
    """Each line's weight as entered; in a tree the group's weight times the line's share within its group.

    Raises Invalid where the weights cannot be used.
    """
    _refuse_unusable(weight_set, lines)
    local = {sub: Fraction(weight_set.sub_criteria[sub]) for sub in _ids(lines)}
    if weight_set.groups is None:
        return local
    sums: dict[str, Fraction] = {}
    for line in lines:
        sums[line.group.id] = sums.get(line.group.id, Fraction(0)) + local[line.sub_criterion.id]
    entered = {}
    for line in lines:
        group, sub = line.group.id, line.sub_criterion.id
        whole = Fraction(weight_set.groups[group])
        entered[sub] = whole * local[sub] / sums[group] if whole else Fraction(0)
    return entered


def _refuse_unusable(weight_set: WeightSet, lines: Sequence[Line]) -> None:
    """Raise Invalid with every reason why these weights cannot be used."""
    path = f"weight_sets[{weight_set.id}]"
    problems = _amiss(f"{path}.sub_criteria", weight_set.sub_criteria, _ids(lines))
    if weight_set.groups is not None:
        problems += _amiss(
            f"{path}.groups", weight_set.groups, dict.fromkeys(line.group.id for line in lines)
        )
    if not problems:
        problems = _all_nought(path, weight_set, lines)
    if problems:
        raise Invalid(problems)


def _amiss(path: str, weights: Mapping[str, object], ids: Iterable[str]) -> list[Problem]:
    problems = []
    for name in ids:
        if name not in weights:
            problems.append(Problem(f"{path}.{name}", "This weight is missing."))
        elif weights[name] < 0:  # type: ignore[operator]
            problems.append(Problem(f"{path}.{name}", "A weight cannot be negative."))
    return problems


def _all_nought(path: str, weight_set: WeightSet, lines: Sequence[Line]) -> list[Problem]:
    """Weights that leave nothing to divide by: every one 0, or every one in a group that counts."""
    groups = weight_set.groups
    by_group: dict[str, list[str]] = {}
    for line in lines:
        by_group.setdefault(line.group.id, []).append(line.sub_criterion.id)
    counts = {group for group, subs in by_group.items() if any(weight_set.sub_criteria[sub] for sub in subs)}
    if groups is None:
        return [] if counts else [Problem(path, "Every weight is 0, so nothing would count.")]
    problems = [
        Problem(f"{path}.groups.{group}", "The group has a weight, but every line in it has weight 0.")
        for group in by_group
        if groups[group] and group not in counts
    ]
    if not any(groups[group] for group in by_group):
        problems.append(Problem(path, "Every group's weight is 0, so nothing would count."))
    return problems


def normalised(weights: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """The weights as shares of their sum, which is above 0."""
    whole = sum(weights.values(), Fraction(0))
    return {name: weight / whole for name, weight in weights.items()}


def by_group(lines: Sequence[Line], shares: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """The shares of lines added up by criteria group."""
    found: dict[str, Fraction] = {}
    for line in lines:
        if line.sub_criterion.id in shares:
            group = line.group.id
            found[group] = found.get(group, Fraction(0)) + shares[line.sub_criterion.id]
    return found


def _ids(lines: Sequence[Line]) -> tuple[str, ...]:
    return tuple(line.sub_criterion.id for line in lines)
