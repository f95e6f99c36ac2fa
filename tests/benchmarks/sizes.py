"""Appraisals of the three sizes that performance is measured on, scored at random from a seed."""

from random import Random
from typing import Any

SIZES = {"S": (6, 13), "M": (20, 40), "L": (100, 100)}
GROUPS = 4
WORDS = "the option would bring commissioning together under one accountable board with shared officers and a plan"


def appraisal_data(options: int, lines: int, random: Random, *, slug: str = "sized") -> dict[str, Any]:
    """An appraisal file of that size, every cell scored with a rationale of some forty words."""
    per_group = -(-lines // GROUPS)
    ids = [f"l{number}" for number in range(lines)]
    return {
        "format": "weighbridge/appraisal",
        "schema": 1,
        "slug": slug,
        "title": f"{options} options by {lines} sub-criteria",
        "stage": "scoring",
        "organisations": [
            {
                "id": "scc",
                "name": "Somerset County Council",
                "kind": "council",
                "lead": True,
                "role": "decides",
            }
        ],
        "scale": {"lo": "1", "hi": "5", "step": "1", "neutral": "3"},
        "groups": [
            {
                "id": f"g{group}",
                "name": f"Group {group + 1}",
                "sub_criteria": [
                    {"id": line, "name": f"Sub-criterion {line}"}
                    for line in ids[group * per_group : (group + 1) * per_group]
                ],
            }
            for group in range(GROUPS)
        ],
        "options": [
            {"id": f"o{number}", "number": number, "name": f"Option number {number}", "stage": "short-list"}
            for number in range(1, options + 1)
        ],
        "cells": [
            {
                "option": f"o{option}",
                "sub_criterion": line,
                "state": "scored",
                "score": str(random.randint(1, 5)),
                "rationale": _words(random),
            }
            for option in range(1, options + 1)
            for line in ids
        ],
    }


def _words(random: Random) -> str:
    return " ".join(random.choices(WORDS.split(), k=40))
