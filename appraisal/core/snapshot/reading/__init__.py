"""File to snapshot: everything that is wrong with a file is found in one reading, each with its path."""

from appraisal.core.lifecycle import Stage
from appraisal.core.snapshot.reading.around import read_around
from appraisal.core.snapshot.reading.criteria import read_criteria
from appraisal.core.snapshot.reading.draft import Draft, parts_of
from appraisal.core.snapshot.reading.fields import Fields
from appraisal.core.snapshot.reading.judged import check_judged
from appraisal.core.snapshot.reading.links import check_links
from appraisal.core.snapshot.reading.options import read_options
from appraisal.core.snapshot.reading.values import Problems, TooManyProblems
from appraisal.core.snapshot.showing import shown
from appraisal.core.snapshot.whole import Snapshot
from appraisal.core.snapshot.words import CellState
from appraisal.core.snapshot.writing import FIELDS, FORMAT, SCHEMA, in_order
from organisations.errors import Invalid, Problem

LISTS_LATER = ("assessors", "assessments")
"""Lists of the format that are not built yet."""


def from_dict(data: object) -> Snapshot:
    """The snapshot that a file says, given what ``json.loads`` makes of it.

    Texts are cleaned (appraisal.core.text). Cells are put in order, by option and then by line, and those
    that say nothing are dropped, as ``to_dict`` does. Raises Invalid, with every problem and its path, for
    whatever breaks a rule of the format; never anything else, whatever the data.
    """
    draft = Draft(Problems())
    try:
        _read(data, draft)
    except TooManyProblems:
        ended = f"Reading ended at {len(draft.problems):,} problems. Mend these, then try again."
        draft.problems.append(Problem("", ended))
    if draft.problems:
        raise Invalid(draft.problems.sorted_by_path(FIELDS))
    return _snapshot(draft)


def _read(data: object, draft: Draft) -> None:
    """Everything that the file says, into the draft, with every problem."""
    fields = Fields(data, "", draft.problems, FIELDS)
    if not fields.usable:
        return
    _read_head(fields, draft)
    read_around(fields, draft)
    read_criteria(fields, draft)
    read_options(fields, draft)
    for name in LISTS_LATER:
        if list(fields.each(name)):
            fields.wrong(name, f"{name.capitalize()} are not supported yet. Leave the list empty.")
    check_links(draft)
    check_judged(draft)


def _read_head(fields: Fields, draft: Draft) -> None:
    if fields.must_have("format") and fields.values["format"] != FORMAT:
        found = shown(fields.values["format"])
        fields.wrong("format", f"This must be “{FORMAT}”, not {found}. Is it an appraisal file?")
    if fields.must_have("schema"):
        schema = fields.values["schema"]
        if type(schema) is not int or schema != SCHEMA:
            fields.wrong("schema", f"This must be {SCHEMA}, without quotation marks, not {shown(schema)}.")
    draft.slug = fields.id("slug")
    draft.title = fields.name("title", required=True)
    draft.question = fields.text("question")
    draft.summary = fields.text("summary")
    if "stage" in fields.values:
        draft.stage = fields.word("stage", tuple(Stage), Stage.SET_UP)


def _snapshot(draft: Draft) -> Snapshot:
    """The draft, which hangs together, as a snapshot. A stage that is left out follows from the cells."""
    options = [option.id for _, option in draft.options]
    lines = [sub.id for _, sub in draft.sub_criteria]
    cells = tuple(in_order(parts_of(draft.cells), options, lines))
    scored = any(cell.state is CellState.SCORED for cell in cells)
    return Snapshot(
        slug=draft.slug,
        title=draft.title,
        question=draft.question,
        summary=draft.summary,
        stage=draft.stage or str(Stage.SCORING if scored else Stage.SET_UP),
        document=draft.document,
        organisations=parts_of(draft.organisations),
        timeline=draft.timeline,
        responsibilities=draft.responsibilities,
        scale=draft.scale,
        method=draft.method,
        groups=parts_of(draft.groups),
        weight_sets=parts_of(draft.weight_sets),
        success_factors=parts_of(draft.success_factors),
        options=parts_of(draft.options),
        recommendation=draft.recommendation,
        printed=draft.printed,
        references=draft.references,
        sections=parts_of(draft.sections),
        cells=cells,
        notes=parts_of(draft.notes),
    )
