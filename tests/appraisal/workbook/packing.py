"""Workbooks as bytes: packed the same way each time, and unpacked, changed and packed again."""

import re
import zipfile
from io import BytesIO

WHEN = (2026, 11, 2, 10, 0, 0)


def saved(book):
    """An openpyxl workbook as bytes that do not change from one run to the next."""
    out = BytesIO()
    book.save(out)
    parts = unpacked(out.getvalue())
    core = parts["docProps/core.xml"].decode()
    parts["docProps/core.xml"] = re.sub(
        r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", "2026-11-02T10:00:00Z", core
    ).encode()
    return packed(parts)


def unpacked(content):
    """The parts of a workbook by name."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def packed(parts, kind=zipfile.ZIP_DEFLATED):
    """Parts by name, or (name, content) pairs, as a zip file."""
    out = BytesIO()
    pairs = parts.items() if isinstance(parts, dict) else parts
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in pairs:
            archive.writestr(zipfile.ZipInfo(name, WHEN), content, kind)
    return out.getvalue()


def changed(content, name, *replacements):
    """A workbook with one of its parts changed: each replacement is (old, new), and old must be there."""
    parts = unpacked(content)
    text = parts[name].decode()
    for old, new in replacements:
        assert old in text, f"{old!r} is not in {name}"
        text = text.replace(old, new)
    return packed({**parts, name: text.encode()})
