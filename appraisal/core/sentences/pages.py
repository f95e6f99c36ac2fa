"""The sentences as pages and reports ask for them."""

from collections.abc import Callable, Iterator

from appraisal.core.evaluation import Evaluation
from appraisal.core.figures import written
from appraisal.core.scoring import is_scored
from appraisal.core.sentences import gaps, material
from appraisal.core.sentences.against import against_the_next
from appraisal.core.sentences.comparing import compare
from appraisal.core.sentences.leading import lead_over_all, lead_over_the_next, not_ready, opening
from appraisal.core.sentences.recommending import recommendation
from appraisal.core.sentences.rounding import rounding
from appraisal.core.sentences.scale import baseline, neutral_words, scale
from appraisal.core.sentences.standing import Ranked, Standing
from appraisal.core.sentences.weighting import weights
from appraisal.core.sentences.words import Paragraph, Sentence, capital, join, number_word, plural
from appraisal.core.snapshot import Snapshot

Maker = Callable[[Standing], Iterator[Sentence]]

PARAGRAPHS: tuple[tuple[Maker, ...], ...] = (
    (opening, scale, baseline),
    (against_the_next,),
    (recommendation,),
    (gaps.missing,),
    (gaps.unranked,),
    (
        weights,
        material.relative,
        material.in_words,
        material.worked_out,
        material.without_rationale,
        material.printed,
        rounding,
    ),
)

ADVICE = Sentence("Scores are advice, not a decision.", kind="advice")


def results(snapshot: Snapshot, evaluation: Evaluation) -> tuple[Paragraph, ...]:
    """The opening sentences of a results page or report; no paragraph is empty, the last ends in advice."""
    standing = Standing(snapshot, evaluation)
    told = [tuple(sentence for maker in makers for sentence in maker(standing)) for makers in PARAGRAPHS]
    *paragraphs, last = told
    return (*(paragraph for paragraph in paragraphs if paragraph), (*last, ADVICE))


def comparison(snapshot: Snapshot, evaluation: Evaluation, first: str, other: str) -> Paragraph:
    """Two options, by id, against each other. Raises KeyError for an id that is no option."""
    return tuple(compare(Standing(snapshot, evaluation), first, other))


def one_line(snapshot: Snapshot, evaluation: Evaluation) -> str:
    """Where an appraisal stands, for a list: ``Option 6 leads with 57, 3 ahead``; no full stop."""
    standing = Standing(snapshot, evaluation)
    if not any(is_scored(cell) for cell in snapshot.cells):
        return "Not scored yet"
    if not_ready(standing) or not standing.ranked:
        return "No option is ranked"
    if not standing.anything_scored:
        return "No ranked option is scored yet"
    if len(standing.ranked) == 1:
        only = standing.ranked[0]
        return f"Only {standing.names.option(only.id)} is ranked, with {standing.total(only)}"
    return capital(_first_place(standing))


def _first_place(standing: Standing) -> str:
    leaders, names = standing.leaders, standing.names
    if len(leaders) == 1:
        return _one_leads(standing, leaders[0])
    if leaders:
        everyone = len(leaders) == len(standing.ranked) > 2
        who = (
            f"all {number_word(len(leaders))} options"
            if everyone
            else names.options([one.id for one in leaders])
        )
        return f"First place is shared by {who}"
    waits = [plural(len(standing.missing), "score") + " missing"] if standing.missing else []
    if standing.open_gates:
        waits.append(plural(len(standing.open_gates), "gate") + " not marked")
    return f"Not decided: {', '.join(waits)}"


def _one_leads(standing: Standing, leader: Ranked) -> str:
    head = f"{standing.names.option(leader.id)} leads with {standing.total(leader)}"
    if standing.could_draw_level(leader):
        return f"{head}, but may end level with another"
    behind = standing.behind_the_leaders
    return f"{head}, {lead_over_the_next(leader, behind[0]) if behind else lead_over_all(standing)} ahead"


def chart_caption(snapshot: Snapshot, evaluation: Evaluation) -> str:
    """What the bars show: where they start, the dashed line, the hatching, who is not drawn."""
    standing = Standing(snapshot, evaluation)
    low, high, neutral = evaluation.lowest_possible, evaluation.highest_possible, evaluation.neutral_total
    if not standing.ranked or low is None or high is None:
        return "No option is ranked, so there is nothing to draw."
    start = (
        "Bars start at 0"
        if low >= 0
        else "Parts below 0 lie left of the line at 0 and a mark shows the total"
    )
    parts = [f"{start}; totals can run from {written(low)} to {written(high)}."]
    if neutral is not None:
        parts.append(f"Dashed line: {written(neutral)}, {neutral_words(standing)} on every line.")
    if any(not one.known for one in standing.ranked):
        open_ = ["with a missing score"] if standing.missing else []
        open_ += ["that wait for a gate"] if standing.values_wait_for_gates else []
        most = "is still possible" if standing.values_wait_for_gates else "the missing scores allow"
        pale = f"Pale: criteria groups {join(open_, 'or')}, at their lowest."
        parts.append(f"{pale} Stripes: up to the highest total that {most}.")
    if len(standing.ranked) < len(evaluation.options):
        parts.append("Options that are not ranked are not drawn.")
    return " ".join(parts)
