"""What a report is made of: values that every renderer prints and none computes.

A renderer reads these and nothing else, so PDF, workbook and any later format carry the same figures.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property


@dataclass(frozen=True)
class Run:
    """A piece of running text."""

    text: str
    strong: bool = False


@dataclass(frozen=True)
class Heading:
    """A heading; ``level`` 1 to 4. ``over`` stands above it in small print."""

    text: str
    level: int = 2
    over: str = ""
    new_page: bool = False


@dataclass(frozen=True)
class Words:
    """One paragraph."""

    runs: tuple[Run, ...]
    small: bool = False


@dataclass(frozen=True)
class Items:
    """A list; ``ticks`` says of each item whether it is done, for a checklist."""

    items: tuple[str, ...]
    ticks: tuple[bool, ...] | None = None


@dataclass(frozen=True)
class Score:
    """A score or a state as a cell prints it: ``tone`` is a colour's name, ``said`` what the signs mean."""

    text: str
    tone: str = ""
    said: str = ""
    below: bool = False


@dataclass(frozen=True)
class TableCell:
    """One cell: a score, a figure, words, or several of them. ``figure`` is the exact value of ``text``.

    ``tone`` colours the cell behind its text, which says the same.
    """

    text: str = ""
    score: Score | None = None
    sub: str = ""
    figure: Fraction | None = None
    strong: bool = False
    header: bool = False
    paragraphs: tuple[str, ...] = ()
    tone: str = ""


@dataclass(frozen=True)
class Column:
    """A column: its heading, its share of the width, and whether it holds figures."""

    heading: str
    width: float = 1.0
    number: bool = False
    wordy: bool = False


@dataclass(frozen=True)
class Table:
    """A table. ``kind`` names its look (facts, ranking, matrix, plain); the first cell of a row may head it.

    ``copies`` marks the one table that people copy into a Word report.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    kind: str = "plain"
    hide_caption: bool = False


@dataclass(frozen=True)
class Picture:
    """A drawing as SVG; the table with the same figures stands beside it."""

    svg: str
    caption: str


Block = Heading | Words | Items | Table | Picture


@dataclass(frozen=True)
class Part:
    """Pages of one orientation. Each begins on a new page."""

    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True)
class GridLine:
    """A scored or unscored line of the workbook's matrix.

    ``factor`` is what its score (or value) is multiplied by (1 in a plain total); None where it counts in no
    total. ``lo`` and ``hi`` are the worst and the best that a score, a figure of a range or a mark can be.
    ``rule`` is the value rule; ``better`` is higher or lower for one that rests on the other options, and
    ``marks`` are the names of marks with their numbers. ``passed`` is the word in the cell of a passed gate,
    empty for a line that is none.
    """

    id: str
    number: str
    label: str
    name: str
    group: str
    factor: Fraction | None
    lo: Fraction | None
    hi: Fraction | None
    rule: str = "scale"
    unit: str = ""
    better: str = ""
    marks: tuple[tuple[str, Fraction], ...] = ()
    passed: str = ""


@dataclass(frozen=True)
class GridCell:
    """One cell of the matrix: ``score`` or ``mark`` as entered, or ``state`` in words where there is neither.

    ``value`` is what a raw figure or a mark counts as, in words. ``open`` has the lowest and the highest
    value of a figure whose value waits for the gates of other options.
    """

    score: Fraction | None
    state: str
    rationale: str
    note: str = ""
    worked_out: bool = False
    tone: str = ""
    mark: str = ""
    value: str = ""
    open: tuple[Fraction, Fraction] | None = None


@dataclass(frozen=True)
class GridOption:
    """One option's row. ``counts`` is False for an option with no total; ``why_not`` then says why.

    ``compared``: its figures are among those that relative measures are held against.
    """

    id: str
    heading: str
    name: str
    counts: bool
    why_not: str
    cells: Mapping[str, GridCell]
    group_totals: Mapping[str, Fraction | None]
    aggregate: Fraction | None
    floor: Fraction | None
    ceiling: Fraction | None
    place: str
    rank: int | None
    compared: bool = False


@dataclass(frozen=True)
class Grid:
    """The decision matrix with what a spreadsheet needs to work the totals out again.

    ``values``: the figures multiplied are values 0 to 100, not scores. ``groups`` are (id, heading) in order.
    """

    groups: tuple[tuple[str, str], ...]
    lines: tuple[GridLine, ...]
    options: tuple[GridOption, ...]
    values: bool
    weighted: bool
    method: str


@dataclass(frozen=True)
class Weighting:
    """A set of weights beside the appraisal's own: shares of all weight by line, or why it cannot be used."""

    name: str
    shares: Mapping[str, Fraction]
    problem: str = ""


Sheets = tuple[tuple[str, tuple[Block, ...]], ...]


@dataclass(frozen=True)
class Facts:
    """What a report says of itself. ``standing`` is "Draft, changed ..., revision 12" or the version."""

    title: str
    running_title: str
    standing: str
    draft: bool
    publicity: str
    check_code: str
    made: str
    language: str = "en-GB"


@dataclass(frozen=True)
class Report:
    """The whole report: pages for print, the grid for a workbook, and the provenance of both.

    ``pages`` makes the parts when a renderer asks for them: a workbook of a large appraisal never does.
    ``lists`` are flat tables that a workbook has as sheets of their own: (name of the sheet, table).
    ``robustness`` makes its sheets on what would change the ranking, and ``weightings`` the sets that it
    works the totals out again under.
    """

    facts: Facts
    pages: Callable[[], tuple[Part, ...]]
    sentences: tuple[tuple[Run, ...], ...]
    ranking: Table
    grid: Grid
    provenance: tuple[tuple[str, str], ...]
    notes: tuple[tuple[str, str], ...]
    robustness: Callable[[], Sheets]
    weightings: Callable[[], tuple[Weighting, ...]]
    lists: tuple[tuple[str, Table], ...] = ()

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The pages, made once."""
        return self.pages()
