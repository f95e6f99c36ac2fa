"""Our own workbook for scoring, read back as it lies there; what it means is for ``planning`` to say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from appraisal.workbook.book import Book, Found, Holds, Sheet
from appraisal.workbook.layout import (
    ABOUT,
    APPRAISAL,
    APPRAISAL_ID,
    AS_MADE,
    CELL_HEADINGS,
    FILE,
    FORM,
    HEADINGS,
    LINE_ID,
    OPTION_ID,
    RATIONALE,
    READ_ONLY,
    REVISION,
    SCORE,
    SCORES,
    sheet_code,
)
from appraisal.workbook.places import address, on_sheet
from appraisal.workbook.plan import Said
from appraisal.workbook.refusing import Unreadable

AGAIN = "Download a new workbook for scoring and copy your scores into it."


@dataclass(frozen=True)
class Made:
    """A cell as it was when the file was made: its version, and the code of its content."""

    option: str
    line: str
    version: int
    content: str


@dataclass(frozen=True)
class Row:
    """One row of the sheet of scores: whose cell it is, and what stands under Score and Rationale."""

    row: int
    option: str
    line: str
    score: Found | None
    rationale: Found | None


@dataclass(frozen=True)
class Ours:
    """All that is read of our own workbook. ``altered`` are the sheets that should be as they were made.

    ``columns`` are the places of Score and Rationale; ``problems`` are of the sheet, not of one cell.
    """

    appraisal_id: str
    appraisal: str
    revision: int
    rows: tuple[Row, ...]
    made: tuple[Made, ...]
    score_column: int
    rationale_column: int
    altered: tuple[str, ...] = ()
    problems: tuple[Said, ...] = ()

    def where(self, row: Row, *, rationale: bool = False) -> str:
        """Where a row's score, or its rationale, stands."""
        column = self.rationale_column if rationale else self.score_column
        return on_sheet(SCORES, address(row.row, column))


def is_ours(book: Book) -> bool:
    """Whether this was made here for scoring, whatever was done to it since."""
    return ABOUT in book.sheet or _headings(book.sheet.get(SCORES)) is not None


def read_ours(book: Book) -> Ours:
    """The workbook's content; Unreadable where the sheets that tell whose cells these are do not stand."""
    about, scores = book.sheet.get(ABOUT), book.sheet.get(SCORES)
    if about is None or scores is None:
        gone = ABOUT if about is None else SCORES
        raise Unreadable(f"The sheet “{gone}” of this workbook is gone or hidden. Show it again, or: {AGAIN}")
    told = _told(about)
    if told.get(FILE) != FORM:
        raise Unreadable(f"The sheet “{ABOUT}” does not say that this is a “{FORM}”. {AGAIN}")
    head = _headings(scores)
    if head is None:
        raise Unreadable(f"The sheet “{SCORES}” has no row with the headings {', '.join(HEADINGS)}. {AGAIN}")
    columns = {heading: column for column, heading in head[1].items()}
    return Ours(
        appraisal_id=_uuid(told.get(APPRAISAL_ID, "")),
        appraisal=told.get(APPRAISAL, ""),
        revision=_whole(told.get(REVISION, ""), REVISION),
        rows=tuple(_rows(scores, head[0], columns)),
        made=tuple(_made(about)),
        score_column=columns[SCORE],
        rationale_column=columns[RATIONALE],
        altered=tuple(_altered(book, told)),
        problems=tuple(_merged(scores, head[0])),
    )


def _told(about: Sheet) -> dict[str, str]:
    """What the sheet says of the file: the text beside each label."""
    return {
        cell.text.strip(): about.at[cell.row, 2].text.strip()
        for cell in about.found
        if cell.column == 1 and (cell.row, 2) in about.at
    }


def _uuid(text: str) -> str:
    try:
        return str(UUID(text))
    except ValueError:
        raise Unreadable(
            f"The sheet “{ABOUT}” does not say for which appraisal the file was made. {AGAIN}"
        ) from None


def _whole(text: str, label: str) -> int:
    if re.fullmatch(r"[0-9]{1,15}", text, re.ASCII) is None:
        raise Unreadable(f"On the sheet “{ABOUT}” the {label.lower()} was changed: “{text[:40]}”. {AGAIN}")
    return int(text)


def _headings(scores: Sheet | None) -> tuple[int, dict[int, str]] | None:
    """The row of the headings and each heading by its column, or None where they are not all there."""
    if scores is None:
        return None
    rows: dict[int, dict[int, str]] = {}
    for cell in scores.found:
        if cell.text.strip() in HEADINGS:
            rows.setdefault(cell.row, {})[cell.column] = cell.text.strip()
    for row, found in rows.items():
        if sorted(found.values()) == sorted(HEADINGS):
            return row, found
    return None


def _rows(scores: Sheet, head: int, columns: dict[str, int]) -> Iterator[Row]:
    """The rows under the headings that say anything."""
    for row in sorted({cell.row for cell in scores.found if cell.row > head}):
        option, line = (scores.at.get((row, columns[key])) for key in (OPTION_ID, LINE_ID))
        score, rationale = (_filled(scores, row, columns[key]) for key in (SCORE, RATIONALE))
        if option or line or score or rationale:
            names = [cell.text.strip() if cell else "" for cell in (option, line)]
            yield Row(row, names[0], names[1], score, rationale)


def _filled(scores: Sheet, row: int, column: int) -> Found | None:
    """The cell, where more than white space stands in it."""
    cell = scores.at.get((row, column))
    if cell is None or (cell.holds is Holds.TEXT and not cell.formula and not cell.text.strip()):
        return None
    return cell


def _made(about: Sheet) -> Iterator[Made]:
    """The list of cells with their versions."""
    heads = [
        cell.row
        for cell in about.found
        if cell.column == 1
        and tuple(_text(about, cell.row, column) for column in range(1, 5)) == CELL_HEADINGS
    ]
    if not heads:
        raise Unreadable(f"The list of cells on the sheet “{ABOUT}” is gone. {AGAIN}")
    for row in sorted({cell.row for cell in about.found if cell.row > heads[0] and cell.column == 1}):
        option, line, version, content = (_text(about, row, column) for column in range(1, 5))
        yield Made(option, line, _whole(version, f"version in row {row}"), content)


def _text(sheet: Sheet, row: int, column: int) -> str:
    cell = sheet.at.get((row, column))
    return cell.text.strip() if cell else ""


def _altered(book: Book, told: dict[str, str]) -> Iterator[str]:
    """The sheets that should be as they were made and are not."""
    for name in READ_ONLY:
        made = told.get(AS_MADE.format(name))
        sheet = book.sheet.get(name)
        held = sheet_code((cell.row, cell.column, cell.text) for cell in sheet.found) if sheet else ""
        if made is not None and made != held:
            yield name


def _merged(scores: Sheet, head: int) -> Iterator[Said]:
    for merged in scores.merged:
        if merged.bottom > head:
            yield Said(
                on_sheet(SCORES, merged.address),
                "These cells are merged, so only the first of them holds anything. Unmerge them and fill "
                "each cell on its own.",
            )
