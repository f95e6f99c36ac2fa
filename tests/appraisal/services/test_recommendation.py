"""The Recommendation page, saved as a whole."""

from dataclasses import replace

import pytest

from appraisal.core.snapshot import Reasons, Recommendation
from appraisal.selectors import appraisals, snapshots
from appraisal.services import recommendation
from appraisal.services.recommendation import Ask, RecommendationContent, content_of
from organisations.errors import Invalid, Missing, Stale
from organisations.selectors import history
from tests import factories

pytestmark = pytest.mark.django_db

CONTENT = RecommendationContent(
    option="move",
    statement="Move the library.",
    reasons=(Reasons("people", "More readers", ("It is nearer.", "It is open longer.")),),
    asks={"council": Ask("approve the move", "July 2027")},
    method_followed="The council's own",
    references=("A plan", "Another plan"),
)


def save(appraisal_id, content=CONTENT, version=1, actor=None, minutes=1):
    return recommendation.save(
        actor=actor, at=factories.at(minutes), appraisal_id=appraisal_id, content=content, version=version
    )


def problems(appraisal_id, **changes):
    with pytest.raises(Invalid) as refusal:
        save(appraisal_id, replace(CONTENT, **changes))
    assert snapshots.live(appraisal_id).revision == 1
    return [problem.path for problem in refusal.value.problems]


def test_the_page_is_saved_as_a_whole(appraisal_id):
    saved = save(appraisal_id, actor=factories.lead_officer())
    assert (saved.version, saved.revision, saved.at) == (2, 2, factories.at(1))
    found = snapshots.snapshot(appraisal_id)
    assert found.recommendation == Recommendation("move", "Move the library.", CONTENT.reasons)
    council, trust = found.organisations
    assert (council.asked_to, council.when, trust.asked_to) == ("approve the move", "July 2027", "")
    assert found.document.method_followed == "The council's own"
    assert found.references == ("A plan", "Another plan")
    version = appraisals.recommendation_version(appraisal_id)
    assert (version.version, version.changed_at, version.changed_by_name) == (2, factories.at(1), "Ada Reed")


def test_what_was_saved_can_be_opened_and_saved_again(appraisal_id):
    save(appraisal_id)
    stands = content_of(snapshots.snapshot(appraisal_id))
    assert stands == replace(CONTENT, asks={**CONTENT.asks, "trust": Ask()})
    save(appraisal_id, replace(stands, statement="Move it soon."), version=2)
    assert snapshots.snapshot(appraisal_id).recommendation.statement == "Move it soon."


def test_nothing_else_of_the_appraisal_changes():
    somerset = factories.somerset()
    before = snapshots.snapshot(somerset)
    save(somerset, replace(content_of(before), option="option-4", statement="Another one."))
    after = snapshots.snapshot(somerset)
    assert replace(after, recommendation=before.recommendation) == before


def test_the_history_holds_the_parts_that_changed(appraisal_id):
    save(appraisal_id)
    save(appraisal_id, replace(CONTENT, references=("A plan",)), version=2, actor=factories.lead_officer())
    change = history(appraisal_id)[0]
    assert (change.action, change.subject, change.actor) == (
        "recommendation saved",
        "recommendation",
        "Ada Reed",
    )
    assert change.before == {"references": ["A plan", "Another plan"]}
    assert change.after == {"references": ["A plan"]}


def test_a_save_from_an_old_page_is_refused_with_what_stands(appraisal_id):
    save(appraisal_id, actor=factories.lead_officer())
    with pytest.raises(Stale) as refusal:
        save(appraisal_id, replace(CONTENT, option="stay"), version=1)
    now = refusal.value.current
    assert (now.version, now.changed_at, now.changed_by) == (2, factories.at(1), "Ada Reed")
    assert now.content == replace(CONTENT, asks={**CONTENT.asks, "trust": Ask()})
    assert snapshots.snapshot(appraisal_id).recommendation.option == "move"


def test_a_score_saved_in_between_makes_no_page_old(appraisal_id):
    factories.score(appraisal_id, "stay", "reach", 3)
    assert save(appraisal_id).revision == 3


def test_a_form_sent_twice_saves_once(appraisal_id):
    first = save(appraisal_id)
    assert save(appraisal_id, minutes=9) == first
    assert len(history(appraisal_id)) == 2


def test_what_is_empty_falls_away(appraisal_id):
    reasons = (Reasons("people", " ", (" ", "It is nearer.")), Reasons("place", "", ("",)))
    save(appraisal_id, replace(CONTENT, reasons=reasons, references=("", "A plan", "  ")))
    found = snapshots.snapshot(appraisal_id)
    assert found.recommendation.reasons == (Reasons("people", "", ("It is nearer.",)),)
    assert found.references == ("A plan",)


def test_an_empty_page_takes_the_recommendation_away(appraisal_id):
    save(appraisal_id)
    save(appraisal_id, RecommendationContent(asks={"council": Ask()}), version=2)
    found = snapshots.snapshot(appraisal_id)
    assert found.recommendation is None
    assert (found.document.method_followed, found.references) == ("", ())


def test_a_page_left_empty_makes_no_document(appraisal_id):
    save(appraisal_id, RecommendationContent(statement="Wait."))
    assert snapshots.snapshot(appraisal_id).document is None


def test_text_is_cleaned_once(appraisal_id):
    save(
        appraisal_id,
        replace(CONTENT, statement=" One\r\ntwo\x07 ", references=("A\u200b \x00".strip("\x00"),)),
    )
    found = snapshots.snapshot(appraisal_id)
    assert found.recommendation.statement == "One\ntwo"


def test_every_problem_is_named_where_it_is(appraisal_id):
    paths = problems(
        appraisal_id,
        option="nowhere",
        statement="x" * 10_001,
        reasons=(Reasons("people", "", ("a", "x" * 10_001)), Reasons("nothing", "Heading")),
        asks={"trust": Ask("x" * 10_001)},
        method_followed="a\x00b",
        references=("fine", "x" * 10_001),
    )
    assert sorted(paths) == [
        "document.method_followed",
        "organisations[1].asked_to",
        "recommendation.option",
        "recommendation.reasons[0].paragraphs[1]",
        "recommendation.reasons[1].group",
        "recommendation.statement",
        "references[1]",
    ]


def test_a_body_that_has_no_part_is_asked_nothing(appraisal_id):
    assert problems(appraisal_id, asks={"elsewhere": Ask("approve")}) == ["organisations"]


def test_an_appraisal_that_does_not_exist_is_missing():
    with pytest.raises(Missing):
        save(factories.organisation())
    with pytest.raises(Missing):
        appraisals.recommendation_version(factories.organisation())
