"""The life of an appraisal: four stages and one table of moves. Everything about stages is read from it."""

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """Where an appraisal stands, in order."""

    SET_UP = "set-up"
    SCORING = "scoring"
    AGREEING = "agreeing"
    AGREED = "agreed"

    @property
    def label(self) -> str:
        """The stage as people read it."""
        return LABELS[self]

    @property
    def position(self) -> int:
        """0 for set-up to 3 for agreed."""
        return ORDER[self]


LABELS = {
    Stage.SET_UP: "Set-up",
    Stage.SCORING: "Scoring",
    Stage.AGREEING: "Agreeing the scores",
    Stage.AGREED: "Agreed",
}
ORDER = {stage: position for position, stage in enumerate(Stage)}


@dataclass(frozen=True)
class Move:
    """A way from one stage to another. ``needs_reason``: whoever moves must say why."""

    from_stage: Stage
    to_stage: Stage
    name: str
    needs_reason: bool = False

    @property
    def forward(self) -> bool:
        """True where the appraisal gets on, and so must be ready (readiness.blockers)."""
        return self.to_stage.position > self.from_stage.position


MOVES = (
    Move(Stage.SET_UP, Stage.SCORING, "Start scoring"),
    Move(Stage.SCORING, Stage.AGREEING, "Start agreeing the scores"),
    Move(Stage.AGREEING, Stage.AGREED, "Close as agreed"),
    Move(Stage.SCORING, Stage.SET_UP, "Go back to set-up", needs_reason=True),
    Move(Stage.AGREEING, Stage.SCORING, "Go back to scoring", needs_reason=True),
    Move(Stage.AGREED, Stage.AGREEING, "Reopen", needs_reason=True),
)


def moves_from(stage: str) -> tuple[Move, ...]:
    """The moves that lead out of a stage, forward ones first."""
    return tuple(move for move in MOVES if move.from_stage == stage)


def move_between(from_stage: str, to_stage: str) -> Move | None:
    """The move from one stage to the other, or None where there is none."""
    for move in MOVES:
        if (move.from_stage, move.to_stage) == (from_stage, to_stage):
            return move
    return None


def diagram() -> str:
    """MOVES as a Mermaid state diagram, for the core's README (a test keeps the two the same)."""
    names = {stage: stage.name.lower() for stage in Stage}
    lines = ["stateDiagram-v2"]
    lines += [f'    state "{stage.label}" as {names[stage]}' for stage in Stage]
    lines.append(f"    [*] --> {names[Stage.SET_UP]}")
    for move in MOVES:
        reason = ", with a reason" if move.needs_reason else ""
        lines.append(f"    {names[move.from_stage]} --> {names[move.to_stage]} : {move.name}{reason}")
    return "\n".join(lines)
