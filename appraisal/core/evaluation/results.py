"""What ``evaluate`` gives back: frozen values, every figure an exact ``Fraction``.

None of these rounds or writes anything: ``figures.written`` does, once, where a figure is printed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from appraisal.core.evaluation.workings import Working
from appraisal.core.snapshot import Combine

Range = tuple[Fraction, Fraction]
Pair = tuple[str, str]


@dataclass(frozen=True)
class OptionResult:
    """One option's figures.

    ``ranked``: short-listed, no gate failed, comparable. Only a ranked option has ``rank_from`` and
    ``rank_to`` (best and worst place still possible, counted among the ranked) and, where its scales are
    known, ``floor`` and ``ceiling``: its total with every missing score at worst and at best. ``aggregate``
    is its total, given only when ``complete``, and then equal to both. ``rank`` is given only when decided:
    the best and the worst place are the same and no gate of its own is still open.

    ``group_totals`` holds every criteria group: its part of the aggregate, or None where a score is missing,
    not applicable, or nothing is scored there. ``group_ranges`` holds the groups whose lowest and highest
    possible part is known. ``values`` holds every sub-criterion: the score (the value 0 to 100 where values
    are combined), None where there is none. ``missing`` names the scored lines and gates that are unscored or
    to be confirmed. ``gate_failed`` is the sub-criterion id of the first failed gate.
    """

    id: str
    rank: int | None
    rank_from: int | None
    rank_to: int | None
    aggregate: Fraction | None
    floor: Fraction | None
    ceiling: Fraction | None
    complete: bool
    comparable: bool
    gate_failed: str | None
    ranked: bool
    group_totals: Mapping[str, Fraction | None]
    group_ranges: Mapping[str, Range]
    values: Mapping[str, Fraction | None]
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Evaluation:
    """Every figure of an appraisal under one weight set.

    ``options`` stand in rank order, the unranked after them in file order. ``complete``: at least one option
    is short-listed, at least one line is scored, and no total still waits for a score, a scale or a weight.
    ``lowest_possible``, ``highest_possible`` and ``neutral_total`` are the totals of the lowest score, the
    highest score and the neutral point throughout (None without a scale, or without a neutral point on every
    scored line). ``margin`` is first less second place, 0 for a shared first, None until both are decided;
    ``margin_share`` is its share of highest less lowest possible.

    ``weights`` is each scored line's share of all weight and adds to 1; under a plain total these are the
    implied shares. ``group_shares`` adds them up by group. ``group_ranges_possible`` is the lowest and
    highest possible group total. The tuples of pairs name (option id, sub-criterion id), short-listed options
    only; ``missing`` leaves out options that failed a gate, since no score of theirs counts any more.
    """

    slug: str
    combine: Combine
    weight_set: str | None
    complete: bool
    lowest_possible: Fraction | None
    highest_possible: Fraction | None
    neutral_total: Fraction | None
    margin: Fraction | None
    margin_share: Fraction | None
    options: tuple[OptionResult, ...]
    weights: Mapping[str, Fraction]
    group_shares: Mapping[str, Fraction]
    group_ranges_possible: Mapping[str, Range]
    scored_lines: tuple[str, ...]
    missing: tuple[Pair, ...]
    to_be_confirmed: tuple[Pair, ...]
    worked_out: tuple[Pair, ...]
    without_rationale: tuple[Pair, ...]
    not_applicable: tuple[Pair, ...]
    workings: tuple[Working, ...]

    @cached_property
    def by_id(self) -> Mapping[str, OptionResult]:
        """The results by option id."""
        return {result.id: result for result in self.options}

    @cached_property
    def ranked(self) -> tuple[OptionResult, ...]:
        """The ranked options, in rank order."""
        return tuple(result for result in self.options if result.ranked)
