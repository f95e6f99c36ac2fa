"""Cornwall 2018 rebuilt from nothing by the services alone, as its paper says it."""

import pytest

from appraisal.core.snapshot import OptionStage, to_dict
from appraisal.selectors.appraisals import recommendation_version
from appraisal.services import lifecycle, recommendation, setup
from tests import factories
from tests.appraisal.services.setup.doing import do, now, state
from tests.equal_by_position import by_position

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper(db):
    return factories.fixture("cornwall-2018")


@pytest.fixture
def rebuilt(paper):
    """The id of what was typed in from the paper, part by part."""
    officer = factories.lead_officer(body="Cornwall Council")
    first = paper.organisations[0]
    appraisal_id = setup.create_appraisal(
        actor=officer,
        at=factories.at(),
        organisation_id=factories.organisation(first.name),
        title="Cornwall",
        template="blank",
        slug=paper.slug,
    ).appraisal_id
    do(setup.save_about, appraisal_id, officer, about=setup.about_input(paper), version=1)
    body = state(appraisal_id).bodies
    [own] = body
    do(setup.save_body, appraisal_id, officer, body_id=own, body=setup.body_input(first), version=1)
    for each in paper.organisations[1:]:
        do(setup.add_body, appraisal_id, officer, body=setup.body_input(each))
    for group in paper.groups:
        group_id = do(setup.add_group, appraisal_id, officer, group=setup.group_input(group)).id
        for sub in group.sub_criteria:
            line = setup.sub_criterion_input(sub)
            do(setup.add_sub_criterion, appraisal_id, officer, group_id=group_id, sub_criterion=line)
    made = {}
    for option in paper.options:
        where = {"stage": str(option.stage), "reason": option.reason}
        made[option.id] = do(
            setup.add_option, appraisal_id, officer, option=setup.option_input(option), **where
        ).id
    lines = dict(zip(paper.line, now(appraisal_id).line, strict=True))
    notes = tuple(_about(note, made, lines) for note in paper.notes)
    parts = {
        **{part: getattr(paper, part) for part in ("timeline", "responsibilities", "sections")},
        "notes": notes,
    }
    for part, content in parts.items():
        do(setup.save_part, appraisal_id, officer, part=part, content=content, version=1)
    content = recommendation.RecommendationContent(references=paper.references)
    do(recommendation.save, appraisal_id, officer, content=content, version=version_of(appraisal_id))
    do(setup.choose_method, appraisal_id, officer, combine="sum", weight_set=None, version=1)
    return appraisal_id


def _about(note, options, lines):
    """A note about what it is about here: ids are made anew."""
    kind, _, name = note.about.partition("/")
    known = {"options": options, "sub-criteria": lines}.get(kind, {})
    return type(note)(f"{kind}/{known[name]}" if name in known else note.about, note.text)


def version_of(appraisal_id):
    return recommendation_version(appraisal_id).version


def test_the_file_that_goes_out_equals_the_paper_but_for_its_ids(rebuilt, paper):
    assert by_position(to_dict(now(rebuilt))) == by_position(to_dict(paper))


def test_with_four_on_the_short_list_and_a_scale_it_is_ready_to_score(rebuilt):
    for option in list(now(rebuilt).option)[:4]:
        here = {"option_id": option, "version": state(rebuilt).options[option]}
        do(setup.set_option_stage, rebuilt, **here, stage="short-list", decided_on="5 February 2018")
    do(setup.set_scale, rebuilt, scale=setup.ScaleInput("1", "5", neutral="3"), version=1)
    assert do(lifecycle.move, rebuilt, move_to="scoring").stage == "scoring"
    found = now(rebuilt)
    assert [option.stage for option in found.options].count(OptionStage.SHORT_LIST) == 4
    factories.score(rebuilt, next(iter(found.option)), next(iter(found.line)), 4)
