"""Snapshot and evaluation -> Report: the one content behind PDF, workbook and every later format."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from appraisal.core import sentences
from appraisal.core.evaluation import Evaluation, evaluate
from appraisal.core.sentences import Paragraph
from appraisal.core.snapshot import Snapshot, check_code
from reports.content import around, long_list, matrix, robustness, weighing
from reports.content.grid import grid
from reports.content.parts import Facts, Part, Report
from reports.content.summary import ranking, runs, summary

PUBLIC = "Public · nothing withheld"
"""No exemption can be recorded yet, so nothing is ever withheld."""

AGREED = "agreed"


@dataclass(frozen=True)
class Source:
    """Which state of a live appraisal is printed: its revision, its last change, and who prints it when."""

    revision: int
    changed_at: datetime
    made_at: datetime
    made_by: str


def report(snapshot: Snapshot, source: Source) -> Report:
    """The whole report of a snapshot. Times in ``source`` are printed as given, in their own zone."""
    evaluation = evaluate(snapshot)
    facts = _facts(snapshot, evaluation, source)
    said = sentences.results(snapshot, evaluation)
    changes = robustness.Found(snapshot, evaluation)
    return Report(
        facts=facts,
        pages=lambda: _pages(snapshot, evaluation, said, facts, changes),
        sentences=tuple(runs(paragraph) for paragraph in said),
        ranking=ranking(snapshot, evaluation),
        grid=grid(snapshot, evaluation),
        provenance=tuple(_provenance(snapshot, facts, source)),
        notes=tuple((around.about_words(snapshot, note.about), note.text) for note in snapshot.notes),
        robustness=lambda: robustness.sheets(changes),
        weightings=lambda: robustness.weightings(changes),
        lists=(*long_list.lists(snapshot), *weighing.lists(snapshot)),
    )


def _pages(
    snapshot: Snapshot,
    evaluation: Evaluation,
    said: Sequence[Paragraph],
    facts: Facts,
    changes: robustness.Found,
) -> tuple[Part, ...]:
    """The members' summary, what would change the ranking, then the appendix."""
    brief = tuple(robustness.in_brief(changes))
    section = robustness.section(changes)
    return (
        Part(blocks=tuple(summary(snapshot, evaluation, said, brief, facts.standing, facts.publicity))),
        *((Part(blocks=section),) if section else ()),
        Part(
            landscape=True,
            blocks=(
                *around.before(snapshot, evaluation),
                *matrix.matrix(snapshot, evaluation),
                *around.after(snapshot, evaluation, facts.check_code),
            ),
        ),
    )


def _facts(snapshot: Snapshot, evaluation: Evaluation, source: Source) -> Facts:
    draft = is_draft(snapshot, evaluation)
    return Facts(
        title=snapshot.title,
        running_title=snapshot.title,
        standing=standing_words(draft, source),
        draft=draft,
        publicity=PUBLIC,
        check_code=check_code(snapshot),
        made=moment(source.made_at),
    )


def is_draft(snapshot: Snapshot, evaluation: Evaluation) -> bool:
    """While anything is missing, or the appraisal is not agreed."""
    return snapshot.stage != AGREED or not evaluation.complete


def standing_words(draft: bool, source: Source) -> str:
    """``DRAFT, changed 14 July 2017 at 10:40, revision 12``, or ``Agreed 14 July 2017, revision 12``."""
    if draft:
        return f"DRAFT, changed {moment(source.changed_at)}, revision {source.revision}"
    return f"Agreed {day(source.changed_at)}, revision {source.revision}"


def day(at: datetime) -> str:
    """``14 July 2017``."""
    return f"{at.day} {at:%B %Y}"


def moment(at: datetime) -> str:
    """``14 July 2017 at 10:40``."""
    return f"{day(at)} at {at:%H:%M}"


def _provenance(snapshot: Snapshot, facts: Facts, source: Source) -> list[tuple[str, str]]:
    document = snapshot.document
    return [
        ("Appraisal", snapshot.title),
        ("Short name", snapshot.slug),
        ("Standing", facts.standing),
        ("Public or not", facts.publicity),
        ("Check code", facts.check_code),
        ("Stage", snapshot.stage),
        ("Made", f"{facts.made} by {source.made_by}"),
        ("Programme", document.programme if document else ""),
        (
            "Source document",
            ", ".join(part for part in (document.version, document.date) if part) if document else "",
        ),
        ("Method followed", document.method_followed if document else ""),
        ("References", "; ".join(snapshot.references)),
        ("To follow a figure back", around.follow_back(facts.check_code)),
    ]
