"""What a person types for each thing of the set-up, as texts, and the same made from what stands.

An input fills a form again after a refusal or a conflict, so it holds what was typed and not what it means.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from appraisal.core.figures import number_text
from appraisal.core.snapshot import (
    Body,
    CriteriaGroup,
    Document,
    FactorKind,
    Kind,
    Option,
    Rule,
    Scale,
    Snapshot,
    SubCriterion,
    SuccessFactor,
    ValueRule,
    WeightSet,
)
from appraisal.core.snapshot.valuing import marks_in_order


@dataclass(frozen=True)
class AboutInput:
    """What the appraisal is about. ``abbreviations`` are (short, long)."""

    title: str
    question: str = ""
    summary: str = ""
    programme: str = ""
    version: str = ""
    date: str = ""
    status: str = ""
    report_of: str = ""
    abbreviations: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class BodyInput:
    """A body's part in the appraisal. ``name`` counts when it is added, and is not changed afterwards."""

    name: str = ""
    short_name: str = ""
    kind: str = "other"
    lead: bool = False
    role: str = "receives"
    body: str = ""
    asked_to: str = ""
    when: str = ""


@dataclass(frozen=True)
class ScaleInput:
    """A scale as typed. ``points`` are (value, descriptor); an empty ``neutral`` is none."""

    lo: str
    hi: str
    step: str = "1"
    neutral: str = ""
    points: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class GroupInput:
    """A criteria group as typed."""

    name: str
    short_name: str = ""
    stem: str = ""
    guidance: str = ""


@dataclass(frozen=True)
class ValueInput:
    """A value rule as typed; what the rule does not take is passed over. ``points`` are (mark, number)."""

    rule: str = Rule.SCALE
    worst: str = ""
    best: str = ""
    better: str = ""
    points: tuple[tuple[str, str], ...] = ()
    lo: str = ""
    hi: str = ""


@dataclass(frozen=True)
class SubCriterionInput:
    """A line as typed. ``scale`` None: it stands on the appraisal's."""

    name: str
    short_name: str = ""
    guidance: str = ""
    kind: str = Kind.SCORE
    unit: str = ""
    value: ValueInput = ValueInput()
    scale: ScaleInput | None = None
    not_applicable_rule: str = ""


@dataclass(frozen=True)
class OptionInput:
    """An option as typed. An empty ``number`` is none; empty points and names fall away."""

    name: str
    number: str = ""
    short_name: str = ""
    other_names: tuple[str, ...] = ()
    proposal: tuple[str, ...] = ()
    summary: str = ""
    baseline: bool = False


@dataclass(frozen=True)
class StageInput:
    """Where an option stands and why. ``decided_on`` is a date in words, such as 14 July 2017."""

    stage: str
    reason: str = ""
    decided_on: str = ""


@dataclass(frozen=True)
class VerdictInput:
    """How an option does against one success factor; an empty ``verdict`` is none yet."""

    verdict: str = ""
    words: str = ""


@dataclass(frozen=True)
class FactorInput:
    """A success factor as typed."""

    name: str
    kind: str = FactorKind.CRITICAL_SUCCESS_FACTOR


@dataclass(frozen=True)
class WeightsInput:
    """A weight set as typed, by id. ``groups`` None: weights stand on the lines alone."""

    name: str
    sub_criteria: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, str] | None = None


@dataclass(frozen=True)
class MethodInput:
    """How scores become a total, and with which weight set (None for a plain total)."""

    combine: str
    weight_set: str | None = None


def about_input(snapshot: Snapshot) -> AboutInput:
    """What stands about the appraisal."""
    document = snapshot.document or Document()
    return AboutInput(
        title=snapshot.title,
        question=snapshot.question,
        summary=snapshot.summary,
        programme=document.programme,
        version=document.version,
        date=document.date,
        status=document.status,
        report_of=document.report_of,
        abbreviations=tuple(sorted(document.abbreviations.items())),
    )


def body_input(body: Body) -> BodyInput:
    """What stands of a body's part."""
    return BodyInput(
        name=body.name,
        short_name=body.short_name,
        kind=str(body.kind),
        lead=body.lead,
        role=body.role,
        body=body.body,
        asked_to=body.asked_to,
        when=body.when,
    )


def scale_input(scale: Scale) -> ScaleInput:
    """What stands of a scale."""
    return ScaleInput(
        lo=number_text(scale.lo),
        hi=number_text(scale.hi),
        step=number_text(scale.step),
        neutral="" if scale.neutral is None else number_text(scale.neutral),
        points=tuple((number_text(point.value), point.label) for point in scale.points),
    )


def group_input(group: CriteriaGroup) -> GroupInput:
    """What stands of a criteria group."""
    return GroupInput(group.name, group.short_name, group.stem, group.guidance)


def value_input(value: ValueRule) -> ValueInput:
    """What stands of a value rule."""
    texts = {
        name: "" if number is None else number_text(number)
        for name in ("worst", "best", "lo", "hi")
        for number in [getattr(value, name)]
    }
    points = tuple((mark, number_text(value.points[mark])) for mark in marks_in_order(value))
    return ValueInput(rule=str(value.rule), better=value.better, points=points, **texts)


def sub_criterion_input(sub: SubCriterion) -> SubCriterionInput:
    """What stands of a line."""
    return SubCriterionInput(
        name=sub.name,
        short_name=sub.short_name,
        guidance=sub.guidance,
        kind=str(sub.kind),
        unit=sub.unit,
        value=value_input(sub.value),
        scale=None if sub.scale is None else scale_input(sub.scale),
        not_applicable_rule=sub.not_applicable_rule,
    )


def option_input(option: Option) -> OptionInput:
    """What stands of an option."""
    return OptionInput(
        name=option.name,
        number="" if option.number is None else str(option.number),
        short_name=option.short_name,
        other_names=option.other_names,
        proposal=option.proposal,
        summary=option.summary,
        baseline=option.baseline,
    )


def stage_input(option: Option) -> StageInput:
    """Where an option stands."""
    return StageInput(str(option.stage), option.reason, option.decided_on)


def verdict_inputs(option: Option) -> dict[str, VerdictInput]:
    """The verdicts on an option that stand, by success factor."""
    return {each.factor: VerdictInput(str(each.verdict), each.words) for each in option.filter}


def factor_input(factor: SuccessFactor) -> FactorInput:
    """What stands of a success factor."""
    return FactorInput(factor.name, str(factor.kind))


def weights_input(weights: WeightSet) -> WeightsInput:
    """What stands in a weight set."""
    groups = weights.groups
    return WeightsInput(
        name=weights.name,
        sub_criteria={line: number_text(weight) for line, weight in weights.sub_criteria.items()},
        groups=None if groups is None else {group: number_text(weight) for group, weight in groups.items()},
    )


def method_input(snapshot: Snapshot) -> MethodInput:
    """How scores become a total now."""
    return MethodInput(str(snapshot.method.combine), snapshot.method.weight_set)
