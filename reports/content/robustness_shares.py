"""How often each option takes each place under weights drawn at random, as tables with draws and seed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from appraisal.core.evaluation import RankShares
from appraisal.core.figures import ordinal, percent
from appraisal.core.sensitivity import Level, Sensitivity
from appraisal.core.sentences import option_label
from appraisal.core.sentences.robust import READING, drawn_caption
from appraisal.core.snapshot import Snapshot
from reports.content.parts import Block, Column, Heading, Table, TableCell
from reports.content.robustness_words import ROWS, not_shown, shown, words

PLACES = 10
"""Places with a column of their own; the lower ones share the last."""

TONES = ((Fraction(9, 10), "share4"), (Fraction(1, 2), "share3"), (Fraction(1, 5), "share2"))


@dataclass(frozen=True)
class Shares:
    """The shares of one way of drawing; ``proven``: the place that an option takes under all weightings."""

    found: Mapping[str, tuple[Fraction, ...]]
    proven: Mapping[str, int]


def places(snapshot: Snapshot, known: Sensitivity, drawn: RankShares, *, full: bool) -> Iterator[Block]:
    """A table of even weightings and one of weights between half and double, with how they were drawn."""
    what = "criteria groups" if drawn.on is Level.GROUPS else "lines"
    count = sum(one.level is drawn.on for one in known.switching_weights)
    kept, proven = shown(known.options, full=full, most=ROWS), known.proven_places(drawn.on)
    yield Heading(f"How often each option takes each place: weights of the {what}", 3)
    yield words(f"{READING['acceptability']} {drawn_caption(drawn, count)}", small=True)
    if full:
        yield _figures(drawn)
    yield _table(snapshot, f"All weightings of the {what}, drawn evenly", kept, Shares(drawn.share, proven))
    bounded = Shares(drawn.bounded_share, proven)
    within = f"As many, same seed: each weight of the {what} between half and double of what it is now"
    yield _table(snapshot, within, kept, bounded)
    yield from not_shown(len(known.options) - len(kept), "option", "ranked lower")


def _figures(drawn: RankShares) -> Table:
    """Draws and seed as figures of their own, so that anybody can draw the same again."""
    rows = (
        (TableCell("Weightings drawn for each table", header=True), _whole(drawn.draws)),
        (TableCell("Seed", header=True), _whole(drawn.seed)),
    )
    return Table(
        "Draws and seed", (Column("What", 2), Column("Figure", 1, number=True)), rows, hide_caption=True
    )


def _whole(count: int) -> TableCell:
    return TableCell(f"{count:,}", figure=Fraction(count))


def _table(snapshot: Snapshot, caption: str, kept: Sequence[str], shares: Shares) -> Table:
    count = len(next(iter(shares.found.values())))
    first = min(count, PLACES)
    heads = [ordinal(place) for place in range(1, first + 1)]
    if count > first:
        heads.append(f"{ordinal(first + 1)} or lower")
    rows = tuple(_row(snapshot, option, shares, first) for option in kept)
    columns = (Column("Option", 3.2), *(Column(text, 1, number=True) for text in heads))
    return Table(caption, columns, rows, kind="shares")


def _row(snapshot: Snapshot, option: str, shares: Shares, first: int) -> tuple[TableCell, ...]:
    name = TableCell(option_label(snapshot.option[option]), header=True)
    return name, *_cells(shares.found[option], first, shares.proven.get(option))


def _cells(row: tuple[Fraction, ...], first: int, proven: int | None) -> Iterator[TableCell]:
    parts = row if len(row) == first else (*row[:first], sum(row[first:], Fraction(0)))
    for place, share in enumerate(parts, start=1):
        sure = proven is not None and min(proven, len(parts)) == place
        yield _share(share, sure=sure)


def _share(share: Fraction, *, sure: bool) -> TableCell:
    """Empty for what never happened; all of those drawn is all there are only where that is proven."""
    if not share:
        return TableCell(figure=share)
    tone = next((tone for least, tone in TONES if share >= least), "share1")
    return TableCell(percent(share) if share < 1 or sure else ">99%", figure=share, tone=tone)
