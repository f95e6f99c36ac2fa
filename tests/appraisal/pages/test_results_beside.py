"""All rationales, two options compared, and one cell."""

import pytest

from tests import factories
from tests.appraisal.pages.asking import HTMX, address, client_of, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def somerset():
    return factories.somerset()


@pytest.fixture
def member():
    return client_of(factories.person(role="panel_member", body="Somerset County Council"))


@pytest.mark.parametrize("by", ["group", "option", "nonsense"])
def test_all_rationales_holds_every_one_of_them(by, somerset, member):
    text = words(member.get(address("rationales", somerset), {"by": by}))
    for cell in factories.fixture_data("somerset-2017")["cells"]:
        expected = cell["rationale"].replace("&", "&amp;").replace("'", "&#x27;").replace('"', "&quot;")
        assert " ".join(expected.split()) in text


def test_rationales_by_group_stand_under_their_line_with_the_option_beside(somerset, member):
    text = words(member.get(address("rationales", somerset)))
    assert "4c Make best use of VAT regulations Option 1 Do nothing 3" in text
    assert (
        "Option 3 CCG leads 2▼* , below neutral, worked out This option is likely to be disadvantageous"
        in text
    )


def test_rationales_by_option_stand_under_their_option_with_the_line_beside(somerset, member):
    text = words(member.get(address("rationales", somerset), {"by": "option"}))
    assert text.index("Option 3, CCG leads The CCG acts") < text.index(
        "4c Make best use of VAT regulations 2▼*"
    )


def test_a_cell_without_words_says_so_among_the_rationales():
    appraisal_id = factories.appraisal(cells=factories.cells({"stay": {"reach": 3}}, rationale=""))
    text = words(client_of(factories.lead_officer()).get(address("rationales", appraisal_id)))
    assert "Option 1 Stay 3† , no rationale No rationale is written." in text


def test_without_anything_scored_or_written_there_are_no_rationales():
    client = client_of(factories.person(role="assessor", body="Cornwall Council"))
    text = words(client.get(address("rationales", factories.cornwall())))
    assert "nothing has been scored or written, so there are no rationales yet" in text


def test_the_first_two_by_rank_are_compared_unless_others_are_chosen(somerset, member):
    text = words(member.get(address("compare", somerset)))
    assert (
        "Option 6, New joint vehicle, has 57 points and Option 4, County Council leads, has 54 points" in text
    )
    assert "2a Provide clear and strong leadership to the new Accountable Care System 3 4 1 worse" in text
    assert "1c Develop well co-ordinated &amp; seamless care 5 4 1 better" in text
    assert "2c Commission for a whole population using a capitated outcome-based contract 5 5 level" in text
    assert "4 Financial Considerations 14 12 2 better" in text
    assert "in words only" in text


def test_two_chosen_options_are_compared_from_the_first_ones_side(somerset, member):
    text = words(member.get(address("compare", somerset), {"first": "option-1", "second": "option-6"}))
    assert "Place 6th 1st Total 31 57" in text
    assert "Option 6 is 26 ahead." in text


def test_an_option_is_not_compared_with_itself(somerset, member):
    answer = member.get(address("compare", somerset), {"first": "option-1", "second": "option-1"})
    assert "Choose two different options." in words(answer)


def test_an_unknown_option_is_as_if_none_were_chosen(somerset, member):
    answer = member.get(address("compare", somerset), {"first": "option-9", "second": "option-6"})
    assert "Place 2nd 1st" in words(answer)


def test_lines_with_a_missing_score_cannot_be_compared():
    cells = factories.cells({"stay": {"reach": 3}, "move": {"reach": 5, "staff": 2}})
    client = client_of(factories.lead_officer())
    query = {"first": "stay", "second": "move"}
    text = words(client.get(address("compare", factories.appraisal(cells=cells)), query))
    assert "1a Reach more readers 3 5 2 worse" in text
    assert "1b Keep the staff not yet, not scored yet 2▼ , below neutral cannot be compared" in text


def test_fewer_than_two_options_cannot_be_compared():
    client = client_of(factories.person(role="assessor", body="Cornwall Council"))
    assert "there is nothing to compare yet" in words(client.get(address("compare", factories.cornwall())))


def test_a_cell_says_score_descriptor_rationale_who_and_when(somerset):
    officer = factories.person("Ada Reed", role="lead_officer", body="Somerset County Council")
    factories.score(
        somerset, "option-6", "o3", 3, rationale="Thought again.", version=1, actor=officer, minutes=90
    )
    text = words(client_of(officer).get(address("cell", somerset, option="option-6", line="o3")))
    assert "Option 6, New joint vehicle 1c Develop well co-ordinated &amp; seamless care" in text
    assert "3 The model will not impact on this objective positively or negatively Thought again." in text
    assert "Saved by Ada Reed, 2 November 2026 11:30 , version 2" in text
    assert "Score Before: 5 After: 3" in text


def test_a_cell_worked_out_shows_its_note(somerset, member):
    text = words(member.get(address("cell", somerset, option="option-3", line="f3")))
    assert "(below neutral, worked out)" in text
    assert "The printed group total 10 with two 4s implies 2" in text


def test_a_cell_that_nobody_has_touched_says_so():
    client = client_of(factories.lead_officer())
    text = words(client.get(address("cell", factories.appraisal(), option="stay", line="reach")))
    assert "Not scored yet No rationale is written. Nobody has touched this cell yet." in text
    assert "It has not been changed since the appraisal was stored." in text


def test_history_of_a_cell_is_of_that_cell_alone():
    appraisal_id = factories.appraisal()
    factories.score(appraisal_id, "stay", "reach", 3, rationale="Mine.")
    factories.score(appraisal_id, "stay", "staff", 4, rationale="Another.")
    text = words(
        client_of(factories.lead_officer()).get(address("cell", appraisal_id, option="stay", line="reach"))
    )
    assert "Mine." in text
    assert "Another." not in text


@pytest.mark.parametrize(("option", "line"), [("stay", "no-such"), ("no-such", "reach")])
def test_a_cell_that_there_is_not_is_not_found(option, line):
    client = client_of(factories.lead_officer())
    assert client.get(address("cell", factories.appraisal(), option=option, line=line)).status_code == 404


def test_under_the_matrix_a_cell_opens_as_a_part_of_the_page():
    client = client_of(factories.lead_officer())
    place = address("cell", factories.complete_appraisal(), option="stay", line="reach")
    part = client.get(place, headers=HTMX).content.decode()
    assert "<html" not in part
    assert "Option 1, Stay, on 1a Reach more readers" in words(part)
    assert f'href="{place}"' in part


def test_who_may_score_finds_the_way_to_change_and_nobody_else_does():
    appraisal_id = factories.complete_appraisal()
    place = address("cell", appraisal_id, option="stay", line="reach")
    way = address("score_line", appraisal_id, line="reach") + "#cell-stay-reach"
    assert f'href="{way}"' in client_of(factories.lead_officer()).get(place).content.decode()
    answer = client_of(factories.person(role="finance_lead")).get(place)
    assert way not in answer.content.decode()
    assert "You cannot change scores: your role here is Finance lead" in words(answer)
