"""Who leads and by how much; where nothing leads, why not."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from appraisal.core.figures import ordinal_word, written
from appraisal.core.scoring import is_scored, without_scale
from appraisal.core.sentences.standing import Ranked, Standing
from appraisal.core.sentences.words import Sentence, capital, join, number_word, plural, written_difference
from appraisal.core.snapshot import Combine, Kind

MOST_NAMED = 6
"""So many options are named one by one; more are counted."""


def opening(standing: Standing) -> Iterator[Sentence]:
    """The first sentence of all: who leads, or why nobody does."""
    if len(standing.leaders) == 1 and len(standing.ranked) > 1 and standing.anything_scored:
        yield from _one_leader(standing, standing.leaders[0])
    else:
        yield Sentence(_no_leader(standing), strong=True, kind="leader")


def _no_leader(standing: Standing) -> str:
    reasons = not_ready(standing)
    if reasons:
        head = "No option is ranked" if _scored_at_all(standing) else "Nothing is scored yet"
        return f"{head}: {join(reasons)}."
    if not standing.ranked:
        return "No option is ranked."
    if not standing.anything_scored:
        return _nothing_scored(standing)
    if len(standing.ranked) == 1:
        only = standing.ranked[0]
        subject, total = standing.names.subject(only.id), standing.total_in_words(only)
        return f"Only {subject} is ranked, with {total}: there is no other total to compare."
    return _shared(standing) if standing.leaders else _undecided(standing)


def _scored_at_all(standing: Standing) -> bool:
    return any(is_scored(cell) for cell in standing.snapshot.cells)


def not_ready(standing: Standing) -> list[str]:
    """What must be set before there can be a total, each as a clause; nothing where there are totals."""
    snapshot, evaluation = standing.snapshot, standing.evaluation
    if standing.ranked:
        return []
    without = without_scale(snapshot)
    reasons = []
    if not evaluation.scored_lines:
        reasons.append("no line asks for a score" if snapshot.lines else "no criteria have been entered")
    elif without:
        every = len(without) == len(evaluation.scored_lines)
        reasons.append(f"no scale has been set{'' if every else ' for ' + plural(len(without), 'line')}")
    if not standing.short_listed:
        reasons.append(
            "no option is on the short list" if snapshot.options else "no options have been entered"
        )
    if not reasons and not _counted_as_values(standing):
        reasons.append("raw figures count only where values are combined")
    if not reasons and not evaluation.weights:
        reasons.append("no weights have been set")
    return reasons


def _counted_as_values(standing: Standing) -> bool:
    """Whether no raw figure stands where scores, not values, are combined."""
    lines = [standing.snapshot.line[sub] for sub in standing.evaluation.scored_lines]
    raw = any(line.sub_criterion.kind is Kind.MEASURE for line in lines)
    return not raw or standing.evaluation.combine is Combine.WEIGHTED_VALUE


def what_is_open(standing: Standing) -> str:
    """``whatever the two missing scores turn out to be``, ``however the open gate is marked``, or both."""
    clauses = []
    if count := len(standing.missing):
        few = "missing score" if count == 1 else f"{number_word(count)} missing scores"
        turn = "turns" if count == 1 else "turn"
        clauses.append(f"whatever the {few}{_that_count(standing)} {turn} out to be")
    if count := len(standing.open_gates):
        few = "open gate is" if count == 1 else f"{number_word(count)} open gates are"
        clauses.append(f"however the {few} marked")
    return join(clauses)


def _that_count(standing: Standing) -> str:
    """`` that count``, where other scores are missing too, of options that have no place to wait for."""
    if standing.missing == standing.missing_anywhere:
        return ""
    return " that counts" if len(standing.missing) == 1 else " that count"


def lead_over_the_next(first: Ranked, other: Ranked) -> str:
    """How far one total is above another: ``3``, ``between 3 and 7``, ``up to 3``."""
    least, most = first.floor - other.ceiling, first.ceiling - other.floor
    if written(least) == written(most):
        return written_difference(least)
    if written(least) == "0":
        return f"up to {written(most)}"
    return f"between {written(least)} and {written(most)}"


def lead_over_all(standing: Standing) -> str:
    """``at least 3``: the least that the leaders can end ahead of everybody else."""
    others = max(one.ceiling for one in standing.ranked if one not in standing.leaders)
    return f"at least {written_difference(standing.leaders[0].floor - others)}"


def named(standing: Standing, some: Sequence[Ranked]) -> str:
    """``Options 4 and 2``; more than a few are counted: ``12 options``."""
    if len(some) > MOST_NAMED:
        return f"{number_word(len(some))} options"
    return standing.names.options([one.id for one in some])


def with_totals(standing: Standing, some: Sequence[Ranked]) -> str:
    """``Option 6 (50 to 58) and Option 4 (54)``; more than a few are counted."""
    if len(some) > MOST_NAMED:
        return f"{number_word(len(some))} options"
    return join([f"{standing.names.option(one.id)} ({standing.total(one)})" for one in some])


def has(standing: Standing, one: Ranked) -> str:
    """``has 57 points``, or ``can end with 46 to 50 points`` while scores are missing."""
    return f"{'has' if one.known else 'can end with'} {standing.total_in_words(one)}"


def _nothing_scored(standing: Standing) -> str:
    count = len(standing.missing)
    what = "the one score is missing" if count == 1 else f"all {number_word(count)} scores are missing"
    head = "No ranked option is scored yet" if _scored_at_all(standing) else "Nothing is scored yet"
    return f"{head}: {what}, so no option is ahead."


def _one_leader(standing: Standing, leader: Ranked) -> Iterator[Sentence]:
    subject, still_open = standing.names.subject(leader.id), what_is_open(standing)
    if rivals := standing.could_draw_level(leader):
        level = f"{with_totals(standing, rivals)} can at most draw level"
        text = f"{subject} cannot be overtaken: it {has(standing, leader)}, and {level}."
        yield Sentence(text, strong=True, kind="leader")
        return
    head, tail = f"{subject} comes first with {standing.total_in_words(leader)}", _ahead_of_the_rest(standing)
    if still_open:
        yield Sentence(f"{head}, {still_open}.", strong=True, kind="leader")
        yield Sentence(f"It is {tail}.", kind="margin")
    else:
        yield Sentence(f"{head}, {tail}.", strong=True, kind="leader")


def _ahead_of_the_rest(standing: Standing) -> str:
    """``3 ahead of Option 4, County Council leads (54)``, or the least lead over all the others."""
    behind, place = standing.behind_the_leaders, ordinal_word(len(standing.leaders) + 1)
    if not behind:
        return f"{lead_over_all(standing)} ahead of every other option, with {place} place not decided"
    ahead = f"{lead_over_the_next(standing.leaders[0], behind[0])} ahead of"
    if len(behind) == 1:
        return f"{ahead} {standing.names.introduced(behind[0].id)} ({standing.total(behind[0])})"
    return f"{ahead} {named(standing, behind)}, which share {place} place ({standing.total(behind[0])} each)"


def _shared(standing: Standing) -> str:
    leaders, names = standing.leaders, standing.names
    everyone = len(leaders) == len(standing.ranked)
    if len(leaders) == 2:
        who = f"{names.subject(leaders[0].id)} and {names.subject(leaders[1].id)}"
    else:
        who = f"All {number_word(len(leaders))} ranked options" if everyone else named(standing, leaders)
    head = f"{capital(who)} share first place with {standing.total_in_words(leaders[0])} each"
    if everyone:
        only = "no other option is ranked" if len(leaders) == 2 else "the scores put none of them ahead"
        return f"{head}: {only}."
    if joiners := standing.could_draw_level(leaders[0]):
        return f"{head}; {with_totals(standing, joiners)} can at most draw level."
    parts = [head, _ahead_of_the_rest(standing), what_is_open(standing)]
    return f"{', '.join(part for part in parts if part)}."


def _undecided(standing: Standing) -> str:
    """First place is open: what is missing, and who could still take it."""
    missing, gates = len(standing.missing), len(standing.open_gates)
    still_open = []
    if missing:
        are = "is" if missing == 1 else "are"
        still_open.append(f"{plural(missing, 'score')}{_that_count(standing)} {are} missing")
    if gates:
        still_open.append(f"{plural(gates, 'gate')} {'is' if gates == 1 else 'are'} not marked yet")
    contenders, everyone = standing.contenders, len(standing.ranked)
    if len(contenders) == everyone > MOST_NAMED:
        who = f"all {everyone} ranked options"
    elif len(contenders) > MOST_NAMED:
        who = f"{number_word(len(contenders))} of the {everyone} ranked options"
    else:
        who = with_totals(standing, contenders)
    meet = any(
        one.floor <= other.ceiling and other.floor <= one.ceiling for one, other in pairwise(contenders)
    )
    could = f"could each still be first{', alone or shared' if meet else ''}"
    return f"First place is not decided: {join(still_open)}, and {who} {could}."
