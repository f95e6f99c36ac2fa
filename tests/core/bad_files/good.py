"""A good file as small as it can be with something to break everywhere, and the way to break it."""

import copy
import re
from collections.abc import Mapping
from dataclasses import dataclass

LEFT_OUT = object()
"""As a change: the field is taken out."""

GOOD = {
    "format": "weighbridge/appraisal",
    "schema": 1,
    "slug": "small",
    "title": "Small",
    "organisations": [{"id": "county", "name": "County Council"}, {"id": "city", "name": "City Council"}],
    "scale": {"lo": "1", "hi": "5", "step": "1", "neutral": "3", "points": [{"value": "1"}, {"value": "5"}]},
    "method": {"combine": "sum", "weight_set": None, "result": "agreed"},
    "groups": [
        {
            "id": "use",
            "name": "Use",
            "sub_criteria": [
                {"id": "read", "name": "Reading"},
                {"id": "reach", "name": "Reach", "scale": {"lo": "0", "hi": "1", "step": "0.5"}},
                {"id": "story", "name": "Story", "kind": "words"},
            ],
        },
        {"id": "must", "name": "Must", "sub_criteria": [{"id": "law", "name": "Law", "kind": "gate"}]},
    ],
    "weight_sets": [
        {"id": "flat", "name": "Flat", "sub_criteria": {"read": "3", "reach": "1"}},
        {"id": "tree", "name": "Tree", "groups": {"use": "60"}, "sub_criteria": {"read": "3", "reach": "1"}},
    ],
    "options": [
        {"id": "stay", "name": "Stay", "number": 1, "baseline": True},
        {"id": "move", "name": "Move", "number": 2},
    ],
    "recommendation": {"option": "move", "reasons": [{"group": "use", "paragraphs": ["Better."]}]},
    "printed": {"aggregates": {"stay": "4"}, "group_totals": {"stay": {"use": "4"}}},
    "references": ["A report"],
    "sections": [
        {"id": "rents", "title": "Rents", "kind": "table", "columns": ["A", "B"], "rows": [["1", "2"]]},
        {"id": "list", "title": "List", "kind": "checklist", "items": [{"text": "Asked", "done": True}]},
    ],
    "cells": [
        {"option": "stay", "sub_criterion": "read", "state": "scored", "score": "2"},
        {"option": "stay", "sub_criterion": "reach", "state": "scored", "score": "0.5"},
        {"option": "stay", "sub_criterion": "story", "state": "words", "rationale": "Long."},
        {"option": "stay", "sub_criterion": "law", "state": "pass"},
    ],
    "notes": [{"about": "cells/stay/read", "text": "A note."}],
}


def small():
    """The good file, for the caller to keep."""
    return copy.deepcopy(GOOD)


@dataclass(frozen=True)
class Broken:
    """A good file with some changes, and all the problems it then has.

    ``changes`` are new values by path (``cells[0].score``; a list is added to at its length). ``problems``
    are the messages by path, all of them and no other. ``schema_sees`` is false where the fault ties two
    places together, or is of a part that is only not built yet: the JSON Schema cannot or must not see it.
    """

    name: str
    changes: Mapping[str, object]
    problems: Mapping[str, str]
    schema_sees: bool = True

    def data(self):
        """The broken file."""
        found = small()
        for path, value in self.changes.items():
            _put(found, _steps(path), copy.deepcopy(value) if value is not LEFT_OUT else LEFT_OUT)
        return found


def _steps(path):
    return [int(number) if number else name for number, name in re.findall(r"\[(\d+)\]|([^.\[\]]+)", path)]


def _put(data, steps, value):
    for step in steps[:-1]:
        data = data[step]
    last = steps[-1]
    if value is LEFT_OUT:
        del data[last]
    elif isinstance(last, int) and last == len(data):
        data.append(value)
    else:
        data[last] = value
