"""What the figures settle and what they leave open: the facts that every sentence is built on.

A place is decided (``Ranked.rank``) when no missing score and no gate still open can change it. That does not
say that nobody else will share it: an option with a lower place may still draw level, and
``could_draw_level`` says which.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from appraisal.core.evaluation import Evaluation
from appraisal.core.figures import written
from appraisal.core.scoring import relative_lines
from appraisal.core.sentences.words import Names
from appraisal.core.snapshot import CellState, Combine, Kind, OptionStage, Snapshot

Pair = tuple[str, str]

MARKED = (CellState.PASS, CellState.FAIL, CellState.NOT_APPLICABLE)


@dataclass(frozen=True)
class Ranked:
    """A ranked option with its total, ``floor`` to ``ceiling``, and its places (see ``OptionResult``)."""

    id: str
    floor: Fraction
    ceiling: Fraction
    rank: int | None
    rank_from: int
    rank_to: int

    @property
    def known(self) -> bool:
        """Whether the total is one figure, whatever is missing."""
        return self.floor == self.ceiling


@dataclass(frozen=True)
class Standing:
    """An appraisal and its evaluation, read for sentences. Options come in rank order throughout."""

    snapshot: Snapshot
    evaluation: Evaluation

    @cached_property
    def names(self) -> Names:
        """What things are called in this appraisal."""
        return Names(self.snapshot)

    @cached_property
    def ranked(self) -> tuple[Ranked, ...]:
        """The ranked options that have a total, or a range for one."""
        found = []
        for one in self.evaluation.options:
            ends = (one.floor, one.ceiling, one.rank_from, one.rank_to)
            if one.ranked and None not in ends:
                floor, ceiling, best, worst = ends
                found.append(Ranked(one.id, floor, ceiling, one.rank, best, worst))  # type: ignore[arg-type]
        return tuple(found)

    @cached_property
    def short_listed(self) -> tuple[str, ...]:
        """Ids of the short-listed options, in file order."""
        return tuple(option.id for option in self.snapshot.options if option.stage is OptionStage.SHORT_LIST)

    @cached_property
    def missing(self) -> tuple[Pair, ...]:
        """Scores that are missing or to be confirmed and that a total of a ranked option waits for.

        They are its own, and on a relative measure those of all options compared.
        """
        ranked = frozenset(one.id for one in self.ranked)
        relative = frozenset(line.sub_criterion.id for line in relative_lines(self.snapshot))
        return tuple(
            pair for pair in self.missing_anywhere if pair[0] in ranked or (ranked and pair[1] in relative)
        )

    @cached_property
    def missing_anywhere(self) -> tuple[Pair, ...]:
        """The same, with those of options that cannot be compared; one that failed a gate waits for none."""
        scored = frozenset(self.evaluation.scored_lines)
        return tuple(pair for pair in self.evaluation.missing if pair[1] in scored)

    @cached_property
    def expected(self) -> int:
        """How many scores there would be if none were missing, without those that cannot count."""
        standing = [option for option in self.short_listed if not self.evaluation.by_id[option].gate_failed]
        not_applicable = sum(1 for option, _ in self.evaluation.not_applicable if option in standing)
        return len(standing) * len(self.evaluation.scored_lines) - not_applicable

    @cached_property
    def open_gates(self) -> tuple[Pair, ...]:
        """Gates that are not marked yet, of the options whose place or value waits for them."""
        gates = [
            line.sub_criterion.id for line in self.snapshot.lines if line.sub_criterion.kind is Kind.GATE
        ]
        waiting = [one.id for one in self.ranked]
        if waiting and relative_lines(self.snapshot):
            results = self.evaluation.by_id
            waiting += [one for one in self.short_listed if not results[one].comparable]
        return tuple(
            (one, gate)
            for one in waiting
            for gate in gates
            if self.evaluation.by_id[one].gate_failed is None and not self._marked(one, gate)
        )

    @cached_property
    def values_wait_for_gates(self) -> bool:
        """Whether a relative measure is held against options that may yet fail a gate."""
        return bool(self.open_gates and relative_lines(self.snapshot))

    def _marked(self, option: str, gate: str) -> bool:
        cell = self.snapshot.cell_at.get((option, gate))
        return cell is not None and cell.state in MARKED

    @cached_property
    def anything_scored(self) -> bool:
        """Whether any score stands in a ranked option."""
        ranked = frozenset(one.id for one in self.ranked)
        missing = sum(option in ranked for option, _ in self.missing)
        return missing < len(ranked) * len(self.evaluation.scored_lines)

    @cached_property
    def leaders(self) -> tuple[Ranked, ...]:
        """The options that are first whatever happens, alone or shared; none while first place is open."""
        return tuple(one for one in self.ranked if one.rank == 1)

    @cached_property
    def contenders(self) -> tuple[Ranked, ...]:
        """The options that could be first, alone or shared, once every score is in and every gate marked."""
        return tuple(one for one in self.ranked if one.rank_from == 1)

    @cached_property
    def behind_the_leaders(self) -> tuple[Ranked, ...]:
        """The options that have the first place behind the leaders whatever happens; all of them level."""
        place = len(self.leaders) + 1
        return tuple(one for one in self.ranked if self.leaders and one.rank == place)

    def could_draw_level(self, one: Ranked) -> tuple[Ranked, ...]:
        """The options that are not sure to be level with ``one`` but may, at most, come to be."""
        same = one.rank
        level = (other for other in self.ranked if other.id != one.id and other.ceiling == one.floor)
        return tuple(other for other in level if same is None or other.rank != same)

    def total(self, one: Ranked) -> str:
        """``57``, or ``46 to 50`` while scores are missing."""
        return span(one.floor, one.ceiling)

    def total_in_words(self, one: Ranked) -> str:
        """``57 points``, ``a weighted mean of 3.85``, ``46 to 50 points``."""
        figures = self.total(one)
        combine = self.evaluation.combine
        if combine is Combine.WEIGHTED_MEAN:
            return f"a weighted mean of {figures}"
        if combine is Combine.WEIGHTED_VALUE:
            return f"a weighted value of {figures}"
        unit = "weighted point" if combine is Combine.WEIGHTED_SUM else "point"
        return f"{figures} {unit}{'' if figures == '1' and one.floor == 1 else 's'}"


def span(low: Fraction, high: Fraction) -> str:
    """``57`` or ``46 to 50``; ends that are written alike stand once."""
    first, last = written(low), written(high)
    return first if first == last else f"{first} to {last}"
