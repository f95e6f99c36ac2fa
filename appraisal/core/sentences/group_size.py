"""Why a group of many lines can beat a group of few: the plain total beside groups that count equally."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from appraisal.core.evaluation import Evaluation
from appraisal.core.figures import percent
from appraisal.core.sentences.standing import Standing
from appraisal.core.sentences.words import Paragraph, Sentence, amount, capital, join, plural, points
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
    """``In a plain total ...: 1 Outcomes counts for 80% (four scored lines) and 2 Finance for 20%...``."""
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
    lead = "In a plain total every line counts once, so a group of many lines counts for more than one of few"
    if len(widths) > 1:
        lead = "In a plain total every score counts as it stands, so more lines and wider scales weigh more"
    equal = f"If the groups counted equally, each would count for {each}."
    return f"{lead}: {some}{join(parts)}. {equal}"


def _who_is_first(plain: Standing, equal: Standing) -> Iterator[Sentence]:
    """Whether the first place is the same under both; nothing while either is not decided."""
    if not _decided(plain) or not _decided(equal):
        return
    before, after = (_leaders(each) for each in (plain, equal))
    if set(before) == set(after):
        text = f"{plain.names.options(before)} {_comes(before)} first either way."
        yield Sentence(capital(text), strong=True, kind="group-size")
        return
    first, instead = plain.names.options(before), plain.names.options(after)
    text = f"That decides who comes first: {first} by the plain total, {instead} if the groups count equally."
    yield Sentence(text, strong=True, kind="group-size")


def _why(plain: Standing, equal: Standing) -> Iterator[Sentence]:
    """The points that each of two different leaders is ahead by, in the groups where it is ahead."""
    if not _decided(plain) or not _decided(equal):
        return
    before, after = (_leaders(each) for each in (plain, equal))
    if len(before) != 1 or len(after) != 1 or before == after:
        return
    leads = _leads(plain, before[0], after[0])
    told = tuple(_ahead(plain, option, leads, sign) for option, sign in ((before[0], 1), (after[0], -1)))
    if not all(told):
        return
    yield Sentence(f"{capital('; '.join(told))}.", kind="group-size")
    if text := _added_and_averaged(plain, equal, (before[0], after[0]), leads):
        yield Sentence(text, kind="group-size")


def _leads(plain: Standing, option: str, other: str) -> dict[str, Fraction]:
    """By how many points ``option`` is ahead of ``other`` in each group where both have a total."""
    mine, theirs = (plain.evaluation.by_id[one].group_totals for one in (option, other))
    found = {}
    for group in plain.evaluation.group_shares:
        own, facing = mine[group], theirs[group]
        if own is not None and facing is not None:
            found[group] = own - facing
    return found


def _ahead(plain: Standing, option: str, leads: Mapping[str, Fraction], sign: int) -> str:
    """``Option 1 is ahead in 1 Outcomes by three points over four lines``; empty where it is nowhere."""
    told = [
        f"{plain.names.group(group)} by {points(abs(lead))} over {plural(_lines(plain, group), 'line')}"
        for group, lead in leads.items()
        if lead * sign > 0
    ]
    return f"{plain.names.option(option)} is ahead in {join(told)}" if told else ""


def _added_and_averaged(
    plain: Standing, equal: Standing, pair: tuple[str, str], leads: Mapping[str, Fraction]
) -> str:
    """The leads added up, and by the average line of each group.

    Empty unless these averages are the very ones that decide under equal groups: they are not where a line
    does not apply to an option, where scales differ, or where lines of one group have weights of their own.
    """
    average = {group: lead / _lines(plain, group) for group, lead in leads.items()}
    one, other = (equal.evaluation.by_id[option].aggregate for option in pair)
    if one is None or other is None or sum(average.values()) != (one - other) * len(average):
        return ""
    added, averaged = _both_ways(leads.values()), _both_ways(average.values())
    first, second = (plain.names.option(option) for option in pair)
    return (
        f"Added up, that is {points(added[0])} for {first} against {amount(added[1])} for {second}. Groups "
        f"that count equally are compared by their average line instead: there it is "
        f"{points(averaged[0])} for {first} against {amount(averaged[1])} for {second}."
    )


def _both_ways(leads: Iterable[Fraction]) -> tuple[Fraction, Fraction]:
    """What the leads of the one add up to, and those of the other."""
    found = tuple(leads)
    none = Fraction(0)
    return sum((lead for lead in found if lead > 0), none), -sum((lead for lead in found if lead < 0), none)


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
