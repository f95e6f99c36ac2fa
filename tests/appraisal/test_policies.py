"""Who may do what: every stage x role x action, and the words of each refusal."""

import itertools

import pytest

from appraisal import policies
from appraisal.core.lifecycle import MOVES, Stage
from appraisal.core.snapshot import Reasons
from appraisal.policies import COMMAND_LINE, Standing, reason_against
from appraisal.services import lifecycle, recommendation, scoring
from organisations.errors import Refused
from organisations.roles import Role
from tests import factories

STAGES = sorted(
    {move.from_stage for move in MOVES} | {move.to_stage for move in MOVES}, key=list(Stage).index
)
LEADING = (Role.LEAD_OFFICER, True)
KINDS = list(itertools.product(Role, (True, False)))


def standing(*held):
    return Standing(frozenset(held))


def may_score(role, lead, stage):
    """The issue's table: officers and assessors of any body score; the agreed scores are for who leads."""
    if stage == Stage.SCORING:
        return role in (Role.LEAD_OFFICER, Role.ASSESSOR)
    return stage == Stage.AGREEING and (role, lead) == LEADING


def may_edit_recommendation(role, lead, stage):
    return (role, lead) == LEADING and stage != Stage.AGREED


def may_move(role, lead, stage):
    return (role, lead) == LEADING


def may_edit_setup(role, lead, stage):
    return (role, lead) == LEADING and stage == Stage.SET_UP


def may_edit_weights(role, lead, stage):
    return (role, lead) == LEADING and stage in (Stage.SET_UP, Stage.SCORING)


def may_take(role, file_format):
    if role in (Role.LEAD_OFFICER, Role.FINANCE_LEAD):
        return True
    return role == Role.PANEL_MEMBER and file_format == "pdf"


def test_the_moves_reach_every_stage():
    assert list(Stage) == STAGES


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize(("role", "lead"), KINDS)
def test_each_role_may_do_at_each_stage_what_the_table_says(role, lead, stage):
    here = standing((role, lead))
    assert reason_against(policies.may_see, here) is None
    assert (reason_against(policies.may_score, here, stage) is None) == may_score(role, lead, stage)
    edits = reason_against(policies.may_edit_recommendation, here, stage) is None
    assert edits == may_edit_recommendation(role, lead, stage)
    assert (reason_against(policies.may_move_stage, here) is None) == may_move(role, lead, stage)
    assert (reason_against(policies.may_import, here) is None) == ((role, lead) == LEADING)
    structure = reason_against(policies.may_edit_setup, here, stage) is None
    assert structure == may_edit_setup(role, lead, stage)
    texts = reason_against(policies.may_mend_texts, here, stage) is None
    assert texts == may_edit_recommendation(role, lead, stage)
    weights = reason_against(policies.may_edit_weights, here, stage) is None
    assert weights == may_edit_weights(role, lead, stage)
    assert (reason_against(policies.may_copy, here) is None) == (role is Role.LEAD_OFFICER)


@pytest.mark.parametrize("role", Role)
def test_commissioning_officers_start_appraisals_and_keep_templates_for_their_body(role):
    for check in (policies.may_start, policies.may_keep_templates):
        assert (reason_against(check, [role]) is None) == (role is Role.LEAD_OFFICER)
        assert reason_against(check, [role, Role.LEAD_OFFICER]) is None
        assert reason_against(check, []) is not None


@pytest.mark.parametrize("file_format", ["pdf", "xlsx", "json"])
@pytest.mark.parametrize(("role", "lead"), KINDS)
def test_each_role_may_take_the_formats_that_the_table_says(role, lead, file_format):
    refused = reason_against(policies.may_export, standing((role, lead)), file_format)
    assert (refused is None) == may_take(role, file_format)


CHECKS = [
    (policies.may_see, ()),
    *((policies.may_score, (stage,)) for stage in Stage),
    *((policies.may_edit_recommendation, (stage,)) for stage in Stage),
    *((policies.may_edit_setup, (stage,)) for stage in Stage),
    *((policies.may_mend_texts, (stage,)) for stage in Stage),
    *((policies.may_edit_weights, (stage,)) for stage in Stage),
    (policies.may_copy, ()),
    (policies.may_move_stage, ()),
    (policies.may_import, ()),
    *((policies.may_export, (file_format,)) for file_format in policies.FORMATS),
]


@pytest.mark.parametrize(("check", "rest"), CHECKS)
def test_rights_are_the_union_over_the_roles_held(check, rest):
    for one, other in itertools.combinations(KINDS, 2):
        allowed = [reason_against(check, standing(each), *rest) is None for each in (one, other)]
        both = reason_against(check, standing(one, other), *rest) is None
        assert both == any(allowed), (one, other)


@pytest.mark.parametrize(("check", "rest"), CHECKS)
def test_who_has_no_role_in_any_body_may_do_nothing(check, rest):
    with pytest.raises(Refused):
        check(standing(), *rest)


def test_the_command_line_may_do_all_that_the_stage_lets_anybody_do():
    refused = [
        (check.__name__, *rest) for check, rest in CHECKS if reason_against(check, COMMAND_LINE, *rest)
    ]
    assert refused == [
        ("may_score", Stage.SET_UP),
        ("may_score", Stage.AGREED),
        ("may_edit_recommendation", Stage.AGREED),
        *(("may_edit_setup", stage) for stage in Stage if stage is not Stage.SET_UP),
        ("may_mend_texts", Stage.AGREED),
        ("may_edit_weights", Stage.AGREEING),
        ("may_edit_weights", Stage.AGREED),
    ]


def somebody(role, lead):
    """A person of this role in the council, which leads, or in the trust, which is consulted."""
    return factories.person(role=role, body="Northshire Council" if lead else "Northshire Health Trust")


@pytest.mark.django_db
@pytest.mark.parametrize(("role", "lead"), KINDS)
def test_a_standing_comes_from_the_roles_in_the_bodies_that_take_part(role, lead):
    appraisal_id = factories.appraisal()
    person = somebody(role, lead)
    factories.give_role(person, Role.LEAD_OFFICER, "A Body That Has No Part")
    assert policies.standing(person, appraisal_id) == standing((role, lead))
    assert policies.standing(None, appraisal_id) == COMMAND_LINE
    assert policies.standing(factories.person(role=role, body="Elsewhere"), appraisal_id) == standing()


def refusal(service, **arguments):
    """The words with which a service refuses, or None where it does what it was asked."""
    try:
        service(**arguments)
    except Refused as refused:
        return refused.reason
    return None


@pytest.mark.django_db
@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize(("role", "lead"), KINDS)
def test_the_services_refuse_what_the_policies_refuse_in_the_same_words(role, lead, stage):
    appraisal_id = factories.at_stage(stage)
    actor, here = somebody(role, lead), standing((role, lead))
    who = {"actor": actor, "at": factories.at(30), "appraisal_id": appraisal_id}
    cell = {"option": "stay", "sub_criterion": "reach", "state": "scored", "score": "1", "version": 1}
    saved = refusal(scoring.save_cell, **who, **cell, rationale="New.")
    assert saved == reason_against(policies.may_score, here, stage)
    content = recommendation.RecommendationContent("move", "Move.", (Reasons("people", "", ("So.",)),))
    edited = refusal(recommendation.save, **who, content=content, version=1)
    assert edited == reason_against(policies.may_edit_recommendation, here, stage)
    for move in (move for move in MOVES if move.from_stage == stage):
        moved = refusal(lifecycle.move, **who, move_to=move.to_stage, reason="Because.")
        assert moved == reason_against(policies.may_move_stage, here)
        factories.move(appraisal_id, stage, reason="Back again.")
