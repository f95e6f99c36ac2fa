"""Snapshot to file: the canonical form, of which two equal appraisals have the same one to the last byte."""

import hashlib
import json
from collections.abc import Iterable

from appraisal.core.snapshot.parts import Cell
from appraisal.core.snapshot.rules import says_nothing
from appraisal.core.snapshot.whole import Snapshot
from appraisal.core.snapshot.writing.parts import (
    given,
    of_body,
    of_cell,
    of_document,
    of_group,
    of_method,
    of_note,
    of_option,
    of_printed,
    of_recommendation,
    of_responsibility,
    of_scale,
    of_section,
    of_step,
    of_success_factor,
    of_weight_set,
)

FORMAT = "weighbridge/appraisal"
SCHEMA = 1
FIELDS = (
    *("format", "schema", "slug", "title", "question", "summary", "stage", "document", "organisations"),
    *(
        "timeline",
        "responsibilities",
        "scale",
        "method",
        "groups",
        "weight_sets",
        "success_factors",
        "options",
    ),
    *("recommendation", "printed", "references", "sections", "cells"),
    *("assessors", "assessments", "notes"),
)
"""The fields of a file, in the order in which they are written."""


def to_dict(snapshot: Snapshot) -> dict[str, object]:
    """The snapshot as the appraisal file says it (interchange.md), in canonical form.

    Every key in its fixed order and every default written; numbers as strings without superfluous noughts.
    Lists keep their order, but cells go by option and then by line, and an unscored cell without a
    rationale is left out, since an absent cell says the same. Weights and printed figures go in the order
    of what they are about, abbreviations by the alphabet. A section has only the lists of its kind.
    What came to the format later (the unit of a measure, success factors, an option's filter, SWOT and date
    of decision) is left out where it is empty, so that older files stay as they are.
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
        "document": None if snapshot.document is None else of_document(snapshot.document),
        "organisations": [of_body(body) for body in snapshot.organisations],
        "timeline": [of_step(step) for step in snapshot.timeline],
        "responsibilities": [of_responsibility(each) for each in snapshot.responsibilities],
        "scale": of_scale(snapshot.scale),
        "method": of_method(snapshot.method),
        "groups": [of_group(group) for group in snapshot.groups],
        "weight_sets": [of_weight_set(weights, groups, lines) for weights in snapshot.weight_sets],
        **given(success_factors=[of_success_factor(each) for each in snapshot.success_factors]),
        "options": [of_option(option) for option in snapshot.options],
        "recommendation": of_recommendation(snapshot.recommendation),
        "printed": of_printed(snapshot.printed, options, groups),
        "references": list(snapshot.references),
        "sections": [of_section(section) for section in snapshot.sections],
        "cells": [of_cell(cell) for cell in in_order(snapshot.cells, options, lines)],
        "assessors": [],
        "assessments": [],
        "notes": [of_note(note) for note in snapshot.notes],
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
