"""What a table that people have would change in an appraisal that is there: cells alone, found by names."""

from collections.abc import Iterable, Mapping

from appraisal.core.snapshot import Kind, Line
from appraisal.workbook.plan import ImportPlan, Said
from appraisal.workbook.planning.asked import Choices, Now
from appraisal.workbook.planning.asking import asked_of
from appraisal.workbook.planning.cells import meant_by_theirs
from appraisal.workbook.planning.draft import Draft, with_changes
from appraisal.workbook.planning.filled import plan_of_filled
from appraisal.workbook.planning.matching import matched, names_of
from appraisal.workbook.planning.printed import compared
from appraisal.workbook.planning.together import together
from appraisal.workbook.reading import Reading
from appraisal.workbook.theirs import Theirs


def plan_for(reading: Reading, source: str, now: Now, choices: Choices) -> ImportPlan:
    """What the file would change in the appraisal that stands as ``now``."""
    if reading.ours is not None:
        return plan_of_filled(reading.ours, source, now)
    known = frozenset(name for option in now.snapshot.options for name in names_of(option))
    theirs, left_out = together(reading, choices, known)
    return _plan_of_theirs(theirs, left_out, source, now)


def _plan_of_theirs(theirs: Theirs, left_out: Iterable[Said], source: str, now: Now) -> ImportPlan:
    draft = Draft(now)
    options, wrong = matched(theirs.options, now.snapshot.options)
    draft.problems.extend(wrong)
    lines, wrong = matched(theirs.lines, now.snapshot.lines)
    draft.problems.extend(wrong)
    draft.problems.extend(theirs.merged)
    draft.questions.extend((*left_out, *([Said("", theirs.doubt)] if theirs.doubt else [])))
    for (o, at), cell in theirs.cells.items():
        option, line = options.get(o), lines.get(at)
        if option is not None and line is not None:
            place = (option.id, line.sub_criterion.id)
            draft.take(place, cell.where, meant_by_theirs(cell.found, cell.words, line, draft.held(place)))
    changed = with_changes(now.snapshot, draft.changes)
    ids = {o: option.id for o, option in options.items()}
    groups = _groups(theirs, lines)
    figures, questions = compared(theirs, changed, ids, groups)
    draft.questions.extend((*questions, *asked_of(changed, draft.changes, whole=False)))
    return draft.plan(source, figures)


def _groups(theirs: Theirs, lines: Mapping[int, Line]) -> dict[int, str]:
    """The appraisal's group of each group of the table whose scored lines are the same."""
    found: dict[int, str] = {}
    for place in range(len(theirs.groups)):
        inside = [lines[at] for at, line in enumerate(theirs.lines) if line.group == place and at in lines]
        ids = {line.group.id for line in inside}
        if len(ids) != 1:
            continue
        group = inside[0].group
        counted = {sub.id for sub in group.sub_criteria if sub.kind in (Kind.SCORE, Kind.MEASURE)}
        if counted <= {line.sub_criterion.id for line in inside}:
            found[place] = group.id
    return found
