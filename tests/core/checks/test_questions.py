"""What a careful reader would ask: Somerset's own oddities are found, what is in order is left alone."""

from dataclasses import replace
from decimal import Decimal

import pytest

from appraisal.core.checks import About, questions
from appraisal.core.snapshot import (
    Cell,
    CellState,
    Combine,
    Kind,
    Method,
    Option,
    Recommendation,
    Rule,
    Section,
    ValueRule,
    load_json,
)
from tests.core.small import appraisal, row, scale, with_cells
from tests.core.worked import ROOT

SOMERSET = load_json((ROOT / "fixtures/appraisals/somerset-2017.json").read_bytes())


def asked(snapshot, kind):
    return [one for one in questions(snapshot) if one.kind is kind]


def about(snapshot, kind):
    return [one.about for one in asked(snapshot, kind)]


def one_cell(rationale, score=4, on=None):
    """Two options on one line, the first with this score and rationale."""
    first = Cell("option-1", "care", CellState.SCORED, Decimal(str(score)), rationale=rationale)
    return with_cells(appraisal(row(1, "Stay", "3"), row(2, "Move", "3"), on=on), first)


def test_the_texts_that_somerset_repeats_are_found():
    """The notes of the file name the first two; the third stands in three cells."""
    assert about(SOMERSET, About.RATIONALE) == [
        ("cells/option-1/g4", "cells/option-4/g4"),
        ("cells/option-2/g4", "cells/option-5/g4"),
        ("cells/option-3/w4", "cells/option-4/w4", "cells/option-6/w4"),
    ]


def test_the_scores_that_somersets_words_speak_against_are_found():
    """The notes of the file name those of Option 2; in Option 3 the words speak of another thing."""
    assert about(SOMERSET, About.WORDS) == [
        ("cells/option-2/o1",),
        ("cells/option-2/w1",),
        ("cells/option-2/w2",),
        ("cells/option-3/o4",),
    ]


def test_somersets_options_go_by_more_than_one_name():
    assert about(SOMERSET, About.NAMES) == [(f"options/option-{number}",) for number in range(1, 7)]
    text = asked(SOMERSET, About.NAMES)[3].text
    assert text == (
        "Option 4, “County Council leads”, is elsewhere called “SCC as the lead commissioner” and “LA as the "
        "lead commissioner model”. Which name should stand throughout?"
    )


def test_somersets_printed_figures_are_those_of_its_scores():
    assert about(SOMERSET, About.PRINTED) == []


def test_every_question_is_a_question_and_names_places_that_a_note_could_be_about():
    for one in questions(SOMERSET):
        assert one.text.endswith("?")
        assert one.about
        assert all(
            place.split("/")[0] in ("cells", "options", "sub-criteria", "groups") for place in one.about
        )


def test_a_printed_total_that_the_scores_do_not_make_is_asked_about():
    printed = {"option-1": 8, "option-2": 9, ("option-1", "outcomes"): 5, ("option-2", "outcomes"): 4}
    snapshot = appraisal(row(1, "Stay", "4 3"), row(2, "Move", "5 4"), printed=printed)
    said = [
        "The source prints 8 as the total of Option 1, and the scores make 7.",
        "The source prints 4 as the total of Option 2 in Outcomes, and the scores make 9.",
        "The source prints 5 as the total of Option 1 in Outcomes, and the scores make 7.",
    ]
    tail = "Is a score wrong, or the printed figure?"
    assert [one.text for one in asked(snapshot, About.PRINTED)] == [f"{head} {tail}" for head in said]


def test_a_printed_total_that_missing_scores_may_still_make_is_not_asked_about():
    snapshot = appraisal(row(1, "Stay", "4 ?"), row(2, "Move", "5 4"), printed={"option-1": 8})
    assert asked(snapshot, About.PRINTED) == []


@pytest.mark.parametrize(
    ("rationale", "score", "found"),
    [
        ("It is unlikely to bring any change.", 4, ["“unlikely to”"]),
        ("A weak case, and detrimental to carers.", 5, ["“weak”", "“detrimental”"]),
        ("Excellent for everybody.", 1, ["“Excellent”"]),
        ("Significant benefits for carers.", 2, ["“Significant benefits”"]),
        # What is in order.
        ("It is unlikely to bring any change.", 2, []),
        ("It is unlikely to bring any change.", 3, []),
        ("Excellent for everybody.", 5, []),
        ("There is a strong case, though it is weak on cost.", 4, []),
        ("There is a strong case, though it is weak on cost.", 2, []),
        ("This is not poor at all.", 5, []),
        ("Not a strong case.", 1, []),
        ("It does not improve access.", 5, ["“does not improve”"]),
        ("Unlikely to lead to a stronger service.", 5, ["“Unlikely to”"]),
        ("Prevents a worse outcome.", 5, []),
        ("Poorly served villages get a bus.", 5, ["“Poorly”"]),
        ("The powerful weaken nothing.", 5, []),
        ("", 5, []),
    ],
)
def test_words_of_the_other_end_of_the_scale_are_asked_about(rationale, score, found):
    texts = [one.text for one in asked(one_cell(rationale, score), About.WORDS)]
    said = " and ".join(found)
    has = f"Option 1 on 1a Care has {score} (1 to 5), and its rationale says {said}"
    expected = f"{has}. Do the words fit the score?"
    assert texts == ([expected] if found else [])


@pytest.mark.parametrize(("score", "found"), [(0, 0), (3, 0), (4, 0), (6, 0), (7, 1), (10, 1)])
def test_without_a_neutral_point_only_the_upper_and_the_lower_third_are_ends(score, found):
    assert len(asked(one_cell("A weak case.", score, on=scale(0, 10, neutral=None)), About.WORDS)) == found


def test_a_mark_stands_where_its_number_does():
    rule = ValueRule(
        Rule.POINTS, points={"red": Decimal(0), "green": Decimal(5)}, lo=Decimal(0), hi=Decimal(5)
    )
    snapshot = one_cell("A weak case.")
    [group] = snapshot.groups
    sub = replace(group.sub_criteria[0], value=rule)
    snapshot = replace(snapshot, groups=(replace(group, sub_criteria=(sub,)),))
    for mark, found in (("green", 1), ("red", 0)):
        cell = Cell("option-1", "care", CellState.SCORED, mark=mark, rationale="A weak case.")
        cells = asked(with_cells(snapshot, cell), About.WORDS)
        assert len(cells) == found
    assert "has “green”, and" in asked(with_cells(snapshot, replace(cell, mark="green")), About.WORDS)[0].text


@pytest.mark.parametrize(
    ("rationale", "found"),
    [
        ("3. The trust leads and the council follows.", "“3.”"),
        ("3 - The trust leads.", "“3 -”"),
        ("We score this 2, since it costs more.", "“score this 2”"),
        ("Scored as 5 by the group.", "“Scored as 5”"),
        ("It was rated 2 out of 5 by the panel.", "“rated 2”"),
        ("All in all 3 out of 5.", "“3 out of 5”"),
        # What is in order.
        ("4. The trust leads.", ""),
        ("Scored 4, and not 3 out of 5.", ""),
        ("3 out of 10 residents would use it.", ""),
        ("2017 was the last year. 12 staff move.", ""),
        ("Section 75 would do.", ""),
        ("It scored 80% in the survey.", ""),
        ("scores 12 in another paper", ""),
        ("3 staff leave.", ""),
    ],
)
def test_a_number_that_the_words_give_as_the_score_is_asked_about(rationale, found):
    texts = [one.text for one in asked(one_cell(rationale, 4), About.NUMBER)]
    expected = f"Option 1 on 1a Care has 4 (1 to 5), and its rationale says {found}. Which is right?"
    assert texts == ([expected] if found else [])


@pytest.mark.parametrize(
    ("unit", "rationale", "found"),
    [
        ("£k", "It costs £450k a year.", "“£450k”"),
        ("£k", "It costs £420k a year.", ""),
        ("£k", "From £450k down to £420k.", ""),
        ("£m", "It costs £450k a year.", ""),
        ("minutes", "The drive takes 35 minutes.", "“35 minutes”"),
        ("%", "Some 1,250% more.", "“1,250%”"),
        ("", "It costs 450.", ""),
    ],
)
def test_another_figure_in_the_unit_of_a_measure_is_asked_about(unit, rationale, found):
    snapshot = one_cell(rationale, 420)
    [group] = snapshot.groups
    rule = ValueRule(Rule.OPTIONS_RANGE, better="lower")
    sub = replace(group.sub_criteria[0], kind=Kind.MEASURE, unit=unit, value=rule)
    snapshot = replace(
        snapshot, groups=(replace(group, sub_criteria=(sub,)),), method=Method(Combine.WEIGHTED_VALUE)
    )
    texts = [one.text for one in asked(snapshot, About.NUMBER)]
    assert [found in text for text in texts] == ([True] if found else [])


def test_the_same_words_in_two_cells_are_asked_about_whatever_their_spaces_capitals_and_stop():
    reasons = {
        ("option-1", "care"): "As now. ",
        ("option-2", "care"): "as  now",
        ("option-2", "health"): "Not so.",
    }
    snapshot = appraisal(row(1, "Stay", "4 3"), row(2, "Move", "5 4"), reasons=reasons)
    first = asked(snapshot, About.RATIONALE)[0]
    assert first.text == (
        "Option 1 on 1a Care and Option 2 on 1a Care have the same rationale, “As now.”. "
        "Is it meant for both?"
    )
    assert first.about == ("cells/option-1/care", "cells/option-2/care")


def test_of_many_cells_with_one_rationale_the_first_are_named_and_the_others_counted():
    snapshot = appraisal(*(row(number, f"Way {number}", "3") for number in range(1, 8)))
    [only] = asked(snapshot, About.RATIONALE)
    assert "Option 4 on 1a Care and 3 more have the same rationale" in only.text
    assert len(only.about) == 7


def test_a_name_in_a_text_that_is_none_of_the_options_is_asked_about():
    snapshot = replace(
        appraisal(row(1, "Stay", "4"), row(2, "Move", "5")),
        recommendation=Recommendation(
            "option-2", "Option 2: Relocate to the quay is preferred. Option 1: Stay in full comes last."
        ),
        sections=(Section("s", "S", kind="table", columns=("A",), rows=(("Option 1 – Stay",),)),),
    )
    [only] = asked(snapshot, About.NAMES)
    assert only.text == (
        "Option 2, “Move”, is elsewhere called “Relocate to the quay”. Which name should stand throughout?"
    )
    assert only.about == ("options/option-2",)


def test_an_option_without_a_number_is_called_by_its_name():
    snapshot = appraisal(row(None, "Stay", "4", other_names=("As now",)), row(2, "Move", "5"))
    [only] = asked(snapshot, About.NAMES)
    assert only.text == "“Stay” is elsewhere called “As now”. Which name should stand throughout?"


def test_lines_options_and_groups_of_one_name_are_asked_about():
    snapshot = appraisal(
        row(1, "Stay", "4 3 | 2", long_name="One way"), row(2, "Move", "5 4 | 3", long_name="One way")
    )
    outcomes, governance = snapshot.groups
    care, health = outcomes.sub_criteria
    groups = (replace(outcomes, sub_criteria=(care, replace(health, name=" care in  Full."))), governance)
    groups = (groups[0], replace(groups[1], name=outcomes.name))
    found = asked(replace(snapshot, groups=groups), About.SAME_NAME)
    tail = "Are they different, and what tells them apart?"
    assert [one.text for one in found] == [
        f"Lines 1a and 1b have the same name, “Care in full”. {tail}",
        f"Option 1 and Option 2 have the same name, “One way”. {tail}",
        f"Group 1 and Group 2 have the same name, “Outcomes considered”. {tail}",
    ]
    assert [one.about for one in found] == [
        ("sub-criteria/care", "sub-criteria/health"),
        ("options/option-1", "options/option-2"),
        ("groups/outcomes", "groups/governance"),
    ]


def test_an_appraisal_with_nothing_in_it_has_no_questions():
    assert questions(appraisal()) == ()
    assert questions(replace(appraisal(), options=(Option("a", "A"),))) == ()
