"""The tables of the README's section on what would change the ranking are what is found.

Each follows a line such as ``<!-- joint: appraisals/somerset-2017 -->``; the first word says what it holds.
"""

import re

import pytest

from appraisal.core.evaluation import sensitivity
from appraisal.core.figures import percent, written
from appraisal.core.sensitivity import Level
from tests.core.worked import ROOT, case_named

TEXT = (ROOT / "appraisal/core/README.md").read_text(encoding="utf-8")
MARKER = re.compile(r"<!-- (first|weights|joint|steps): ([\w/-]+) -->\n\n((?:\|.*\n)+)")


def tables():
    for kind, name, text in MARKER.findall(TEXT):
        rows = [[part.strip() for part in row.strip("|").split("|")] for row in text.strip().split("\n")[2:]]
        yield pytest.param(kind, name, rows, id=f"{kind} {name}")


class Told:
    """What is found for one appraisal, in the words of the tables."""

    def __init__(self, name):
        self.case = case_named(name)
        self.snapshot = self.case.snapshot
        self.found = sensitivity(self.snapshot)
        self.number = {ident: label for label, ident in self.case.options.items()}
        self.line = {ident: number for number, ident in self.case.columns.items()}
        self.group = {ident: name for name, ident in self.case.groups.items()}

    def options(self, ids):
        return ", ".join(self.number[one] for one in ids)

    def first(self):
        groups = {one.option: one for one in self.found.group_prospects}
        for one in self.found.prospects:
            by_group = groups[one.option]
            level = ", ".join(self.group[name] for name in by_group.level_on) or "never"
            yield [
                self.number[one.option],
                "yes" if one.can_be_first else "no",
                self.options(one.dominated_by),
                "first" if by_group.can_be_first else level,
            ]

    def weights(self):
        for one in self.found.switching_weights:
            name = (self.line if one.level is Level.SUB_CRITERIA else self.group)[one.id]
            for turn in one.turns:
                if turn.weight is not None:
                    now = percent(one.weight_now, 2)
                    to = self.options(turn.overtaken_by)
                    yield [name, now, turn.direction.value, percent(turn.weight, 2), to]

    def joint(self):
        for one in self.found.joint_switching:
            if one.factor is None:
                yield [self.number[one.rival], "", "never", "", "", ""]
                continue
            yield [
                self.number[one.rival],
                ", ".join(self.line[line] for line in one.lines),
                written(one.factor),
                self.options(one.first),
                written(one.changes_at),
                self.options(one.changes_to),
            ]

    def steps(self):
        for one in self.found.fewest_steps:
            yield [self.number[one.rival], str(one.to_tie), str(one.to_overtake)]


@pytest.mark.parametrize(("kind", "name", "rows"), list(tables()))
def test_every_table_is_what_is_found(kind, name, rows):
    assert rows == list(getattr(Told(name), kind)())


def test_the_section_has_its_tables():
    assert [kind for kind, _, _ in MARKER.findall(TEXT)] == ["first", "weights", "weights", "joint", "steps"]
