"""One rationale in two cells."""

from collections.abc import Iterator

from appraisal.core.checks.asking import About, Question, cells_named, place_of, quoted
from appraisal.core.snapshot import Snapshot


def same_rationales(snapshot: Snapshot) -> Iterator[Question]:
    """Each text that stands in more than one cell, whatever its spaces, capitals and last full stop."""
    found: dict[str, list[tuple[str, str]]] = {}
    for cell in snapshot.cells:
        words = " ".join(cell.rationale.split()).casefold().rstrip(".!")
        if words:
            found.setdefault(words, []).append((cell.option, cell.sub_criterion))
    for cells in found.values():
        if len(cells) > 1:
            text = snapshot.cell_at[cells[0]].rationale
            both = "both" if len(cells) == 2 else "all of them"
            asked = f"have the same rationale, {quoted(text)}. Is it meant for {both}?"
            names = cells_named(snapshot, cells)
            yield Question(About.RATIONALE, f"{names} {asked}", tuple(place_of(cell) for cell in cells))
