"""The small parts that every table of the robustness section is made of."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from appraisal.core.figures import percent
from appraisal.core.sensitivity import Level
from appraisal.core.sentences import Names, number_word, option_heading, plural
from appraisal.core.sentences.totals import second_name
from appraisal.core.snapshot import Snapshot
from reports.content.parts import Block, Run, TableCell, Words

ROWS = 20
"""Rows of a printed table; the rest is said as a count and stands in the workbook."""

ACROSS = 8
"""Options that stand side by side as columns of a printed table."""

LISTED = 6
"""Names in one cell; more are said as a count."""


def head(snapshot: Snapshot, option: str) -> TableCell:
    """The heading of an option's row."""
    found = snapshot.option[option]
    return TableCell(option_heading(found), sub=second_name(found), header=True)


def shown(items: Sequence[str], *, full: bool, most: int) -> Sequence[str]:
    """All of them for a workbook, the first ``most`` for print."""
    return items if full else items[:most]


def not_shown(count: int, noun: str, why: str) -> Iterator[Block]:
    """One sentence for the rows that are left out of print; nothing where none is."""
    if count > 0:
        verb = "is" if count == 1 else "are"
        text = f"{plural(count, noun)} {why} {verb} left out here; the workbook has every row."
        yield words(text[:1].upper() + text[1:], small=True)


def words(text: str, *, strong: bool = False, small: bool = False) -> Words:
    """One paragraph of plain text."""
    return Words((Run(text, strong),), small=small)


def share(figure: Fraction) -> TableCell:
    """A weight as a share of all weight."""
    return TableCell(percent(figure, 1), figure=figure)


def named(names: Names, level: Level, ident: str) -> str:
    """``4c VAT`` of a line, ``1 Outcomes`` of a group."""
    return names.group(ident) if level is Level.GROUPS else names.line(ident)


def carrier(names: Names, level: Level, ident: str) -> str:
    """``4c VAT``, and ``All of 1 Outcomes`` where groups stand among lines."""
    return f"All of {names.group(ident)}" if level is Level.GROUPS else names.line(ident)


def listed(names: Names, options: Sequence[str], last: str = "and") -> str:
    """``Options 6 and 4``; ``12 options`` where there are too many to read."""
    if len(options) > LISTED:
        return f"{number_word(len(options))} options"
    return names.options(options, last)
