"""What is looked at before anything is unpacked: kind of file, size, packing list, and each part's own size.

A workbook of 5 KB can unpack to gigabytes. Nothing is unpacked before its size is known, and all that is
unpacked comes out of one budget.
"""

import zipfile
import zlib
from io import BytesIO

from appraisal.workbook.limits import MOST_BYTES, MOST_ENTRIES, MOST_RATIO, MOST_UNPACKED, SMALL_PART
from appraisal.workbook.refusing import Unreadable

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MEGABYTE = 1024 * 1024

SAVE_AS = "Open it in Excel or LibreOffice and save it as an Excel Workbook (.xlsx), then bring in that file."
TABLE_ALONE = (
    "Delete empty rows and sheets that you do not need, or copy the table alone into a new workbook."
)
MEND = "Open it in Excel, let it mend the file, save it anew and bring it in."


class Archive:
    """The parts of a workbook by name. Unreadable, in words, for a file that is none or is not safe."""

    def __init__(self, content: bytes) -> None:
        check_kind(content)
        try:
            self._archive = zipfile.ZipFile(BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
            raise Unreadable(
                "The workbook is damaged: its packing list cannot be read. Perhaps it was not copied to the "
                f"end. {MEND}"
            ) from error
        self._entries = _entries(self._archive)
        self._left = MOST_UNPACKED

    def has(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return name in self._entries

    def read(self, name: str, most: int = MOST_UNPACKED) -> bytes:
        """One part, unpacked. Unreadable where it is absent, or larger than ``most`` or what is left."""
        entry = self._entries.get(name)
        if entry is None:
            raise Unreadable(f"The workbook is damaged: its part {_named(name)} is missing. {MEND}")
        self._check_size(entry, most)
        self._left -= entry.file_size
        try:
            with self._archive.open(entry) as part:
                content = part.read(entry.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, RuntimeError, OSError, EOFError, ValueError) as error:
            raise _damaged(name) from error
        if len(content) != entry.file_size:
            raise _damaged(name)
        return content

    def _check_size(self, entry: zipfile.ZipInfo, most: int) -> None:
        size, packed = entry.file_size, max(entry.compress_size, 1)
        if size > min(most, self._left) or (size > SMALL_PART and size / packed > MOST_RATIO):
            raise Unreadable(
                f"The part {_named(entry.filename)} of the workbook unpacks from {packed:,} to {size:,} "
                f"bytes, which is more than a table needs, so it was not unpacked. {TABLE_ALONE}"
            )


def check_kind(content: bytes) -> None:
    """Refuses by its size and first bytes what cannot be a workbook, and says what it looks like."""
    if not content:
        raise Unreadable("The file is empty. Choose the file again, and look whether it opens in Excel.")
    if len(content) > MOST_BYTES:
        size, most = len(content) / _MEGABYTE, MOST_BYTES // _MEGABYTE
        raise Unreadable(
            f"The file has {size:.1f} MB; the most is {most} MB. Take pictures out. {TABLE_ALONE}"
        )
    if content.startswith(_OLE) and _ENCRYPTED in content:
        raise Unreadable(
            "The workbook is encrypted with a password. Open it in Excel, take the password off (File, Info, "
            "Protect Workbook, Encrypt with Password, and empty the box), save it and bring it in."
        )
    if content.startswith(_OLE):
        raise Unreadable(f"This is a file of Excel 97 to 2003 (.xls) or of another old program. {SAVE_AS}")
    if not content.startswith(b"PK\x03\x04"):
        raise Unreadable(_no_workbook(content))


def _no_workbook(content: bytes) -> str:
    head = content[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"%PDF"):
        return "This is a PDF, not a workbook. Bring in the workbook that the PDF was made from."
    if head.startswith(b"{"):
        return "This looks like an appraisal file, not a workbook. Bring it in as an appraisal file."
    if head.startswith(b"<"):
        return f"This is a web page or another marked-up text with the name of a workbook. {SAVE_AS}"
    if head and b"\0" not in head and all(byte >= 32 or byte in b"\t\r\n\f" for byte in head):
        return (
            "This is plain text (perhaps a CSV file), not a workbook. Open it in Excel and save it as an "
            "Excel Workbook (.xlsx), or copy the table and paste it into the box."
        )
    return f"This is not an Excel workbook. {SAVE_AS}"


def _entries(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """The packing list by name; Unreadable for one that no program for tables writes."""
    listed = archive.infolist()
    if len(listed) > MOST_ENTRIES:
        raise Unreadable(
            f"The file holds {len(listed):,} parts; a workbook has some dozens, and at most {MOST_ENTRIES:,} "
            f"are read. {TABLE_ALONE}"
        )
    found: dict[str, zipfile.ZipInfo] = {}
    for entry in listed:
        if entry.filename in found:
            raise Unreadable(f"The file holds two parts of the name {_named(entry.filename)}. {MEND}")
        if entry.flag_bits & 0x1:
            raise Unreadable(
                f"The part {_named(entry.filename)} is encrypted. Save the workbook without a password."
            )
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Unreadable(
                f"The part {_named(entry.filename)} is packed in a way that workbooks do not use. {MEND}"
            )
        found[entry.filename] = entry
    return found


def _named(name: str) -> str:
    """The name of a part as a message shows it."""
    return "".join(each if each.isprintable() else "?" for each in name[:80])


def _damaged(name: str) -> Unreadable:
    return Unreadable(f"The workbook is damaged: its part {_named(name)} does not unpack. {MEND}")
