"""Short ways to write a snapshot down in a test."""

from decimal import Decimal

from appraisal.core.snapshot import (
    Cell,
    CellState,
    CriteriaGroup,
    Kind,
    Method,
    Option,
    OptionStage,
    Scale,
    Snapshot,
    SubCriterion,
    WeightSet,
)

PLAIN = {"g": "a b", "h": "c"}
ONE_TO_FIVE = Scale(Decimal(1), Decimal(5), Decimal(1), Decimal(3))
STATES = {
    "?": CellState.TO_BE_CONFIRMED,
    "n/a": CellState.NOT_APPLICABLE,
    "words": CellState.WORDS,
    "pass": CellState.PASS,
    "fail": CellState.FAIL,
}


def snapshot(groups, rows, *, scale=ONE_TO_FIVE, stages=None, rationale="Because.", **parts):
    """A snapshot from ``{"g": "a b gate:c words:d"}`` and ``{"option": "5 4 pass words"}``.

    A row has one word a line: a score, ``-`` for a cell that is absent, or a key of ``STATES``. ``stages``
    gives options a stage other than the short list.
    """
    made = tuple(_group(group, lines) for group, lines in groups.items())
    subs = [sub.id for group in made for sub in group.sub_criteria]
    options = tuple(
        Option(
            option, f"The {option}", number=number, stage=(stages or {}).get(option, OptionStage.SHORT_LIST)
        )
        for number, option in enumerate(rows, 1)
    )
    cells = []
    for option, row in rows.items():
        for sub, word in zip(subs, row.split(), strict=True):
            if word != "-":
                cells.append(_cell(option, sub, word, rationale))
    return Snapshot("test", "Test", scale=scale, groups=made, options=options, cells=tuple(cells), **parts)


def weight_set(sub_criteria, groups=None, name="w"):
    """A weight set from ``{"a": 3, "b": "2.5"}``."""
    return WeightSet(
        name,
        name.upper(),
        {sub: Decimal(weight) for sub, weight in sub_criteria.items()},
        None if groups is None else {group: Decimal(weight) for group, weight in groups.items()},
    )


def weighted(groups, rows, combine, *sets, **parts):
    """A snapshot that combines scores with the first of the weight sets."""
    return snapshot(groups, rows, method=Method(combine, sets[0].id), weight_sets=sets, **parts)


def places(evaluation):
    """Rank, best and worst place by option."""
    return {one.id: (one.rank, one.rank_from, one.rank_to) for one in evaluation.options}


def totals(evaluation):
    """Aggregates by option."""
    return {one.id: one.aggregate for one in evaluation.options}


def spans(evaluation):
    """Lowest and highest total by option."""
    return {one.id: (one.floor, one.ceiling) for one in evaluation.options}


def _group(group, lines):
    subs = []
    for line in lines.split():
        kind, _, sub = line.rpartition(":")
        subs.append(
            SubCriterion(sub, f"Line {sub}", kind=Kind(kind or "score"), not_applicable_rule="As stated.")
        )
    return CriteriaGroup(group, f"Group {group}", sub_criteria=tuple(subs))


def _cell(option, sub, word, rationale):
    if word in STATES:
        return Cell(option, sub, STATES[word], rationale=rationale)
    return Cell(option, sub, CellState.SCORED, Decimal(word), rationale=rationale)
