"""What stands in the way of a move: numbered rules, each with where to mend it.

A rule's number never changes its meaning, so that people and tests may speak of "rule 6". A forward move asks
the rules of every stage on its way; a move back asks nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from appraisal.core.lifecycle import Stage
from appraisal.core.scoring import (
    Gate,
    first_failed_gate,
    gate_lines,
    gate_of,
    is_not_applicable,
    is_scored,
    scored_lines,
    weigh,
    without_scale,
)
from appraisal.core.snapshot import Combine, Kind, Line, Option, OptionStage, Snapshot
from organisations.errors import Invalid

NAMED = 3
"""How many cells a blocker names before it says how many more there are."""


@dataclass(frozen=True, slots=True)
class Blocker:
    """One rule that is not met: its number, the sentence for people, and ``where`` it is mended.

    ``where`` is scale, criteria, options, weights or cells.
    """

    number: int
    text: str
    where: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A numbered rule, the stage it guards, and how to find what is amiss (empty: the rule is met)."""

    number: int
    guards: Stage
    where: str
    amiss: Callable[[Snapshot], str]


def blockers(snapshot: Snapshot, move_to: str) -> tuple[Blocker, ...]:
    """What must be mended before the appraisal may move to ``move_to``, in the order of the rules.

    Empty where nothing stands in the way, and for a move back or to the stage it is in.
    """
    target, now = Stage(move_to).position, Stage(snapshot.stage).position
    if target <= now:
        return ()
    asked = ((rule, rule.amiss(snapshot)) for rule in RULES if rule.guards.position <= target)
    return tuple(Blocker(rule.number, text, rule.where) for rule, text in asked if text)


def _a_scored_line(snapshot: Snapshot) -> str:
    return (
        "" if scored_lines(snapshot) else "No line is scored: add at least one sub-criterion that is scored."
    )


def _scales(snapshot: Snapshot) -> str:
    without = without_scale(snapshot)
    if not without and (snapshot.scale or scored_lines(snapshot)):
        return ""
    if not without or len(without) == len(scored_lines(snapshot)):
        return "No scale is set: say what the lowest and the highest score is."
    return f"No scale is set for {_listed([_line(line) for line in without])}."


def _two_options(snapshot: Snapshot) -> str:
    count = len(_short_list(snapshot))
    if count > 1:
        return ""
    stand = "Only 1 option is" if count else "No option is"
    return f"{stand} on the short list: at least 2 are needed to compare."


def _weights(snapshot: Snapshot) -> str:
    if snapshot.method.combine == Combine.SUM or not scored_lines(snapshot):
        return ""
    if snapshot.method.weight_set is None:
        return "Scores are combined with weights, but no weight set is chosen."
    try:
        weigh(snapshot)
    except Invalid as refusal:
        return "The weights cannot be used: " + " ".join(problem.message for problem in refusal.problems)
    return ""


def _measures_count(snapshot: Snapshot) -> str:
    """Raw figures can be added up only as values."""
    measures = [line for line in scored_lines(snapshot) if line.sub_criterion.kind is Kind.MEASURE]
    if not measures or snapshot.method.combine is Combine.WEIGHTED_VALUE:
        return ""
    names, verb = _listed([_line(line) for line in measures]), "is" if len(measures) == 1 else "are"
    what = "a measure" if len(measures) == 1 else "measures"
    return (
        f"{names[:1].upper()}{names[1:]} {verb} {what}, and raw figures cannot be added up as scores: "
        "choose weights and combine by values, or score instead."
    )


def _gates_decided(snapshot: Snapshot) -> str:
    pending = [
        (option, line)
        for option in _still_in(snapshot)
        for line in gate_lines(snapshot)
        if gate_of(snapshot.cell_at.get((option.id, line.sub_criterion.id))) is Gate.OPEN
    ]
    return _cells(pending, "1 gate is not decided", "{} gates are not decided")


def _all_scored(snapshot: Snapshot) -> str:
    pending = []
    for option in _still_in(snapshot):
        for line in scored_lines(snapshot):
            cell = snapshot.cell_at.get((option.id, line.sub_criterion.id))
            if not is_scored(cell) and not is_not_applicable(cell):
                pending.append((option, line))
    return _cells(pending, "1 score is missing", "{} scores are missing")


def _rationales(snapshot: Snapshot) -> str:
    bare = []
    for option in _still_in(snapshot):
        for line in scored_lines(snapshot):
            cell = snapshot.cell_at.get((option.id, line.sub_criterion.id))
            if cell is not None and is_scored(cell) and not cell.rationale.strip():
                bare.append((option, line))
    return _cells(bare, "1 score has no rationale", "{} scores have no rationale")


def _failed_with_reason(snapshot: Snapshot) -> str:
    bare = []
    for option in _short_list(snapshot):
        failed = first_failed_gate(snapshot, option.id)
        if failed and not snapshot.cell_at[option.id, failed].rationale.strip():
            bare.append((option, snapshot.line[failed]))
    return _cells(bare, "1 failed gate has no words of reason", "{} failed gates have no words of reason")


RULES = (
    Rule(1, Stage.SCORING, "scale", _scales),
    Rule(2, Stage.SCORING, "criteria", _a_scored_line),
    Rule(3, Stage.SCORING, "options", _two_options),
    Rule(4, Stage.SCORING, "weights", _weights),
    Rule(5, Stage.AGREEING, "cells", _gates_decided),
    Rule(6, Stage.AGREEING, "cells", _all_scored),
    Rule(7, Stage.AGREED, "cells", _rationales),
    Rule(8, Stage.AGREED, "cells", _failed_with_reason),
    Rule(9, Stage.SCORING, "weights", _measures_count),
)


def _short_list(snapshot: Snapshot) -> tuple[Option, ...]:
    return tuple(option for option in snapshot.options if option.stage == OptionStage.SHORT_LIST)


def _still_in(snapshot: Snapshot) -> tuple[Option, ...]:
    """The short list without the options that failed a gate: their scores are not waited for."""
    return tuple(option for option in _short_list(snapshot) if first_failed_gate(snapshot, option.id) is None)


def _cells(found: Sequence[tuple[Option, Line]], one: str, many: str) -> str:
    """``3 scores are missing: Option 1 on 1a, Option 1 on 1b and Option 2 on 1a.``"""
    if not found:
        return ""
    lead = one if len(found) == 1 else many.format(len(found))
    return f"{lead}: {_listed([f'{_option(option)} on {line.number}' for option, line in found])}."


def _listed(names: Sequence[str]) -> str:
    """At most ``NAMED`` names, then how many more."""
    if len(names) > NAMED:
        names = [*names[:NAMED], f"{len(names) - NAMED} more"]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _option(option: Option) -> str:
    return f"Option {option.number}" if option.number is not None else option.short_name or option.name


def _line(line: Line) -> str:
    return f"line {line.number}"
