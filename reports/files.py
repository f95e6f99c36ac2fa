"""The files a report can become: one place that names the formats, for the page and the command alike."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from appraisal.core.snapshot import Snapshot, canonical_json, check_code
from reports.content import Source, report
from reports.content.filling import Versions, filling_book

CELLS_ON_REQUEST = 400
"""A PDF of more cells takes so long that the page names the command to run instead."""


@dataclass(frozen=True)
class FileFormat:
    """One kind of file. ``renderer`` is "module:function", imported when wanted since it costs seconds."""

    label: str
    content_type: str
    renderer: str
    about: str


FORMATS = {
    "pdf": FileFormat(
        "PDF appendix",
        "application/pdf",
        "reports.render_pdf:render_pdf",
        "A summary for members, then every score with its reason, ready to go into an agenda.",
    ),
    "xlsx": FileFormat(
        "Excel workbook",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "reports.render_excel:render_excel",
        "The matrix with live formulas, so that anybody can check the sums, and every rationale.",
    ),
    "json": FileFormat(
        "Appraisal file",
        "application/json",
        "",
        "The whole appraisal as data, to keep or to bring into another Weighbridge.",
    ),
}


@dataclass(frozen=True)
class Made:
    """A file ready to hand over."""

    name: str
    content: bytes
    content_type: str
    check_code: str


def make(file_format: str, snapshot: Snapshot, source: Source) -> Made:
    """The file in ``file_format`` (a key of FORMATS); KeyError for another."""
    known = FORMATS[file_format]
    if known.renderer:
        content = _renderer(known.renderer)(report(snapshot, source))
    else:
        content = canonical_json(snapshot).encode()
    return Made(
        name=f"{snapshot.slug}-revision-{source.revision}.{file_format}",
        content=content,
        content_type=known.content_type,
        check_code=check_code(snapshot),
    )


FILLING = "workbook for scoring"
FILLING_TYPE = FORMATS["xlsx"].content_type


def make_filling(snapshot: Snapshot, versions: Versions, made: str) -> Made:
    """The workbook in which scores and rationales are filled in offline; ``made`` says when and by whom."""
    content = _renderer("reports.render_excel.filling:render_filling")(filling_book(snapshot, versions, made))
    name = f"{snapshot.slug}-for-scoring-revision-{versions.revision}.xlsx"
    return Made(name, content, FILLING_TYPE, check_code(snapshot))


def _renderer(where: str) -> Callable[..., bytes]:
    module, function = where.split(":")
    found: Callable[..., bytes] = getattr(import_module(module), function)
    return found


def cell_count(snapshot: Snapshot) -> int:
    """Options times lines: what the length of a report goes by."""
    return len(snapshot.options) * len(snapshot.lines)
