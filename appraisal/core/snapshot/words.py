"""The words of the format: states, kinds, ways to combine, stages, rules and verdicts."""

from enum import StrEnum


class CellState(StrEnum):
    """The states of a cell. Missing, to be confirmed, not applicable, words and nought are five things."""

    SCORED = "scored"
    UNSCORED = "unscored"
    TO_BE_CONFIRMED = "to-be-confirmed"
    NOT_APPLICABLE = "not-applicable"
    WORDS = "words"
    PASS = "pass"  # noqa: S105 -- a gate that is passed, no password
    FAIL = "fail"


class Kind(StrEnum):
    """What a sub-criterion asks for."""

    SCORE = "score"
    WORDS = "words"
    MEASURE = "measure"
    GATE = "gate"


class Combine(StrEnum):
    """How scores become an aggregate (interchange.md, ``method.combine``)."""

    SUM = "sum"
    WEIGHTED_SUM = "weighted-sum"
    WEIGHTED_MEAN = "weighted-mean"
    WEIGHTED_VALUE = "weighted-value"


class OptionStage(StrEnum):
    """Where an option stands. Only short-listed options that pass their gates are ranked."""

    LONG_LIST = "long-list"
    SHORT_LIST = "short-list"
    DROPPED = "dropped"


class Rule(StrEnum):
    """How a score, a raw figure or a mark becomes a value 0 to 100 (interchange.md, ``value.rule``)."""

    SCALE = "scale"
    RANGE = "range"
    OPTIONS_RANGE = "options-range"
    RATIO = "ratio"
    POINTS = "points"


class Better(StrEnum):
    """Which way a relative measure is good."""

    HIGHER = "higher"
    LOWER = "lower"


class FactorKind(StrEnum):
    """What a long list is held against."""

    CRITICAL_SUCCESS_FACTOR = "critical-success-factor"
    OBJECTIVE = "objective"


class Verdict(StrEnum):
    """How an option does against one success factor; ``words`` where only words are given."""

    MEETS = "meets"
    PART = "part"
    FAILS = "fails"
    WORDS = "words"
