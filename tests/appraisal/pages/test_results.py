"""The results page: its figures, its states, and what stands in each cell of the matrix."""

import re
from html.parser import HTMLParser

import pytest
from django.core.cache import caches

from tests import factories
from tests.appraisal.pages.asking import HTMX, address, client_of, words

pytestmark = pytest.mark.django_db

COUNTY = "Somerset County Council"
GROUPS = factories.file()["groups"]


class Tables(HTMLParser):
    """The tables of a page, each as rows of the texts of its cells."""

    def __init__(self, html):
        super().__init__()
        self.tables, self._cell = [], None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self._cell = []

    def handle_data(self, data):
        if self._cell is not None:
            self._cell.append(data)

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.tables[-1][-1].append(" ".join("".join(self._cell).split()))
            self._cell = None


def page(appraisal_id, user=None, **query):
    client = client_of(user or factories.lead_officer())
    return client.get(address("results", appraisal_id), query)


def tables(answer):
    return Tables(answer.content.decode()).tables


def ranked(answer):
    return tables(answer)[0]


def matrix(answer):
    return next(table for table in tables(answer) if any("Score" in row for row in table[1:]))


def row_of(answer, heading):
    return next(row for row in matrix(answer) if row[0].startswith(heading))


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


def test_a_printed_figure_without_a_total_to_compare_is_not_called_equal():
    printed = {"aggregates": {"stay": "9"}}
    assert "Option 1, total 9 not complete" in words(page(factories.appraisal(printed=printed)))


def test_missing_scores_give_ranges_and_open_places():
    given = {
        "stay": {"reach": 3, "staff": 3, "cost": 3},
        "move": {"reach": 5, "cost": 4},
        "share": {"cost": 2},
    }
    given["share"]["staff"] = None
    answer = page(factories.appraisal(cells=factories.cells(given)))
    places = {row[1]: (row[0], row[2]) for row in ranked(answer)[1:]}
    assert places == {
        "Option 2, Move": ("1st to 2nd", "10 to 14"),
        "Option 3, Share": ("1st to 3rd", "4 to 12"),
        "Option 1, Stay": ("2nd to 3rd", "9"),
    }
    share = row_of(answer, "Option 3")
    assert share[1:4] == ["4 to 12", "not yet, not scored yet", "tbc, to be confirmed"]
    assert share[4] == "2 to 10"


def test_options_that_tie_share_a_place_and_the_next_is_skipped():
    tied = {
        "stay": {"reach": 2, "staff": 2, "cost": 2},
        "move": {"reach": 5, "staff": 2, "cost": 3},
        "share": {"reach": 4, "staff": 4, "cost": 2},
    }
    answer = page(factories.appraisal(cells=factories.cells(tied)))
    assert [row[0] for row in ranked(answer)[1:]] == ["1st equal", "1st equal", "3rd"]


def test_a_score_without_a_rationale_is_marked():
    cells = factories.cells({"stay": {"reach": 3}}, rationale="")
    assert row_of(page(factories.appraisal(cells=cells)), "Option 1")[2] == "3†, no rationale"


def test_nought_is_a_score():
    scale = {"lo": "0", "hi": "10", "step": "1"}
    cells = factories.cells({"stay": {"reach": 0, "staff": 10, "cost": 5}})
    answer = page(factories.appraisal(scale=scale, cells=cells))
    assert row_of(answer, "Option 1")[1:6] == ["15", "0", "10", "10", "5"]


def test_a_scale_without_a_neutral_point_runs_in_one_hue_and_marks_nothing_as_below():
    scale = {"lo": "0", "hi": "10", "step": "1"}
    cells = factories.cells({"stay": {"reach": 0, "staff": 10, "cost": 5}})
    html = page(factories.appraisal(scale=scale, cells=cells)).content.decode()
    found = re.findall(r'<td class="(wb-tone-[^"]*)">', html)
    assert found == ["wb-tone-seq1", "wb-tone-seq5", "wb-tone-seq3"]
    assert "▼" not in html


def test_options_without_a_rank_are_listed_after_with_their_reasons():
    gate = {"id": "legal", "name": "Is allowed", "kind": "gate"}
    groups = [{**GROUPS[0], "sub_criteria": [gate, *GROUPS[0]["sub_criteria"]]}, GROUPS[1]]
    options = [
        *factories.file()["options"],
        {"id": "wait", "number": 4, "name": "Wait", "stage": "long-list"},
        {"id": "shut", "name": "Shut", "stage": "dropped", "reason": "Nobody wants it."},
    ]
    cells = [
        {"option": "stay", "sub_criterion": "legal", "state": "fail", "rationale": "Against the law."},
        *factories.cells({"move": {"legal": "pass", "staff": "not-applicable", "cost": 4}}),
        *factories.cells({"share": {"legal": "pass", "reach": 4, "staff": 4, "cost": 2}}),
    ]
    answer = page(factories.appraisal(groups=groups, options=options, cells=cells))
    text = words(answer)
    assert [row[1] for row in ranked(answer)[1:]] == ["Option 3, Share"]
    assert row_of(answer, "Option 1")[1:3] == ["–", "fail, the gate is failed"]
    assert row_of(answer, "Option 2")[1:5] == ["–", "pass", "not yet, not scored yet", "n/a, not applicable"]
    assert "Option 1, Stay : failed the gate 1a Is allowed Against the law." in text
    assert "Option 2, Move : not comparable 1c Keep the staff does not apply: No staff move." in text
    assert "Option 4, Wait : on the long list" in text
    assert "Shut : dropped Nobody wants it." in text
    assert not any(row[0].startswith("Option 4") for row in matrix(answer))


def test_weights_stand_as_entered_with_their_sum_and_shares():
    answer = page(
        factories.complete_appraisal(
            method={"combine": "weighted-mean", "weight_set": "agreed"},
            weight_sets=[
                {
                    "id": "agreed",
                    "name": "As agreed",
                    "groups": {"people": "60", "place": "30"},
                    "sub_criteria": {"reach": "1", "staff": "1", "cost": "1"},
                }
            ],
        )
    )
    text = words(answer)
    assert "Weights “As agreed”: weights are normalised to add up to 1" in text
    assert "1 People 2 60 67% 50% 2 Place 1 30 33% 50% Sum 90 100% 100%" in text
    assert "No weights were chosen" not in text


def test_cornwall_says_in_words_that_nothing_is_scored():
    answer = page(factories.cornwall(), factories.person(role="panel_member", body="Cornwall Council"))
    text = words(answer)
    assert "Nothing is scored yet: no scale has been set and no option is on the short list." in text
    assert "No option has a total yet, so there is nothing to rank." in text
    assert "Option 6, New joint vehicle : on the long list" in text
    assert "<svg" not in answer.content.decode()


def test_an_appraisal_with_nothing_in_it_reads_true():
    answer = page(factories.appraisal(options=[], groups=[], stage="set-up"))
    assert answer.status_code == 200
    assert "The matrix stands here as soon as there are criteria and an option on the short list." in words(
        answer
    )


def test_names_that_look_like_markup_stay_text():
    name = "<b>Stay</b> & <script>alert(1)</script>"
    options = [{**factories.file()["options"][0], "name": name}, *factories.file()["options"][1:]]
    html = page(factories.complete_appraisal(options=options)).content.decode()
    assert "<script>alert" not in html
    assert "&lt;b&gt;Stay&lt;/b&gt; &amp; &lt;script&gt;" in html


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
