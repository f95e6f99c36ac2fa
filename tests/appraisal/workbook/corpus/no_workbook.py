"""Files that are no workbook, or none that may be unpacked."""

import warnings
import zipfile

from tests.appraisal.workbook.corpus.case import whole
from tests.appraisal.workbook.corpus.tables import table
from tests.appraisal.workbook.packing import packed, unpacked

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def root_rels(target):
    related = f'<Relationship Id="r" Type="{OFFICE}" Target="{target}"/>'
    return f'<Relationships xmlns="{RELS}">{related}</Relationships>'


def csv():
    return b"Criteria,Option 1,Option 2\r\nReach,4,5\r\nCost,2,3\r\n"


def appraisal_file():
    return b'{"format": "weighbridge/appraisal", "schema": 1}'


def encrypted():
    return OLE + "EncryptedPackage".encode("utf-16-le") + bytes(200)


def cut_short():
    return table()[:-200]


def of_another_kind(target):
    return packed(
        {"[Content_Types].xml": b"<Types/>", "_rels/.rels": root_rels(target), target: b"<document/>"}
    )


def opendocument():
    return packed(
        {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<office/>"}
    )


def encrypted_part():
    content = bytearray(table())
    # The flag stands in each part's own head and in the packing list.
    for head, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(head)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(head, at + 4)
    return bytes(content)


def two_of_one_name():
    pairs = [*unpacked(table()).items(), ("xl/worksheets/sheet1.xml", b"<worksheet/>")]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # zipfile asks whether this is meant
        return packed(pairs)


def many_parts():
    return packed({**unpacked(table()), **{f"xl/media/{at}.png": b"" for at in range(1001)}})


def odd_packing():
    return packed(unpacked(table()), zipfile.ZIP_LZMA)


def damaged_part():
    content = bytearray(packed(unpacked(table()), zipfile.ZIP_STORED))
    at = content.find(b"<sheetData>")
    content[at + 5] ^= 0xFF
    return bytes(content)


def missing_sheet():
    parts = unpacked(table())
    del parts["xl/worksheets/sheet1.xml"]
    return packed(parts)


def bomb():
    """Three million spaces in a sheet: 3 KB packed."""
    parts = unpacked(table())
    parts["xl/worksheets/sheet1.xml"] += b" " * 3_000_000
    return packed(parts)


CASES = (
    whole("empty", lambda: b"", "The file is empty."),
    whole("plain-text", csv, "This is plain text (perhaps a CSV file), not a workbook."),
    whole("pdf", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "This is a PDF, not a workbook."),
    whole("web-page", lambda: b"<html><table><tr><td>4</td></tr></table></html>", "This is a web page"),
    whole("appraisal-file", appraisal_file, "This looks like an appraisal file, not a workbook."),
    whole("picture", lambda: b"\x89PNG\r\n\x1a\n" + bytes(50), "This is not an Excel workbook."),
    whole("old-excel", lambda: OLE, "This is a file of Excel 97 to 2003 (.xls)"),
    whole("encrypted", encrypted, "The workbook is encrypted with a password."),
    whole("cut-short", cut_short, "its packing list cannot be read"),
    whole("word-document", lambda: of_another_kind("word/document.xml"), "This is a Word document."),
    whole(
        "binary-workbook", lambda: of_another_kind("xl/workbook.bin"), "This is a binary workbook (.xlsb)."
    ),
    whole("slides", lambda: of_another_kind("ppt/presentation.xml"), "its list of sheets is none"),
    whole("opendocument", opendocument, "This is a file of LibreOffice"),
    whole("packed-folder", lambda: packed({"photo.jpg": b"\xff\xd8"}), "This is a packed folder (.zip)"),
    whole("encrypted-part", encrypted_part, "is encrypted. Save the workbook without a password."),
    whole("two-parts-of-one-name", two_of_one_name, "two parts of the name xl/worksheets/sheet1.xml"),
    whole("many-parts", many_parts, "a workbook has some dozens, and at most 1,000 are read"),
    whole("odd-packing", odd_packing, "is packed in a way that workbooks do not use"),
    whole("damaged-part", damaged_part, "its part xl/worksheets/sheet1.xml does not unpack"),
    whole("missing-sheet", missing_sheet, "its part xl/worksheets/sheet1.xml is missing"),
    whole("zip-bomb", bomb, "which is more than a table needs, so it was not unpacked"),
)
