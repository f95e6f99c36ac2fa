"""What every sentence of robustness is built on: the exact parts, with the names of what they are about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from appraisal.core.evaluation import Evaluation
from appraisal.core.sensitivity import Level, Prospect, Sensitivity, Turn, WeightSwitch
from appraisal.core.sentences.leading import MOST_NAMED
from appraisal.core.sentences.words import Names, plural
from appraisal.core.snapshot import Combine, Snapshot

MOST_NUMBERS = 8
"""So many lines are told by their numbers where they are counted."""

Moved = tuple[WeightSwitch, Turn, Fraction]
"""A line or group, which way its weight moves, and where first place changes."""


@dataclass(frozen=True)
class Case:
    """One appraisal and what would change its ranking, read for sentences."""

    snapshot: Snapshot
    evaluation: Evaluation
    known: Sensitivity

    @cached_property
    def names(self) -> Names:
        """What things are called in this appraisal."""
        return Names(self.snapshot)

    @cached_property
    def noun(self) -> str:
        """``option``, or ``ranked option`` where there are others."""
        return "option" if len(self.snapshot.options) == len(self.known.options) else "ranked option"

    @property
    def shared(self) -> bool:
        """Whether more than one option is first now."""
        return len(self.known.first) > 1

    def options(self, some: Sequence[str], last: str = "and") -> str:
        """``Options 4 and 2``; more than a few are counted: ``12 options``."""
        return self.names.options(some, last) if len(some) <= MOST_NAMED else plural(len(some), self.noun)

    def carriers(self, level: Level, ids: Iterable[str]) -> list[str]:
        """What lines or groups are called."""
        return [self.names.group(one) if level == Level.GROUPS else self.names.line(one) for one in ids]

    def several(self, level: Level, ids: Sequence[str], noun: str = "line") -> str:
        """``five lines (1a, 1b, 2a, 2c, 3a)``; of very many, and of groups, the count alone."""
        if level == Level.GROUPS:
            return plural(len(ids), "criteria group")
        numbers = f" ({self.names.lines(ids, most=0)})" if len(ids) <= MOST_NUMBERS else ""
        return f"{plural(len(ids), noun)}{numbers}"

    def switches(self, level: Level) -> tuple[WeightSwitch, ...]:
        """The lines, or the criteria groups."""
        return tuple(one for one in self.known.switching_weights if one.level == level)

    def turns(self, level: Level) -> list[Moved]:
        """Every weight that changes first place when it moves alone: the smallest change first, then up."""
        found = [
            (one, turn, turn.weight)
            for one in self.switches(level)
            for turn in one.turns
            if turn.weight is not None
        ]
        return sorted(
            found, key=lambda each: (abs(each[2] - each[0].weight_now), each[1].direction == "down")
        )

    @cached_property
    def groups(self) -> str:
        """``the groups``; empty where there is but one, or where each holds a single line."""
        groups = [one for one in self.switches(Level.GROUPS) if one.id not in self.known.no_proportions]
        if len(groups) < 2 or len(groups) == len(self.switches(Level.SUB_CRITERIA)):
            return ""
        return "the groups whose lines have weights" if self.known.no_proportions else "the groups"

    def share_now(self, level: Level, now: Fraction) -> str | None:
        """``1 of 13`` where no weights are used and every line counts once; else None."""
        shares = set(self.evaluation.weights.values())
        count = len(self.evaluation.weights)
        if self.evaluation.combine is not Combine.SUM or len(shares) > 1:
            return None
        return f"{now * count} of {count}{' lines' if level == Level.GROUPS else ''}"

    @cached_property
    def others(self) -> tuple[Prospect, ...]:
        """The options that cannot come first outright."""
        return tuple(one for one in self.known.prospects if not one.can_be_first)
