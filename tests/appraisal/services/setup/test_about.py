"""What the appraisal is about, and the lists round its figures."""

import pytest

from appraisal.core.snapshot import CheckItem, Note, Responsibility, Section, TimelineStep
from appraisal.services import recommendation, setup
from organisations.roles import Role
from tests import factories
from tests.appraisal.services.setup.doing import do, last, now, problems, refusal, stale, state

pytestmark = pytest.mark.django_db

ABOUT = setup.AboutInput(
    "A new title",
    question="Which one?",
    summary="Two paragraphs.\n\nThis is the second.",
    programme="Libraries",
    version="2",
    date="July 2026",
    status="draft",
    report_of="Head of Libraries",
    abbreviations=(("PLN", "Public Libraries of the North"), ("", " "), ("BAU", "Business as usual")),
)


def test_all_that_is_typed_is_saved_cleaned_with_one_event(appraisal_id, officer):
    saved = do(setup.save_about, appraisal_id, officer, about=ABOUT, version=1)
    assert (saved.id, saved.version, saved.revision, saved.at) == ("about", 2, 2, factories.at(1))
    found = now(appraisal_id)
    assert (found.title, found.question, found.summary) == (ABOUT.title, ABOUT.question, ABOUT.summary)
    assert found.document.programme == "Libraries"
    assert found.document.abbreviations == {
        "BAU": "Business as usual",
        "PLN": "Public Libraries of the North",
    }
    event = last(appraisal_id)
    assert (event.action, event.actor, event.before["title"]) == (
        "about saved",
        "Ada Reed",
        "Where the library goes",
    )
    assert setup.about_input(found).abbreviations[0] == ("BAU", "Business as usual")


def test_what_the_recommendation_page_writes_stays(appraisal_id):
    content = recommendation.RecommendationContent(method_followed="By the book", references=("A book",))
    do(recommendation.save, appraisal_id, content=content, version=1)
    do(setup.save_about, appraisal_id, about=ABOUT, version=1)
    found = now(appraisal_id)
    assert (found.document.method_followed, found.references) == ("By the book", ("A book",))


def test_no_document_is_made_only_to_say_nothing(appraisal_id):
    do(setup.save_about, appraisal_id, about=setup.AboutInput("Only a title"), version=1)
    assert now(appraisal_id).document is None


def test_what_cannot_be_is_refused_in_words(appraisal_id):
    about = setup.AboutInput(
        " ",
        date="x" * 301,
        abbreviations=(("A", "One"), ("", "Two"), ("B", ""), ("A ", "Three")),
    )
    assert problems(setup.save_about, appraisal_id, about=about, version=1) == [
        ("abbreviations[1].short", "Enter the short form."),
        ("abbreviations[2].long", "Enter what it stands for."),
        ("abbreviations[3].short", "A stands here twice. Keep one of them."),
        ("title", "Enter the title of the appraisal."),
        ("date", "This has 301 characters; the most is 300. Shorten it by 1."),
    ]


def test_a_long_form_that_is_too_long_is_named_by_its_place(appraisal_id):
    about = setup.AboutInput("T", abbreviations=(("", ""), ("A.B", "x" * 301)))
    [(path, _)] = problems(setup.save_about, appraisal_id, about=about, version=1)
    assert path == "abbreviations[1].long"


def test_the_same_sent_twice_is_saved_once(appraisal_id):
    first = do(setup.save_about, appraisal_id, about=ABOUT, version=1)
    again = do(setup.save_about, appraisal_id, about=ABOUT, version=1)
    assert (again.version, again.revision) == (first.version, 2)


def test_an_edit_from_an_older_page_is_told_what_stands_by_whom(appraisal_id, officer):
    do(setup.save_about, appraisal_id, officer, minutes=3, about=ABOUT, version=1)
    other = setup.AboutInput("Another")
    conflict = stale(setup.save_about, appraisal_id, about=other, version=1)
    assert conflict.content == setup.about_input(now(appraisal_id))
    assert (conflict.version, conflict.changed_at, conflict.changed_by) == (2, factories.at(3), "Ada Reed")
    do(setup.save_about, appraisal_id, about=other, version=conflict.version)
    assert now(appraisal_id).title == "Another"


def test_the_command_line_is_nobody_in_a_conflict(appraisal_id):
    do(setup.save_about, appraisal_id, about=ABOUT, version=1)
    conflict = stale(setup.save_about, appraisal_id, about=setup.AboutInput("Another"), version=1)
    assert (conflict.changed_at, conflict.changed_by) == (factories.at(1), None)


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("timeline", (TimelineStep("Decide", "May 2026", "Cabinet"), TimelineStep("Build"))),
        ("responsibilities", (Responsibility("Council", ("Pays", "Owns")),)),
        (
            "sections",
            (
                Section("s1", "Background", "before", "paragraphs", items=("One.", "Two.")),
                Section("s2", "Risks", "after", "table", columns=("Risk", "Who"), rows=(("Fire", ""),)),
                Section("s3", "To do", "after", "checklist", items=(CheckItem("Ask", done=True),)),
            ),
        ),
        ("notes", (Note("appraisal", "As printed."), Note("options/stay", "Two names."))),
    ],
)
def test_each_list_is_saved_by_itself_with_its_own_version(appraisal_id, part, content):
    saved = do(setup.save_part, appraisal_id, part=part, content=content, version=1)
    found = now(appraisal_id)
    assert getattr(found, part) == content
    assert state(appraisal_id).parts == {
        each: 2 if each == part else 1 for each in ("timeline", "responsibilities", "sections", "notes")
    }
    assert (last(appraisal_id).action, last(appraisal_id).subject) == (f"{part} saved", part)
    again = do(setup.save_part, appraisal_id, part=part, content=content, version=1)
    assert again.version == saved.version == 2
    conflict = stale(setup.save_part, appraisal_id, part=part, content=(), version=1)
    assert conflict.content == content


@pytest.mark.parametrize(
    ("part", "content", "path"),
    [
        ("timeline", (TimelineStep("", "May"),), "timeline[0].what"),
        (
            "sections",
            (Section("s", "T", kind="table", columns=("A",), rows=(("1", "2"),)),),
            "sections[0].rows[0]",
        ),
        ("sections", (Section("s", "T"), Section("s", "U")), "sections[1].id"),
        ("notes", (Note("options/gone", "Text"),), "notes[0].about"),
        ("colours", (), "part"),
    ],
)
def test_a_list_that_cannot_be_is_refused_with_its_path(appraisal_id, part, content, path):
    assert [
        each for each, _ in problems(setup.save_part, appraisal_id, part=part, content=content, version=1)
    ] == [path]


WORKED_OUT = {
    "cells": [
        {
            "option": "stay",
            "sub_criterion": "reach",
            "state": "scored",
            "score": "3",
            "basis": "worked-out",
            "rationale": "",
        }
    ],
    "notes": [
        {"about": "cells/stay/reach", "text": "From the total."},
        {"about": "options/move", "text": "Seen."},
    ],
}


def test_a_score_that_is_worked_out_keeps_its_note(db):
    appraisal_id = factories.appraisal(stage="set-up", **WORKED_OUT)
    left = (Note("options/move", "Seen."),)
    assert problems(setup.save_part, appraisal_id, part="notes", content=left, version=1) == [
        ("notes", "The score at cells/stay/reach is worked out, so it needs its note that says how.")
    ]


def test_notes_about_what_was_removed_are_kept_with_it(db):
    appraisal_id = factories.appraisal(stage="set-up", **WORKED_OUT)
    do(setup.remove_option, appraisal_id, option_id="stay", version=1)
    assert [note.about for note in now(appraisal_id).notes] == ["options/move"]
    do(setup.save_part, appraisal_id, part="notes", content=(Note("appraisal", "New."),), version=1)
    do(setup.restore_option, appraisal_id, option_id="stay")
    assert [note.about for note in now(appraisal_id).notes] == ["appraisal", "cells/stay/reach"]


def test_texts_may_be_mended_until_agreed_by_who_leads(db):
    for stage in ("scoring", "agreeing"):
        appraisal_id = factories.at_stage(stage, slug=stage)
        do(setup.save_about, appraisal_id, about=ABOUT, version=1)
    agreed = factories.at_stage("agreed", slug="agreed")
    assert refusal(setup.save_about, agreed, about=ABOUT, version=1).startswith(
        "This cannot be changed any more: the appraisal is agreed."
    )
    for person in (
        factories.person(role=Role.ASSESSOR),
        factories.person(role=Role.LEAD_OFFICER, body="Northshire Health Trust"),
    ):
        words = refusal(setup.save_about, appraisal_id, person, about=ABOUT, version=2)
        assert words.startswith("You cannot change the texts of the appraisal: only a commissioning officer")
