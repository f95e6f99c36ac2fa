"""What counts for how much: that no weights were chosen and what that means, or the weights' shares."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

from appraisal.core.figures import percent
from appraisal.core.sentences.standing import Standing
from appraisal.core.sentences.words import Sentence, capital, join, number_word, plural, quoted
from appraisal.core.snapshot import Combine, Line, Snapshot, WeightSet

MOST_GROUPS = 6
"""The shares of so many groups are told one by one; of more, the three largest."""


def weights(standing: Standing) -> Iterator[Sentence]:
    """How much each line and criteria group counts for; nothing while there is no scale or no scored line."""
    if not standing.evaluation.weights or standing.evaluation.highest_possible is None:
        return
    if standing.evaluation.combine is Combine.SUM:
        yield Sentence(_no_weights(standing), kind="weights")
        return
    yield Sentence(_weight_set(standing), kind="weights")
    if heaviest := _heaviest_line(standing):
        yield Sentence(heaviest, kind="weights")
    if nothing := _without_weight(standing):
        yield Sentence(nothing, kind="weights")
    own = standing.snapshot.method.weight_set
    if own is not None and own != standing.evaluation.weight_set:
        name = quoted(_set(standing, own).name)
        yield Sentence(
            f"These are not the appraisal's own weights, which are the set {name}.", kind="weights"
        )


def no_weights(snapshot: Snapshot) -> str:
    """``No weights were chosen``; where a set of them is stored, only that these totals use none."""
    return "These totals use no weights" if snapshot.weight_sets else "No weights were chosen"


def _no_weights(standing: Standing) -> str:
    """The plain total: each line counts once, or, where scales differ, by how far its scale reaches."""
    evaluation, lines = standing.evaluation, standing.snapshot.line
    none = no_weights(standing.snapshot)
    if len({_width(lines[sub]) for sub in evaluation.scored_lines}) > 1:
        head = f"{none}, but scales differ in width, so a line on a wider scale counts for more"
        tail = _largest(standing, lambda group: f"{percent(evaluation.group_shares[group])} of the range")
    else:
        count = len(evaluation.scored_lines)
        head = f"{none}, so each line counts once"
        tail = _largest(standing, lambda group: f"{_lines_in(standing, group)} of {count} lines")
    return f"{head}{tail}."


def _largest(standing: Standing, part: Callable[[str], str]) -> str:
    """`` and 1 Outcomes counts for 4 of 13 lines``: the groups that count most; empty with a single group."""
    shares = standing.evaluation.group_shares
    if len(shares) < 2:
        return ""
    top = [group for group, share in shares.items() if share == max(shares.values())]
    if len(top) == len(shares):
        return f" and each of the {number_word(len(top))} criteria groups counts for {part(top[0])}"
    names = join([standing.names.group(group) for group in top])
    return f" and {names} {'counts' if len(top) == 1 else 'each count'} for {part(top[0])}"


def _lines_in(standing: Standing, group: str) -> int:
    return sum(1 for sub in standing.evaluation.scored_lines if standing.snapshot.line[sub].group.id == group)


def _width(line: Line) -> Fraction:
    return Fraction(line.ends[1] - line.ends[0]) if line.ends else Fraction(0)


def _weight_set(standing: Standing) -> str:
    evaluation = standing.evaluation
    head = f"Scores are weighted by the set {quoted(_set(standing, evaluation.weight_set).name)}"
    if len(set(evaluation.weights.values())) == 1 and len(evaluation.weights) > 1:
        head += ", which gives every line the same weight"
    shares = sorted(evaluation.group_shares.items(), key=lambda item: -item[1])
    if len(shares) < 2:
        return f"{head}."
    told = shares if len(shares) <= MOST_GROUPS else shares[:3]
    which = "" if len(told) == len(shares) else "the largest shares are "
    return f"{head}: {which}{_told(standing, dict(told))}."


def _told(standing: Standing, shares: Mapping[str, Fraction]) -> str:
    """``1 Outcomes counts for 40%, 2 Governance 35% and 3 Officers 25%``."""
    first, *others = [(standing.names.group(group), percent(share)) for group, share in shares.items()]
    return join([f"{first[0]} counts for {first[1]}", *(f"{name} for {share}" for name, share in others)])


def _heaviest_line(standing: Standing) -> str:
    shares = standing.evaluation.weights
    top = [sub for sub, share in shares.items() if share == max(shares.values())]
    if len(top) > 1 or len(shares) < 2:
        return ""
    return f"The line with the most weight is {standing.names.line(top[0])}, with {percent(shares[top[0]])}."


def _without_weight(standing: Standing) -> str:
    without = [sub for sub, share in standing.evaluation.weights.items() if share == 0]
    if not without:
        return ""
    few = len(without) <= MOST_GROUPS
    names = join([standing.names.line(sub) for sub in without]) if few else plural(len(without), "line")
    return capital(f"{names} {'has' if len(without) == 1 else 'have'} no weight in any total.")


def _set(standing: Standing, wanted: str | None) -> WeightSet:
    return next(one for one in standing.snapshot.weight_sets if one.id == wanted)
