"""Reads the worked tables of a README and says, from the evaluation, what each cell must be.

A table follows a line such as ``<!-- worked: worked_examples/tie -->`` (``, set: ID`` for another set).
Its first column names an option or one of ``ROWS``. The others are line numbers, groups, Total, Place.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from appraisal.core.evaluation import evaluate
from appraisal.core.figures import measured, ordinal, percent, written
from appraisal.core.snapshot import CellState, Combine, Kind, load_json
from appraisal.core.snapshot.whole import Snapshot

ROOT = Path(__file__).resolve().parents[2]
MARKER = re.compile(r"<!-- worked: (?P<case>[\w/-]+)(?:, set: (?P<set>[\w-]+))? -->")
NO_SCORE = {
    CellState.UNSCORED: "not scored",
    CellState.TO_BE_CONFIRMED: "to be confirmed",
    CellState.NOT_APPLICABLE: "not applicable",
    CellState.WORDS: "words",
    CellState.PASS: "pass",
    CellState.FAIL: "fail",
}
NONE = "none"


@dataclass
class Case:
    """One appraisal of the README under one weight set."""

    snapshot: Snapshot
    weight_set: str | None

    def __post_init__(self):
        self.evaluation = evaluate(self.snapshot, weight_set=self.weight_set)
        self.columns = {line.number: line.sub_criterion.id for line in self.snapshot.lines}
        self.groups = {group.short_name or group.name: group.id for group in self.snapshot.groups}
        self.options = {f"Option {option.number}": option.id for option in self.snapshot.options}

    @property
    def weights(self):
        wanted = self.evaluation.weight_set
        return next((one for one in self.snapshot.weight_sets if one.id == wanted), None)

    def expected(self, row, column):
        """What must stand in the table. Fails on a row or column that nothing is known of."""
        if row in self.options:
            return self.of_option(self.options[row], column)
        return ROWS[row](self, column)

    def of_option(self, option, column):
        result = self.evaluation.by_id[option]
        if column == "Name":
            return self.snapshot.option[option].name
        if column == "Total":
            return span(result.floor, result.ceiling)
        if column == "Place":
            return place(result)
        if column in self.groups:
            return span(*result.group_ranges.get(self.groups[column], (None, None)))
        return self.cell(option, self.columns[column])

    def cell(self, option, sub):
        held = self.snapshot.cell_at.get((option, sub))
        state = held.state if held else CellState.UNSCORED
        if state != CellState.SCORED:
            is_gate = self.snapshot.line[sub].sub_criterion.kind == Kind.GATE
            return "not decided" if is_gate and state == CellState.UNSCORED else NO_SCORE[state]
        line = self.snapshot.line[sub].sub_criterion
        score = held.mark or (measured(held.score, line.unit) if line.unit else written(held.score))
        if self.evaluation.combine != Combine.WEIGHTED_VALUE:
            return score
        value = self.evaluation.by_id[option].values[sub]
        return f"{score}, value {'open' if value is None else written(value)}"

    def weight(self, column):
        if column in self.columns:
            return written(self.weights.sub_criteria[self.columns[column]])
        if column in self.groups and self.weights.groups is not None:
            return written(self.weights.groups[self.groups[column]])
        return ""

    def share(self, column):
        if column in self.columns:
            return percent(self.evaluation.weights[self.columns[column]], 2)
        if column in self.groups:
            return percent(self.evaluation.group_shares[self.groups[column]], 2)
        return percent(sum(self.evaluation.weights.values())) if column == "Total" else ""

    def scale(self, column):
        if column not in self.columns:
            return ""
        scale = self.snapshot.line[self.columns[column]].scale
        return f"{written(scale.lo)} to {written(scale.hi)}" if scale else ""

    def rule(self, column):
        if column not in self.columns:
            return ""
        return str(self.snapshot.line[self.columns[column]].sub_criterion.value.rule)

    def bound(self, column, which):
        if column == "Total":
            total = (self.evaluation.lowest_possible, self.evaluation.highest_possible)[which]
            return span(total, total)
        if column in self.groups:
            return written(self.evaluation.group_ranges_possible[self.groups[column]][which])
        return ""

    def neutral(self, column):
        total = self.evaluation.neutral_total
        return span(total, total) if column == "Total" else ""

    def figures(self):
        """Every number that the prose of the case may speak of."""
        evaluation = self.evaluation
        margin, share = evaluation.margin, evaluation.margin_share
        said = [written(margin, 6), percent(share, 2)] if margin is not None and share is not None else []
        said += [percent(share, 2) for share in evaluation.group_shares.values()]
        if evaluation.lowest_possible is not None:
            said.append(written(evaluation.highest_possible - evaluation.lowest_possible))
        said += [working.text for working in evaluation.workings]
        said += [self.weights.name] if self.weights else []
        said += [
            str(len(self.snapshot.options)),
            str(len(evaluation.scored_lines)),
            str(len(self.snapshot.groups)),
        ]
        said += [str(len(group.sub_criteria)) for group in self.snapshot.groups]
        return numbers(" ".join(said))


ROWS = {
    "Weight": Case.weight,
    "Share": Case.share,
    "Scale": Case.scale,
    "Rule": Case.rule,
    "Lowest possible": lambda case, column: case.bound(column, 0),
    "No impact": Case.neutral,
    "Highest possible": lambda case, column: case.bound(column, 1),
}


@dataclass
class Table:
    """One worked table: its case, its name in a test, and its cells by row and column."""

    case: Case
    name: str
    rows: dict[str, dict[str, str]]


def span(low, high):
    if low is None:
        return NONE
    return written(low) if low == high else f"{written(low)} to {written(high)}"


def place(result):
    if result.rank is not None:
        return ordinal(result.rank)
    if result.rank_from is None:
        return NONE
    if result.rank_from == result.rank_to:
        return f"{ordinal(result.rank_from)}, if it passes"
    return f"{ordinal(result.rank_from)} to {ordinal(result.rank_to)}"


def numbers(text):
    """The numbers in a text, without those of names such as 1a, Option 6 or 2017."""
    text = re.sub(r"\bOptions? \d+|\b\d+[a-z]\b|\b\d+(st|nd|rd|th)\b|\b20\d\d\b", " ", text)
    return set(re.findall(r"\d+(?:\.\d+)?", text))


def case_named(name, weight_set=None):
    path = ROOT / "fixtures" / f"{name}.json"
    return Case(load_json(path.read_bytes()), weight_set)


def tables(text):
    """Every worked table of the README."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        found = MARKER.fullmatch(line.strip())
        if found:
            yield _table(lines, at, found)


def _table(lines, at, found):
    start = at + 1
    while not lines[start].startswith("|"):
        start += 1
    end = start
    while end < len(lines) and lines[end].startswith("|"):
        end += 1
    heads, _, *rows = [[part.strip() for part in row.strip("|").split("|")] for row in lines[start:end]]
    return Table(
        case=case_named(found["case"], found["set"]),
        name=found["case"] + (f" {found['set']}" if found["set"] else ""),
        rows={row[0]: dict(zip(heads[1:], row[1:], strict=True)) for row in rows},
    )
