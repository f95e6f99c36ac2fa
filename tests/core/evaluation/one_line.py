"""An appraisal of one line that is measured or marked, and the values that come of it."""

from decimal import Decimal

from appraisal.core.evaluation import evaluate
from appraisal.core.snapshot import (
    Cell,
    CellState,
    Combine,
    CriteriaGroup,
    Kind,
    Method,
    Option,
    OptionStage,
    Rule,
    Snapshot,
    SubCriterion,
    ValueRule,
    WeightSet,
)

HIGHER = {rule: ValueRule(rule, better="higher") for rule in (Rule.OPTIONS_RANGE, Rule.RATIO)}
LOWER = {rule: ValueRule(rule, better="lower") for rule in (Rule.OPTIONS_RANGE, Rule.RATIO)}
LETTERS = "abcdefgh"


def one_line(rule, entries, *, stages=None, gates=None):
    """Options with these figures (or marks, or states) on one line of all the weight, and maybe a gate."""
    kind = Kind.SCORE if rule.rule == Rule.POINTS else Kind.MEASURE
    line = SubCriterion("m", "Measure", kind=kind, value=rule, not_applicable_rule="As stated.", unit="£k")
    gate = SubCriterion("gate", "Gate", kind=Kind.GATE)
    options = tuple(
        Option(letter, letter, number=number, stage=(stages or {}).get(letter, OptionStage.SHORT_LIST))
        for number, letter in zip(range(1, len(entries) + 1), LETTERS, strict=False)
    )
    cells = [cell(option.id, entry) for option, entry in zip(options, entries, strict=True)]
    if gates is not None:
        cells += [Cell(option.id, "gate", gates.get(option.id, CellState.PASS)) for option in options]
    return Snapshot(
        "one",
        "One line",
        method=Method(Combine.WEIGHTED_VALUE, "w"),
        groups=(CriteriaGroup("g", "Group", sub_criteria=(line, *([gate] if gates is not None else []))),),
        weight_sets=(WeightSet("w", "W", {"m": Decimal(1)}),),
        options=options,
        cells=tuple(cells),
    )


def cell(option, entry, line="m"):
    if isinstance(entry, CellState):
        return Cell(option, line, entry)
    if isinstance(entry, str) and not entry.lstrip("-").replace(".", "").isdigit():
        return Cell(option, line, CellState.SCORED, mark=entry)
    return Cell(option, line, CellState.SCORED, Decimal(entry))


def values(snapshot):
    return [result.values["m"] for result in sorted(evaluate(snapshot).options, key=lambda one: one.id)]


def spans(snapshot):
    found = evaluate(snapshot).by_id
    return [(found[option.id].floor, found[option.id].ceiling) for option in snapshot.options]
