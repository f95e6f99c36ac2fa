"""The scale: any range and step, and what becomes of scores that stand."""

from decimal import Decimal

import pytest

from appraisal.core.snapshot import Scale, ScalePoint
from appraisal.services import setup
from tests import factories
from tests.appraisal.services.setup.doing import do, last, now, problems, refusal, stale, state

pytestmark = pytest.mark.django_db

FIVE = setup.scale_input(
    Scale(
        Decimal(1),
        Decimal(5),
        Decimal(1),
        Decimal(3),
        tuple(ScalePoint(Decimal(value), f"Point {value}") for value in range(1, 6)),
    )
)


def set_to(appraisal_id, lo, hi, step="1", version=1, **rest):
    scale = setup.ScaleInput(lo, hi, step, **rest)
    return do(setup.set_scale, appraisal_id, scale=scale, version=version)


@pytest.mark.parametrize(
    ("typed", "scale"),
    [
        (("0", "10", "0.5"), Scale(Decimal(0), Decimal(10), Decimal("0.5"))),
        (("-3", "3", "1"), Scale(Decimal(-3), Decimal(3), Decimal(1))),
        (("1", "3", "2"), Scale(Decimal(1), Decimal(3), Decimal(2))),
        (("0", "100", "100"), Scale(Decimal(0), Decimal(100), Decimal(100))),
    ],
)
def test_any_range_and_step_may_be_a_scale(appraisal_id, typed, scale):
    set_to(appraisal_id, *typed)
    assert now(appraisal_id).scale == scale
    assert state(appraisal_id).scale == 2


def test_descriptors_and_a_neutral_point_come_with_it_and_empty_rows_fall_away(appraisal_id):
    points = (("", ""), ("-1", "Worse"), ("0", "As now"), ("1", " Better "))
    set_to(appraisal_id, "-1", "1", neutral="0", points=points)
    scale = now(appraisal_id).scale
    assert scale.neutral == 0
    assert [(point.value, point.label) for point in scale.points] == [
        (-1, "Worse"),
        (0, "As now"),
        (1, "Better"),
    ]
    event = last(appraisal_id)
    assert (event.action, event.before["scale"]["hi"], event.after["scale"]["hi"]) == ("scale set", "5", "1")


@pytest.mark.parametrize(
    ("scale", "found"),
    [
        (setup.ScaleInput("", "x"), [("lo", "Enter the lowest score."), ("hi", "This is not a number")]),
        (setup.ScaleInput("1,5", "5"), [("lo", "“1,5” has a comma. Do you mean 1.5?")]),
        (setup.ScaleInput("5", "1"), [("lo", "The lowest score, 5, must be below the highest, 1.")]),
        (setup.ScaleInput("1", "5", "0"), [("step", "A step must be above 0.")]),
        (setup.ScaleInput("1", "5", "3"), [("step", "Steps of 3 from 1 do not meet 5.")]),
        (setup.ScaleInput("1", "5", neutral="6"), [("neutral", "6 is off the scale")]),
        (
            setup.ScaleInput("1", "5", points=(("", ""), ("6", "a"), ("2", "b"), ("2", "c"))),
            [
                ("points[1].value", "6 is off the scale"),
                ("points[3].value", "The point 2 stands here twice."),
            ],
        ),
        (setup.ScaleInput("1", "5", points=(("", "a"),)), [("points[0].value", "Enter the score.")]),
        (
            setup.ScaleInput("1", "5", points=(("", ""), ("1", "x" * 301))),
            [("points[1].label", "This has 301 characters")],
        ),
    ],
)
def test_a_scale_that_cannot_be_is_refused_in_words(appraisal_id, scale, found):
    told = problems(setup.set_scale, appraisal_id, scale=scale, version=1)
    assert [path for path, _ in told] == [path for path, _ in found]
    for (_, message), (_, words) in zip(told, found, strict=True):
        assert message.startswith(words)


def test_a_scale_on_which_scores_would_not_stand_is_refused_with_each_of_them(scored_id):
    scale = setup.ScaleInput("1", "4")
    assert problems(setup.set_scale, scored_id, scale=scale, version=1) == [
        (
            "scale",
            "1 score does not fit this scale. Change them first, or choose a scale on which they stand.",
        ),
        (
            "cells/move/reach",
            "Option 2, line 1a: 5 is off the scale, which runs from 1 to 4. Give a score on the scale.",
        ),
    ]
    between = setup.ScaleInput("1", "5", "2")
    told = problems(setup.set_scale, scored_id, scale=between, version=1)
    assert [path for path, _ in told[1:]] == [
        "cells/move/staff",
        "cells/move/cost",
        "cells/share/reach",
        "cells/share/staff",
        "cells/share/cost",
    ]
    told = problems(setup.set_scale, scored_id, scale=None, version=1)
    assert len(told) == 10


def test_a_scale_on_which_they_stand_is_taken(scored_id):
    set_to(scored_id, "0", "10")
    assert now(scored_id).scale.hi == 10
    assert len(now(scored_id).cells) == 12


def test_a_score_on_a_scale_of_its_own_is_not_in_question(db):
    groups = factories.file()["groups"]
    groups[0]["sub_criteria"][0]["scale"] = {"lo": "0", "hi": "100"}
    cells = factories.cells({"stay": {"reach": 90}})
    appraisal_id = factories.appraisal(stage="set-up", groups=groups, cells=cells)
    set_to(appraisal_id, "1", "3")
    assert now(appraisal_id).cell_at["stay", "reach"].score == 90


def test_without_a_score_the_scale_may_go(appraisal_id):
    do(setup.set_scale, appraisal_id, scale=None, version=1)
    assert now(appraisal_id).scale is None


def test_descriptors_may_be_mended_while_scoring_and_nothing_else(db):
    appraisal_id = factories.at_stage("scoring")
    mended = setup.ScaleInput("1", "5", neutral="3", points=(("1", "Much worse"),))
    do(setup.set_scale, appraisal_id, scale=mended, version=1)
    assert now(appraisal_id).scale.points == (ScalePoint(Decimal(1), "Much worse"),)
    for scale in (None, setup.ScaleInput("1", "5"), setup.ScaleInput("0", "5", neutral="3")):
        words = refusal(setup.set_scale, appraisal_id, scale=scale, version=2)
        assert words.startswith("This cannot be changed while the appraisal is scored")


def test_the_same_sent_twice_is_saved_once_and_an_older_page_is_told(appraisal_id):
    set_to(appraisal_id, "0", "3")
    assert set_to(appraisal_id, "0", "3").version == 2
    conflict = stale(setup.set_scale, appraisal_id, scale=FIVE, version=1)
    assert (conflict.content, conflict.version) == (setup.ScaleInput("0", "3"), 2)
    do(setup.set_scale, appraisal_id, scale=None, version=2)
    assert stale(setup.set_scale, appraisal_id, scale=FIVE, version=2).content is None
