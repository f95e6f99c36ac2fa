"""Every workbook of the corpus is refused where it should be, in words; and it is what is made here."""

import json

import pytest

from appraisal.workbook.planning import Choices, Lead, plan_for, plan_new
from appraisal.workbook.reading import Sort, read
from appraisal.workbook.refusing import Unreadable
from tests.appraisal.workbook.corpus.case import FILLED
from tests.appraisal.workbook.corpus.cases import CASES
from tests.appraisal.workbook.corpus.files import EXPECTED, FOLDER, expected
from tests.appraisal.workbook.corpus.ours import now
from tests.appraisal.workbook.packing import unpacked

LEAD = Lead("Northshire Council", "NC", "council")
# What no zip file is made of, or what is broken in a way that unpacking would only complain about.
RAW = {"encrypted-part", "damaged-part", "odd-packing", "cut-short", "two-parts-of-one-name"}


def refused(content, into):
    """What is refused of a workbook: (where, sentence) each; and what it would have changed."""
    try:
        reading = read(content, Sort.WORKBOOK)
    except Unreadable as unreadable:
        return [("", unreadable.reason)], ()
    known = plan_for(reading, "a.xlsx", now(), Choices()) if into == FILLED else None
    plan = known or plan_new(reading, "a.xlsx", LEAD, Choices())
    assert plan.ready is not bool(plan.problems)
    return [(problem.where, problem.text) for problem in plan.problems], plan.changes


def test_the_corpus_has_at_least_forty_workbooks_and_all_are_small():
    sizes = [path.stat().st_size for path in FOLDER.glob("*.xlsx")]
    assert len(sizes) >= 40
    assert max(sizes) < 150_000


@pytest.mark.parametrize("name", CASES)
def test_it_is_refused_where_it_should_be_and_nowhere_else(name):
    case = CASES[name]
    found, _ = refused((FOLDER / f"{name}.xlsx").read_bytes(), case.into)
    assert len(found) == len(case.refused), found
    for (where, says), (place, sentence) in zip(case.refused, found, strict=True):
        assert place == where
        assert says in sentence
        assert sentence.rstrip("”").endswith((".", "?")), sentence


def test_the_files_are_what_the_corpus_makes():
    assert sorted(path.stem for path in FOLDER.glob("*.xlsx")) == sorted(CASES)
    assert json.loads(EXPECTED.read_text(encoding="utf-8")) == expected()


@pytest.mark.parametrize("name", [name for name in CASES if name not in RAW])
def test_each_file_is_as_it_is_made(name):
    made, lies = CASES[name].make(), (FOLDER / f"{name}.xlsx").read_bytes()
    if made[:2] == b"PK":
        made, lies = unpacked(made), unpacked(lies)
    assert made == lies


@pytest.mark.parametrize("name", sorted(RAW))
def test_each_broken_file_is_as_it_is_made(name):
    # What a library packs may differ by some bytes from one version to the next, and so may the break.
    made = CASES[name].make()
    lies = (FOLDER / f"{name}.xlsx").read_bytes()
    assert made[:40] == lies[:40]
    assert abs(len(made) - len(lies)) < len(lies) // 10
