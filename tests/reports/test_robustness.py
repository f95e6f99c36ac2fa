"""What would change the ranking, in the PDF: the sentences, the figures of both doors, draws and seed."""

import random

import pytest

from appraisal.core.evaluation import evaluate, rank_shares, sensitivity
from appraisal.core.figures import percent
from appraisal.core.sentences import robustness_in_brief, robustness_sentences
from appraisal.core.snapshot import from_dict
from reports.content import report
from reports.content.parts import Table, Words
from reports.render_pdf import render_html, render_pdf
from tests import factories
from tests.appraisal.pages.asking import address, client_of
from tests.appraisal.pages.tables import Tables
from tests.benchmarks.sizes import appraisal_data
from tests.core.small import appraisal, row
from tests.factories import COMPLETE, cells, file, fixture
from tests.reports.conftest import SOURCE
from tests.reports.reading import Pdf, folded

SOMERSET = fixture("somerset-2017")
EVALUATION = evaluate(SOMERSET)
KNOWN = sensitivity(SOMERSET, evaluation=EVALUATION)
DRAWN = rank_shares(SOMERSET, evaluation=EVALUATION)
NO_CHANCE = "This counts weightings. It is not the chance that the ranking is right."


def text_of(block):
    return "".join(run.text for run in block.runs)


def section(snapshot):
    """The blocks of the part on what would change the ranking, or none."""
    for part in report(snapshot, SOURCE).parts:
        if getattr(part.blocks[0], "text", "") == "What would change the ranking":
            return part.blocks
    return ()


def printed(blocks, caption):
    """{head of the row: texts of its other cells} of the table of that caption."""
    table = next(block for block in blocks if isinstance(block, Table) and block.caption == caption)
    return {row[0].text: tuple(cell.text for cell in row[1:]) for row in table.rows}


def test_the_sentences_open_the_summary_and_the_section(somerset_pdf):
    words = somerset_pdf.words
    brief = [str(one) for one in robustness_in_brief(SOMERSET, EVALUATION, KNOWN)]
    told = [str(one) for one in robustness_sentences(SOMERSET, EVALUATION, KNOWN, DRAWN)]
    assert "Only Options 6 and 4 can come first outright, whatever the weights." in words
    first_page = folded(somerset_pdf.pages[0])
    assert [one for one in brief if one not in first_page] == []
    before, _, after = words.partition("What would change the ranking")
    assert "Ranked options" in before
    assert [one for one in told if one not in after] == []


def test_the_two_switching_weights_stand_with_the_weight_now_and_who_leads(somerset_pdf):
    assert "2a Clear leadership 7.7% 25% Above it Option 4 leads" in somerset_pdf.words
    assert "3a One strong function 7.7% 25% Above it Option 4 leads" in somerset_pdf.words
    assert somerset_pdf.words.count("Above it Option 4 leads") == 2
    assert "For the other 11 lines no weight puts another option ahead" in somerset_pdf.words
    assert "No weight does; level with Options 4 and 3 at 100%" in somerset_pdf.words


def test_the_shares_are_those_of_the_door_with_draws_seed_and_what_they_do_not_say(somerset_pdf):
    for shares in (DRAWN.share, DRAWN.bounded_share):
        for option, places in shares.items():
            name = f"Option {option[-1]}, {SOMERSET.option[option].short_name}"
            figures = " ".join(percent(share) if share < 1 else ">99%" for share in places if share)
            assert f"{name} {figures} " in somerset_pdf.words
    assert "100,000 weightings of the 13 lines drawn evenly" in somerset_pdf.words
    assert "(seed 1;" in somerset_pdf.words
    assert NO_CHANCE in somerset_pdf.words


def test_rivals_need_a_joint_factor_and_steps(somerset_pdf):
    lines = "2a Clear leadership, 3a One strong function"
    wanted = f"Option 4 {lines} 2.5 It comes first 3 4 "
    assert wanted in somerset_pdf.words


def test_weight_sets_and_what_is_left_out_stand_side_by_side(somerset_pdf):
    assert (
        "Finance doubled Option 6 4.44 (1st) 4.13 (2nd) 3.75 (3rd) 3.75 (3rd) 2.88 (5th)"
        in somerset_pdf.words
    )
    assert "All of 1 Outcomes Option 6 1st 2nd 3rd 3rd 5th 6th" in somerset_pdf.words
    assert (
        "Leaving out any of the other 15 lines and groups, one at a time, changes no place."
        in somerset_pdf.words
    )


def test_single_scores_are_the_cells_that_change_something_and_the_rest_is_counted(somerset_pdf):
    found = [one for one in KNOWN.switching_scores if one.ties_at or one.overtakes_at]
    assert "Option 6 1c Seamless care 5 2 1 Option 4" in somerset_pdf.words
    assert "Option 6 1a Population outcomes 4 1 none –" in somerset_pdf.words
    assert len(found) == 12
    assert "None of the other 66 scores changes or shares first place" in somerset_pdf.words
    assert "No score moved by one step alone changes or shares first place." in somerset_pdf.words


def test_all_of_them_drawn_is_all_there_are_only_where_it_is_proven():
    rows = printed(section(SOMERSET), "All weightings of the lines, drawn evenly")
    assert DRAWN.share["option-1"][5] == 1
    assert rows["Option 1, Do nothing"] == ("", "", "", "", "", ">99%")
    beaten = file(cells=cells({**COMPLETE, "stay": {"reach": 1, "staff": 1, "cost": 1, "law": "words"}}))
    rows = printed(section(from_dict(beaten)), "All weightings of the lines, drawn evenly")
    assert rows["Option 1, Stay"] == ("", "", "100%")


def test_the_same_seed_prints_the_same_page():
    assert render_html(report(SOMERSET, SOURCE)) == render_html(report(SOMERSET, SOURCE))


def one_option():
    data = file(cells=cells({"move": COMPLETE["move"]}))
    data["options"] = [data["options"][1]]
    return from_dict(data)


NOTHING = {
    "a long list": (fixture("cornwall-2018"), "No option is ranked"),
    "one option": (one_option(), "Only one option is ranked"),
    "missing": (
        from_dict(file(cells=cells({**COMPLETE, "stay": {"reach": 3, "staff": None, "cost": 3}}))),
        "it cannot be said yet what would change the ranking",
    ),
}


@pytest.mark.parametrize("case", NOTHING)
def test_where_nothing_can_be_said_the_summary_says_why_and_there_is_no_section(case):
    snapshot, reason = NOTHING[case]
    made = report(snapshot, SOURCE)
    summary = made.parts[0].blocks
    at = next(
        place for place, block in enumerate(summary) if getattr(block, "text", "") == "What would change it"
    )
    assert reason in text_of(summary[at + 1])
    assert section(snapshot) == ()
    assert made.weightings() == ()
    ((name, blocks),) = made.robustness()
    assert name == "Robustness"
    assert any(reason in text_of(block) for block in blocks if isinstance(block, Words))
    assert not any(isinstance(block, Table) for block in blocks)


def test_a_tie_says_whom_each_direction_favours():
    level = {**COMPLETE, "share": {"reach": 4, "staff": 4, "cost": 3, "law": "words"}}
    blocks = section(from_dict(file(cells=cells(level))))
    table = next(block for block in blocks if isinstance(block, Table) and "weight of each" in block.caption)
    rows = [tuple(cell.text for cell in row) for row in table.rows if row[0].text == "1a Reach more readers"]
    assert rows == [
        ("1a Reach more readers", "33.3%", "33.3%", "Above it Option 2 leads"),
        ("1a Reach more readers", "33.3%", "33.3%", "Below it Option 3 leads"),
    ]
    said = [text_of(block) for block in blocks if isinstance(block, Words)]
    assert "Of 17 single steps of one score, 11 would change who is first." in said
    assert any(words.startswith("A line is one scored sub-criterion.") for words in said)


def test_where_leaving_out_a_single_line_changes_no_place_it_is_said_of_that_one():
    blocks = section(appraisal(row(1, "Stay", "5 1"), row(2, "Move", "3 4")))
    said = [text_of(block) for block in blocks if isinstance(block, Words)]
    assert "Leaving out the other one changes no place." in said


def test_a_large_appraisal_prints_some_rows_and_counts_the_others():
    large = from_dict(appraisal_data(25, 45, random.Random(1)))
    made = report(large, SOURCE)
    blocks = section(large)
    tables = [block for block in blocks if isinstance(block, Table)]
    assert tables
    assert max(len(table.rows) for table in tables) <= 40
    assert max(len(table.columns) for table in tables) <= 12
    assert any("ranked lower are left out here" in text_of(one) for one in blocks if isinstance(one, Words))
    whole = [block for _, sheet in made.robustness() for block in sheet if isinstance(block, Table)]
    assert max(len(table.rows) for table in whole) >= 49


def test_no_table_of_the_section_is_empty():
    for snapshot in (SOMERSET, from_dict(file(cells=cells(COMPLETE)))):
        assert all(block.rows for block in section(snapshot) if isinstance(block, Table))


def test_long_names_without_numbers_stay_on_the_page():
    data = appraisal_data(9, 12, random.Random(2))
    for number, option in enumerate(data["options"]):
        option |= {
            "number": None,
            "name": f"Commissioningorganisationtransformation{number} of everybody’s services",
        }
    for group in data["groups"]:
        group["name"] = "Interorganisationalresponsibilities, duties and powers"
        for line in group["sub_criteria"]:
            line["name"] = f"Counterproductivenesses of {line['id']}, in so many words"
    made = Pdf(render_pdf(report(from_dict(data), SOURCE)))
    pages = [
        number for number, page in enumerate(made.pages, 1) if "each option takes each place" in folded(page)
    ]
    for number, left, bottom, right, _, width, _ in made.boxes():
        if pages[0] <= number <= pages[0] + 5:
            assert left >= 13.5
            assert right <= width - 13.5, f"page {number}"
            assert bottom >= 15


def test_the_page_shows_the_same_shares(db):
    member = factories.person(role="panel_member", body="Somerset County Council")
    answer = client_of(member).get(address("robustness", factories.somerset()))
    on_page = [table for table in Tables(answer.content.decode()).tables if table]
    even = next(block for block in section(SOMERSET) if isinstance(block, Table) and block.kind == "shares")
    shares = [[cell.text for cell in row[1:]] for row in even.rows]
    assert shares in [[row[1:] for row in table[1:]] for table in on_page]
