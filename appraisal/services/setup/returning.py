"""What comes back from having been removed: whether it still fits, and what becomes of cells that do not."""

from typing import Any

from django.db.models import QuerySet

from appraisal import models
from appraisal.core.snapshot import Snapshot
from appraisal.core.snapshot.rules import SUB_CRITERION_LIMIT
from appraisal.core.snapshot.writing.parts import of_cell
from appraisal.selectors.snapshots import cells_of, read_setup
from appraisal.services.setup.fits import unfit
from appraisal.services.setup.frame import Change
from organisations.errors import Invalid, Problem


def refuse_too_many_lines(now: Snapshot, more: int, path: str) -> None:
    """Invalid where there would be more lines than an appraisal may have."""
    count = len(now.lines) + more
    if count > SUB_CRITERION_LIMIT:
        most = f"the most is {SUB_CRITERION_LIMIT}"
        text = f"There would be {count} sub-criteria; {most}. Take others out first."
        raise Invalid([Problem(path, text)])


def bring_back(change: Change, rows: QuerySet[models.Cell], unscore: bool) -> dict[str, Any]:
    """Looks at cells that are in the appraisal again, now that the rows above them are.

    One that does not fit is refused (Invalid), or with ``unscore`` made unscored, its words kept. Gives what
    the audit event says of those.
    """
    setup = read_setup(change.id)
    cells = {(cell.option, cell.sub_criterion): cell for cell in cells_of(rows, setup)}
    problems = unfit(Snapshot(**setup.fields), cells.values())
    if problems and not unscore:
        raise Invalid(problems)
    lost = [path for path in cells if f"cells/{path[0]}/{path[1]}" in {each.path for each in problems}]
    for option, line in lost:
        rows.filter(option__slug=option, sub_criterion__slug=line).update(
            state="unscored",
            score=None,
            mark="",
            basis="given",
            version=change.version,
            changed_at=change.at,
            changed_by=change.actor,
        )
    return {"unscored": [of_cell(cells[path]) for path in lost]} if lost else {}
