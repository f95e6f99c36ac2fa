"""What waits for a person in an appraisal, in a few words."""

from appraisal.core.lifecycle import Stage
from appraisal.core.sentences import plural
from appraisal.policies import Standing, may_score, reason_against
from organisations.roles import Role


def waits_for(standing: Standing, stage: Stage, *, missing: int, without_rationale: int) -> str:
    """What this person is to do next: ``12 scores to give``; empty where nothing waits for them.

    ``missing`` counts the scores that are not in yet, ``without_rationale`` those that stand without words.
    """
    leads = standing.holds(Role.LEAD_OFFICER, lead=True)
    if stage is Stage.SET_UP:
        return "Finish the set-up, then start scoring" if leads else ""
    if stage is Stage.AGREED or reason_against(may_score, standing, stage):
        return ""
    if missing:
        return f"{plural(missing, 'score')} to give".capitalize()
    if without_rationale:
        return f"{plural(without_rationale, 'rationale')} to write".capitalize()
    if not leads:
        return ""
    return "Close as agreed" if stage is Stage.AGREEING else "Start agreeing the scores"
