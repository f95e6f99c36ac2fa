"""The Robustness page as a whole: what is exact at once, what is drawn apart from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from appraisal.core.evaluation import Evaluation, RankShares, evaluate, rank_shares, sensitivity
from appraisal.core.sensitivity import Level, Sensitivity
from appraisal.core.sentences import READING, Names, Paragraph, Sentence, results, robustness_sentences
from appraisal.core.snapshot import Snapshot
from appraisal.selectors import snapshots
from appraisal.selectors.pages.robustness.beside import Places, left_out, weight_sets
from appraisal.selectors.pages.robustness.counts import left_out_said, scores_said, sets_said, steps_said
from appraisal.selectors.pages.robustness.ground import Ground, OptionName
from appraisal.selectors.pages.robustness.one_line import Varied, unit_of, varied
from appraisal.selectors.pages.robustness.rivals import Rivals, rivals
from appraisal.selectors.pages.robustness.scores import Scores, Steps, scores, steps
from appraisal.selectors.pages.robustness.switching import Switching, switching
from organisations.errors import Invalid

NOW, FIRST, WEIGHTS, SCORES, DRAWN = "now", "first", "weights", "scores", "drawn"
ABOUT = {
    "reason": FIRST,
    "can-be-first": FIRST,
    "cannot-be-first": FIRST,
    "scores": SCORES,
    "one-score": SCORES,
    "without-steps": SCORES,
    "bounded": SCORES,
    "even": DRAWN,
    "no-chance": DRAWN,
}
"""In which paragraph a kind of sentence stands; all others speak of weights."""

TO_WEIGHTS = ("Go to the weights", "appraisal:weights")

LEFT_OUT = {
    Level.SUB_CRITERIA: "Each line left out",
    Level.GROUPS: "Each criteria group left out",
}


@dataclass(frozen=True)
class Basis:
    """What the parts that change by a question to the page need, kept until a save.

    Where there is nothing to report, ``said`` says why, ``ways`` are (words, page) that lead on from there
    and ``varied`` is None. ``cells`` counts the scores, ``carriers`` what carries weight at each level,
    ``words`` says what the words of the sentences mean.
    """

    said: tuple[Paragraph, ...]
    ways: tuple[tuple[str, str], ...]
    options: tuple[OptionName, ...]
    proven: Mapping[Level, Mapping[str, int]]
    carriers: dict[Level, int]
    cells: int
    varied: Varied | None
    words: str = ""


@dataclass(frozen=True)
class Exact:
    """The exact parts."""

    switching: tuple[Switching, ...]
    weight_sets: Places
    left_out: tuple[tuple[str, Places], ...]
    steps: Steps
    scores: Scores
    rivals: Rivals
    reading: Mapping[str, str]
    any_bars: bool
    unit: str
    weight_sets_said: str
    left_out_said: str
    steps_said: str
    scores_said: str


@dataclass(frozen=True)
class Standing:
    """An appraisal as it stands, with what would change its ranking."""

    snapshot: Snapshot
    evaluation: Evaluation
    known: Sensitivity


def standing(appraisal_id: UUID) -> Standing:
    """The live appraisal."""
    return standing_of(snapshots.snapshot(appraisal_id))


def standing_of(snapshot: Snapshot) -> Standing:
    """A snapshot, which need not be the live one."""
    evaluation = evaluate(snapshot)
    return Standing(snapshot, evaluation, sensitivity(snapshot, evaluation=evaluation))


def basis(found: Standing) -> Basis:
    """What does not have to be worked out again for each question."""
    known = found.known
    if not known.known:
        return Basis(paragraphs(found, None), _ways(found), (), {}, {}, 0, None)
    ground = _ground(found)
    groups = len({found.snapshot.line[sub].group.id for sub in found.evaluation.scored_lines})
    lines = len(found.evaluation.scored_lines)
    return Basis(
        said=(),
        ways=(),
        options=ground.options,
        proven={level: known.proven_places(level) for level in Level},
        carriers={Level.SUB_CRITERIA: lines, Level.GROUPS: groups - len(known.no_proportions)},
        cells=lines * len(known.options),
        varied=varied(ground),
        words=READING["words"],
    )


def refused(why: Invalid) -> Basis:
    """The same where the weights cannot be used."""
    head = Sentence("The weights cannot be used yet, so there is no ranking to change.", strong=True)
    said = (head, *(Sentence(f"{problem.path}: {problem.message}") for problem in why.problems))
    return Basis((said,), (TO_WEIGHTS,), (), {}, {}, 0, None)


def exact(found: Standing) -> Exact:
    """Every exact part; there must be something to report."""
    ground = _ground(found)
    turns = tuple(switching(ground, level) for level in Level)
    sets = weight_sets(ground)
    without = [(title, left_out(ground, level)) for level, title in LEFT_OUT.items()]
    one_step, one_score = steps(ground), scores(ground)
    return Exact(
        switching=turns,
        any_bars=any(level.bars for level in turns),
        weight_sets=sets,
        left_out=tuple(without),
        steps=one_step,
        scores=one_score,
        unit=unit_of(ground),
        weight_sets_said=sets_said(sets),
        left_out_said=left_out_said([places for _, places in without]),
        steps_said=steps_said(one_step),
        scores_said=scores_said(one_score),
        rivals=rivals(ground),
        reading={name.replace("-", "_"): text for name, text in READING.items()},
    )


def draw(found: Standing, draws: int, seed: int, on: Level) -> RankShares | None:
    """The simulated part; None where there is nothing to report."""
    return rank_shares(found.snapshot, draws, seed, on, evaluation=found.evaluation)


def paragraphs(found: Standing, drawn: RankShares | None) -> tuple[Paragraph, ...]:
    """Who leads now, then the sentences of robustness: a paragraph for each question."""
    told: dict[str, list[Sentence]] = {}
    if found.known.known:
        told[NOW] = [results(found.snapshot, found.evaluation)[0][0]]
    for one in robustness_sentences(found.snapshot, found.evaluation, found.known, drawn):
        told.setdefault(ABOUT.get(one.kind, WEIGHTS), []).append(one)
    return tuple(tuple(sentences) for sentences in told.values())


def _ground(found: Standing) -> Ground:
    return Ground(found.snapshot, found.evaluation, found.known, Names(found.snapshot))


def _ways(found: Standing) -> tuple[tuple[str, str], ...]:
    """Where to go from a page that has nothing to report: (words, page)."""
    evaluation = found.evaluation
    if not evaluation.scored_lines:
        return (("Say which lines are scored", "appraisal:criteria"),)
    if len(evaluation.ranked) < 2:
        return (
            ("See the options", "appraisal:options"),
            ("See why options are not ranked", "appraisal:results"),
        )
    if any(one.missing for one in evaluation.ranked):
        return (
            ("Go to the scores", "appraisal:scoring"),
            ("See the totals as ranges, and which places are already decided", "appraisal:results"),
        )
    return (TO_WEIGHTS,)
