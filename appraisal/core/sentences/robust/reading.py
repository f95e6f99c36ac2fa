"""How to read each picture and table of robustness, in plain words, and the notes below them."""

from fractions import Fraction
from math import isqrt

from appraisal.core.evaluation import Evaluation, RankShares
from appraisal.core.figures import written
from appraisal.core.sensitivity import Level, Sensitivity
from appraisal.core.sentences.robust.case import Case
from appraisal.core.sentences.words import number_word, plural
from appraisal.core.snapshot import Snapshot

EVENLY = "drawn evenly from all that add up to 100%"
BETWEEN = "with each weight drawn between half and double of what it is now"

READING = {
    "words": (
        "A line is one scored sub-criterion. A weighting shares out 100% of the weight among the lines. A "
        "one-step change moves one score to the next point of its scale. First outright means first alone."
    ),
    "acceptability": (
        "Each row is an option and each column a place. A cell says in how many of all weightings drawn the "
        "option takes that place: the darker, the more. Options that are level share the better place. "
        "Empty means that it never happened in the draws, and >99% with nothing beside it that it happened "
        "in all of them: some rarer weighting could still give another place."
    ),
    "bounded": ("The same count, but no weight is less than half or more than double of what it is now."),
    "switching": (
        "One line at a time gets more or less weight, while all the others keep their proportions. The "
        "black mark is the weight now. Striped is where another option leads."
    ),
    "against-weight": (
        "Each line drawn is one option: thick for who is first now, dashed for who leads past a point of "
        "change. Follow it from left (no weight on what you chose) to right (all the weight): the highest at "
        "any point leads there, and where two cross, they are level. The upright marks are the weight now, "
        "the points of change if there are any, and the weight that you chose."
    ),
    "weight-sets": (
        "The same scores under different weights, side by side. Each column is one set of weights: it shows "
        "each option's place and its total. A place that changes from column to column depends on the "
        "weights."
    ),
    "leave-one-out": (
        "Each row leaves out one line, or one whole criteria group, and ranks the options by the rest. If "
        "the first place is the same in every row, it does not rest on any one of them."
    ),
    "one-step": (
        "Each cell is one score. A mark says that this score alone, one step up or one step down, would "
        "change who comes first or make first place level. No mark: one step there changes nothing about "
        "first place."
    ),
    "fewest": (
        "How many single steps of score, up for this option or down for the one that is first, it takes for "
        "the two to be level, and for this option to be ahead. The steps that bring most are taken first."
    ),
    "joint": (
        "All the lines on which an option is ahead of the one that is first count more, by one factor; all "
        "the other lines count as now. The factor is where the two are level."
    ),
    "switching-scores": (
        "One score moves along its scale and all the others stay. The table says at which score first place "
        "would be level and at which it would change. A dash: no point of the scale does it."
    ),
    "dominance": (
        "An option dominates another if it is at least as good on every line and better on one. No weights "
        "can then put the other ahead."
    ),
}
"""By part of the page. A dash and a mark mean what pages show there."""


def lines_note(
    snapshot: Snapshot, evaluation: Evaluation, known: Sensitivity, level: Level = Level.SUB_CRITERIA
) -> str:
    """Below the bars: what is so of the lines (groups) without a switching weight; empty without any."""
    case = Case(snapshot, evaluation, known)
    switches = [one for one in case.switches(level) if not one.reason]
    quiet = [one for one in switches if all(turn.weight is None for turn in one.turns)]
    if not quiet:
        return ""
    noun = "line" if level == Level.SUB_CRITERIA else "criteria group"
    if len(quiet) == 1 or len(quiet) < len(switches):
        which = f"For the other {noun if len(quiet) == 1 else plural(len(quiet), noun)} no weight puts"
    else:
        none = "neither" if len(quiet) == 2 else "none"
        other = "other " if len(switches) < len(case.switches(level)) else ""
        which = f"For {none} of the {plural(len(quiet), f'{other}{noun}')} does any weight put"
    whole = sum(bool(one.up and one.up.level_at_end) for one in quiet)
    nothing = sum(bool(one.down and one.down.level_at_end) for one in quiet)
    told = [f"alone at 100% {_level(case, len(quiet), whole)}"] if whole else []
    told += [f"at 0% {_level(case, len(quiet), nothing)}"] if nothing else []
    return "; ".join([f"{which} another {case.noun} ahead", " and ".join(told)]).removesuffix("; ") + "."


def _level(case: Case, count: int, some: int) -> str:
    """``seven of them make first place shared``."""
    if case.shared:
        what = "it brings" if count == 1 else f"{_of(count, some)} {'brings' if some == 1 else 'bring'}"
        return f"{what} another {case.noun} level"
    if count == 1:
        return "first place is shared"
    return f"{_of(count, some)} {'makes' if some == 1 else 'make'} first place shared"


def _of(count: int, some: int) -> str:
    if some == count:
        return "both of them" if count == 2 else "all of them"
    return f"{number_word(some)} of them"


def drawn_caption(drawn: RankShares, count: int, *, bounded: bool = False) -> str:
    """What was drawn, with the seed: ``count`` lines or groups; the margin is of a 99% interval at a half.

    ``bounded``: of the weightings between half and double of what the weights are now.
    """
    what = "line" if drawn.on == Level.SUB_CRITERIA else "criteria group"
    margin = min(Fraction(isqrt(1288**2 * 10**4 // drawn.draws), 1000), Fraction(100))
    return (
        f"{drawn.draws:,} weightings of the {plural(count, what)} {BETWEEN if bounded else EVENLY} "
        f"(seed {drawn.seed}; shares are within about {written(margin, 1)} points). This counts "
        "weightings. It is not the chance that the ranking is right."
    )
