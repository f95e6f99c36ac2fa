"""The results page: its figures, what stands in each cell of the matrix, and who sees it how fast."""

import re

import pytest
from django.core.cache import caches

from tests import factories
from tests.appraisal.pages.asking import HTMX, address, client_of, words
from tests.appraisal.pages.tables import matrix, page, ranked, row_of

pytestmark = pytest.mark.django_db

COUNTY = "Somerset County Council"


@pytest.fixture
def somerset():
    return factories.somerset()


@pytest.fixture
def member():
    return factories.person(role="panel_member", body=COUNTY)


def test_somerset_has_its_totals_places_and_group_totals_in_the_table_beside_the_bars(somerset, member):
    head, *rows = ranked(page(somerset, member))
    assert head == [
        *("Place", "Option", "Score (of 65)"),
        *("Outcomes (of 20)", "Governance (of 15)", "Officers (of 15)", "Finance (of 15)"),
    ]
    assert rows == [
        ["1st", "Option 6, New joint vehicle", "57", "17", "13", "13", "14"],
        ["2nd", "Option 4, County Council leads", "54", "16", "13", "13", "12"],
        ["3rd", "Option 3, CCG leads", "50", "16", "13", "11", "10"],
        ["4th", "Option 2, More pooling under Section 75", "48", "14", "11", "11", "12"],
        ["5th", "Option 5, Split adults and children", "37", "10", "9", "9", "9"],
        ["6th", "Option 1, Do nothing", "31", "9", "7", "7", "8"],
    ]


def test_the_matrix_says_a_score_worked_out_and_below_neutral_for_what_it_is(somerset, member):
    assert row_of(page(somerset, member), "Option 3") == [
        "Option 3 CCG leads",
        *("50", "4", "4", "4", "4", "16", "4", "4", "5", "words, not scored by design: read the words", "13"),
        *("4", "4", "3", "words, not scored by design: read the words", "11"),
        *("4", "4", "2▼*, below neutral, worked out", "10"),
    ]


def test_the_note_on_a_score_worked_out_stands_under_the_matrix(somerset, member):
    assert "* Option 3 on 4c VAT : Appendix 2" in words(page(somerset, member))


def test_every_cell_of_the_matrix_leads_to_its_own_page(somerset, member):
    links = re.findall(r'href="([^"]*/results/cells/[^"]*)"', page(somerset, member).content.decode())
    expected = {
        address("cell", somerset, option=f"option-{number}", line=line)
        for number in range(1, 7)
        for line in ["o1", "o2", "o3", "o4", "g1", "g2", "g3", "g4", "w1", "w2", "w3", "w4", "f1", "f2", "f3"]
    }
    assert set(links) == expected


def test_the_order_may_be_that_of_the_options(somerset, member):
    answer = page(somerset, member, order="option")
    assert [row[1].split(",")[0] for row in ranked(answer)[1:]] == [f"Option {n}" for n in range(1, 7)]
    assert [row[0].split(" ")[1] for row in matrix(answer)[2:]] == list("123456")


@pytest.mark.parametrize("order", ["", "rank", "sideways", "option\x1f"])
def test_any_other_order_is_that_of_rank(order, somerset, member):
    assert ranked(page(somerset, member, order=order))[1][1] == "Option 6, New joint vehicle"


def test_the_sentences_come_first_and_say_that_no_weights_were_chosen(somerset, member):
    text = words(page(somerset, member))
    assert "Option 6, New joint vehicle, comes first with 57 points, 3 ahead of Option 4" in text
    assert "No weights were chosen: every scored line counts once" in text
    assert "1 Achievement of Outcomes 4 4 of 13, 31% 25%" in text


def test_printed_figures_that_agree_are_said_to_agree(somerset, member):
    assert "The source printed 30 totals. Each of them equals what the scores give." in words(
        page(somerset, member)
    )


def test_printed_figures_that_differ_stand_beside_the_computed_ones():
    printed = {"aggregates": {"stay": "9", "move": "12"}, "group_totals": {"share": {"people": "7.5"}}}
    text = words(page(factories.complete_appraisal(printed=printed)))
    assert "The source printed 3 totals. These differ" in text
    assert "Option 2, total 12 11 Option 3, 1 People 7.5 8" in text
    assert "Option 1, total" not in text


def test_printed_figures_that_only_rounding_tells_from_the_computed_ones_do_not_differ():
    weights = [{"id": "even", "name": "Even", "groups": None, "sub_criteria": {"reach": "1", "staff": "1"}}]
    weights[0]["sub_criteria"]["cost"] = "1"
    changes = {"method": {"combine": "weighted-mean", "weight_set": "even"}, "weight_sets": weights}
    printed = {"aggregates": {"move": "3.7", "share": "3.33"}}
    text = words(page(factories.complete_appraisal(printed=printed, **changes)))
    assert "Each of them equals what the scores give, rounded as the source rounds." in text
    assert "differ" not in text


def test_a_printed_figure_without_a_total_to_compare_is_not_called_equal():
    printed = {"aggregates": {"stay": "9"}}
    assert "Option 1, total 9 not complete" in words(page(factories.appraisal(printed=printed)))
    options = factories.file()["options"]
    options[0] |= {"stage": "dropped", "reason": "Too dear."}
    dropped = factories.complete_appraisal(slug="dropped", printed=printed, options=options)
    assert "Option 1, total 9 no total" in words(page(dropped))


def test_a_saved_score_is_on_the_page_at_once():
    appraisal_id = factories.complete_appraisal()
    user = factories.lead_officer()
    assert ranked(page(appraisal_id, user))[1] == ["1st", "Option 2, Move", "11", "7", "4"]
    factories.score(appraisal_id, "share", "reach", 5, version=1)
    factories.score(appraisal_id, "share", "cost", 5, version=1)
    assert ranked(page(appraisal_id, user))[1] == ["1st", "Option 3, Share", "14", "9", "5"]


def test_what_is_kept_of_one_appraisal_and_order_is_never_shown_for_another():
    user = factories.lead_officer()
    first = factories.complete_appraisal(slug="one", title="One")
    other = factories.appraisal(slug="other", title="Other")
    kept = words(page(first, user)), words(page(first, user, order="option"))
    assert "Nothing is scored yet" in words(page(other, user))
    assert (words(page(first, user)), words(page(first, user, order="option"))) == kept
    assert kept[0] != kept[1]


@pytest.mark.parametrize("size", [2, 12])
def test_no_more_than_twelve_queries_whatever_the_size(size, django_assert_max_num_queries):
    lines = [{"id": f"l{n}", "name": f"Line {n}"} for n in range(size)]
    options = [{"id": f"o{n}", "number": n, "name": f"Way {n}", "stage": "short-list"} for n in range(size)]
    cells = factories.cells({option["id"]: {line["id"]: 4 for line in lines} for option in options})
    appraisal_id = factories.appraisal(
        groups=[{"id": "all", "name": "All", "sub_criteria": lines}], options=options, cells=cells
    )
    client = client_of(factories.lead_officer())
    caches["template_fragments"].clear()
    with django_assert_max_num_queries(12):
        assert client.get(address("results", appraisal_id)).status_code == 200
    with django_assert_max_num_queries(4):
        client.get(address("results", appraisal_id))


@pytest.mark.parametrize(
    "role", ["lead_officer", "assessor", "panel_member", "finance_lead", "administrator"]
)
def test_every_role_of_a_body_that_takes_part_sees_the_same_results(role):
    appraisal_id = factories.complete_appraisal()
    reader = factories.person(role=role, body="Northshire Health Trust")
    assert ranked(page(appraisal_id, reader))[1] == ["1st", "Option 2, Move", "11", "7", "4"]


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("overview", {}),
        ("results", {}),
        ("rationales", {}),
        ("compare", {}),
        ("cell", {"option": "stay", "line": "reach"}),
        ("history", {}),
    ],
)
def test_outside_its_bodies_an_appraisal_does_not_exist(name, names):
    appraisal_id = factories.complete_appraisal()
    stranger = client_of(factories.person(role="lead_officer", body="Southshire Council"))
    assert stranger.get(address(name, appraisal_id, **names)).status_code == 404
    assert stranger.get(address(name, appraisal_id, **names), headers=HTMX).status_code == 404
