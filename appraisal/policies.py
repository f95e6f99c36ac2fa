"""Who may do what with an appraisal, and the words of each refusal.

Rights are the union over a person's roles in the bodies that take part. A check raises Refused with a
sentence that says what, why and what to do; ``reason_against`` gives a page the same words for a button that
cannot be used yet.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from appraisal.core.lifecycle import Stage
from appraisal.models import Participation
from organisations.audit import Actor
from organisations.errors import Refused
from organisations.roles import Role, in_order

FORMATS = {"pdf": "PDF", "xlsx": "Excel workbook", "json": "appraisal file"}


@dataclass(frozen=True)
class Standing:
    """What somebody is in one appraisal.

    Each role they hold in a body that takes part, and whether that body leads.

    ``command_line`` marks the machine's own operator, who acts as no person and may do everything.
    """

    roles: frozenset[tuple[Role, bool]] = frozenset()
    command_line: bool = False

    def holds(self, *roles: Role, lead: bool = False) -> bool:
        """Whether any of the roles is held, with ``lead`` in a body that leads."""
        if self.command_line:
            return True
        return any(role in roles and (leads or not lead) for role, leads in self.roles)

    @property
    def sees(self) -> bool:
        """Whether the appraisal exists at all for this person."""
        return self.command_line or bool(self.roles)

    @property
    def words(self) -> str:
        """The roles as a refusal names them: "Assessor and Panel member"."""
        labels = [role.label for role in in_order(role for role, _ in self.roles)]
        return " and ".join([", ".join(labels[:-1]), labels[-1]] if len(labels) > 1 else labels)


COMMAND_LINE = Standing(command_line=True)


def standing(actor: Actor, appraisal_id: UUID) -> Standing:
    """What ``actor`` is in the appraisal, in one query; None is the command line.

    Nobody outside has any role.
    """
    if actor is None:
        return COMMAND_LINE
    rows = Participation.objects.filter(
        appraisal=appraisal_id, organisation__memberships__user=actor.pk
    ).values_list("organisation__memberships__role", "lead")
    return standing_of(rows)


def standing_of(rows: Iterable[tuple[str | None, bool]]) -> Standing:
    """A standing from (role, lead) pairs as the database gives them.

    Pairs without a role count for nothing.
    """
    return Standing(frozenset((Role(role), bool(lead)) for role, lead in rows if role))


def may_see(standing: Standing) -> None:
    """Whoever holds any role in a body that takes part; for the others the appraisal does not exist."""
    if not standing.sees:
        raise Refused(
            "You cannot see this appraisal: none of your bodies takes part in it. "
            "Ask a commissioning officer of a body that leads it to bring your body in."
        )


def may_score(standing: Standing, stage: Stage | str) -> None:
    """While scoring: commissioning officers and assessors of every body that takes part.

    While the scores are agreed: commissioning officers of a lead body. Before and after: nobody.
    """
    may_see(standing)
    if not standing.holds(Role.LEAD_OFFICER, Role.ASSESSOR):
        raise Refused(
            f"You cannot change scores: your role here is {standing.words}, and only commissioning officers "
            "and assessors score. Ask one of them to make the change, or the administrator of your body for "
            "that role."
        )
    if stage == Stage.SET_UP:
        raise Refused(
            "Scores cannot be changed yet: the appraisal is still being set up. "
            "A commissioning officer of a lead body starts the scoring on the Overview page."
        )
    if stage == Stage.AGREED:
        raise Refused(
            "Scores cannot be changed any more: they are agreed. A commissioning officer of a lead body can "
            "reopen the agreeing on the Overview page, with a reason."
        )
    if stage == Stage.AGREEING and not standing.holds(Role.LEAD_OFFICER, lead=True):
        raise Refused(
            "You cannot change scores now: they are being agreed, and a commissioning officer of a lead body "
            "records the agreed scores. Tell them what you would change and why."
        )


def may_edit_recommendation(standing: Standing, stage: Stage | str) -> None:
    """Commissioning officers of a lead body, at every stage before agreed."""
    may_see(standing)
    if not standing.holds(Role.LEAD_OFFICER, lead=True):
        raise Refused(
            "You cannot change the recommendation: only a commissioning officer of a lead body writes it. "
            "Tell them what you would change and why."
        )
    if stage == Stage.AGREED:
        raise Refused(
            "The recommendation cannot be changed any more: the appraisal is agreed. A commissioning "
            "officer of a lead body can reopen the agreeing on the Overview page, with a reason."
        )


def may_move_stage(standing: Standing) -> None:
    """Commissioning officers of a lead body.

    Whether the appraisal is ready is for ``core.readiness`` to say.
    """
    may_see(standing)
    if not standing.holds(Role.LEAD_OFFICER, lead=True):
        raise Refused(
            "You cannot move the appraisal to another stage: only a commissioning officer of a lead body "
            "does that. Ask one of them."
        )


def may_edit_setup(standing: Standing, stage: Stage | str) -> None:
    """Commissioning officers of a lead body, while the appraisal is set up.

    That is for all that figures rest on, and for what is compared: adding, removing and ordering options,
    groups and lines, kinds, rules and scales, numbers, the baseline, and what is on the short list.
    """
    _may_prepare(standing, "change the set-up")
    if stage == Stage.SET_UP:
        return
    if stage == Stage.AGREED:
        raise Refused(_AGREED)
    raise Refused(
        "This cannot be changed while the appraisal is scored: options, criteria and scales hold still for "
        "the scores. Go back to set-up on the Overview page, with a reason, and the scores are kept. Names, "
        "texts and guidance may be mended now."
    )


def may_mend_texts(standing: Standing, stage: Stage | str) -> None:
    """Commissioning officers of a lead body, at every stage before agreed.

    That is for what no figure rests on: the texts about the appraisal, its bodies, names, short names,
    guidance and descriptors, proposals and summaries of options, SWOT and verdicts on the long list.
    """
    _may_prepare(standing, "change the texts of the appraisal")
    if stage == Stage.AGREED:
        raise Refused(_AGREED)


def may_edit_weights(standing: Standing, stage: Stage | str) -> None:
    """Commissioning officers of a lead body, while the appraisal is set up or scored.

    Once the weights are sealed the service asks for a reason as well.
    """
    _may_prepare(standing, "change the weights")
    if stage == Stage.AGREED:
        raise Refused(_AGREED)
    if stage == Stage.AGREEING:
        raise Refused(
            "The weights cannot be changed while the scores are agreed. Go back to scoring on the Overview "
            "page, with a reason."
        )


_AGREED = (
    "This cannot be changed any more: the appraisal is agreed. A commissioning officer of a lead body can "
    "reopen the agreeing on the Overview page, with a reason."
)


def _may_prepare(standing: Standing, what: str) -> None:
    """Whoever sees the appraisal and is a commissioning officer of a lead body."""
    may_see(standing)
    if not standing.holds(Role.LEAD_OFFICER, lead=True):
        raise Refused(
            f"You cannot {what}: only a commissioning officer of a lead body does that. Tell them what you "
            "would change and why."
        )


def may_start(held: Iterable[str]) -> None:
    """A commissioning officer starts an appraisal, which their body leads; ``held`` are their roles in it."""
    if Role.LEAD_OFFICER not in in_order(held):
        raise Refused(
            "You cannot start an appraisal for this body: only its commissioning officers do. Ask one of "
            "them, or the administrator of the body for that role."
        )


def may_copy(standing: Standing) -> None:
    """Commissioning officers of every body that takes part copy an appraisal."""
    may_see(standing)
    if not standing.holds(Role.LEAD_OFFICER):
        raise Refused(
            f"You cannot copy this appraisal: your role here is {standing.words}, and only commissioning "
            "officers copy one. Ask one of them."
        )


def may_keep_templates(held: Iterable[str]) -> None:
    """Commissioning officers keep the criteria templates of their body; ``held`` are their roles in it."""
    if Role.LEAD_OFFICER not in in_order(held):
        raise Refused(
            "You cannot change the criteria templates of this body: only its commissioning officers do. Ask "
            "one of them."
        )


def may_import(standing: Standing) -> None:
    """Commissioning officers of a lead body store an appraisal file, or replace what is stored by one."""
    if not standing.holds(Role.LEAD_OFFICER, lead=True):
        raise Refused(
            "You cannot import this appraisal file: only a commissioning officer of a body that leads the "
            "appraisal does. Ask one of them to import it."
        )


def may_export(standing: Standing, file_format: str) -> None:
    """Commissioning officers and finance leads take every format, panel members the PDF, the others none.

    ``file_format`` is one of ``FORMATS``.
    """
    may_see(standing)
    if standing.holds(Role.LEAD_OFFICER, Role.FINANCE_LEAD):
        return
    if file_format == "pdf" and standing.holds(Role.PANEL_MEMBER):
        return
    raise Refused(
        f"You cannot take the {FORMATS[file_format]}: your role here is {standing.words}. Commissioning "
        "officers and finance leads take every report, and panel members the PDF. Ask one of them for it."
    )


def reason_against(check: Callable[..., None], *args: object, **kwargs: object) -> str | None:
    """The words with which ``check`` would refuse, or None where it would not."""
    try:
        check(*args, **kwargs)
    except Refused as refusal:
        return refusal.reason
    return None
