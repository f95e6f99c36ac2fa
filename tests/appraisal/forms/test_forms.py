"""Forms read: marks, pasted columns, the parts of a recommendation."""

from decimal import Decimal

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from appraisal.core.snapshot import CellState, Kind
from appraisal.forms import CellForm, ColumnForm, read_column
from appraisal.forms.cell import read_mark
from appraisal.forms.recommendation import paragraphs

SCORED = (Kind.SCORE, False)


def cell_form(kind=Kind.SCORE, **data):
    return CellForm({"mark": "4", "rationale": "", "version": "3", **data}, kind=kind)


@pytest.mark.parametrize(
    ("mark", "kind", "meant"),
    [
        ("4", Kind.SCORE, (CellState.SCORED, Decimal(4))),
        ("-0.5", Kind.SCORE, (CellState.SCORED, Decimal("-0.5"))),
        ("0", Kind.SCORE, (CellState.SCORED, Decimal(0))),
        ("unscored", Kind.SCORE, (CellState.UNSCORED, None)),
        ("to-be-confirmed", Kind.SCORE, (CellState.TO_BE_CONFIRMED, None)),
        ("not-applicable", Kind.SCORE, (CellState.NOT_APPLICABLE, None)),
        ("pass", Kind.GATE, (CellState.PASS, None)),
        ("fail", Kind.GATE, (CellState.FAIL, None)),
        ("words", Kind.WORDS, (CellState.WORDS, None)),
    ],
)
def test_a_mark_is_a_score_or_a_state_of_its_kind_of_line(mark, kind, meant):
    assert read_mark(mark, kind) == meant


@pytest.mark.parametrize(
    ("mark", "kind", "said"),
    [
        ("four", Kind.SCORE, "“four”: This is not a number in plain figures, such as 3 or 2.5."),
        ("scored", Kind.SCORE, "“scored”: This is not a number in plain figures, such as 3 or 2.5."),
        ("1e9", Kind.SCORE, "“1e9”: This is not a number in plain figures, such as 3 or 2.5."),
        ("NaN", Kind.SCORE, "“NaN”: This is not a number in plain figures, such as 3 or 2.5."),
        (
            "0.1234567",
            Kind.SCORE,
            "“0.1234567”: This number has 7 decimals; the most is 6. It is not rounded for you.",
        ),
        ("4", Kind.WORDS, "“4” cannot be given on this line."),
        ("4", Kind.GATE, "“4” cannot be given on this line."),
        ("pass", Kind.SCORE, "“pass”: This is not a number in plain figures, such as 3 or 2.5."),
    ],
)
def test_a_mark_that_is_neither_is_refused_in_words(mark, kind, said):
    with pytest.raises(forms.ValidationError) as refused:
        read_mark(mark, kind)
    assert refused.value.messages == [said]


def test_a_typed_score_counts_only_while_its_choice_is_made():
    typed = cell_form(mark="in-the-box", score=" 55 ")
    assert typed.is_valid()
    assert (typed.state, typed.points) == (CellState.SCORED, Decimal(55))
    empty = cell_form(mark="in-the-box", score="")
    assert empty.is_valid()
    assert (empty.state, empty.points) == (CellState.UNSCORED, None)
    waiting = cell_form(mark="to-be-confirmed", score="55")
    assert waiting.is_valid()
    assert (waiting.state, waiting.points) == (CellState.TO_BE_CONFIRMED, None)


def test_a_rationale_is_cleaned_once_and_an_over_long_one_refused():
    form = cell_form(rationale="Line one\x0bline two\x07  \r\nthree")
    assert form.is_valid()
    assert form.cleaned_data["rationale"] == "Line one\nline two\nthree"
    long = cell_form(rationale="x" * 10_001)
    assert long.errors == {"rationale": ["This has 10,001 characters; the most is 10,000. Shorten it by 1."]}


def test_the_version_seen_is_the_one_that_was_decided_to_write_over():
    assert cell_form().is_valid()
    form = cell_form(keep="7")
    assert form.is_valid()
    assert form.seen == 7


@pytest.mark.parametrize("version", ["", "x", "-1", "1" * 30])
def test_a_form_without_a_version_says_that_it_is_incomplete(version):
    form = cell_form(version=version)
    assert form.errors == {
        "version": ["This form came in incomplete. Open the page again and save once more."]
    }


def row_meant(text, kind=Kind.SCORE):
    [row] = read_column(text, [(kind, False)])
    return row.state, row.score, row.rationale, row.problem


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("4", (CellState.SCORED, Decimal(4), None, "")),
        ("4\tBecause it is so.", (CellState.SCORED, Decimal(4), "Because it is so.", "")),
        ("4. The lead is clear.", (CellState.SCORED, Decimal(4), "The lead is clear.", "")),
        ("4 – The lead is clear.", (CellState.SCORED, Decimal(4), "The lead is clear.", "")),
        ("4.5", (CellState.SCORED, Decimal("4.5"), None, "")),
        ("\tOnly words", (None, None, "Only words", "")),
        ("tbc\tNext week", (CellState.TO_BE_CONFIRMED, None, "Next week", "")),
        ("N/A", (CellState.NOT_APPLICABLE, None, None, "")),
        ('4\t"Two\nlines, and ""quoted"""', (CellState.SCORED, Decimal(4), 'Two\nlines, and "quoted"', "")),
        ('4\t"Good" option', (CellState.SCORED, Decimal(4), '"Good" option', "")),
        ("4\tBecause\t\t", (CellState.SCORED, Decimal(4), "Because", "")),
        ("4\tBecause\tand more", (None, None, None, "has 3 columns; at most 2 can be read")),
        ("four", (None, None, None, "“four”: This is not a number in plain figures, such as 3 or 2.5.")),
    ],
)
def test_a_row_of_a_workbook_is_read_as_it_was_meant(text, meant):
    assert row_meant(text) == meant


def test_a_column_for_a_line_in_words_is_texts():
    assert row_meant("The law allows it.", Kind.WORDS) == (CellState.WORDS, None, "The law allows it.", "")
    assert row_meant("4\tText", Kind.WORDS)[3] == "has 2 columns; at most 1 can be read"
    assert read_column("a\n\nb", [(Kind.WORDS, False)] * 3)[1].state is None


def test_an_over_long_rationale_is_the_problem_of_its_row():
    assert row_meant("4\t" + "x" * 10_001)[3].startswith("This has 10,001 characters")


@pytest.mark.parametrize("text", ["1\n2\n3", "1\r\n2\r\n3\r\n", "1\n2\n3\n\n\n"])
def test_rows_fit_the_options_whatever_ends_the_column(text):
    form = ColumnForm({"column": text}, asked=[SCORED] * 3)
    assert form.is_valid()
    assert [row.score for row in form.rows] == [1, 2, 3]


def test_empty_rows_stand_for_cells_that_stay_as_they_are():
    form = ColumnForm({"column": "\n2\n\n"}, asked=[SCORED] * 3)
    assert form.is_valid()
    assert [row.state for row in form.rows] == [None, CellState.SCORED, None]


def test_too_few_or_too_many_rows_are_counted_out():
    form = ColumnForm({"column": "Score\n1\n2\n3"}, asked=[SCORED] * 3)
    assert form.errors["column"][0].startswith(
        "You pasted 4 rows for 3 options. Paste one row for each option"
    )


def test_versions_that_were_seen_are_read_and_torn_ones_left_out():
    form = ColumnForm({"column": "1", "seen": "a:3 b:x c d:12"}, asked=[SCORED])
    assert form.is_valid()
    assert form.cleaned_data["seen"] == {"a": 3, "d": 12}


@given(st.text(max_size=200))
def test_no_pasted_text_stops_the_reader(text):
    for row in read_column(text, [SCORED] * 3):
        assert row.problem or row.state is None or row.state in CellState


def test_paragraphs_are_parted_by_empty_lines():
    assert paragraphs("One\nstill one\n\n \nTwo\n") == ("One\nstill one", "Two")
    assert paragraphs("") == ()
