"""Rows -> Snapshot, in seven queries whatever the size of the appraisal.

The first query reads the appraisal's own row, the last its cells together with ``setup_revision``: where that
moved in between (a file was replaced while we read), everything is read again, so that no snapshot mixes two
set-ups.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from typing import Any
from uuid import UUID

from appraisal.core.snapshot import (
    Body,
    Cell,
    CellState,
    CheckItem,
    Combine,
    CriteriaGroup,
    Document,
    Kind,
    Method,
    Note,
    Option,
    OptionStage,
    Printed,
    Reasons,
    Recommendation,
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
from appraisal.core.snapshot.writing import in_order
from appraisal.models import Appraisal
from appraisal.models import CriteriaGroup as GroupRow
from appraisal.models import Option as OptionRow
from appraisal.models import Participation as ParticipationRow
from appraisal.models import Scale as ScaleRow
from appraisal.models import WeightSet as WeightSetRow


@dataclass(frozen=True)
class Live:
    """A live appraisal: its snapshot, and which state of the rows it is.

    ``changed_by`` None is the command line.
    """

    id: UUID
    snapshot: Snapshot
    revision: int
    changed_at: datetime
    changed_by: str | None


def snapshot(appraisal_id: UUID) -> Snapshot:
    """The appraisal as it stands now; Appraisal.DoesNotExist where there is none."""
    return live(appraisal_id).snapshot


def live(appraisal_id: UUID) -> Live:
    """The appraisal as it stands now, with its revision and last change.

    Appraisal.DoesNotExist where there is none.

    The cells are at least as new as ``revision``, never older.
    """
    while True:
        head = _head(appraisal_id)
        option_ids, options = _options(appraisal_id)
        sub_ids, groups, scale = _criteria(appraisal_id)
        bodies, weight_sets = _bodies(appraisal_id), _weight_sets(appraisal_id)
        setup_revision, cells = _cells(appraisal_id, option_ids, sub_ids)
        if setup_revision == head["setup_revision"]:
            break
    return Live(
        id=appraisal_id,
        snapshot=Snapshot(
            organisations=bodies,
            scale=scale,
            groups=groups,
            weight_sets=weight_sets,
            options=options,
            cells=cells,
            **_own(head),
        ),
        revision=head["revision"],
        changed_at=head["changed_at"],
        changed_by=head["changed_by__name"],
    )


_HEAD = (
    *("slug", "title", "question", "summary", "stage", "document", "timeline", "responsibilities", "combine"),
    *("weight_set", "result", "printed", "references", "sections", "notes", "revision", "setup_revision"),
    *("changed_at", "changed_by__name", "recommendation__given", "recommendation__option__slug"),
    *("recommendation__statement", "recommendation__reasons"),
)


def _head(appraisal_id: UUID) -> dict[str, Any]:
    """The appraisal's own row and its recommendation."""
    return Appraisal.objects.values(*_HEAD).get(pk=appraisal_id)


def _own(head: dict[str, Any]) -> dict[str, Any]:
    """The fields of the snapshot that stand in the appraisal's own row."""
    return {
        **{field: head[field] for field in ("slug", "title", "question", "summary", "stage")},
        "document": None if head["document"] is None else Document(**head["document"]),
        "timeline": tuple(TimelineStep(**step) for step in head["timeline"]),
        "responsibilities": tuple(
            Responsibility(who=each["who"], items=tuple(each["items"])) for each in head["responsibilities"]
        ),
        "method": Method(Combine(head["combine"]), head["weight_set"] or None, head["result"]),
        "recommendation": _recommendation(head),
        "printed": _printed(head["printed"]),
        "references": tuple(head["references"]),
        "sections": tuple(_section(section) for section in head["sections"]),
        "notes": tuple(Note(**note) for note in head["notes"]),
    }


def _recommendation(head: dict[str, Any]) -> Recommendation | None:
    if not head["recommendation__given"]:
        return None
    return Recommendation(
        option=head["recommendation__option__slug"],
        statement=head["recommendation__statement"],
        reasons=tuple(
            Reasons(each["group"], each["heading"], tuple(each["paragraphs"]))
            for each in head["recommendation__reasons"]
        ),
    )


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


def _bodies(appraisal_id: UUID) -> tuple[Body, ...]:
    rows = ParticipationRow.objects.filter(appraisal=appraisal_id).order_by("place")
    fields = ("slug", "organisation__name", "short_name", "kind", "lead", "role", "body", "asked_to", "when")
    return tuple(Body(*row) for row in rows.values_list(*fields))


def _options(appraisal_id: UUID) -> tuple[dict[int, str], tuple[Option, ...]]:
    """The slug of each option's row, and the options."""
    rows = OptionRow.objects.filter(appraisal=appraisal_id).order_by("place")
    fields = (
        "id",
        "slug",
        "name",
        "number",
        "short_name",
        "other_names",
        "proposal",
        "summary",
        "baseline",
        "stage",
    )
    ids, options = {}, []
    for pk, slug, name, number, short, others, proposal, summary, baseline, stage, reason in rows.values_list(
        *fields, "reason"
    ):
        ids[pk] = slug
        options.append(
            Option(
                slug,
                name,
                number,
                short,
                tuple(others),
                tuple(proposal),
                summary,
                baseline,
                OptionStage(stage),
                reason,
            )
        )
    return ids, tuple(options)


_GROUP = ("slug", "name", "short_name", "stem", "guidance")
_SUB = ("id", "slug", "name", "short_name", "guidance", "kind", "value_rule", "not_applicable_rule")


def _criteria(appraisal_id: UUID) -> tuple[dict[int, str], tuple[CriteriaGroup, ...], Scale | None]:
    """The slug of each sub-criterion's row, the criteria groups, and the appraisal's own scale."""
    scales = _scales(appraisal_id)
    rows = GroupRow.objects.filter(appraisal=appraisal_id).order_by("place", "sub_criteria__place")
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
    rows = ScaleRow.objects.filter(appraisal=appraisal_id).order_by("id", "points__place")
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
    rows = WeightSetRow.objects.filter(appraisal=appraisal_id).order_by(
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


_CELL = ("option_id", "sub_criterion_id", "state", "score", "basis", "rationale")
_STATES = {state.value: state for state in CellState}


def _cells(appraisal_id: UUID, options: dict[int, str], subs: dict[int, str]) -> tuple[int, tuple[Cell, ...]]:
    """The ``setup_revision`` at this moment, and the cells that say anything, by option and then by line."""
    fields = ("setup_revision", *(f"cells__{field}" for field in _CELL))
    rows = list(Appraisal.objects.filter(pk=appraisal_id).values_list(*fields))
    found = (
        Cell(
            options[option],
            subs[sub],
            _STATES[state],
            None if score is None else plain(score),
            basis,
            rationale,
        )
        for _, option, sub, state, score, basis, rationale in rows
        if option in options and sub in subs
    )
    return rows[0][0], tuple(in_order(found, list(options.values()), list(subs.values())))


@lru_cache(maxsize=4096)
def plain(number: Decimal) -> Decimal:
    """The number without the trailing noughts that a column adds: 2, not 2.000000; 10, not 1E+1."""
    whole = number.to_integral_value()
    return whole if whole == number else number.normalize()
