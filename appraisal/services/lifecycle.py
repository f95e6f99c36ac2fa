"""Moving an appraisal from stage to stage, along the table of moves and when it is ready."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from appraisal import policies
from appraisal.core.lifecycle import Move, Stage, move_between
from appraisal.core.readiness import blockers
from appraisal.core.text import clean_text
from appraisal.selectors.setup import weights_to_give, weights_waiting
from appraisal.selectors.snapshots import snapshot
from appraisal.services.changing import locked, next_revision
from organisations import audit
from organisations.audit import Actor
from organisations.errors import Invalid, Problem, Refused


@dataclass(frozen=True)
class Moved:
    """Where the appraisal stands now, and its revision."""

    stage: Stage
    revision: int


def move(*, actor: Actor, at: datetime, appraisal_id: UUID, move_to: str, reason: str = "") -> Moved:
    """Moves the appraisal to the stage ``move_to``; where it stands there already, nothing more is done.

    Raises Refused (no right, or no such move from here), Missing, and Invalid with the path ``reason`` where
    it is missing or too long, and for each thing that is not ready with the path that ``core.readiness``
    gives.
    """
    with transaction.atomic():
        appraisal = locked(appraisal_id)
        policies.may_move_stage(policies.standing(actor, appraisal_id))
        if appraisal.stage == move_to:
            return Moved(Stage(move_to), appraisal.revision)
        step = _step(Stage(appraisal.stage), move_to)
        reason = _reason(step, reason)
        if step.forward:
            _refuse_unready(appraisal_id, step)
        revision = next_revision(appraisal, actor=actor, at=at, stage=step.to_stage.value)
        audit.record(
            actor=actor,
            at=at,
            action="stage moved",
            scope=appraisal_id,
            subject="stage",
            before={"stage": step.from_stage.value},
            after={"stage": step.to_stage.value},
            reason=reason,
        )
    return Moved(step.to_stage, revision)


def _step(here: Stage, move_to: str) -> Move:
    """The move from here to there; Refused where the table has none."""
    step = move_between(here, move_to)
    if step is None:
        raise Refused(
            f"The appraisal cannot be moved there: it is now in the stage “{here.label}”. "
            "Somebody may have moved it since you opened the page; open the Overview page again."
        )
    return step


def _reason(step: Move, reason: str) -> str:
    """The reason, cleaned; Invalid where the move needs one and there is none."""
    try:
        cleaned = clean_text(reason)
    except ValueError as refusal:
        raise Invalid([Problem("reason", str(refusal))]) from None
    if step.needs_reason and not cleaned:
        raise Invalid([Problem("reason", "Write why: everybody who takes part reads it in the history.")])
    return cleaned


def _refuse_unready(appraisal_id: UUID, step: Move) -> None:
    """Invalid with everything that stands in the way of the move."""
    now = snapshot(appraisal_id)
    problems = [Problem(blocker.where, blocker.text) for blocker in blockers(now, step.to_stage)]
    waiting = weights_waiting(now, weights_to_give(appraisal_id))
    if waiting:
        problems.append(Problem("weights", waiting))
    if problems:
        raise Invalid(problems)
