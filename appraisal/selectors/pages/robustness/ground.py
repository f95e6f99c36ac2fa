"""What every part of the Robustness page stands on: the figures, and what things are called."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from appraisal.core.evaluation import Evaluation
from appraisal.core.figures import percent, places_that_tell_apart, written
from appraisal.core.sensitivity import Level, Point, Sensitivity
from appraisal.core.sentences import Names, option_heading
from appraisal.core.sentences.totals import second_name
from appraisal.core.snapshot import Combine, Snapshot

GROUP = "group:"
"""Before the id of a criteria group where it stands beside lines in one list of choices."""


@dataclass(frozen=True)
class OptionName:
    """An option as tables name it: the heading, and the name under it where that is another."""

    id: str
    heading: str
    name: str


@dataclass(frozen=True)
class Ground:
    """The snapshot, its evaluation and what would change its ranking, with the names of everything."""

    snapshot: Snapshot
    evaluation: Evaluation
    known: Sensitivity
    names: Names

    @property
    def options(self) -> tuple[OptionName, ...]:
        """The ranked options in rank order."""
        return tuple(self.named(option) for option in self.known.options)

    def named(self, option_id: str) -> OptionName:
        """One option."""
        option = self.snapshot.option[option_id]
        return OptionName(option_id, option_heading(option), second_name(option))

    def carrier(self, level: Level, name: str) -> str:
        """``2a Clear leadership`` or ``2 Governance``."""
        return self.names.group(name) if level is Level.GROUPS else self.names.line(name)

    def shared(self, options: Sequence[str]) -> str:
        """``Option 6``; ``Options 6 and 4, level``; ``all six options, level``."""
        if len(options) == 1:
            return self.names.option(options[0])
        if len(options) == len(self.known.options) > 2:
            return f"all {len(options)} options, level"
        return f"{self.names.options(options)}, level"


def choice(level: Level, name: str) -> str:
    """A line or a group as one choice among both."""
    return f"{GROUP}{name}" if level is Level.GROUPS else name


def weight_text(share: Fraction) -> str:
    """A weight as a percentage with at most one decimal."""
    return percent(share, 1)


def weight_now(ground: Ground, share: Fraction) -> str:
    """A weight as it is now; under a plain total, where lines are counted, 7.7% (1 of 13)."""
    text = weight_text(share)
    counted = ground.evaluation.combine is Combine.SUM and 1000 % share.denominator
    return f"{text} ({share.numerator} of {share.denominator})" if counted else text


def alike(figures: Sequence[Fraction]) -> list[str]:
    """Figures with as many decimals as tell different ones apart, all with the same number of them."""
    places = places_that_tell_apart(figures)
    return [written(figure, places, fixed=True) for figure in figures]


def point_text(point: Point | None) -> str:
    """A point of a scale, or the name of a mark; empty for none."""
    return "" if point is None else point.mark or written(point.score)
