"""What is compared, by what and how: read once a process for each stamp, and kept.

Rows that were removed are passed over, and with them weights, printed figures and notes that are about them.
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import FilteredRelation, Q

from appraisal import models
from appraisal.core.snapshot import (
    CheckItem,
    Combine,
    CriteriaGroup,
    FactorKind,
    FilterVerdict,
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
    SuccessFactor,
    Swot,
    TimelineStep,
    ValueRule,
    Verdict,
    WeightSet,
)
from appraisal.core.snapshot.rules import COUNTED
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
    return read_setup(appraisal_id)


def read_setup(appraisal_id: UUID) -> Setup:
    """The set-up as its rows say it now, in five queries: for a service in the middle of a change of it."""
    row = own_row(appraisal_id, _AROUND)
    factors = _success_factors(row["success_factors"])
    option_ids, options = _options(appraisal_id, [factor.id for factor in factors])
    sub_ids, groups, scale = _criteria(appraisal_id)
    kept = Kept(set(option_ids.values()), {group.id for group in groups}, set(sub_ids.values()))
    fields = {
        **_around(row, kept),
        "scale": scale,
        "groups": groups,
        "weight_sets": _weight_sets(appraisal_id, groups),
        "options": options,
        "success_factors": factors,
    }
    return Setup(fields, Snapshot(**fields).line, option_ids, sub_ids)


@dataclass(frozen=True)
class Kept:
    """The ids of what is in the appraisal and not removed."""

    options: Container[str]
    groups: Container[str]
    sub_criteria: Container[str]

    def has(self, about: str) -> bool:
        """Whether what a note is about (``options/ID``, ``cells/OPTION/SUB``, ``appraisal``) is there."""
        match about.split("/"):
            case ["cells", option, sub]:
                return option in self.options and sub in self.sub_criteria
            case ["options", option]:
                return option in self.options
            case ["groups", group]:
                return group in self.groups
            case ["sub-criteria", sub]:
                return sub in self.sub_criteria
        return True


_AROUND = (
    *("slug", "title", "question", "summary", "timeline", "responsibilities", "combine", "weight_set"),
    *("result", "printed", "sections", "notes", "success_factors"),
)


def own_row(appraisal_id: UUID, fields: tuple[str, ...]) -> dict[str, Any]:
    """Columns of the appraisal's own row."""
    found = list(models.Appraisal.objects.filter(pk=appraisal_id).values(*fields))
    if not found:
        raise Missing("There is no such appraisal.")
    return found[0]


def _around(row: dict[str, Any], kept: Kept) -> dict[str, Any]:
    """The fields of the snapshot that stand in the appraisal's own row and keep."""
    return {
        **{field: row[field] for field in ("slug", "title", "question", "summary")},
        "timeline": tuple(TimelineStep(**step) for step in row["timeline"]),
        "responsibilities": tuple(
            Responsibility(who=each["who"], items=tuple(each["items"])) for each in row["responsibilities"]
        ),
        "method": Method(Combine(row["combine"]), row["weight_set"] or None, row["result"]),
        "printed": _printed(row["printed"], kept),
        "sections": tuple(_section(section) for section in row["sections"]),
        "notes": tuple(Note(**note) for note in row["notes"] if kept.has(note["about"])),
    }


def _success_factors(stored: list[dict[str, Any]]) -> tuple[SuccessFactor, ...]:
    return tuple(
        SuccessFactor(each["id"], each["name"], FactorKind(each["kind"]))
        for each in stored
        if each["removed_at"] is None
    )


def _printed(stored: dict[str, Any] | None, kept: Kept) -> Printed | None:
    if stored is None:
        return None
    totals = {
        option: _numbers(groups, kept.groups)
        for option, groups in stored["group_totals"].items()
        if option in kept.options
    }
    return Printed(_numbers(stored["aggregates"], kept.options), totals)


def _numbers(stored: dict[str, str], kept: Container[str]) -> dict[str, Decimal]:
    return {key: Decimal(figure) for key, figure in stored.items() if key in kept}


def _section(stored: dict[str, Any]) -> Section:
    items = tuple(item if isinstance(item, str) else CheckItem(**item) for item in stored.get("items", ()))
    rows = tuple(tuple(row) for row in stored.get("rows", ()))
    return Section(**{**stored, "items": items, "columns": tuple(stored.get("columns", ())), "rows": rows})


_OPTION = ("name", "number", "short_name", "summary", "baseline", "reason", "decided_on")
_OPTION_LISTS = ("other_names", "proposal", "swot", "filter")


def _options(appraisal_id: UUID, factors: Sequence[str]) -> tuple[dict[int, str], tuple[Option, ...]]:
    """The slug of each option's row, and the options. ``factors``: ids of the success factors, in order."""
    rows = models.Option.objects.filter(appraisal=appraisal_id, removed_at=None).order_by("place")
    found = list(rows.values("pk", "slug", "stage", *_OPTION, *_OPTION_LISTS))
    options = tuple(
        Option(
            id=row["slug"],
            other_names=tuple(row["other_names"]),
            proposal=tuple(row["proposal"]),
            stage=OptionStage(row["stage"]),
            swot=Swot(**{part: tuple(points) for part, points in row["swot"].items()}),
            filter=_verdicts(row["filter"], factors),
            **{field: row[field] for field in _OPTION},
        )
        for row in found
    )
    return {row["pk"]: row["slug"] for row in found}, options


def _verdicts(stored: list[dict[str, str]], factors: Sequence[str]) -> tuple[FilterVerdict, ...]:
    """The verdicts on the factors that there are, in their order."""
    found = {each["factor"]: each for each in stored}
    return tuple(
        FilterVerdict(factor, Verdict(found[factor]["verdict"]), found[factor]["words"])
        for factor in factors
        if factor in found
    )


_GROUP = ("slug", "name", "short_name", "stem", "guidance")
_SUB = (
    *("id", "slug", "name", "short_name", "guidance", "kind", "value_rule", "value_fields"),
    *("not_applicable_rule", "unit"),
)


def _criteria(appraisal_id: UUID) -> tuple[dict[int, str], tuple[CriteriaGroup, ...], Scale | None]:
    """The slug of each sub-criterion's row, the criteria groups, and the appraisal's own scale."""
    scales = _scales(appraisal_id)
    kept = FilteredRelation("sub_criteria", condition=Q(sub_criteria__removed_at=None))
    rows = models.CriteriaGroup.objects.filter(appraisal=appraisal_id, removed_at=None)
    rows = rows.annotate(kept=kept).order_by("place", "kept__place")
    fields = (*_GROUP, *(f"kept__{field}" for field in _SUB))
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
    pk, slug, name, short_name, guidance, kind, rule, fields, not_applicable_rule, unit = row
    value = _value_rule(rule, fields)
    return SubCriterion(
        slug, name, short_name, guidance, Kind(kind), scales.get(pk), value, not_applicable_rule, unit
    )


def _value_rule(rule: str, fields: Mapping[str, Any]) -> ValueRule:
    """A value rule from its columns; what it takes is kept in the shape of the appraisal file."""
    numbers = {field: Decimal(fields[field]) for field in ("worst", "best", "lo", "hi") if field in fields}
    points = {mark: Decimal(number) for mark, number in fields.get("points", {}).items()}
    return ValueRule(rule, better=fields.get("better", ""), points=points, **numbers)


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


def _weight_sets(appraisal_id: UUID, criteria: tuple[CriteriaGroup, ...]) -> tuple[WeightSet, ...]:
    """The sets with the weights of the lines that count now, and of the groups that have such lines.

    The weight of a line that was removed, or is in words now, is kept with its row and passed over.
    """
    counted = {sub.id: group.id for group in criteria for sub in group.sub_criteria if sub.kind in COUNTED}
    with_counted = set(counted.values())
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
            if group in with_counted:
                groups[group] = plain(value)
            elif sub in counted:
                subs[sub] = plain(value)
        sets.append(WeightSet(slug, name, subs, groups if has_groups else None))
    return tuple(sets)


@lru_cache(maxsize=4096)
def plain(number: Decimal) -> Decimal:
    """The number without the trailing noughts that a column adds: 2, not 2.000000; 10, not 1E+1."""
    whole = number.to_integral_value()
    return whole if whole == number else number.normalize()
