"""The scoring pages as they are read: by line, by option, by whom, and in every state of a cell."""

import pytest

from organisations.roles import Role
from tests import factories
from tests.appraisal.pages.asking import address, cell, client_of, version, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def appraisal_id():
    return factories.appraisal()


@pytest.fixture
def officer(appraisal_id):
    return client_of(factories.lead_officer())


def line(client, appraisal_id, name="reach"):
    return client.get(address("score_line", appraisal_id, line=name))


def option(client, appraisal_id, name="stay"):
    return client.get(address("score_option", appraisal_id, option=name))


def test_the_tab_leads_to_the_first_line_with_something_left_to_do(appraisal_id, officer):
    for each in ("stay", "move", "share"):
        factories.score(appraisal_id, each, "reach", 3)
    answer = officer.get(address("scoring", appraisal_id))
    assert answer.url == address("score_line", appraisal_id, line="staff")


def test_the_tab_leads_to_the_first_line_when_all_is_done():
    done = factories.complete_appraisal()
    client = client_of(factories.lead_officer())
    assert client.get(address("scoring", done)).url == address("score_line", done, line="reach")


def test_an_appraisal_without_criteria_says_so():
    bare = factories.appraisal(groups=[], stage="set-up")
    answer = client_of(factories.lead_officer()).get(address("scoring", bare))
    assert answer.status_code == 200
    assert "There is no line to score yet: this appraisal has no criteria." in words(answer)


def test_a_line_shows_every_short_listed_option_and_no_other(officer):
    options = [
        *factories.file()["options"],
        {"id": "wait", "number": 4, "name": "Wait", "stage": "long-list"},
        {"id": "shut", "number": 5, "name": "Shut", "stage": "dropped", "reason": "Against the law."},
    ]
    found = factories.appraisal(slug="longer", options=options)
    answer = line(officer, found)
    assert [key in answer.content.decode() for key in ("cell-stay-reach", "cell-move-reach")] == [True, True]
    assert "Wait" not in words(answer)
    assert option(officer, found, "wait").status_code == 404


def test_a_line_is_headed_by_its_group_place_and_number(officer):
    somerset = factories.somerset()
    client = client_of(factories.person(role=Role.LEAD_OFFICER, body="Somerset County Council"))
    said = words(line(client, somerset, "o2"))
    assert (
        "Achievement of Outcomes · line 2 of 15 · ability of the model to: 1b Reduce health &amp; social"
        in said
    )
    assert "Previous line 1a Population outcomes" in said
    assert "Next line → 1c Seamless care" in said


def test_every_input_is_called_by_option_and_line(appraisal_id, officer):
    page = cell(line(officer, appraisal_id), "stay-reach")
    called = "Option 1, Stay, on 1a Reach more readers"
    for label in (
        f"Rationale for {called}",
        f"3 Point 3, for {called}",
        f"To be confirmed for {called}",
        f"Save {called}",
    ):
        assert label in words(page)
    assert f"Score of {called}" in words(page)


def test_not_applicable_stands_only_on_a_line_with_a_rule_and_shows_it(appraisal_id, officer):
    assert "not-applicable" not in cell(line(officer, appraisal_id), "stay-reach")
    ruled = cell(line(officer, appraisal_id, "staff"), "stay-staff")
    assert 'value="not-applicable"' in ruled
    assert "Not applicable only where: No staff move." in words(ruled)


def test_a_line_in_words_has_just_the_text(appraisal_id, officer):
    page = cell(line(officer, appraisal_id, "law"), "stay-law")
    assert "In words only: not scored" in words(page)
    assert 'type="radio"' not in page
    assert 'name="mark" value="words"' in page


def test_a_gate_asks_to_pass_or_fail():
    groups = [
        {"id": "law", "name": "Law", "sub_criteria": [{"id": "legal", "name": "Be legal", "kind": "gate"}]}
    ]
    gated = factories.appraisal(groups=groups)
    page = cell(line(client_of(factories.lead_officer()), gated, "legal"), "stay-legal")
    assert 'value="pass"' in page
    assert 'value="fail"' in page
    assert "Pass or fail of Option 1, Stay, on 1a Be legal" in words(page)


def test_a_long_scale_is_typed_into_a_box(officer):
    typed = factories.appraisal(slug="long", scale={"lo": "0", "hi": "100", "step": "5"})
    factories.score(typed, "stay", "reach", 55)
    page = cell(line(officer, typed), "stay-reach")
    assert 'name="score" id="score-stay-reach" value="55"' in page
    assert "Score, 0 to 100 in steps of 5; empty for none yet" in words(page)


def test_a_scale_of_halves_has_a_box_for_each_point(officer):
    halves = factories.appraisal(slug="halves", scale={"lo": "1", "hi": "3", "step": "0.5"})
    page = cell(line(officer, halves), "stay-reach")
    assert [f'value="{point}"' in page for point in ("1", "1.5", "2", "2.5", "3", "3.5")] == [True] * 5 + [
        False
    ]


def test_without_a_scale_no_score_can_be_given_and_the_page_says_so(officer):
    bare = factories.appraisal(slug="bare", scale=None)
    answer = line(officer, bare)
    assert "No scale is set, so no score can be given here yet." in words(answer)
    assert 'value="3"' not in cell(answer, "stay-reach")


def test_a_cell_says_when_it_was_saved_and_by_whom_if_not_by_me(appraisal_id, officer):
    colleague = factories.person("Ben Yu", role=Role.ASSESSOR)
    factories.score(appraisal_id, "stay", "reach", 4, actor=colleague)
    mine = client_of(colleague)
    assert "Saved 2 November 2026, Ben Yu" in words(cell(line(officer, appraisal_id), "stay-reach"))
    said = words(cell(line(mine, appraisal_id), "stay-reach"))
    assert "Saved 2 November 2026" in said
    assert "Ben Yu" not in said


def test_a_score_without_its_rationale_is_marked_and_listed(appraisal_id, officer):
    factories.score(appraisal_id, "stay", "reach", 4, rationale="")
    answer = line(officer, appraisal_id)
    assert "No rationale yet" in words(cell(answer, "stay-reach"))
    assert "Without a rationale: 1 Option 1 on 1a Reach more readers" in words(answer)
    assert "1a Reach more readers 1 without rationale 1 of 3" in words(answer)


def test_the_progress_counts_words_and_scores_apart(appraisal_id, officer):
    factories.score(appraisal_id, "stay", "reach", 4)
    said = words(line(officer, appraisal_id))
    assert "Done: 1 of 12 cells 9 to score, 3 in words" in said
    assert "Yours to finish: 11. Next: Option 2 on 1a Reach more readers" in said
    assert "2b Be lawful · words 0 of 3" in said
    by_option = words(option(officer, appraisal_id, "move"))
    assert "Option 1, Stay 1 of 4" in by_option
    assert "Next: Option 2 on 1a Reach more readers" in by_option


def test_to_be_confirmed_is_not_done_and_not_applicable_is(officer):
    cells = factories.cells({"stay": {"staff": "not-applicable", "reach": None}})
    found = factories.appraisal(slug="states", cells=cells)
    said = words(line(officer, found))
    assert "1a Reach more readers 0 of 3" in said
    assert "1b Keep the staff 1 of 3" in said


def test_an_option_goes_down_all_lines_under_their_groups(appraisal_id, officer):
    answer = option(officer, appraisal_id, "share")
    page = answer.content.decode()
    assert [page.count(f'id="cell-share-{name}"') for name in ("reach", "staff", "cost", "law")] == [1] * 4
    assert "Option 3 · option 3 of 3 Share" in words(answer)
    assert "1 People" in words(answer)
    assert "Previous option Option 2, Move" in words(answer)


def test_a_worked_out_score_says_how(officer):
    somerset = factories.somerset()
    client = client_of(factories.person(role=Role.ASSESSOR, body="Somerset County Council"))
    said = words(cell(line(client, somerset, "f3"), "option-3-f3"))
    assert "Worked out, not given as a figure." in said.replace(" ,", ",")
    assert "How it was worked out" in said


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.FINANCE_LEAD, Role.ADMINISTRATOR])
def test_who_does_not_score_reads_the_page_and_why(appraisal_id, role):
    factories.score(appraisal_id, "stay", "reach", 4)
    answer = line(client_of(factories.person(role=role)), appraisal_id)
    said = words(answer)
    assert f"You cannot change scores: your role here is {role.label}" in said
    assert 'name="rationale"' not in answer.content.decode()
    assert "4 Point 4 Because." in words(cell(answer, "stay-reach"))
    assert "Yours to finish" not in said
    assert "Paste a column" not in said


@pytest.mark.parametrize(
    ("stage", "role", "said"),
    [
        ("set-up", Role.LEAD_OFFICER, "Scores cannot be changed yet: the appraisal is still being set up."),
        ("agreeing", Role.ASSESSOR, "You cannot change scores now: they are being agreed"),
        ("agreed", Role.LEAD_OFFICER, "Scores cannot be changed any more: they are agreed."),
    ],
)
def test_a_stage_that_takes_no_scores_says_so_in_the_words_of_the_policy(stage, role, said):
    found = factories.complete_appraisal(stage=stage)
    answer = line(client_of(factories.person(role=role)), found)
    assert said in words(answer)
    assert 'name="rationale"' not in answer.content.decode()


def test_the_lead_officer_still_scores_while_scores_are_agreed():
    found = factories.complete_appraisal(stage="agreeing")
    answer = line(client_of(factories.lead_officer()), found)
    assert 'name="rationale"' in answer.content.decode()


def test_a_long_list_shows_its_lines_and_why_nothing_is_scored():
    cornwall = factories.cornwall()
    client = client_of(factories.person(role=Role.LEAD_OFFICER, body="Cornwall Council"))
    answer = client.get(address("scoring", cornwall), follow=True)
    assert "no option is on the short list. Only short-listed options are scored." in words(answer)
    assert "0 of 0" not in words(answer)


def test_another_bodys_appraisal_does_not_exist(appraisal_id):
    stranger = client_of(factories.person(role=Role.LEAD_OFFICER, body="Far Away Council"))
    assert line(stranger, appraisal_id).status_code == 404
    assert option(stranger, appraisal_id).status_code == 404
    assert stranger.get(address("scoring", appraisal_id)).status_code == 404
    assert stranger.get(address("paste_column", appraisal_id, line="reach")).status_code == 404


def test_a_line_that_is_not_there_is_not_found(appraisal_id, officer):
    assert line(officer, appraisal_id, "nothing").status_code == 404


def test_a_page_carries_the_version_of_each_cell(appraisal_id, officer):
    saved = factories.score(appraisal_id, "stay", "reach", 4)
    answer = line(officer, appraisal_id)
    assert version(answer, "stay-reach") == saved.version
    assert version(answer, "move-reach") == 0
