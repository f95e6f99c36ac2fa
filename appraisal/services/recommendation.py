"""Writing the recommendation, with what each body is asked, the method followed and the references."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from appraisal import policies
from appraisal.core.snapshot import (
    Body,
    Document,
    Reasons,
    Recommendation,
    Snapshot,
    from_dict,
    to_dict,
)
from appraisal.models import Appraisal, Option, Participation
from appraisal.models import Recommendation as RecommendationRow
from appraisal.selectors.snapshots import snapshot
from appraisal.services.changing import locked, next_revision
from organisations import audit
from organisations.audit import Actor
from organisations.errors import Invalid, Problem, Stale

# The parts of the appraisal file that the page edits together.
PARTS = ("recommendation", "organisations", "document", "references")


@dataclass(frozen=True)
class Ask:
    """What one body is asked to do, and when."""

    asked_to: str = ""
    when: str = ""


@dataclass(frozen=True)
class RecommendationContent:
    """All that the Recommendation page edits. ``asks`` is by the id of the body.

    A body left out stays as it is.
    """

    option: str | None = None
    statement: str = ""
    reasons: tuple[Reasons, ...] = ()
    asks: Mapping[str, Ask] = field(default_factory=dict)
    method_followed: str = ""
    references: tuple[str, ...] = ()


@dataclass(frozen=True)
class RecommendationNow:
    """What stands, by whom and since when. ``changed_by`` None is the command line."""

    content: RecommendationContent
    version: int
    changed_at: datetime
    changed_by: str | None


@dataclass(frozen=True)
class SavedRecommendation:
    """The recommendation is saved: its version, the revision of the appraisal, and when it was saved."""

    version: int
    revision: int
    at: datetime


def save(
    *,
    actor: Actor,
    at: datetime,
    appraisal_id: UUID,
    content: RecommendationContent,
    version: int,
) -> SavedRecommendation:
    """Saves the page as a whole; the same content sent twice counts as saved.

    Raises Stale with a RecommendationNow, Refused, Missing, or Invalid with paths as in the appraisal file
    (``recommendation.statement``, ``recommendation.reasons[0].paragraphs[1]``, ``organisations[0].asked_to``,
    ``document.method_followed``, ``references[2]``). Empty reasons, paragraphs and references fall away.
    """
    with transaction.atomic():
        appraisal = locked(appraisal_id)
        policies.may_edit_recommendation(policies.standing(actor, appraisal_id), appraisal.stage)
        row = RecommendationRow.objects.select_related("changed_by").get(appraisal=appraisal_id)
        now = snapshot(appraisal_id)
        wanted = _checked(now, content)
        before, after = _parts(now), _parts(wanted)
        changed = [part for part in PARTS if before[part] != after[part]]
        if not changed:
            return SavedRecommendation(row.version, appraisal.revision, row.changed_at)
        if row.version != version:
            by = row.changed_by.name if row.changed_by else None
            raise Stale(RecommendationNow(content_of(now), row.version, row.changed_at, by))
        _write(actor, at, appraisal, row, wanted, after)
        audit.record(
            actor=actor,
            at=at,
            action="recommendation saved",
            scope=appraisal_id,
            subject="recommendation",
            before={part: before[part] for part in changed},
            after={part: after[part] for part in changed},
        )
    return SavedRecommendation(appraisal.revision, appraisal.revision, at)


def content_of(snapshot: Snapshot) -> RecommendationContent:
    """What the Recommendation page edits, as it stands in a snapshot."""
    recommendation = snapshot.recommendation or Recommendation()
    return RecommendationContent(
        option=recommendation.option,
        statement=recommendation.statement,
        reasons=recommendation.reasons,
        asks={body.id: Ask(body.asked_to, body.when) for body in snapshot.organisations},
        method_followed=snapshot.document.method_followed if snapshot.document else "",
        references=snapshot.references,
    )


def _checked(now: Snapshot, content: RecommendationContent) -> Snapshot:
    """The snapshot with the content in it, cleaned and checked by the reader of the appraisal file."""
    unknown = set(content.asks) - {body.id for body in now.organisations}
    if unknown:
        raise Invalid([Problem("organisations", "A body does not take part any more. Open the page again.")])
    wanted = replace(
        now,
        recommendation=_recommendation(content),
        organisations=tuple(_asked(body, content.asks) for body in now.organisations),
        document=_document(now.document, content.method_followed),
        references=tuple(text for text in content.references if text.strip()),
    )
    # Cells, weights and printed figures are large and not in question here.
    small = replace(wanted, cells=(), printed=None, sections=(), notes=())
    checked = from_dict(to_dict(small))
    return replace(wanted, **{part: getattr(checked, part) for part in PARTS})


def _recommendation(content: RecommendationContent) -> Recommendation | None:
    """The recommendation without what is empty; None where nothing is left."""
    reasons = []
    for each in content.reasons:
        paragraphs = tuple(text for text in each.paragraphs if text.strip())
        if paragraphs or each.heading.strip():
            reasons.append(replace(each, paragraphs=paragraphs))
    found = Recommendation(content.option or None, content.statement.strip(), tuple(reasons))
    return None if found == Recommendation() else found


def _asked(body: Body, asks: Mapping[str, Ask]) -> Body:
    ask = asks.get(body.id, Ask(body.asked_to, body.when))
    return replace(body, asked_to=ask.asked_to, when=ask.when)


def _document(document: Document | None, method_followed: str) -> Document | None:
    """The document with the method in it; none is made only to say nothing."""
    if document is None and not method_followed.strip():
        return None
    return replace(document or Document(), method_followed=method_followed)


def _parts(snapshot: Snapshot) -> dict[str, Any]:
    """What the page edits, as the appraisal file says it."""
    written = to_dict(snapshot)
    return {part: written[part] for part in PARTS}


def _write(
    actor: Actor,
    at: datetime,
    appraisal: Appraisal,
    row: RecommendationRow,
    wanted: Snapshot,
    written: Mapping[str, Any],
) -> None:
    """The content into its rows, at the appraisal's new revision."""
    revision = next_revision(
        appraisal, actor=actor, at=at, document=written["document"], references=written["references"]
    )
    found = wanted.recommendation or Recommendation()
    row.given = wanted.recommendation is not None
    row.option = Option.objects.filter(appraisal=appraisal, slug=found.option, removed_at=None).first()
    row.statement = found.statement
    # Reasons under a criteria group that was removed are in no snapshot, and come back with the group.
    kept = {group.id for group in wanted.groups}
    hidden = [each for each in row.reasons if each["group"] not in kept]
    reasons = [] if wanted.recommendation is None else written["recommendation"]["reasons"]
    row.reasons = [*reasons, *hidden]
    row.version, row.changed_at, row.changed_by = revision, at, actor
    row.save()
    for body in wanted.organisations:
        taking_part = Participation.objects.filter(appraisal=appraisal, slug=body.id)
        # The Bodies page edits these too: an older page of it is then found out.
        changed = taking_part.exclude(asked_to=body.asked_to, when=body.when)
        changed.update(asked_to=body.asked_to, when=body.when, version=revision)
