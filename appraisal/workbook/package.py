"""From a workbook as it came to one with nothing in it but cells, which alone is given to openpyxl.

Every part is parsed by defusedxml, which refuses a DOCTYPE. Of each visible sheet only what its cells hold
and which ranges are merged is written anew (``cells_only``); pictures, links, macros, names, connections
and comments are left behind.
"""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from posixpath import join, normpath
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

from appraisal.workbook.cells_only import Room, cells_only, no_doctype, parsed
from appraisal.workbook.limits import MOST_SHEETS, MOST_STYLES, SMALL_PART
from appraisal.workbook.refusing import Unreadable
from appraisal.workbook.unpacking import MEND, SAVE_AS, TABLE_ALONE, Archive

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"

Say = Callable[[str], None]


@dataclass(frozen=True)
class Plain:
    """A workbook made anew from the visible sheets' cells; the names of the hidden ones, left out."""

    content: bytes
    hidden: tuple[str, ...]
    has_formulas: bool


@dataclass(frozen=True)
class _Related:
    """One part that another names: which kind of part it is, and where."""

    kind: str
    target: str


@dataclass(frozen=True)
class _Listed:
    """A sheet as the workbook lists it."""

    name: str
    part: str
    hidden: bool


def plain_workbook(content: bytes, say: Say = lambda words: None) -> Plain:
    """The cells of a workbook, whatever else was in it; Unreadable for what is not safe to read.

    ``say`` is told how far it is.
    """
    archive = Archive(content)
    book = _book_part(archive)
    root = _book_root(archive, book)
    related = _related(archive, book)
    listed = _sheets(root, related)
    seen = [sheet for sheet in listed if not sheet.hidden]
    if not seen:
        raise Unreadable("The workbook has no visible sheet. Show the sheet with the table, and save it.")
    room = Room()
    sheets = []
    for place, sheet in enumerate(seen, start=1):
        say(f"Looking at sheet {place} of {len(seen)}")
        sheets.append(cells_only(sheet.name, archive.read(sheet.part), room))
    made = _packed([sheet.name for sheet in seen], sheets, *_shared(archive, related))
    return Plain(made, tuple(sheet.name for sheet in listed if sheet.hidden), room.formulas > 0)


def _book_part(archive: Archive) -> str:
    """Where the workbook's own part is; Unreadable for another kind of document."""
    if archive.has("mimetype") and not archive.has("_rels/.rels"):
        raise Unreadable(f"This is a file of LibreOffice (.ods, .odt) or another OpenDocument. {SAVE_AS}")
    if not archive.has("_rels/.rels"):
        raise Unreadable(f"This is a packed folder (.zip) or another file, and no workbook. {SAVE_AS}")
    found = [each.target for each in _related(archive, "").values() if each.kind == "officeDocument"]
    book = found[0] if found else ""
    if book.startswith("word/"):
        raise Unreadable(
            "This is a Word document. Copy its table into a new workbook, or paste it in the box."
        )
    if book.endswith(".bin"):
        raise Unreadable(f"This is a binary workbook (.xlsb). {SAVE_AS}")
    if not archive.has(book):
        raise Unreadable(f"This is no Excel workbook: it holds no list of sheets. {SAVE_AS}")
    return book


def _related(archive: Archive, part: str) -> dict[str, _Related]:
    """What a part names, by the id it uses; the package's own where ``part`` is empty."""
    folder, _, file = part.rpartition("/")
    where = join(folder, "_rels", f"{file}.rels")
    found = {}
    for each in parsed(where, archive.read(where, SMALL_PART)).iter(f"{{{_RELS}}}Relationship"):
        if each.get("TargetMode") == "External":
            continue
        target = each.get("Target", "")
        target = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
        found[each.get("Id", "")] = _Related(each.get("Type", "").rpartition("/")[2], target)
    return found


def _book_root(archive: Archive, book: str) -> Element:
    """The workbook's own part as a tree; Unreadable where it is none."""
    root = parsed(book, archive.read(book, SMALL_PART))
    if root.tag == f"{{{_STRICT}}}workbook":
        raise Unreadable(
            "The workbook is saved as “Strict Open XML Spreadsheet”. Save it as “Excel Workbook "
            "(.xlsx)”, and bring that in."
        )
    if root.tag != f"{{{MAIN}}}workbook":
        raise Unreadable(f"The workbook is damaged: its list of sheets is none. {MEND}")
    return root


def _sheets(root: Element, related: dict[str, _Related]) -> list[_Listed]:
    """The worksheets in order; a sheet that is only a chart is left out."""
    listed = []
    for sheet in root.iter(f"{{{MAIN}}}sheet"):
        part = related.get(sheet.get(f"{{{_OFFICE}}}id", ""))
        if part is None or part.kind == "worksheet":
            hidden = sheet.get("state", "visible") != "visible"
            listed.append(_Listed(sheet.get("name", "")[:100], part.target if part else "", hidden))
    if len(listed) > MOST_SHEETS:
        raise Unreadable(
            f"The workbook has {len(listed)} sheets; at most {MOST_SHEETS} are read. {TABLE_ALONE}"
        )
    return listed


def _shared(archive: Archive, related: dict[str, _Related]) -> tuple[bytes, bytes]:
    """The texts that the cells share and how cells look, each empty where there is none."""
    by_kind = {each.kind: each.target for each in related.values()}
    texts, looks = by_kind.get("sharedStrings", ""), by_kind.get("styles", "")
    strings = archive.read(texts) if archive.has(texts) else b""
    styles = archive.read(looks, MOST_STYLES) if archive.has(looks) else b""
    for name, part in ((texts, strings), (looks, styles)):
        if part:
            no_doctype(name, part)
    return strings, styles


def _packed(names: list[str], sheets: list[bytes], strings: bytes, styles: bytes) -> bytes:
    """A workbook with these sheets, the first called ``names[0]``, and nothing else."""
    numbers = range(1, len(sheets) + 1)
    parts = {f"xl/worksheets/sheet{at}.xml": sheet for at, sheet in zip(numbers, sheets, strict=True)}
    kinds = {f"xl/worksheets/sheet{at}.xml": f"{_KIND}.worksheet+xml" for at in numbers}
    links = [(f"s{at}", "worksheet", f"worksheets/sheet{at}.xml") for at in numbers]
    for name, content, kind in (
        ("sharedStrings", strings, f"{_KIND}.sharedStrings+xml"),
        ("styles", styles, f"{_KIND}.styles+xml"),
    ):
        if content:
            parts[f"xl/{name}.xml"] = content
            kinds[f"xl/{name}.xml"] = kind
            links.append((name, name, f"{name}.xml"))
    listed = "".join(
        f'<sheet name={quoteattr(_safe(name))} sheetId="{at}" r:id="s{at}"/>'
        for at, name in zip(numbers, names, strict=True)
    )
    book = f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>'
    kinds["xl/workbook.xml"] = f"{_KIND}.sheet.main+xml"
    parts["xl/workbook.xml"] = book.encode()
    parts["xl/_rels/workbook.xml.rels"] = _links(links)
    parts["_rels/.rels"] = _links([("book", "officeDocument", "xl/workbook.xml")])
    listed = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in kinds.items())
    default = f'<Default Extension="rels" ContentType="{_KIND}"/>'
    parts["[Content_Types].xml"] = f'<Types xmlns="{_TYPES}">{default}{listed}</Types>'.encode()
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _links(links: list[tuple[str, str, str]]) -> bytes:
    inside = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{escape(target)}"/>'
        for key, kind, target in links
    )
    return f'<Relationships xmlns="{_RELS}">{inside}</Relationships>'.encode()


def _safe(name: str) -> str:
    return "".join(each if each.isprintable() else " " for each in name)
