"""The one frozen value in the middle: an appraisal as rows, a file and a version all say it.

Numbers are ``Decimal`` as entered (at most 12 digits, 6 of them decimals); ids are slugs, unique within
their list. Every list keeps the order of the file, which is the order on screen and in print.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from appraisal.core.snapshot.words import (
    CellState,
    Combine,
    FactorKind,
    Kind,
    OptionStage,
    Rule,
    Verdict,
)


@dataclass(frozen=True)
class Document:
    """What the paper says of itself; every field may be empty."""

    programme: str = ""
    version: str = ""
    date: str = ""
    status: str = ""
    report_of: str = ""
    method_followed: str = ""
    abbreviations: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Body:
    """An organisation's part in the appraisal. ``role`` is decides, recommends, consulted or receives."""

    id: str
    name: str
    short_name: str = ""
    kind: str = "other"
    lead: bool = False
    role: str = "receives"
    body: str = ""
    asked_to: str = ""
    when: str = ""


@dataclass(frozen=True)
class TimelineStep:
    """One step of the way to a decision, dated in the words of the source."""

    what: str
    when: str = ""
    who: str = ""


@dataclass(frozen=True)
class Responsibility:
    """Who does what under the proposal."""

    who: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class ScalePoint:
    """One point of a scale with its descriptor."""

    value: Decimal
    label: str = ""


@dataclass(frozen=True)
class Scale:
    """What a score may be: ``lo`` to ``hi`` in steps; ``neutral`` is the no-impact point, if there is one."""

    lo: Decimal
    hi: Decimal
    step: Decimal = Decimal(1)
    neutral: Decimal | None = None
    points: tuple[ScalePoint, ...] = ()


@dataclass(frozen=True)
class Method:
    """How the figures are made. ``weight_set`` is an id of ``Snapshot.weight_sets``, None for a plain sum."""

    combine: Combine = Combine.SUM
    weight_set: str | None = None
    result: str = "agreed"


@dataclass(frozen=True)
class ValueRule:
    """How a score or a raw figure becomes a value 0 to 100 (method.md, "Value functions").

    ``rule`` is one of ``Rule``. ``worst`` and ``best`` stand under range (worst above best: lower is better);
    ``better`` (higher or lower) under options-range and ratio; ``points`` (numbers by the name of a mark),
    ``lo`` and ``hi`` under points. What a rule does not use is None or empty.
    """

    rule: str = Rule.SCALE
    worst: Decimal | None = None
    best: Decimal | None = None
    better: str = ""
    points: Mapping[str, Decimal] = field(default_factory=dict, hash=False)
    lo: Decimal | None = None
    hi: Decimal | None = None


@dataclass(frozen=True)
class SubCriterion:
    """One line to judge by. ``scale`` is its own, or None for the appraisal's; ``unit`` is of a measure."""

    id: str
    name: str
    short_name: str = ""
    guidance: str = ""
    kind: Kind = Kind.SCORE
    scale: Scale | None = None
    value: ValueRule = ValueRule()
    not_applicable_rule: str = ""
    unit: str = ""


@dataclass(frozen=True)
class CriteriaGroup:
    """A heading of criteria (an aim) and its lines in order."""

    id: str
    name: str
    short_name: str = ""
    stem: str = ""
    guidance: str = ""
    sub_criteria: tuple[SubCriterion, ...] = ()


@dataclass(frozen=True)
class WeightSet:
    """Weights as people have them. ``groups`` None: weights stand on the sub-criteria alone."""

    id: str
    name: str
    sub_criteria: Mapping[str, Decimal]
    groups: Mapping[str, Decimal] | None = None


@dataclass(frozen=True)
class SuccessFactor:
    """A critical success factor or an objective that the long list is held against."""

    id: str
    name: str
    kind: FactorKind = FactorKind.CRITICAL_SUCCESS_FACTOR


@dataclass(frozen=True)
class FilterVerdict:
    """How an option does against one success factor (its id), with the words that say why."""

    factor: str
    verdict: Verdict = Verdict.WORDS
    words: str = ""


@dataclass(frozen=True)
class Swot:
    """Strengths, weaknesses, opportunities and threats of an option, each a list of points."""

    strengths: tuple[str, ...] = ()
    weaknesses: tuple[str, ...] = ()
    opportunities: tuple[str, ...] = ()
    threats: tuple[str, ...] = ()


@dataclass(frozen=True)
class Option:
    """A course of action. ``number`` may be None (Cornwall's dropped option has none).

    ``decided_on`` is when it was short-listed or dropped, in words; ``filter`` has at most one verdict for
    each success factor.
    """

    id: str
    name: str
    number: int | None = None
    short_name: str = ""
    other_names: tuple[str, ...] = ()
    proposal: tuple[str, ...] = ()
    summary: str = ""
    baseline: bool = False
    stage: OptionStage = OptionStage.SHORT_LIST
    reason: str = ""
    decided_on: str = ""
    swot: Swot = Swot()
    filter: tuple[FilterVerdict, ...] = ()


@dataclass(frozen=True)
class Reasons:
    """The reasons for the preferred option under one criteria group."""

    group: str
    heading: str = ""
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Recommendation:
    """The preferred option (its id, or None while none is named), the statement and the reasons by group."""

    option: str | None = None
    statement: str = ""
    reasons: tuple[Reasons, ...] = ()


@dataclass(frozen=True)
class Printed:
    """Figures as a source printed them: aggregates by option id, group totals by option and group id."""

    aggregates: Mapping[str, Decimal] = field(default_factory=dict)
    group_totals: Mapping[str, Mapping[str, Decimal]] = field(default_factory=dict)


@dataclass(frozen=True)
class CheckItem:
    """One line of a checklist section."""

    text: str
    done: bool = False


@dataclass(frozen=True)
class Section:
    """Anything else a case must print, before or after the matrix; ``kind`` says which fields count."""

    id: str
    title: str
    place: str = "after"
    kind: str = "paragraphs"
    items: tuple[str | CheckItem, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Cell:
    """One option on one line. ``basis`` is given or worked-out.

    ``score`` is None unless scored: the score on the scale, or the raw figure of a measure. Under the rule
    points ``mark`` holds the name of the mark instead (in the file it stands in ``score``), and ``score`` is
    None.
    """

    option: str
    sub_criterion: str
    state: CellState = CellState.UNSCORED
    score: Decimal | None = None
    basis: str = "given"
    rationale: str = ""
    mark: str = ""


@dataclass(frozen=True)
class Note:
    """A note on the data, about: appraisal, groups/ID, sub-criteria/ID, options/ID or cells/OPTION/SUB."""

    about: str
    text: str
