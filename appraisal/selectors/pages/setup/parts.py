"""What stands round the figures: the way to a decision, who would do what, further material, notes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from appraisal.core.sentences import Names, option_label, plural
from appraisal.core.snapshot import Note, Responsibility, Section, Snapshot, TimelineStep
from appraisal.selectors import setup, snapshots

TIMELINE, RESPONSIBILITIES, SECTIONS, NOTES = "timeline", "responsibilities", "sections", "notes"


@dataclass(frozen=True)
class EntryRow:
    """One entry of a part: ``title`` with a line or two beneath. ``place`` counts from 0."""

    place: int
    title: str
    beneath: tuple[str, ...]
    first: bool
    last: bool


@dataclass(frozen=True)
class Part:
    """One of the parts: what it and an entry of it are called, and what it is for."""

    id: str
    title: str
    noun: str
    what: str
    tell: Callable[[Snapshot, Any], tuple[str, tuple[str, ...]]]


@dataclass(frozen=True)
class PartPage:
    """A part: its entries as they are shown and as they stand, and the version they were read at.

    ``subjects`` are (value, label) of what a note may be about.
    """

    part: Part
    rows: tuple[EntryRow, ...]
    content: tuple[Any, ...]
    version: int
    subjects: tuple[tuple[str, str], ...]


def part_page(appraisal_id: UUID, part_id: str) -> PartPage | None:
    """The entries in their order; None where there is no such part. The version is read first."""
    part = PARTS.get(part_id)
    if part is None:
        return None
    version = setup.part_versions(appraisal_id).get(part.id, 1)
    snapshot = snapshots.snapshot(appraisal_id)
    entries = getattr(snapshot, part.id)
    return PartPage(
        part=part,
        rows=tuple(
            EntryRow(place, *part.tell(snapshot, entry), first=place == 0, last=place == len(entries) - 1)
            for place, entry in enumerate(entries)
        ),
        content=entries,
        version=version,
        subjects=_subjects(snapshot) if part.id == NOTES else (),
    )


def _step(snapshot: Snapshot, step: TimelineStep) -> tuple[str, tuple[str, ...]]:
    return step.what, tuple(filter(None, (step.when, step.who)))


def _responsibility(snapshot: Snapshot, entry: Responsibility) -> tuple[str, tuple[str, ...]]:
    return entry.who, (plural(len(entry.items), "point"),)


def _section(snapshot: Snapshot, section: Section) -> tuple[str, tuple[str, ...]]:
    place = "before the matrix" if section.place == "before" else "after the matrix"
    size = {
        "table": f"Table of {plural(len(section.rows), 'row')}",
        "checklist": f"Checklist of {plural(len(section.items), 'line')}",
    }.get(section.kind, f"Text of {plural(len(section.items), 'paragraph')}")
    return section.title, (f"{size}, {place}",)


def _note(snapshot: Snapshot, note: Note) -> tuple[str, tuple[str, ...]]:
    return _about(snapshot, note.about), (note.text,)


def _about(snapshot: Snapshot, about: str) -> str:
    """What a note is about, as people call it."""
    kind, _, rest = about.partition("/")
    names = Names(snapshot)
    match kind:
        case "options" if rest in snapshot.option:
            return option_label(snapshot.option[rest])
        case "groups" if any(group.id == rest for group in snapshot.groups):
            return names.group(rest)
        case "sub-criteria" if rest in snapshot.line:
            return names.line(rest)
        case "cells":
            option, _, line = rest.partition("/")
            if option in snapshot.option and line in snapshot.line:
                return names.cell(option, line)
    return "The appraisal"


def _subjects(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """The appraisal, each group, line and option, and the cells that have a note already."""
    keys = [
        "appraisal",
        *(f"options/{option.id}" for option in snapshot.options),
        *(f"groups/{group.id}" for group in snapshot.groups),
        *(f"sub-criteria/{line.sub_criterion.id}" for line in snapshot.lines),
        *(note.about for note in snapshot.notes if note.about.startswith("cells/")),
    ]
    return tuple((key, _about(snapshot, key)) for key in dict.fromkeys(keys))


PARTS = {
    part.id: part
    for part in (
        Part(TIMELINE, "Timeline", "step", "The way to a decision, step by step.", _step),
        Part(
            RESPONSIBILITIES,
            "Responsibilities",
            "responsibility",
            "Who would do what under the proposal.",
            _responsibility,
        ),
        Part(
            SECTIONS,
            "Further material",
            "section",
            "Anything else that the paper prints, before or after the matrix.",
            _section,
        ),
        Part(
            NOTES,
            "Notes on the data",
            "note",
            "What a reader must know of the data: how it was read, and what the source leaves out.",
            _note,
        ),
    )
}
