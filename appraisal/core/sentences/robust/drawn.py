"""Shares of weightings drawn at random, in words. They count weightings and say so."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from appraisal.core.evaluation import RankShares
from appraisal.core.sensitivity import Level
from appraisal.core.sentences.robust.case import Case
from appraisal.core.sentences.robust.measures import share_of_weightings
from appraisal.core.sentences.words import Sentence, join

NO_CHANCE = "This counts weightings; it is not the chance that the ranking is right."
HALF, DOUBLE = Fraction(1, 2), Fraction(2)
MOST_SHARES = 3
LEAST_TOLD = Fraction(1, 200)
"""What rounds to less than 1% is not told beside the leader's share."""

Row = Mapping[str, tuple[Fraction, ...]]


def bounded_share(case: Case, drawn: RankShares) -> Iterator[Sentence]:
    """Weights between half and double of what they are now."""
    what = "line" if drawn.on == Level.SUB_CRITERIA else "criteria group"
    told = _told(case, drawn.bounded_share, proven=always_first(case, drawn.on))
    text = f"If every {what} may count between half and double of what it does now, {told}."
    yield Sentence(text, kind="bounded")


def even_share(case: Case, drawn: RankShares) -> Iterator[Sentence]:
    """All weightings there are, drawn evenly, and what such a share is not."""
    what = "lines" if drawn.on == Level.SUB_CRITERIA else "criteria groups"
    lines = drawn.on == Level.SUB_CRITERIA
    possible = case.known.can_be_first if lines else case.known.can_be_first_by_groups
    told = _told(case, drawn.share, proven=len(possible) == 1)
    yield Sentence(f"Over all weightings of the {what}, drawn evenly, {told}.", kind="even")
    yield Sentence(NO_CHANCE, kind="no-chance")


def _told(case: Case, shares: Row, *, proven: bool) -> str:
    """``Option 6 leads in 89% of weightings and Option 4 in 11%``: the largest, and those that are left."""
    firsts = [(row[0], option) for option, row in shares.items() if row[0]]
    firsts.sort(key=lambda each: -each[0])
    verb = "leads" if sum(share for share, _ in firsts) == 1 else "comes first, alone or shared,"
    (best, leader), *others = firsts
    head = f"{case.names.option(leader)} {verb} in {share_of_weightings(best, proven=proven)} of weightings"
    others = [each for each in others if each[0] >= LEAST_TOLD]
    rest = others[: MOST_SHARES - 1]
    told = [f"{case.names.option(one)} in {share_of_weightings(share, proven=False)}" for share, one in rest]
    if len(others) > len(rest):
        told.append("other options in the rest")
    return join([head, *told])


def always_first(case: Case, level: Level) -> bool:
    """Whether those who are first now are so under all weights between half and double of what they are.

    The worst for one against a rival: half on what it is ahead on, double on what it is behind on.
    """
    rows = [(one.weight_now, one.ends) for one in case.switches(level) if one.weight_now]
    if any(not ends for _, ends in rows):  # one line or group carries all the weight, whatever its factor
        return True
    for first in case.known.first:
        for rival in case.known.options:
            leads = [weight * (ends[first][1] - ends[rival][1]) for weight, ends in rows]
            worst = sum(lead * (HALF if lead > 0 else DOUBLE) for lead in leads)
            if rival not in case.known.first and worst <= 0:
                return False
    return not case.shared
