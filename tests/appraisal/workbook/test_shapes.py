"""Tables as spreadsheets of councils really lie: weighted scores beside scores, references, comments."""

import openpyxl
import pytest

from appraisal.core.snapshot import Combine
from appraisal.workbook.refusing import Unreadable
from tests.appraisal.workbook.packing import saved
from tests.appraisal.workbook.test_tables import made, planned, said, totals


def sheet(*rows, merged=()):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for each in merged:
        book.active.merge_cells(each)
    return saved(book)


def scores(plan):
    """The scores of each line, in the order of the options."""
    snapshot = made(plan)
    return {
        line.sub_criterion.name: [
            int(snapshot.cell_at[option.id, line.sub_criterion.id].score) for option in snapshot.options
        ]
        for line in snapshot.lines
    }


WEIGHTED = {"Access": [2, 3, 5], "Quality": [2, 4, 5], "Delivery": [5, 3, 2]}
IN_TWO_ROWS = sheet(
    ["Scoring matrix"],
    [None, None, "Option A", None, "Option B", None, "Option C", None],
    ["Criterion", "Weight", *["Score", "Weighted score"] * 3],
    ["Access", 30, 2, 60, 3, 90, 5, 150],
    ["Quality", 40, 2, 80, 4, 160, 5, 200],
    ["Delivery", 30, 5, 150, 3, 90, 2, 60],
    ["Total", 100, 9, 290, 10, 340, 12, 410],
    merged=("C2:D2", "E2:F2", "G2:H2"),
)
IN_ONE_ROW = sheet(
    ["Criterion", "Weight", *(f"Option {o} {what}" for o in "ABC" for what in ("score", "weighted score"))],
    ["Access", 30, 2, 60, 3, 90, 5, 150],
    ["Quality", 40, 2, 80, 4, 160, 5, 200],
    ["Delivery", 30, 5, 150, 3, 90, 2, 60],
    ["Weighted total", None, None, 290, None, 340, None, 410],
)


@pytest.mark.parametrize("content", [IN_TWO_ROWS, IN_ONE_ROW])
def test_weighted_scores_beside_the_scores_are_not_read_and_their_totals_are_the_printed_ones(content):
    plan = planned(content)
    assert [option.name for option in made(plan).options] == ["Option A", "Option B", "Option C"]
    assert scores(plan) == WEIGHTED
    assert [(each.printed, each.same) for each in plan.compared] == [
        ("290", True),
        ("340", True),
        ("410", True),
    ]
    assert made(plan).method.combine is Combine.WEIGHTED_SUM
    assert said(plan).lower().count("weighted score” is worked out here, and was not read.") == 3


def test_a_row_of_weighted_scores_is_the_total():
    plan = planned(
        sheet(
            ["Criteria", "Weighting (%)", "Option 1", "Option 2"],
            ["Strategic fit", 40, 7, 6],
            ["Value for money", 60, 8, 9],
            ["Weighted score", None, 7.6, 7.8],
            ["Rank", None, 2, 1],
        )
    )
    assert scores(plan) == {"Strategic fit": [7, 6], "Value for money": [8, 9]}
    assert made(plan).method.combine is Combine.WEIGHTED_MEAN
    assert all(each.same for each in plan.compared)


def test_references_before_the_lines_are_no_scores_and_comments_for_all_options_are_nobodys():
    plan = planned(
        sheet(
            ["Ref", "Criterion", "Option 1: Stay", "Option 2: Share", "Comments"],
            [1, "STRATEGIC"],
            [1.1, "Fits the plan", 2, 4, "Agreed by the board"],
            [1.2, "Supports growth", 1, 3, "None"],
            ["Sub total", None, 3, 7],
            [2, "FINANCIAL"],
            [2.1, "Saves money", 3, 4],
            [2.2, "Low risk", 5, 3],
            ["Sub total", None, 8, 7],
            ["TOTAL", None, 11, 14],
        )
    )
    snapshot = made(plan)
    assert [(group.name, len(group.sub_criteria)) for group in snapshot.groups] == [
        ("STRATEGIC", 2),
        ("FINANCIAL", 2),
    ]
    assert totals(plan) == {1: 11, 2: 14}
    assert [each.same for each in plan.compared] == [True] * 6
    assert not any(cell.rationale for cell in snapshot.cells)
    assert "“Comments” was not read: it stands once for several options or lines." in said(plan)


def test_words_in_brackets_behind_a_score_are_its_rationale():
    plan = planned(
        sheet(["Criteria", "Option 1", "Option 2"], ["Reach", "4 (good)", "2 (poor)"], ["Cost", 3, 5])
    )
    assert scores(plan) == {"Reach": [4, 2], "Cost": [3, 5]}
    assert [cell.rationale for cell in made(plan).cells] == ["good", "", "poor", ""]


@pytest.mark.parametrize(
    "heads",
    [
        [["Criteria", "1. Stay", "2. Move", "3. Build"]],
        [[None, "Option 1", "Option 2", "Option 3"], ["Criteria", "Stay", "Move", "Build"]],
        [["Criteria", "Option 1 - Stay", "Option 2 - Move", "Option 3 - Build"]],
    ],
)
def test_options_may_be_numbered_in_any_way_and_an_overall_score_is_the_total(heads):
    plan = planned(
        sheet(
            ["CONFIDENTIAL"],
            [],
            *heads,
            ["Access", 2, 3, 5],
            ["Cost", 5, 4, 1],
            ["Overall score", 7, 7, 6],
            ["Ranking", "1=", "1=", "3"],
        )
    )
    assert [(option.number, option.name) for option in made(plan).options] == [
        (1, "Stay"),
        (2, "Move"),
        (3, "Build"),
    ]
    assert scores(plan) == {"Access": [2, 3, 5], "Cost": [5, 4, 1]}
    assert [each.same for each in plan.compared] == [True] * 3


@pytest.mark.parametrize("words", ["{}. {} words", "{} {} words", "{}) {} words", "{}"])
@pytest.mark.parametrize("heads", [["Option 1: Stay", "Option 2: Move"], ["1. Stay", "2. Move"]])
def test_scores_that_run_as_the_options_do_are_scores(heads, words):
    wanted = {"Access": [1, 2], "Quality": [2, 1], "Delivery": [1, 2]}
    lines = [[name, *(words.format(each, "Some") for each in each_of)] for name, each_of in wanted.items()]
    assert scores(planned(sheet(["Criterion", *heads], *lines))) == wanted


O1, O2 = "Option 1: Stay", "Option 2: Move"
TWO = ["Criterion", O1, O2]
WORDED = ["Criterion", O1, "Rationale", O2, "Rationale", "Option 3: Go", "Rationale"]


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (  # scores that rise beside a column of words number nothing
            [
                WORDED,
                ["Access", 1.5, "a", 3, "b", 1, "c"],
                ["Quality", 2.5, "d", 4, "e", 2, "f"],
                ["Delivery", 3.5, "g", 1, "h", 2, "i"],
            ],
            {"Access": ["1.5", "3", "1"], "Quality": ["2.5", "4", "2"], "Delivery": ["3.5", "1", "2"]},
        ),
        (  # a line in words that begins as a heading does
            [TWO, ["Access", 1, 2], ["Summary", "Option 1 keeps all", "Option 2 moves all"], ["Cost", 3, 4]],
            {"Access": ["1", "2"], "Summary": [None, None], "Cost": ["3", "4"]},
        ),
        (  # lines that are called as words are elsewhere
            [TWO, ["Access", 1, 2], ["Evidence", 3, 4], ["Market", 5, 1], ["Market evidence", 2, 2]],
            {
                "Access": ["1", "2"],
                "Evidence": ["3", "4"],
                "Market": ["5", "1"],
                "Market evidence": ["2", "2"],
            },
        ),
        (  # names that end as parts do, or read like sums
            [TWO, ["Quality of evidence", 1, 2], ["BREEAM score", 3, 4], ["Weighted value for money", 5, 1]],
            {
                "Quality of evidence": ["1", "2"],
                "BREEAM score": ["3", "4"],
                "Weighted value for money": ["5", "1"],
            },
        ),
        (  # a list of what scores mean over a table of two options
            [["Scoring"], [1, "Poor"], [3, "Fair"], [5, "Good"], [], TWO, ["Access", 1, 2], ["Cost", 3, 4]],
            {"Access": ["1", "2"], "Cost": ["3", "4"]},
        ),
        (  # the options listed and numbered above are no scale
            [["Considered"], ["1. Stay"], ["2. Move"], ["3. Go"], [], TWO, ["Access", 1, 2], ["Cost", 3, 4]],
            {"Access": ["1", "2"], "Cost": ["3", "4"]},
        ),
        (  # a line that is called as a heading is elsewhere
            [
                [None, "Stay", "Move"],
                ["Description", "As it is", "Out of town"],
                ["Access", 1, 2],
                ["Cost", 3, 4],
            ],
            {"Description": [None, None], "Access": ["1", "2"], "Cost": ["3", "4"]},
        ),
        (  # short names in small letters behind a column of groups
            [
                ["Group", *TWO],
                ["Financial", "cost", 1, 2],
                [None, "value", 3, 4],
                ["People", "staff", 5, 2],
                [None, "skills", 5, 2],
            ],
            {"cost": ["1", "2"], "value": ["3", "4"], "staff": ["5", "2"], "skills": ["5", "2"]},
        ),
        (  # options down the side, numbered
            [["Option", "Access", "Cost"], ["1. Stay", 5, 1], ["2. Move", 5, 4], ["3. Build", 2, 3]],
            {"Access": ["5", "5", "2"], "Cost": ["1", "4", "3"]},
        ),
        (  # options across, numbered, behind their weights
            [["Criterion", "Weight", "1. Stay", "2. Move"], ["Access", 10, 1, 1], ["Cost", 20, 3, 4]],
            {"Access": ["1", "1"], "Cost": ["3", "4"]},
        ),
    ],
)
def test_no_score_option_or_name_is_lost_where_it_only_looks_like_something_else(rows, wanted):
    snapshot = made(planned(sheet(*rows)))
    read = {
        line.sub_criterion.name: [
            None
            if (score := snapshot.cell_at[option.id, line.sub_criterion.id].score) is None
            else str(score)
            for option in snapshot.options
        ]
        for line in snapshot.lines
    }
    assert read == wanted
    assert [option.name for option in snapshot.options][:2] == ["Stay", "Move"]


def test_bare_weighted_columns_belong_to_the_option_before_each():
    plan = planned(
        sheet(
            ["Criterion", "Weight", O1, "Weighted score", O2, "Weighted score"],
            ["Access", 30, 2, 60, 3, 90],
            ["Quality", 70, 2, 140, 4, 280],
            ["Total", 100, 4, 200, 7, 370],
        )
    )
    assert scores(plan) == {"Access": [2, 3], "Quality": [2, 4]}
    assert [(each.printed, each.same) for each in plan.compared] == [("200", True), ("370", True)]


@pytest.mark.parametrize(
    "key", [["Key", "1 - Poor", "2 - Fair", "3 - Good"], ["Key", "1. Poor", "2. Fair", "3. Good"]]
)
def test_a_key_in_a_row_is_never_taken_for_the_options(key):
    table = [["Criterion", O1, O2, "Option 3: Go"], ["Access", 1, 2, 3], ["Quality", 3, 1, 2]]
    with pytest.raises(Unreadable):
        planned(sheet(key, *table))


def test_an_option_over_its_parts_keeps_its_name_beside_one_that_ends_as_a_part_does():
    plan = planned(
        sheet(
            [None, "Market", None, "Market evidence", None],
            ["Criterion", "Score", "Rationale", "Score", "Rationale"],
            ["Access", 2, "a", 3, "b"],
            ["Quality", 4, "c", 1, "d"],
            merged=("B1:C1", "D1:E1"),
        )
    )
    assert [option.name for option in made(plan).options] == ["Market", "Market evidence"]
    assert scores(plan) == {"Access": [2, 3], "Quality": [4, 1]}


def test_an_option_over_its_score_keeps_its_name_beside_a_column_called_as_its_words_are():
    rows = [["Access", 2, 3], ["Quality", 4, 1]]
    plan = planned(sheet([None, "Market", "Market evidence"], ["Criterion", "Score", None], *rows))
    assert made(plan).options[0].name == "Market"
