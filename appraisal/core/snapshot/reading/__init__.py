"""File to snapshot: everything that is wrong with a file is found in one reading, each with its path."""

from appraisal.core.snapshot.reading.around import read_around
from appraisal.core.snapshot.reading.criteria import read_criteria
from appraisal.core.snapshot.reading.draft import Draft, parts_of
from appraisal.core.snapshot.reading.fields import Fields
from appraisal.core.snapshot.reading.judged import check_judged
from appraisal.core.snapshot.reading.links import check_links
from appraisal.core.snapshot.reading.options import read_options
from appraisal.core.snapshot.reading.values import Problems, shown
from appraisal.core.snapshot.parts import CellState
from appraisal.core.snapshot.whole import Snapshot
from appraisal.core.snapshot.writing import FORMAT, SCHEMA, in_order
from organisations.errors import Invalid

FIELDS = (
    "format schema slug title question summary stage document organisations timeline responsibilities scale method "
    "groups weight_sets options recommendation printed references sections cells assessors assessments notes"
)
STAGES = ("set-up", "scoring", "agreeing", "agreed")
LATER = ("assessors", "assessments")
"""Lists of the format that are not built yet."""


def from_dict(data: object) -> Snapshot:
    """The snapshot that a file says, as ``json.loads`` gives it.

    Texts are cleaned (appraisal.core.text); cells are put in order, by option and then by line, and those that say
    nothing are dropped, as ``to_dict`` does. Invalid, with every problem and its path, for whatever breaks a rule of
    interchange.md; never another error, whatever the data.
    """
    problems = Problems()
    draft = Draft()
    fields = Fields(data, "", problems, FIELDS)
    if fields.usable:
        _read_head(fields, draft)
        read_around(fields, draft)
        read_criteria(fields, draft)
        read_options(fields, draft)
        for name in LATER:
            if any(True for _ in fields.each(name)):
                fields.wrong(name, f"{name.capitalize()} are not supported yet. Leave the list empty.")
        check_links(draft, problems)
        check_judged(draft, problems)
    if problems:
        raise Invalid(problems)
    return _snapshot(draft)


def _read_head(fields: Fields, draft: Draft) -> None:
    if fields.must_have("format") and fields.values["format"] != FORMAT:
        fields.wrong("format", f"This must be “{FORMAT}”, not {shown(fields.values['format'])}. Is it an appraisal file?")
    schema = fields.values.get("schema")
    if fields.must_have("schema") and (type(schema) is not int or schema != SCHEMA):
        fields.wrong("schema", f"This must be the number {SCHEMA}, without quotation marks, not {shown(schema)}.")
    draft.slug = fields.id("slug")
    draft.title = fields.name("title", required=True)
    draft.question = fields.text("question")
    draft.summary = fields.text("summary")
    draft.stage = fields.word("stage", STAGES, STAGES[0]) if "stage" in fields.values else None


def _snapshot(draft: Draft) -> Snapshot:
    options = [option.id for _, option in draft.options]
    lines = [sub.id for _, sub in draft.sub_criteria]
    cells = in_order(parts_of(draft.cells), options, lines)
    scored = any(cell.state is CellState.SCORED for cell in cells)
    return Snapshot(
        slug=draft.slug,
        title=draft.title,
        question=draft.question,
        summary=draft.summary,
        stage=draft.stage or ("scoring" if scored else "set-up"),
        document=draft.document,
        organisations=parts_of(draft.organisations),
        timeline=draft.timeline,
        responsibilities=draft.responsibilities,
        scale=draft.scale,
        method=draft.method,
        groups=parts_of(draft.groups),
        weight_sets=parts_of(draft.weight_sets),
        options=parts_of(draft.options),
        recommendation=draft.recommendation,
        printed=draft.printed,
        references=draft.references,
        sections=parts_of(draft.sections),
        cells=tuple(cells),
        notes=parts_of(draft.notes),
    )
