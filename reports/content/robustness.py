"""What would change the ranking, in print: the sentences, then each answer as a table.

Every figure is one of the two doors' (``appraisal.core.evaluation.robustness``); nothing is worked out here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from appraisal.core.evaluation import Evaluation
from appraisal.core.evaluation.robustness import RankShares, rank_shares, sensitivity
from appraisal.core.sensitivity import Level, Sensitivity
from appraisal.core.sentences import Sentence
from appraisal.core.sentences.robust import READING, robustness_in_brief, robustness_sentences
from appraisal.core.snapshot import Snapshot
from reports.content import robustness_scores as scores
from reports.content import robustness_shares as shares
from reports.content import robustness_weights as weights
from reports.content.parts import Block, Heading, Run, Weighting, Words
from reports.content.summary import runs

TITLE = "What would change the ranking"
FIGURES_FOLLOW = "The figures behind this, and how often it would be so, follow the summary."
SHEET, ONE_AT_A_TIME = "Robustness", "One at a time"

ABOUT = {
    **dict.fromkeys(("reason", "can-be-first", "cannot-be-first", "level"), "first"),
    **dict.fromkeys(("scores", "one-score", "without-steps"), "scores"),
    **dict.fromkeys(("bounded", "even", "no-chance"), "shares"),
}
"""What a sentence is about, by its kind; all others are about weights."""

CELLS_FOR_GROUPS = 800
"""Above so many cells weightings of the groups are not drawn too: it would take as long again."""


@dataclass(frozen=True)
class Found:
    """What the doors found for one snapshot, each asked once and only when it is wanted."""

    snapshot: Snapshot
    evaluation: Evaluation

    @cached_property
    def known(self) -> Sensitivity:
        """Everything exact."""
        return sensitivity(self.snapshot, evaluation=self.evaluation)

    @cached_property
    def drawn(self) -> RankShares | None:
        """Rank acceptability on lines; None where ``known`` has a reason."""
        return rank_shares(self.snapshot, evaluation=self.evaluation)

    @cached_property
    def by_groups(self) -> RankShares | None:
        """The same on groups; None too where there is one group, or very much to draw."""
        groups = sum(one.level is Level.GROUPS for one in self.known.switching_weights)
        if groups < 2 or len(self.known.options) * len(self.evaluation.scored_lines) > CELLS_FOR_GROUPS:
            return None
        return rank_shares(self.snapshot, on=Level.GROUPS, evaluation=self.evaluation)


def in_brief(found: Found) -> Iterator[Block]:
    """For the members' summary: what would change first place, or why that cannot be said."""
    yield Heading("What would change it")
    if found.known.known:
        yield _paragraph(robustness_in_brief(found.snapshot, found.evaluation, found.known))
        yield Words((Run(FIGURES_FOLLOW),), small=True)
    else:  # what is decided already stands above
        yield _paragraph(_told(found)[:1])


def _sentences(found: Found) -> Iterator[Words]:
    """All that is said, a paragraph for each question."""
    told: dict[str, list[Sentence]] = {}
    for one in _told(found):
        told.setdefault(ABOUT.get(one.kind, "weights"), []).append(one)
    yield from map(_paragraph, told.values())


def _explained(found: Found) -> Iterator[Words]:
    """The same, with what its words mean."""
    yield from _sentences(found)
    yield Words((Run(READING["words"]),), small=True)


def _told(found: Found) -> tuple[Sentence, ...]:
    return robustness_sentences(found.snapshot, found.evaluation, found.known, found.drawn)


def _paragraph(told: Sequence[Sentence]) -> Words:
    return Words(runs(tuple(told)))


def section(found: Found) -> tuple[Block, ...]:
    """The printed section; nothing where there is nothing to report, which the summary says.

    Weightings of the groups are left to the workbook.
    """
    if not found.known.known:
        return ()
    return (Heading(TITLE, 2), *_explained(found), *_answers(found, full=False))


def sheets(found: Found) -> tuple[tuple[str, tuple[Block, ...]], ...]:
    """The same for a workbook, with every row: (name of the sheet, what stands on it)."""
    if not found.known.known:
        return ((SHEET, (Heading(TITLE, 1), *_sentences(found))),)
    first = (Heading(TITLE, 1), *_explained(found), *_of_weights(found, full=True))
    second = (Heading("One at a time", 1), *_of_scores(found, full=True))
    return ((SHEET, first), (ONE_AT_A_TIME, second))


def weightings(found: Found) -> tuple[Weighting, ...]:
    """The weight sets side by side, for a workbook that works their totals out again."""
    return tuple(Weighting(one.name, one.shares, one.problem) for one in found.known.weight_sets)


def _answers(found: Found, *, full: bool) -> Iterator[Block]:
    yield from _of_weights(found, full=full)
    yield from weights.side_by_side(found.snapshot, found.known)
    yield from _of_scores(found, full=full)


def _of_weights(found: Found, *, full: bool) -> Iterator[Block]:
    snapshot, known = found.snapshot, found.known
    yield from weights.prospects(snapshot, known, full=full)
    if found.drawn is not None:
        yield from shares.places(snapshot, known, found.drawn, full=full)
    if full and found.by_groups is not None:
        yield from shares.places(snapshot, known, found.by_groups, full=True)
    yield from weights.switching(snapshot, found.evaluation, known, full=full)
    yield from weights.rivals(snapshot, known, full=full)


def _of_scores(found: Found, *, full: bool) -> Iterator[Block]:
    snapshot, known = found.snapshot, found.known
    yield from scores.left_out(snapshot, known, full=full)
    yield from scores.switching(snapshot, known, full=full)
