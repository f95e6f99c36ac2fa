"""Where an appraisal stands: what is done, what is next, and which moves can be made."""

from dataclasses import dataclass

from appraisal import policies
from appraisal.core.evaluation import Evaluation
from appraisal.core.lifecycle import Move, Stage, moves_from
from appraisal.core.readiness import blockers
from appraisal.core.snapshot import CellState, Kind, OptionStage, Snapshot
from appraisal.policies import Standing, reason_against

DONE, NOW, LATER, IDLE = "Completed", "In progress", "Cannot start yet", "Not started"


@dataclass(frozen=True)
class Task:
    """One step of the way: ``hint`` says how far it is, ``page`` names where it is done, if anywhere."""

    name: str
    hint: str
    status: str
    page: str


@dataclass(frozen=True)
class NextMove:
    """A move that leads on or back. ``reasons`` say why it cannot be made now; empty where it can."""

    to: Stage
    name: str
    forward: bool
    needs_reason: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Completeness:
    """How much is there, counted over the short-listed options."""

    to_score: int
    scored: int
    to_be_confirmed: int
    not_applicable: int
    without_rationale: int
    worked_out: int
    in_words: int
    words_written: int

    @property
    def untouched(self) -> int:
        """Scores that nobody has given, nor marked as to be confirmed or not applicable."""
        return self.to_score - self.scored - self.to_be_confirmed - self.not_applicable


def completeness(snapshot: Snapshot, evaluation: Evaluation) -> Completeness:
    """The counts of the evaluation, and of the lines in words."""
    listed = [option.id for option in snapshot.options if option.stage is OptionStage.SHORT_LIST]
    words = [line.sub_criterion.id for line in snapshot.lines if line.sub_criterion.kind is Kind.WORDS]
    cells = [snapshot.cell_at.get((option, line)) for option in listed for line in evaluation.scored_lines]
    written = [snapshot.cell_at.get((option, line)) for option in listed for line in words]
    return Completeness(
        to_score=len(cells),
        scored=sum(cell is not None and cell.state is CellState.SCORED for cell in cells),
        to_be_confirmed=sum(cell is not None and cell.state is CellState.TO_BE_CONFIRMED for cell in cells),
        not_applicable=sum(cell is not None and cell.state is CellState.NOT_APPLICABLE for cell in cells),
        without_rationale=len(evaluation.without_rationale),
        worked_out=len(evaluation.worked_out),
        in_words=len(written),
        words_written=sum(cell is not None and bool(cell.rationale) for cell in written),
    )


def tasks(snapshot: Snapshot, done: Completeness) -> tuple[Task, ...]:
    """The way from set-up to agreed, each step with how far it is."""
    stage = Stage(snapshot.stage)
    return (
        Task(
            "Set up options, criteria and scale",
            _setup_hint(snapshot),
            _status(stage, Stage.SET_UP),
            "appraisal:setup",
        ),
        Task(
            "Score the options",
            _scoring_hint(done),
            _status(stage, Stage.SCORING),
            "appraisal:scoring" if stage is not Stage.SET_UP else "",
        ),
        Task(
            "Agree the scores",
            _agreeing_hint(done),
            _status(stage, Stage.AGREEING),
            "appraisal:scoring" if stage is Stage.AGREEING else "",
        ),
        Task("Write the recommendation", *_recommendation(snapshot), "appraisal:recommendation"),
        Task(
            "Close as agreed",
            "Scores and recommendation can no longer change" if stage is Stage.AGREED else "",
            DONE if stage is Stage.AGREED else LATER if stage is not Stage.AGREEING else NOW,
            "",
        ),
    )


def moves(snapshot: Snapshot, standing: Standing, waiting: str = "") -> tuple[NextMove, ...]:
    """The moves out of this stage, forward ones first, each with what stands in its way.

    ``waiting`` is a sentence on weights that nobody has given yet, empty where there is none.
    """
    refusal = reason_against(policies.may_move_stage, standing)
    return tuple(
        NextMove(
            to=move.to_stage,
            name=move.name,
            forward=move.forward,
            needs_reason=move.needs_reason,
            reasons=(refusal,) if refusal else _blockers(snapshot, move, waiting),
        )
        for move in moves_from(snapshot.stage)
    )


def _blockers(snapshot: Snapshot, move: Move, waiting: str) -> tuple[str, ...]:
    texts = tuple(blocker.text for blocker in blockers(snapshot, move.to_stage))
    return (*texts, waiting) if waiting and move.forward else texts


def _status(now: Stage, own: Stage) -> str:
    if now.position == own.position:
        return NOW
    return DONE if now.position > own.position else LATER


def _setup_hint(snapshot: Snapshot) -> str:
    listed = sum(option.stage is OptionStage.SHORT_LIST for option in snapshot.options)
    lines = len(snapshot.lines)
    scale = "a scale" if snapshot.scale else "no scale"
    return f"{len(snapshot.options)} options, {listed} of them short-listed; {lines} lines; {scale}"


def _scoring_hint(done: Completeness) -> str:
    return f"{done.scored} of {done.to_score} scores given" if done.to_score else "Nothing can be scored yet"


def _agreeing_hint(done: Completeness) -> str:
    if not done.without_rationale:
        return ""
    count = done.without_rationale
    return f"{count} score{'' if count == 1 else 's'} without a rationale"


def _recommendation(snapshot: Snapshot) -> tuple[str, str]:
    """(hint, status) of the recommendation: done where it names an option and says something of it."""
    said = snapshot.recommendation
    if said is None:
        return "Nothing is written yet", IDLE
    if said.option and said.statement:
        return "", DONE
    return ("No statement is written yet" if said.option else "No option is named yet"), NOW
