"""Where the preferred option is not the one that comes first: said plainly."""

from collections.abc import Iterator

from appraisal.core.sentences.leading import lead_over_the_next, named
from appraisal.core.sentences.standing import Ranked, Standing
from appraisal.core.sentences.words import Sentence
from appraisal.core.snapshot import OptionStage


def recommendation(standing: Standing) -> Iterator[Sentence]:
    """Said only where the preferred option is not first alone: what it is instead."""
    told = standing.snapshot.recommendation
    preferred = told.option if told else None
    if preferred is None or preferred not in standing.evaluation.by_id:
        return
    ranked = next((one for one in standing.ranked if one.id == preferred), None)
    clause = _place(standing, ranked) if ranked else _no_total(standing, preferred)
    if clause:
        text = f"The recommendation names {standing.names.option(preferred)}, {clause}."
        yield Sentence(text, strong=True, kind="recommendation")


def _no_total(standing: Standing, option: str) -> str:
    """Why the preferred option has no total."""
    stage, result = standing.snapshot.option[option].stage, standing.evaluation.by_id[option]
    if stage is OptionStage.DROPPED:
        return "which is not ranked: it was dropped"
    if stage is OptionStage.LONG_LIST:
        return "which is not ranked: it is on the long list"
    if result.gate_failed is not None:
        return "which is not ranked: it fails a gate"
    return (
        "but there are no totals yet"
        if result.comparable
        else "which is not ranked: a line does not apply to it"
    )


def _place(standing: Standing, one: Ranked) -> str:
    """What the preferred option is where it is not first alone; empty where it is."""
    if not standing.anything_scored:
        return "but nothing is scored yet"
    if len(standing.ranked) == 1:
        return "the only option that is ranked"
    if not standing.leaders:
        contender = one in standing.contenders
        return "but first place is not decided" if contender else "which can no longer be first"
    if one in standing.leaders:
        others = [leader for leader in standing.leaders if leader != one]
        return f"which shares first place with {named(standing, others)}" if others else ""
    ahead = named(standing, standing.leaders)
    if one.ceiling == standing.leaders[0].floor:
        return f"which can at most share first place with {ahead}"
    return f"which is not first: it is {lead_over_the_next(standing.leaders[0], one)} behind {ahead}"
