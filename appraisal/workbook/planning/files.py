"""An appraisal file brought in from the browser: what it would store, and whose bodies it names."""

from collections.abc import Iterable

from appraisal.core.snapshot import load_json, to_dict
from appraisal.core.snapshot.whole import Snapshot
from appraisal.workbook.limits import MOST_BYTES
from appraisal.workbook.plan import Aim, BodyFound, Change, Held, ImportPlan, Said
from appraisal.workbook.planning.cells import held_by
from appraisal.workbook.unpacking import SAVE_AS
from organisations.errors import Invalid


def plan_of_file(content: bytes, source: str, own: Iterable[str]) -> ImportPlan:
    """The appraisal that the file would store; ``own`` are the names of the person's bodies."""
    if wrong := _no_file(content):
        return ImportPlan(Aim.APPRAISAL, source, problems=(Said("", wrong),))
    try:
        snapshot = load_json(content)
    except Invalid as invalid:
        problems = tuple(Said(problem.path, problem.message) for problem in invalid.problems)
        return ImportPlan(Aim.APPRAISAL, source, problems=problems)
    known = frozenset(own)
    bodies = tuple(
        BodyFound(body.id, body.name, own=body.name in known, lead=body.lead)
        for body in snapshot.organisations
    )
    file = to_dict(snapshot)
    del file["cells"]
    return ImportPlan(Aim.APPRAISAL, source, changes=_changes(snapshot), bodies=bodies, file=file)


def _no_file(content: bytes) -> str:
    """What to say of something that is no appraisal file by its size or its first bytes; empty for one."""
    if not content:
        return "The file is empty. Choose the file again."
    if len(content) > MOST_BYTES:
        return (
            f"The file has {len(content) / 1024 / 1024:.1f} MB; the most is {MOST_BYTES // 1024 // 1024} MB."
        )
    if content.startswith(b"PK"):
        return "This is a workbook, not an appraisal file. Bring it in as a spreadsheet."
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        return f"This is an old or an encrypted workbook, not an appraisal file. {SAVE_AS}"
    return ""


def _changes(snapshot: Snapshot) -> tuple[Change, ...]:
    return tuple(
        Change(cell.option, cell.sub_criterion, f"cells[{place}]", Held(), held_by(cell))
        for place, cell in enumerate(snapshot.cells)
    )
