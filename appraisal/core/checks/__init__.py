"""Questions on the material of an appraisal: what a careful reader would ask before it goes to a committee.

Every one is a question, never a verdict: the same words may be meant twice, and words may fit a score that
they seem to speak against. Nothing is changed, and nothing waits for an answer.
"""

from appraisal.core.checks.asking import About, Question
from appraisal.core.checks.names import names_differ, same_names
from appraisal.core.checks.printed import printed_differs
from appraisal.core.checks.rationales import same_rationales
from appraisal.core.checks.scores import numbers_in_words, words_against_scores
from appraisal.core.evaluation import Evaluation, evaluate
from appraisal.core.snapshot import Snapshot

__all__ = ["About", "Question", "questions"]


def questions(snapshot: Snapshot, evaluation: Evaluation | None = None) -> tuple[Question, ...]:
    """Every question there is, by what it is about, then in the order of the appraisal.

    ``evaluation`` is the snapshot's own, where it is at hand already. Raises Invalid only where ``evaluate``
    does: where weights cannot be used.
    """
    return (
        *printed_differs(snapshot, evaluation or evaluate(snapshot)),
        *words_against_scores(snapshot),
        *numbers_in_words(snapshot),
        *same_rationales(snapshot),
        *names_differ(snapshot),
        *same_names(snapshot),
    )
