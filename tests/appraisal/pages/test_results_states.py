"""The results page in its states: empty, partly scored, tied, weighted, gated, not comparable."""

import re

import pytest

from tests import factories
from tests.appraisal.pages.asking import words
from tests.appraisal.pages.tables import matrix, page, ranked, row_of

pytestmark = pytest.mark.django_db

GROUPS = factories.file()["groups"]


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


def test_of_many_notes_those_on_scores_stand_in_the_open_and_all_behind_one_click():
    answer = page(factories.somerset(), factories.person(role="panel_member", body="Somerset County Council"))
    section = answer.content.decode().partition('id="notes"')[2]
    shown, _, folded = section.partition("<details")
    assert re.findall(r"/results/cells/([^/]+/[^/]+)/", shown) == [
        *("option-2/w1", "option-2/w2", "option-2/o1", "option-5/o3", "option-5/o1")
    ]
    assert "Score 4 (moderate improvements) but the text says" in words(shown)
    assert "All 49 notes on what the source says" in words(folded)
    assert folded.count("<li>") == 49


def test_a_few_notes_are_all_in_the_open():
    notes = [
        {"about": "appraisal", "text": "Names are left out."},
        {"about": "options/move", "text": "Once more."},
    ]
    section = page(factories.complete_appraisal(notes=notes)).content.decode().partition('id="notes"')[2]
    assert "The appraisal : Names are left out. Option 2 : Once more." in words(section)
    assert "<details" not in section
