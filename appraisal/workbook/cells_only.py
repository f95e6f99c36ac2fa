"""One sheet, read as a stream and written anew with nothing but what its cells hold and what is merged.

Rows and cells that are empty, however many, fall away here; a cell or a merged range outside the bounds is
refused. A DOCTYPE is refused in every part, as is what is no XML.
"""

import re
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import Any
from xml.etree.ElementTree import Element, ParseError
from xml.sax import SAXException
from xml.sax.handler import ContentHandler, feature_namespaces
from xml.sax.saxutils import escape, quoteattr

import defusedxml.ElementTree
import defusedxml.sax
from defusedxml.common import DefusedXmlException

from appraisal.workbook.limits import DEEPEST, MOST_CELLS, MOST_COLUMNS, MOST_MERGED, MOST_ROWS
from appraisal.workbook.places import address, column_letters, column_number
from appraisal.workbook.refusing import Unreadable

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REF = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,9})", re.ASCII)
_TEXT_IN = frozenset({"v", "t", "f"})
_KINDS = frozenset({"b", "d", "e", "inlineStr", "n", "s", "str"})

Name = tuple[str | None, str]


@dataclass
class Room:
    """What is left for cells and for merged ranges, over all the sheets of a file; and formulas so far."""

    cells: int = MOST_CELLS
    merged: int = MOST_MERGED
    formulas: int = 0


def parsed(name: str, content: bytes) -> Element:
    """A part as a tree; Unreadable where it is no XML or has a DOCTYPE."""
    try:
        return defusedxml.ElementTree.fromstring(content, forbid_dtd=True)
    except DefusedXmlException as error:
        raise _doctype(name) from error
    except (ParseError, ValueError, LookupError) as error:
        raise _no_xml(name) from error


def no_doctype(name: str, content: bytes) -> None:
    """Unreadable where a part is no XML or has a DOCTYPE; the part, however long, is read as a stream."""
    _stream(name, content, ContentHandler())


def cells_only(sheet: str, content: bytes, room: Room) -> bytes:
    """The sheet's XML anew, with its cells and merged ranges alone. Takes what it needs from ``room``."""
    handler = _Sheet(sheet, room)
    _stream(f"of the sheet “{sheet}”", content, handler)
    return handler.made()


def _stream(name: str, content: bytes, handler: ContentHandler) -> None:
    parser = defusedxml.sax.make_parser()
    parser.forbid_dtd = True
    parser.setFeature(feature_namespaces, 1)
    parser.setContentHandler(handler)
    try:
        parser.parse(BytesIO(content))
    except DefusedXmlException as error:
        raise _doctype(name) from error
    except (SAXException, ValueError, LookupError) as error:
        raise _no_xml(name) from error


class _Sheet(ContentHandler):
    """Takes the events of one sheet's XML and keeps its cells."""

    def __init__(self, sheet: str, room: Room) -> None:
        super().__init__()
        self._sheet, self._room = sheet, room
        self._path: list[str] = []
        self._out = StringIO()
        self._merged = StringIO()
        self._row = self._column = 0
        self._row_open = False
        self._cell: dict[str, str] | None = None
        self._texts: dict[str, list[str]] = {}

    def made(self) -> bytes:
        """The sheet as it is written anew."""
        rows, merged = self._out.getvalue(), self._merged.getvalue()
        merges = f"<mergeCells>{merged}</mergeCells>" if merged else ""
        return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{merges}</worksheet>'.encode()

    def startElementNS(self, name: Name, qname: str | None, attrs: Any) -> None:  # noqa: N802 -- SAX's name
        """One element begins."""
        space, local = name
        if not self._path and name != (MAIN, "worksheet"):
            raise _no_sheet(self._sheet)
        self._path.append(local if space == MAIN else f"?{local}")
        if len(self._path) > DEEPEST:
            raise _no_sheet(self._sheet)
        found = {key[1]: value for key, value in attrs.items() if key[0] is None}
        match self._path[1:]:
            case ["sheetData", "row"]:
                self._begin_row(found)
            case ["sheetData", "row", "c"]:
                self._begin_cell(found)
            case ["sheetData", "row", "c", "v" | "f" as part]:
                self._texts[part] = []
            case ["sheetData", "row", "c", "is"]:
                self._texts["t"] = []
            case ["mergeCells", "mergeCell"]:
                self._merge(found.get("ref", ""))

    def characters(self, content: str) -> None:
        """Text inside an element."""
        if self._cell is None or self._path[-1] not in _TEXT_IN:
            return
        # A reading aid beside a text (rPh) is not part of it.
        if self._path[-1] in self._texts and "rPh" not in self._path:
            self._texts[self._path[-1]].append(content)

    def endElementNS(self, name: Name, qname: str | None) -> None:  # noqa: N802 -- SAX's name
        """One element ends."""
        match self._path[1:]:
            case ["sheetData", "row", "c"]:
                self._end_cell()
            case ["sheetData", "row"] if self._row_open:
                self._out.write("</row>")
        self._path.pop()

    def _begin_row(self, found: dict[str, str]) -> None:
        self._row = _whole(found.get("r", ""), self._row + 1)
        self._column, self._row_open = 0, False

    def _begin_cell(self, found: dict[str, str]) -> None:
        place = _REF.fullmatch(found.get("r", ""))
        self._column = column_number(place[1]) if place else self._column + 1
        if place:
            self._row = int(place[2])
        self._cell, self._texts = found, {}

    def _end_cell(self) -> None:
        """Writes the cell, where anything stands in it."""
        found, texts, self._cell = self._cell or {}, self._texts, None
        if "f" not in texts and not any("".join(text) for text in texts.values()):
            return
        self._check_place()
        self._room.cells -= 1
        if self._room.cells < 0:
            raise Unreadable(
                f"The workbook has more than {MOST_CELLS:,} cells with something in them. "
                "Copy the table alone into a new workbook."
            )
        if not self._row_open:
            self._out.write(f'<row r="{self._row}">')
            self._row_open = True
        kind = found.get("t", "n")
        kind = kind if kind in _KINDS else "n"
        look = f' s="{_whole(found["s"], 0)}"' if found.get("s") else ""
        self._out.write(f'<c r="{address(self._row, self._column)}" t={quoteattr(kind)}{look}>')
        if "f" in texts:
            self._room.formulas += 1
            # A formula that is shared by many cells stands in one of them only.
            self._out.write(f"<f>{escape(''.join(texts['f']) or 'copied')}</f>")
        if "v" in texts:
            self._out.write(f"<v>{escape(''.join(texts['v']))}</v>")
        if "t" in texts:
            self._out.write(f'<is><t xml:space="preserve">{escape("".join(texts["t"]))}</t></is>')
        self._out.write("</c>")

    def _check_place(self) -> None:
        if not 1 <= self._row <= MOST_ROWS or not 1 <= self._column <= MOST_COLUMNS:
            raise Unreadable(
                f"On “{self._sheet}” something stands in {address(self._row, self._column)}; "
                f"rows are read to {MOST_ROWS:,} and columns to {column_letters(MOST_COLUMNS)}. Clear what "
                "stands outside, or copy the table alone into a new workbook."
            )

    def _merge(self, ref: str) -> None:
        first, _, last = ref.partition(":")
        corners = [_REF.fullmatch(corner) for corner in (first, last or first)]
        if corners[0] is None or corners[1] is None:
            return
        (left, top), (right, bottom) = ((column_number(each[1]), int(each[2])) for each in corners if each)
        area = (right - left + 1) * (bottom - top + 1)
        if not 1 <= left <= right <= MOST_COLUMNS or not 1 <= top <= bottom <= MOST_ROWS:
            raise _merges(self._sheet, ref)
        self._room.merged -= area
        if self._room.merged < 0:
            raise _merges(self._sheet, ref)
        if area > 1:
            self._merged.write(f"<mergeCell ref={quoteattr(ref)}/>")


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else otherwise


def _doctype(name: str) -> Unreadable:
    return Unreadable(
        f"The part {name} of the workbook has a DOCTYPE or entities, which could read other files or fill "
        "the memory, and which no program for tables writes. Copy the table into a new workbook."
    )


def _no_xml(name: str) -> Unreadable:
    return Unreadable(
        f"The workbook is damaged: its part {name} cannot be read. Open it in Excel, let it mend the file, "
        "save it anew and bring it in."
    )


def _no_sheet(sheet: str) -> Unreadable:
    return Unreadable(
        f"The workbook is damaged: the sheet “{sheet}” is none. Open it in Excel, let it mend the file, save "
        "it anew and bring it in."
    )


def _merges(sheet: str, ref: str) -> Unreadable:
    return Unreadable(
        f"On the sheet “{sheet}” a merged range ({ref[:40]}) is larger than a table needs, or there are too "
        "many of them. Unmerge it, or copy the table alone into a new workbook."
    )
