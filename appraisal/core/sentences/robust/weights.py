"""The smallest change of weight that changes first place: of one line, of several together, of a group.

Where one is ahead of those who are first on any line, all weight on that line puts it ahead; so where no
single line (group) has a switching weight, no weighting of the lines (groups) puts another option ahead.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from appraisal.core.sensitivity import Direction, Joint, Level, WeightSwitch
from appraisal.core.sentences.leading import MOST_NAMED
from appraisal.core.sentences.robust.case import MOST_NUMBERS, Case, Moved
from appraisal.core.sentences.robust.measures import factors_told, weights_told
from appraisal.core.sentences.robust.reach import first_until, jointly_first_until
from appraisal.core.sentences.words import Sentence, capital, join, number_word

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
    until: Fraction | None
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
    all_on = [one.id for one in case.switches(LINES) if one.weight_now == 1]
    if all_on and len(case.switches(LINES)) > 1:
        name = case.names.line(all_on[0])
        text = f"{name} carries all the weight now, so it can only lose weight to another line."
        yield Sentence(capital(text), kind="all-weight")


def _smallest(level: Level, turns: Sequence[Moved]) -> Smallest:
    """Of a list with the smallest change first."""
    one, turn, at = turns[0]
    until = first_until(one, turn)
    ids = tuple(each[0].id for each in turns if _alike(each, turns[0]) and first_until(*each[:2]) == until)
    return Smallest(level, turn.direction, at, until, one.weight_now, turn.overtaken_by, ids)


def _alike(moved: Moved, other: Moved) -> bool:
    """Whether two lines (groups) of one weight pass first place on to the same options at the same weight."""
    (one, turn, at), (same, as_turn, as_at) = moved, other
    return (one.weight_now, turn.direction, at) == (same.weight_now, as_turn.direction, as_at) and (
        turn.overtaken_by == as_turn.overtaken_by
    )


# --- No weights change it ------------------------------------------------------------------------------


def _never(case: Case) -> Iterator[Sentence]:
    """Those who are first match everybody on every line: no weights put another option ahead."""
    first, what = case.known.first, f"No weights{', of lines or of groups,' if case.groups else ''}"
    if len(case.switches(LINES)) == 1:
        yield Sentence("Only one line is scored, so weights change nothing.", kind="weights")
    elif len(first) == len(case.known.options):
        yield Sentence(f"{SHARED_NOW}, and no weights change that.", kind="weights")
    elif case.shared:
        text = f"{SHARED_NOW}. {what} put another {case.noun} ahead of {case.options(first)}."
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
    """``Any more weight on 1a Care puts Option 1 ahead``: for each of them; less where more never does."""
    told: dict[tuple[str, ...], dict[Direction, list[Moved]]] = {}
    for moved in case.turns(LINES):
        if moved[2] == moved[0].weight_now:
            told.setdefault(moved[1].overtaken_by, {}).setdefault(moved[1].direction, []).append(moved)
    if len(told) > MOST_TOLD:
        some = case.several(LINES, [one.id for one in case.switches(LINES) if any(_decides(one))])
        return f"{SHARED_NOW}: a change of weight on any of {some} parts those that share first place."
    return f"{SHARED_NOW}: {'; '.join(_parting(case, to, ways) for to, ways in told.items())}."


def _decides(one: WeightSwitch) -> Iterator[bool]:
    return (turn.weight == one.weight_now for turn in one.turns)


def _parting(case: Case, to: Sequence[str], ways: Mapping[Direction, Sequence[Moved]]) -> str:
    """``any more``: however much more; ``a little more`` where much more would put another ahead."""
    direction = Direction.UP if Direction.UP in ways else Direction.DOWN
    moved = ways[direction]
    few = len(moved) <= MOST_TOLD
    names = case.carriers(LINES, [one.id for one, _, _ in moved])
    some = _or(names) if few else f"any of {case.several(LINES, [one.id for one, _, _ in moved])}"
    more = "more" if direction is Direction.UP else "less"
    any_ = "any" if all(first_until(one, turn) is None for one, turn, _ in moved) else "a little"
    return f"{any_} {more} weight on {some} puts {case.options(to)} ahead"


def _or(names: Sequence[str]) -> str:
    """``a``, ``a or b``, ``a, b or c``."""
    return " or ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


# --- Somebody else would lead --------------------------------------------------------------------------


def _would_lead(case: Case, smallest: Smallest) -> Iterator[Sentence]:
    joint = _joint(case)
    inline = joint if joint and _same_way(smallest, joint[1]) else None
    yield Sentence(_alone(case, smallest, inline), kind="weights")
    if joint and not inline and len(joint[1].lines) > 1:
        yield Sentence(_together(case, *joint, smallest.to), kind="weights-together")
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


def _alone(case: Case, smallest: Smallest, joint: Together | None = None) -> str:
    """``Option 4 would lead if 1a Care alone carried more than 25% of the weight``, or all by a factor."""
    names = case.carriers(smallest.level, smallest.ids)
    if len(names) == 1:
        which = f"{names[0]} alone"
    elif len(names) <= MOST_TOLD:
        which = f"{', '.join(f'{name} alone' for name in names[:-1])}, or {names[-1]} alone,"
    else:
        which = f"any one of {case.several(smallest.level, smallest.ids)} alone"
    both = ""
    if joint is not None:
        together = "both" if len(names) == 2 else f"all {number_word(len(names))}"
        both = f", or {together} together counted {_more_than(case, *joint)}"
    head = f"{_subject(case, smallest.to)} would {_lead(smallest.to)} if {which}"
    return f"{head} {_carried(case, smallest)}{both}."


def _subject(case: Case, ids: Sequence[str]) -> str:
    """The options at the head of a sentence."""
    return capital(case.options(ids))


def _lead(ids: Sequence[str]) -> str:
    return "lead" if len(ids) == 1 else "share first place"


def _carried(case: Case, smallest: Smallest) -> str:
    """``carried more than 25% of the weight (now 1 of 13)``."""
    now, at, until = weights_told(smallest.now, smallest.at, smallest.until)
    now = case.share_now(smallest.level, smallest.now) or now
    words = ("more", "less", "over") if smallest.direction is Direction.UP else ("less", "more", "under")
    if not at:
        return f"carried only slightly {words[0]} of the weight than it does now"
    if smallest.until is not None and not until:
        return f"carried just {words[2]} {at} of the weight (now {now})"
    but = f" but {words[1]} than {until}" if until else ""
    return f"carried {words[0]} than {at}{but} of the weight (now {now})"


def _more_than(case: Case, factor: Fraction, joint: Joint) -> str:
    """``more than 2½ times as much as now``, and up to where another option leads."""
    last = jointly_first_until(joint, case.switches(LINES), factor)
    at, until = factors_told(factor, last)
    if not at:
        return "only slightly more than now"
    if last is not None and not until:
        return f"just over {at} as much as now"
    return f"more than {at}{f' but less than {until}' if until else ''} as much as now"


def _together(case: Case, factor: Fraction, joint: Joint, alone: Sequence[str]) -> str:
    """Several lines, each multiplied by one factor; ``alone``: those whom a single line puts ahead."""
    to, too = joint.changes_to, " too" if tuple(alone) == joint.changes_to else ""
    rival = "it" if to == (joint.rival,) else case.names.option(joint.rival)
    lines = "both lines" if len(joint.lines) == 2 else f"the {number_word(len(joint.lines))} lines"
    where = f"{lines} on which {rival} is ahead of {case.names.option(joint.leader)}"
    named = f" ({case.names.lines(joint.lines, MOST_NAMED)})" if len(joint.lines) <= MOST_NUMBERS else ""
    more = _more_than(case, factor, joint)
    return f"{_subject(case, to)} would {_lead(to)}{too} if {where}{named} counted {more}."


def _no_other(case: Case, smallest: Smallest) -> Iterator[Sentence]:
    """How many other lines do it, that no other line and no weighting of the groups does, or what group."""
    turning = {one.id for one, _, _ in case.turns(LINES)} - set(smallest.ids)
    also = [one.id for one in case.switches(LINES) if one.id in turning]
    ahead, groups = f"another {case.noun} ahead", "" if case.turns(GROUPS) else case.groups
    if also:
        yield Sentence(_also(case, also), kind="other-lines")
    if len(also) + len(smallest.ids) == sum(not one.reason for one in case.switches(LINES)):
        yield from _groups(case, f"No weighting of {{}} puts {ahead}.")
    elif groups:
        text = f"No other single line, and no weighting of {groups}, puts {ahead}."
        yield Sentence(text, kind="no-other")
    else:
        yield Sentence(f"No other single line puts {ahead}.", kind="no-other")
        yield from _groups(case)


def _also(case: Case, ids: Sequence[str]) -> str:
    few = len(ids) <= MOST_TOLD
    which = join(case.carriers(LINES, ids)) if few else case.several(LINES, ids, "other line")
    each, whose = (" alone", "its") if len(ids) == 1 else (", each alone,", "their")
    text = (
        f"{which}{each} could change first place too, but only if {whose} weight changed by as much or more."
    )
    return capital(text)


# --- Groups ----------------------------------------------------------------------------------------------


def _groups(case: Case, no: str = "") -> Iterator[Sentence]:
    """The smallest change of a group's weight; or ``no``, which says that no weighting of groups does it."""
    turns = case.turns(GROUPS)
    if not case.groups:
        return
    if not turns:
        yield Sentence(no.format(case.groups), kind="groups")
    elif not case.shared or turns[0][2] != turns[0][0].weight_now:
        yield Sentence(f"By criteria group, {_alone(case, _smallest(GROUPS, turns))}", kind="groups")
