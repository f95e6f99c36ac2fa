"""What single lines and single scores could change: each left out in turn, and each score moved alone."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from appraisal.core.figures import exact, ordinal
from appraisal.core.sensitivity import LeftOut, Point, ScoreSwitch, Sensitivity
from appraisal.core.sentences import Names, option_heading, plural
from appraisal.core.snapshot import Snapshot
from reports.content.parts import Block, Column, Heading, Table, TableCell
from reports.content.robustness_words import (
    ACROSS,
    ROWS,
    carrier,
    listed,
    not_shown,
    words,
)


def left_out(snapshot: Snapshot, known: Sensitivity, *, full: bool) -> Iterator[Block]:
    """The places of each option without one line or group; in print only where a place changes."""
    names, now = Names(snapshot), _places_now(known)
    moved = [one for one in known.leave_one_out if one.reason or one.ranks != now]
    kept = list(known.leave_one_out) if full else moved[:ROWS]
    yield Heading("Places if one line or group is left out", 3)
    options = known.options[: 2 * ROWS if full else ACROSS]
    if kept:
        columns = (
            Column("Left out", 1.7),
            Column("First", 1.1),
            *(Column(option_heading(snapshot.option[option]), 1, number=True) for option in options),
        )
        rows = tuple(_left_row(names, one, options) for one in kept)
        yield Table("Places without one line or group", columns, rows, kind="compact", hide_caption=True)
        yield from not_shown(len(known.options) - len(options), "option", "ranked lower")
        if not full:
            yield from not_shown(len(moved) - len(kept), "row", "with a changed place")
    same = len(known.leave_one_out) - len(moved)
    if same == 1:  # then something else moved
        yield words("Leaving out the other one changes no place.")
    elif same:
        which = f"{'any of the other' if moved else 'any of the'} {same}"
        if full and moved:
            which = f"{same} of the"
        yield words(f"Leaving out {which} lines and groups, one at a time, changes no place.")


def _places_now(known: Sensitivity) -> dict[str, int]:
    return dict(known.weight_sets[0].ranks)


def _left_row(names: Names, one: LeftOut, options: Sequence[str]) -> tuple[TableCell, ...]:
    name = TableCell(carrier(names, one.level, one.left_out), header=True)
    if one.reason:
        return name, TableCell(one.reason), *(TableCell("–") for _ in options)
    places = (TableCell(ordinal(one.ranks[at]), figure=Fraction(one.ranks[at])) for at in options)
    return name, TableCell(listed(names, one.first), strong=True), *places


def switching(snapshot: Snapshot, known: Sensitivity, *, full: bool) -> Iterator[Block]:
    """The cells whose score, moved alone, changes or shares first place; the others as a count."""
    names = Names(snapshot)
    found = [one for one in known.switching_scores if one.matters]
    kept = found if full else found[:ROWS]
    yield Heading("One score at a time: where first place changes", 3)
    if kept:
        columns = (
            Column("Option", 1.6),
            Column("Line", 1.8),
            Column("Score now", 0.8, number=True),
            Column("Shares first place at", 1, number=True),
            Column("First place changes at", 1, number=True),
            Column("First then", 1.4),
        )
        rows = tuple(_score_row(names, one) for one in kept)
        yield Table(
            "Single scores that change or share first place", columns, rows, hide_caption=True, kind="compact"
        )
        yield from not_shown(len(found) - len(kept), "score", "that could change or share first place")
    rest = len(known.switching_scores) - len(found)
    if rest:
        other = "the other " if found else ""
        yield words(
            f"None of {other}{plural(rest, 'score')} changes or shares first place, whatever it is alone."
        )
    yield words(_one_step(known))
    for sub, reason in known.without_steps.items():
        yield words(f"{names.line(sub)}: {reason}", small=True)


def _score_row(names: Names, one: ScoreSwitch) -> tuple[TableCell, ...]:
    return (
        TableCell(names.option(one.option), header=True),
        TableCell(names.line(one.sub_criterion)),
        _point(one.score_now),
        _point(one.ties_at),
        _point(one.overtakes_at),
        TableCell(listed(names, one.first) if one.first else "–"),
    )


def _point(point: Point | None) -> TableCell:
    if point is None:
        return TableCell("none")
    return TableCell(point.mark) if point.mark else TableCell(exact(point.score), figure=point.score)


def _one_step(known: Sensitivity) -> str:
    changes = sum(step.changes for step in known.one_step)
    ties = sum(step.ties for step in known.one_step)
    if not changes and not ties:
        return "No score moved by one step alone changes or shares first place."
    told = [f"{changes} would change who is first"] if changes else []
    told += [f"{ties} would make others share first place"] if ties else []
    return f"Of {len(known.one_step)} single steps of one score, {' and '.join(told)}."
