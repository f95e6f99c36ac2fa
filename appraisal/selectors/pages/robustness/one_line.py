"""Every total as the weight of one line or group goes from 0% to 100%, in a picture and at chosen weights."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from appraisal.charts import Straight, Upright, totals_picture
from appraisal.core.figures import ordinal, written
from appraisal.core.sensitivity import Direction, Level, Turn, WeightSwitch
from appraisal.core.sentences import READING, join
from appraisal.core.snapshot import Combine
from appraisal.selectors.pages.robustness.ground import Ground, OptionName, alike, choice, weight_text

LONGEST = 12
"""Letters of a name beside the picture; a longer one is cut."""

MOST_TOLD = 12
"""So many options are read out in the description of the picture; the table has them all."""


@dataclass(frozen=True)
class Carrier:
    """A line or group whose weight can be varied; ``id`` is one of the choices of the page."""

    id: str
    label: str
    switch: WeightSwitch


@dataclass(frozen=True)
class Varied:
    """All that the picture and its table are made of, for every line and group: kept until a save."""

    options: tuple[OptionName, ...]
    called: Mapping[str, str]
    first: tuple[str, ...]
    carriers: tuple[Carrier, ...]
    start: str
    unit: str

    @property
    def lines(self) -> tuple[Carrier, ...]:
        """The carriers that are lines."""
        return tuple(one for one in self.carriers if one.switch.level is Level.SUB_CRITERIA)

    @property
    def groups(self) -> tuple[Carrier, ...]:
        """The carriers that are groups."""
        return tuple(one for one in self.carriers if one.switch.level is Level.GROUPS)


@dataclass(frozen=True)
class Column:
    """A weight at which the table gives every total. ``shown`` is the one of the slider."""

    head: str
    weight: str
    shown: bool


@dataclass(frozen=True)
class TotalRow:
    """One option: (total, place, whether it is first) at each weight."""

    option: OptionName
    cells: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True)
class OneLine:
    """The picture, the table and who is first at the weight shown. ``slider`` is that weight in percent."""

    carrier: str
    label: str
    picture: str
    columns: tuple[Column, ...]
    rows: tuple[TotalRow, ...]
    shown: str
    first: str
    slider: str
    unit: str
    reading: str


def varied(ground: Ground) -> Varied:
    """Everything that can be varied; the picture starts with the nearest point of change."""
    carriers = tuple(
        Carrier(choice(one.level, one.id), ground.carrier(one.level, one.id), one)
        for one in ground.known.switching_weights
        if one.ends
    )
    nearest = min(carriers, key=_distance, default=None)
    return Varied(
        options=ground.options,
        called={option: ground.names.option(option) for option in ground.known.options},
        first=ground.known.first,
        carriers=carriers,
        start=nearest.id if nearest else "",
        unit=unit_of(ground),
    )


def _distance(one: Carrier) -> Fraction:
    """From the weight now to the nearest point of change; more than there can be where there is none."""
    points = [turn.weight for turn in one.switch.turns if turn.weight is not None]
    return min((abs(point - one.switch.weight_now) for point in points), default=Fraction(2))


def unit_of(ground: Ground) -> str:
    """What the totals here are, where the totals of the results are something else."""
    evaluation, known = ground.evaluation, ground.known
    top = evaluation.by_id[known.options[0]]
    if top.aggregate is None or evaluation.combine is Combine.WEIGHTED_VALUE:
        return "Totals here are weighted values, from 0 to 100, as in the results."
    if evaluation.combine is Combine.WEIGHTED_MEAN:
        return "Totals here are weighted means of the scores, as in the results."
    one = next((one for one in known.switching_weights if one.ends), None)
    if one is None:
        return ""
    mean = one.total_at(top.id, one.weight_now)
    called = ground.names.option(top.id)
    return (
        "Totals here are means of the scores by weight, so that they can be compared at every weight: "
        f"the {written(top.aggregate)} points of {called} are a mean of {written(mean)}."
    )


def one_line(found: Varied, carrier: str, weight: Fraction | None) -> OneLine:
    """The picture of one line or group, at a weight from 0 to 1; None is the weight now."""
    one = next(each for each in found.carriers if each.id == carrier)
    switch = one.switch
    at = switch.weight_now if weight is None else weight
    wanted = {Fraction(0): "No weight", Fraction(1): "All weight"}
    wanted |= {turn.weight: "First place level" for turn in switch.turns if turn.weight is not None}
    wanted[switch.weight_now] = "Weight now"
    if at != switch.weight_now:
        wanted[at] = f"{wanted[at]}, chosen" if at in wanted else "Weight chosen"
    columns = sorted(wanted.items())
    first = _first(found, switch, at)
    return OneLine(
        carrier=one.id,
        label=one.label,
        picture=_picture(found, one, at),
        columns=tuple(
            Column(head, weight_text(share), shown=share == at != switch.weight_now)
            for share, head in columns
        ),
        rows=_rows(found, switch, [share for share, _ in columns]),
        shown=weight_text(at),
        first=_said(found, first),
        slider=written(100 * at, 1),
        unit=found.unit,
        reading=READING["against-weight"],
    )


def _totals(found: Varied, switch: WeightSwitch, at: Fraction) -> dict[str, Fraction]:
    return {one.id: switch.total_at(one.id, at) for one in found.options}


def _first(found: Varied, switch: WeightSwitch, at: Fraction) -> list[str]:
    totals = _totals(found, switch, at)
    best = max(totals.values())
    return [option for option, total in totals.items() if total == best]


def _said(found: Varied, first: Sequence[str]) -> str:
    if len(first) == 1:
        return f"{found.called[first[0]]} is first"
    return f"{join([found.called[option] for option in first])} share first place"


def _rows(found: Varied, switch: WeightSwitch, weights: Sequence[Fraction]) -> tuple[TotalRow, ...]:
    by_column = []
    for weight in weights:
        totals = _totals(found, switch, weight)
        texts = dict(zip(totals, alike(list(totals.values())), strict=True))
        above = {option: sum(other > total for other in totals.values()) for option, total in totals.items()}
        by_column.append((texts, above))
    return tuple(
        TotalRow(
            one,
            tuple(
                (texts[one.id], ordinal(above[one.id] + 1), not above[one.id]) for texts, above in by_column
            ),
        )
        for one in found.options
    )


def _picture(found: Varied, one: Carrier, at: Fraction) -> str:
    switch, names = one.switch, _short(found.options)
    leads = {option for turn in switch.turns for option in turn.overtaken_by}
    lines = [
        Straight(
            names[option.id],
            *switch.ends[option.id],
            look="first" if option.id in found.first else "leads" if option.id in leads else "other",
        )
        for option in found.options
    ]
    points = [(turn, turn.weight) for turn in switch.turns if turn.weight is not None]
    marks = [_mark(names, turn, weight) for turn, weight in points if weight != switch.weight_now]
    now = f"now {weight_text(switch.weight_now)}"
    marks.append(Upright(switch.weight_now, now if len(found.first) == 1 else f"{now}: level", now, "now"))
    if at != switch.weight_now:
        marks.append(Upright(at, f"chosen {weight_text(at)}", weight_text(at), "shown"))
    title = f"Totals of {len(lines)} options as the weight of {one.label} goes from 0% to 100%"
    return totals_picture(lines, marks, title=title, told=_description(found, switch))


def _short(options: Sequence[OptionName]) -> dict[str, str]:
    """Names that fit beside the picture: cut at the end, in the middle where that would make two alike."""
    cut = {one.id: _cut(one.heading, LONGEST - 1, 0) for one in options}
    alike = Counter(cut.values())
    return {
        one.id: cut[one.id] if alike[cut[one.id]] == 1 else _cut(one.heading, LONGEST // 2 - 1, LONGEST // 2)
        for one in options
    }


def _cut(name: str, head: int, tail: int) -> str:
    return name if len(name) <= LONGEST else f"{name[:head].rstrip()}…{name[len(name) - tail :].lstrip()}"


def _mark(names: Mapping[str, str], turn: Turn, weight: Fraction) -> Upright:
    way = "above" if turn.direction is Direction.UP else "below"
    who = [names[option] for option in turn.overtaken_by]
    leader = who[0] if len(who) == 1 else f"{len(who)} options"
    return Upright(weight, f"{way} {weight_text(weight)}: {leader}", weight_text(weight), "switch")


def _description(found: Varied, switch: WeightSwitch) -> str:
    told = []
    for option in found.options[:MOST_TOLD]:
        nought, now, whole = (
            written(switch.total_at(option.id, at)) for at in (Fraction(0), switch.weight_now, Fraction(1))
        )
        told.append(f"{option.heading}: {nought} at 0%, {now} now, {whole} at 100%.")
    if len(found.options) > MOST_TOLD:
        told.append("The table beneath has every option.")
    return " ".join(told)
