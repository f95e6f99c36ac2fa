"""Each part of the format as JSON values, every key in its fixed order."""

from collections.abc import Mapping
from decimal import Decimal

from appraisal.core.figures import number_text
from appraisal.core.snapshot.parts import (
    Body,
    Cell,
    CheckItem,
    CriteriaGroup,
    Document,
    FilterVerdict,
    Method,
    Note,
    Option,
    Printed,
    Recommendation,
    Responsibility,
    Scale,
    Section,
    SubCriterion,
    SuccessFactor,
    Swot,
    TimelineStep,
    ValueRule,
    WeightSet,
)
from appraisal.core.snapshot.valuing import FIELDS_OF, marks_in_order


def of_document(document: Document) -> dict[str, object]:
    """What the paper says of itself."""
    return {
        "programme": document.programme,
        "version": document.version,
        "date": document.date,
        "status": document.status,
        "report_of": document.report_of,
        "method_followed": document.method_followed,
        "abbreviations": dict(sorted(document.abbreviations.items())),
    }


def of_body(body: Body) -> dict[str, object]:
    """A body's part in the appraisal."""
    return {
        "id": body.id,
        "name": body.name,
        "short_name": body.short_name,
        "kind": body.kind,
        "lead": body.lead,
        "role": body.role,
        "body": body.body,
        "asked_to": body.asked_to,
        "when": body.when,
    }


def of_step(step: TimelineStep) -> dict[str, object]:
    """One step of the timeline."""
    return {"what": step.what, "when": step.when, "who": step.who}


def of_responsibility(responsibility: Responsibility) -> dict[str, object]:
    """Who does what."""
    return {"who": responsibility.who, "items": list(responsibility.items)}


def of_scale(scale: Scale | None) -> dict[str, object] | None:
    """A scale, or null."""
    if scale is None:
        return None
    return {
        "lo": number_text(scale.lo),
        "hi": number_text(scale.hi),
        "step": number_text(scale.step),
        "neutral": _number(scale.neutral),
        "points": [{"value": number_text(point.value), "label": point.label} for point in scale.points],
    }


def of_method(method: Method) -> dict[str, object]:
    """How the figures are made."""
    return {"combine": str(method.combine), "weight_set": method.weight_set, "result": method.result}


def of_group(group: CriteriaGroup) -> dict[str, object]:
    """A criteria group with its lines."""
    return {
        "id": group.id,
        "name": group.name,
        "short_name": group.short_name,
        "stem": group.stem,
        "guidance": group.guidance,
        "sub_criteria": [of_sub_criterion(sub) for sub in group.sub_criteria],
    }


def of_sub_criterion(sub: SubCriterion) -> dict[str, object]:
    """A line with its own scale, if any, and its value rule."""
    return {
        "id": sub.id,
        "name": sub.name,
        "short_name": sub.short_name,
        "guidance": sub.guidance,
        "kind": str(sub.kind),
        **given(unit=sub.unit),
        "scale": of_scale(sub.scale),
        "value": of_value(sub.value),
        "not_applicable_rule": sub.not_applicable_rule,
    }


def of_value(rule: ValueRule) -> dict[str, object]:
    """The fields of the rule and no other; marks go from the lowest number to the highest."""
    fields: dict[str, object] = {
        "worst": _number(rule.worst),
        "best": _number(rule.best),
        "better": rule.better,
        "points": {name: number_text(rule.points[name]) for name in marks_in_order(rule)},
        "lo": _number(rule.lo),
        "hi": _number(rule.hi),
    }
    return {"rule": str(rule.rule), **{name: fields[name] for name in FIELDS_OF[rule.rule]}}


def of_weight_set(weights: WeightSet, groups: list[str], lines: list[str]) -> dict[str, object]:
    """Weights in the order of what they are about."""
    return {
        "id": weights.id,
        "name": weights.name,
        "groups": None if weights.groups is None else _numbers(weights.groups, groups),
        "sub_criteria": _numbers(weights.sub_criteria, lines),
    }


def of_option(option: Option) -> dict[str, object]:
    """An option; what came to the format later only where it says something."""
    return {
        "id": option.id,
        "number": option.number,
        "name": option.name,
        "short_name": option.short_name,
        "other_names": list(option.other_names),
        "proposal": list(option.proposal),
        "summary": option.summary,
        "baseline": option.baseline,
        "stage": str(option.stage),
        "reason": option.reason,
        **given(
            decided_on=option.decided_on,
            swot=of_swot(option.swot),
            filter=[of_verdict(one) for one in option.filter],
        ),
    }


def of_success_factor(factor: SuccessFactor) -> dict[str, object]:
    """What the long list is held against."""
    return {"id": factor.id, "name": factor.name, "kind": str(factor.kind)}


def of_swot(swot: Swot) -> dict[str, object]:
    """All four lists, or nothing where all are empty."""
    if swot == Swot():
        return {}
    return {
        "strengths": list(swot.strengths),
        "weaknesses": list(swot.weaknesses),
        "opportunities": list(swot.opportunities),
        "threats": list(swot.threats),
    }


def of_verdict(one: FilterVerdict) -> dict[str, object]:
    """How an option does against one success factor."""
    return {"factor": one.factor, "verdict": str(one.verdict), "words": one.words}


def given(**later: object) -> dict[str, object]:
    """The fields that came to the format later and say something."""
    return {name: value for name, value in later.items() if value}


def of_recommendation(recommendation: Recommendation | None) -> dict[str, object] | None:
    """The recommendation, or null."""
    if recommendation is None:
        return None
    return {
        "option": recommendation.option,
        "statement": recommendation.statement,
        "reasons": [
            {"group": each.group, "heading": each.heading, "paragraphs": list(each.paragraphs)}
            for each in recommendation.reasons
        ],
    }


def of_printed(printed: Printed | None, options: list[str], groups: list[str]) -> dict[str, object] | None:
    """Printed figures in the order of what they are about, or null."""
    if printed is None:
        return None
    return {
        "aggregates": _numbers(printed.aggregates, options),
        "group_totals": {
            option: _numbers(printed.group_totals[option], groups)
            for option in _keys(printed.group_totals, options)
        },
    }


def of_section(section: Section) -> dict[str, object]:
    """A section, with the lists of its kind only."""
    head: dict[str, object] = {
        "id": section.id,
        "title": section.title,
        "place": section.place,
        "kind": section.kind,
    }
    if section.kind == "table":
        return {**head, "columns": list(section.columns), "rows": [list(row) for row in section.rows]}
    return {**head, "items": [_item(item) for item in section.items]}


def _item(item: str | CheckItem) -> object:
    return {"text": item.text, "done": item.done} if isinstance(item, CheckItem) else item


def of_cell(cell: Cell) -> dict[str, object]:
    """A cell; a mark stands where a score would."""
    return {
        "option": cell.option,
        "sub_criterion": cell.sub_criterion,
        "state": str(cell.state),
        "score": cell.mark or _number(cell.score),
        "basis": cell.basis,
        "rationale": cell.rationale,
    }


def of_note(note: Note) -> dict[str, object]:
    """A note on the data."""
    return {"about": note.about, "text": note.text}


def _number(number: Decimal | None) -> str | None:
    return None if number is None else number_text(number)


def _numbers(numbers: Mapping[str, Decimal], order: list[str]) -> dict[str, object]:
    return {key: number_text(numbers[key]) for key in _keys(numbers, order)}


def _keys(mapping: Mapping[str, object], order: list[str]) -> list[str]:
    """The mapping's keys in the order of the list they are ids of."""
    return [key for key in order if key in mapping]
