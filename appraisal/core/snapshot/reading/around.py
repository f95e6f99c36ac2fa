"""Reading what stands round the figures: document, bodies, the way to a decision, sections and notes."""

from appraisal.core.snapshot.parts import (
    Body,
    CheckItem,
    Document,
    Note,
    Responsibility,
    Section,
    TimelineStep,
)
from appraisal.core.snapshot.reading.draft import Draft
from appraisal.core.snapshot.reading.fields import Fields
from appraisal.core.snapshot.reading.values import filled_words, words
from appraisal.core.snapshot.showing import shown
from appraisal.core.text import clean_name, clean_text
from organisations.roles import BodyKind

ORGANISATION_ROLES = ("decides", "recommends", "consulted", "receives")
PLACES = ("before", "after")
SECTION_LISTS = {"paragraphs": ("items",), "table": ("columns", "rows"), "checklist": ("items",)}
"""The kinds of section, and the lists that each kind has."""

DOCUMENT_FIELDS = (
    "programme", "version", "date", "status", "report_of", "method_followed", "abbreviations"
)  # fmt: skip
BODY_FIELDS = ("id", "name", "short_name", "kind", "lead", "role", "body", "asked_to", "when")
SECTION_FIELDS = ("id", "title", "place", "kind", "items", "columns", "rows")


def read_around(fields: Fields, draft: Draft) -> None:
    """Read everything that no figure depends on into the draft."""
    draft.document = _document(fields)
    draft.organisations = [(each.path, _body(each)) for each in fields.objects("organisations", BODY_FIELDS)]
    draft.timeline = tuple(
        TimelineStep(each.text("what", required=True), each.name("when"), each.text("who"))
        for each in fields.objects("timeline", ("what", "when", "who"))
    )
    draft.responsibilities = tuple(
        Responsibility(each.name("who", required=True), each.texts("items"))
        for each in fields.objects("responsibilities", ("who", "items"))
    )
    draft.references = fields.texts("references")
    draft.sections = [(each.path, _section(each)) for each in fields.objects("sections", SECTION_FIELDS)]
    draft.notes = [
        (each.path, Note(each.name("about", required=True), each.text("text", required=True)))
        for each in fields.objects("notes", ("about", "text"))
    ]


def _document(fields: Fields) -> Document | None:
    document = fields.object_or_null("document", DOCUMENT_FIELDS)
    if document is None:
        return None
    return Document(
        programme=document.text("programme"),
        version=document.name("version"),
        date=document.name("date"),
        status=document.name("status"),
        report_of=document.text("report_of"),
        method_followed=document.text("method_followed"),
        abbreviations=_abbreviations(document),
    )


def _abbreviations(document: Fields) -> dict[str, str]:
    """Long forms by short forms; two keys that are the same once cleaned are a problem."""
    found: dict[str, str] = {}
    for key, value, path in document.pairs("abbreviations"):
        short = filled_words(key, path, document.problems, clean_name)
        long = filled_words(value, path, document.problems, clean_name)
        if short in found:
            document.problems.add(path, f"{shown(short)} stands here twice. Keep one of them.")
        found[short] = long
    return found


def _body(each: Fields) -> Body:
    return Body(
        id=each.id("id"),
        name=each.name("name", required=True),
        short_name=each.name("short_name"),
        kind=each.word("kind", tuple(BodyKind), BodyKind.OTHER),
        lead=each.flag("lead"),
        role=each.word("role", ORGANISATION_ROLES, "receives"),
        body=each.name("body"),
        asked_to=each.text("asked_to"),
        when=each.name("when"),
    )


def _section(each: Fields) -> Section:
    kind = each.word("kind", tuple(SECTION_LISTS), "paragraphs")
    for name in ("items", "columns", "rows"):
        if name not in SECTION_LISTS[kind] and each.values.get(name):
            each.wrong(
                name, f"A section of kind {kind} has no {name}. Take them out, or choose another kind."
            )
    columns = each.names("columns") if kind == "table" else ()
    return Section(
        id=each.id("id"),
        title=each.name("title", required=True),
        place=each.word("place", PLACES, "after"),
        kind=kind,
        items=_items(each, kind),
        columns=columns,
        rows=_rows(each, columns) if kind == "table" else (),
    )


def _items(each: Fields, kind: str) -> tuple[str | CheckItem, ...]:
    if kind == "checklist":
        return tuple(
            CheckItem(item.text("text", required=True), item.flag("done"))
            for item in each.objects("items", ("text", "done"))
        )
    return each.texts("items") if kind == "paragraphs" else ()


def _rows(each: Fields, columns: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The rows of a table, each with one text (which may be empty) for every column."""
    if not columns:
        each.wrong("columns", "A table needs at least one column. Name its columns.")
    rows = []
    for row, path in each.each("rows"):
        if not isinstance(row, list):
            each.problems.add(path, f"A row must be a list of texts, in square brackets, not {shown(row)}.")
            continue
        if columns and len(row) != len(columns):
            counts = f"This row has {len(row)} texts, and the table {len(columns)} columns."
            each.problems.add(path, f"{counts} Give one text for each column.")
        texts = enumerate(row)
        rows.append(
            tuple(words(text, f"{path}[{place}]", each.problems, clean_text) for place, text in texts)
        )
    return tuple(rows)
