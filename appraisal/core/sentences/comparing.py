"""Two options of the reader's choice: which total is higher, then by line and by criteria group."""

from collections.abc import Iterator

from appraisal.core.sentences.against import pair
from appraisal.core.sentences.leading import has, lead_over_the_next
from appraisal.core.sentences.standing import Ranked, Standing
from appraisal.core.sentences.words import Sentence, capital, join, written_difference


def compare(standing: Standing, first: str, other: str) -> Iterator[Sentence]:
    """The sentences for two options, by id. Raises KeyError for an id that is no option."""
    names = standing.names
    if first == other:
        text = f"{names.option(first)} is chosen twice: choose two different options."
        yield Sentence(capital(text), kind="leader")
        return
    ranked = {one.id: one for one in standing.ranked}
    without = [option for option in (first, other) if option not in ranked]
    if without:
        verb = "has" if len(without) == 1 else "have"
        text = capital(f"{names.options(without)} {verb} no total, so neither option is ahead of the other.")
    else:
        text = _who_is_ahead(standing, ranked[first], ranked[other])
    yield Sentence(text, strong=True, kind="leader")
    if standing.evaluation.scored_lines:
        yield from pair(standing, first, other)
        yield from _by_group(standing, first, other)


def _who_is_ahead(standing: Standing, one: Ranked, other: Ranked) -> str:
    subjects = standing.names.subject(one.id), standing.names.subject(other.id)
    if one.known and other.known and one.floor == other.floor:
        return f"{subjects[0]} and {subjects[1]} are level with {standing.total_in_words(one)} each."
    told = f"{subjects[0]} {has(standing, one)} and {subjects[1]} {has(standing, other)}"
    for high, low in ((one, other), (other, one)):
        if high.floor > low.ceiling:
            return f"{told}: {standing.names.option(high.id)} is {lead_over_the_next(high, low)} ahead."
        if high.floor == low.ceiling:
            return f"{told}: {standing.names.option(high.id)} cannot fall behind, but they can end level."
    waits = ["scores are missing"] if standing.missing else []
    waits += ["gates are open"] if standing.values_wait_for_gates else []
    return f"{told}: which is ahead is not decided while {join(waits)}."


def _by_group(standing: Standing, one: str, other: str) -> Iterator[Sentence]:
    """``By criteria group Option 6 is ahead in 1 Outcomes (by 1); level in 2 Governance.``"""
    mine, theirs = standing.evaluation.by_id[one].group_totals, standing.evaluation.by_id[other].group_totals
    found: dict[str, list[str]] = {"ahead": [], "behind": [], "level": []}
    unknown = []
    for group in standing.evaluation.group_shares:
        name, own, facing = standing.names.group(group), mine[group], theirs[group]
        if own is None or facing is None:
            unknown.append(name)
        elif own == facing:
            found["level"].append(name)
        else:
            by = f"{name} (by {written_difference(abs(own - facing))})"
            found["ahead" if own > facing else "behind"].append(by)
    if any(found.values()):
        parts = [f"{word} in {join(names)}" for word, names in found.items() if names]
        parts += [f"{join(unknown)} cannot be compared"] if unknown else []
        text = f"By criteria group {standing.names.option(one)} is {'; '.join(parts)}."
        yield Sentence(text, kind="groups")
