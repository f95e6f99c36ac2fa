"""Each rival against who is first: steps of score, its lines together, and who beats it everywhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from appraisal.core.figures import written
from appraisal.core.sensitivity import Dominance, FewestSteps, Joint, Level, Prospect
from appraisal.core.sentences import plural
from appraisal.core.sentences.words import capital
from appraisal.selectors.pages.robustness.ground import Ground, OptionName

HALF = Fraction(1, 2)


@dataclass(frozen=True)
class RivalRow:
    """One rival: the steps to draw level and to pass, its lines together, and whether it can be first."""

    option: OptionName
    level: str
    ahead: str
    lines: str
    factor: str
    can_lead: str


@dataclass(frozen=True)
class DominanceRow:
    """An option and those that it dominates, by line and by group."""

    option: OptionName
    by_line: str
    by_group: str


@dataclass(frozen=True)
class Rivals:
    """The rivals of ``leader``, and who is at least as good as whom everywhere."""

    leader: str
    rows: tuple[RivalRow, ...]
    dominance: tuple[DominanceRow, ...]


def rivals(ground: Ground) -> Rivals:
    """Every option but the first of those who are first."""
    known = ground.known
    joint = {one.rival: one for one in known.joint_switching}
    prospects = {one.option: one for one in known.prospects}
    return Rivals(
        leader=ground.names.option(known.first[0]),
        rows=tuple(_row(ground, one, joint[one.rival], prospects[one.rival]) for one in known.fewest_steps),
        dominance=_dominance(ground, known.dominance),
    )


def _row(ground: Ground, steps: FewestSteps, joint: Joint, prospect: Prospect) -> RivalRow:
    return RivalRow(
        option=ground.named(steps.rival),
        level=_count(steps.to_tie),
        ahead=_count(steps.to_overtake),
        lines=ground.names.lines(joint.lines, most=4) if joint.lines else "none",
        factor=_factor(ground, joint),
        can_lead=_can_lead(ground, prospect),
    )


def _count(steps: int | None) -> str:
    return "never" if steps is None else "level now" if steps == 0 else str(steps)


def _factor(ground: Ground, joint: Joint) -> str:
    if joint.factor is None:
        return joint.reason or "no factor is enough"
    text = f"Ahead {_above(joint.factor)}"
    if joint.rival_first:
        return f"{text}, and then first"
    before = ""
    if joint.changes_at is not None and joint.changes_at < joint.factor and joint.changes_to:
        before = f"; first place goes to {ground.shared(joint.changes_to)} {_above(joint.changes_at)}"
    then = f", but {ground.shared(joint.first)} first" if joint.first and not before else ""
    return f"{text}{then}{before}"


def _above(factor: Fraction) -> str:
    return f"above {times(factor)}" if factor > 1 else "with any more weight"


def times(factor: Fraction) -> str:
    """``2½ times``, ``4 times``, ``1.33 times``."""
    whole, rest = divmod(factor, 1)
    text = f"{whole or ''}½" if rest == HALF else written(factor)
    return f"{text} times"


def _can_lead(ground: Ground, prospect: Prospect) -> str:
    if prospect.can_be_first:
        return "Yes"
    if prospect.matched_by:
        return f"No: matched or beaten on every line by {ground.names.options(prospect.matched_by, 'and')}"
    return "No: whatever the weights, another is at least level"


def _dominance(ground: Ground, pairs: Sequence[Dominance]) -> tuple[DominanceRow, ...]:
    over: dict[str, dict[Level, list[str]]] = {}
    for pair in pairs:
        over.setdefault(pair.option, {}).setdefault(pair.by, []).append(pair.dominates)
    return tuple(
        DominanceRow(
            one,
            *(_listed(ground, over[one.id].get(level, [])) for level in (Level.SUB_CRITERIA, Level.GROUPS)),
        )
        for one in ground.options
        if one.id in over
    )


def _listed(ground: Ground, options: Sequence[str]) -> str:
    if len(options) > 8:
        return capital(plural(len(options), "option"))
    return ground.names.options(options) if options else "none"
