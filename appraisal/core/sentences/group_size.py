"""Why a group of many lines can beat a group of few: the plain total beside groups that count equally."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from appraisal.core.evaluation import Evaluation
from appraisal.core.figures import percent
from appraisal.core.sentences.standing import Standing
from appraisal.core.sentences.words import Paragraph, Sentence, capital, join, plural, points
from appraisal.core.snapshot import Snapshot

MOST_GROUPS = 6
"""So many groups are told one by one; of more, the largest and the smallest share."""


def group_size(snapshot: Snapshot, plain: Evaluation, equal: Evaluation) -> Paragraph:
    """What the plain total makes of the sizes of the groups, and what equal groups would.

    ``plain`` is the appraisal under a plain total, ``equal`` under groups that count equally, both of the
    same scores. Empty where fewer than two groups are scored, or where they count equally anyway.
    """
    shares = plain.group_shares
    if len(shares) < 2 or len(set(shares.values())) == 1:
        return ()
    one, other = Standing(snapshot, plain), Standing(snapshot, equal)
    return (
        Sentence(_implied(one, shares), kind="group-size"),
        *_who_is_first(one, other),
        *_why(one, other),
    )


def _implied(plain: Standing, shares: Mapping[str, Fraction]) -> str:
    """``Added up plainly, 1 Outcomes counts for 80% (four lines) and 2 Finance for 20% (one line)...``."""
    told = sorted(shares.items(), key=lambda item: -item[1])
    if len(told) > MOST_GROUPS:
        told = [told[0], told[-1]]
    first, *others = [
        (plain.names.group(group), percent(share), plural(_lines(plain, group), "scored line"))
        for group, share in told
    ]
    parts = [f"{first[0]} counts for {first[1]} ({first[2]})"]
    parts += [f"{name} for {share} ({lines})" for name, share, lines in others]
    each = percent(Fraction(1, len(shares)), 1)
    some = "" if len(told) == len(shares) else "at the two ends "
    widths = {ends[1] - ends[0] for sub in plain.evaluation.scored_lines if (ends := _ends(plain, sub))}
    wide = " A line on a wider scale counts for more." if len(widths) > 1 else ""
    equal = f"If the groups counted equally, each would count for {each}."
    return f"Added up plainly, {some}{join(parts)}.{wide} {equal}"


def _who_is_first(plain: Standing, equal: Standing) -> Iterator[Sentence]:
    """Whether the first place is the same under both; nothing while either is not decided."""
    if not _decided(plain) or not _decided(equal):
        return
    before, after = (_leaders(each) for each in (plain, equal))
    if set(before) == set(after):
        text = f"{plain.names.options(before)} {_comes(before)} first either way."
        yield Sentence(capital(text), strong=True, kind="group-size")
        return
    text = (
        f"That decides who comes first: added up plainly it is {plain.names.options(before)}, "
        f"with equal groups it would be {plain.names.options(after)}."
    )
    yield Sentence(text, strong=True, kind="group-size")


def _why(plain: Standing, equal: Standing) -> Iterator[Sentence]:
    """The points that each of two different leaders is ahead by, in the groups where it is ahead."""
    if not _decided(plain) or not _decided(equal):
        return
    before, after = (_leaders(each) for each in (plain, equal))
    if len(before) != 1 or len(after) != 1 or before == after:
        return
    mine, theirs = (plain.evaluation.by_id[one[0]].group_totals for one in (before, after))
    ahead: dict[str, list[str]] = {before[0]: [], after[0]: []}
    for group in plain.evaluation.group_shares:
        own, facing = mine[group], theirs[group]
        if own is not None and facing is not None and own != facing:
            leader = before[0] if own > facing else after[0]
            spread = plural(_lines(plain, group), "line")
            ahead[leader].append(f"{plain.names.group(group)} by {points(abs(own - facing))} over {spread}")
    if not all(ahead.values()):
        return
    parts = [f"{plain.names.option(option)} is ahead in {join(told)}" for option, told in ahead.items()]
    tail = "Points over many lines add up; in equal groups they are first shared out among the lines."
    yield Sentence(f"{capital('; '.join(parts))}. {tail}", kind="group-size")


def _ends(standing: Standing, sub: str) -> tuple[Decimal, Decimal] | None:
    return standing.snapshot.line[sub].ends


def _decided(standing: Standing) -> bool:
    """Whether every score is in, so that nobody can still draw level."""
    return standing.evaluation.complete and bool(standing.leaders) and len(standing.ranked) > 1


def _leaders(standing: Standing) -> tuple[str, ...]:
    return tuple(one.id for one in standing.leaders)


def _comes(options: tuple[str, ...]) -> str:
    return "comes" if len(options) == 1 else "come level"


def _lines(standing: Standing, group: str) -> int:
    return sum(standing.snapshot.line[sub].group.id == group for sub in standing.evaluation.scored_lines)
