"""One weight at a time: where first place changes, as bars and as a table of every line or group."""

from dataclasses import dataclass
from fractions import Fraction

from appraisal.charts import switch_bar
from appraisal.core.sensitivity import Direction, Level, Turn, WeightSwitch
from appraisal.core.sentences import lines_note
from appraisal.core.sentences.words import capital
from appraisal.selectors.pages.robustness.ground import Ground, choice, weight_now, weight_text

TITLES = {
    Level.SUB_CRITERIA: ("Each line", "Line"),
    Level.GROUPS: ("Each criteria group", "Criteria group"),
}
MOST_BARS = 12
"""Of more points of change the nearest are drawn."""

NONE_MOVES = "No weight here can move alone: the table says why."

NEAREST = "These are the {} nearest points of change; the table has {} more."


@dataclass(frozen=True)
class SwitchBar:
    """One line with a point of change: ``points`` are (where, who), and ``bar`` is SVG."""

    label: str
    choice: str
    now: str
    points: tuple[tuple[str, str], ...]
    bar: str


@dataclass(frozen=True)
class SwitchRow:
    """One line in the table: its weight, what more and what less of it do, and who is first at 100%."""

    label: str
    now: str
    more: str
    less: str
    alone: str
    switches: bool


@dataclass(frozen=True)
class Switching:
    """All lines, or all groups.

    ``bars`` are those with a point of change, nearest first, and ``more`` says that some of them are left to
    the table; ``rest`` says what holds for those without one; ``all`` opens the table.
    """

    title: str
    head: str
    all: str
    bars: tuple[SwitchBar, ...]
    more: str
    rest: str
    rows: tuple[SwitchRow, ...]


def switching(ground: Ground, level: Level) -> Switching:
    """The bars of those with a switch, and all of them as a table."""
    found = [one for one in ground.known.switching_weights if one.level is level]
    with_switch = sorted((one for one in found if _points(one)), key=_nearest)
    more = len(with_switch) - MOST_BARS
    return Switching(
        title=TITLES[level][0],
        head=TITLES[level][1],
        all=f"All {len(found)} as a table" if len(found) > 1 else "As a table",
        bars=tuple(_bar(ground, one) for one in with_switch[:MOST_BARS]),
        more=NEAREST.format(MOST_BARS, more) if more > 0 else "",
        rest=lines_note(ground.snapshot, ground.evaluation, ground.known, level)
        or ("" if with_switch else NONE_MOVES),
        rows=tuple(_row(ground, one) for one in found),
    )


def _points(one: WeightSwitch) -> list[tuple[Turn, Fraction]]:
    return [(turn, turn.weight) for turn in one.turns if turn.weight is not None]


def _bar(ground: Ground, one: WeightSwitch) -> SwitchBar:
    points = _points(one)
    spans = [
        (weight, Fraction(1)) if turn.direction is Direction.UP else (Fraction(0), weight)
        for turn, weight in points
    ]
    return SwitchBar(
        label=ground.carrier(one.level, one.id),
        choice=choice(one.level, one.id),
        now=weight_now(ground, one.weight_now),
        points=tuple((_where(turn, weight, one), _who(ground, turn)) for turn, weight in points),
        bar=switch_bar(one.weight_now, spans),
    )


def _nearest(one: WeightSwitch) -> Fraction:
    return min(abs(weight - one.weight_now) for _, weight in _points(one))


def _where(turn: Turn, weight: Fraction, one: WeightSwitch) -> str:
    up = turn.direction is Direction.UP
    if weight == one.weight_now:
        return "any more" if up else "any less"
    return f"{'above' if up else 'below'} {weight_text(weight)}"


def _who(ground: Ground, turn: Turn) -> str:
    return ground.shared(turn.overtaken_by)


def _row(ground: Ground, one: WeightSwitch) -> SwitchRow:
    return SwitchRow(
        label=ground.carrier(one.level, one.id),
        now=weight_text(one.weight_now),
        more=_said(ground, one, one.up),
        less=_said(ground, one, one.down),
        alone=_alone(ground, one),
        switches=bool(_points(one)),
    )


def _said(ground: Ground, one: WeightSwitch, turn: Turn | None) -> str:
    if turn is None or turn.reason:
        return (turn.reason if turn else one.reason) or "–"
    if turn.weight is not None:
        return f"{capital(_where(turn, turn.weight, one))}: {_who(ground, turn)}"
    if turn.level_at_end:
        end = "100%" if turn.direction is Direction.UP else "0%"
        return f"Level at {end}"
    return "No change"


def _alone(ground: Ground, one: WeightSwitch) -> str:
    """Who is first where it carries all the weight."""
    if not one.ends:
        return "–"
    best = max(whole for _, whole in one.ends.values())
    return ground.shared([option for option, (_, whole) in one.ends.items() if whole == best])
