"""Raw figures and marks on the pages: entered, pasted, refused in words, and read with what they count as."""

from decimal import Decimal

import pytest

from appraisal.selectors import snapshots
from tests import factories
from tests.appraisal.pages.asking import address, cell, client_of, sent, version, words

pytestmark = pytest.mark.django_db

MARKS = {"rule": "points", "points": {"red": "0", "amber": "1.5", "unscored": "3"}, "lo": "0", "hi": "3"}
MANY = {"rule": "points", "points": {f"step {n}": str(n) for n in range(12)}, "lo": "0", "hi": "11"}


def valued(*, first=MARKS, staff=None):
    """The small appraisal with marks on its first line and a measure on its third."""
    data = factories.file()
    reach, second = data["groups"][0]["sub_criteria"]
    reach["value"] = first
    second["value"] = staff or {"rule": "scale"}
    data["groups"][1]["sub_criteria"][0].update(
        kind="measure", unit="£k", value={"rule": "range", "worst": "900", "best": "200"}
    )
    weights = {"id": "own", "name": "Own", "sub_criteria": {"reach": "1", "staff": "0", "cost": "1"}}
    return factories.appraisal(
        groups=data["groups"],
        weight_sets=[weights],
        method={"combine": "weighted-value", "weight_set": "own"},
    )


@pytest.fixture
def appraisal_id():
    return valued()


@pytest.fixture
def officer(appraisal_id):
    return client_of(factories.lead_officer())


def save(client, appraisal_id, data, option="stay", line="cost"):
    return client.post(address("save_cell", appraisal_id, option=option, line=line), data)


def stored(appraisal_id, option="stay", line="cost"):
    return snapshots.snapshot(appraisal_id).cell_at.get((option, line))


def test_a_measure_is_typed_with_its_unit_and_says_what_it_counts_as(appraisal_id, officer):
    page = officer.get(address("score_line", appraisal_id, line="cost"))
    said = words(page)
    assert "Figure in £k; empty for none yet" in words(cell(page, "stay-cost"))
    assert "What it counts as Lower is better: £900k counts 0 and £200k counts 100" in said
    assert "No scale is set" not in said


def test_a_raw_figure_is_saved_and_stands_in_its_box(appraisal_id, officer):
    answer = save(officer, appraisal_id, sent("in-the-box", score="412.50"))
    assert answer.status_code == 302
    assert stored(appraisal_id).score == Decimal("412.5")
    page = officer.get(address("score_line", appraisal_id, line="cost"))
    assert 'value="412.5"' in cell(page, "stay-cost")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("100", "100 is beyond the range of this line, 900 (worst) to 200 (best)."),
        ("1,5", "This is not a number in plain figures, such as 3 or 2.5."),
        ("cheap", "This is not a number in plain figures, such as 3 or 2.5."),
    ],
)
def test_a_figure_that_cannot_stand_is_refused_and_kept_in_the_box(appraisal_id, officer, typed, why):
    answer = save(officer, appraisal_id, sent("in-the-box", score=typed))
    assert answer.status_code == 422
    assert why in words(cell(answer, "stay-cost"))
    assert f'value="{typed}"' in cell(answer, "stay-cost")
    assert stored(appraisal_id) is None


def test_marks_are_chosen_by_name_and_say_their_numbers(appraisal_id, officer):
    page = officer.get(address("score_line", appraisal_id, line="reach"))
    shown = words(cell(page, "stay-reach"))
    assert "red counts as 0, for" in shown
    assert "amber counts as 1.5, for" in shown
    assert "Marks stand for numbers: red is 0, amber is 1.5 and unscored is 3" in words(page)
    answer = save(officer, appraisal_id, sent("mark:amber"), line="reach")
    assert answer.status_code == 302
    assert (stored(appraisal_id, line="reach").mark, stored(appraisal_id, line="reach").score) == (
        "amber",
        None,
    )
    page = officer.get(address("score_line", appraisal_id, line="reach"))
    assert 'value="mark:amber" checked' in cell(page, "stay-reach")


def test_a_mark_that_is_called_like_a_state_is_that_mark(appraisal_id, officer):
    save(officer, appraisal_id, sent("mark:unscored"), line="reach")
    assert (str(stored(appraisal_id, line="reach").state), stored(appraisal_id, line="reach").mark) == (
        "scored",
        "unscored",
    )
    now = version(officer.get(address("score_line", appraisal_id, line="reach")), "stay-reach")
    save(officer, appraisal_id, sent("unscored", version=now), line="reach")
    assert stored(appraisal_id, line="reach").mark == ""


def test_a_mark_that_the_line_does_not_have_is_refused(appraisal_id, officer):
    for mark in ("mark:green", "3"):
        answer = save(officer, appraisal_id, sent(mark), line="reach")
        assert answer.status_code == 422
        assert "is not one of the marks here. Give one of: red, amber, unscored." in words(answer)
    assert stored(appraisal_id, line="reach") is None


def test_many_marks_are_typed():
    appraisal_id = valued(first=MANY)
    officer = client_of(factories.lead_officer())
    page = officer.get(address("score_line", appraisal_id, line="reach"))
    assert "Mark: step 0, step 1, step 2" in words(cell(page, "stay-reach"))
    save(officer, appraisal_id, sent("in-the-box", score="step 7"), line="reach")
    assert stored(appraisal_id, line="reach").mark == "step 7"


def test_the_page_of_an_option_says_what_each_entry_counts_as(appraisal_id, officer):
    page = officer.get(address("score_option", appraisal_id, option="stay"))
    assert "Lower is better: £900k counts 0" in words(cell(page, "stay-cost"))
    assert "Marks stand for numbers" in words(cell(page, "stay-reach"))
    assert "counts" not in words(cell(page, "stay-staff"))


def test_a_pasted_column_takes_figures_and_marks_and_names_what_is_wrong(appraisal_id, officer):
    line = address("paste_column", appraisal_id, line="cost")
    answer = officer.post(line, {"column": "900\tDear\n950\n250\tCheap"})
    assert "950 is beyond the range of this line" in words(answer)
    preview = officer.post(line, {"column": "900\tDear\n250\n"})
    assert "£900k" in words(preview)
    answer = officer.post(line, {"column": "900\tDear\n250\n", "apply": "1", "seen": "stay:0 move:0 share:0"})
    assert answer.status_code == 302
    assert stored(appraisal_id).score == 900
    marks = address("paste_column", appraisal_id, line="reach")
    answer = officer.post(
        marks, {"column": "red\tDear\nAmber\namber", "apply": "1", "seen": "stay:0 move:0 share:0"}
    )
    assert "“Amber” is not one of the marks here" in words(answer)
    answer = officer.post(marks, {"column": "red\namber\n", "apply": "1", "seen": "stay:0 move:0 share:0"})
    assert answer.status_code == 302
    assert stored(appraisal_id, "move", "reach").mark == "amber"


def test_the_results_show_figure_unit_and_value(appraisal_id, officer):
    for option, figure, mark in (
        ("stay", "900", "red"),
        ("move", "340", "amber"),
        ("share", "200", "unscored"),
    ):
        save(officer, appraisal_id, sent("in-the-box", score=figure), option)
        save(officer, appraisal_id, sent(f"mark:{mark}"), option, "reach")
        save(officer, appraisal_id, sent("3"), option, "staff")
    said = words(officer.get(address("results", appraisal_id)))
    assert "£340k value 80" in said
    assert "amber value 50" in said
    assert "Option 3, Share, comes first with a weighted value of 100" in said
    one = words(officer.get(address("cell", appraisal_id, option="move", line="cost")))
    assert "£340k" in one
    assert "value 80: Lower is better: £900k counts 0 and £200k counts 100" in one
    both = words(officer.get(address("compare", appraisal_id) + "?first=share&second=move"))
    assert "£200k value 100" in both
    assert "20 better" in both
