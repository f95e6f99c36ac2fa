"""Scores: what a single step changes, as a matrix of marks, and how far one score alone must move."""

from dataclasses import dataclass
from fractions import Fraction

from appraisal.core.sensitivity import Direction, OneStep, ScoreSwitch
from appraisal.selectors.pages.colours import colour
from appraisal.selectors.pages.robustness.ground import Ground, OptionName, point_text

NONE = "–"
MOST_ROWS = 200
"""So many single changes of score stand on the page, the smallest first."""

SIGNS = {Direction.UP: "▲", Direction.DOWN: "▼"}


@dataclass(frozen=True)
class StepMark:
    """What one step from one score does: a sign, a word, and the whole of it for who cannot see the sign."""

    sign: str
    word: str
    said: str
    changes: bool


@dataclass(frozen=True)
class Head:
    """A line over its column: the number, the label, and the colour of its group."""

    number: str
    label: str
    colour: int


@dataclass(frozen=True)
class StepRow:
    """One option and the marks of each of its lines, none where no step matters."""

    option: OptionName
    cells: tuple[tuple[StepMark, ...], ...]


@dataclass(frozen=True)
class Steps:
    """``tried`` counts every single step there is; ``rows`` is empty where none of them matters."""

    tried: int
    changing: int
    tying: int
    lines: tuple[Head, ...]
    rows: tuple[StepRow, ...]
    without: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ScoreRow:
    """One score: what it is, where it makes first place level, where it changes it, and who is first then."""

    option: str
    line: str
    now: str
    ties: str
    changes: str
    first: str


@dataclass(frozen=True)
class Scores:
    """The scores, of ``tried``, that alone can change first place or make it level; ``more`` are left off."""

    rows: tuple[ScoreRow, ...]
    tried: int
    changing: int
    tying: int
    more: int


def steps(ground: Ground) -> Steps:
    """Every score one step up and one down."""
    known = ground.known
    found = [one for one in known.one_step if one.changes or one.ties]
    marks: dict[tuple[str, str], list[StepMark]] = {}
    for one in found:
        marks.setdefault((one.option, one.sub_criterion), []).append(_mark(ground, one))
    numbers = {group.id: number for number, group in enumerate(ground.snapshot.groups, 1)}
    lines = [ground.snapshot.line[sub] for sub in ground.evaluation.scored_lines]
    touched = {option for option, _ in marks}
    return Steps(
        tried=len(known.one_step),
        changing=sum(one.changes for one in found),
        tying=sum(one.ties for one in found),
        lines=tuple(Head(one.number, one.label, colour(numbers[one.group.id])) for one in lines),
        rows=tuple(
            StepRow(one, tuple(tuple(marks.get((one.id, line.sub_criterion.id), ())) for line in lines))
            for one in ground.options
            if one.id in touched
        ),
        without=tuple((ground.names.line(sub), why) for sub, why in known.without_steps.items()),
    )


def _mark(ground: Ground, one: OneStep) -> StepMark:
    cell = ground.names.cell(one.option, one.sub_criterion)
    then = ground.shared(one.first)
    said = f"{cell}, one step {one.direction.value} to {point_text(one.to)}: first would be {then}"
    return StepMark(SIGNS[one.direction], "changes" if one.changes else "ties", said, one.changes)


def scores(ground: Ground) -> Scores:
    """Each score alone, the smallest change first."""
    known = ground.known
    found = [one for one in known.switching_scores if one.matters]
    found.sort(key=_how_far)
    return Scores(
        rows=tuple(_row(ground, one) for one in found[:MOST_ROWS]),
        tried=len(known.switching_scores),
        changing=sum(one.overtakes_at is not None for one in found),
        tying=sum(one.overtakes_at is None for one in found),
        more=max(0, len(found) - MOST_ROWS),
    )


def _how_far(one: ScoreSwitch) -> tuple[bool, Fraction]:
    """Changes of first place before ties, then by how far the score moves."""
    to = one.overtakes_at or one.ties_at
    return not one.overtakes_at, abs(to.score - one.score_now.score) if to else Fraction(0)


def _row(ground: Ground, one: ScoreSwitch) -> ScoreRow:
    return ScoreRow(
        option=ground.names.option(one.option),
        line=ground.names.line(one.sub_criterion),
        now=point_text(one.score_now),
        ties=point_text(one.ties_at) or NONE,
        changes=point_text(one.overtakes_at) or NONE,
        first=ground.shared(one.first) if one.first else NONE,
    )
