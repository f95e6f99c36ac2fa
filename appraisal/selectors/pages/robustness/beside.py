"""Places under other weights, and with each line or group left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from appraisal.core.figures import ordinal
from appraisal.core.sensitivity import LeftOut, Level, UnderWeights
from appraisal.selectors.pages.robustness.ground import Ground, OptionName, alike

NONE = "–"


@dataclass(frozen=True)
class Way:
    """One set of weights, or what was left out, and who is first then; ``changes`` where others are now."""

    name: str
    first: str
    changes: bool
    problem: str


@dataclass(frozen=True)
class Places:
    """Ways against options. ``cells[way][option]`` is (place, total, whether the place is another now).

    The cells of a way with a ``problem`` are empty. ``changed`` counts the ways with another first place.
    """

    options: tuple[OptionName, ...]
    ways: tuple[Way, ...]
    cells: tuple[tuple[tuple[str, str, bool], ...], ...]
    changed: int

    @property
    def by_way(self) -> Iterator[tuple[Way, tuple[tuple[str, str, bool], ...]]]:
        """Each way with its cells."""
        return zip(self.ways, self.cells, strict=True)

    @property
    def by_option(self) -> Iterator[tuple[OptionName, tuple[tuple[str, str, bool], ...]]]:
        """Each option with its cells, of the ways without a problem as of those with one."""
        columns = [cells or ((NONE, "", False),) * len(self.options) for cells in self.cells]
        return zip(self.options, zip(*columns, strict=True), strict=True)


def weight_sets(ground: Ground) -> Places:
    """All weight sets side by side, as agreed first."""
    return _places(ground, [(one, one.name, one.problem) for one in ground.known.weight_sets])


def left_out(ground: Ground, level: Level) -> Places:
    """Each line, or each group, left out in turn."""
    found = [one for one in ground.known.leave_one_out if one.level is level]
    return _places(ground, [(one, ground.carrier(level, one.left_out), one.reason) for one in found])


def _places(ground: Ground, found: Sequence[tuple[UnderWeights | LeftOut, str, str]]) -> Places:
    ways = tuple(
        Way(
            name=name,
            first="" if problem else ground.shared(one.first),
            changes=not problem and set(one.first) != set(ground.known.first),
            problem=problem,
        )
        for one, name, problem in found
    )
    return Places(
        options=ground.options,
        ways=ways,
        cells=tuple(() if problem else _cells(ground, one) for one, _, problem in found),
        changed=sum(way.changes for way in ways),
    )


def _cells(ground: Ground, one: UnderWeights | LeftOut) -> tuple[tuple[str, str, bool], ...]:
    options = ground.known.options
    texts = [""] * len(options)
    if isinstance(one, UnderWeights):
        texts = alike([one.aggregates[option] for option in options])
    now = {each.id: each.rank for each in ground.evaluation.ranked}
    return tuple(
        (ordinal(one.ranks[option]), text, one.ranks[option] != now[option])
        for option, text in zip(options, texts, strict=True)
    )
