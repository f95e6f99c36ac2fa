"""The fewest one-step changes of score that change first place, and single scores that do it alone."""

from collections.abc import Iterator

from appraisal.core.figures import written
from appraisal.core.sensitivity import OneStep, Point, ScoreSwitch
from appraisal.core.sentences.robust.case import Case
from appraisal.core.sentences.words import Sentence, capital, join, number_word, plural

MOST_CELLS = 3


def smallest_change_of_score(case: Case) -> Iterator[Sentence]:
    """How many steps make first place level and how many change it; what one score alone can do."""
    if case.shared:
        yield Sentence(_parted(case), kind="scores")
    else:
        yield Sentence(_fewest(case), kind="scores")
        if alone := _alone(case):
            yield Sentence(alone, kind="one-score")
    if case.known.without_steps:
        yield Sentence(_left_as_they_are(case), kind="without-steps")


def _parted(case: Case) -> str:
    if any(one.changes for one in case.known.one_step):
        return "First place is shared, so a single one-step change of score can decide it."
    return "No single one-step change of score parts those that share first place."


def _fewest(case: Case) -> str:
    past = [one.to_overtake for one in case.known.fewest_steps if one.to_overtake is not None]
    level = [one.to_tie for one in case.known.fewest_steps if one.to_tie is not None]
    leader = case.names.option(case.known.first[0])
    if not past:
        also = "" if level else " or level with it"
        head = f"No changes of score within the scales put another {case.noun} ahead of {leader}{also}"
        return f"{head}; {_steps(min(level))} would make first place level." if level else f"{head}."
    verb = "reverse" if _two_swap(case) else "change"
    fewest = min(past)
    head = f"{capital(_steps(fewest))} would {verb} first place"
    if min(level) < fewest:
        return f"{head}; {number_word(min(level))} would make it level."
    return f"{head}; fewer would not even make it level." if fewest > 1 else f"{head}."


def _steps(count: int) -> str:
    """``one one-step change of score`` reads badly, so one is ``a single``."""
    return (
        "a single one-step change of score"
        if count == 1
        else f"{number_word(count)} one-step changes of score"
    )


def _two_swap(case: Case) -> bool:
    """Whether it must be the second who takes first place: it alone is second, with the fewest steps."""
    second = [one.id for one in case.evaluation.ranked if one.rank == 2]
    past = [(one.to_overtake, one.rival) for one in case.known.fewest_steps if one.to_overtake is not None]
    fewest = min(past)[0]
    return [rival for count, rival in past if count == fewest] == second and len(second) == 1


def _alone(case: Case) -> str:
    """The cells that change first place by themselves: by one step, or else moved as far as it takes."""
    known = case.known
    if steps := [one for one in known.one_step if one.changes]:
        told = join([_step(case, one) for one in steps], "or") if len(steps) <= MOST_CELLS else ""
        return f"One step on one score alone does it: {told or _any_of(len(steps), 'such change')}."
    cells = [(one, one.overtakes_at) for one in known.switching_scores if one.overtakes_at is not None]
    if not cells:
        return f"No single score, however far it moves on its scale, puts another {case.noun} ahead."
    told = join([_cell(case, *cell) for cell in cells], "or") if len(cells) <= MOST_CELLS else ""
    return f"One score alone does it if it moves far enough: {told or _any_of(len(cells), 'score')}."


def _any_of(count: int, noun: str) -> str:
    return f"any one of {plural(count, noun)}"


def _step(case: Case, one: OneStep) -> str:
    return f"{case.names.cell(one.option, one.sub_criterion)} {one.direction.value} to {_point(one.to)}"


def _cell(case: Case, one: ScoreSwitch, to: Point) -> str:
    place = case.names.cell(one.option, one.sub_criterion)
    return f"{place} at {_point(to)} instead of {_point(one.score_now)}"


def _point(point: Point) -> str:
    return f"“{point.mark}”" if point.mark else written(point.score)


def _left_as_they_are(case: Case) -> str:
    lines = list(case.known.without_steps)
    named = case.names.lines(lines) if len(lines) <= MOST_CELLS else plural(len(lines), "line")
    if len(lines) == 1:
        return capital(f"{named} is left as it is here: raw figures have no steps.")
    return capital(f"{named} are left as they are here: raw figures have no steps.")
