"""The Robustness page: Somerset's known answers as they are printed, and questions to the page."""

import re

import pytest
from django.core.cache import caches

from tests import factories
from tests.appraisal.pages.asking import HTMX, address, client_of, words
from tests.appraisal.pages.tables import Tables

pytestmark = pytest.mark.django_db

COUNTY = "Somerset County Council"
WEIGHTS = ("Option", "0% No weight", "7.7% Weight now", "25% First place level")


@pytest.fixture
def somerset():
    return factories.somerset()


@pytest.fixture
def client(somerset):
    return client_of(factories.person(role="panel_member", body=COUNTY))


def ask(client, appraisal_id, **query):
    return client.get(address("robustness", appraisal_id), query)


def fragment(client, appraisal_id, part, **query):
    return client.get(address("robustness", appraisal_id), query, headers={**HTMX, "HX-Target": part})


def table(answer, head):
    """The first table whose first row begins with these heads."""
    found = Tables(answer.content.decode()).tables
    return next(rows for rows in found if rows[0][: len(head)] == list(head))


def shares(answer):
    """{option: its shares by place} of the coloured table."""
    return {row[0].split(",")[0][:8]: row[1:] for row in table(answer, ("Option", "1st"))[1:]}


def test_the_sentences_come_first_and_name_the_two_that_can_be_first(somerset, client):
    text = words(ask(client, somerset))
    assert "Option 6, New joint vehicle, comes first with 57 points, 3 ahead of Option 4" in text
    assert text.index("Only Options 6 and 4 can come first outright") < text.index("One weight at a time")
    assert "more than 25% of the weight (now 1 of 13), or both together counted more than 2½ times" in text
    assert "it is not the chance that the ranking is right" in text
    assert text.index("A line is one scored sub-criterion.") < text.index("One weight at a time")


def test_exactly_two_lines_have_a_point_of_change_and_both_are_at_a_quarter(somerset, client):
    html = ask(client, somerset).content.decode()
    rows = re.findall(r'<li class="wb-turns__row">.*?</li>', html, re.DOTALL)
    assert [words(row) for row in rows] == [
        "2a Clear leadership now 7.7% (1 of 13) above 25%: Option 4",
        "3a One strong function now 7.7% (1 of 13) above 25%: Option 4",
    ]
    assert all('x1="7.69%" x2="7.69%"' in row and 'x="25%" y="5" width="75%"' in row for row in rows)


def test_the_other_lines_are_summed_up_and_all_thirteen_stand_in_a_table(somerset, client):
    answer = ask(client, somerset)
    text = words(answer)
    assert "For the other 11 lines no weight puts another option ahead; alone at 100% seven of them" in text
    rows = {row[0]: row[1:] for row in table(answer, ("Line", "Weight now"))[1:]}
    assert len(rows) == 13
    assert rows["2a Clear leadership"] == [
        *("7.7%", "Above 25%: Option 4", "No change", "Options 4, 3 and 5, level")
    ]
    assert rows["1d Own health"][1:3] == ["Level at 100%", "No change"]


def test_no_weight_of_a_criteria_group_puts_another_option_ahead(somerset, client):
    answer = ask(client, somerset)
    assert "For none of the four criteria groups does any weight put another option ahead" in words(answer)
    rows = table(answer, ("Criteria group", "Weight now"))[1:]
    assert [row[2] for row in rows] == [*("No change", "Level at 100%", "Level at 100%", "No change")]


def test_option_6_is_first_in_89_of_100_even_weightings_and_option_4_in_11(somerset, client):
    found = shares(ask(client, somerset))
    assert found["Option 6"] == ["89%", "10%", "1%", "<1%", "", ""]
    assert found["Option 4"][0] == "11%"
    # On 4c VAT alone it is ahead of Option 3: all those drawn is not all there are.
    assert found["Option 1"] == ["", "", "", "", "", ">99%"]
    assert found["Option 5"][4] == ">99%"


def test_draws_seed_and_margin_are_printed_and_what_a_share_is_not(somerset, client):
    text = words(ask(client, somerset))
    said = "100,000 weightings of the 13 lines drawn evenly from all that add up to 100% (seed 1; shares are "
    assert f"{said}within about 0.4 points)" in text
    assert "This counts weightings. It is not the chance that the ranking is right." in text


def test_between_half_and_double_option_6_is_first_in_more_than_99_of_100(somerset, client):
    answer = ask(client, somerset, spread="bounded")
    assert shares(answer)["Option 6"][:2] == [">99%", "<1%"]
    assert "with each weight drawn between half and double of what it is now (seed 1;" in words(answer)


def test_weights_may_be_drawn_on_the_groups_with_another_seed(somerset, client):
    answer = ask(client, somerset, on="groups", seed="7", draws="20,000")
    assert "20,000 weightings of the four criteria groups drawn evenly" in words(answer)
    assert "(seed 7;" in words(answer)
    assert shares(answer)["Option 6"] == ["100%", "", "", "", "", ""]


def test_the_boxes_hold_what_was_drawn(somerset, client):
    html = ask(client, somerset).content.decode()
    assert 'name="draws" value="100,000"' in html
    assert 'name="seed" value="1"' in html
    assert 'name="seed" value="7"' in ask(client, somerset, seed="7").content.decode()


def test_the_same_question_gets_the_same_bytes(somerset, client):
    first = fragment(client, somerset, "weightings", seed="3").content
    caches["template_fragments"].clear()
    assert fragment(client, somerset, "weightings", seed="3").content == first


def test_the_picture_starts_with_a_line_that_has_a_point_of_change(somerset, client):
    answer = ask(client, somerset)
    assert "With 2a Clear leadership at 7.7% of all weight, Option 6 is first." in words(answer)
    rows = {row[0]: row[1:] for row in table(answer, WEIGHTS)}
    assert rows["Option 6 New joint vehicle"] == ["4.50 1st", "4.38 1st", "4.13 1st", "3.00 4th"]
    assert rows["Option 4 County Council leads"] == ["4.17 2nd", "4.15 2nd", "4.13 1st", "4.00 1st"]
    assert "the 57 points of Option 6 are a mean of 4.38" in words(answer)


def test_a_weight_chosen_gives_the_totals_and_who_is_first_there(somerset, client):
    answer = ask(client, somerset, line="g1", weight="26")
    assert "With 2a Clear leadership at 26% of all weight, Option 4 is first." in words(answer)
    assert 'name="weight" min="0" max="100" step="1" value="26"' in answer.content.decode()
    assert table(answer, WEIGHTS)[0][4:] == ["26% Weight chosen", "100% All weight"]


def test_at_the_point_of_change_itself_first_place_is_shared(somerset, client):
    text = words(ask(client, somerset, line="g1", weight="25"))
    assert "With 2a Clear leadership at 25% of all weight, Option 6 and Option 4 share first place." in text


def test_a_group_may_be_weighed_and_the_whole_weight_is_within_reach(somerset, client):
    text = words(ask(client, somerset, line="group:officers", weight="100%"))
    assert "3 Officers at 100% of all weight, Option 6 and Option 4 share first place." in text


def test_the_slider_gets_the_line_alone(somerset, client):
    answer = fragment(client, somerset, "one-line", line="w1", weight="40")
    html = answer.content.decode()
    assert html.lstrip().startswith("<div")
    assert "<html" not in html
    assert 'id="one-line"' in html
    assert "3a One strong function at 40% of all weight, Option 4 is first." in words(answer)
    assert "Option 4 is first" in answer.headers["HX-Trigger"]


def test_seven_sets_of_weights_stand_side_by_side_and_all_have_one_first_place(somerset, client):
    answer = ask(client, somerset)
    assert "First place is the same under all seven sets of weights." in words(answer)
    head, first, *rows = table(answer, ("Option", "As agreed"))
    assert head[1:4] == ["As agreed", "Equal sub-criteria", "Equal groups"]
    assert first == ["First", *["Option 6"] * 7]
    assert rows[0][:2] == ["Option 6 New joint vehicle", "1st 4.38"]


def test_no_line_and_no_group_left_out_changes_first_place(somerset, client):
    text = words(ask(client, somerset))
    assert "Leaving out any one of the 13 lines does not change first place." in text
    assert "Leaving out any one of the four criteria groups does not change first place." in text


def test_no_single_step_matters_in_somerset_and_six_scores_alone_do(somerset, client):
    answer = ask(client, somerset)
    assert re.search(r"None of the 1\d\d single steps there are, each score one step up", words(answer))
    said = "Six of the 78 scores, moved alone as far as the scale goes, could change first place; six more"
    assert said in words(answer)
    rows = table(answer, ("Score of", "On", "Now"))[1:]
    assert {row[0] for row in rows} == {"Option 6"}
    assert [row[4] for row in rows] == [*["1"] * 6, *["–"] * 6]


def test_three_steps_draw_level_and_four_pass(somerset, client):
    rows = {row[0]: row[1:] for row in table(ask(client, somerset), ("Rival",))[1:]}
    assert rows["Option 4 County Council leads"] == [
        *("Yes", "3", "4", "2a Clear leadership, 3a One strong function"),
        "Ahead above 2½ times, and then first",
    ]
    assert rows["Option 1 Do nothing"][0].startswith("No: matched or beaten on every line by Options 6, 4")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"draws": "0"}, "The number of draws must be a whole number from 1 to 10,000,000."),
        ({"draws": "-5"}, "The number of draws must be a whole number from 1 to 10,000,000."),
        ({"draws": "10000001"}, "The number of draws must be a whole number from 1 to 10,000,000."),
        ({"draws": "many"}, "The number of draws must be a whole number from 1 to 10,000,000."),
        ({"seed": "x"}, "The seed must be a whole number, 0 or above"),
        ({"seed": "9" * 19}, "The seed must be a whole number, 0 or above"),
        ({"line": "unknown"}, "There is no such line or criteria group."),
        ({"weight": "abc"}, "The weight must be a number from 0 to 100, in percent."),
        ({"weight": "100.1"}, "The weight must be a number from 0 to 100, in percent."),
        ({"weight": "nan"}, "The weight must be a number from 0 to 100, in percent."),
        ({"on": "bodies"}, "Weights are drawn on the lines or on the criteria groups."),
        ({"spread": "wide"}, "Weights are drawn from all there are"),
    ],
)
def test_what_cannot_be_understood_is_said_and_the_page_answers_as_if_it_had_not_been_asked(
    query, said, somerset, client
):
    answer = ask(client, somerset, **query)
    assert answer.status_code == 422
    html = answer.content.decode()
    assert "<title>Error: Robustness - " in html
    assert said in words(html.partition("<h1")[0])
    target = re.search(r'govuk-error-summary__list.*?href="#([^"]*)"', html, re.DOTALL)[1]
    assert f'id="{target}"' in html
    assert shares(answer)["Option 6"][0] == "89%"


def test_so_many_draws_that_somebody_would_wait_are_refused_on_a_page(client, somerset):
    options = [{"id": f"o{n}", "number": n, "name": f"Way {n}", "stage": "short-list"} for n in range(20)]
    lines = [{"id": f"l{n}", "name": f"Line {n}"} for n in range(40)]
    scores = {
        one["id"]: {line["id"]: 1 + (n * k) % 5 for k, line in enumerate(lines)}
        for n, one in enumerate(options)
    }
    appraisal_id = factories.appraisal(
        groups=[{"id": "all", "name": "All", "sub_criteria": lines}],
        options=options,
        cells=factories.cells(scores),
    )
    answer = ask(client_of(factories.lead_officer()), appraisal_id, draws="10,000,000")
    assert answer.status_code == 422
    assert "an appraisal of this size takes up to 2,500,000 on this page" in words(answer)
