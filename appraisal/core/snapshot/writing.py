"""Snapshot to file: the canonical form, of which two equal appraisals have the same one to the last byte."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from decimal import Decimal

from appraisal.core.figures import number_text
from appraisal.core.snapshot.parts import (
    Body,
    Cell,
    CheckItem,
    CriteriaGroup,
    Document,
    Method,
    Note,
    Option,
    Printed,
    Recommendation,
    Responsibility,
    Scale,
    Section,
    SubCriterion,
    TimelineStep,
    WeightSet,
)
from appraisal.core.snapshot.rules import says_nothing
from appraisal.core.snapshot.whole import Snapshot

FORMAT = "weighbridge/appraisal"
SCHEMA = 1
FIELDS = (
    *("format", "schema", "slug", "title", "question", "summary", "stage", "document", "organisations"),
    *("timeline", "responsibilities", "scale", "method", "groups", "weight_sets", "options"),
    *("recommendation", "printed", "references", "sections", "cells", "assessors", "assessments", "notes"),
)
"""The fields of a file, in the order in which they are written."""


def to_dict(snapshot: Snapshot) -> dict[str, object]:
    """The snapshot as the appraisal file says it (interchange.md), in canonical form.

    Every key in its fixed order and every default written; numbers as strings without superfluous noughts.
    Lists keep their order, but cells go by option and then by line, and an unscored cell without a
    rationale is left out, since an absent cell says the same. Weights and printed figures go in the order
    of what they are about, abbreviations by the alphabet. A section has only the lists of its kind.
    ``assessors`` and ``assessments`` are written empty, so that a check code stays the same once they are
    built.
    """
    lines = [line.sub_criterion.id for line in snapshot.lines]
    groups = [group.id for group in snapshot.groups]
    options = [option.id for option in snapshot.options]
    return {
        "format": FORMAT,
        "schema": SCHEMA,
        "slug": snapshot.slug,
        "title": snapshot.title,
        "question": snapshot.question,
        "summary": snapshot.summary,
        "stage": str(snapshot.stage),
        "document": None if snapshot.document is None else _document(snapshot.document),
        "organisations": [_body(body) for body in snapshot.organisations],
        "timeline": [_step(step) for step in snapshot.timeline],
        "responsibilities": [_responsibility(each) for each in snapshot.responsibilities],
        "scale": _scale(snapshot.scale),
        "method": _method(snapshot.method),
        "groups": [_group(group) for group in snapshot.groups],
        "weight_sets": [_weight_set(weights, groups, lines) for weights in snapshot.weight_sets],
        "options": [_option(option) for option in snapshot.options],
        "recommendation": _recommendation(snapshot.recommendation),
        "printed": _printed(snapshot.printed, options, groups),
        "references": list(snapshot.references),
        "sections": [_section(section) for section in snapshot.sections],
        "cells": [_cell(cell) for cell in in_order(snapshot.cells, options, lines)],
        "assessors": [],
        "assessments": [],
        "notes": [_note(note) for note in snapshot.notes],
    }


def canonical_json(snapshot: Snapshot) -> str:
    """The canonical file as text: two spaces of indent, characters as they are, one LF at the end."""
    return json.dumps(to_dict(snapshot), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def check_code(snapshot: Snapshot) -> str:
    """Twelve hexadecimal digits in three groups, ``7F3A-91C2-0BD4``, that start the canonical file's SHA-256.

    Two papers with one code were made from one content. It detects change; it is not proof.
    """
    head = hashlib.sha256(canonical_json(snapshot).encode("utf-8")).hexdigest()[:12].upper()
    return "-".join((head[:4], head[4:8], head[8:]))


def in_order(cells: Iterable[Cell], options: list[str], lines: list[str]) -> list[Cell]:
    """The cells that say anything, by option and then by line."""
    place_of_option = {each: place for place, each in enumerate(options)}
    place_of_line = {each: place for place, each in enumerate(lines)}

    def place(cell: Cell) -> tuple[int, int]:
        return (
            place_of_option.get(cell.option, len(options)),
            place_of_line.get(cell.sub_criterion, len(lines)),
        )

    return sorted((cell for cell in cells if not says_nothing(cell)), key=place)


def _document(document: Document) -> dict[str, object]:
    return {
        "programme": document.programme,
        "version": document.version,
        "date": document.date,
        "status": document.status,
        "report_of": document.report_of,
        "method_followed": document.method_followed,
        "abbreviations": dict(sorted(document.abbreviations.items())),
    }


def _body(body: Body) -> dict[str, object]:
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


def _step(step: TimelineStep) -> dict[str, object]:
    return {"what": step.what, "when": step.when, "who": step.who}


def _responsibility(responsibility: Responsibility) -> dict[str, object]:
    return {"who": responsibility.who, "items": list(responsibility.items)}


def _scale(scale: Scale | None) -> dict[str, object] | None:
    if scale is None:
        return None
    return {
        "lo": number_text(scale.lo),
        "hi": number_text(scale.hi),
        "step": number_text(scale.step),
        "neutral": _number(scale.neutral),
        "points": [{"value": number_text(point.value), "label": point.label} for point in scale.points],
    }


def _method(method: Method) -> dict[str, object]:
    return {"combine": str(method.combine), "weight_set": method.weight_set, "result": method.result}


def _group(group: CriteriaGroup) -> dict[str, object]:
    return {
        "id": group.id,
        "name": group.name,
        "short_name": group.short_name,
        "stem": group.stem,
        "guidance": group.guidance,
        "sub_criteria": [_sub_criterion(sub) for sub in group.sub_criteria],
    }


def _sub_criterion(sub: SubCriterion) -> dict[str, object]:
    return {
        "id": sub.id,
        "name": sub.name,
        "short_name": sub.short_name,
        "guidance": sub.guidance,
        "kind": str(sub.kind),
        "scale": _scale(sub.scale),
        "value": {"rule": sub.value.rule},
        "not_applicable_rule": sub.not_applicable_rule,
    }


def _weight_set(weights: WeightSet, groups: list[str], lines: list[str]) -> dict[str, object]:
    return {
        "id": weights.id,
        "name": weights.name,
        "groups": None if weights.groups is None else _numbers(weights.groups, groups),
        "sub_criteria": _numbers(weights.sub_criteria, lines),
    }


def _option(option: Option) -> dict[str, object]:
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
    }


def _recommendation(recommendation: Recommendation | None) -> dict[str, object] | None:
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


def _printed(printed: Printed | None, options: list[str], groups: list[str]) -> dict[str, object] | None:
    if printed is None:
        return None
    return {
        "aggregates": _numbers(printed.aggregates, options),
        "group_totals": {
            option: _numbers(printed.group_totals[option], groups)
            for option in _keys(printed.group_totals, options)
        },
    }


def _section(section: Section) -> dict[str, object]:
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


def _cell(cell: Cell) -> dict[str, object]:
    return {
        "option": cell.option,
        "sub_criterion": cell.sub_criterion,
        "state": str(cell.state),
        "score": _number(cell.score),
        "basis": cell.basis,
        "rationale": cell.rationale,
    }


def _note(note: Note) -> dict[str, object]:
    return {"about": note.about, "text": note.text}


def _number(number: Decimal | None) -> str | None:
    return None if number is None else number_text(number)


def _numbers(numbers: Mapping[str, Decimal], order: list[str]) -> dict[str, object]:
    return {key: number_text(numbers[key]) for key in _keys(numbers, order)}


def _keys(mapping: Mapping[str, object], order: list[str]) -> list[str]:
    """The mapping's keys in the order of the list they are ids of."""
    return [key for key in order if key in mapping]
