"""The Robustness page in its states: nothing to report and why, ties, weights, many options, who asks."""

from random import Random

import pytest
from django.core.cache import caches

from appraisal.core.snapshot import from_dict
from appraisal.models import Weight
from tests import factories
from tests.appraisal.pages.asking import HTMX, address, client_of, words
from tests.appraisal.pages.test_robustness import ask, fragment, shares, table
from tests.benchmarks.sizes import appraisal_data
from tests.journeys.test_reading_accessible import PARTLY, TIED, weighted

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return client_of(factories.lead_officer())


def sized(options, lines):
    """An appraisal of that many options and lines, scored at random."""
    data = appraisal_data(options, lines, Random(1))
    return factories.stored(from_dict({**data, "organisations": factories.file()["organisations"]}))


def only_one():
    stages = ["short-list", "long-list", "long-list"]
    options = [
        {**one, "stage": stage} for one, stage in zip(factories.file()["options"], stages, strict=True)
    ]
    return factories.complete_appraisal(options=options)


@pytest.mark.parametrize(
    ("make", "said", "way"),
    [
        (lambda: factories.appraisal(groups=[]), "No line is scored", "criteria"),
        (lambda: factories.appraisal(options=[]), "No option is ranked", "options"),
        (only_one, "Only one option is ranked", "options"),
        (lambda: factories.appraisal(cells=factories.cells(PARTLY)), "4 scores are missing", "scoring"),
        (factories.appraisal, "9 scores are missing", "scoring"),
    ],
)
def test_where_nothing_can_be_said_the_page_says_why_and_where_to_go(make, said, way, officer):
    appraisal_id = make()
    answer = ask(officer, appraisal_id)
    html = answer.content.decode()
    assert answer.status_code == 200
    assert said in words(answer)
    assert f'href="{address(way, appraisal_id)}"' in html.partition("<main")[2]
    assert "<table" not in html
    assert "<svg" not in html


def test_a_wrong_question_to_a_page_with_nothing_to_report_is_still_said_to_be_wrong(officer):
    answer = ask(officer, factories.appraisal(), draws="0")
    assert answer.status_code == 422
    assert "The number of draws must be a whole number" in words(answer)


def test_with_scores_missing_it_says_what_is_decided_already(officer):
    text = words(ask(officer, factories.appraisal(cells=factories.cells(PARTLY))))
    assert "First place is not decided" in text
    assert "No place is decided yet." in text


def test_a_shared_first_place_says_whom_each_direction_favours(officer):
    answer = ask(officer, factories.appraisal(cells=factories.cells(TIED)))
    text = words(answer)
    assert "1a Reach more readers now 33.3% (1 of 3) any more: Option 2 any less: Option 3" in text
    assert "at 33.3% of all weight, Option 2 and Option 3 share first place." in text
    assert "First place is not as it is now under three of the four other sets of weights" in text
    first = table(answer, ("Option", "As agreed"))[1]
    assert first[1] == "Options 2 and 3, level"
    assert first[-1] == "Option 2 not as now"
    rival = table(answer, ("Rival",))[1]
    assert (rival[2], rival[-1]) == ("level now", "Ahead with any more weight, and then first")


def test_steps_that_matter_are_marked_with_words_and_say_who_is_first_then(officer):
    answer = ask(officer, factories.appraisal(cells=factories.cells(TIED)))
    text = words(answer)
    assert "Of the 17 single steps there are, 11 would change first place." in text
    assert "▼ changes Option 2 on 1a Reach more readers, one step down to 4: first would be Option 3." in text
    head = table(answer, ("Option", "Reach more readers 1a"))[0]
    assert head[1:] == ["Reach more readers 1a", "Keep the staff 1b", "Cost less 2a"]


def test_options_that_are_level_everywhere_are_all_first_everywhere(officer):
    same = {option: {"reach": 3, "staff": 3, "cost": 3} for option in ("stay", "move", "share")}
    answer = ask(officer, factories.appraisal(cells=factories.cells(same)))
    assert answer.status_code == 200
    assert all(row == ["100%", "", ""] for row in shares(answer).values())
    assert "all 3 options, level" in words(answer)


def test_a_weighted_tree_speaks_of_values_as_the_results_do(officer):
    text = words(ask(officer, weighted()))
    assert "Totals here are weighted values, from 0 to 100, as in the results." in text
    assert "now 48.6%" in text or "48.6%" in text


def test_all_weight_on_one_line_is_said_where_nothing_can_be_reported(officer):
    sets = [{"id": "one", "name": "One", "sub_criteria": {"reach": "1", "staff": "0", "cost": "0"}}]
    method = {"combine": "weighted-mean", "weight_set": "one"}
    answer = ask(officer, factories.complete_appraisal(weight_sets=sets, method=method))
    assert answer.status_code == 200
    row = next(row for row in table(answer, ("Line", "Weight now")) if row[0].startswith("1a"))
    assert row[2] == "It carries all the weight now, so the rest has no proportions to keep."
    text = words(answer)
    assert "Each criteria group No weight here can move alone: the table says why. All 2 as a table" in text
    assert "Leaving out any one of the two lines does not change first place." in text
    assert "Leaving out 2 " in text.partition("Leaving out any one")[2]


def test_weights_that_miss_a_line_are_refused_in_words_and_not_with_an_error(officer):
    sets = [{"id": "own", "name": "Own", "sub_criteria": {"reach": "1", "staff": "1", "cost": "1"}}]
    method = {"combine": "weighted-mean", "weight_set": "own"}
    appraisal_id = factories.complete_appraisal(weight_sets=sets, method=method)
    Weight.objects.filter(sub_criterion__slug="cost").delete()
    answer = ask(officer, appraisal_id)
    assert answer.status_code == 200
    assert "The weights cannot be used yet, so there is no ranking to change." in words(answer)
    assert f'href="{address("weights", appraisal_id)}">Go to the weights</a>' in answer.content.decode()


def test_with_a_single_line_there_is_no_weight_to_vary_and_all_the_rest_stands(officer):
    groups = [{"id": "all", "name": "All", "sub_criteria": [{"id": "reach", "name": "Reach more readers"}]}]
    cells = factories.cells({"stay": {"reach": 1}, "move": {"reach": 3}, "share": {"reach": 2}})
    appraisal_id = factories.appraisal(groups=groups, cells=cells)
    answer = ask(officer, appraisal_id, on="groups")
    html = answer.content.decode()
    assert answer.status_code == 200
    assert shares(answer)["Option 2"] == ["100%", "", ""]
    assert "It carries all the weight now" in words(answer)
    assert 'type="range"' not in html
    assert "#totals" not in html
    assert fragment(officer, appraisal_id, "one-line", weight="30").status_code == 200


def test_names_that_look_like_markup_stay_text_in_pictures_too(officer):
    options = [
        {**one, "number": None, "name": f"<b>{one['name']}</b>"} for one in factories.file()["options"]
    ]
    for one in options:
        del one["number"]
    html = ask(officer, factories.complete_appraisal(options=options)).content.decode()
    assert "<b>" not in html
    assert "&lt;b&gt;Move&lt;/b&gt;" in html


def test_names_too_long_for_the_picture_are_cut_so_that_they_stay_apart(officer):
    names = ("A joint team led by the county", "A joint team led by the trust", "Divide as now, apart")
    options = [{**one, "name": name} for one, name in zip(factories.file()["options"], names, strict=True)]
    for one in options:
        del one["number"]
    picture = ask(officer, factories.complete_appraisal(options=options)).content.decode()
    picture = picture.partition('<div class="wb-totals">')[2].partition("</svg>")[0]
    assert all(f">{short}</text>" in picture for short in ("A joi…county", "A joi…trust", "Divide as n…"))


def test_of_many_options_the_last_column_holds_the_places_from_eleven_on(officer):
    answer = ask(officer, sized(30, 6))
    head, *rows = table(answer, ("Option", "1st"))
    assert head[-1] == "11th or lower"
    assert len(head) == 12
    assert len(rows) == 30


def test_a_large_appraisal_is_answered_at_once_and_drawn_afterwards(officer):
    appraisal_id = sized(40, 40)
    first = ask(officer, appraisal_id)
    text = words(first)
    assert "These figures are being worked out: 100000 weightings are drawn" in text.replace(",", "")
    assert "it is not the chance" not in text
    part = fragment(officer, appraisal_id, "weightings", draws="1000")
    assert "1,000 weightings of the 40 lines" in words(part)
    assert 'hx-swap-oob="true"' in part.content.decode()
    assert "it is not the chance that the ranking is right" in words(part)
    assert "1,000 weightings" in words(ask(officer, appraisal_id, draws="1000"))


def test_without_scripts_a_large_appraisal_is_drawn_by_a_link(officer):
    appraisal_id = sized(40, 40)
    assert 'href="?now=yes#weightings">Work it out now</a>' in ask(officer, appraisal_id).content.decode()
    answer = ask(officer, appraisal_id, now="yes")
    assert "100,000 weightings of the 40 lines" in words(answer)


@pytest.mark.parametrize("size", [3, 20])
def test_no_more_than_twelve_queries_whatever_the_size_and_fewer_where_it_is_kept(
    size, officer, django_assert_max_num_queries
):
    appraisal_id = sized(size, size)
    caches["template_fragments"].clear()
    with django_assert_max_num_queries(12):
        ask(officer, appraisal_id)
    with django_assert_max_num_queries(4):
        ask(officer, appraisal_id)
    with django_assert_max_num_queries(4):
        fragment(officer, appraisal_id, "one-line", line="l1", weight="30")


def test_a_saved_score_is_on_the_page_at_once(officer):
    appraisal_id = factories.complete_appraisal()
    before = words(ask(officer, appraisal_id))
    factories.score(appraisal_id, "share", "reach", 5, version=1)
    factories.score(appraisal_id, "share", "cost", 5, version=1)
    after = words(ask(officer, appraisal_id))
    assert "Each rival against Option 2" in before
    assert "Each rival against Option 3" in after


def test_what_is_kept_of_one_appraisal_is_never_shown_for_another(officer):
    first = factories.complete_appraisal(slug="one", title="One")
    tied = factories.appraisal(slug="other", title="Other", cells=factories.cells(TIED))
    assert "First place is shared now" not in words(ask(officer, first))
    assert "First place is shared now" in words(ask(officer, tied))


@pytest.mark.parametrize("part", ["one-line", "weightings", "anything"])
def test_outside_its_bodies_the_page_does_not_exist(part):
    stranger = client_of(factories.person(role="lead_officer", body="Southshire Council"))
    appraisal_id = factories.complete_appraisal()
    assert ask(stranger, appraisal_id).status_code == 404
    headers = {**HTMX, "HX-Target": part}
    assert stranger.get(address("robustness", appraisal_id), headers=headers).status_code == 404


def test_the_results_open_with_the_same_in_brief_and_lead_here(officer):
    appraisal_id = factories.complete_appraisal()
    answer = officer.get(address("results", appraisal_id))
    opening = answer.content.decode().partition('id="ranking"')[0]
    assert "can come first outright" in words(opening)
    assert f'href="{address("robustness", appraisal_id)}">What would change the ranking</a>' in opening
