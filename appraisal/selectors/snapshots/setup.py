"""What is compared, by what and how: read once a process for each stamp, and kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from typing import Any
from uuid import UUID

from appraisal import models
from appraisal.core.snapshot import (
    CheckItem,
    Combine,
    CriteriaGroup,
    Kind,
    Line,
    Method,
    Note,
    Option,
    OptionStage,
    Printed,
    Responsibility,
    Scale,
    ScalePoint,
    Section,
    Snapshot,
    SubCriterion,
    TimelineStep,
    ValueRule,
    WeightSet,
)
from organisations.errors import Missing


@dataclass(frozen=True)
class Setup:
    """All that keeps while the stamp stands.

    Fields of the snapshot, its lines by id, and the ids of options and of lines by their rows.
    """

    fields: Mapping[str, Any]
    lines: Mapping[str, Line]
    options: Mapping[int, str]
    subs: Mapping[int, str]


@lru_cache(maxsize=128)
def setup_of(appraisal_id: UUID, stamp: UUID) -> Setup:
    """The set-up, kept by its stamp: five queries the first time, none after that.

    What is read while the stamp moves on may mix two set-ups. Whoever asks therefore looks at the stamp again
    afterwards, and asks for the new one where it moved; a stamp never comes back.
    """
    option_ids, options = _options(appraisal_id)
    sub_ids, groups, scale = _criteria(appraisal_id)
    weight_sets = _weight_sets(appraisal_id)
    around = _around(appraisal_id)
    fields = {**around, "scale": scale, "groups": groups, "weight_sets": weight_sets, "options": options}
    return Setup(fields, Snapshot(**fields).line, option_ids, sub_ids)


_AROUND = (
    *("slug", "title", "question", "summary", "timeline", "responsibilities", "combine", "weight_set"),
    *("result", "printed", "sections", "notes"),
)


def own_row(appraisal_id: UUID, fields: tuple[str, ...]) -> dict[str, Any]:
    """Columns of the appraisal's own row."""
    found = list(models.Appraisal.objects.filter(pk=appraisal_id).values(*fields))
    if not found:
        raise Missing("There is no such appraisal.")
    return found[0]


def _around(appraisal_id: UUID) -> dict[str, Any]:
    """The fields of the snapshot that stand in the appraisal's own row and keep."""
    row = own_row(appraisal_id, _AROUND)
    return {
        **{field: row[field] for field in ("slug", "title", "question", "summary")},
        "timeline": tuple(TimelineStep(**step) for step in row["timeline"]),
        "responsibilities": tuple(
            Responsibility(who=each["who"], items=tuple(each["items"])) for each in row["responsibilities"]
        ),
        "method": Method(Combine(row["combine"]), row["weight_set"] or None, row["result"]),
        "printed": _printed(row["printed"]),
        "sections": tuple(_section(section) for section in row["sections"]),
        "notes": tuple(Note(**note) for note in row["notes"]),
    }


def _printed(stored: dict[str, Any] | None) -> Printed | None:
    if stored is None:
        return None
    totals = {option: _numbers(groups) for option, groups in stored["group_totals"].items()}
    return Printed(_numbers(stored["aggregates"]), totals)


def _numbers(stored: dict[str, str]) -> dict[str, Decimal]:
    return {key: Decimal(figure) for key, figure in stored.items()}


def _section(stored: dict[str, Any]) -> Section:
    items = tuple(item if isinstance(item, str) else CheckItem(**item) for item in stored.get("items", ()))
    rows = tuple(tuple(row) for row in stored.get("rows", ()))
    return Section(**{**stored, "items": items, "columns": tuple(stored.get("columns", ())), "rows": rows})


_OPTION = ("name", "number", "short_name", "summary", "baseline", "reason")


def _options(appraisal_id: UUID) -> tuple[dict[int, str], tuple[Option, ...]]:
    """The slug of each option's row, and the options."""
    rows = models.Option.objects.filter(appraisal=appraisal_id).order_by("place")
    found = list(rows.values("pk", "slug", "other_names", "proposal", "stage", *_OPTION))
    options = tuple(
        Option(
            id=row["slug"],
            other_names=tuple(row["other_names"]),
            proposal=tuple(row["proposal"]),
            stage=OptionStage(row["stage"]),
            **{field: row[field] for field in _OPTION},
        )
        for row in found
    )
    return {row["pk"]: row["slug"] for row in found}, options


_GROUP = ("slug", "name", "short_name", "stem", "guidance")
_SUB = ("id", "slug", "name", "short_name", "guidance", "kind", "value_rule", "not_applicable_rule")


def _criteria(appraisal_id: UUID) -> tuple[dict[int, str], tuple[CriteriaGroup, ...], Scale | None]:
    """The slug of each sub-criterion's row, the criteria groups, and the appraisal's own scale."""
    scales = _scales(appraisal_id)
    rows = models.CriteriaGroup.objects.filter(appraisal=appraisal_id).order_by(
        "place", "sub_criteria__place"
    )
    fields = (*_GROUP, *(f"sub_criteria__{field}" for field in _SUB))
    ids: dict[int, str] = {}
    groups = []
    for (slug, name, short_name, stem, guidance), lines in groupby(
        rows.values_list(*fields), key=lambda row: row[: len(_GROUP)]
    ):
        # A group without lines comes as one row without one.
        subs = [row[len(_GROUP) :] for row in lines if row[len(_GROUP)] is not None]
        ids.update((sub[0], sub[1]) for sub in subs)
        inside = tuple(_sub_criterion(sub, scales) for sub in subs)
        groups.append(CriteriaGroup(slug, name, short_name, stem, guidance, inside))
    return ids, tuple(groups), scales.get(None)


def _sub_criterion(row: tuple[Any, ...], scales: dict[int | None, Scale]) -> SubCriterion:
    pk, slug, name, short_name, guidance, kind, rule, not_applicable_rule = row
    return SubCriterion(
        slug, name, short_name, guidance, Kind(kind), scales.get(pk), ValueRule(rule), not_applicable_rule
    )


def _scales(appraisal_id: UUID) -> dict[int | None, Scale]:
    """Scales by the row of their sub-criterion; None is the appraisal's own."""
    rows = models.Scale.objects.filter(appraisal=appraisal_id).order_by("id", "points__place")
    fields = ("sub_criterion_id", "lo", "hi", "step", "neutral", "points__value", "points__label")
    scales = {}
    for (sub, lo, hi, step, neutral), points in groupby(rows.values_list(*fields), key=lambda row: row[:5]):
        scales[sub] = Scale(
            plain(lo),
            plain(hi),
            plain(step),
            None if neutral is None else plain(neutral),
            tuple(ScalePoint(plain(value), label) for *_, value, label in points if value is not None),
        )
    return scales


def _weight_sets(appraisal_id: UUID) -> tuple[WeightSet, ...]:
    rows = models.WeightSet.objects.filter(appraisal=appraisal_id).order_by(
        "place",
        "weights__group__place",
        "weights__sub_criterion__group__place",
        "weights__sub_criterion__place",
    )
    fields = ("slug", "name", "has_group_weights", "weights__group__slug", "weights__sub_criterion__slug")
    sets = []
    for (slug, name, has_groups), weights in groupby(
        rows.values_list(*fields, "weights__value"), key=lambda row: row[:3]
    ):
        groups: dict[str, Decimal] = {}
        subs: dict[str, Decimal] = {}
        for *_, group, sub, value in weights:
            if value is not None:
                (groups if sub is None else subs)[group or sub] = plain(value)
        sets.append(WeightSet(slug, name, subs, groups if has_groups else None))
    return tuple(sets)


@lru_cache(maxsize=4096)
def plain(number: Decimal) -> Decimal:
    """The number without the trailing noughts that a column adds: 2, not 2.000000; 10, not 1E+1."""
    whole = number.to_integral_value()
    return whole if whole == number else number.normalize()
