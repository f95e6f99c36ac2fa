"""Workbooks whose parts or sheets are hostile, damaged, or without a table."""

from datetime import datetime

import openpyxl

from reports.content import Source, report
from reports.render_excel import render_excel
from tests.appraisal.workbook.corpus.case import whole
from tests.appraisal.workbook.corpus.tables import table
from tests.appraisal.workbook.packing import changed, packed, saved, unpacked
from tests.factories import fixture

SHEET, STYLES, BOOK = "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"
STRINGS, RELS = "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XXE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"


def shared(strings="<si><t>Criteria</t></si>"):
    """The table with the text of its first cell among the texts that cells share, as Excel writes them."""
    inline = 't="inlineStr"><is><t>Criteria</t></is></c>'
    content = changed(table(), SHEET, (inline, 't="s"><v>0</v></c>'))
    related = f'<Relationship Id="texts" Type="{RELATED}/sharedStrings" Target="sharedStrings.xml"/>'
    content = changed(content, RELS, ("</Relationships>", f"{related}</Relationships>"))
    return packed({**unpacked(content), STRINGS: f'<sst xmlns="{MAIN}">{strings}</sst>'.encode()})


def with_doctype(part, doctype):
    """The doctype before a part's own text, after its declaration, if it has one."""
    content = unpacked(shared())
    text = content[part].decode()
    declared, mark, rest = text.partition("?>")
    text = f"{declared}{mark}{doctype}{rest}" if mark else doctype + text
    return packed({**content, part: text.encode()})


def with_cell(address, row):
    cell = f'<row r="{row}"><c r="{address}" t="n"><v>4</v></c></row></sheetData>'
    return changed(table(), SHEET, ("</sheetData>", cell))


def merged(ref):
    return changed(
        table(), SHEET, ("</sheetData>", f'</sheetData><mergeCells><mergeCell ref="{ref}"/></mergeCells>')
    )


def deep():
    return changed(table(), SHEET, ("</sheetData>", "<x>" * 100 + "</x>" * 100 + "</sheetData>"))


def look():
    return changed(table(), SHEET, ('t="inlineStr">', 't="inlineStr" s="999999">'))


def many_sheets():
    made = openpyxl.Workbook()
    for _ in range(60):
        made.create_sheet()
    return saved(made)


def hidden():
    return changed(table(), BOOK, ('state="visible"', 'state="veryHidden"'))


def prose():
    made = openpyxl.Workbook()
    made.active.append(["Minutes of the meeting"])
    made.active.append(["The board looked at 3 options and asked for more."])
    return saved(made)


def one_option():
    made = openpyxl.Workbook()
    for row in (["Criteria", "Option 1"], ["Reach", 4], ["Cost", 2]):
        made.active.append(row)
    return saved(made)


def excel_report():
    moment = datetime(2026, 11, 2, 10)
    source = Source(revision=1, changed_at=moment, made_at=moment, made_by="Ada Reed")
    content = unpacked(render_excel(report(fixture("cornwall-2018"), source)))
    content.pop("docProps/core.xml")
    return packed(content)


CASES = (
    whole("strict-open-xml", lambda: changed(table(), BOOK, (MAIN, STRICT)), "Strict Open XML Spreadsheet"),
    whole("broken-xml", lambda: changed(table(), SHEET, ("</sheetData>", "")), "cannot be read"),
    whole("no-sheet-in-the-sheet", lambda: changed(table(), SHEET, (MAIN, "urn:other")), "“Matrix” is none"),
    whole("doctype-reads-a-file", lambda: with_doctype(SHEET, XXE), "has a DOCTYPE or entities"),
    whole("doctype-in-the-texts", lambda: with_doctype(STRINGS, LAUGHS), "has a DOCTYPE or entities"),
    whole("doctype-in-the-styles", lambda: with_doctype(STYLES, XXE), "has a DOCTYPE or entities"),
    whole("doctype-in-the-list-of-sheets", lambda: with_doctype(BOOK, XXE), "has a DOCTYPE or entities"),
    whole("deep-inside", deep, "the sheet “Matrix” is none"),
    whole("last-row-of-excel", lambda: with_cell("B1048576", 1048576), "something stands in B1048576"),
    whole("row-ten-million", lambda: with_cell("B10000000", 10_000_000), "something stands in B10000000"),
    whole("last-column-of-excel", lambda: with_cell("XFD9", 9), "something stands in XFD9"),
    whole("whole-sheet-merged", lambda: merged("A1:XFD1048576"), "(A1:XFD1048576) is larger than a table"),
    whole("many-cells-merged", lambda: merged("F1:AAA10000"), "(F1:AAA10000) is larger than a table"),
    whole("look-that-there-is-not", look, "its cells cannot be read"),
    whole("text-that-there-is-not", lambda: shared(""), "its cells cannot be read"),
    whole("many-sheets", many_sheets, "The workbook has 61 sheets; at most 60 are read."),
    whole("only-hidden-sheets", hidden, "The workbook has no visible sheet."),
    whole("nothing-in-it", lambda: saved(openpyxl.Workbook()), "There is nothing in it."),
    whole("no-table", prose, "No table of options by criteria was found."),
    whole("one-option", one_option, "No table of options by criteria was found."),
    whole("excel-report", excel_report, "This is the Excel report of an appraisal"),
)
