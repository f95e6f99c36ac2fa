"""Rows -> Snapshot, in three queries, or eight where this process has not met the set-up yet.

What is compared, by what and how is kept in memory by the appraisal's ``setup_stamp``, which every change of
it renews. The stamp is read first, and again with the cells, last: where it moved in between (a file was
replaced while we read), everything is read again, so that no snapshot mixes two set-ups.

What was removed from the set-up is in no snapshot, nor is anything that speaks of it alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, Expression, QuerySet, Value, When

from appraisal.core.snapshot import Body, Cell, CellState, Document, Reasons, Recommendation, Snapshot
from appraisal.core.snapshot.writing import in_order
from appraisal.models import Appraisal, Participation
from appraisal.models import Cell as CellRow
from appraisal.selectors.snapshots.setup import Setup, own_row, plain, read_setup, setup_of

__all__ = [
    "Live",
    "Setup",
    "cells_of",
    "live",
    "outline",
    "plain",
    "read_setup",
    "setup_of",
    "snapshot",
    "without_cells",
]


@dataclass(frozen=True)
class Live:
    """A live appraisal: its snapshot, and which state of the rows it is.

    ``changed_by`` is a name, or None for the command line.
    """

    id: UUID
    snapshot: Snapshot
    revision: int
    changed_at: datetime
    changed_by: str | None


def snapshot(appraisal_id: UUID) -> Snapshot:
    """The appraisal as it stands now; Missing where there is none."""
    return live(appraisal_id).snapshot


def live(appraisal_id: UUID) -> Live:
    """The appraisal as it stands now, with its revision and last change; Missing where there is none.

    The cells are at least as new as ``revision``, never older.
    """
    while True:
        head = _head(appraisal_id)
        setup = setup_of(appraisal_id, head["setup_stamp"])
        bodies = _bodies(appraisal_id)
        stamp, cells = _cells(appraisal_id, setup)
        if stamp == head["setup_stamp"]:
            break
    return Live(
        id=appraisal_id,
        snapshot=_whole(head, setup, bodies, cells),
        revision=head["revision"],
        changed_at=head["changed_at"],
        changed_by=head["changed_by__name"],
    )


def without_cells(appraisal_id: UUID) -> Snapshot:
    """All but the cells, which may be many: for a service that has locked the appraisal.

    Two queries, or seven where this process has not met the set-up yet. Missing where there is none.
    """
    head = _head(appraisal_id)
    return _whole(head, setup_of(appraisal_id, head["setup_stamp"]), _bodies(appraisal_id), ())


def outline(appraisal_id: UUID, stamp: UUID) -> Snapshot:
    """What is scored and which cells are done, with a letter for every rationale, in one query.

    ``stamp`` is the set-up's as the caller read it; where it has moved on since, all is read again.
    """
    while True:
        setup = setup_of(appraisal_id, stamp)
        now, cells = _cells(appraisal_id, setup, rationale=_A_LETTER)
        if now == stamp:
            return Snapshot(cells=cells, **setup.fields)
        stamp = now


def _whole(head: dict[str, Any], setup: Setup, bodies: tuple[Body, ...], cells: tuple[Cell, ...]) -> Snapshot:
    return Snapshot(
        stage=head["stage"],
        document=None if head["document"] is None else Document(**head["document"]),
        organisations=bodies,
        recommendation=_recommendation(head, setup),
        references=tuple(head["references"]),
        cells=cells,
        **setup.fields,
    )


_HEAD = (
    *("setup_stamp", "stage", "document", "references", "revision", "changed_at", "changed_by__name"),
    *("recommendation__given", "recommendation__option__slug"),
    *("recommendation__statement", "recommendation__reasons"),
)


def _head(appraisal_id: UUID) -> dict[str, Any]:
    """What changes by itself: stage, recommendation and the texts that are written with it."""
    return own_row(appraisal_id, _HEAD)


def _bodies(appraisal_id: UUID) -> tuple[Body, ...]:
    rows = Participation.objects.filter(appraisal=appraisal_id).order_by("place")
    fields = ("slug", "organisation__name", "short_name", "kind", "lead", "role", "body", "asked_to", "when")
    return tuple(Body(*row) for row in rows.values_list(*fields))


def _recommendation(head: dict[str, Any], setup: Setup) -> Recommendation | None:
    """The recommendation, without the reasons by a criteria group that was removed."""
    if not head["recommendation__given"]:
        return None
    groups = {group.id for group in setup.fields["groups"]}
    return Recommendation(
        option=head["recommendation__option__slug"],
        statement=head["recommendation__statement"],
        reasons=tuple(
            Reasons(each["group"], each["heading"], tuple(each["paragraphs"]))
            for each in head["recommendation__reasons"]
            if each["group"] in groups
        ),
    )


_CELL = ("option_id", "sub_criterion_id", "state", "score", "basis", "rationale", "mark")
_STATES = {state.value: state for state in CellState}
_A_LETTER = Case(When(cells__rationale="", then=Value("")), default=Value("x"))
"""Enough to tell whether there is a rationale."""


def _cells(
    appraisal_id: UUID, setup: Setup, rationale: str | Expression = "cells__rationale"
) -> tuple[UUID, tuple[Cell, ...]]:
    """The stamp at this moment, and the cells that say anything, by option and then by line."""
    fields = (rationale if field == "rationale" else f"cells__{field}" for field in _CELL)
    rows = list(Appraisal.objects.filter(pk=appraisal_id).values_list("setup_stamp", *fields))
    found = _read((held for _, *held in rows), setup)
    return rows[0][0], tuple(in_order(found, list(setup.options.values()), list(setup.subs.values())))


def cells_of(rows: QuerySet[CellRow], setup: Setup) -> tuple[Cell, ...]:
    """These rows as cells of the set-up, in one query; those of what it has not are passed over."""
    return tuple(_read(rows.values_list(*_CELL), setup))


def _read(rows: Iterable[Sequence[Any]], setup: Setup) -> Iterator[Cell]:
    options, subs = setup.options, setup.subs
    return (
        Cell(options[option], subs[sub], _STATES[state], None if score is None else plain(score), *rest)
        for option, sub, state, score, *rest in rows
        if option in options and sub in subs
    )
