"""The sentences of robustness as pages and reports ask for them."""

from collections.abc import Iterator

from appraisal.core.evaluation import Evaluation, RankShares
from appraisal.core.sensitivity import Sensitivity
from appraisal.core.sentences.gaps import missing
from appraisal.core.sentences.leading import opening
from appraisal.core.sentences.robust.case import Case
from appraisal.core.sentences.robust.drawn import bounded_share, even_share
from appraisal.core.sentences.robust.first import who_can_be_first
from appraisal.core.sentences.robust.scores import smallest_change_of_score
from appraisal.core.sentences.robust.weights import smallest_change_of_weight
from appraisal.core.sentences.standing import Standing
from appraisal.core.sentences.words import Sentence
from appraisal.core.snapshot import Snapshot


def robustness_sentences(
    snapshot: Snapshot, evaluation: Evaluation, known: Sensitivity, drawn: RankShares | None
) -> tuple[Sentence, ...]:
    """What would change the ranking, in order: who can be first, weights, scores, shares of weightings.

    Without ``drawn`` the shares are left out. Where nothing is reported: the reason, then what is decided.
    """
    if not known.known:
        return tuple(_nothing(Standing(snapshot, evaluation), known.reason))
    case = Case(snapshot, evaluation, known)
    told = [*_brief(case), *smallest_change_of_score(case)]
    if drawn is not None:
        told += [*bounded_share(case, drawn), *even_share(case, drawn)]
    return tuple(told)


def robustness_in_brief(
    snapshot: Snapshot, evaluation: Evaluation, known: Sensitivity
) -> tuple[Sentence, ...]:
    """For the opening of Results: who can come first at all, and the smallest change of weight.

    Nothing where there is nothing to report; Results then has said why.
    """
    return tuple(_brief(Case(snapshot, evaluation, known))) if known.known else ()


def _brief(case: Case) -> Iterator[Sentence]:
    yield from who_can_be_first(case)
    yield from smallest_change_of_weight(case)


def _nothing(standing: Standing, reason: str) -> Iterator[Sentence]:
    yield Sentence(reason, strong=True, kind="reason")
    if (standing.missing or standing.open_gates) and len(standing.ranked) > 1 and standing.anything_scored:
        yield from (Sentence(one.text, kind=one.kind) for one in opening(standing))
        yield from (one for one in missing(standing) if one.kind == "decided")
