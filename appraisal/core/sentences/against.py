"""Why one option is ahead of another: better, worse and level lines, by name and by how much."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from appraisal.core.evaluation import Difference, LineDifference, difference
from appraisal.core.scoring import compared, is_not_applicable, is_scored, relative_lines
from appraisal.core.sentences.standing import Standing
from appraisal.core.sentences.words import (
    Sentence,
    amount,
    capital,
    number_word,
    plural,
    points,
    written_difference,
)
from appraisal.core.snapshot import Combine

MOST_RIVALS = 3
"""So many options right behind the leader are each told against it."""

MOST_NAMED = 8
"""So many lines are told by number and label; of more, the numbers."""

BEFORE_WEIGHTS = {
    Combine.SUM: "",
    Combine.WEIGHTED_SUM: ", in scores before weights,",
    Combine.WEIGHTED_MEAN: ", in scores before weights,",
    Combine.WEIGHTED_VALUE: ", in values of 0 to 100 before weights,",
}


def against_the_next(standing: Standing) -> Iterator[Sentence]:
    """The leader against those right behind it, two leaders, or the two that can still be first."""
    if len(standing.ranked) < 2 or not standing.anything_scored:
        return
    if len(standing.leaders) == 1:
        leader = standing.leaders[0]
        rivals = standing.could_draw_level(leader) or standing.behind_the_leaders
        for rival in rivals if len(rivals) <= MOST_RIVALS else ():
            yield from pair(standing, leader.id, rival.id, subject="it")
        return
    level = standing.leaders or standing.contenders
    if len(level) == 2:
        yield from pair(standing, level[0].id, level[1].id)


def pair(standing: Standing, one: str, other: str, *, subject: str = "") -> Iterator[Sentence]:
    """``Against Option 4 it is one point better on five lines (...), one worse on two (...) and ...``"""
    found = difference(standing.snapshot, standing.evaluation, one, other)
    before = BEFORE_WEIGHTS[standing.evaluation.combine] if found.better or found.worse else ""
    comma = "" if subject or before else ","
    head = f"Against {standing.names.option(other)}{before}{comma} {subject or standing.names.option(one)} is"
    yield Sentence(f"{head} {_clauses(standing, one, other, found)}.", kind="against")
    if standing.evaluation.combine is not Combine.SUM:
        yield from _with_weights(standing, found)


def _clauses(standing: Standing, one: str, other: str, found: Difference) -> str:
    """Better, worse, level and unknown, each with its lines; the words point and line stand once."""
    if not (found.better or found.worse or found.unknown):
        return _level_throughout(len(found.level))
    clauses: list[str] = []
    for lines, word in ((found.better, "better"), (found.worse, "worse")):
        if lines:
            clauses.append(_differing(standing, lines, word, first=not clauses))
    if not found.unknown:
        clauses += [
            f"{word} on none"
            for lines, word in ((found.better, "better"), (found.worse, "worse"))
            if not lines
        ]
    if found.level:
        noun = "" if found.better or found.worse else f" line{'' if len(found.level) == 1 else 's'}"
        clauses.append(f"level on {number_word(len(found.level))}{noun}")
    if not clauses:
        return "not comparable on any line"
    *most, last = clauses
    told = f"{', '.join(most)} and {last}" if most else last
    return f"{told}{_unknown(standing, (one, other), found.unknown)}"


def _level_throughout(count: int) -> str:
    return {1: "level on the one line", 2: "level on both lines"}.get(
        count, f"level on all {number_word(count)} lines"
    )


def _differing(standing: Standing, lines: Sequence[LineDifference], word: str, *, first: bool) -> str:
    """``one point better on five lines (...)``; amounts that differ stand inside the brackets."""
    count = plural(len(lines), "line") if first else number_word(len(lines))
    if len({line.by for line in lines}) == 1:
        by = points(lines[0].by) if first else amount(lines[0].by)
        return f"{by} {word} on {count} ({standing.names.lines([line.id for line in lines])})"
    told, most = [], MOST_NAMED if len(lines) <= MOST_NAMED else 0
    for by, same in groupby(sorted(lines, key=lambda line: -line.by), key=lambda line: line.by):
        told.append(f"{points(by)} on {standing.names.lines([line.id for line in same], most)}")
    return f"{word} on {count} ({'; '.join(told)})"


def _unknown(standing: Standing, pair: tuple[str, str], subs: Sequence[str]) -> str:
    """The lines where either option has nothing to compare, by the reason for it."""
    reasons: dict[str, list[str]] = {}
    idle: dict[str, list[str]] = {}
    for sub in subs:
        without = [one for one in pair if is_not_applicable(standing.snapshot.cell_at.get((one, sub)))]
        if without:
            idle.setdefault(standing.names.options(without), []).append(sub)
        else:
            reasons.setdefault(_why_unknown(standing, pair, sub), []).append(sub)
    told = [f"{standing.names.lines(lines)} cannot be compared {why}" for why, lines in reasons.items()]
    for who, lines in idle.items():
        told.append(f"{standing.names.lines(lines)} {'does' if len(lines) == 1 else 'do'} not apply to {who}")
    return "".join(f"; {clause}" for clause in told)


def _why_unknown(standing: Standing, pair: tuple[str, str], sub: str) -> str:
    """Why a line that applies to both cannot be compared.

    Its values may rest on the other options, so both can have a figure there and neither a value.
    """
    cells = [standing.snapshot.cell_at.get((one, sub)) for one in pair]
    if not all(map(is_scored, cells)):
        return "while a score is missing"
    if sub in {line.sub_criterion.id for line in relative_lines(standing.snapshot)}:
        if not set(pair) <= set(compared(standing.snapshot).ids):
            return "because only short-listed options that pass their gates have values there"
        missing = any(sub == at for _, at in standing.evaluation.missing)
        return "while a score is missing" if missing else "while a gate is open"
    return "without a scale"


def _with_weights(standing: Standing, found: Difference) -> Iterator[Sentence]:
    """What the better and the worse lines come to in the total, and lines whose difference has no weight."""
    gain, loss = _effect(found.better), _effect(found.worse)
    if gain and loss:
        bring = "line brings" if len(found.better) == 1 else "lines bring"
        take = "line takes" if len(found.worse) == 1 else "lines take"
        gained, lost = written_difference(gain), written_difference(loss)
        text = f"With the weights the better {bring} {gained} and the worse {take} away {lost}."
        yield Sentence(text, kind="against")
    idle = [line.id for line in (*found.better, *found.worse) if line.effect == 0]
    if idle:
        one = len(idle) == 1
        verbs = "has no weight and changes" if one else "have no weight and change"
        text = f"the difference{'' if one else 's'} on {standing.names.lines(idle)} {verbs} no total."
        yield Sentence(capital(text), kind="against")


def _effect(lines: Sequence[LineDifference]) -> Fraction:
    return sum((line.effect or Fraction(0) for line in lines), Fraction(0))
