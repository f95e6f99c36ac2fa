"""Somerset's and Cornwall's files: the figures and the oddities of the sources, kept as they print them."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from appraisal.core.snapshot import CellState, Kind, OptionStage, canonical_json, load_json
from tests.core.snapshot.files import ROOT

AGGREGATES = {"option-1": 31, "option-2": 48, "option-3": 50, "option-4": 54, "option-5": 37, "option-6": 57}
GROUP_TOTALS = {
    "option-1": {"outcomes": 9, "governance": 7, "officers": 7, "financial": 8},
    "option-2": {"outcomes": 14, "governance": 11, "officers": 11, "financial": 12},
    "option-3": {"outcomes": 16, "governance": 13, "officers": 11, "financial": 10},
    "option-4": {"outcomes": 16, "governance": 13, "officers": 13, "financial": 12},
    "option-5": {"outcomes": 10, "governance": 9, "officers": 9, "financial": 9},
    "option-6": {"outcomes": 17, "governance": 13, "officers": 13, "financial": 14},
}
ODDITIES = (
    ("option-2", "f3", "There could be VAT benefits if the pooled arrangements were le4d by SCC"),
    ("option-6", "w1", "significant restricting of the commissioning function"),
    ("option-2", "g1", "would significant improve clear and stronger leadership"),
    ("option-4", "w3", "different forms place of commissioning"),
    ("option-5", "w3", "just different silos that we currently have"),
    ("option-4", "g4", "This option is already in place"),
    ("option-5", "g4", "This is already feasible under current legislation but underused."),
    ("option-1", "w4", "None needed."),
)


def fixture(name):
    return load_json((ROOT / "fixtures" / "appraisals" / f"{name}.json").read_bytes())


@pytest.fixture(scope="module")
def somerset():
    return fixture("somerset-2017")


@pytest.fixture(scope="module")
def cornwall():
    return fixture("cornwall-2018")


def sums(snapshot, option):
    """Sums of an option's scores by group, without any code of the core but the cells."""
    found = Counter()
    for group in snapshot.groups:
        for sub in group.sub_criteria:
            found[group.id] += snapshot.cell_at[option, sub.id].score or 0
    return found


@pytest.mark.parametrize("option", AGGREGATES)
def test_the_scores_add_up_to_every_figure_the_source_prints(somerset, option):
    found = sums(somerset, option)
    assert found == GROUP_TOTALS[option]
    assert sum(found.values()) == AGGREGATES[option]


def test_the_printed_figures_are_those_of_the_source(somerset):
    assert somerset.printed.aggregates == AGGREGATES
    assert somerset.printed.group_totals == GROUP_TOTALS
    assert sum(len(totals) for totals in somerset.printed.group_totals.values()) == 24


def test_somerset_has_ninety_cells_each_with_its_words(somerset):
    assert Counter(cell.state for cell in somerset.cells) == {CellState.SCORED: 78, CellState.WORDS: 12}
    assert all(cell.rationale for cell in somerset.cells)
    assert {cell.sub_criterion for cell in somerset.cells if cell.state is CellState.WORDS} == {"g4", "w4"}
    assert [sub.sub_criterion.id for sub in somerset.lines if sub.sub_criterion.kind is Kind.WORDS] == [
        "g4",
        "w4",
    ]


def test_the_lost_digit_is_worked_out_and_a_note_says_how(somerset):
    [cell] = [cell for cell in somerset.cells if cell.basis == "worked-out"]
    assert (cell.option, cell.sub_criterion, cell.score) == ("option-3", "f3", 2)
    [note] = somerset.notes_about["cells/option-3/f3"]
    assert "The printed group total 10 with two 4s implies 2" in note


@pytest.mark.parametrize(("option", "sub_criterion", "words"), ODDITIES)
def test_a_text_is_kept_as_the_source_prints_it(somerset, option, sub_criterion, words):
    assert words in somerset.cell_at[option, sub_criterion].rationale


def test_somerset_s_scale_runs_from_one_to_five_with_its_descriptors(somerset):
    scale = somerset.scale
    assert (scale.lo, scale.hi, scale.step, scale.neutral) == (1, 5, 1, 3)
    assert [point.value for point in scale.points] == [1, 2, 3, 4, 5]
    assert scale.points[1].label == "The model will slightly negative impacts on this objective"


def test_somerset_s_options_and_lines_have_the_labels_of_screens(somerset):
    assert [option.short_name for option in somerset.options] == [
        "Do nothing", "More pooling under Section 75", "CCG leads", "County Council leads",
        "Split adults and children", "New joint vehicle",
    ]  # fmt: skip
    assert [option.number for option in somerset.options if option.baseline] == [1]
    assert {option.stage for option in somerset.options} == {OptionStage.SHORT_LIST}
    assert [f"{line.number} {line.label}" for line in somerset.lines] == [
        "1a Population outcomes", "1b Less inequality", "1c Seamless care", "1d Own health",
        "2a Clear leadership", "2b Local voice", "2c Capitated contract", "2d Law",
        "3a One strong function", "3b Working together", "3c Skills", "3d Reform",
        "4a Somerset £", "4b Management", "4c VAT",
    ]  # fmt: skip
    assert [group.short_name for group in somerset.groups] == [
        "Outcomes",
        "Governance",
        "Officers",
        "Finance",
    ]
    assert {group.stem for group in somerset.groups} == {"Ability of the model to:"}


def test_every_name_that_the_source_gives_an_option_is_kept(somerset):
    assert [len(option.other_names) for option in somerset.options] == [2, 2, 2, 2, 2, 3]
    assert "Retain existing Strategic commissioning arrangements" in somerset.options[0].other_names


def test_both_somerset_bodies_lead_and_decide_and_nhs_england_is_consulted(somerset):
    parts = {body.id: (body.name, body.lead, body.role) for body in somerset.organisations}
    assert parts == {
        "ccg": ("Somerset Clinical Commissioning Group", True, "decides"),
        "scc": ("Somerset County Council", True, "decides"),
        "nhse": ("NHS England", False, "consulted"),
    }
    assert all(body.asked_to and body.when == "July 2017" for body in somerset.organisations)


def test_the_recommendation_has_its_reasons_in_the_order_of_the_source(somerset):
    recommendation = somerset.recommendation
    assert recommendation.option == "option-6"
    assert [reason.group for reason in recommendation.reasons] == [
        "outcomes",
        "governance",
        "financial",
        "officers",
    ]
    numbers = [text.split(" ")[0] for reason in recommendation.reasons for text in reason.paragraphs]
    assert numbers == [f"4.{number}" for number in range(6, 15)]


def test_the_context_tables_stand_as_sections(somerset):
    sections = {section.id: len(section.rows) or len(section.items) for section in somerset.sections}
    assert sections == {
        "benefits-risks": 6, "earlier-options": 4, "joint-services": 8, "section-75-requirements": 8,
        "section-75-exclusions": 6, "section-75-other-arrangements": 3, "budgets-for-pooling": 4,
        "constitution-variation": 5, "business-unit": 10, "functions-1": 25, "functions-2": 12,
        "functions-3": 6, "functions-marks": 3, "phases": 4, "principles": 15,
    }  # fmt: skip
    marks = Counter(
        mark for section in somerset.sections if section.id.startswith("functions-")
        and section.id != "functions-marks" for row in section.rows for mark in row[1:]
    )  # fmt: skip
    assert marks == {"X": 45, "X*": 18, "tick": 1, "": 22}


def test_every_abbreviation_that_is_spelt_out_is_used(somerset):
    text = canonical_json(replace(somerset, document=None))
    for short in somerset.document.abbreviations:
        assert re.search(rf"\b{re.escape(short)}s?\b", text), short


def test_notes_stand_where_the_source_is_wrong(somerset, cornwall):
    for about in (
        "cells/option-4/g4",
        "cells/option-2/w1",
        "options/option-6",
        "sub-criteria/w4",
        "groups/officers",
    ):
        assert somerset.notes_about[about]
    assert len(somerset.notes) == 49
    assert cornwall.notes_about["options/option-5"]
    assert cornwall.notes_about["sub-criteria/c1d"]
    assert len(cornwall.notes) == 17


def test_cornwall_is_a_long_list_without_a_scale_or_a_score(cornwall):
    assert cornwall.stage == "set-up"
    assert cornwall.scale is None
    assert cornwall.cells == ()
    assert [(option.number, option.stage) for option in cornwall.options] == [
        *((number, OptionStage.LONG_LIST) for number in range(1, 7)),
        (None, OptionStage.DROPPED),
    ]
    dropped = cornwall.options[-1]
    assert dropped.name == "Commissioning with Devon"
    assert dropped.reason.startswith("there was little / no appetite from Devon at this time")
    assert [len(group.sub_criteria) for group in cornwall.groups] == [4, 3, 4, 3, 2]
    assert all(line.sub_criterion.short_name and line.group.short_name for line in cornwall.lines)
    assert cornwall.line["c1d"].sub_criterion.name == (
        "Support individual and communities to take responsibilities for the own health and well-being"
    )


def test_only_the_council_leads_in_cornwall(cornwall):
    assert [body.name for body in cornwall.organisations if body.lead] == ["Cornwall Council"]
    assert len(cornwall.organisations) == 4
    assert [each.who for each in cornwall.responsibilities] == ["commissioner", "shared", "provider"]
    assert [len(each.items) for each in cornwall.responsibilities] == [6, 4, 6]
    assert [step.when for step in cornwall.timeline][1:] == [
        "5 February 2018",
        "28 March 2018",
        "September 2018",
    ]
