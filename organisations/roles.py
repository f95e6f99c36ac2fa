"""The five roles and the kinds of body, in the words that people see. Standard library only.

What a role may do with an appraisal is decided in ``appraisal.policies``; what it may do with people, here.
"""

from collections.abc import Iterable
from enum import StrEnum

from organisations.errors import Refused


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
    Role.ADMINISTRATOR: (
        "Looks after the people of the body and their roles. Reads appraisals; scores nothing."
    ),
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


def may_manage_people(held: Iterable[str], body: str) -> None:
    """Only an administrator changes who belongs to ``body``; ``held`` are the person's roles in it.

    Raises Refused.
    """
    roles = in_order(held)
    if Role.ADMINISTRATOR in roles:
        return
    what = f"You are {join(role.label for role in roles)} there. " if roles else ""
    raise Refused(
        f"Only an administrator of {body} changes its people and their roles. {what}"
        "Ask an administrator to make the change or to give you that role."
    )


def must_keep_an_administrator(
    held: Iterable[str], others: Iterable[Iterable[str]], person: str, body: str
) -> None:
    """A body with an administrator keeps one; ``others`` are the roles of everybody else in it.

    Raises Refused.
    """
    if Role.ADMINISTRATOR in in_order(held) and not any(
        Role.ADMINISTRATOR in in_order(roles) for roles in others
    ):
        raise Refused(
            f"{person} is the only administrator of {body}. Without one, nobody could change its people. "
            "Make somebody else an administrator first."
        )


def join(words: Iterable[str]) -> str:
    """The words as a list in a sentence: "Assessor, Panel member and Administrator"."""
    *most, last = [*words] or [""]
    return f"{', '.join(most)} and {last}" if most else last
