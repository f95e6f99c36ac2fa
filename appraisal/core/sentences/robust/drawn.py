"""Shares of weightings drawn at random, in words. They count weightings and say so."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

from appraisal.core.evaluation import RankShares
from appraisal.core.sensitivity import Level
from appraisal.core.sentences.robust.case import Case
from appraisal.core.sentences.robust.measures import share_of_weightings
from appraisal.core.sentences.words import Sentence, join

NO_CHANCE = "This counts weightings; it is not the chance that the ranking is right."
HALF, DOUBLE = Fraction(1, 2), Fraction(2)
MOST_SHARES = 3
"""So many shares are told, and one more where that is all."""

LEAST_TOLD = Fraction(1, 200)
"""What rounds to less than 1% is not told beside the leader's share."""

Shares = Mapping[str, tuple[Fraction, ...]]
Rows = Mapping[str, tuple[Fraction, ...]]
Leads = Sequence[Fraction]
"""How far one option is ahead of another on each line or group, below 0 where it is behind."""


def bounded_share(case: Case, drawn: RankShares) -> Iterator[Sentence]:
    """Weights between half and double of what they are now."""
    what = "line" if drawn.on == Level.SUB_CRITERIA else "criteria group"
    rows = _rows(case, drawn.on, weighing=True)
    told = _told(case, drawn.bounded_share, rows, _ahead_within_bounds)
    text = f"If every {what} may count between half and double of what it does now, {told}."
    yield Sentence(text, kind="bounded")


def even_share(case: Case, drawn: RankShares) -> Iterator[Sentence]:
    """All weightings there are, drawn evenly, and what such a share is not."""
    what = "lines" if drawn.on == Level.SUB_CRITERIA else "criteria groups"
    rows = _rows(case, drawn.on, weighing=False)
    told = _told(case, drawn.share, rows, _ahead_under_any)
    yield Sentence(f"Over all weightings of the {what}, drawn evenly, {told}.", kind="even")
    yield Sentence(NO_CHANCE, kind="no-chance")


def _told(case: Case, shares: Shares, rows: Rows, ahead: Callable[[Leads], bool]) -> str:
    """``Option 6 leads in 89% of weightings and Option 4 in 11%``: the largest, and those that are left.

    Options that are level on everything that weighs share their places always; they are told together.
    """
    level: dict[tuple[Fraction, ...], list[str]] = {}
    for option, row in rows.items():
        level.setdefault(row, []).append(option)
    found = [(shares[alike[0]][0], alike) for alike in level.values()]
    found.sort(key=lambda each: -each[0])
    (best, first), *others = found
    others = [each for each in others if each[0] >= LEAST_TOLD]
    share = share_of_weightings(best, proven=_always_first(first[0], rows, ahead))
    told = [f"{case.options(first)} {_leads(first)} in {share} of weightings"]
    few = len(others) <= MOST_SHARES
    for part, alike in others if few else others[: MOST_SHARES - 1]:
        verb = "" if len(alike) == len(first) == 1 else f" {_leads(alike)}"
        told.append(f"{case.options(alike)}{verb} in {share_of_weightings(part, proven=False)}")
    if not few:
        told.append("other options in the rest")
    return join(told)


def _leads(alike: Sequence[str]) -> str:
    return "leads" if len(alike) == 1 else "share first place"


def _rows(case: Case, level: Level, *, weighing: bool) -> Rows:
    """What each option has on each line or group, times its weight now where only what weighs counts.

    Where one carries all the weight now, nobody has ends on it; the total now is what they have there.
    """
    switches = [one for one in case.switches(level) if one.ends or one.weight_now == 1]
    totals = {one.id: one.aggregate or Fraction(0) for one in case.evaluation.ranked}
    return {
        option: tuple(
            (one.ends[option][1] if one.ends else totals[option]) * (one.weight_now if weighing else 1)
            for one in switches
        )
        for option in case.known.options
    }


def _always_first(option: str, rows: Rows, ahead: Callable[[Leads], bool]) -> bool:
    """Whether it is ahead of everybody but its equals, whatever is drawn."""
    every = ([mine - theirs for mine, theirs in zip(rows[option], row, strict=True)] for row in rows.values())
    return all(ahead(leads) for leads in every if any(leads))


def _ahead_within_bounds(leads: Leads) -> bool:
    """At the worst, which is half on what it is ahead on and double on what it is behind on."""
    return sum(lead * (HALF if lead > 0 else DOUBLE) for lead in leads) > 0


def _ahead_under_any(leads: Leads) -> bool:
    """Behind on nothing; where it is level, only weightings that none of the draws can hit make it so."""
    return min(leads) >= 0
