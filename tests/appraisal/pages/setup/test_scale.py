"""The scale: any range and step, words at each point, neutral point; held still while scores stand on it."""

import pytest

from appraisal.core.figures import number_text
from appraisal.selectors import snapshots
from tests import factories
from tests.appraisal.pages.asking import address, client_of, words
from tests.appraisal.pages.setup.filling import follow, form_of, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def bare(db):
    """An appraisal without a scale."""
    return factories.appraisal(stage="set-up", scale=None)


@pytest.fixture
def officer(db):
    return client_of(factories.lead_officer())


def scale(appraisal_id):
    return snapshots.snapshot(appraisal_id).scale


def points(appraisal_id):
    return [(number_text(point.value), point.label) for point in scale(appraisal_id).points]


def test_a_new_scale_begins_with_its_ends_and_then_has_a_box_for_each_point(bare, officer):
    form = form_of(officer.get(address("setup_scale", bare)))
    assert form == {"version": form["version"], "lo": "", "hi": "", "step": "1", "neutral": ""}
    answer = send(officer, "setup_scale", bare, {"lo": "0", "hi": "2", "step": "0.5"}, press="rows")
    assert answer.status_code == 200
    shown = form_of(answer)
    assert [shown[f"point-{row}"] for row in range(5)] == ["0", "0.5", "1", "1.5", "2"]
    assert "What 0.5 means" in words(answer)
    assert scale(bare) is None
    filled = shown | {"words-0": "Nothing", "words-4": "All of it", "neutral": "1"}
    said = words(follow(officer, officer.post(address("setup_scale", bare), filled)))
    assert "The scale is 0 to 2." in said
    found = scale(bare)
    assert [number_text(each) for each in (found.lo, found.hi, found.step, found.neutral)] == [
        "0",
        "2",
        "0.5",
        "1",
    ]
    assert points(bare) == [("0", "Nothing"), ("2", "All of it")]


def test_words_stay_with_their_point_when_the_ends_change(appraisal_id, officer):
    answer = send(officer, "setup_scale", appraisal_id, {"lo": "0"}, press="rows")
    shown = form_of(answer)
    assert (shown["point-0"], shown["words-0"]) == ("0", "")
    assert (shown["point-1"], shown["words-1"]) == ("1", "Point 1")
    assert officer.post(address("setup_scale", appraisal_id), shown).status_code == 302
    assert points(appraisal_id)[0] == ("1", "Point 1")


def test_words_at_a_point_off_the_scale_are_kept_and_refused_by_name(appraisal_id, officer):
    answer = send(officer, "setup_scale", appraisal_id, {"hi": "4"})
    assert answer.status_code == 422
    shown = form_of(answer)
    assert (shown["point-4"], shown["words-4"]) == ("5", "Point 5")
    assert 'href="#id_point-4"' in answer.content.decode()
    assert officer.post(address("setup_scale", appraisal_id), shown | {"words-4": ""}).status_code == 302
    assert number_text(scale(appraisal_id).hi) == "4"


def test_a_scale_of_many_points_has_boxes_for_those_with_words(bare, officer):
    wide = {"lo": "0", "hi": "100", "step": "1"}
    shown = form_of(send(officer, "setup_scale", bare, wide, press="rows"))
    assert [name for name in shown if name.startswith("point-")] == ["point-0", "point-1", "point-2"]
    filled = shown | {"point-0": "100", "words-0": "As good as it gets", "point-2": "050", "words-2": "Half"}
    assert officer.post(address("setup_scale", bare), filled).status_code == 302
    assert points(bare) == [("100", "As good as it gets"), ("50", "Half")]


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"lo": "5", "hi": "1"}, "lo", ""),
        ({"lo": "1,5"}, "lo", "“1,5” has a comma."),
        ({"hi": "high"}, "hi", ""),
        ({"step": "0"}, "step", ""),
        ({"step": "-1"}, "step", ""),
        ({"neutral": "9"}, "neutral", ""),
        ({"lo": ""}, "lo", "Enter the lowest score."),
        ({"lo": "0.1234567"}, "lo", ""),
    ],
)
def test_what_is_no_scale_is_refused_at_its_field(appraisal_id, officer, changes, field, said):
    before = snapshots.live(appraisal_id)
    answer = send(officer, "setup_scale", appraisal_id, changes)
    assert answer.status_code == 422
    assert f'href="#id_{field}"' in answer.content.decode()
    assert said in words(answer)
    for name, typed in changes.items():
        assert form_of(answer)[name] == typed
    assert form_of(answer)["words-0"] == "Point 1"
    assert snapshots.live(appraisal_id) == before


def test_a_scale_on_which_scores_could_not_stand_names_each_of_them(officer):
    scored = factories.complete_appraisal(stage="set-up")
    answer = send(officer, "setup_scale", scored, {"hi": "4", "neutral": "", "words-4": ""})
    assert answer.status_code == 422
    said = words(answer)
    assert "1 score does not fit this scale." in said
    assert "Option 2, line 1a: 5 is off the scale" in said


def test_the_scale_can_be_taken_away(appraisal_id, officer):
    answer = send(officer, "setup_scale", appraisal_id, press="take-away")
    assert "The scale was taken away." in words(follow(officer, answer))
    assert scale(appraisal_id) is None


def test_while_scoring_only_the_words_can_be_mended(officer):
    scoring = factories.appraisal()
    page = officer.get(address("setup_scale", scoring))
    assert "This cannot be changed while the appraisal is scored" in words(page)
    assert "Take the scale away" not in words(page)
    assert 'type="hidden" name="lo"' in page.content.decode()
    assert send(officer, "setup_scale", scoring, {"words-0": "Very bad"}).status_code == 302
    assert points(scoring)[0] == ("1", "Very bad")
    refused = send(officer, "setup_scale", scoring, {"lo": "0"})
    assert refused.status_code == 403
    assert number_text(scale(scoring).lo) == "1"


def test_a_conflict_shows_the_words_of_the_other_at_each_point(appraisal_id, officer, other_officer):
    where = address("setup_scale", appraisal_id)
    mine = form_of(officer.get(where)) | {"words-0": "Mine", "words-1": "Mine too"}
    send(other_officer, "setup_scale", appraisal_id, {"words-0": "Theirs", "neutral": ""})
    answer = officer.post(where, mine)
    assert answer.status_code == 409
    said = words(answer)
    assert "Ben Yu changed the scale after you opened it" in said
    assert "Neutral point Empty What 1 means Theirs What 2 means Point 2" in said
    assert form_of(answer)["words-0"] == "Mine"


def test_a_scale_that_was_taken_away_meanwhile_is_a_conflict(appraisal_id, officer, other_officer):
    where = address("setup_scale", appraisal_id)
    mine = form_of(officer.get(where)) | {"words-0": "Mine"}
    send(other_officer, "setup_scale", appraisal_id, press="take-away")
    answer = officer.post(where, mine)
    assert answer.status_code == 409
    assert "Lowest score Empty" in words(answer)
    assert form_of(answer)["words-0"] == "Mine"


def test_somersets_scale_sent_back_unchanged_changes_nothing():
    somerset = factories.somerset()
    client = client_of(factories.person(role="lead_officer", body="Somerset County Council"))
    before = snapshots.live(somerset)
    assert send(client, "setup_scale", somerset).status_code == 302
    assert snapshots.live(somerset) == before
