"""How often each option takes each place when the weights are drawn at random: the table and its words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from appraisal.core.evaluation import RankShares
from appraisal.core.figures import ordinal, percent
from appraisal.core.sentences import READING, drawn_caption
from appraisal.selectors.pages.robustness.ground import OptionName

TONES = 10
MOST_PLACES = 20
"""Of more places the last column holds all from ``TOP`` on."""
TOP = 10


@dataclass(frozen=True)
class ShareCell:
    """A share of the weightings; ``tone`` is from 1 to 10, and text and tone are empty for none of them."""

    text: str
    tone: str


@dataclass(frozen=True)
class ShareRow:
    """One option and its share of each place."""

    option: OptionName
    cells: tuple[ShareCell, ...]


@dataclass(frozen=True)
class Weightings:
    """The table, how to read it, and what was drawn with which seed."""

    places: tuple[str, ...]
    rows: tuple[ShareRow, ...]
    draws: str
    seed: str
    reading: str
    bounded: str
    caption: str


def weightings(
    options: Sequence[OptionName], proven: Mapping[str, int], drawn: RankShares, lines: int, *, bounded: bool
) -> Weightings:
    """The table of ``drawn`` under even weightings or under those between half and double."""
    shares = drawn.bounded_share if bounded else drawn.share
    count = len(options)
    rows = [ShareRow(one, tuple(_cells(_folded(shares[one.id]), proven.get(one.id)))) for one in options]
    places = [ordinal(place) for place in range(1, count + 1)]
    if count > MOST_PLACES:
        places = [*places[:TOP], f"{ordinal(TOP + 1)} or lower"]
    return Weightings(
        places=tuple(places),
        rows=tuple(rows),
        draws=f"{drawn.draws:,}",
        seed=str(drawn.seed),
        reading=READING["acceptability"],
        bounded=READING["bounded"] if bounded else "",
        caption=drawn_caption(drawn, lines, bounded=bounded),
    )


def _folded(shares: Sequence[Fraction]) -> Sequence[Fraction]:
    return shares if len(shares) <= MOST_PLACES else [*shares[:TOP], sum(shares[TOP:], Fraction(0))]


def _cells(shares: Sequence[Fraction], proven: int | None) -> list[ShareCell]:
    found = []
    for place, share in enumerate(shares, 1):
        if not share:
            found.append(ShareCell("", ""))
            continue
        text = percent(share)
        if share == 1 and (proven is None or min(proven, len(shares)) != place):
            text = ">99%"  # all of those drawn; nothing proves it of those that were not
        found.append(ShareCell(text, str(max(1, -(-share * TONES // 1)))))
    return found
