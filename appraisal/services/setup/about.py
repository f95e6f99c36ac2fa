"""What the appraisal is about, and the lists that stand round its figures."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from appraisal import policies
from appraisal.core.snapshot import (
    Document,
    Note,
    Responsibility,
    Section,
    Snapshot,
    TimelineStep,
    to_dict,
)
from appraisal.services.setup.frame import Change, Saved, begin, differing
from appraisal.services.setup.ids import free_id
from appraisal.services.setup.inputs import AboutInput, about_input
from appraisal.services.setup.reading import Reading
from organisations.audit import Actor
from organisations.errors import Invalid, Problem

PARTS = ("timeline", "responsibilities", "sections", "notes")
PartContent = tuple[TimelineStep, ...] | tuple[Responsibility, ...] | tuple[Section, ...] | tuple[Note, ...]

_ABOUT = ("title", "question", "summary")
_DOCUMENT = ("programme", "version", "date", "status", "report_of")


def save_about(*, actor: Actor, at: datetime, appraisal_id: UUID, about: AboutInput, version: int) -> Saved:
    """Saves title, question, summary and what the paper says of itself. May be done until agreed.

    Raises Refused, Missing, Stale with an AboutInput, or Invalid with the paths of AboutInput
    (``abbreviations[1].short``).
    """
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_mend_texts)
        wanted = _about(change.now, about)
        before, after = differing(_said(change.now), _said(wanted))
        stands = change.part_version("about")
        if not after:
            return change.saved("about", stands)
        change.refuse_stale(version, stands, "about", about_input(change.now))
        return change.done("about", "about saved", "about", before, after, parts=("about",), **after)


def save_part(
    *, actor: Actor, at: datetime, appraisal_id: UUID, part: str, content: PartContent, version: int
) -> Saved:
    """Saves one list: the timeline, responsibilities, sections or notes. May be done until agreed.

    Raises Refused, Missing, Stale with such a list, or Invalid with paths as in the appraisal file
    (``timeline[0].what``). A note about something that was removed is kept with it; a section without an id
    is a new one.
    """
    if part not in PARTS:
        raise Invalid([Problem("part", f"There is no part “{part}”. There are: {', '.join(PARTS)}.")])
    with transaction.atomic():
        change = begin(actor, at, appraisal_id, policies.may_mend_texts)
        wanted = _part(change, part, content)
        before, after = _listed(change.now, part), _listed(wanted, part)
        stands = change.part_version(part)
        if before == after:
            return change.saved(part, stands)
        change.refuse_stale(version, stands, part, getattr(change.now, part))
        columns: dict[str, Any] = {part: [*after, *_hidden(change, part)]}
        was, now = {part: before}, {part: after}
        return change.done(part, f"{part} saved", part, was, now, parts=(part,), **columns)


def _about(now: Snapshot, about: AboutInput) -> Snapshot:
    """The snapshot with what was typed about it."""
    reading = Reading()
    document = {field: getattr(about, field) for field in _DOCUMENT}
    abbreviations, paths = _abbreviations(reading, about)
    found = reading.part(
        {
            "title": reading.filled("title", about.title, "Enter the title of the appraisal."),
            "question": about.question,
            "summary": about.summary,
            "document": {**document, "abbreviations": abbreviations},
        },
        [*paths, ("document.", "")],
    )
    found = reading.finish(found)
    return replace(
        now, title=found.title, question=found.question, summary=found.summary, document=_document(now, found)
    )


def _abbreviations(reading: Reading, about: AboutInput) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Long forms by short forms, and what the path of each in a file is called here."""
    found: dict[str, str] = {}
    paths = []
    for place, (short, long) in enumerate(about.abbreviations):
        if not (short.strip() or long.strip()):
            continue
        path = f"abbreviations[{place}]"
        bare = reading.filled(f"{path}.short", short, "Enter the short form.").strip()
        if bare in found:
            reading.wrong(f"{path}.short", f"{bare} stands here twice. Keep one of them.")
        found[bare] = reading.filled(f"{path}.long", long, "Enter what it stands for.")
        paths.append((f"document.abbreviations.{bare}", f"{path}.long"))
    return found, paths


def _document(now: Snapshot, found: Snapshot) -> Document | None:
    """The document with the method followed as it stands; none is made only to say nothing."""
    method = now.document.method_followed if now.document else ""
    document = replace(found.document or Document(), method_followed=method)
    return None if now.document is None and document == Document() else document


def _said(snapshot: Snapshot) -> dict[str, Any]:
    written = to_dict(snapshot)
    return {field: written[field] for field in (*_ABOUT, "document")}


def _part(change: Change, part: str, content: PartContent) -> Snapshot:
    """The snapshot with the list in it, read as the appraisal file is."""
    reading, now = Reading(), change.now
    typed: dict[str, Any] = {part: _with_ids(content)}
    small = replace(now, printed=None, **typed)
    found = reading.part({**to_dict(small), "slug": now.slug}, ())
    if part == "notes":
        _keep_needed_notes(reading, change, content)
    wanted: dict[str, Any] = {part: getattr(reading.finish(found), part)}
    return replace(now, **wanted)


def _with_ids(content: PartContent) -> tuple[Any, ...]:
    """The list with an id for each section that has none yet."""
    taken = {entry.id for entry in content if isinstance(entry, Section)}
    listed: list[Any] = []
    for entry in content:
        if isinstance(entry, Section) and not entry.id:
            own = free_id(entry.title, taken, "section")
            taken.add(own)
            listed.append(replace(entry, id=own))
        else:
            listed.append(entry)
    return tuple(listed)


def _listed(snapshot: Snapshot, part: str) -> list[Any]:
    """A part as the appraisal file has it."""
    written: list[Any] = to_dict(snapshot)[part]  # type: ignore[assignment] # these parts are lists
    return written


def _keep_needed_notes(reading: Reading, change: Change, content: PartContent) -> None:
    """A score that is worked out keeps the note that says how."""
    about = {note.about for note in content if isinstance(note, Note)}
    for cell in change.cells(basis="worked-out"):
        path = f"cells/{cell.option}/{cell.sub_criterion}"
        if path not in about:
            reading.wrong("notes", f"The score at {path} is worked out, so it needs its note that says how.")


def _hidden(change: Change, part: str) -> list[dict[str, Any]]:
    """The notes about what was removed, as they are stored."""
    if part != "notes":
        return []
    shown = {(note.about, note.text) for note in change.now.notes}
    stored: list[dict[str, Any]] = change.appraisal.notes
    return [note for note in stored if (note["about"], note["text"]) not in shown]
