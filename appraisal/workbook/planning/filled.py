"""What our own workbook for scoring would change: each cell against the version it was made on."""

from collections.abc import Iterator, Mapping

from appraisal.core.sentences import option_label
from appraisal.core.snapshot import Line, Snapshot
from appraisal.workbook.layout import SCORES, content_code
from appraisal.workbook.ours import AGAIN, Made, Ours, Row
from appraisal.workbook.plan import Held, ImportPlan, Said
from appraisal.workbook.planning.asked import Now
from appraisal.workbook.planning.asking import asked_of
from appraisal.workbook.planning.cells import as_cell, meant_by_ours
from appraisal.workbook.planning.draft import Draft, Place, with_changes


def plan_of_filled(ours: Ours, source: str, now: Now) -> ImportPlan:
    """What the workbook would change in the appraisal that stands as ``now``."""
    draft = Draft(now)
    if ours.appraisal_id != now.id:
        said = f"This workbook was made for another appraisal, “{ours.appraisal}”. Bring it in there."
        draft.problems.append(Said("", said))
        return draft.plan(source)
    draft.problems.extend(ours.problems)
    made = {(each.option, each.line): each for each in ours.made}
    seen: dict[Place, int] = {}
    for row in ours.rows:
        place = (row.option, row.line)
        if problem := _row_problem(ours, row, seen, now.snapshot):
            draft.problems.append(Said(ours.where(row), problem))
        elif place not in made:
            said = f"Nothing says how this cell stood when the file was made. {AGAIN}"
            draft.problems.append(Said(ours.where(row), said))
        else:
            _take_row(draft, ours, row, made[place])
        seen.setdefault(place, row.row)
    draft.questions.extend(_about_ours(ours, now, seen))
    changed = with_changes(now.snapshot, draft.changes)
    draft.questions.extend(asked_of(changed, draft.changes, whole=False))
    return draft.plan(source)


def _row_problem(ours: Ours, row: Row, seen: Mapping[Place, int], snapshot: Snapshot) -> str:
    """Why a row is of no cell that can be taken; empty where it is of one."""
    if row.option not in snapshot.option or row.line not in snapshot.line:
        gone = "option" if row.option not in snapshot.option else "line"
        name = row.option if gone == "option" else row.line
        return f"There is no {gone} “{name[:60]}” in this appraisal (any more). Delete the row, or: {AGAIN}"
    if (row.option, row.line) in seen:
        first = seen[row.option, row.line]
        return f"This cell stands already in row {first}. Delete one of the two rows."
    return ""


def _take_row(draft: Draft, ours: Ours, row: Row, made: Made) -> None:
    """A row whose cell there is.

    A cell that the file left as it was made changes nothing, whoever saved it since. One that was changed in
    the file and here is a problem, unless both are the same now.
    """
    place = (row.option, row.line)
    line = draft.now.snapshot.line[row.line]
    before = draft.held(place)
    meant = meant_by_ours(row.score, row.rationale, line, before)
    wanted = as_cell(*place, meant.held)
    if not meant.problem and content_code(wanted) == made.content:
        draft.unchanged += 1
    elif not meant.problem and meant.held != before and made.version != draft.now.version(*place):
        draft.problems.append(Said(ours.where(row), _moved_on(draft.now, place, line, before)))
    else:
        draft.take(place, ours.where(row), meant, ours.where(row, rationale=True))


def _moved_on(now: Now, place: Place, line: Line, before: Held) -> str:
    saved = now.saved.get(place)
    who = f" by {saved.by} on {saved.at.day} {saved.at:%B at %H:%M}" if saved else ""
    stands = before.score or before.mark or before.state.value.replace("-", " ")
    option = option_label(now.snapshot.option[place[0]])
    return (
        f"{option} on {line.number} was changed here{who}, after this file was made. It is now {stands}. "
        "Put what should stand into a newly downloaded workbook."
    )


def _about_ours(ours: Ours, now: Now, seen: Mapping[Place, int]) -> Iterator[Said]:
    if ours.revision < now.revision:
        yield Said(
            "",
            f"The file was made at revision {ours.revision}, and the appraisal is at {now.revision}. "
            "Cells that the file did not change stay as they are now.",
        )
    absent = [each for each in ours.made if (each.option, each.line) not in seen]
    if absent:
        yield Said(SCORES, f"Rows taken out of the file: {len(absent)}. Their cells stay as they are.")
    for sheet in ours.altered:
        yield Said(
            sheet,
            "This sheet was changed in the file. Only scores and rationales are brought in; options, "
            "criteria, scale and weights are changed on the Set up pages.",
        )
