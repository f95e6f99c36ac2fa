"""What weights could change: who can come first, points of change, the rivals, weight sets side by side."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from appraisal.core.evaluation import Evaluation
from appraisal.core.figures import ordinal, places_that_tell_apart, written
from appraisal.core.sensitivity import Joint, Level, Prospect, Sensitivity, Turn, UnderWeights, WeightSwitch
from appraisal.core.sentences import Names, number_word, option_heading
from appraisal.core.sentences.robust import READING, lines_note
from appraisal.core.snapshot import Snapshot
from reports.content.parts import Block, Column, Heading, Table, TableCell
from reports.content.robustness_picture import MOST, switching_bars
from reports.content.robustness_words import (
    ACROSS,
    ROWS,
    carrier,
    head,
    listed,
    named,
    not_shown,
    share,
    shown,
    words,
)

ALONE = "The other weights keep their proportions. Level at 100% or at 0% is a tie, not a change."
MORE = " Level at 100% or at 0% is a tie, not a change."
RIVALS = "Steps are single steps of score, up for the rival or down for the leader."
MOST_NAMED = 2
ALL_ROWS = 40
"""So many weights still stand in print one by one; of more, the first that change something."""


def prospects(snapshot: Snapshot, known: Sensitivity, *, full: bool) -> Iterator[Block]:
    """Each option: whether some weights put it first outright, and whose scores stand in its way."""
    names, groups = Names(snapshot), {one.option: one for one in known.group_prospects}
    kept = [one for one in known.prospects if one.option in shown(known.options, full=full, most=ROWS)]
    yield Heading("Which options can come first", 3)
    rows = tuple(
        (
            head(snapshot, one.option),
            TableCell(_prospect(names, one, Level.SUB_CRITERIA), strong=one.can_be_first),
            _group_prospect(names, groups.get(one.option)),
            TableCell(listed(names, one.dominated_by) if one.dominated_by else "none"),
        )
        for one in kept
    )
    columns = (
        Column("Option", 1.9),
        Column("First outright under some weights of the lines?", 2.1),
        Column("Under some weights of the groups?", 2.1),
        Column("Dominated by: as good on every line, better on one", 1.5),
    )
    yield Table(
        "Which options can come first under some weights", columns, rows, kind="compact", hide_caption=True
    )
    yield from not_shown(len(known.prospects) - len(kept), "option", "ranked lower")


def _group_prospect(names: Names, one: Prospect | None) -> TableCell:
    return (
        TableCell("–")
        if one is None
        else TableCell(_prospect(names, one, Level.GROUPS), strong=one.can_be_first)
    )


def _prospect(names: Names, one: Prospect, level: Level) -> str:
    if one.can_be_first:
        return "Yes"
    if not one.level_on:
        return "No, not even shared"
    if len(one.level_on) > MOST_NAMED:
        where = f"{number_word(len(one.level_on))} of the {'groups' if level is Level.GROUPS else 'lines'}"
    else:
        where = " and ".join(named(names, level, ident) for ident in one.level_on)
    return f"Only shared, with all weight on {where}"


def switching(
    snapshot: Snapshot, evaluation: Evaluation, known: Sensitivity, *, full: bool
) -> Iterator[Block]:
    """Each line and group: its weight now, and from where another option leads."""
    names = Names(snapshot)
    kept = known.switching_weights
    if not full and len(kept) > ALL_ROWS:
        kept = tuple(one for one in kept if _changes(one))[:ROWS]
    yield Heading("One weight at a time: where first place changes", 3)
    pictures = () if full else tuple(switching_bars(names, known.switching_weights))
    first = (
        f" The picture has the first {MOST}." if sum(map(_changes, known.switching_weights)) > MOST else ""
    )
    yield words(f"{READING['switching']}{MORE}{first}" if pictures else ALONE, small=True)
    yield from pictures
    rows = tuple(row for one in kept for row in _switch_rows(names, one))
    columns = (
        Column("Line or group", 2),
        Column("Weight now", 0.8, number=True),
        Column("Changes at", 0.8, number=True),
        Column("What puts another option ahead", 3.6),
    )
    if rows:
        caption = "The weight of each line and group at which first place changes"
        yield Table(caption, columns, rows, kind="compact", hide_caption=True)
    rest = len(known.switching_weights) - len(kept)
    if rest and rows:
        yield words(f"{rest} more lines and groups are left out here; the workbook has them.", small=True)
    notes = " ".join(filter(None, (lines_note(snapshot, evaluation, known, level) for level in Level)))
    if notes:
        yield words(notes, small=True)
    for group in known.no_proportions:
        yield words(
            f"{names.group(group)} has no weight and no line in it has one, so it takes no part.", small=True
        )


def _changes(one: WeightSwitch) -> bool:
    return any(turn.weight is not None for turn in one.turns)


def _switch_rows(names: Names, one: WeightSwitch) -> Iterator[tuple[TableCell, ...]]:
    name = TableCell(carrier(names, one.level, one.id), header=True)
    if one.reason:
        yield name, share(one.weight_now), TableCell("–"), TableCell(one.reason)
        return
    for turn in one.turns:
        if turn.weight is not None:
            yield name, share(one.weight_now), share(turn.weight), TableCell(_turn(names, turn))
    if not _changes(one):
        yield name, share(one.weight_now), TableCell("–"), TableCell(_no_change(names, one))


def _turn(names: Names, turn: Turn) -> str:
    way = "Above" if turn.direction == "up" else "Below"
    return f"{way} it {_lead(names, turn.overtaken_by)}"


def _no_change(names: Names, one: WeightSwitch) -> str:
    ends = [
        f"level with {listed(names, turn.level_at_end)} at {'100%' if turn.direction == 'up' else '0%'}"
        for turn in one.turns
        if turn.level_at_end
    ]
    said = "No weight does"
    return f"{said}; {', '.join(ends)}" if ends else said


def rivals(snapshot: Snapshot, known: Sensitivity, *, full: bool) -> Iterator[Block]:
    """Each rival of the leader: its lines together, and the fewest single steps of score."""
    if not known.joint_switching:
        return
    names, steps = Names(snapshot), {one.rival: one for one in known.fewest_steps}
    leader = names.option(known.joint_switching[0].leader)
    kept = known.joint_switching if full else known.joint_switching[:ROWS]
    yield Heading(f"Each rival against {leader}", 3)
    level = f" {listed(names, known.first)} share first place now." if len(known.first) > 1 else ""
    yield words(f"{RIVALS}{level}", small=True)
    rows = tuple(
        (
            TableCell(names.option(one.rival), header=True),
            TableCell(names.lines(one.lines, most=4) if one.lines else "none"),
            _factor(one),
            TableCell(_joint(names, one)),
            *(
                _steps(steps[one.rival].to_tie, steps[one.rival].to_overtake)
                if one.rival in steps
                else _steps(None, None)
            ),
        )
        for one in kept
    )
    columns = (
        Column("Rival", 0.9),
        Column("Lines on which it is ahead", 2),
        Column("Level if they count so many times as much", 1.5, number=True),
        Column("Above that", 2.4),
        Column("Steps to draw level", 0.9, number=True),
        Column("Steps to pass", 0.8, number=True),
    )
    yield Table(f"What each rival needs to pass {leader}", columns, rows, hide_caption=True, kind="compact")
    yield from not_shown(len(known.joint_switching) - len(kept), "option", "ranked lower")


def _factor(one: Joint) -> TableCell:
    return TableCell("–") if one.factor is None else TableCell(f"{written(one.factor)}", figure=one.factor)


def _joint(names: Names, one: Joint) -> str:
    if one.factor is None:
        return one.reason or "No factor is enough"
    if one.rival_first:
        return "It comes first"
    passes = f"It passes {names.option(one.leader)}"
    if one.changes_at is None or one.changes_at == one.factor:
        return f"{passes}, but {_lead(names, one.first)}"
    if one.changes_at == 1:
        return f"{passes}, but any more than now puts {listed(names, one.changes_to)} first"
    at, who = written(one.changes_at), listed(names, one.changes_to)
    return f"{passes}, but first place changes at {at} already, to {who}"


def _lead(names: Names, options: Sequence[str]) -> str:
    return f"{listed(names, options)} {'leads' if len(options) == 1 else 'share first place'}"


def _steps(tie: int | None, overtake: int | None) -> Iterator[TableCell]:
    for count in (tie, overtake):
        yield TableCell("not enough") if count is None else TableCell(str(count), figure=Fraction(count))


def side_by_side(snapshot: Snapshot, known: Sensitivity) -> Iterator[Block]:
    """Total and place of each option under each set of weights."""
    kept = known.options[:ACROSS]
    yield Heading("The same scores under other weights: total, as a mean, and place", 3)
    columns = (
        Column("Weights", 1.7),
        Column("First", 1.1),
        *(Column(option_heading(snapshot.option[option]), 1, number=True) for option in kept),
    )
    rows = tuple(_set_row(snapshot, one, kept) for one in known.weight_sets)
    yield Table(
        "Total, as a mean, and place under each set of weights",
        columns,
        rows,
        kind="compact",
        hide_caption=True,
    )
    yield from not_shown(len(known.options) - len(kept), "option", "ranked lower")


def _set_row(snapshot: Snapshot, one: UnderWeights, kept: Sequence[str]) -> tuple[TableCell, ...]:
    name = TableCell(one.name, header=True)
    if one.problem:
        return name, TableCell(one.problem), *(TableCell("–") for _ in kept)
    places = places_that_tell_apart(one.aggregates.values())
    return (
        name,
        TableCell(listed(Names(snapshot), one.first), strong=True),
        *(
            TableCell(f"{written(one.aggregates[option], places, fixed=True)} ({ordinal(one.ranks[option])})")
            for option in kept
        ),
    )
