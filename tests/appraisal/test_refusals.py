"""Every refusal of a right in its words: what, why, and what to do."""

import pytest

from appraisal import policies
from appraisal.policies import Standing, reason_against
from organisations.roles import Role


def standing(*held):
    return Standing(held)


LEADING = (Role.LEAD_OFFICER, True)
ASSESSOR, PANEL, ADMINISTRATOR = (Role.ASSESSOR, False), (Role.PANEL_MEMBER, True), (Role.ADMINISTRATOR, True)


# What is asked, of whom, and the words of the refusal.
REFUSALS = [
    (
        policies.may_see,
        (),
        (),
        (
            "You cannot see this appraisal: none of your bodies takes part in it. Ask a commissioning "
            "officer of a body that leads it to bring your body in."
        ),
    ),
    (
        policies.may_score,
        (PANEL, ADMINISTRATOR),
        ("scoring",),
        (
            "You cannot change scores: your role here is Panel member and Administrator, and only "
            "commissioning officers and assessors score. Ask one of them to make the change, or the "
            "administrator of your body for that role."
        ),
    ),
    (
        policies.may_score,
        (ASSESSOR,),
        ("set-up",),
        (
            "Scores cannot be changed yet: the appraisal is still being set up. A commissioning "
            "officer of a lead body starts the scoring on the Overview page."
        ),
    ),
    (
        policies.may_score,
        (LEADING,),
        ("agreed",),
        (
            "Scores cannot be changed any more: they are agreed. A commissioning officer of a lead "
            "body can reopen the agreeing on the Overview page, with a reason."
        ),
    ),
    (
        policies.may_score,
        (ASSESSOR,),
        ("agreeing",),
        (
            "You cannot change scores now: they are being agreed, and a commissioning officer of a "
            "lead body records the agreed scores. Tell them what you would change and why."
        ),
    ),
    (
        policies.may_edit_recommendation,
        (ASSESSOR,),
        ("scoring",),
        (
            "You cannot change the recommendation: only a commissioning officer of a lead body writes "
            "it. Tell them what you would change and why."
        ),
    ),
    (
        policies.may_edit_recommendation,
        (LEADING,),
        ("agreed",),
        (
            "The recommendation cannot be changed any more: the appraisal is agreed. A commissioning "
            "officer of a lead body can reopen the agreeing on the Overview page, with a reason."
        ),
    ),
    (
        policies.may_move_stage,
        (ASSESSOR,),
        (),
        (
            "You cannot move the appraisal to another stage: only a commissioning officer of a lead "
            "body does that. Ask one of them."
        ),
    ),
    (
        policies.may_edit_setup,
        (ASSESSOR,),
        ("set-up",),
        (
            "You cannot change the set-up: only a commissioning officer of a lead body does that. Tell them "
            "what you would change and why."
        ),
    ),
    (
        policies.may_edit_setup,
        (LEADING,),
        ("agreeing",),
        (
            "This cannot be changed while the appraisal is scored: options, criteria and scales hold still "
            "for the scores. Go back to set-up on the Overview page, with a reason, and the scores are kept. "
            "Names, texts and guidance may be mended now."
        ),
    ),
    (
        policies.may_mend_texts,
        (LEADING,),
        ("agreed",),
        (
            "This cannot be changed any more: the appraisal is agreed. A commissioning officer of a lead "
            "body can reopen the agreeing on the Overview page, with a reason."
        ),
    ),
    (
        policies.may_edit_weights,
        (LEADING,),
        ("agreeing",),
        (
            "The weights cannot be changed while the scores are agreed. Go back to scoring on the Overview "
            "page, with a reason."
        ),
    ),
    (
        policies.may_copy,
        (PANEL,),
        (),
        (
            "You cannot copy this appraisal: your role here is Panel member, and only commissioning officers "
            "copy one. Ask one of them."
        ),
    ),
    (
        policies.may_import,
        (ASSESSOR,),
        (),
        (
            "You cannot import this appraisal file: only a commissioning officer of a body that leads "
            "the appraisal does. Ask one of them to import it."
        ),
    ),
    (
        policies.may_export,
        (PANEL,),
        ("xlsx",),
        (
            "You cannot take the Excel workbook: your role here is Panel member. Commissioning "
            "officers and finance leads take every report, and panel members the PDF. Ask one of them "
            "for it."
        ),
    ),
    (
        policies.may_export,
        (ASSESSOR,),
        ("json",),
        (
            "You cannot take the appraisal file: your role here is Assessor. Commissioning officers "
            "and finance leads take every report, and panel members the PDF. Ask one of them for it."
        ),
    ),
]


@pytest.mark.parametrize(("check", "held", "rest", "words"), REFUSALS)
def test_a_refusal_says_what_and_why_and_what_to_do(check, held, rest, words):
    assert reason_against(check, standing(*held), *rest) == words


def test_several_roles_are_named_in_their_order():
    held = standing(PANEL, ASSESSOR, (Role.LEAD_OFFICER, False), (Role.LEAD_OFFICER, True))
    assert held.words == "Commissioning officer, Assessor and Panel member"
