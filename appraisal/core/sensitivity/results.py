"""What would change the ranking: the exact answers as frozen values (method.md, "Sensitivity").

Weights are shares of all weight, from 0 to 1. Totals are in weighted-mean units: scores, or values from 0 to
100 where values are combined (from 0 to 1 where plain scores of scales of different widths are added). Tuples
of option ids stand in rank order. None of these rounds or writes anything.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

Ends = tuple[Fraction, Fraction]


class Level(StrEnum):
    """What carries the weight that is varied."""

    SUB_CRITERIA = "sub-criteria"
    GROUPS = "groups"


class Direction(StrEnum):
    """Which way a weight or a score moves."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Turn:
    """What happens when one weight moves one way from where it is.

    ``weight`` is the first share past which no option that is first now is first (where first place is shared
    now and the move parts those who share it: the weight now), ``overtaken_by`` every option that is first
    just past it. Without one, ``weight`` is None and ``level_at_end`` has the options that share first place
    with those who hold it now, but only when the weight reaches 0 or 1: a tie, not a switch. ``reason`` says
    why the weight cannot move this way at all.
    """

    direction: Direction
    weight: Fraction | None = None
    overtaken_by: tuple[str, ...] = ()
    level_at_end: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class WeightSwitch:
    """One sub-criterion or group as its share of all weight goes from 0 to 1, the rest in proportion.

    ``up`` and ``down`` are None and ``ends`` empty where nothing can be reported; ``reason`` says why.
    ``ends`` has each option's total with the weight at 0 and at 1, by option id: between them it runs
    straight, so they are all that a picture needs (``total_at``).
    """

    level: Level
    id: str
    weight_now: Fraction
    up: Turn | None = None
    down: Turn | None = None
    ends: Mapping[str, Ends] = field(default_factory=dict)
    reason: str = ""

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Up and down, or nothing."""
        return tuple(turn for turn in (self.up, self.down) if turn is not None)

    def total_at(self, option: str, weight: Fraction) -> Fraction:
        """The option's total where this carries ``weight`` of all weight. KeyError where nothing is known."""
        nought, whole = self.ends[option]
        return nought + weight * (whole - nought)


@dataclass(frozen=True, slots=True)
class Prospect:
    """Whether an option is strictly first under some weights of the level, none below 0.

    ``matched_by`` are the options at least as good on every line (in every group), ``dominated_by`` those of
    them that are better on one. Where it cannot be first, ``level_on`` has the lines (groups) that alone may
    carry weight for it to share first place; empty where no weights let it.
    """

    option: str
    can_be_first: bool
    matched_by: tuple[str, ...] = ()
    dominated_by: tuple[str, ...] = ()
    level_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Joint:
    """The weights of all lines on which a rival is ahead of the leader, multiplied by one factor.

    ``factor`` is where the rival draws level with the leader: above it the rival is ahead of the leader, and
    ``first`` is first of all just past it. ``changes_at`` is the factor (not above ``factor``) past which
    first place first changes on this way, and ``changes_to`` who is first just past that: the same two where
    the rival itself is the one who takes first place. ``factor`` is None where no factor is enough, and
    ``reason`` says why.
    """

    leader: str
    rival: str
    lines: tuple[str, ...]
    factor: Fraction | None = None
    first: tuple[str, ...] = ()
    changes_at: Fraction | None = None
    changes_to: tuple[str, ...] = ()
    reason: str = ""

    @property
    def rival_first(self) -> bool:
        """Whether the rival, once ahead of the leader, is ahead of all the others too."""
        return self.first == (self.rival,)


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a scale; of a verbal mark its number and its name."""

    score: Fraction
    mark: str = ""


@dataclass(frozen=True, slots=True)
class ScoreSwitch:
    """One cell, alone: how far its score must move for first place to change.

    The score of an option that is not first is raised (``direction`` up): it joins first place at ``ties_at``
    and has it alone at ``overtakes_at``. That of one that is first is lowered: it shares first place at
    ``ties_at`` (the score now where it does already) and has lost it at ``overtakes_at``; where it shares
    first place and has no lower point it is raised instead, and has first place alone. Either is the first
    such point of the scale, or None off the scale or where no point hits it. ``first`` is first at
    ``overtakes_at``.
    """

    option: str
    sub_criterion: str
    direction: Direction
    score_now: Point
    ties_at: Point | None = None
    overtakes_at: Point | None = None
    first: tuple[str, ...] = ()

    @property
    def matters(self) -> bool:
        """Whether moving this score does anything to first place."""
        return self.overtakes_at is not None or self.ties_at not in (None, self.score_now)


@dataclass(frozen=True, slots=True)
class OneStep:
    """One cell, one point of its scale up or down (``to``): who is first then.

    ``changes``: an option that is first now is no longer; ``ties``: all that are first now still are, and
    others have joined them.
    """

    option: str
    sub_criterion: str
    direction: Direction
    to: Point
    first: tuple[str, ...]
    changes: bool
    ties: bool


@dataclass(frozen=True, slots=True)
class FewestSteps:
    """The fewest one-step changes of score after which the rival is at least level with the leader, and
    ahead.

    Raising the rival and lowering the leader both count, each cell as far as its scale allows. None where all
    of them together are not enough. ``leader`` is the first of those who share first place.
    """

    leader: str
    rival: str
    to_tie: int | None
    to_overtake: int | None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Places by option id without one sub-criterion or group; none where nothing with weight is left."""

    level: Level
    left_out: str
    ranks: Mapping[str, int]
    reason: str = ""

    @property
    def first(self) -> tuple[str, ...]:
        """Who is first then."""
        return tuple(option for option, rank in self.ranks.items() if rank == 1)


@dataclass(frozen=True, slots=True)
class Dominance:
    """``option`` is at least as good as ``dominates`` on every line (in every group), better on one."""

    option: str
    dominates: str
    by: Level


@dataclass(frozen=True, slots=True)
class UnderWeights:
    """The same scores under one set of weights, in weighted-mean units (values where so combined).

    ``shares`` and ``group_shares`` add to 1. All are empty where the set cannot be used; ``problem`` says
    why.
    """

    id: str
    name: str
    shares: Mapping[str, Fraction] = field(default_factory=dict)
    group_shares: Mapping[str, Fraction] = field(default_factory=dict)
    ranks: Mapping[str, int] = field(default_factory=dict)
    aggregates: Mapping[str, Fraction] = field(default_factory=dict)
    problem: str = ""

    @property
    def first(self) -> tuple[str, ...]:
        """Who is first under it."""
        return tuple(option for option, rank in self.ranks.items() if rank == 1)


@dataclass(frozen=True)
class Sensitivity:
    """Everything exact that would change the ranking, over the ranked options, given in rank order.

    ``reason`` says why nothing is reported (fewer than two ranked options, a score missing ...); every part
    is empty then. ``first`` is who is first now. ``switching_weights`` has the sub-criteria, then the groups;
    ``switching_scores`` and ``one_step`` every cell of every ranked option on a line that has steps;
    ``without_steps`` says, by sub-criterion id, why a line has none. ``no_proportions`` names the groups of
    weight 0 in which no line has a weight either: they take no part wherever groups are weighed.
    """

    options: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    reason: str = ""
    prospects: tuple[Prospect, ...] = ()
    group_prospects: tuple[Prospect, ...] = ()
    switching_weights: tuple[WeightSwitch, ...] = ()
    joint_switching: tuple[Joint, ...] = ()
    switching_scores: tuple[ScoreSwitch, ...] = ()
    fewest_steps: tuple[FewestSteps, ...] = ()
    one_step: tuple[OneStep, ...] = ()
    leave_one_out: tuple[LeftOut, ...] = ()
    dominance: tuple[Dominance, ...] = ()
    weight_sets: tuple[UnderWeights, ...] = ()
    without_steps: Mapping[str, str] = field(default_factory=dict)
    no_proportions: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Whether there is anything to report."""
        return not self.reason

    @cached_property
    def can_be_first(self) -> tuple[str, ...]:
        """The options that are strictly first under some weights of the sub-criteria."""
        return tuple(one.option for one in self.prospects if one.can_be_first)

    @cached_property
    def can_be_first_by_groups(self) -> tuple[str, ...]:
        """The options that are strictly first under some weights of the groups, lines in proportion."""
        return tuple(one.option for one in self.group_prospects if one.can_be_first)

    def proven_places(self, level: Level) -> Mapping[str, int]:
        """The place that an option takes under whatever weights of the level, where there is such a place.

        Dominance settles it: the option is beaten by some, beats all others, and is level with the rest on
        every line (in every group).
        """
        prospects = self.group_prospects if level is Level.GROUPS else self.prospects
        beaten = Counter(other for one in prospects for other in one.dominated_by)
        places = {}
        for one in prospects:
            above, level_with = len(one.dominated_by), len(one.matched_by) - len(one.dominated_by)
            if above + level_with + beaten[one.option] == len(prospects) - 1:
                places[one.option] = above + 1
        return places
