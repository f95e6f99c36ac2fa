"""Rows too tall for a page become several, each naming its option again, so that no word is cut.

A page cannot repeat a row's heading when it breaks inside the row. The height is estimated from the letters:
it only has to be safe, since a row that is split a little early reads just as well.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.content.parts import TableCell

LETTERS_A_MM = 0.66
"""Letters of the table's type on one millimetre of a line, on the cautious side."""

PADDING_MM = 4
LINES_A_ROW = 28
"""Lines a row may have: about two thirds of a landscape page below its headings."""


def split_rows(
    rows: Sequence[tuple[TableCell, ...]], widths_mm: Sequence[float]
) -> Iterator[tuple[TableCell, ...]]:
    """The rows in order, each short enough for a page; a continued row's heading says so."""
    for row in rows:
        yield from _split(row, [max(8, int((width - PADDING_MM) * LETTERS_A_MM)) for width in widths_mm])


def _split(row: tuple[TableCell, ...], letters: Sequence[int]) -> Iterator[tuple[TableCell, ...]]:
    columns = [_chunks(cell, per_line) for cell, per_line in zip(row, letters, strict=True)]
    for number in range(max(len(chunks) for chunks in columns)):
        yield tuple(_piece(cell, chunks, number) for cell, chunks in zip(row, columns, strict=True))


def _piece(cell: TableCell, chunks: list[tuple[str, ...]], number: int) -> TableCell:
    if number == 0:
        return replace(cell, paragraphs=chunks[0]) if cell.paragraphs else cell
    if cell.header:
        return replace(cell, sub=f"{cell.sub} (continued)".strip())
    return TableCell(paragraphs=chunks[number] if number < len(chunks) else ())


def _chunks(cell: TableCell, per_line: int) -> list[tuple[str, ...]]:
    """The cell's paragraphs in pieces of at most LINES_A_ROW lines each."""
    chunks: list[tuple[str, ...]] = [()]
    left = LINES_A_ROW
    for paragraph in cell.paragraphs:
        for piece in _pieces(paragraph, per_line):
            lines = _lines(piece, per_line)
            if lines > left and chunks[-1]:
                chunks.append(())
                left = LINES_A_ROW
            chunks[-1] = (*chunks[-1], piece)
            left -= lines
    return chunks


def _lines(text: str, per_line: int) -> int:
    return sum(max(1, -(-len(line) // per_line)) for line in text.split("\n"))


def _pieces(paragraph: str, per_line: int) -> Iterator[str]:
    """The paragraph whole, or cut between words where it alone is too tall."""
    if _lines(paragraph, per_line) <= LINES_A_ROW:
        yield paragraph
        return
    room, piece = LINES_A_ROW * per_line, ""
    for word in _words(paragraph, room):
        if piece and len(piece) + len(word) + 1 > room:
            yield piece
            piece = ""
        piece = f"{piece} {word}" if piece else word
    yield piece


def _words(paragraph: str, room: int) -> Iterator[str]:
    """The words; one without a single space in it (a pasted address) is cut, or it would never fit."""
    for word in paragraph.split():
        yield from (word[at : at + room] for at in range(0, len(word), room))
