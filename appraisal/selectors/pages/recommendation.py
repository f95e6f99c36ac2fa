"""The Recommendation page: the preferred option, why, what each body is asked, how it was worked out."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from appraisal.core.evaluation import evaluate
from appraisal.core.sentences import Sentence, option_label, results
from appraisal.core.snapshot import Body, Option, OptionStage, Recommendation, Snapshot
from appraisal.selectors import snapshots
from appraisal.selectors.appraisals import recommendation_version

ROLES = {
    "decides": "Decides",
    "recommends": "Recommends",
    "consulted": "Is consulted",
    "receives": "Receives the report",
}


@dataclass(frozen=True)
class ReasonsShown:
    """The reasons under one criteria group: ``place`` gives its colour, ``group`` its number and name."""

    place: int
    group: str
    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class BodyShown:
    """One body's part: what its board is asked to do, and when."""

    name: str
    board: str
    role: str
    leads: bool
    asked_to: str
    when: str


@dataclass(frozen=True)
class RecommendationPage:
    """All of the page. ``preferred`` is empty while none is named; ``against`` says where it is not first."""

    appraisal_title: str
    given: bool
    preferred: str
    preferred_name: str
    standing: tuple[Sentence, ...]
    against: tuple[Sentence, ...]
    statement: str
    reasons: tuple[ReasonsShown, ...]
    bodies: tuple[BodyShown, ...]
    method_followed: str
    references: tuple[str, ...]
    changed_at: datetime
    changed_by: str


@dataclass(frozen=True)
class RecommendationToEdit:
    """What the form is made of: what stands, the options that can be named, and the version it is read at."""

    snapshot: Snapshot
    options: tuple[Option, ...]
    version: int


def recommendation_page(appraisal_id: UUID) -> RecommendationPage:
    """The page of an appraisal that the person has been found to see."""
    saved = recommendation_version(appraisal_id)
    snapshot = snapshots.snapshot(appraisal_id)
    stands = snapshot.recommendation or Recommendation()
    option = snapshot.option.get(stands.option or "")
    said = [sentence for paragraph in results(snapshot, evaluate(snapshot)) for sentence in paragraph]
    return RecommendationPage(
        appraisal_title=snapshot.title,
        given=snapshot.recommendation is not None,
        preferred=option_label(option) if option else "",
        preferred_name=_whole_name(option) if option else "",
        standing=tuple(sentence for sentence in said if sentence.kind == "leader"),
        against=tuple(sentence for sentence in said if sentence.kind == "recommendation"),
        statement=stands.statement,
        reasons=_reasons(snapshot, stands),
        bodies=tuple(_body(body) for body in snapshot.organisations),
        method_followed=snapshot.document.method_followed if snapshot.document else "",
        references=snapshot.references,
        changed_at=saved.changed_at,
        changed_by=saved.changed_by_name or "",
    )


def recommendation_to_edit(appraisal_id: UUID) -> RecommendationToEdit:
    """What stands now. The version is read first, so that a save in between is found out."""
    version = recommendation_version(appraisal_id).version
    snapshot = snapshots.snapshot(appraisal_id)
    named = snapshot.recommendation.option if snapshot.recommendation else None
    options = tuple(
        option for option in snapshot.options if option.stage is OptionStage.SHORT_LIST or option.id == named
    )
    return RecommendationToEdit(snapshot, options, version)


def _whole_name(option: Option) -> str:
    """The name where the label has only the short one."""
    return option.name if option.short_name and option.short_name != option.name else ""


def _reasons(snapshot: Snapshot, stands: Recommendation) -> tuple[ReasonsShown, ...]:
    places = {group.id: (place, group.name) for place, group in enumerate(snapshot.groups, start=1)}
    return tuple(
        ReasonsShown(
            place=places[each.group][0],
            group="{} {}".format(*places[each.group]),
            heading=each.heading,
            paragraphs=each.paragraphs,
        )
        for each in stands.reasons
    )


def _body(body: Body) -> BodyShown:
    return BodyShown(
        name=body.name,
        board=body.body,
        role=ROLES[body.role],
        leads=body.lead,
        asked_to=body.asked_to,
        when=body.when,
    )
