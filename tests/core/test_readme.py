"""The core's README is true: every table, working, number, diagram and rule in it is checked."""

import re

import pytest

from appraisal.core.lifecycle import MOVES, diagram
from appraisal.core.readiness import RULES
from tests.core.worked import MARKER, ROOT, case_named, numbers, tables

TEXT = (ROOT / "appraisal/core/README.md").read_text(encoding="utf-8")
FENCE = re.compile(r"```(\w*)\n(.*?)```", re.DOTALL)
FORMULA_NUMBERS = {"0", "1", "100"}


def sections():
    """The text of each heading that has worked tables, with the cases of its tables."""
    for section in re.split(r"^##+ ", TEXT, flags=re.MULTILINE):
        marked = [case_named(found["case"], found["set"]) for found in MARKER.finditer(section)]
        if marked:
            yield pytest.param(section, marked, id=section.split("\n")[0])


@pytest.mark.parametrize("table", [pytest.param(table, id=table.name) for table in tables(TEXT)])
def test_every_cell_of_every_worked_table_is_what_the_evaluation_gives(table):
    expected = {
        row: {column: table.case.expected(row, column) for column in cells}
        for row, cells in table.rows.items()
    }
    assert table.rows == expected


@pytest.mark.parametrize("table", [pytest.param(table, id=table.name) for table in tables(TEXT)])
def test_every_worked_table_shows_all_options_of_its_case(table):
    assert set(table.case.options) <= set(table.rows)


@pytest.mark.parametrize(("section", "cases"), list(sections()))
def test_every_line_of_the_workings_is_one_that_the_evaluation_gives(section, cases):
    given = {working.text for case in cases for working in case.evaluation.workings}
    for kind, block in FENCE.findall(section):
        if kind == "workings":
            assert set(block.strip().split("\n")) <= given


@pytest.mark.parametrize(("section", "cases"), list(sections()))
def test_every_number_in_the_text_round_a_table_is_a_figure_of_its_case(section, cases):
    prose = FENCE.sub("", section)
    prose = "\n".join(line for line in prose.split("\n") if not line.startswith(("|", "<!--")))
    known = FORMULA_NUMBERS.union(*(case.figures() for case in cases))
    assert numbers(prose) <= known


def test_every_worked_example_stands_in_the_readme():
    files = {path.stem for path in (ROOT / "fixtures/worked_examples").glob("*.json")}
    assert files == {table.name.split()[0].split("/")[1] for table in tables(TEXT)} - {"somerset-2017"}


def test_the_diagram_of_the_stages_is_made_from_the_table_of_moves():
    (drawn,) = [block for kind, block in FENCE.findall(TEXT) if kind == "mermaid"]
    assert drawn.strip() == diagram()
    assert drawn.count("-->") == len(MOVES) + 1


def test_the_table_of_rules_names_every_rule_with_its_stage_and_where_to_mend_it():
    rows = re.findall(r"^\| (\d+) \| (.+?) \| .+? \| (\w+) \|$", TEXT, flags=re.MULTILINE)
    assert rows == [(str(rule.number), rule.guards.label, rule.where) for rule in RULES]


def test_every_file_that_the_readme_sends_people_to_is_there():
    for name in re.findall(r"`([\w/]+\.py|[\w/]+/)`", TEXT):
        assert any((ROOT / start / name).exists() for start in ("", "appraisal/core")), name
