"""The smallest change of weight that changes first place: of one line, of several together, of a group.

Where one is ahead of those who are first on any line, all weight on that line puts it ahead; so where no
single line (group) has a switching weight, no weighting of the lines (groups) puts another option ahead.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from appraisal.core.sensitivity import Direction, Joint, Level, Turn, WeightSwitch
from appraisal.core.sentences.leading import MOST_NAMED
from appraisal.core.sentences.robust.case import Case
from appraisal.core.sentences.robust.measures import threshold, times
from appraisal.core.sentences.words import Sentence, capital, join, number_word, plural

LINES, GROUPS = Level.SUB_CRITERIA, Level.GROUPS
MOST_TOLD = 3
"""So many lines are named one by one; more are counted."""

SHARED_NOW = "First place is shared now"


Together = tuple[Fraction, Joint]
"""A factor, and the lines that it multiplies."""


@dataclass(frozen=True)
class Smallest:
    """The smallest change of one weight, with all the lines (groups) of which it is the same."""

    level: Level
    direction: Direction
    at: Fraction
    now: Fraction
    to: tuple[str, ...]
    ids: tuple[str, ...]


def smallest_change_of_weight(case: Case) -> Iterator[Sentence]:
    """Of one line alone and of lines jointly, that there is no other, and the same of groups."""
    lines = case.turns(LINES)
    if not lines:
        yield from _never(case)
    elif case.shared and lines[0][2] == lines[0][0].weight_now:
        yield Sentence(_parted(case), kind="weights")
        yield from _groups(case, "No weighting of {} parts those that share first place.")
    else:
        yield from _would_lead(case, _smallest(LINES, lines))
    if all_on := [one.id for one in case.switches(LINES) if one.weight_now == 1]:
        name = case.names.line(all_on[0])
        text = f"{name} carries all the weight now, so it can only lose weight to another line."
        yield Sentence(capital(text), kind="all-weight")


def _smallest(level: Level, turns: Sequence[tuple[WeightSwitch, Turn, Fraction]]) -> Smallest:
    """Of a list with the smallest change first."""
    one, turn, at = turns[0]
    key = (one.weight_now, turn.direction, at, turn.overtaken_by)
    ids = tuple(s.id for s, t, w in turns if (s.weight_now, t.direction, w, t.overtaken_by) == key)
    return Smallest(level, turn.direction, at, one.weight_now, turn.overtaken_by, ids)


# --- No weights change it ------------------------------------------------------------------------------


def _never(case: Case) -> Iterator[Sentence]:
    """Those who are first match everybody on every line: no weights put another option ahead."""
    first = case.known.first
    what = "No weights, of lines or of groups," if _group_count(case) > 1 else "No weights"
    if len(first) == len(case.known.options):
        yield Sentence(f"{SHARED_NOW}, and no weights change that.", kind="weights")
    elif case.shared:
        text = f"{SHARED_NOW}. {what} put another {case.noun} ahead of {case.options(first, 'or')}."
        yield Sentence(text, kind="weights")
    else:
        leader = case.names.option(first[0])
        yield Sentence(f"{what} put another {case.noun} ahead of {leader}.", kind="weights")
        yield Sentence(_level_at_most(case, leader), kind="level")


def _level_at_most(case: Case, leader: str) -> str:
    if any(one.level_on for one in case.others):
        where = f"where no line counts on which {leader} is better"
        return f"Another {case.noun} can at most draw level, and only {where}."
    return f"{leader} is ahead of every other {case.noun} on every line."


# --- First place is shared now -------------------------------------------------------------------------


def _parted(case: Case) -> str:
    """``Any more weight on 1a Care, or any less on 1b Health, puts Option 1 ahead``: for each of them."""
    told: dict[tuple[str, ...], dict[Direction, list[str]]] = {}
    for one, turn, at in case.turns(LINES):
        if at == one.weight_now:
            told.setdefault(turn.overtaken_by, {}).setdefault(turn.direction, []).append(one.id)
    clauses = [_parting(case, to, ways) for to, ways in told.items()]
    if len(clauses) > 3:
        return f"{SHARED_NOW}, and almost any change of weight parts those that share it."
    return f"{SHARED_NOW}: {'; '.join(clauses)}."


def _parting(case: Case, to: Sequence[str], ways: dict[Direction, list[str]]) -> str:
    parts = []
    for direction, word in ((Direction.UP, "more"), (Direction.DOWN, "less")):
        if ids := ways.get(direction):
            few = len(ids) <= MOST_TOLD
            some = join(case.carriers(LINES, ids), "or") if few else f"any of {plural(len(ids), 'line')}"
            parts.append(f"any {word} {'on' if parts else 'weight on'} {some}")
    return f"{join(parts, 'or')} puts {case.options(to)} ahead"


# --- Somebody else would lead --------------------------------------------------------------------------


def _would_lead(case: Case, smallest: Smallest) -> Iterator[Sentence]:
    joint = _joint(case)
    inline = joint[0] if joint and _same_way(smallest, joint[1]) else None
    yield Sentence(_alone(case, smallest, inline), kind="weights")
    if joint and not inline and len(joint[1].lines) > 1:
        yield Sentence(_together(case, *joint), kind="weights-together")
    yield from _no_other(case, smallest)


def _joint(case: Case) -> Together | None:
    """The smallest factor past which somebody else is first; None where first place is shared now."""
    found = [(one.changes_at, one) for one in case.known.joint_switching if one.changes_at is not None]
    return None if case.shared else min(found, key=lambda each: each[0], default=None)


def _same_way(smallest: Smallest, joint: Joint) -> bool:
    """Whether the lines that do it alone are those that do it jointly, for the same option."""
    return (
        smallest.direction is Direction.UP
        and len(smallest.ids) > 1
        and set(smallest.ids) == set(joint.lines)
        and smallest.to == joint.changes_to
    )


def _alone(case: Case, smallest: Smallest, factor: Fraction | None = None) -> str:
    """``Option 4 would lead if 1a Care alone carried more than 25% of the weight``, or all by a factor."""
    names = case.carriers(smallest.level, smallest.ids)
    if len(names) == 1:
        which = f"{names[0]} alone"
    elif len(names) <= MOST_TOLD:
        which = f"{', '.join(f'{name} alone' for name in names[:-1])}, or {names[-1]} alone,"
    else:
        which = f"any one of {case.counted(smallest.level, smallest.ids)} alone"
    both = ""
    if factor is not None:
        together = "both" if len(names) == 2 else f"all {number_word(len(names))}"
        both = f", or {together} together counted {_more_than(factor)}"
    head = f"{_subject(case, smallest.to)} would {_lead(smallest.to)} if {which}"
    return f"{head} {_carried(case, smallest)}{both}."


def _subject(case: Case, ids: Sequence[str]) -> str:
    """The options at the head of a sentence."""
    return capital(case.options(ids))


def _lead(ids: Sequence[str]) -> str:
    return "lead" if len(ids) == 1 else "share first place"


def _carried(case: Case, smallest: Smallest) -> str:
    """``carried more than 25% of the weight (now 1 of 13)``."""
    more = "more" if smallest.direction is Direction.UP else "less"
    told, now = threshold(smallest.at, smallest.now)
    now = case.share_now(smallest.level, smallest.now) or now
    if not told:
        return f"carried only slightly {more} of the weight than it does now ({now})"
    return f"carried {more} than {told} of the weight (now {now})"


def _more_than(factor: Fraction) -> str:
    told = times(factor)
    return f"more than {told} as now" if told else "only slightly more than now"


def _together(case: Case, factor: Fraction, joint: Joint) -> str:
    """Several lines, each multiplied by one factor."""
    lines = "both lines" if len(joint.lines) == 2 else f"the {number_word(len(joint.lines))} lines"
    ahead = f"{case.names.option(joint.rival)} is ahead of {case.names.option(joint.leader)}"
    where = f"{lines} on which {ahead} ({case.names.lines(joint.lines, MOST_NAMED)})"
    head = f"{_subject(case, joint.changes_to)} would {_lead(joint.changes_to)}"
    return f"{head} if {where} counted {_more_than(factor)}."


def _no_other(case: Case, smallest: Smallest) -> Iterator[Sentence]:
    """That no other line, and no weighting of the groups, does it; or how many others do, and the groups."""
    turning = {one.id for one, _, _ in case.turns(LINES)} - set(smallest.ids)
    groups = _groups_that_do_not(case)
    ahead = f"another {case.noun} ahead"
    if turning:
        count = capital(plural(len(turning), "other line"))
        each = ", alone," if len(turning) == 1 else ", each alone,"
        yield Sentence(
            f"{count}{each} could put {ahead} too, with at least as large a change.", kind="other-lines"
        )
        yield from _groups(case, f"No weighting of {{}} puts {ahead}.")
        return
    line = f"No other single line{{}} puts {ahead}"
    if len(smallest.ids) == len(case.switches(LINES)):
        yield from _groups(case, f"No weighting of {{}} puts {ahead}.")
    elif groups:
        yield Sentence(f"{line.format(f', and no weighting of {groups},')}.", kind="no-other")
    else:
        yield Sentence(f"{line.format('')}.", kind="no-other")
        yield from _groups(case, "")


# --- Groups --------------------------------------------------------------------------------------------


def _group_count(case: Case) -> int:
    return len(case.switches(GROUPS))


def _groups_that_do_not(case: Case) -> str:
    """``the groups`` where no weighting of them changes first place; empty where one does or there is one."""
    if _group_count(case) < 2 or case.turns(GROUPS):
        return ""
    return "the groups whose lines have weights" if case.known.no_proportions else "the groups"


def _groups(case: Case, no: str) -> Iterator[Sentence]:
    """The smallest change of a group's weight; or ``no``, which says that no weighting of groups does it."""
    groups, turns = _groups_that_do_not(case), case.turns(GROUPS)
    if groups:
        yield Sentence(no.format(groups), kind="groups")
    elif _group_count(case) > 1 and not (case.shared and turns[0][2] == turns[0][0].weight_now):
        smallest = _smallest(GROUPS, turns)
        yield Sentence(f"By criteria group, {_alone(case, smallest)}", kind="groups")
