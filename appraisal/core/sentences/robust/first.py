"""Who can come first at all: the strongest sentence there is, and what is so of everybody else."""

from collections.abc import Iterator, Sequence

from appraisal.core.sensitivity import Prospect
from appraisal.core.sentences.leading import MOST_NAMED
from appraisal.core.sentences.robust.case import Case
from appraisal.core.sentences.words import Sentence, capital, number_word, plural


def who_can_be_first(case: Case) -> Iterator[Sentence]:
    """Who can come first outright under some weights, and why nobody else can."""
    yield Sentence(capital(_who(case)), strong=True, kind="can-be-first")
    for text in _the_rest(case):
        yield Sentence(capital(text), kind="cannot-be-first")


def _who(case: Case) -> str:
    possible, count = case.known.can_be_first, len(case.known.options)
    if not possible:
        return f"no {case.noun} can come first outright, whatever the weights."
    if not case.others:
        if count == 2:
            return f"either {case.noun} can come first outright: it depends on the weights."
        return (
            f"every one of the {number_word(count)} {case.noun}s can come first outright under some weights."
        )
    if len(possible) > MOST_NAMED:
        which = f"{number_word(len(possible))} of the {number_word(count)} {case.noun}s"
    else:
        which = case.names.options(possible)
    return f"only {which} can come first outright, whatever the weights."


def _the_rest(case: Case) -> Iterator[str]:
    """Why each of the others cannot: matched by one that can, by any other, level with one, or squeezed."""
    possible = set(case.known.can_be_first)
    matched = [one for one in case.others if possible & set(one.matched_by)]
    if matched:
        yield _matched(case, matched)
    rest = [one for one in case.others if one not in matched]
    for twins in _twins(rest):
        yield _level(case, twins)
    below = [one.option for one in rest if one.dominated_by]
    if below:
        verb = "is" if len(below) == 1 else "are"
        yield f"{case.options(below)} {verb} matched or beaten on every line by another {case.noun}."
    if squeezed := [one.option for one in rest if not one.matched_by]:
        yield _squeezed(case, squeezed)


def _matched(case: Case, matched: Sequence[Prospect]) -> str:
    ids, possible = [one.option for one in matched], case.known.can_be_first
    by = "one of them" if len(possible) > 1 else "it"
    if len(ids) == len(case.others) > 1:
        return f"every other {case.noun} is matched or beaten on every line by {by}."
    if len(possible) > 1 and (
        every := [one for one in possible if all(one in m.matched_by for m in matched)]
    ):
        by = case.names.option(every[0])
    elif len(possible) == 1:
        by = case.names.option(possible[0])
    return f"{case.options(ids)} {'is' if len(ids) == 1 else 'are'} matched or beaten on every line by {by}."


def _twins(rest: Sequence[Prospect]) -> Iterator[tuple[str, ...]]:
    """Options that are level with each other on every line and that no other option dominates."""
    found: dict[str, tuple[str, ...]] = {}
    for one in rest:
        if one.matched_by and not one.dominated_by:
            key = min(one.option, *one.matched_by)
            found[key] = (*found.get(key, ()), one.option)
    yield from found.values()


def _level(case: Case, twins: Sequence[str]) -> str:
    if len(twins) == len(case.known.options):
        which = "the two" if len(twins) == 2 else f"all {number_word(len(twins))}"
        return f"{which} {case.noun}s are level on every line."
    if len(twins) == 2:
        return f"{case.names.options(twins)} are level on every line, so neither is ever ahead of the other."
    return f"{case.options(twins)} are level on every line, so none of these is ever ahead of another."


def _squeezed(case: Case, ids: Sequence[str]) -> str:
    if len(ids) == 1:
        head = f"{case.names.option(ids[0])} is ahead of each other {case.noun} on some line"
        return f"{head}, but no weights put it ahead of all of them at once."
    who = case.names.options(ids) if len(ids) <= MOST_NAMED else plural(len(ids), case.noun)
    head = f"{who} are each ahead of every other {case.noun} on some line"
    return f"{head}, but no weights put any of them ahead of all at once."
