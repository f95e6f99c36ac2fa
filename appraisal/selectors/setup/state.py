"""The state of a set-up's rows: which save of each thing stands, what waits, and what was removed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Model, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from appraisal import models
from appraisal.core.lifecycle import Stage
from appraisal.core.sentences import join, quoted
from appraisal.core.snapshot import CellState, Snapshot
from appraisal.core.snapshot.rules import COUNTED
from organisations.errors import Missing

NAMED = 3
"""How many lines a sentence names before it says how many more there are."""

PARTS = ("timeline", "responsibilities", "sections", "notes")
Versions = Mapping[str, int]


@dataclass(frozen=True)
class Removed:
    """A thing that was taken out and may come back.

    ``kind`` is options, groups, sub-criteria or success-factors; ``group_id`` is that of a line, else None.
    ``scores`` and ``rationales`` are kept with it.
    """

    kind: str
    id: str
    name: str
    group_id: str | None
    removed_at: datetime
    scores: int = 0
    rationales: int = 0


@dataclass(frozen=True)
class SetupState:
    """Which save of each thing stands, by its id, and what else the rows know that a snapshot does not.

    ``sealed``: a change of the weights needs a reason, since ``scores`` stand or somebody sealed them
    (``sealed_at``). ``method_chosen``: somebody, or a file, chose how scores become a total.
    ``weights_to_give`` has the lines and groups of each weight set whose weight only holds a place.
    """

    about: int
    scale: int
    method: int
    parts: Versions
    bodies: Versions
    groups: Versions
    sub_criteria: Versions
    options: Versions
    swot: Versions
    filter: Versions
    weight_sets: Versions
    success_factors: Versions
    sealed_at: datetime | None
    scores: int
    method_chosen: bool
    weights_to_give: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    removed: tuple[Removed, ...] = ()

    @property
    def sealed(self) -> bool:
        """Whether a change of the weights needs a reason."""
        return self.sealed_at is not None or self.scores > 0


def setup_state(appraisal_id: UUID, *, with_weights: bool = True) -> SetupState:
    """The state of the rows now; three queries, or four where something is removed. Missing without any.

    ``with_weights=False`` saves one of them: nothing is then said of weights to give.
    """
    own = _own(appraisal_id)
    things = _things(appraisal_id)
    versions: dict[str, dict[str, int]] = defaultdict(dict)
    removed = []
    for kind, slug, version, swot, of_filter, at, name, group in things:
        if at is not None:
            removed.append(Removed(kind, slug, name, group or None, at))
            continue
        versions[kind][slug] = version
        if kind == "options":
            versions["swot"][slug], versions["filter"][slug] = swot, of_filter
    factors = own["success_factors"]
    saved = own["versions"]
    return SetupState(
        about=saved.get("about", 1),
        scale=saved.get("scale", 1),
        method=saved.get("method", 1),
        parts={part: saved.get(part, 1) for part in PARTS},
        bodies=versions["bodies"],
        groups=versions["groups"],
        sub_criteria=versions["sub-criteria"],
        options=versions["options"],
        swot=versions["swot"],
        filter=versions["filter"],
        weight_sets=versions["weight-sets"],
        success_factors={each["id"]: each["version"] for each in factors if each["removed_at"] is None},
        sealed_at=own["weights_sealed_at"],
        scores=own["scores"],
        method_chosen="method" in saved,
        weights_to_give=weights_to_give(appraisal_id) if with_weights else {},
        removed=(*_counted(appraisal_id, removed), *_removed_factors(factors)),
    )


def part_versions(appraisal_id: UUID) -> Versions:
    """Which save stands of each thing that an appraisal has one of; one that was never saved has none.

    They are about, scale, method (saved once somebody, or a file, chose how scores become a total) and
    ``PARTS``. One query; Missing where there is no appraisal.
    """
    found = models.Appraisal.objects.filter(pk=appraisal_id).values_list("versions", flat=True).first()
    if found is None:
        raise Missing("There is no such appraisal.")
    return found


def weights_to_give(appraisal_id: UUID) -> dict[str, tuple[str, ...]]:
    """The ids of the lines and groups, by weight set, whose weight nobody has given. One query."""
    line = Q(sub_criterion__removed_at=None, sub_criterion__group__removed_at=None)
    lines = Q(sub_criterion__kind__in=COUNTED) & line
    # A group counts through its lines; one without any that counts is in no weight set of the snapshot.
    counted = models.SubCriterion.objects.filter(
        appraisal=appraisal_id, kind__in=COUNTED, removed_at=None, group__removed_at=None
    )
    groups = Q(weight_set__has_group_weights=True, group__in=counted.values("group"))
    rows = models.Weight.objects.filter(lines | groups, weight_set__appraisal=appraisal_id, given=False)
    found: dict[str, list[str]] = defaultdict(list)
    for weight_set, sub, group in rows.order_by("weight_set__place", "group__place", "pk").values_list(
        "weight_set__slug", "sub_criterion__slug", "group__slug"
    ):
        found[weight_set].append(sub or group)
    return {weight_set: tuple(ids) for weight_set, ids in found.items()}


def weights_waiting(snapshot: Snapshot, to_give: Mapping[str, Iterable[str]]) -> str:
    """Why scoring cannot start with the weight set that is chosen, in a sentence; empty where it can.

    ``to_give`` is of ``weights_to_give``.
    """
    chosen = next((one for one in snapshot.weight_sets if one.id == snapshot.method.weight_set), None)
    waiting = tuple(to_give.get(chosen.id, ())) if chosen else ()
    if chosen is None or not waiting or snapshot.stage != Stage.SET_UP:
        return ""
    lines = [line.number for line in snapshot.lines if line.sub_criterion.id in waiting]
    groups = [group.short_name or group.name for group in snapshot.groups if group.id in waiting]
    names = [*(f"line {number}" for number in lines), *map(quoted, groups)]
    if len(names) > NAMED:
        names = [*names[:NAMED], f"{len(names) - NAMED} more"]
    head = f"In the weight set {quoted(chosen.name)} nobody has given a weight to {join(names)}."
    return f"{head} Give {'it' if len(waiting) == 1 else 'each'} one, which may be 0."


def _own(appraisal_id: UUID) -> dict[str, Any]:
    """The columns of the appraisal's own row, and how many of its cells are scored."""
    scored = models.Cell.objects.filter(appraisal=OuterRef("pk"), state=CellState.SCORED)
    counted = scored.order_by().values("appraisal").annotate(n=Count("*")).values("n")
    found = (
        models.Appraisal.objects.filter(pk=appraisal_id)
        .annotate(scores=Coalesce(Subquery(counted), 0))
        .values("versions", "success_factors", "weights_sealed_at", "scores")
        .first()
    )
    if found is None:
        raise Missing("There is no such appraisal.")
    return dict(found)


def _things(appraisal_id: UUID) -> Iterable[tuple[Any, ...]]:
    """(kind, id, version, version of SWOT, of filter, removed at, name, group) of every row, in one query.

    The lists that can be removed stand first: their columns give the union its types.
    """

    def rows(
        model: type[Model],
        kind: str,
        *,
        removed: bool = True,
        name: str = "name",
        group: str = "",
        more: bool = False,
    ) -> QuerySet[Any]:
        return model._default_manager.filter(appraisal=appraisal_id).values_list(
            Value(kind),
            "slug",
            "version",
            F("swot_version") if more else F("version"),
            F("filter_version") if more else F("version"),
            F("removed_at")
            if removed
            else Value(None, output_field=models.Option._meta.get_field("removed_at")),
            F(name),
            F(group) if group else Value(""),
        )

    return rows(models.Option, "options", more=True).union(
        rows(models.CriteriaGroup, "groups"),
        rows(models.SubCriterion, "sub-criteria", group="group__slug"),
        rows(models.Participation, "bodies", removed=False, name="short_name"),
        rows(models.WeightSet, "weight-sets", removed=False),
        all=True,
    )


def _counted(appraisal_id: UUID, removed: list[Removed]) -> list[Removed]:
    """The removed things, each with how many scores and rationales are kept with it; one query if any."""
    if not removed:
        return []
    counts = {
        (kind, slug): (scores, rationales)
        for kind, slug, scores, rationales in _cells_by("options", "option", appraisal_id).union(
            _cells_by("groups", "sub_criterion__group", appraisal_id),
            _cells_by("sub-criteria", "sub_criterion", appraisal_id),
            all=True,
        )
    }
    found = []
    for each in sorted(removed, key=lambda one: one.removed_at):
        scores, rationales = counts.get((each.kind, each.id), (0, 0))
        found.append(
            Removed(each.kind, each.id, each.name, each.group_id, each.removed_at, scores, rationales)
        )
    return found


def _cells_by(kind: str, thing: str, appraisal_id: UUID) -> QuerySet[Any]:
    """(kind, id, scores, rationales) of each removed thing of a kind that has cells."""
    return (
        models.Cell.objects.filter(appraisal=appraisal_id, **{f"{thing}__removed_at__isnull": False})
        .order_by()
        .values(f"{thing}__slug")
        .annotate(
            kind=Value(kind),
            scores=Count("pk", filter=Q(state=CellState.SCORED)),
            rationales=Count("pk", filter=~Q(rationale="")),
        )
        .values_list("kind", f"{thing}__slug", "scores", "rationales")
    )


def _removed_factors(stored: Iterable[Mapping[str, Any]]) -> list[Removed]:
    return [
        Removed("success-factors", each["id"], each["name"], None, datetime.fromisoformat(each["removed_at"]))
        for each in stored
        if each["removed_at"] is not None
    ]
