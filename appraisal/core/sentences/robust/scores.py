"""The fewest one-step changes of score that change first place, and single scores that do it alone."""

from collections.abc import Iterator, Sequence

from appraisal.core.figures import written
from appraisal.core.sensitivity import Level, OneStep, Point, ScoreSwitch
from appraisal.core.sentences.robust.case import Case
from appraisal.core.sentences.words import Sentence, capital, join, number_word, plural, points

MOST_CELLS = 3


def smallest_change_of_score(case: Case) -> Iterator[Sentence]:
    """How many steps make first place level and how many change it; what one score alone can do."""
    without = case.known.without_steps
    if len(without) == len(case.evaluation.scored_lines):
        yield Sentence(
            "Every line holds raw figures, so there are no steps of score to count.", kind="scores"
        )
        return
    if case.shared:
        yield Sentence(_parted(case), kind="scores")
    else:
        yield Sentence(_fewest(case), kind="scores")
        if any(one.to_overtake for one in case.known.fewest_steps):
            yield from _one_score(case)
    if without:
        yield Sentence(_left_as_they_are(case), kind="without-steps")


def _parted(case: Case) -> str:
    changing = [one for one in case.known.one_step if one.changes]
    if any(len(one.first) == 1 and one.first[0] in case.known.first for one in changing):
        return "One step on a single score is enough to put one of those that share first place ahead."
    if changing:
        return "One step on a single score is enough to change who is first."
    return "No single one-step change of score changes who shares first place."


def _fewest(case: Case) -> str:
    """How many steps, of which ones where a single step is enough."""
    past = [one.to_overtake for one in case.known.fewest_steps if one.to_overtake is not None]
    level = [one.to_tie for one in case.known.fewest_steps if one.to_tie is not None]
    if not past:
        return _never(case, min(level, default=0))
    fewest = min(past)
    if fewest == 1:
        steps = [one for one in case.known.one_step if one.changes]
        told = _or([_step(case, one) for one in steps]) if len(steps) <= MOST_CELLS else ""
        told = told or _any_of(len(steps))
        return f"A single one-step change of score would change first place: {told}."
    head = f"{capital(_steps(fewest))} would {'reverse' if _two_swap(case) else 'change'} first place"
    if min(level) < fewest:
        return f"{head}; {number_word(min(level))} would make it level."
    return f"{head}; fewer would not even make it level."


def _never(case: Case, level: int) -> str:
    """No steps are enough; ``level``: how many make first place level, 0 where none do."""
    also = "" if level else " or level with it"
    leader = case.names.option(case.known.first[0])
    head = f"No changes of score within the scales put another {case.noun} ahead of {leader}{also}"
    return f"{head}; {_steps(level)} would make first place level." if level else f"{head}."


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


def _one_score(case: Case) -> Iterator[Sentence]:
    """The scores that change first place alone, moved by more than one step; one step stands before."""
    if any(one.changes for one in case.known.one_step):
        return
    found = [(one, one.overtakes_at) for one in case.known.switching_scores if one.overtakes_at is not None]
    if not found:
        text = f"No single score, however far it moves on its scale, puts another {case.noun} ahead."
    else:
        told = _or([_cell(case, *cell) for cell in found]) if len(found) <= MOST_CELLS else _far(found)
        text = f"One score alone changes first place if it moves far enough: {told}."
    yield Sentence(text, kind="one-score")


def _far(found: Sequence[tuple[ScoreSwitch, Point]]) -> str:
    """``any one of six scores, by four points``; without how far where a verbal mark is among them."""
    some = _any_of(len(found))
    moved = [abs(to.score - one.score_now.score) for one, to in found if not to.mark]
    if len(moved) < len(found):
        return some
    return f"{some}, by {points(min(moved))}{'' if min(moved) == max(moved) else ' or more'}"


def _any_of(count: int) -> str:
    return f"any one of {plural(count, 'score')}"


def _or(items: Sequence[str]) -> str:
    """``a``, ``a, or b``, ``a, b, or c``."""
    return ", or ".join(part for part in (", ".join(items[:-1]), items[-1]) if part)


def _step(case: Case, one: OneStep) -> str:
    return f"{case.names.cell(one.option, one.sub_criterion)} {one.direction.value} to {_point(one.to)}"


def _cell(case: Case, one: ScoreSwitch, to: Point) -> str:
    place = case.names.cell(one.option, one.sub_criterion)
    return f"{place} at {_point(to)} instead of {_point(one.score_now)}"


def _point(point: Point) -> str:
    return f"“{point.mark}”" if point.mark else written(point.score)


def _left_as_they_are(case: Case) -> str:
    lines = list(case.known.without_steps)
    named = (
        join(case.carriers(Level.SUB_CRITERIA, lines))
        if len(lines) <= MOST_CELLS
        else plural(len(lines), "line")
    )
    if len(lines) == 1:
        return capital(f"{named} is left as it is here: raw figures have no steps.")
    return capital(f"{named} are left as they are here: raw figures have no steps.")
