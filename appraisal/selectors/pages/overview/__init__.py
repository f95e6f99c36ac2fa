"""The Overview page: where the appraisal stands, what is next, and everything that is known of it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.auth.base_user import AbstractBaseUser

from appraisal.core.evaluation import evaluate
from appraisal.core.lifecycle import Stage
from appraisal.core.sentences import plural
from appraisal.core.snapshot import Body, Section, Snapshot
from appraisal.policies import Standing
from appraisal.selectors import snapshots
from appraisal.selectors.appraisals import AppraisalValue
from appraisal.selectors.pages.history import CHANGES, Entry, entries
from appraisal.selectors.pages.overview.progress import (
    Completeness,
    NextMove,
    Task,
    completeness,
    moves,
    tasks,
)
from appraisal.selectors.pages.overview.setup import (
    GroupShown,
    OptionShown,
    ScaleShown,
    groups_shown,
    options_shown,
    scale_shown,
)
from appraisal.selectors.pages.waiting import waits_for
from appraisal.selectors.setup import weights_to_give, weights_waiting
from organisations import selectors as organisations

LATELY = 5
"""So many changes stand on the page; the History page has them all."""

ROLES = {
    "decides": "Decides",
    "recommends": "Recommends",
    "consulted": "Is consulted",
    "receives": "Receives the report",
}


@dataclass(frozen=True)
class BodyShown:
    """A body's part: its name, whether it leads, what it does, and what it is asked and when."""

    name: str
    board: str
    leads: bool
    does: str
    asked_to: str
    when: str


@dataclass(frozen=True)
class OverviewPage:
    """All that the page prints.

    ``waits`` is what waits for this person, empty where nothing does; ``since`` when they signed in the time
    before this, if ever, and ``news`` what others did here since then.
    """

    snapshot: Snapshot
    tasks: tuple[Task, ...]
    moves: tuple[NextMove, ...]
    waits: str
    completeness: Completeness
    bodies: tuple[BodyShown, ...]
    options: tuple[OptionShown, ...]
    groups: tuple[GroupShown, ...]
    scale: ScaleShown | None
    before: tuple[Section, ...]
    after: tuple[Section, ...]
    lately: tuple[Entry, ...]
    since: datetime | None
    news: str


def overview_page(appraisal: AppraisalValue, user: AbstractBaseUser, since: datetime | None) -> OverviewPage:
    """The page for the person whose standing ``appraisal`` carries. A snapshot's queries and two more.

    ``since`` is when they signed in the time before: no visit is stored, so that reading writes nothing.
    """
    snapshot = snapshots.snapshot(appraisal.id)
    evaluation = evaluate(snapshot)
    done = completeness(snapshot, evaluation)
    return OverviewPage(
        snapshot=snapshot,
        tasks=tasks(snapshot, done),
        moves=moves(snapshot, appraisal.standing, _waiting(snapshot, appraisal)),
        waits=_waits(appraisal.standing, appraisal, done),
        completeness=done,
        bodies=tuple(_body(body) for body in snapshot.organisations),
        options=options_shown(snapshot),
        groups=groups_shown(snapshot),
        scale=scale_shown(snapshot.scale),
        before=tuple(section for section in snapshot.sections if section.place == "before"),
        after=tuple(section for section in snapshot.sections if section.place != "before"),
        lately=entries(appraisal.id, snapshot, actions=CHANGES, limit=LATELY),
        since=since,
        news=_news(appraisal.id, user, since),
    )


def _news(appraisal_id: UUID, user: AbstractBaseUser, since: datetime | None) -> str:
    """How much others changed since then, as ``12 changes``; empty without a time."""
    if since is None:
        return ""
    made = organisations.changes_by_others(appraisal_id, user, since)
    return plural(made, "change") if made else "no change"


def _waiting(snapshot: Snapshot, appraisal: AppraisalValue) -> str:
    """What is said of weights that nobody has given; asked for only where there may be any."""
    if snapshot.method.weight_set is None or appraisal.stage is not Stage.SET_UP:
        return ""
    return weights_waiting(snapshot, weights_to_give(appraisal.id))


def _waits(standing: Standing, appraisal: AppraisalValue, done: Completeness) -> str:
    return waits_for(
        standing,
        appraisal.stage,
        missing=done.to_score - done.scored - done.not_applicable,
        without_rationale=done.without_rationale,
    )


def _body(body: Body) -> BodyShown:
    return BodyShown(
        name=body.name,
        board=body.body,
        leads=body.lead,
        does=ROLES.get(body.role, body.role),
        asked_to=body.asked_to,
        when=body.when,
    )
