"""The preview of an import: what would change, what is wrong, and what to look at first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth.base_user import AbstractBaseUser

from appraisal.core.lifecycle import Stage
from appraisal.core.sentences import option_heading, option_label
from appraisal.core.snapshot import Snapshot, from_dict
from appraisal.models import ImportPlan
from appraisal.selectors import snapshots
from appraisal.selectors.pages.scoring.cells import Shown, shown_cell
from appraisal.workbook.codec import from_plain
from appraisal.workbook.plan import Aim, BodyFound, Change, Compared, Said
from appraisal.workbook.plan import ImportPlan as Plan
from appraisal.workbook.planning import Choices
from appraisal.workbook.planning.cells import as_cell
from appraisal.workbook.planning.scales import FIELDS, scale_words
from organisations.errors import Missing

PER_PAGE = 50
"""So many changed cells stand on one page of the preview."""


@dataclass(frozen=True)
class ChangeRow:
    """One cell: where the file says so, and what stands now and would stand then."""

    where: str
    option: str
    line: str
    now: Shown
    then: Shown
    words_stay: bool


@dataclass(frozen=True)
class Sums:
    """The printed totals of one option with the computed ones beside them; None where none is printed."""

    option: str
    figures: tuple[Compared | None, ...]


@dataclass(frozen=True)
class Offered:
    """A score that the printed totals imply, to be taken or not."""

    key: str
    label: str
    score: str
    how: str


@dataclass(frozen=True)
class NewAppraisal:
    """What a new appraisal would be made of."""

    title: str
    stage: str
    scale: Mapping[str, str | None]
    options: tuple[str, ...]
    groups: tuple[tuple[str, tuple[str, ...]], ...]
    weights: tuple[str, ...]
    scale_words: str
    points: tuple[tuple[str, str], ...]
    bodies: tuple[BodyFound, ...]

    @property
    def own(self) -> tuple[BodyFound, ...]:
        """Bodies that the person belongs to."""
        return tuple(body for body in self.bodies if body.own)

    @property
    def others(self) -> tuple[BodyFound, ...]:
        """Bodies that are added only when they are confirmed by name."""
        return tuple(body for body in self.bodies if not body.own)


@dataclass(frozen=True)
class ImportPage:
    """The whole preview; ``changes`` are those of one page, ``count`` all of them."""

    id: UUID
    appraisal_id: UUID | None
    source: str
    sort: str
    made_at: datetime
    ready: bool
    problems: tuple[Said, ...]
    questions: tuple[Said, ...]
    changes: tuple[ChangeRow, ...]
    count: int
    unchanged: int
    headings: tuple[str, ...]
    sums: tuple[Sums, ...]
    offered: tuple[Offered, ...]
    new: NewAppraisal | None
    sheets: tuple[str, ...]
    choices: Choices
    is_table: bool
    """Whether it was a table that can be read in another way."""

    @property
    def scale(self) -> Mapping[str, str]:
        """The scale of a new appraisal by the fields of the form that changes it."""
        return {field: text or "" for field, text in (self.new.scale if self.new else {}).items()}

    @property
    def differing(self) -> int:
        """How many printed totals differ from the computed ones."""
        return sum(each is not None and each.differs for row in self.sums for each in row.figures)

    @property
    def open(self) -> int:
        """How many cannot be compared yet, because scores are missing."""
        return sum(each is not None and each.open for row in self.sums for each in row.figures)


@dataclass(frozen=True)
class Head:
    """What is known of an import before its plan stands. ``result`` is the appraisal once it is applied."""

    id: UUID
    appraisal_id: UUID | None
    source: str
    made_at: datetime
    applied: bool
    result: UUID | None


def head(user: AbstractBaseUser, plan_id: UUID) -> Head:
    """The import of this id, where it is the person's own; Missing otherwise. One query."""
    fields = ("id", "appraisal_id", "source", "made_at", "applied_at", "result_id")
    row = ImportPlan.objects.filter(pk=plan_id, owner=user.pk).values_list(*fields).first()
    if row is None:
        raise Missing("There is no such preview, or it is older than a day. Bring the file in again.")
    key, appraisal_id, source, made_at, applied_at, result = row
    return Head(key, appraisal_id, source, made_at, applied_at is not None, result)


def import_page(user: AbstractBaseUser, plan_id: UUID, number: int) -> ImportPage:
    """The preview, with this page of its changes (from 1); Missing where no plan of the person's stands."""
    fields = ("appraisal_id", "source", "sort", "made_at", "choices", "plan", "reading")
    row = ImportPlan.objects.filter(pk=plan_id, owner=user.pk, plan__isnull=False).values(*fields).first()
    if row is None:
        raise Missing("There is no such preview, or it is older than a day. Bring the file in again.")
    plan = from_plain(Plan, row["plan"])
    snapshot = _snapshot(plan, row["appraisal_id"])
    first = (max(1, number) - 1) * PER_PAGE
    reading: Mapping[str, Any] = row["reading"] or {}
    return ImportPage(
        id=plan_id,
        appraisal_id=row["appraisal_id"],
        source=row["source"],
        sort=row["sort"],
        made_at=row["made_at"],
        ready=plan.ready,
        problems=plan.problems,
        questions=plan.questions,
        changes=tuple(_rows(snapshot, plan.changes[first : first + PER_PAGE])) if snapshot else (),
        count=len(plan.changes),
        unchanged=plan.unchanged,
        headings=_headings(snapshot, plan),
        sums=tuple(_sums(snapshot, plan)) if snapshot else (),
        offered=tuple(_offered(snapshot, plan)) if snapshot else (),
        new=_new(snapshot, plan) if snapshot and plan.aim is Aim.APPRAISAL else None,
        sheets=tuple(table["sheet"] for table in reading.get("tables", ())),
        choices=from_plain(Choices, row["choices"]),
        is_table=bool(reading.get("tables")),
    )


def _snapshot(plan: Plan, appraisal_id: UUID | None) -> Snapshot | None:
    """The appraisal as it stands, or a new one without its cells; None where a new one could not be made."""
    if appraisal_id is not None:
        return snapshots.snapshot(appraisal_id)
    return from_dict({**plan.file, "notes": []}) if plan.file is not None else None


def _rows(snapshot: Snapshot, changes: Sequence[Change]) -> Iterator[ChangeRow]:
    """The changes in words; one of an option or a line that is gone meanwhile is told by its place alone."""
    for change in changes:
        if change.option not in snapshot.option or change.line not in snapshot.line:
            continue
        line = snapshot.line[change.line]
        yield ChangeRow(
            where=change.where,
            option=option_heading(snapshot.option[change.option]),
            line=f"{line.number} {line.label}",
            now=shown_cell(snapshot, as_cell(change.option, change.line, change.before)),
            then=shown_cell(snapshot, as_cell(change.option, change.line, change.after)),
            words_stay=bool(change.before.rationale) and change.before.rationale == change.after.rationale,
        )


def _groups(plan: Plan) -> tuple[str, ...]:
    """The ids of the groups that a total is printed of, then the empty one of the whole."""
    found = dict.fromkeys(each.group for each in plan.compared)
    return (*(group for group in found if group), *([""] if "" in found else []))


def _headings(snapshot: Snapshot | None, plan: Plan) -> tuple[str, ...]:
    if snapshot is None:
        return ()
    names = {group.id: group.short_name or group.name for group in snapshot.groups}
    return tuple(names.get(group, "") if group else "In all" for group in _groups(plan))


def _sums(snapshot: Snapshot, plan: Plan) -> Iterator[Sums]:
    groups = _groups(plan)
    at = {(each.option, each.group): each for each in reversed(plan.compared)}
    for option in snapshot.options:
        figures = tuple(at.get((option.id, group)) for group in groups)
        if any(figures):
            yield Sums(option_heading(option), figures)


def _offered(snapshot: Snapshot, plan: Plan) -> Iterator[Offered]:
    for each in plan.supplied:
        line = snapshot.line[each.line]
        label = f"{option_label(snapshot.option[each.option])}, on {line.number} {line.label}"
        yield Offered(each.key, label, each.score, f"{each.how} ({each.where})")


def _new(snapshot: Snapshot, plan: Plan) -> NewAppraisal:
    scale: Mapping[str, Any] = (plan.file or {}).get("scale") or {}
    lines: dict[str, list[str]] = {group.id: [] for group in snapshot.groups}
    for line in snapshot.lines:
        kind = "" if line.sub_criterion.kind == "score" else f" ({line.sub_criterion.kind})"
        lines[line.group.id].append(f"{line.number} {line.sub_criterion.name}{kind}")
    return NewAppraisal(
        title=snapshot.title,
        stage=Stage(snapshot.stage).label,
        scale={field: scale.get(field) for field in FIELDS} if scale else {},
        scale_words=scale_words(scale) if scale else "",
        points=tuple((each["value"], each["label"]) for each in scale.get("points", ())),
        options=tuple(option_label(option) for option in snapshot.options),
        groups=tuple((group.name, tuple(lines[group.id])) for group in snapshot.groups),
        weights=tuple(weights.name for weights in snapshot.weight_sets),
        bodies=plan.bodies,
    )
