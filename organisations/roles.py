"""The five roles and the kinds of body, in the words that people see. Standard library only.

What a role may do with an appraisal is decided in ``appraisal.policies``; what it may do with people, here.
"""

from collections.abc import Iterable
from enum import StrEnum


class Role(StrEnum):
    """What somebody is for one body. Rights are the union over the roles that a person holds."""

    LEAD_OFFICER = "lead_officer"
    ASSESSOR = "assessor"
    PANEL_MEMBER = "panel_member"
    FINANCE_LEAD = "finance_lead"
    ADMINISTRATOR = "administrator"

    @property
    def label(self) -> str:
        """The role as it stands on the screen: a lead officer is shown as "Commissioning officer"."""
        return _LABELS[self]

    @property
    def description(self) -> str:
        """One sentence on what the role may do, for the page where roles are given."""
        return _DESCRIPTIONS[self]


_LABELS = {
    Role.LEAD_OFFICER: "Commissioning officer",
    Role.ASSESSOR: "Assessor",
    Role.PANEL_MEMBER: "Panel member",
    Role.FINANCE_LEAD: "Finance lead",
    Role.ADMINISTRATOR: "Administrator",
}

_DESCRIPTIONS = {
    Role.LEAD_OFFICER: (
        "Scores, and takes every report. Where the body leads an appraisal, also sets it up, writes the "
        "recommendation, agrees the scores and moves it from stage to stage."
    ),
    Role.ASSESSOR: "Scores options and writes rationales.",
    Role.PANEL_MEMBER: "Reads results and history, and takes the PDF.",
    Role.FINANCE_LEAD: "Reads results and history, and takes every report.",
    Role.ADMINISTRATOR: "Looks after the people of the body and their roles. Reads appraisals; scores nothing.",
}


class BodyKind(StrEnum):
    """What kind of body an organisation is. One model serves them all."""

    COUNCIL = "council"
    NHS = "nhs"
    POLICE = "police"
    FIRE = "fire"
    COMBINED_AUTHORITY = "combined-authority"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The kind as it stands on the screen."""
        return _KIND_LABELS[self]


_KIND_LABELS = {
    BodyKind.COUNCIL: "Council",
    BodyKind.NHS: "NHS body",
    BodyKind.POLICE: "Police",
    BodyKind.FIRE: "Fire and rescue",
    BodyKind.COMBINED_AUTHORITY: "Combined authority",
    BodyKind.OTHER: "Other body",
}


def in_order(roles: Iterable[str]) -> tuple[Role, ...]:
    """The roles, each once, in the order in which they are always listed; ValueError for an unknown one."""
    held = {Role(role) for role in roles}
    return tuple(role for role in Role if role in held)


def may_manage_people(roles: Iterable[str]) -> bool:
    """Whether these roles, held for one body, let a person change its people and their roles."""
    return Role.ADMINISTRATOR in in_order(roles)
