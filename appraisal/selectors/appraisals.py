"""Appraisals as somebody may see them: what is not theirs does not exist."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from appraisal.core.lifecycle import Stage
from appraisal.core.snapshot import CellState, OptionStage
from appraisal.core.snapshot.rules import COUNTED
from appraisal.models import Appraisal, Cell, Option, Participation, Recommendation, SubCriterion
from appraisal.policies import COMMAND_LINE, Standing, standing_of
from organisations.errors import Missing


@dataclass(frozen=True)
class AppraisalValue:
    """What every page of an appraisal needs before anything else. ``changed_by`` None is the command line."""

    id: UUID
    slug: str
    title: str
    stage: Stage
    revision: int
    setup_stamp: UUID
    changed_at: datetime
    changed_by: str | None
    standing: Standing


@dataclass(frozen=True)
class AppraisalRow(AppraisalValue):
    """One row of the Appraisals table.

    ``leads`` and ``bodies`` are names in the order of the paper. ``to_score`` counts the scored lines of the
    short-listed options (0 without options or lines), ``scored`` those of them that carry a score or do not
    apply, ``without_rationale`` those that carry a score and no words.
    """

    leads: tuple[str, ...]
    bodies: tuple[str, ...]
    to_score: int
    scored: int
    without_rationale: int


@dataclass(frozen=True)
class CellMeta:
    """Which save of a cell it is, when and by whom (None is the command line).

    A cell without a row has none.
    """

    version: int
    changed_at: datetime
    changed_by_name: str | None


_VALUE = ("slug", "title", "stage", "revision", "setup_stamp", "changed_at", "changed_by__name")


def get(user: AbstractBaseUser, appraisal_id: UUID) -> AppraisalValue:
    """The appraisal with the person's standing in it, in one query.

    Missing where no body of theirs takes part.
    """
    rows = list(
        Participation.objects.filter(appraisal=appraisal_id, organisation__memberships__user=user.pk).values(
            "lead", "organisation__memberships__role", *(f"appraisal__{field}" for field in _VALUE)
        )
    )
    if not rows:
        raise Missing("There is no such appraisal, or none of your bodies takes part in it.")
    standing = standing_of((row["organisation__memberships__role"], row["lead"]) for row in rows)
    head = {field: rows[0][f"appraisal__{field}"] for field in _VALUE}
    return AppraisalValue(**_value(appraisal_id, head, standing))


def by_slug(slug: str) -> AppraisalValue:
    """The appraisal of this slug for the command line, which sees all; Missing where there is none."""
    row = Appraisal.objects.filter(slug=slug).values("id", *_VALUE).first()
    if row is None:
        raise Missing(f"There is no appraisal “{slug}”. Give the slug of one that was imported.")
    return AppraisalValue(**_value(row["id"], row, COMMAND_LINE))


def visible_to(user: AbstractBaseUser) -> tuple[AppraisalRow, ...]:
    """Every appraisal in which a body of the person takes part, last changed first, in three queries."""
    theirs = Appraisal.objects.with_a_body_of(user.pk)
    heads = list(theirs.annotate(**_COUNTS).order_by("-changed_at", "slug").values("id", *_VALUE, *_COUNTS))
    ids = [head["id"] for head in heads]
    standings, bodies = _standings(user, ids), _bodies(ids)
    return tuple(
        AppraisalRow(
            **_value(head["id"], head, standings[head["id"]]),
            leads=tuple(dict.fromkeys(name for name, lead in bodies[head["id"]] if lead)),
            bodies=tuple(dict.fromkeys(name for name, _ in bodies[head["id"]])),
            to_score=head["short_listed"] * head["scored_lines"],
            scored=head["scored"],
            without_rationale=head["without_rationale"],
        )
        for head in heads
    )


def cell_versions(appraisal_id: UUID) -> Mapping[tuple[str, str], CellMeta]:
    """The last save of each cell by (option, sub-criterion), in one query.

    A cell that is absent has version 0.
    """
    rows = Cell.objects.filter(appraisal=appraisal_id).values_list(
        "option__slug", "sub_criterion__slug", "version", "changed_at", "changed_by__name"
    )
    return {(option, sub): CellMeta(version, at, by) for option, sub, version, at, by in rows}


def recommendation_version(appraisal_id: UUID) -> CellMeta:
    """The last save of what the Recommendation page edits, in one query; Missing without an appraisal."""
    row = (
        Recommendation.objects.filter(appraisal=appraisal_id)
        .values_list("version", "changed_at", "changed_by__name")
        .first()
    )
    if row is None:
        raise Missing("There is no such appraisal.")
    return CellMeta(*row)


def _value(appraisal_id: UUID, row: Mapping[str, Any], standing: Standing) -> dict[str, Any]:
    """The fields of AppraisalValue from a row that has the columns of ``_VALUE``."""
    return {
        "id": appraisal_id,
        "slug": row["slug"],
        "title": row["title"],
        "stage": Stage(row["stage"]),
        "revision": row["revision"],
        "setup_stamp": row["setup_stamp"],
        "changed_at": row["changed_at"],
        "changed_by": row["changed_by__name"],
        "standing": standing,
    }


def _standings(user: AbstractBaseUser, ids: Iterable[UUID]) -> dict[UUID, Standing]:
    pairs: dict[UUID, list[tuple[str, bool]]] = {}
    for appraisal_id, role, lead in Participation.objects.filter(
        appraisal__in=ids, organisation__memberships__user=user.pk
    ).values_list("appraisal_id", "organisation__memberships__role", "lead"):
        pairs.setdefault(appraisal_id, []).append((role, lead))
    return {appraisal_id: standing_of(held) for appraisal_id, held in pairs.items()}


def _bodies(ids: Iterable[UUID]) -> dict[UUID, list[tuple[str, bool]]]:
    """The name of each body that takes part and whether it leads, in order, by appraisal."""
    names: dict[UUID, list[tuple[str, bool]]] = {}
    for appraisal_id, name, lead in (
        Participation.objects.filter(appraisal__in=ids)
        .order_by("place")
        .values_list("appraisal_id", "organisation__name", "lead")
    ):
        names.setdefault(appraisal_id, []).append((name, lead))
    return names


def _count(rows: QuerySet) -> Coalesce:
    """How many of these rows belong to the appraisal of the outer query."""
    counted = rows.filter(appraisal=OuterRef("pk")).order_by().values("appraisal").annotate(n=Count("*"))
    return Coalesce(Subquery(counted.values("n")), 0)


_SHORT_LISTED = Option.objects.filter(stage=OptionStage.SHORT_LIST, removed_at=None)
_SCORED_LINES = SubCriterion.objects.filter(kind__in=COUNTED, removed_at=None, group__removed_at=None)
_COUNTED_CELLS = Cell.objects.filter(
    option__stage=OptionStage.SHORT_LIST,
    option__removed_at=None,
    sub_criterion__kind__in=COUNTED,
    sub_criterion__removed_at=None,
    sub_criterion__group__removed_at=None,
)
_COUNTS = {
    "short_listed": _count(_SHORT_LISTED),
    "scored_lines": _count(_SCORED_LINES),
    "scored": _count(_COUNTED_CELLS.filter(state__in=[CellState.SCORED, CellState.NOT_APPLICABLE])),
    "without_rationale": _count(_COUNTED_CELLS.filter(state=CellState.SCORED, rationale="")),
}
