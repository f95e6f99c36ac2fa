"""The Checks page: every question with links to the places that it is about."""

import re

import pytest

from organisations.roles import Role
from tests import factories
from tests.appraisal.pages.asking import address, client_of, words

pytestmark = pytest.mark.django_db


def read(client, found):
    return client.get(address("checks", found))


@pytest.fixture
def officer(db):
    return client_of(factories.lead_officer())


def links(answer):
    """Where the questions lead."""
    return re.findall(r'<p class="wb-question__places">.*?</p>', answer.content.decode(), re.DOTALL)


def test_the_same_words_in_two_cells_lead_to_both(officer):
    found = factories.complete_appraisal()
    answer = read(officer, found)
    said = words(answer)
    assert "Each is a question, not a verdict" in said
    assert "The same words in more than one cell" in said
    first = links(answer)[0]
    assert address("cell", found, option="stay", line="reach") in first
    assert address("cell", found, option="move", line="reach") in first


def test_printed_figures_that_the_scores_do_not_make_are_asked_about(officer):
    found = factories.complete_appraisal(printed={"aggregates": {"stay": "12"}, "group_totals": {}})
    answer = read(officer, found)
    said = words(answer)
    assert "The source prints 12 as the total of Option 1, and the scores make 9." in said
    assert address("option", found, option="stay") in links(answer)[0]


def test_two_lines_of_one_name_lead_to_the_criteria(officer):
    groups = factories.file()["groups"]
    groups[1]["sub_criteria"][0]["name"] = "Reach more readers"
    found = factories.appraisal(groups=groups)
    answer = read(officer, found)
    assert "have the same name, “Reach more readers”" in words(answer)
    assert "#line-reach" in links(answer)[0]
    assert "#line-cost" in links(answer)[0]


def test_nothing_to_ask_says_what_was_looked_for(officer):
    said = words(read(officer, factories.appraisal()))
    assert "No question. Only what is listed below is looked for" in said
    assert "Words that may speak against their score" in said


def test_somersets_questions_are_asked():
    found = factories.somerset()
    client = client_of(factories.person(role=Role.PANEL_MEMBER, body="Somerset County Council"))
    said = words(read(client, found))
    assert "questions on the material." in said
    assert "Do the words fit the score?" in said


def test_another_bodys_checks_do_not_exist(officer):
    found = factories.appraisal()
    stranger = client_of(factories.person(role=Role.LEAD_OFFICER, body="Far Away Council"))
    assert read(stranger, found).status_code == 404


def test_queries_do_not_grow(django_assert_max_num_queries, officer):
    counts = []
    for count in (2, 30):
        options = [
            {"id": f"o{n}", "number": n + 1, "name": f"Way {n}", "stage": "short-list"} for n in range(count)
        ]
        cells = factories.cells({f"o{n}": {"reach": 3} for n in range(count)})
        found = factories.appraisal(slug=f"of-{count}", options=options, cells=cells)
        read(officer, found)
        with django_assert_max_num_queries(15) as asked:
            read(officer, found)
        counts.append(len(asked))
    assert counts[0] == counts[1]
